#pragma once

#include <string>

#include "core/advice/tree.hpp"
#include "core/analysis.hpp"

namespace hearsay::advice {

// The day on which a deadline falls that is a length of time counted from the issue of the document ("within
// 30 days of issuance"; in an issuing document also "within 30 days" alone), as YYYY-MM-DD. Empty where it is
// a date itself, is counted from anything else ("of receipt") or in working days, or where the document's own
// day is not known.
[[nodiscard]] std::string due_date(const Tree& tree, const Time& deadline, const Published& published,
                                   bool issuing);

}  // namespace hearsay::advice
