#include "ui/model/dates.hpp"

#include <array>

#include "core/text/ascii.hpp"

namespace hearsay::ui {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

using ascii::is_digit;

// `count` digits from the front, or nothing.
std::optional<std::int32_t> number(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  std::int32_t value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  const CivilDate next = month == 12 ? CivilDate{year + 1, 1, 1} : CivilDate{year, month + 1, 1};
  return days_from_civil(next) - days_from_civil({year, month, 1});
}

// A date value taken apart.
struct Parts {
  enum class Kind { day, month, year, quarter, half, season, week, decade, century };
  Kind kind = Kind::year;
  std::int32_t year = 0;
  std::int32_t part = 0;  // month, quarter, half, week; season: 0 spring .. 3 winter
  std::int32_t day = 0;
  std::string_view time;  // "17:00", or empty
};

std::optional<std::int32_t> season_of(std::string_view code) {
  if (code == "SP") return 0;
  if (code == "SU") return 1;
  if (code == "FA") return 2;
  if (code == "WI") return 3;
  return std::nullopt;
}

std::optional<Parts> take_apart(std::string_view value) {
  Parts parts;
  if (value.substr(0, 2) == "FY") value.remove_prefix(2);
  const auto year = number(value, 0, 4);
  if (!year) {
    if (value.size() == 3) {
      if (const auto decade = number(value, 0, 3)) return Parts{Parts::Kind::decade, *decade * 10, 0, 0, {}};
    }
    if (value.size() == 2) {
      if (const auto century = number(value, 0, 2))
        return Parts{Parts::Kind::century, *century * 100, 0, 0, {}};
    }
    return std::nullopt;
  }
  parts.year = *year;
  if (value.size() == 4) return parts;
  if (value[4] != '-') return std::nullopt;
  const std::string_view rest = value.substr(5);
  if (rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'H')) {
    const auto part = number(rest, 1, 1);
    const std::int32_t most = rest[0] == 'Q' ? 4 : 2;
    if (!part || *part < 1 || *part > most) return std::nullopt;
    parts.kind = rest[0] == 'Q' ? Parts::Kind::quarter : Parts::Kind::half;
    parts.part = *part;
    return parts;
  }
  if (const auto season = season_of(rest)) {
    parts.kind = Parts::Kind::season;
    parts.part = *season;
    return parts;
  }
  if (!rest.empty() && rest[0] == 'W') {
    const auto week = number(rest, 1, 2);
    if (!week || *week < 1 || *week > 53) return std::nullopt;
    parts.kind = Parts::Kind::week;
    parts.part = *week;
    return parts;
  }
  const auto month = number(rest, 0, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  parts.kind = Parts::Kind::month;
  parts.part = *month;
  if (rest.size() == 2) return parts;
  const auto day = rest[2] == '-' ? number(rest, 3, 2) : std::nullopt;
  if (!day || *day < 1 || *day > days_in_month(parts.year, parts.part)) return std::nullopt;
  parts.kind = Parts::Kind::day;
  parts.day = *day;
  if (rest.size() >= 11 && rest[5] == 'T' && number(rest, 6, 2) && rest[8] == ':')
    parts.time = rest.substr(6, 5);
  return parts;
}

// Monday of ISO week 1 is the Monday on or before 4 January.
std::int32_t first_day_of_week(std::int32_t year, std::int32_t week) {
  const std::int32_t fourth = days_from_civil({year, 1, 4});
  const std::int32_t weekday = ((fourth + 3) % 7 + 7) % 7;  // 0 is Monday; 1 Jan 1970 was a Thursday
  return fourth - weekday + (week - 1) * 7;
}

DayRange months(std::int32_t year, std::int32_t first, std::int32_t count) {
  const std::int32_t past = first - 1 + count;
  const CivilDate end{year + past / 12, past % 12 + 1, 1};
  return {days_from_civil({year, first, 1}), days_from_civil(end) - 1, false, false, true};
}

DayRange range_of(const Parts& parts) {
  switch (parts.kind) {
    case Parts::Kind::day: {
      const std::int32_t day = days_from_civil({parts.year, parts.part, parts.day});
      return {day, day, false, false, false};
    }
    case Parts::Kind::month:
      return months(parts.year, parts.part, 1);
    case Parts::Kind::year:
      return months(parts.year, 1, 12);
    case Parts::Kind::quarter:
      return months(parts.year, parts.part * 3 - 2, 3);
    case Parts::Kind::half:
      return months(parts.year, parts.part * 6 - 5, 6);
    case Parts::Kind::season:  // meteorological, northern
      return months(parts.year, 3 + parts.part * 3, 3);
    case Parts::Kind::week: {
      const std::int32_t monday = first_day_of_week(parts.year, parts.part);
      return {monday, monday + 6, false, false, true};
    }
    case Parts::Kind::decade:
      return months(parts.year, 1, 120);
    case Parts::Kind::century:
      return months(parts.year, 1, 1200);
  }
  return {};
}

std::string day_text(std::int32_t day) {
  return std::to_string(day);
}
std::string month_text(std::int32_t month) {
  return std::string(kMonths[static_cast<std::size_t>(month - 1)]);
}

std::string text_of(const Parts& parts) {
  static constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn", "winter"};
  const std::string year = std::to_string(parts.year);
  switch (parts.kind) {
    case Parts::Kind::day: {
      std::string text = day_text(parts.day) + " " + month_text(parts.part) + " " + year;
      if (!parts.time.empty()) text += ", " + std::string(parts.time);
      return text;
    }
    case Parts::Kind::month:
      return month_text(parts.part) + " " + year;
    case Parts::Kind::year:
      return year;
    case Parts::Kind::quarter:
      return std::string("Q").append(std::to_string(parts.part)).append(" ").append(year);
    case Parts::Kind::half:
      return (parts.part == 1 ? "first half of " : "second half of ") + year;
    case Parts::Kind::season:
      return std::string(kSeasons[static_cast<std::size_t>(parts.part)]) + " " + year;
    case Parts::Kind::week: {
      const CivilDate monday = civil_from_days(first_day_of_week(parts.year, parts.part));
      return "week of " + day_text(monday.day) + " " + month_text(monday.month) + " " +
             std::to_string(monday.year);
    }
    case Parts::Kind::decade:
      return year + "s";
    case Parts::Kind::century:
      return std::to_string(parts.year / 100 + 1) + "th century";
  }
  return year;
}

std::string interval_text(std::string_view from, std::string_view to) {
  if (from.empty() || from == "..") return "until " + reader_date(to);
  if (to.empty() || to == "..") return "from " + reader_date(from);
  const auto a = take_apart(from);
  const auto b = take_apart(to);
  if (from == to) return reader_date(from);
  if (a && b && a->kind == Parts::Kind::day && b->kind == Parts::Kind::day && a->year == b->year) {
    const std::string end = day_text(b->day) + " " + month_text(b->part) + " " + std::to_string(b->year);
    if (a->part == b->part) return day_text(a->day) + "–" + end;
    return day_text(a->day) + " " + month_text(a->part) + " – " + end;
  }
  return reader_date(from) + " – " + reader_date(to);
}

std::string_view unit_of(char code, bool clock) {
  switch (code) {
    case 'Y':
      return "year";
    case 'M':
      return clock ? "minute" : "month";
    case 'W':
      return "week";
    case 'D':
      return "day";
    case 'H':
      return "hour";
    case 'S':
      return "second";
    default:
      return {};
  }
}

// "P2W" -> "2 weeks", "PT36H" -> "36 hours", "PXD" -> "some days"; nothing if it is not a duration.
std::optional<std::string> duration_text(std::string_view value) {
  if (value.size() < 3 || value[0] != 'P') return std::nullopt;
  std::string text;
  bool clock = false;
  std::size_t i = 1;
  while (i < value.size()) {
    if (value[i] == 'T') {
      clock = true;
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < value.size() && (is_digit(value[i]) || value[i] == '.' || value[i] == 'X')) ++i;
    if (i == begin || i == value.size()) return std::nullopt;
    const std::string_view amount = value.substr(begin, i - begin);
    const std::string_view unit = unit_of(value[i], clock);
    if (unit.empty()) return std::nullopt;
    ++i;
    if (!text.empty()) text += ' ';
    text += amount == "X" ? std::string("some") : std::string(amount);
    text += ' ';
    text += unit;
    if (amount != "1") text += 's';
  }
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).
std::int32_t days_from_civil(CivilDate date) {
  const std::int32_t y = date.month <= 2 ? date.year - 1 : date.year;
  const std::int32_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int32_t year_of_era = y - era * 400;
  const std::int32_t shifted = date.month > 2 ? date.month - 3 : date.month + 9;
  const std::int32_t day_of_year = (153 * shifted + 2) / 5 + date.day - 1;
  const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(std::int32_t days) {
  days += 719468;
  const std::int32_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int32_t day_of_era = days - era * 146097;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t shifted = (5 * day_of_year + 2) / 153;
  const std::int32_t day = day_of_year - (153 * shifted + 2) / 5 + 1;
  const std::int32_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::optional<DayRange> days_of(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) {
    const auto parts = take_apart(value);
    if (!parts) return std::nullopt;
    return range_of(*parts);
  }
  const std::string_view from = value.substr(0, slash);
  const std::string_view to = value.substr(slash + 1);
  const auto a = take_apart(from);
  const auto b = take_apart(to);
  if (!a && !b) return std::nullopt;
  if ((!a && !from.empty() && from != "..") || (!b && !to.empty() && to != "..")) return std::nullopt;
  if (!a) {
    const DayRange end = range_of(*b);
    return DayRange{end.first, end.last, true, false, end.uncertain};
  }
  if (!b) {
    const DayRange begin = range_of(*a);
    return DayRange{begin.first, begin.last, false, true, begin.uncertain};
  }
  const DayRange range{range_of(*a).first, range_of(*b).last, false, false, from != to};
  if (range.last < range.first) return std::nullopt;
  return range;
}

std::string reader_date(std::string_view value) {
  if (value == "PAST_REF") return "in the past";
  if (value == "PRESENT_REF") return "now";
  if (value == "FUTURE_REF") return "in the future";
  const std::size_t slash = value.find('/');
  if (slash != std::string_view::npos) return interval_text(value.substr(0, slash), value.substr(slash + 1));
  if (const auto parts = take_apart(value)) return text_of(*parts);
  if (const auto duration = duration_text(value)) return *duration;
  if (value.substr(0, 5) == "XXXX-" && value.size() >= 7) {
    const auto month = number(value, 5, 2);
    const auto day = value.size() >= 10 ? number(value, 8, 2) : std::nullopt;
    if (month && *month >= 1 && *month <= 12) {
      const std::string name = month_text(*month) + ", year not known";
      return day ? day_text(*day) + " " + name : name;
    }
  }
  if (value.substr(0, 4) == "XXXX") return "date not known";
  return std::string(value);
}

std::string month_label(CivilDate date) {
  return month_text(date.month) + " " + std::to_string(date.year);
}

}  // namespace hearsay::ui
