#pragma once

// What the units share that read whole texts.

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/analyzer.hpp"
#include "core/input/reader.hpp"

namespace hearsay::testing {

// The models and lexicons of this build, read once for all units.
inline const Knowledge& knowledge() {
  static const auto kLoaded = Knowledge::load();
  REQUIRE_MESSAGE(kLoaded.ok(), "the assets of this build cannot be read");
  return *kLoaded.value();
}

// A text and all that the stages make of it.
struct Reading {
  std::unique_ptr<Document> document;
  Analysis analysis;
  language::LanguageLayer language;

  // The words of the spans, with an ellipsis between them.
  [[nodiscard]] std::string words(const std::vector<Span>& spans) const {
    std::string text;
    for (const auto span : spans) {
      text += (text.empty() ? "" : " … ") + std::string(document->text(span));
    }
    return text;
  }
};

// Reads and analyses a text, `units` of work at a time.
inline Reading read(std::string_view text, std::string_view name = "text.txt", std::uint32_t units = 100000) {
  auto input = input::read(text, name);
  REQUIRE(input.ok());
  Reading reading{std::make_unique<Document>(std::move(input).value()), {}, {}};
  Analyzer analyzer(*reading.document, knowledge(), {});
  while (!analyzer.step(Budget(units))) {
  }
  reading.analysis = analyzer.analysis();
  reading.language = analyzer.language();
  return reading;
}

}  // namespace hearsay::testing
