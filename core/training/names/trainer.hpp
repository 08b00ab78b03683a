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

// The conditional random field of the name tagger: weights of features, learnt by AdaGrad, and an encoder of
// the language network's states, learnt by Adam, whose scores are added up. Features are numbers below `rows`
// (with kOfTags).
class NameTrainer {
 public:
  NameTrainer(std::size_t rows, bool with_encoder, std::uint32_t seed);

  // Once over the examples, in an order drawn at random; `round` counts from 0 to `rounds`.
  void learn(const std::vector<NameExample>& examples, int round, int rounds);
  // From here on the averages of the weights on their way are the weights.
  void take_average();
  // From here on this trainer scores as its members do in the mean. Their features' weights are averaged,
  // which is exact; the encoder learns the mean of what their encoders say of the examples. Features as in
  // learn().
  void learn_mean(std::vector<NameTrainer>& members, const std::vector<NameExample>& examples);
  [[nodiscard]] std::vector<LabelRow> scores(const NameExample& example);
  [[nodiscard]] const Transitions& transitions() const { return transitions_; }
  // The `count` features that weigh most, in rising order.
  [[nodiscard]] std::vector<std::uint32_t> heaviest(std::size_t count) const;
  // The model file of actors::NameTagger; `features` are the names of the rows. `boldness` is taken from the
  // score of "outside": likelihood training leaves out more than the F1 wants.
  [[nodiscard]] std::string packed(const std::vector<std::uint32_t>& features, float boldness) const;

 private:
  // What is left out of a sentence this time.
  struct Fate {
    bool features = false, encoder = false, tags = false;
  };
  [[nodiscard]] Fate draw();
  // `told`: what the encoder says of the sentence; becomes what it is told.
  void update(const NameExample& example, const Fate& left_out, LabelRow* told);
  void step(float& weight, float& square, float gradient);
  void add_to_average();
  void update_encoder(float passed);
  // Sentences, and what the encoder shall say of them.
  struct Batch {
    std::vector<Encoder::Words> words;
    std::vector<LabelRow> wanted;
  };
  void copy(const std::vector<Batch>& batches, int round);
  [[nodiscard]] std::vector<LabelRow> feature_scores(const std::vector<actors::FeatureList>& features) const;

  std::size_t rows_;
  std::vector<float> weights_, squares_, sum_;
  Transitions transitions_{}, transition_squares_{}, transition_sum_{};
  std::size_t averaged_ = 0;
  std::unique_ptr<Encoder> encoder_;
  Schedule schedule_;
  std::mt19937 random_;
};

}  // namespace hearsay::training
