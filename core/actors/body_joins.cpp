// Which names are of one body: short names, a country before or after the name, and states with their
// governments.
#include <algorithm>
#include <map>
#include <utility>

#include "core/actors/name_joins.hpp"
#include "core/actors/name_workshop.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;

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

// Verbs that only somebody can be the subject of.
bool is_act(const Reading& reading, TokenIndex token) {
  if (reading.token(token).rel != Deprel::nsubj) return false;
  const auto verb = reading.token(token).head;
  return verb != kNoToken && reading.token(verb).upos == Upos::VERB;
}

}  // namespace

void NameWorkshop::join_bodies(Sets& sets) {
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
  std::map<std::string, std::uint32_t> by_words;
  for (const auto i : bodies) {
    if (wordings[i].words.size() > 1) by_words.emplace(wordings[i].key, i);
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
  // "the Privacy Office" is the Privacy Office for Records; not "of Tarnfeld", which may be a branch.
  for (const auto i : bodies) {
    const Found& longer = names[wordings[i].first];
    for (auto link = longer.first + 2; link + 1 < longer.last; ++link) {
      const auto word = reading.word(link);
      if (word != "for" && word != "on" && word != "of") continue;
      const auto next = reading.text(reading.span(link + 1, longer.last));
      const bool place = reading.gazetteer.find(fold_into(kFoldStart, next)) != nullptr ||
                         (reading.gazetteer.hints.find(fold_into(kFoldStart, next)) & NameHints::place) != 0;
      const auto begin = by_words.find(folded(reading.text(reading.span(longer.first, link))));
      if (!place && begin != by_words.end() && begin->second != i)
        join(sets, i, begin->second, "the beginning of its name");
      break;
    }
  }
  join_slips_for_persons(sets, bodies);
}

// A state that mostly acts, rather than being where something is, is a government here; then "the Russian
// government" is the same actor. Elsewhere the country is a place, and its government another actor.
void NameWorkshop::join_governments(Sets& sets) {
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

}  // namespace hearsay::actors
