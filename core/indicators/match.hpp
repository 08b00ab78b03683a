#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/analysis.hpp"

// The recognisers. Each looks at the text from `at` on, where a word begins, and says what stands there, if
// it knows it. Each reads a run of characters of its own alphabet once, so that the scanner, which asks a
// recogniser again only beyond what it has read, is linear in the text.
namespace hearsay::indicators {

struct Match {
  IndicatorType type = IndicatorType::cve;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string value;
  bool defanged = false;
  std::map<std::string, std::string> context;
};

using Found = std::optional<Match>;

inline Match make(IndicatorType type, std::size_t begin, std::size_t end, std::string value) {
  Match match;
  match.type = type;
  match.begin = begin;
  match.end = end;
  match.value = std::move(value);
  return match;
}

// ---- catalogues: identifiers.cpp ------------------------------------------------------------------------
Found match_cve(std::string_view text, std::size_t at);   // CVE-2021-44228
Found match_cwe(std::string_view text, std::size_t at);   // CWE-79
Found match_cvss(std::string_view text, std::size_t at);  // CVSS:3.1/AV:N/..., AV:N/AC:L/Au:N/...
Found match_ghsa(std::string_view text, std::size_t at);  // GHSA-xxxx-xxxx-xxxx
Found match_cpe(std::string_view text, std::size_t at);   // cpe:2.3:a:..., cpe:/a:...
Found match_asn(std::string_view text, std::size_t at);   // AS64496, ASN 64496
// T1059.001, TA0001. A technique without a sub-technique is a part number unless `framework_named`.
Found match_attack(std::string_view text, std::size_t at, bool framework_named);

// ---- addresses: network.cpp -----------------------------------------------------------------------------

// Names that decide what a dotted word is. Views into the program's assets.
struct NameTables {
  std::vector<std::string_view> top_level_domains;  // sorted
  std::vector<std::string_view> file_endings;       // sorted
  std::vector<std::string_view> not_domains;        // sorted
};

// What a run of labels and dots (defanged or not) holds.
struct HostScan {
  std::size_t end = 0;  // how far it was read: no other host begins before
  Found found;          // url, email, ipv4 or domain
};
HostScan match_host(std::string_view text, std::size_t at, const NameTables& names);
Found match_url(std::string_view text, std::size_t at);
Found match_ipv6(std::string_view text, std::size_t at);
Found match_mac(std::string_view text, std::size_t at);

// ---- traces on a machine: traces.cpp --------------------------------------------------------------------
Found match_hash(std::string_view text, std::size_t at);
Found match_path(std::string_view text, std::size_t at);
Found match_registry(std::string_view text, std::size_t at);
Found match_bitcoin(std::string_view text, std::size_t at);

// ---- numbers: numbers.cpp -------------------------------------------------------------------------------

// Whether the number at `at` is said to be a version: by the words before it in its sentence, or after `end`.
bool is_called_version(std::string_view text, std::size_t at, std::size_t end);
Found match_version(std::string_view text, std::size_t at);
// Every port of "TCP ports 80, 443 and 8080"; empty where `at` names none.
std::vector<Match> match_ports(std::string_view text, std::size_t at);

}  // namespace hearsay::indicators
