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
  negated = negated || (word == "need" && does_nothing(verb));
  if (word == "need" && !negated) return;
  Candidate candidate;
  candidate.shape = Shape::modal;
  candidate.cue = cue;
  candidate.audience = clause_.before(cue);
  if (!candidate.audience.found()) candidate.audience = joined_subject(cue);
  if (!candidate.audience.found()) return;
  candidate.why = "“" + word + "” before what is to be done";
  // "Not all agencies must": who must, cannot be read.
  if (lower(candidate.audience.first) == "not") return;
  if (in_relative_clause(cue) || only_suggested(candidate.audience)) return;
  // "no reason why they should replace it"
  if (candidate.audience.first > clause_.begin() + 1 && lower(candidate.audience.first - 1) == "why") {
    const auto why = candidate.audience.first - 1;
    if (word != "should" || !words_.is(WordClass::no_need, tree_.lemma(why - 1)) ||
        why < clause_.begin() + 2 || lower(why - 2) != "no")
      return;
    candidate.modality = Modality::need_not;
    candidate.action = verb;
    candidate.why = "“no " + lower(why - 1) + " why” before what is to be done";
    add_with_joined(std::move(candidate));
    return;
  }
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
      const auto* told = words_.verb(lower(main));
      if (told != nullptr && lower(main + 1) == "to") {
        // "Banks should be obliged to keep it"
        if (told->modality != Modality::must || negated || word == "may") return;
        candidate.action = verb_after(main + 1, inner);
        candidate.modality = *modality;
        if (candidate.action != kNoToken && !inner) add_with_joined(std::move(candidate));
        return;
      }
      candidate.passive = true;
      verb = main;
    } else if (main != kNoToken && (lower(main) == "sure" || lower(main) == "certain") &&
               lower(main + 1) == "to") {
      verb = verb_after(main + 1, inner);  // "should also be sure to back it up"
      if (verb == kNoToken) return;
    } else if (main != kNoToken && xpos(main) == Xpos::VBG) {
      return;  // "must be wondering"
    }
  }
  candidate.action = verb;
  if (word != "need" && negated) candidate.asserted = *modality;
  candidate.modality =
      word != "need" && (negated || denied(candidate.audience)) ? forbidden(*modality) : *modality;
  // "may want to check", "may wish to": advice, put politely.
  if (word == "may" && !negated && tree_.has_lemma(verb, {"want", "wish", "like", "prefer"}) &&
      lower(verb + 1) == "to") {
    bool inner = false;
    candidate.action = verb_after(verb + 1, inner);
    if (candidate.action == kNoToken || !clause_.base_verb(candidate.action)) return;
    if (tree_.has_lemma(candidate.action, {"see", "know", "get", "have", "hear"}))
      return;  // what they wish for
    candidate.modality = inner ? Modality::should_not : Modality::should;
    candidate.why = "“may " + lower(verb) + " to” before what is to be done";
    add_with_joined(std::move(candidate));
    return;
  }
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

// "Travellers who must use it should": the clause says which, and orders nothing. "Operators, who must": it
// does.
bool ModalFinder::in_relative_clause(TokenIndex cue) const {
  if (cue < clause_.begin() + 2) return false;
  const auto word = lower(cue - 1);
  if (word != "who" && word != "which" && word != "that") return false;
  return tree_.form(cue - 2) != "," && (word != "that" || upos(cue - 2) == Upos::NOUN);
}

// "The suggestion that people should use it": told of, and not told.
bool ModalFinder::only_suggested(const Phrase& who) const {
  if (who.first < clause_.begin() + 2 || lower(who.first - 1) != "that") return false;
  return tree_.has_lemma(who.first - 2,
                         {"suggestion", "idea", "notion", "proposal", "argument", "belief", "claim"});
}

