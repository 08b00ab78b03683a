#include "core/language/chunk.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/language/token_lists.hpp"

namespace hearsay::language {

std::size_t Chunk::emoticon_end(std::size_t i) const {
  if (i > 0 && alnum(i - 1)) return i;
  for (const std::string_view face : kEmoticons) {
    bool same = true;
    for (std::size_t k = 0; same && k < face.size(); ++k) {
      same = at(i + k) == static_cast<char32_t>(static_cast<unsigned char>(face[k]));
    }
    if (same && !alnum(i + face.size())) return i + face.size();
  }
  return i;
}

// Whether the name of a host begins here, such that a hyphen in it is no break: "press-room.example.gov".
bool Chunk::is_host(std::size_t i) const {
  constexpr std::size_t kLongest = 253;  // RFC 1035, 2.3.4
  constexpr std::array<std::string_view, 9> kDomains = {"com", "edu", "eu",  "gov", "info",
                                                        "int", "mil", "net", "org"};
  std::size_t end = i;
  std::size_t label = i;
  const auto part = [&](std::size_t k) { return (alnum(k) && !upper(k)) || at(k) == '-'; };
  while (end - i < kLongest && (part(end) || (at(end) == '.' && alnum(end + 1)))) {
    if (at(end++) == '.') label = end;
  }
  if (label == i || alnum(end)) return false;
  const std::string domain = lower(label, end);
  return std::find(kDomains.begin(), kDomains.end(), std::string_view(domain)) != kDomains.end();
}

// A hyphen inside a word stays after a prefix that is no word ("non-", "re-") and in "x-ray"-like ids.
bool Chunk::keeps_hyphen(std::size_t first, std::size_t hyphen) const {
  if (!alnum(hyphen + 1) || starts_with(hyphen, "-the-")) return false;
  if (hyphen - first > 12) return false;
  const std::string prefix = lower(first, hyphen);
  return std::binary_search(kPrefixes.begin(), kPrefixes.end(), std::string_view(prefix));
}

// Whether the period at the end of a word belongs to it: "Mr.", "U.S.", "J.".
bool Chunk::keeps_period(std::size_t first, std::size_t period) const {
  const std::size_t length = period - first;
  if (length == 0 || length > 12) return false;
  bool inner_period = false;
  bool single_letters = true;
  std::size_t letters = 0;
  for (std::size_t k = first; k < period; ++k) {
    if (at(k) == '.') {
      inner_period = true;
      single_letters = single_letters && letters == 1;
      letters = 0;
    } else if (letter(k)) {
      ++letters;
    } else {
      return false;
    }
  }
  single_letters = single_letters && letters == 1;
  if (single_letters && inner_period) return true;  // U.S., e.g., a.m.
  if (length == 1)
    return upper(first) && at(first) != 'I' &&
           (letter(period + 1) || (period + 1 >= size_ && next_ != 0));  // J. Edgar
  const std::string word = lower(first, period);
  if (std::binary_search(kAbbreviationsBeforeNumber.begin(), kAbbreviationsBeforeNumber.end(),
                         std::string_view(word))) {
    return period + 1 >= size_ ? is_digit(next_) : digit(period + 1);
  }
  // "etc." at the end of a sentence is two words.
  if (word == "etc" && period + 1 >= size_ && (next_ == 0 || character_class(next_) == CharacterClass::upper))
    return false;
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), std::string_view(word));
}

