#pragma once

#include <string_view>
#include <vector>

#include "core/actors/gazetteer.hpp"
#include "core/input/reader.hpp"
#include "tests/unit/reading.hpp"

// For tests of actors: a text and what the stage makes of it.
namespace hearsay::actors {

// An article and its actors. All names in these tests are invented.
struct Read {
  explicit Read(std::string_view text, std::uint32_t units = 1000000)
      : document(input::read(text, "").value()) {
    NameReader names(testing::knowledge().gazetteer);
    language::LanguageStage language_stage(document, testing::knowledge().model, &names);
    for (Budget budget(units); !language_stage.advance(budget); budget = Budget(units)) {
    }
    language = language_stage.take();
    ActorStage stage(document, language, names, times, indicators, testing::knowledge().gazetteer);
    for (Budget budget(units); !stage.advance(budget); budget = Budget(units)) {
    }
    layer = stage.take();
  }

  [[nodiscard]] const Actor* named(std::string_view name) const {
    for (const Actor& actor : layer.actors) {
      for (const Mention& mention : actor.mentions) {
        if (document.text(mention.span) == name) return &actor;
      }
    }
    return nullptr;
  }

  Document document;
  language::LanguageLayer language;
  std::vector<Time> times;
  std::vector<Indicator> indicators;
  ActorLayer layer;
};

}  // namespace hearsay::actors
