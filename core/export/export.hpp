#pragma once

#include <functional>
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

// Takes what is written, piece by piece. A piece is valid during the call.
using Sink = std::function<void(std::string_view)>;

// The analysis in that format. Deterministic: the same analysis gives the same bytes. `single_line` is for
// `--lines` (JSON formats only). JSON, many times as long as its text, is never in memory as a whole.
void write(Format format, const Document& document, const Analysis& analysis, bool single_line,
           const Sink& sink);
// The same as one string.
[[nodiscard]] std::string write(Format format, const Document& document, const Analysis& analysis,
                                bool single_line = false);

}  // namespace hearsay::exporting
