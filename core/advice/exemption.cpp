#include <utility>

#include "core/advice/finders.hpp"

namespace hearsay::advice {

void ExemptionFinder::exemption(TokenIndex cue) {
  Candidate candidate;
  candidate.shape = Shape::exemption;
  candidate.cue = cue;
  candidate.action = cue;
  candidate.modality = Modality::need_not;
  bool negated = false;
  auto auxiliary = verb_before(cue, negated);
  if (auxiliary == kNoToken) return;
  if (tree_.has_lemma(cue, {"apply", "extend", "pertain"}) && negated && lower(cue + 1) == "to") {
    if (tree_.lemma(auxiliary) != "do" || xpos(auxiliary) == Xpos::VBD) return;
    const auto what = clause_.before(auxiliary);
    if (!what.found() || !instrument(what.head)) return;
    const auto reach = clause_.reach(cue);
    auto nor = cue + 2;
    while (nor < reach.last && lower(nor) != "nor") ++nor;
    candidate.audience = clause_.phrase(cue + 2, nor);
    if (!candidate.audience.found()) return;
    if (nor < reach.last)
      candidate.also = clause_.phrase(lower(nor + 1) == "to" ? nor + 2 : nor + 1, reach.last);
    candidate.words = {tree_.language.span({what.first, cue + 1})};
    candidate.why = "says to whom it does not apply";
  } else if (tree_.has_lemma(cue, {"exempt", "exempted", "excuse"}) && !negated && is_be(auxiliary) &&
             xpos(auxiliary) != Xpos::VBD && !hypothetical(auxiliary)) {
    candidate.audience = clause_.before(auxiliary);
    if (!candidate.audience.found() || denied(candidate.audience)) return;
    candidate.words = {tree_.language.span({cue, clause_.reach(cue).last})};
    candidate.why = "says who is exempt";
  } else if (tree_.has_lemma(cue, {"cover", "affect", "bind"}) && negated && is_be(auxiliary) &&
             lower(cue + 1) == "by") {
    const auto reach = clause_.reach(cue);
    const auto by = clause_.phrase(cue + 2, reach.last);
    if (!by.found() || !instrument(by.head)) return;
    candidate.audience = clause_.before(auxiliary);
    candidate.words = {tree_.language.span({auxiliary, by.last})};
    candidate.why = "says who is not covered";
  } else {
    return;
  }
  add(std::move(candidate));
}

// "No action is required by customers". True where the token is the verb of such a sentence.
bool ExemptionFinder::no_action(TokenIndex cue) {
  if (!tree_.has_lemma(cue, {"require", "need", "necessary", "required", "needed"})) return false;
  bool negated = false;
  const auto auxiliary = verb_before(cue, negated);
  if (auxiliary == kNoToken || !is_be(auxiliary) || xpos(auxiliary) == Xpos::VBD) return false;
  const auto what = clause_.before(auxiliary);
  if (!what.found() || !tree_.has_lemma(what.head, {"action", "update", "step", "measure", "change"}))
    return false;
  if (!negated && !denied(what)) return false;
  Candidate candidate;
  candidate.shape = Shape::exemption;
  candidate.cue = cue;
  candidate.action = cue;
  candidate.modality = Modality::need_not;
  const auto next = lower(cue + 1);
  if (next == "by" || next == "from" || next == "for" || next == "of" || next == "on") {
    candidate.audience = clause_.phrase(cue + 2, clause_.reach(cue).last);
  }
  candidate.words = {tree_.language.span({what.first, cue + 1})};
  candidate.why = "says that nothing need be done";
  add(std::move(candidate));
  return true;
}

}  // namespace hearsay::advice
