// Identifiers of public catalogues: CVE, CWE, CVSS vectors, GitHub advisories, CPE, ATT&CK, AS numbers.
#include <algorithm>
#include <array>

#include "core/indicators/characters.hpp"
#include "core/indicators/match.hpp"

namespace hearsay::indicators {
namespace {

// The bytes of a hyphen at `at`: '-' or one of the dashes that word processors make of it (U+2010..U+2014).
std::size_t hyphen(std::string_view text, std::size_t at) {
  if (at_or_nul(text, at) == '-') return 1;
  const bool dash = text.substr(std::min(at, text.size())).starts_with("\xE2\x80") && at + 2 < text.size() &&
                    static_cast<unsigned char>(text[at + 2]) >= 0x90 &&
                    static_cast<unsigned char>(text[at + 2]) <= 0x94;
  return dash ? 3 : 0;
}

}  // namespace

Found match_cve(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "cve")) return std::nullopt;
  std::size_t next = at + 3;
  const auto first = hyphen(text, next);
  if (first == 0 && at_or_nul(text, next) != ' ') return std::nullopt;  // "CVE 2021-44228"
  next += std::max<std::size_t>(first, 1);
  const auto year_end = run_end(text, next, is_digit);
  const auto year = text.substr(next, year_end - next);
  const auto second = hyphen(text, year_end);
  if (year.size() != 4 || second == 0) return std::nullopt;
  const auto number_begin = year_end + second;
  const auto end = run_end(text, number_begin, is_digit);
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kMost = 19;  // CVE JSON 5 schema: ^CVE-[0-9]{4}-[0-9]{4,19}$
  const auto digits = end - number_begin;
  if (digits < kFewest || digits > kMost || is_letter(at_or_nul(text, end))) return std::nullopt;
  return make(IndicatorType::cve, at, end,
              "CVE-" + std::string(year) + "-" + std::string(text.substr(number_begin, digits)));
}

Found match_cwe(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "cwe")) return std::nullopt;
  const auto dash = hyphen(text, at + 3);
  if (dash == 0) return std::nullopt;
  const auto begin = at + 3 + dash;
  const auto end = run_end(text, begin, is_digit);
  if (end == begin || end - begin > 5 || is_letter(at_or_nul(text, end))) return std::nullopt;
  return make(IndicatorType::cwe, at, end, "CWE-" + std::string(text.substr(begin, end - begin)));
}

Found match_cvss(std::string_view text, std::size_t at) {
  std::size_t next = at;
  std::string prefix;
  if (stands_at(text, at, "cvss")) {
    next += 4;
    while (at_or_nul(text, next) == ':' || at_or_nul(text, next) == 'v') ++next;
    const auto version = text.substr(next, 3);
    if (version.size() != 3 || !is_digit(version[0]) || version[1] != '.' || !is_digit(version[2]))
      return std::nullopt;
    next += 3;
    if (at_or_nul(text, next) != '/' && at_or_nul(text, next) != ':') return std::nullopt;
    ++next;
    prefix = "CVSS:" + std::string(version) + "/";
  }
  if (!stands_at(text, next, "av:") && !stands_at(text, next, "ac:")) return std::nullopt;
  // Metrics of one to three letters with values of one to six ("AV:N", "Au:N", "CDP:LM", "U:Amber").
  std::string metrics;
  std::size_t count = 0;
  std::size_t end = next;
  while (true) {
    const auto key_end = run_end(text, next, is_letter);
    if (key_end == next || key_end - next > 3 || at_or_nul(text, key_end) != ':') break;
    const auto value_end = run_end(text, key_end + 1, is_letter);
    if (value_end == key_end + 1 || value_end - key_end - 1 > 6) break;
    if (count++ > 0) metrics += '/';
    metrics += text.substr(next, value_end - next);
    end = value_end;
    if (at_or_nul(text, value_end) != '/') break;
    next = value_end + 1;
  }
  if (count < 4) return std::nullopt;
  auto match = make(IndicatorType::cvss, at, end, prefix + metrics);
  if (!prefix.empty()) {
    match.context["version"] = prefix.substr(5, 3);
  } else if (metrics.find("/Au:") != std::string::npos) {
    match.context["version"] = "2.0";
  }
  return match;
}

