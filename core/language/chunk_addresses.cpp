#include "core/language/chunk.hpp"

#include <algorithm>
#include <array>

namespace hearsay::language {

// Takes closing punctuation off the end of an address, but keeps brackets that it opened itself.
std::size_t Chunk::trim_address(std::size_t i, std::size_t end) const {
  int round = 0;
  int square = 0;
  for (std::size_t k = i; k < end; ++k) {
    round += at(k) == '(' ? 1 : at(k) == ')' ? -1 : 0;
    square += at(k) == '[' ? 1 : at(k) == ']' ? -1 : 0;
  }
  while (end > i) {
    const char32_t c = at(end - 1);
    if (c == ')' && round >= 0) break;
    if (c == ']' && square >= 0) break;
    if (!closes(c) && !ends_sentence_or_clause(c) && c != '*') break;
    round += c == ')' ? 1 : 0;
    square += c == ']' ? 1 : 0;
    --end;
  }
  return end;
}

// http://..., hxxps[:]//..., www..., mailto:...; the end of the address or `i`.
std::size_t Chunk::web_address_end(std::size_t i) const {
  static constexpr std::array<std::string_view, 12> kStarts = {
      "http:",   "https:",   "hxxp:", "hxxps:",  "http[:]", "https[:]",
      "hxxp[:]", "hxxps[:]", "ftp:/", "mailto:", "www.",    "www["};
  if (!std::any_of(kStarts.begin(), kStarts.end(), [&](auto start) { return starts_with(i, start); })) {
    return i;
  }
  std::size_t end = i;
  while (end < size_ && !ends_address(at(end))) ++end;
  end = trim_address(i, end);
  return end > i + 6 ? end : i;
}

// example.org/path: a host whose last label is letters, and a path. `host_end`: where the word ends.
std::size_t Chunk::bare_address_end(std::size_t i, std::size_t host_end) const {
  if (at(host_end) != '/' || !alnum(host_end + 1)) return i;
  std::size_t label = host_end;
  while (label > i && letter(label - 1) && !upper(label - 1)) --label;
  const std::size_t length = host_end - label;
  if (label <= i + 1 || at(label - 1) != '.' || length < 2 || length > 6) return i;
  std::size_t end = host_end;
  while (end < size_ && !ends_address(at(end))) ++end;
  return trim_address(i, end);
}

// name@host, also defanged (name[@]host, name@host[.]com).
std::size_t Chunk::email_end(std::size_t i) const {
  constexpr std::size_t kLongestLocalPart = 64;  // RFC 5321, 4.5.3.1.1
  const auto local = [](char32_t c) {
    return is_alphanumeric(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
  };
  std::size_t at_sign = i;
  while (at_sign - i <= kLongestLocalPart && local(at(at_sign))) ++at_sign;
  if (at_sign == i) return i;
  std::size_t host = at_sign;
  if (at(host) == '[' && at(host + 1) == '@' && at(host + 2) == ']') {
    host += 3;
  } else if (at(host) == '@') {
    host += 1;
  } else {
    return i;
  }
  std::size_t end = host;
  while (alnum(end) || ((at(end) == '.' || at(end) == '-' || at(end) == '_') && alnum(end + 1)) ||
         (at(end) == '[' && at(end + 1) == '.' && at(end + 2) == ']')) {
    end += at(end) == '[' ? 3 : 1;
  }
  return end > host ? end : i;
}

// "<user>" and "[REDACTED]" stand for a part of a path.
std::size_t Chunk::placeholder_end(std::size_t i) const {
  constexpr std::size_t kLongest = 24;
  const char32_t close = at(i) == '<' ? '>' : at(i) == '[' ? ']' : 0;
  if (close == 0 || i == 0 || (at(i - 1) != '\\' && at(i - 1) != '/')) return i;
  std::size_t end = i + 1;
  while (end - i < kLongest && (alnum(end) || at(end) == '_' || at(end) == '-')) ++end;
  return end > i + 1 && at(end) == close ? end + 1 : i;
}

// C:\..., \\host\..., /etc/passwd, ./run, ..\run, %APPDATA%\..., HKLM\..., and whatever holds a backslash.
std::size_t Chunk::path_end(std::size_t i) {
  const bool drive = letter(i) && at(i + 1) == ':' && (at(i + 2) == '\\' || at(i + 2) == '/');
  const bool share = at(i) == '\\' && (at(i + 1) == '\\' || alnum(i + 1));
  const bool variable = at(i) == '%' && letter(i + 1);
  const bool unix_path = at(i) == '/' && letter(i + 1) && (i == 0 || !alnum(i - 1));
  const bool home = at(i) == '~' && at(i + 1) == '/';
  const std::size_t dots = at(i) != '.' || (i > 0 && alnum(i - 1)) ? 0 : at(i + 1) == '.' ? 2 : 1;
  const bool relative = dots > 0 && (at(i + dots) == '/' || at(i + dots) == '\\') &&
                        (alnum(i + dots + 1) || at(i + dots + 1) == '.');
  const bool marked = drive || share || variable || unix_path || home || relative;
  if (!marked && (!alnum(i) || i < no_path_until_)) return i;
  std::size_t end = i;
  bool backslash = false;
  bool percent = false;
  std::size_t placeholder = i;  // the end of the last
  while (end < size_) {
    if (placeholder_end(end) > end) {
      end = placeholder = placeholder_end(end);
      continue;
    }
    const char32_t c = at(end);
    const bool part = alnum(end) || c == '\\' || c == '/' || c == '_' || c == '.' || c == '-' || c == '%' ||
                      c == '$' || c == '~' || c == '+' || c == '{' || c == '}' || (drive && end == i + 1);
    if (!part) break;
    backslash = backslash || c == '\\';
    percent = percent || (c == '%' && end > i);
    ++end;
  }
  end = std::max(trim_address(i, end), placeholder);
  if (drive || share) return end > i + 2 ? end : i;
  if (variable) return percent ? end : i;
  if (unix_path || home || relative) return end > i + 2 ? end : i;
  if (backslash) return end;
  no_path_until_ = end;
  return i;
}

}  // namespace hearsay::language
