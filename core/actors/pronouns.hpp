#pragma once

#include <cstdint>
#include <vector>

#include "core/actors/cast.hpp"
#include "core/actors/pronoun_clues.hpp"

// Whom a pronoun stands for. Whatever it may mean is laid side by side, things that are nobody ("the flaw ...
// it") and nothing at all ("it is late") included; clues speak for and against each, with weights learnt from
// texts in which people marked it (core/training/pronouns). Only a clear lead decides.
namespace hearsay::actors {

[[nodiscard]] PronounClass class_of(const Found& pronoun);
// "himself"; `word` is in lower case.
[[nodiscard]] bool is_reflexive(std::string_view word);

// Whom or what a word stands for: an actor's draft, else a thing by its noun, else nothing.
struct Referent {
  std::uint32_t draft = kNobody;
  std::uint64_t noun = 0;
  bool operator==(const Referent&) const = default;
};

struct PronounCandidate {
  Referent referent;
  TokenIndex latest = language::kNoToken;
  Clues clues;
};

// Decides in place of the weights: how the trainer looks on and corrects.
class PronounJudge {
 public:
  virtual ~PronounJudge() = default;
  // An index into `candidates`. The last one is "nothing".
  virtual std::size_t choose(const Found& pronoun, const std::vector<PronounCandidate>& candidates) = 0;
};

class Pronouns {
 public:
  // All must outlive it. `judge` may be null.
  Pronouns(const Reading& reading, const Cast& cast, const std::vector<std::uint32_t>& draft_of_token,
           PronounJudge* judge);
  // Tells of a mention with a draft. In text order of heads, as is resolve().
  void see(const Found& mention);
  struct Decision {
    std::uint32_t draft = kNobody;
    bool doubtful = false;           // an actor leads, but not clearly
    std::uint32_t leader = kNobody;  // which one, then
    std::uint32_t rival = kNobody;   // the actor behind it; nobody: a thing, or nothing
    bool sure = false;               // leads by far
  };
  Decision resolve(const Found& pronoun);
  [[nodiscard]] bool is_quoted(TokenIndex token) const { return quote_of_token_[token] != 0; }

 private:
  struct Occurrence {
    TokenIndex head = 0;
    std::uint32_t sentence = 0;
    Referent referent;
    MentionForm form = MentionForm::name;
    bool plural = false;
    bool people = false;  // a noun for people
    bool pair = false;    // "Brell and Tarn"
    bool crowd = false;   // "the public"
    char gender = 'x';
    bool definite = false;
  };

  void see_nouns_before(TokenIndex token);
  std::vector<PronounCandidate> candidates(const Found& pronoun) const;
  [[nodiscard]] bool fits(PronounClass pronoun_class, char gender, const Occurrence& occurrence) const;
  [[nodiscard]] bool is_barred(const Found& pronoun, const Occurrence& occurrence) const;
  [[nodiscard]] bool speaks(const Found& pronoun) const;
  [[nodiscard]] bool can_speak(const Occurrence& occurrence) const;
  [[nodiscard]] TokenIndex clause_of(TokenIndex token) const;
  [[nodiscard]] bool is_said_by(TokenIndex token, TokenIndex verb) const;
  [[nodiscard]] bool are_linked(TokenIndex verb, TokenIndex other) const;
  [[nodiscard]] std::uint32_t named_by_emphasis(const Found& pronoun) const;
  [[nodiscard]] TokenIndex role_token(const Occurrence& occurrence) const;
  void add_place_clues(const Found& pronoun, const Occurrence& latest, Clues& clues) const;
  void add_kind_clues(const Found& pronoun, const Occurrence& latest, Clues& clues) const;
  [[nodiscard]] Clues clues_of_nothing(const Found& pronoun) const;
  [[nodiscard]] std::uint32_t mentions_of(const Referent& referent) const;

  const Reading& reading_;
  const Cast& cast_;
  const std::vector<std::uint32_t>& draft_of_token_;
  PronounJudge* judge_;
  std::vector<Occurrence> seen_;               // in text order
  std::vector<std::uint32_t> seen_of_draft_;   // how often each draft was seen
  std::vector<std::uint32_t> quote_of_token_;  // 0: not quoted
  TokenIndex nouns_seen_ = 0;
};

}  // namespace hearsay::actors
