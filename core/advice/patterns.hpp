#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/advice/clause.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/tree.hpp"
#include "core/analysis.hpp"

// The shapes in which English tells somebody to act. A candidate is what the grammar shows; whether it is
// advice in this document, and whose, is judged afterwards.
namespace hearsay::advice {

enum class Shape : std::uint8_t {
  told,        // a verb of advising: "urges departments to remove it"
  modal,       // "departments must remove it"
  imperative,  // "Remove it."
  exemption    // "does not apply to", "no action is required"
};

struct Candidate {
  Shape shape = Shape::modal;
  Modality modality = Modality::should;
  std::optional<Modality> asserted;  // the modality without the "not to" that turned it
  TokenIndex cue = kNoToken;         // the word that makes it advice
  TokenIndex action = kNoToken;      // the first verb of what is to be done
  Phrase audience;                   // who is told
  Phrase also;                       // and who else, after "nor to"
  Phrase issuer;                     // who tells them
  bool passive = false;              // "must be removed": the audience is what is acted on
  bool needs_source = false;         // not advice where nobody is known to give it
  bool permission = false;           // "may", which more often says what is possible
  bool backshifted = false;          // "would have to": an order only where somebody is reported to say it
  bool only_dated = false;           // an order only where it has a day: "clinics had to close"
  bool active = false;               // somebody tells, in the active
  bool people = false;               // whoever is told is somebody, whatever they are called
  bool by_state = false;             // advice only where a public body says it
  bool after_order = false;          // says something only right after an order: "schools have until 2026"
  bool offered = false;              // "can install it": advice only where somebody with authority says it
  bool by_noun = false;              // "its order to remove it"
  bool announced = false;            // an imperative after "her advice:"
  bool please = false;               // an imperative with "please" before it
  bool unlisted = false;             // an imperative that only the line above its list makes sure
  TokenIndex time = kNoToken;  // first word of a deadline without preposition ("gives agencies 90 days to")
  std::vector<Span> words;     // the action, where it does not begin at `action`
  std::string why;
};

// The candidates of one sentence, in text order of their cues.
[[nodiscard]] std::vector<Candidate> find_candidates(const Tree& tree, const AdviceWords& words,
                                                     const language::Sentence& sentence);

}  // namespace hearsay::advice
