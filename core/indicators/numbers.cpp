// Numbers that need their neighbours: versions and ports.
#include <algorithm>
#include <array>

#include "core/indicators/characters.hpp"
#include "core/indicators/match.hpp"

namespace hearsay::indicators {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// How far before a number its words are asked for. Enough for "versions 2.1 through 2.4, 3.0 and 3.1".
constexpr std::size_t kReach = 64;

// The word that ends before `at`, white space passed over; empty at a line's beginning. `at` moves to its
// start.
std::string_view word_before(std::string_view text, std::size_t& at, std::size_t limit) {
  std::size_t end = at;
  while (end > limit && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  std::size_t begin = end;
  while (begin > limit && !is_space(text[begin - 1])) --begin;
  at = begin;
  return text.substr(begin, end - begin);
}

std::string_view word_after(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ',' || text[at] == ')')) ++at;
  const auto end = run_end(text, at, is_letter);
  return text.substr(at, end - at);
}

std::string_view trimmed(std::string_view word) {
  constexpr std::string_view kMarks = ",:;()[]*\"'<>=";
  const auto begin = word.find_first_not_of(kMarks);
  if (begin == std::string_view::npos) return {};
  return word.substr(begin, word.find_last_not_of(kMarks) - begin + 1);
}

bool names_version(std::string_view word) {
  constexpr std::array<std::string_view, 24> kWords = {
      "version", "versions", "version(s)", "version/s", "ver",     "ver.",      "vers.",    "v",
      "v.",      "firmware", "fw",         "build",     "builds",  "release",   "releases", "revision",
      "rev",     "rev.",     "hotfix",     "patch",     "upgrade", "upgrading", "upgraded", "update"};
  return is_one_of(word, kWords);
}

bool names_version_itself(std::string_view word) {
  constexpr std::array<std::string_view, 7> kWords = {"version", "versions", "version(s)", "ver",
                                                      "ver.",    "v",        "v."};
  return is_one_of(word, kWords);
}

// A word that may stand between "version" and its number.
bool connects(std::string_view word) {
  constexpr std::array<std::string_view, 26> kWords = {
      "to",    "through", "thru",    "and",   "or",    "prior", "before",  "up",     "until",
      "from",  "than",    "earlier", "later", "below", "above", "all",     "number", "newer",
      "older", "lower",   "higher",  "least", "at",    "the",   "between", "-"};
  if (word.empty() || word == "\xE2\x80\x93") return true;
  return is_one_of(word, kWords);
}

bool is_number(std::string_view word) {
  if (word.size() > 1 && (word[0] == 'v' || word[0] == 'V')) word.remove_prefix(1);
  return !word.empty() && is_digit(word.front());
}

// What is said of a number as a version by the words before it.
enum class Said { nothing, version, the_word_version };

Said said_before(std::string_view text, std::size_t at) {
  const auto limit = at < kReach ? 0 : at - kReach;
  for (int words = 0; words < 10 && at > limit; ++words) {
    const auto raw = word_before(text, at, limit);
    if (raw.empty()) return Said::nothing;
    const auto word = lower(trimmed(raw));
    if (names_version_itself(word)) return Said::the_word_version;
    if (names_version(word)) return Said::version;
    const bool sentence_ends = raw.back() == '.' || raw.back() == ';';
    if (sentence_ends || !(connects(word) || is_number(word))) return Said::nothing;
  }
  return Said::nothing;
}

bool said_after(std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 11> kBounds = {"earlier", "prior",    "below",  "older",
                                                        "later",   "newer",    "above",  "lower",
                                                        "higher",  "previous", "through"};
  const auto first = lower(word_after(text, end));
  if (first == "and" || first == "or") {
    const auto at = text.find(' ', end);
    if (at == std::string_view::npos || at > end + 3) return false;
    const auto second = text.find_first_of(" \n", at + 1);
    return second != std::string_view::npos && is_one_of(lower(word_after(text, second)), kBounds);
  }
  return first == "prior";
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto small = lower(word);
  return small.size() >= 3 && is_one_of(std::string_view(small).substr(0, 3), kMonths);
}

struct Shape {
  std::size_t end = 0;
  std::size_t dots = 0;
};

