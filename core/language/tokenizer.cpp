#include "core/language/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/language/characters.hpp"
#include "core/language/token_lists.hpp"

namespace hearsay::language {
namespace {

// A longer run of letters is cut: nothing that long is a word, and lemmas have 16-bit sizes.
constexpr std::size_t kMaxTokenCharacters = 1000;

struct Character {
  char32_t value;
  std::uint32_t at;  // byte offset in the text
};

std::uint32_t skip_space(std::string_view text, std::uint32_t i, std::uint32_t end) {
  while (i < end) {
    const CodePoint c = code_point_at(text, i);
    if (!is_space(c.value)) break;
    i += c.size;
  }
  return std::min(i, end);
}

bool closes(char32_t c) {
  switch (c) {
    case ')':
    case ']':
    case '}':
    case '"':
    case '\'':
    case '>':
    case 0x2019:
    case 0x201D:
    case 0xBB:
      return true;
    default:
      return false;
  }
}

bool opens(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == '<' || c == 0x2018 ||
         c == 0x201C || c == 0xAB;
}

bool ends_sentence_or_clause(char32_t c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026;
}

bool ends_address(char32_t c) {
  return c == '<' || c == '>' || c == '"' || c == 0x201C || c == 0x201D || c == '|';
}

}  // namespace

// Splits a chunk into words.
class Tokenizer::Chunk {
 public:
  explicit Chunk(std::string_view text) : text_(text) {}

  // `next`: the first character of the chunk after this one, or 0.
  void run(Span chunk, char32_t next, std::vector<RawToken>& tokens);

 private:
  char32_t at(std::size_t i) const { return i < size_ ? chars_[i].value : 0; }
  bool alnum(std::size_t i) const { return i < size_ && is_alphanumeric(chars_[i].value); }
  bool letter(std::size_t i) const { return i < size_ && is_letter(chars_[i].value); }
  bool digit(std::size_t i) const { return i < size_ && is_digit(chars_[i].value); }
  bool upper(std::size_t i) const {
    return i < size_ && character_class(chars_[i].value) == CharacterClass::upper;
  }
  std::uint32_t byte(std::size_t i) const { return i < size_ ? chars_[i].at : end_; }
  std::string_view bytes(std::size_t first, std::size_t last) const {
    return text_.substr(byte(first), byte(last) - byte(first));
  }
  std::string lower(std::size_t first, std::size_t last) const;
  void emit(std::size_t first, std::size_t last, bool joined = false);
  bool starts_with(std::size_t i, std::string_view ascii) const;

  std::size_t web_address_end(std::size_t i) const;
  std::size_t trim_address(std::size_t i, std::size_t end) const;
  std::size_t bare_address_end(std::size_t i, std::size_t host_end) const;
  std::size_t email_end(std::size_t i) const;
  std::size_t path_end(std::size_t i) const;
  std::size_t identifier_end(std::size_t i) const;
  std::size_t number_end(std::size_t i) const;
  std::size_t emoticon_end(std::size_t i) const;
  std::size_t word_end(std::size_t i) const;
  std::size_t run_end(std::size_t i) const;
  bool keeps_hyphen(std::size_t first, std::size_t hyphen) const;
  bool keeps_period(std::size_t first, std::size_t period) const;
  bool rest_is_closing(std::size_t i) const;
  void emit_word(std::size_t first, std::size_t last);
  std::size_t emit_next(std::size_t i);

