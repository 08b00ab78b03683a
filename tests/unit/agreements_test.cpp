// The same claim by different sources: what is shown as support, and what counts as independent.
#include <doctest/doctest.h>

#include "claim_trees.hpp"

using namespace hearsay;
using namespace hearsay::claims;
using hearsay::test::actor_at;
using hearsay::test::parse_trees;
using hearsay::test::ParsedText;
using hearsay::test::read_claims;

namespace {

// "<speaker> <cue> Norvane <did> <what> [citing a letter]."
std::string report(std::string_view speaker, std::string_view verb, std::string_view lemma,
                   std::string_view object, bool cites = false, std::string_view agent = "Norvane") {
  const auto row = [](std::string_view form, std::string_view rest) {
    return std::string(form) + " " + std::string(rest) + "\n";
  };
  std::string tree = row(speaker, std::string(speaker) + " PROPN NNP 2 nsubj") +
                     "said say VERB VBD 0 root\n" + row(agent, std::string(agent) + " PROPN NNP 4 nsubj") +
                     row(verb, std::string(lemma) + " VERB VBD 2 ccomp") + "the the DET DT 6 det\n" +
                     row(object, std::string(object) + " NOUN NN 4 obj");
  if (cites) {
    tree +=
        ", , PUNCT , 8 punct\n"
        "citing cite VERB VBG 2 advcl\n"
        "the the DET DT 10 det\n"
        "letter letter NOUN NN 8 obj\n";
  }
  return tree + ". . PUNCT . 2 punct\n\n";
}

constexpr language::TokenIndex kPlain = 7;   // tokens of a report
constexpr language::TokenIndex kCites = 11;  // of one that cites

}  // namespace

TEST_CASE("two sources that say the same in words of one meaning support each other") {
  const auto text = parse_trees(report("Quill", "hid", "hide", "flaw") +
                                report("Watch", "concealed", "conceal", "vulnerability"));
  const auto layer = read_claims(text, {actor_at(text, ActorKind::organization, {0}),
                                        actor_at(text, ActorKind::organization, {2, kPlain + 2}),
                                        actor_at(text, ActorKind::government, {kPlain})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(!layer.claims[0].supports);
  CHECK(layer.claims[1].supports == Ref<Claim>(0));
  REQUIRE(layer.agreements.size() == 1);
  CHECK(layer.agreements[0].independent == 2);
  CHECK(layer.agreements[0].origins.size() == 2);
  CHECK(!layer.agreements[0].why.empty());
}

TEST_CASE("outlets that cite one letter are one origin") {
  const auto text = parse_trees(report("Herald", "lost", "lose", "records", true) +
                                report("Gazette", "lost", "lose", "records", true));
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::outlet, {0}), actor_at(text, ActorKind::organization, {2, kCites + 2}),
             actor_at(text, ActorKind::outlet, {kCites})});
  REQUIRE(layer.agreements.size() == 1);
  CHECK(layer.agreements[0].claims.size() == 2);
  CHECK(layer.agreements[0].independent == 1);
  REQUIRE(layer.agreements[0].origins.size() == 1);
  CHECK(text.words(layer.agreements[0].origins[0].evidence) == "citing the letter | citing the letter");
  for (const SourceEntry& source : layer.sources) {
    if (source.kind == SourceKind::outlet) CHECK(!source.independent);
  }
}

TEST_CASE("the same deed of another party, another deed, and the reverse are no support") {
  const auto supported = [](const std::string& second, language::TokenIndex agent) {
    const auto text = parse_trees(report("Quill", "hid", "hide", "flaw") + second);
    std::vector<Actor> actors{actor_at(text, ActorKind::organization, {0}),
                              actor_at(text, ActorKind::government, {kPlain})};
    if (agent == 2) {
      actors.push_back(actor_at(text, ActorKind::organization, {2, kPlain + 2}));
    } else {
      actors.push_back(actor_at(text, ActorKind::organization, {2}));
      actors.push_back(actor_at(text, ActorKind::organization, {agent}));
    }
    return !read_claims(text, actors).agreements.empty();
  };
  CHECK(supported(report("Watch", "hid", "hide", "flaw"), 2));
  CHECK(!supported(report("Watch", "hid", "hide", "flaw", false, "Veltrix"), kPlain + 2));
  CHECK(!supported(report("Watch", "reported", "report", "flaw"), 2));
  CHECK(
      !supported("Watch Watch PROPN NNP 2 nsubj\n"
                 "denied deny VERB VBD 0 root\n"
                 "Norvane Norvane PROPN NNP 4 nsubj\n"
                 "hid hide VERB VBD 2 ccomp\n"
                 "the the DET DT 6 det\n"
                 "flaw flaw NOUN NN 4 obj\n"
                 ". . PUNCT . 2 punct\n",
                 2));
}

TEST_CASE("a description that no name was found for may be the one named, and supports nobody") {
  const auto text = parse_trees(report("Quill", "hid", "hide", "flaw") +
                                "The the DET DT 2 det\n"
                                "agency agency NOUN NN 3 nsubj\n"
                                "said say VERB VBD 0 root\n"
                                "Norvane Norvane PROPN NNP 5 nsubj\n"
                                "hid hide VERB VBD 3 ccomp\n"
                                "the the DET DT 7 det\n"
                                "flaw flaw NOUN NN 5 obj\n"
                                ". . PUNCT . 3 punct\n");
  const auto layer = read_claims(text, {actor_at(text, ActorKind::government, {0}),
                                        actor_at(text, ActorKind::organization, {2, kPlain + 3})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.agreements.empty());
}

TEST_CASE("a body that confirms a finding supports whoever found it") {
  const auto text = parse_trees(report("Quill", "hid", "hide", "flaw") +
                                "Watch Watch PROPN NNP 2 nsubj\n"
                                "confirmed confirm VERB VBD 0 root\n"
                                "the the DET DT 4 det\n"
                                "finding finding NOUN NN 2 obj\n"
                                ". . PUNCT . 2 punct\n");
  const auto layer = read_claims(
      text, {actor_at(text, ActorKind::organization, {0}), actor_at(text, ActorKind::organization, {2}),
             actor_at(text, ActorKind::government, {kPlain})});
  REQUIRE(layer.claims.size() == 2);
  CHECK(layer.claims[1].supports == Ref<Claim>(0));
}
