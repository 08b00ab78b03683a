// Who says what, and where it ends: rules that mend what trees get wrong.
#include <doctest/doctest.h>

#include "claim_trees.hpp"
#include "core/claims/claims.hpp"
#include "trees.hpp"

using namespace hearsay;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

TEST_CASE("who speaks first goes on behind \"and\" with the next verb of saying") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 5 nsubj\n"
      "was be AUX VBD 5 cop\n"
      "sorry sorry ADJ JJ 2 ccomp\n"
      "and and CCONJ CC 7 cc\n"
      "warned warn VERB VBD 5 conj\n"
      "users user NOUN NNS 7 obj\n"
      "to to PART TO 10 mark\n"
      "update_ update VERB VB 7 xcomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[0].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[0].content) == "it was sorry");
  CHECK(text.words(layer.claims[1].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[1].content) == "users to update");
}

TEST_CASE("who speaks first goes on in a participle behind a comma") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 6 expl\n"
      "did do AUX VBD 6 aux\n"
      "not not PART RB 6 advmod\n"
      "believe believe VERB VB 2 ccomp\n"
      "those that DET DT 8 det\n"
      "lists list NOUN NNS 10 nsubj\n"
      "had have AUX VBD 10 aux\n"
      "harmed harm VERB VBN 6 ccomp\n"
      "Norvane Norvane PROPN NNP 10 obj\n"
      "in in ADP IN 13 case\n"
      "May_ May PROPN NNP 10 obl\n"
      ", , PUNCT , 15 punct\n"
      "arguing argue VERB VBG 10 advcl\n"
      "that that SCONJ IN 25 mark\n"
      "the the DET DT 18 det\n"
      "faults fault NOUN NNS 25 nsubj\n"
      "in in ADP IN 21 case\n"
      "the the DET DT 21 det\n"
      "gateway gateway NOUN NN 18 nmod\n"
      "were be AUX VBD 25 cop\n"
      "a a DET DT 25 det\n"
      "bigger big ADJ JJR 25 amod\n"
      "problem_ problem NOUN NN 15 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[0].source_spans) == "Lorvia");
  CHECK(text.words(layer.claims[0].content) == "it did not believe those lists had harmed Norvane in May");
  CHECK(text.words(layer.claims[1].source_spans) == "Lorvia");
  CHECK(text.words(layer.claims[1].content) == "that the faults in the gateway were a bigger problem");
}

TEST_CASE("what the first says ends where somebody else speaks") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "breach breach NOUN NN 6 nsubj:pass\n"
      "was be AUX VBD 6 aux:pass\n"
      "contained_ contain VERB VBN 2 ccomp\n"
      ", , PUNCT , 10 punct\n"
      "while while SCONJ IN 10 mark\n"
      "Norvane Norvane PROPN NNP 10 nsubj\n"
      "said say VERB VBD 6 advcl\n"
      "it it PRON PRP 12 nsubj\n"
      "was be AUX VBD 13 cop\n"
      "not_ not PART RB 10 advmod\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[0].source_spans) == "Lorvia");
  CHECK(text.words(layer.claims[0].content) == "the breach was contained");
  CHECK(text.words(layer.claims[1].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[1].content) == "it was not");
}

TEST_CASE("a clause behind a second \"that\" is a claim of its own") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "the the DET DT 5 det\n"
      "breach breach NOUN NN 7 nsubj:pass\n"
      "was be AUX VBD 7 aux:pass\n"
      "contained_ contain VERB VBN 2 ccomp\n"
      ", , PUNCT , 13 punct\n"
      "and and CCONJ CC 13 cc\n"
      "that that SCONJ IN 13 mark\n"
      "nobody nobody PRON NN 13 nsubj\n"
      "had have AUX VBD 13 aux\n"
      "lost lose VERB VBN 7 conj\n"
      "data_ data NOUN NN 13 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[0].source_spans) == "Lorvia");
  CHECK(text.words(layer.claims[0].content) == "that the breach was contained");
  CHECK(text.words(layer.claims[1].source_spans) == "Lorvia");
  CHECK(text.words(layer.claims[1].content) == "that nobody had lost data");
}

