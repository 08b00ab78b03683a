#include "core/time/resolve.hpp"

#include <algorithm>
#include <cstdlib>

#include "core/time/nearest.hpp"
#include "core/time/timex.hpp"

namespace hearsay::time {
namespace {

std::string two_digits(int value) {
  return padded(value, 2);
}

bool known(int field) {
  return field != kNone;
}

int quarter_of(Date date) {
  return (date.month - 1) / 3 + 1;
}
// Meteorological seasons of the north; December belongs to the winter that began.
int season_of(Date date) {
  return date.month % 12 / 3;
}

constexpr int kLastYear = 9999;

bool is_clock_unit(Unit unit) {
  return unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
}

class Resolver {
 public:
  Resolver(const Expression& expression, const Setting& setting, const Story& story,
           const std::vector<Holiday>& holidays)
      : expression_(expression),
        meaning_(expression.meaning),
        setting_(setting),
        story_(story),
        holidays_(holidays) {}

  Resolved run() {
    switch (meaning_.kind) {
      case Meaning::Kind::duration:
        out_.type = TimeType::duration;
        out_.value = duration_text(meaning_);
        break;
      case Meaning::Kind::set:
        out_.type = TimeType::set;
        out_.value = set_text(meaning_);
        break;
      case Meaning::Kind::reference:
        out_.value = meaning_.reference;
        break;
      case Meaning::Kind::calendar:
        calendar();
        break;
    }
    return std::move(out_);
  }

 private:
  // ---- what is counted from where

  [[nodiscard]] std::optional<Date> base_date() {
    if (meaning_.base == Base::story && story_.precision != Unit::none) {
      out_.anchor = TimeAnchor::other_time;
      return story_.date;
    }
    const bool may_continue =
        meaning_.base == Base::context || (meaning_.base == Base::document && story_in_narrative());
    const bool tells_on = meaning_.definite && expression_.tense == Tense::past &&
                          story_.stretch == expression_.stretch && setting_.document &&
                          story_.date < *setting_.document;
    if (((may_continue && setting_.narrative) || tells_on) && story_.precision != Unit::none) {
      out_.anchor = TimeAnchor::other_time;
      return story_.date;
    }
    if (setting_.document) out_.anchor = TimeAnchor::document;
    return setting_.document;
  }

  // In a narrative "the next month" goes on from the story; "last year", "today" still speak of the writer.
  [[nodiscard]] bool story_in_narrative() const { return meaning_.shift > 0; }

