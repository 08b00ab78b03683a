#include "core/language/chunk.hpp"

#include <algorithm>

#include "core/language/token_lists.hpp"

namespace hearsay::language {

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

std::string Chunk::lower(std::size_t first, std::size_t last) const {
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

void Chunk::emit(std::size_t first, std::size_t last, bool joined) {
  if (last > first) tokens_->push_back({{byte(first), byte(last)}, joined});
}

bool Chunk::starts_with(std::size_t i, std::string_view ascii) const {
  for (std::size_t k = 0; k < ascii.size(); ++k) {
    if (lower_case(at(i + k)) != static_cast<char32_t>(ascii[k])) return false;
  }
  return true;
}

// Whether only closing punctuation follows: nothing of the chunk's words is left.
bool Chunk::rest_is_closing(std::size_t i) const {
  for (; i < size_; ++i) {
    if (!closes(at(i)) && !ends_sentence_or_clause(at(i))) return false;
  }
  return true;
}

// A line drawn with several signs: "---==", "|----+----".
bool Chunk::is_rule() const {
  constexpr std::u32string_view kSigns = U"-=_~*+|<>#";
  constexpr std::size_t kShortest = 4;
  if (size_ < kShortest || size_ > kMaxTokenCharacters) return false;
  return std::all_of(chars_.begin(), chars_.end(),
                     [&](const Character& c) { return kSigns.find(c.value) != kSigns.npos; });
}

// Whether what follows a number makes it the name of a file: "27.doc".
bool Chunk::is_file_type(std::size_t period) const {
  constexpr std::size_t kLongest = 4;
  if (at(period) != '.') return false;
  std::size_t end = period + 1;
  while (alnum(end) && end - period <= kLongest) ++end;
  const std::string type = lower(period + 1, end);
  return !alnum(end) && std::binary_search(kFileTypes.begin(), kFileTypes.end(), std::string_view(type));
}

// Emits the token that begins at i; returns where the next begins.
std::size_t Chunk::emit_next(std::size_t i) {
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
    if (!letter(end) && !is_file_type(end) && !(at(end) == '_' && alnum(end + 1)) &&
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
    const bool dots = at(end + 1) == '.' && at(end + 2) == '.';
    if (at(end) == '.' && !dots && keeps_period(i, end)) {
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
    while (alnum(end) || at(end) == '_' || (at(end) == '.' && alnum(end + 1))) ++end;
    emit(i, end);
    return end;
  }
  const std::size_t end = run_end(i);
  emit(i, end);
  return end;
}

void Chunk::run(Span chunk, char32_t next, std::vector<RawToken>& tokens) {
  tokens_ = &tokens;
  chars_.clear();
  special_possible_ = false;
  no_path_until_ = 0;
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
  if (is_rule()) {
    emit(0, size_);
    return;
  }
  while (i < size_) i = emit_next(i);
}

}  // namespace hearsay::language
