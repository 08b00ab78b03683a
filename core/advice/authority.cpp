#include <algorithm>

#include "core/advice/judge.hpp"

// Whose word a candidate is, and whether it has the authority of advice.
namespace hearsay::advice {

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

// "An earlier version quoted her as saying that people ought to": what another claim only tells of.
bool Judge::retold(const Claim& claim) const {
  if (claim.cue.empty()) return false;
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
  if (found || others || !other) return found;
  // Whoever is warned about, accused or banned hands down no orders.
  const bool is_matter = std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
    return claim.target == other && claim.source != other &&
           (claim.stance == Stance::advise || claim.stance == Stance::warn || claim.stance == Stance::accuse);
  });
  // Nor does a firm where a public body tells people what to do.
  const bool state_advises = std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
    return claim.stance == Stance::advise && voice_of_state(claim.source);
  });
  return is_matter || state_advises ? Ref<Actor>() : other;
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

}  // namespace hearsay::advice
