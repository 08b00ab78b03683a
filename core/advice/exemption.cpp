#include <algorithm>
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
  if (outside(cue, negated, candidate) || withdrawn(cue, auxiliary, negated, candidate)) {
    add(std::move(candidate));
    return;
  }
  if (tree_.has_lemma(cue, {"apply", "extend", "pertain"}) && negated && lower(cue + 1) == "to") {
    const auto helper = lower(auxiliary);
    if (helper != "do" && helper != "does" && helper != "shall" && helper != "will") return;
    const auto what = clause_.before(auxiliary);
    if (!what.found()) return;
    // "These directions apply to banks. They do not apply to": the directions
    const bool they = upos(what.head) == Upos::PRON && instrument_before();
    // "Firms must appoint one. This does not apply to": what is ordered just before
    candidate.after_order = !they && (helper == "do" || helper == "does") && lower(what.head) == "this";
    if (!they && !candidate.after_order && !instrument(what.head)) return;
    const auto reach = clause_.reach(cue);
    auto nor = cue + 2;
    while (nor < reach.last && lower(nor) != "nor") ++nor;
    candidate.audience = clause_.phrase(cue + 2, nor);
    if (!candidate.audience.found()) return;
    if (nor < reach.last)
      candidate.also = clause_.phrase(lower(nor + 1) == "to" ? nor + 2 : nor + 1, reach.last);
    candidate.words = {tree_.language.span({what.first, cue + 1})};
    candidate.why = "says to whom it does not apply";
  } else if ((tree_.has_lemma(cue, {"exempt", "exempted", "excuse"}) ||
              (tree_.has_lemma(cue, {"exclude", "except"}) && from_instrument(cue + 1))) &&
             !negated && is_be(auxiliary) && xpos(auxiliary) != Xpos::VBD && !hypothetical(auxiliary)) {
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
  } else if ((tree_.has_lemma(cue, {"exclude", "spare", "except"}) || lower(cue) == "excepted") && !negated &&
             is_be(auxiliary) && xpos(auxiliary) != Xpos::VBD && !hypothetical(auxiliary) &&
             ends_at(cue + 1)) {
    candidate.audience = clause_.before(auxiliary);
    if (!candidate.audience.found() || denied(candidate.audience)) return;
    candidate.after_order = true;
    candidate.words = {tree_.language.span({auxiliary, cue + 1})};
    candidate.why = "says who is left out of what is ordered before";
  } else if (tree_.has_lemma(cue, {"cover", "affect", "bind", "include"}) && negated && is_be(auxiliary) &&
             xpos(auxiliary) != Xpos::VBD && ends_at(cue + 1)) {
    candidate.audience = clause_.before(auxiliary);
    if (!candidate.audience.found()) return;
    candidate.after_order = true;
    candidate.words = {tree_.language.span({auxiliary, cue + 1})};
    candidate.why = "says who is not covered by what is ordered before";
  } else {
    return;
  }
  add(std::move(candidate));
}

// Nothing is said of what they are left out of; until when may be.
bool ExemptionFinder::ends_at(TokenIndex token) const {
  return token >= clause_.end() || upos(token) == Upos::PUNCT || clause_.opens_condition(token);
}

// Whether the subject of the sentence before binds people.
bool ExemptionFinder::instrument_before() const {
  const auto& sentence = tree_.language.sentence(clause_.begin());
  if (sentence.first == 0) return false;
  const auto& before = tree_.language.sentence(sentence.first - 1);
  for (auto token = before.first; token < before.last(); ++token) {
    if (tree_.token(token).rel == Deprel::nsubj) return instrument(token);
  }
  return false;
}

// "nothing in it prevents farmers from flying": they are free to.
void ExemptionFinder::not_prevented(TokenIndex cue) {
  if (!tree_.has_lemma(cue, {"prevent", "stop", "preclude", "bar", "keep"}) || upos(cue) != Upos::VERB)
    return;
  auto subject = cue;
  while (subject > clause_.begin() && cue - subject < 5 && lower(subject) != "nothing") --subject;
  if (lower(subject) != "nothing") return;
  auto from = cue + 1;
  while (from < clause_.end() && from < cue + 16 && lower(from) != "from") ++from;
  if (lower(from) != "from" || !gerund(from + 1)) return;
  Candidate candidate;
  candidate.shape = Shape::exemption;
  candidate.cue = cue;
  candidate.action = from + 1;
  candidate.modality = Modality::may;
  candidate.audience = clause_.phrase(cue + 1, from);
  if (!candidate.audience.found()) return;
  candidate.why = "says that nothing prevents them";
  add(std::move(candidate));
}

// "There is nothing customers need to do", "nothing for schools to do".
void ExemptionFinder::nothing_to_do(TokenIndex cue) {
  if (lower(cue) != "nothing" || cue == clause_.begin() || !is_be(cue - 1)) return;
  constexpr TokenIndex kNear = 10;
  for (auto verb = cue + 2; verb < clause_.end() && verb < cue + kNear; ++verb) {
    if (lower(verb) != "do" || lower(verb - 1) != "to") continue;
    auto last = verb - 1;
    if (tree_.has_lemma(last - 1, {"need", "have"})) --last;
    Candidate candidate;
    candidate.shape = Shape::exemption;
    candidate.cue = cue;
    candidate.action = verb;
    candidate.modality = Modality::need_not;
    candidate.audience = clause_.phrase(cue + 1, last);
    candidate.words = {tree_.language.span({cue, verb + 1})};
    candidate.why = "says that nothing need be done";
    if (candidate.audience.found()) add(std::move(candidate));
    return;
  }
}

