#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/analysis.hpp"
#include "core/text/document.hpp"

namespace hearsay::exporting {

enum class Format { json, markdown, html, stix, csaf, misp, csv };

// "json" -> Format::json; nothing for an unknown name.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
// ".json", ".md" ... and the media type, for a download.
[[nodiscard]] std::string_view extension(Format format);
[[nodiscard]] std::string_view media_type(Format format);

// The analysis in that format. Deterministic: the same analysis gives the same bytes. `single_line` is for
// `--lines` (JSON formats only).
[[nodiscard]] std::string write(Format format, const Document& document, const Analysis& analysis,
                                bool single_line = false);

}  // namespace hearsay::exporting