TEST_CASE("what the writer adds about the last name is no part of what was said") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "board board NOUN NN 3 nsubj\n"
      "said say VERB VBD 0 root\n"
      "the the DET DT 5 det\n"
      "data data NOUN NN 8 nsubj\n"
      "was be AUX VBD 8 cop\n"
      "with with ADP IN 8 case\n"
      "Lorvia_ Lorvia PROPN NNP 3 ccomp\n"
      ", , PUNCT , 11 punct\n"
      "which which PRON WDT 11 nsubj\n"
      "makes make VERB VBZ 8 acl:relcl\n"
      "the the DET DT 13 det\n"
      "gateway_ gateway NOUN NN 11 obj\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "The board");
  CHECK(text.words(layer.claims[0].content) == "the data was with Lorvia");
}

TEST_CASE("a list at the head of a clause belongs to it") {
  const auto text = parse_trees(
      "Veltrix Veltrix PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "hospitals_ hospital NOUN NNS 2 obj\n"
      ", , PUNCT , 5 punct\n"
      "schools school NOUN NNS 3 conj\n"
      "and and CCONJ CC 7 cc\n"
      "banks bank NOUN NNS 5 conj\n"
      "had have AUX VBD 9 aux\n"
      "paid_ pay VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Veltrix");
  CHECK(text.words(layer.claims[0].content) == "hospitals, schools and banks had paid");
}

TEST_CASE("a clause may be built around who says it") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "released release VERB VBD 0 root\n"
      "a a DET DT 4 det\n"
      "tool tool NOUN NN 2 obj\n"
      "that that PRON WDT 9 mark\n"
      "researchers researcher NOUN NNS 7 nsubj\n"
      "say say VERB VBP 4 acl:relcl\n"
      "was be AUX VBD 9 aux:pass\n"
      "stolen_ steal VERB VBN 4 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "researchers");
  CHECK(text.words(layer.claims[0].cue) == "say");
  CHECK(text.words(layer.claims[0].content) == "that | was stolen");
}

TEST_CASE("a source behind a clause, between a comma and its end") {
  const auto text = parse_trees(
      "There there PRON EX 2 expl\n"
      "is be VERB VBZ 0 root\n"
      "no no DET DT 4 det\n"
      "risk risk NOUN NN 2 nsubj\n"
      "of of ADP IN 7 case\n"
      "a a DET DT 7 det\n"
      "breach_ breach NOUN NN 4 nmod\n"
      ", , PUNCT , 9 punct\n"
      "officials official NOUN NNS 4 conj\n"
      "in in ADP IN 12 case\n"
      "both both DET DT 12 cc:preconj\n"
      "cities city NOUN NNS 13 obl\n"
      "insist_ insist VERB VBP 2 advcl\n"
      ", , PUNCT , 19 punct\n"
      "because because SCONJ IN 19 mark\n"
      "modern modern ADJ JJ 17 amod\n"
      "gateways gateway NOUN NNS 19 nsubj\n"
      "have have AUX VBP 19 aux\n"
      "evolved_ evolve VERB VBN 2 advcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "officials in both cities");
  CHECK(text.words(layer.claims[0].content) ==
        "There is no risk of a breach | because modern gateways have evolved");
}

TEST_CASE("what would be said has not been said") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 3 nsubj\n"
      "would would AUX MD 3 aux\n"
      "accuse accuse VERB VB 0 root\n"
      "Lorvia Lorvia PROPN NNP 3 obj\n"
      "of of ADP IN 6 case\n"
      "theft_ theft NOUN NN 4 nmod\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text);
  CHECK(layer.claims.empty());
}

TEST_CASE("what is expected or believed is a claim that nobody is named for") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "patch patch NOUN NN 4 nsubj:pass\n"
      "is be AUX VBZ 4 aux:pass\n"
      "expected expect VERB VBN 0 root\n"
      "to to PART TO 6 mark\n"
      "arrive arrive VERB VB 4 xcomp\n"
      "in in ADP IN 8 case\n"
      "May_ May PROPN NNP 6 obl\n"
      ". . PUNCT . 4 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "");
  CHECK(text.words(layer.claims[0].content) == "The patch | to arrive in May");
}

