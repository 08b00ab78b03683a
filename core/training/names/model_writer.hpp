#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "core/training/matrix.hpp"

namespace hearsay::training {

// Writes the numbers of a model file, little endian, as language::ModelReader reads them.
class ModelWriter {
 public:
  void bytes(std::string_view more) { out_ += more; }
  void byte(int value) { out_.push_back(static_cast<char>(value)); }
  void number(std::uint32_t value) {
    for (int i = 0; i < 4; ++i) out_.push_back(static_cast<char>(value >> (8 * i) & 0xFFu));
  }
  void real(float value) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    number(bits);
  }
  // [in x out] in the trainer: a scale per output, then rows [out][in] of 8-bit weights.
  void matrix(const Matrix& w) {
    std::vector<float> scales(w.cols, 1e-6F);
    for (std::size_t i = 0; i < w.rows; ++i) {
      for (std::size_t o = 0; o < w.cols; ++o) scales[o] = std::max(scales[o], std::fabs(w[i][o]));
    }
    for (float& scale : scales) real(scale /= 127);
    for (std::size_t o = 0; o < w.cols; ++o) {
      for (std::size_t i = 0; i < w.rows; ++i) {
        byte(static_cast<int>(std::clamp(std::lround(w[i][o] / scales[o]), -127L, 127L)));
      }
    }
  }
  void reals(const Matrix& w) {
    for (const float value : w.v) real(value);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace hearsay::training
