#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <vector>

// Dense matrices for the trainer: row-major floats, column counts multiples of 16.
namespace hearsay::training {

struct Matrix {
  std::size_t rows = 0;
  std::size_t cols = 0;
  std::vector<float> v;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), cols(c), v(r * c, 0.0F) {}
  // All zero, of another size; keeps the memory.
  void reset(std::size_t r, std::size_t c) {
    rows = r;
    cols = c;
    v.assign(r * c, 0.0F);
  }
  float* operator[](std::size_t r) { return v.data() + r * cols; }
  const float* operator[](std::size_t r) const { return v.data() + r * cols; }
};

typedef float Lane __attribute__((vector_size(64), aligned(4)));  // sixteen floats

// Adds a[T x K] * b[K x N] to c[T x N]. `step_t` and `step_k` are the strides of `a`, so that its transpose
// can be multiplied without a copy.
inline void multiply_add(const float* a, std::size_t step_t, std::size_t step_k, const float* b, float* c,
                         std::size_t t_count, std::size_t k_count, std::size_t n_count) {
  constexpr std::size_t kWidth = 16;
  const auto tile = [&]<int kRows, int kLanes>(std::size_t t, std::size_t n) {
    Lane sum[kRows][kLanes];
    for (int r = 0; r < kRows; ++r) {
      for (int l = 0; l < kLanes; ++l) {
        std::memcpy(
            &sum[r][l],
            c + (t + static_cast<std::size_t>(r)) * n_count + n + static_cast<std::size_t>(l) * kWidth, 64);
      }
    }
    for (std::size_t k = 0; k < k_count; ++k) {
      const float* row = b + k * n_count + n;
      Lane lane[kLanes];
      for (int l = 0; l < kLanes; ++l) std::memcpy(&lane[l], row + static_cast<std::size_t>(l) * kWidth, 64);
      for (int r = 0; r < kRows; ++r) {
        const float x = a[(t + static_cast<std::size_t>(r)) * step_t + k * step_k];
        for (int l = 0; l < kLanes; ++l) sum[r][l] += x * lane[l];
      }
    }
    for (int r = 0; r < kRows; ++r) {
      for (int l = 0; l < kLanes; ++l) {
        std::memcpy(
            c + (t + static_cast<std::size_t>(r)) * n_count + n + static_cast<std::size_t>(l) * kWidth,
            &sum[r][l], 64);
      }
    }
  };
  std::size_t t = 0;
  for (; t + 4 <= t_count; t += 4) {
    std::size_t n = 0;
    for (; n + 64 <= n_count; n += 64) tile.template operator()<4, 4>(t, n);
    for (; n < n_count; n += 16) tile.template operator()<4, 1>(t, n);
  }
  for (; t < t_count; ++t) {
    std::size_t n = 0;
    for (; n + 128 <= n_count; n += 128) tile.template operator()<1, 8>(t, n);
    for (; n < n_count; n += 16) tile.template operator()<1, 1>(t, n);
  }
}

inline void multiply_add(const Matrix& a, const Matrix& b, Matrix& c) {
  multiply_add(a.v.data(), a.cols, 1, b.v.data(), c.v.data(), a.rows, a.cols, b.cols);
}
// Adds the product of a's transpose and b to c.
inline void transposed_multiply_add(const Matrix& a, const Matrix& b, Matrix& c) {
  multiply_add(a.v.data(), 1, a.cols, b.v.data(), c.v.data(), a.cols, a.rows, b.cols);
}

inline Matrix transpose(const Matrix& a) {
  Matrix result(a.cols, a.rows);
  for (std::size_t r = 0; r < a.rows; ++r) {
    for (std::size_t c = 0; c < a.cols; ++c) result[c][r] = a[r][c];
  }
  return result;
}

}  // namespace hearsay::training
