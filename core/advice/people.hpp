#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/actors/actors.hpp"
#include "core/advice/clause.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/tree.hpp"
#include "core/analysis.hpp"

namespace hearsay::advice {

// Who can be told to act, and who can tell. All that it is made of must outlive it.
class People {
 public:
  People(const Tree& tree, const std::vector<Actor>& actors, const AdviceWords& words);

  // The actor of the mention at the token, or none.
  [[nodiscard]] Ref<Actor> at(TokenIndex token) const;
  [[nodiscard]] Ref<Actor> headed_by(TokenIndex token) const { return mentions_.headed_by(token); }
  [[nodiscard]] const Actor& actor(Ref<Actor> ref) const { return actors_[ref.index()]; }

  [[nodiscard]] bool self(TokenIndex token) const;  // "we"
  // Somebody who can be told to act. `issuing`: in a document that speaks for its issuer "it" is no one.
  [[nodiscard]] bool addressable(TokenIndex token, bool issuing) const;
  // Somebody who can act at all: a person, a body, a group.
  [[nodiscard]] bool acting(Ref<Actor> ref) const;
  // "users", "the public": people in general, whom a story advises.
  [[nodiscard]] bool plural_audience(TokenIndex token) const;
  // Called an attacker, a hacker, a scammer ... somewhere in the text: what they say is a demand, not advice.
  [[nodiscard]] bool hostile(Ref<Actor> ref) const { return ref.has_value() && hostile_[ref.index()]; }
  // "Directive 21-01", "Client 3.1": a name with a number in it.
  [[nodiscard]] bool numbered(Ref<Actor> ref) const;
  // "unknown individuals": a group that the text cannot name.
  [[nodiscard]] bool unnamed(Ref<Actor> ref) const;
  [[nodiscard]] bool hostile_word(TokenIndex token) const;
  // As before, but a victim is none.
  [[nodiscard]] bool attacker_word(TokenIndex token) const {
    return hostile_word(token) && !tree_.has_lemma(token, {"victim", "target"});
  }

  // Public bodies and those who work for them: who is ordered to act, and not asked by a fraud.
  [[nodiscard]] bool official(TokenIndex token) const;
  // The actor that the phrase names: of its head, or of a name that stands beside it.
  [[nodiscard]] Ref<Actor> named_in(const Phrase& phrase) const;

  // The audience that the phrase stands for.
  [[nodiscard]] std::vector<Audience> audience(const Phrase& who) const;

 private:
  void find_hostile();
  void find_defined();

  const Tree& tree_;
  const std::vector<Actor>& actors_;
  const AdviceWords& words_;
  actors::MentionIndex mentions_;
  std::vector<bool> hostile_;                   // per actor
  std::set<std::string, std::less<>> defined_;  // short forms of those who can be told to act, lower case
};

}  // namespace hearsay::advice
