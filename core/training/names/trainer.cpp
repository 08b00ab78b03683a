#include "core/training/names/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace hearsay::training {
namespace {

using namespace actors;

constexpr std::size_t kBatch = 8;           // sentences
constexpr std::size_t kAverageEvery = 600;  // sentences

// How often, in a hundred, something is left out of a sentence in training.
constexpr unsigned kNoFeatures = 15;  // all hashed features, so that the encoder learns to do without them
constexpr unsigned kNoEncoder = 15;   // the encoder, so that the features learn to do without it
constexpr unsigned kNoTags = 30;     // features of tags, which are better in the training text than elsewhere
constexpr unsigned kNoFeature = 30;  // each feature, so that none (mostly the word itself) decides alone

constexpr float kHashedRate = 0.08F;
constexpr float kEncoderRate = 0.002F;
constexpr int kMeanRounds = 2;  // of the encoder that learns the mean of others

// The largest weight but one in ten thousand.
float largest(const std::vector<float>& weights) {
  std::vector<float> sizes;
  for (const float weight : weights) {
    if (weight != 0.0F) sizes.push_back(std::fabs(weight));
  }
  std::sort(sizes.begin(), sizes.end());
  return sizes.empty() ? 1.0F : sizes[sizes.size() - 1 - sizes.size() / 10000];
}

void add(const LabelRow* more, std::vector<LabelRow>& scores) {
  for (LabelRow& row : scores) {
    for (std::size_t l = 0; l < kNameLabels; ++l) row[l] += (*more)[l];
    ++more;
  }
}

std::vector<std::uint32_t> shuffled(std::size_t count, std::mt19937& random) {
  std::vector<std::uint32_t> order(count);
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

}  // namespace

NameTrainer::NameTrainer(std::size_t rows, bool with_encoder, std::uint32_t seed)
    : rows_(rows), weights_(rows * kNameLabels), squares_(rows * kNameLabels), random_(seed) {
  if (with_encoder) encoder_ = std::make_unique<Encoder>(seed + 1);
}

void NameTrainer::learn(const std::vector<NameExample>& examples, int round, int rounds) {
  const auto order = shuffled(examples.size(), random_);
  // The scout's averages are nobody's business.
  if (round == 1 && encoder_ != nullptr) sum_.assign(weights_.size(), 0.0F);
  for (std::size_t done = 0; done < order.size(); done += kBatch) {
    const auto last = std::min(done + kBatch, order.size());
    std::vector<Fate> fates;
    std::vector<Encoder::Words> read;
    for (std::size_t i = done; i < last; ++i) {
      const NameExample& example = examples[order[i]];
      fates.push_back(draw());
      if (!fates.back().encoder) read.push_back({example.states.data(), example.features.size()});
    }
    std::vector<LabelRow> told;
    if (!read.empty()) encoder_->forward(read, Encoder::Mode::learning, told);
    std::size_t at = 0;
    for (std::size_t i = done; i < last; ++i) {
      const NameExample& example = examples[order[i]];
      const Fate& fate = fates[i - done];
      update(example, fate, fate.encoder ? nullptr : told.data() + at);
      if (!fate.encoder) at += example.features.size();
    }
    if (!read.empty()) encoder_->backward(told);
    if (encoder_ != nullptr) {
      const float share = static_cast<float>(done) / static_cast<float>(order.size());
      update_encoder((static_cast<float>(round) + share) / static_cast<float>(rounds));
    }
    if (last / kAverageEvery != done / kAverageEvery) add_to_average();
  }
}

void NameTrainer::update_encoder(float passed) {
  ++schedule_.step;
  const float warm = std::min(1.0F, static_cast<float>(schedule_.step) / 300.0F);
  schedule_.rate = kEncoderRate * warm * std::min(1.0F, std::max(0.02F, (1 - passed) / 0.6F));
  encoder_->update(schedule_, 1.0F / static_cast<float>(kBatch));
  if (schedule_.step % 4 == 0)
    encoder_->track(std::min(0.998F, 1 - 1 / (1 + static_cast<float>(schedule_.step) / 40.0F)));
}

void NameTrainer::learn_mean(std::vector<NameTrainer>& members, const std::vector<NameExample>& examples) {
  const float share = 1.0F / static_cast<float>(members.size());
  for (const NameTrainer& member : members) {
    for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] += member.weights_[i] * share;
    for (std::size_t i = 0; i < transitions_.size(); ++i) transitions_[i] += member.transitions_[i] * share;
  }
  std::vector<Batch> batches;
  for (std::size_t begin = 0; begin < examples.size(); begin += kBatch) {
    Batch& batch = batches.emplace_back();
    for (auto i = begin; i < std::min(begin + kBatch, examples.size()); ++i) {
      batch.words.push_back({examples[i].states.data(), examples[i].features.size()});
    }
    std::vector<LabelRow> rows;
    for (NameTrainer& member : members) {
      member.encoder_->forward(batch.words, Encoder::Mode::at_work, rows);
      batch.wanted.resize(rows.size(), LabelRow{});
      for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t l = 0; l < kNameLabels; ++l) batch.wanted[i][l] += rows[i][l] * share;
      }
    }
  }
  *encoder_ = *members.front().encoder_;  // a good place to begin
  schedule_ = {};
  for (int round = 0; round < kMeanRounds; ++round) copy(batches, round);
  encoder_->take_average();
}

