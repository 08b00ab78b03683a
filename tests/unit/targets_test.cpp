// Whom a claim is about.
#include <doctest/doctest.h>

#include "claim_trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

TEST_CASE("a name in what somebody claims to hold is no target") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "group group NOUN NN 3 nsubj\n"
      "claims claim VERB VBZ 0 root\n"
      "to to PART TO 5 mark\n"
      "hold hold VERB VB 3 xcomp\n"
      "records record NOUN NNS 5 obj\n"
      "stolen steal VERB VBN 6 acl\n"
      "from from ADP IN 9 case\n"
      "Norvane_ Norvane PROPN NNP 7 obl\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {8}), actor_at(text, ActorKind::group, {1})});
  REQUIRE(layer.claims.size() == 1);
  CHECK_FALSE(layer.claims[0].target);
}

TEST_CASE("whom a relative clause accuses is the target, not who is named after") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "arrested arrest VERB VBD 0 root\n"
      "Mills_ Mills PROPN NNP 2 obj\n"
      ", , PUNCT , 7 punct\n"
      "who who PRON WP 7 nsubj:pass\n"
      "was be AUX VBD 7 aux:pass\n"
      "accused accuse VERB VBN 3 acl:relcl\n"
      "of of SCONJ IN 9 mark\n"
      "taking take VERB VBG 7 advcl\n"
      "money money NOUN NN 9 obj\n"
      "from from ADP IN 12 case\n"
      "Norvane_ Norvane PROPN NNP 9 obl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {2}), actor_at(text, ActorKind::organization, {11}),
             actor_at(text, ActorKind::government, {0})});
  bool accused = false;
  for (const auto& claim : layer.claims) {
    if (claim.stance != Stance::accuse) continue;
    accused = true;
    CHECK(claim.target == Ref<Actor>(0));
  }
  CHECK(accused);
}

TEST_CASE("what to stop using is the target of the advice") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "ministry ministry NOUN NN 3 nsubj\n"
      "urged urge VERB VBD 0 root\n"
      "agencies agency NOUN NNS 3 obj\n"
      "to to PART TO 6 mark\n"
      "stop stop VERB VB 3 xcomp\n"
      "using use VERB VBG 6 xcomp\n"
      "Gatepost_ Gatepost PROPN NNP 7 obj\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::product, {7}), actor_at(text, ActorKind::government, {1})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].target == Ref<Actor>(0));
}

TEST_CASE("who asks for money demands it and puts no question") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "attacker attacker NOUN NN 3 nsubj\n"
      "asked ask VERB VBD 0 root\n"
      "for for ADP IN 7 case\n"
      "a a DET DT 7 det\n"
      "large large ADJ JJ 7 amod\n"
      "ransom_ ransom NOUN NN 3 obl\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {1})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::state);
}
