// Whether a claim is affirmed, and in whose voice it stands.
#include <doctest/doctest.h>

#include "claim_trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

namespace {

// Somebody whom the text never names.
Actor nominal(const hearsay::test::ParsedText& text, std::initializer_list<language::TokenIndex> tokens) {
  Actor actor = actor_at(text, ActorKind::person, tokens);
  for (Mention& mention : actor.mentions) mention.form = MentionForm::nominal;
  return actor;
}

}  // namespace

TEST_CASE("a speech without a frame is negated by the \"no\" of its subject") {
  const auto text = parse_trees(
      "\"_ \" PUNCT `` 6 punct\n"
      "Not not PART RB 4 advmod\n"
      "one one NUM CD 4 nummod\n"
      "record record NOUN NN 6 nsubj:pass\n"
      "was be AUX VBD 6 aux:pass\n"
      "lost_ lose VERB VBN 10 ccomp\n"
      ",_ , PUNCT , 6 punct\n"
      "\" \" PUNCT '' 6 punct\n"
      "Orr Orr PROPN NNP 10 nsubj\n"
      "told tell VERB VBD 0 root\n"
      "reporters_ reporter NOUN NNS 10 iobj\n"
      ". . PUNCT . 10 punct\n"
      "\n"
      "\"_ \" PUNCT `` 7 punct\n"
      "No no DET DT 4 det\n"
      "such such ADJ JJ 4 amod\n"
      "warning warning NOUN NN 7 nsubj\n"
      "is be AUX VBZ 7 cop\n"
      "on on ADP IN 7 case\n"
      "file_ file NOUN NN 11 ccomp\n"
      ",_ , PUNCT , 7 punct\n"
      "\" \" PUNCT '' 7 punct\n"
      "Mills Mills PROPN NNP 11 nsubj\n"
      "said_ say VERB VBD 0 root\n"
      ". . PUNCT . 11 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::person, {8}), actor_at(text, ActorKind::person, {21})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[0].polarity == Polarity::negated);
  CHECK(layer.claims[1].polarity == Polarity::negated);
}

TEST_CASE("\"dismissed it as theatre\" affirms that it is theatre") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "dismissed dismiss VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "charge charge NOUN NN 2 obj\n"
      "as as ADP IN 6 case\n"
      "theatre_ theatre NOUN NN 2 obl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::government, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::deny);
  CHECK(layer.claims[0].polarity == Polarity::affirmed);
}

TEST_CASE("\"not just\" denies nothing") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 9 mark\n"
      "it it PRON PRP 9 nsubj\n"
      "was be AUX VBD 9 cop\n"
      "not not PART RB 9 advmod\n"
      "just just ADV RB 9 advmod\n"
      "a a DET DT 9 det\n"
      "test_ test NOUN NN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].polarity == Polarity::affirmed);
}

TEST_CASE("an official whose name is withheld stays anonymous as \"the official\"") {
  const auto text = parse_trees(
      "A a DET DT 3 det\n"
      "senior senior ADJ JJ 3 amod\n"
      "official official NOUN NN 4 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "the the DET DT 7 det\n"
      "keys key NOUN NNS 8 nsubj\n"
      "leaked_ leak VERB VBD 4 ccomp\n"
      ". . PUNCT . 4 punct\n"
      "\n"
      "The the DET DT 2 det\n"
      "official official NOUN NN 3 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "a a DET DT 6 det\n"
      "copy copy NOUN NN 8 nsubj:pass\n"
      "was be AUX VBD 8 aux:pass\n"
      "sold_ sell VERB VBN 3 ccomp\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text, {nominal(text, {2, 10})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[0].voice == Voice::anonymous);
  CHECK(layer.claims[1].voice == Voice::anonymous);
}

TEST_CASE("many critics and a spokesman are no anonymous sources") {
  const auto text = parse_trees(
      "Critics critic NOUN NNS 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "keys key NOUN NNS 6 nsubj\n"
      "leaked_ leak VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "A a DET DT 2 det\n"
      "spokesman spokesman NOUN NN 3 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "a a DET DT 6 det\n"
      "copy copy NOUN NN 8 nsubj:pass\n"
      "was be AUX VBD 8 aux:pass\n"
      "sold_ sell VERB VBN 3 ccomp\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[0].voice == Voice::first_hand);
  CHECK(layer.claims[1].voice == Voice::first_hand);
}
