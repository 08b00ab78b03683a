#include "core/language/word_features.hpp"

#include <array>
#include <string>

#include "core/language/characters.hpp"

namespace hearsay::language {

std::uint32_t hash(std::string_view bytes, std::uint32_t seed) {
  std::uint32_t h = seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return mix(h, 7);
}

WordFeatures word_features(std::string_view form, const WordKinds& dictionary) {
  WordFeatures word;
  std::array<char32_t, 64> lower{};
  std::size_t size = 0;
  std::string shape;
  std::uint32_t lower_hash = 17;
  for (std::size_t i = 0; i < form.size() && size < lower.size();) {
    const CodePoint c = code_point_at(form, i);
    i += c.size;
    char32_t low = lower_case(c.value);
    if (is_digit(low)) low = '0';
    if (low == 0x2019) low = '\'';
    lower[size++] = low;
    lower_hash = mix(lower_hash, low);
    char kind = 'o';
    switch (character_class(c.value)) {
      case CharacterClass::lower:
      case CharacterClass::mark:
      case CharacterClass::space:
        kind = 'x';
        break;
      case CharacterClass::upper:
        kind = 'X';
        break;
      case CharacterClass::digit:
        kind = 'd';
        break;
      case CharacterClass::punctuation:
      case CharacterClass::symbol:
        kind = c.value < 0x80 ? static_cast<char>(c.value) : 'o';
        break;
    }
    const std::size_t n = shape.size();
    if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) shape.push_back(kind);
    if (size == 1) word.upper_initial = kind == 'X';
  }
  const std::uint8_t known = dictionary.find(form);
  word.kinds = known & WordKinds::kKinds;
  word.senses = known & static_cast<std::uint8_t>(~WordKinds::kKinds);
  word.form = hash(form, 3);
  word.lower = lower_hash;
  word.shape = hash(shape, 5);
  std::uint32_t h = 23;
  for (std::size_t k = 0; k < 4; ++k) {
    if (k < size) h = mix(h, lower[size - 1 - k]);
    word.suffix[k] = h;
  }
  h = 29;
  for (std::size_t k = 0; k < 3; ++k) {
    if (k < size) h = mix(h, lower[k]);
    word.prefix[k] = h;
  }
  return word;
}

std::array<std::uint32_t, kVocabularies> vocabulary_keys(const WordFeatures& word, bool space_before) {
  return {word.lower,
          word.suffix[1],
          word.suffix[2],
          word.suffix[3],
          word.prefix[1],
          word.prefix[2],
          mix(word.shape, space_before ? 1 : 0),
          mix(word.kinds, word.upper_initial ? 1 : 0)};
}

}  // namespace hearsay::language
