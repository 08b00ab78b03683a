#include "core/time/meaning.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"
#include "core/time/calendar.hpp"
#include "core/time/grammar.hpp"

namespace hearsay::time {
namespace {

// Fields that `from` has and `into` lacks go over.
void merge(Meaning& into, const Meaning& from) {
  const auto take = [](int& field, int value) {
    if (field == kNone) field = value;
  };
  take(into.year, from.year);
  take(into.month, from.month);
  take(into.day, from.day);
  take(into.weekday, from.weekday);
  take(into.quarter, from.quarter);
  take(into.half, from.half);
  take(into.season, from.season);
  take(into.decade, from.decade);
  take(into.century, from.century);
  take(into.hour, from.hour);
  take(into.minute, from.minute);
  take(into.clock_second, from.clock_second);
  take(into.holiday, from.holiday);
  take(into.numeric_date, from.numeric_date);
  if (into.part.empty()) into.part = from.part;
  if (into.zone.empty()) into.zone = from.zone;
  into.two_digit_decade = into.two_digit_decade || from.two_digit_decade;
  into.before_christ = into.before_christ || from.before_christ;
  into.weekend = into.weekend || from.weekend;
  into.fiscal = into.fiscal || from.fiscal;
  into.latest = into.latest || from.latest;
  into.comparison = into.comparison || from.comparison;
  into.as_week = into.as_week || from.as_week;
  into.approximate = into.approximate || from.approximate;
  if (into.base == Base::open && from.base != Base::open) {
    into.base = from.base;
    into.shift_unit = from.shift_unit;
    into.shift = from.shift;
    into.shift_unknown = from.shift_unknown;
    into.counted = from.counted;
  }
  if (into.direction == Direction::open) into.direction = from.direction;
  if (into.portion == Portion::none) into.portion = from.portion;
  if (into.amount_count == 0) {
    into.amounts = from.amounts;
    into.amount_count = from.amount_count;
  }
  if (into.reference.empty()) into.reference = from.reference;
}

bool known(int field) {
  return field != kNone;
}

Unit unit_of(std::int32_t value) {
  return static_cast<Unit>(value % 100);
}

int part_field(std::string_view text) {
  int value = 0;
  const bool negative = !text.empty() && text.front() == '-';
  for (const char c : text) {
    if (ascii::is_digit(c)) value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

constexpr std::array<std::string_view, 15> kUnits = {"second", "minute", "hour",    "day",        "weekend",
                                                     "week",   "month",  "quarter", "half",       "season",
                                                     "year",   "decade", "century", "millennium", "none"};

class Builder {
 public:
  Builder(const Grammar::Impl& grammar, const Words& words, const std::vector<Caught>& caught, Meaning& out)
      : grammar_(grammar), words_(words), caught_(caught), out_(out) {}

  bool build(const Rule& rule) {
    for (const auto& one : caught_) catch_one(one);
    finish_amounts();
    turn();
    for (const auto action : rule.actions) {
      if (!act(action)) return false;
    }
    return fits();
  }

 private:
  void catch_one(const Caught& one) {
    if (one.meaning != nullptr) {
      if (known(out_.day) && known(one.meaning->day)) {  // "3 to 7 May"
        out_.range_first_day = out_.day;
        out_.day = kNone;
      }
      wrong_ = wrong_ || (known(out_.hour) && known(one.meaning->hour));
      return merge(out_, *one.meaning);
    }
    switch (one.cls) {
      case Class::NUM:
        first_number_ = first_number_ == kNone ? one.value : first_number_;
        number_ = one.value;
        last_number_ = one.value;
        break;
      case Class::VAGUE:
      case Class::SOME:
        vague_ = true;
        break;
      case Class::FRACTION:
        sixtieths_ = one.value;
        break;
      case Class::ORDINAL:
      case Class::NTH:
        ordinal_ = one.value;
        break;
      case Class::DAY:
        if (out_.day != kNone) out_.range_first_day = out_.day;
        out_.day = one.value;
        break;
      case Class::HOUR:
        out_.range_first_hour = out_.hour;
        out_.hour = one.value;
        break;
      case Class::HHMM:
      case Class::DOTTED:
        number_ = one.value;
        if (out_.hour == kNone) {
          out_.hour = one.value / 100;
          out_.minute = one.value % 100;
        }
        break;
      case Class::YEAR:
        first_number_ = first_number_ == kNone ? one.value : first_number_;
        last_number_ = one.value;
        out_.year = one.value;
        break;
      case Class::DECADE:
        out_.decade = one.value;
        out_.two_digit_decade = one.value < 10;
        break;
      case Class::PERIOD:
        wrong_ = wrong_ || (one.value < 10000 ? known(out_.year) : known(out_.quarter) || known(out_.half));
        if (one.value >= 20000) {
          out_.half = one.value - 20000;
        } else if (one.value >= 10000) {
          out_.quarter = one.value - 10000;
        } else {
          out_.year = one.value;
          out_.fiscal = true;
        }
        break;
      case Class::NUMERICDATE:
        numeric(one.value);
        break;
      case Class::CLOCK:
        clock(words_.digits[static_cast<std::size_t>(one.value)]);
        break;
      case Class::MONTH:
        out_.range_first_month = out_.month;
        out_.month = one.value;
        break;
      case Class::WEEKDAY:
      case Class::WEEKDAYS:
        out_.weekday = one.value;
        break;
      case Class::UNIT:
        unit_ = unit_of(one.value);
        add_amount(false);
        break;
      case Class::UNITS:
        unit_ = unit_of(one.value);
        add_amount(true);
        break;
      case Class::FREQUENCY:
        unit_ = unit_of(one.value);
        number_ = one.value / 100 + 1;
        add_amount(false);
        break;
      case Class::SEASON:
        out_.season = one.value;
        break;
      case Class::PART:
        out_.part = grammar_.parts[static_cast<std::size_t>(one.value)];
        break;
      case Class::DAYWORD:
        out_.base = Base::document;
        out_.shift_unit = Unit::day;
        out_.shift = one.value;
        break;
      case Class::DEICTIC:
        turn_ = one.value;
        turn_base_ = Base::document;
        break;
      case Class::STORY:
        turn_ = one.value;
        turn_base_ = Base::story;
        break;
      case Class::EDGE:
        if (one.value != 0) out_.portion = static_cast<Portion>(one.value);
        break;
      case Class::APPROX:
        out_.approximate = true;
        break;
      case Class::HOLIDAY:
        out_.holiday = one.value;
        break;
      case Class::MERIDIEM:
        meridiem_ = true;
        if (out_.hour != kNone && out_.hour >= 1 && out_.hour <= 12) {
          out_.hour = out_.hour % 12 + one.value;
        } else if (out_.hour > 12 && one.value == 0) {
          wrong_ = true;
        }
        break;
      case Class::ZONE:
        if (one.value == 1) out_.zone = "Z";
        break;
      case Class::ERA:
        out_.before_christ = one.value == 1;
        if (out_.year == kNone && number_ != kNone) out_.year = number_;
        era_ = true;
        break;
      default:
        break;
    }
  }

  void numeric(std::int32_t index) {
    const auto& digits = words_.digits[static_cast<std::size_t>(index)];
    out_.year = digits.year;
    if (digits.order == Digits::Order::year_first) {
      out_.month = digits.month;
      out_.day = digits.day;
    } else {
      out_.numeric_date = index;
    }
    if (digits.hour >= 0) clock(digits);
  }

  void clock(const Digits& digits) {
    out_.range_first_hour = out_.hour;
    meridiem_ = digits.meridiem;
    out_.hour = digits.hour;
    out_.minute = digits.minute >= 0 ? digits.minute : kNone;
    out_.clock_second = digits.clock_second >= 0 ? digits.clock_second : kNone;
    out_.zone = digits.zone;
  }

  void add_amount(bool plural) {
    if (out_.amount_count == 2) return;
    Amount amount;
    amount.unit = unit_;
    amount.sixtieths = sixtieths_;
    amount.count = number_ != kNone ? number_ : vague_ || plural ? kNone : 1;
    out_.amounts[static_cast<std::size_t>(out_.amount_count++)] = amount;
    number_ = kNone;
    sixtieths_ = 0;
    vague_ = false;
  }

  void finish_amounts() {
    // "two years and three months" is two amounts; "weeks or months" is one of an unknown number.
    if (out_.amount_count == 2 && out_.amounts[0].count == kNone) out_.amount_count = 1;
  }

  // "last year", "the following day": a whole unit away; "last Tuesday": a way to look.
  void turn() {
    if (turn_ == kNone) return;
    const bool named =
        out_.weekday != kNone || out_.month != kNone || out_.season != kNone || out_.holiday != kNone;
    if (unit_ != Unit::none) {
      out_.base = turn_base_;
      out_.shift_unit = unit_;
      out_.shift = turn_;
    } else if (!out_.part.empty() && !named) {
      out_.base = turn_base_;
      out_.shift_unit = Unit::day;
      out_.shift = turn_;
    } else if (named) {
      out_.base = turn_base_;
      out_.direction = turn_ < 0 ? Direction::past : turn_ > 0 ? Direction::future : Direction::open;
      out_.shift = turn_;
    } else if (out_.half != kNone || out_.quarter != kNone) {
      out_.base = turn_base_;
    }
  }

  void count_from(Base base, int sign) {
    out_.kind = Meaning::Kind::calendar;
    out_.base = base;
    out_.counted = true;
    const auto& amount = out_.amounts[0];
    out_.shift_unit = amount.unit;
    // Beyond what a calendar can say ("30 million years ago") only the direction is kept.
    constexpr int kFarthest = 9999;
    out_.shift_unknown = amount.count == kNone || amount.count > kFarthest;
    out_.shift = out_.shift_unknown ? sign : sign * amount.count;
    if (amount.sixtieths != 0 && amount.unit == Unit::year && !out_.shift_unknown) {
      out_.shift_unit = Unit::month;
      out_.shift = sign * (amount.count * 12 + amount.sixtieths / 5);
    }
    out_.amount_count = 0;
  }

  bool act(std::string_view action) {
    const auto equals = action.find('=');
    const auto key = action.substr(0, equals);
    const auto value = equals == std::string_view::npos ? std::string_view() : action.substr(equals + 1);
    if (key == "date") {
      out_.kind = Meaning::Kind::calendar;
      out_.amount_count = 0;
    } else if (key == "duration") {
      out_.kind = Meaning::Kind::duration;
      return value.empty();
    } else if (key == "set") {
      out_.kind = Meaning::Kind::set;
    } else if (key == "PAST_REF" || key == "PRESENT_REF" || key == "FUTURE_REF") {
      out_.kind = Meaning::Kind::reference;
      out_.reference = action;
    } else if (key == "ago" || key == "earlier") {
      count_from(key == "ago" ? Base::document : Base::story, -1);
    } else if (key == "hence" || key == "later") {
      count_from(key == "hence" ? Base::document : Base::story, 1);
    } else if (key == "quarter") {
      out_.quarter = ordinal_;
      return ordinal_ != kNone && ordinal_ <= 4;
    } else if (key == "half") {
      out_.half = ordinal_ != kNone ? ordinal_ : turn_ < 0 ? 2 : 1;
      return out_.half <= 2;
    } else if (key == "half1" || key == "half2") {
      out_.half = key == "half1" ? 1 : 2;
    } else if (key == "century") {
      out_.century = ordinal_;
      return ordinal_ != kNone && ordinal_ > 0 && ordinal_ <= 30;
    } else if (key == "day") {
      out_.day = ordinal_;
      return ordinal_ != kNone && ordinal_ >= 1 && ordinal_ <= 31;
    } else if (key == "from") {
      out_.base = value == "story" ? Base::story : value == "context" ? Base::context : Base::document;
      if (out_.shift_unit == Unit::none) out_.shift_unit = unit_;
    } else if (key == "unit") {
      out_.shift_unit = static_cast<Unit>(std::find(kUnits.begin(), kUnits.end(), value) - kUnits.begin());
      if (turn_ != kNone) {
        out_.base = turn_base_;
        out_.shift = turn_;
        out_.direction = Direction::open;
      }
      if (out_.kind == Meaning::Kind::duration) {
        out_.amounts[0] = {out_.shift, 0, out_.shift_unit};
        out_.amount_count = 1;
      }
    } else if (key == "shift") {
      out_.shift = part_field(value);
    } else if (key == "hour") {
      out_.hour = part_field(value);
      out_.minute = 0;
    } else if (key == "zone") {
      out_.zone = value;
    } else if (key == "part") {
      out_.part = value;
    } else if (key == "past" || key == "future") {
      out_.direction = key == "past" ? Direction::past : Direction::future;
    } else if (key == "year-end") {
      out_.month = 12;
      out_.day = 31;
    } else {
      return mark(action);
    }
    return true;
  }

  bool mark(std::string_view action) {
    if (action == "range-years") return year_range();
    if (action == "range-months") return known(out_.range_first_month);
    if (action == "range-hours") return hour_range();
    if (action == "offset-east" || action == "offset-west")
      return offset(action == "offset-east" ? '+' : '-');
    if (action == "if-future") {
      out_.if_future = true;
    } else if (action == "skip-zero") {
      return number_ == kNone || number_ == 0;
    } else if (action == "unknown") {
      out_.shift_unknown = true;
      if (out_.amount_count == 0) out_.amounts[static_cast<std::size_t>(out_.amount_count++)] = {};
      out_.amounts[0].count = kNone;
      out_.amount_count = 1;
    } else if (action == "one-year") {
      out_.amounts[0] = {1, 0, Unit::year};
      out_.amount_count = 1;
    } else if (action == "and-half") {
      out_.amounts[0].sixtieths = 30;
    } else if (action == "half-of") {
      out_.amounts[0] = {0, 30, out_.amount_count > 0 ? out_.amounts[0].unit : Unit::hour};
      out_.amount_count = 1;
    } else if (action == "last-number") {
      out_.amounts[0].count = last_number_;
    } else if (action == "other") {
      out_.amounts[0].count = 2;
    } else if (action == "comparison") {
      out_.comparison = true;
      if (out_.year == kNone) {
        out_.base = Base::document;
        out_.shift_unit = Unit::year;
        out_.shift = -1;
      }
    } else if (action == "bare-weekend") {
      out_.weekend = true;
    } else if (action == "latest") {
      out_.latest = true;
      out_.base = Base::document;
    } else if (action == "definite") {
      out_.definite = true;
    } else if (action == "fiscal") {
      out_.fiscal = true;
    } else if (action == "week") {
      out_.as_week = true;
    } else if (action == "week-after") {
      out_.direction = Direction::future;
      out_.week_after = true;
    } else if (action == "approximate") {
      out_.approximate = true;
    } else if (action == "needs-day") {
      return out_.day != kNone || out_.numeric_date != kNone;
    } else if (action == "apostrophe") {
      out_.year = last_number_ >= 30 ? 1900 + last_number_ : 2000 + last_number_;
    }
    return true;  // "year", "weak", "inner", "range" are the matcher's
  }

  // "490-480 BC", "1915-17".
  bool year_range() {
    int last = last_number_;
    if (!era_ && last < 100) last += first_number_ / 100 * 100;
    const int span = out_.before_christ ? first_number_ - last : last - first_number_;
    out_.range_first_year = first_number_;
    out_.year = last;
    return span > 0 && span < 300 && (era_ || (first_number_ >= 1000 && last < 2100));
  }

  // "9 to 11 a.m.", "11 to 2 p.m.": the first has the second's half of the day, unless it would be later.
  bool hour_range() {
    const int first = out_.range_first_hour;
    if (!meridiem_ || !known(first) || first < 1 || first > 12) return false;
    out_.range_first_hour = out_.hour >= 12 && first % 12 + 12 <= out_.hour ? first % 12 + 12 : first;
    return true;
  }

  // "+0200". Zones lie quarters of an hour apart, at most 14 hours from Greenwich.
  bool offset(char sign) {
    if (number_ == kNone || number_ > 1400 || number_ % 100 % 15 != 0) return false;
    out_.zone.assign(1, sign);
    out_.zone.append(padded(number_ / 100, 2)).append(1, ':').append(padded(number_ % 100, 2));
    return true;
  }

  [[nodiscard]] bool fits() const {
    if (wrong_) return false;
    if (out_.decade != kNone && out_.decade >= 10 && out_.decade < 100 && !era_ && !out_.before_christ)
      return false;
    if (out_.month != kNone && out_.day != kNone) {
      const int year = out_.year == kNone ? 2000 : out_.year;
      if (out_.day > days_in_month(year, out_.month)) return false;
      if (out_.range_first_day != kNone && out_.range_first_day > days_in_month(year, out_.month))
        return false;
    }
    return out_.hour == kNone || out_.hour <= 24;
  }

  const Grammar::Impl& grammar_;
  const Words& words_;
  const std::vector<Caught>& caught_;
  Meaning& out_;
  Unit unit_ = Unit::none;
  Base turn_base_ = Base::document;
  int turn_ = kNone;
  int number_ = kNone;
  int first_number_ = kNone;
  int last_number_ = kNone;
  int ordinal_ = kNone;
  int sixtieths_ = 0;
  bool vague_ = false;
  bool era_ = false;
  bool wrong_ = false;
  bool meridiem_ = false;
};

}  // namespace

bool build_meaning(const Grammar::Impl& grammar, const Words& words, const Rule& rule,
                   const std::vector<Caught>& caught, Meaning& out) {
  return Builder(grammar, words, caught, out).build(rule);
}

}  // namespace hearsay::time
