#include "core/time/digits.hpp"

#include <array>

#include "core/text/ascii.hpp"
#include "core/time/calendar.hpp"

namespace hearsay::time {
namespace {

using ascii::is_digit;

// Reads a piece of text from the left.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  // A number of `least` to `most` digits, not followed by another digit; -1 if there is none.
  int number(std::size_t least, std::size_t most) {
    std::size_t size = 0;
    int value = 0;
    while (size < rest_.size() && is_digit(rest_[size])) {
      if (size < 9) value = value * 10 + (rest_[size] - '0');
      ++size;
    }
    if (size < least || size > most) return -1;
    digits_ = size;
    rest_.remove_prefix(size);
    return value;
  }
  [[nodiscard]] std::size_t digits() const { return digits_; }

  bool take(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  // One of the characters, or 0.
  char any_of(std::string_view choices) {
    if (rest_.empty() || choices.find(rest_.front()) == std::string_view::npos) return 0;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

 private:
  std::string_view rest_;
  std::size_t digits_ = 0;
};

// Two digits: 70 to 99 are of the last century, as POSIX strptime %y has it (69 there).
int full_year(int value, std::size_t digits) {
  if (digits == 4) return value;
  return value >= 70 ? 1900 + value : 2000 + value;
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

int month_name(Reader& reader) {
  constexpr std::array<std::string_view, 12> kRest = {"uary", "ruary", "ch",     "il",   "",      "e",
                                                      "y",    "ust",   "tember", "ober", "ember", "ember"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (!reader.take(kMonths[i])) continue;
    if (!reader.take(kRest[i]) && i == 8) (void)reader.take("t");
    return static_cast<int>(i) + 1;
  }
  return -1;
}

bool read_zone(Reader& reader, std::string& zone) {
  if (reader.done()) return true;
  if (reader.take("z") || reader.take("utc") || reader.take("gmt")) {
    zone.assign(1, 'Z');
    return true;
  }
  const char sign = reader.any_of("+-");
  if (sign == 0) return false;
  const auto written = reader.rest();
  int hours = -1;
  int minutes = 0;
  if (written.size() == 4 && written.find(':') == std::string_view::npos) {
    const int both = reader.number(4, 4);
    hours = both / 100;
    minutes = both % 100;
  } else {
    hours = reader.number(1, 2);
    if (reader.take(":")) minutes = reader.number(2, 2);
  }
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return false;
  zone.assign(1, sign);
  zone.append(padded(hours, 2)).append(1, ':').append(padded(minutes, 2));
  return true;
}

bool valid_clock(const Digits& out) {
  return out.hour >= 0 && out.hour <= 24 && out.minute <= 59 && out.clock_second <= 60 &&
         (out.hour < 24 || out.minute <= 0);
}

// hh:mm[:ss[.fff]] with what follows left in the reader.
bool read_hours(Reader& reader, Digits& out) {
  out.hour = reader.number(1, 2);
  if (out.hour < 0 || !reader.take(":")) return false;
  out.minute = reader.number(2, 2);
  if (out.minute < 0) return false;
  if (reader.take(":")) {
    out.clock_second = reader.number(2, 2);
    if (out.clock_second < 0) return false;
    if (reader.any_of(".,") != 0 && reader.number(1, 9) < 0) return false;
  }
  return valid_clock(out);
}

bool take_meridiem(Reader& reader, Digits& out) {
  const bool afternoon = reader.take("p.m") || reader.take("pm");
  if (!afternoon && !reader.take("a.m") && !reader.take("am")) return false;
  (void)reader.take(".");
  if (out.hour < 1 || out.hour > 12) return false;
  out.hour = out.hour % 12 + (afternoon ? 12 : 0);
  out.meridiem = true;
  return true;
}

bool read_time_of_date(Reader& reader, Digits& out) {
  if (reader.done()) return true;
  if (!reader.take("t")) return false;
  return read_hours(reader, out) && read_zone(reader, out.zone) && reader.done();
}

bool plausible(int year, int month, int day) {
  return year >= 1000 && year <= 2199 && is_valid({year, month, day});
}

// 20171128T104500Z, the basic form of ISO 8601.
bool compact(std::string_view text, Digits& out) {
  if (text.size() < 13 || text[8] != 't') return false;
  const auto pair = [&](std::size_t at) {
    Reader reader(text.substr(at, 2));
    return reader.number(2, 2);
  };
  if (pair(0) < 10 || pair(2) < 0) return false;
  out.year = pair(0) * 100 + pair(2);
  out.month = pair(4);
  out.day = pair(6);
  out.hour = pair(9);
  out.minute = pair(11);
  std::size_t at = 13;
  if (text.size() >= 15 && is_digit(text[13])) {
    out.clock_second = pair(13);
    at = 15;
  }
  out.order = Digits::Order::year_first;
  Reader rest(text.substr(at));
  return out.minute >= 0 && plausible(out.year, out.month, out.day) && valid_clock(out) &&
         read_zone(rest, out.zone) && rest.done();
}

// 20171128 is refused: eight digits are more often a number.
bool year_first(std::string_view text, Digits& out) {
  Reader reader(text);
  out.year = reader.number(4, 4);
  const char separator = reader.any_of("-/.");
  if (out.year < 1000 || separator == 0) return false;
  out.month = reader.number(1, 2);
  if (out.month < 0) out.month = month_name(reader);
  if (reader.any_of(std::string_view(&separator, 1)) == 0) return false;
  out.day = reader.number(1, 2);
  if (separator == '.' && (reader.digits() != 2 || text[6] == '.')) return false;  // "2020.01.1" is a version
  out.order = Digits::Order::year_first;
  return plausible(out.year, out.month, out.day) && read_time_of_date(reader, out);
}

bool year_last(std::string_view text, Digits& out) {
  Reader reader(text);
  out.first = reader.number(1, 2);
  const char separator = reader.any_of("-/.");
  if (out.first < 1 || separator == 0) return false;
  const std::string_view same(&separator, 1);
  out.second = reader.number(1, 2);
  const bool named = out.second < 0;
  if (named) out.second = month_name(reader);
  if (out.second < 1 || reader.any_of(same) == 0) return false;
  const int year = reader.number(2, 4);
  // Three numbers with dots or hyphens and a short year are versions and part numbers.
  if (year < 0 || reader.digits() == 3 || (reader.digits() == 2 && separator != '/' && !named)) return false;
  out.year = full_year(year, reader.digits());
  out.short_year = reader.digits() == 2;
  if (!reader.done()) return false;
  const bool day_first = plausible(out.year, out.second, out.first);
  const bool month_first = !named && plausible(out.year, out.first, out.second);
  if (!day_first && !month_first) return false;
  if (named || out.first == out.second) {
    out.order = Digits::Order::year_first;  // no evidence: the month has a name, or is the day too
    out.month = out.second;
    out.day = out.first;
    return true;
  }
  out.order = day_first && month_first ? Digits::Order::unknown
              : day_first              ? Digits::Order::day_first
                                       : Digits::Order::month_first;
  // With dots the day stands first wherever dots are used for dates.
  if (separator == '.' && out.order == Digits::Order::unknown) out.order = Digits::Order::day_first;
  if (separator == '.' && out.order == Digits::Order::month_first) return false;
  return true;
}

}  // namespace

std::optional<Number> read_number(std::string_view text) {
  Reader reader(text);
  for (const std::string_view letter : {"fy", "q", "h"}) {
    Reader period(text);
    if (!period.take(letter)) continue;
    const int value = period.number(letter == "fy" ? 2 : 1, letter == "fy" ? 4 : 1);
    const int limit = letter == "q" ? 4 : letter == "h" ? 2 : 9999;
    if (value < 1 || value > limit || !period.done() || period.digits() == 3) return std::nullopt;
    return Number{WordKind::period, letter == "fy" ? full_year(value, period.digits()) : value,
                  static_cast<std::uint8_t>(period.digits()), letter};
  }
  if (text.size() == 2 && text[0] >= '1' && text[0] <= '4' && text[1] == 'q') {  // 3Q
    return Number{WordKind::period, text[0] - '0', 1, "q"};
  }
  std::int32_t value = reader.number(1, 8);
  if (value < 0) return std::nullopt;
  auto digits = static_cast<std::uint8_t>(reader.digits());
  if (reader.done()) return Number{WordKind::number, value, digits, {}};
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (reader.rest() != ending) continue;
    const int last = value % 100 / 10 == 1 ? 0 : value % 10;
    const std::string_view right = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    if (ending != right) return std::nullopt;
    return Number{WordKind::ordinal, value, digits, {}};
  }
  if (reader.rest() == "s" && value % 10 == 0 &&
      (digits == 2 || digits == 3 || (digits == 4 && value >= 1000 && value < 2200))) {
    return Number{WordKind::decade, value / 10, digits, {}};
  }
  if (reader.take("/")) {
    const int divisor = reader.number(1, 1);
    if (!reader.done() || divisor < 2 || value >= divisor || value < 1) return std::nullopt;
    return Number{WordKind::fraction, 60 * value / divisor, 1, {}};
  }
  if (reader.take(".")) {
    const int tenths = reader.number(1, 2);
    if (tenths < 0 || !reader.done()) return std::nullopt;
    return Number{WordKind::number, value, 9, {}};  // 9 digits: never a year or a day
  }
  while (reader.take(",")) {
    const int thousands = reader.number(3, 3);
    if (thousands < 0 || value > 2000000) return std::nullopt;
    value = value * 1000 + thousands;
    digits = 9;
  }
  if (!reader.done()) return std::nullopt;
  return Number{WordKind::number, value, digits, {}};
}

bool read_numeric_date(std::string_view text, Digits& out) {
  out = {};
  if (year_first(text, out)) return true;
  out = {};
  if (compact(text, out)) return true;
  out = {};
  return year_last(text, out);
}

int dotted_clock(std::string_view text) {
  Reader reader(text);
  const int hour = reader.number(1, 2);
  if (hour < 0 || hour > 23 || !reader.take(".")) return -1;
  const int minute = reader.number(2, 2);
  return minute >= 0 && minute < 60 && reader.done() ? hour * 100 + minute : -1;
}

bool read_clock(std::string_view text, Digits& out) {
  out = {};
  Reader dotted(text);
  out.hour = dotted.number(1, 2);
  if (out.hour >= 0 && dotted.take(".")) {
    out.minute = dotted.number(2, 2);
    if (out.minute < 0 || !valid_clock(out)) return false;
    if (dotted.take("hrs") || dotted.take("h")) return dotted.done();
    return take_meridiem(dotted, out) && dotted.done();
  }
  out = {};
  Reader reader(text);
  if (read_hours(reader, out)) {
    if (reader.done() || (take_meridiem(reader, out) && reader.done())) return true;
    // "10:45-11:30" is two times, not a zone.
    return reader.rest().front() != '-' && read_zone(reader, out.zone) && reader.done();
  }
  out = {};
  Reader hours(text);
  out.hour = hours.number(1, 2);
  if (out.hour >= 0) return take_meridiem(hours, out) && hours.done();
  out.hour = hours.number(4, 4);
  if (out.hour < 0) return false;
  out.minute = out.hour % 100;
  out.hour /= 100;
  if (hours.take("hours") || hours.take("hrs") || hours.take("h")) return hours.done() && valid_clock(out);
  return hours.take("z") && hours.done() && valid_clock(out) && (out.zone.assign(1, 'Z'), true);
}

}  // namespace hearsay::time
