// From drafts to claims: who is who, and what the words make of the claim.
#include "core/claims/ledger.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

template <std::size_t N>
bool is_any(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::string_view kAnonymous[] = {"source",    "anonymity", "insider",      "unnamed",
                                           "anonymous", "familiar",  "whistleblower"};

bool any_token(const Runs& runs, const auto& test) {
  for (const Extent run : runs) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (test(token)) return true;
    }
  }
  return false;
}

bool frees_somebody(const Evidence& evidence, const Draft& draft) {
  return any_token(draft.content, [&](TokenIndex token) {
    const Phrase* phrase = evidence.phrase_at(evidence.lexicon.negations, token, true);
    if (phrase == nullptr) phrase = evidence.phrase_at(evidence.lexicon.negations, token, false);
    if (phrase == nullptr || static_cast<Negation>(phrase->kind) != Negation::exemption) return false;
    const TokenIndex after = token + static_cast<TokenIndex>(phrase->words.size());
    for (TokenIndex at = after; at < after + 2 && at < evidence.reading.size(); ++at) {
      constexpr std::string_view thoughts[] = {"believe", "think", "doubt", "suspect", "assume"};
      if (is_any(evidence.reading.lemma(at), thoughts)) return false;
    }
    return true;
  });
}

// "… that users should update": an order in the clothes of a statement.
bool tells_to_act(const Evidence& evidence, const Draft& draft) {
  if (draft.content_head == kNoToken) return false;
  constexpr std::string_view people[] = {"user",       "customer",     "administrator", "agency",
                                         "department", "organization", "organisation",  "company",
                                         "business",   "you",          "everyone",      "operator",
                                         "admin",      "authority",    "vendor",        "developer",
                                         "owner",      "people",       "government",    "we"};
  for (const TokenIndex child : evidence.reading.layer.children_of(draft.content_head)) {
    const auto& word = evidence.reading.lower(child);
    if (evidence.reading[child].rel != Deprel::aux || (word != "should" && word != "must" && word != "shall"))
      continue;
    const TokenIndex subject = evidence.reading.layer.child(draft.content_head, Deprel::nsubj);
    return subject != kNoToken && evidence.reading[draft.content_head].xpos == Xpos::VB &&
           is_any(evidence.reading.lemma(subject), people);
  }
  return false;
}

TokenIndex content_subject(const Evidence& evidence, const Draft& draft) {
  if (draft.content_head == kNoToken) return kNoToken;
  for (const TokenIndex child : evidence.reading.layer.children_of(draft.content_head)) {
    const Deprel rel = evidence.reading[child].rel;
    if (rel == Deprel::nsubj || rel == Deprel::nsubj_pass) return child;
  }
  return kNoToken;
}

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

bool has_name(const Evidence& evidence, Ref<Actor> who) {
  const auto& mentions = evidence.actors[who.index()].mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [](const Mention& mention) { return mention.form == MentionForm::name; });
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

// Whom or what the claim is about. Nobody accuses or warns of himself, and who is told is not who is meant.
Ref<Actor> find_target(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  const auto found = look_for_target(evidence, draft, claim);
  if (claim.stance != Stance::deny && (found == claim.source || found == claim.addressee)) return {};
  return found;
}

void find_voice(const Evidence& evidence, const Draft& draft, Claim& claim) {
  if (claim.source_spans.empty()) {
    claim.voice = Voice::anonymous;
    return;
  }
  const bool unnamed =
      any_token(draft.antecedent.empty() ? draft.source : draft.antecedent,
                [&](TokenIndex token) { return is_any(evidence.reading.lemma(token), kAnonymous); });
  if (unnamed && (!claim.source || evidence.is_kind(claim.source, ActorKind::group))) {
    claim.voice = Voice::anonymous;
    return;
  }
  // "told the Herald", "in a statement to the Herald": the outlet relays it.
  const auto& sentence = evidence.reading.layer.sentence(draft.cue_head);
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (covers(draft.source, token)) continue;
    const auto actor = evidence.mentions.headed_by(token);
    if (!evidence.is_kind(actor, ActorKind::outlet) || actor == claim.source) continue;
    const TokenIndex head = evidence.reading[token].head;
    const auto marker = evidence.reading.marker(token);
    const bool told = token == draft.addressee;
    const bool handed = (marker == "to" || marker == "by" || marker == "with" || marker == "in") &&
                        head != kNoToken &&
                        !any_token(draft.content, [&](TokenIndex at) { return at == token; });
    const bool statement = marker == "to" && head != kNoToken && is_document(evidence.reading.lemma(head));
    if (told || handed || statement) claim.via.push_back(actor);
  }
  if (!claim.via.empty()) claim.voice = Voice::reported;
}

