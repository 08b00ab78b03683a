#include "core/claims/claims.hpp"

#include <doctest/doctest.h>

#include "claim_trees.hpp"
#include "core/assets/assets.hpp"
#include "core/claims/lexicon.hpp"
#include "trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

namespace {

constexpr const char* kHeader = "# Source: a test. Licence: MIT.\n";

Result<Lexicon> with_cues(const std::string& rows) {
  return parse_lexicon(kHeader + rows, "", "", "", "", "", "", "", "");
}

}  // namespace

TEST_CASE("the cue lexicon loads and is large enough to read news") {
  const auto lexicon = parse_lexicon(
      asset("lexicons/cues.tsv"), asset("lexicons/hedges.tsv"), asset("lexicons/yardsticks.tsv"),
      asset("lexicons/basis.tsv"), asset("lexicons/negation.tsv"), asset("lexicons/acts.tsv"),
      asset("lexicons/blame.tsv"), asset("lexicons/same_meaning.tsv"), asset("lexicons/matters.tsv"));
  REQUIRE(lexicon.ok());
  CHECK(lexicon.value().cues.size() > 400);
  const Cue* accuse = lexicon.value().cue(CuePos::verb, "accuse");
  REQUIRE(accuse != nullptr);
  CHECK(accuse->stance == Stance::accuse);
  CHECK(accuse->object == ObjectRole::target);
  CHECK(accuse->takes("of"));
  CHECK(lexicon.value().cue(CuePos::verb, "deny")->negates);
}

TEST_CASE("a bad row of the cue lexicon is refused with its line") {
  const auto bad = with_cues(
      "say\tverb\tstate\tnone\tclause\taffirm\tsay\nmumble\tverb\tsing\tnone\tclause\taffirm\tsay\n");
  REQUIRE(!bad.ok());
  CHECK(bad.error().message.find("line 3") != std::string::npos);
  CHECK(!with_cues("say\tverb\tstate\tnone\tclause\taffirm\n").ok());
  CHECK(!with_cues("say\tverb\tstate\tmaybe\tclause\taffirm\tsay\n").ok());
  CHECK(!with_cues("say\tverb\tstate\tnone\t\taffirm\tsay\n").ok());
}

TEST_CASE("a cue that stands in the lexicon twice is refused") {
  const auto twice =
      with_cues("say\tverb\tstate\tnone\tclause\taffirm\tsay\nsay\tverb\twarn\tnone\tclause\taffirm\tsay\n");
  REQUIRE(!twice.ok());
  CHECK(twice.error().message.find("say") != std::string::npos);
}

TEST_CASE("a verb of saying with a that-clause gives source, cue and content") {
  const auto text = parse_trees(
      "Veltrix Veltrix PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "attackers attacker NOUN NNS 6 nsubj\n"
      "could could AUX MD 6 aux\n"
      "read read VERB VB 2 ccomp\n"
      "the the DET DT 8 det\n"
      "logs_ log NOUN NNS 6 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  const Claim& claim = layer.claims[0];
  CHECK(text.words(claim.source_spans) == "Veltrix");
  CHECK(text.words(claim.cue) == "said");
  CHECK(text.words(claim.content) == "that attackers could read the logs");
  CHECK(text.words(claim.hedges) == "could");
  CHECK(claim.stance == Stance::state);
  CHECK(claim.attribution == Attribution::indirect);
  CHECK(!claim.why.empty());
}

TEST_CASE("a clause that the tree hangs on the last noun belongs to the verb of saying") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "in in ADP IN 5 case\n"
      "an a DET DT 5 det\n"
      "interview interview NOUN NN 2 obl\n"
      "that that SCONJ IN 10 mark\n"
      "alerts alert NOUN NNS 10 nsubj:pass\n"
      "had have AUX VBD 10 aux\n"
      "been be AUX VBN 10 aux:pass\n"
      "ignored_ ignore VERB VBN 5 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::deny);
  CHECK(text.words(layer.claims[0].content) == "that alerts had been ignored");
}

TEST_CASE("a relative clause on the object is not what the verb says") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "the the DET DT 4 det\n"
      "memo memo NOUN NN 2 obj\n"
      "that that PRON WDT 7 obj\n"
      "Lorvia Lorvia PROPN NNP 7 nsubj\n"
      "wrote_ write VERB VBD 4 acl:relcl\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(!layer.claims[0].why.empty());
  CHECK(text.words(layer.claims[0].content).starts_with("the memo"));
}

