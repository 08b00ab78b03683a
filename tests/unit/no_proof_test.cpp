// Answers that say that nothing is known of it, and what only looks like an answer.
#include <doctest/doctest.h>

#include "claim_trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

TEST_CASE("\"no evidence\" answers who claims that the same things were taken") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "gang gang NOUN NN 3 nsubj\n"
      "claims claim VERB VBZ 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "patient patient NOUN NN 6 compound\n"
      "files file NOUN NNS 8 nsubj:pass\n"
      "were be AUX VBD 8 aux:pass\n"
      "copied_ copy VERB VBN 3 ccomp\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "Mills Mills PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "there there PRON EX 4 expl\n"
      "was be VERB VBD 2 ccomp\n"
      "no no DET DT 6 det\n"
      "evidence evidence NOUN NN 4 nsubj\n"
      "that that PRON WDT 11 mark\n"
      "patient patient ADJ JJ 9 amod\n"
      "records record NOUN NNS 11 nsubj\n"
      "had have AUX VBD 11 aux\n"
      "left leave VERB VBN 6 acl:relcl\n"
      "the the DET DT 13 det\n"
      "network_ network NOUN NN 11 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::group, {1}), actor_at(text, ActorKind::person, {9})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
  CHECK(layer.claims[1].stance == Stance::deny);
}

TEST_CASE(
    "\"not aware of any customer having been compromised\" answers who says that the flaw is exploited") {
  const auto text = parse_trees(
      "Lodestone Lodestone PROPN NNP 2 nsubj\n"
      "reported report VERB VBD 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "the the DET DT 5 det\n"
      "flaw flaw NOUN NN 8 nsubj:pass\n"
      "was be AUX VBD 8 aux\n"
      "being be AUX VBG 8 aux:pass\n"
      "exploited_ exploit VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 6 nsubj\n"
      "is be AUX VBZ 6 cop\n"
      "not not PART RB 6 advmod\n"
      "aware aware ADJ JJ 2 ccomp\n"
      "of of ADP IN 9 case\n"
      "any any DET DT 9 det\n"
      "customer customer NOUN NN 6 obl\n"
      "having have AUX VBG 12 aux\n"
      "been be AUX VBN 12 aux:pass\n"
      "compromised_ compromise VERB VBN 9 acl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {0}), actor_at(text, ActorKind::organization, {9})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
}

TEST_CASE("\"could be exploited\" is not answered by \"not aware of any exploitation\"") {
  const auto text = parse_trees(
      "Lodestone Lodestone PROPN NNP 2 nsubj\n"
      "reported report VERB VBD 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "the the DET DT 5 det\n"
      "flaw flaw NOUN NN 8 nsubj:pass\n"
      "could could AUX MD 8 aux\n"
      "be be AUX VB 8 aux:pass\n"
      "exploited_ exploit VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 6 nsubj\n"
      "is be AUX VBZ 6 cop\n"
      "not not PART RB 6 advmod\n"
      "aware aware ADJ JJ 2 ccomp\n"
      "of of ADP IN 9 case\n"
      "any any DET DT 9 det\n"
      "customer customer NOUN NN 6 obl\n"
      "having have AUX VBG 12 aux\n"
      "been be AUX VBN 12 aux:pass\n"
      "compromised_ compromise VERB VBN 9 acl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {0}), actor_at(text, ActorKind::organization, {9})});
  CHECK(layer.disputes.empty());
}

TEST_CASE("what the text does not say is nothing to deny") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "indictment indictment NOUN NN 5 nsubj\n"
      "does do AUX VBZ 5 aux\n"
      "not not PART RB 5 advmod\n"
      "say say VERB VB 0 root\n"
      "that that SCONJ IN 9 mark\n"
      "the the DET DT 8 det\n"
      "money money NOUN NN 9 nsubj\n"
      "came come VERB VBD 5 ccomp\n"
      "from from ADP IN 12 case\n"
      "the the DET DT 12 det\n"
      "attack_ attack NOUN NN 9 obl\n"
      ". . PUNCT . 5 punct\n"
      "\n"
      "But but CCONJ CC 3 cc\n"
      "Orr Orr PROPN NNP 3 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "the the DET DT 6 det\n"
      "money money NOUN NN 7 nsubj\n"
      "came come VERB VBD 3 ccomp\n"
      "from from ADP IN 10 case\n"
      "the the DET DT 10 det\n"
      "attack_ attack NOUN NN 7 obl\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {14})});
  CHECK(layer.disputes.empty());
}

TEST_CASE("mails called fake are described, not denied") {
  const auto text = parse_trees(
      "Some some DET DT 2 det\n"
      "emails email NOUN NNS 3 nsubj\n"
      "warn warn VERB VBP 0 root\n"
      "users user NOUN NNS 3 obj\n"
      "of of ADP IN 7 case\n"
      "a a DET DT 7 det\n"
      "breach_ breach NOUN NN 4 nmod\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "Those that DET DT 2 det\n"
      "emails email NOUN NNS 4 nsubj\n"
      "are be AUX VBP 4 cop\n"
      "fake_ fake ADJ JJ 0 root\n"
      ". . PUNCT . 4 punct\n");
  const auto layer = read_claims(text);
  for (const auto& claim : layer.claims) CHECK(claim.stance != Stance::deny);
}

TEST_CASE("who opposes a provision denies nothing") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "report report NOUN NN 5 nsubj\n"
      "does do AUX VBZ 5 aux\n"
      "not not PART RB 5 advmod\n"
      "mention mention VERB VB 0 root\n"
      "the the DET DT 7 det\n"
      "provision_ provision NOUN NN 5 obj\n"
      ", , PUNCT , 11 punct\n"
      "which which PRON WDT 11 obj\n"
      "Orr Orr PROPN NNP 11 nsubj\n"
      "opposed_ oppose VERB VBD 7 acl:relcl\n"
      ". . PUNCT . 5 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {9})});
  for (const auto& claim : layer.claims) CHECK(claim.stance != Stance::deny);
}

