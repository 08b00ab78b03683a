#include "core/advice/judge.hpp"

#include <algorithm>
#include <utility>

namespace hearsay::advice {
namespace {

bool negative(Modality modality) {
  return modality == Modality::should_not || modality == Modality::must_not;
}

Verdict left_out(std::string why) {
  Verdict verdict;
  verdict.dropped = std::move(why);
  return verdict;
}

// Which claim's content a token stands in: the smallest.
std::vector<Ref<Claim>> claims_by_token(const language::LanguageLayer& language,
                                        const std::vector<Claim>& claims) {
  std::vector<Ref<Claim>> by_token(language.tokens.size());
  std::vector<std::uint32_t> size(language.tokens.size(), 0xFFFFFFFFu);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    std::uint32_t bytes = 0;
    for (const auto span : claims[i].content) bytes += span.size();
    for (const auto span : claims[i].content) {
      for (auto token = language.token_at(span.begin);
           token < language.tokens.size() && language.tokens[token].span.begin < span.end; ++token) {
        if (bytes >= size[token]) continue;
        size[token] = bytes;
        by_token[token] = Ref<Claim>(i);
      }
    }
  }
  return by_token;
}

}  // namespace

Judge::Judge(const Tree& tree, const AdviceWords& words, const People& people, const DocumentVoice& voice,
             const std::vector<Claim>& claims)
    : tree_(tree),
      words_(words),
      people_(people),
      voice_(voice),
      claims_(claims),
      issuers_(tree, words, people, voice, claims),
      claim_of_(claims_by_token(tree.language, claims)) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (const auto span : claims[i].cue) {
      const auto token = tree.language.token_at(span.begin);
      if (token < tree.language.tokens.size()) claim_cued_.emplace(token, i);
    }
  }
}

Verdict Judge::judge(const Candidate& candidate, const Block& block, const Place& place, const Advice* before,
                     bool dated) const {
  Verdict none;
  if (candidate.action == kNoToken) return none;
  const bool headline =
      block.kind == BlockKind::title || (block.kind == BlockKind::heading && !place.order_line(block));
  if (block.kind == BlockKind::byline || question(candidate)) return none;
  if (headline && candidate.shape != Shape::told) return none;

  if (candidate.after_order && !after_order(candidate, before)) return none;
  Verdict verdict;
  verdict.advice.emplace();
  verdict.dated = dated;
  auto& advice = *verdict.advice;
  advice.modality = candidate.modality;
  advice.why = candidate.why;
  advice.claim = claim_for(candidate);
  bool accepted = false;
  switch (candidate.shape) {
    case Shape::told:
      accepted = told(candidate, place, dated, verdict);
      break;
    case Shape::imperative:
      accepted = imperative(candidate, block, place, verdict);
      break;
    case Shape::modal:
      accepted = modal(candidate, place, before,
                       candidate.after_order || ordered_in_story(candidate, before, dated), verdict);
      break;
    case Shape::exemption:
      accepted = exemption(candidate, verdict);
      break;
  }
  if (!accepted) return left_out(std::move(verdict.dropped));
  if (candidate.audience.found() && advice.audience.size() == 1 &&
      tree_.has_lemma(candidate.audience.head, {"they"}) &&
      advice.audience.front().spans.front() == tree_.token(candidate.audience.head).span) {
    advice.audience = audience(candidate.audience, before);
  }
  if (!advice.issuer && candidate.after_order) advice.issuer = before->issuer;
  if (!advice.issuer && !told_by_another(candidate))
    advice.issuer = issuer_of(advice.claim, advice, place, candidate.cue);
  if (!advice.issuer && candidate.shape == Shape::told && !candidate.issuer.found())
    advice.issuer = issuers_.adviser_before(candidate.cue);
  // "Under the order, ministries must": whose order the story reports.
  const bool binds = advice.modality != Modality::should && advice.modality != Modality::should_not;
  if (!advice.issuer && !voice_.issuing && binds && candidate.shape != Shape::imperative) {
    if (dated || issuers_.said_by_instrument(advice.claim) || issuers_.speaks_of_instrument(candidate.cue))
      advice.issuer = issuers_.owner_in_sentence(candidate.cue);
    const bool by_order =
        candidate.issuer.found() && words_.is(WordClass::instrument, tree_.lemma(candidate.issuer.head));
    const bool reported =
        candidate.shape != Shape::told &&
        (dated || issuers_.said_by_instrument(advice.claim) || issuers_.speaks_of_instrument(candidate.cue));
    if (!advice.issuer && (by_order || reported)) advice.issuer = issuers_.orderer();
  }
  if (people_.hostile(advice.issuer) || names_an_attacker(candidate)) {
    return left_out("reads like advice, but an attacker or a fraud says it");
  }
  // Advice without a source right after advice that has one, in the same paragraph, goes on with it.
  if (!advice.issuer && !voice_.issuing && !advice.claim && before != nullptr && before->issuer &&
      people_.acting(before->issuer) && people_.actor(before->issuer).kind != ActorKind::person &&
      tree_.block(candidate.cue).span.contains(before->action.front()) && !quoted(tree_, candidate.cue))
    advice.issuer = before->issuer;
  // What the issuer sets itself to do is no advice.
  const bool to_itself =
      std::any_of(advice.audience.begin(), advice.audience.end(), [&](const Audience& one) {
        return one.actor && (one.actor == advice.issuer || (one.actor == voice_.issuer && !advice.issuer));
      });
  // "It need not act, the office said": the pronoun was read as the office, which speaks of somebody else.
  const bool misread = to_itself && advice.audience.size() == 1 && candidate.audience.found() &&
                       tree_.lemma(candidate.audience.head) == "it" && advice.claim;
  if (misread) {
    advice.audience.front().actor = {};
  } else if (to_itself) {
    return none;
  }
  advice.object = object_of(candidate);
  return verdict;
}

