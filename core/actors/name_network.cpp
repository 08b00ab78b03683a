#include "core/actors/name_network.hpp"

#include <algorithm>

namespace hearsay::actors {
namespace {

constexpr std::size_t kWidth = language::StateReader::kWidth;
constexpr std::size_t kGates = 4 * kNameHidden;

}  // namespace

bool NameNetwork::read(language::ModelReader& in, std::size_t inputs, std::size_t outputs, bool biased,
                       Layer& layer) {
  constexpr float kStateUnit = 1.0F / 4096;
  for (std::size_t o = 0; o < outputs; ++o) layer.scales.push_back(in.real() * kStateUnit);
  const std::string_view bytes = in.bytes(inputs * outputs);
  if (!in.ok()) return false;
  layer.weights = language::pack(reinterpret_cast<const std::int8_t*>(bytes.data()), outputs, inputs);
  for (std::size_t o = 0; biased && o < outputs; ++o) layer.bias.push_back(in.real());
  return in.ok();
}

bool NameNetwork::load(std::string_view section) {
  language::ModelReader in(section);
  const bool fits = in.number() == kWidth;
  if (in.number() != kNameHidden) return false;
  if (!fits) return in.ok();  // made for another language model: it has nothing to say
  for (std::size_t d = 0; d < 2; ++d) {
    if (!read(in, kWidth, kGates, true, in_[d]) || !read(in, kNameHidden, kGates, false, recurrent_[d]))
      return false;
  }
  return read(in, 2 * kNameHidden, kNameNetworkOutputs, true, out_);
}

void NameNetwork::score(const std::int16_t* states, std::size_t count, std::vector<float>& scores) const {
  std::vector<std::int32_t> sums(count * kGates);
  std::vector<float> gates(count * kGates);
  std::vector<std::int16_t> hidden(count * 2 * kNameHidden);
  std::array<std::int32_t, kGates> step_sums{};
  for (std::size_t d = 0; d < 2; ++d) {
    kernels_->multiply(states, count, kWidth, in_[d].weights.data(), kGates, sums.data());
    kernels_->scale(sums.data(), count, kGates, in_[d].scales.data(), in_[d].bias.data(), gates.data());
    std::array<float, kNameHidden> cell{};
    std::array<std::int16_t, kNameHidden> state{};
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t t = d == 1 ? count - 1 - k : k;
      kernels_->multiply(state.data(), 1, kNameHidden, recurrent_[d].weights.data(), kGates,
                         step_sums.data());
      kernels_->lstm_step(gates.data() + t * kGates, step_sums.data(), recurrent_[d].scales.data(),
                          kNameHidden, cell.data(), state.data());
      std::copy(state.begin(), state.end(), hidden.data() + (2 * t + d) * kNameHidden);
    }
  }
  sums.resize(count * kNameNetworkOutputs);
  scores.resize(count * kNameNetworkOutputs);
  kernels_->multiply(hidden.data(), count, 2 * kNameHidden, out_.weights.data(), kNameNetworkOutputs,
                     sums.data());
  kernels_->scale(sums.data(), count, kNameNetworkOutputs, out_.scales.data(), out_.bias.data(),
                  scores.data());
}

}  // namespace hearsay::actors
