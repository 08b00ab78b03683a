#pragma once

#include <utility>
#include <vector>

#include "core/analysis.hpp"
#include "core/budget.hpp"
#include "core/text/document.hpp"

namespace hearsay::indicators {

// Finds identifiers and indicators of compromise in the bytes of the text, in linear time.
class IndicatorStage {
 public:
  explicit IndicatorStage(const Document& document) : document_(document) {}
  // Works until the budget is spent or the text is read. Returns true when done.
  bool advance(Budget& budget);
  [[nodiscard]] std::vector<Indicator> take() { return std::move(found_); }

 private:
  const Document& document_;
  std::uint32_t position_ = 0;
  std::vector<Indicator> found_;
};

}  // namespace hearsay::indicators