void NameTrainer::copy(const std::vector<Batch>& batches, int round) {
  const auto order = shuffled(batches.size(), random_);
  double error = 0, all = 0;
  std::vector<LabelRow> rows;
  for (std::size_t done = 0; done < order.size(); ++done) {
    const Batch& batch = batches[order[done]];
    encoder_->forward(batch.words, Encoder::Mode::copying, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      // What all labels share decides nothing.
      float shared = 0;
      for (std::size_t l = 0; l < kNameLabels; ++l) shared += (rows[i][l] - batch.wanted[i][l]) / kNameLabels;
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        const float off = rows[i][l] - batch.wanted[i][l] - shared;
        error += off * off;
        rows[i][l] = std::clamp(off, -1.0F, 1.0F);
      }
    }
    all += static_cast<double>(rows.size() * kNameLabels);
    encoder_->backward(rows);
    const float part = static_cast<float>(done) / static_cast<float>(order.size());
    update_encoder((static_cast<float>(round) + part) / static_cast<float>(kMeanRounds));
  }
  std::printf("  off the mean by %.3f\n", std::sqrt(error / all));
  std::fflush(stdout);
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

std::vector<LabelRow> NameTrainer::feature_scores(const std::vector<FeatureList>& features) const {
  std::vector<LabelRow> scores(features.size(), LabelRow{});
  for (std::size_t i = 0; i < features.size(); ++i) {
    for (const auto feature : features[i]) {
      const std::size_t row = (feature & ~kOfTags) * kNameLabels;
      for (std::size_t l = 0; l < kNameLabels; ++l) scores[i][l] += weights_[row + l];
    }
  }
  return scores;
}

std::vector<LabelRow> NameTrainer::scores(const NameExample& example) {
  auto scores = feature_scores(example.features);
  if (encoder_ == nullptr || scores.empty()) return scores;
  std::vector<LabelRow> told;
  encoder_->forward({{example.states.data(), scores.size()}}, Encoder::Mode::at_work, told);
  add(told.data(), scores);
  return scores;
}

std::vector<std::uint32_t> NameTrainer::heaviest(std::size_t count) const {
  std::vector<std::pair<float, std::uint32_t>> size_of;
  for (std::uint32_t f = 0; f < rows_; ++f) {
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

NameTrainer::Fate NameTrainer::draw() {
  Fate fate;
  const auto drawn = random_() % 100;
  fate.features = encoder_ != nullptr && drawn < kNoFeatures;
  fate.encoder = encoder_ == nullptr || (drawn >= kNoFeatures && drawn < kNoFeatures + kNoEncoder);
  fate.tags = random_() % 100 < kNoTags;
  return fate;
}

void NameTrainer::update(const NameExample& example, const Fate& left_out, LabelRow* told) {
  if (example.features.empty()) return;
  auto features = example.features;
  for (auto& list : features) {
    std::size_t kept = 0;
    for (const auto feature : list) {
      const bool gone =
          left_out.features || (left_out.tags && (feature & kOfTags) != 0) || random_() % 100 < kNoFeature;
      if (!gone) list[kept++] = feature & ~kOfTags;
    }
    list.resize(kept);
  }
  auto scores = feature_scores(features);
  // What is left stands for what was left out. (AdaGrad's steps do not hang on the scale of gradients.)
  constexpr float kStandsFor = 100.0F / (100 - kNoFeature);
  for (LabelRow& row : scores) {
    for (float& score : row) score *= kStandsFor;
  }
  if (told != nullptr) {
    add(told, scores);
    std::fill(told, told + scores.size(), LabelRow{});
  }
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
  if (told != nullptr) std::copy(gradients.begin(), gradients.end(), told);
}

std::string NameTrainer::packed(const std::vector<std::uint32_t>& features, float bold) const {
  const float units = 127.0F / largest(weights_);
  ModelWriter out;
  out.bytes("HNT4");
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
  for (const auto feature : features) {
    for (int byte = 0; byte < 3; ++byte) out.byte(static_cast<int>(feature >> (8 * byte) & 0xFFu));
  }
  for (const float weight : weights_) {
    out.byte(static_cast<int>(std::clamp(std::lround(weight * units), -127L, 127L)));
  }
  if (encoder_ != nullptr) encoder_->write(out);
  return out.take();
}

}  // namespace hearsay::training
