#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/time/words.hpp"

// Numbers, dates and times of day written in digits, lower case, without white space.
namespace hearsay::time {

struct Number {
  WordKind kind;  // number, ordinal, decade, fraction or period
  std::int32_t value;
  std::uint8_t digits;      // how many the number was written with
  std::string_view letter;  // of a period: "q", "h" or "fy"
};

// "17", "3,000", "1.5" (value 1), "3rd", "1990s", "1/2", "q3", "fy2017".
[[nodiscard]] std::optional<Number> read_number(std::string_view text);

// "2017-11-28", "2017/11/28", "28/11/2017", "28.11.2017", "11-28-17", "28-nov-2017", "20171128t101500z",
// "2017-11-28t10:15:00+01:00". Leaves `out` unspecified when it gives false.
[[nodiscard]] bool read_numeric_date(std::string_view text, Digits& out);

// "18.30", "6.05" as 1830 and 605, which may be a time of day; else -1.
[[nodiscard]] int dotted_clock(std::string_view text);

// "10:45", "10:45:30z", "5pm", "10:45am", "6.30pm", "1430z", "1430hrs".
[[nodiscard]] bool read_clock(std::string_view text, Digits& out);

}  // namespace hearsay::time
