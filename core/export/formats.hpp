#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/export/export.hpp"
#include "core/text/document.hpp"

// What the writers of core/export share: one file per format, each a function of (Document, Analysis).
namespace hearsay::exporting {

// Keys stay in the order in which they were written: the same analysis gives the same bytes.
using Json = nlohmann::ordered_json;

// A document with its analysis: what every writer reads.
struct View {
  const Document& document;
  const Analysis& analysis;

  // The words at a span, exactly.
  [[nodiscard]] std::string exact(Span span) const { return std::string(document.text(span)); }
  // The words at a span on one line: every run of white space is one space. For names and for prose.
  [[nodiscard]] std::string folded(Span span) const;
  // Several spans as one quotation, " … " between them.
  [[nodiscard]] std::string quoted(const std::vector<Span>& spans) const;
  // Whom a piece of advice addresses, in the text's words; "the reader" where it does not say.
  [[nodiscard]] std::string audience(const Advice& advice) const;
  // The actor's name, or `otherwise`.
  [[nodiscard]] std::string actor_name(Ref<Actor> actor, std::string_view otherwise = "") const;
};

// The first day on which the text can have been published, for formats that want a date (core has no clock).
// Where that is not known, 1970-01-01, which nobody takes for a date of publication.
[[nodiscard]] std::string first_day(const Published& published);

void to_json(const View& view, bool single_line, const Sink& sink);
[[nodiscard]] std::string to_markdown(const View& view);
[[nodiscard]] std::string to_html(const View& view);
[[nodiscard]] std::string to_stix(const View& view, bool single_line);
[[nodiscard]] std::string to_csaf(const View& view, bool single_line);
[[nodiscard]] std::string to_misp(const View& view, bool single_line);
[[nodiscard]] std::string to_csv(const View& view);

// JSON as text: two blanks a level, or one line.
[[nodiscard]] std::string text_of(const Json& json, bool single_line);
// The same with a newline at its end: a whole file.
[[nodiscard]] std::string dump(const Json& json, bool single_line);

}  // namespace hearsay::exporting
