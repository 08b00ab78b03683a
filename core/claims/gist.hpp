#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/claims/ledger.hpp"

// What a claim comes down to, so that two of them can be held against each other: who does what to whom, in
// words of which those that mean the same stand for one another.
namespace hearsay::claims {

// Who has a part in what is claimed.
struct Party {
  enum class Kind : std::uint8_t { none, actor, noun, unclear };
  Kind kind = Kind::none;
  Ref<Actor> actor;
  std::string_view noun;
};

struct Gist {
  // A content word, or an actor whatever the text calls it there.
  using Word = std::pair<Ref<Actor>, std::string_view>;

  bool clear = false;  // whether it can be held against another at all
  std::vector<Word> words;
  std::vector<std::string_view> numbers;  // sorted
  std::string_view predicate;             // what is said to be done or to be the case
  std::string cue;  // where only the cue says what is meant of a noun ("condemned the attack")
  Party agent;
  Party patient;
  bool negated = false;
  bool conditional = false;
  std::uint8_t modality = 0;  // bits: may, will, must
};

[[nodiscard]] Gist gist_of(const Evidence& evidence, const Draft& draft, const Claim& claim);

// Whether the two say the same. Precise rather than complete: where the parts of the two cannot be told, or
// one is more certain, more exact or says it of somebody else, they do not.
[[nodiscard]] bool same_gist(const Gist& a, const Gist& b);

}  // namespace hearsay::claims
