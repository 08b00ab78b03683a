#include "core/language/tag_review.hpp"

#include "core/language/model_file.hpp"

namespace hearsay::language {

ReviewFeatures review_features(const WordFeatures* words, const std::uint8_t* tags, std::size_t count,
                               std::size_t i) {
  static constexpr WordFeatures kOutside{};
  constexpr std::uint32_t kNoTag = 0xFF;
  const auto inside = [&](std::ptrdiff_t place) {
    return place >= 0 && place < static_cast<std::ptrdiff_t>(count);
  };
  const auto at = [&](std::ptrdiff_t offset) -> const WordFeatures& {
    const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(i) + offset;
    return inside(place) ? words[place] : kOutside;
  };
  const auto tag = [&](std::ptrdiff_t offset) -> std::uint32_t {
    const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(i) + offset;
    return inside(place) ? tags[place] : kNoTag;
  };
  const auto capital = [](const WordFeatures& word) { return word.upper_initial ? 1u : 0u; };
  const WordFeatures& before = at(-1);
  const WordFeatures& word = at(0);
  const WordFeatures& after = at(1);
  const std::uint32_t around = tag(-1) << 8 | tag(1);
  ReviewFeatures features = {
      word.lower,
      mix(word.form, i == 0 ? 1 : 0),
      mix(word.form, before.upper_initial ? 1 : 0),
      mix(word.form, after.upper_initial ? 1 : 0),
      before.lower,
      after.lower,
      mix(before.lower, word.lower),
      mix(word.lower, after.lower),
      mix(before.lower, after.lower),
      mix(mix(before.lower, word.lower), after.lower),
      mix(mix(at(-2).lower, before.lower), word.lower),
      mix(mix(word.lower, after.lower), at(2).lower),
      mix(mix(before.shape, word.shape), after.shape),
      mix(word.suffix[2], before.lower),
      mix(word.suffix[2], after.lower),
      mix(mix(before.suffix[2], word.suffix[2]), after.suffix[2]),
      mix(word.lower, tag(-1)),
      mix(word.lower, tag(1)),
      mix(word.lower, around),
      mix(word.suffix[2], around),
      mix(mix(word.lower, tag(-2)), tag(-1)),
      mix(mix(word.lower, tag(1)), tag(2)),
      mix(word.kinds, capital(word) * (i == 0 ? 2 : 1)),
      mix(mix(word.kinds, word.suffix[1]), capital(word)),
      mix(mix(word.kinds, around), capital(word)),
      mix(mix(word.kinds, word.shape), tag(0)),
      mix(mix(word.kinds, after.kinds), capital(after) + 2 * capital(word)),
      mix(mix(word.kinds, before.kinds), capital(before) + 2 * capital(word)),
  };
  for (std::size_t k = 0; k < features.size(); ++k) {
    features[k] = mix(features[k], static_cast<std::uint32_t>(k));
  }
  return features;
}

bool LinearReview::load(std::string_view section) {
  constexpr std::uint32_t kMost = 1u << 20;
  if (section.empty()) return true;
  ModelReader in(section);
  const std::uint32_t count = in.number();
  scale_ = in.real();
  if (!in.ok() || count > kMost) return false;
  mask_ = 1;
  while (mask_ < 2 * count) mask_ = mask_ * 2 + 1;
  keys_.assign(mask_ + std::size_t{1}, 0);
  weights_.assign(mask_ + std::size_t{1}, 0);
  const std::string_view weights = in.bytes(count);
  std::uint32_t key = 0;
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    std::uint32_t byte = 128;
    for (std::uint32_t shift = 0; byte >= 128 && shift < 32; shift += 7) {
      const std::string_view next = in.bytes(1);
      byte = next.empty() ? 0 : static_cast<unsigned char>(next[0]);
      key += (byte & 127) << shift;
    }
    std::uint32_t slot = mix(key, 0) & mask_;
    while (weights_[slot] != 0) slot = (slot + 1) & mask_;
    keys_[slot] = key;
    weights_[slot] = static_cast<std::int8_t>(weights[i]);
  }
  return in.ok();
}

float LinearReview::score(const ReviewFeatures& features, std::size_t tag) const {
  if (weights_.empty()) return 0;
  std::int32_t sum = 0;
  for (const std::uint32_t feature : features) {
    const std::uint32_t key = review_key(feature, tag);
    for (std::uint32_t slot = mix(key, 0) & mask_; weights_[slot] != 0; slot = (slot + 1) & mask_) {
      if (keys_[slot] != key) continue;
      sum += weights_[slot];
      break;
    }
  }
  return static_cast<float>(sum) * scale_;
}

}  // namespace hearsay::language
