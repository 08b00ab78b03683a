// Which claim the words of an answer point back at: of the one they name, in the words they name, or the
// nearest of the kind.
#include <algorithm>

#include "core/claims/answers.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {}  // namespace

// Whether claim `c` is of the kind that the pointer of `d` names.
bool Standpoints::suits(std::size_t c, std::size_t d) const {
  const Stance stance = claims_[c].stance;
  const bool asserted = stance == Stance::state || stance == Stance::assess;
  switch (standpoints_[d].pointer.kind) {
    case MatterKind::accusation:
      return stance == Stance::accuse || stance == Stance::warn ||
             (asserted && concerns(standpoints_[c], standpoints_[d].side));
    case MatterKind::assessment:
      return asserted || stance == Stance::accuse || stance == Stance::warn;
    case MatterKind::warning:
      return stance != Stance::deny && stance != Stance::state;
    case MatterKind::advice:
      return stance == Stance::advise || stance == Stance::warn || stance == Stance::assess;
    case MatterKind::evidence:
      return stance != Stance::advise && stance != Stance::deny;
    case MatterKind::claim:
    case MatterKind::refused:
      return true;
  }
  return true;
}

bool Standpoints::owned_by(const Pointer& pointer, const Side& side) const {
  if (pointer.owner == kNoToken) return false;
  const auto owner = evidence_.actor_of(pointer.owner);
  for (const auto member : side.members) {
    if (owner && evidence_.same_party(owner, member)) return true;
  }
  return evidence_.reading.lemma(pointer.owner) == side.word;
}

// Whether claim `c` is made in the words by which `d` points back: "warned" and "the warning", "In a ruling
// it said" and "the ruling".
bool Standpoints::names(std::size_t c, std::size_t d) const {
  const Reading& reading = evidence_.reading;
  const Pointer& pointer = standpoints_[d].pointer;
  if (pointer.token == kNoToken) return false;
  const auto noun = reading.lemma(pointer.token);
  const Upos tag = reading[pointer.token].upos;
  if ((tag != Upos::NOUN && !pointer.many) || noun.size() < 4) return false;
  const std::string_view cue = drafts_[c].cue_lemma;
  constexpr std::size_t kStem = 4;
  if (cue.substr(0, kStem) == noun.substr(0, kStem)) return true;
  const auto& sentence = reading.layer.sentence(drafts_[c].cue_head);
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (token != pointer.token && reading.lemma(token) == noun && !covers(drafts_[c].content, token))
      return true;
  }
  return false;
}

