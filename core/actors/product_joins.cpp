// Which names are of one product.
#include <map>

#include "core/actors/name_workshop.hpp"

namespace hearsay::actors {
namespace {

// "Brell Trojan", "Brell Exploit Kit": the words that only say what it is.
std::size_t plain_words_at_end(const Reading& reading, const Wording& wording, bool& malicious) {
  std::size_t count = 0;
  while (count + 1 < wording.words.size()) {
    const auto& word = wording.words[wording.words.size() - 1 - count];
    const auto* noun = reading.gazetteer.noun(word);
    const bool plain =
        (noun != nullptr && noun->noun_class == NounClass::product) || word == "kit" || word == "store";
    if (!plain) break;
    malicious = malicious || (noun != nullptr && noun->malicious);
    ++count;
  }
  return count;
}

// "Brell Linux" is not the Linux of the lists.
bool made_by_another(const Reading& reading, const Wording& product, const std::string& maker) {
  if (product.listed == kNobody) return false;
  const auto& listed = reading.gazetteer.names[product.listed];
  return listed.name_class == NameClass::product && folded(listed.maker) != maker;
}

}  // namespace

void NameWorkshop::join_products(Sets& sets) {
  const auto products = of_type(NameType::product);
  std::map<std::string, std::uint32_t> by_key;
  for (const auto i : products) by_key.emplace(wordings[i].key, i);
  std::map<std::string, bool> makers;
  for (const auto i : of_type(NameType::organization)) {
    // "Grell", mostly a program here: "Grell Windows" is no Windows by Grell.
    const auto product = by_key.find(wordings[i].key);
    if (product == by_key.end() || wordings[product->second].count < wordings[i].count)
      makers[wordings[i].key] = true;
  }
  for (const auto i : products) {
    const auto& words = wordings[i].words;
    if (words.size() < 2 || makers.find(words.front()) == makers.end()) continue;
    const auto rest = by_key.find(key_of({words.begin() + 1, words.end()}));
    if (rest == by_key.end() || made_by_another(reading, wordings[rest->second], words.front())) continue;
    join(sets, i, rest->second, "the same name with its maker's");
  }
  for (const auto i : products) {
    const auto& words = wordings[i].words;
    bool malicious = false;
    const auto plain = plain_words_at_end(reading, wordings[i], malicious);
    // "Brell Browser" may be one of several things by Brell, "Brell Trojan" is Brell.
    const auto bare = key_of({words.begin(), words.end() - static_cast<std::ptrdiff_t>(plain)});
    if (plain == 0 || makers.find(bare) != makers.end()) continue;
    const auto name = by_key.find(bare);
    if (name != by_key.end()) join(sets, i, name->second, "the same name with the word for what it is");
  }
  join_slips_for_persons(sets, products);
}

// A thing named by one word and a person by the same word alone: the person is a slip where nobody in the
// text has that surname; join_persons has joined the others.
void NameWorkshop::join_slips_for_persons(Sets& sets, const std::vector<std::uint32_t>& things) {
  std::map<std::string, std::uint32_t> by_key;
  for (const auto i : things) by_key.emplace(wordings[i].key, i);
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

}  // namespace hearsay::actors
