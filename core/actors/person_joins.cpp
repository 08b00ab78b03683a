// Which names are of one person: full names, surnames, first names. Two people are never joined.
#include <algorithm>
#include <map>

#include "core/actors/name_workshop.hpp"

namespace hearsay::actors {
namespace {

// "Mr Holt" is not Lina Holt.
bool other_gender(const Wording& a, const Wording& b) {
  return a.gender != 'x' && b.gender != 'x' && a.gender != b.gender;
}

}  // namespace

void NameWorkshop::join_persons(Sets& sets) {
  const auto persons = of_type(NameType::person);
  std::map<std::string, std::vector<std::uint32_t>> by_surname, by_first;
  for (const auto i : persons) {
    const auto& words = wordings[i].words;
    if (words.size() < 2) continue;
    bool known = false;
    for (const auto other : by_surname[words.back()]) {
      const auto& longer = wordings[other].words;
      const auto& first = longer.front();
      const auto ends_with = [](const auto& whole, const auto& end) {
        return whole.size() > end.size() && std::equal(end.rbegin(), end.rend(), whole.rbegin());
      };
      // "Emperor Joshua Brell" is Joshua Brell.
      const bool same = first == words.front() || ends_with(longer, words) || ends_with(words, longer) ||
                        (std::min(first.size(), words.front().size()) == 1 && first[0] == words.front()[0]);
      if (!same) continue;
      join(sets, other, i, "same first name and surname");
      known = true;
    }
    if (!known) {
      by_surname[words.back()].push_back(i);
      by_first[words.front()].push_back(i);
    }
  }
  for (const auto i : persons) {
    const auto& words = wordings[i].words;
    if (words.size() != 1) continue;
    const auto bearers = by_surname.find(words.front());
    const bool one = bearers != by_surname.end() && bearers->second.size() == 1;
    if (one && other_gender(wordings[i], wordings[bearers->second.front()])) {
      notes.push_back({"ambiguous-name",
                       "Somebody else in the text has this surname, but is addressed otherwise; kept apart.",
                       {names[wordings[i].first].span, names[wordings[bearers->second.front()].first].span}});
      continue;
    }
    if (one) {
      join(sets, bearers->second.front(), i, "surname");
      continue;
    }
    if (bearers != by_surname.end() && bearers->second.size() > 1) {
      Note note{
          "ambiguous-name", "Several people in the text bear this name; it was joined to none of them.", {}};
      note.evidence.push_back(names[wordings[i].first].span);
      notes.push_back(std::move(note));
      continue;
    }
    const auto firsts = by_first.find(words.front());
    if (!wordings[i].titled && firsts != by_first.end() && firsts->second.size() == 1) {
      join(sets, firsts->second.front(), i, "first name");
    }
  }
}

}  // namespace hearsay::actors