TEST_CASE("an accusation has its target as object and its matter after \"of\"") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "agency agency NOUN NN 3 nsubj\n"
      "accused accuse VERB VBD 0 root\n"
      "Norvane Norvane PROPN NNP 3 obj\n"
      "of of SCONJ IN 6 mark\n"
      "hiding hide VERB VBG 3 advcl\n"
      "the the DET DT 8 det\n"
      "breach_ breach NOUN NN 6 obj\n"
      ". . PUNCT . 3 punct\n");
  Actor norvane;
  norvane.name = text.layer.tokens[3].span;
  norvane.kind = ActorKind::organization;
  norvane.mentions.push_back({norvane.name, MentionForm::name, 3, "name"});
  const auto layer = read_claims(text, {norvane});
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::accuse);
  CHECK(text.words(layer.claims[0].content) == "of hiding the breach");
  REQUIRE(layer.claims[0].target);
  CHECK(layer.claims[0].target.index() == 0);
  CHECK(!layer.claims[0].source);
}

TEST_CASE("a denial negates what it denies") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "denied deny VERB VBD 0 root\n"
      "any any DET DT 4 det\n"
      "involvement_ involvement NOUN NN 2 obj\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::deny);
  CHECK(layer.claims[0].polarity == Polarity::negated);
  CHECK(text.words(layer.claims[0].content) == "any involvement");
}

TEST_CASE("a clause slipped into speech takes the speech on both sides") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "flaw_ flaw NOUN NN 8 nsubj\n"
      ", , PUNCT , 5 punct\n"
      "Brennick Brennick PROPN NNP 5 nsubj\n"
      "said_ say VERB VBD 8 parataxis\n"
      ", , PUNCT , 5 punct\n"
      "is be AUX VBZ 8 cop\n"
      "harmless_ harmless ADJ JJ 0 root\n"
      ". . PUNCT . 8 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Brennick");
  CHECK(text.words(layer.claims[0].content) == "The flaw | is harmless");
}

TEST_CASE("a quotation over two sentences is one content") {
  const auto text = parse_trees(
      "\"_ \" PUNCT `` 4 punct\n"
      "We we PRON PRP 4 nsubj\n"
      "are be AUX VBP 4 cop\n"
      "safe_ safe ADJ JJ 0 root\n"
      ". . PUNCT . 4 punct\n"
      "\n"
      "Nobody nobody PRON NN 2 nsubj\n"
      "got get VERB VBD 0 root\n"
      "in_ in ADV RB 2 advmod\n"
      ",_ , PUNCT , 2 punct\n"
      "\" \" PUNCT '' 2 punct\n"
      "Brennick Brennick PROPN NNP 7 nsubj\n"
      "said_ say VERB VBD 2 parataxis\n"
      ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].content) == "\"We are safe. Nobody got in,\"");
  CHECK(layer.claims[0].attribution == Attribution::direct);
}

