#pragma once

#include <string_view>

#include "core/text/lines.hpp"

namespace hearsay::text {

// Whether a line of its own is a byline, a date of publication, a dateline, or what a publisher adds to an
// article: "Additional reporting by ...", "Read more: ...".
[[nodiscard]] bool is_byline(std::string_view line);

// Whether a line beside a byline names its author, or what the author is: "Ann Penn", "Legal affairs
// correspondent", "Penn Research | Ann Penn, Bo Lark".
[[nodiscard]] bool names_author(const Line& line, std::string_view words);

}  // namespace hearsay::text
