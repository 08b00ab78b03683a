#include "core/language/characters.hpp"

namespace hearsay::language {
namespace {

bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

CharacterClass ascii_class(char32_t c) {
  if (c <= ' ' || c == 0x7F) return CharacterClass::space;
  if (between(c, 'a', 'z')) return CharacterClass::lower;
  if (between(c, 'A', 'Z')) return CharacterClass::upper;
  if (between(c, '0', '9')) return CharacterClass::digit;
  switch (c) {
    case '$':
    case '+':
    case '<':
    case '=':
    case '>':
    case '^':
    case '`':
    case '|':
    case '~':
      return CharacterClass::symbol;
    default:
      return CharacterClass::punctuation;
  }
}

// Whether the letter of a Latin, Greek or Cyrillic block is a capital.
bool upper_letter(char32_t c) {
  if (between(c, 0xC0, 0xDE)) return c != 0xD7;
  if (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) return c % 2 == 0;
  if (between(c, 0x139, 0x148)) return c % 2 == 1;
  if (c == 0x178 || c == 0x179 || c == 0x17B || c == 0x17D) return true;
  if (between(c, 0x1E00, 0x1EFF)) return c % 2 == 0;
  if (between(c, 0x386, 0x3AB)) return c != 0x387 && c != 0x390;
  return between(c, 0x400, 0x42F) || (between(c, 0x460, 0x4FF) && c % 2 == 0);
}

}  // namespace

CharacterClass character_class(char32_t c) {
  if (c < 0x80) return ascii_class(c);
  if (c == 0x85 || c == 0xA0 || c == 0x1680 || between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 ||
      c == 0x202F || c == 0x205F || c == 0x3000 || between(c, 0x80, 0x9F)) {
    return CharacterClass::space;
  }
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return CharacterClass::lower;
  if (between(c, 0xA1, 0xBF)) {
    const bool quote_or_mark =
        c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF;
    return quote_or_mark ? CharacterClass::punctuation : CharacterClass::symbol;
  }
  if (c == 0xD7 || c == 0xF7) return CharacterClass::symbol;
  if (between(c, 0x300, 0x36F) || between(c, 0x200B, 0x200F) || c == 0xFEFF || between(c, 0xFE00, 0xFE0F)) {
    return CharacterClass::mark;
  }
  if (c == 0xAD) return CharacterClass::mark;
  if (between(c, 0x2010, 0x2027) || between(c, 0x2030, 0x205E) || between(c, 0x3001, 0x3003) ||
      between(c, 0x3008, 0x3011) || between(c, 0xFF01, 0xFF0F)) {
    return CharacterClass::punctuation;
  }
  if (between(c, 0x20A0, 0x20CF) || between(c, 0x2100, 0x2BFF) || between(c, 0x1F000, 0x1FAFF) ||
      c == 0xFFFD) {
    return CharacterClass::symbol;
  }
  return upper_letter(c) ? CharacterClass::upper : CharacterClass::lower;
}

char32_t lower_case(char32_t c) {
  if (c < 0x80) return between(c, 'A', 'Z') ? c + 32 : c;
  if (!upper_letter(c)) return c;
  if (between(c, 0xC0, 0xDE)) return c + 32;
  if (c == 0x178) return 0xFF;
  if (between(c, 0x391, 0x3AB)) return c + 32;
  if (between(c, 0x386, 0x38F)) return c;
  if (between(c, 0x410, 0x42F)) return c + 32;
  if (between(c, 0x400, 0x40F)) return c + 80;
  return c + 1;
}

}  // namespace hearsay::language
