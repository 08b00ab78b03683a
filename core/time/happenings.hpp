#pragma once

#include <string_view>
#include <vector>

// Nouns that say that something happens ("the May 2017 attack"), and nouns that name an age ("today's
// world").
namespace hearsay::time {

class Happenings {
 public:
  // Reads assets/lexicons/happenings.tsv. A row that is neither is passed over: tests check the file.
  Happenings();
  [[nodiscard]] bool is_event(std::string_view lemma) const;
  [[nodiscard]] bool is_age(std::string_view lemma) const;

 private:
  std::vector<std::string_view> events_;  // sorted, into the asset
  std::vector<std::string_view> ages_;
};

}  // namespace hearsay::time
