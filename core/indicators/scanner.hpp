#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/indicators/match.hpp"

namespace hearsay::indicators {

// Walks over the text once and asks the recognisers at every place where a word begins.
class Scanner {
 public:
  explicit Scanner(std::string_view text);

  // Reads on to at least `until` (or the text's end), never stopping within an indicator.
  void read_to(std::size_t until);
  [[nodiscard]] std::size_t position() const { return at_; }
  // What was found so far, in text order, not overlapping.
  [[nodiscard]] std::vector<Indicator>& found() { return found_; }

 private:
  void look_here();
  [[nodiscard]] bool begins_word() const;
  [[nodiscard]] Found match_letter();
  [[nodiscard]] Found match_digit();
  [[nodiscard]] Found match_host_here();
  bool take_ports();
  void take(Match&& match);

  std::string_view text_;
  NameTables names_;
  bool framework_named_ = false;
  std::size_t at_ = 0;
  std::size_t host_read_to_ = 0;
  std::vector<Indicator> found_;
};

}  // namespace hearsay::indicators