TEST_CASE("according to somebody") {
  const auto text = parse_trees(
      "According accord VERB VBG 4 case\n"
      "to to ADP IN 1 fixed\n"
      "the the DET DT 4 det\n"
      "audit_ audit NOUN NN 8 obl\n"
      ", , PUNCT , 4 punct\n"
      "keys key NOUN NNS 8 nsubj:pass\n"
      "were be AUX VBD 8 aux:pass\n"
      "stolen_ steal VERB VBN 0 root\n"
      ". . PUNCT . 8 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].cue) == "According to");
  CHECK(text.words(layer.claims[0].source_spans) == "the audit");
  CHECK(text.words(layer.claims[0].content) == "keys were stolen");
}

TEST_CASE("somebody is urged to act: the addressee is not the source") {
  const auto text = parse_trees(
      "Users user NOUN NNS 3 nsubj:pass\n"
      "were be AUX VBD 3 aux:pass\n"
      "urged urge VERB VBN 0 root\n"
      "to to PART TO 5 mark\n"
      "update_ update VERB VB 3 xcomp\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].source_spans.empty());
  CHECK(layer.claims[0].voice == Voice::anonymous);
  CHECK(layer.claims[0].stance == Stance::advise);
  CHECK(text.words(layer.claims[0].content) == "to update");
}

TEST_CASE("a headline verb that the tagger took for a noun is read as a verb") {
  const auto text = parse_trees(
      "# title\n"
      "Norvane Norvane PROPN NNP 2 compound\n"
      "Denies deny NOUN NNS 0 root\n"
      "Any any DET DT 4 det\n"
      "Breach breach NOUN NN 2 obj\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::deny);
  CHECK(text.words(layer.claims[0].source_spans) == "Norvane");
  CHECK(text.words(layer.claims[0].content) == "Any Breach");
}

TEST_CASE("each item of a list under a cue is a claim of the same source") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "agency agency NOUN NN 3 nsubj\n"
      "recommends_ recommend VERB VBZ 0 root\n"
      ": : PUNCT : 3 punct\n"
      "\n\n"
      "# item\n"
      "Update update VERB VB 0 root\n"
      "the the DET DT 3 det\n"
      "gateway gateway NOUN NN 1 obj\n"
      "\n\n"
      "# item\n"
      "Rotate rotate VERB VB 0 root\n"
      "all all DET DT 3 det\n"
      "keys key NOUN NNS 1 obj\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 2);
  CHECK(text.words(layer.claims[0].content) == "Update the gateway");
  CHECK(text.words(layer.claims[1].content) == "Rotate all keys");
  CHECK(text.words(layer.claims[1].source_spans) == "The agency");
  CHECK(layer.claims[1].stance == Stance::advise);
}

TEST_CASE("speaker and cue between commas part what is said in two") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "flaw_ flaw NOUN NN 4 nsubj\n"
      ", , PUNCT , 2 punct\n"
      "said say VERB VBD 0 root\n"
      "Veltrix_ Veltrix PROPN NNP 4 nsubj\n"
      ", , PUNCT , 2 punct\n"
      "is be AUX VBZ 8 cop\n"
      "harmless_ harmless ADJ JJ 4 ccomp\n"
      ". . PUNCT . 4 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(text.words(layer.claims[0].source_spans) == "Veltrix");
  CHECK(text.words(layer.claims[0].content) == "The flaw | is harmless");
}

TEST_CASE("a role that the tree takes for a last name speaks for itself, not for the firm") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 3 nsubj\n"
      "CEO CEO PROPN NNP 1 flat\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "keys key NOUN NNS 6 nsubj\n"
      "leaked_ leak VERB VBD 3 ccomp\n"
      ". . PUNCT . 3 punct\n");
  std::vector<Actor> actors(2);
  actors[0].name = text.layer.tokens[0].span;
  actors[0].kind = ActorKind::organization;
  actors[0].mentions.push_back({actors[0].name, MentionForm::name, 0, "name"});
  actors[1].name = text.layer.tokens[1].span;
  actors[1].kind = ActorKind::person;
  actors[1].mentions.push_back({actors[1].name, MentionForm::nominal, 1, "role"});
  const auto layer = read_claims(text, actors);
  REQUIRE(layer.claims.size() == 1);
  REQUIRE(layer.claims[0].source);
  CHECK(layer.claims[0].source.index() == 1);
}

TEST_CASE("a quotation of its own is not given to whom somebody else has followed") {
  const std::string first =
      "\u201C_ \" PUNCT `` 3 punct\n"
      "We we PRON PRP 3 nsubj\n"
      "patched patch VERB VBD 8 ccomp\n"
      "it it PRON PRP 3 obj\n"
      "now_ now ADV RB 3 advmod\n"
      "\u201D \" PUNCT '' 3 punct\n"
      "Brennick Brennick PROPN NNP 8 nsubj\n"
      "said_ say VERB VBD 0 root\n"
      ". . PUNCT . 8 punct\n"
      "\n";
  const std::string between =
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 5 mark\n"
      "keys key NOUN NNS 5 nsubj\n"
      "leaked_ leak VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n"
      "\n";
  const std::string orphan =
      "\u201C_ \" PUNCT `` 3 punct\n"
      "We we PRON PRP 3 nsubj\n"
      "asked ask VERB VBD 0 root\n"
      "them they PRON PRP 3 obj\n"
      "twice_ twice ADV RB 3 advmod\n"
      "._ . PUNCT . 3 punct\n"
      "\u201D \" PUNCT '' 3 punct\n";
  const auto alone = read_claims(parse_trees(first + orphan));
  REQUIRE(alone.claims.size() == 1);
  CHECK(alone.claims[0].content.size() == 2);
  const auto followed = read_claims(parse_trees(first + between + orphan));
  REQUIRE(followed.claims.size() == 2);
  CHECK(followed.claims[0].content.size() == 1);
}

