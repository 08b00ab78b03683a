#pragma once

#include <cstdint>
#include <vector>

#include "core/actors/mentions.hpp"

// Which names are of one real thing. Names that have the same words belong together from the start; sets of
// these wordings are joined for reasons that a reader would give too. In doubt they stay apart.
namespace hearsay::actors {

struct JoinedName {
  std::uint32_t set = 0;             // names with the same number are of one thing
  NameType type = NameType::person;  // of the set
  std::uint32_t listed = kNobody;    // index into the gazetteer's names, of the set's first wording
  const char* why = nullptr;         // why its wording was joined to another one; null: it was not
  bool first_of_wording = false;
  bool governs = false;  // "the Russian government" is meant
};

struct NameJoins {
  std::vector<JoinedName> of_mention;
  std::vector<Note> notes;
  std::vector<std::uint32_t> acting_states;  // entities of countries that mostly act in the text, in order
};

// May correct types where the tagger wavered.
[[nodiscard]] NameJoins join_names(const Reading& reading, std::vector<Found>& names);

// "Russian" tells of the country, but neither names it nor acts for it.
[[nodiscard]] bool is_adjective(const Reading& reading, const Found& name);

}  // namespace hearsay::actors
