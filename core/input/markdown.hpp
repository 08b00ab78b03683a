#pragma once

#include <string_view>

#include "core/text/document.hpp"

namespace hearsay::input {

// Whether text is Markdown: by its name, or, where it has none, by headings and links in Markdown's form.
[[nodiscard]] bool is_markdown(std::string_view text, std::string_view name);

// Markdown (CommonMark's blocks, tables, YAML front matter) as text with blocks. Marks of emphasis, the
// targets of links, pictures, HTML tags and comments, and what site generators put in braces are left out.
// Linear.
[[nodiscard]] Document read_markdown(std::string_view markdown);

}  // namespace hearsay::input
