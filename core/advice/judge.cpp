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
      claim_of_(claims_by_token(tree.language, claims)) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (const auto span : claims[i].cue) {
      const auto token = tree.language.token_at(span.begin);
      if (token < tree.language.tokens.size()) claim_cued_.emplace(token, i);
    }
  }
  if (!voice.issuing) orderer_ = find_orderer();
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
  if (!advice.issuer) advice.issuer = issuer_of(advice.claim, advice, place);
  if (!advice.issuer && candidate.shape == Shape::told && !candidate.issuer.found())
    advice.issuer = adviser_before(candidate.cue);
  // "Under the order, ministries must": whose order the story reports.
  if (!advice.issuer && !voice_.issuing && candidate.shape != Shape::told &&
      candidate.shape != Shape::imperative && advice.modality != Modality::should &&
      advice.modality != Modality::should_not &&
      (dated || said_by_instrument(advice.claim) || speaks_of_instrument(candidate.cue)))
    advice.issuer = orderer_;
  if (people_.hostile(advice.issuer) || names_an_attacker(candidate)) {
    return left_out("reads like advice, but an attacker or a fraud says it");
  }
  // Advice without a source right after advice that has one, in the same paragraph, goes on with it.
  if (!advice.issuer && !voice_.issuing && !advice.claim && before != nullptr && before->issuer &&
      people_.acting(before->issuer) && people_.actor(before->issuer).kind != ActorKind::person &&
      tree_.block(candidate.cue).span.contains(before->action.front()) && !quoted(candidate.cue))
    advice.issuer = before->issuer;
  // What the issuer sets itself to do is no advice.
  const bool to_itself =
      std::any_of(advice.audience.begin(), advice.audience.end(), [&](const Audience& one) {
        return one.actor && (one.actor == advice.issuer || one.actor == voice_.issuer);
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
    if (people_.self(issuer) && !quoted(candidate.cue) && (voice_.issuing || voice_.first_person)) {
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
    // "Its unknown senders now advise": a pronoun that was read as somebody without a name is nobody.
    if (tree_.token(issuer).upos == Upos::PRON && people_.unnamed(advice.issuer)) advice.issuer = {};
    const bool instrument = words_.is(WordClass::instrument, tree_.lemma(issuer));
    if (candidate.needs_source && !people_.acting(advice.issuer) && !instrument &&
        !people_.hostile_word(issuer)) {
      // "Her group, Tahirović said, was demanding that": who reports the demand makes it.
      advice.issuer = source_of(claim_of_[candidate.cue]);
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
             people_.acting(source_of(claim_of_[candidate.cue])) && !quoted(candidate.cue)) {
    advice.issuer = source_of(claim_of_[candidate.cue]);  // "Her group, she said, was demanding that"
  } else if (candidate.needs_source && !told_to_all(candidate)) {
    return false;
  }
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
  const bool thing = !candidate.words.empty() && !negative(candidate.modality);
  const bool body = people_.acting(advice.issuer) && people_.actor(advice.issuer).kind != ActorKind::person;
  const bool recommended = candidate.passive && body && tree_.lemma(candidate.cue) == "recommend";
  if ((thing || candidate.passive) && !recommended && !voice_.issuing && !place.section()) return false;
  if (!candidate.audience.found()) return true;
  // "told the agency to stop by 5 May": the state tells no one to do anything by a day that it does not
  // order.
  if (dated && voice_of_state(advice.issuer) && advice.modality == Modality::should &&
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
  // "asks you to click on a link": what a fraud says, not what the text advises.
  const bool pronoun = tree_.token(candidate.audience.head).upos == Upos::PRON;
  if (pronoun && candidate.needs_source && !voice_.issuing && !advice.claim) {
    verdict.dropped = "asked of \"you\" by nobody whom the text names: what a fraud may say";
    return false;
  }
  if (candidate.by_state && (!advice.issuer || people_.actor(advice.issuer).kind != ActorKind::government ||
                             !people_.plural_audience(candidate.audience.head)))
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
  const bool issued = (voice_.issuing || place.section()) && !quoted(candidate.cue);
  const bool own_voice = issued || (voice_.first_person && !quoted(candidate.cue));
  if (candidate.permission && (!words_.is(WordClass::permission, tree_.lemma(candidate.action)) ||
                               !(voice_.issuing || (voice_.first_person && !claim) ||
                                 said_by_instrument(claim) || permitted_in_story(candidate, before)))) {
    return false;
  }
  // "operators would have to remove it": where the ministry is reported to say so.
  if (candidate.backshifted && (!claim || !(claims_[claim.index()].source || said_by_instrument(claim)) ||
                                !spoken_with_authority(candidate, claim, exempt)))
    return false;
  // "you need not be an expert to see": no exemption.
  if (exempt && !voice_.issuing && tree_.lower(candidate.action) == "be") return false;
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
      !people_.headed_by(subject)) {
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
  if ((!issued && !ordered) || exempt || people_.self(subject) || candidate.permission) return false;
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
  if (quoted(candidate.cue)) return told_in_quotes(candidate.cue, candidate.please);
  if (claim_by_other(candidate.cue)) return false;
  if (block.kind == BlockKind::table_row) return false;
  if (candidate.audience.found()) advice.audience = people_.audience(candidate.audience);
  const bool please = candidate.please && voice_.issuing;
  if (candidate.unlisted && !please &&
      !(block.kind == BlockKind::list_item && place.list() && place.list()->modality))
    return false;
  if ((block.kind == BlockKind::list_item || block.kind == BlockKind::quote) && place.list())
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
  // "Please don't reply to it", in a letter or a statement that says "we".
  if (voice_.first_person && block.kind == BlockKind::paragraph &&
      (candidate.please || negative(candidate.modality)))
    return true;
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

// ---- whose word it is
// ---------------------------------------------------------------------------------------

// "“Do not open the attachment,” the office said": somebody's own order in their own words.
bool Judge::told_in_quotes(TokenIndex token, bool please) const {
  const auto claim = claim_of_[token];
  if (!claim) return false;
  const auto& said = claims_[claim.index()];
  if (!said.source || said.stance == Stance::deny || said.stance == Stance::question) return false;
  const auto kind = people_.actor(said.source).kind;
  if (kind == ActorKind::government || kind == ActorKind::organization)
    return please || said.stance == Stance::advise || said.stance == Stance::warn;
  // A person's imperative in plain speech is advice where it opens what they say.
  return kind == ActorKind::person && (please || tree_.language.sentence(token).first + 2 >= token);
}

// In a story: a claim of somebody with authority, or the story's own word to people who can act.
bool Judge::spoken_with_authority(const Candidate& candidate, Ref<Claim> claim, bool exempt) const {
  if (!claim) {
    if (quoted(candidate.cue)) return false;
    return candidate.audience.found() && people_.plural_audience(candidate.audience.head);
  }
  const auto& said = claims_[claim.index()];
  if (said.stance == Stance::deny || said.stance == Stance::question)
    return exempt && said.stance == Stance::deny;
  if (said.stance == Stance::advise || said.stance == Stance::warn || said.stance == Stance::exempt)
    return true;
  const auto speaker = source_of(claim);
  if (!speaker) return said_by_instrument(claim);
  const auto& source = people_.actor(speaker);
  if (source.kind == ActorKind::government || source.kind == ActorKind::organization) return true;
  if (exempt) return true;
  // A person: for whom they speak, or to people in general ("anyone who uses it should install the patch").
  if (source.affiliation) {
    const auto kind = people_.actor(source.affiliation).kind;
    if (kind == ActorKind::government) return true;
    // The head of a hospital speaks for it to those whom it serves.
    if (kind == ActorKind::organization && candidate.audience.found() &&
        people_.plural_audience(candidate.audience.head))
      return true;
  }
  return candidate.audience.found() && people_.plural_audience(candidate.audience.head) &&
         words_.is(WordClass::imperative, tree_.lower(candidate.action));
}

// "Under the direction, units may keep flying": in a story that speaks of what binds public bodies.
bool Judge::permitted_in_story(const Candidate& candidate, const Advice* before) const {
  // "The office urged citizens to wait. Candidates may apply by Saturday": it goes on.
  const bool goes_on = before != nullptr && voice_of_state(before->issuer) && !before->action.empty() &&
                       tree_.block(candidate.cue).span.contains(before->action.front());
  return candidate.audience.found() && people_.plural_audience(candidate.audience.head) &&
         !quoted(candidate.cue) &&
         (goes_on || speaks_of_instrument(candidate.cue) || people_.official(candidate.audience.head));
}

// Whether an order stands right before, in the same paragraph.
bool Judge::after_order(const Candidate& candidate, const Advice* before) const {
  if (before == nullptr || before->action.empty()) return false;
  const bool order = before->modality == Modality::must || before->modality == Modality::must_not;
  const auto& sentence = tree_.language.sentence(candidate.cue);
  const auto near =
      sentence.first == 0 ? sentence.span.begin : tree_.language.sentence(sentence.first - 1).span.begin;
  return order && before->action.front().begin >= near &&
         tree_.block(candidate.cue).span.contains(before->action.front());
}

// The people in general of whom an earlier clause of the sentence speaks, as its subject or as those who are
// told.
TokenIndex Judge::users_before(TokenIndex pronoun) const {
  for (auto token = tree_.language.sentence(pronoun).first; token < pronoun; ++token) {
    const auto rel = tree_.token(token).rel;
    if (!people_.plural_audience(token)) continue;
    const bool told =
        (rel == Deprel::iobj || rel == Deprel::obj) &&
        tree_.has_lemma(tree_.token(token).head, {"tell", "inform", "notify", "remind", "warn"});
    if (told || rel == Deprel::nsubj || rel == Deprel::nsubj_pass) return token;
  }
  return kNoToken;
}

// The people in general of whom the sentence before speaks, in the same paragraph.
TokenIndex Judge::users_of_sentence_before(TokenIndex pronoun) const {
  const auto& sentence = tree_.language.sentence(pronoun);
  if (sentence.first == 0) return kNoToken;
  const auto& before = tree_.language.sentence(sentence.first - 1);
  if (before.block != sentence.block) return kNoToken;
  for (auto token = before.first; token < before.last(); ++token) {
    const auto rel = tree_.token(token).rel;
    const bool leads = rel == Deprel::nsubj || rel == Deprel::nsubj_pass || rel == Deprel::root;
    if (leads && tree_.token(token).upos == Upos::NOUN)
      return people_.plural_audience(token) ? token : kNoToken;
  }
  return kNoToken;
}

// In a story: what somebody must do by a day that is told, or in the sentence that told such an order just
// before, is an order that the story reports.
bool Judge::ordered_in_story(const Candidate& candidate, const Advice* before, bool dated) const {
  if (voice_.issuing || quoted(candidate.cue) || claim_of_[candidate.cue]) return false;
  if (candidate.modality != Modality::must && candidate.modality != Modality::must_not) return false;
  if (candidate.shape != Shape::modal || conditional_word(candidate)) return false;
  if (dated) return true;
  if (before == nullptr || before->action.empty()) return false;
  const bool order = before->modality == Modality::must || before->modality == Modality::must_not;
  return order && before->deadline && !before->claim &&
         tree_.language.sentence(candidate.cue).span.contains(before->action.front());
}

// "if it must be removed by May": nothing is ordered.
bool Judge::conditional_word(const Candidate& candidate) const {
  const auto& sentence = tree_.language.sentence(candidate.cue);
  for (auto token = candidate.cue; token > sentence.first && candidate.cue - token < 12; --token) {
    if (tree_.form(token - 1) == ",") return false;
    if (tree_.has_lemma(token - 1, {"if", "whether", "because", "that", "which", "who"})) return true;
  }
  return false;
}

// Who makes the claim: its source, or the actor whom the words of its source name.
Ref<Actor> Judge::source_of(Ref<Claim> claim) const {
  if (!claim) return {};
  const auto& said = claims_[claim.index()];
  if (said.source || said.source_spans.empty()) return said.source;
  const auto span = said.source_spans.front();
  for (auto token = tree_.language.token_at(span.begin);
       token < tree_.language.tokens.size() && tree_.token(token).span.begin < span.end; ++token) {
    if (tree_.token(token).upos != Upos::PRON && people_.acting(people_.headed_by(token)))
      return people_.headed_by(token);
  }
  return {};
}

bool Judge::voice_of_state(Ref<Actor> actor) const {
  return actor && people_.actor(actor).kind == ActorKind::government;
}

// "the order says": what binds people speaks.
bool Judge::said_by_instrument(Ref<Claim> claim) const {
  if (!claim) return false;
  const auto& said = claims_[claim.index()];
  if (said.source || said.source_spans.empty()) return false;
  const auto first = tree_.language.token_at(said.source_spans.front().begin);
  for (auto token = first;
       token < tree_.language.tokens.size() && tree_.token(token).span.begin < said.source_spans.front().end;
       ++token) {
    if (tree_.token(token).upos == Upos::NOUN) return words_.is(WordClass::instrument, tree_.lemma(token));
  }
  return false;
}

// Whether the sentence speaks of "the order", "the ban": as of one that is known.
bool Judge::speaks_of_instrument(TokenIndex token) const {
  const auto& sentence = tree_.language.sentence(token);
  for (auto scan = sentence.first; scan + 1 < sentence.last(); ++scan) {
    if (tree_.has_lemma(scan, {"the", "this", "its"}) &&
        words_.is(WordClass::instrument, tree_.lemma(scan + 1)) && tree_.token(scan + 1).upos == Upos::NOUN)
      return true;
  }
  return false;
}

// The one body of which the story says that it orders, forbids, or hands down what binds others; none where
// there are several.
Ref<Actor> Judge::find_orderer() const {
  Ref<Actor> found;
  Ref<Actor> other;  // a body that is not known to be the state's
  bool others = false;
  const auto& tokens = tree_.language.tokens;
  for (TokenIndex token = 0; token < tokens.size(); ++token) {
    if (tree_.token(token).upos != Upos::VERB || quoted(token)) continue;
    const auto* verb = words_.verb(tree_.lower(token));
    bool orders = verb != nullptr && !verb->passive_only &&
                  (verb->modality == Modality::must || verb->modality == Modality::must_not);
    for (const auto child : tree_.language.children_of(token)) {
      const auto rel = tree_.token(child).rel;
      const bool in_it = rel == Deprel::obl && tree_.lower(child > 1 ? child - 2 : 0) == "in";
      const bool issued = tree_.token(token).rel == Deprel::acl && tree_.token(token).head != kNoToken &&
                          words_.is(WordClass::instrument, tree_.lemma(tree_.token(token).head));
      orders = orders || issued ||
               ((rel == Deprel::obj || in_it) && tree_.token(child).upos == Upos::NOUN &&
                words_.is(WordClass::instrument, tree_.lemma(child)));
    }
    if (!orders) continue;
    auto who = tree_.language.child(token, Deprel::nsubj);
    // "a direction issued by the Department"
    if (who == kNoToken && tree_.token(token).rel == Deprel::acl)
      who = tree_.language.child(token, Deprel::obl_agent);
    const auto actor =
        who == kNoToken || tree_.token(who).upos == Upos::PRON ? Ref<Actor>() : people_.at(who);
    if (!actor || people_.hostile(actor)) continue;
    if (people_.actor(actor).kind == ActorKind::organization) {
      others = others || (other && other != actor);
      other = actor;
    }
    if (!voice_of_state(actor)) continue;
    if (found && found != actor) return {};
    found = actor;
  }
  return found || others ? found : other;
}

// "The local user must have privileges to exploit this": how an attack goes.
bool Judge::for_an_attack(const Candidate& candidate) const {
  const auto& sentence = tree_.language.sentence(candidate.action);
  for (auto token = candidate.action; token + 2 < sentence.last(); ++token) {
    if (tree_.lower(token) == "to" && tree_.lower(token + 1) == "exploit") return true;
  }
  return false;
}

// "The thieves asked users to": the phrase that stands for who tells them, or the claim's source, names an
// attacker.
bool Judge::names_an_attacker(const Candidate& candidate) const {
  if (candidate.issuer.found() && people_.hostile_word(candidate.issuer.head)) return true;
  if (candidate.issuer.found() && tree_.has_lemma(candidate.issuer.head, {"they", "he", "she"}) &&
      candidate.shape == Shape::told) {
    // "scammers are using lures, but they are asking users to": the pronoun's clause goes on from theirs.
    const auto& sentence = tree_.language.sentence(candidate.cue);
    for (auto token = sentence.first; token < candidate.issuer.head; ++token) {
      if (tree_.token(token).upos == Upos::NOUN && people_.hostile_word(token)) return true;
    }
  }
  return false;
}

// Who tells it: the claim's source, else who speaks in this section, else in a document that speaks for its
// issuer the issuer.
Ref<Actor> Judge::issuer_of(Ref<Claim> claim, const Advice& advice, const Place& place) const {
  const auto own = place.speaker() ? place.speaker() : voice_.issuer;
  if (!claim) return own;
  if (!claims_[claim.index()].source) return source_of(claim) ? source_of(claim) : own;
  // A source that no words stand for is the document's own.
  if (own && claims_[claim.index()].source_spans.empty()) return own;
  const auto source = claims_[claim.index()].source;
  // "agencies' lists shall be": who is told in general gives no orders in another's document.
  if (voice_.issuing && own && people_.actor(source).kind == ActorKind::group) return own;
  const bool told_themselves = std::any_of(advice.audience.begin(), advice.audience.end(),
                                           [&](const Audience& one) { return one.actor == source; });
  return !told_themselves && (people_.acting(source) || !voice_.issuing) ? source : own;
}

// "The firm is warned against by the office. Agencies are advised to ...": advice by nobody right after the
// one body that advises in the sentence before, in the same paragraph, is that body's.
Ref<Actor> Judge::adviser_before(TokenIndex cue) const {
  const auto& sentence = tree_.language.sentence(cue);
  if (sentence.first == 0) return {};
  const auto& before = tree_.language.sentence(sentence.first - 1);
  if (before.block != sentence.block) return {};
  Ref<Actor> adviser;
  for (auto token = before.first; token < before.last(); ++token) {
    if (words_.verb(tree_.lower(token)) == nullptr || tree_.token(token).upos != Upos::VERB) continue;
    auto who = tree_.language.child(token, Deprel::obl_agent);
    if (who == kNoToken && tree_.language.child(token, Deprel::nsubj_pass) == kNoToken)
      who = tree_.subject(token);
    const auto actor = who == kNoToken ? Ref<Actor>() : people_.at(who);
    if (!people_.acting(actor) || people_.hostile(actor)) continue;
    if (adviser && adviser != actor) return {};
    adviser = actor;
  }
  return adviser;
}

Ref<Claim> Judge::claim_for(const Candidate& candidate) const {
  const auto cued = claim_cued_.find(candidate.cue);
  if (cued != claim_cued_.end()) return Ref<Claim>(cued->second);
  const auto inside = claim_of_[candidate.action];
  return inside ? inside : claim_of_[candidate.cue];
}

// Whether somebody other than the issuer says it.
bool Judge::claim_by_other(TokenIndex token) const {
  const auto claim = claim_of_[token];
  if (!claim) return false;
  const auto source = claims_[claim.index()].source;
  return source.has_value() && voice_.issuer.has_value() && source != voice_.issuer &&
         claims_[claim.index()].stance != Stance::advise;
}

Ref<Actor> Judge::object_of(const Candidate& candidate) const {
  const auto extent = tree_.language.subtree(candidate.action);
  Ref<Actor> first;
  for (auto token = candidate.action; token < extent.last; ++token) {
    const auto actor = people_.headed_by(token);
    if (!actor) continue;
    const auto kind = people_.actor(actor).kind;
    if (kind == ActorKind::product) return actor;
    if (tree_.token(token).upos == Upos::PRON) continue;  // "it": too often something else
    if (!first && kind == ActorKind::organization) first = actor;
  }
  return first;
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

// Whether an odd number of quotation marks stands before the token within its sentence.
bool Judge::quoted(TokenIndex token) const {
  const auto& sentence = tree_.language.sentence(token);
  bool open = false;
  for (auto i = sentence.first; i < token; ++i) {
    const auto form = tree_.form(i);
    if (form == "“" || form == "``") open = true;
    if (form == "”" || form == "''") open = false;
    if (form == "\"") open = !open;
  }
  return open;
}

bool Judge::question(const Candidate& candidate) const {
  const auto text = tree_.document.text(tree_.language.sentence(candidate.cue).span);
  return !text.empty() && text.back() == '?';
}

}  // namespace hearsay::advice