  void calendar() {
    if (meaning_.shift_unknown && meaning_.shift_unit != Unit::none && meaning_.base != Base::open) {
      out_.value = meaning_.shift < 0 ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    if (meaning_.comparison) return comparison();
    if (meaning_.base != Base::open && meaning_.shift_unit != Unit::none) return shifted();
    open();
  }

  void comparison() {
    out_.comparison = true;
    if (story_.quarter) {
      out_.anchor = TimeAnchor::other_time;
      return set_quarter(known(meaning_.year) ? meaning_.year : story_.quarter->year - 1,
                         known(meaning_.quarter) ? meaning_.quarter : quarter_of(*story_.quarter));
    }
    if (known(meaning_.year)) return open();
    shifted();
  }

  void shifted() {
    const auto base = base_date();
    if (!base) return unknown_shift();
    if (out_.anchor == TimeAnchor::other_time && is_finer_than_story()) return within_story();
    switch (meaning_.shift_unit) {
      case Unit::second:
      case Unit::minute:
      case Unit::hour:
        return set_day(*base);
      case Unit::day:
        return set_day(add_days(*base, meaning_.shift));
      case Unit::weekend:
      case Unit::week: {
        int shift = meaning_.shift;
        // "over the weekend", said on a working day of what has been: the last one.
        const bool is_bare =
            meaning_.shift_unit == Unit::weekend && meaning_.base == Base::document && meaning_.weekend;
        // "this weekend he found": said on a working day, it is the last one too.
        const bool is_past = meaning_.shift_unit == Unit::weekend && meaning_.base == Base::document &&
                             shift == 0 && expression_.tense == Tense::past;
        if ((is_past || (is_bare && expression_.tense != Tense::future)) && weekday(*base) < 6) --shift;
        const auto week = iso_week(add_days(*base, 7 * static_cast<std::int64_t>(shift)));
        if (known(meaning_.weekday)) return set_day(add_days(monday_of(week), meaning_.weekday - 1));
        set(format(week) + (meaning_.shift_unit == Unit::weekend ? "-WE" : ""), monday_of(week), Unit::week);
        return;
      }
      case Unit::month: {
        const auto month = add_months({base->year, base->month, 1}, meaning_.shift);
        if (known(meaning_.day)) return set_day({month.year, month.month, meaning_.day});
        return set(format_month(month.year, month.month), month, Unit::month);
      }
      case Unit::quarter: {
        int shift = meaning_.shift;
        if (meaning_.latest) return latest_quarter();
        if (meaning_.base == Base::story && shift == 0 && story_.quarter) {
          return set_quarter(story_.quarter->year, quarter_of(*story_.quarter));
        }
        const auto month = add_months({base->year, base->month, 1}, 3 * shift);
        return set_quarter(month.year, quarter_of(month));
      }
      case Unit::half:
      case Unit::season: {
        const auto month = add_months({base->year, base->month, 1}, 6 * meaning_.shift);
        return set(format_year(month.year) + (month.month <= 6 ? "-H1" : "-H2"), month, Unit::half);
      }
      case Unit::decade: {
        if (meaning_.counted) return within_year(base->year + 10 * meaning_.shift);  // "a decade ago"
        const int year = base->year + 10 * meaning_.shift;
        return set(format_part(year, 10, 3), {year - year % 10, 1, 1}, Unit::decade);
      }
      case Unit::century: {
        const int year = base->year + 100 * meaning_.shift;
        return set(format_part(year, 100, 2), {year - year % 100, 1, 1}, Unit::century);
      }
      default:
        return within_year(base->year + meaning_.shift);
    }
  }

  // "Two days later", told of something of which only the month is known: no day can be given.
  [[nodiscard]] bool is_finer_than_story() const {
    if (is_clock_unit(meaning_.shift_unit) || meaning_.shift_unit == Unit::day ||
        meaning_.shift_unit == Unit::week || meaning_.shift_unit == Unit::weekend) {
      return story_.precision > Unit::day;
    }
    return meaning_.shift_unit == Unit::month && story_.precision > Unit::month;
  }

  void within_story() {
    const bool has_month = story_.precision == Unit::month && !is_clock_unit(meaning_.shift_unit);
    const auto year = format_year(story_.date.year);
    if (meaning_.shift_unit == Unit::month) {
      out_.value = year + "-XX";
    } else if (meaning_.shift_unit == Unit::week || meaning_.shift_unit == Unit::weekend) {
      out_.value = year + "-WXX";
    } else {
      out_.value = (has_month ? format_month(story_.date.year, story_.date.month) : year + "-XX") + "-XX";
      append_clock();
    }
  }

  void unknown_shift() {
    switch (meaning_.shift_unit) {
      case Unit::day:
        out_.value = "XXXX-XX-XX";
        return append_clock();
      case Unit::weekend:
        out_.value = "XXXX-WXX-WE";
        return;
      case Unit::week:
        out_.value = known(meaning_.weekday) ? "XXXX-WXX-" + std::to_string(meaning_.weekday) : "XXXX-WXX";
        return;
      case Unit::month:
        out_.value = "XXXX-XX";
        return;
      case Unit::quarter:
        out_.value = "XXXX-QX";
        return;
      case Unit::year:
        return underspecified();
      default:
        out_.value = meaning_.shift < 0 ? "PAST_REF" : meaning_.shift > 0 ? "FUTURE_REF" : "PRESENT_REF";
    }
  }

  void latest_quarter() {
    if (story_.quarter) {
      out_.anchor = TimeAnchor::other_time;
      return set_quarter(story_.quarter->year, quarter_of(*story_.quarter));
    }
    const auto base = setting_.document;
    if (!base) {
      out_.value = "XXXX-QX";
      return;
    }
    const auto month = add_months({base->year, base->month, 1}, -3);
    set_quarter(month.year, quarter_of(month));
  }

  // ---- fields by themselves

  void open() {
    if (known(meaning_.decade)) {
      int decade = meaning_.decade;
      if (meaning_.before_christ) return set("BC" + padded(decade, 3), {1 - decade * 10, 1, 1}, Unit::decade);
      if (meaning_.two_digit_decade) decade += 190;
      return set(std::to_string(decade), {decade * 10, 1, 1}, Unit::decade);
    }
    if (known(meaning_.century)) {
      const int century = meaning_.century - 1;
      if (meaning_.before_christ)
        return set("BC" + two_digits(century), {-century * 100, 1, 1}, Unit::century);
      return set(two_digits(century), {century * 100, 1, 1}, Unit::century);
    }
    if (known(meaning_.year)) {
      out_.anchor = TimeAnchor::explicit_;
      return within_year(meaning_.before_christ ? 1 - meaning_.year : meaning_.year);
    }
    if (known(meaning_.month) || known(meaning_.holiday)) return year_of_month();
    if (known(meaning_.season)) return year_of_season();
    if (known(meaning_.quarter)) return year_of_quarter();
    if (known(meaning_.half)) {
      if (const auto from = reference_point()) return within_year(from->year);
      return underspecified();
    }
    if (known(meaning_.weekday)) return day_of_weekday();
    if (known(meaning_.day)) return day_of_month();
    clock_only();
  }

  void within_year(int year) {
    if (known(meaning_.holiday))
      return set_day(day_of(holidays_[static_cast<std::size_t>(meaning_.holiday)], year));
    if (known(meaning_.month)) {
      if (!known(meaning_.day))
        return set(format_month(year, meaning_.month), {year, meaning_.month, 1}, Unit::month);
      const Date date{year, meaning_.month, std::min(meaning_.day, days_in_month(year, meaning_.month))};
      if (meaning_.as_week) {
        const auto week = iso_week(date);
        return set(format(week), monday_of(week), Unit::week);
      }
      return set_day(date);
    }
    if (known(meaning_.quarter)) return set_quarter(year, meaning_.quarter);
    if (known(meaning_.half)) {
      return set(format_year(year) + "-H" + std::to_string(meaning_.half), {year, meaning_.half * 6 - 5, 1},
                 Unit::half);
    }
    if (known(meaning_.season)) {
      return set(
          format_year(year) + "-" + std::string(kSeasonNames[static_cast<std::size_t>(meaning_.season)]),
          {year, meaning_.season == 0 ? 1 : meaning_.season * 3, 1}, Unit::season);
    }
    set(format_year(year), {year, 1, 1}, Unit::year);
  }

  // The day from which an undated name of a month, day or season is sought.
  std::optional<Date> reference_point() {
    const bool from_story =
        story_.precision != Unit::none && (setting_.narrative || meaning_.base == Base::story);
    if (from_story && meaning_.base != Base::document) {
      out_.anchor = TimeAnchor::other_time;
      return story_.date;
    }
    if (setting_.document) out_.anchor = TimeAnchor::document;
    return setting_.document;
  }

  void year_of_month() {
    auto from = reference_point();
    if (!from) return underspecified();
    if (out_.anchor == TimeAnchor::other_time && meaning_.direction == Direction::open &&
        !known(meaning_.weekday)) {
      const int year = told_year();
      // A story that has come up to the document's own days goes by those.
      const bool is_recent = setting_.document && year >= setting_.document->year - 1;
      if (!is_recent || meaning_.base == Base::story) return within_year(year);
      from = setting_.document;
      out_.anchor = TimeAnchor::document;
    }
    within_year(nearest_year(expression_, *from, holidays_));
  }

  // The year in which a narrative stands. A far year in between is an aside; after the autumn comes the next
  // year's winter.
  [[nodiscard]] int told_year() const {
    constexpr int kAside = 3;
    constexpr int kAutumn = 10;
    constexpr int kSpring = 3;
    const auto& month = story_.month;
    if (!month || std::abs(month->year - story_.date.year) > kAside)
      return month ? month->year : story_.date.year;
    const bool same = month->year == story_.date.year && story_.precision <= Unit::month;
    if (same && known(meaning_.month) && month->month >= kAutumn && meaning_.month <= kSpring)
      return month->year + 1;
    return story_.date.year;
  }

  void year_of_season() {
    const auto from = reference_point();
    if (!from) return underspecified();
    int year = from->year;
    const int now = season_of(*from);
    if (meaning_.base == Base::document && meaning_.direction == Direction::open) return within_year(year);
    if (out_.anchor != TimeAnchor::other_time || meaning_.direction != Direction::open) {
      const int order = meaning_.season - now;
      if (direction_of(expression_) == Direction::future &&
          (order < 0 || (order == 0 && meaning_.direction == Direction::future)))
        ++year;
      if (direction_of(expression_) == Direction::past &&
          (order > 0 || (order == 0 && meaning_.direction == Direction::past)))
        --year;
    }
    within_year(year);
  }

  void year_of_quarter() {
    if (meaning_.base == Base::open && story_.precision == Unit::year &&
        story_.stretch == expression_.stretch && setting_.narrative) {
      return within_year(story_.date.year);
    }
    const auto from = reference_point();
    if (!from) return underspecified();
    // The nearest: results are spoken of, in whatever tense, soon after the quarter or soon before it.
    int year = from->year;
    const int ahead = meaning_.quarter - quarter_of(*from);
    if (ahead > (direction_of(expression_) == Direction::future ? 2 : 0)) --year;
    if (ahead < -2 && direction_of(expression_) == Direction::future) ++year;
    within_year(year);
  }

  void day_of_weekday() {
    const auto from = reference_point();
    if (!from) {
      out_.value = "XXXX-WXX-" + std::to_string(meaning_.weekday);
      return append_clock();
    }
    if (story_.precision > Unit::day && out_.anchor == TimeAnchor::other_time) {
      out_.value = "XXXX-WXX-" + std::to_string(meaning_.weekday);
      return append_clock();
    }
    int back = (weekday(*from) - meaning_.weekday + 7) % 7;
    if (meaning_.base != Base::open && meaning_.direction == Direction::open) {
      return set_day(add_days(*from, meaning_.weekday - weekday(*from)));  // "this Tuesday": of this week
    }
    // What was planned for a weekday, or is told of it in the present tense, is of the week ahead.
    const bool looks_ahead = expression_.tense == Tense::planned || expression_.tense == Tense::present;
    const bool is_coming =
        looks_ahead && direction_of(expression_) == Direction::open && out_.anchor == TimeAnchor::document;
    if (direction_of(expression_) == Direction::future || is_coming) {
      int ahead = (7 - back) % 7;
      if (ahead == 0 && meaning_.direction == Direction::future && !meaning_.week_after) ahead = 7;
      if (meaning_.week_after) ahead += 7;
      return set_day(add_days(*from, ahead));
    }
    if (back == 0 && meaning_.direction == Direction::past) back = 7;
    set_day(add_days(*from, -back));
  }

  void day_of_month() {
    const bool from_story = story_.precision == Unit::day || story_.precision == Unit::month;
    if (from_story) out_.anchor = TimeAnchor::other_time;
    const auto from = from_story ? std::optional(story_.date) : reference_point();
    if (!from) {
      out_.value = "XXXX-XX-" + two_digits(meaning_.day);
      return;
    }
    set_day({from->year, from->month, std::min(meaning_.day, days_in_month(from->year, from->month))});
  }

  // "at 10:45 p.m.": on the day spoken of in the same paragraph, else on the document's.
  void clock_only() {
    std::optional<Date> day;
    if (story_.precision == Unit::day && (story_.stretch == expression_.stretch || setting_.narrative)) {
      out_.anchor = TimeAnchor::other_time;
      day = story_.date;
    } else if (!setting_.narrative && setting_.document) {
      out_.anchor = TimeAnchor::document;
      day = setting_.document;
    }
    if (day) return set_day(*day);
    out_.value = "XXXX-XX-XX";
    append_clock();
  }

  void underspecified() {
    out_.value = "XXXX";
    if (known(meaning_.month)) {
      out_.value += "-" + two_digits(meaning_.month);
      if (known(meaning_.day)) out_.value += "-" + two_digits(meaning_.day);
    } else if (known(meaning_.holiday)) {
      const auto& holiday = holidays_[static_cast<std::size_t>(meaning_.holiday)];
      out_.value +=
          holiday.day > 0 ? "-" + two_digits(holiday.month) + "-" + two_digits(holiday.day) : "-XX-XX";
    } else if (known(meaning_.quarter)) {
      out_.value += "-Q" + std::to_string(meaning_.quarter);
    } else if (known(meaning_.half)) {
      out_.value += "-H" + std::to_string(meaning_.half);
    } else if (known(meaning_.season)) {
      out_.value += "-" + std::string(kSeasonNames[static_cast<std::size_t>(meaning_.season)]);
    }
    // A time of day belongs to a day: not to a season or a quarter.
    const bool is_day = known(meaning_.day) || known(meaning_.holiday) || out_.value.size() == 4;
    if (is_day) append_clock();
  }

  // ---- writing the value

  // "199" of 1995, "BC049" of 492 BC.
  static std::string format_part(int year, int years, std::size_t digits) {
    return year > 0 ? padded(year / years, digits) : "BC" + padded((1 - year) / years, digits);
  }

  void set(std::string value, Date date, Unit precision) {
    if (date.year > kLastYear || date.year < 1 - kLastYear) {  // TIMEX3 has four digits for a year
      out_.value = date.year > 0 ? "FUTURE_REF" : "PAST_REF";
      return;
    }
    out_.value = std::move(value);
    out_.dates = true;
    out_.date = date;
    out_.precision = precision;
    if (out_.anchor == TimeAnchor::none) out_.anchor = TimeAnchor::explicit_;
    if (precision == Unit::day) append_clock();
  }

  void set_day(Date date) { set(format(date), date, Unit::day); }
  void set_quarter(int year, int quarter) {
    set(format_year(year) + "-Q" + std::to_string(quarter), {year, quarter * 3 - 2, 1}, Unit::quarter);
  }

  void append_clock() {
    if (known(meaning_.hour)) {
      out_.type = TimeType::time;
      out_.value += "T" + two_digits(meaning_.hour);
      out_.value += ":" + two_digits(known(meaning_.minute) ? meaning_.minute : 0);
      if (known(meaning_.clock_second)) out_.value += ":" + two_digits(meaning_.clock_second);
      out_.value += meaning_.zone;
    } else if (!meaning_.part.empty()) {
      out_.type = TimeType::time;
      out_.value += "T" + std::string(meaning_.part);
    }
  }

  const Expression& expression_;
  const Meaning& meaning_;
  const Setting& setting_;
  const Story& story_;
  const std::vector<Holiday>& holidays_;
  Resolved out_;
};

}  // namespace

Date day_of(const Holiday& holiday, int year) {
  if (holiday.month == 0) return add_days(easter(year), holiday.offset);
  if (holiday.nth == 0) return {year, holiday.month, holiday.day};
  if (holiday.nth > 0) {
    const Date first{year, holiday.month, 1};
    const int ahead = (holiday.weekday - weekday(first) + 7) % 7;
    return add_days(first, ahead + 7 * (holiday.nth - 1) + holiday.offset);
  }
  const Date last{year, holiday.month, days_in_month(year, holiday.month)};
  return add_days(last, -((weekday(last) - holiday.weekday + 7) % 7) + holiday.offset);
}

Resolved resolve(const Expression& expression, const Setting& setting, const Story& story,
                 const std::vector<Holiday>& holidays) {
  return Resolver(expression, setting, story, holidays).run();
}

}  // namespace hearsay::time
