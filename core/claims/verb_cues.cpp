// Attributions whose cue is a verb and whose content the tree shows: "said that", "accused it of", "denied
// involvement", "urged users to".
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
const Cue* CueReader::verb_cue(TokenIndex verb) const {
  auto base = lexicon_.verb_base(reading_.lower(verb));
  if (base.empty()) base = reading_.lemma(verb);
  // A particle or the like may make another verb of it: "point out", "call on", "make clear".
  constexpr TokenIndex kReach = 3;
  const auto& sentence = reading_.layer.sentence(verb);
  for (TokenIndex next = verb + 1; next < sentence.last() && next <= verb + kReach; ++next) {
    const Deprel rel = reading_[next].rel;
    const bool own = reading_[next].head == verb && (rel == Deprel::compound_prt || rel == Deprel::advmod ||
                                                     rel == Deprel::xcomp || rel == Deprel::obj);
    if (!own && next != verb + 1) continue;
    if (const Cue* cue = lexicon_.cue(CuePos::verb, std::string(base) + " " + reading_.lower(next)))
      return cue;
  }
  return lexicon_.cue(CuePos::verb, base);
}

// Whether the clause before a cue may be what it says: not "at a meeting, of which he is a member, she argued
// that".
bool CueReader::is_speech_before(TokenIndex clause, const Draft& draft) const {
  const TokenIndex after = draft.cue.back().last;
  if (reading_.quotation(clause) != nullptr) return true;
  if (after < reading_.layer.sentence(clause).last() && opens_clause(after)) return false;
  const Extent extent = reading_.layer.subtree(clause);
  bool finite = false;
  for (TokenIndex token = extent.first; token < extent.last && token < draft.cue_head; ++token)
    finite = finite || (is_finite(reading_, token) && !covers(draft.cue, token));
  const Upos opening = reading_[extent.first].upos;
  const bool relative = is_relative(reading_, extent.first) ||
                        (opening == Upos::ADP && is_relative(reading_, extent.first + 1));
  const bool ends = after >= reading_.layer.sentence(clause).last() || reading_.is_punctuation(after);
  const Xpos form = reading_[extent.first].xpos;  // "Claiming that it was so, Norvane told users that"
  return finite && !relative && form != Xpos::WRB && (form != Xpos::VBG || ends);
}

bool CueReader::clause_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kClause)) return false;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    const auto marker = reading_.marker(child);
    const bool that_clause =
        (rel == Deprel::advcl || rel == Deprel::acl || rel == Deprel::xcomp || rel == Deprel::parataxis) &&
        child > verb && marker == "that";
    if (rel == Deprel::parataxis && that_clause) {
      // Where another verb stands between, the clause is that verb's.
      bool nearer = false;
      for (TokenIndex token = verb + 1; token < reading_.marker_token(child); ++token)
        nearer = nearer || reading_[token].upos == Upos::VERB;
      if (nearer) continue;
    }
    const bool passive_clause = (rel == Deprel::csubj || rel == Deprel::csubj_pass) && child > verb;
    if (rel != Deprel::ccomp && !that_clause && !passive_clause) continue;
    if (rel == Deprel::ccomp && is_to_infinitive(reading_, child) && marker == "to") continue;
    // Before the cue, without a verb and outside quotation marks: a part of who speaks, and no clause.
    if (child < verb && reading_.is_nominal(child) && reading_.layer.child(child, Deprel::cop) == kNoToken &&
        reading_.quotation(child) == nullptr)
      continue;
    if (child == misread_subject(verb) || reduced_relative(child)) continue;
    if (child < verb && !is_speech_before(child, draft)) continue;
    if (child < verb && opens_with_question(reading_.layer.sentence(verb).first)) continue;
    if (marker == "though" || marker == "although" || marker == "while" || marker == "because") continue;
    if (cue.object == ObjectRole::addressee) draft.addressee = object_of(verb);
    if (draft.addressee == child) draft.addressee = kNoToken;
    Runs removed{draft.cue};
    for (const Extent run : draft.source) removed.push_back(run);
    set_content(without(reading_.runs(child), removed), child, draft);
    draft.clausal = true;
    complete_clause(cue, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a clause";
    return !draft.content.empty();
  }
  const TokenIndex astray = clause_astray(verb, cue);
  if (astray == kNoToken) return false;
  if (cue.object == ObjectRole::addressee) draft.addressee = object_of(verb);
  set_content(without(reading_.runs(astray), draft.source), astray, draft);
  draft.clausal = true;
  complete_clause(cue, draft);
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a clause after it";
  return !draft.content.empty();
}

