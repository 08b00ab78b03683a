#pragma once

#include <vector>

#include "core/advice/lexicon.hpp"
#include "core/advice/patterns.hpp"
#include "core/advice/tree.hpp"
#include "core/analysis.hpp"

namespace hearsay::advice {

// The parts of an advice that are stretches of its sentence.
struct Parts {
  std::vector<Span> action;     // without the modal; with what bounds it ("until ...", "by 5 May")
  std::vector<Span> condition;  // "unless ...", "until ..."; may stand within the action
  Ref<Time> deadline;
};

// `times` in text order. With `subject_in_action` what is acted on ("the update" of "the update must be
// installed") is part of the action.
[[nodiscard]] Parts parts_of(const Tree& tree, const AdviceWords& words, const std::vector<Time>& times,
                             const Candidate& candidate, bool subject_in_action);

// The deadline that a line before a list gives its items: "Within 30 days, agencies must:".
[[nodiscard]] Ref<Time> deadline_of_line(const Tree& tree, const std::vector<Time>& times,
                                         const language::Sentence& sentence);

// The words of a noun phrase.
[[nodiscard]] Span span_of(const Tree& tree, const Phrase& phrase);

}  // namespace hearsay::advice
