#include "core/training/names/crf.hpp"

#include <algorithm>
#include <cmath>

namespace hearsay::training {
namespace {

using actors::kNameLabels;
using actors::may_follow;
using actors::NameLabel;

constexpr float kImpossible = -1e9F;

float log_sum(const float* values, std::size_t count) {
  float top = kImpossible;
  for (std::size_t i = 0; i < count; ++i) top = std::max(top, values[i]);
  if (top <= kNoWay) return kImpossible;
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (values[i] > top - 30) sum += std::exp(values[i] - top);
  }
  return top + std::log(sum);
}

bool follows(std::size_t before, std::size_t label) {
  return may_follow(static_cast<NameLabel>(before), static_cast<NameLabel>(label));
}

}  // namespace

Expectations expectations(const std::vector<LabelRow>& scores, const Transitions& transitions,
                          const std::vector<LabelSet>* allowed) {
  const std::size_t n = scores.size();
  std::vector<LabelRow> ahead(n), behind(n);
  const auto open = [&](std::size_t i, std::size_t l) {
    return allowed == nullptr || ((*allowed)[i] >> l & 1u) != 0;
  };
  LabelRow ways;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t l = 0; l < kNameLabels; ++l) {
      ahead[i][l] = kImpossible;
      if (!open(i, l)) continue;
      std::size_t count = 0;
      for (std::size_t b = 0; b < (i == 0 ? 1 : kNameLabels); ++b) {
        if (!follows(b, l)) continue;
        const float before = i == 0 ? 0.0F : ahead[i - 1][b];
        if (before > kNoWay) ways[count++] = before + transitions[b * kNameLabels + l];
      }
      if (count > 0) ahead[i][l] = log_sum(ways.data(), count) + scores[i][l];
    }
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t l = 0; l < kNameLabels; ++l) {
      behind[i][l] = kImpossible;
      if (!open(i, l)) continue;
      if (i + 1 == n) {
        behind[i][l] = 0;
        continue;
      }
      std::size_t count = 0;
      for (std::size_t a = 0; a < kNameLabels; ++a) {
        if (!follows(l, a) || !open(i + 1, a) || behind[i + 1][a] <= kNoWay) continue;
        ways[count++] = transitions[l * kNameLabels + a] + scores[i + 1][a] + behind[i + 1][a];
      }
      if (count > 0) behind[i][l] = log_sum(ways.data(), count);
    }
  }
  Expectations out;
  out.log_total = log_sum(ahead[n - 1].data(), kNameLabels);
  out.token.assign(n, LabelRow{});
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t l = 0; l < kNameLabels; ++l) {
      const float log = ahead[i][l] + behind[i][l] - out.log_total;
      if (log <= -20) continue;
      out.token[i][l] = std::exp(log);
      for (std::size_t b = 0; b < (i == 0 ? 1 : kNameLabels); ++b) {
        if (!follows(b, l)) continue;
        const float way = (i == 0 ? 0.0F : ahead[i - 1][b]) + transitions[b * kNameLabels + l] +
                          scores[i][l] + behind[i][l] - out.log_total;
        if (way > -20) out.pairs[b * kNameLabels + l] += std::exp(way);
      }
    }
  }
  return out;
}

std::vector<NameLabel> best_labels(const std::vector<LabelRow>& scores, const Transitions& transitions) {
  const std::size_t n = scores.size();
  std::vector<NameLabel> labels(n);
  if (n == 0) return labels;
  std::vector<LabelRow> best(n);
  std::vector<std::array<NameLabel, kNameLabels>> back(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t l = 0; l < kNameLabels; ++l) {
      best[i][l] = kImpossible;
      for (std::size_t b = 0; b < (i == 0 ? 1 : kNameLabels); ++b) {
        if (!follows(b, l)) continue;
        const float score = (i == 0 ? 0.0F : best[i - 1][b]) + transitions[b * kNameLabels + l];
        if (score > best[i][l]) {
          best[i][l] = score;
          back[i][l] = static_cast<NameLabel>(b);
        }
      }
      best[i][l] += scores[i][l];
    }
  }
  auto last =
      static_cast<NameLabel>(std::max_element(best[n - 1].begin(), best[n - 1].end()) - best[n - 1].begin());
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = last;
    last = back[i][last];
  }
  return labels;
}

}  // namespace hearsay::training
