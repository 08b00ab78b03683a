#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/actors/actors.hpp"
#include "core/advice/advice.hpp"
#include "core/analysis.hpp"
#include "core/budget.hpp"
#include "core/claims/claims.hpp"
#include "core/language/language.hpp"
#include "core/result.hpp"
#include "core/text/document.hpp"
#include "core/time/time.hpp"

namespace hearsay {

// All that is read from assets once and shared by every analysis. Immutable but for the user's inventory.
struct Knowledge {
  language::Model model;
  time::Grammar grammar;
  actors::Gazetteer gazetteer;
  claims::CueLexicon cues;
  advice::AdviceLexicon advice;

  // Reads everything from assets. An error here is a fault of the build, not of the reader.
  static Result<std::unique_ptr<Knowledge>> load();
};

struct AnalyzeOptions {
  std::string published;  // YYYY-MM-DD given by the user, or empty
};

// Runs the stages over one document, a budget at a time:
//
//   Analyzer analyzer(document, knowledge, options);
//   while (!analyzer.step(Budget(20'000))) { show(analyzer.progress()); }
//   use(analyzer.analysis());
//
// `document` and `knowledge` must outlive the Analyzer and stay in place.
class Analyzer {
 public:
  Analyzer(const Document& document, const Knowledge& knowledge, AnalyzeOptions options);
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Works until the budget is spent. Returns true when the analysis is complete.
  bool step(Budget budget);
  // 0 to 1. An estimate for a progress bar.
  [[nodiscard]] float progress() const;
  // Precondition: step() has returned true. Valid while the Analyzer lives.
  [[nodiscard]] const Analysis& analysis() const;
  [[nodiscard]] const language::LanguageLayer& language() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hearsay
