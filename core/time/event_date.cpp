#include "core/time/event_date.hpp"

#include <algorithm>
#include <array>

#include "core/text/ascii.hpp"
#include "core/time/calendar.hpp"
#include "core/time/resolve.hpp"
#include "core/time/timex.hpp"

namespace hearsay::time {
namespace {

Precision precision_of(std::string_view value) {
  if (value.substr(0, 4) == "XXXX") return Precision::unknown;
  if (value.substr(0, 3) == "../") return Precision::before;
  if (value.size() > 3 && value.substr(value.size() - 3) == "/..") return Precision::after;
  if (value.find('/') != std::string_view::npos) return Precision::between;
  if (value.substr(0, 2) == "BC") value.remove_prefix(2);
  value = value.substr(0, value.find('T'));
  if (value.size() < 4) return value.size() == 3 ? Precision::decade : Precision::century;
  const auto rest = value.substr(4);
  if (rest.empty()) return Precision::year;
  if (rest.substr(0, 2) == "-Q") return Precision::quarter;
  if (rest.substr(0, 2) == "-H") return Precision::half_year;
  if (rest.substr(0, 2) == "-W" && rest != "-WI") return Precision::week;
  if (rest.size() < 3 || !ascii::is_digit(rest[1])) return Precision::season;
  return rest.size() == 3 ? Precision::month : Precision::day;
}

}  // namespace

EventDate date_of(const TimelineEntry& entry, const Analysis& analysis) {
  EventDate date;
  date.precision = precision_of(entry.value);
  if (!entry.time || entry.time.index() >= analysis.times.size()) return date;
  const auto& time = analysis.times[entry.time.index()];
  date.implied = time.anchor != TimeAnchor::explicit_ || time.type == TimeType::duration;
  date.deadline = std::any_of(analysis.advice.begin(), analysis.advice.end(), [&](const Advice& advice) {
    return advice.deadline && advice.deadline.index() == entry.time.index();
  });
  const auto days = interval_of(entry.value);
  const auto written = parse_date(analysis.published.value);
  date.past = date.deadline && days && written && days->last < *written;
  return date;
}

std::string_view name(Precision precision) {
  static constexpr std::array<std::string_view, 13> kNames = {
      "day",    "week",    "month",  "quarter", "season",  "half-year", "year",
      "decade", "century", "before", "after",   "between", "unknown"};
  const auto index = static_cast<std::size_t>(precision);
  return index < kNames.size() ? kNames[index] : std::string_view();
}

std::string deadline_after_working_days(std::string_view issued, std::string_view duration) {
  const auto start = parse_date(issued);
  if (!start || issued.size() != 10 || duration.size() < 3 || duration.front() != 'P' ||
      duration.back() != 'D')
    return {};
  int count = 0;
  for (const char c : duration.substr(1, duration.size() - 2)) {
    if (!ascii::is_digit(c) || count > 1000) return {};
    count = count * 10 + (c - '0');
  }
  auto date = *start;
  while (count > 0) {
    date = add_days(date, 1);
    if (weekday(date) < 6) --count;
  }
  return format(date);
}

}  // namespace hearsay::time
