#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language/kernels.hpp"
#include "core/language/language.hpp"
#include "core/language/model_file.hpp"

// What the name tagger draws from the language network's states: a bidirectional LSTM over the words of a
// sentence, whose outputs score the labels. 8-bit weights; the same states give the same scores everywhere.
namespace hearsay::actors {

inline constexpr std::size_t kNameHidden = 48;          // units in each direction
inline constexpr std::size_t kNameNetworkOutputs = 16;  // labels, then zeros

class NameNetwork {
 public:
  // Section: for each direction the weights of the states with bias and the recurrent weights without; then
  // the weights of the labels with bias. Each [out][in]: a scale (float) per output, the weights (int8), the
  // bias (float). False where it is damaged. Stays empty where it was made for states of another width.
  bool load(std::string_view section);
  [[nodiscard]] bool empty() const { return out_.weights.empty(); }
  // `scores`: [count][kNameNetworkOutputs].
  void score(const std::int16_t* states, std::size_t count, std::vector<float>& scores) const;

 private:
  struct Layer {
    std::vector<std::int8_t> weights;  // packed for the kernels
    std::vector<float> scales;         // per output, for inputs in units of 1/4096
    std::vector<float> bias;
  };
  static bool read(language::ModelReader& in, std::size_t inputs, std::size_t outputs, bool biased,
                   Layer& layer);

  const language::Kernels* kernels_ = &language::kernels();
  std::array<Layer, 2> in_, recurrent_;  // forwards, backwards
  Layer out_;
};

}  // namespace hearsay::actors
