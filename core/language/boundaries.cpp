#include "core/language/boundaries.hpp"

namespace hearsay::language {
namespace {

class Collector {
 public:
  explicit Collector(std::vector<Feature>& out) : out_(out) { out_.clear(); }
  void add(Feature a) { out_.push_back(mix(++number_, a)); }
  void add(Feature a, Feature b) { out_.push_back(mix(mix(++number_, a), b)); }
  void add(Feature a, Feature b, Feature c) { out_.push_back(mix(mix(mix(++number_, a), b), c)); }
  void add(Feature a, Feature b, Feature c, Feature d) {
    out_.push_back(mix(mix(mix(mix(++number_, a), b), c), d));
  }

 private:
  std::vector<Feature>& out_;
  Feature number_ = 0;
};

const WordFeatures kNoWord{};

}  // namespace

void boundary_features(const std::vector<WordFeatures>& words, std::size_t i, std::size_t since,
                       std::vector<Feature>& out) {
  const auto word = [&](std::ptrdiff_t k) -> const WordFeatures& {
    const auto at = static_cast<std::ptrdiff_t>(i) + k;
    return at >= 0 && at < static_cast<std::ptrdiff_t>(words.size()) ? words[static_cast<std::size_t>(at)]
                                                                     : kNoWord;
  };
  const WordFeatures& w = word(0);
  const WordFeatures& next = word(1);
  const Feature length = since < 4 ? static_cast<Feature>(since) : since < 8 ? 4u : since < 30 ? 5u : 6u;
  const Feature space = w.space_after;
  const Feature upper = next.upper_initial;
  Collector f(out);
  f.add(1);
  f.add(space, upper);
  f.add(w.lower, upper, space);
  f.add(w.shape, next.shape, space);
  f.add(w.lower, next.lower);
  f.add(w.lower, next.shape, space);
  f.add(w.shape, next.lower, space);
  f.add(next.lower, space);
  f.add(next.form);
  f.add(word(-1).lower, w.lower);
  f.add(word(-1).shape, w.lower, next.shape);
  f.add(word(-1).lower, w.lower, upper);
  f.add(next.lower, word(2).lower);
  f.add(next.shape, word(2).shape, w.lower);
  f.add(next.shape, word(2).lower, w.lower);
  f.add(length, w.lower, upper);
  f.add(length, w.shape, next.shape);
  f.add(word(-2).shape, word(-1).shape, w.shape, next.shape);
  f.add(w.form, next.form);
}

}  // namespace hearsay::language
