// Whom a claim is about: the subject of what is said, the one accused, whose claim is rejected.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// The first actor named in the content, of the kind that comes first in `kinds`.
Ref<Actor> named_in(const Evidence& evidence, const Runs& runs, Ref<Actor> but_not,
                    std::initializer_list<ActorKind> kinds) {
  for (const ActorKind wanted : kinds) {
    Ref<Actor> found;
    any_token(runs, [&](TokenIndex token) {
      const auto actor = evidence.mentions.headed_by(token);
      if (!actor || actor == but_not || evidence.actors[actor.index()].kind != wanted) return false;
      if (evidence.reading.lower(token) == "it") return false;  // too often nobody
      found = actor;
      return true;
    });
    if (found) return found;
  }
  return {};
}

// "against X", "about X": whom an accusing or warning noun phrase is about.
Ref<Actor> named_after(const Evidence& evidence, const Draft& draft, std::string_view preposition) {
  const auto& sentence = evidence.reading.layer.sentence(draft.cue_head);
  for (TokenIndex token = sentence.first; token + 1 < sentence.last(); ++token) {
    if (evidence.reading.lower(token) != preposition || evidence.reading[token].rel != Deprel::case_)
      continue;
    if (const auto actor = evidence.actor_of(evidence.reading[token].head)) return actor;
  }
  return {};
}

// The word for a claim that a denial without a clause stands on ("rejected the agency's finding", "dismissed
// it as theatre"), or kNoToken where it says what is denied ("denied involvement").
TokenIndex rejected_word(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  const auto is_word = [&](TokenIndex token) {
    return token != kNoToken && (matter_at(evidence, token) != nullptr || reading[token].upos == Upos::PRON);
  };
  if (draft.apposed || is_word(draft.target)) return draft.target;
  for (const TokenIndex child : reading.layer.children_of(draft.cue_head)) {
    const Deprel rel = reading[child].rel;
    const bool object = rel == Deprel::obj || rel == Deprel::nsubj_pass;
    // "contested claims of involvement" says what is denied.
    const bool all = child == draft.content_head ||
                     (!draft.content.empty() && reading.lower(draft.content.front().first) == "as");
    if (object && all && matter_at(evidence, child) != nullptr) return child;
  }
  if (is_word(draft.content_head)) return draft.content_head;
  return !draft.content.empty() && reading.lower(draft.content.front().first) == "as"
             ? draft.content.front().first
             : kNoToken;
}

// Whose claim the word says it is: "the agency's finding", "the allegation by the ministry".
Ref<Actor> whose_word(const Evidence& evidence, TokenIndex word, Ref<Actor> but_not) {
  for (const TokenIndex child : evidence.reading.layer.children_of(word)) {
    const Deprel rel = evidence.reading[child].rel;
    const auto marker = evidence.reading.marker(child);
    if (rel != Deprel::nmod_poss && !(rel == Deprel::nmod && (marker == "by" || marker == "from"))) continue;
    const auto owner = evidence.actor_of(child);
    if (owner && owner != but_not) return owner;
  }
  return {};
}

// What a denial without a clause is about: whose claim is rejected, or who does what is denied ("any Contoso
// involvement"), else the denier.
Ref<Actor> denied_party(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  if (const TokenIndex word = rejected_word(evidence, draft); word != kNoToken)
    return whose_word(evidence, word, claim.source);
  if (draft.content_head != kNoToken) {
    for (const TokenIndex child : evidence.reading.layer.children_of(draft.content_head)) {
      const Deprel rel = evidence.reading[child].rel;
      if (rel != Deprel::amod && rel != Deprel::compound && rel != Deprel::nmod_poss) continue;
      auto actor = evidence.mentions.headed_by(child);
      if (!actor) actor = evidence.mentions.covering(child);
      if (actor && actor != claim.source) return actor;
    }
  }
  return claim.source;
}

// "who was accused of it", "whom it blames": the word that the relative pronoun stands for.
TokenIndex antecedent_of(const Evidence& evidence, TokenIndex token) {
  const Reading& reading = evidence.reading;
  if (!is_relative(reading, token)) return token;
  const TokenIndex verb = reading[token].head;
  const bool clause = verb != kNoToken && reading[verb].rel == Deprel::acl_relcl;
  return clause ? reading[verb].head : kNoToken;
}