// "from the order": what binds others.
bool ExemptionFinder::from_instrument(TokenIndex from) const {
  if (lower(from) != "from" && lower(from) != "outside") return false;
  const auto what = clause_.phrase(from + 1, std::min(clause_.end(), from + 8));
  return what.found() && instrument(what.head);
}

// "The ban does not cover hospitals", "the order exempts schools", "hospitals fall outside the order".
bool ExemptionFinder::outside(TokenIndex cue, bool negated, Candidate& candidate) const {
  if (upos(cue) != Upos::VERB) return false;
  if (tree_.has_lemma(cue, {"fall", "stand", "lie"}) && lower(cue + 1) == "outside" && !negated &&
      xpos(cue) != Xpos::VBD && from_instrument(cue + 1)) {
    candidate.audience = clause_.before(cue);
    candidate.words = {tree_.language.span({cue, clause_.reach(cue).last})};
    candidate.why = "says who stands outside of it";
    return candidate.audience.found();
  }
  const bool not_covered = negated &&
                           tree_.has_lemma(cue, {"cover", "affect", "bind", "concern", "include"}) &&
                           tree_.lemma(cue - 1) != "be" && xpos(cue) == Xpos::VB;
  const bool exempted = !negated && tree_.has_lemma(cue, {"exempt"}) &&
                        (xpos(cue) == Xpos::VBZ || xpos(cue) == Xpos::VBD || xpos(cue) == Xpos::VBP);
  if (!not_covered && !exempted) return false;
  bool unused = false;
  const auto auxiliary = not_covered ? verb_before(cue, unused) : cue;
  if (not_covered && (tree_.lemma(auxiliary) != "do" || xpos(auxiliary) == Xpos::VBD)) return false;
  const auto what = clause_.before(auxiliary);
  if (!what.found() || !instrument(what.head)) return false;
  auto last = clause_.reach(cue).last;
  for (auto scan = cue + 1; scan < last; ++scan) {
    if (lower(scan) == "from") last = scan;
  }
  candidate.audience = clause_.phrase(cue + 1, last);
  candidate.words = {tree_.language.span({what.first, cue + 1})};
  candidate.why = not_covered ? "says whom it does not cover" : "says whom it exempts";
  return candidate.audience.found();
}

// "The advice to disable the service has been withdrawn": what need no longer be done.
bool ExemptionFinder::withdrawn(TokenIndex cue, TokenIndex auxiliary, bool negated,
                                Candidate& candidate) const {
  const bool taken_back =
      is_be(auxiliary) && !negated &&
      tree_.has_lemma(cue, {"withdraw", "rescind", "revoke", "lift", "supersede", "retract"});
  const bool lapsed = negated && tree_.has_lemma(cue, {"apply", "stand"}) && lower(cue + 1) != "to";
  if ((!taken_back && !lapsed) || hypothetical(auxiliary)) return false;
  const auto noun = tree_.subject(cue);
  if (noun == kNoToken || noun > cue || noun < clause_.begin() || !instrument(noun)) return false;
  // Only where the text says what had to be done.
  if (lower(noun + 1) != "to" || !clause_.base_verb(noun + 2)) return false;
  auto last = noun + 3;
  while (last < cue && upos(last) != Upos::AUX && lower(last) != "no" && tree_.form(last) != ",") ++last;
  candidate.words = {tree_.language.span({noun + 2, last})};
  candidate.why = "says that what was advised holds no longer";
  return true;
}

// "Resetting the appliance is not necessary".
bool ExemptionFinder::needless_act(TokenIndex cue, TokenIndex auxiliary) {
  auto first = auxiliary;
  while (first > clause_.begin() && !clause_.finite(first - 1) && upos(first - 1) != Upos::PUNCT &&
         upos(first - 1) != Upos::SCONJ)
    --first;
  if (first >= auxiliary || !gerund(first) || upos(first) == Upos::ADJ) return false;
  Candidate candidate;
  candidate.shape = Shape::exemption;
  candidate.cue = cue;
  candidate.action = first;
  candidate.modality = Modality::need_not;
  candidate.words = {tree_.language.span({first, auxiliary})};
  candidate.why = "says that it need not be done";
  add(std::move(candidate));
  return true;
}

// "No action is required by customers". True where the token is the verb of such a sentence.
bool ExemptionFinder::no_action(TokenIndex cue) {
  if (!tree_.has_lemma(cue, {"require", "need", "necessary", "required", "needed"})) return false;
  bool negated = false;
  const auto auxiliary = verb_before(cue, negated);
  if (auxiliary == kNoToken || !is_be(auxiliary) || xpos(auxiliary) == Xpos::VBD) return false;
  if (negated && needless_act(cue, auxiliary)) return true;
  const auto what = clause_.before(auxiliary);
  if (!what.found() ||
      !tree_.has_lemma(what.head, {"action", "update", "step", "measure", "change", "reset", "restart",
                                   "reboot", "upgrade", "replacement", "intervention"}))
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
  if (!candidate.audience.found()) candidate.audience = label();
  candidate.words = {tree_.language.span({what.first, cue + 1})};
  candidate.why = "says that nothing need be done";
  add(std::move(candidate));
  return true;
}

}  // namespace hearsay::advice
