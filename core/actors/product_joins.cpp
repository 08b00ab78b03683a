// Which names are of one product.
#include <map>

#include "core/actors/name_workshop.hpp"

namespace hearsay::actors {

void NameWorkshop::join_products(Sets& sets) {
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

}  // namespace hearsay::actors
