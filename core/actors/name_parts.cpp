#include "core/actors/name_parts.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

bool lists_place(const Reading& reading, TokenIndex first, TokenIndex last, bool country_or_state) {
  const auto key = fold_into(kFoldStart, reading.text(reading.span(first, last)));
  if (const auto* listed = reading.gazetteer.find(key)) {
    for (const auto index : *listed) {
      const auto name_class = reading.gazetteer.names[index].name_class;
      if (name_class == NameClass::country || name_class == NameClass::place) return true;
      if (!country_or_state && (name_class == NameClass::city || name_class == NameClass::capital))
        return true;
    }
  }
  return !country_or_state && (reading.gazetteer.hints.find(key) & NameHints::place) != 0;
}

}  // namespace

bool is_demonym(const Reading& reading, TokenIndex first, TokenIndex last) {
  const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, reading.text(reading.span(first, last))));
  return listed != nullptr && std::all_of(listed->begin(), listed->end(), [&](std::uint32_t index) {
           return reading.gazetteer.names[index].name_class == NameClass::demonym;
         });
}

bool says_body(const Reading& reading, TokenIndex token) {
  const auto meaning = reading.gazetteer.last_word(reading.word(token));
  return meaning == NameWord::government || meaning == NameWord::organization;
}

namespace {

bool is_capitalised(std::string_view word) {
  return !word.empty() && (ascii::is_upper(word.front()) || ascii::is_beyond(word.front()));
}

// Whether [first, last) can be a person's first and last names: two or three capitalised words, none of them
// a body's.
bool looks_like_person(const Reading& reading, TokenIndex first, TokenIndex last) {
  if (last - first < 2 || last - first > 3) return false;
  for (auto token = first; token < last; ++token) {
    const auto word = reading.word(token);
    if (!is_capitalised(word) || ascii::lower(word) == ascii::upper(word)) return false;
    if (reading.gazetteer.last_word(word) != NameWord::none) return false;
    if (reading.gazetteer.noun(reading.lemma(token)) != nullptr) return false;
  }
  const auto given = reading.word(first);
  return std::any_of(given.begin(), given.end(), ascii::is_lower);
}

// Where the person begins in "Digital Affairs Minister Vytas Brell", or in "Parliament Vytas Brell" after
// "Member of the"; name.last where nobody does.
TokenIndex person_after_role(const Reading& reading, const TaggedName& name) {
  for (auto token = name.last - 2; token-- > name.first;) {
    const auto* noun = reading.gazetteer.noun(reading.lemma(token));
    const bool role = noun != nullptr && noun->role && is_capitalised(reading.word(token));
    const bool member = says_body(reading, token) && name.first >= 2 &&
                        reading.lemma(name.first - 1) == "the" && reading.lemma(name.first - 2) == "of" &&
                        name.first >= 3 && reading.lemma(name.first - 3) == "member";
    if (!role && !member) continue;
    return looks_like_person(reading, token + 1, name.last) ? token + 1 : name.last;
  }
  return name.last;
}

using Parts = std::vector<TaggedName>;

// "Noor Haddad of Sable Research". Empty: the name is no person with a body.
Parts person_of_body(const Reading& reading, const TaggedName& name) {
  const auto link = name.first + 2;
  if (link + 1 >= name.last || (reading.word(link) != "of" && reading.word(link) != "at")) return {};
  if (says_body(reading, name.first) || says_body(reading, name.first + 1)) return {};
  const auto given = reading.word(name.first);
  const auto hints = reading.gazetteer.hints.find(fold_into(kFoldStart, given));
  const bool first_name = reading.gazetteer.gender(given) != 0 || (hints & NameHints::first_name) != 0;
  const bool ends_as_body = says_body(reading, name.last - 1) ||
                            reading.gazetteer.last_word(reading.word(name.last - 1)) == NameWord::legal;
  if (!first_name && !ends_as_body) return {};
  return {{name.first, link, NameType::person}, {link + 1, name.last, name.type}};
}

// "Digital Affairs Minister Vytas Brell" is the person alone; "Parliament Vytas Brell" after "Member of the"
// is two.
Parts person_with_role(const Reading& reading, const TaggedName& name) {
  const auto begin = person_after_role(reading, name);
  if (begin >= name.last) return {};
  const TaggedName person{begin, name.last, NameType::person};
  if (!says_body(reading, begin - 1)) return {person};
  return {{name.first, begin, name.type}, person};
}

// "the head of the NIW Piet Brell", "NIW Chief Operating Officer Piet Brell": of the words before the person
// only the body's are a name.
Parts body_and_person(const Reading& reading, const TaggedName& name) {
  const auto person = name.last - 2;
  const auto before = reading.word(person - 1);
  const bool acronym = before.size() > 1 && std::none_of(before.begin(), before.end(), ascii::is_lower);
  const auto* role = reading.gazetteer.noun(reading.lemma(person - 1));
  const bool after_role = role != nullptr && role->role;
  if ((!acronym && !after_role) || reading.gazetteer.gender(reading.word(person)) == 0) return {};
  return {{name.first, after_role ? name.first + 1 : person, name.type},
          {person, name.last, NameType::person}};
}

}  // namespace