// "At no point should staff enter it", "Under no circumstances should it be opened", "Nor should users".
void ModalFinder::inverted(TokenIndex cue) {
  const auto modality = words_.value(WordClass::modal, lower(cue));
  if (!modality || xpos(cue) != Xpos::MD || *modality == Modality::need_not || *modality == Modality::may)
    return;
  constexpr TokenIndex kOpening = 5;
  constexpr TokenIndex kSubject = 10;
  bool none = false;
  auto first = cue;
  while (first > clause_.begin() && cue - first < kOpening && upos(first - 1) != Upos::PUNCT) {
    --first;
    if (upos(first) == Upos::VERB || upos(first) == Upos::AUX) break;
    const auto word = lower(first);
    none = none || word == "no" || word == "nor" || word == "neither" || word == "never";
  }
  if (!none) return;
  for (auto verb = cue + 2; verb < clause_.end() && verb < cue + kSubject; ++verb) {
    if (upos(verb) == Upos::PUNCT) return;
    const bool be = lower(verb) == "be" && participle(verb + 1);
    if (!be && (xpos(verb) != Xpos::VB || upos(verb) != Upos::VERB)) continue;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = cue;
    candidate.audience = clause_.phrase(cue + 1, verb);
    candidate.action = be ? verb + 1 : verb;
    candidate.passive = be;
    candidate.modality = forbidden(*modality);
    candidate.why = "“" + lower(cue) + "” after a denial";
    if (candidate.audience.found()) add_with_joined(std::move(candidate));
    return;
  }
}

// "Users had better upgrade at once."
void ModalFinder::had_better(TokenIndex cue) {
  if (lower(cue) != "better" || cue == clause_.begin() || tree_.lemma(cue - 1) != "have") return;
  bool negated = false;
  Candidate candidate;
  candidate.shape = Shape::modal;
  candidate.cue = cue;
  candidate.action = verb_after(cue, negated);
  candidate.audience = clause_.before(cue - 1);
  if (candidate.action == kNoToken || !candidate.audience.found() || !clause_.base_verb(candidate.action))
    return;
  candidate.modality = negated ? Modality::should_not : Modality::should;
  candidate.why = "“had better” before what is to be done";
  add_with_joined(std::move(candidate));
}

