// What is an answer to a claim, what is none, and whom the two are about.
#include <doctest/doctest.h>

#include "claim_trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

TEST_CASE("an attack by deeds is no accusation, one by words is") {
  const auto text = parse_trees(
      "Intruders intruder NOUN NNS 2 nsubj\n"
      "attacked attack VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "hospital hospital NOUN NN 2 obj\n"
      "on on ADP IN 6 case\n"
      "Monday_ Monday PROPN NNP 2 obl\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Orr Orr PROPN NNP 2 nsubj\n"
      "attacked attack VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "plan plan NOUN NN 2 obj\n"
      "as as ADV RB 6 case\n"
      "reckless_ reckless ADJ JJ 2 advcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {3}), actor_at(text, ActorKind::person, {7})});
  for (const auto& claim : layer.claims) {
    if (claim.stance == Stance::accuse) CHECK(claim.source == Ref<Actor>(1));
  }
  REQUIRE_FALSE(layer.considered.empty());
  CHECK(layer.considered[0].why == "an attack by deeds, not by words");
}

TEST_CASE("who \"is to blame\" accuses nobody") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "clinic clinic NOUN NN 5 nsubj:outer\n"
      "is be AUX VBZ 5 cop\n"
      "to to PART TO 5 mark\n"
      "blame blame VERB VB 0 root\n"
      "for for ADP IN 8 case\n"
      "the the DET DT 8 det\n"
      "leak_ leak NOUN NN 5 obl\n"
      ". . PUNCT . 5 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {1})});
  REQUIRE(layer.claims.size() == 1);
  CHECK_FALSE(layer.claims[0].source);
  CHECK(layer.claims[0].source_spans.empty());
  CHECK(layer.claims[0].target == Ref<Actor>(0));
}

TEST_CASE("what is said of a thing by a relative clause is no denial") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "thieves thief NOUN NNS 5 nsubj\n"
      "take take VERB VBP 2 ccomp\n"
      "money money NOUN NN 5 obj\n"
      "that that PRON WDT 9 nsubj\n"
      "is be AUX VBZ 9 cop\n"
      "fake_ fake ADJ JJ 6 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::state);
}

TEST_CASE("\"this is not true\" within a speech judges the speech itself") {
  const auto text = parse_trees(
      "\"_ \" PUNCT `` 6 punct\n"
      "The the DET DT 3 det\n"
      "port port NOUN NN 6 nsubj:pass\n"
      "should should AUX MD 6 aux\n"
      "be be AUX VB 6 aux:pass\n"
      "closed_ close VERB VBN 0 root\n"
      ". . PUNCT . 6 punct\n"
      "\n"
      "A a DET DT 2 det\n"
      "scan scan NOUN NN 3 nsubj\n"
      "shows show VERB VBZ 12 ccomp\n"
      "that that SCONJ IN 8 mark\n"
      "this this PRON DT 8 nsubj\n"
      "is be AUX VBZ 8 cop\n"
      "not not PART RB 8 advmod\n"
      "true_ true ADJ JJ 3 ccomp\n"
      ",_ , PUNCT , 12 punct\n"
      "\" \" PUNCT '' 12 punct\n"
      "Orr Orr PROPN NNP 12 nsubj\n"
      "wrote_ write VERB VBD 0 root\n"
      ". . PUNCT . 12 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {17})});
  for (const auto& claim : layer.claims) {
    if (claim.cue_lemma == "write") CHECK(claim.stance == Stance::state);
  }
}

TEST_CASE("people with whom somebody disagrees are not denied") {
  const auto text = parse_trees(
      "\"_ \" PUNCT `` 3 punct\n"
      "There there PRON EX 3 expl\n"
      "are be VERB VBP 12 ccomp\n"
      "people people NOUN NNS 3 nsubj\n"
      "that that PRON WDT 7 obj\n"
      "I I PRON PRP 7 nsubj\n"
      "disagree disagree VERB VBP 4 acl:relcl\n"
      "with_ with ADP IN 5 case\n"
      ",_ , PUNCT , 3 punct\n"
      "\" \" PUNCT '' 3 punct\n"
      "Orr Orr PROPN NNP 12 nsubj\n"
      "said_ say VERB VBD 0 root\n"
      ". . PUNCT . 12 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {10})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::state);
}

TEST_CASE("who does not accuse makes no accusation") {
  const auto text = parse_trees(
      "We we PRON PRP 4 nsubj\n"
      "do do AUX VBP 4 aux\n"
      "not not PART RB 4 advmod\n"
      "allege allege VERB VB 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "Norvane Norvane PROPN NNP 7 nsubj\n"
      "lied_ ly VERB VBD 4 ccomp\n"
      ". . PUNCT . 4 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {5})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::state);
}

TEST_CASE("a denial is about whose claim it rejects, where that is said") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "rejected reject VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "ministry ministry NOUN NN 6 nmod:poss\n"
      "'s 's PART POS 4 case\n"
      "finding_ finding NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "rejected reject VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "finding_ finding NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {0, 7}), actor_at(text, ActorKind::government, {3})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[0].target == Ref<Actor>(1));
  CHECK_FALSE(layer.claims[1].target);
}

TEST_CASE("who calls it a fabrication denies it") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "posted post VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "list_ list NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "calls call VERB VBZ 0 root\n"
      "it it PRON PRP 2 obj\n"
      "a a DET DT 5 det\n"
      "fabrication_ fabrication NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::organization, {5})});
  REQUIRE_FALSE(layer.claims.empty());
  CHECK(layer.claims.back().stance == Stance::deny);
}

TEST_CASE("who does not know the buyer denies no sale") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "Norvane Norvane PROPN NNP 5 nsubj\n"
      "sold sell VERB VBD 2 ccomp\n"
      "records_ record NOUN NNS 5 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "it it PRON PRP 7 nsubj\n"
      "did do AUX VBD 7 aux\n"
      "not not PART RB 7 advmod\n"
      "know know VERB VB 2 ccomp\n"
      "the the DET DT 9 det\n"
      "records_ record NOUN NNS 7 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::organization, {3, 7, 10})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[1].stance == Stance::state);
  for (const auto& dispute : layer.disputes) CHECK(dispute.kind == DisputeKind::unanswered);
}

