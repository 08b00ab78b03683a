// Names that the tagger drew too far, or cut apart. All names in these tests are invented.
#include "core/actors/name_parts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/actors/name_unions.hpp"
#include "tests/unit/actor_reading.hpp"

namespace hearsay::actors {
namespace {

// A text of one sentence, and names in it as a tagger might give them.
struct Tagged {
  explicit Tagged(std::string_view text)
      : read(text), reading{read.document, read.language, testing::knowledge().gazetteer.impl()} {}

  // The tokens that the words cover.
  [[nodiscard]] TaggedName name(std::string_view words, NameType type) const {
    const auto begin = static_cast<std::uint32_t>(read.document.text().find(words));
    const auto end = begin + static_cast<std::uint32_t>(words.size());
    TaggedName found{0, 0, type};
    for (TokenIndex token = 0; token < read.language.tokens.size(); ++token) {
      const auto span = read.language.tokens[token].span;
      if (span.begin == begin) found.first = token;
      if (span.end == end) found.last = token + 1;
    }
    return found;
  }
  [[nodiscard]] std::vector<std::string> words(const std::vector<TaggedName>& names) const {
    std::vector<std::string> found;
    for (const TaggedName& one : names) found.emplace_back(reading.text(reading.span(one.first, one.last)));
    return found;
  }

  Read read;
  Reading reading;
};

using Words = std::vector<std::string>;

TEST_CASE("a person with a body or a role after the tagger's one name") {
  const Tagged text("The hole was found by Susan Haddad of Sable Research in May.");
  std::vector<TaggedName> names{text.name("Susan Haddad of Sable Research", NameType::organization)};
  part_persons(text.reading, names);
  CHECK(text.words(names) == Words{"Susan Haddad", "Sable Research"});
  CHECK(names.front().type == NameType::person);

  const Tagged role("It was signed by Digital Affairs Minister Vytas Brell on Monday.");
  std::vector<TaggedName> minister{role.name("Digital Affairs Minister Vytas Brell", NameType::organization)};
  part_persons(role.reading, minister);
  CHECK(role.words(minister) == Words{"Vytas Brell"});

  const Tagged university("It was found at the University of Tarnfeld in May.");
  std::vector<TaggedName> one{university.name("University of Tarnfeld", NameType::organization)};
  part_persons(university.reading, one);
  CHECK(university.words(one) == Words{"University of Tarnfeld"});
}

TEST_CASE("two names with an ampersand are one firm's, and so is one that the tagger half saw") {
  const Tagged text("The firm Dunmore & Achebe read the logs of Tarnfeld in May.");
  std::vector<TaggedName> both{text.name("Dunmore", NameType::organization),
                               text.name("Achebe", NameType::person)};
  const auto& sentence = text.read.language.sentences.front();
  unite_firms(text.reading, sentence, both);
  REQUIRE(text.words(both) == Words{"Dunmore & Achebe"});
  CHECK(both.front().type == NameType::organization);

  std::vector<TaggedName> half{text.name("Achebe", NameType::person), text.name("Tarnfeld", NameType::place)};
  unite_firms(text.reading, sentence, half);
  CHECK(text.words(half) == Words{"Dunmore & Achebe", "Tarnfeld"});
}

TEST_CASE("a nickname in quotation marks parts nobody") {
  const Tagged text("The study by Ian “Hawk” Brell appeared in May.");
  std::vector<TaggedName> names{text.name("Ian", NameType::person), text.name("Hawk", NameType::person),
                                text.name("Brell", NameType::person)};
  unite_nicknames(text.reading, names);
  CHECK(text.words(names) == Words{"Ian “Hawk” Brell"});
}

TEST_CASE("half a country's name is all of it, word for word") {
  const auto completed = [](std::string_view sentence, std::string_view word) {
    const Tagged text(sentence);
    std::vector<TaggedName> names{text.name(word, NameType::place)};
    const auto matches = match_lists(text.read.document, text.read.language,
                                     text.read.language.sentences.front(), text.reading.gazetteer);
    complete_listed(text.reading, matches, names);
    return text.words(names);
  };
  CHECK(completed("A host of South Korean firms was hit.", "South") == Words{"South Korean"});
  CHECK(completed("By then Israel is said to have been hit.", "Israel") == Words{"Israel"});
}

}  // namespace
}  // namespace hearsay::actors
