#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay::ui {

// A stretch of days, to scale. Day 0 is 1 January 1970 (proleptic Gregorian).
struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;    // inclusive
  bool open_begin = false;  // began at an unknown time before `first`
  bool open_end = false;    // goes on for an unknown time after `last`
  // It happened somewhere within (a month, a year, an interval): the ends are drawn faint.
  bool uncertain = false;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

struct CivilDate {
  std::int32_t year = 1970;
  std::int32_t month = 1;  // 1..12
  std::int32_t day = 1;    // 1..31
};

[[nodiscard]] std::int32_t days_from_civil(CivilDate date);
[[nodiscard]] CivilDate civil_from_days(std::int32_t days);

// The days a TIMEX3 value or an EDTF-style interval covers; nothing for durations, references ("PAST_REF")
// and values whose year is not known.
[[nodiscard]] std::optional<DayRange> days_of(std::string_view value);

// The value as a reader writes it: "28 Nov 2017", "1–3 Dec 2017", "Sep 2017", "2 weeks". A value that is not
// understood comes back as it is.
[[nodiscard]] std::string reader_date(std::string_view value);

// "Sep 2017": for the axis of the timeline.
[[nodiscard]] std::string month_label(CivilDate date);

}  // namespace hearsay::ui