std::size_t Standpoints::find_pointed(std::size_t d) const {
  constexpr std::size_t kLookBack = 24;
  constexpr std::uint32_t kSentences = 6;
  constexpr std::uint32_t kJustNow = 2;
  constexpr std::uint32_t kBlocks = 3;
  constexpr std::size_t kFewestWords = 5;        // of a claim that is no clause
  constexpr std::uint32_t kNamedSentences = 24;  // what is named may lie further back
  const Standpoint& answer = standpoints_[d];
  const Pointer& pointer = answer.pointer;
  if (pointer.token == kNoToken) return size();
  if (drafts_[d].apposed) {
    std::size_t any = size();
    for (std::size_t c = d; c-- > 0 && standpoints_[c].sentence == answer.sentence;) {
      if (!answerable(c) || claims_[c].stance == Stance::deny || drafts_[c].cue_head > pointer.token)
        continue;
      if (claims_[c].stance == Stance::accuse || (pointer.kind != MatterKind::accusation && suits(c, d)))
        return c;
      if (any == size()) any = c;
    }
    return any;
  }
  std::size_t nearest = size();
  std::size_t named = size();
  std::size_t owned = size();
  int owned_words = 0;  // of the claims of the one it names, that which shares most words
  std::size_t just_said = size();
  const auto prefer_outer = [&](std::size_t& kept, std::size_t c) {
    if (kept == size() || (standpoints_[kept].nested && covers(drafts_[c].content, drafts_[kept].cue_head)))
      kept = c;
  };
  for (std::size_t step = 1; step <= std::min(kLookBack, d); ++step) {
    const std::size_t c = d - step;
    const Standpoint& claim = standpoints_[c];
    if (!answerable(c) || covers(drafts_[c].content, drafts_[d].cue_head)) continue;
    const bool whose = owned_by(pointer, claim.side);
    // Where both were read as one party, "the vendor's figure" still is the vendor's.
    const bool asserts = drafts_[c].clausal || claims_[c].stance == Stance::accuse ||
                         claims_[c].stance == Stance::assess || claims_[c].stance == Stance::warn;
    if (whose && asserts && claim.side.word != answer.side.word) {
      const int words = shared(claim.words, answer.words);
      if (owned != size() && words > owned_words) owned = size();
      if (owned == size()) owned_words = words;
      prefer_outer(owned, c);
    }
    if (claims_[c].stance == Stance::deny || same_side(claim.side, answer.side)) continue;
    if (unread_pronoun(c) && claim.sentence == answer.sentence) continue;
    // "denied all charges": what was just said of him, where nobody accuses.
    constexpr std::uint32_t kJustSaid = 2;
    const bool stated = claims_[c].stance == Stance::state || claims_[c].stance == Stance::assess;
    if (pointer.kind == MatterKind::accusation && stated && drafts_[c].clausal &&
        claim.sentence + kJustSaid >= answer.sentence && claim.sentence < answer.sentence)
      prefer_outer(just_said, c);
    if ((!pointer.such && !suits(c, d)) || claim.sentence + kNamedSentences < answer.sentence) continue;
    const bool says_something =
        drafts_[c].clausal || claims_[c].stance != Stance::state || claim.words.size() >= kFewestWords;
    if (!says_something) continue;
    const bool of_such = pointer.such && std::binary_search(claim.words.begin(), claim.words.end(),
                                                            key_of(evidence_.reading.lemma(pointer.token)));
    // "denied any such attack": whoever is accused of one, before whoever speaks of one.
    const bool rather = of_such && named != size() && claims_[c].stance == Stance::accuse &&
                        claims_[named].stance != Stance::accuse &&
                        claim.sentence + kSentences >= answer.sentence;
    if (rather) named = c;
    if (of_such || names(c, d)) prefer_outer(named, c);
    // "This" is what was said just now; "the finding" may lie further back.
    const bool pronoun = evidence_.reading[pointer.token].upos == Upos::PRON;
    if (pointer.vague && claim.sentence + 1 < answer.sentence) continue;
    if (pronoun && claim.sentence + kJustNow < answer.sentence) continue;
    if (claim.sentence + kSentences >= answer.sentence && claim.block + kBlocks >= answer.block)
      prefer_outer(nearest, c);
  }
  if (pointer.owner != kNoToken) return owned;
  if (named != size()) return named;
  // "The screenshots are forged": only who spoke of screenshots; "the evidence" may be anybody's.
  constexpr std::string_view any_evidence[] = {"evidence", "proof", "paper", "document"};
  const bool certain =
      pointer.kind == MatterKind::evidence && !is_any(evidence_.reading.lemma(pointer.token), any_evidence);
  if (certain) return size();
  if (nearest != size()) return nearest;
  if (just_said != size()) return just_said;
  // A headline or a lead denies what the text tells after it.
  constexpr std::uint32_t kLead = 3;
  constexpr std::size_t kAhead = 10;
  if (pointer.kind != MatterKind::accusation || answer.sentence > kLead) return size();
  for (std::size_t c = d + 1; c < std::min(size(), d + kAhead); ++c) {
    if (claims_[c].stance == Stance::accuse && !standpoints_[c].nested &&
        !same_side(standpoints_[c].side, answer.side))
      return c;
  }
  return size();
}

}  // namespace hearsay::claims