void find_manner(const Evidence& evidence, const Draft& draft, Claim& claim) {
  std::uint32_t words = 0;
  std::uint32_t quoted = 0;
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (evidence.reading.is_punctuation(token)) continue;
      ++words;
      quoted += evidence.reading.quotation(token) != nullptr ? 1U : 0U;
    }
  }
  claim.attribution = quoted == 0                ? Attribution::indirect
                      : quoted * 10 >= words * 9 ? Attribution::direct
                                                 : Attribution::mixed;
}

void find_time(const Evidence& evidence, const Draft& draft, Claim& claim) {
  const Span sentence = evidence.reading.layer.sentence(draft.cue_head).span;
  auto time = std::lower_bound(evidence.times.begin(), evidence.times.end(), sentence.begin,
                               [](const Time& item, std::uint32_t at) { return item.span.begin < at; });
  for (; time != evidence.times.end() && time->span.begin < sentence.end; ++time) {
    const TokenIndex token = evidence.reading.layer.token_at(time->span.begin);
    if (token >= evidence.reading.size() || covers(draft.source, token)) continue;
    if (covers(draft.content, token) && claim.stance != Stance::act) continue;
    claim.time = Ref<Time>(static_cast<std::size_t>(time - evidence.times.begin()));
    return;
  }
}

// "said the state was behind the attack": a statement that blames a named party for what its subject does.
bool blames_target(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  if (claim.stance != Stance::state && claim.stance != Stance::assess) return false;
  if (!claim.target || claim.target == claim.source || claim.polarity == Polarity::negated) return false;
  const ActorKind kind = evidence.actors[claim.target.index()].kind;
  if (kind != ActorKind::government && kind != ActorKind::organization && kind != ActorKind::person)
    return false;
  const TokenIndex subject = content_subject(evidence, draft);
  if (subject == kNoToken || evidence.reading[subject].rel != Deprel::nsubj ||
      evidence.actor_of(subject) != claim.target)
    return false;
  const auto blames = [&](TokenIndex token) {
    const auto& list = evidence.lexicon.blames;
    return std::binary_search(list.begin(), list.end(), evidence.reading.lemma(token));
  };
  if (blames(draft.content_head)) return true;
  for (const TokenIndex child : evidence.reading.layer.children_of(draft.content_head)) {
    const Deprel rel = evidence.reading[child].rel;
    if ((rel == Deprel::obj || rel == Deprel::case_ || rel == Deprel::xcomp || rel == Deprel::conj) &&
        blames(child))
      return true;
  }
  return false;
}

// "the head of the agency Ada Brennick": the one person named in the phrase, before any comma.
Ref<Actor> only_person_in(const Evidence& evidence, const Runs& source) {
  Ref<Actor> found;
  for (const Extent run : source) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (evidence.reading.lower(token) == ",") return found;
      const auto actor = evidence.mentions.headed_by(token);
      if (!evidence.is_kind(actor, ActorKind::person) || evidence.reading[token].rel == Deprel::nmod_poss)
        continue;
      if (found && found != actor) return {};
      found = actor;
    }
  }
  return found;
}

}  // namespace

Claim write_claim(const Evidence& evidence, const Draft& draft) {
  Claim claim;
  claim.source = evidence.actor_of(draft.source_head);
  if (!claim.source)
    claim.source = only_person_in(evidence, draft.antecedent.empty() ? draft.source : draft.antecedent);
  claim.source_spans = evidence.reading.spans(draft.source);
  claim.source_stands_for = evidence.reading.spans(draft.antecedent);
  claim.cue = evidence.reading.spans(draft.cue);
  claim.cue_lemma = draft.cue_lemma;
  claim.content = evidence.reading.spans(draft.content);
  claim.addressee = evidence.actor_of(draft.addressee);
  claim.stance = draft.stance;
  claim.why = draft.why;
  find_denial(evidence, draft, claim);
  find_certainty(evidence, draft, claim);
  const bool neutral =
      claim.stance == Stance::state || claim.stance == Stance::assess || claim.stance == Stance::advise;
  if (neutral && frees_somebody(evidence, draft)) {
    claim.stance = Stance::exempt;
    claim.why += "; the content says that somebody need not act";
  } else if (claim.stance == Stance::state && tells_to_act(evidence, draft)) {
    claim.stance = Stance::advise;
    claim.why += "; the content says what to do";
  }
  // "asked for the names" demands, "wanted to know why" asks.
  const auto first = draft.content.empty() ? draft.cue_head : draft.content.front().first;
  const bool for_something =
      first > 0 && (evidence.reading.lower(first - 1) == "for" || evidence.reading.lower(first) == "for");
  if (claim.stance == Stance::question && !draft.clausal && !draft.quoted && for_something) {
    claim.stance = Stance::state;
    claim.why += "; what is asked for is a thing";
  }
  claim.target = find_target(evidence, draft, claim);
  if (blames_target(evidence, draft, claim)) {
    claim.stance = Stance::accuse;
    claim.why += "; the content blames somebody";
  }
  find_voice(evidence, draft, claim);
  find_manner(evidence, draft, claim);
  find_basis(evidence, draft, claim);
  find_time(evidence, draft, claim);
  return claim;
}

