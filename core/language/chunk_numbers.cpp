#include "core/language/chunk.hpp"

namespace hearsay::language {

namespace {

bool hex(char32_t c) {
  return is_digit(c) || (lower_case(c) >= 'a' && lower_case(c) <= 'f');
}

}  // namespace

// 8c59c35d-8fb8-4644-9fa4-ce05b30e91c3
std::size_t Chunk::guid_end(std::size_t i) const {
  constexpr std::size_t kGroups[] = {8, 4, 4, 4, 12};  // RFC 9562, 4
  std::size_t end = i;
  for (const std::size_t size : kGroups) {
    if (end > i && at(end++) != '-') return i;
    for (const std::size_t group = end + size; end < group; ++end) {
      if (!hex(at(end))) return i;
    }
  }
  return alnum(end) ? i : end;
}

// 00:1a:2b:3c:4d:5e, the fingerprint of a key: pairs of hexadecimal digits, four at least.
std::size_t Chunk::hex_pairs_end(std::size_t i) const {
  constexpr std::size_t kFewest = 4;
  std::size_t end = i;
  std::size_t pairs = 0;
  for (std::size_t pair = i; hex(at(pair)) && hex(at(pair + 1)) && !alnum(pair + 2); pair = end + 1) {
    end = pair + 2;
    ++pairs;
    if (at(end) != ':' || end - i >= kMaxTokenCharacters) break;
  }
  return pairs >= kFewest ? end : i;
}

// VU#123456
std::size_t Chunk::note_number_end(std::size_t i) const {
  constexpr std::size_t kLongestPrefix = 4;
  std::size_t end = i;
  while (upper(end) && end - i <= kLongestPrefix) ++end;
  if (end == i || end - i > kLongestPrefix || at(end) != '#' || !digit(end + 1)) return i;
  ++end;
  while (digit(end)) ++end;
  return alnum(end) ? i : end;
}

// CVE-2017-0144, MS17-010, TA17-181A, SHA-256, ICS-TIP-12-146-01B: capitals and digits in groups, one of
// which, after the first, begins with a digit; to the last that holds one. "US-CERT" is two words, and the
// "-based" of "F-16-based" is one of its own.
std::size_t Chunk::identifier_end(std::size_t i) const {
  constexpr std::size_t kLongest = 64;
  for (const std::size_t end : {guid_end(i), hex_pairs_end(i), note_number_end(i)}) {
    if (end > i) return end;
  }
  std::size_t end = i;
  if (starts_with(i, "ghsa-") || starts_with(i, "cve-")) {
    while (end - i < kLongest && (alnum(end) || (at(end) == '-' && alnum(end + 1)))) ++end;
    return end;
  }
  for (std::size_t begin = i; alnum(begin) && begin - i < kLongest;) {
    std::size_t group = begin;
    bool has_digit = false;
    bool has_capital = false;
    for (; group - i < kLongest && (digit(group) || upper(group)); ++group) {
      (digit(group) ? has_digit : has_capital) = true;
    }
    if (alnum(group) || (begin == i && !has_capital)) break;  // holds small letters, or is a number
    if (begin > i && has_digit && (end > i || digit(begin))) end = group;
    if (at(group) != '-') break;
    begin = group + 1;
  }
  if (end == i) return i;
  while (end - i < kLongest && (alnum(end) || (at(end) == '.' && alnum(end + 1)))) ++end;
  return end;
}

// 2023-04-06T09:23:41.96Z, from the "T"; `i` where no time follows.
std::size_t Chunk::clock_end(std::size_t i) const {
  if (at(i) != 'T' || !digit(i + 1)) return i;
  std::size_t end = i + 1;
  while (digit(end) || ((at(end) == ':' || at(end) == '.') && digit(end + 1))) ++end;
  if (at(end) == 'Z') return end + 1;
  if ((at(end) == '+' || at(end) == '-') && digit(end + 1)) {
    ++end;
    while (digit(end) || (at(end) == ':' && digit(end + 1))) ++end;
  }
  return end;
}

// Numbers, dates, times, versions, telephone numbers, addresses of machines; the end or `i`.
std::size_t Chunk::number_end(std::size_t i) const {
  std::size_t end = i;
  if ((at(i) == '+' || at(i) == '-' || at(i) == '.' || at(i) == 0x2212) && digit(i + 1) &&
      (i == 0 || !alnum(i - 1))) {
    if (at(i) == '-' && i > 0) return i;
    ++end;
  }
  if (!digit(end)) return i;
  std::size_t hyphens = 0;
  std::size_t first_group = 0;
  for (std::size_t k = end; digit(k) && first_group < 4; ++k) ++first_group;
  while (end < size_ && end - i < kMaxTokenCharacters) {
    if (digit(end)) {
      ++end;
      continue;
    }
    const char32_t c = at(end);
    if ((c == '.' || c == ',' || c == ':' || c == '/') && digit(end + 1)) {
      ++end;
      continue;
    }
    if (c == '[' && at(end + 1) == '.' && at(end + 2) == ']' && digit(end + 3)) {  // 10[.]0[.]0[.]1
      end += 3;
      continue;
    }
    if (c == '-' && digit(end + 1)) {
      // "2017-12-01" and "713-853-3989" are one number, "345-9945" a telephone number, "19-02" the number of
      // a directive; "10-15" is a range.
      std::size_t group = end + 1;
      while (digit(group)) ++group;
      const bool more = at(group) == '-' && digit(group + 1);
      const bool telephone = first_group == 3 && group - end - 1 == 4;
      const bool padded = at(end + 1) == '0' && group - end - 1 == 2 && !digit(group + 1);
      // "77002-2707", a postal code; "x3-1663", an extension
      const bool code = group - end - 1 == 4 && (end - i == 5 || end - i == 1);
      if (hyphens == 0 && !more && !telephone && !padded && !code) break;
      ++hyphens;
      ++end;
      continue;
    }
    // 4.2.x, 10.0.*.*
    if (c == '.' && (at(end + 1) == 'x' || at(end + 1) == 'X' || at(end + 1) == '*') && !alnum(end + 2)) {
      end += 2;
      continue;
    }
    break;
  }
  return hyphens == 2 ? clock_end(end) : end;
}

}  // namespace hearsay::language
