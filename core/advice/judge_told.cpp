#include "core/advice/judge.hpp"

// Whether what a verb or a noun of advising tells is advice, whose, and to whom.
namespace hearsay::advice {

bool Judge::told(const Candidate& candidate, const Place& place, bool dated, Verdict& verdict) const {
  auto& advice = *verdict.advice;
  if (candidate.issuer.found()) {
    const auto issuer = candidate.issuer.head;
    // "the scammer asks users to pay" is judged below, where it is said why it is none.
    advice.issuer = people_.named_in(candidate.issuer);
    if (!people_.acting(advice.issuer)) {
      if (const auto owner = issuers_.owner_of(candidate.issuer)) advice.issuer = owner;
    }
    if (people_.self(issuer) && !quoted(tree_, candidate.cue) && (voice_.issuing || voice_.addressing)) {
      advice.issuer = voice_.issuer;
    } else if (people_.self(issuer) && !advice.claim) {
      // "We asked two researchers to examine it": how the story came about.
      if (people_.self(issuer) && !voice_.issuing && tree_.token(candidate.cue).xpos == Xpos::VBD)
        return false;
      // "we require you to verify your account", in a story: nobody knows who "we" are.
      verdict.dropped = "the text does not say who asks for it";
      return false;
    } else if (people_.self(issuer)) {
      advice.issuer = claims_[advice.claim.index()].source;  // "“We ask everyone to wait,” she said."
    }
    if (!advice.issuer && tree_.token(issuer).upos == Upos::PRON && !voice_.issuing)
      advice.issuer = issuers_.subject_before(issuer);
    // "Its unknown senders now advise": a pronoun that was read as somebody without a name is nobody.
    if (tree_.token(issuer).upos == Upos::PRON && people_.unnamed(advice.issuer)) advice.issuer = {};
    const bool instrument = words_.is(WordClass::instrument, tree_.lemma(issuer));
    // "Management", "the pilots' union Altair": somebody, though no actor is known for them
    bool somebodys = tree_.token(issuer).upos == Upos::NOUN && addressable(issuer);
    for (auto word = candidate.issuer.first; word < candidate.issuer.last && !somebodys; ++word) {
      somebodys = tree_.token(issuer).upos == Upos::PROPN && tree_.token(word).upos == Upos::NOUN &&
                  words_.is(WordClass::audience, tree_.lemma(word));
    }
    if (candidate.needs_source && !people_.acting(advice.issuer) && !instrument && !somebodys &&
        !people_.hostile_word(issuer)) {
      // "Her group, Tahirović said, was demanding that": who reports the demand makes it.
      advice.issuer = issuers_.source_of(claim_of_[candidate.cue]);
      if (!people_.acting(advice.issuer)) return false;
    }
    // "The reset will require users to", "exploitation requires the user to": how a thing works
    const bool works = tree_.token(issuer).upos == Upos::NOUN &&
                       tree_.has_lemma(candidate.cue, {"require"}) && !advice.issuer && !instrument &&
                       !addressable(issuer) && !people_.hostile_word(issuer);
    if (works) return false;
    // "the order instructs the user to pay", in a story: a purchase order as likely as a government's.
    if (instrument && !advice.issuer && !voice_.issuing && candidate.audience.found() &&
        !people_.plural_audience(candidate.audience.head) &&
        tree_.token(candidate.audience.head).xpos == Xpos::NN) {
      return false;
    }
    // "The dialog tells users to": a thing. "Corvane recommends that": a maker that was read as its product.
    const bool product = advice.issuer && people_.actor(advice.issuer).kind == ActorKind::product;
    if (product && candidate.needs_source) return false;
    // "Directive 21-01 required": a document; whose it is, is known elsewhere.
    if (product && people_.numbered(advice.issuer)) advice.issuer = {};
  } else if (candidate.needs_source && candidate.active &&
             people_.acting(issuers_.source_of(claim_of_[candidate.cue])) && !quoted(tree_, candidate.cue)) {
    advice.issuer =
        issuers_.source_of(claim_of_[candidate.cue]);  // "Her group, she said, was demanding that"
  } else if (candidate.needs_source && !told_to_all(candidate) &&
             !(dated && candidate.audience.found() && addressable(candidate.audience.head))) {
    return false;
  }
  // "IT was advised to bring it down": once, and who was told is lost
  if (!candidate.active && !candidate.audience.found() && !candidate.passive &&
      tree_.lower(candidate.cue - 1) == "was" && !voice_.issuing)
    return false;
  if (told_by_lure(candidate)) {
    verdict.dropped = "a message or a page says it, and nobody whose it is: what a fraud may say";
    return false;
  }
  if (told_themselves(candidate) || told_once(candidate, advice)) return false;
  // "gives the hospitals until Friday to pay": what an extortioner demands, unless the state fines.
  const bool fine = advice.issuer && people_.actor(advice.issuer).kind == ActorKind::government;
  if (!fine && candidate.time != kNoToken && tree_.lemma(candidate.action) == "pay") {
    verdict.dropped = "asks for money by a day: what an extortioner demands";
    return false;
  }
  // "Pilz warned against prejudging a firm": a person's opinion, to nobody.
  const bool person = advice.issuer && people_.actor(advice.issuer).kind == ActorKind::person;
  if (person && !candidate.audience.found() && negative(candidate.modality) && !voice_.issuing) return false;
  // "recommends a restart", "asked that it be removed": advice in a document of advice only.
  const bool thing = !candidate.words.empty() && !negative(candidate.modality) && !candidate.by_noun;
  const bool body = people_.acting(advice.issuer) && people_.actor(advice.issuer).kind != ActorKind::person;
  const bool recommended = candidate.passive && body && tree_.lemma(candidate.cue) == "recommend";
  // "had asked that it be closed": what somebody wanted of whoever decides.
  if (candidate.passive && candidate.needs_source && candidate.issuer.found() &&
      !people_.self(candidate.issuer.head) && !issuers_.voice_of_state(advice.issuer))
    return false;
  if ((thing || candidate.passive) && !recommended && !voice_.issuing && !place.section()) return false;
  if (!candidate.audience.found()) return true;
  // "told the agency to stop by 5 May": the state tells no one to do anything by a day that it does not
  // order.
  if (dated && issuers_.voice_of_state(advice.issuer) && advice.modality == Modality::should &&
      tree_.lemma(candidate.cue) == "tell")
    advice.modality = Modality::must;
  // "called on it to release it": whoever it is, it can act.
  if (!voice_.issuing && candidate.active && people_.acting(advice.issuer) &&
      !people_.hostile(advice.issuer) &&
      tree_.has_lemma(candidate.audience.head, {"it", "they", "he", "she"}) &&
      !people_.headed_by(candidate.audience.head)) {
    advice.audience = people_.audience(candidate.audience);
    return true;
  }
  // "The office has asked us to report": who publishes the text is told.
  if (people_.self(candidate.audience.head) && !quoted(tree_, candidate.cue) && voice_.issuer &&
      people_.acting(advice.issuer) && advice.issuer != voice_.issuer) {
    // "Payroll has asked us to stress that": what is passed on, and no action.
    if (tree_.has_lemma(candidate.action, {"stress", "say", "tell", "point", "note", "inform", "state"}))
      return false;
    advice.audience = people_.audience(candidate.audience);
    advice.audience.front().actor = voice_.issuer;
    return true;
  }
  // "asks you to click on a link": what a fraud says, not what the text advises.
  const bool pronoun = tree_.token(candidate.audience.head).upos == Upos::PRON;
  const bool own = candidate.issuer.found() && people_.self(candidate.issuer.head) && voice_.addressing;
  if (pronoun && candidate.needs_source && !voice_.issuing && !advice.claim && !own) {
    verdict.dropped = "asked of \"you\" by nobody whom the text names: what a fraud may say";
    return false;
  }
  const bool state = issuers_.voice_of_state(advice.issuer) ||
                     (candidate.issuer.found() && people_.official(candidate.issuer.head));
  if (candidate.by_state && (!advice.issuer || !state || !people_.plural_audience(candidate.audience.head)))
    return false;
  // "urges miners to": whoever is urged can act, unless what they do is all that is known of them.
  const auto plural = tree_.token(candidate.audience.head).xpos;
  const bool people = candidate.people && (plural == Xpos::NNS || plural == Xpos::NNPS) &&
                      !people_.attacker_word(candidate.audience.head);
  if ((people || addressable(candidate.audience.head)) && !candidate.passive) {
    advice.audience = people_.audience(candidate.audience);
    return true;
  }
  // "recommends that access be restricted": the readers are meant.
  verdict.subject_in_action = candidate.passive;
  return candidate.passive && candidate.issuer.found();
}

}  // namespace hearsay::advice
