#include "core/training/tag_review.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/training/pack.hpp"

namespace hearsay::training {
namespace {

using namespace language;

constexpr std::size_t kPlaces = std::size_t{1} << 22;  // of weights and of counts
constexpr int kLeastCount = 2;
constexpr float kFeatureDropout = 0.3F;
constexpr float kLinearRate = 30;         // times the rate of the layer
constexpr float kLeastGradient = 0.002F;  // tags that are this well known to be wrong teach nothing

constexpr Dropout kNoDropout{0, 0, 0, 0, 0, 0};

ReviewFeatures features_of(const Example& example, const std::vector<std::uint8_t>& best, Segment s,
                           std::size_t word) {
  return review_features(example.words.data() + s.begin, best.data() + s.begin, s.end - s.begin,
                         word - s.begin);
}

}  // namespace

TagReview::TagReview(std::size_t tags, std::uint32_t seed)
    : tags_(tags), random_(seed), counts_(kPlaces), weights_(kPlaces) {
  layer_.init(kLayer, kTagOutputs, random_);
  std::fill(layer_.w.w.v.begin(), layer_.w.w.v.end(), 0.0F);
  layer_.w.mean = layer_.w.w;
}

// The sum of what the network's layers say of the tags, and the best of each word.
std::vector<std::uint8_t> TagReview::first_look(const Linear& layer, Network::Reading& reading) const {
  Matrix more;
  layer.forward(reading.l2, more);
  std::vector<std::uint8_t> best;
  for (std::size_t i = 0; i < reading.scores.rows; ++i) {
    float* row = reading.scores[i];
    for (std::size_t k = 0; k < tags_; ++k) row[k] += more[i][k];
    best.push_back(static_cast<std::uint8_t>(std::max_element(row, row + tags_) - row));
  }
  return best;
}

void TagReview::count(Network& network, const Example& example) {
  Network::Reading reading;
  network.read(example, kNoDropout, reading);
  const auto best = first_look(layer_, reading);
  for (const Segment& s : example.sentences) {
    for (std::size_t i = s.begin; i < s.end; ++i) {
      for (const std::uint32_t feature : features_of(example, best, s, i)) {
        std::uint8_t& seen = counts_[feature % kPlaces];
        if (seen < kLeastCount) ++seen;
      }
    }
  }
}

// Those that were counted often enough.
std::vector<std::uint32_t> TagReview::known_features(const Example& example,
                                                     const std::vector<std::uint8_t>& best, Segment s,
                                                     std::size_t word) const {
  std::vector<std::uint32_t> known;
  for (const std::uint32_t feature : features_of(example, best, s, word)) {
    if (counts_[feature % kPlaces] >= kLeastCount) known.push_back(feature);
  }
  return known;
}

// Where the weight is or may be; null where another has its place, or where no more are learned.
TagReview::Weight* TagReview::weight(std::uint32_t feature, std::size_t tag) {
  const std::uint32_t key = review_key(feature, tag);
  Weight& weight = weights_[key % kPlaces];
  if (!weight.used && !pruned_) {
    weight.used = true;
    weight.key = key;
  }
  return weight.used && weight.key == key ? &weight : nullptr;
}

float TagReview::value(const std::vector<std::uint32_t>& features, std::size_t tag) const {
  float sum = 0;
  for (const std::uint32_t feature : features) {
    const std::uint32_t key = review_key(feature, tag);
    const Weight& weight = weights_[key % kPlaces];
    if (weight.used && weight.key == key) sum += weight.value;
  }
  return sum;
}

void TagReview::learn_word(const std::vector<std::uint32_t>& known, std::size_t right, float rate, float* row,
                           Losses& losses) {
  const float least = *std::max_element(row, row + tags_) - kCloseTags;
  std::vector<std::size_t> close;
  for (std::size_t k = 0; k < tags_; ++k) {
    if (row[k] <= least) continue;
    close.push_back(k);
    row[k] += value(known, k) / (1 - kFeatureDropout);
  }
  const auto guess = static_cast<std::size_t>(std::max_element(row, row + tags_) - row);
  losses.tags_right += guess == right ? 1 : 0;
  ++losses.words;
  softmax(row, tags_);
  losses.tag += cross_entropy(row, tags_, right, nullptr, 1);
  std::fill(row + tags_, row + kTagOutputs, 0.0F);
  for (const std::size_t k : close) {
    if (close.size() == 1 || std::fabs(row[k]) < kLeastGradient) continue;
    for (const std::uint32_t feature : known) {
      Weight* w = weight(feature, k);
      if (w == nullptr) continue;
      w->squares += row[k] * row[k];
      w->value -= kLinearRate * rate * row[k] / std::sqrt(w->squares + 0.1F);
    }
  }
}

void TagReview::learn(Network& network, const Example& example, const Dropout& dropout, float rate,
                      Losses& losses) {
  Network::Reading reading;
  network.read(example, dropout, reading);
  const auto best = first_look(layer_, reading);
  for (const Segment& s : example.sentences) {
    for (std::size_t i = s.begin; i < s.end; ++i) {
      auto known = known_features(example, best, s, i);
      std::erase_if(known, [&](std::uint32_t) { return uniform(random_) < kFeatureDropout; });
      learn_word(known, example.tags[i], rate, reading.scores[i], losses);
    }
  }
  layer_.learn(reading.l2, reading.scores);
  ++schedule_.step;
  schedule_.rate = rate;
  for (Parameter* parameter : {&layer_.w, &layer_.b}) {
    parameter->update(schedule_, 1 / static_cast<float>(example.rows.size()));
    parameter->track(std::min(0.999F, 1 - 1 / (1 + static_cast<float>(schedule_.step) / 10.0F)));
  }
}

void TagReview::judge(Network& network, const Example& example, Losses& losses) const {
  Network::Reading reading;
  network.read(example, kNoDropout, reading);
  Linear layer = layer_;
  layer.w.w = layer.w.mean;
  layer.b.w = layer.b.mean;
  const auto best = first_look(layer, reading);
  for (const Segment& s : example.sentences) {
    for (std::size_t i = s.begin; i < s.end; ++i) {
      const auto known = known_features(example, best, s, i);
      float* row = reading.scores[i];
      const float least = row[best[i]] - kCloseTags;
      for (std::size_t k = 0; k < tags_; ++k) {
        if (row[k] > least) row[k] += value(known, k);
      }
      const auto guess = static_cast<std::size_t>(std::max_element(row, row + tags_) - row);
      losses.tags_right += guess == example.tags[i] ? 1 : 0;
      ++losses.words;
    }
  }
}

void TagReview::prune(std::size_t most) {
  std::vector<float> sizes;
  for (const Weight& w : weights_) {
    if (w.used) sizes.push_back(std::fabs(w.value));
  }
  if (sizes.size() > most) {
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(most), sizes.end(),
                     std::greater<>());
    const float least = sizes[most];
    for (Weight& w : weights_) {
      if (w.used && std::fabs(w.value) <= least) w = {};
    }
  }
  pruned_ = true;
}

std::vector<std::pair<std::string, std::string>> TagReview::sections() const {
  std::string layer;
  put_linear(layer, layer_);
  float largest = 1e-6F;
  for (const Weight& w : weights_) largest = std::max(largest, std::fabs(w.value));
  const float scale = largest / 127;
  std::vector<std::pair<std::uint32_t, std::int8_t>> kept;
  for (const Weight& w : weights_) {
    const auto value = static_cast<std::int8_t>(std::lround(w.value / scale));
    if (w.used && value != 0) kept.emplace_back(w.key, value);
  }
  std::sort(kept.begin(), kept.end());
  std::string linear;
  put_u32(linear, static_cast<std::uint32_t>(kept.size()));
  put_float(linear, scale);
  for (const auto& [key, value] : kept) linear.push_back(static_cast<char>(value));
  std::uint32_t before = 0;
  for (const auto& [key, value] : kept) {
    std::uint32_t step = key - std::exchange(before, key);
    for (; step > 127; step >>= 7) linear.push_back(static_cast<char>(step | 128));
    linear.push_back(static_cast<char>(step));
  }
  return {{"TAG2", layer}, {"TAGL", linear}};
}

}  // namespace hearsay::training
