#pragma once

#include <string_view>

#include "core/result.hpp"
#include "core/text/document.hpp"

namespace hearsay::input {

// Whether text is HTML: by its first bytes, by its name, or by the tags of a pasted fragment.
[[nodiscard]] bool is_html(std::string_view text, std::string_view name);

// The article of an HTML page as text with blocks; navigation, scripts, page headers and footers, asides,
// forms and cookie notices left out. Errors: empty_input.
[[nodiscard]] Result<Document> read_html(std::string_view html);

}  // namespace hearsay::input
