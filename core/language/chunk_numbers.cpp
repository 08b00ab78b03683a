#include "core/language/chunk.hpp"

namespace hearsay::language {

// CVE-2017-0144, MS17-010, TA17-181A, CWE-79, SHA-256: capitals (and digits), then groups that begin with
// a digit.
std::size_t Chunk::identifier_end(std::size_t i) const {
  std::size_t end = i;
  bool capital = false;
  while (alnum(end) && (upper(end) || digit(end))) {
    capital = capital || upper(end);
    ++end;
  }
  if (!capital || at(end) != '-' || !digit(end + 1)) {
    if (!starts_with(i, "ghsa-") && !starts_with(i, "cve-")) return i;
    end = i;
    while (alnum(end) || (at(end) == '-' && alnum(end + 1))) ++end;
    return end;
  }
  while (at(end) == '-' && alnum(end + 1)) {
    std::size_t group = end + 1;
    bool has_digit = false;
    bool has_lower = false;
    while (alnum(group)) {
      has_digit = has_digit || digit(group);
      has_lower = has_lower || (letter(group) && !upper(group));
      ++group;
    }
    if (!has_digit || has_lower) break;  // the "-based" of "F-16-based"
    end = group;
  }
  while ((at(end) == '.' && alnum(end + 1))) {
    ++end;
    while (alnum(end)) ++end;
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
  for (std::size_t k = end; digit(k); ++k) ++first_group;
  while (end < size_) {
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
      // "2017-12-01" and "713-853-3989" are one number, "345-9945" a telephone number; "10-15" is a range.
      std::size_t group = end + 1;
      while (digit(group)) ++group;
      const bool more = at(group) == '-' && digit(group + 1);
      const bool telephone = first_group == 3 && group - end - 1 == 4;
      if (hyphens == 0 && !more && !telephone) break;
      ++hyphens;
      ++end;
      continue;
    }
    break;
  }
  return end;
}

}  // namespace hearsay::language
