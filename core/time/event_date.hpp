#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/analysis.hpp"

// How exactly the timeline knows the day of an event, and what kind of entry that makes it.
namespace hearsay::time {

// The calendar unit within which the event lies; or only that it lies before or after a day, or between two;
// or nothing ("yesterday" in a text without a date).
enum class Precision : std::uint8_t {
  day,
  week,
  month,
  quarter,
  season,
  half_year,
  year,
  decade,
  century,
  before,
  after,
  between,
  unknown,
};

struct EventDate {
  Precision precision = Precision::day;
  bool implied = false;   // the words name no calendar date: it was counted from another one
  bool deadline = false;  // the limit of an advice
  bool past = false;      // a deadline that had passed when the document was written
};

// What the entry's value, its time and the advice of the same analysis say of its date.
[[nodiscard]] EventDate date_of(const TimelineEntry& entry, const Analysis& analysis);

// "day", "month", "half-year", "before" ...
[[nodiscard]] std::string_view name(Precision precision);

// As deadline_after, where the limit counts working days: Saturdays and Sundays are passed over. Holidays
// depend on the country and are not known.
[[nodiscard]] std::string deadline_after_working_days(std::string_view issued, std::string_view duration);

}  // namespace hearsay::time
