#pragma once

#include <cstddef>
#include <string_view>

#include "core/text/ascii.hpp"

// Looking at the bytes around a place in the text.
namespace hearsay::indicators {

using ascii::is_alnum;
using ascii::is_digit;
using ascii::is_hex;
using ascii::is_letter;
using ascii::is_lower;
using ascii::is_space;
using ascii::is_upper;
using ascii::lower;
using ascii::to_lower;
using ascii::to_upper;
using ascii::upper;

// The character at `at`, or 0 beyond the text.
inline char at_or_nul(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

// Whether `word` (in lower case) stands at `at`, in whatever case.
inline bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
  if (at > text.size() || text.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (to_lower(text[at + i]) != word[i]) return false;
  }
  return true;
}

// The end of the run of characters of a class that begins at `at`.
template <class Class>
std::size_t run_end(std::string_view text, std::size_t at, Class is_member) {
  while (at < text.size() && is_member(text[at])) ++at;
  return at;
}

}  // namespace hearsay::indicators
