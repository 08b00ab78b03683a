#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/training/layers.hpp"
#include "core/training/names/crf.hpp"
#include "core/training/names/model_writer.hpp"

// What the name tagger draws from the states of the language network: a bidirectional LSTM over the sentence,
// whose outputs score the labels. See actors/name_network.hpp for the same at work.
namespace hearsay::training {

class Encoder {
 public:
  explicit Encoder(std::uint32_t seed);

  // learning: elements of states and outputs are left out at random, and what backward() needs is kept;
  // copying: that is kept, and nothing left out.
  enum class Mode { at_work, learning, copying };
  // Scores of the labels of several sentences, one behind the other. `states` of each: [words][kWidth].
  struct Words {
    const std::int16_t* states;
    std::size_t count;
  };
  void forward(const std::vector<Words>& sentences, Mode mode, std::vector<LabelRow>& scores);
  // Adds to the gradients, for the sentences of the last forward().
  void backward(const std::vector<LabelRow>& gradient);
  void update(const Schedule& schedule, float gradient_scale);
  void track(float decay);
  // From here on the running averages are the weights.
  void take_average();
  // The section of an actors::NameNetwork.
  void write(ModelWriter& out) const;

 private:
  std::vector<Parameter*> parameters();

  Random random_;
  std::array<Lstm, 2> lstm_;  // forwards, backwards
  Linear out_;
  Matrix x_, hidden_, mask_;
  std::array<Lstm::Memory, 2> memory_;
  std::vector<Segment> segments_;
};

}  // namespace hearsay::training
