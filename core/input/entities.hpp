#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay::input {

// Appends to `out` what the character reference at `at` (where '&' stands) means. Returns its size in bytes,
// or 0, with nothing appended, where there is none.
std::size_t decode_reference(std::string_view text, std::size_t at, std::string& out);

// The text with all its character references decoded.
[[nodiscard]] std::string decode_references(std::string_view text);

}  // namespace hearsay::input
