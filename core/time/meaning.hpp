#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

// What the words of a time expression say, before it is known when the document was written.
namespace hearsay::time {

inline constexpr int kNone = std::numeric_limits<int>::min();

enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century,
  millennium,
  none,
};

enum class Base : std::uint8_t {
  open,      // its own fields; what they leave out comes from the context
  document,  // counted from the document's date
  story,     // counted from the time spoken of before
  context,   // "the year": the story's in a narrative, else the document's
};
enum class Direction : std::uint8_t { open, past, future };
enum class Portion : std::uint8_t { none, start, middle, end };

// Two of an amount ("a year and six months") are the most that is kept.
struct Amount {
  int count = kNone;  // kNone: an unknown number (X)
  int sixtieths = 0;  // of the unit, beside the count
  Unit unit = Unit::none;
};

struct Meaning {
  enum class Kind : std::uint8_t { calendar, duration, set, reference };
  Kind kind = Kind::calendar;

  int year = kNone;
  int month = kNone;
  int day = kNone;
  int weekday = kNone;  // 1 = Monday
  int quarter = kNone;
  int half = kNone;
  int season = kNone;   // 0 winter, 1 spring, 2 summer, 3 autumn
  int decade = kNone;   // 199; two digits' worth ("nineties", 9) where two_digit_decade
  int century = kNone;  // 19 for the 19th
  int hour = kNone;
  int minute = kNone;
  int clock_second = kNone;
  int holiday = kNone;       // index into Grammar's holidays
  int numeric_date = kNone;  // index into the stretch's Digits
  std::string_view part;     // "MO", "AF", "EV", "NI" ...
  std::string zone;
  bool two_digit_decade = false;
  bool before_christ = false;
  bool weekend = false;
  bool fiscal = false;
  bool comparison = false;  // "a year earlier": the same period of the year before
  bool as_week = false;     // "the week of November 6"
  bool week_after = false;  // "Thursday week": seven days after the coming Thursday
  bool definite = false;    // "the next year": in a tale of the past, the story's
  bool latest = false;      // "the latest quarter": the last complete one

  Base base = Base::open;
  Unit shift_unit = Unit::none;  // with base document or story: truncate to this, then add `shift`
  int shift = 0;
  bool shift_unknown = false;  // "several years ago"
  bool counted = false;        // the shift is a number of units ("two decades ago"), not the next or last one
  Direction direction = Direction::open;
  Portion portion = Portion::none;
  bool approximate = false;

  std::array<Amount, 2> amounts;
  int amount_count = 0;

  std::string_view reference;   // PAST_REF, PRESENT_REF, FUTURE_REF
  int range_first_day = kNone;  // of "3 to 7 May": the 3
  int range_first_year = kNone;
  int range_first_month = kNone;
  int range_first_hour = kNone;
  bool if_future = false;  // stands only in a clause that looks ahead ("soon")
  bool range_end = false;  // the second of the two
};

}  // namespace hearsay::time
