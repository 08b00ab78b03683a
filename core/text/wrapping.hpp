#pragma once

#include <cstdint>
#include <vector>

#include "core/text/lines.hpp"

namespace hearsay::text {

// Tells where one line goes on with the sentence or paragraph of the line before it: because a mail program
// or a PDF broke the text at a column ("hard wrapping"), or because a word begins in lower case.
class Wrapping {
 public:
  explicit Wrapping(const std::vector<Line>& lines);
  // Precondition: next < lines.size(), next > 0, and no line between next - 1 and next.
  [[nodiscard]] bool continues(std::size_t next) const;
  // Whether the text is wrapped throughout, or double spaced: then sentences go on across an empty line.
  [[nodiscard]] bool bridges_gaps() const { return bridges_gaps_; }

 private:
  const std::vector<Line>& lines_;
  std::vector<std::uint32_t> width_;  // per line: the column at which its surroundings wrap, 0: they do not
  bool bridges_gaps_ = false;
};

}  // namespace hearsay::text