// Whom a noun phrase is about: its head, or whose it is ("the firm's servers", "the safety of the router").
Ref<Actor> party_of(const Evidence& evidence, TokenIndex head) {
  const Reading& reading = evidence.reading;
  const auto party = [&](Ref<Actor> actor) {
    return actor && !evidence.is_kind(actor, ActorKind::place) &&
           !evidence.is_kind(actor, ActorKind::group) &&
           (has_name(evidence, actor) || evidence.is_kind(actor, ActorKind::product));
  };
  if (const auto own = evidence.actor_of(head); party(own)) return own;
  if (const auto around = evidence.mentions.covering(head); party(around)) return around;
  for (const TokenIndex child : reading.layer.children_of(head)) {
    const Deprel rel = reading[child].rel;
    const auto marker = reading.marker(child);
    const bool of = rel == Deprel::nmod && (marker.empty() || marker == "of" || marker == "about" ||
                                            marker == "with" || marker == "in" || marker == "against");
    if (rel != Deprel::nmod_poss && rel != Deprel::compound && rel != Deprel::amod && !of) continue;
    auto actor = evidence.mentions.headed_by(child);
    if (!actor) actor = evidence.mentions.covering(child);
    if (party(actor)) return actor;
  }
  return {};
}

// Of a content without a subject: whom its noun is about, or the thing that somebody is to do something with
// ("to update the router"). A name anywhere in it may be a bystander.
Ref<Actor> subjectless_target(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  const Reading& reading = evidence.reading;
  const TokenIndex head = draft.content_head;
  if (head == kNoToken) return {};
  if (!reading.is_verbal(head)) return party_of(evidence, head);
  if (claim.stance == Stance::state || claim.stance == Stance::assess || claim.stance == Stance::question)
    return {};
  // "to stop using the router"
  TokenIndex verb = head;
  constexpr int kSteps = 3;
  for (int step = 0; step < kSteps && verb != kNoToken; ++step) {
    const TokenIndex object = reading.layer.child(verb, Deprel::obj);
    if (object != kNoToken) return party_of(evidence, object);
    verb = reading.layer.child(verb, Deprel::xcomp);
  }
  return {};
}

Ref<Actor> look_for_target(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  if (claim.stance == Stance::deny && !draft.clausal) return denied_party(evidence, draft, claim);
  if (draft.target != kNoToken && evidence.reading.lower(draft.target) != "it") {
    const TokenIndex target = antecedent_of(evidence, draft.target);
    if (const auto actor = evidence.actor_of(target)) return actor;
    // "restricted the use of X": the thing used.
    if (const auto actor = named_in(
            evidence, evidence.reading.runs(draft.target), claim.source,
            {ActorKind::product, ActorKind::organization, ActorKind::person, ActorKind::government})) {
      return actor;
    }
    // Whoever else is named in an accusation of this one is not the one accused.
    if (claim.stance == Stance::accuse) return {};
  }
  const TokenIndex subject = content_subject(evidence, draft);
  if (subject != kNoToken && claim.stance != Stance::act) {
    const auto actor = evidence.actor_of(subject);
    // "that attackers could", "that a third party might": whom no name tells apart is no party.
    const bool told_apart =
        actor && (has_name(evidence, actor) || evidence.is_kind(actor, ActorKind::product));
    if (actor && !told_apart && actor != claim.source && claim.stance != Stance::deny) return {};
    const bool party = told_apart && !evidence.is_kind(actor, ActorKind::place);
    if (party && (actor != claim.source || claim.stance == Stance::deny)) return actor;
    if (!actor || actor == claim.source) {
      // "that its warnings serve ...": the owner of the subject.
      const TokenIndex owner = evidence.reading.layer.child(subject, Deprel::nmod_poss);
      const auto owned = evidence.actor_of(owner);
      if (owned && owned != claim.source) return owned;
      // "that versions of the program put them at risk"
      const auto of = actor ? Ref<Actor>() : party_of(evidence, subject);
      if (evidence.is_kind(of, ActorKind::product)) return of;
    }
    if (claim.stance == Stance::exempt || claim.stance == Stance::warn || claim.stance == Stance::advise) {
      return named_in(evidence, draft.content, claim.source, {ActorKind::product});
    }
    return {};
  }
  if (claim.stance == Stance::accuse) {
    if (const auto actor = named_after(evidence, draft, "against"); actor && actor != claim.source)
      return actor;
  }
  return subjectless_target(evidence, draft, claim);
}

}  // namespace

bool has_name(const Evidence& evidence, Ref<Actor> who) {
  const auto& mentions = evidence.actors[who.index()].mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [](const Mention& mention) { return mention.form == MentionForm::name; });
}

TokenIndex content_subject(const Evidence& evidence, const Draft& draft) {
  if (draft.content_head == kNoToken) return kNoToken;
  for (const TokenIndex child : evidence.reading.layer.children_of(draft.content_head)) {
    const Deprel rel = evidence.reading[child].rel;
    if (rel == Deprel::nsubj || rel == Deprel::nsubj_pass) return child;
  }
  return kNoToken;
}

// Whom or what the claim is about. Nobody accuses or warns of himself, and who is told is not who is meant.
Ref<Actor> find_target(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  const auto found = look_for_target(evidence, draft, claim);
  if (claim.stance != Stance::deny && (found == claim.source || found == claim.addressee)) return {};
  return found;
}

}  // namespace hearsay::claims
