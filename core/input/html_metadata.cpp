#include "core/input/html_metadata.hpp"

#include <algorithm>
#include <array>

#include "core/text/ascii.hpp"

namespace hearsay::input {
namespace {

using ascii::is_digit;

using ascii::lower;

// Names of <meta> properties, best first: Open Graph, schema.org, Dublin Core, Highwire, Parsely, and those
// that publishing systems use.
constexpr std::array<std::string_view, 17> kPublished = {"article:published_time",
                                                         "datepublished",
                                                         "dcterms.issued",
                                                         "dc.date.issued",
                                                         "dcterms.date",
                                                         "dc.date",
                                                         "dcterms.created",
                                                         "date",
                                                         "pubdate",
                                                         "publish-date",
                                                         "publishdate",
                                                         "publication_date",
                                                         "citation_publication_date",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "og:published_time",
                                                         "published-date"};
constexpr std::array<std::string_view, 7> kRevised = {
    "article:modified_time", "datemodified",  "og:updated_time", "dcterms.modified",
    "dc.date.modified",      "last-modified", "revised"};
constexpr std::array<std::string_view, 5> kIssuer = {"og:site_name", "dcterms.publisher", "dc.publisher",
                                                     "publisher", "application-name"};

template <std::size_t N>
std::size_t rank(std::string_view name, const std::array<std::string_view, N>& names) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// The string value of the first `key` in JSON-LD, found by its name: a page's block is often not well-formed.
std::string json_ld_value(std::string_view json, std::string_view key) {
  for (auto at = json.find(key); at != std::string_view::npos; at = json.find(key, at + 1)) {
    auto colon = json.find_first_not_of(" \t\r\n", at + key.size());
    if (colon == std::string_view::npos || json[colon] != ':') continue;
    const auto quote = json.find_first_not_of(" \t\r\n", colon + 1);
    if (quote == std::string_view::npos || json[quote] != '"') continue;
    const auto end = json.find('"', quote + 1);
    if (end == std::string_view::npos) return {};
    return std::string(json.substr(quote + 1, end - quote - 1));
  }
  return {};
}

// Keeps the best value: that of the lowest rank.
struct Best {
  std::string value;
  std::size_t rank = 1000;

  void offer(std::size_t its_rank, std::string its_value) {
    if (its_rank >= rank || its_value.empty()) return;
    rank = its_rank;
    value = std::move(its_value);
  }
};

}  // namespace

std::string iso_date(std::string_view value) {
  const auto begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  value.remove_prefix(begin);
  const auto digits = [&](std::size_t at, std::size_t count) {
    return value.size() >= at + count &&
           std::all_of(value.begin() + static_cast<std::ptrdiff_t>(at),
                       value.begin() + static_cast<std::ptrdiff_t>(at + count), is_digit);
  };
  if (digits(0, 8) && (value.size() == 8 || !is_digit(value[8]))) {
    return std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 2)) + "-" +
           std::string(value.substr(6, 2));
  }
  if (!digits(0, 4) || !digits(5, 2) || !digits(8, 2)) return {};
  if ((value[4] != '-' && value[4] != '/') || value[7] != value[4]) return {};
  const auto month = (value[5] - '0') * 10 + value[6] - '0';
  const auto day = (value[8] - '0') * 10 + value[9] - '0';
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  std::string out(value.substr(0, 10));
  out[4] = out[7] = '-';
  // The time of day, where one follows in ISO 8601's form.
  if (value.size() > 15 && value[10] == 'T' && digits(11, 2) && value[13] == ':' && digits(14, 2)) {
    const auto end = std::min(value.find_first_not_of("0123456789:.+-TZ", 10), value.size());
    out += value.substr(10, end - 10);
  }
  return out;
}

Metadata html_metadata(const std::vector<HtmlNode>& nodes) {
  Best published;
  Best revised;
  Best issuer;
  for (const auto& node : nodes) {
    if (node.tag == "meta") {
      for (const std::string_view attribute : {"property", "name", "itemprop"}) {
        const auto name = lower(node.attribute(attribute));
        if (name.empty()) continue;
        const auto content = node.attribute("content");
        if (const auto at = rank(name, kPublished); at < kPublished.size())
          published.offer(at, iso_date(content));
        if (const auto at = rank(name, kRevised); at < kRevised.size()) revised.offer(at, iso_date(content));
        if (const auto at = rank(name, kIssuer); at < kIssuer.size()) issuer.offer(at, std::string(content));
      }
    } else if (node.tag == "script" && node.attribute("type") == "application/ld+json") {
      published.offer(1, iso_date(json_ld_value(node.text, "\"datePublished\"")));
      revised.offer(1, iso_date(json_ld_value(node.text, "\"dateModified\"")));
    } else if (node.tag == "time") {
      // The first <time> of a page is its date unless something says so better.
      const bool marked = node.has("pubdate") || node.attribute("itemprop") == "datePublished";
      const bool modified = node.attribute("itemprop") == "dateModified";
      if (!modified) published.offer(marked ? 1 : 100, iso_date(node.attribute("datetime")));
      if (modified) revised.offer(1, iso_date(node.attribute("datetime")));
    }
  }
  Metadata metadata;
  metadata.published.value = std::move(published.value);
  metadata.revised.value = std::move(revised.value);
  metadata.issuer.value = std::move(issuer.value);
  return metadata;
}

std::string html_title(const std::vector<HtmlNode>& nodes) {
  std::string title;
  for (const auto& node : nodes) {
    if (node.tag == "meta" && node.attribute("property") == "og:title" &&
        !node.attribute("content").empty()) {
      return std::string(node.attribute("content"));
    }
    if (node.tag == "title" && title.empty()) title = node.text;
  }
  // The site's name comes last, and is the shorter part.
  for (const std::string_view mark : {" | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", " :: "}) {
    const auto at = title.rfind(mark);
    if (at == std::string::npos || at < title.size() / 2) continue;
    title.resize(at);
    break;
  }
  return title;
}

}  // namespace hearsay::input
