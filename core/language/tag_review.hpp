#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language/word_features.hpp"

// A second look at the tags of a sentence, when the whole of it has been read: what the second layer of the
// network adds to their scores (network.cpp), and a linear model over the exact words around, which the
// network sees only through their embeddings. Neither changes a state of the network.
namespace hearsay::language {

inline constexpr std::size_t kReviewFeatures = 28;
using ReviewFeatures = std::array<std::uint32_t, kReviewFeatures>;

// The linear model speaks only of tags whose scores are this near to the best.
inline constexpr float kCloseTags = 6;

// What the linear model sees of word `i` of a sentence. `tags`: the best of each word by the network.
ReviewFeatures review_features(const WordFeatures* words, const std::uint8_t* tags, std::size_t count,
                               std::size_t i);

// A feature together with a tag, in so many bits that one in a thousand unknown ones is taken for a known
// one.
inline std::uint32_t review_key(std::uint32_t feature, std::size_t tag) {
  constexpr int kBits = 26;
  return mix(feature, static_cast<std::uint32_t>(tag)) >> (32 - kBits);
}

class LinearReview {
 public:
  // `section`: count, scale, weights, and how far each key lies from the one before, in groups of seven bits,
  // the lowest first, the last below 128. Empty: a model that knows nothing. False where it is damaged.
  bool load(std::string_view section);
  [[nodiscard]] float score(const ReviewFeatures& features, std::size_t tag) const;

 private:
  std::vector<std::uint32_t> keys_;   // open addressing
  std::vector<std::int8_t> weights_;  // 0: an empty slot
  std::uint32_t mask_ = 0;
  float scale_ = 0;
};

}  // namespace hearsay::language
