// Which claims stand against each other.
#include <doctest/doctest.h>

#include "claim_trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

TEST_CASE("an accusation is answered by the denial of the one accused") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "accused accuse VERB VBD 0 root\n"
      "Norvane Norvane PROPN NNP 2 obj\n"
      "of of ADP IN 5 case\n"
      "espionage_ espionage NOUN NN 2 obl\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "allegation_ allegation NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  std::vector<Actor> actors(2);
  actors[0].name = text.layer.tokens[0].span;
  actors[0].kind = ActorKind::government;
  actors[0].mentions.push_back({actors[0].name, MentionForm::name, 0, "name"});
  actors[1].name = text.layer.tokens[2].span;
  actors[1].kind = ActorKind::organization;
  actors[1].mentions.push_back({actors[1].name, MentionForm::name, 2, "name"});
  actors[1].mentions.push_back({text.layer.tokens[6].span, MentionForm::name, 6, "name"});
  const auto layer = read_claims(text, actors);
  REQUIRE(layer.claims.size() == 2);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].kind == DisputeKind::denial);
  CHECK(layer.disputes[0].answered);
  CHECK(layer.disputes[0].claims[0].index() == 0);
  CHECK(layer.disputes[0].denials[0].index() == 1);
}

TEST_CASE("a denial of \"this assessment\" answers what was assessed last") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "assesses assess VERB VBZ 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "keys key NOUN NNS 5 nsubj\n"
      "leaked_ leak VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "disputes dispute VERB VBZ 0 root\n"
      "this this DET DT 4 det\n"
      "assessment_ assessment NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "keys key NOUN NNS 6 nsubj\n"
      "never never ADV RB 6 advmod\n"
      "left_ leave VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  std::vector<Actor> actors(2);
  actors[0].name = text.layer.tokens[0].span;
  actors[0].kind = ActorKind::government;
  actors[0].mentions.push_back({actors[0].name, MentionForm::name, 0, "name"});
  actors[1].name = text.layer.tokens[6].span;
  actors[1].kind = ActorKind::organization;
  actors[1].mentions.push_back({actors[1].name, MentionForm::name, 6, "name"});
  actors[1].mentions.push_back({text.layer.tokens[11].span, MentionForm::name, 11, "name"});
  const auto layer = read_claims(text, actors);
  REQUIRE(layer.claims.size() == 3);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
  REQUIRE(layer.disputes[0].denials.size() == 2);
  CHECK(layer.disputes[0].denials[1].index() == 2);
}

TEST_CASE("who rejects \"that\" answers what was just said, and so does what they say next") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "nobody nobody PRON NN 6 nsubj\n"
      "had have AUX VBD 6 aux\n"
      "asked_ ask VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Brennick Brennick PROPN NNP 2 nsubj\n"
      "rejected reject VERB VBD 0 root\n"
      "that_ that PRON DT 2 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Brennick Brennick PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "office office NOUN NN 5 nsubj\n"
      "wrote_ write VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const std::vector<Actor> actors = {actor_at(text, ActorKind::organization, {0}),
                                     actor_at(text, ActorKind::person, {7, 11})};
  const auto layer = read_claims(text, actors);
  REQUIRE(layer.claims.size() == 3);
  CHECK(layer.claims[1].stance == Stance::deny);
  REQUIRE(layer.disputes.size() == 1);
  REQUIRE(layer.disputes[0].claims.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
  CHECK(layer.disputes[0].denials.size() == 2);
}

TEST_CASE("a judgement that calls an allegation false denies it") {
  const auto text = parse_trees(
      "Carvania Carvania PROPN NNP 2 nsubj\n"
      "called call VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "allegation allegation NOUN NN 2 obj\n"
      "baseless_ baseless ADJ JJ 2 xcomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::government, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::deny);
  CHECK(text.words(layer.claims[0].content) == "the allegation baseless");
}

TEST_CASE("a denial of what nobody in the text claims says so") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "allegation_ allegation NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {0})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].kind == DisputeKind::denial);
  CHECK(layer.disputes[0].claims.empty());
  CHECK(layer.disputes[0].denials == std::vector<Ref<Claim>>{Ref<Claim>(0)});
}

TEST_CASE("a plain negative is no denial where nobody has said otherwise") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "Norvane Norvane PROPN NNP 7 nsubj\n"
      "has have AUX VBZ 7 aux\n"
      "not not PART RB 7 advmod\n"
      "moved_ move VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {0, 3})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::state);
  CHECK(layer.claims[0].polarity == Polarity::negated);
  CHECK(layer.disputes.empty());
}