// "denied in an interview that X was so": a clause with a subject of its own that the tree hangs on the last
// noun before "that". It is what the cue takes, where the cue has no object that a clause could explain
// ("denied the claim that").
TokenIndex CueReader::clause_astray(TokenIndex verb, const Cue& cue) const {
  constexpr TokenIndex kReach = 16;
  const TokenIndex object = object_of(verb);
  if (object != kNoToken && object > verb && cue.object != ObjectRole::addressee) return kNoToken;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex limit = std::min(sentence.last(), verb + kReach);
  for (TokenIndex token = verb + 1; token < limit; ++token) {
    const Xpos form = reading_[token].xpos;
    const bool finite = form == Xpos::VBZ || form == Xpos::VBD || form == Xpos::VBP || form == Xpos::MD;
    if (finite || (reading_.is_punctuation(token) && reading_.lower(token) != ",")) return kNoToken;
    if (reading_.lower(token) != "that" || reading_[token].rel == Deprel::det) continue;
    const TokenIndex head = reading_[token].head;
    if (head == kNoToken || head < token) return kNoToken;
    const TokenIndex noun = reading_[head].head;
    if (noun == kNoToken || noun <= verb || noun > token || !reading_.layer.dominates(verb, noun))
      return kNoToken;
    const TokenIndex subject = reading_.layer.child(head, Deprel::nsubj) != kNoToken
                                   ? reading_.layer.child(head, Deprel::nsubj)
                                   : reading_.layer.child(head, Deprel::nsubj_pass);
    if (subject == kNoToken || subject <= token) return kNoToken;
    if (reading_[token].rel != Deprel::mark) {
      // "the memo that the firm wrote" lacks an object of its own, "that the firm made no promise" does not.
      const bool whole = reading_[token].rel == Deprel::obj && [&] {
        for (const TokenIndex child : reading_.layer.children_of(head)) {
          if (child > head && reading_[child].rel == Deprel::obj) return true;
        }
        return false;
      }();
      if (!whole) return kNoToken;
    }
    // "warned of claims that": the noun has said it. "stated in a report that", "assesses with confidence
    // that": the verb has.
    const auto marker = reading_.marker(noun);
    const bool setting =
        marker == "in" || marker == "on" || marker == "at" || marker == "during" || marker == "with";
    if (lexicon_.cue(CuePos::noun, reading_.lemma(noun)) != nullptr && !setting) return kNoToken;
    return head;
  }
  return kNoToken;
}

// What tells how somebody spoke, and nothing of what: "asked not to be named", "did not want to be
// identified", "asked for comment, said".
std::string_view CueReader::only_manner(TokenIndex verb) const {
  constexpr TokenIndex kReach = 6;
  const auto& sentence = reading_.layer.sentence(verb);
  if (asked_aside(verb) && (reading_.lower(verb + 1) == "for" || reading_.lower(verb + 1) == "to"))
    return "it only says that somebody was asked for an answer";
  const auto lemma = reading_.lemma(verb);
  if (lemma != "ask" && lemma != "request" && lemma != "want" && lemma != "wish" && lemma != "decline" &&
      lemma != "refuse" && lemma != "insist" && lemma != "agree" && lemma != "demand")
    return "";
  for (TokenIndex token = verb + 1; token < sentence.last() && token <= verb + kReach; ++token) {
    const auto& word = reading_.lower(token);
    if (word == "anonymity") return "it only says that a source is not named";
    if ((word == "named" || word == "identified") && reading_.lower(token - 1) == "be")
      return "it only says that a source is not named";
    if (is_finite(reading_, token) || reading_.is_punctuation(token)) break;
  }
  return "";
}

bool CueReader::read_verb(TokenIndex verb, std::vector<Draft>& out) {
  const Cue* cue = verb_cue(verb);
  if (cue == nullptr) return false;
  const Deprel rel = reading_[verb].rel;
  if (rel == Deprel::aux || rel == Deprel::aux_pass || rel == Deprel::cop || rel == Deprel::amod ||
      rel == Deprel::case_ || rel == Deprel::mark || rel == Deprel::compound || rel == Deprel::fixed) {
    return false;
  }
  if (reduced_relative(verb)) return false;
  // "are convinced that": whoever is convinced holds it; read as an adjective.
  if (reading_[verb].xpos == Xpos::VBN && is_passive(verb) && agent_of(verb) == kNoToken &&
      lexicon_.cue(CuePos::adjective, reading_.lower(verb)) != nullptr)
    return false;
  Draft draft;
  draft.cue_head = verb;
  draft.cue = cue_runs(verb);
  draft.cue_lemma = std::string(cue->lemma);
  draft.stance = cue->stance;
  draft.strength = cue->strength;
  draft.negates = cue->negates;
  draft.cue_negated = is_negated(verb);
  const auto manner = only_manner(verb);
  if (!manner.empty()) {
    drop(draft, manner);
    return true;
  }
  find_source(verb, draft);
  // A cue noun as object speaks for itself ("expressed its belief that …") and is read as a noun.
  const TokenIndex object = reading_.layer.child(verb, Deprel::obj);
  const bool lends = object != kNoToken && lexicon_.cue(CuePos::support, cue->lemma) != nullptr &&
                     lexicon_.cue(CuePos::noun, reading_.lemma(object)) != nullptr;
  if (read_colon_speech(verb, *cue, draft, out)) return true;
  const bool found =
      asked_frame(verb, *cue, draft) || as_frame(verb, *cue, draft) || inserted_frame(verb, *cue, draft) ||
      parenthesis_frame(verb, *cue, draft) || gap_frame(verb, *cue, draft) ||
      speech_frame(verb, *cue, draft) || object_infinitive_frame(verb, *cue, draft) ||
      clause_frame(verb, *cue, draft) || quote_frame(verb, *cue, draft) ||
      infinitive_frame(verb, *cue, draft) || (!lends && complement_frame(verb, *cue, draft)) ||
      (!lends && preposition_frame(verb, *cue, draft)) || told_to(verb, *cue, draft) ||
      (!lends && preposition_after(verb, *cue, draft)) || (!lends && object_frame(verb, *cue, draft)) ||
      beside_frame(verb, *cue, draft) || surface_frame(verb, *cue, draft);
  if (!found) {
    const bool speaks = draft.source_head != kNoToken && draft.strength == Strength::say;
    if (speaks) drop(draft, "no words that it would introduce were found");
    return false;
  }
  return keep(std::move(draft), out);
}

}  // namespace hearsay::claims
