#include "core/actors/name_unions.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

constexpr TokenIndex kLongestFirm = 6;  // tokens

bool is_quotation_mark(std::string_view word) {
  return word == "\"" || word == "“" || word == "”" || word == "‘" || word == "’" || word == "'";
}

// Makes one name of names[i] and the `more` names after it.
void unite(std::vector<TaggedName>& names, std::size_t i, std::size_t more, NameType type) {
  names[i] = {names[i].first, names[i + more].last, type};
  const auto begin = names.begin() + static_cast<std::ptrdiff_t>(i) + 1;
  names.erase(begin, begin + static_cast<std::ptrdiff_t>(more));
}

}  // namespace

void unite_firms(const Reading& reading, const language::Sentence& sentence, std::vector<TaggedName>& names) {
  const auto is_part = [&](TokenIndex token) {
    return reading.token(token).upos == language::Upos::PROPN && ascii::is_upper(reading.word(token).front());
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    TaggedName& name = names[i];
    // What the tagger left out: "Dunmore" of "Dunmore & Achebe".
    const auto before = i == 0 ? sentence.first : names[i - 1].last;
    if (name.first >= before + 2 && reading.word(name.first - 1) == "&" && is_part(name.first - 2)) {
      name.first -= 2;
      name.type = NameType::organization;
    }
    const auto end = i + 1 < names.size() ? names[i + 1].first : sentence.last();
    if (name.last + 1 < end && reading.word(name.last) == "&" && is_part(name.last + 1)) {
      name.last += 2;
      name.type = NameType::organization;
    }
    if (i + 1 >= names.size()) break;
    const TaggedName& next = names[i + 1];
    const bool joined = next.first == name.last + 1 && reading.word(name.last) == "&";
    const bool places = name.type == NameType::place && next.type == NameType::place;
    if (joined && !places && next.last - name.first <= kLongestFirm)
      unite(names, i, 1, NameType::organization);
  }
}

void unite_nicknames(const Reading& reading, std::vector<TaggedName>& names) {
  for (std::size_t i = 0; i + 2 < names.size(); ++i) {
    const TaggedName &first = names[i], &nick = names[i + 1], &last = names[i + 2];
    const bool persons =
        first.type == NameType::person && nick.type == NameType::person && last.type == NameType::person;
    const bool quoted = nick.first == first.last + 1 && last.first == nick.last + 1 &&
                        is_quotation_mark(reading.word(first.last)) &&
                        is_quotation_mark(reading.word(nick.last));
    if (persons && quoted) unite(names, i, 2, NameType::person);
  }
}

void complete_listed(const Reading& reading, const std::vector<ListMatch>& matches,
                     std::vector<TaggedName>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    TaggedName& name = names[i];
    if (name.type != NameType::place) continue;
    for (const ListMatch& match : matches) {
      const bool longer = match.alike && match.first <= name.first && name.last <= match.last &&
                          match.last - match.first > name.last - name.first;
      // Word for word: "Israel is" reads like "Israelis" where blanks do not count.
      const bool state = std::all_of(match.names->begin(), match.names->end(), [&](std::uint32_t index) {
        const auto& listed = reading.gazetteer.names[index];
        const auto blanks = std::count(listed.text.begin(), listed.text.end(), ' ');
        return (listed.name_class == NameClass::country || listed.name_class == NameClass::demonym) &&
               blanks + 1 == static_cast<std::ptrdiff_t>(match.last - match.first);
      });
      const bool taken = (i > 0 && names[i - 1].last > match.first) ||
                         (i + 1 < names.size() && names[i + 1].first < match.last);
      const bool article = ascii::lower(reading.word(match.first)) == "the";
      if (!longer || !state || taken || article) continue;
      name.first = match.first;
      name.last = match.last;
      break;
    }
  }
}

}  // namespace hearsay::actors
