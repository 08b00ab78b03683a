#include "core/actors/name_joins.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <utility>

#include "core/actors/cast.hpp"
#include "core/actors/kinds.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

using ascii::is_letter;
using ascii::is_upper;

std::string key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const auto& word : words) key += word;
  return key;
}

// The initials of a name's words, in capitals, without a leading "the"; with `capitals_only` of capitalised
// words.
std::string initials_of(std::string_view name, bool capitals_only) {
  if (name.size() > 4 && (name[0] == 'T' || name[0] == 't') && name.substr(1, 3) == "he ")
    name.remove_prefix(4);
  std::string initials;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool word_start = i == 0 || name[i - 1] == ' ' || name[i - 1] == '-' || name[i - 1] == '/';
    if (!word_start || !is_letter(name[i]) || (capitals_only && !is_upper(name[i]))) continue;
    initials += static_cast<char>(name[i] & ~0x20);
  }
  return initials;
}

// Sets of names of one thing; the smaller number stands for the set.
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// All mentions with the same type and the same words.
struct Wording {
  NameType type;
  std::string key;
  std::vector<std::string> words;
  std::uint32_t first = 0;  // mention
  std::uint32_t count = 0;
  std::uint32_t entity = kNobody;
  std::uint32_t listed = kNobody;
  bool capitals = false;  // "NCSC"
  bool titled = false;
  bool governs = false;
  bool capital = false;  // of a capital that acts
  char gender = 'x';     // of the first mention that tells it
  const char* joined_by = nullptr;
};

struct Workshop {
  const Reading& reading;
  std::vector<Found>& names;
  std::vector<Wording> wordings;
  std::vector<std::uint32_t> wording_of;  // per mention
  std::vector<Note> notes;
  std::vector<std::uint32_t> acting_states;  // entities, in order

  void smooth_types();
  [[nodiscard]] bool is_only_a_place(const Found& name) const;
  void collect();
  void join_entities(Sets& sets);
  void join_persons(Sets& sets);
  void join_organizations(Sets& sets);
  void join_acronyms(Sets& sets);
  void join_products(Sets& sets);
  void join_governments(Sets& sets);
  void join(Sets& sets, std::uint32_t a, std::uint32_t b, const char* why);
  std::vector<std::uint32_t> of_type(NameType type) const;
};

// One word is mostly one thing in one text: where the tagger wavers the majority decides, unless a title or a
// first name tells a person. A body and what it makes may share a name ("Splunk"); nobody is served by two of
// them. What the lists know as a place only stays one.
void Workshop::smooth_types() {
  std::map<std::string, std::array<std::uint32_t, kNameTypes>> counts;
  std::map<std::string, NameType> told;
  std::vector<std::string> keys;
  for (Found& name : names) {
    keys.push_back(folded(reading.text(name.span)));
    if (is_only_a_place(name)) name.type = NameType::place;
    ++counts[keys.back()][static_cast<std::size_t>(name.type)];
    if (name.told) told.emplace(keys.back(), name.type);
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    Found& name = names[i];
    if (const auto known = told.find(keys[i]); known != told.end()) {
      if (!name.titled) name.type = known->second;
      continue;
    }
    if (name.type == NameType::person && (name.titled || name.last - name.first > 1)) continue;
    const auto& count = counts[keys[i]];
    const auto most = static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin());
    const auto majority = static_cast<NameType>(most);
    const auto own = count[static_cast<std::size_t>(name.type)];
    const bool people = name.type == NameType::person || majority == NameType::person;
    const bool place = name.type == NameType::place || majority == NameType::place;
    const bool clear =
        people || (place && name.listed != kNobody) ? count[most] > 2 * own : count[most] > own;
    // At a draw a body is the safer word than a product.
    const bool draw = !people && !place && count[most] == own && majority == NameType::organization;
    if (clear || draw) name.type = majority;
  }
}

// "North Korea" is a state, whatever the tagger says.
bool Workshop::is_only_a_place(const Found& name) const {
  const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, reading.text(name.span)));
  return listed != nullptr && name.type == NameType::organization &&
         std::all_of(listed->begin(), listed->end(), [&](std::uint32_t index) {
           const auto& known = reading.gazetteer.names[index];
           return known.name_class == NameClass::country && !known.acronym;
         });
}

