#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/meaning.hpp"
#include "core/time/time.hpp"
#include "core/time/words.hpp"

// The grammar of time expressions, as assets/lexicons/time_grammar.tsv writes it, and its matcher.
namespace hearsay::time {

// What a word, a number or a matched phrase can be. In the files these names stand in capitals.
enum class Class : std::uint8_t {
  // read off the digits
  NUM,
  ORDINAL,
  DAY,   // 1 to 31, as number or ordinal
  HOUR,  // 0 to 24
  YEAR,
  DECADE,
  PERIOD,  // Q3, H1, FY2017
  NUMERICDATE,
  CLOCK,
  FRACTION,
  NTH,     // an ORDINAL in digits
  HHMM,    // 1400, 0735: four digits that can be a time of day
  DOTTED,  // 18.30: hours and minutes apart by a dot, if it is no other number
  // from time_words.tsv
  MONTH,
  WEEKDAY,
  WEEKDAYS,
  UNIT,
  UNITS,
  SEASON,
  PART,
  DAYWORD,
  DEICTIC,
  STORY,
  EDGE,
  APPROX,
  VAGUE,
  FREQUENCY,
  HOLIDAY,
  MERIDIEM,
  ZONE,
  ERA,
  SOME,
  // made by rules, in three rounds
  CAL,
  QUARTER,
  SPAN,
  CLOCKTIME,
  DATE,
  DURATION,
  SET,
  REF,
  PHRASE,
  SKIP,
  count_,
};

// A reading of the words from a position: `length` words as a Class.
struct Edge {
  Class cls;
  std::uint16_t length = 1;
  std::int32_t value = 0;
  std::int32_t meaning = -1;  // index into Match::meanings, for what rules made
  bool weak = false;          // an ordinary word too ("may", "second"): alone it is no date
};

// A day that recurs each year: a fixed date, the n-th weekday of a month, or counted from Easter.
struct Holiday {
  int month = 0;  // 0: counted from Easter
  int day = 0;    // with nth == 0
  int weekday = 0;
  int nth = 0;  // -1: the last
  int offset = 0;
};

struct Element {
  std::vector<std::int32_t> literals;  // ids of words
  std::vector<Class> classes;
  bool optional = false;
  bool context = false;  // in brackets: must stand there, but is no part of the expression
};

// Rules work in rounds: parts of expressions, expressions, wholes made of expressions.
inline constexpr std::size_t kRounds = 3;

struct Rule {
  Class produces = Class::DATE;
  // What the matcher, not the meaning, sees to.
  bool weak = false;
  bool inner = false;
  bool year = false;
  bool apostrophe = false;
  bool range = false;
  std::vector<Element> elements;
  std::vector<std::string_view> actions;
  std::string_view example;
  std::uint32_t line = 0;
};

// An expression found in a stretch of words.
struct Match {
  std::uint32_t first = 0;  // word
  std::uint32_t last = 0;   // exclusive
  Meaning meaning;
};

struct Grammar::Impl {
  struct Entry {
    std::vector<std::int32_t> words;  // ids; the first is the key
    Class cls;
    std::int32_t value = 0;
    bool capital = false;
    bool weak = false;
    bool dotted = false;
  };

  std::vector<std::string_view> vocabulary;  // sorted; a word's id is its place here
  std::vector<std::vector<Entry>> entries;   // by id of their first word
  std::vector<Rule> rules;
  using RuleList = std::vector<std::uint32_t>;
  std::array<std::vector<RuleList>, kRounds> rules_by_word;   // by round and id of the first word
  std::array<std::vector<RuleList>, kRounds> rules_by_class;  // by round and first Class
  std::vector<Holiday> holidays;
  std::vector<std::string_view> parts;  // names of the parts of the day

  [[nodiscard]] std::int32_t id(std::string_view word) const;  // -1 if unknown

  // All expressions of the words, left to right, not overlapping.
  [[nodiscard]] std::vector<Match> match(const Words& words) const;
};

// The readings of each word by digits and lexicon, before any rule.
[[nodiscard]] std::vector<std::vector<Edge>> read_edges(const Grammar::Impl& grammar, const Words& words,
                                                        const std::vector<std::int32_t>& ids);

// Makes the meaning of a rule from what its classes caught. False where the parts do not fit together
// (a fifth quarter, the 31st of February).
struct Caught {
  Class cls;
  std::int32_t value;
  const Meaning* meaning;
};
[[nodiscard]] bool build_meaning(const Grammar::Impl& grammar, const Words& words, const Rule& rule,
                                 const std::vector<Caught>& caught, Meaning& out);

}  // namespace hearsay::time
