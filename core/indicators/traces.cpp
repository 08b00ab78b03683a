// Traces on a machine: hashes, paths, registry keys, and the addresses to which ransom is paid.
#include <algorithm>
#include <array>

#include "core/indicators/characters.hpp"
#include "core/indicators/checksum.hpp"
#include "core/indicators/match.hpp"

namespace hearsay::indicators {
namespace {

bool is_path_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_alnum(c) || byte >= 0x80 ||
         std::string_view("\\/._-~$%@+&#{}()[]!=^").find(c) != std::string_view::npos;
}

// Whether the space at `at` is inside a folder's name: another separator follows soon, and no sentence
// between. Bounded look-ahead, so that a path is read in linear time.
bool is_inner_space(std::string_view text, std::size_t begin, std::size_t at, char separator) {
  constexpr std::size_t kLongestName = 40;
  // "C:\a\b.exe and D:\c": what has an ending is a file, and no folder.
  const auto name = text.find_last_of(separator, at);
  if (name == std::string_view::npos || name < begin) return false;
  if (text.substr(name, at - name).find('.') != std::string_view::npos) return false;
  for (std::size_t i = at + 1; i < text.size() && i < at + kLongestName; ++i) {
    const char c = text[i];
    if (c == separator) return text[i - 1] != ' ';
    if (!is_alnum(c) && c != ' ' && c != '.' && c != '-' && c != '_' && c != '(' && c != ')') return false;
    if (c == ' ' && (text[i - 1] == '.' || text[i - 1] == ' ')) return false;
  }
  return false;
}

std::size_t path_end(std::string_view text, std::size_t begin, std::size_t at, char separator) {
  while (at < text.size()) {
    const bool inner = text[at] == ' ' && separator == '\\' && is_inner_space(text, begin, at, separator);
    if (!inner && !is_path_char(text[at])) break;
    if (text[at] == '&' && separator == '\\') break;  // the next command
    // Typographic quotation marks end a path, letters of other scripts do not.
    if (text.substr(at).starts_with("\xE2\x80")) break;
    ++at;
  }
  const auto opened = text.substr(begin, at - begin).find('(') != std::string_view::npos;
  while (at > begin + 1) {
    const char last = text[at - 1];
    const bool closing = (last == ')' && !opened) || last == '!' || last == '.' || last == ']' || last == '=';
    if (!closing) break;
    --at;
  }
  return at;
}

bool is_unix_root(std::string_view name) {
  constexpr std::array<std::string_view, 24> kRoots = {
      "Applications", "Library", "System", "Users", "Volumes", "bin",   "boot", "data",
      "dev",          "etc",     "home",   "lib",   "lib64",   "media", "mnt",  "opt",
      "private",      "proc",    "root",   "run",   "sbin",    "srv",   "sys",  "tmp"};
  return std::find(kRoots.begin(), kRoots.end(), name) != kRoots.end() || name == "usr" || name == "var";
}

Found windows_path(std::string_view text, std::size_t at, std::size_t body) {
  const auto end = path_end(text, at, body, '\\');
  if (end <= body) return std::nullopt;
  return make(IndicatorType::path, at, end, std::string(text.substr(at, end - at)));
}

}  // namespace

Found match_hash(std::string_view text, std::size_t at) {
  const auto end = run_end(text, at, is_hex);
  IndicatorType type{};
  switch (end - at) {
    case 32:
      type = IndicatorType::md5;
      break;
    case 40:
      type = IndicatorType::sha1;
      break;
    case 64:
      type = IndicatorType::sha256;
      break;
    case 128:
      type = IndicatorType::sha512;
      break;
    default:
      return std::nullopt;
  }
  if (is_alnum(at_or_nul(text, end)) || at_or_nul(text, end) == '_') return std::nullopt;
  const auto digits = text.substr(at, end - at);
  // A row of decimals, or of one character, is a number or a filler.
  const bool decimal = std::all_of(digits.begin(), digits.end(), is_digit);
  const bool uniform = digits.find_first_not_of(digits.front()) == std::string_view::npos;
  if (decimal || uniform) return std::nullopt;
  return make(type, at, end, lower(digits));
}

