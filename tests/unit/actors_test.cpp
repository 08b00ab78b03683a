#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/actors/cast.hpp"
#include "core/actors/gazetteer.hpp"
#include "core/analyzer.hpp"
#include "core/assets/assets.hpp"
#include "core/input/reader.hpp"

namespace hearsay::actors {
namespace {

const Knowledge& knowledge() {
  static const auto loaded = [] {
    auto result = Knowledge::load();
    REQUIRE(result.ok());
    return std::move(result).value();
  }();
  return *loaded;
}

// An article and its actors. All names in these tests are invented.
struct Read {
  explicit Read(std::string_view text, std::uint32_t units = 1000000)
      : document(input::read(text, "").value()) {
    language::LanguageStage language_stage(document, knowledge().model);
    for (Budget budget(units); !language_stage.advance(budget); budget = Budget(units)) {
    }
    language = language_stage.take();
    ActorStage stage(document, language, times, indicators, knowledge().gazetteer);
    for (Budget budget(units); !stage.advance(budget); budget = Budget(units)) {
    }
    layer = stage.take();
  }

  [[nodiscard]] const Actor* named(std::string_view name) const {
    for (const Actor& actor : layer.actors) {
      for (const Mention& mention : actor.mentions) {
        if (document.text(mention.span) == name) return &actor;
      }
    }
    return nullptr;
  }

