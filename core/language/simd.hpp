#pragma once

#include <cstddef>
#include <cstdint>

// Products of 16-bit integers, summed in 32 bits: exact, so that every path gives the same bits.
#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace hearsay::language {

inline constexpr std::size_t kLanes = 8;  // 16-bit integers in a vector

#if defined(__SSE2__)

struct Sum4 {
  __m128i v = _mm_setzero_si128();
  // Adds the products of eight pairs to four sums.
  void add(const std::int16_t* a, const std::int16_t* b) {
    v = _mm_add_epi32(v, _mm_madd_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a)),
                                        _mm_loadu_si128(reinterpret_cast<const __m128i*>(b))));
  }
};
// The total of each of four vectors of sums.
inline void totals(const Sum4& a, const Sum4& b, const Sum4& c, const Sum4& d, std::int32_t* out) {
  const __m128i ab = _mm_add_epi32(_mm_unpacklo_epi32(a.v, b.v), _mm_unpackhi_epi32(a.v, b.v));
  const __m128i cd = _mm_add_epi32(_mm_unpacklo_epi32(c.v, d.v), _mm_unpackhi_epi32(c.v, d.v));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out),
                   _mm_add_epi32(_mm_unpacklo_epi64(ab, cd), _mm_unpackhi_epi64(ab, cd)));
}

#elif defined(__wasm_simd128__)

struct Sum4 {
  v128_t v = wasm_i32x4_splat(0);
  void add(const std::int16_t* a, const std::int16_t* b) {
    v = wasm_i32x4_add(v, wasm_i32x4_dot_i16x8(wasm_v128_load(a), wasm_v128_load(b)));
  }
};
inline void totals(const Sum4& a, const Sum4& b, const Sum4& c, const Sum4& d, std::int32_t* out) {
  const v128_t ab =
      wasm_i32x4_add(wasm_i32x4_shuffle(a.v, b.v, 0, 4, 1, 5), wasm_i32x4_shuffle(a.v, b.v, 2, 6, 3, 7));
  const v128_t cd =
      wasm_i32x4_add(wasm_i32x4_shuffle(c.v, d.v, 0, 4, 1, 5), wasm_i32x4_shuffle(c.v, d.v, 2, 6, 3, 7));
  wasm_v128_store(
      out, wasm_i32x4_add(wasm_i32x4_shuffle(ab, cd, 0, 1, 4, 5), wasm_i32x4_shuffle(ab, cd, 2, 3, 6, 7)));
}

#else

struct Sum4 {
  std::int32_t v = 0;
  void add(const std::int16_t* a, const std::int16_t* b) {
    for (std::size_t i = 0; i < kLanes; ++i) v += a[i] * b[i];
  }
};
inline void totals(const Sum4& a, const Sum4& b, const Sum4& c, const Sum4& d, std::int32_t* out) {
  out[0] = a.v;
  out[1] = b.v;
  out[2] = c.v;
  out[3] = d.v;
}

#endif

// out[t][o] = sum over i of x[t][i] * weights[o][i]. `inputs` is a multiple of 8, `outputs` of 4.
void multiply(const std::int16_t* x, std::size_t rows, std::size_t inputs, const std::int16_t* weights,
              std::size_t outputs, std::int32_t* out);

}  // namespace hearsay::language
