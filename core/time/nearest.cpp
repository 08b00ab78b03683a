#include "core/time/nearest.hpp"

#include <algorithm>
#include <cstdlib>

namespace hearsay::time {
namespace {

constexpr int kFarthestYear = 5;          // a date without its year is hardly farther away
constexpr std::int64_t kFar = 5000;       // days; for what lies on the wrong side of "last" or "next"
constexpr std::int64_t kMonthSide = 300;  // what the tense is worth, in days of distance: more of a month
constexpr std::int64_t kDaySide = 100;    // than of a day ("was to expire on Nov. 6")

bool known(int field) {
  return field != kNone;
}

Date in_year(const Meaning& meaning, int year, const std::vector<Holiday>& holidays) {
  if (known(meaning.holiday)) return day_of(holidays[static_cast<std::size_t>(meaning.holiday)], year);
  const int day = known(meaning.day) ? meaning.day : 1;
  return {year, meaning.month, std::min(day, days_in_month(year, meaning.month))};
}

// How far a candidate is from where it is expected; -1 if it cannot be.
std::int64_t cost_of(const Expression& expression, Date candidate, Date from) {
  const auto& meaning = expression.meaning;
  if (known(meaning.weekday) && known(meaning.day) && weekday(candidate) != meaning.weekday) return -1;
  const bool month_only = !known(meaning.day) && !known(meaning.holiday);
  const auto end = month_only ? add_months(candidate, 1) : add_days(candidate, 1);
  const std::int64_t distance = to_days(candidate) - to_days(from);
  const bool has_begun = distance <= 0;
  const bool has_ended = to_days(end) <= to_days(from);
  if (meaning.direction == Direction::past)
    return month_only ? (has_ended ? -distance : kFar) : has_begun ? -distance : kFar;
  if (meaning.direction == Direction::future) return has_begun ? kFar : distance;
  if (meaning.base == Base::document) return candidate.year == from.year ? 0 : std::abs(distance);
  // "the year ended Jan. 31" has ended, "since March" has begun.
  if (expression.before == "ended" || expression.before == "since") return has_begun ? -distance : kFar;
  const std::int64_t side = month_only ? kMonthSide : kDaySide;
  const auto direction = direction_of(expression);
  if (direction == Direction::past) return std::abs(distance) + (has_begun ? 0 : side);
  if (direction == Direction::future) return std::abs(distance) + (has_ended ? side : 0);
  if (expression.tense == Tense::planned) return std::abs(distance) + (has_ended ? side / 2 : 0);
  return std::abs(distance) + (has_begun ? 0 : side / 2);
}

}  // namespace

Direction direction_of(const Expression& expression) {
  if (expression.meaning.direction != Direction::open) return expression.meaning.direction;
  constexpr std::string_view kLimits[] = {"by",        "until",   "till", "through", "before",
                                          "effective", "payable", "due",  "than"};  // "no later than"
  const auto before = std::string_view(expression.before);
  // "by March they had left", "sales through August": the limit may be past.
  const bool is_over =
      expression.tense == Tense::past && (before == "by" || before == "through" || before == "before");
  if (!is_over && !expression.of_thing &&
      std::find(std::begin(kLimits), std::end(kLimits), before) != std::end(kLimits))
    return Direction::future;
  if (before == "ended" || before == "since") return Direction::past;
  if (expression.tense == Tense::future) return Direction::future;
  if (expression.tense == Tense::past) return Direction::past;
  return Direction::open;
}

int nearest_year(const Expression& expression, Date from, const std::vector<Holiday>& holidays) {
  int best = from.year;
  std::int64_t best_cost = -1;
  for (int year = from.year - kFarthestYear; year <= from.year + kFarthestYear; ++year) {
    const auto cost = cost_of(expression, in_year(expression.meaning, year, holidays), from);
    if (cost >= 0 && (best_cost < 0 || cost < best_cost)) {
      best = year;
      best_cost = cost;
    }
  }
  return best;
}

}  // namespace hearsay::time
