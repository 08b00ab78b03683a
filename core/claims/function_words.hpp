#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "core/claims/reading.hpp"

// Questions about single words that several rules of the claim stage ask.
namespace hearsay::claims {

template <std::size_t N>
bool is_any(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

inline bool any_token(const Runs& runs, const auto& test) {
  for (const Extent run : runs) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (test(token)) return true;
    }
  }
  return false;
}

inline bool is_relative(const Reading& reading, TokenIndex token) {
  const Xpos tag = reading[token].xpos;
  const auto& word = reading.lower(token);
  return tag == Xpos::WDT || tag == Xpos::WP || word == "who" || word == "which" ||
         (word == "that" && reading[token].upos == Upos::PRON);
}

inline bool is_subject(Deprel rel) {
  return rel == Deprel::nsubj || rel == Deprel::nsubj_pass || rel == Deprel::nsubj_outer;
}

// "to update": whether the verb stands with its "to".
inline bool is_to_infinitive(const Reading& reading, TokenIndex token) {
  for (const TokenIndex child : reading.layer.children_of(token)) {
    if (child > token) break;
    if (reading[child].rel == Deprel::mark && reading.lower(child) == "to") return true;
  }
  return false;
}

inline bool is_finite(const Reading& reading, TokenIndex token) {
  const Xpos form = reading[token].xpos;
  return form == Xpos::VBD || form == Xpos::VBZ || form == Xpos::VBP || form == Xpos::MD;
}

inline bool is_we(std::string_view word) {
  return word == "we" || word == "our" || word == "us" || word == "ours";
}

inline bool is_heading(const Reading& reading, const language::Sentence& sentence) {
  const BlockKind kind = reading.document.blocks()[sentence.block].kind;
  return kind == BlockKind::title || kind == BlockKind::heading;
}

inline bool has_finite_verb(const Reading& reading, const language::Sentence& sentence) {
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (is_finite(reading, token)) return true;
  }
  return false;
}

inline TokenIndex root_of(const Reading& reading, const language::Sentence& sentence) {
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (reading[token].head == kNoToken) return token;
  }
  return kNoToken;
}

// "some", "most of them", "about four in ten": words that stand for people by themselves.
inline bool is_quantity(const Reading& reading, TokenIndex token) {
  constexpr std::string_view words[] = {"some",    "most",    "many", "others", "few",
                                        "several", "both",    "all",  "half",   "another",
                                        "either",  "neither", "each", "one",    "majority"};
  return reading[token].upos == Upos::NUM ||
         std::find(std::begin(words), std::end(words), reading.lower(token)) != std::end(words);
}

inline bool is_time_word(std::string_view word) {
  constexpr std::string_view words[] = {"monday", "tuesday", "wednesday", "thursday", "friday",    "saturday",
                                        "sunday", "today",   "yesterday", "tomorrow", "week",      "month",
                                        "year",   "night",   "morning",   "evening",  "afternoon", "weekend"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Words of phrases that say when, where or how something was said, not what.
inline bool is_adverbial_word(std::string_view word) {
  constexpr std::string_view words[] = {
      "monday",   "tuesday",  "wednesday",  "thursday",  "friday",  "saturday", "sunday",    "week",
      "month",    "year",     "day",        "morning",   "evening", "night",    "statement", "interview",
      "letter",   "speech",   "conference", "tweet",     "post",    "report",   "briefing",  "january",
      "february", "march",    "april",      "june",      "july",    "august",   "september", "october",
      "november", "december", "remark",     "testimony", "email",   "advisory", "blog",      "twitter",
      "facebook", "message",  "debate"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

inline bool is_dash(std::string_view word) {
  return word == "--" || word == "\xE2\x80\x94" || word == "\xE2\x80\x93" || word == "-" ||
         word == "\xE2\x80\x95";
}

}  // namespace hearsay::claims
