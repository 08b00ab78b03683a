#include "core/time/happenings.hpp"

#include <algorithm>

#include "core/assets/assets.hpp"
#include "core/lexicon/table.hpp"

namespace hearsay::time {

Happenings::Happenings() {
  constexpr std::string_view kAsset = "lexicons/happenings.tsv";
  auto rows = lexicon::parse_table(kAsset, asset(kAsset), 2, 2);
  if (!rows) return;
  for (const auto& row : rows.value()) {
    auto& list = row.cells[1] == "event" ? events_ : row.cells[1] == "issue" ? issues_ : ages_;
    list.push_back(row.cells[0]);
  }
  std::sort(events_.begin(), events_.end());
  std::sort(issues_.begin(), issues_.end());
  std::sort(ages_.begin(), ages_.end());
}

bool Happenings::is_event(std::string_view lemma) const {
  return std::binary_search(events_.begin(), events_.end(), lemma);
}

bool Happenings::is_of_a_day(std::string_view lemma) const {
  return is_event(lemma) || std::binary_search(issues_.begin(), issues_.end(), lemma);
}

bool Happenings::is_age(std::string_view lemma) const {
  return std::binary_search(ages_.begin(), ages_.end(), lemma);
}

}  // namespace hearsay::time
