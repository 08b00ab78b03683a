#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/language/tag_review.hpp"
#include "core/training/network.hpp"

// Learns the second look at the tags (core/language/tag_review.hpp) on top of a network that stays as it is.
namespace hearsay::training {

class TagReview {
 public:
  TagReview(std::size_t tags, std::uint32_t seed);

  // Features that are not counted twice or more before learning begins are left out.
  void count(Network& network, const Example& example);
  void learn(Network& network, const Example& example, const Dropout& dropout, float rate, Losses& losses);
  void judge(Network& network, const Example& example, Losses& losses) const;
  // Keeps the `most` largest weights of the linear model; from then on it learns no others.
  void prune(std::size_t most);
  // The sections of the model file.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> sections() const;

 private:
  struct Weight {
    std::uint32_t key = 0;  // feature and tag
    float value = 0;
    float squares = 0;  // of the gradients
    bool used = false;
  };

  std::vector<std::uint8_t> first_look(const Linear& layer, Network::Reading& reading) const;
  std::vector<std::uint32_t> known_features(const Example& example, const std::vector<std::uint8_t>& best,
                                            Segment sentence, std::size_t word) const;
  Weight* weight(std::uint32_t feature, std::size_t tag);
  float value(const std::vector<std::uint32_t>& features, std::size_t tag) const;
  void learn_word(const std::vector<std::uint32_t>& known, std::size_t right, float rate, float* row,
                  Losses& losses);

  std::size_t tags_;
  Random random_;
  Linear layer_;  // of the second layer's states
  Schedule schedule_;
  std::vector<std::uint8_t> counts_;
  std::vector<Weight> weights_;
  bool pruned_ = false;
};

}  // namespace hearsay::training
