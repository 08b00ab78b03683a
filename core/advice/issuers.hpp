#pragma once

#include <vector>

#include "core/advice/clause.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/people.hpp"
#include "core/advice/tree.hpp"
#include "core/advice/voice.hpp"
#include "core/analysis.hpp"

namespace hearsay::advice {

// Whose word an order is: of the claim it stands in, of what binds people ("the ministry's order"), of the
// one body whose order a story reports. All that it is made of must outlive it.
class Issuers {
 public:
  Issuers(const Tree& tree, const AdviceWords& words, const People& people, const DocumentVoice& voice,
          const std::vector<Claim>& claims);

  // Who makes the claim: its source, or the actor whom the words of its source name.
  [[nodiscard]] Ref<Actor> source_of(Ref<Claim> claim) const;
  // Who says a claim that has no source: "“Drivers are advised to wait,” the office said".
  [[nodiscard]] Ref<Actor> teller_around(Ref<Claim> claim, TokenIndex cue) const;
  // "the order says": what binds people speaks.
  [[nodiscard]] bool said_by_instrument(Ref<Claim> claim) const;
  // Whether the sentence speaks of "the order", "the ban": as of one that is known.
  [[nodiscard]] bool speaks_of_instrument(TokenIndex token) const;
  // "the ministry's circular", "a direction issued by the department": whose it is.
  [[nodiscard]] Ref<Actor> owner_of(const Phrase& instrument) const;
  // Whose the order, rule or ban is that the sentence speaks of.
  [[nodiscard]] Ref<Actor> owner_in_sentence(TokenIndex token) const;
  // The one body that advises in the sentence before, in the same paragraph.
  [[nodiscard]] Ref<Actor> adviser_before(TokenIndex cue) const;
  // Whom a pronoun that tells somebody stands for: the subject of the sentence before, in the same paragraph.
  [[nodiscard]] Ref<Actor> subject_before(TokenIndex pronoun) const;
  // In a story: the one body whose order it reports; none where there are several.
  [[nodiscard]] Ref<Actor> orderer() const { return orderer_; }
  [[nodiscard]] bool voice_of_state(Ref<Actor> actor) const {
    return actor && people_.actor(actor).kind == ActorKind::government;
  }

 private:
  [[nodiscard]] Ref<Actor> find_orderer() const;
  [[nodiscard]] Ref<Actor> gives_orders(TokenIndex verb) const;
  [[nodiscard]] bool is_matter(Ref<Actor> actor) const;
  [[nodiscard]] Ref<Actor> actor_in(Span span) const;

  const Tree& tree_;
  const AdviceWords& words_;
  const People& people_;
  const std::vector<Claim>& claims_;
  Ref<Actor> orderer_;
};

}  // namespace hearsay::advice
