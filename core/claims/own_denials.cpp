// Denials without a verb of denial: the source says of itself that it is not so, after somebody said it was.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// "that the firm has no ties": the source says of itself or its own what is not so. A refusal ("will not
// pay") is no denial.
bool speaks_of_own_part(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  if (claim.stance != Stance::state || claim.polarity != Polarity::negated || !claim.source) return false;
  if (draft.cue_negated || draft.negates) return false;
  const TokenIndex subject = content_subject(evidence, draft);
  if (subject == kNoToken) return false;
  for (const TokenIndex child : evidence.reading.layer.children_of(draft.content_head)) {
    const auto& word = evidence.reading.lower(child);
    if (evidence.reading[child].rel == Deprel::aux && (word == "will" || word == "would" || word == "wo" ||
                                                       word == "could" || word == "can" || word == "ca"))
      return false;
  }
  // Who does not know, recall or plan it says nothing against it.
  constexpr std::string_view thoughts[] = {
      "know", "recall", "remember", "think", "believe", "see",  "hear", "expect",     "plan", "intend",
      "want", "hope",   "comment",  "speak", "hide",    "mind", "like", "understand", "wish", "discuss"};
  if (is_any(evidence.reading.lemma(draft.content_head), thoughts)) return false;
  const auto& word = evidence.reading.lower(subject);
  return word == "we" || word == "i" || evidence.same_party(evidence.actor_of(subject), claim.source);
}

// Whether the claim speaks of the very thing that is said not to be so: the predicate, or what it is done to.
bool speaks_of_it(const Evidence& evidence, const Draft& denial, const Words& claim) {
  constexpr std::string_view light[] = {"be", "have", "do", "make", "take", "get", "give", "company", "firm"};
  const auto spoken_of = [&](TokenIndex token) {
    const auto lemma = evidence.reading.lemma(token);
    return !is_any(lemma, light) && std::binary_search(claim.begin(), claim.end(), lemma);
  };
  if (spoken_of(denial.content_head)) return true;
  for (const TokenIndex child : evidence.reading.layer.children_of(denial.content_head)) {
    const Deprel rel = evidence.reading[child].rel;
    const bool done_to = rel == Deprel::obj || rel == Deprel::obl || rel == Deprel::xcomp;
    if (done_to && evidence.reading[child].upos != Upos::PRON && spoken_of(child)) return true;
  }
  return false;
}

}  // namespace

void find_own_denials(const Evidence& evidence, const std::vector<Draft>& drafts, std::vector<Claim>& claims,
                      const std::vector<Words>& words) {
  constexpr std::size_t kBack = 48;
  constexpr std::size_t kAhead = 8;
  for (std::size_t d = 0; d < claims.size(); ++d) {
    if (!speaks_of_own_part(evidence, drafts[d], claims[d])) continue;
    const std::size_t from = d > kBack ? d - kBack : 0;
    const std::size_t to = std::min(claims.size(), d + kAhead);
    for (std::size_t c = from; c < to; ++c) {
      const Claim& claim = claims[c];
      const bool against = claim.stance == Stance::accuse || claim.stance == Stance::warn ||
                           claim.stance == Stance::state || claim.stance == Stance::assess;
      if (c == d || !against || claim.polarity == Polarity::negated) continue;
      if (evidence.same_party(claim.source, claims[d].source)) continue;
      if (!evidence.same_party(claim.target, claims[d].source) ||
          !speaks_of_it(evidence, drafts[d], words[c]))
        continue;
      claims[d].stance = Stance::deny;
      claims[d].target = claims[d].source;
      claims[d].why += "; the source says of itself that it is not so, after somebody said it was";
      break;
    }
  }
}

}  // namespace hearsay::claims
