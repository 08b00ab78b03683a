#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/span.hpp"
#include "core/time/calendar.hpp"
#include "core/time/grammar.hpp"

// From what an expression says to its TIMEX3 value.
namespace hearsay::time {

// First and last day. An open end is a Date with year kNone.
struct Interval {
  Date first;
  Date last;
};

// `planned`: looked forward to in the past ("would leave on Thursday", "planned to"); it may be over by now.
enum class Tense : std::uint8_t { unknown, past, present, future, planned };

// An expression of the document, before it is resolved.
struct Expression {
  Span span;
  Meaning meaning;
  Tense tense = Tense::unknown;
  std::uint32_t stretch = 0;   // expressions of one paragraph share it
  std::uint32_t sentence = 0;  // of one sentence (by the stage's own reading)
  bool of_thing = false;       // "Friday's purchases": it belongs to a noun
  std::string before;          // the word before it, in lower case
  std::string_view connector;  // the words between the expression before and this one, if it is close
};

// What has been told so far.
struct Story {
  Date date;
  Unit precision = Unit::none;  // none: nothing yet
  std::uint32_t time = 0;       // the expression that set it
  std::uint32_t stretch = 0;
  std::optional<Date> quarter;  // the first day of the quarter reported on
  std::optional<Date> month;    // the last that was told with its month
};

struct Resolved {
  std::string value;
  TimeType type = TimeType::date;
  TimeAnchor anchor = TimeAnchor::none;
  bool comparison = false;  // with what the story is about, which goes on
  bool dates = false;       // it names a stretch of the calendar, and the story goes on from there
  Date date;
  Unit precision = Unit::none;
};

struct Setting {
  std::optional<Date> document;
  bool narrative = false;  // undated days belong to the story, not to the document
};

[[nodiscard]] Resolved resolve(const Expression& expression, const Setting& setting, const Story& story,
                               const std::vector<Holiday>& holidays);

// The day a holiday falls on.
[[nodiscard]] Date day_of(const Holiday& holiday, int year);

}  // namespace hearsay::time
