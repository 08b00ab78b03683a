#pragma once

#include <vector>

#include "core/actors/actors.hpp"
#include "core/analysis.hpp"
#include "core/language/language.hpp"

namespace hearsay::time {

// The words that tell an event of the timeline, who takes part in it, and the claim that tells it.
class EventWords {
 public:
  // Both must outlive it.
  EventWords(const language::LanguageLayer& language, const Analysis& analysis);

  // The event that `head` tells, a verb with its clause or a noun ("the May 2017 attack") with its phrase;
  // `time` is the word that dates it.
  void describe(TimelineEntry& entry, language::TokenIndex head, language::TokenIndex time) const;

 private:
  using Tokens = std::vector<language::TokenIndex>;

  void index_claims();
  [[nodiscard]] Tokens clause_of(language::TokenIndex verb, language::TokenIndex time) const;
  void add_antecedent(language::TokenIndex noun, Tokens& clause) const;
  [[nodiscard]] bool is_in_doubt(language::TokenIndex token) const;
  void add_subject(language::TokenIndex verb, Tokens& clause) const;
  void add_subtree(language::TokenIndex head, Tokens& clause) const;
  [[nodiscard]] std::vector<Span> spans_of(const Tokens& tokens) const;

  const language::LanguageLayer& language_;
  const Analysis& analysis_;
  actors::MentionIndex mentions_;
  std::vector<Ref<Claim>> claim_of_;  // by token: the claim with the shortest content or cue over it
};

}  // namespace hearsay::time