// "Norstad denies it": a capital that speaks or acts is the government that sits there.
bool is_capital_that_acts(const Reading& reading, const Found& name) {
  if (name.type != NameType::place || name.listed == kNobody) return false;
  const auto& listed = reading.gazetteer.names[name.listed];
  if (listed.name_class != NameClass::capital || listed.country.empty()) return false;
  const auto& token = reading.token(name.head);
  if (token.head == kNoToken) return false;
  const auto lemma = reading.lemma(token.head);
  if (token.rel == Deprel::nmod_poss) {
    return is_one_of(lemma, {"accusation", "allegation", "claim", "decision", "denial", "demand", "position",
                             "reaction", "refusal", "response", "statement", "warning"});
  }
  const bool acts = is_speaking(lemma) ||
                    is_one_of(lemma, {"ban", "expel", "impose", "recall", "retaliate", "sanction", "summon"});
  return acts && (token.rel == Deprel::nsubj || token.rel == Deprel::obl_agent);
}

void Workshop::collect() {
  std::map<std::pair<NameType, std::string>, std::uint32_t> by_key;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const Found& name = names[i];
    auto words = name_words(reading, name);
    auto key = key_of(words);
    const bool government = is_capital_that_acts(reading, name);
    if (government) {
      names[i].type = NameType::organization;
      key = "government of " + key;
    }
    const auto [place, is_new] =
        by_key.emplace(std::pair(name.type, key), static_cast<std::uint32_t>(wordings.size()));
    if (is_new) {
      const auto text = reading.text(name.span);
      Wording wording{name.type, std::move(key), std::move(words), i};
      wording.capital = government;
      wording.governs = government;
      wording.capitals =
          text.size() <= 10 && name.last - name.first <= 3 &&
          std::none_of(text.begin(), text.end(), [](char c) { return c == ' '; }) &&
          std::count_if(text.begin(), text.end(), is_upper) * 2 > static_cast<std::ptrdiff_t>(text.size());
      wordings.push_back(std::move(wording));
    }
    Wording& wording = wordings[place->second];
    ++wording.count;
    wording.titled = wording.titled || name.titled;
    if (wording.gender == 'x') wording.gender = name.gender;
    if (name.listed != kNobody && wording.listed == kNobody) {
      wording.listed = name.listed;
      wording.entity = reading.gazetteer.names[name.listed].entity;
    }
    wording_of.push_back(place->second);
  }
}

void Workshop::join(Sets& sets, std::uint32_t a, std::uint32_t b, const char* why) {
  if (sets.find(a) == sets.find(b)) return;
  sets.join(a, b);
  const auto later = wordings[a].first > wordings[b].first ? a : b;
  if (wordings[later].joined_by == nullptr) wordings[later].joined_by = why;
}

std::vector<std::uint32_t> Workshop::of_type(NameType type) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < wordings.size(); ++i) {
    if (wordings[i].type == type) found.push_back(i);
  }
  return found;
}

void Workshop::join_entities(Sets& sets) {
  std::map<std::pair<NameType, std::uint32_t>, std::uint32_t> by_entity;
  for (std::uint32_t i = 0; i < wordings.size(); ++i) {
    if (wordings[i].entity == kNobody) continue;
    const auto [place, is_new] = by_entity.emplace(std::pair(wordings[i].type, wordings[i].entity), i);
    if (!is_new) join(sets, place->second, i, "another known name of the same");
  }
}

// "Mr Holt" is not Lina Holt.
bool other_gender(const Wording& a, const Wording& b) {
  return a.gender != 'x' && b.gender != 'x' && a.gender != b.gender;
}

