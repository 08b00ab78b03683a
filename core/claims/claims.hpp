#pragma once

#include <memory>
#include <vector>

#include "core/actors/actors.hpp"
#include "core/analysis.hpp"
#include "core/budget.hpp"
#include "core/language/language.hpp"
#include "core/result.hpp"
#include "core/text/document.hpp"

namespace hearsay::claims {

// Cue words with their stance and frame, hedges, yardstick terms, basis words: read once from assets.
class CueLexicon {
 public:
  static Result<CueLexicon> load();
  CueLexicon(CueLexicon&&) noexcept;
  CueLexicon& operator=(CueLexicon&&) noexcept;
  ~CueLexicon();

 private:
  friend class ClaimStage;
  struct Impl;
  explicit CueLexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// A stretch of the text in which all words are those of one party, whoever's document it is.
struct OwnWords {
  Span span;
  Ref<Actor> party;  // none where the actors do not know it
  Span name;         // the words that name it
};

struct ClaimLayer {
  std::vector<Claim> claims;
  std::vector<Dispute> disputes;
  std::vector<Agreement> agreements;
  std::vector<SourceEntry> sources;
  std::vector<Note> notes;  // the reader's lint: mixed scales, experts without an expert
  std::vector<Considered> considered;
  std::vector<Ref<Claim>> unsigned_claims;  // the issuer's, if the document turns out to have one
  std::vector<OwnWords> own_words;          // in text order, disjoint
};

// Gives the claims to whom the document speaks for; not to a vendor that only has its say in it, nor to its
// product.
void sign(const Document& document, const std::vector<OwnWords>& words, const std::vector<Actor>& actors,
          const std::vector<Ref<Claim>>& unsigned_claims, Ref<Actor> issuer, std::vector<Claim>& claims);
// Gives advice that stands in a party's own words to it, not to whom the document speaks for.
void give_own_advice(const std::vector<OwnWords>& words, const std::vector<Claim>& claims,
                     std::vector<Advice>& advice);

// Builds the ledger: attributions, stance, certainty, basis, repeats, agreements, disputes, sources.
class ClaimStage {
 public:
  ClaimStage(const Document& document, const language::LanguageLayer& language,
             const std::vector<Actor>& actors, const std::vector<Time>& times, const CueLexicon& lexicon);
  ~ClaimStage();
  ClaimStage(const ClaimStage&) = delete;
  ClaimStage& operator=(const ClaimStage&) = delete;
  bool advance(Budget& budget);
  [[nodiscard]] ClaimLayer take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay::claims
