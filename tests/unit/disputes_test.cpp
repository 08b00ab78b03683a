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

namespace {

// What Lorvia says first in most of these texts.
constexpr const char* kHiddenAccount =
    "Lorvia Lorvia PROPN NNP 2 nsubj\n"
    "said say VERB VBD 0 root\n"
    "that that SCONJ IN 6 mark\n"
    "the the DET DT 5 det\n"
    "routers router NOUN NNS 6 nsubj\n"
    "held hold VERB VBD 2 ccomp\n"
    "a a DET DT 9 det\n"
    "hidden hidden ADJ JJ 9 amod\n"
    "account_ account NOUN NN 6 obj\n"
    ". . PUNCT . 2 punct\n"
    "\n";

std::vector<Ref<Claim>> refs(std::initializer_list<std::size_t> indices) {
  std::vector<Ref<Claim>> out;
  for (const auto index : indices) out.emplace_back(index);
  return out;
}

}  // namespace

TEST_CASE("who calls a finding a misreading answers who found it") {
  const auto text = parse_trees(std::string(kHiddenAccount) +
                                "Norvane Norvane PROPN NNP 2 nsubj\n"
                                "called call VERB VBD 0 root\n"
                                "the the DET DT 4 det\n"
                                "finding finding NOUN NN 2 obj\n"
                                "a a DET DT 6 det\n"
                                "misreading_ misreading NOUN NN 2 xcomp\n"
                                ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::government, {0}), actor_at(text, ActorKind::organization, {10})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[1].stance == Stance::deny);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims == refs({0}));
  CHECK(layer.disputes[0].denials == refs({1}));
  CHECK(layer.disputes[0].about == "that the routers held a hidden account");
}

TEST_CASE("a denial answers the claim that shares its words, not the one before it") {
  const auto text = parse_trees(std::string(kHiddenAccount) +
                                "Brennick Brennick PROPN NNP 2 nsubj\n"
                                "said say VERB VBD 0 root\n"
                                "that that SCONJ IN 6 mark\n"
                                "the the DET DT 5 det\n"
                                "ban ban NOUN NN 6 nsubj\n"
                                "came come VERB VBD 2 ccomp\n"
                                "late_ late ADV RB 6 advmod\n"
                                ". . PUNCT . 2 punct\n"
                                "\n"
                                "Norvane Norvane PROPN NNP 2 nsubj\n"
                                "denied deny VERB VBD 0 root\n"
                                "that that SCONJ IN 7 mark\n"
                                "any any DET DT 5 det\n"
                                "account account NOUN NN 7 nsubj\n"
                                "was be AUX VBD 7 cop\n"
                                "hidden_ hidden ADJ JJ 2 ccomp\n"
                                ". . PUNCT . 2 punct\n");
  const auto layer =
      read_claims(text, {actor_at(text, ActorKind::government, {0}), actor_at(text, ActorKind::person, {10}),
                         actor_at(text, ActorKind::organization, {18})});
  REQUIRE(layer.claims.size() == 3);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims == refs({0}));
  CHECK(layer.disputes[0].denials == refs({2}));
}

TEST_CASE("\"the charge\" is what was alleged, and \"no such warning\" goes on answering it") {
  const auto text = parse_trees(
      "Brennick Brennick PROPN NNP 2 nsubj\n"
      "alleged allege VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "a a DET DT 5 det\n"
      "warning warning NOUN NN 7 nsubj:pass\n"
      "was be AUX VBD 7 aux:pass\n"
      "ignored_ ignore VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "refuted refute VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "charge_ charge NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "No no DET DT 3 det\n"
      "such such ADJ JJ 3 amod\n"
      "warning warning NOUN NN 4 nsubj\n"
      "exists_ exist VERB VBZ 7 ccomp\n"
      ", , PUNCT , 4 punct\n"
      "Norvane Norvane PROPN NNP 7 nsubj\n"
      "said_ say VERB VBD 0 root\n"
      ". . PUNCT . 7 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::person, {0}), actor_at(text, ActorKind::organization, {8, 18})});
  REQUIRE(layer.claims.size() == 3);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims == refs({0}));
  CHECK(layer.disputes[0].denials == refs({1, 2}));
}

TEST_CASE("who rejects a demand refuses it and disputes nothing") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "rejected reject VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "demand_ demand NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {0})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance != Stance::deny);
  CHECK(layer.disputes.empty());
}

TEST_CASE("what the text itself calls untrue is answered, though nobody is named") {
  const auto text = parse_trees(std::string(kHiddenAccount) +
                                "This this PRON DT 3 nsubj\n"
                                "is be AUX VBZ 3 cop\n"
                                "untrue_ untrue ADJ JJ 0 root\n"
                                ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::government, {0})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[1].stance == Stance::deny);
  CHECK(!layer.claims[1].source);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims == refs({0}));
}

TEST_CASE("a denial hung on a word for the claim is no part of what is claimed") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "firm firm NOUN NN 6 nsubj\n"
      "paid pay VERB VBD 2 ccomp\n"
      "the the DET DT 8 det\n"
      "group_ group NOUN NN 6 obj\n"
      ", , PUNCT , 11 punct\n"
      "a a DET DT 11 det\n"
      "claim claim NOUN NN 8 appos\n"
      "that that PRON WDT 14 obj\n"
      "Norvane Norvane PROPN NNP 14 nsubj\n"
      "disputes_ dispute VERB VBZ 11 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::government, {0}), actor_at(text, ActorKind::organization, {12})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[0].content) == "that the firm paid the group");
  CHECK(layer.claims[1].source == Ref<Actor>(1));
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims == refs({0}));
  CHECK(layer.disputes[0].denials == refs({1}));
}