// ---- the shapes
// ---------------------------------------------------------------------------------------------

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
    const bool somebodys = tree_.token(issuer).upos == Upos::NOUN && addressable(issuer);
    if (candidate.needs_source && !people_.acting(advice.issuer) && !instrument && !somebodys &&
        !people_.hostile_word(issuer)) {
      // "Her group, Tahirović said, was demanding that": who reports the demand makes it.
      advice.issuer = issuers_.source_of(claim_of_[candidate.cue]);
      if (!people_.acting(advice.issuer)) return false;
    }
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
  if (told_themselves(candidate)) return false;
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
  if (candidate.modality == Modality::must_not && tree_.lower(candidate.cue) == "may" && claim &&
      !own_voice && !issuers_.voice_of_state(issuers_.source_of(claim)) &&
      !issuers_.said_by_instrument(claim))
    return false;
  // "operators would have to remove it": where the ministry is reported to say so.
  if (candidate.backshifted &&
      (!claim || !(claims_[claim.index()].source || issuers_.said_by_instrument(claim)) ||
       !spoken_with_authority(candidate, claim, exempt)))
    return false;
  if (candidate.offered && !own_voice &&
      (!claim || !people_.plural_audience(subject) || !spoken_with_authority(candidate, claim, exempt)))
    return false;
  if (candidate.offered && own_voice && !voice_.addressing) return false;  // what an advisory's users can do
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
      const auto extent = tree_.language.subtree(users);
      // Up to the comma that ends the phrase: "Schools that gave it out, mainly."
      auto last = users + 1;
      while (last < std::min(extent.last, subject) && tree_.form(last) != "," &&
             tree_.token(last).xpos != Xpos::period)
        ++last;
      advice.audience = people_.audience({extent.first, last, users});
      return !candidate.passive || exempt;
    }
  }
  if (addressable(subject) || victims) {
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

bool Judge::imperative(const Candidate& candidate, const Block& block, const Place& place,
                       Verdict& verdict) const {
  auto& advice = *verdict.advice;
  if (candidate.announced) {
    if (candidate.issuer.found()) advice.issuer = people_.named_in(candidate.issuer);
    return true;
  }
  // "let us check it", "let me say": what the speaker offers.
  if (tree_.lower(candidate.cue) == "let") return false;
  if (quoted(tree_, candidate.cue)) return told_in_quotes(candidate.cue, candidate.please);
  if (claim_by_other(candidate.cue)) return false;
  if (block.kind == BlockKind::table_row) return false;
  if (candidate.audience.found()) advice.audience = people_.audience(candidate.audience);
  const bool spoken = voice_.issuing || voice_.addressing;
  const bool please = candidate.please && spoken;
  const bool listed = block.kind == BlockKind::list_item && place.list() && place.list()->modality;
  const bool own_list =
      block.kind == BlockKind::list_item && spoken && place.section() && candidate.audience.found();
  if (candidate.unlisted && !please && !listed && !own_list) return false;
  const bool item = block.kind == BlockKind::list_item || block.kind == BlockKind::quote;
  // "If you run it yourself:" tells no force: what a document that advises lists there is advice as
  // elsewhere.
  if (item && place.list() && (place.list()->modality || !spoken))
    return ordered_above(candidate, *place.list(), advice, "an item of a list of what to do");
  if (const auto* above = place.told(); above != nullptr)
    return ordered_above(candidate, *above, advice, "tells to act, below a line that says who must");
  if (const auto section = place.section()) {
    if (!negative(candidate.modality)) {
      advice.modality = *section;
    } else if (*section == Modality::must) {
      advice.modality = Modality::must_not;
    }
    advice.why = "tells the reader to act, under a heading for advice";
    return true;
  }
  if (voice_.issuing) return !place.descriptive();
  if (voice_.addressing) return !place.descriptive() && !manner_of_speaking(candidate);
  // In a story, only what a verb form shows beyond doubt.
  return tree_.token(candidate.action).xpos == Xpos::VB && block.kind == BlockKind::list_item;
}

bool Judge::ordered_above(const Candidate& candidate, const ListContext& above, Advice& advice,
                          std::string why) const {
  if (!above.modality) return false;
  if (negative(candidate.modality) && negative(*above.modality)) return false;  // no one can tell
  advice.modality = negative(candidate.modality) ? forbidden_in_list(*above.modality) : *above.modality;
  advice.audience = above.audience;
  advice.issuer = above.issuer;
  advice.deadline = above.deadline;
  advice.why = std::move(why);
  return true;
}

bool Judge::exemption(const Candidate& candidate, Verdict& verdict) const {
  auto& advice = *verdict.advice;
  if (candidate.audience.found() && !people_.self(candidate.audience.head)) {
    advice.audience = people_.audience(candidate.audience);
    if (candidate.also.found()) {
      for (auto& one : people_.audience(candidate.also)) advice.audience.push_back(std::move(one));
    }
  }
  return true;
}

// "Look at the last vote.", "Take a look": how people speak to each other, and nothing to be done.
bool Judge::manner_of_speaking(const Candidate& candidate) const {
  const auto verb = candidate.action;
  if (tree_.lemma(verb) == "take" && tree_.lemma(verb + 1) == "a") return true;
  return tree_.has_lemma(verb, {"look", "see", "think", "remember", "imagine", "consider", "note", "suppose",
                                "say", "listen", "believe", "forget", "hope", "let", "wait", "mind"}) &&
         !candidate.please;
}

// ---- small questions
// ----------------------------------------------------------------------------------------

std::vector<Audience> Judge::audience(const Phrase& who, const Advice* before) const {
  auto named = same_as(before, who.head);
  return named.empty() ? people_.audience(who) : named;
}

// Whom "they" and "them" stand for: who was told something just before, in the same paragraph.
std::vector<Audience> Judge::same_as(const Advice* before, TokenIndex pronoun) const {
  if (before == nullptr) return {};
  const auto block = tree_.block(pronoun).span;
  if (before->audience.size() != 1 || before->audience.front().spans.empty()) return {};
  return block.contains(before->audience.front().spans.front()) ? before->audience : std::vector<Audience>();
}

// "Users are asked to", "are being told to", "have been told to"; "agencies were told to", but not "users
// were asked to", which a fraud may have done.
bool Judge::told_to_all(const Candidate& candidate) const {
  if (!candidate.audience.found()) return false;
  const auto be = candidate.cue > 0 ? candidate.cue - 1 : candidate.cue;
  const auto xpos = tree_.token(be).xpos;
  const auto head = candidate.audience.head;
  const auto number = tree_.token(head).xpos;
  const bool named = (number == Xpos::NNS || number == Xpos::NNPS) && addressable(head);
  if (!people_.plural_audience(head) && tree_.lemma(head) != "other" && !named) return false;
  if (xpos == Xpos::VBD) return people_.official(head);
  if (xpos == Xpos::VBZ) return tree_.token(head).upos == Upos::PRON;  // "Anyone who waits is asked to"
  return xpos == Xpos::VBP || xpos == Xpos::VBN || xpos == Xpos::VBG;
}

bool Judge::question(const Candidate& candidate) const {
  const auto text = tree_.document.text(tree_.language.sentence(candidate.cue).span);
  return !text.empty() && text.back() == '?';
}

}  // namespace hearsay::advice
