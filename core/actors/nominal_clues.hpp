#pragma once

#include <algorithm>

#include "core/actors/resolver.hpp"

// What the words of a nominal tell of whom it may mean. For the resolver's files only.
namespace hearsay::actors {

inline constexpr std::size_t kLookBack = 60;        // mentions
inline constexpr std::uint32_t kNominalReach = 15;  // sentences

// "another firm", "the first company", "most products", "the original app": words that tell it from what was
// named before.
[[nodiscard]] bool is_another(const Reading& reading, const Found& mention);

// "the company behind it", "the firm that made it": what follows tells which one is meant, so that nothing
// before has to. A clause after a comma only adds something.
[[nodiscard]] bool is_told_by_what_follows(const Reading& reading, const Found& mention);

// "Brell spoke with the manufacturer": whoever acts is not whom they act on.
[[nodiscard]] bool is_acted_on_by(const Reading& reading, const Found& mention, const Found& other);

// Whether a body with this name, in lower case, may be called so: "Brell Airways" an airline, "Brell
// Foundation" a charity.
[[nodiscard]] bool sounds_like(std::string_view name, std::string_view noun);

template <class Score>
std::uint32_t Resolver::look_back(const Found& mention, std::uint32_t sentences, Score&& score) {
  std::vector<Candidate> candidates;
  std::vector<std::uint32_t> barred;  // who acts on it is somebody else, by whatever earlier words
  for (std::size_t back = 0; back < kLookBack && back < recent_.size(); ++back) {
    const Found& recent = found_[recent_[recent_.size() - 1 - back]];
    if (mention.sentence - recent.sentence > sentences) break;
    if (recent.head == mention.head) continue;
    if (is_acted_on_by(reading_, mention, recent)) barred.push_back(recent.draft);
    if (std::find(barred.begin(), barred.end(), recent.draft) != barred.end()) continue;
    const int fit = score(recent, cast_.drafts[recent.draft]);
    if (fit < 0) continue;
    const int value = fit + salience(recent, mention);
    const auto known = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& c) { return c.draft == recent.draft; });
    if (known == candidates.end()) {
      candidates.push_back({recent.draft, value});
    } else {
      known->score = std::max(known->score, value);
    }
  }
  std::erase_if(candidates, [&](const Candidate& c) {
    return std::find(barred.begin(), barred.end(), c.draft) != barred.end();
  });
  if (candidates.empty()) return kNobody;
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (candidates.size() > 1 && candidates[0].score - candidates[1].score < 2) {
    doubt(mention, candidates[0].draft, candidates[1].draft);
    return kNobody;
  }
  return candidates.front().draft;
}

}  // namespace hearsay::actors
