#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/budget.hpp"
#include "core/language/language.hpp"
#include "core/result.hpp"
#include "core/text/document.hpp"

namespace hearsay::time {

// The rules and word lists of time expressions, read once from assets.
class Grammar {
 public:
  static Result<Grammar> load();
  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  ~Grammar();
  struct Impl;  // core/time/grammar.hpp
  [[nodiscard]] const Impl& rules() const { return *impl_; }

 private:
  friend class TimeStage;
  explicit Grammar(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct TimeLayer {
  std::vector<Time> times;
  Published published;
  std::vector<Note> notes;  // how the publication date was inferred; which order of day and month was taken
};

// Finds and resolves time expressions, and the document's own date. `given` is the date the user gave
// (YYYY-MM-DD, already checked) or empty. Spans that `indicators` cover (CVE ids, versions, paths) are no
// dates.
class TimeStage {
 public:
  TimeStage(const Document& document, const language::LanguageLayer& language,
            const std::vector<Indicator>& indicators, const Grammar& grammar, std::string_view given);
  ~TimeStage();
  TimeStage(const TimeStage&) = delete;
  TimeStage& operator=(const TimeStage&) = delete;
  bool advance(Budget& budget);
  [[nodiscard]] TimeLayer take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Whether `date` is a calendar date as YYYY-MM-DD.
[[nodiscard]] bool is_date(std::string_view date);

// The last day of a time limit: `duration` ("P30D") counted from the day `issued` (YYYY-MM-DD). Empty where
// either says less than that.
[[nodiscard]] std::string deadline_after(std::string_view issued, std::string_view duration);

// The timeline, made when claims and advice are known: one entry per event that a resolved
// time dates, in time order, and one per deadline. Values are TIMEX3 values or EDTF intervals of them
// ("2017-05/2017-07", "2015/..", "../2016-01-31").
[[nodiscard]] std::vector<TimelineEntry> timeline(const Document& document,
                                                  const language::LanguageLayer& language,
                                                  const Analysis& analysis);

}  // namespace hearsay::time