TEST_CASE("who objects to a word answers who used it") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "anybody anybody PRON NN 6 nsubj\n"
      "can can AUX MD 6 aux\n"
      "listen listen VERB VB 2 ccomp\n"
      "to to ADP IN 9 case\n"
      "the the DET DT 9 det\n"
      "calls_ call NOUN NNS 6 obl\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Mills Mills PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "the the DET DT 5 det\n"
      "calls call NOUN NNS 7 nsubj\n"
      "are be AUX VBP 7 cop\n"
      "short_ short ADJ JJ 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "disputes dispute VERB VBZ 0 root\n"
      "the the DET DT 4 det\n"
      "word word NOUN NN 2 obj\n"
      "\"_ \" PUNCT `` 6 punct\n"
      "listen_ listen NOUN NN 4 appos\n"
      "\"_ \" PUNCT '' 6 punct\n"
      ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::person, {10}),
                         actor_at(text, ActorKind::organization, {18})});
  REQUIRE(layer.disputes.size() == 1);
  REQUIRE(layer.disputes[0].claims.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
}

TEST_CASE("\"it\" goes on for a denier whom nothing names") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "she she PRON PRP 5 nsubj\n"
      "acted act VERB VBD 2 ccomp\n"
      "on on ADP IN 7 case\n"
      "orders_ order NOUN NNS 5 obl\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Her her PRON PRP$ 2 nmod:poss\n"
      "employer employer NOUN NN 3 nsubj\n"
      "disputes dispute VERB VBZ 0 root\n"
      "this_ this PRON DT 3 obj\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "It it PRON PRP 2 nsubj\n"
      "submitted submit VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "she she PRON PRP 5 nsubj\n"
      "had have VERB VBD 2 ccomp\n"
      "full full ADJ JJ 7 amod\n"
      "authority_ authority NOUN NN 5 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::organization, {13})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].denials.size() == 2);
}

TEST_CASE("who turns down a proposal denies nothing that was said") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "proposed propose VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "debate_ debate NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Mills Mills PROPN NNP 2 nsubj\n"
      "rejected reject VERB VBD 0 root\n"
      "that_ that PRON DT 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::person, {5})});
  for (const auto& dispute : layer.disputes) CHECK(dispute.claims.empty());
}