void Workshop::join_persons(Sets& sets) {
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

// A body's name without the state that it names before or after, folded; empty where fewer than two words are
// left.
std::string without_country(const Reading& reading, const Found& name) {
  const auto is_country = [&](TokenIndex first, TokenIndex last) {
    const auto* listed =
        reading.gazetteer.find(fold_into(kFoldStart, reading.text(reading.span(first, last))));
    return listed != nullptr && std::any_of(listed->begin(), listed->end(), [&](std::uint32_t index) {
             const auto name_class = reading.gazetteer.names[index].name_class;
             return name_class == NameClass::country || name_class == NameClass::demonym;
           });
  };
  auto first = name.first, last = name.last;
  if (folded(reading.word(first)) == "the" && last - first > 1) ++first;
  if (last - first > 2 && is_country(first, first + 1)) {
    ++first;
  } else {
    for (auto of = first + 2; of + 1 < last; ++of) {
      if (reading.word(of) != "of") continue;
      const auto begin = reading.word(of + 1) == "the" && of + 2 < last ? of + 2 : of + 1;
      if (is_country(begin, last)) last = of;
      break;
    }
  }
  if (last - first < 2) return {};
  return folded(reading.text(reading.span(first, last)));
}

void Workshop::join_organizations(Sets& sets) {
  const auto bodies = of_type(NameType::organization);
  // name_words() leaves legal forms off, so "Brell Ltd." and "Brell" have met already. What is left: a first
  // word that only one body's name begins with ("Quillon" of "Quillon Threat Research"), a last word after
  // "the" ("the Dispatch").
  std::map<std::string, std::vector<std::uint32_t>> by_first, by_last;
  for (const auto i : bodies) {
    if (wordings[i].words.size() < 2) continue;
    by_first[wordings[i].words.front()].push_back(i);
    by_last[wordings[i].words.back()].push_back(i);
  }
  const auto only = [&](const std::map<std::string, std::vector<std::uint32_t>>& index,
                        const std::string& word) {
    const auto found = index.find(word);
    if (found == index.end()) return kNobody;
    auto one = found->second.front();
    for (const auto i : found->second) {
      if (sets.find(i) != sets.find(one)) return kNobody;
    }
    return one;
  };
  for (const auto i : bodies) {
    if (wordings[i].words.size() != 1 || wordings[i].words.front().size() < 4) continue;
    const auto& word = wordings[i].words.front();
    const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, word));
    const Found& mention = names[wordings[i].first];
    const bool after_the = mention.first > 0 && folded(reading.word(mention.first - 1)) == "the";
    if (const auto whole = only(by_last, word); whole != kNobody && after_the) {
      join(sets, whole, i, "the last word of its name");
    } else if (const auto longer = only(by_first, word); longer != kNobody && listed == nullptr &&
                                                         wordings[longer].first < wordings[i].first &&
                                                         mention.last - mention.first == 1) {
      join(sets, longer, i, "the first word of its name");
    }
  }
  // "the U.S. Harbour Department" is the Harbour Department of a text that knows no other.
  std::map<std::string, std::vector<std::uint32_t>> without_state;
  for (const auto i : bodies) {
    const auto bare = without_country(reading, names[wordings[i].first]);
    if (!bare.empty()) without_state[bare].push_back(i);
  }
  for (const auto& entry : without_state) {
    const auto& bare = entry.first;
    const auto& same = entry.second;
    // Two states' departments stay two.
    const auto of_states =
        std::count_if(same.begin(), same.end(), [&](std::uint32_t i) { return wordings[i].key != bare; });
    if (of_states > 1) continue;
    for (const auto i : same) join(sets, same.front(), i, "the same name with its country's");
  }
  // A body named by one word and a person by the same word alone: the person is a slip where nobody in the
  // text has that surname; join_persons has joined the others.
  std::map<std::string, std::uint32_t> by_key;
  for (const auto i : bodies) by_key.emplace(wordings[i].key, i);
  std::vector<std::uint32_t> set_size(wordings.size(), 0);
  for (std::uint32_t w = 0; w < wordings.size(); ++w) ++set_size[sets.find(w)];
  for (const auto i : of_type(NameType::person)) {
    const auto& person = wordings[i];
    if (person.words.size() != 1 || person.titled || sets.find(i) != i) continue;
    const auto same = by_key.find(person.key);
    const bool leads_a_set = set_size[i] > 1;
    if (same != by_key.end() && !leads_a_set && wordings[same->second].count >= person.count) {
      join(sets, same->second, i, "same name");
    }
  }
}