TEST_CASE("the title of a programme does not part a cue from its clause") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "on on ADP IN 9 case\n"
      "the the DET DT 9 det\n"
      "\"_ \" PUNCT `` 7 punct\n"
      "Morning morning NOUN NN 7 compound\n"
      "Call_ call NOUN NN 9 compound\n"
      "\" \" PUNCT '' 7 punct\n"
      "programme programme NOUN NN 2 obl\n"
      "that that SCONJ IN 13 mark\n"
      "it it PRON PRP 13 nsubj\n"
      "was be AUX VBD 13 cop\n"
      "sorry_ sorry ADJ JJ 9 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Lorvia");
  CHECK(text.words(layer.claims[0].content) == "that it was sorry");
}

TEST_CASE("somebody is urged to do something, wherever the tree hangs it") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "urged urge VERB VBD 0 root\n"
      "users user NOUN NNS 2 obj\n"
      "of of ADP IN 6 case\n"
      "old old ADJ JJ 6 amod\n"
      "gateways gateway NOUN NNS 3 nmod\n"
      "to to PART TO 8 mark\n"
      "update_ update VERB VB 6 acl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[0].cue) == "urged");
  CHECK(text.words(layer.claims[0].content) == "users of old gateways to update");
}

TEST_CASE("an accusation in quotation marks behind whom it is against") {
  const auto text = parse_trees(
      "Shadow Shadow PROPN NNP 2 compound\n"
      "minister minister NOUN NN 3 nmod:desc\n"
      "Ada Ada PROPN NNP 5 nsubj\n"
      "Brennick Brennick PROPN NNP 3 flat\n"
      "accused accuse VERB VBD 0 root\n"
      "the the DET DT 7 det\n"
      "government government NOUN NN 5 obj\n"
      "of of ADP IN 13 case\n"
      "\"_ \" PUNCT `` 10 punct\n"
      "banning ban VERB VBG 7 acl\n"
      "by by ADP IN 13 case\n"
      "press press NOUN NN 13 compound\n"
      "leak_ leak NOUN NN 10 obl:agent\n"
      "\" \" PUNCT '' 10 punct\n"
      "and and CCONJ CC 16 cc\n"
      "called call VERB VBN 5 conj\n"
      "on on ADP IN 18 case\n"
      "it it PRON PRP 16 obl\n"
      "to to PART TO 20 mark\n"
      "release release VERB VB 16 advcl\n"
      "the the DET DT 22 det\n"
      "advice_ advice NOUN NN 20 obj\n"
      ". . PUNCT . 5 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[0].source_spans) == "Shadow minister Ada Brennick");
  CHECK(text.words(layer.claims[0].content) == "of \"banning by press leak\"");
  CHECK(text.words(layer.claims[1].source_spans) == "Shadow minister Ada Brennick");
  CHECK(text.words(layer.claims[1].content) == "it to release the advice");
}

TEST_CASE("whoever stands between \"with\" and a participle speaks") {
  const auto text = parse_trees(
      "Users user NOUN NNS 3 nsubj\n"
      "still still ADV RB 3 advmod\n"
      "trust trust VERB VBP 0 root\n"
      "Norvane Norvane PROPN NNP 5 obl:unmarked\n"
      "more more ADJ JJR 3 advmod\n"
      "than than ADP IN 7 case\n"
      "Lorvia_ Lorvia PROPN NNP 3 obl\n"
      ", , PUNCT , 12 punct\n"
      "with with ADP IN 12 mark\n"
      "50 50 NUM CD 11 nummod\n"
      "percent percent NOUN NN 12 obl\n"
      "saying say VERB VBG 3 advcl\n"
      "they they PRON PRP 14 nsubj\n"
      "feel feel VERB VBP 12 ccomp\n"
      "safe_ safe ADJ JJ 14 xcomp\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "50 percent");
  CHECK(text.words(layer.claims[0].content) == "they feel safe");
}

TEST_CASE("a clause with \"as\" that holds what was said does not say the clause beside it") {
  const auto text = parse_trees(
      "As as SCONJ IN 3 mark\n"
      "Norvane Norvane PROPN NNP 3 nsubj\n"
      "denied deny VERB VBD 9 advcl\n"
      "the the DET DT 5 det\n"
      "report_ report NOUN NN 3 obj\n"
      ", , PUNCT , 3 punct\n"
      "its its PRON PRP$ 8 nmod:poss\n"
      "shares share NOUN NNS 9 nsubj\n"
      "fell_ fall VERB VBD 0 root\n"
      ". . PUNCT . 9 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[0].cue) == "denied");
  CHECK(text.words(layer.claims[0].content) == "the report");
}

TEST_CASE("a weekday behind the cue says when") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "late late ADJ JJ 4 amod\n"
      "Monday Monday PROPN NNP 2 obj\n"
      "it it PRON PRP 7 nsubj\n"
      "was be AUX VBD 7 cop\n"
      "sorry_ sorry ADJ JJ 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[0].content) == "it was sorry");
}

TEST_CASE("a quotation behind a sentence in which one party speaks is its") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 5 nsubj\n"
      "was be AUX VBD 5 aux\n"
      "looking look VERB VBG 2 ccomp\n"
      "into into ADP IN 8 case\n"
      "the the DET DT 8 det\n"
      "breach_ breach NOUN NN 5 obl\n"
      ". . PUNCT . 2 punct\n"
      "\n"
      "\"_ \" PUNCT `` 3 punct\n"
      "We we PRON PRP 3 nsubj\n"
      "take take VERB VBP 0 root\n"
      "this this PRON DT 3 obj\n"
      "very very ADV RB 6 advmod\n"
      "seriously_ seriously ADV RB 3 advmod\n"
      "._ . PUNCT . 3 punct\n"
      "\" \" PUNCT '' 3 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[0].content) ==
        "it was looking into the breach | \"We take this very seriously.\"");
}