TEST_CASE("\"no evidence that any file was sold\" answers who said that files were sold") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "files file NOUN NNS 6 nsubj:pass\n"
      "were be AUX VBD 6 aux:pass\n"
      "sold_ sell VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "there there PRON EX 4 expl\n"
      "was be VERB VBD 2 ccomp\n"
      "no no DET DT 6 det\n"
      "evidence evidence NOUN NN 4 nsubj\n"
      "that that SCONJ IN 11 mark\n"
      "any any DET DT 9 det\n"
      "file file NOUN NN 11 nsubj:pass\n"
      "was be AUX VBD 11 aux:pass\n"
      "sold_ sell VERB VBN 6 acl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::government, {0}), actor_at(text, ActorKind::organization, {7})});
  REQUIRE(layer.claims.size() == 2);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims == refs({0}));
  CHECK(layer.disputes[0].denials == refs({1}));
}

TEST_CASE("who withdraws a statement takes back what they said") {
  const auto text = parse_trees(
      "Brennick Brennick PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 5 det\n"
      "meeting meeting NOUN NN 6 nsubj\n"
      "happened_ happen VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "Brennick Brennick PROPN NNP 2 nsubj\n"
      "withdrew withdraw VERB VBD 0 root\n"
      "that that DET DT 4 det\n"
      "statement_ statement NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::person, {0, 7})});
  REQUIRE(layer.claims.size() == 2);
  REQUIRE(layer.disputes.size() == 1);
  CHECK(layer.disputes[0].claims == refs({0}));
  CHECK(layer.disputes[0].denials == refs({1}));
}

TEST_CASE(
    "two who say much the same do not contradict each other where the \"not\" stands on something else") {
  const auto text = parse_trees(std::string(kHiddenAccount) +
                                "Brennick Brennick PROPN NNP 2 nsubj\n"
                                "said say VERB VBD 0 root\n"
                                "routers router NOUN NNS 8 nsubj\n"
                                "which which PRON WDT 6 nsubj\n"
                                "never never ADV RB 6 advmod\n"
                                "sold sell VERB VBD 3 acl:relcl\n"
                                "had have AUX VBD 8 aux\n"
                                "held hold VERB VBN 2 ccomp\n"
                                "a a DET DT 11 det\n"
                                "hidden hidden ADJ JJ 11 amod\n"
                                "account_ account NOUN NN 8 obj\n"
                                ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::government, {0}), actor_at(text, ActorKind::person, {10})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.disputes.empty());
}

TEST_CASE("the list of sources has papers with their owners and people who are not named") {
  const auto text = parse_trees(
      "Two two NUM CD 2 nummod\n"
      "officials official NOUN NNS 6 nsubj\n"
      "familiar familiar ADJ JJ 2 amod\n"
      "with with ADP IN 5 case\n"
      "it it PRON PRP 3 obl\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 9 mark\n"
      "keys key NOUN NNS 9 nsubj\n"
      "leaked_ leak VERB VBD 6 ccomp\n"
      ". . PUNCT . 6 punct\n"
      "\n"
      "The the DET DT 2 det\n"
      "ban ban NOUN NN 3 nsubj\n"
      "rests rest VERB VBZ 0 root\n"
      "on on ADP IN 6 case\n"
      "a a DET DT 6 det\n"
      "report report NOUN NN 3 obl\n"
      "by by ADP IN 8 case\n"
      "Norvane_ Norvane PROPN NNP 6 nmod\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {17})});
  REQUIRE(layer.sources.size() == 2);
  CHECK(layer.sources[0].kind == SourceKind::anonymous);
  CHECK(text.words(layer.sources[0].evidence) == "Two officials familiar with it");
  CHECK(layer.sources[1].kind == SourceKind::document);
  CHECK(layer.sources[1].actor == Ref<Actor>(0));
  CHECK(text.words(layer.sources[1].evidence) == "report");
}

TEST_CASE("\"denies\" is a denial even where the tree takes it for a noun") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "firm firm NOUN NN 3 compound\n"
      "denies deny NOUN NNS 4 nsubj\n"
      "wrongdoing_ wrongdo VERB VBG 0 root\n"
      ". . PUNCT . 4 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {1})});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::deny);
  CHECK(text.words(layer.claims[0].source_spans) == "The firm");
  CHECK(text.words(layer.claims[0].content) == "wrongdoing");
}

TEST_CASE("what was denied to somebody is no denial of a claim") {
  const auto text = parse_trees(
      "Access access NOUN NN 3 nsubj:pass\n"
      "was be AUX VBD 3 aux:pass\n"
      "denied deny VERB VBN 0 root\n"
      "to to ADP IN 5 case\n"
      "users_ user NOUN NNS 3 obl\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text);
  for (const auto& claim : layer.claims) CHECK(claim.stance != Stance::deny);
  CHECK(layer.disputes.empty());
}