  Document document;
  language::LanguageLayer language;
  std::vector<Time> times;
  std::vector<Indicator> indicators;
  ActorLayer layer;
};

TEST_CASE("a body without a name is meant by its own noun only") {
  const Read read(
      "Calls may be heard, said the Harbour Office. An unknown third party runs the relay. The company has "
      "declined to "
      "name its partner. It was named by the firm Velmar Systems.");
  const Actor* unnamed = read.named("An unknown third party");
  const Actor* company = read.named("The company");
  CHECK((unnamed == nullptr || unnamed != company));
}

TEST_CASE("a pronoun goes to whom a reader takes it for, things included") {
  const Read read(
      "Mira Tolland, director of Brell Systems, rejected the report on Monday. She said that the flaw had "
      "been "
      "closed before it was made public.\n\nOn Friday Brell Systems said that it would publish its own "
      "findings in "
      "May.");
  const Actor* tolland = read.named("Mira Tolland");
  const Actor* brell = read.named("Brell Systems");
  REQUIRE(tolland != nullptr);
  REQUIRE(brell != nullptr);
  const auto pronouns = [&](const Actor& actor) {
    std::vector<std::string> words;
    for (const Mention& mention : actor.mentions) {
      if (mention.form == MentionForm::pronoun) words.emplace_back(read.document.text(mention.span));
    }
    return words;
  };
  CHECK(pronouns(*tolland) == std::vector<std::string>{"She"});
  CHECK(pronouns(*brell) == std::vector<std::string>{"it", "its"});
}

TEST_CASE("who is accused is not who accuses, and words for nothing stand for nobody") {
  const Read read(
      "Dana Voss accused him of fraud. It is true that Corvane Ltd. knew. It was raining in Harwick.");
  for (const Actor& actor : read.layer.actors) {
    for (const Mention& mention : actor.mentions) CHECK(mention.form != MentionForm::pronoun);
  }
}

TEST_CASE("pronoun weights name clues that exist") {
  CHECK(PronounWeights::load("nearest\t10\t-20\t30\nlead\t1\t2\t3\n").ok());
  const auto weights = PronounWeights::load("nearest\t10\t-20\t30\nlead\t1\t2\t3\n").value();
  CHECK(weights.of_clue[1][static_cast<std::size_t>(Clue::nearest)] == -20);
  CHECK(weights.lead[2] == 3);
  const auto wrong = PronounWeights::load("nearest\t10\t-20\t30\nno clue\t1\t2\t3\n");
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().message.find("line 2") != std::string::npos);
}

TEST_CASE("the head of a body stands before the name of who heads it") {
  const Read read(
      "In a letter the head of the NIW Daniel Brandt claims that nothing leaked. He denied more.");
  const Actor* brandt = read.named("Daniel Brandt");
  REQUIRE(brandt != nullptr);
  CHECK(read.named("He") == brandt);
}

TEST_CASE("an acronym is made of the initials, small words in or out") {
  CHECK(is_acronym_of("NIW", "National Infrastructure Watch"));
  CHECK(is_acronym_of("BoFIA", "Bureau of Federal Information Assurance"));
  CHECK(is_acronym_of("ODP", "Office for Digital Protection"));
  CHECK(is_acronym_of("KCC", "the Kestrel Coordination Centre"));
  CHECK_FALSE(is_acronym_of("NIW", "National Water Watch"));
  CHECK_FALSE(is_acronym_of("N", "Norfleet"));
}

TEST_CASE("names are compared without case, blanks, dots and hyphens") {
  CHECK(folded("U.S.") == folded("US"));
  CHECK(folded("Al-Brellah") == folded("al Brellah"));
  CHECK(folded("Brell") != folded("Brill"));
}

TEST_CASE("every lexicon of actors loads") {
  const auto gazetteer = Gazetteer::load();
  REQUIRE(gazetteer.ok());
  CHECK(gazetteer.value().impl().find("Finland", NameClass::country) != nullptr);
  CHECK(gazetteer.value().impl().find("who", NameClass::international) == nullptr);
  CHECK(gazetteer.value().impl().noun("spokeswoman")->gender == 'f');
}

TEST_CASE("a full name, a surname and a title are one person") {
  const Read read(
      "The minister, Aoife Brannigan, spoke on Monday. Brannigan said that the plan was safe. Later Ms. "
      "Brannigan "
      "repeated it.");
  const Actor* person = read.named("Aoife Brannigan");
  REQUIRE(person != nullptr);
  CHECK(person->kind == ActorKind::person);
  CHECK(person == read.named("Brannigan"));
  CHECK_FALSE(person->kind_why.empty());
  for (const Mention& mention : person->mentions) CHECK_FALSE(mention.why.empty());
}

TEST_CASE("a surname that two people bear joins neither") {
  const Read read(
      "Peter Brannigan met Susan Brannigan in Boston. Brannigan said that the talks went well, and left.");
  const Actor* he = read.named("Peter Brannigan");
  const Actor* she = read.named("Susan Brannigan");
  REQUIRE(he != nullptr);
  REQUIRE(she != nullptr);
  CHECK(he != she);
  const Actor* unclear = read.named("Brannigan");
  CHECK(unclear != he);
  CHECK(unclear != she);
  CHECK(std::any_of(read.layer.notes.begin(), read.layer.notes.end(),
                    [](const Note& note) { return note.code == "ambiguous-name"; }));
}

TEST_CASE("weekdays, months and vulnerabilities are nobody") {
  const Read read(
      "On Monday the patch arrived. In March it will be removed. The victim was warned in December.");
  CHECK(read.named("Monday") == nullptr);
  CHECK(read.named("March") == nullptr);
  CHECK(read.named("December") == nullptr);
}

TEST_CASE("unnamed people are a group") {
  const Read read("Two people familiar with the matter said that the talks had failed. Critics disagreed.");
  const Actor* critics = read.named("Critics");
  REQUIRE(critics != nullptr);
  CHECK(critics->kind == ActorKind::group);
  const Actor* people = read.named("Two people familiar with the matter");
  REQUIRE(people != nullptr);
  CHECK(people->kind == ActorKind::group);
}

TEST_CASE("the stage may be interrupted anywhere, and comes to the same end") {
  constexpr std::string_view kText =
      "Norfleet University said on Tuesday that its director, Peter Brannigan, had resigned. He denied it. "
      "The "
      "university did not answer questions. Officials in Finland were told, they said.\n\nThe Finnish "
      "government "
      "confirmed the report. \"It is true,\" a spokeswoman said.";
  const Read whole(kText);
  const Read pieces(kText, 1);
  REQUIRE(whole.layer.actors.size() == pieces.layer.actors.size());
  for (std::size_t i = 0; i < whole.layer.actors.size(); ++i) {
    CHECK(whole.layer.actors[i].name == pieces.layer.actors[i].name);
    CHECK(whole.layer.actors[i].mentions.size() == pieces.layer.actors[i].mentions.size());
  }
}

TEST_CASE("every mention is within the text, headed by a token of its own, and belongs to one actor") {
  const Read read(
      "Norfleet University said that its director, Peter Brannigan, had resigned.\n\nAsked about it, the "
      "university's "
      "spokesman said: \"We do not comment.\" Brannigan's lawyer called the report false; he named no "
      "source.");
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const Actor& actor : read.layer.actors) {
    REQUIRE_FALSE(actor.mentions.empty());
    for (const Mention& mention : actor.mentions) {
      CHECK(mention.span.end <= read.document.text().size());
      CHECK_FALSE(mention.span.empty());
      REQUIRE(mention.head < read.language.tokens.size());
      CHECK(mention.span.contains(read.language.tokens[mention.head].span));
      CHECK(seen.emplace(mention.span.begin, mention.span.end).second);
    }
  }
}

