#pragma once

#include <memory>
#include <vector>

#include "core/analysis.hpp"
#include "core/budget.hpp"
#include "core/text/document.hpp"

namespace hearsay::indicators {

class Scanner;

// Finds identifiers and indicators of compromise in the bytes of the text, in linear time. `document` must
// outlive the stage.
class IndicatorStage {
 public:
  explicit IndicatorStage(const Document& document);
  ~IndicatorStage();
  IndicatorStage(const IndicatorStage&) = delete;
  IndicatorStage& operator=(const IndicatorStage&) = delete;

  // Works until the budget is spent or the text is read. Returns true when done.
  bool advance(Budget& budget);
  // Precondition: advance() has returned true. In text order, not overlapping. Leaves the stage empty.
  [[nodiscard]] std::vector<Indicator> take();

 private:
  const Document& document_;
  std::unique_ptr<Scanner> scanner_;
};

}  // namespace hearsay::indicators
