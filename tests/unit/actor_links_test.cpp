// Who "it", "the company" and "her employer" are. All names in these tests are invented.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/text/ascii.hpp"
#include "tests/unit/actor_reading.hpp"

namespace hearsay::actors {
namespace {

// Whose the mention is that begins at the given words, which the text has once; null: nobody's.
const Actor* whose(const Read& read, std::string_view words, std::size_t skip = 0) {
  const auto at = read.document.text().find(words) + skip;
  for (const Actor& actor : read.layer.actors) {
    for (const Mention& mention : actor.mentions) {
      if (mention.span.begin == at) return &actor;
    }
  }
  return nullptr;
}

TEST_CASE("who says something is somebody, not the thing named last") {
  const Read read(
      "Corvane, the Moscow-based security firm, closed the hole in its mail server in May. It said that no "
      "data were "
      "lost, and that the server was safe. It claims that nobody noticed.");
  const Actor* firm = read.named("Corvane");
  REQUIRE(firm != nullptr);
  CHECK(whose(read, "It said") == firm);
  CHECK(whose(read, "It claims") == firm);
}

TEST_CASE("a university is no company") {
  const Read read(
      "Corvane, the Moscow-based security firm, sold the app. Researchers at the University of Tarnfeld read "
      "its code "
      "in May. The company said that it would look into the matter.");
  const Actor* firm = read.named("Corvane");
  REQUIRE(firm != nullptr);
  CHECK(whose(read, "The company") == firm);
}

TEST_CASE("whom a person works or worked for is read where the text says so, and not guessed") {
  const Read read(
      "Corvane, the Moscow-based security firm, sold the app. Ms Lina Holt, who left Corvane in May, told "
      "the court "
      "that she had asked for a test. Her former employer said that it knew of none.");
  const Actor* firm = read.named("Corvane");
  const Actor* holt = read.named("Lina Holt");
  REQUIRE(firm != nullptr);
  REQUIRE(holt != nullptr);
  REQUIRE(holt->affiliation);
  CHECK(&read.layer.actors[holt->affiliation.index()] == firm);
  CHECK(whose(read, "Her former employer") == firm);
  const Read unknown(
      "Corvane, the Moscow-based security firm, sold the app. Lina Holt said her organisation had asked for "
      "a test.");
  CHECK(whose(unknown, "her organisation") != unknown.named("Corvane"));
}

// The publisher that the words "we" outside quotations are given to; empty: nobody.
std::string_view says_we(const Read& read) {
  for (const Actor& actor : read.layer.actors) {
    for (const Mention& mention : actor.mentions) {
      if (mention.form == MentionForm::pronoun && read.document.text(mention.span) == "We")
        return read.document.text(actor.name);
    }
  }
  return {};
}

TEST_CASE("who publishes the text says we, where its head says who that is") {
  const std::string body =
      "\n\nWe found the flaw in May, and we told the maker of the routers in June. Our readers need do "
      "nothing.\n\nWe "
      "will say more in July, when the maker has answered the questions that we put to it.\n";
  CHECK(says_we(Read("The flaw that nobody saw\n\nTarn Harbour Research | Ada Holt, Ian Brannigan" + body)) ==
        "Tarn Harbour Research");
  CHECK(says_we(Read("A notice about our mail\n\nPosted by Ada Holt, Chief Security Officer, Lockmere" +
                     body)) == "Lockmere");
  CHECK(says_we(Read("The flaw that nobody saw\n\nBy Ada Holt" + body)).empty());
}

TEST_CASE("an address to listeners names no publisher") {
  const Read read(
      "Senator Holt, Mr. Chief Justice, Speaker Brell of the Assembly, and my fellow citizens:\n\nTo a few "
      "of us here "
      "this is a solemn day. We take the oath as it was taken before us.\n");
  CHECK(says_we(read).empty());
}

TEST_CASE("a capital that speaks is the government that sits there") {
  const Read read("Moscow denied on Monday that it had sent the files. The mission in Moscow was closed.");
  const Actor* state = whose(read, "Moscow denied");
  REQUIRE(state != nullptr);
  CHECK(state->kind == ActorKind::government);
  const Actor* city = whose(read, "in Moscow", 3);
  REQUIRE(city != nullptr);
  CHECK(city->kind == ActorKind::place);
}

TEST_CASE("within quotation marks, we are others") {
  const Read read(
      "The flaw that nobody saw\n\nTarn Harbour Research | Ada Holt\n\nWe found the flaw in May, and we told "
      "the maker. "
      "\"We are sorry,\" wrote the maker of the routers, \"but we closed the hole.\"\n");
  for (const Actor& actor : read.layer.actors) {
    for (const Mention& mention : actor.mentions) {
      const bool quoted = mention.span.begin > read.document.text().find('"');
      if (quoted) CHECK(ascii::lower(read.document.text(mention.span)) != "we");
    }
  }
}

TEST_CASE("a prosecutor's office is nobody in person") {
  const Read read("The public prosecutor's office opened an inquiry in May. He left.");
  for (const Actor& actor : read.layer.actors) CHECK(actor.kind != ActorKind::person);
}

TEST_CASE("a gang and the name that it gives itself are one") {
  const Read read(
      "The gang, which calls itself Grey Heron, listed the firm on Monday. Grey Heron asked for money in "
      "May.");
  const Actor* gang = whose(read, "The gang");
  REQUIRE(gang != nullptr);
  CHECK(gang == read.named("Grey Heron"));
  CHECK(gang->kind == ActorKind::group);
}

TEST_CASE("what runs on a system is not the system") {
  const Read read(
      "Android is attacked again. Android malware is rare, says Corvane, which sells the Grellwipe app. The "
      "Grellwipe "
      "app costs little.");
  const Actor* android = read.named("Android");
  REQUIRE(android != nullptr);
  CHECK(whose(read, "Android malware") != whose(read, "The Grellwipe"));
  for (const Mention& mention : android->mentions)
    CHECK(mention.span.size() == std::string_view("Android").size());
}

TEST_CASE("the malware is the one spoken of last") {
  const Read read(
      "Brellock encrypted thousands of disks in May. A month later a hospital was hit with ransomware. The "
      "ransomware "
      "spread by mail. Corvane identified the malware as Grellwipe. The agency warned of this malware in "
      "May.");
  CHECK(whose(read, "The ransomware") == nullptr);
  const Actor* known = read.named("Grellwipe");
  REQUIRE(known != nullptr);
  CHECK(whose(read, "the malware as") == known);
  CHECK(whose(read, "this malware") == known);
}

TEST_CASE("a program demands and wants, and so is not its finder") {
  const Read read(
      "Corvane, the Moscow-based security firm, found the ransomware. If the ransomware infects a disk, it "
      "demands "
      "money. It took three attempts to reach the firm.");
  CHECK(whose(read, "it demands") != read.named("Corvane"));
  CHECK(whose(read, "It took") == nullptr);
}

TEST_CASE("himself after a name is whose name it is") {
  const Read read("An attacker could call Lina Holt. Tom Brell himself called her.");
  CHECK(whose(read, "himself") == read.named("Tom Brell"));
}

TEST_CASE("who stands beside him is not he, and he is not she") {
  const Read read(
      "Tom Brell denied it. The head of security, Priya Tarn, who sat beside him, was more open. She said "
      "that she had "
      "warned the firm.");
  CHECK(whose(read, "him,") != read.named("Priya Tarn"));
  CHECK(whose(read, "She said") == read.named("Priya Tarn"));
  CHECK(whose(read, "she had") == read.named("Priya Tarn"));
}

TEST_CASE("a founder's firm is the one that he belongs to, not the one spoken of") {
  const Read read(
      "Norstad is fixing two flaws in its shop. Ada Holt, the chief executive of Quenlink Ltd, found them. "
      "Norstad was told in May. Holt, the firm's founder, claims the flaws are old.");
  const Actor* firm = read.named("the firm");
  REQUIRE(firm != nullptr);
  CHECK(firm == read.named("Quenlink Ltd"));
}

TEST_CASE("a gang is no firm, nor the paper that reports on it") {
  const Read read(
      "The security firm Corvane blamed a gang called Gilded Heron. The gang denied it. Corvane said that "
      "the gang "
      "was lying.");
  const Actor* gang = read.named("Gilded Heron");
  REQUIRE(gang != nullptr);
  CHECK(whose(read, "The gang") == gang);
  CHECK(whose(read, "the gang was") == gang);
}

TEST_CASE("a giant is the firm named before, an airline the Airways") {
  const Read read(
      "Corvane, a security firm, closed the hole in May. The software giant warned its customers. Grelland "
      "Airways "
      "was not hit. The airline said so in June.");
  CHECK(whose(read, "The software giant") == read.named("Corvane"));
  CHECK(whose(read, "The airline") == read.named("Grelland Airways"));
}

TEST_CASE("short names and their long ones are one, makers and others' products are not") {
  const Read read(
      "The Tarnland Privacy Office for Public Records fined a school in May. The Tarnland Privacy Office "
      "said so on "
      "Monday. The Grellox trojan was found in June. The Grellox Trojan, said Ms Holt, is new.");
  CHECK(whose(read, "Tarnland Privacy Office for") == whose(read, "Tarnland Privacy Office said"));
}

TEST_CASE("who somebody is after who is that person") {
  const Read read(
      "The hole was found by Lina Holt, who is a researcher at Corvane. The researcher told nobody.");
  const Actor* holt = read.named("Lina Holt");
  REQUIRE(holt != nullptr);
  CHECK(whose(read, "a researcher at") == holt);
  CHECK(whose(read, "The researcher") == holt);
}

}  // namespace

TEST_CASE("a firm is found again without its legal form") {
  const Read read(
      "Tarnfeld Systems Ltd. supplies support software to public bodies in eleven countries. The Bureau of "
      "Safety "
      "named it in March. Tarnfeld Systems disputes this assessment.");
  REQUIRE(read.named("Tarnfeld Systems Ltd.") != nullptr);
  CHECK(whose(read, "Tarnfeld Systems disputes") == read.named("Tarnfeld Systems Ltd."));
}

}  // namespace hearsay::actors