void Workshop::join_acronyms(Sets& sets) {
  // "Fancy Heron, also known as XT28", "Fancy Heron/XT28".
  for (std::uint32_t i = 0; i + 1 < names.size(); ++i) {
    const Found &a = names[i], &b = names[i + 1];
    if (a.sentence != b.sentence || a.type != b.type || b.first < a.last || b.first - a.last > 5) continue;
    const auto between = reading.text(Span{a.span.end, b.span.begin});
    const bool same = between.find("also known as") != std::string_view::npos ||
                      between.find("aka ") != std::string_view::npos ||
                      between.find("a.k.a.") != std::string_view::npos ||
                      between.find("also called") != std::string_view::npos ||
                      (between == "/" && a.type == NameType::threat_group);
    if (same) join(sets, wording_of[i], wording_of[i + 1], "the text says so");
  }
  // Side by side: "National Watch (NW)", "NW (short for the National Watch)".
  for (std::uint32_t i = 0; i + 1 < names.size(); ++i) {
    const Found &a = names[i], &b = names[i + 1];
    if (a.sentence != b.sentence || b.first - a.last > 7 || b.first <= a.last) continue;
    const auto between = reading.text(Span{a.span.end, b.span.begin});
    const auto open = between.find('(');
    if (open == std::string_view::npos || between.find(')') != std::string_view::npos) continue;
    if (between.substr(0, open).find_first_not_of(" ") != std::string_view::npos) continue;
    const bool said = between.find("short for") != std::string_view::npos ||
                      between.find("known as") != std::string_view::npos ||
                      between.find("formerly") != std::string_view::npos ||
                      between.find("stands for") != std::string_view::npos ||
                      between.find("abbreviat") != std::string_view::npos;
    const auto text_a = reading.text(a.span), text_b = reading.text(b.span);
    if (!said && !is_acronym_of(text_b, text_a) && !is_acronym_of(text_a, text_b)) continue;
    if (a.type != b.type && (a.type == NameType::person || b.type == NameType::person) && !said) continue;
    join(sets, wording_of[i], wording_of[i + 1], said ? "the text says so" : "acronym");
  }
  // Apart: initials of exactly one body.
  const auto bodies = of_type(NameType::organization);
  std::map<std::string, std::vector<std::uint32_t>> by_initials;
  for (const auto i : bodies) {
    if (wordings[i].words.size() < 2) continue;
    const auto text = reading.text(names[wordings[i].first].span);
    const auto all = initials_of(text, false), capitals = initials_of(text, true);
    by_initials[all].push_back(i);
    if (capitals != all) by_initials[capitals].push_back(i);
  }
  for (const auto i : bodies) {
    if (!wordings[i].capitals) continue;
    std::string letters;
    for (const char c : reading.text(names[wordings[i].first].span)) {
      if (is_letter(c)) letters += static_cast<char>(c & ~0x20);
    }
    const auto found = by_initials.find(letters);
    if (letters.size() < 2 || found == by_initials.end()) continue;
    const auto whole = found->second.front();
    const bool several = std::any_of(found->second.begin(), found->second.end(),
                                     [&](std::uint32_t j) { return sets.find(j) != sets.find(whole); });
    if (!several) join(sets, whole, i, "acronym");
  }
}

void Workshop::join_products(Sets& sets) {
  std::map<std::string, std::uint32_t> by_key;
  for (const auto i : of_type(NameType::product)) by_key.emplace(wordings[i].key, i);
  std::map<std::string, bool> makers;
  for (const auto i : of_type(NameType::organization)) {
    // "Grell", mostly a program here: "Grell Windows" is no Windows by Grell.
    const auto product = by_key.find(wordings[i].key);
    if (product == by_key.end() || wordings[product->second].count < wordings[i].count)
      makers[wordings[i].key] = true;
  }
  for (const auto i : of_type(NameType::product)) {
    const auto& words = wordings[i].words;
    if (words.size() < 2 || makers.find(words.front()) == makers.end()) continue;
    const auto rest = by_key.find(key_of({words.begin() + 1, words.end()}));
    if (rest != by_key.end()) join(sets, i, rest->second, "the same name with its maker's");
  }
}

// Verbs that only somebody can be the subject of.
bool is_act(const Reading& reading, TokenIndex token) {
  if (reading.token(token).rel != Deprel::nsubj) return false;
  const auto verb = reading.token(token).head;
  return verb != kNoToken && reading.token(verb).upos == Upos::VERB;
}