Found match_path(std::string_view text, std::size_t at) {
  const char first = text[at];
  if (is_letter(first) && at_or_nul(text, at + 1) == ':' && at_or_nul(text, at + 2) == '\\') {
    return windows_path(text, at, at + 3);
  }
  if (first == '%') {  // %APPDATA%\...
    const auto end =
        run_end(text, at + 1, [](char c) { return is_alnum(c) || c == '_' || c == '(' || c == ')'; });
    const bool variable =
        end > at + 2 && end - at < 32 && at_or_nul(text, end) == '%' && at_or_nul(text, end + 1) == '\\';
    return variable ? windows_path(text, at, end + 2) : std::nullopt;
  }
  if (first == '\\') {  // \\server\share
    if (at_or_nul(text, at + 1) != '\\' || (at > 0 && text[at - 1] == '\\')) return std::nullopt;
    const auto server = run_end(
        text, at + 2, [](char c) { return is_alnum(c) || c == '.' || c == '-' || c == '_' || c == '?'; });
    if (server == at + 2 || at_or_nul(text, server) != '\\') return std::nullopt;
    if (at_or_nul(text, server + 1) == '\\')
      return std::nullopt;  // separators doubled in a string of a program
    return windows_path(text, at, server + 1);
  }
  std::size_t body = 0;
  if (first == '~' && at_or_nul(text, at + 1) == '/') {
    body = at + 2;
  } else if (text.substr(at).starts_with("$HOME/")) {
    body = at + 6;
  } else if (first == '/') {
    const auto root = run_end(text, at + 1, is_alnum);
    if (at_or_nul(text, root) == '/' && is_unix_root(text.substr(at + 1, root - at - 1))) body = root + 1;
  }
  if (body == 0 || !is_path_char(at_or_nul(text, body))) return std::nullopt;
  const auto end = path_end(text, at, body, '/');
  if (end <= body) return std::nullopt;
  return make(IndicatorType::path, at, end, std::string(text.substr(at, end - at)));
}

Found match_registry(std::string_view text, std::size_t at) {
  struct Root {
    std::string_view written;
    std::string_view name;
  };
  constexpr std::array<Root, 10> kRoots = {{{"hkey_local_machine", "HKEY_LOCAL_MACHINE"},
                                            {"hkey_current_user", "HKEY_CURRENT_USER"},
                                            {"hkey_classes_root", "HKEY_CLASSES_ROOT"},
                                            {"hkey_users", "HKEY_USERS"},
                                            {"hkey_current_config", "HKEY_CURRENT_CONFIG"},
                                            {"hklm", "HKEY_LOCAL_MACHINE"},
                                            {"hkcu", "HKEY_CURRENT_USER"},
                                            {"hkcr", "HKEY_CLASSES_ROOT"},
                                            {"hku", "HKEY_USERS"},
                                            {"hkcc", "HKEY_CURRENT_CONFIG"}}};
  for (const auto& root : kRoots) {
    if (!stands_at(text, at, root.written)) continue;
    auto body = at + root.written.size();
    if (at_or_nul(text, body) == ':') ++body;
    if (at_or_nul(text, body) != '\\') continue;
    const auto end = path_end(text, at, body, '\\');
    if (end <= body + 1) return std::nullopt;
    std::string value(root.name);
    for (std::size_t i = body; i < end; ++i) {  // "\\" of programs' strings is one separator
      if (text[i] != '\\' || value.back() != '\\') value += text[i];
    }
    return make(IndicatorType::registry, at, end, std::move(value));
  }
  return std::nullopt;
}

Found match_bitcoin(std::string_view text, std::size_t at) {
  const auto end = run_end(text, at, is_alnum);
  const auto word = text.substr(at, end - at);
  const bool segwit = stands_at(word, 0, "bc1") && word.size() >= 14 && word.size() <= 74 && is_bech32(word);
  const bool legacy = !word.empty() && (word[0] == '1' || word[0] == '3') && word.size() >= 26 &&
                      word.size() <= 35 && is_base58_check(word);
  if (!segwit && !legacy) return std::nullopt;
  return make(IndicatorType::btc, at, end, segwit ? lower(word) : std::string(word));
}

}  // namespace hearsay::indicators
