#pragma once

#include <string_view>
#include <vector>

// Nouns that a day goes with: what happens ("the May 2017 attack"), what comes out ("today's report"); and
// nouns that name an age ("today's world").
namespace hearsay::time {

class Happenings {
 public:
  // Reads assets/lexicons/happenings.tsv.
  Happenings();
  [[nodiscard]] bool is_event(std::string_view lemma) const;
  [[nodiscard]] bool is_of_a_day(std::string_view lemma) const;  // an event, or what comes out: "report"
  [[nodiscard]] bool is_age(std::string_view lemma) const;

 private:
  std::vector<std::string_view> events_;  // sorted, into the asset
  std::vector<std::string_view> issues_;
  std::vector<std::string_view> ages_;
};

}  // namespace hearsay::time
