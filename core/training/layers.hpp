#pragma once

#include <algorithm>
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
  // Leaves what lies before as it is. Has no more rows of dy than of x.
  void learn(const Matrix& x, const Matrix& dy) {
    multiply_add(x.v.data(), 1, x.cols, dy.v.data(), w.g.v.data(), x.cols, dy.rows, dy.cols);
    for (std::size_t r = 0; r < dy.rows; ++r) {
      for (std::size_t c = 0; c < dy.cols; ++c) b.g.v[c] += dy[r][c];
    }
  }
  // Adds to dx, unless it is empty.
  void backward(const Matrix& x, const Matrix& dy, Matrix& dx) {
    learn(x, dy);
    if (!dx.v.empty()) multiply_add(dy, w.wt, dx);
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
    Matrix mask;  // per segment, the longest first: what of its state goes from step to step; empty: all
  };

  // Works at all segments side by side, one step of each at a time: products of matrices instead of vectors.
  // Those that are still going on at a step are the first of `longest_first`.
  struct Steps {
    std::vector<Segment> longest_first;
    bool backwards;

    Steps(std::vector<Segment> segments, bool reversed)
        : longest_first(std::move(segments)), backwards(reversed) {
      std::stable_sort(longest_first.begin(), longest_first.end(),
                       [](const Segment& a, const Segment& b) { return a.end - a.begin > b.end - b.begin; });
    }
    std::size_t count() const { return longest_first.empty() ? 0 : length(0); }
    std::size_t length(std::size_t s) const { return longest_first[s].end - longest_first[s].begin; }
    std::size_t active(std::size_t step) const {
      std::size_t s = 0;
      while (s < longest_first.size() && length(s) > step) ++s;
      return s;
    }
    // The row of segment `s` at a step.
    std::size_t row(std::size_t s, std::size_t step) const {
      return backwards ? longest_first[s].end - 1 - step : longest_first[s].begin + step;
    }
  };

  void leave_out(const Matrix& mask, std::size_t segment, float* state) const {
    if (mask.v.empty()) return;
    for (std::size_t i = 0; i < size; ++i) state[i] *= mask[segment][i];
  }

  // Leaves out a share of the state, the same elements at every step of a segment (Gal and Ghahramani 2016).
  void forward(const Matrix& x, const std::vector<Segment>& segments, float dropout, Random& random,
               Memory& memory) const {
    in.forward(x, memory.gates);
    memory.cell.reset(x.rows, size);
    memory.cell_tanh.reset(x.rows, size);
    memory.out.reset(x.rows, size);
    const Steps steps(segments, backwards);
    memory.mask.v.clear();
    if (dropout > 0) {
      memory.mask.reset(segments.size(), size);
      for (float& keep : memory.mask.v) keep = uniform(random) < dropout ? 0 : 1 / (1 - dropout);
    }
    Matrix gates(steps.longest_first.size(), 4 * size);
    Matrix out(steps.longest_first.size(), size);
    std::vector<float> none(size, 0.0F);
    for (std::size_t k = 0; k < steps.count(); ++k) {
      const std::size_t active = steps.active(k);
      for (std::size_t s = 0; s < active; ++s) {
        std::copy(memory.gates[steps.row(s, k)], memory.gates[steps.row(s, k)] + 4 * size, gates[s]);
      }
      if (k > 0)
        multiply_add(out.v.data(), size, 1, recurrent.w.v.data(), gates.v.data(), active, size, 4 * size);
      for (std::size_t s = 0; s < active; ++s) {
        const std::size_t t = steps.row(s, k);
        float* gate = gates[s];
        for (std::size_t i = 0; i < 3 * size; ++i) gate[i] = language::sigmoid(gate[i]);
        for (std::size_t i = 3 * size; i < 4 * size; ++i) gate[i] = language::tanh(gate[i]);
        const float* cell_before = k == 0 ? none.data() : memory.cell[steps.row(s, k - 1)];
        float* cell = memory.cell[t];
        for (std::size_t i = 0; i < size; ++i) {
          cell[i] = gate[size + i] * cell_before[i] + gate[i] * gate[3 * size + i];
          memory.cell_tanh[t][i] = language::tanh(cell[i]);
          out[s][i] = gate[2 * size + i] * memory.cell_tanh[t][i];
        }
        std::copy(gate, gate + 4 * size, memory.gates[t]);
        std::copy(out[s], out[s] + size, memory.out[t]);
        leave_out(memory.mask, s, out[s]);
      }
    }
  }

  // Adds to dx, unless it is empty.
  void backward(const Matrix& x, const std::vector<Segment>& segments, const Memory& memory,
                const Matrix& dout, Matrix& dx) {
    Matrix all_dgates(x.rows, 4 * size);
    Matrix shifted(x.rows, size);  // the output before each step
    const Steps steps(segments, backwards);
    Matrix dgates(steps.longest_first.size(), 4 * size);
    Matrix dcells(steps.longest_first.size(), size);
    Matrix dstates(steps.longest_first.size(), size);  // what the step after brings to the outputs
    std::vector<float> none(size, 0.0F);
    for (std::size_t k = steps.count(); k-- > 0;) {
      const std::size_t active = steps.active(k);
      for (std::size_t s = 0; s < active; ++s) {
        const std::size_t t = steps.row(s, k);
        const float* gate = memory.gates[t];
        const float* tc = memory.cell_tanh[t];
        const float* cell_before = k == 0 ? none.data() : memory.cell[steps.row(s, k - 1)];
        const float* above = dout[t];
        float* dcell = dcells[s];
        float* dstate = dstates[s];
        float* dgate = dgates[s];
        for (std::size_t i = 0; i < size; ++i) {
          const float input = gate[i];
          const float forget = gate[size + i];
          const float output = gate[2 * size + i];
          const float candidate = gate[3 * size + i];
          const float dh = above[i] + dstate[i];
          const float dc = dcell[i] + dh * output * (1 - tc[i] * tc[i]);
          dgate[i] = dc * candidate * input * (1 - input);
          dgate[size + i] = dc * cell_before[i] * forget * (1 - forget);
          dgate[2 * size + i] = dh * tc[i] * output * (1 - output);
          dgate[3 * size + i] = dc * input * (1 - candidate * candidate);
          dcell[i] = dc * forget;
          dstate[i] = 0;
        }
        std::copy(dgate, dgate + 4 * size, all_dgates[t]);
        if (k > 0) {
          std::copy(memory.out[steps.row(s, k - 1)], memory.out[steps.row(s, k - 1)] + size, shifted[t]);
          leave_out(memory.mask, s, shifted[t]);
        }
      }
      if (k > 0) {
        multiply_add(dgates.v.data(), 4 * size, 1, recurrent.wt.v.data(), dstates.v.data(), active, 4 * size,
                     size);
        for (std::size_t s = 0; s < active; ++s) leave_out(memory.mask, s, dstates[s]);
      }
    }
    transposed_multiply_add(shifted, all_dgates, recurrent.g);
    in.backward(x, all_dgates, dx);
  }
};

}  // namespace hearsay::training