// A state that mostly acts, rather than being where something is, is a government here; then "the Russian
// government" is the same actor. Elsewhere the country is a place, and its government another actor.
void Workshop::join_governments(Sets& sets) {
  struct State {
    std::uint32_t wording = kNobody;
    std::uint32_t acts = 0, mentions = 0;
  };
  std::map<std::uint32_t, State> states;  // by entity
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const Wording& wording = wordings[wording_of[i]];
    if (wording.type != NameType::place || wording.entity == kNobody || is_adjective(reading, names[i]))
      continue;
    State& state = states[wording.entity];
    if (state.wording == kNobody) state.wording = wording_of[i];
    ++state.mentions;
    if (is_act(reading, names[i].head)) ++state.acts;
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> governments;  // wording, entity
  for (const auto i : of_type(NameType::organization)) {
    Wording& wording = wordings[i];
    if (wording.capital) {
      const auto code = reading.gazetteer.names[wording.listed].country;
      for (auto& [entity, state] : states) {
        if (reading.gazetteer.names[wordings[state.wording].listed].country == code)
          governments.emplace_back(i, entity);
      }
      continue;
    }
    if (wording.words.size() < 2 || wording.words.back() != "government") continue;
    const auto* listed = reading.gazetteer.find(
        fold_into(kFoldStart, key_of({wording.words.begin(), wording.words.end() - 1})));
    if (listed == nullptr) continue;
    for (const auto index : *listed) {
      const auto& name = reading.gazetteer.names[index];
      if (name.name_class != NameClass::demonym && name.name_class != NameClass::country) continue;
      wording.governs = true;
      wording.listed = index;
      const auto state = states.find(name.entity);
      if (state == states.end()) continue;
      state->second.acts += wording.count;
      state->second.mentions += wording.count;
      governments.emplace_back(i, name.entity);
    }
  }
  for (const auto& [entity, state] : states) {
    if (state.acts >= 2 && state.acts * 2 >= state.mentions) acting_states.push_back(entity);
  }
  for (const auto& [wording, entity] : governments) {
    if (!std::binary_search(acting_states.begin(), acting_states.end(), entity)) continue;
    join(sets, states[entity].wording, wording, "the government of that country");
  }
}

}  // namespace

bool is_adjective(const Reading& reading, const Found& name) {
  return name.listed != kNobody && reading.gazetteer.names[name.listed].name_class == NameClass::demonym;
}

std::vector<std::string> name_words(const Reading& reading, const Found& name) {
  std::vector<std::string> words;
  auto first = name.first, last = name.last;
  const auto& gazetteer = reading.gazetteer;
  if (folded(reading.word(first)) == "the" && last - first > 1) ++first;
  if (name.type == NameType::person) {
    while (last - first > 1 && gazetteer.first_word(reading.word(first)) >= NameWord::title) ++first;
  }
  if (name.type == NameType::organization) {
    while (last - first > 1 && (gazetteer.last_word(reading.word(last - 1)) == NameWord::legal ||
                                folded(reading.word(last - 1)).empty())) {
      --last;
    }
  }
  for (auto token = first; token < last; ++token) {
    auto word = folded(reading.word(token));
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

bool is_acronym_of(std::string_view acronym, std::string_view name) {
  std::string letters;
  for (const char c : acronym) {
    if (is_letter(c)) letters += static_cast<char>(c & ~0x20);
  }
  if (letters.size() < 2 || letters.size() > 10 || acronym.find(' ') != std::string_view::npos) return false;
  // "Harbour Watch of Norland (HW)".
  const auto of = name.rfind(" of ");
  if (of != std::string_view::npos && of > 0 && name.substr(0, of).find(' ') != std::string_view::npos &&
      is_acronym_of(acronym, name.substr(0, of))) {
    return true;
  }
  const auto all = initials_of(name, false);
  return all.size() >= 2 && (all == letters || initials_of(name, true) == letters);
}

NameJoins join_names(const Reading& reading, std::vector<Found>& names) {
  Workshop workshop{reading, names, {}, {}, {}, {}};
  workshop.smooth_types();
  workshop.collect();
  Sets sets(workshop.wordings.size());
  workshop.join_entities(sets);
  workshop.join_persons(sets);
  workshop.join_acronyms(sets);
  workshop.join_organizations(sets);
  workshop.join_products(sets);
  workshop.join_governments(sets);

  NameJoins joins;
  joins.of_mention.reserve(names.size());
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const Wording& own = workshop.wordings[workshop.wording_of[i]];
    const auto set = sets.find(workshop.wording_of[i]);
    const Wording& first = workshop.wordings[set];
    joins.of_mention.push_back({set, first.type, first.listed, own.joined_by, own.first == i, own.governs});
  }
  joins.notes = std::move(workshop.notes);
  joins.acting_states = std::move(workshop.acting_states);
  return joins;
}

}  // namespace hearsay::actors
