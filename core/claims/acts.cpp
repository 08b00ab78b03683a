// What actors did in the matter: banned, patched, sued, opened an inquiry.
#include <algorithm>

#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

bool is_inquiry(std::string_view lemma) {
  return lemma == "investigation" || lemma == "inquiry" || lemma == "enquiry" || lemma == "probe" ||
         lemma == "review" || lemma == "audit";
}

}  // namespace

void read_acts(const Evidence& evidence, const language::Sentence& sentence, std::vector<Draft>& out) {
  const Reading& reading = evidence.reading;
  constexpr std::uint32_t kLongestProse = 400;
  if (sentence.count > kLongestProse) return;
  for (TokenIndex verb = sentence.first; verb < sentence.last(); ++verb) {
    if (reading[verb].upos != Upos::VERB) continue;
    const Act* act = evidence.lexicon.act(reading.lemma(verb));
    if (act == nullptr) continue;
    // The main verb of the sentence, or one joined to it: not what somebody might do.
    const Deprel rel = reading[verb].rel;
    const TokenIndex head = reading[verb].head;
    const bool main =
        rel == Deprel::root || (rel == Deprel::conj && head != kNoToken && reading[head].rel == Deprel::root);
    if (!main) continue;
    const Xpos tag = reading[verb].xpos;
    if (tag != Xpos::VBD && tag != Xpos::VBN && tag != Xpos::VBZ && tag != Xpos::VBP) continue;
    TokenIndex subject = reading.layer.child(verb, Deprel::nsubj);
    if (subject == kNoToken && rel == Deprel::conj) subject = reading.layer.child(head, Deprel::nsubj);
    const TokenIndex object = reading.layer.child(verb, Deprel::obj);
    if (subject == kNoToken || object == kNoToken) continue;
    if (act->inquiry && !is_inquiry(reading.lemma(object))) continue;
    bool unreal = false;
    std::vector<TokenIndex> left_out{subject};
    for (const TokenIndex child : reading.layer.children_of(verb)) {
      const Deprel own = reading[child].rel;
      const auto& word = reading.lower(child);
      if (own == Deprel::aux && reading[child].xpos == Xpos::MD) unreal = true;
      if (own == Deprel::advmod && (word == "not" || word == "n't" || word == "never")) unreal = true;
      if (own == Deprel::mark && (word == "if" || word == "unless")) unreal = true;
      if (own == Deprel::aux_pass) unreal = true;
      const bool before = child < verb && own != Deprel::aux;
      const bool after = child > verb && (own == Deprel::advcl || own == Deprel::parataxis ||
                                          own == Deprel::conj || own == Deprel::punct);
      if (before || after) left_out.push_back(child);
    }
    if (unreal) continue;
    const auto actor = evidence.actor_of(subject);
    if (!actor) continue;
    const ActorKind kind = evidence.actors[actor.index()].kind;
    if (kind == ActorKind::product || kind == ActorKind::place || kind == ActorKind::other) continue;
    Draft draft;
    draft.cue_head = verb;
    draft.cue = {{verb, verb + 1}};
    draft.cue_lemma = std::string(reading.lemma(verb));
    draft.stance = Stance::act;
    draft.source_head = subject;
    draft.source = reading.runs(subject);
    draft.source = without(draft.source, {{verb, reading.size()}});
    trim(reading, draft.source);
    draft.content = reading.runs(verb, left_out);
    draft.content = without(draft.content, {{0, verb}});
    trim(reading, draft.content);
    draft.content_head = verb;
    draft.target = object;
    draft.why =
        "what an actor did: \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D (" + std::string(act->kind) + ")";
    if (draft.content.empty() || draft.source.empty()) continue;
    out.push_back(std::move(draft));
  }
}

}  // namespace hearsay::claims
