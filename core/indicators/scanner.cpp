#include "core/indicators/scanner.hpp"

#include <algorithm>
#include <utility>

#include "core/assets/assets.hpp"
#include "core/indicators/characters.hpp"
#include "core/lexicon/table.hpp"

namespace hearsay::indicators {
namespace {

// The first cells of a lexicon, sorted. A file that is damaged gives an empty list (a unit test reads them
// all).
std::vector<std::string_view> first_cells(std::string_view path) {
  std::vector<std::string_view> cells;
  const auto rows = lexicon::parse_table(path, asset(path), 1, 2);
  if (!rows) return cells;
  cells.reserve(rows.value().size());
  for (const auto& row : rows.value()) cells.push_back(row.cells.front());
  std::sort(cells.begin(), cells.end());
  return cells;
}

bool names_framework(std::string_view text) {
  constexpr auto npos = std::string_view::npos;
  return text.find("ATT&CK") != npos || text.find("MITRE") != npos || text.find("TTPs") != npos ||
         text.find("Technique") != npos;
}

}  // namespace

Scanner::Scanner(std::string_view text)
    : text_(text),
      names_{first_cells("lexicons/top_level_domains.tsv"), first_cells("lexicons/file_extensions.tsv"),
             first_cells("lexicons/not_domains.tsv")},
      framework_named_(names_framework(text)) {}

void Scanner::read_to(std::size_t until) {
  until = std::min(until, text_.size());
  while (at_ < until) look_here();
}

// After a letter, a digit or '_' nothing begins. (A byte above 0x7F may be a quotation mark: something may.)
bool Scanner::begins_word() const {
  return at_ == 0 || !(is_alnum(text_[at_ - 1]) || text_[at_ - 1] == '_');
}

void Scanner::look_here() {
  const char c = text_[at_];
  if (!begins_word()) {
    at_ = run_end(text_, at_, is_alnum);
    if (at_ < text_.size() && !begins_word()) ++at_;
    return;
  }
  Found match;
  if (is_letter(c)) {
    match = match_letter();
  } else if (is_digit(c)) {
    match = match_digit();
  } else if (c == ':') {
    match = match_ipv6(text_, at_);
  } else if (c == '/' || c == '\\' || c == '~' || c == '%' || c == '$') {
    match = match_path(text_, at_);
  } else {
    ++at_;
    return;
  }
  if (match) return take(std::move(*match));
  if (is_alnum(c) && take_ports()) return;
  at_ = is_alnum(c) ? run_end(text_, at_, is_alnum) : at_ + 1;
}

Found Scanner::match_letter() {
  Found match;
  switch (to_lower(text_[at_])) {
    case 'a':
      if ((match = match_cvss(text_, at_)) || (match = match_asn(text_, at_))) return match;
      break;
    case 'b':
      if ((match = match_bitcoin(text_, at_))) return match;
      break;
    case 'c':
      if ((match = match_cve(text_, at_)) || (match = match_cwe(text_, at_)) ||
          (match = match_cvss(text_, at_)) || (match = match_cpe(text_, at_))) {
        return match;
      }
      break;
    case 'g':
      if ((match = match_ghsa(text_, at_))) return match;
      break;
    case 'h':
      if ((match = match_registry(text_, at_))) return match;
      break;
    case 't':
      if ((match = match_attack(text_, at_, framework_named_))) return match;
      break;
    default:
      break;
  }
  if ((match = match_url(text_, at_)) || (match = match_path(text_, at_))) return match;
  if (is_hex(text_[at_])) {
    if ((match = match_hash(text_, at_)) || (match = match_mac(text_, at_)) ||
        (match = match_ipv6(text_, at_)))
      return match;
  }
  if ((match = match_host_here())) return match;
  if (to_lower(text_[at_]) == 'v') return match_version(text_, at_);
  return std::nullopt;
}

Found Scanner::match_digit() {
  Found match;
  if ((match = match_hash(text_, at_)) || (match = match_mac(text_, at_)) || (match = match_ipv6(text_, at_)))
    return match;
  if ((match = match_bitcoin(text_, at_)) || (match = match_host_here())) return match;
  return match_version(text_, at_);
}

Found Scanner::match_host_here() {
  if (at_ < host_read_to_) return std::nullopt;
  auto scan = match_host(text_, at_, names_);
  host_read_to_ = scan.end;
  return std::move(scan.found);
}

bool Scanner::take_ports() {
  auto ports = match_ports(text_, at_);
  for (auto& port : ports) take(std::move(port));
  return !ports.empty();
}

void Scanner::take(Match&& match) {
  Indicator indicator;
  indicator.type = match.type;
  indicator.value = std::move(match.value);
  indicator.span = {static_cast<std::uint32_t>(match.begin), static_cast<std::uint32_t>(match.end)};
  indicator.defanged = match.defanged;
  indicator.context = std::move(match.context);
  at_ = match.end;
  found_.push_back(std::move(indicator));
}

}  // namespace hearsay::indicators
