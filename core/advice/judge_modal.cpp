#include "core/advice/judge.hpp"

// Whether a sentence with "must", "should", "may" or "need not" is advice, and to whom.
namespace hearsay::advice {

bool Judge::modal(const Candidate& candidate, const Place& place, const Advice* before, bool ordered,
                  Verdict& verdict) const {
  auto& advice = *verdict.advice;
  const auto subject = candidate.audience.head;
  const bool exempt = candidate.modality == Modality::need_not;
  // "the attacker must log in"; but "the vulnerability must be mitigated"
  const bool victims = subject != kNoToken && tree_.token(subject).xpos == Xpos::NNS &&
                       tree_.has_lemma(subject, {"victim"}) && candidate.modality != Modality::must &&
                       candidate.modality != Modality::may && claim_of_[candidate.cue];
  if (subject != kNoToken && people_.hostile_word(subject) && !candidate.passive && !victims) return false;
  // A state of mind is no action, unless it is to be reached by a day.
  if (tree_.has_lemma(candidate.action, {"know", "want"}) && !verdict.dated) return false;
  if (for_an_attack(candidate)) {
    verdict.dropped = "tells how an attack goes, not what to do";
    return false;
  }
  const auto claim = claim_of_[candidate.cue];
  const bool issued = (voice_.issuing || place.section()) && !quoted(tree_, candidate.cue);
  const bool own_voice = issued || (voice_.addressing && !quoted(tree_, candidate.cue));
  if (candidate.permission &&
      (!words_.is(WordClass::permission, tree_.lemma(candidate.action)) ||
       !(voice_.issuing || (voice_.addressing && !claim) || issuers_.said_by_instrument(claim) ||
         permitted_in_story(candidate, before)))) {
    return false;
  }
  // "Many firms may not report it, she says": what is possible, unless it is the state or an order that says
  // so.
  // "you may not get patches": what may happen to them
  if (candidate.modality == Modality::must_not && tree_.lower(candidate.cue) == "may" &&
      tree_.has_lemma(candidate.action, {"get", "find", "see", "notice", "receive", "experience", "hear"}))
    return false;
  if (candidate.modality == Modality::must_not && tree_.lower(candidate.cue) == "may" && claim &&
      !own_voice && !issuers_.voice_of_state(issuers_.source_of(claim)) &&
      !issuers_.said_by_instrument(claim))
    return false;
  // "operators would have to remove it": where the ministry is reported to say so.
  if (candidate.only_dated && (!verdict.dated || !issuers_.voice_of_state(issuers_.source_of(claim))))
    return false;
  if (candidate.backshifted &&
      (!claim || !(claims_[claim.index()].source || issuers_.said_by_instrument(claim)) ||
       !spoken_with_authority(candidate, claim, exempt)))
    return false;
  if (candidate.offered && !own_voice &&
      (!claim || !people_.plural_audience(subject) || !spoken_with_authority(candidate, claim, exempt)))
    return false;
  if (candidate.offered && own_voice && (!voice_.addressing || tree_.lemma(candidate.action) == "use"))
    return false;  // what an advisory's users can do
  // "you need not be an expert to see": no exemption.
  if (exempt && !voice_.issuing && tree_.lower(candidate.action) == "be" &&
      !tree_.has_lemma(candidate.action + 1,
                       {"concerned", "worried", "alarmed", "afraid", "concern", "worry", "alarm"}))
    return false;
  const bool permitted = candidate.permission && permitted_in_story(candidate, before);
  if (!own_voice && !ordered && !permitted && !spoken_with_authority(candidate, claim, exempt)) return false;
  if (subject == kNoToken) return exempt || issued;
  // "you have to admit": a phrase, unless the verb is one of acting.
  if (!own_voice && tree_.lemma(subject) == "you" && !claim &&
      !words_.is(WordClass::imperative, tree_.lower(candidate.action))) {
    return false;
  }
  // "the local user must have an account": how an attack goes, told where nobody is advised.
  const auto number = tree_.token(subject).xpos;
  if (place.descriptive() && number == Xpos::NN && !exempt && !candidate.passive &&
      !people_.headed_by(subject) &&
      !(addressable(subject) && !tree_.has_lemma(subject, {"user", "administrator", "person", "client",
                                                           "individual", "victim", "team", "community"}))) {
    return false;
  }
  // "When users see it, they should": whom the pronoun stands for in its sentence.
  if (tree_.lemma(subject) == "they") {
    // "Customers still running it should assume that they ... and must migrate"
    if (before != nullptr && !before->action.empty() && !before->audience.empty() &&
        tree_.language.sentence(subject).span.contains(before->action.front())) {
      advice.audience = before->audience;
      return !candidate.passive || exempt;
    }
    auto users = users_before(subject);
    if (users == kNoToken && !people_.acting(people_.headed_by(subject)))
      users = users_of_sentence_before(subject);
    if (users != kNoToken) {
      advice.audience = people_.audience(whole_phrase(users, subject));
      return !candidate.passive || exempt;
    }
  }
  if (addressable(candidate.audience) || victims) {
    if (candidate.passive && !exempt) return false;  // "users must be warned": somebody else must act
    if (candidate.needs_source && !own_voice && !ordered && !claim) return false;
    advice.audience = people_.audience(candidate.audience);
    return true;
  }
  if ((!issued && !ordered) || (exempt && !candidate.passive) || people_.self(subject) ||
      candidate.permission)
    return false;
  // A directive orders in every section; elsewhere "must be" outside of advice tells how a thing works.
  const bool orders = place.binding() && candidate.modality == Modality::must;
  if (place.descriptive() && !orders) return false;
  // "The update should be installed": the readers are meant.
  if (!candidate.passive || tree_.token(subject).upos == Upos::PRON) return false;
  verdict.subject_in_action = true;
  return true;
}

}  // namespace hearsay::advice