// "need take no action", "have to do nothing".
bool ModalFinder::does_nothing(TokenIndex verb) const {
  if (!tree_.has_lemma(verb, {"do", "take"})) return false;
  const auto next = lower(verb + 1);
  return next == "nothing" || next == "no";
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
  if (xpos(cue) == Xpos::VBG || xpos(cue) == Xpos::VBN) return;
  // "said that clinics had to disconnect it by May": the order as it is reported, where it has a day
  const bool had = xpos(cue) == Xpos::VBD;
  bool negated = false;
  auto auxiliary = verb_before(cue, negated);
  const bool helped = auxiliary != kNoToken && upos(auxiliary) == Upos::AUX;
  // "said operators would have to remove it"
  const bool backshifted = helped && (lower(auxiliary) == "would" || (lower(auxiliary) == "did" && negated));
  if (helped && !backshifted &&
      (xpos(auxiliary) == Xpos::VBD || tree_.lemma(auxiliary) == "have" || hypothetical(cue)))
    return;
  if (auxiliary != kNoToken && (lower(auxiliary) == "to" || lower(auxiliary) == "if")) return;
  if (conditional(cue)) return;  // "if the file needs to be encrypted"
  // "the head start they need to launch it"
  if (tree_.token(cue).rel == Deprel::acl_relcl && cue > clause_.begin() + 1 && upos(cue - 1) == Upos::PRON &&
      upos(cue - 2) == Upos::NOUN)
    return;
  Candidate candidate;
  candidate.shape = Shape::modal;
  candidate.cue = cue;
  candidate.audience = clause_.before(helped ? auxiliary : cue);
  bool inner = false;
  candidate.action = verb_after(cue + 1, inner);
  if (!candidate.audience.found()) candidate.audience = joined_subject(helped ? auxiliary : cue);
  if (candidate.action == kNoToken || !candidate.audience.found()) return;
  if (lower(candidate.audience.first) == "not") return;  // "Not all agencies have to": who, cannot be read
  // "examples of why organisations need to": what somebody explains.
  if (candidate.audience.first > clause_.begin() && lower(candidate.audience.first - 1) == "why") return;
  candidate.backshifted = backshifted || had;
  candidate.only_dated = had;
  candidate.modality = *modality;
  if (negated || denied(candidate.audience) || does_nothing(candidate.action)) {
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
  auto verb = noun - 1;
  while (verb > clause_.begin() && upos(verb) != Upos::VERB && upos(verb) != Upos::AUX && noun - verb < 5)
    --verb;
  // "The office sees no reason to act" says what it will do itself.
  const bool have = tree_.lemma(verb) == "have";
  const bool under = is_be(verb) && lower(verb + 1) == "under";
  const bool there = is_be(verb) && verb > clause_.begin() && lower(verb - 1) == "there";
  if (!have && !under && !there) return;
  if (!there && !candidate.audience.found()) candidate.audience = subject_or_antecedent(verb);
  candidate.shape = Shape::modal;
  candidate.cue = noun;
  candidate.modality = Modality::need_not;
  candidate.why = "“no " + lower(noun) + " to”";
  add(std::move(candidate));
}

// "It is essential for operators to", "it is not necessary to", "companies would be wise to".
void ModalFinder::advisable(TokenIndex adjective) {
  struct Word {
    const char* form;
    Modality modality;
    Modality denied;
    bool of_people;  // "would be wise to": who acts is the subject
  };
  static constexpr Word kWords[] = {{"necessary", Modality::must, Modality::need_not, false},
                                    {"mandatory", Modality::must, Modality::need_not, false},
                                    {"compulsory", Modality::must, Modality::need_not, false},
                                    {"obligatory", Modality::must, Modality::need_not, false},
                                    {"essential", Modality::should, Modality::should, false},
                                    {"imperative", Modality::should, Modality::should, false},
                                    {"vital", Modality::should, Modality::should, false},
                                    {"crucial", Modality::should, Modality::should, false},
                                    {"important", Modality::should, Modality::should, false},
                                    {"advisable", Modality::should, Modality::should_not, false},
                                    {"prudent", Modality::should, Modality::should_not, true},
                                    {"wise", Modality::should, Modality::should_not, true},
                                    {"well", Modality::should, Modality::should_not, true},
                                    {"forbidden", Modality::must_not, Modality::may, false},
                                    {"prohibited", Modality::must_not, Modality::may, false},
                                    {"illegal", Modality::must_not, Modality::may, false},
                                    {"unlawful", Modality::must_not, Modality::may, false}};
  const auto form = lower(adjective);
  const auto* word =
      std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& one) { return form == one.form; });
  if (word == std::end(kWords)) return;
  bool negated = false;
  auto verb = verb_before(adjective, negated);
  // "The new rules make it mandatory for clinics to"
  const bool made = verb != kNoToken && verb > clause_.begin() && lower(verb) == "it" &&
                    tree_.lemma(verb - 1) == "make" && word->modality == Modality::must;
  if (made) verb_before(verb - 1, negated);
  if (verb == kNoToken || (xpos(verb) == Xpos::VBD && !made)) return;
  if (made && hypothetical(verb - 1)) return;
  const bool do_well = form == "well" && lower(verb) == "do";
  if (!do_well && !made && (form == "well" || !is_be(verb))) return;
  Candidate candidate;
  auto subject_end = verb;
  const bool would = verb > clause_.begin() && lower(verb - 1) == "would";
  if (would) --subject_end;
  if (do_well && !would) return;
  const auto subject = made ? Phrase{verb, verb + 1, verb} : clause_.before(subject_end);
  const bool impersonal = subject.found() && lower(subject.head) == "it";
  if (impersonal ? do_well : !word->of_people || !would) return;
  auto to = adjective + 1;
  if (impersonal && lower(to) == "for") {
    while (to < clause_.end() && to < adjective + 16 && lower(to) != "to") ++to;
    candidate.audience = clause_.phrase(adjective + 2, to);
  } else if (!impersonal) {
    candidate.audience = subject;
  }
  if (lower(to) != "to") return;
  bool inner = false;
  candidate.action = verb_after(to, inner);
  // "It is important to note that": nobody is told to act.
  if (candidate.action == kNoToken || !words_.is(WordClass::imperative, lower(candidate.action)) ||
      tree_.has_lemma(candidate.action, {"note", "remember", "recognise", "recognize", "see", "be", "read",
                                         "look", "consider", "assess", "determine", "identify"}))
    return;
  candidate.shape = Shape::modal;
  candidate.cue = adjective;
  if (inner && word->modality == Modality::must_not) return;  // "it is illegal not to"
  candidate.modality = negated ? word->denied : inner ? forbidden(word->modality) : word->modality;
  if (negated && candidate.modality == word->modality) return;
  candidate.why = "“" + form + " to” before what is to be done";
  add_with_joined(std::move(candidate));
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
  if (lower(candidate.action) == "be") {
    ++candidate.action;
    if (!participle(candidate.action)) return;
    candidate.passive = true;
  }
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
  const bool until = lower(time) == "until";
  if (lower(to) != "to" && until && !give) time_left(cue, time);
  if (lower(to) != "to") return;
  bool unit = until;
  for (auto scan = time; scan < to; ++scan)
    unit = unit || tree_.has_lemma(scan, {"hour", "day", "week", "month", "year"});
  if (!unit) return;
  bool negated = false;
  const auto action = verb_after(to, negated);
  if (action == kNoToken || !clause_.base_verb(action) || hypothetical(cue)) return;
  const auto auxiliary = verb_before(cue, negated);
  const bool passive = give && auxiliary != kNoToken && is_be(auxiliary);
  if (passive && xpos(auxiliary) == Xpos::VBD && !until) return;  // "was given seven weeks": once
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

