#pragma once

#include <cstdint>
#include <vector>

#include "core/language/word_features.hpp"

// A linear model over hashed features of the words around a gap, shared by the program (8-bit weights) and
// its trainer (floats): does a sentence end here?
namespace hearsay::language {

using Feature = std::uint32_t;

// Adds up rows of a weight table: the row of a feature begins at its hash, and rows overlap.
template <class Weight, class Sum>
struct HashedTable {
  const Weight* weights = nullptr;
  std::uint32_t mask = 0;
  std::uint32_t classes = 0;

  void score(const std::vector<Feature>& features, Sum* sums) const {
    for (std::uint32_t c = 0; c < classes; ++c) sums[c] = 0;
    for (const Feature feature : features) {
      const Weight* row = weights + (feature & mask);
      for (std::uint32_t c = 0; c < classes; ++c) sums[c] += row[c];
    }
  }
};

// Features of the gap after word `i`, `since` words after the last sentence end.
void boundary_features(const std::vector<WordFeatures>& words, std::size_t i, std::size_t since,
                       std::vector<Feature>& out);

}  // namespace hearsay::language
