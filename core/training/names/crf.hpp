#pragma once

#include <array>
#include <vector>

#include "core/actors/name_tagger.hpp"
#include "core/training/names/corpora.hpp"

// The linear chain of the name tagger in training: sums over all ways to label a sentence, and the best way.
namespace hearsay::training {

using LabelRow = std::array<float, actors::kNameLabels>;
using Transitions = std::array<float, actors::kNameLabels * actors::kNameLabels>;  // [before][label]

// Expected counts of labels and of pairs of neighbours, and the logarithm of the sum of all ways.
struct Expectations {
  float log_total = 0;  // below kNoWay where no way is allowed
  std::vector<LabelRow> token;
  Transitions pairs{};
};
inline constexpr float kNoWay = -5e8F;

// Over all ways, or, with `allowed`, over those in which every token has an allowed label.
[[nodiscard]] Expectations expectations(const std::vector<LabelRow>& scores, const Transitions& transitions,
                                        const std::vector<LabelSet>* allowed);

[[nodiscard]] std::vector<actors::NameLabel> best_labels(const std::vector<LabelRow>& scores,
                                                         const Transitions& transitions);

}  // namespace hearsay::training