TEST_CASE("\"not so\" contradicts who says that just that was done") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "Mills Mills PROPN NNP 5 nsubj\n"
      "worked work VERB VBD 2 ccomp\n"
      "for for ADP IN 8 case\n"
      "the the DET DT 8 det\n"
      "party_ party NOUN NN 5 obl\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "Mills Mills PROPN NNP 6 nsubj\n"
      "never never ADV RB 6 advmod\n"
      "worked work VERB VBD 2 ccomp\n"
      "for for ADP IN 9 case\n"
      "the the DET DT 9 det\n"
      "party_ party NOUN NN 6 obl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::person, {3, 12}),
                         actor_at(text, ActorKind::organization, {9})});
  REQUIRE(layer.claims.size() == 2);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
}

TEST_CASE("many shared words and a \"not\" elsewhere contradict nothing") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "firm firm NOUN NN 6 nsubj\n"
      "protects protect VERB VBZ 2 ccomp\n"
      "the the DET DT 9 det\n"
      "personal personal ADJ JJ 9 amod\n"
      "data data NOUN NN 6 obj\n"
      "of of ADP IN 11 case\n"
      "patients_ patient NOUN NNS 9 nmod\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "nobody nobody PRON NN 5 nsubj\n"
      "lost lose VERB VBD 2 ccomp\n"
      "personal personal ADJ JJ 7 amod\n"
      "data data NOUN NN 5 obj\n"
      "of of ADP IN 9 case\n"
      "patients_ patient NOUN NNS 7 nmod\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::organization, {12})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.disputes.empty());
}

TEST_CASE("\"any such proposal\" is the proposal just spoken of") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 12 mark\n"
      "a a DET DT 5 det\n"
      "proposal proposal NOUN NN 12 nsubj:pass\n"
      "for for ADP IN 9 case\n"
      "a a DET DT 9 det\n"
      "new new ADJ JJ 9 amod\n"
      "count count NOUN NN 5 nmod\n"
      "was be AUX VBD 12 aux\n"
      "being be AUX VBG 12 aux:pass\n"
      "studied_ study VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Mills Mills PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "that that SCONJ IN 10 mark\n"
      "any any DET DT 6 det\n"
      "such such ADJ JJ 6 amod\n"
      "proposal proposal NOUN NN 10 nsubj\n"
      "was be AUX VBD 10 cop\n"
      "on on ADP IN 10 case\n"
      "the the DET DT 10 det\n"
      "table_ table NOUN NN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::person, {13})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
}

TEST_CASE("\"no truth in it\" answers what was just said, by whomever") {
  const auto text = parse_trees(
      "A a DET DT 2 det\n"
      "rumour rumour NOUN NN 3 nsubj\n"
      "claims claim VERB VBZ 0 root\n"
      "that that SCONJ IN 5 det\n"
      "wages wage NOUN NNS 6 nsubj\n"
      "went go VERB VBD 3 ccomp\n"
      "to to ADP IN 8 case\n"
      "strangers_ stranger NOUN NNS 6 obl\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "Mills Mills PROPN NNP 2 nsubj\n"
      "says say VERB VBZ 0 root\n"
      "there there PRON EX 4 expl\n"
      "is be VERB VBZ 2 ccomp\n"
      "no no DET DT 6 det\n"
      "truth truth NOUN NN 4 nsubj\n"
      "in in ADP IN 8 case\n"
      "it_ it PRON PRP 6 nmod\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {9})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].kind == DisputeKind::denial);
  REQUIRE(layer.disputes[0].claims.size() == 1);
}

TEST_CASE("\"he denied it\" after two accusations leaves neither unanswered") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "accused accuse VERB VBD 0 root\n"
      "Norvane Norvane PROPN NNP 2 obj\n"
      "of of SCONJ IN 5 mark\n"
      "selling sell VERB VBG 3 acl\n"
      "customer customer NOUN NN 7 compound\n"
      "records record NOUN NNS 5 obj\n"
      "to to ADP IN 10 case\n"
      "foreign foreign ADJ JJ 10 amod\n"
      "spies_ spy NOUN NNS 5 obl\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Orr Orr PROPN NNP 2 nsubj\n"
      "accused accuse VERB VBD 0 root\n"
      "Norvane Norvane PROPN NNP 2 obj\n"
      "of of ADP IN 5 case\n"
      "fraud_ fraud NOUN NN 3 nmod\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "fraud_ fraud NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::government, {0}), actor_at(text, ActorKind::organization, {2, 13, 17}),
             actor_at(text, ActorKind::person, {11})});
  for (const auto& dispute : layer.disputes) CHECK(dispute.kind != DisputeKind::unanswered);
}