TEST_CASE("the tagger refuses a damaged model") {
  CHECK(NameTagger::load("").ok());
  CHECK_FALSE(NameTagger::load("HNT2").ok());
  const std::string cut(asset("models/names.bin").substr(0, 5000));
  CHECK_FALSE(NameTagger::load(cut).ok());
}

Gazetteer fresh() {
  auto loaded = Gazetteer::load();
  REQUIRE(loaded.ok());
  return std::move(loaded).value();
}

TEST_CASE("an inventory in CSV: header, quotes and semicolons") {
  auto gazetteer = fresh();
  const auto added =
      gazetteer.add_inventory("list.csv", "vendor,product\n\"Brell, Inc.\",BrellGate\nTarnfeld,\n");
  REQUIRE(added.ok());
  CHECK(added.value() == 2);
  CHECK(gazetteer.impl().find("BrellGate", NameClass::inventory_product) != nullptr);
  CHECK(gazetteer.impl().find("Brell, Inc.", NameClass::inventory_vendor) != nullptr);
  CHECK(gazetteer.add_inventory("list.csv", "Tarnfeld;Tarnfeld Meet\r\n").value() == 1);
}

TEST_CASE("an inventory that cannot be read says in which line") {
  auto gazetteer = fresh();
  const auto columns = gazetteer.add_inventory("list.csv", "vendor,product\nBrell,Gate,extra\n");
  REQUIRE_FALSE(columns.ok());
  CHECK(columns.error().message.find("line 2") != std::string::npos);
  const auto quote = gazetteer.add_inventory("list.csv", "Brell,Gate\n\n\"Tarnfeld,Meet\n");
  REQUIRE_FALSE(quote.ok());
  CHECK(quote.error().message.find("line 3") != std::string::npos);
  const auto nothing = gazetteer.add_inventory("list.csv", "Brell,Gate\n,\n");
  REQUIRE_FALSE(nothing.ok());
  CHECK(nothing.error().message.find("line 2") != std::string::npos);
  CHECK_FALSE(gazetteer.add_inventory("list.csv", "  \n").ok());
}

TEST_CASE("an inventory in JSON") {
  auto gazetteer = fresh();
  CHECK(gazetteer.add_inventory("list.json", R"([{"vendor": "Brell", "product": "Gate"}, "Tarnfeld"])")
            .value() == 2);
  CHECK(gazetteer.add_inventory("list.json", R"({"products": [{"vendor": "Brell"}]})").value() == 1);
  const auto broken =
      gazetteer.add_inventory("list.json", "[\n{\"vendor\": \"Brell\"},\n{\"vendor\" \"Tarn\"}]");
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.error().message.find("line 3") != std::string::npos);
  const auto empty = gazetteer.add_inventory("list.json", R"([{"vendor": "Brell"}, {"maker": "Tarn"}])");
  REQUIRE_FALSE(empty.ok());
  CHECK(empty.error().message.find("entry 2") != std::string::npos);
}

}  // namespace
}  // namespace hearsay::actors
