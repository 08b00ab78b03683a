#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The proleptic Gregorian calendar and the ISO 8601 week, in whole numbers.
namespace hearsay::time {

struct Date {
  int year = 0;  // astronomical: 1 BC is 0
  int month = 1;
  int day = 1;

  friend auto operator<=>(const Date&, const Date&) = default;
};

// Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
[[nodiscard]] std::int64_t to_days(Date date);
[[nodiscard]] Date from_days(std::int64_t days);
// 1 = Monday ... 7 = Sunday.
[[nodiscard]] int weekday(Date date);
[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] Date add_days(Date date, std::int64_t days);
// The day of the month is kept where the month has it, else the month's last day.
[[nodiscard]] Date add_months(Date date, std::int64_t months);

struct IsoWeek {
  int year;
  int week;
};
[[nodiscard]] IsoWeek iso_week(Date date);
[[nodiscard]] Date monday_of(IsoWeek week);
// Western Easter Sunday (the anonymous Gregorian algorithm).
[[nodiscard]] Date easter(int year);

// "2017-11-28"; "BC0480" for the year -479.
[[nodiscard]] std::string format_year(int year);
[[nodiscard]] std::string format_month(int year, int month);
[[nodiscard]] std::string format(Date date);
[[nodiscard]] std::string format(IsoWeek week);

// Decimal, with zeros in front up to `width`.
[[nodiscard]] std::string padded(int value, std::size_t width);

// Reads YYYY-MM-DD at the start of `text`; nothing if it is no calendar date.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] bool is_valid(Date date);

}  // namespace hearsay::time
