#pragma once

#include <cstdint>
#include <string_view>

// Just as much of Unicode as tokens and word shapes need.
namespace hearsay::language {

struct CodePoint {
  char32_t value;
  std::uint32_t size;  // bytes
};

// Precondition: text is valid UTF-8 and at < text.size().
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0x80);
  };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1Fu) << 6) | (byte(at + 1) & 0x3Fu), 2};
  if (lead < 0xF0) {
    return {((lead & 0x0Fu) << 12) | ((byte(at + 1) & 0x3Fu) << 6) | (byte(at + 2) & 0x3Fu), 3};
  }
  return {((lead & 0x07u) << 18) | ((byte(at + 1) & 0x3Fu) << 12) | ((byte(at + 2) & 0x3Fu) << 6) |
              (byte(at + 3) & 0x3Fu),
          4};
}

enum class CharacterClass : std::uint8_t { space, lower, upper, digit, mark, punctuation, symbol };

CharacterClass character_class(char32_t c);

// Simple lower case of ASCII, Latin, Greek and Cyrillic letters; other code points as they are.
char32_t lower_case(char32_t c);

inline bool is_space(char32_t c) {
  return character_class(c) == CharacterClass::space;
}
inline bool is_letter(char32_t c) {
  const auto kind = character_class(c);
  return kind == CharacterClass::lower || kind == CharacterClass::upper || kind == CharacterClass::mark;
}
inline bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
inline bool is_alphanumeric(char32_t c) {
  return is_digit(c) || is_letter(c);
}
inline bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == '`' || c == 0x2BC || c == 0xB4;
}

}  // namespace hearsay::language