// "Schools have until the end of 2026": to do what was ordered just before.
void ModalFinder::time_left(TokenIndex have, TokenIndex until) {
  bool negated = false;
  const auto before = verb_before(have, negated);
  if (negated || xpos(have) == Xpos::VBD || (before != kNoToken && upos(before) == Upos::AUX)) return;
  Candidate candidate;
  candidate.audience = clause_.before(have);
  if (!candidate.audience.found()) return;
  auto last = until + 1;
  while (last < clause_.end() && tree_.form(last) != "," && upos(last) != Upos::CCONJ &&
         upos(last) != Upos::SCONJ && upos(last) != Upos::VERB && tree_.form(last) != ".")
    ++last;
  candidate.shape = Shape::modal;
  candidate.cue = have;
  candidate.action = have;
  candidate.time = until + 1;
  candidate.modality = Modality::must;
  candidate.after_order = true;
  candidate.words = {tree_.language.span({have, last})};
  candidate.why = "gives them longer to do what is ordered before";
  add(std::move(candidate));
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
  } else if ((lower(cue) == "can" || lower(cue) == "could") && xpos(cue) == Xpos::MD) {
    candidate.audience = clause_.before(cue);
    candidate.action = verb_after(cue, negated);
    if (candidate.action == kNoToken || in_relative_clause(cue) || conditional(cue)) return;
    // "Customers could install it themselves, she said": who says so, frees them to.
    candidate.offered =
        tree_.has_lemma(candidate.action, {"install", "apply", "change", "switch", "collect", "claim",
                                           "return", "cancel", "contact", "request", "use", "wait", "opt",
                                           "choose", "update", "upgrade", "disable", "reset"});
    candidate.backshifted = lower(cue) == "could";
    const bool on = lower(candidate.action + 1) == "on" && tree_.has_lemma(candidate.action, {"go", "carry"});
    const bool safely = lower(cue + 1) == "safely" || lower(cue + 1) == "still";
    const bool back = lower(candidate.action) == "go" && lower(candidate.action + 1) == "back";
    if (!on && !back && !candidate.offered &&
        !(safely && tree_.has_lemma(candidate.action, {"use", "run", "operate", "rely", "install"})) &&
        !(tree_.has_lemma(candidate.action, {"keep", "continue"}) &&
          (gerund(candidate.action + 1) || lower(candidate.action + 1) == "to")))
      return;
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
