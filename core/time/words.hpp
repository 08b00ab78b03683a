#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

// The time stage's own words of a stretch of text. It reads numbers and dates written in digits as one word
// each, and marks runs that mix letters and digits in other ways (CVE ids, versions, part numbers, paths) as
// opaque, so that nothing inside them can be taken for a date.
namespace hearsay::time {

enum class WordKind : std::uint8_t {
  letters,
  number,        // 17, 3,000, 1.5
  ordinal,       // 3rd
  decade,        // 1990s: value 199; 90s: value 9 with 2 digits
  numeric_date,  // 2017-11-28, 28/11/2017, 28.11.17, 28-Nov-2017
  clock,         // 10:45, 10:45:30, 5pm
  fraction,      // 1/2
  period,        // Q3, H1, FY2017: `lower` is the letter, value the number
  punctuation,
  opaque,
};

struct Word {
  Span span;
  std::string_view lower;  // ASCII lower case, dots of "p.m." left out; lives as long as the Words
  WordKind kind = WordKind::punctuation;
  bool glued = false;          // no white space before it
  bool capital = false;        // begins with an upper-case letter
  bool inner_capital = false;  // "iFIX"
  bool caps = false;           // has no lower-case letter
  bool starts_line = false;
  std::uint8_t digits = 0;  // of a number
  std::int32_t value = 0;
  std::uint32_t detail = 0;  // index into Words::digits, for numeric_date and clock
};

// What a date or time written in digits says. Parts that are not given are -1.
struct Digits {
  enum class Order : std::uint8_t { year_first, day_first, month_first, unknown };
  Order order = Order::unknown;
  int first = -1;  // with `unknown` order: the two numbers as they stand
  int second = -1;
  int year = -1;
  int month = -1;
  int day = -1;
  int hour = -1;
  int minute = -1;
  int clock_second = -1;
  bool short_year = false;  // the year was written in two digits
  bool meridiem = false;    // am or pm stood with it, and is already counted in
  std::string zone;         // "Z", "-05:00" or empty
};

struct Words {
  std::string lowered;  // of the stretch
  std::vector<Word> words;
  std::vector<Digits> digits;
};

// Splits text[stretch] into words. `out` is overwritten; its memory is used again.
void read_words(std::string_view text, Span stretch, Words& out);

}  // namespace hearsay::time