namespace {

// "that the firm has no ties": the source says of itself or its own what is not so. A refusal ("will not
// pay") is no denial.
bool speaks_of_own_part(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  if (claim.stance != Stance::state || claim.polarity != Polarity::negated || !claim.source) return false;
  if (draft.cue_negated || draft.negates) return false;
  const TokenIndex subject = content_subject(evidence, draft);
  if (subject == kNoToken) return false;
  for (const TokenIndex child : evidence.reading.layer.children_of(draft.content_head)) {
    const auto& word = evidence.reading.lower(child);
    if (evidence.reading[child].rel == Deprel::aux && (word == "will" || word == "would" || word == "wo"))
      return false;
  }
  // Who does not know, recall or plan it says nothing against it.
  constexpr std::string_view thoughts[] = {
      "know", "recall", "remember", "think", "believe", "see",  "hear", "expect",     "plan", "intend",
      "want", "hope",   "comment",  "speak", "hide",    "mind", "like", "understand", "wish", "discuss"};
  if (is_any(evidence.reading.lemma(draft.content_head), thoughts)) return false;
  const auto& word = evidence.reading.lower(subject);
  return word == "we" || word == "i" || evidence.same_party(evidence.actor_of(subject), claim.source);
}

// Whether the claim speaks of the very thing that is said not to be so: the predicate, or what it is done to.
bool speaks_of_it(const Evidence& evidence, const Draft& denial, const Words& claim) {
  constexpr std::string_view light[] = {"be", "have", "do", "make", "take", "get", "give", "company", "firm"};
  const auto spoken_of = [&](TokenIndex token) {
    const auto lemma = evidence.reading.lemma(token);
    return !is_any(lemma, light) && std::binary_search(claim.begin(), claim.end(), lemma);
  };
  if (spoken_of(denial.content_head)) return true;
  for (const TokenIndex child : evidence.reading.layer.children_of(denial.content_head)) {
    const Deprel rel = evidence.reading[child].rel;
    const bool done_to = rel == Deprel::obj || rel == Deprel::obl || rel == Deprel::xcomp;
    if (done_to && evidence.reading[child].upos != Upos::PRON && spoken_of(child)) return true;
  }
  return false;
}

}  // namespace

void find_own_denials(const Evidence& evidence, const std::vector<Draft>& drafts, std::vector<Claim>& claims,
                      const std::vector<Words>& words) {
  constexpr std::size_t kBack = 48;
  constexpr std::size_t kAhead = 8;
  for (std::size_t d = 0; d < claims.size(); ++d) {
    if (!speaks_of_own_part(evidence, drafts[d], claims[d])) continue;
    const std::size_t from = d > kBack ? d - kBack : 0;
    const std::size_t to = std::min(claims.size(), d + kAhead);
    for (std::size_t c = from; c < to; ++c) {
      const Claim& claim = claims[c];
      const bool against = claim.stance == Stance::accuse || claim.stance == Stance::warn ||
                           claim.stance == Stance::state || claim.stance == Stance::assess;
      if (c == d || !against || claim.polarity == Polarity::negated) continue;
      if (evidence.same_party(claim.source, claims[d].source)) continue;
      if (!evidence.same_party(claim.target, claims[d].source) ||
          !speaks_of_it(evidence, drafts[d], words[c]))
        continue;
      claims[d].stance = Stance::deny;
      claims[d].target = claims[d].source;
      claims[d].why += "; the source says of itself that it is not so, after somebody said it was";
      break;
    }
  }
}

Words content_words(const Evidence& evidence, const Draft& draft) {
  constexpr std::string_view empty[] = {"be",   "have", "do",    "any",  "kind", "use",
                                        "make", "say",  "other", "more", "such", "same"};
  Words words;
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const Upos tag = evidence.reading[token].upos;
      const bool content = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::VERB || tag == Upos::ADJ ||
                           tag == Upos::NUM;
      if (content && !is_any(evidence.reading.lemma(token), empty))
        words.push_back(evidence.reading.lemma(token));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::size_t shared_words(const Words& a, const Words& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++shared;
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++x;
      ++y;
    }
  }
  return shared;
}

}  // namespace hearsay::claims
