#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/language/tokenizer.hpp"

// Linear models over hashed features, shared by the program (8-bit weights) and its trainer (floats):
// sentence ends, tags, and the transitions of an arc-hybrid parser.
namespace hearsay::language {

using Feature = std::uint32_t;

inline Feature mix(Feature a, Feature b) {
  std::uint32_t h = a * 0x9E3779B1u ^ (b + 0x85EBCA6Bu + (a << 6) + (a >> 2));
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  h ^= h >> 13;
  return h;
}

Feature hash(std::string_view bytes, Feature seed = 0x811C9DC5u);

// What the models see of a word.
struct WordFeatures {
  Feature form = 0;   // as written
  Feature lower = 0;  // in lower case, digits as 0
  std::array<Feature, 4> suffix{};
  std::array<Feature, 3> prefix{};
  Feature shape = 0;  // "Xxx", "d.d"
  bool upper_initial = false;
  bool space_after = true;
};

WordFeatures word_features(std::string_view form);

// Adds up rows of a weight table: the row of a feature begins at its hash, and rows overlap.
template <class Weight, class Sum>
struct HashedTable {
  const Weight* weights = nullptr;
  std::uint32_t mask = 0;
  std::uint32_t classes = 0;

  // A weight of 8 bits stands for its signed square: common features have weights a hundred times those of
  // rare ones, and both must keep their first two digits.
  static Sum value(Weight weight) {
    if constexpr (sizeof(Weight) == 1) return static_cast<Sum>(weight * (weight < 0 ? -weight : weight));
    return static_cast<Sum>(weight);
  }

  void score(const std::vector<Feature>& features, Sum* sums) const {
    for (std::uint32_t c = 0; c < classes; ++c) sums[c] = 0;
    for (const Feature feature : features) {
      const Weight* row = weights + (feature & mask);
      for (std::uint32_t c = 0; c < classes; ++c) sums[c] += value(row[c]);
    }
  }
};

// ---- sentence ends
void boundary_features(const std::vector<WordFeatures>& words, std::size_t i, std::size_t since,
                       std::vector<Feature>& out);

// ---- tags
void tag_features(const WordFeatures* words, std::size_t count, std::size_t i, std::uint32_t previous,
                  std::uint32_t before_previous, std::vector<Feature>& out);

// ---- arc-hybrid transitions: 0 shift, 1 + rel left, 1 + kRelations + rel right
inline constexpr std::uint32_t kRelations = static_cast<std::uint32_t>(Deprel::xcomp) + 1;
inline constexpr std::uint32_t kTransitions = 1 + 2 * kRelations;

struct ParseState {
  std::vector<int> stack;
  int buffer = 0;  // first word of the buffer; count: only the root is left
  int count = 0;
  std::vector<int> heads;  // -1: none yet, count: the root
  std::vector<std::uint8_t> rels;
  std::vector<int> leftmost, rightmost, left_children, right_children;

  explicit ParseState(int words);
  [[nodiscard]] bool done() const { return buffer == count && stack.empty(); }
  [[nodiscard]] bool can_shift() const { return buffer < count; }
  [[nodiscard]] bool can_left() const { return !stack.empty() && (buffer < count || stack.size() == 1); }
  [[nodiscard]] bool can_right() const { return stack.size() > 1; }
  void shift();
  void left(std::uint32_t rel);
  void right(std::uint32_t rel);
};

void parse_features(const ParseState& state, const WordFeatures* words, const std::uint32_t* tags,
                    std::vector<Feature>& out);

}  // namespace hearsay::language
