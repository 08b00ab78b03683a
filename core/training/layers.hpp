#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/language/activation.hpp"
#include "core/training/matrix.hpp"

namespace hearsay::training {

using Random = std::mt19937;

inline float uniform(Random& random) {  // the same numbers with every standard library
  return static_cast<float>(random() >> 8) * (1.0F / 16777216.0F);
}

// How the learning rate and the running averages move; shared by all parameters.
struct Schedule {
  float rate = 0.002F;
  float beta1 = 0.9F;
  float beta2 = 0.98F;  // Dozat and Manning 2017 use 0.9; sparse rows want a longer memory
  float average = 0.999F;
  int step = 0;
};

// A weight matrix [in x out] with its gradient, Adam's moments and the average that is exported.
struct Parameter {
  Matrix w, g, m, v, mean;
  Matrix wt;  // the transpose of w, refreshed after each update
  bool sparse = false;
  bool keep_transpose = true;
  std::vector<std::uint32_t> touched;  // sparse: rows with a gradient
  std::vector<char> is_touched;

  void init(std::size_t rows, std::size_t cols, float scale, Random& random) {
    w.reset(rows, cols);
    for (float& x : w.v) x = (uniform(random) * 2 - 1) * scale;
    g = m = v = Matrix(rows, cols);
    mean = w;
    refresh();
  }
  void refresh() {
    if (!sparse && keep_transpose) wt = transpose(w);
  }
  void touch(std::uint32_t row) {
    if (is_touched.empty()) is_touched.assign(w.rows, 0);
    if (is_touched[row] == 0) touched.push_back(row);
    is_touched[row] = 1;
  }
  void update(const Schedule& s, float gradient_scale) {
    const float c1 = 1 - std::pow(s.beta1, static_cast<float>(s.step));
    const float c2 = 1 - std::pow(s.beta2, static_cast<float>(s.step));
    const auto row = [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        const float d = g.v[i] * gradient_scale;
        m.v[i] = s.beta1 * m.v[i] + (1 - s.beta1) * d;
        v.v[i] = s.beta2 * v.v[i] + (1 - s.beta2) * d * d;
        w.v[i] -= s.rate * (m.v[i] / c1) / (std::sqrt(v.v[i] / c2) + 1e-8F);
        g.v[i] = 0;
      }
    };
    if (sparse) {
      for (const std::uint32_t r : touched) {
        row(r * w.cols, (r + 1) * w.cols);
        is_touched[r] = 0;
      }
      touched.clear();
    } else {
      row(0, w.v.size());
      refresh();
    }
  }
  void track(float decay) {
    for (std::size_t i = 0; i < w.v.size(); ++i) mean.v[i] += (1 - decay) * (w.v[i] - mean.v[i]);
  }
};

// y = x w + b
struct Linear {
  Parameter w, b;

  void init(std::size_t in, std::size_t out, Random& random) {
    w.init(in, out, std::sqrt(6.0F / static_cast<float>(in + out)), random);
    b.init(1, out, 0, random);
  }
  void forward(const Matrix& x, Matrix& y) const {
    y.reset(x.rows, w.w.cols);
    for (std::size_t r = 0; r < x.rows; ++r) std::copy(b.w.v.begin(), b.w.v.end(), y[r]);
    multiply_add(x, w.w, y);
  }
  // Adds to dx.
  void backward(const Matrix& x, const Matrix& dy, Matrix& dx) {
    transposed_multiply_add(x, dy, w.g);
    for (std::size_t r = 0; r < dy.rows; ++r) {
      for (std::size_t c = 0; c < dy.cols; ++c) b.g.v[c] += dy[r][c];
    }
    multiply_add(dy, w.wt, dx);
  }
};

struct Segment {
  std::size_t begin;
  std::size_t end;
};

// One direction of an LSTM layer. Gates in the order input, forget, output, candidate.
struct Lstm {
  Linear in;
  Parameter recurrent;  // [H x 4H]
  std::size_t size = 0;
  bool backwards = false;

