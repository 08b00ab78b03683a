// Claims made again by who made them.
#include <algorithm>

#include "core/claims/ledger.hpp"

namespace hearsay::claims {

void find_repeats(const Evidence& evidence, std::vector<Claim>& claims, const std::vector<Words>& words) {
  (void)evidence;
  constexpr std::size_t kLookBack = 64;  // bounds the work; a claim made again later stands on its own
  constexpr std::size_t kFewestWords = 2;
  for (std::size_t i = 1; i < claims.size(); ++i) {
    if (!claims[i].source || words[i].size() < kFewestWords || claims[i].stance == Stance::act) continue;
    const std::size_t from = i > kLookBack ? i - kLookBack : 0;
    for (std::size_t k = from; k < i; ++k) {
      if (claims[k].source != claims[i].source || claims[k].polarity != claims[i].polarity ||
          words[k].size() < kFewestWords)
        continue;
      if (claims[k].content == claims[i].content || claims[k].stance == Stance::act) continue;
      const std::size_t shared = shared_words(words[k], words[i]);
      const std::size_t all = words[k].size() + words[i].size() - shared;
      // Six in ten words shared: the same thing said again in nearly the same words.
      if (shared * 10 < all * 6) continue;
      claims[i].repeats = claims[k].repeats ? claims[k].repeats : Ref<Claim>(k);
      break;
    }
  }
}

}  // namespace hearsay::claims
