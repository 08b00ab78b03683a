// Whom a pronoun or "the statement" stands for, where it is the source of a claim.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

bool speaks_as_one(ActorKind kind) {
  return kind == ActorKind::organization || kind == ActorKind::government || kind == ActorKind::outlet;
}

// Whoever the sentence is about: the subject of its main verb.
Ref<Actor> main_subject(const Evidence& evidence, const language::Sentence& sentence, TokenIndex before) {
  const Reading& reading = evidence.reading;
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (reading[token].head != kNoToken) continue;
    for (const TokenIndex child : reading.layer.children_of(token)) {
      if (is_subject(reading[child].rel)) return child < before ? evidence.actor_of(child) : Ref<Actor>();
    }
  }
  return {};
}

// "It claims to hold the data": whoever the sentence before is about, or speaks in it. Nobody where the two
// are not the same.
Ref<Actor> body_before(const Evidence& evidence, const std::vector<Draft>& drafts,
                       const std::vector<Claim>& claims, TokenIndex pronoun) {
  constexpr std::size_t kLookBack = 6;
  const auto& layer = evidence.reading.layer;
  const auto here = layer.sentence_of[pronoun];
  // "The agency published a notice in which it advises ...".
  const auto own = main_subject(evidence, layer.sentences[here], pronoun);
  if (own && speaks_as_one(evidence.actors[own.index()].kind)) return own;
  if (here == 0 || layer.sentences[here - 1].block + 1 < layer.sentences[here].block) return {};
  const BlockKind before = evidence.reading.document.blocks()[layer.sentences[here - 1].block].kind;
  if (before == BlockKind::title || before == BlockKind::heading) return {};
  Ref<Actor> found = main_subject(evidence, layer.sentences[here - 1], pronoun);
  if (found && !speaks_as_one(evidence.actors[found.index()].kind)) found = {};
  for (std::size_t step = 2; step <= std::min(kLookBack, claims.size()); ++step) {
    const std::size_t i = claims.size() - step;
    if (layer.sentence_of[drafts[i].cue_head] + 1 < here) break;
    const auto source = claims[i].source;
    if (!source || drafts[i].source_head == kNoToken || drafts[i].source_head > pronoun) continue;
    if (!speaks_as_one(evidence.actors[source.index()].kind)) continue;
    if (found && found != source && !evidence.same_party(found, source)) return {};
    found = source;
  }
  return found;
}

// "She adds that ...": the one person named in this sentence before the pronoun and the two before it.
Ref<Actor> person_before(const Evidence& evidence, TokenIndex pronoun) {
  constexpr std::uint32_t kSentences = 2;
  const auto& layer = evidence.reading.layer;
  const auto here = layer.sentence_of[pronoun];
  const auto from = here > kSentences ? here - kSentences : 0;
  Ref<Actor> found;
  for (TokenIndex token = layer.sentences[from].first; token < pronoun; ++token) {
    const auto actor = evidence.mentions.headed_by(token);
    if (!evidence.is_kind(actor, ActorKind::person) || evidence.reading[token].upos == Upos::PRON) continue;
    const auto& mentions = evidence.actors[actor.index()].mentions;
    const bool named = std::any_of(mentions.begin(), mentions.end(),
                                   [](const Mention& mention) { return mention.form == MentionForm::name; });
    if (!named) continue;  // "the head of research", before her name
    if (found && found != actor) return {};
    found = actor;
  }
  return found;
}

