#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/language/network_layout.hpp"
#include "core/language/word_kinds.hpp"

namespace hearsay::language {

inline std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint32_t h = a * 0x9E3779B1u ^ (b + 0x85EBCA6Bu + (a << 6) + (a >> 2));
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  h ^= h >> 13;
  return h;
}

std::uint32_t hash(std::string_view bytes, std::uint32_t seed = 0x811C9DC5u);

// What the models see of a word: hashes, which the model's vocabularies turn into rows of embeddings.
struct WordFeatures {
  std::uint32_t form = 0;                 // as written
  std::uint32_t lower = 0;                // in lower case, digits as 0
  std::array<std::uint32_t, 4> suffix{};  // of 1 to 4 characters
  std::array<std::uint32_t, 3> prefix{};
  std::uint32_t shape = 0;  // "Xxx", "d.d"
  std::uint8_t kinds = 0;   // what a dictionary says it can be: WordKinds
  std::uint8_t senses = 0;  // and what its noun mostly is; no model sees it
  bool upper_initial = false;
  bool space_after = true;
};

WordFeatures word_features(std::string_view form, const WordKinds& dictionary);

// The keys of a word in the vocabularies of the network.
std::array<std::uint32_t, kVocabularies> vocabulary_keys(const WordFeatures& word, bool space_before);

}  // namespace hearsay::language
