#include "core/language/tag_review.hpp"

#include <doctest/doctest.h>

#include <cstring>
#include <string>
#include <vector>

using namespace hearsay::language;

namespace {

// A section with one weight, of 127 steps of 0.5, for `tag` where the first feature is `feature`.
std::string one_weight(std::uint32_t feature, std::size_t tag) {
  std::string section(8, '\0');
  section[0] = 1;
  const float scale = 0.5F;
  std::memcpy(section.data() + 4, &scale, sizeof scale);
  section.push_back(127);
  std::uint32_t key = review_key(feature, tag);
  for (; key > 127; key >>= 7) section.push_back(static_cast<char>(key | 128));
  section.push_back(static_cast<char>(key));
  return section;
}

std::vector<WordFeatures> features_of(const std::vector<std::string>& words) {
  std::vector<WordFeatures> result;
  for (const std::string& word : words) result.push_back(word_features(word, {}));
  return result;
}

}  // namespace

TEST_CASE("a weight speaks for its feature and its tag alone") {
  const auto words = features_of({"it", "bars", "routers"});
  const std::vector<std::uint8_t> tags = {1, 2, 3};
  const ReviewFeatures seen = review_features(words.data(), tags.data(), words.size(), 1);
  const ReviewFeatures other = review_features(words.data(), tags.data(), words.size(), 2);
  LinearReview review;
  REQUIRE(review.load(one_weight(seen[0], 5)));
  CHECK(review.score(seen, 5) == 63.5F);
  CHECK(review.score(seen, 4) == 0);
  CHECK(review.score(other, 5) == 0);
}

TEST_CASE("what stands beside a word is part of what is known of it, what lies beyond the sentence is not") {
  const auto words = features_of({"it", "bars", "routers"});
  const auto capitals = features_of({"It", "bars", "Routers"});
  const std::vector<std::uint8_t> tags = {1, 2, 3};
  const auto of = [&](const auto& list, std::size_t count) {
    return review_features(list.data(), tags.data(), count, 1);
  };
  CHECK(of(words, 3) == of(words, 3));
  CHECK(of(words, 3) != of(capitals, 3));
  CHECK(of(words, 3) != of(words, 2));
  CHECK(of(words, 3)[0] == of(capitals, 2)[0]);  // the word itself
}

TEST_CASE("a review without a section says nothing, a damaged one is refused") {
  const auto words = features_of({"bars"});
  const std::uint8_t tag = 0;
  const ReviewFeatures seen = review_features(words.data(), &tag, 1, 0);
  LinearReview review;
  CHECK(review.load(""));
  CHECK(review.score(seen, 5) == 0);
  const std::string whole = one_weight(seen[0], 5);
  for (std::size_t size = 1; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(LinearReview().load(whole.substr(0, size)));
  }
  CHECK_FALSE(LinearReview().load(std::string(8, '\xFF')));
}