// Digits with dots, and what vendors hang on them: "2.4.1-rc2", "15.2(7)E3", "7.x", "4.3b".
Shape read_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 40;
  Shape shape{at, 0};
  while (shape.end < text.size() && shape.end - at < kLongest) {
    const char c = text[shape.end];
    const char next = at_or_nul(text, shape.end + 1);
    if (is_alnum(c)) {
      ++shape.end;
    } else if ((c == '.' || c == '_' || c == '-') &&
               (is_digit(next) || (c == '.' && (next == 'x' || next == 'X')))) {
      shape.dots += c == '.';
      ++shape.end;
    } else if (c == '-' && shape.dots > 0 && is_letter(next)) {
      const auto word = run_end(text, shape.end + 1, is_letter);
      if (!is_digit(at_or_nul(text, word))) break;  // "-rc2", but not "2.4-based"
      shape.end = word;
    } else if (c == '(' && is_digit(next) && shape.dots > 0) {
      const auto close = run_end(text, shape.end + 1, is_alnum);
      if (at_or_nul(text, close) != ')') break;
      shape.end = close + 1;
    } else {
      break;
    }
  }
  return shape;
}

// "28.11.2017", "2017-11-28", "2017.11.28"
bool is_date(std::string_view word) {
  std::array<std::size_t, 3> sizes{};
  std::size_t part = 0;
  for (const char c : word) {
    if (is_digit(c)) {
      ++sizes[part];
    } else if ((c == '.' || c == '-') && part < 2) {
      ++part;
    } else {
      return false;
    }
  }
  const bool year_last = sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 4;
  const bool year_first = sizes[0] == 4 && sizes[1] <= 2 && sizes[2] >= 1 && sizes[2] <= 2;
  return part == 2 && (year_last || year_first);
}

// "866.555.0142": an American telephone number.
bool is_telephone(std::string_view word) {
  if (word.size() != 12 || word[3] != '.' || word[7] != '.') return false;
  return std::count_if(word.begin(), word.end(), is_digit) == 10;
}

// "3ComTool-1.2.3": a name that begins with a digit.
bool is_name(std::string_view word) {
  constexpr std::ptrdiff_t kMostLetters = 6;
  return std::count_if(word.begin(), word.end(), is_letter) > kMostLetters;
}

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n';
}

// ---- ports ----------------------------------------------------------------------------------------------

std::string protocol_at(std::string_view text, std::size_t at) {
  for (const std::string_view name : {"tcp", "udp"}) {
    if (stands_at(text, at, name) && !is_alnum(at_or_nul(text, at + name.size()))) return std::string(name);
  }
  return {};
}

struct PortNumber {
  std::size_t end = 0;  // 0: none
  std::string digits;
};

PortNumber port_number(std::string_view text, std::size_t at) {
  const auto end = run_end(text, at, is_digit);
  if (end == at || end - at > 5 || text[at] == '0') return {};
  unsigned value = 0;
  for (std::size_t i = at; i < end; ++i) value = value * 10 + static_cast<unsigned>(text[i] - '0');
  const char after = at_or_nul(text, end);
  const bool goes_on = is_letter(after) || (after == '.' && is_digit(at_or_nul(text, end + 1)));
  if (value == 0 || value > 65535 || goes_on) return {};
  return {end, std::string(text.substr(at, end - at))};
}

Match port(std::size_t begin, std::size_t end, const std::string& digits, const std::string& protocol) {
  Match match;
  match.type = IndicatorType::port;
  match.begin = begin;
  match.end = end;
  match.value = protocol.empty() ? digits : digits + "/" + protocol;
  if (!protocol.empty()) match.context["protocol"] = protocol;
  return match;
}

// The next number of a list of ports ("80, 443 and 8080"), or 0.
std::size_t next_in_list(std::string_view text, std::size_t at) {
  for (const std::string_view joint : {", and ", ", or ", ", ", " and ", " or ", " & ", "/", ","}) {
    if (stands_at(text, at, joint) && is_digit(at_or_nul(text, at + joint.size()))) return at + joint.size();
  }
  return 0;
}

std::vector<Match> port_list(std::string_view text, std::size_t at, std::string protocol) {
  std::vector<Match> ports;
  while (at != 0) {
    const auto number = port_number(text, at);
    if (number.end == 0) break;
    auto end = number.end;
    auto own = protocol;
    if (at_or_nul(text, end) == '/') {
      if (auto after = protocol_at(text, end + 1); !after.empty()) {
        own = std::move(after);
        end += 4;
      }
    }
    ports.push_back(port(at, end, number.digits, own));
    at = next_in_list(text, end);
  }
  return ports;
}

