#include "core/training/names/trainer.hpp"

#include <algorithm>
#include <cmath>

namespace hearsay::training {
namespace {

using namespace actors;

constexpr std::size_t kRows = std::size_t{1} << kNameFeatureBits;
constexpr std::size_t kBatch = 8;           // sentences
constexpr std::size_t kAverageEvery = 600;  // sentences

// How often, in a hundred, something is left out of a sentence in training.
constexpr unsigned kNoFeatures = 15;  // all hashed features, so that the encoder learns to do without them
constexpr unsigned kNoEncoder = 15;   // the encoder, so that the features learn to do without it
constexpr unsigned kNoTags = 30;     // features of tags, which are better in the training text than elsewhere
constexpr unsigned kNoFeature = 30;  // each feature, so that none (mostly the word itself) decides alone

constexpr float kHashedRate = 0.08F;
constexpr float kEncoderRate = 0.002F;

// The largest weight but one in ten thousand.
float largest(const std::vector<float>& weights) {
  std::vector<float> sizes;
  for (const float weight : weights) {
    if (weight != 0.0F) sizes.push_back(std::fabs(weight));
  }
  std::sort(sizes.begin(), sizes.end());
  return sizes.empty() ? 1.0F : sizes[sizes.size() - 1 - sizes.size() / 10000];
}

}  // namespace

NameTrainer::NameTrainer(bool with_encoder, std::uint32_t seed)
    : weights_(kRows * kNameLabels), squares_(kRows * kNameLabels), random_(seed) {
  if (with_encoder) encoder_ = std::make_unique<Encoder>(seed + 1);
}

void NameTrainer::learn(const std::vector<NameExample>& examples, int round, int rounds) {
  std::vector<std::uint32_t> order(examples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
  if (round == 1) sum_.assign(weights_.size(), 0.0F);
  for (std::size_t done = 0; done < order.size(); ++done) {
    update(examples[order[done]]);
    if (encoder_ != nullptr && (done + 1) % kBatch == 0) {
      const float passed =
          (static_cast<float>(round) + static_cast<float>(done) / static_cast<float>(order.size())) /
          static_cast<float>(rounds);
      ++schedule_.step;
      const float warm = std::min(1.0F, static_cast<float>(schedule_.step) / 300.0F);
      schedule_.rate = kEncoderRate * warm * std::min(1.0F, std::max(0.02F, (1 - passed) / 0.6F));
      encoder_->update(schedule_, 1.0F / static_cast<float>(kBatch));
      if (schedule_.step % 4 == 0)
        encoder_->track(std::min(0.998F, 1 - 1 / (1 + static_cast<float>(schedule_.step) / 40.0F)));
    }
    if ((done + 1) % kAverageEvery == 0) add_to_average();
  }
}

void NameTrainer::add_to_average() {
  if (sum_.empty()) return;
  for (std::size_t i = 0; i < weights_.size(); ++i) sum_[i] += weights_[i];
  for (std::size_t i = 0; i < transitions_.size(); ++i) transition_sum_[i] += transitions_[i];
  ++averaged_;
}

void NameTrainer::take_average() {
  if (averaged_ > 0) {
    const float share = 1.0F / static_cast<float>(averaged_);
    for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = sum_[i] * share;
    for (std::size_t i = 0; i < transitions_.size(); ++i) transitions_[i] = transition_sum_[i] * share;
  }
  if (encoder_ != nullptr) encoder_->take_average();
}

std::vector<LabelRow> NameTrainer::hashed_scores(const std::vector<FeatureList>& features) const {
  std::vector<LabelRow> scores(features.size(), LabelRow{});
  for (std::size_t i = 0; i < features.size(); ++i) {
    for (const auto feature : features[i]) {
      const std::size_t row = (feature & ~kOfTags) * kNameLabels;
      for (std::size_t l = 0; l < kNameLabels; ++l) scores[i][l] += weights_[row + l];
    }
  }
  return scores;
}

std::vector<NameLabel> NameTrainer::label(const NameExample& example) {
  auto scores = hashed_scores(example.features);
  if (encoder_ != nullptr && !scores.empty())
    encoder_->forward(example.states.data(), scores.size(), false, scores);
  for (LabelRow& row : scores) row[0] -= boldness;
  return best_labels(scores, transitions_);
}

std::vector<std::uint32_t> NameTrainer::heaviest(std::size_t count) const {
  std::vector<std::pair<float, std::uint32_t>> size_of;
  for (std::uint32_t f = 0; f < kRows; ++f) {
    float most = 0;
    for (std::size_t l = 0; l < kNameLabels; ++l) most += std::fabs(weights_[f * kNameLabels + l]);
    if (most > 0.0F) size_of.emplace_back(-most, f);
  }
  std::sort(size_of.begin(), size_of.end());
  size_of.resize(std::min(count, size_of.size()));
  std::vector<std::uint32_t> features;
  for (const auto& [size, feature] : size_of) features.push_back(feature);
  std::sort(features.begin(), features.end());
  return features;
}

void NameTrainer::step(float& weight, float& square, float gradient) {
  constexpr float kShrink = 2e-6F;  // weight decay, per touch
  gradient += kShrink * weight;
  square += gradient * gradient;
  weight -= kHashedRate * gradient / (std::sqrt(square) + 1e-6F);
}

void NameTrainer::update(const NameExample& example) {
  if (example.features.empty()) return;
  auto features = example.features;
  const auto fate = random_() % 100;
  const bool no_features = encoder_ != nullptr && fate < kNoFeatures;
  const bool no_encoder = encoder_ == nullptr || (fate >= kNoFeatures && fate < kNoFeatures + kNoEncoder);
  const bool no_tags = random_() % 100 < kNoTags;
  for (auto& list : features) {
    std::size_t kept = 0;
    for (const auto feature : list) {
      const bool left_out =
          no_features || (no_tags && (feature & kOfTags) != 0) || random_() % 100 < kNoFeature;
      if (!left_out) list[kept++] = feature & ~kOfTags;
    }
    list.resize(kept);
  }
  auto scores = hashed_scores(features);
  // What is left stands for what was left out. (AdaGrad's steps do not hang on the scale of gradients.)
  constexpr float kStandsFor = 100.0F / (100 - kNoFeature);
  for (LabelRow& row : scores) {
    for (float& score : row) score *= kStandsFor;
  }
  if (!no_encoder) encoder_->forward(example.states.data(), scores.size(), true, scores);
  const auto free = expectations(scores, transitions_, nullptr);
  const auto right = expectations(scores, transitions_, &example.allowed);
  if (right.log_total <= kNoWay) return;
  std::vector<LabelRow> gradients(features.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    LabelRow& gradient = gradients[i];
    bool any = false;
    for (std::size_t l = 0; l < kNameLabels; ++l) {
      gradient[l] = free.token[i][l] - right.token[i][l];
      any = any || std::fabs(gradient[l]) > 1e-4F;
    }
    if (!any) continue;
    for (const auto bucket : features[i]) {
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        if (std::fabs(gradient[l]) < 1e-5F) continue;
        step(weights_[bucket * kNameLabels + l], squares_[bucket * kNameLabels + l], gradient[l]);
      }
    }
  }
  for (std::size_t p = 0; p < transitions_.size(); ++p) {
    const float gradient = free.pairs[p] - right.pairs[p];
    if (std::fabs(gradient) > 1e-5F) step(transitions_[p], transition_squares_[p], gradient);
  }
  if (!no_encoder) encoder_->backward(gradients);
}

std::string NameTrainer::packed(const std::vector<std::uint32_t>& features, float bold) const {
  const float units = 127.0F / largest(weights_);
  ModelWriter out;
  out.bytes("HNT3");
  out.byte(static_cast<int>(kNameFeatureBits));
  out.byte(static_cast<int>(kNameLabels));
  for (std::size_t i = 0; i < transitions_.size(); ++i) {
    const float weight = transitions_[i] - (i % kNameLabels == 0 ? bold : 0.0F);
    const auto value = static_cast<int>(std::clamp(std::lround(weight * units), -30000L, 30000L));
    out.byte(value & 0xFF);
    out.byte(value >> 8 & 0xFF);
  }
  out.real(units);
  out.number(static_cast<std::uint32_t>(features.size()));
  for (const auto feature : features) out.number(feature);
  for (const auto feature : features) {
    for (std::size_t l = 0; l < kNameLabels; ++l) {
      const float weight = weights_[feature * kNameLabels + l];
      out.byte(static_cast<int>(std::clamp(std::lround(weight * units), -127L, 127L)));
    }
  }
  if (encoder_ != nullptr) encoder_->write(out);
  return out.take();
}

}  // namespace hearsay::training
