#include "core/training/boundaries.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/language/boundaries.hpp"

namespace hearsay::training {

using namespace language;

namespace {

// An averaged perceptron over a hashed table, and its 8-bit form.
class Trainer {
 public:
  Trainer(std::uint32_t log_size, std::uint32_t classes)
      : log_size_(log_size),
        classes_(classes),
        weights_((std::size_t{1} << log_size) + classes),
        total_(weights_.size()) {
    table_.weights = weights_.data();
    table_.mask = (1u << log_size) - 1;
    table_.classes = classes;
  }
  void score(const std::vector<Feature>& row, float* out) const { table_.score(row, out); }
  void update(const std::vector<Feature>& row, std::uint32_t right, std::uint32_t wrong) {
    for (const Feature f : row) {
      const std::size_t at = f & table_.mask;
      weights_[at + right] += 1;
      weights_[at + wrong] -= 1;
      total_[at + right] += step_;
      total_[at + wrong] -= step_;
    }
  }
  void tick() { step_ += 1; }
  std::string section() const {
    std::vector<float> average(weights_.size());
    for (std::size_t i = 0; i < average.size(); ++i) {
      average[i] = weights_[i] - static_cast<float>(total_[i] / step_);
    }
    std::vector<float> sizes;
    for (const float w : average) {
      if (w != 0) sizes.push_back(std::fabs(w));
    }
    std::sort(sizes.begin(), sizes.end());
    const float top =
        sizes.empty() ? 1 : sizes[static_cast<std::size_t>(static_cast<double>(sizes.size() - 1) * 0.9995)];
    std::string out;
    const auto put = [&out](std::uint32_t v) {
      for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>(v >> (8 * i)));
    };
    put(log_size_);
    put(classes_);
    put(0);
    put(0);
    for (const float w : average) {
      out.push_back(
          static_cast<char>(static_cast<std::int8_t>(std::clamp(std::lround(w / top * 127), -127L, 127L))));
    }
    std::printf("  table 2^%u: %.1f%% used, top weight %.1f\n", log_size_,
                100.0 * static_cast<double>(sizes.size()) / static_cast<double>(average.size()), top);
    return out;
  }

 private:
  std::uint32_t log_size_;
  std::uint32_t classes_;
  std::vector<float> weights_;
  std::vector<double> total_;
  double step_ = 1;
  HashedTable<float, float> table_;
};

}  // namespace

std::string train_boundaries(const std::vector<Paragraph>& paragraphs, Random& random) {
  constexpr int kEpochs = 10;
  Trainer trainer(16, 2);
  std::vector<Feature> row;
  std::vector<std::size_t> order(paragraphs.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
    for (const std::size_t at : order) {
      std::vector<WordFeatures> words;
      std::vector<bool> ends;
      for (const TreebankSentence& sentence : vary(paragraphs[at], random)) {
        for (const Word& word : sentence.words) {
          words.push_back(word_features(word.form));
          words.back().space_after = word.space_after;
          ends.push_back(false);
        }
        ends.back() = true;
      }
      std::size_t since = 0;
      for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        boundary_features(words, i, since, row);
        float score[2];
        trainer.score(row, score);
        const std::uint32_t guess = score[1] > score[0] ? 1 : 0;
        if (guess != ends[i]) trainer.update(row, ends[i], guess);
        trainer.tick();
        since = ends[i] ? 0 : since + 1;
      }
    }
  }
  return trainer.section();
}

}  // namespace hearsay::training
