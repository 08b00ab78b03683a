#pragma once

#include <string>
#include <vector>

#include "core/advice/lexicon.hpp"
#include "core/advice/tree.hpp"

// Stretches of words read from left to right: who stands before a verb, and how far an action reaches. They
// lean on tags and on the order of words, and less on the tree: a wrong attachment far away in a long
// sentence must not cut an order short or give it to somebody else.
namespace hearsay::advice {

// A noun phrase: tokens [first, last) with the noun that heads it. head == kNoToken: there is none.
struct Phrase {
  TokenIndex first = kNoToken;
  TokenIndex last = kNoToken;
  TokenIndex head = kNoToken;

  [[nodiscard]] bool found() const { return head != kNoToken; }
};

class Clause {
 public:
  // List marks ("4.", "b)") at the head of the sentence are left out.
  Clause(const Tree& tree, const AdviceWords& words, const language::Sentence& sentence);

  // The subject that ends right before the token (an auxiliary or a verb).
  [[nodiscard]] Phrase before(TokenIndex token) const;
  // The noun phrase within [first, last), which holds nothing else.
  [[nodiscard]] Phrase phrase(TokenIndex first, TokenIndex last) const;

  // Where the words end that belong to the action that begins at `verb`: exclusive, and where the next joined
  // action begins ("... and notify"), or kNoToken.
  struct Reach {
    TokenIndex last;
    TokenIndex joined = kNoToken;
    bool joined_negated = false;      // "and not to answer"
    TokenIndex condition = kNoToken;  // where a condition begins that ends the action
  };
  [[nodiscard]] Reach reach(TokenIndex verb) const;
  // Where the condition ends that begins at `first`: exclusive, without punctuation.
  [[nodiscard]] TokenIndex condition_end(TokenIndex first) const;
  [[nodiscard]] bool opens_condition(TokenIndex token) const;

  // The token after "(a)" or "(ii)", where that stands at `token`.
  [[nodiscard]] TokenIndex after_item_mark(TokenIndex token) const;
  [[nodiscard]] bool finite(TokenIndex token) const;
  [[nodiscard]] bool base_verb(TokenIndex token) const;
  [[nodiscard]] TokenIndex begin() const { return begin_; }
  [[nodiscard]] TokenIndex end() const { return end_; }
  // The first word after list marks, numbers and "please".
  [[nodiscard]] TokenIndex first_word() const;

 private:
  [[nodiscard]] TokenIndex after_list_marks() const;
  [[nodiscard]] bool closes_quotation(TokenIndex first, TokenIndex token) const;
  [[nodiscard]] bool heading_ends_before(TokenIndex token) const;
  [[nodiscard]] bool sentence_runs_on(TokenIndex verb, TokenIndex token) const;
  [[nodiscard]] bool relative_that(TokenIndex token) const;
  [[nodiscard]] bool clause_follows(TokenIndex token) const;
  [[nodiscard]] bool new_clause_after_comma(TokenIndex token) const;
  [[nodiscard]] bool preposition_within(TokenIndex token) const;
  [[nodiscard]] bool participle_after_noun(TokenIndex first, TokenIndex verb, TokenIndex last) const;
  [[nodiscard]] Phrase headed(Phrase found, TokenIndex subject) const;
  [[nodiscard]] Phrase subtree_subject(TokenIndex token, TokenIndex first, TokenIndex last) const;
  [[nodiscard]] TokenIndex main_verb(TokenIndex token) const;
  [[nodiscard]] bool another_called_on(TokenIndex token) const;
  [[nodiscard]] bool aside_before_verb(TokenIndex comma) const;
  [[nodiscard]] TokenIndex joined_verb(TokenIndex token, bool& negated) const;
  [[nodiscard]] TokenIndex list_start(TokenIndex first, TokenIndex last, TokenIndex subject) const;

  const Tree& tree_;
  const AdviceWords& words_;
  TokenIndex begin_;
  TokenIndex end_;
};

}  // namespace hearsay::advice
