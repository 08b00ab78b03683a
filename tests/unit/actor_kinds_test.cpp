// What kind of thing a name names, by what the text says of it. All names in these tests are invented.
#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/actors/cast.hpp"
#include "tests/unit/actor_reading.hpp"

namespace hearsay::actors {
namespace {

using testing::knowledge;

// Kinds without the tagger: every place of the given words is a name of that type.
struct Kinds {
  struct Given {
    std::string_view words;
    NameType type;
  };
  Kinds(std::string_view text, std::initializer_list<Given> given)
      : read(text), reading{read.document, read.language, knowledge().gazetteer.impl()} {
    const auto all = read.document.text();
    for (const Given& one : given) {
      for (auto at = all.find(one.words); at != std::string_view::npos; at = all.find(one.words, at + 1))
        add(at, one);
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const Found& a, const Found& b) { return a.first < b.first; });
    weigh_evidence(reading, names);
    cast = cast_of_names(reading, names);
  }

  void add(std::size_t at, const Given& given) {
    Found name;
    name.first = read.language.token_at(static_cast<std::uint32_t>(at));
    name.last = name.first + 1;
    const auto end = at + given.words.size();
    while (name.last < read.language.tokens.size() && read.language.tokens[name.last].span.begin < end)
      ++name.last;
    name.head = reading.head_of(name.first, name.last);
    name.span = reading.span(name.first, name.last);
    name.sentence = read.language.sentence_of[name.first];
    name.type = given.type;
    if (const auto* listed = reading.gazetteer.find(given.words, NameClass::vendor))
      name.listed = static_cast<std::uint32_t>(listed - reading.gazetteer.names.data());
    for (const Found& other : names) {
      if (other.first <= name.first && name.first < other.last) return;
    }
    names.push_back(name);
  }

  [[nodiscard]] std::uint32_t draft(std::string_view words) const {
    for (const Found& name : names) {
      if (read.document.text(name.span) == words) return name.draft;
    }
    return kNobody;
  }
  [[nodiscard]] ActorKind of(std::string_view words) const {
    const auto index = draft(words);
    return index == kNobody ? ActorKind::other : cast.drafts[index].kind;
  }

