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
#include "tests/unit/actor_reading.hpp"

namespace hearsay::actors {
namespace {

using testing::knowledge;

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

TEST_CASE("a label is nobody, and what stands after it is named") {
  const Read read(
      "Advisory\n\nVendor: Brell Werke GmbH, Tarnfeld\nEquipment: RTU-500 series, EdgeGate (all versions)\n\n"
      "The following products are affected:\n\n- Brell RTU-500 series: Versions 1.0 to 2.3\n"
      "- Tarnfeld Panel X2 versions prior to 4.1\n");
  for (const Actor& actor : read.layer.actors) {
    for (const Mention& mention : actor.mentions) {
      CHECK(read.document.text(mention.span) != "Vendor");
      CHECK(read.document.text(mention.span) != "Equipment");
    }
  }
  const auto kind = [&](std::string_view name) {
    const Actor* actor = read.named(name);
    return actor == nullptr ? ActorKind::other : actor->kind;
  };
  CHECK(kind("Brell Werke GmbH") == ActorKind::organization);
  CHECK(kind("Tarnfeld") == ActorKind::organization);
  CHECK(kind("RTU-500 series") == ActorKind::product);
  CHECK(kind("EdgeGate") == ActorKind::product);
  CHECK(kind("Brell RTU-500 series") == ActorKind::product);
  CHECK(kind("Tarnfeld Panel X2") == ActorKind::product);
}

TEST_CASE("what tells its own which one it is, or another one, is not what was named before") {
  const Read read(
      "Corvane Ltd. closed the hole on Monday. The company said that it had told customers. The company "
      "behind the "
      "attack is not known. Another company was hit too.");
  const Actor* corvane = read.named("Corvane Ltd.");
  REQUIRE(corvane != nullptr);
  std::size_t companies = 0;
  for (const Mention& mention : corvane->mentions) {
    const auto text = read.document.text(mention.span);
    CHECK(text != "Another company");
    CHECK(text != "The company behind the attack");
    if (text == "The company") ++companies;
  }
  CHECK(companies == 1);
}

TEST_CASE("who works where, in front of the name and through a pronoun") {
  const Read read(
      "Brell chief executive Jane Roe said on Monday that customers were safe.\n\nCorvane, the Moscow-based "
      "security "
      "firm, denied it. Its chief executive, Viktor Orlan, called the report false. The Swedish Data Office "
      "warned "
      "of Corvane's software.");
  const auto employer = [&](std::string_view person) -> std::string_view {
    const Actor* actor = read.named(person);
    REQUIRE(actor != nullptr);
    return actor->affiliation ? read.document.text(read.layer.actors[actor->affiliation.index()].name)
                              : std::string_view();
  };
  CHECK(employer("Jane Roe") == "Brell");
  CHECK(employer("Viktor Orlan") == "Corvane");
  REQUIRE(read.named("Brell") != nullptr);
  CHECK(read.named("Brell")->kind == ActorKind::organization);
  REQUIRE(read.named("Corvane") != nullptr);
  CHECK(read.named("Corvane")->country == "RU");
  REQUIRE(read.named("Swedish Data Office") != nullptr);
  CHECK(read.named("Swedish Data Office")->country == "SE");
}

TEST_CASE("two people of one surname stay two, and it is said") {
  const Read read(
      "Tarnfeld spokeswoman Lina Holt said the firm was aware. Mr Holt, a lawyer for Velmar Systems, was not "
      "reached.");
  const Actor* lina = read.named("Lina Holt");
  REQUIRE(lina != nullptr);
  CHECK(read.named("Mr Holt") != lina);
  CHECK(std::any_of(read.layer.notes.begin(), read.layer.notes.end(),
                    [](const Note& note) { return note.code == "ambiguous-name"; }));
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

TEST_CASE("ordinary words are no names, whatever their capital") {
  for (const std::string_view word : {"Will", "Target", "Victim", "Victims", "Monday", "Attackers", "Users",
                                      "Critical", "Update", "Spring"}) {
    CAPTURE(word);
    const Read read(std::string(word) + (word == "Will" ? " the patch hold" : " may be named in the report") +
                    ", the office asked.");
    for (const Actor& actor : read.layer.actors) {
      for (const Mention& mention : actor.mentions) CHECK(mention.form != MentionForm::name);
    }
  }
  const Read inside(
      "We will target the victim on Monday, as planned, and update the march of the spring servers.");
  for (const Actor& actor : inside.layer.actors) {
    for (const Mention& mention : actor.mentions) CHECK(mention.form != MentionForm::name);
  }
}

TEST_CASE("an acronym in brackets tells where the name of a body begins") {
  const Read read(
      "Complaints against the Harbour Authority of West Tarn (HAWT) were filed. HAWT denied them.");
  const Actor* body = read.named("Harbour Authority of West Tarn");
  REQUIRE(body != nullptr);
  CHECK(body == read.named("HAWT"));
  CHECK(body->kind != ActorKind::person);
}

TEST_CASE("a town and its state without a comma are two places") {
  const Read read("The engineers flew to Boston Massachusetts on Tuesday and to New Mexico later.");
  REQUIRE(read.named("Boston") != nullptr);
  REQUIRE(read.named("Massachusetts") != nullptr);
  CHECK(read.named("New Mexico") != nullptr);
  CHECK(read.named("Boston Massachusetts") == nullptr);
}

TEST_CASE("a date after a label is no version, and what to do is no product") {
  const Read read(
      "Flaw in EdgeGate\n\nIssued: 9 September 2024\n\nAdopted: 11 June 2024\n\n- Update EdgeGate 200 to "
      "version 3.4.7\n"
      "- EdgeGate 500: 4.1 and earlier\n");
  CHECK(read.named("Issued") == nullptr);
  CHECK(read.named("Adopted") == nullptr);
  CHECK(read.named("Update EdgeGate 200 to") == nullptr);
  const Actor* product = read.named("EdgeGate 500");
  REQUIRE(product != nullptr);
  CHECK(product->kind == ActorKind::product);
}

TEST_CASE("a country that a body belongs to is no part of its name") {
  const Read read(
      "Callers may be heard, said Ireland’s Office for Digital Protection. The Office for Digital "
      "Protection "
      "has written to the firm.");
  const Actor* body = read.named("Office for Digital Protection");
  REQUIRE(body != nullptr);
  CHECK(body->mentions.size() >= 2);
  CHECK(read.named("Ireland") != nullptr);
}

TEST_CASE("in a headline the words before a name are not taken into it where the body writes them small") {
  const Read read(
      "Norwegian Firewall Tarnfeld Suspected of Leaks\n\nThe agency said that Tarnfeld leaks passwords. The "
      "firewall is used "
      "in schools, and Tarnfeld sells it. Experts praised the firewall until Tarnfeld changed it.\n");
  const Actor* firm = read.named("Tarnfeld");
  REQUIRE(firm != nullptr);
  CHECK(read.named("Norwegian Firewall Tarnfeld") == nullptr);
  CHECK(firm->mentions.front().span.begin < 30);
}

TEST_CASE("hints are found by their letters, whatever their capitals") {
  NameHints hints;
  hints.reserve(2);
  hints.add("Tarn Valley", NameHints::place);
  hints.add("Brell", NameHints::surname);
  hints.add("Brell", NameHints::body);
  CHECK(hints.find(fold_into(fold_into(kFoldStart, "tarn"), "VALLEY")) == NameHints::place);
  CHECK(hints.find(fold_into(kFoldStart, "Brell")) == (NameHints::surname | NameHints::body));
  CHECK(hints.find(fold_into(kFoldStart, "Tarn")) == 0);
  CHECK(NameHints().find(fold_into(kFoldStart, "Tarn")) == 0);
}

TEST_CASE("what the lists know as a medium only is one, whatever the tagger takes it for") {
  const Read read(
      "<title>Router hacks affected 9 million accounts, chief forgoes bonus | Ars Technica</title>\n<text>\n"
      "The maker said it was told in May.");
  const Actor* medium = read.named("Ars Technica");
  REQUIRE(medium != nullptr);
  CHECK(medium->kind == ActorKind::outlet);
}

TEST_CASE("the real firm is told apart from those spoken of") {
  const Read read(
      "Quenlink Ltd warned of forged mails in May. Quenlink Ltd found them on ten servers. "
      "The real company would call its customers by name.");
  CHECK((read.named("The real company") == nullptr ||
         read.named("The real company") != read.named("Quenlink Ltd")));
}

TEST_CASE("letters in brackets behind a body's name are its own, if they come again") {
  const Read read(
      "The Federal Office for Network Safety (BNS) warned operators on Monday. The BNS said that the "
      "gateways "
      "were open. The Ministry of Trade (EU) was silent.");
  REQUIRE(read.named("BNS") != nullptr);
  CHECK(read.named("BNS") == read.named("Federal Office for Network Safety"));
}

TEST_CASE("a verb before people is no part of what they are called") {
  const Read read(
      "Last month Brell said a gang was using a similar method that abused the form to trick victims.");
  CHECK(read.named("trick victims") == nullptr);
}

TEST_CASE("a program called by the work it does is nobody who has that work") {
  const Read read(
      "A flaw was found in Quenlink Manager on Monday. Attackers can read the store of the password manager. "
      "The regional manager of Quenlink apologised.");
  const Actor* program = read.named("Quenlink Manager");
  CHECK((program == nullptr || program->kind != ActorKind::person));
  CHECK(read.named("the password manager") == nullptr);
  const Actor* manager = read.named("The regional manager of Quenlink");
  REQUIRE(manager != nullptr);
  CHECK(manager->kind == ActorKind::person);
}

TEST_CASE("a surname that begins a sentence is the person's whom the text names in full") {
  const Read read(
      "\"We see it daily,\" explains Jon Bottoms, head of research at Quenlink. Bottoms said the flaw is "
      "old. "
      "Bottoms says this marks a change. Bottoms has repeatedly told employees to wait.");
  const Actor* bottoms = read.named("Jon Bottoms");
  REQUIRE(bottoms != nullptr);
  CHECK(bottoms->kind == ActorKind::person);
  CHECK(std::count_if(bottoms->mentions.begin(), bottoms->mentions.end(), [&](const Mention& mention) {
          return read.document.text(mention.span) == "Bottoms";
        }) == 3);
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
  CHECK_FALSE(NameTagger::load("HNT4").ok());
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

TEST_CASE("an inventory as spreadsheets write it") {
  auto gazetteer = fresh();
  CHECK(gazetteer.add_inventory("a.csv", "\xEF\xBB\xBFvendor;product\nBrell;EdgeGate\n").value() == 1);
  CHECK(gazetteer.add_inventory("b.csv", "sep=;\r\nBrell;EdgeGate\r\nTarnfeld;Meet\r\n").value() == 2);
  CHECK(gazetteer.add_inventory("c.csv", "vendor,product\rBrell,EdgeGate\r").value() == 1);
  CHECK(gazetteer.add_inventory("d.csv", "Vendor\tProduct\nBrell\tEdge Gate\n").value() == 1);
  CHECK(gazetteer.add_inventory("e.csv", "vendor,product\nM\xFCller Werke,\n").value() == 1);
  CHECK(gazetteer.impl().find("M\xC3\xBCller Werke", NameClass::inventory_vendor) != nullptr);
  const std::string wide("B\0r\0e\0l\0l\0,\0G\0a\0t\0e\0", 20);
  CHECK(gazetteer.add_inventory("f.csv", "\xFF\xFE" + wide).value() == 1);
  // Columns by name, in any order, with others between.
  CHECK(gazetteer.add_inventory("g.csv", "Product,Owner,Vendor\nHarbourGate,IT,Velmar\n").value() == 1);
  CHECK(gazetteer.impl().find("HarbourGate", NameClass::inventory_product) != nullptr);
  CHECK(gazetteer.impl().find("Velmar", NameClass::inventory_vendor) != nullptr);
  CHECK(gazetteer.impl().find("IT", NameClass::inventory_vendor) == nullptr);
  std::string many = "vendor,product\n";
  for (int i = 0; i < 5000; ++i) many += "Maker " + std::to_string(i) + ",Gadget " + std::to_string(i) + "\n";
  CHECK(gazetteer.add_inventory("h.csv", many).value() == 5000);
}

TEST_CASE("what stands on the user's list is marked, also in what names it within") {
  auto gazetteer = fresh();
  REQUIRE(gazetteer.add_inventory("list.csv", "vendor,product\nBrell Systems,EdgeGate\n").ok());
  const auto document =
      input::read("Brell Systems said on Monday that EdgeGate has a flaw. Corvane Ltd. agreed.", "").value();
  NameReader names(gazetteer);
  language::LanguageStage language_stage(document, knowledge().model, &names);
  Budget budget(1000000);
  REQUIRE(language_stage.advance(budget));
  const auto language = language_stage.take();
  const std::vector<Time> times;
  const std::vector<Indicator> indicators;
  ActorStage stage(document, language, names, times, indicators, gazetteer);
  REQUIRE(stage.advance(budget));
  const auto layer = stage.take();
  std::vector<std::string> marked, others;
  for (const Actor& actor : layer.actors) {
    (actor.in_inventory ? marked : others).emplace_back(document.text(actor.name));
  }
  CHECK(marked == std::vector<std::string>{"Brell Systems", "EdgeGate"});
  CHECK(std::find(others.begin(), others.end(), "Corvane Ltd.") != others.end());
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
  CHECK_FALSE(gazetteer.add_inventory("list.csv", "").ok());
  CHECK_FALSE(gazetteer.add_inventory("list.csv", "vendor,product\n").ok());
  const auto columns_unnamed = gazetteer.add_inventory("list.csv", "Name,Owner,Cost\nBrell,IT,3\n");
  REQUIRE_FALSE(columns_unnamed.ok());
  CHECK(columns_unnamed.error().message.find("line 1") != std::string::npos);
  const auto long_cell = gazetteer.add_inventory("list.csv", "Brell,Gate\n" + std::string(300, 'x') + ",y\n");
  REQUIRE_FALSE(long_cell.ok());
  CHECK(long_cell.error().message.find("line 2") != std::string::npos);
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
