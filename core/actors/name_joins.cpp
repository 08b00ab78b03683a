#include "core/actors/name_joins.hpp"

#include <map>
#include <utility>

#include "core/actors/name_workshop.hpp"

namespace hearsay::actors {

std::string key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const auto& word : words) key += word;
  return key;
}

void NameWorkshop::join(Sets& sets, std::uint32_t a, std::uint32_t b, const char* why) {
  if (sets.find(a) == sets.find(b)) return;
  sets.join(a, b);
  const auto later = wordings[a].first > wordings[b].first ? a : b;
  if (wordings[later].joined_by == nullptr) wordings[later].joined_by = why;
}

std::vector<std::uint32_t> NameWorkshop::of_type(NameType type) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < wordings.size(); ++i) {
    if (wordings[i].type == type) found.push_back(i);
  }
  return found;
}

void NameWorkshop::join_entities(Sets& sets) {
  std::map<std::pair<NameType, std::uint32_t>, std::uint32_t> by_entity;
  for (std::uint32_t i = 0; i < wordings.size(); ++i) {
    if (wordings[i].entity == kNobody) continue;
    const auto [place, is_new] = by_entity.emplace(std::pair(wordings[i].type, wordings[i].entity), i);
    if (!is_new) join(sets, place->second, i, "another known name of the same");
  }
}

bool is_adjective(const Reading& reading, const Found& name) {
  return name.listed != kNobody && reading.gazetteer.names[name.listed].name_class == NameClass::demonym;
}

NameJoins join_names(const Reading& reading, std::vector<Found>& names) {
  NameWorkshop workshop{reading, names, {}, {}, {}, {}};
  workshop.settle_short_forms();
  workshop.smooth_types();
  workshop.collect();
  Sets sets(workshop.wordings.size());
  workshop.join_entities(sets);
  workshop.join_persons(sets);
  workshop.join_acronyms(sets);
  workshop.join_bodies(sets);
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
