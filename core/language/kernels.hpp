#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

// The loops in which the network spends its time, for the processor at hand. Integers are summed exactly and
// floats in a fixed order, so that every processor gives the same bits.
namespace hearsay::language {

// Weights lie in panels of 16 outputs, [outputs / 16][inputs / 2][16][2]: the two that meet a pair of inputs
// side by side, as a processor multiplies them. `outputs` is a multiple of 16, `inputs` is even.
inline constexpr std::size_t kPanel = 16;

[[nodiscard]] constexpr std::size_t packed_at(std::size_t output, std::size_t input, std::size_t inputs) {
  return output / kPanel * kPanel * inputs + input / 2 * kPanel * 2 + output % kPanel * 2 + input % 2;
}

// Weights given as [outputs][inputs].
template <class Weight>
[[nodiscard]] std::vector<Weight> pack(const Weight* rows, std::size_t outputs, std::size_t inputs) {
  std::vector<Weight> packed(outputs * inputs);
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t i = 0; i < inputs; ++i) packed[packed_at(o, i, inputs)] = rows[o * inputs + i];
  }
  return packed;
}

struct Kernels {
  // sums[t][o] = sum over i of x[t][i] * weight of input i for output o.
  void (*multiply)(const std::int16_t* x, std::size_t rows, std::size_t inputs, const std::int8_t* packed,
                   std::size_t outputs, std::int32_t* sums);
  void (*multiply_wide)(const std::int16_t* x, std::size_t rows, std::size_t inputs,
                        const std::int16_t* packed, std::size_t outputs, std::int32_t* sums);
  // out[t][o] = sums[t][o] * scales[o] + bias[o]; no bias where `bias` is null.
  void (*scale)(const std::int32_t* sums, std::size_t rows, std::size_t outputs, const float* scales,
                const float* bias, float* out);
  // One step of an LSTM. gates: what the inputs bring, [4 * hidden], in the order input, forget, output,
  // candidate; overwritten. sums: the recurrent products, to be scaled. cell and state go from step to step.
  void (*lstm_step)(float* gates, const std::int32_t* sums, const float* scales, std::size_t hidden,
                    float* cell, std::int16_t* state);
};

// The fastest that this processor can run. Of static lifetime.
[[nodiscard]] const Kernels& kernels();
// What every processor can run.
[[nodiscard]] const Kernels& portable_kernels();

}  // namespace hearsay::language