void part_persons(const Reading& reading, std::vector<TaggedName>& names) {
  std::vector<TaggedName> parted;
  parted.reserve(names.size());
  for (const TaggedName& name : names) {
    Parts parts;
    if (name.type == NameType::organization) {
      parts = person_of_body(reading, name);
      const bool long_enough = name.last - name.first >= 3;
      if (parts.empty() && long_enough) parts = person_with_role(reading, name);
      if (parts.empty() && long_enough) parts = body_and_person(reading, name);
    }
    if (parts.empty()) parts.push_back(name);
    parted.insert(parted.end(), parts.begin(), parts.end());
  }
  names = std::move(parted);
}

void part_roles(const Reading& reading, std::vector<TaggedName>& names) {
  for (TaggedName& name : names) {
    if (name.type == NameType::place || name.last - name.first < 2) continue;
    const auto last = name.last - 1;
    const auto* noun = reading.gazetteer.noun(reading.lemma(last));
    if (noun == nullptr || !noun->role || says_body(reading, last)) continue;
    const auto before = reading.lemma(last - 1);
    if (before == "of" || before == "the" || before == "for" || before == "and") continue;
    name.last = last;
    if (name.type == NameType::person && name.last - name.first == 1) name.type = NameType::organization;
  }
}

void part_descriptions(const Reading& reading, std::vector<TaggedName>& names) {
  for (TaggedName& name : names) {
    if (name.type != NameType::organization) continue;
    for (auto token = name.first + 1; token + 1 < name.last; ++token) {
      const bool company =
          reading.token(token).upos == language::Upos::NOUN && ascii::is_lower(reading.word(token).front());
      const auto* noun = company ? reading.gazetteer.noun(reading.lemma(token)) : nullptr;
      if (noun != nullptr && is_capitalised(reading.word(token + 1))) name.first = token + 1;
    }
  }
}

void add_employers(const Reading& reading, const language::Sentence& sentence,
                   std::vector<TaggedName>& names) {
  const auto named = [&](TokenIndex token) {
    return std::any_of(names.begin(), names.end(),
                       [&](const TaggedName& name) { return name.first <= token && token < name.last; });
  };
  const auto is_body = [&](TokenIndex token) {
    return is_capitalised(reading.word(token)) && reading.token(token).upos == language::Upos::PROPN &&
           !named(token);
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const TaggedName person = names[i];
    if (person.type != NameType::person || person.first < sentence.first + 2) continue;
    auto last = person.first;
    const auto* noun = reading.gazetteer.noun(reading.lemma(last - 1));
    if (noun == nullptr || !noun->role || named(last - 1)) continue;
    // "chief executive", "security chief"
    while (last > sentence.first && ascii::is_lower(reading.word(last - 1).front())) --last;
    if (last == person.first) --last;  // "CEO"
    auto first = last;
    while (first > sentence.first && is_body(first - 1)) --first;
    if (first == last || is_demonym(reading, first, last) || lists_place(reading, first, last, false))
      continue;
    names.insert(names.begin() + static_cast<std::ptrdiff_t>(i), {first, last, NameType::organization});
    ++i;
  }
}

void part_places(const Reading& reading, std::vector<TaggedName>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const TaggedName name = names[i];
    if (name.type != NameType::place || name.last - name.first < 2) continue;
    if (lists_place(reading, name.first, name.last, false)) continue;
    for (auto second = name.last - 1; second > name.first; --second) {
      if (!lists_place(reading, second, name.last, true) || !lists_place(reading, name.first, second, false))
        continue;
      names[i].last = second;
      names.insert(names.begin() + static_cast<std::ptrdiff_t>(i) + 1, {second, name.last, name.type});
      break;
    }
  }
}

void part_possessives(const Reading& reading, std::vector<TaggedName>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const TaggedName name = names[i];
    if (name.type != NameType::organization && name.type != NameType::place) continue;
    for (auto token = name.first + 1; token + 1 < name.last && token <= name.first + 3; ++token) {
      const auto word = reading.word(token);
      if (word != "'s" && word != "\xE2\x80\x99s") continue;
      if (!lists_place(reading, name.first, token, true)) break;
      if (name.type == NameType::place) {  // what it owns may be a body, which says so itself
        names[i].last = token;
        break;
      }
      names[i].first = token + 1;
      names.insert(names.begin() + static_cast<std::ptrdiff_t>(i), {name.first, token, NameType::place});
      ++i;
      break;
    }
  }
}

bool runs_together(const Reading& reading, const WordHabits& habits, const TaggedName& name) {
  const auto last = name.last - 1;
  if (name.first >= last || habits.habit(reading.word(last)) != 0 ||
      habits.capitalised(reading.word(last)) < 2)
    return false;
  bool ordinary = false;
  for (auto token = name.first; token < last; ++token) {
    const auto word = reading.word(token);
    if (!ascii::is_upper(word.front())) return false;
    const int habit = habits.habit(word);
    if (habit == 1 || habit == 2) {
      ordinary = true;
    } else if (!is_demonym(reading, token, token + 1)) {
      return false;
    }
  }
  return ordinary;
}

}  // namespace hearsay::actors
