#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "core/actors/name_tagger.hpp"
#include "core/training/names/encoder.hpp"

namespace hearsay::training {

// A sentence to learn from.
struct NameExample {
  std::vector<actors::FeatureList> features;
  std::vector<std::int16_t> states;  // of the language network, [tokens][StateReader::kWidth]
  std::vector<LabelSet> allowed;     // per token
  std::vector<std::string> words;
};

// The conditional random field of the name tagger: weights of hashed features, learnt by AdaGrad, and an
// encoder of the language network's states, learnt by Adam, whose scores are added up.
class NameTrainer {
 public:
  NameTrainer(bool with_encoder, std::uint32_t seed);

  // Once over the examples, in an order drawn at random; `round` counts from 0 to `rounds`.
  void learn(const std::vector<NameExample>& examples, int round, int rounds);
  // From here on the averages of the weights on their way are the weights.
  void take_average();
  [[nodiscard]] std::vector<actors::NameLabel> label(const NameExample& example);
  // The `count` features that weigh most, in rising order.
  [[nodiscard]] std::vector<std::uint32_t> heaviest(std::size_t count) const;
  // The model file of actors::NameTagger. `boldness` is taken from the score of "outside": likelihood
  // training leaves out more than the F1 wants.
  [[nodiscard]] std::string packed(const std::vector<std::uint32_t>& features, float boldness) const;
  float boldness = 0;  // of label()

 private:
  void update(const NameExample& example);
  void step(float& weight, float& square, float gradient);
  void add_to_average();
  [[nodiscard]] std::vector<LabelRow> hashed_scores(const std::vector<actors::FeatureList>& features) const;

  std::vector<float> weights_, squares_, sum_;
  Transitions transitions_{}, transition_squares_{}, transition_sum_{};
  std::size_t averaged_ = 0;
  std::unique_ptr<Encoder> encoder_;
  Schedule schedule_;
  std::mt19937 random_;
};

}  // namespace hearsay::training
