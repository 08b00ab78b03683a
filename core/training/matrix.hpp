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
  const auto band = [&]<int kRows>(std::size_t t) {
    for (std::size_t n = 0; n < n_count;) {
      const std::size_t lanes = std::min<std::size_t>((n_count - n) / kWidth, 6);
      switch (lanes) {
        case 1:
          tile.template operator()<kRows, 1>(t, n);
          break;
        case 2:
          tile.template operator()<kRows, 2>(t, n);
          break;
        case 3:
          tile.template operator()<kRows, 3>(t, n);
          break;
        case 4:
          tile.template operator()<kRows, 4>(t, n);
          break;
        case 5:
          tile.template operator()<kRows, 5>(t, n);
          break;
        default:
          tile.template operator()<kRows, 6>(t, n);
          break;
      }
      n += lanes * kWidth;
    }
  };
  std::size_t t = 0;
  for (; t + 4 <= t_count; t += 4) band.template operator()<4>(t);
  for (; t + 2 <= t_count; t += 2) band.template operator()<2>(t);
  for (; t < t_count; ++t) band.template operator()<1>(t);
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
