#pragma once

#include <cstdint>
#include <vector>

#include "core/time/words.hpp"

namespace hearsay::time {

// Whether a number that could be a year and stands without a month ("2016", "nineteen ninety-six") is one,
// judged by its neighbours: it is none where it counts something ("2000 people"), belongs to the name of a
// product ("Server 2016") or tells a version. The number is words[first] up to words[last], exclusive.
[[nodiscard]] bool can_be_year(const std::vector<Word>& words, std::uint32_t first, std::uint32_t last,
                               int year);

}  // namespace hearsay::time
