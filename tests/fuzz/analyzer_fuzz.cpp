// Bytes -> the whole analysis -> every export.
#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/analyzer.hpp"
#include "core/input/reader.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<hearsay::Knowledge> knowledge = [] {
    auto loaded = hearsay::Knowledge::load();
    hearsay::fuzz::require(loaded.ok(), "the program's own assets can be read");
    return std::move(loaded).value();
  }();
  const auto document = hearsay::input::read({reinterpret_cast<const char*>(data), size}, "");
  if (!document.ok()) return 0;
  hearsay::Analyzer analyzer(document.value(), *knowledge, {});
  constexpr int kMostSteps = 1'000'000;
  int steps = 0;
  while (!analyzer.step(hearsay::Budget(500)))
    hearsay::fuzz::require(++steps < kMostSteps, "an analysis ends");
  const auto text = document.value().text();
  for (const auto& actor : analyzer.analysis().actors) hearsay::fuzz::check_span(text, actor.name);
  for (const auto& claim : analyzer.analysis().claims) {
    for (const auto span : claim.content) hearsay::fuzz::check_span(text, span);
  }
  for (const auto& time : analyzer.analysis().times) hearsay::fuzz::check_span(text, time.span);
  return 0;
}
