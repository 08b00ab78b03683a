#include "core/text/record_head.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::text {
namespace {

constexpr std::size_t kMostFields = 10;
constexpr std::size_t kLongestLine = 600;  // bytes; an address may be long
constexpr std::size_t kLongestLabel = 16;

using Role = RecordField::Role;

struct Label {
  std::string_view name;
  Role role;
};

constexpr Label kLabels[] = {
    {"title", Role::title},    {"headline", Role::title},  {"author", Role::author},
    {"byline", Role::author},  {"by", Role::author},       {"date", Role::date},
    {"published", Role::date}, {"source", Role::other},    {"url", Role::other},
    {"link", Role::other},     {"publisher", Role::other}, {"outlet", Role::other},
    {"section", Role::other},  {"tags", Role::other},      {"keywords", Role::other},
    {"category", Role::other}, {"language", Role::other},  {"id", Role::other},
    {"text", Role::other},     {"body", Role::other},      {"content", Role::other},
};

const Label* label_named(std::string_view name) {
  const auto small = ascii::lower(name);
  for (const auto& label : kLabels) {
    if (label.name == small) return &label;
  }
  return nullptr;
}

Span trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && ascii::is_space(text[begin])) ++begin;
  while (end > begin && ascii::is_space(text[end - 1])) --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Span part(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// "<title> Hole in routers </title>", or "<text>" alone before what it holds.
bool read_tag(std::string_view text, Span line, RecordField& field) {
  const auto words = line.in(text);
  const auto open = words.find('>');
  if (words.front() != '<' || open == std::string_view::npos || open > kLongestLabel) return false;
  const auto name = words.substr(1, open - 1);
  const auto* label = label_named(name);
  if (label == nullptr) return false;
  field.role = label->role;
  field.label = part(line.begin, line.begin + open + 1);
  std::size_t end = line.end;
  const auto close = words.rfind("</");
  if (close != std::string_view::npos && close > open && words.ends_with(">") &&
      words.substr(close + 2, words.size() - close - 3) == name) {
    end = line.begin + close;
    field.close = part(end, line.end);
  }
  field.value = trimmed(text, field.label.end, end);
  return !field.close.empty() || field.value.empty();
}

// "Title: Hole in routers".
bool read_colon(std::string_view text, Span line, RecordField& field) {
  const auto words = line.in(text);
  const auto colon = words.find(':');
  if (colon == std::string_view::npos || colon > kLongestLabel) return false;
  const auto* label = label_named(words.substr(0, colon));
  if (label == nullptr) return false;
  field.role = label->role;
  field.label = part(line.begin, line.begin + colon + 1);
  field.value = trimmed(text, field.label.end, line.end);
  return true;
}

bool all_digits(std::string_view words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), ascii::is_digit);
}

// "2019_05_03", "2019/05/03" and "2019-05-03", whatever follows them, as "2019-05-03"; else empty.
std::string date_in_figures(std::string_view value) {
  constexpr std::string_view kBetween = "-_/.";
  if (value.size() < 10 || kBetween.find(value[4]) == std::string_view::npos || value[7] != value[4])
    return {};
  const auto year = value.substr(0, 4);
  const auto month = value.substr(5, 2);
  const auto day = value.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return {};
  if (value.size() > 10 && ascii::is_digit(value[10])) return {};
  return std::string(year) + "-" + std::string(month) + "-" + std::string(day);
}

// "/2019/05/03/" in an address, as blogs and newspapers file their articles. Where it begins, or npos.
std::size_t find_day_in_address(std::string_view address) {
  if (!address.starts_with("http")) return std::string_view::npos;
  for (auto at = address.find("/20"); at != std::string_view::npos; at = address.find("/20", at + 1)) {
    const bool closed = at + 11 < address.size() && address[at + 11] == '/';
    if (closed && !date_in_figures(address.substr(at + 1, 10)).empty()) return at + 1;
  }
  return std::string_view::npos;
}

void read_dates(std::string_view text, const RecordField& field, RecordHead& head) {
  const auto value = field.value.in(text);
  std::size_t day = std::string_view::npos;
  if (field.role == Role::date) day = 0;
  if (field.role == Role::other && head.published.empty()) day = find_day_in_address(value);
  if (day == std::string_view::npos) return;
  auto date = date_in_figures(value.substr(day));
  if (date.empty()) return;
  head.published = std::move(date);
  head.published_span = part(field.value.begin + day, field.value.begin + day + 10);
}

}  // namespace

RecordHead read_record_head(std::string_view text) {
  RecordHead head;
  bool tags = false;
  for (std::size_t at = 0; at < text.size() && head.fields.size() < kMostFields;) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = trimmed(text, at, end);
    at = end + 1;
    if (line.empty()) continue;
    RecordField field;
    if (line.size() > kLongestLine) break;
    const bool tagged = read_tag(text, line, field);
    if (!tagged && !read_colon(text, line, field)) break;
    const bool first = head.fields.empty();
    if (first && (field.role != Role::title || field.value.empty())) break;
    if (first) tags = tagged;
    if (tagged != tags || (!first && field.role == Role::title)) break;  // labels of the text itself
    read_dates(text, field, head);
    head.end = line.end;
    head.fields.push_back(field);
  }
  return head;
}

}  // namespace hearsay::text