  Read read;
  Reading reading;
  std::vector<Found> names;
  Cast cast;
};

TEST_CASE("a word that only things are said of is no person") {
  const Kinds which(
      "The ministry said that Quenlink, which is based in Porto, sold the routers. Quenlink denied it.",
      {{"Quenlink", NameType::person}});
  CHECK(which.of("Quenlink") == ActorKind::organization);
  const Kinds who(
      "The ministry said that Quenlink, who is based in Porto, sold the routers. Quenlink denied it.",
      {{"Quenlink", NameType::person}});
  CHECK(who.of("Quenlink") == ActorKind::person);
  const Kinds shorter("Quenlink said no. The routers of Quenlink Data Trade were banned.",
                      {{"Quenlink Data Trade", NameType::organization}, {"Quenlink", NameType::person}});
  CHECK(shorter.of("Quenlink") == ActorKind::organization);
}

TEST_CASE("where people are introduced by full names, one word that is nobody's name is no person") {
  const std::string_view news =
      "Ada Holt led the talks. Ian Brannigan followed. Quenlink rejected the charge, and Holt left.";
  const Kinds names(news, {{"Ada Holt", NameType::person},
                           {"Ian Brannigan", NameType::person},
                           {"Quenlink", NameType::person},
                           {"Holt", NameType::person}});
  CHECK(names.of("Quenlink") == ActorKind::organization);
  CHECK(names.of("Holt") == ActorKind::person);
  const Kinds friends("Quenlink came late, and Brell left early.",
                      {{"Quenlink", NameType::person}, {"Brell", NameType::person}});
  CHECK(friends.of("Quenlink") == ActorKind::person);
}

TEST_CASE("what the text calls a body goes before the sound of its name") {
  const Kinds kinds(
      "The security firm Marram Sentinel said on Tuesday that the flaw was old. The consumer magazine Saver "
      "asked "
      "for an answer. The Dutch weekly De Havik reported on Friday that the bank knew.",
      {{"Marram Sentinel", NameType::organization},
       {"Saver", NameType::organization},
       {"De Havik", NameType::person}});
  CHECK(kinds.of("Marram Sentinel") == ActorKind::organization);
  CHECK(kinds.of("Saver") == ActorKind::outlet);
  CHECK(kinds.of("De Havik") == ActorKind::outlet);
}

TEST_CASE("a gang and what it leaves behind, by the verb that names them") {
  const Kinds kinds(
      "Since May an actor that we track as DULL OTTER has broken into nine ports. On one server we found an "
      "implant "
      "we call MOSSBITER. MOSSBITER sleeps for nine hours. DULL OTTER did not answer.",
      {{"DULL OTTER", NameType::person}, {"MOSSBITER", NameType::organization}});
  CHECK(kinds.of("DULL OTTER") == ActorKind::group);
  CHECK(kinds.of("MOSSBITER") == ActorKind::product);
}

TEST_CASE("a medium by what it does, a maker by who leads it, a body by what it says") {
  const Kinds kinds(
      "According to reports in Tarnik, the flaw was old. The editor told Tarnik so. Ada Holt, the founder of "
      "Quenlink, denied it. Ovenmoor said it had asked twice.",
      {{"Tarnik", NameType::place}, {"Quenlink", NameType::product}, {"Ovenmoor", NameType::place}});
  CHECK(kinds.of("Tarnik") == ActorKind::outlet);
  CHECK(kinds.of("Quenlink") == ActorKind::organization);
  CHECK(kinds.of("Ovenmoor") == ActorKind::organization);
  const Kinds places("The firm has an office in Ovenmoor. Ovenmoor said nothing.",
                     {{"Ovenmoor", NameType::place}});
  CHECK(places.of("Ovenmoor") == ActorKind::place);
}

TEST_CASE("a service, a centre or an office of a state is a government body") {
  for (const std::string_view name :
       {"National Harbour Protection Centre", "Digital Harbour Service of the Netherlands",
        "Norwegian Federal Office for Information Technology", "Information Fairness Regulator"}) {
    CAPTURE(name);
    const Kinds kinds("The " + std::string(name) + " said on Monday that the ports were safe.",
                      {{name, NameType::organization}});
    CHECK(kinds.of(name) == ActorKind::government);
  }
  const Kinds spa("The Tarnfeld Wellness Centre said on Monday that its data were safe.",
                  {{"Tarnfeld Wellness Centre", NameType::organization}});
  CHECK(spa.of("Tarnfeld Wellness Centre") == ActorKind::organization);
}

TEST_CASE("a surname that is a known company's too is the person's where only a person is spoken of") {
  const Kinds merchant(
      "Joshua Norton was a merchant. Norton lost his money. Later Norton wrote to the papers.",
      {{"Joshua Norton", NameType::person}, {"Norton", NameType::organization}});
  CHECK(merchant.draft("Norton") == merchant.draft("Joshua Norton"));
  const Kinds company("Joshua Norton is a critic. Norton, which is based in Porto, denied it.",
                      {{"Joshua Norton", NameType::person}, {"Norton", NameType::organization}});
  CHECK(company.of("Norton") == ActorKind::organization);
}

TEST_CASE("a surname with a capital inside is the person's, not a body's") {
  const Kinds kinds("Nora FitzBrell, a fellow at the school, agrees. FitzBrell says prices rise.",
                    {{"Nora FitzBrell", NameType::person}, {"FitzBrell", NameType::organization}});
  CHECK(kinds.of("FitzBrell") == ActorKind::person);
  CHECK(kinds.draft("FitzBrell") != kNobody);
}

TEST_CASE("a page ends its headline with who prints it") {
  const Kinds kinds("# Flaw left routers open for months | Veldnews\n\nThe flaw was found in May.",
                    {{"Veldnews", NameType::product}});
  CHECK(kinds.of("Veldnews") == ActorKind::outlet);
}

TEST_CASE("a title before the full name makes nobody else of him") {
  const Kinds kinds("Joshua Brannigan spoke. Warden Joshua Brannigan said it again. Brannigan left.",
                    {{"Warden Joshua Brannigan", NameType::person},
                     {"Joshua Brannigan", NameType::person},
                     {"Brannigan", NameType::person}});
  CHECK(kinds.draft("Brannigan") == kinds.draft("Joshua Brannigan"));
}

TEST_CASE("a state's adjective that is met again is still a name, which nothing reads as a noun") {
  const Read read("Norwegian ports were closed on Monday. A Norwegian firm protested.");
  const Reading reading{read.document, read.language, knowledge().gazetteer.impl()};
  const auto* demonym = reading.gazetteer.find("Norwegian", NameClass::demonym);
  REQUIRE(demonym != nullptr);
  Found name;
  name.first = 0;
  name.last = 1;
  name.span = reading.span(0, 1);
  name.type = NameType::place;
  name.listed = static_cast<std::uint32_t>(demonym - reading.gazetteer.names.data());
  const std::vector<Found> names{name};
  const KnownNames known(reading, names);
  const WordHabits habits(read.document, read.language, reading.gazetteer);
  REQUIRE(read.language.sentences.size() == 2);
  const auto repeats = find_repeated(reading, 1, habits, names, 1, 1, known);
  REQUIRE(repeats.size() == 1);
  CHECK(repeats.front().adjective);
  // A nominal has a noun that says what it may stand for; an adjective has none.
  CHECK((repeats.front().form != MentionForm::nominal || repeats.front().noun != nullptr));
}

TEST_CASE("a country named by its adjective alone is nobody, however often") {
  const Read read(
      "Norwegian Norwegian officials spoke. The Norwegian said so. Norwegian ports, a Norwegian firm and the "
      "Norwegian navy were named. Norwegians left. The firm is Norwegian.");
  for (const Actor& actor : read.layer.actors) {
    for (const Mention& mention : actor.mentions) CHECK(read.document.text(mention.span) != "Norwegian");
  }
}

}  // namespace
}  // namespace hearsay::actors
