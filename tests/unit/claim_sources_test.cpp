// Who speaks: the source of a claim, and what is done where there is none.
#include <doctest/doctest.h>

#include "claim_trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

TEST_CASE("a relative pronoun is marked as the source, and stands for the name before it") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 8 nsubj\n"
      ", , PUNCT , 4 punct\n"
      "which which PRON WDT 4 nsubj\n"
      "says say VERB VBZ 1 acl:relcl\n"
      "keys key NOUN NNS 6 nsubj\n"
      "leaked_ leak VERB VBD 4 ccomp\n"
      ", , PUNCT , 4 punct\n"
      "fell fall VERB VBD 0 root\n"
      ". . PUNCT . 8 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].source.index() == 0);
  CHECK(text.words(layer.claims[0].source_spans) == "which");
  CHECK(text.words(source_words(layer.claims[0])) == "Norvane");
}

TEST_CASE("a claim whose source cannot speak is kept, and nobody is named for it") {
  const auto text = parse_trees(
      "Elsewhere elsewhere ADV RB 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "keys key NOUN NNS 5 nsubj\n"
      "leaked_ leak VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].source_spans.empty());
  CHECK(!layer.claims[0].source);
  CHECK(layer.claims[0].voice == Voice::anonymous);
}

TEST_CASE("a question put to whoever answers is not the answer") {
  const auto text = parse_trees(
      "Asked ask VERB VBN 8 advcl\n"
      "whether whether SCONJ IN 5 mark\n"
      "it it PRON PRP 5 nsubj\n"
      "was be AUX VBD 5 cop\n"
      "legal legal ADJ JJ 1 ccomp\n"
      ", , PUNCT , 1 punct\n"
      "Norvane Norvane PROPN NNP 8 nsubj\n"
      "said say VERB VBD 0 root\n"
      "keys key NOUN NNS 10 nsubj\n"
      "leaked_ leak VERB VBD 8 ccomp\n"
      ". . PUNCT . 8 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {6})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[0].stance == Stance::question);
  CHECK(layer.claims[0].source_spans.empty());
  CHECK(text.words(layer.claims[1].content) == "keys leaked");
}

TEST_CASE("who joins a second verb to what somebody said is the speaker, not what was spoken of") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "flaw flaw NOUN NN 6 nsubj\n"
      "was be AUX VBD 6 cop\n"
      "small small ADJ JJ 2 ccomp\n"
      "but but CCONJ CC 8 cc\n"
      "added add VERB VBD 6 conj\n"
      "that that SCONJ IN 11 mark\n"
      "keys key NOUN NNS 11 nsubj\n"
      "leaked_ leak VERB VBD 8 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {0})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[1].source_spans) == "Norvane");
}

TEST_CASE("a cue that is no claim is kept with the reason") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "wants want VERB VBZ 0 root\n"
      "to to PART TO 4 mark\n"
      "announce announce VERB VB 2 xcomp\n"
      "keys_ key NOUN NNS 4 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].content) == "to announce keys");
  REQUIRE(layer.considered.size() == 1);
  CHECK(layer.considered[0].as == Considered::As::claim);
  CHECK(!layer.considered[0].why.empty());
}

TEST_CASE("who speaks for a person is not that person; who speaks for a body is its voice") {
  const char* tree =
      "Brennick Brennick PROPN NNP 3 nmod:poss\n"
      "'s 's PART POS 1 case\n"
      "spokesman spokesman NOUN NN 4 nsubj\n"
      "said say VERB VBD 0 root\n"
      "keys key NOUN NNS 6 nsubj\n"
      "leaked_ leak VERB VBD 4 ccomp\n"
      ". . PUNCT . 4 punct\n";
  const auto text = parse_trees(tree);
  const auto person = read_claims(text, {actor_at(text, ActorKind::person, {0})});
  REQUIRE(person.claims.size() == 1);
  CHECK(!person.claims[0].source);
  const auto body = read_claims(text, {actor_at(text, ActorKind::organization, {0})});
  CHECK(body.claims[0].source.index() == 0);
}
