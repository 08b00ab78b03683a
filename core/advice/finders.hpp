#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/advice/clause.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/patterns.hpp"
#include "core/advice/tree.hpp"

// The finders of candidates, one for each shape. patterns.cpp runs them over a sentence, word by word.
namespace hearsay::advice {

[[nodiscard]] Modality forbidden(Modality modality);
[[nodiscard]] bool says_not(const std::string& word);

// What every finder asks of the words around a cue, and where it puts what it finds.
class WordReader {
 public:
  WordReader(const Tree& tree, const AdviceWords& words, const language::Sentence& sentence,
             std::vector<Candidate>& found)
      : tree_(tree), words_(words), clause_(tree, words, sentence), found_(found) {}

 protected:
  [[nodiscard]] std::string lower(TokenIndex token) const;
  // Past the end of the sentence there is no word.
  [[nodiscard]] Xpos xpos(TokenIndex token) const;
  [[nodiscard]] Upos upos(TokenIndex token) const;
  [[nodiscard]] bool is_be(TokenIndex token) const;
  [[nodiscard]] bool quotation_mark(TokenIndex token) const;
  bool no_longer(TokenIndex token) const;
  // The token before, over adverbs and "not"; says whether "not" was among them. kNoToken: none.
  TokenIndex verb_before(TokenIndex token, bool& negated) const;
  TokenIndex after_aside(TokenIndex comma) const;
  // The first verb after a modal or "to", over adverbs; says whether "not" was among them.
  TokenIndex verb_after(TokenIndex token, bool& negated) const;
  // "protecting", also where it was read as a noun.
  bool gerund(TokenIndex token) const;
  // "disabled", also where it was read as an adjective.
  bool participle(TokenIndex token) const;
  bool relative_before(TokenIndex first, TokenIndex token) const;
  bool denied(const Phrase& phrase) const;
  [[nodiscard]] Phrase label() const;
  bool instrument(TokenIndex noun) const;
  // The subject of the first of joined verbs, where the cue's own clause has none.
  Phrase joined_subject(TokenIndex cue) const;
  [[nodiscard]] TokenIndex subject_of_first(TokenIndex verb) const;
  Phrase subject_or_antecedent(TokenIndex verb) const;
  bool one_denied(const Candidate& candidate, TokenIndex joined) const;
  // "could advise", "if you are asked", "refused to require": nobody is told anything.
  bool hypothetical(TokenIndex cue) const;
  bool hypothetical_verb(TokenIndex cue) const;
  // Whether "if" or "whether" opens the clause: looked for up to the last comma.
  bool conditional(TokenIndex cue) const;
  // "must replace the keys and notify their CERT": each verb with words of its own is an action of its own.
  void add_with_joined(Candidate candidate);
  void add(Candidate candidate);
  void after_heading(Phrase& who) const;
  void before_day(Phrase& who) const;
  [[nodiscard]] bool consequence(TokenIndex verb) const;
  // "should avoid using it" is "should not": using it.
  void turn_avoidance(Candidate& candidate) const;

  const Tree& tree_;
  const AdviceWords& words_;
  Clause clause_;
  std::vector<Candidate>& found_;
};

// Verbs of advising: "urges departments to remove it", "are required to", "recommends updating".
class ToldFinder : private WordReader {
 public:
  using WordReader::WordReader;
  void told(TokenIndex cue);
  // "its order to remove it", "a ban on using it", "a deadline of 3 May to remove it".
  void ordered(TokenIndex noun);

