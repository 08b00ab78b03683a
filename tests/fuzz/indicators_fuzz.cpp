// Text -> indicators, at once and in steps.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/indicators/indicators.hpp"
#include "core/input/reader.hpp"
#include "tests/fuzz/checks.hpp"

namespace {

std::vector<hearsay::Indicator> scan(const hearsay::Document& document, std::uint32_t units) {
  hearsay::indicators::IndicatorStage stage(document);
  while (true) {
    hearsay::Budget budget(units);
    if (stage.advance(budget)) return stage.take();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = hearsay::input::read({reinterpret_cast<const char*>(data), size}, "a.txt");
  if (!document.ok()) return 0;
  const auto found = scan(document.value(), 0xFFFFFFFFu);
  std::uint32_t end = 0;
  for (const auto& indicator : found) {
    hearsay::fuzz::check_span(document.value().text(), indicator.span);
    hearsay::fuzz::require(indicator.span.begin >= end, "indicators are in order and do not overlap");
    hearsay::fuzz::require(!indicator.value.empty(), "an indicator has a value");
    end = indicator.span.end;
  }
  hearsay::fuzz::require(scan(document.value(), 1).size() == found.size(), "the budget changes nothing");
  return 0;
}