TEST_CASE("whoever makes something clear says it") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "made make VERB VBD 0 root\n"
      "it it PRON PRP 2 obj\n"
      "clear clear ADJ JJ 2 xcomp\n"
      "that that SCONJ IN 8 mark\n"
      "it it PRON PRP 8 nsubj\n"
      "was be AUX VBD 8 cop\n"
      "sorry_ sorry ADJ JJ 4 ccomp\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[0].cue) == "made it clear");
  CHECK(text.words(layer.claims[0].content) == "that it was sorry");
}

TEST_CASE("a topic or a refusal that a noun names is no claim") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "welcomed welcome VERB VBD 0 root\n"
      "its its PRON PRP$ 4 nmod:poss\n"
      "position position NOUN NN 2 obj\n"
      "on on ADP IN 6 case\n"
      "encryption encryption NOUN NN 2 obl\n"
      "and and CCONJ CC 9 cc\n"
      "its its PRON PRP$ 9 nmod:poss\n"
      "refusal refusal NOUN NN 6 conj\n"
      "to to PART TO 11 mark\n"
      "pay_ pay VERB VB 9 acl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  for (const Claim& claim : layer.claims) {
    CHECK(claim.cue_lemma != "position");
    CHECK(claim.cue_lemma != "refusal");
  }
}

