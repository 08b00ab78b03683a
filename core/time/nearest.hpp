#pragma once

#include <vector>

#include "core/time/resolve.hpp"

// Undated names of days and months ("in March", "on 3 May", "by Christmas") lie near a day that is known: on
// which side of it, and in which year.
namespace hearsay::time {

// Which way the words before the expression and the tense of its clause look.
[[nodiscard]] Direction direction_of(const Expression& expression);

// The year in which the month, day or holiday of the expression is meant, spoken of on `from`.
[[nodiscard]] int nearest_year(const Expression& expression, Date from, const std::vector<Holiday>& holidays);

}  // namespace hearsay::time
