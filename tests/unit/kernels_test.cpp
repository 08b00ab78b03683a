#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "core/language/kernels.hpp"

using namespace hearsay::language;

namespace {

// Numbers without a pattern, the same in every run.
class Numbers {
 public:
  // Between -limit and limit.
  std::int32_t next(std::int32_t limit) {
    state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<std::int32_t>(state_ >> 33) % (limit + 1) * ((state_ & 0x10000) != 0 ? 1 : -1);
  }
  template <class Number>
  std::vector<Number> list(std::size_t count, std::int32_t limit, float scale = 1) {
    std::vector<Number> numbers(count);
    for (auto& number : numbers) number = static_cast<Number>(static_cast<float>(next(limit)) * scale);
    return numbers;
  }

 private:
  std::uint64_t state_ = 20171129;
};

template <class Weight>
std::vector<std::int32_t> products(const std::vector<std::int16_t>& x, std::size_t rows, std::size_t inputs,
                                   const std::vector<Weight>& weights, std::size_t outputs) {
  std::vector<std::int32_t> sums(rows * outputs);
  for (std::size_t t = 0; t < rows; ++t) {
    for (std::size_t o = 0; o < outputs; ++o) {
      for (std::size_t i = 0; i < inputs; ++i)
        sums[t * outputs + o] += x[t * inputs + i] * weights[o * inputs + i];
    }
  }
  return sums;
}

}  // namespace

TEST_CASE("Products of integers are exact on every path") {
  Numbers numbers;
  for (const std::size_t inputs : {2u, 80u, 176u}) {
    for (const std::size_t outputs : {16u, 112u, 320u}) {
      for (const std::size_t rows : {1u, 3u, 4u, 7u}) {
        const auto x = numbers.list<std::int16_t>(rows * inputs, 4095);
        const auto narrow = numbers.list<std::int8_t>(outputs * inputs, 127);
        const auto wide = numbers.list<std::int16_t>(outputs * inputs, 2047);
        const auto packed = pack(narrow.data(), outputs, inputs);
        const auto packed_wide = pack(wide.data(), outputs, inputs);
        for (const Kernels* path : {&portable_kernels(), &kernels()}) {
          std::vector<std::int32_t> sums(rows * outputs);
          path->multiply(x.data(), rows, inputs, packed.data(), outputs, sums.data());
          CHECK(sums == products(x, rows, inputs, narrow, outputs));
          path->multiply_wide(x.data(), rows, inputs, packed_wide.data(), outputs, sums.data());
          CHECK(sums == products(x, rows, inputs, wide, outputs));
        }
      }
    }
  }
}

TEST_CASE("Every path gives the same bits of an LSTM and of scaled sums") {
  constexpr std::size_t kUnits = 80;
  constexpr std::size_t kSteps = 20;
  Numbers numbers;
  const auto scales = numbers.list<float>(4 * kUnits, 1000, 1e-6F);
  const auto bias = numbers.list<float>(4 * kUnits, 1000, 1e-3F);
  std::vector<float> cell[2] = {std::vector<float>(kUnits), std::vector<float>(kUnits)};
  std::vector<std::int16_t> state[2] = {std::vector<std::int16_t>(kUnits), std::vector<std::int16_t>(kUnits)};
  for (std::size_t step = 0; step < kSteps; ++step) {
    const auto inputs = numbers.list<std::int32_t>(4 * kUnits, 1'000'000);
    const auto sums = numbers.list<std::int32_t>(4 * kUnits, 1'000'000);
    std::vector<float> gates[2] = {std::vector<float>(4 * kUnits), std::vector<float>(4 * kUnits)};
    const Kernels* const paths[2] = {&portable_kernels(), &kernels()};
    for (std::size_t path = 0; path < 2; ++path) {
      paths[path]->scale(inputs.data(), 1, 4 * kUnits, scales.data(), bias.data(), gates[path].data());
      paths[path]->lstm_step(gates[path].data(), sums.data(), scales.data(), kUnits, cell[path].data(),
                             state[path].data());
    }
    REQUIRE(gates[0] == gates[1]);
    REQUIRE(cell[0] == cell[1]);
    REQUIRE(state[0] == state[1]);
  }
}