TEST_CASE("an opinion with a \"not\" in it answers nobody") {
  const auto text = parse_trees(
      "\"_ \" PUNCT `` 5 punct\n"
      "The the DET DT 3 det\n"
      "report report NOUN NN 5 nsubj\n"
      "is be AUX VBZ 5 cop\n"
      "wrong_ wrong ADJ JJ 9 ccomp\n"
      ",_ , PUNCT , 5 punct\n"
      "\" \" PUNCT '' 5 punct\n"
      "Norvane Norvane PROPN NNP 9 nsubj\n"
      "said_ say VERB VBD 0 root\n"
      ". . PUNCT . 9 punct\n"
      "\n"
      "\"_ \" PUNCT `` 6 punct\n"
      "We we PRON PRP 6 nsubj\n"
      "can can AUX MD 6 aux\n"
      "not not PART RB 6 advmod\n"
      "be be AUX VB 6 cop\n"
      "soft soft ADJ JJ 0 root\n"
      "on on ADP IN 8 case\n"
      "this_ this PRON DT 6 obl\n"
      "._ . PUNCT . 6 punct\n"
      "\" \" PUNCT '' 6 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
}

TEST_CASE("what is so in somebody's view is a claim of whose view it is") {
  const auto text = parse_trees(
      "In in ADP IN 3 case\n"
      "his his PRON PRP$ 3 nmod:poss\n"
      "view_ view NOUN NN 8 obl\n"
      ", , PUNCT , 3 punct\n"
      "the the DET DT 6 det\n"
      "audit audit NOUN NN 8 nsubj\n"
      "had have AUX VBD 8 aux\n"
      "failed_ fail VERB VBN 0 root\n"
      ". . PUNCT . 8 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "his");
  CHECK(text.words(layer.claims[0].content) == "the audit had failed");
  CHECK(layer.claims[0].stance == Stance::assess);
}

TEST_CASE("a label before a colon is nobody's word") {
  const auto text = parse_trees(
      "Notified_ notify VERB VBN 0 root\n"
      ": : PUNCT : 1 punct\n"
      "2024-08-26 2024-08-26 NUM CD 1 dep\n");
  CHECK(read_claims(text).claims.empty());
}

TEST_CASE("what somebody is asked is the question behind them, wherever the tree hangs it") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "asked ask VERB VBD 0 root\n"
      "Lorvia Lorvia PROPN NNP 2 obj\n"
      "if if SCONJ IN 6 mark\n"
      "it it PRON PRP 6 nsubj\n"
      "knew_ know VERB VBD 3 acl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::question);
  CHECK(text.words(layer.claims[0].content) == "if it knew");
}

TEST_CASE("the title of a programme before who speaks is no speech") {
  const auto text = parse_trees(
      "In in ADP IN 3 case\n"
      "an a DET DT 3 det\n"
      "interview interview NOUN NN 11 obl\n"
      "with with ADP IN 7 case\n"
      "\"_ \" PUNCT `` 7 punct\n"
      "Morning morning NOUN NN 7 compound\n"
      "Call_ call NOUN NN 3 nmod\n"
      ",_ , PUNCT , 7 punct\n"
      "\" \" PUNCT '' 7 punct\n"
      "Norvane Norvane PROPN NNP 11 nsubj\n"
      "said say VERB VBD 0 root\n"
      "it it PRON PRP 13 nsubj\n"
      "wanted want VERB VBD 11 ccomp\n"
      "to to PART TO 15 mark\n"
      "help help VERB VB 13 xcomp\n"
      "users_ user NOUN NNS 15 obj\n"
      ". . PUNCT . 11 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(!layer.claims.empty());
  CHECK(text.words(layer.claims[0].content) == "it wanted to help users");
}

TEST_CASE("a participle before who speaks is no speech where a clause follows the cue") {
  const auto text = parse_trees(
      "Claiming claim VERB VBG 9 ccomp\n"
      "that that SCONJ IN 6 mark\n"
      "the the DET DT 4 det\n"
      "faults fault NOUN NNS 6 nsubj\n"
      "are be AUX VBP 6 cop\n"
      "old_ old ADJ JJ 1 ccomp\n"
      ", , PUNCT , 1 punct\n"
      "Norvane Norvane PROPN NNP 9 nsubj\n"
      "told tell VERB VBD 0 root\n"
      "Lorvia Lorvia PROPN NNP 9 iobj\n"
      "that that SCONJ IN 14 mark\n"
      "users user NOUN NNS 14 nsubj\n"
      "were be AUX VBD 14 cop\n"
      "safe_ safe ADJ JJ 9 ccomp\n"
      ". . PUNCT . 9 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(!layer.claims.empty());
  CHECK(layer.claims.back().cue_lemma == "tell");
  CHECK(text.words(layer.claims.back().content) == "that users were safe");
}

TEST_CASE("a clause that only tells which thing is meant has nothing built around its speaker") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "reports report NOUN NNS 7 nsubj\n"
      "the the DET DT 4 det\n"
      "agency agency NOUN NN 5 nsubj\n"
      "confirmed confirm VERB VBD 2 acl:relcl\n"
      "were be AUX VBD 7 cop\n"
      "old_ old ADJ JJ 0 root\n"
      ". . PUNCT . 7 punct\n");
  CHECK(read_claims(text).claims.empty());
}

TEST_CASE("what somebody could make others do has not been said") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 3 nsubj\n"
      "could could AUX MD 3 aux\n"
      "wait wait VERB VB 0 root\n"
      "and and CCONJ CC 6 cc\n"
      "then then ADV RB 6 advmod\n"
      "convince convince VERB VB 3 conj\n"
      "users user NOUN NNS 6 obj\n"
      "of of ADP IN 9 case\n"
      "gateways gateway NOUN NNS 7 nmod\n"
      "to to PART TO 11 mark\n"
      "pay_ pay VERB VB 9 acl\n"
      ". . PUNCT . 3 punct\n");
  CHECK(read_claims(text).claims.empty());
}