TEST_CASE("a date is nothing that anybody said") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 2 nsubj\n"
      "warned warn VERB VBD 0 root\n"
      "of of ADP IN 4 case\n"
      "20 20 NUM CD 2 obl\n"
      "May_ May PROPN NNP 4 nmod:unmarked\n"
      ". . PUNCT . 2 punct\n");
  CHECK(read_claims(text).claims.empty());
}

TEST_CASE("a body that no name tells apart is nobody's target") {
  const auto text = parse_trees(
      "Veltrix Veltrix PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "that that SCONJ IN 7 mark\n"
      "a a DET DT 5 det\n"
      "group group NOUN NN 7 nsubj\n"
      "had have AUX VBD 7 aux\n"
      "listened_ listen VERB VBN 2 ccomp\n"
      ". . PUNCT . 2 punct\n");
  std::vector<Actor> actors(1);
  actors[0].name = text.layer.tokens[4].span;
  actors[0].kind = ActorKind::organization;
  actors[0].mentions.push_back({actors[0].name, MentionForm::nominal, 4, "noun"});
  const auto layer = read_claims(text, actors);
  REQUIRE(layer.claims.size() == 1);
  CHECK(!layer.claims[0].target);
}

TEST_CASE("a double negation cancels out") {
  const auto text = parse_trees(
      "Norvane Norvane PROPN NNP 4 nsubj\n"
      "did do AUX VBD 4 aux\n"
      "not not PART RB 4 advmod\n"
      "deny deny VERB VB 0 root\n"
      "that that SCONJ IN 8 mark\n"
      "it it PRON PRP 8 nsubj\n"
      "was be AUX VBD 8 aux:pass\n"
      "hacked_ hack VERB VBN 4 ccomp\n"
      ". . PUNCT . 4 punct\n");
  const auto layer = read_claims(text);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].polarity == Polarity::affirmed);
  CHECK(layer.claims[0].stance == Stance::state);
}

TEST_CASE("an order in what is to be said is no claim that it was said") {
  const auto text = parse_trees(
      "Agencies agency NOUN NNS 3 nsubj\n"
      "must must AUX MD 3 aux\n"
      "report report VERB VB 0 root\n"
      "that that SCONJ IN 6 mark\n"
      "they they PRON PRP 6 nsubj\n"
      "comply_ comply VERB VBP 3 ccomp\n"
      ". . PUNCT . 3 punct\n");
  CHECK(read_claims(text).claims.empty());
}

TEST_CASE("what an actor did is an act, with its object as target") {
  const auto text = parse_trees(
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "banned ban VERB VBD 0 root\n"
      "Norvane_ Norvane PROPN NNP 2 obj\n"
      ". . PUNCT . 2 punct\n");
  std::vector<Actor> actors(2);
  for (std::uint32_t i = 0; i < 2; ++i) {
    actors[i].name = text.layer.tokens[i * 2].span;
    actors[i].kind = i == 0 ? ActorKind::government : ActorKind::organization;
    actors[i].mentions.push_back({actors[i].name, MentionForm::name, i * 2, "name"});
  }
  const auto layer = read_claims(text, actors);
  REQUIRE(layer.claims.size() == 1);
  CHECK(layer.claims[0].stance == Stance::act);
  CHECK(text.words(layer.claims[0].content) == "banned Norvane");
  REQUIRE(layer.claims[0].target);
  CHECK(layer.claims[0].target.index() == 1);
}

TEST_CASE("a text without claims has none") {
  const auto text = parse_trees(
      "The the DET DT 2 det\n"
      "server server NOUN NN 3 nsubj\n"
      "runs run VERB VBZ 0 root\n"
      "quietly_ quietly ADV RB 3 advmod\n"
      ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text);
  CHECK(layer.claims.empty());
  CHECK(layer.disputes.empty());
}

TEST_CASE("a clause after its verb whose tree reaches back to the first word of the text is read") {
  // A crossing tree: "sales" hangs on "rise", which stands after "said" and hangs on it.
  const auto text = parse_trees(
      "Sales sale NOUN NNS 6 nsubj\n"
      ", , PUNCT , 4 punct\n"
      "Vantor Vantor PROPN NNP 4 nsubj\n"
      "told tell VERB VBD 0 root\n"
      "analysts analyst NOUN NNS 4 obj\n"
      "rise rise VERB VBP 4 parataxis\n"
      ". . PUNCT . 4 punct\n");
  CHECK(read_claims(text).claims.size() <= 2);
}
