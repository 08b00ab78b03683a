#include <algorithm>

#include "core/advice/finders.hpp"
#include "core/advice/judge.hpp"

// Whose word a candidate is, and whether it has the authority of advice.
namespace hearsay::advice {

// "The maker recommends that": somebody whom the text calls by a word, and no actor is known for; not who
// publishes it. "This directive requires" is its own word.
bool Judge::told_by_another(const Candidate& candidate) const {
  if (candidate.shape != Shape::told || !candidate.issuer.found()) return false;
  const auto head = candidate.issuer.head;
  if (tree_.token(head).upos == Upos::PROPN)
    return !voice_.issuer || people_.actor(voice_.issuer).kind == ActorKind::person ||
           plain_words(tree_.document.text(people_.actor(voice_.issuer).name))
                   .find(plain_words(tree_.form(head))) == std::string::npos;
  return tree_.token(head).upos == Upos::NOUN && addressable(head);
}

// "You must send us 0.7 bitcoin for each computer": a ransom note that the text gives.
bool Judge::asks_for_ransom(const Candidate& candidate) const {
  if (negative(candidate.modality) || candidate.modality == Modality::need_not) return false;
  const bool meets = tree_.has_lemma(candidate.action, {"meet", "satisfy", "comply"});
  if (!meets &&
      !tree_.has_lemma(candidate.action, {"pay", "send", "transfer", "deposit", "buy", "purchase", "give"}))
    return false;
  const auto last = std::min(tree_.language.sentence(candidate.action).last(), candidate.action + 12);
  for (auto token = candidate.action + 1; token < last; ++token) {
    const auto word = tree_.lower(token);
    const bool money = word.starts_with("bitcoin") || word == "btc" || word == "monero" ||
                       word.starts_with("ransom") || word == "wallet" || word == "cryptocurrency" ||
                       word == "ethereum";
    if (meets ? word == "demand" || word == "demands" : money) return true;
  }
  return false;
}

// "Mills told the employee to delete them": what one person told another, and no advice to anybody.
bool Judge::told_once(const Candidate& candidate, const Advice& advice) const {
  if (!candidate.audience.found() || voice_.issuing || !advice.issuer) return false;
  const auto xpos = tree_.token(candidate.cue).xpos;
  if (xpos != Xpos::VBD && xpos != Xpos::VBN) return false;
  // "The firm was asked by the league in January to": once, by whoever hired it
  const auto be = candidate.cue > 0 ? candidate.cue - 1 : candidate.cue;
  if (!candidate.active && tree_.lower(be) == "was" && tree_.has_lemma(candidate.cue, {"ask", "tell"}) &&
      tree_.token(candidate.audience.head).xpos == Xpos::NN && !people_.official(candidate.audience.head))
    return true;
  if (!tree_.has_lemma(candidate.cue, {"tell", "ask", "instruct", "direct", "order", "request"}))
    return false;
  if (people_.actor(advice.issuer).kind != ActorKind::person) return false;
  const auto head = candidate.audience.head;
  const auto number = tree_.token(head).xpos;
  const auto actor = people_.at(head);
  const bool person = (actor && people_.actor(actor).kind == ActorKind::person) ||
                      tree_.has_lemma(head, {"employee", "worker", "staffer", "colleague", "aide", "friend"});
  return person && (number == Xpos::NN || number == Xpos::NNP);
}

// "an image instructing the user to", "the mail urges users to": a thing that somebody shows or sends, and
// the text does not say whose it is. "The agency's page", "this document" are somebody's.
bool Judge::told_by_lure(const Candidate& candidate) const {
  if (!candidate.issuer.found()) return false;
  const auto noun = candidate.issuer.head;
  if (tree_.token(noun).upos != Upos::NOUN || !words_.is(WordClass::lure, tree_.lemma(noun))) return false;
  // A page or a site that gives advice is mostly the maker's own.
  if (tree_.has_lemma(noun, {"page", "site", "website", "webpage"}) &&
      tree_.has_lemma(candidate.cue, {"recommend", "advise", "warn", "caution"}))
    return false;
  for (const auto child : tree_.language.children_of(noun)) {
    const auto rel = tree_.token(child).rel;
    if (rel == Deprel::det && tree_.lower(child) == "this") return false;
    if (rel != Deprel::nmod_poss && rel != Deprel::nmod && rel != Deprel::acl) continue;
    const auto of = rel == Deprel::acl ? tree_.language.child(child, Deprel::obl_agent) : child;
    if (of != kNoToken && people_.acting(people_.at(of)) && !people_.hostile(people_.at(of)) &&
        tree_.token(of).upos == Upos::PROPN)
      return false;
  }
  return true;
}

// "They said they had been asked to write by hand": who was told recounts it.
bool Judge::told_themselves(const Candidate& candidate) const {
  if (candidate.active || !candidate.audience.found() || candidate.issuer.found()) return false;
  const auto head = candidate.audience.head;
  if (tree_.token(head).upos != Upos::PRON || tree_.lemma(head) == "you") return false;
  const bool past =
      tree_.token(candidate.cue - 1).xpos == Xpos::VBD || tree_.lower(candidate.cue - 1) == "been";
  return past && (claim_of_[candidate.cue].has_value() || people_.self(head));
}

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
  const auto first = tree_.language.sentence(token).first;
  const bool opens = first + 2 >= token || (first + 3 >= token && says_not(tree_.lower(token - 1)));
  return kind == ActorKind::person && (please || opens);
}