// "He said it was so. ... , he added": the pronoun of who has just spoken, where it was read as somebody else
// who was not named since.
void follow_speaker(const Evidence& evidence, const std::vector<Draft>& drafts, std::vector<Claim>& claims,
                    TokenIndex pronoun) {
  constexpr std::size_t kLookBack = 6;
  constexpr std::uint32_t kSentences = 3;
  const std::size_t last = claims.size() - 1;
  for (std::size_t step = 1; step <= std::min(kLookBack, last); ++step) {
    const Claim& before = claims[last - step];
    const TokenIndex head = drafts[last - step].source_head;
    if (head == kNoToken || head > pronoun || !evidence.is_kind(before.source, ActorKind::person)) continue;
    if (evidence.reading.layer.sentence_of[pronoun] - evidence.reading.layer.sentence_of[head] > kSentences)
      return;
    if (evidence.reading[head].upos == Upos::PRON) continue;
    if (before.source == claims[last].source) return;
    const std::uint32_t speaker = evidence.reading[head].span.begin;
    const std::uint32_t here = evidence.reading[pronoun].span.begin;
    const auto& mentions = evidence.actors[claims[last].source.index()].mentions;
    auto mention =
        std::lower_bound(mentions.begin(), mentions.end(), speaker,
                         [](const Mention& item, std::uint32_t at) { return item.span.begin < at; });
    for (; mention != mentions.end() && mention->span.begin < here; ++mention) {
      if (mention->form != MentionForm::pronoun) return;  // named since
    }
    claims[last].source = before.source;
    claims[last].why += "; the pronoun is read as the last speaker";
    return;
  }
}

}  // namespace

void DocumentOwners::learn(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  constexpr std::size_t kMost = 64;  // bounds the search; as many documents no article has
  const Reading& reading = evidence.reading;
  const auto& sentence = reading.layer.sentence(draft.cue_head);
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (reading[token].upos != Upos::NOUN || !is_document(reading.lemma(token))) continue;
    Ref<Actor> owner = evidence.actor_of(token);
    const auto marker = reading.marker(token);
    const bool setting = (marker == "in" || marker == "from") && reading[token].head == draft.cue_head;
    if (!owner && setting && !covers(draft.content, token)) {
      // "its spokeswoman said in a statement": a statement of whom she speaks for.
      owner = claim.source;
      if (owner && evidence.actors[owner.index()].affiliation)
        owner = evidence.actors[owner.index()].affiliation;
    }
    if (!owner || evidence.is_kind(owner, ActorKind::place) || evidence.is_kind(owner, ActorKind::product))
      continue;
    if (owned_.size() == kMost) owned_.erase(owned_.begin());
    owned_.push_back({reading.lemma(token), owner});
  }
}

Ref<Actor> DocumentOwners::owner(std::string_view lemma) const {
  const auto last =
      std::find_if(owned_.rbegin(), owned_.rend(), [&](const Owned& owned) { return owned.lemma == lemma; });
  return last == owned_.rend() ? Ref<Actor>() : last->owner;
}

void name_unresolved(const Evidence& evidence, const std::vector<Draft>& drafts, std::vector<Claim>& claims,
                     DocumentOwners& documents) {
  Claim& claim = claims.back();
  const Draft& draft = drafts[claims.size() - 1];
  const TokenIndex head = draft.source_head;
  if (head != kNoToken && draft.antecedent.empty()) {
    const Reading& reading = evidence.reading;
    const auto& word = reading.lower(head);
    if (word == "he" || word == "she") {
      if (claim.source) {
        follow_speaker(evidence, drafts, claims, head);
      } else {
        claim.source = person_before(evidence, head);
      }
    } else if (word == "it" && !claim.source) {
      claim.source = body_before(evidence, drafts, claims, head);
    } else if (!claim.source && reading[head].upos == Upos::NOUN && is_document(reading.lemma(head))) {
      const TokenIndex article = reading.layer.child(head, Deprel::det);
      if (article != kNoToken && (reading.lower(article) == "the" || reading.lower(article) == "that"))
        claim.source = documents.owner(reading.lemma(head));
      if (claim.source) claim.why += "; whose it is was said before";
    }
    if (claim.source == claim.target && claim.stance != Stance::deny) claim.target = {};
  }
  documents.learn(evidence, draft, claim);
}

}  // namespace hearsay::claims
