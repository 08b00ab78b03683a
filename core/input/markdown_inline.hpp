#pragma once

#include <string>
#include <string_view>

namespace hearsay::input {

// The words of a stretch of Markdown without its marks: "**No** [page](/a) `x`" is "No page x".
[[nodiscard]] std::string plain_words(std::string_view markdown);

}  // namespace hearsay::input
