// The wordings by which the text names things: names with the same words, and of one type.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/actors/cast.hpp"
#include "core/actors/kinds.hpp"
#include "core/actors/name_workshop.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using ascii::is_upper;
using language::Deprel;
using language::kNoToken;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "North Korea" is a state, whatever the tagger says.
bool is_only_a_place(const Reading& reading, const Found& name) {
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

}  // namespace

// One word is mostly one thing in one text: where the tagger wavers the majority decides, unless a title or a
// first name tells a person. A body and what it makes may share a name ("Splunk"); nobody is served by two of
// them. What the lists know as a place only stays one.
void NameWorkshop::smooth_types() {
  std::map<std::string, std::array<std::uint32_t, kNameTypes>> counts;
  std::map<std::string, NameType> told;
  std::vector<std::string> keys;
  for (Found& name : names) {
    keys.push_back(folded(reading.text(name.span)));
    if (is_only_a_place(reading, name)) name.type = NameType::place;
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

void NameWorkshop::collect() {
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

}  // namespace hearsay::actors
