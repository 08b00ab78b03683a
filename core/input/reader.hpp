#pragma once

#include <string_view>

#include "core/result.hpp"
#include "core/text/document.hpp"

namespace hearsay::input {

// Bytes of a file or a paste -> a Document. `name` is the file's name ("" for a paste) and only hints at the
// format; the content decides. Recognises UTF-8 (with or without BOM), UTF-16 and Windows-1252; HTML,
// Markdown and CSAF 2.0 JSON are turned into text with blocks (navigation, scripts and styles dropped).
// Errors: empty_input, not_text, too_large, malformed_json, unknown_json.
[[nodiscard]] Result<Document> read(std::string_view bytes, std::string_view name);

}  // namespace hearsay::input
