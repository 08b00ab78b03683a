#include "core/time/tense.hpp"

#include <algorithm>

namespace hearsay::time {
namespace {

using language::Deprel;
using language::kNoToken;
using language::LanguageLayer;
using language::TokenIndex;
using language::Upos;
using language::Xpos;

constexpr int kHighestClimb = 24;  // trees of real sentences are not deeper; the bound keeps time linear

template <class Range>
bool has_lemma(const LanguageLayer& layer, const Range& tokens,
               std::initializer_list<std::string_view> lemmas) {
  return std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
    return std::find(lemmas.begin(), lemmas.end(), layer.lemma(token)) != lemmas.end();
  });
}

// Verbs whose infinitive lies ahead: "plans to meet", "is scheduled to".
bool looks_ahead(std::string_view lemma) {
  constexpr std::string_view kVerbs[] = {
      "plan", "expect", "schedule", "intend", "want", "hope", "agree",   "order",   "direct",   "require",
      "urge", "vow",    "prepare",  "due",    "set",  "ask",  "promise", "propose", "threaten", "slate"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

bool is_verb(const language::Token& token) {
  return token.upos == Upos::VERB || token.upos == Upos::AUX;
}

// Verbs whose own time lies ahead: "scheduled a hearing for Thursday", "postponed it until Friday".
bool sets_a_date(std::string_view lemma) {
  return lemma == "schedule" || lemma == "postpone" || lemma == "slate" || lemma == "reschedule";
}

// Whether the verb or one of its auxiliaries stands in the past.
bool is_past(const LanguageLayer& layer, TokenIndex verb) {
  if (layer.tokens[verb].xpos == Xpos::VBD) return true;
  const auto children = layer.children_of(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    const auto rel = layer.tokens[child].rel;
    return (rel == Deprel::aux || rel == Deprel::aux_pass || rel == Deprel::cop) &&
           layer.tokens[child].xpos == Xpos::VBD;
  });
}

// "had been due": what was looked forward to is over.
bool is_pluperfect(const LanguageLayer& layer, TokenIndex verb) {
  const auto children = layer.children_of(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    return layer.tokens[child].rel == Deprel::aux && layer.tokens[child].xpos == Xpos::VBD &&
           layer.lemma(child) == "have";
  });
}

Tense tense_of_verb(const LanguageLayer& layer, TokenIndex verb) {
  const auto children = layer.children_of(verb);
  bool modal = false;
  bool would = false;
  bool past = false;
  bool present = false;
  bool perfect = false;
  const auto look = [&](TokenIndex token) {
    const auto xpos = layer.tokens[token].xpos;
    // "could", "would" and "might" look both ways.
    const auto lemma = layer.lemma(token);
    would = would || (xpos == Xpos::MD && lemma == "would");
    modal = modal || (xpos == Xpos::MD && lemma != "could" && lemma != "would" && lemma != "might");
    past = past || xpos == Xpos::VBD;
    present = present || xpos == Xpos::VBZ || xpos == Xpos::VBP;
    perfect = perfect ||
              ((xpos == Xpos::VBZ || xpos == Xpos::VBP || xpos == Xpos::VB) && layer.lemma(token) == "have");
  };
  look(verb);
  bool infinitive = false;
  for (const auto child : children) {
    const auto rel = layer.tokens[child].rel;
    if (rel == Deprel::aux || rel == Deprel::aux_pass || rel == Deprel::cop) look(child);
    infinitive = infinitive || (rel == Deprel::mark && layer.lemma(child) == "to");
  }
  if (modal) return Tense::future;
  if (would) return perfect ? Tense::past : Tense::planned;
  if (past || perfect) {
    return sets_a_date(layer.lemma(verb)) && !is_pluperfect(layer, verb) ? Tense::planned : Tense::past;
  }
  if (infinitive) {
    // "plans to meet", "is to meet"; what was planned may be long past.
    const auto head = layer.tokens[verb].head;
    if (head == kNoToken || (!looks_ahead(layer.lemma(head)) && layer.lemma(head) != "be"))
      return Tense::unknown;
    if (!is_past(layer, head)) return Tense::future;
    return is_pluperfect(layer, head) ? Tense::unknown : Tense::planned;
  }
  if (present) {
    return has_lemma(layer, children, {"expect", "schedule"}) || looks_ahead(layer.lemma(verb))
               ? Tense::future
               : Tense::present;
  }
  return layer.tokens[verb].xpos == Xpos::VBN ? Tense::past : Tense::unknown;
}

}  // namespace

bool is_of_thing(const LanguageLayer& layer, Span span) {
  for (auto t = layer.token_at(span.begin); t < layer.tokens.size(); ++t) {
    const auto& word = layer.tokens[t];
    if (word.span.begin >= span.end) break;
    const bool hangs_outside = word.head != kNoToken && !layer.tokens[word.head].span.overlaps(span);
    if (hangs_outside && (word.rel == Deprel::nmod_poss || word.rel == Deprel::compound)) return true;
  }
  return false;
}

Tense tense_of(const LanguageLayer& layer, Span span) {
  TokenIndex token = layer.token_at(span.begin);
  if (token >= layer.tokens.size() || !layer.tokens[token].span.overlaps(span)) return Tense::unknown;
  const bool of_thing = is_of_thing(layer, span);
  for (int step = 0; step < kHighestClimb && token != kNoToken; ++step) {
    const auto& here = layer.tokens[token];
    bool copula = false;
    for (const auto child : layer.children_of(token))
      copula = copula || layer.tokens[child].rel == Deprel::cop;
    if (is_verb(here) || copula) {
      const auto tense = tense_of_verb(layer, token);
      if (of_thing && (tense == Tense::planned || tense == Tense::present)) return Tense::unknown;
      if (tense != Tense::unknown) return tense;
    }
    token = here.head;
  }
  return Tense::unknown;
}

Tense tense_of(const Words& words, std::uint32_t first, std::uint32_t last) {
  constexpr std::string_view kAhead[] = {"will",      "shall", "must",     "upcoming",
                                         "scheduled", "plans", "expected", "deadline"};
  for (std::uint32_t at = first; at < last; ++at) {
    const auto& word = words.words[at].lower;
    if (std::find(std::begin(kAhead), std::end(kAhead), word) != std::end(kAhead)) return Tense::future;
  }
  return Tense::unknown;
}

}  // namespace hearsay::time
