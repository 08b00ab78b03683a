#include "core/export/export.hpp"

#include <array>

#include "core/export/formats.hpp"
#include "core/text/quotation.hpp"

namespace hearsay::exporting {
namespace {

struct Description {
  Format format;
  std::string_view name;
  std::string_view extension;
  std::string_view media_type;
};

constexpr std::array<Description, 7> kFormats = {{
    {Format::json, "json", ".json", "application/json"},
    {Format::markdown, "markdown", ".md", "text/markdown;charset=utf-8"},
    {Format::html, "html", ".html", "text/html;charset=utf-8"},
    {Format::stix, "stix", ".stix.json", "application/stix+json;version=2.1"},
    {Format::csaf, "csaf", ".csaf.json", "application/json"},
    {Format::misp, "misp", ".misp.json", "application/json"},
    {Format::csv, "csv", ".csv", "text/csv;charset=utf-8"},
}};

const Description& describe(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  for (const auto& description : kFormats) {
    if (description.name == name) return description.format;
  }
  return std::nullopt;
}

std::string_view extension(Format format) {
  return describe(format).extension;
}
std::string_view media_type(Format format) {
  return describe(format).media_type;
}

std::string View::folded(Span span) const {
  return folded_words(document.text(span));
}

std::string View::quoted(const std::vector<Span>& spans) const {
  std::string result;
  for (const Span span : spans) {
    if (!result.empty()) result += " \xE2\x80\xA6 ";  // a horizontal ellipsis
    result += folded(span);
  }
  return result;
}

std::string View::actor_name(Ref<Actor> actor, std::string_view otherwise) const {
  return actor ? folded(analysis.actors[actor.index()].name) : std::string(otherwise);
}

std::string View::audience(const Advice& advice) const {
  std::string text;
  for (const Audience& party : advice.audience) {
    const std::string words = party.spans.empty() ? actor_name(party.actor) : quoted(party.spans);
    if (!words.empty()) text += (text.empty() ? "" : "; ") + words;
  }
  return text.empty() ? "the reader" : text;
}

std::string first_day(const Published& published) {
  std::string day = published.value.substr(0, published.value.find_first_of("/T"));
  if (day.empty()) return "1970-01-01";
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  return day;
}

std::string text_of(const Json& json, bool single_line) {
  return json.dump(single_line ? -1 : 2, ' ', false, Json::error_handler_t::replace);
}

std::string dump(const Json& json, bool single_line) {
  return text_of(json, single_line) + "\n";
}

void write(Format format, const Document& document, const Analysis& analysis, bool single_line,
           const Sink& sink) {
  const View view{document, analysis};
  switch (format) {
    case Format::json:
      return to_json(view, single_line, sink);
    case Format::markdown:
      return sink(to_markdown(view));
    case Format::html:
      return sink(to_html(view));
    case Format::stix:
      return sink(to_stix(view, single_line));
    case Format::csaf:
      return sink(to_csaf(view, single_line));
    case Format::misp:
      return sink(to_misp(view, single_line));
    case Format::csv:
      return sink(to_csv(view));
  }
}

std::string write(Format format, const Document& document, const Analysis& analysis, bool single_line) {
  std::string text;
  write(format, document, analysis, single_line, [&text](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace hearsay::exporting
