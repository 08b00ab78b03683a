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

TEST_CASE("a participle behind a comma belongs to the main verb, not to an infinitive before it") {
  // "She accuses them of planning to target systems, advising people ...": "advising" hung on "target".
  std::vector<Token> tokens = {token(1, Xpos::PRP, Deprel::nsubj), token(kNoToken, Xpos::VBZ, Deprel::root),
                               token(1, Xpos::PRP, Deprel::obj),   token(1, Xpos::VBG, Deprel::advcl),
                               token(5, Xpos::TO, Deprel::mark),   token(3, Xpos::VB, Deprel::xcomp),
                               token(5, Xpos::NNS, Deprel::obj),   token(8, Xpos::comma, Deprel::punct),
                               token(5, Xpos::VBG, Deprel::conj),  token(8, Xpos::NNS, Deprel::obj)};
  repair_by_grammar(tokens, 0, static_cast<TokenIndex>(tokens.size()));
  CHECK(tokens[8].head == 1);
  CHECK(tokens[8].rel == Deprel::advcl);
}

TEST_CASE("a clause with a subject of its own is what was said, not what a date is like") {
  // "He said on 3 May that Tarn hid it": "hid" hung on "3", "that" and "Tarn" on "it".
  std::vector<Token> tokens = {token(1, Xpos::PRP, Deprel::nsubj), token(kNoToken, Xpos::VBD, Deprel::root),
                               token(3, Xpos::IN, Deprel::case_),  token(1, Xpos::CD, Deprel::obl),
                               token(3, Xpos::NNP, Deprel::nmod),  token(8, Xpos::IN, Deprel::mark),
                               token(8, Xpos::NNP, Deprel::nsubj), token(3, Xpos::VBD, Deprel::acl_relcl),
                               token(7, Xpos::PRP, Deprel::obj)};
  tokens[1].upos = Upos::VERB;
  repair_by_grammar(tokens, 0, static_cast<TokenIndex>(tokens.size()));
  CHECK(tokens[7].head == 1);
  CHECK(tokens[7].rel == Deprel::ccomp);
  CHECK(tokens[6].head == 7);
  CHECK(tokens[5].head == 7);
}