TEST_CASE("what somebody would need is not answered by \"it has not been seen\"") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "a a DET DT 5 det\n"
      "thief thief NOUN NN 7 nsubj\n"
      "would would AUX MD 7 aux\n"
      "need need VERB VB 2 ccomp\n"
      "a a DET DT 9 det\n"
      "key key NOUN NN 7 obj\n"
      "to to PART TO 11 mark\n"
      "open open VERB VB 7 advcl\n"
      "the the DET DT 13 det\n"
      "vault_ vault NOUN NN 11 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "there there PRON EX 4 expl\n"
      "is be VERB VBZ 2 ccomp\n"
      "no no DET DT 6 det\n"
      "evidence evidence NOUN NN 4 nsubj\n"
      "that that PRON WDT 12 obj\n"
      "the the DET DT 9 det\n"
      "vault vault NOUN NN 12 nsubj:pass\n"
      "has have AUX VBZ 12 aux\n"
      "been be AUX VBN 12 aux:pass\n"
      "opened_ open VERB VBN 6 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::organization, {14})});
  CHECK(layer.disputes.empty());
}

TEST_CASE("\"not able to confirm\" is not confirmed, and \"could not see\" no hedge") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "he he PRON PRP 7 nsubj\n"
      "was be AUX VBD 7 cop\n"
      "not not PART RB 7 advmod\n"
      "able able ADJ JJ 2 ccomp\n"
      "to to PART TO 9 mark\n"
      "confirm confirm VERB VB 7 xcomp\n"
      "the the DET DT 11 det\n"
      "figure_ figure NOUN NN 9 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Mills Mills PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "staff staff NOUN NN 7 nsubj\n"
      "could could AUX MD 7 aux\n"
      "not not PART RB 7 advmod\n"
      "see see VERB VB 2 ccomp\n"
      "the the DET DT 9 det\n"
      "records_ record NOUN NNS 7 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::person, {12})});
  bool confirms = false;
  for (const auto& claim : layer.claims) {
    if (claim.cue_lemma == "confirm") {
      confirms = true;
      CHECK(claim.polarity == Polarity::negated);
    }
    CHECK(claim.hedges.empty());
  }
  CHECK(confirms);
}

TEST_CASE("two numbers of the same are a conflict, unless one leaves room for the other") {
  const auto text = parse_trees(
      "Lodestone Lodestone PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "breach breach NOUN NN 6 nsubj\n"
      "affected affect VERB VBD 2 ccomp\n"
      "400 400 NUM CD 8 nummod\n"
      "customers_ customer NOUN NNS 6 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "breach breach NOUN NN 6 nsubj\n"
      "affected affect VERB VBD 2 ccomp\n"
      "40 40 NUM CD 8 nummod\n"
      "customers_ customer NOUN NNS 6 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {0}), actor_at(text, ActorKind::organization, {9})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].kind == DisputeKind::conflict);
}

TEST_CASE("\"at least 40\" and \"400\" can both hold") {
  const auto text = parse_trees(
      "Lodestone Lodestone PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "breach breach NOUN NN 6 nsubj\n"
      "affected affect VERB VBD 2 ccomp\n"
      "400 400 NUM CD 8 nummod\n"
      "customers_ customer NOUN NNS 6 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "breach breach NOUN NN 6 nsubj\n"
      "affected affect VERB VBN 2 ccomp\n"
      "at at ADP IN 8 case\n"
      "least least ADJ JJS 9 nmod\n"
      "40 40 NUM CD 10 nummod\n"
      "customers_ customer NOUN NNS 6 obl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {0}), actor_at(text, ActorKind::organization, {9})});
  CHECK(layer.disputes.empty());
}

TEST_CASE("who answers \"regarding the claim\" answers who made it") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "Gatepost Gatepost PROPN NNP 6 nsubj\n"
      "is be AUX VBZ 6 cop\n"
      "unsafe_ unsafe ADJ JJ 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "The the DET DT 2 det\n"
      "tests test NOUN NNS 3 nsubj\n"
      "took take VERB VBD 0 root\n"
      "weeks_ week NOUN NNS 3 obj\n"
      ". . PUNCT . 3 punct\n"
      "\n"
      "Regarding regard VERB VBG 3 case\n"
      "the the DET DT 3 det\n"
      "claim_ claim NOUN NN 6 obl\n"
      ", , PUNCT , 3 punct\n"
      "Norvane Norvane PROPN NNP 6 nsubj\n"
      "says say VERB VBZ 0 root\n"
      "that that SCONJ IN 11 mark\n"
      "no no DET DT 9 det\n"
      "password password NOUN NN 11 nsubj:pass\n"
      "is be AUX VBZ 11 aux:pass\n"
      "stored_ store VERB VBN 6 ccomp\n"
      ". . PUNCT . 6 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::organization, {16}),
             actor_at(text, ActorKind::product, {3})});
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims[0].index() == 0);
}

