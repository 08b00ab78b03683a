#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/characters.hpp"
#include "core/language/tokenizer.hpp"

namespace hearsay::language {

// A longer run of letters or digits is cut: nothing that long is a word, and lemmas have 16-bit sizes.
inline constexpr std::size_t kMaxTokenCharacters = 1000;

// Splits a chunk, a run of characters without white space, into words. The functions that end in `_end` say
// where what begins at character `i` ends, or `i` where no such thing begins there.
class Chunk {
 public:
  explicit Chunk(std::string_view text) : text_(text) {}

  // `next`: the first character of the chunk after this one, or 0.
  void run(Span chunk, char32_t next, std::vector<RawToken>& tokens);

 private:
  struct Character {
    char32_t value;
    std::uint32_t at;  // byte offset in the text
  };

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
  std::size_t placeholder_end(std::size_t i) const;
  std::size_t path_end(std::size_t i);
  std::size_t guid_end(std::size_t i) const;
  std::size_t hex_pairs_end(std::size_t i) const;
  std::size_t note_number_end(std::size_t i) const;
  std::size_t identifier_end(std::size_t i) const;
  std::size_t clock_end(std::size_t i) const;
  std::size_t number_end(std::size_t i) const;
  std::size_t emoticon_end(std::size_t i) const;
  std::size_t word_end(std::size_t i) const;
  std::size_t run_end(std::size_t i) const;
  bool is_host(std::size_t i) const;
  bool keeps_hyphen(std::size_t first, std::size_t hyphen) const;
  bool keeps_period(std::size_t first, std::size_t period) const;
  bool rest_is_closing(std::size_t i) const;
  bool is_rule() const;
  bool is_file_type(std::size_t period) const;
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
  std::size_t no_path_until_ = 0;  // nothing that begins before this character holds a backslash
};

// Punctuation that may close a quotation, a bracket or a sentence.
bool closes(char32_t c);
bool opens(char32_t c);
bool ends_sentence_or_clause(char32_t c);
// What no address and no path holds.
bool ends_address(char32_t c);

}  // namespace hearsay::language
