#include "core/advice/issuers.hpp"

#include <algorithm>

namespace hearsay::advice {

Issuers::Issuers(const Tree& tree, const AdviceWords& words, const People& people, const DocumentVoice& voice,
                 const std::vector<Claim>& claims)
    : tree_(tree), words_(words), people_(people), claims_(claims) {
  if (!voice.issuing) orderer_ = find_orderer();
}

Ref<Actor> Issuers::actor_in(Span span) const {
  for (auto token = tree_.language.token_at(span.begin);
       token < tree_.language.tokens.size() && tree_.token(token).span.begin < span.end; ++token) {
    if (tree_.token(token).upos != Upos::PRON && people_.acting(people_.headed_by(token)))
      return people_.headed_by(token);
  }
  return {};
}

Ref<Actor> Issuers::source_of(Ref<Claim> claim) const {
  if (!claim) return {};
  const auto& said = claims_[claim.index()];
  if (said.source || said.source_spans.empty()) return said.source;
  return actor_in(said.source_spans.front());
}

Ref<Actor> Issuers::teller_around(Ref<Claim> claim, TokenIndex cue) const {
  // Claims stand in text order: what holds this one is not far from it.
  constexpr std::size_t kNear = 8;
  const auto word = tree_.token(cue).span;
  const auto first = claim.index() < kNear ? 0 : claim.index() - kNear;
  const auto last = std::min(claims_.size(), claim.index() + kNear);
  Ref<Actor> teller;
  std::uint32_t smallest = 0xFFFFFFFFu;
  for (auto i = first; i < last; ++i) {
    const auto& other = claims_[i];
    if (i == claim.index() || !other.source || other.stance == Stance::question ||
        other.stance == Stance::deny)
      continue;
    for (const auto content : other.content) {
      if (!content.contains(word) || content.size() >= smallest) continue;
      smallest = content.size();
      teller = other.source;
    }
  }
  return teller;
}

bool Issuers::said_by_instrument(Ref<Claim> claim) const {
  if (!claim) return false;
  const auto& said = claims_[claim.index()];
  if (said.source || said.source_spans.empty()) return false;
  const auto span = said.source_spans.front();
  for (auto token = tree_.language.token_at(span.begin);
       token < tree_.language.tokens.size() && tree_.token(token).span.begin < span.end; ++token) {
    if (tree_.token(token).upos == Upos::NOUN) return words_.is(WordClass::instrument, tree_.lemma(token));
  }
  return false;
}

bool Issuers::speaks_of_instrument(TokenIndex token) const {
  const auto& sentence = tree_.language.sentence(token);
  for (auto scan = sentence.first; scan + 1 < sentence.last(); ++scan) {
    if (tree_.has_lemma(scan, {"the", "this", "its"}) &&
        words_.is(WordClass::instrument, tree_.lemma(scan + 1)) && tree_.token(scan + 1).upos == Upos::NOUN)
      return true;
  }
  return false;
}

Ref<Actor> Issuers::owner_of(const Phrase& instrument) const {
  if (!instrument.found() || !words_.is(WordClass::instrument, tree_.lemma(instrument.head))) return {};
  const auto acting = [&](TokenIndex token) {
    const auto actor = token == kNoToken ? Ref<Actor>() : people_.at(token);
    return people_.acting(actor) && !people_.hostile(actor) ? actor : Ref<Actor>();
  };
  for (const auto child : tree_.language.children_of(instrument.head)) {
    const auto rel = tree_.token(child).rel;
    if (rel == Deprel::nmod_poss) return acting(child);
    const bool made =
        rel == Deprel::acl && tree_.has_lemma(child, {"issue", "sign", "publish", "make", "impose",
                                                      "announce", "adopt", "approve", "order"});
    if (made) {
      if (const auto agent = acting(tree_.language.child(child, Deprel::obl_agent))) return agent;
      if (const auto agent = acting(tree_.language.child(child, Deprel::obl))) return agent;
    }
    const bool from =
        rel == Deprel::nmod && child > instrument.head + 1 &&
        (tree_.lower(instrument.head + 1) == "from" || tree_.lower(instrument.head + 1) == "by");
    if (from) return acting(child);
  }
  return {};
}

Ref<Actor> Issuers::owner_in_sentence(TokenIndex token) const {
  const auto& sentence = tree_.language.sentence(token);
  for (auto scan = sentence.first; scan < sentence.last(); ++scan) {
    if (tree_.token(scan).upos != Upos::NOUN) continue;
    if (const auto owner = owner_of({scan, scan + 1, scan})) return owner;
  }
  return {};
}

// Who orders, forbids, or hands down what binds others, where the verb says so.
Ref<Actor> Issuers::gives_orders(TokenIndex token) const {
  const auto instrument = [&](TokenIndex noun) {
    return noun != kNoToken && tree_.token(noun).upos == Upos::NOUN &&
           words_.is(WordClass::instrument, tree_.lemma(noun));
  };
  const auto* verb = words_.verb(tree_.lower(token));
  const bool issued = tree_.token(token).rel == Deprel::acl && instrument(tree_.token(token).head);
  bool orders = issued || (verb != nullptr && !verb->passive_only &&
                           (verb->modality == Modality::must || verb->modality == Modality::must_not));
  for (const auto child : tree_.language.children_of(token)) {
    const auto rel = tree_.token(child).rel;
    // "In a determination handed down on Thursday, the commission said"
    const bool in_it = rel == Deprel::obl && child > 1 &&
                       (tree_.lower(child - 2) == "in" || tree_.lower(child - 2) == "under");
    orders = orders || ((rel == Deprel::obj || in_it) && instrument(child));
  }
  if (!orders) return {};
  auto who = tree_.language.child(token, Deprel::nsubj);
  // "a direction issued by the Department"
  if (who == kNoToken && issued) who = tree_.language.child(token, Deprel::obl_agent);
  if (who == kNoToken || tree_.token(who).upos == Upos::PRON) return {};
  const auto actor = people_.at(who);
  return people_.hostile(actor) ? Ref<Actor>() : actor;
}

Ref<Actor> Issuers::find_orderer() const {
  Ref<Actor> found;
  Ref<Actor> other;  // a body that is not known to be the state's
  bool others = false;
  for (TokenIndex token = 0; token < tree_.language.tokens.size(); ++token) {
    if (tree_.token(token).upos != Upos::VERB || quoted(tree_, token)) continue;
    const auto actor = gives_orders(token);
    if (!actor) continue;
    if (people_.actor(actor).kind == ActorKind::organization) {
      others = others || (other && other != actor);
      other = actor;
    }
    if (!voice_of_state(actor)) continue;
    if (found && found != actor) return {};
    found = actor;
  }
  if (found || others || !other) return found;
  return is_matter(other) ? Ref<Actor>() : other;
}

// Whoever is warned about, accused or banned hands down no orders; nor does a firm where a public body tells
// people what to do.
bool Issuers::is_matter(Ref<Actor> actor) const {
  return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& claim) {
    const bool against =
        claim.stance == Stance::advise || claim.stance == Stance::warn || claim.stance == Stance::accuse;
    return (against && claim.target == actor && claim.source != actor) ||
           (claim.stance == Stance::advise && voice_of_state(claim.source));
  });
}

Ref<Actor> Issuers::subject_before(TokenIndex pronoun) const {
  const auto& sentence = tree_.language.sentence(pronoun);
  if (sentence.first == 0) return {};
  const auto& before = tree_.language.sentence(sentence.first - 1);
  if (before.block != sentence.block) return {};
  const bool it = tree_.lemma(pronoun) == "it";
  for (auto token = before.first; token < before.last(); ++token) {
    if (tree_.token(token).rel != Deprel::nsubj) continue;
    const auto actor = people_.at(token);
    if (!people_.acting(actor) || people_.hostile(actor)) return {};
    const auto kind = people_.actor(actor).kind;
    const bool body = kind == ActorKind::government || kind == ActorKind::organization;
    return it == body && (body || kind == ActorKind::person) ? actor : Ref<Actor>();
  }
  return {};
}

Ref<Actor> Issuers::adviser_before(TokenIndex cue) const {
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

}  // namespace hearsay::advice
