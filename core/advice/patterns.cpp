#include "core/advice/patterns.hpp"

#include "core/advice/finders.hpp"

namespace hearsay::advice {

std::vector<Candidate> find_candidates(const Tree& tree, const AdviceWords& words,
                                       const language::Sentence& sentence) {
  std::vector<Candidate> found;
  ExemptionFinder exemptions(tree, words, sentence, found);
  ToldFinder told(tree, words, sentence, found);
  ModalFinder modals(tree, words, sentence, found);
  ImperativeFinder imperatives(tree, words, sentence, found);
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (exemptions.no_action(token)) continue;
    exemptions.exemption(token);
    exemptions.not_prevented(token);
    exemptions.nothing_to_do(token);
    told.told(token);
    told.ordered(token);
    modals.modal(token);
    modals.inverted(token);
    modals.had_better(token);
    modals.semi_modal(token);
    modals.no_need(token);
    modals.are_to(token);
    modals.given_time(token);
    modals.advisable(token);
    modals.free_to(token);
  }
  imperatives.imperative();
  return found;
}

}  // namespace hearsay::advice