// "USB port 2", "serial port 1": sockets in a case.
bool is_socket(std::string_view text, std::size_t at) {
  auto begin = at;
  const auto word = lower(word_before(text, begin, at < 16 ? 0 : at - 16));
  constexpr std::array<std::string_view, 9> kSockets = {"usb", "serial", "com",  "ethernet", "lan",
                                                        "wan", "switch", "hdmi", "i/o"};
  return is_one_of(word, kSockets);
}

std::string protocol_before(std::string_view text, std::size_t at) {
  auto begin = at;
  const auto word = trimmed(word_before(text, begin, at < 16 ? 0 : at - 16));
  return protocol_at(word, 0);
}

}  // namespace

bool is_called_version(std::string_view text, std::size_t at, std::size_t end) {
  if (at > 0 && (text[at - 1] == 'v' || text[at - 1] == 'V')) return true;
  return said_before(text, at) != Said::nothing || said_after(text, end);
}

Found match_version(std::string_view text, std::size_t at) {
  const bool marked = (text[at] == 'v' || text[at] == 'V') && is_digit(at_or_nul(text, at + 1));
  if (!marked && !is_digit(text[at])) return std::nullopt;
  if (at > 0) {  // a part of something longer
    const char before = text[at - 1];
    if (before == '.' || before == '_' || before == '/' || before == '\\' || before == '$' || before == '#' ||
        before == '+')
      return std::nullopt;
    if (before == '-' && at > 1 && !is_space(text[at - 2])) return std::nullopt;
  }
  const auto begin = marked ? at + 1 : at;
  const auto shape = read_number(text, begin);
  const auto word = text.substr(begin, shape.end - begin);
  const char after = at_or_nul(text, shape.end);
  if (is_telephone(word) || is_name(word)) return std::nullopt;
  if (after == '.' && at_or_nul(text, shape.end + 1) == '"')
    return std::nullopt;  // the beginning of an address
  if (is_date(word) || after == '%' || after == '/' || after == '@') return std::nullopt;
  if (after == ':' && is_digit(at_or_nul(text, shape.end + 1))) return std::nullopt;  // a time of day
  auto word_start = at;
  const auto before_it = lower(trimmed(word_before(text, word_start, at < 12 ? 0 : at - 12)));
  if (before_it == "cvss") return std::nullopt;  // the version of the scale, not of a product
  const auto said = said_before(text, at);
  bool good = false;
  if (shape.dots >= 2) {
    good = said != Said::nothing || marked || !starts_line(text, at);  // "3.2.1 Overview" is a section
  } else if (shape.dots == 1) {
    good = said != Said::nothing || marked || said_after(text, shape.end);
  } else {
    const bool month_follows = is_month(word_after(text, shape.end));
    good = said == Said::the_word_version && !month_follows && word.size() <= 12;
  }
  if (!good) return std::nullopt;
  Match match;
  match.type = IndicatorType::version;
  match.begin = at;
  match.end = shape.end;
  match.value = std::string(word);
  return match;
}

std::vector<Match> match_ports(std::string_view text, std::size_t at) {
  if (is_digit(text[at])) {  // 443/tcp
    const auto number = port_number(text, at);
    if (number.end == 0 || at_or_nul(text, number.end) != '/') return {};
    const auto protocol = protocol_at(text, number.end + 1);
    if (protocol.empty() || (at > 0 && (text[at - 1] == '.' || text[at - 1] == '-'))) return {};
    return port_list(text, at, {});
  }
  if (stands_at(text, at, "port")) {  // port 443, ports: 80 and 443
    auto next = at + 4;
    if (to_lower(at_or_nul(text, next)) == 's') ++next;
    if (stands_at(text, next, " number")) next += 7;
    if (stands_at(text, next, " numbers")) next += 8;
    while (at_or_nul(text, next) == ':' || at_or_nul(text, next) == ' ' || at_or_nul(text, next) == '#')
      ++next;
    auto protocol = protocol_at(text, next);  // port TCP/443
    if (!protocol.empty()) next += 4;
    if (next == at + 4 || !is_digit(at_or_nul(text, next)) || is_socket(text, at)) return {};
    if (protocol.empty()) protocol = protocol_before(text, at);
    return port_list(text, next, std::move(protocol));
  }
  const auto protocol = protocol_at(text, at);  // TCP/443, UDP 161
  const char between = at_or_nul(text, at + 3);
  if (protocol.empty() || (between != '/' && between != ' ' && between != ':')) return {};
  return port_list(text, at + 4, protocol);
}

}  // namespace hearsay::indicators
