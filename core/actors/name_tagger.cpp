#include "core/actors/name_tagger.hpp"

#include <algorithm>

namespace hearsay::actors {
namespace {

constexpr std::string_view kMagic = "HNT4";
constexpr std::size_t kKey = 3;                     // bytes of a feature in the file
constexpr std::uint32_t kPresent = (1u << 18) - 1;  // 32 KB, small enough for the innermost cache

std::int32_t int16_at(std::string_view bytes, std::size_t at) {
  const auto low = static_cast<unsigned char>(bytes[at]);
  const auto high = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<std::int16_t>(static_cast<std::uint16_t>(low | (high << 8)));
}

}  // namespace

Result<NameTagger> NameTagger::load(std::string_view bytes) {
  NameTagger tagger;
  if (bytes.empty()) return tagger;
  const Error damaged{ErrorCode::bad_model, "models/names.bin is damaged or of another version."};
  const std::size_t header = kMagic.size() + 2;
  const std::size_t transitions = kNameLabels * kNameLabels * 2;
  const std::size_t keys = header + transitions + 8;
  if (bytes.size() < keys || bytes.substr(0, kMagic.size()) != kMagic ||
      static_cast<unsigned char>(bytes[4]) != kNameFeatureBits ||
      static_cast<unsigned char>(bytes[5]) != kNameLabels) {
    return damaged;
  }
  for (std::size_t i = 0; i < tagger.transitions_.size(); ++i) {
    tagger.transitions_[i] = int16_at(bytes, header + 2 * i);
  }
  language::ModelReader numbers(bytes.substr(header + transitions));
  tagger.units_ = numbers.real();
  const std::size_t rows = numbers.number();
  const std::size_t end = keys + rows * (kKey + kNameLabels);
  if (rows > (std::size_t{1} << kNameFeatureBits) || bytes.size() < end) return damaged;
  std::size_t slots = 16;
  while (slots < rows * 3) slots *= 2;
  tagger.mask_ = static_cast<std::uint32_t>(slots - 1);
  tagger.slots_.assign(slots, {});
  tagger.present_.assign((kPresent + 1) / 64, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string_view key_bytes = numbers.bytes(kKey);
    std::uint32_t key = 0;
    for (std::size_t byte = 0; byte < kKey; ++byte)
      key |= static_cast<std::uint32_t>(static_cast<unsigned char>(key_bytes[byte])) << (8 * byte);
    auto slot = key & tagger.mask_;
    while (tagger.slots_[slot].row != 0) slot = (slot + 1) & tagger.mask_;
    tagger.slots_[slot] = {key, static_cast<std::uint32_t>(i + 1)};
    tagger.present_[(key & kPresent) / 64] |= std::uint64_t{1} << (key & 63u);
  }
  tagger.weights_ = reinterpret_cast<const signed char*>(bytes.data()) + keys + kKey * rows;
  if (!tagger.network_.load(bytes.substr(end))) return damaged;
  return tagger;
}

void NameTagger::score(const std::int16_t* states, std::size_t count, std::vector<LabelScores>& out) const {
  if (network_.empty()) {
    out.resize(out.size() + count, LabelScores{});
    return;
  }
  std::vector<float> scores;
  network_.score(states, count, scores);
  for (std::size_t i = 0; i < count; ++i) {
    LabelScores row;
    for (std::size_t label = 0; label < kNameLabels; ++label) {
      constexpr float kMost = 30000;
      constexpr float kShift = 65536;  // so that the conversion, which cuts towards zero, rounds to nearest
      const float score = scores[i * kNameNetworkOutputs + label] * units_;
      const float bounded = score < -kMost ? -kMost : score > kMost ? kMost : score;
      row[label] = static_cast<std::int16_t>(static_cast<std::int32_t>(bounded + (kShift + 0.5F)) -
                                             static_cast<std::int32_t>(kShift));
    }
    out.push_back(row);
  }
}

const signed char* NameTagger::row(std::uint32_t feature) const {
  if ((present_[(feature & kPresent) / 64] >> (feature & 63u) & 1u) == 0) return nullptr;
  for (auto slot = feature & mask_; slots_[slot].row != 0; slot = (slot + 1) & mask_) {
    if (slots_[slot].feature == feature) return weights_ + std::size_t{slots_[slot].row - 1} * kNameLabels;
  }
  return nullptr;
}

std::vector<NameLabel> NameTagger::label(const std::vector<FeatureList>& features, const LabelScores* scores,
                                         const std::vector<std::int32_t>& doubt) const {
  std::vector<NameLabel> labels(features.size(), 0);
  if (weights_ == nullptr || features.empty()) return labels;
  using Scores = std::array<std::int32_t, kNameLabels>;
  constexpr std::int32_t kImpossible = -(1 << 29);
  std::vector<std::array<NameLabel, kNameLabels>> back(features.size());
  Scores best{};
  for (std::size_t i = 0; i < features.size(); ++i) {
    Scores own{};
    for (const std::uint32_t feature : features[i]) {
      const signed char* weights = row(feature & ~kOfTags);
      if (weights == nullptr) continue;
      for (std::size_t label = 0; label < kNameLabels; ++label) own[label] += weights[label];
    }
    for (std::size_t label = 0; label < kNameLabels; ++label) own[label] += scores[i][label];
    if (i < doubt.size()) own[0] -= doubt[i];
    Scores now{};
    for (std::size_t label = 0; label < kNameLabels; ++label) {
      std::int32_t top = kImpossible;
      const std::size_t before_all = i == 0 ? 1 : kNameLabels;  // a sentence begins as after "outside"
      for (std::size_t before = 0; before < before_all; ++before) {
        if (!may_follow(static_cast<NameLabel>(before), static_cast<NameLabel>(label))) continue;
        const std::int32_t score = best[before] + transitions_[before * kNameLabels + label];
        if (score > top) {
          top = score;
          back[i][label] = static_cast<NameLabel>(before);
        }
      }
      now[label] = std::max(top + own[label], kImpossible);
    }
    best = now;
  }
  auto last = static_cast<NameLabel>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = features.size(); i-- > 0;) {
    labels[i] = last;
    last = back[i][last];
  }
  return labels;
}

std::vector<TaggedName> tagged_names(const std::vector<NameLabel>& labels, language::TokenIndex first) {
  std::vector<TaggedName> names;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto at = first + static_cast<language::TokenIndex>(i);
    if (labels[i] == 0) continue;
    if (labels[i] % 2 == 1 || names.empty() || names.back().last != at) {
      names.push_back({at, at, static_cast<NameType>((labels[i] - 1) / 2)});
    }
    names.back().last = at + 1;
  }
  return names;
}

}  // namespace hearsay::actors
