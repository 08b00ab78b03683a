#include "core/time/timex.hpp"

#include "core/text/ascii.hpp"
#include "core/time/calendar.hpp"

namespace hearsay::time {
namespace {

std::string two_digits(int value) {
  return padded(value, 2);
}

bool known(int field) {
  return field != kNone;
}

std::string unit_letter(Unit unit) {
  switch (unit) {
    case Unit::second:
      return "S";
    case Unit::minute:
      return "M";
    case Unit::hour:
      return "H";
    case Unit::day:
      return "D";
    case Unit::weekend:
      return "WE";
    case Unit::week:
      return "W";
    case Unit::month:
      return "M";
    case Unit::quarter:
      return "Q";
    case Unit::decade:
      return "DE";
    case Unit::century:
      return "CE";
    case Unit::millennium:
      return "ML";
    default:
      return "Y";
  }
}

bool is_clock_unit(Unit unit) {
  return unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
}

// One amount as its part of a duration; a half becomes the smaller unit where there is a usual one.
std::string amount_text(Amount amount) {
  if (amount.unit == Unit::decade) {
    amount.unit = Unit::year;
    if (amount.count != kNone) amount.count = amount.count * 10 + amount.sixtieths / 6;
    amount.sixtieths = 0;
  }
  if (amount.count == kNone) return "X" + unit_letter(amount.unit);
  std::string text;
  if (amount.sixtieths == 0) return std::to_string(amount.count) + unit_letter(amount.unit);
  if (amount.count > 0) text = std::to_string(amount.count) + unit_letter(amount.unit);
  switch (amount.unit) {
    case Unit::year:
      return text + std::to_string(amount.sixtieths / 5) + "M";
    case Unit::hour:
      return text + std::to_string(amount.sixtieths) + "M";
    case Unit::minute:
      return text + std::to_string(amount.sixtieths) + "S";
    default:
      return std::to_string(amount.count) + "." + std::to_string(amount.sixtieths / 6) +
             unit_letter(amount.unit);
  }
}

}  // namespace

std::string duration_text(const Meaning& meaning) {
  if (meaning.amount_count == 0) return "PXX";
  std::string days;
  std::string clock;
  for (int i = 0; i < meaning.amount_count; ++i) {
    const auto& amount = meaning.amounts[static_cast<std::size_t>(i)];
    if (amount.unit == Unit::none) return "PXX";
    (is_clock_unit(amount.unit) ? clock : days) += amount_text(amount);
  }
  return "P" + days + (clock.empty() ? "" : "T" + clock);
}

std::string set_text(const Meaning& meaning) {
  if (known(meaning.weekday)) {
    return "XXXX-WXX-" + std::to_string(meaning.weekday) +
           (meaning.part.empty() ? "" : "T" + std::string(meaning.part));
  }
  if (known(meaning.month)) return "XXXX-" + two_digits(meaning.month);
  if (known(meaning.season))
    return "XXXX-" + std::string(kSeasonNames[static_cast<std::size_t>(meaning.season)]);
  if (meaning.amount_count > 0) return duration_text(meaning);
  if (!meaning.part.empty()) return "XXXX-XX-XXT" + std::string(meaning.part);
  return "P1Y";
}

std::optional<Interval> interval_of(std::string_view value) {
  bool before_christ = false;
  if (value.substr(0, 2) == "BC") {
    before_christ = true;
    value.remove_prefix(2);
  }
  value = value.substr(0, value.find('T'));
  if (value.empty()) return std::nullopt;
  std::size_t size = 0;
  int number = 0;
  while (size < value.size() && ascii::is_digit(value[size]) && size < 5) {
    number = number * 10 + (value[size++] - '0');
  }
  if (size < 2 || size > 4) return std::nullopt;
  const auto rest = value.substr(size);
  if (size < 4) {
    if (!rest.empty() || before_christ) return std::nullopt;
    const int years = size == 3 ? 10 : 100;
    return Interval{{number * years, 1, 1}, {number * years + years - 1, 12, 31}};
  }
  const int year = before_christ ? 1 - number : number;
  const auto digit = [&](std::size_t at) {
    return at < rest.size() && ascii::is_digit(rest[at]) ? rest[at] - '0' : -1;
  };
  const auto months = [&](int first, int count) {
    const auto end = add_months({year, first, 1}, count);
    return Interval{{year, first, 1}, add_days(end, -1)};
  };
  if (rest.empty()) return months(1, 12);
  if (rest.substr(0, 2) == "-Q" && digit(2) >= 1) return months(digit(2) * 3 - 2, 3);
  if (rest.substr(0, 2) == "-H" && digit(2) >= 1) return months(digit(2) * 6 - 5, 6);
  if (rest == "-SP") return months(3, 3);
  if (rest == "-SU") return months(6, 3);
  if (rest == "-FA") return months(9, 3);
  if (rest == "-WI") return Interval{{year - 1, 12, 1}, add_days({year, 3, 1}, -1)};
  if (rest.substr(0, 2) == "-W" && digit(2) >= 0 && digit(3) >= 0) {
    const auto monday = monday_of({year, digit(2) * 10 + digit(3)});
    return Interval{rest.substr(4) == "-WE" ? add_days(monday, 5) : monday, add_days(monday, 6)};
  }
  if (digit(1) < 0 || digit(2) < 0) return std::nullopt;
  const int month = digit(1) * 10 + digit(2);
  if (month < 1 || month > 12) return std::nullopt;
  if (rest.size() == 3) return months(month, 1);
  if (digit(4) < 0 || digit(5) < 0) return std::nullopt;
  const Date day{year, month, digit(4) * 10 + digit(5)};
  if (!is_valid(day)) return std::nullopt;
  return Interval{day, day};
}

}  // namespace hearsay::time
