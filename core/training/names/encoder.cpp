#include "core/training/names/encoder.hpp"

#include <algorithm>

#include "core/actors/name_network.hpp"

namespace hearsay::training {
namespace {

using actors::kNameHidden;

constexpr std::size_t kWidth = language::StateReader::kWidth;
constexpr std::size_t kOutputs = actors::kNameNetworkOutputs;
constexpr float kStateScale = 1.0F / 4096;
constexpr float kInputDropout = 0.25F;
constexpr float kOutputDropout = 0.3F;

}  // namespace

Encoder::Encoder(std::uint32_t seed) : random_(seed) {
  for (std::size_t d = 0; d < 2; ++d) lstm_[d].init(kWidth, kNameHidden, d == 1, random_);
  out_.init(2 * kNameHidden, kOutputs, random_);
}

std::vector<Parameter*> Encoder::parameters() {
  std::vector<Parameter*> all;
  for (Lstm& one : lstm_) {
    all.push_back(&one.in.w);
    all.push_back(&one.in.b);
    all.push_back(&one.recurrent);
  }
  all.push_back(&out_.w);
  all.push_back(&out_.b);
  return all;
}

void Encoder::forward(const std::vector<Words>& sentences, Mode mode, std::vector<LabelRow>& scores) {
  std::size_t count = 0;
  segments_.clear();
  for (const Words& sentence : sentences) {
    segments_.push_back({count, count + sentence.count});
    count += sentence.count;
  }
  const bool learning = mode == Mode::learning;
  x_.reset(count, kWidth);
  mask_.v.clear();
  if (learning) mask_.reset(count, 2 * kNameHidden);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    std::array<float, kWidth> keep;
    for (float& one : keep) {
      one = kStateScale;
      if (learning) one = uniform(random_) < kInputDropout ? 0 : kStateScale / (1 - kInputDropout);
    }
    const auto [begin, end] = segments_[s];
    for (std::size_t i = begin; i < end; ++i) {
      const std::int16_t* states = sentences[s].states + (i - begin) * kWidth;
      for (std::size_t c = 0; c < kWidth; ++c) x_[i][c] = static_cast<float>(states[c]) * keep[c];
    }
    for (std::size_t c = 0; learning && c < 2 * kNameHidden; ++c) {
      const float one = uniform(random_) < kOutputDropout ? 0 : 1 / (1 - kOutputDropout);
      for (std::size_t i = begin; i < end; ++i) mask_[i][c] = one;
    }
  }
  constexpr std::size_t kSize = kNameHidden;
  hidden_.reset(count, 2 * kSize);
  for (std::size_t d = 0; d < 2; ++d) {
    lstm_[d].forward(x_, segments_, 0, random_, memory_[d]);
    for (std::size_t i = 0; i < count; ++i) {
      std::copy(memory_[d].out[i], memory_[d].out[i] + kSize, hidden_[i] + d * kSize);
    }
  }
  for (std::size_t i = 0; i < mask_.v.size(); ++i) hidden_.v[i] *= mask_.v[i];
  Matrix y;
  out_.forward(hidden_, y);
  scores.resize(count);
  for (std::size_t i = 0; i < count; ++i) std::copy(y[i], y[i] + actors::kNameLabels, scores[i].begin());
}

void Encoder::backward(const std::vector<LabelRow>& gradient) {
  const std::size_t count = gradient.size();
  constexpr std::size_t kSize = kNameHidden;
  Matrix dy(count, kOutputs);
  for (std::size_t i = 0; i < count; ++i) std::copy(gradient[i].begin(), gradient[i].end(), dy[i]);
  Matrix dhidden(count, 2 * kSize);
  out_.backward(hidden_, dy, dhidden);
  for (std::size_t i = 0; i < mask_.v.size(); ++i) dhidden.v[i] *= mask_.v[i];
  Matrix nothing;  // whatever the states may be told, the language network does not learn
  for (std::size_t d = 0; d < 2; ++d) {
    Matrix dout(count, kSize);
    for (std::size_t i = 0; i < count; ++i) {
      std::copy(dhidden[i] + d * kSize, dhidden[i] + (d + 1) * kSize, dout[i]);
    }
    lstm_[d].backward(x_, segments_, memory_[d], dout, nothing);
  }
}

void Encoder::update(const Schedule& schedule, float gradient_scale) {
  for (Parameter* parameter : parameters()) parameter->update(schedule, gradient_scale);
}

void Encoder::track(float decay) {
  for (Parameter* parameter : parameters()) parameter->track(decay);
}

void Encoder::take_average() {
  for (Parameter* parameter : parameters()) {
    parameter->w = parameter->mean;
    parameter->refresh();
  }
}

void Encoder::write(ModelWriter& out) const {
  out.number(static_cast<std::uint32_t>(kWidth));
  out.number(static_cast<std::uint32_t>(kNameHidden));
  for (const Lstm& one : lstm_) {
    out.matrix(one.in.w.w);
    out.reals(one.in.b.w);
    out.matrix(one.recurrent.w);
  }
  out.matrix(out_.w.w);
  out.reals(out_.b.w);
}

}  // namespace hearsay::training