// "An earlier version quoted her as saying that people ought to": what another claim only tells of.
bool Judge::retold(const Claim& claim) const {
  if (claim.cue.empty()) return false;
  const auto quoter = tree_.token(tree_.language.token_at(claim.cue.front().begin)).head;
  if (quoter != kNoToken && tree_.lemma(quoter) == "quote") return true;
  return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
    if (&other == &claim || other.source == claim.source) return false;
    return std::any_of(other.content.begin(), other.content.end(), [&](Span content) {
      return content.contains(claim.cue.front()) &&
             tree_.lemma(tree_.language.token_at(other.cue.front().begin)) == "quote";
    });
  });
}

// In a story: a claim of somebody with authority, or the story's own word to people who can act.
bool Judge::spoken_with_authority(const Candidate& candidate, Ref<Claim> claim, bool exempt) const {
  if (!claim) {
    if (quoted(tree_, candidate.cue)) return false;
    return candidate.audience.found() && people_.plural_audience(candidate.audience.head);
  }
  const auto& said = claims_[claim.index()];
  if (said.stance == Stance::deny || said.stance == Stance::question)
    return exempt && said.stance == Stance::deny;
  if (said.stance == Stance::advise || said.stance == Stance::warn || said.stance == Stance::exempt)
    return true;
  const auto speaker = issuers_.source_of(claim);
  if (!speaker) return issuers_.said_by_instrument(claim);
  if (retold(said)) return false;
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
  const bool goes_on = before != nullptr && issuers_.voice_of_state(before->issuer) &&
                       !before->action.empty() &&
                       tree_.block(candidate.cue).span.contains(before->action.front());
  return candidate.audience.found() && people_.plural_audience(candidate.audience.head) &&
         !quoted(tree_, candidate.cue) &&
         (goes_on || issuers_.speaks_of_instrument(candidate.cue) ||
          people_.official(candidate.audience.head));
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
  if (voice_.issuing || quoted(tree_, candidate.cue) || claim_of_[candidate.cue]) return false;
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

// Who says that others are told something: a body, or a person who speaks for one; not a journalist, nor
// those who are told.
Ref<Actor> Judge::said_of_others(Ref<Actor> teller, const Advice& advice) const {
  if (!teller) return {};
  const auto& actor = people_.actor(teller);
  const bool speaks = actor.kind == ActorKind::government || actor.kind == ActorKind::organization ||
                      (actor.kind == ActorKind::person && actor.affiliation);
  const bool told = std::any_of(advice.audience.begin(), advice.audience.end(),
                                [&](const Audience& one) { return one.actor == teller; });
  return speaks && !told ? teller : Ref<Actor>();
}

// Who tells it: the claim's source, else who speaks in this section, else in a document that speaks for its
// issuer the issuer.
Ref<Actor> Judge::issuer_of(Ref<Claim> claim, const Advice& advice, const Place& place,
                            TokenIndex cue) const {
  const auto own = place.speaker() ? place.speaker() : voice_.issuer;
  if (!claim) return own;
  if (!claims_[claim.index()].source) {
    const auto named = issuers_.source_of(claim);
    if (named || own) return named ? named : own;
    if (!claims_[claim.index()].source_spans.empty()) return {};
    return said_of_others(issuers_.teller_around(claim, cue), advice);
  }
  // A source that no words stand for is the document's own.
  if (own && claims_[claim.index()].source_spans.empty()) return own;
  const auto source = claims_[claim.index()].source;
  // "agencies' lists shall be": who is told in general gives no orders in another's document.
  if (voice_.issuing && own && people_.actor(source).kind == ActorKind::group) return own;
  const bool told_themselves = std::any_of(advice.audience.begin(), advice.audience.end(),
                                           [&](const Audience& one) { return one.actor == source; });
  return !told_themselves && (people_.acting(source) || !voice_.issuing) ? source : own;
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

}  // namespace hearsay::advice