Found match_ghsa(std::string_view text, std::size_t at) {
  if (!stands_at(text, at, "ghsa-")) return std::nullopt;
  // The alphabet of GitHub's advisory database: no vowels, nothing that is mistaken for something else.
  constexpr std::string_view kAlphabet = "23456789cfghjmpqrvwx";
  std::size_t next = at + 4;
  for (int part = 0; part < 3; ++part) {
    if (at_or_nul(text, next) != '-') return std::nullopt;
    ++next;
    for (int i = 0; i < 4; ++i, ++next) {
      if (next >= text.size() || kAlphabet.find(to_lower(text[next])) == std::string_view::npos)
        return std::nullopt;
    }
  }
  if (is_alnum(at_or_nul(text, next))) return std::nullopt;
  return make(IndicatorType::ghsa, at, next, "GHSA" + lower(text.substr(at + 4, next - at - 4)));
}

Found match_cpe(std::string_view text, std::size_t at) {
  const bool old_form = stands_at(text, at, "cpe:/");
  if (!old_form && !stands_at(text, at, "cpe:2.3:")) return std::nullopt;
  auto end = run_end(text, at, [](char c) {
    return !is_space(c) && c != '"' && c != '<' && c != '>' && c != ',' && c != ';' &&
           static_cast<unsigned char>(c) < 0x80;
  });
  while (end > at && (text[end - 1] == '.' || text[end - 1] == ')')) --end;
  const auto value = text.substr(at, end - at);
  if (std::count(value.begin(), value.end(), ':') < (old_form ? 2 : 4)) return std::nullopt;
  return make(IndicatorType::cpe, at, end, std::string(value));
}

Found match_asn(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("AS")) return std::nullopt;
  std::size_t next = at + 2;
  const bool spelled = at_or_nul(text, next) == 'N';
  if (spelled) {
    ++next;
    while (at_or_nul(text, next) == ' ' || at_or_nul(text, next) == ':') ++next;
    if (text.substr(next).starts_with("AS")) next += 2;
  }
  const auto end = run_end(text, next, is_digit);
  const auto digits = end - next;
  // Shorter ones without the N are machines ("AS400") more often than networks.
  if (digits < (spelled ? 1u : 4u) || digits > 10 || text[next] == '0' || is_alnum(at_or_nul(text, end)))
    return std::nullopt;
  return make(IndicatorType::asn, at, end, "AS" + std::string(text.substr(next, digits)));
}

Found match_attack(std::string_view text, std::size_t at, bool framework_named) {
  if (at_or_nul(text, at) != 'T') return std::nullopt;
  const bool tactic = at_or_nul(text, at + 1) == 'A';
  const auto begin = at + (tactic ? 2u : 1u);
  auto end = run_end(text, begin, is_digit);
  if (end - begin != 4) return std::nullopt;
  const auto number = text.substr(begin, 4);
  // Ranges in use: enterprise and mobile from T1001, industrial from T0800, tactics below TA0200.
  if (tactic ? number > "0199"
             : !(number[0] == '1' || number.starts_with("08") || number.starts_with("09"))) {
    return std::nullopt;
  }
  std::string value(text.substr(at, end - at));
  const char dot = at_or_nul(text, end);
  const auto sub_end = run_end(text, end + 1, is_digit);
  const bool sub = !tactic && (dot == '.' || dot == '/') && sub_end == end + 4;
  if (sub) {
    value += "." + std::string(text.substr(end + 1, 3));
    end = sub_end;
  }
  if (is_alnum(at_or_nul(text, end)) || (!sub && !tactic && !framework_named)) return std::nullopt;
  if (at_or_nul(text, end) == '-' && is_alnum(at_or_nul(text, end + 1))) return std::nullopt;  // part number
  return make(IndicatorType::attack, at, end, std::move(value));
}

}  // namespace hearsay::indicators
