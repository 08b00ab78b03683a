#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/claims/answers.hpp"

namespace hearsay::claims {

// How many of the latest claims a denial is held against: bounds the work on a long text.
inline constexpr std::size_t kDisputeLookBack = 48;

// A short label for what is disputed, made of the words of the content.
[[nodiscard]] std::string dispute_label(const Evidence& evidence, const Draft& draft);
[[nodiscard]] Dispute make_dispute(DisputeKind kind, std::string about,
                                   const std::vector<std::size_t>& claims, std::string why);

// A claim that an answer may mean, with what speaks for it.
struct Candidate {
  std::size_t claim = 0;
  Fit fit;
};

// Finds what answers what. One object per text; keeps references to its arguments, which must outlive it.
class Pairing {
 public:
  Pairing(const Evidence& evidence, const std::vector<Draft>& drafts, const std::vector<Claim>& claims)
      : evidence_(evidence),
        drafts_(drafts),
        claims_(claims),
        standpoints_(evidence, drafts, claims),
        answered_(claims.size(), false),
        answers_(claims.size(), false) {}

  void add_denials(std::vector<Dispute>& out);
  void add_contradictions(std::vector<Dispute>& out);
  void add_retractions(std::vector<Dispute>& out);
  void add_contrary_figures(std::vector<Dispute>& out) const;
  void add_unanswered(std::vector<Dispute>& out) const;

 private:
  [[nodiscard]] std::vector<Candidate> candidates_for(std::size_t denial) const;
  [[nodiscard]] bool same_words(std::size_t a, std::size_t b) const;
  [[nodiscard]] bool may_answer(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] std::vector<std::size_t> answered_before(std::size_t denial) const;
  [[nodiscard]] std::vector<std::size_t> claims_before(std::size_t denial) const;
  [[nodiscard]] std::vector<std::size_t> claim_about(std::size_t denial) const;
  [[nodiscard]] bool only_points(std::size_t denial) const;
  [[nodiscard]] bool contradicts(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool opens_with_no(std::size_t answer) const;
  [[nodiscard]] bool only_possible(std::size_t claim) const;
  [[nodiscard]] bool both_harm(std::size_t claim, const Passage& no) const;
  [[nodiscard]] bool gainsays(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool replies(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool counters(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool said_elsewhere(std::size_t claim) const;
  [[nodiscard]] bool accused_speaks(std::size_t claim) const;
  void add_rest_of_answer(std::size_t denial, Dispute& dispute) const;
  void keep(Dispute dispute, std::size_t denial, std::vector<Dispute>& out);

  const Evidence& evidence_;
  const std::vector<Draft>& drafts_;
  const std::vector<Claim>& claims_;
  Standpoints standpoints_;
  std::vector<bool> answered_;                              // by claim
  std::vector<bool> answers_;                               // by claim: it is a denial of a dispute
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;  // denial, claim; in the order found
};

}  // namespace hearsay::claims
