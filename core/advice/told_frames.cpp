// What follows a verb of advising other than "to": "that users update", "the use of it", "a restart", and
// what a "not" at the verb comes to.
#include <utility>

#include "core/advice/finders.hpp"

namespace hearsay::advice {
namespace {

// How far after a verb of advising its infinitive may stand: "urged all departments of the state to ...".
constexpr TokenIndex kAudienceTokens = 14;
// And the verb of its "that": "that everybody who has used it since the start of term change".
constexpr TokenIndex kClauseTokens = 22;

}  // namespace

bool ToldFinder::finite_between(TokenIndex first, TokenIndex last) const {
  for (auto token = first; token < last; ++token) {
    if (xpos(token) == Xpos::VBD || xpos(token) == Xpos::VBZ || xpos(token) == Xpos::MD) return true;
  }
  return false;
}

// "that users update", "that access be restricted"; what has "should" is told by the modal itself.
bool ToldFinder::that_clause(const AdviceVerb& verb, TokenIndex first, Candidate& candidate) {
  if (!verb.that && !verb.that_should) return false;
  for (auto next = first + 1; next < clause_.end() && next <= first + kClauseTokens; ++next) {
    // "that you set it": a bare form that reads like a past one
    const bool same_form = xpos(next) == Xpos::VBD && lower(next) == tree_.lemma(next) &&
                           words_.is(WordClass::imperative, lower(next));
    if (!same_form && (xpos(next) == Xpos::MD || xpos(next) == Xpos::VBD || xpos(next) == Xpos::VBZ)) {
      if (!relative_before(first, next)) return false;
      continue;
    }
    if (says_not(lower(next))) continue;
    const bool be = lower(next) == "be";
    const bool bare =
        same_form || xpos(next) == Xpos::VB ||
        // "demands that the Commission suspend": the subjunctive of a singular
        (xpos(next) == Xpos::VBP && upos(next) == Upos::VERB &&
         (xpos(next - 1) == Xpos::NN || xpos(next - 1) == Xpos::NNP)) ||
        (verb.that && ((xpos(next) == Xpos::VBP && upos(next) == Upos::VERB) || bare_after_noun(next)));
    if (!be && !bare) continue;
    // "operators who bought it stop": the relative clause has its verb already.
    if (xpos(next) == Xpos::VBP && relative_before(first, next) && !finite_between(first, next)) continue;
    bool negated = says_not(lower(next - 1));
    candidate.audience = clause_.phrase(first, negated ? next - 1 : next);
    negated = negated || denied(candidate.audience);  // "that no public body place orders"
    candidate.action = be ? verb_after(next, negated) : next;
    candidate.passive = be && candidate.action != kNoToken && xpos(candidate.action) == Xpos::VBN;
    if (negated) candidate.modality = forbidden(candidate.modality);
    return candidate.audience.found() && candidate.action != kNoToken;
  }
  return untagged_subjunctive(first, candidate);
}

// "that the Commission suspend export licences", its verb read as a noun: the clause has no other verb.
bool ToldFinder::untagged_subjunctive(TokenIndex first, Candidate& candidate) const {
  for (auto next = first + 1; next + 1 < clause_.end() && next <= first + kAudienceTokens; ++next) {
    if (clause_.finite(next) || upos(next) == Upos::VERB || upos(next) == Upos::PUNCT) return false;
    const auto after = upos(next + 1);
    if (upos(next) != Upos::NOUN || !words_.is(WordClass::imperative, lower(next))) continue;
    if (upos(next - 1) != Upos::NOUN && upos(next - 1) != Upos::PROPN) continue;
    if (after != Upos::NOUN && after != Upos::DET && after != Upos::ADJ && after != Upos::PRON) continue;
    candidate.audience = clause_.phrase(first, next);
    candidate.action = next;
    if (denied(candidate.audience)) candidate.modality = forbidden(candidate.modality);
    return candidate.audience.found();
  }
  return false;
}

// "the use of", "purchases of": what can be forbidden as a noun.
bool ToldFinder::use_of(TokenIndex token) const {
  if (token < clause_.end() && upos(token) == Upos::DET) ++token;
  if (token < clause_.end() && upos(token) == Upos::ADJ) ++token;
  return token < clause_.end() && lower(token + 1) == "of" &&
         tree_.has_lemma(token, {"use", "usage", "purchase", "procurement", "installation", "import", "sale",
                                 "deployment"});
}

// "banned the use of it by federal agencies": only where the text says who may not.
bool ToldFinder::ban_on_use(TokenIndex first, Candidate& candidate) const {
  const auto last = clause_.reach(first).last;
  auto by = first;
  while (by < last && lower(by) != "by") ++by;
  if (by >= last) return false;
  candidate.audience = clause_.phrase(by + 1, last);
  candidate.action = first;
  candidate.words = {tree_.language.span({first, by})};
  return candidate.audience.found();
}

// "The use of it by federal agencies is prohibited".
bool ToldFinder::use_of_by(Candidate& candidate) const {
  const auto whole = candidate.audience;
  if (!whole.found() || !use_of(whole.first)) return false;
  auto by = whole.first;
  while (by < whole.last && lower(by) != "by") ++by;
  if (by >= whole.last) return false;
  candidate.audience = clause_.phrase(by + 1, whole.last);
  candidate.action = whole.head;
  candidate.words = {tree_.language.span({whole.first, by})};
  return candidate.audience.found();
}

// "recommends prior validation of any update".
bool ToldFinder::told_noun(const AdviceVerb& verb, Candidate& candidate) const {
  if (!verb.noun || candidate.cue + 1 >= clause_.end() || !candidate.issuer.found()) return false;
  const auto first = candidate.cue + 1;
  const auto tag = upos(first);
  if (tag != Upos::ADJ && tag != Upos::NOUN && tag != Upos::DET) return false;
  if (lower(first) == "that" || tree_.form(clause_.end() - 1) == ":") return false;
  const auto last = clause_.reach(candidate.cue).last;
  const auto what = clause_.phrase(first, last);
  if (!what.found() || tree_.has_lemma(what.head, {"follow", "following", "step", "practice"})) return false;
  for (auto scan = what.first; scan <= what.head; ++scan) {
    if (lower(scan) == "following") return false;
  }
  candidate.action = what.head;
  candidate.words = {tree_.language.span({first, last})};
  return true;
}

// What a "not" at the verb of advising comes to. False: nothing is advised.
bool ToldFinder::negate_told(const AdviceVerb& verb, Candidate& candidate) const {
  const auto& lemma = verb.lemma;
  if (lemma == "require" || lemma == "oblige" || lemma == "obligate" || lemma == "ask") {
    candidate.modality = Modality::need_not;
    return true;
  }
  if (candidate.modality == Modality::may) {
    candidate.modality = Modality::must_not;
    return true;
  }
  // "do not recommend that they stop using it": they need not
  if (lemma == "recommend" &&
      tree_.has_lemma(candidate.action, {"stop", "cease", "discontinue", "abandon"})) {
    candidate.modality = Modality::need_not;
    return true;
  }
  if (lemma == "recommend" || (lemma == "advise" && !candidate.audience.found())) {
    candidate.modality = Modality::should_not;
    return true;
  }
  return false;
}

}  // namespace hearsay::advice
