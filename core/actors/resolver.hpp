#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/actors/pronouns.hpp"

namespace hearsay::actors {

// Says whose the nominals and pronouns are, in text order, looking back no further than a bounded number of
// mentions.
class Resolver {
 public:
  // `found` holds every mention of the document in text order of their heads; those of names have their
  // draft.
  // All must outlive it. `judge`, which may be null, decides on pronouns in place of the weights.
  Resolver(const Reading& reading, std::vector<Found>& found, Cast& cast, PronounJudge* judge);
  // Before the rest: roles and descriptions that stand beside a name ("Ian Brell, director of the Watch").
  void read_appositions();
  // Whose name stands at `name` publishes the text: outside quotations "we" is that body.
  void read_publisher(Span name);
  // Resolves the mention. Must be called for each in turn.
  void resolve(std::size_t index);

 private:
  struct Candidate {
    std::uint32_t draft;
    int score;
  };

  void beside_name(std::size_t index);
  void describe(std::uint32_t index, const Found& nominal);
  void read_employer(const Found& mention);
  void read_workplace(const Found& body);
  void resolve_pronoun(Found& mention);
  void resolve_nominal(Found& mention);
  bool resolve_role(Found& mention);
  bool resolve_state(Found& mention);
  bool resolve_product(Found& mention);
  bool resolve_product_of(Found& mention, std::uint32_t vendor);
  [[nodiscard]] std::uint32_t product_named_in(const Found& mention) const;
  [[nodiscard]] bool names_another(const Found& mention, const Draft& product) const;
  // Whether the noun of `mention` stands after token `since` for something that is no actor.
  [[nodiscard]] bool is_said_since(const Found& mention, TokenIndex since) const;
  bool resolve_group(Found& mention);
  bool resolve_body(Found& mention);
  [[nodiscard]] std::uint32_t named_within(const Found& mention) const;
  [[nodiscard]] std::uint32_t employer_in(const Found& mention) const;
  [[nodiscard]] std::uint32_t employer_of_apposed(const Found& mention) const;
  [[nodiscard]] std::uint32_t said_before(const Found& mention) const;
  [[nodiscard]] int fit_of_body(const Found& mention, const Draft& draft, const std::string& country) const;

  // The country that a nominal's own words name: "the British institution", "the Moscow-based firm".
  std::string country_in(const Found& mention, Span* evidence) const;
  // Whose name or nominal covers the token.
  [[nodiscard]] std::uint32_t draft_at(TokenIndex token) const;
  // The best of the recent drafts by `score` (negative: does not fit); kNobody, with a note, where two are
  // equally near.
  template <class Score>
  std::uint32_t look_back(const Found& mention, std::uint32_t sentences, Score&& score);
  [[nodiscard]] int salience(const Found& recent, const Found& mention) const;
  std::uint32_t introduce(const Found& mention, ActorKind kind, std::string kind_why);
  void assign(Found& mention, std::uint32_t draft, std::string why);
  // Notes that a mention was joined to nobody, though `leader` and perhaps `rival` came into question.
  void doubt(const Found& mention, std::uint32_t leader, std::uint32_t rival);

  const Reading& reading_;
  std::vector<Found>& found_;
  Cast& cast_;
  std::vector<std::size_t> recent_;                                // mentions with a draft, the latest last
  std::vector<std::uint32_t> draft_of_token_;                      // by token, of names and resolved nominals
  std::map<std::string, std::vector<std::uint32_t>> holders_;      // persons by role
  std::map<std::string, std::vector<std::uint32_t>> governments_;  // by country
  // "Brell's software", by its maker and, where it tells something, the noun
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> products_;
  Pronouns pronouns_;
  std::size_t doubts_ = 0;
  std::uint32_t publisher_ = kNobody;
};

}  // namespace hearsay::actors
