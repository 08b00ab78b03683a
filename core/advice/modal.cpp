#include <algorithm>
#include <utility>

#include "core/advice/finders.hpp"

namespace hearsay::advice {

void ModalFinder::modal(TokenIndex cue) {
  const auto word = lower(cue);
  const auto modality = words_.value(WordClass::modal, word);
  if (!modality || (xpos(cue) != Xpos::MD && word != "need")) return;
  bool negated = false;
  auto verb = verb_after(cue, negated);
  if (verb == kNoToken) return;
  if (word == "need" && !negated) return;
  Candidate candidate;
  candidate.shape = Shape::modal;
  candidate.cue = cue;
  candidate.audience = clause_.before(cue);
  if (!candidate.audience.found()) candidate.audience = joined_subject(cue);
  if (!candidate.audience.found()) return;
  candidate.why = "“" + word + "” before what is to be done";
  if (tree_.lemma(verb) == "have" && verb + 1 < clause_.end()) {
    const auto next = xpos(verb + 1);
    if (next == Xpos::VBN || upos(verb + 1) == Upos::AUX) return;  // "must have been": a guess at the past
    if (denied_object(verb)) return;                               // "have no reason to": the noun tells it
  }
  if (is_be(verb)) {
    bool inner = false;
    const auto main = verb_after(verb, inner);
    negated = negated || inner;
    if (main != kNoToken && participle(main)) {
      // "should be advised to": the verb of advising tells it
      if (words_.verb(lower(main)) != nullptr && lower(main + 1) == "to") return;
      candidate.passive = true;
      verb = main;
    } else if (main != kNoToken && xpos(main) == Xpos::VBG) {
      return;  // "must be wondering"
    }
  }
  candidate.action = verb;
  candidate.modality =
      word != "need" && (negated || denied(candidate.audience)) ? forbidden(*modality) : *modality;
  candidate.permission = candidate.modality == Modality::may;
  // "may not be able": what is possible. "may not use": what is forbidden.
  if (word == "may" && !candidate.permission &&
      (is_be(verb) || tree_.has_lemma(verb, {"have", "need", "provide", "require", "include"}) ||
       !words_.is(WordClass::imperative, lower(verb)))) {
    return;
  }
  if (word == "may" && negated && !candidate.audience.found()) return;
  add_with_joined(std::move(candidate));
}

// The subject of the first of joined verbs: "Agencies update it and must report".
Phrase ModalFinder::joined_subject(TokenIndex cue) const {
  if (cue == clause_.begin() || upos(cue - 1) != Upos::CCONJ) return {};
  const auto head = tree_.token(cue).head;
  const auto subject = head == kNoToken ? kNoToken : tree_.subject(head);
  if (subject == kNoToken || subject > cue) return {};
  return {std::max(tree_.language.subtree(subject).first, clause_.begin()), subject + 1, subject};
}

bool ModalFinder::denied_object(TokenIndex verb) const {
  for (auto next = verb + 1; next < clause_.end() && next < verb + 5; ++next) {
    if (lower(next) == "no") return true;
  }
  return false;
}

// "have to", "need to", "ought to".
void ModalFinder::semi_modal(TokenIndex cue) {
  const auto modality = words_.value(WordClass::semi_modal, tree_.lemma(cue));
  if (!modality || lower(cue + 1) != "to") return;
  if (upos(cue) != Upos::VERB && upos(cue) != Upos::AUX) return;
  if (xpos(cue) == Xpos::VBD || xpos(cue) == Xpos::VBG || xpos(cue) == Xpos::VBN) return;
  bool negated = false;
  auto auxiliary = verb_before(cue, negated);
  const bool helped = auxiliary != kNoToken && upos(auxiliary) == Upos::AUX;
  if (helped && (xpos(auxiliary) == Xpos::VBD || tree_.lemma(auxiliary) == "have" || hypothetical(cue)))
    return;
  if (auxiliary != kNoToken && (lower(auxiliary) == "to" || lower(auxiliary) == "if")) return;
  if (conditional(cue)) return;  // "if the file needs to be encrypted"
  Candidate candidate;
  candidate.shape = Shape::modal;
  candidate.cue = cue;
  candidate.audience = clause_.before(helped ? auxiliary : cue);
  bool inner = false;
  candidate.action = verb_after(cue + 1, inner);
  if (candidate.action == kNoToken || !candidate.audience.found()) return;
  candidate.modality = *modality;
  if (negated || denied(candidate.audience)) {
    candidate.modality = *modality == Modality::must ? Modality::need_not : Modality::should_not;
  }
  if (lower(candidate.action) == "be" && xpos(candidate.action + 1) == Xpos::VBN &&
      candidate.action + 1 < clause_.end()) {
    ++candidate.action;
    candidate.passive = true;
  }
  candidate.why = "“" + lower(cue) + " to” before what is to be done";
  add_with_joined(std::move(candidate));
}

// "have no reason to", "there is no need for users to".
void ModalFinder::no_need(TokenIndex noun) {
  if (noun == clause_.begin() || !words_.is(WordClass::no_need, tree_.lemma(noun))) return;
  if (upos(noun) != Upos::NOUN) return;
  const bool none = lower(noun - 1) == "no" || (noun >= clause_.begin() + 2 && lower(noun - 2) == "no");
  if (!none) return;
  auto to = noun + 1;
  Candidate candidate;
  if (lower(to) == "for") {
    while (to < clause_.end() && to < noun + 10 && lower(to) != "to") ++to;
    candidate.audience = clause_.phrase(noun + 2, to);
  }
  if (lower(to) != "to") return;
  bool inner = false;
  candidate.action = verb_after(to, inner);
  // "no reason to believe that": of a state of mind nobody is exempt.
  if (candidate.action == kNoToken ||
      tree_.has_lemma(candidate.action,
                      {"believe", "think", "doubt", "suspect", "assume", "suppose", "expect", "fear"}))
    return;
  auto have = noun - 1;
  while (have > clause_.begin() && upos(have) != Upos::VERB && upos(have) != Upos::AUX && noun - have < 4)
    --have;
  if (tree_.lemma(have) == "have" && !candidate.audience.found()) candidate.audience = clause_.before(have);
  candidate.shape = Shape::modal;
  candidate.cue = noun;
  candidate.modality = Modality::need_not;
  candidate.why = "“no " + lower(noun) + " to”";
  add(std::move(candidate));
}

// "agencies are to report".
void ModalFinder::are_to(TokenIndex be) {
  if (lower(be) != "are" || lower(be + 1) != "to") return;
  bool negated = false;
  Candidate candidate;
  candidate.shape = Shape::modal;
  candidate.cue = be;
  candidate.action = verb_after(be + 1, negated);
  candidate.audience = clause_.before(be);
  if (candidate.action == kNoToken || !candidate.audience.found() || !clause_.base_verb(candidate.action))
    return;
  if (lower(candidate.action) == "be") return;
  candidate.modality = negated ? Modality::must_not : Modality::must;
  candidate.needs_source = true;
  candidate.why = "“are to” before what is to be done";
  add_with_joined(std::move(candidate));
}

// "gives agencies 90 days to remove it", "were given until 30 June to", "have 60 days to comply".
void ModalFinder::given_time(TokenIndex cue) {
  const bool give = tree_.has_lemma(cue, {"give"}) || lower(cue) == "given";
  if ((!give && tree_.lemma(cue) != "have") || upos(cue) == Upos::NOUN || upos(cue) == Upos::SCONJ) return;
  auto time = cue + 1;
  while (time < clause_.end() && time < cue + 8 && lower(time) != "until" && upos(time) != Upos::NUM) {
    if (upos(time) == Upos::VERB || upos(time) == Upos::PUNCT) return;
    ++time;
  }
  if (time >= clause_.end() || time == cue + 8) return;
  auto to = time + 1;
  while (to < clause_.end() && to < time + 7 && lower(to) != "to") ++to;
  if (lower(to) != "to") return;
  const bool until = lower(time) == "until";
  if (!until && !tree_.has_lemma(to - 1, {"hour", "day", "week", "month", "year"})) return;
  bool negated = false;
  const auto action = verb_after(to, negated);
  if (action == kNoToken || !clause_.base_verb(action) || hypothetical(cue)) return;
  const auto auxiliary = verb_before(cue, negated);
  const bool passive = give && auxiliary != kNoToken && is_be(auxiliary);
  Candidate candidate;
  candidate.shape = Shape::told;
  candidate.cue = cue;
  candidate.action = action;
  candidate.time = until ? time + 1 : time;
  candidate.modality = Modality::must;
  candidate.why = "gives them a time in which to act";
  if (give && !passive) {
    candidate.audience = clause_.phrase(cue + 1, time);
    candidate.issuer = clause_.before(cue);
  } else {
    candidate.audience = clause_.before(passive ? auxiliary : cue);
  }
  if (negated || !candidate.audience.found()) return;
  add_with_joined(std::move(candidate));
}

// "companies are free to continue", "consumers can keep using it".
void ModalFinder::free_to(TokenIndex cue) {
  Candidate candidate;
  bool negated = false;
  if (lower(cue) == "free" && lower(cue + 1) == "to") {
    const auto auxiliary = verb_before(cue, negated);
    if (auxiliary == kNoToken || !is_be(auxiliary)) return;
    candidate.audience = clause_.before(auxiliary);
    candidate.action = verb_after(cue + 1, negated);
  } else if (lower(cue) == "can" && xpos(cue) == Xpos::MD) {
    candidate.audience = clause_.before(cue);
    candidate.action = verb_after(cue, negated);
    if (candidate.action == kNoToken || !tree_.has_lemma(candidate.action, {"keep", "continue"})) return;
  } else {
    return;
  }
  if (negated || candidate.action == kNoToken || !candidate.audience.found()) return;
  candidate.shape = Shape::modal;
  candidate.cue = cue;
  candidate.modality = Modality::may;
  candidate.why = "says what they are free to do";
  add(std::move(candidate));
}

}  // namespace hearsay::advice