  std::string_view text_;
  std::vector<RawToken>* tokens_ = nullptr;
  std::vector<Character> chars_;
  std::size_t size_ = 0;
  std::uint32_t end_ = 0;
  char32_t next_ = 0;
  bool special_possible_ = false;  // holds one of @ : / \ _ and may be an address or path
  bool open_single_quote_ = false;
};

std::string Tokenizer::Chunk::lower(std::size_t first, std::size_t last) const {
  std::string result;
  for (std::size_t i = first; i < last; ++i) {
    const char32_t c = lower_case(chars_[i].value);
    if (c < 0x80) {
      result.push_back(static_cast<char>(c));
    } else if (c == 0x2019) {
      result.push_back('\'');
    } else {
      result.push_back('\x7F');
    }
  }
  return result;
}

void Tokenizer::Chunk::emit(std::size_t first, std::size_t last, bool joined) {
  if (last > first) tokens_->push_back({{byte(first), byte(last)}, joined});
}

bool Tokenizer::Chunk::starts_with(std::size_t i, std::string_view ascii) const {
  for (std::size_t k = 0; k < ascii.size(); ++k) {
    if (lower_case(at(i + k)) != static_cast<char32_t>(ascii[k])) return false;
  }
  return true;
}

// Whether only closing punctuation follows: nothing of the chunk's words is left.
bool Tokenizer::Chunk::rest_is_closing(std::size_t i) const {
  for (; i < size_; ++i) {
    if (!closes(at(i)) && !ends_sentence_or_clause(at(i))) return false;
  }
  return true;
}

// Takes closing punctuation off the end of an address, but keeps brackets that it opened itself.
std::size_t Tokenizer::Chunk::trim_address(std::size_t i, std::size_t end) const {
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
std::size_t Tokenizer::Chunk::web_address_end(std::size_t i) const {
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
std::size_t Tokenizer::Chunk::bare_address_end(std::size_t i, std::size_t host_end) const {
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
std::size_t Tokenizer::Chunk::email_end(std::size_t i) const {
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

// C:\..., \\host\..., /etc/passwd, %APPDATA%\..., HKLM\..., and whatever holds a backslash or underscore.
std::size_t Tokenizer::Chunk::path_end(std::size_t i) const {
  const bool drive = letter(i) && at(i + 1) == ':' && (at(i + 2) == '\\' || at(i + 2) == '/');
  const bool share = at(i) == '\\' && (at(i + 1) == '\\' || alnum(i + 1));
  const bool variable = at(i) == '%' && letter(i + 1);
  const bool unix_path = at(i) == '/' && letter(i + 1) && (i == 0 || !alnum(i - 1));
  const bool home = at(i) == '~' && at(i + 1) == '/';
  std::size_t end = i;
  bool separator = false;
  bool percent = false;
  while (end < size_ && !ends_address(at(end)) && at(end) != ',' && at(end) != ';') {
    const char32_t c = at(end);
    const bool part = alnum(end) || c == '\\' || c == '/' || c == '_' || c == '.' || c == '-' || c == '%' ||
                      c == '$' || c == '~' || c == '+' || c == '{' || c == '}' || (drive && end == i + 1);
    if (!part) break;
    separator = separator || c == '\\' || (c == '/' && end > i);
    percent = percent || (c == '%' && end > i);
    ++end;
  }
  end = trim_address(i, end);
  if (drive || share) return end > i + 2 ? end : i;
  if (variable) return percent ? end : i;
  if (unix_path || home) return end > i + 2 ? end : i;
  if (!alnum(i)) return i;
  for (std::size_t k = i; k < end; ++k) {
    if (at(k) == '\\') return end;
  }
  return i;
}

// CVE-2017-0144, MS17-010, TA17-181A, CWE-79, SHA-256: capitals (and digits), then groups that begin with
// a digit.
std::size_t Tokenizer::Chunk::identifier_end(std::size_t i) const {
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
std::size_t Tokenizer::Chunk::number_end(std::size_t i) const {
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

std::size_t Tokenizer::Chunk::emoticon_end(std::size_t i) const {
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

// A hyphen inside a word stays after a prefix that is no word ("non-", "re-") and in "x-ray"-like ids.
bool Tokenizer::Chunk::keeps_hyphen(std::size_t first, std::size_t hyphen) const {
  if (!alnum(hyphen + 1)) return false;
  if (hyphen - first > 12) return false;
  const std::string prefix = lower(first, hyphen);
  return std::binary_search(kPrefixes.begin(), kPrefixes.end(), std::string_view(prefix));
}

// Whether the period at the end of a word belongs to it: "Mr.", "U.S.", "J.".
bool Tokenizer::Chunk::keeps_period(std::size_t first, std::size_t period) const {
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
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), std::string_view(word));
}

// The end of a word that begins at i: letters, digits and what may stand between them.
std::size_t Tokenizer::Chunk::word_end(std::size_t i) const {
  std::size_t end = i;
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
      // "Node.js" and "evil.com" are one word; in "over.Then" a space is missing.
      bool lower_before = end - i > 1;
      for (std::size_t k = i; k < end && k < i + 20; ++k)
        lower_before = lower_before && letter(k) && !upper(k);
      if (lower_before && upper(end + 1) && letter(end + 2) && !upper(end + 2)) break;
      ++end;
      continue;
    }
    if (c == '-' && keeps_hyphen(i, end)) {
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
std::size_t Tokenizer::Chunk::run_end(std::size_t i) const {
  const char32_t c = at(i);
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
void Tokenizer::Chunk::emit_word(std::size_t first, std::size_t last) {
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

// Emits the token that begins at i; returns where the next begins.
std::size_t Tokenizer::Chunk::emit_next(std::size_t i) {
  if (special_possible_) {
    for (const std::size_t end : {web_address_end(i), path_end(i), email_end(i)}) {
      if (end > i) {
        emit(i, end);
        return end;
      }
    }
  }
  if (const std::size_t end = emoticon_end(i); end > i) {
    emit(i, end);
    return end;
  }
  const char32_t c = at(i);
  if (is_alphanumeric(c)) {
    if (const std::size_t end = identifier_end(i); end > i) {
      emit(i, end);
      return end;
    }
  }
  if (const std::size_t end = number_end(i); end > i) {
    // A word that begins with digits ("1st", "3com.com", "7z") goes on; a unit ("5pm", "64m") does not.
    if (!letter(end) && !(at(end) == '_' && alnum(end + 1)) &&
        !(at(end) == '\'' && starts_with(end + 1, "s"))) {
      emit(i, end);
      return end;
    }
    std::size_t letters_end = end;
    while (letter(letters_end)) ++letters_end;
    const std::string unit = lower(end, std::min(letters_end, end + 8));
    if (!alnum(letters_end) && std::binary_search(kUnits.begin(), kUnits.end(), std::string_view(unit))) {
      emit(i, end);
      emit(end, letters_end);
      return letters_end;
    }
  }
  if (is_alphanumeric(c)) {
    for (const std::string_view slashed : kSlashed) {
      if (starts_with(i, slashed) && !alnum(i + slashed.size())) {
        emit(i, i + slashed.size());
        return i + slashed.size();
      }
    }
    std::size_t end = word_end(i);
    if (const std::size_t address = bare_address_end(i, end); address > end) {
      emit(i, address);
      return address;
    }
    if (at(end) == '.' && !(at(end + 1) == '.') && keeps_period(i, end)) {
      emit(i, end + 1);
      return end + 1;
    }
    if (at(end) == '$' && lower(i, std::min(end, i + 4)) == "us") ++end;
    emit_word(i, end);
    // The possessive of a plural, unless the apostrophe closes a quotation.
    if (is_apostrophe(at(end)) && at(end) != '`' && lower_case(at(end - 1)) == 's' && end - i > 1 &&
        !open_single_quote_ && (rest_is_closing(end + 1) || !alnum(end + 1))) {
      emit(end, end + 1, true);
      return end + 1;
    }
    return end;
  }
  if (is_apostrophe(c)) {
    for (const std::string_view clipped : kClippedWords) {  // 'em, 'til
      if (starts_with(i + 1, clipped) && !alnum(i + 1 + clipped.size())) {
        emit(i, i + 1 + clipped.size());
        return i + 1 + clipped.size();
      }
    }
    if (digit(i + 1) && digit(i + 2) && (!alnum(i + 3) || at(i + 3) == 's')) {  // '72, '90s
      const std::size_t end = i + 3 + (at(i + 3) == 's' ? 1 : 0);
      emit(i, end);
      return end;
    }
  }
  if (c == 0x2018 || ((c == '\'' || c == '`') && alnum(i + 1) && (i == 0 || !alnum(i - 1)))) {
    open_single_quote_ = true;
  } else if (c == '\'' || c == 0x2019) {
    open_single_quote_ = false;
  }
  if (c == '.' && letter(i + 1) && (i == 0 || closes(at(i - 1)) || opens(at(i - 1)))) {  // .doc, .NET
    std::size_t end = i + 1;
    while (alnum(end)) ++end;
    if (rest_is_closing(end)) {
      emit(i, end);
      return end;
    }
  }
  if ((c == '#' || c == '@') && letter(i + 1) && i == 0) {  // #hashtag, @handle
    std::size_t end = i + 1;
    while (alnum(end) || at(end) == '_') ++end;
    emit(i, end);
    return end;
  }
  const std::size_t end = run_end(i);
  emit(i, end);
  return end;
}

void Tokenizer::Chunk::run(Span chunk, char32_t next, std::vector<RawToken>& tokens) {
  tokens_ = &tokens;
  chars_.clear();
  special_possible_ = false;
  for (std::uint32_t i = chunk.begin; i < chunk.end;) {
    const CodePoint c = code_point_at(text_, i);
    chars_.push_back({c.value, i});
    i += c.size;
    special_possible_ = special_possible_ || c.value == '@' || c.value == '/' || c.value == '\\' ||
                        c.value == ':' || (c.value == '.' && chars_.size() < 16);
  }
  size_ = chars_.size();
  end_ = chunk.end;
  next_ = next;
  std::size_t i = 0;
  while (i < size_) i = emit_next(i);
}

Tokenizer::Tokenizer(std::string_view text, Span where)
    : text_(text), at_(where.begin), end_(where.end), chunk_(std::make_unique<Chunk>(text)) {
  at_ = skip_space(text_, at_, end_);
}

Tokenizer::~Tokenizer() = default;

bool Tokenizer::read_chunk(std::vector<RawToken>& tokens) {
  if (done()) return false;
  std::uint32_t end = at_;
  while (end < end_) {
    const CodePoint c = code_point_at(text_, end);
    if (is_space(c.value)) break;
    end += c.size;
  }
  end = std::min(end, end_);
  const std::uint32_t next = skip_space(text_, end, end_);
  chunk_->run({at_, end}, next < end_ ? code_point_at(text_, next).value : 0, tokens);
  at_ = next;
  return true;
}

}  // namespace hearsay::language
