#include "core/language/grammar_repairs.hpp"

#include <doctest/doctest.h>

using namespace hearsay::language;

namespace {

Token token(TokenIndex head, Xpos xpos, Deprel rel) {
  Token made;
  made.head = head;
  made.xpos = xpos;
  made.rel = rel;
  return made;
}

// "He denied that anybody could reach it and accused them": the parser hung "accused" on "reach".
std::vector<Token> denied_and_accused() {
  return {token(1, Xpos::PRP, Deprel::nsubj), token(kNoToken, Xpos::VBD, Deprel::root),
          token(5, Xpos::IN, Deprel::mark),   token(5, Xpos::NN, Deprel::nsubj),
          token(5, Xpos::MD, Deprel::aux),    token(1, Xpos::VB, Deprel::ccomp),
          token(5, Xpos::PRP, Deprel::obj),   token(8, Xpos::CC, Deprel::cc),
          token(5, Xpos::VBD, Deprel::conj),  token(8, Xpos::PRP, Deprel::obj)};
}

}  // namespace

TEST_CASE("a past tense without a subject goes on with the past tense above, not with a modal's verb") {
  auto tokens = denied_and_accused();
  repair_by_grammar(tokens, 0, static_cast<TokenIndex>(tokens.size()));
  CHECK(tokens[8].head == 1);
  CHECK(tokens[8].rel == Deprel::conj);
  CHECK(tokens[5].head == 1);
}

TEST_CASE("what grammar allows is left to the parser") {
  auto with_subject = denied_and_accused();
  with_subject[7] = token(8, Xpos::PRP, Deprel::nsubj);
  repair_by_grammar(with_subject, 0, static_cast<TokenIndex>(with_subject.size()));
  CHECK(with_subject[8].head == 5);
  auto without_modal = denied_and_accused();
  without_modal[4].xpos = Xpos::RB;
  repair_by_grammar(without_modal, 0, static_cast<TokenIndex>(without_modal.size()));
  CHECK(without_modal[8].head == 5);
}
