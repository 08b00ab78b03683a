#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "core/language/activation.hpp"
#include "core/language/kernels.hpp"

// The bodies of the kernels, compiled once for each kind of processor. Everything here has internal linkage
// or is always inlined: nothing compiled for a newer processor may be linked into the path of an older one.
#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace hearsay::language {
namespace {

// Sums: a vector of 32-bit sums, kLanes of them. Pairs: as many pairs of 16-bit integers.
#if defined(__AVX2__)

constexpr std::size_t kLanes = 8;
using Sums = __m256i;
using Pairs = __m256i;

inline Sums no_sums() {
  return _mm256_setzero_si256();
}
inline Sums add_products(Sums sums, Pairs a, Pairs b) {
  return _mm256_add_epi32(sums, _mm256_madd_epi16(a, b));
}
inline Pairs repeat_pair(const std::int16_t* pair) {
  std::int32_t both;
  std::memcpy(&both, pair, sizeof both);
  return _mm256_set1_epi32(both);
}
inline Pairs load_pairs(const std::int16_t* weights) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights));
}
inline Pairs load_pairs(const std::int8_t* weights) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(weights)));
}
inline void store(Sums sums, std::int32_t* out) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), sums);
}

#elif defined(__SSE2__)

constexpr std::size_t kLanes = 4;
using Sums = __m128i;
using Pairs = __m128i;

inline Sums no_sums() {
  return _mm_setzero_si128();
}
inline Sums add_products(Sums sums, Pairs a, Pairs b) {
  return _mm_add_epi32(sums, _mm_madd_epi16(a, b));
}
inline Pairs repeat_pair(const std::int16_t* pair) {
  std::int32_t both;
  std::memcpy(&both, pair, sizeof both);
  return _mm_set1_epi32(both);
}
inline Pairs load_pairs(const std::int16_t* weights) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights));
}
inline Pairs load_pairs(const std::int8_t* weights) {
  const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(weights));
  return _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
}
inline void store(Sums sums, std::int32_t* out) {
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), sums);
}

#elif defined(__wasm_simd128__)

constexpr std::size_t kLanes = 4;
using Sums = v128_t;
using Pairs = v128_t;

inline Sums no_sums() {
  return wasm_i32x4_splat(0);
}
inline Sums add_products(Sums sums, Pairs a, Pairs b) {
  return wasm_i32x4_add(sums, wasm_i32x4_dot_i16x8(a, b));
}
inline Pairs repeat_pair(const std::int16_t* pair) {
  return wasm_v128_load32_splat(pair);
}
inline Pairs load_pairs(const std::int16_t* weights) {
  return wasm_v128_load(weights);
}
inline Pairs load_pairs(const std::int8_t* weights) {
  return wasm_i16x8_load8x8(weights);
}
inline void store(Sums sums, std::int32_t* out) {
  wasm_v128_store(out, sums);
}

#else

constexpr std::size_t kLanes = 1;
using Sums = std::int32_t;
struct Pairs {
  std::int32_t first;
  std::int32_t second;
};

inline Sums no_sums() {
  return 0;
}
inline Sums add_products(Sums sums, Pairs a, Pairs b) {
  return sums + a.first * b.first + a.second * b.second;
}
template <class Weight>
Pairs load_pairs(const Weight* weights) {
  return {weights[0], weights[1]};
}
inline Pairs repeat_pair(const std::int16_t* pair) {
  return load_pairs(pair);
}
inline void store(Sums sums, std::int32_t* out) {
  *out = sums;
}

#endif

// As many sums as the registers hold: of several rows of inputs where there are several, otherwise of several
// panels.
constexpr std::size_t kVectors = kPanel / kLanes;  // of a panel
constexpr std::size_t kTileRows = kLanes == 8 ? 4 : kLanes == 4 ? 2 : 1;
constexpr std::size_t kTilePanels = kLanes == 8 ? 4 : kLanes == 4 ? 2 : 1;

template <std::size_t Rows, std::size_t Panels, class Weight>
inline void multiply_tile(const std::int16_t* x, std::size_t inputs, const Weight* packed,
                          std::size_t outputs, std::int32_t* out) {
  Sums sums[Rows][Panels * kVectors];
  for (auto& row : sums) {
    for (auto& sum : row) sum = no_sums();
  }
  for (std::size_t i = 0; i < inputs; i += 2) {
    Pairs weights[Panels * kVectors];
    for (std::size_t v = 0; v < Panels * kVectors; ++v) {
      weights[v] = load_pairs(packed + (v / kVectors * inputs + i) * kPanel + v % kVectors * kLanes * 2);
    }
    for (std::size_t r = 0; r < Rows; ++r) {
      const Pairs pair = repeat_pair(x + r * inputs + i);
      for (std::size_t v = 0; v < Panels * kVectors; ++v)
        sums[r][v] = add_products(sums[r][v], pair, weights[v]);
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t v = 0; v < Panels * kVectors; ++v) store(sums[r][v], out + r * outputs + v * kLanes);
  }
}

template <class Weight>
void multiply_packed(const std::int16_t* x, std::size_t rows, std::size_t inputs, const Weight* packed,
                     std::size_t outputs, std::int32_t* out) {
  std::size_t t = 0;
  for (; t + kTileRows <= rows; t += kTileRows) {
    for (std::size_t o = 0; o < outputs; o += kPanel) {
      multiply_tile<kTileRows, 1>(x + t * inputs, inputs, packed + o * inputs, outputs,
                                  out + t * outputs + o);
    }
  }
  for (; t < rows; ++t) {
    std::size_t o = 0;
    for (; o + kTilePanels * kPanel <= outputs; o += kTilePanels * kPanel) {
      multiply_tile<1, kTilePanels>(x + t * inputs, inputs, packed + o * inputs, outputs,
                                    out + t * outputs + o);
    }
    for (; o < outputs; o += kPanel) {
      multiply_tile<1, 1>(x + t * inputs, inputs, packed + o * inputs, outputs, out + t * outputs + o);
    }
  }
}

void scale(const std::int32_t* sums, std::size_t rows, std::size_t outputs, const float* scales,
           const float* bias, float* out) {
  for (std::size_t t = 0; t < rows; ++t) {
    const std::int32_t* sum = sums + t * outputs;
    float* y = out + t * outputs;
    for (std::size_t o = 0; o < outputs; ++o) y[o] = static_cast<float>(sum[o]) * scales[o];
    if (bias == nullptr) continue;
    for (std::size_t o = 0; o < outputs; ++o) y[o] += bias[o];
  }
}

void lstm_step(float* gates, const std::int32_t* sums, const float* scales, std::size_t hidden, float* cell,
               std::int16_t* state) {
  for (std::size_t i = 0; i < 4 * hidden; ++i) gates[i] += static_cast<float>(sums[i]) * scales[i];
  for (std::size_t i = 0; i < 3 * hidden; ++i) gates[i] = sigmoid(gates[i]);
  for (std::size_t i = 3 * hidden; i < 4 * hidden; ++i) gates[i] = tanh(gates[i]);
  for (std::size_t i = 0; i < hidden; ++i) {
    cell[i] = gates[hidden + i] * cell[i] + gates[i] * gates[3 * hidden + i];
    state[i] = quantise(gates[2 * hidden + i] * tanh(cell[i]), kStateScale, kShortLimit);
  }
}

}  // namespace
}  // namespace hearsay::language
