#pragma once

#include <cstdint>

// The nonlinearities of the networks, made of additions, multiplications and one division, so that native and
// wasm give the same bits (libm's tanh and exp differ from one library to the next). Always inlined: see
// kernel_loops.hpp.
namespace hearsay::language {

// Activations as 16-bit integers: LSTM outputs lie in -1 .. 1, hidden layers are cut at what 32-bit sums
// allow.
inline constexpr float kStateScale = 4096;
inline constexpr float kHiddenScale = 256;
inline constexpr std::int32_t kHiddenLimit = 4095;
inline constexpr std::int32_t kShortLimit = 32767;

[[gnu::always_inline]] inline std::int16_t quantise(float x, float scale, std::int32_t limit) {
  constexpr float kShift = 65536;  // so that the conversion, which cuts towards zero, rounds to nearest
  const float scaled = x * scale;
  const float bound = static_cast<float>(limit);
  const float bounded = scaled < -bound ? -bound : scaled > bound ? bound : scaled;
  return static_cast<std::int16_t>(static_cast<std::int32_t>(bounded + (kShift + 0.5F)) -
                                   static_cast<std::int32_t>(kShift));
}

// Padé approximant of order [5/4], within 0.0005 of tanh; reaches 1 at about 3.646.
[[gnu::always_inline]] inline float tanh(float x) {
  const float limited = x < -3.646F ? -3.646F : x > 3.646F ? 3.646F : x;
  const float square = limited * limited;
  const float y =
      limited * (945.0F + square * (105.0F + square)) / (945.0F + square * (420.0F + square * 15.0F));
  return y < -1.0F ? -1.0F : y > 1.0F ? 1.0F : y;
}

[[gnu::always_inline]] inline float sigmoid(float x) {
  return 0.5F + 0.5F * tanh(0.5F * x);
}

}  // namespace hearsay::language
