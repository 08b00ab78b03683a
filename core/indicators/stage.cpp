#include <utility>

#include "core/indicators/context.hpp"
#include "core/indicators/indicators.hpp"
#include "core/indicators/scanner.hpp"

namespace hearsay::indicators {

IndicatorStage::IndicatorStage(const Document& document)
    : document_(document), scanner_(std::make_unique<Scanner>(document.text())) {}

IndicatorStage::~IndicatorStage() = default;

bool IndicatorStage::advance(Budget& budget) {
  // A token of English is about five bytes with its space; to scan it costs a twentieth of parsing it.
  constexpr std::size_t kBytesPerUnit = 100;
  constexpr std::size_t kStretch = 64 * kBytesPerUnit;
  const auto size = document_.text().size();
  while (scanner_->position() < size && !budget.exhausted()) {
    scanner_->read_to(scanner_->position() + kStretch);
    budget.spend(kStretch / kBytesPerUnit);
  }
  if (scanner_->position() < size) return false;
  add_context(document_, scanner_->found());
  return true;
}

std::vector<Indicator> IndicatorStage::take() {
  return std::move(scanner_->found());
}

}  // namespace hearsay::indicators