 private:
  [[nodiscard]] bool taken_back(TokenIndex noun) const;
  [[nodiscard]] Phrase giver(TokenIndex noun) const;
  [[nodiscard]] Phrase whole_of(TokenIndex noun, TokenIndex limit) const;
  void bound_by(TokenIndex noun, Candidate& candidate) const;
  bool action_of(TokenIndex noun, Candidate& candidate);
  void deadline_set(TokenIndex noun);
  void keep_within(TokenIndex noun, Candidate& candidate) const;
  void told_passive(const AdviceVerb& verb, TokenIndex auxiliary, bool negated, Candidate candidate);
  bool told_active(const AdviceVerb& verb, Candidate& candidate);
  bool polite(TokenIndex cue) const;
  [[nodiscard]] TokenIndex antecedent(TokenIndex verb) const;
  [[nodiscard]] Phrase joined_name(TokenIndex comma) const;
  [[nodiscard]] TokenIndex after_time(TokenIndex token) const;
  [[nodiscard]] bool addresses(TokenIndex token) const;
  [[nodiscard]] bool only_considered(TokenIndex cue) const;
  bool to_follows(TokenIndex token) const;
  bool bare_after_noun(TokenIndex token) const;
  bool verb_within(const Phrase& phrase) const;
  bool that_clause(const AdviceVerb& verb, TokenIndex first, Candidate& candidate);
  bool untagged_subjunctive(TokenIndex first, Candidate& candidate) const;
  bool use_of(TokenIndex token) const;
  bool use_of_by(Candidate& candidate) const;
  bool ban_on_use(TokenIndex first, Candidate& candidate) const;
  bool told_noun(const AdviceVerb& verb, Candidate& candidate) const;
  bool negate_told(const AdviceVerb& verb, Candidate& candidate) const;
  void told_next(Candidate candidate, const std::string& preposition, TokenIndex from);
  bool finite_between(TokenIndex first, TokenIndex last) const;
};

// "must remove", "need not remove", "have no reason to", "are to", "were given until June to", "are free to".
class ModalFinder : private WordReader {
 public:
  using WordReader::WordReader;
  void modal(TokenIndex cue);
  // "At no point should staff enter it".
  void inverted(TokenIndex cue);
  // "Users had better upgrade".
  void had_better(TokenIndex cue);
  // "have to", "need to", "ought to".
  void semi_modal(TokenIndex cue);
  // "have no reason to", "there is no need for users to".
  void no_need(TokenIndex noun);
  // "agencies are to report".
  void are_to(TokenIndex be);
  // "gives agencies 90 days to remove it", "were given until 30 June to", "have 60 days to comply".
  void given_time(TokenIndex cue);
  // "it is essential to", "it is not necessary for users to", "companies would be wise to".
  void advisable(TokenIndex adjective);
  // "companies are free to continue", "consumers can keep using it".
  void free_to(TokenIndex cue);

 private:
  bool does_nothing(TokenIndex verb) const;
  [[nodiscard]] bool only_suggested(const Phrase& who) const;
  [[nodiscard]] bool in_relative_clause(TokenIndex cue) const;
  void time_left(TokenIndex have, TokenIndex until);
  bool denied_object(TokenIndex verb) const;
};

// "Remove it."
class ImperativeFinder : private WordReader {
 public:
  using WordReader::WordReader;
  void imperative();

 private:
  [[nodiscard]] bool is_paper(const std::string& word) const;
  void announced();
  void labelled();
  void imperative_from(TokenIndex first);
  TokenIndex reader_in(TokenIndex first) const;
  bool capitals(TokenIndex first) const;
  bool field_line(TokenIndex first) const;
  bool imperative_at(TokenIndex first) const;
  TokenIndex after_opening(TokenIndex first) const;
};

// "does not apply to schools", "no action is required".
class ExemptionFinder : private WordReader {
 public:
  using WordReader::WordReader;
  void exemption(TokenIndex cue);
  // "No action is required by customers". True where the token is the verb of such a sentence.
  bool no_action(TokenIndex cue);
  // "There is nothing customers need to do".
  void nothing_to_do(TokenIndex cue);
  // "nothing in it prevents farmers from flying".
  void not_prevented(TokenIndex cue);

 private:
  bool needless_act(TokenIndex cue, TokenIndex auxiliary);
  bool instrument_before() const;
  [[nodiscard]] bool ends_at(TokenIndex token) const;
  bool from_instrument(TokenIndex from) const;
  bool outside(TokenIndex cue, bool negated, Candidate& candidate) const;
  bool withdrawn(TokenIndex cue, TokenIndex auxiliary, bool negated, Candidate& candidate) const;
};

}  // namespace hearsay::advice
