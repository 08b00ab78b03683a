#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "core/actors/mentions.hpp"

// How names are joined (name_joins.hpp), shared by the files that give the reasons. For them only.
namespace hearsay::actors {

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

// A join of wordings, by what kind of thing they name. Called in the order in which they stand here.
struct NameWorkshop {
  const Reading& reading;
  std::vector<Found>& names;
  std::vector<Wording> wordings;
  std::vector<std::uint32_t> wording_of;  // per mention
  std::vector<Note> notes;
  std::vector<std::uint32_t> acting_states;  // entities, in order

  // name_wordings.cpp
  void smooth_types();
  void collect();

  void join_entities(Sets& sets);  // name_joins.cpp
  void join_persons(Sets& sets);   // person_joins.cpp
  // acronym_joins.cpp: short forms that the text defines are bodies, wherever they stand
  void settle_short_forms();
  void join_acronyms(Sets& sets);
  [[nodiscard]] bool is_defined_by(std::uint32_t name, std::uint32_t short_form) const;

  // body_joins.cpp
  void join_bodies(Sets& sets);
  void join_governments(Sets& sets);

  // product_joins.cpp
  void join_products(Sets& sets);
  void join_slips_for_persons(Sets& sets, const std::vector<std::uint32_t>& things);

  // `why` is kept for the wording that comes later in the text.
  void join(Sets& sets, std::uint32_t a, std::uint32_t b, const char* why);
  [[nodiscard]] std::vector<std::uint32_t> of_type(NameType type) const;
};

// The words of a name run together, folded.
[[nodiscard]] std::string key_of(const std::vector<std::string>& words);

}  // namespace hearsay::actors