  void init(std::size_t inputs, std::size_t hidden, bool reverse, Random& random) {
    size = hidden;
    backwards = reverse;
    in.init(inputs, 4 * hidden, random);
    for (std::size_t i = hidden; i < 2 * hidden; ++i) in.b.w.v[i] = 1;  // remember at first
    in.b.mean = in.b.w;
    recurrent.init(hidden, 4 * hidden, std::sqrt(3.0F / static_cast<float>(hidden)) * 0.7F, random);
  }

  struct Memory {
    Matrix gates;  // activated
    Matrix cell, cell_tanh, out;
  };

  template <class Visit>
  void each_step(const std::vector<Segment>& segments, bool reversed, Visit visit) const {
    for (const Segment& s : segments) {
      for (std::size_t k = s.begin; k < s.end; ++k) {
        const std::size_t t = reversed ? s.end - 1 - (k - s.begin) : k;
        visit(t, k == s.begin);
      }
    }
  }

  void forward(const Matrix& x, const std::vector<Segment>& segments, Memory& memory) const {
    in.forward(x, memory.gates);
    memory.cell.reset(x.rows, size);
    memory.cell_tanh.reset(x.rows, size);
    memory.out.reset(x.rows, size);
    each_step(segments, backwards, [&](std::size_t t, bool first) {
      const std::size_t before = backwards ? t + 1 : t - 1;
      float* gate = memory.gates[t];
      if (!first) multiply_add(memory.out[before], size, 1, recurrent.w.v.data(), gate, 1, size, 4 * size);
      for (std::size_t i = 0; i < 3 * size; ++i) gate[i] = language::sigmoid(gate[i]);
      for (std::size_t i = 3 * size; i < 4 * size; ++i) gate[i] = language::tanh(gate[i]);
      const float* cell_before = first ? nullptr : memory.cell[before];
      for (std::size_t i = 0; i < size; ++i) {
        const float kept = first ? 0 : gate[size + i] * cell_before[i];
        memory.cell[t][i] = kept + gate[i] * gate[3 * size + i];
      }
      for (std::size_t i = 0; i < size; ++i) {
        memory.cell_tanh[t][i] = language::tanh(memory.cell[t][i]);
        memory.out[t][i] = gate[2 * size + i] * memory.cell_tanh[t][i];
      }
    });
  }

  // `dout` is spent. Adds to dx.
  void backward(const Matrix& x, const std::vector<Segment>& segments, const Memory& memory, Matrix& dout,
                Matrix& dx) {
    Matrix dgates(x.rows, 4 * size);
    Matrix shifted(x.rows, size);  // the output before each step
    std::vector<float> dcell(size, 0.0F);
    for (const Segment& s : segments) {
      std::fill(dcell.begin(), dcell.end(), 0.0F);
      for (std::size_t k = s.end; k-- > s.begin;) {
        const std::size_t t = backwards ? s.end - 1 - (k - s.begin) : k;
        const bool first = k == s.begin;
        const std::size_t before = backwards ? t + 1 : t - 1;
        const float* gate = memory.gates[t];
        float* dgate = dgates[t];
        for (std::size_t i = 0; i < size; ++i) {
          const float dh = dout[t][i];
          const float tc = memory.cell_tanh[t][i];
          const float dc = dcell[i] + dh * gate[2 * size + i] * (1 - tc * tc);
          const float cell_before = first ? 0 : memory.cell[before][i];
          dgate[i] = dc * gate[3 * size + i];
          dgate[size + i] = dc * cell_before;
          dgate[2 * size + i] = dh * tc;
          dgate[3 * size + i] = dc * gate[i];
          dcell[i] = dc * gate[size + i];
        }
        for (std::size_t i = 0; i < 3 * size; ++i) dgate[i] *= gate[i] * (1 - gate[i]);
        for (std::size_t i = 3 * size; i < 4 * size; ++i) dgate[i] *= 1 - gate[i] * gate[i];
        if (!first) {
          multiply_add(dgate, 4 * size, 1, recurrent.wt.v.data(), dout[before], 1, 4 * size, size);
          std::copy(memory.out[before], memory.out[before] + size, shifted[t]);
        }
      }
    }
    transposed_multiply_add(shifted, dgates, recurrent.g);
    in.backward(x, dgates, dx);
  }
};

}  // namespace hearsay::training
