// The reader's lint: what in the text deserves a second look.
#include <doctest/doctest.h>

#include <algorithm>

#include "claim_trees.hpp"
#include "tests/unit/reading.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::read_claims;

namespace {

bool has_note(const ClaimLayer& layer, std::string_view code) {
  return std::any_of(layer.notes.begin(), layer.notes.end(),
                     [&](const Note& note) { return note.code == code; });
}

// "NAME assesses that keys are WORD."
std::string assessment(const std::string& name, const std::string& word) {
  return name + " " + name +
         " PROPN NNP 2 nsubj\n"
         "assesses assess VERB VBZ 0 root\n"
         "that that SCONJ IN 6 mark\n"
         "leaks leak NOUN NNS 6 nsubj\n"
         "are be AUX VBP 6 cop\n" +
         word + "_ " + word +
         " ADJ JJ 2 ccomp\n"
         ". . PUNCT . 2 punct\n";
}

}  // namespace

TEST_CASE("a term is on the yardstick of the body that assesses, with its range") {
  const auto text = parse_trees(assessment("Lorvia", "likely"));
  std::vector<Actor> actors = {actor_at(text, ActorKind::government, {0})};
  CHECK(!read_claims(text, actors).claims.at(0).yardstick);  // a body of no scale
  actors[0].country = "GB";
  const auto british = read_claims(text, actors);
  REQUIRE(british.claims.at(0).yardstick);
  CHECK(british.claims[0].yardstick->scale == "PHIA");
  CHECK(british.claims[0].yardstick->low == 55);
  CHECK(british.claims[0].yardstick->high == 75);
  actors[0].country = "US";
  CHECK(read_claims(text, actors).claims.at(0).yardstick->high == 80);
}

TEST_CASE("terms of two scales in one text are pointed out, of one scale not") {
  const auto text = parse_trees(assessment("Lorvia", "likely") + "\n" + assessment("Norland", "unlikely"));
  std::vector<Actor> actors = {actor_at(text, ActorKind::government, {0}),
                               actor_at(text, ActorKind::government, {7})};
  actors[0].country = "GB";
  actors[1].country = "US";
  CHECK(has_note(read_claims(text, actors), "mixed-scales"));
  actors[1].country = "GB";
  CHECK(!has_note(read_claims(text, actors), "mixed-scales"));
}

TEST_CASE("a likelihood and a confidence in one sentence are pointed out") {
  const std::string plain =
      "Lorvia Lorvia PROPN NNP 2 nsubj\n"
      "said say VERB VBD 0 root\n"
      "with with ADP IN 5 case\n"
      "high high ADJ JJ 5 amod\n"
      "confidence confidence NOUN NN 2 obl\n"
      "that that SCONJ IN 9 mark\n"
      "leaks leak NOUN NNS 9 nsubj\n"
      "are be AUX VBP 9 cop\n";
  CHECK(has_note(read_claims(parse_trees(plain + "likely_ likely ADJ JJ 2 ccomp\n. . PUNCT . 2 punct\n")),
                 "likelihood-with-confidence"));
  CHECK(!has_note(read_claims(parse_trees(plain + "old_ old ADJ JJ 2 ccomp\n. . PUNCT . 2 punct\n")),
                  "likelihood-with-confidence"));
}

TEST_CASE("experts who say something and have no name are pointed out") {
  const std::string rest =
      "say say VERB VBP 0 root\n"
      "keys key NOUN NNS 4 nsubj\n"
      "leaked_ leak VERB VBD 2 ccomp\n"
      ". . PUNCT . 2 punct\n";
  CHECK(has_note(read_claims(parse_trees("Experts expert NOUN NNS 2 nsubj\n" + rest)), "unnamed-experts"));
  CHECK(!has_note(read_claims(parse_trees("Lorvia Lorvia PROPN NNP 2 nsubj\n" + rest)), "unnamed-experts"));
}

TEST_CASE("a headline that is surer than its article is pointed out") {
  const auto noted = [](const std::string& said) {
    const auto reading = testing::read(
        "Kestrel Labs says Norvane stole client keys\n\nThe security firm Kestrel Labs said on Monday that "
        "Norvane " +
        said + " client keys from its own servers.\n");
    const auto& notes = reading.analysis.notes;
    return std::any_of(notes.begin(), notes.end(),
                       [](const Note& note) { return note.code == "headline-stronger"; });
  };
  CHECK(noted("may have stolen"));
  CHECK(!noted("stole"));
}

TEST_CASE("the claims of one sentence are bounded") {
  std::string tree = "It it PRON PRP 2 nsubj\nfell fall VERB VBD 0 root\n";
  int at = 3;
  for (int i = 0; i < 60; ++i, at += 5) {
    const auto says = std::to_string(at + 2);
    tree += ", , PUNCT , " + says + " punct\nNorvane Norvane PROPN NNP " + says +
            " nsubj\nsays say VERB VBZ 2 conj\nkeys key NOUN NNS " + std::to_string(at + 4) +
            " nsubj\nleaked leak VERB VBD " + says + " ccomp\n";
  }
  const auto layer = read_claims(parse_trees(tree + ". . PUNCT . 2 punct\n"));
  CHECK(layer.claims.size() > 5);
  CHECK(layer.claims.size() <= 24);
}