TEST_CASE("code that raises a suspicion suspects nobody") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "code code NOUN NN 3 nsubj\n"
      "raised raise VERB VBD 0 root\n"
      "suspicions suspicion NOUN NNS 3 obj\n"
      "that that PRON WDT 7 obj\n"
      "Lorvia Lorvia PROPN NNP 7 nsubj\n"
      "built build VERB VBD 4 acl:relcl\n"
      "it_ it PRON PRP 7 obj\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::government, {5})});
  for (const auto& claim : layer.claims) {
    if (claim.stance == Stance::accuse) CHECK(claim.source_spans.empty());
  }
}

TEST_CASE("who says that it is no flaw denies one, and who could not reproduce it too") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "this this PRON DT 8 nsubj\n"
      "is be AUX VBZ 8 cop\n"
      "not not PART RB 8 advmod\n"
      "a a DET DT 8 det\n"
      "vulnerability_ vulnerability NOUN NN 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Mills Mills PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "he he PRON PRP 7 nsubj\n"
      "could could AUX MD 7 aux\n"
      "not not PART RB 7 advmod\n"
      "reproduce reproduce VERB VB 2 ccomp\n"
      "the the DET DT 9 det\n"
      "finding_ finding NOUN NN 7 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {0}), actor_at(text, ActorKind::person, {9, 12})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[0].stance == Stance::deny);
  CHECK(layer.claims[1].stance == Stance::deny);
}

TEST_CASE("whoever calls the idea of doing something absurd denies nothing") {
  const auto text = parse_trees(
      "Orr Orr PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 11 mark\n"
      "the the DET DT 5 det\n"
      "idea idea NOUN NN 11 nsubj\n"
      "of of SCONJ IN 7 mark\n"
      "closing close VERB VBG 5 acl\n"
      "the the DET DT 9 det\n"
      "port port NOUN NN 7 obj\n"
      "is be AUX VBZ 11 cop\n"
      "absurd_ absurd ADJ JJ 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance != Stance::deny);
}

TEST_CASE("what the denier goes on to explain is not what he denies") {
  const auto text = parse_trees(
      "Bennett Bennett PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "Mills Mills PROPN NNP 6 nsubj\n"
      "was be AUX VBD 6 aux\n"
      "leaving_ leave VERB VBG 2 ccomp\n"
      ", , PUNCT , 8 punct\n"
      "explaining explain VERB VBG 6 advcl\n"
      "that that SCONJ IN 12 mark\n"
      "Mills Mills PROPN NNP 12 nsubj\n"
      "was be AUX VBD 12 cop\n"
      "ill_ ill ADJ JJ 8 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::person, {3, 9})});
  for (const auto& dispute : layer.disputes) CHECK(dispute.claims.empty());
}

TEST_CASE("a freedom that was denied is withheld, not called untrue") {
  const auto text = parse_trees(
      "They they PRON PRP 2 nsubj\n"
      "took take VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "freedom freedom NOUN NN 2 obj\n"
      "that that PRON WDT 8 nsubj:pass\n"
      "had have AUX VBD 8 aux\n"
      "been be AUX VBN 8 aux:pass\n"
      "denied deny VERB VBN 4 acl:relcl\n"
      "to to ADP IN 11 case\n"
      "the the DET DT 11 det\n"
      "people_ people NOUN NNS 8 obl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  for (const auto& claim : layer.claims) CHECK(claim.stance != Stance::deny);
}
