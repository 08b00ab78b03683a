// From drafts to claims: who is who, and what the words make of the claim.
#include "core/claims/ledger.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

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
  constexpr std::string_view people[] = {
      "user",        "customer",  "administrator", "agency",   "department", "organization", "organisation",
      "company",     "business",  "you",           "everyone", "operator",   "admin",        "authority",
      "vendor",      "developer", "owner",         "people",   "government", "we",           "parent",
      "school",      "bank",      "firm",          "landlord", "patient",    "resident",     "citizen",
      "employee",    "staff",     "manufacturer",  "maker",    "hospital",   "provider",     "anyone",
      "anybody",     "consumer",  "client",        "voter",    "supplier",   "individual",   "member",
      "institution", "council"};
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

// "advised that the losses may be due to it": who advises that something is so tells it.
bool informs(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  const TokenIndex head = draft.content_head;
  if (draft.cue_lemma != "advise" || !draft.clausal || head == kNoToken) return false;
  for (const TokenIndex child : reading.layer.children_of(head)) {
    const auto& word = reading.lower(child);
    if (word == "may" || word == "might" || word == "will" || word == "has" || word == "have" ||
        word == "had" || word == "was" || word == "were" || word == "is" || word == "are")
      return true;
    if (word == "should" || word == "must") return false;
  }
  return reading[head].xpos == Xpos::VBD || reading[head].xpos == Xpos::VBZ;
}

// "wanted to know why ..."
bool wants_to_know(const Evidence& evidence, const Draft& draft) {
  if (draft.content.empty() || draft.cue_lemma != "want") return false;
  const TokenIndex first = draft.content.front().first;
  constexpr std::string_view words[] = {"why", "how",  "what",  "who",  "whether",
                                        "if",  "when", "where", "which"};
  return first + 2 < draft.content.front().last && evidence.reading.lower(first) == "to" &&
         evidence.reading.lower(first + 1) == "know" && is_any(evidence.reading.lower(first + 2), words);
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
    // Whoever has written an exploit has exploited nobody.
    if (evidence.reading[token].upos == Upos::NOUN && evidence.reading.lemma(token) == "exploit")
      return false;
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
  } else if ((claim.stance == Stance::state || claim.stance == Stance::assess) &&
             tells_to_act(evidence, draft)) {
    claim.stance = Stance::advise;
    claim.why += "; the content says what to do";
  }
  if (claim.stance == Stance::advise && informs(evidence, draft)) {
    claim.stance = Stance::state;
    claim.why += "; the content says what is so, not what to do";
  }
  if (claim.stance == Stance::state && wants_to_know(evidence, draft)) claim.stance = Stance::question;
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