// The end of a word that begins at i: letters, digits and what may stand between them.
std::size_t Chunk::word_end(std::size_t i) const {
  std::size_t end = i;
  bool dot = false;
  while (end < size_ && end - i < kMaxTokenCharacters) {
    const char32_t c = at(end);
    if (is_alphanumeric(c)) {
      ++end;
      continue;
    }
    if (end == i || !alnum(end + 1)) break;
    if (is_apostrophe(c) || c == '_' || c == '&' || c == '@') {
      ++end;
      continue;
    }
    if (c == '.') {
      // "Node.js" and "evil.com" are one word; in "over.Then" and "fixed.CVE-2017-0144" a space is missing.
      bool lower_before = end - i > 1;
      for (std::size_t k = i; k < end && k < i + 20; ++k)
        lower_before = lower_before && letter(k) && !upper(k);
      if (starts_with(end + 1, "cve-")) break;
      if (lower_before && upper(end + 1) && letter(end + 2) &&
          (!upper(end + 2) || identifier_end(end + 1) > end + 1)) {
        break;
      }
      dot = true;
      ++end;
      continue;
    }
    // Trojan:Win32/Kestrel.A!dha, the name that a scanner gives
    if (c == '!' && dot && letter(end + 1) && !upper(end + 1)) {
      ++end;
      continue;
    }
    if (c == '-' && (keeps_hyphen(i, end) || is_host(i))) {
      ++end;
      continue;
    }
    break;
  }
  // evil[.]com, evil[dot]com
  while (at(end) == '[' &&
         ((at(end + 1) == '.' && at(end + 2) == ']' && alnum(end + 3)) || starts_with(end, "[dot]"))) {
    end += at(end + 1) == '.' ? 3 : 5;
    while (alnum(end) ||
           ((at(end) == '.' || at(end) == '-' || at(end) == '/' || at(end) == '_') && alnum(end + 1)))
      ++end;
  }
  return end;
}

// "!!!", "...", "----": a run of one character, or of "?" and "!".
std::size_t Chunk::run_end(std::size_t i) const {
  for (const std::string_view sign : kOperators) {
    if (starts_with(i, sign)) return i + sign.size();
  }
  const char32_t c = at(i);
  // ".?", ",?": a lost character in mail, one mark as the treebanks have it; but "... ?"
  if ((c == '.' || c == ',' || c == ':') && (at(i + 1) == '?' || (c == '.' && at(i + 1) == '!'))) {
    std::size_t end = i + 1;
    while (end < size_ && end - i < kMaxTokenCharacters && (at(end) == '?' || at(end) == '!')) ++end;
    return end;
  }
  const auto repeats = [c](char32_t other) {
    if (c == '?' || c == '!') return other == '?' || other == '!';
    return other == c;
  };
  switch (c) {
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '"':
    case 0x201C:
    case 0x201D:
    case '/':
    case ',':
      return i + 1;
    default:
      break;
  }
  std::size_t end = i + 1;
  while (end < size_ && end - i < kMaxTokenCharacters && repeats(at(end))) ++end;
  if (c == '.' && end - i == 1) return end;
  if ((c == '\'' || c == '`') && end - i > 2) return i + 1;
  return end;
}

// Splits off clitics: "do|n't", "agency|'s", "vendors|'", "can|not".
void Chunk::emit_word(std::size_t first, std::size_t last) {
  const std::size_t length = last - first;
  if (length <= 24) {
    const std::string word = lower(first, last);
    for (const Contraction& contraction : kContractions) {
      if (word == contraction.word) {
        emit(first, first + contraction.split);
        emit(first + contraction.split, last, true);
        return;
      }
    }
  }
  for (const std::size_t size : {std::size_t{3}, std::size_t{2}}) {
    if (length <= size) continue;
    const std::string tail = lower(last - size, last);
    const bool negation = size == 3 && tail[0] == 'n' && is_apostrophe(at(last - 2)) && tail[2] == 't';
    const bool clitic =
        is_apostrophe(at(last - size)) &&
        (size == 3 ? (tail.substr(1) == "re" || tail.substr(1) == "ve" || tail.substr(1) == "ll")
                   : (tail[1] == 's' || tail[1] == 'd' || tail[1] == 'm'));
    if (!negation && !clitic) continue;
    if (clitic && tail[1] == 's' && digit(last - size - 1) && length <= 7) break;  // the 1990's
    emit(first, last - size);
    emit(last - size, last, true);
    return;
  }
  emit(first, last);
}

}  // namespace hearsay::language
