#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/time/meaning.hpp"
#include "core/time/resolve.hpp"

// TIMEX3 values of what needs no calendar (durations and sets), and values read back as days.
namespace hearsay::time {

// By Meaning::season.
inline constexpr std::array<std::string_view, 4> kSeasonNames = {"WI", "SP", "SU", "FA"};

[[nodiscard]] std::string duration_text(const Meaning& meaning);
[[nodiscard]] std::string set_text(const Meaning& meaning);

// Which days a TIMEX3 date value covers; nothing where it has unknown parts.
[[nodiscard]] std::optional<Interval> interval_of(std::string_view value);

}  // namespace hearsay::time
