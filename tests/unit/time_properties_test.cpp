// What holds for the times of any text: values are well-formed TIMEX3, spans lie in the text, in order and
// apart, and the same text gives the same times, whole or in slices.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "core/text/ascii.hpp"
#include "core/time/time.hpp"

namespace {

using namespace hearsay;

// Reads a value from the left.
class Value {
 public:
  explicit Value(std::string_view text) : rest_(text) {}
  [[nodiscard]] bool done() const { return rest_.empty(); }
  bool take(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  // `count` digits, or as many X.
  bool digits(std::size_t count) {
    if (rest_.size() < count) return false;
    if (rest_.substr(0, count) == std::string_view("XXXX").substr(0, count)) {
      rest_.remove_prefix(count);
      return true;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!ascii::is_digit(rest_[i])) return false;
    }
    rest_.remove_prefix(count);
    return true;
  }
  bool number() {
    if (take("X")) return true;
    std::size_t size = 0;
    while (size < rest_.size() && (ascii::is_digit(rest_[size]) || (size > 0 && rest_[size] == '.'))) ++size;
    rest_.remove_prefix(size);
    return size > 0;
  }
  bool any_of(std::initializer_list<std::string_view> words) {
    for (const auto word : words) {
      if (take(word)) return true;
    }
    return false;
  }

 private:
  std::string_view rest_;
};

bool is_duration(std::string_view text) {
  Value value(text);
  if (!value.take("P")) return false;
  if (value.take("XX")) return value.done();
  bool clock = false;
  bool any = false;
  while (!value.done()) {
    if (!clock && value.take("T")) {
      clock = true;
      continue;
    }
    if (!value.number()) return false;
    if (!(clock ? value.any_of({"H", "M", "S"})
                : value.any_of({"WE", "DE", "CE", "ML", "Y", "M", "W", "D", "Q"})))
      return false;
    any = true;
  }
  return any;
}

bool is_clock(Value& value) {
  if (value.any_of({"MO", "MI", "AF", "EV", "NI", "DT"})) return value.done();
  if (!value.digits(2) || !value.take(":") || !value.digits(2)) return false;
  if (value.take(":") && !value.digits(2)) return false;
  if (value.done() || value.take("Z")) return value.done();
  return value.any_of({"+", "-"}) && value.digits(2) && value.take(":") && value.digits(2) && value.done();
}

bool is_calendar(std::string_view text) {
  if (text.size() < 2) return false;
  Value value(text);
  (void)value.take("BC");
  if (!value.digits(4)) {
    return (value.digits(3) || value.digits(2)) && value.done();
  }
  if (value.done()) return true;
  if (!value.take("-")) return value.take("T") && is_clock(value);
  if (value.any_of({"Q1", "Q2", "Q3", "Q4", "QX", "H1", "H2", "SP", "SU", "FA", "WI"})) return value.done();
  if (value.take("W")) {
    if (!value.digits(2)) return false;
    if (value.take("-")) {
      if (value.take("WE")) return value.done();
      if (!value.digits(1)) return false;
    }
  } else if (!value.digits(2) || (value.take("-") && !value.digits(2))) {
    return false;
  }
  return value.done() || (value.take("T") && is_clock(value));
}

bool is_timex(std::string_view text) {
  return text == "PAST_REF" || text == "PRESENT_REF" || text == "FUTURE_REF" || is_duration(text) ||
         is_calendar(text);
}

constexpr std::array kWords = {"May",
                               "March",
                               "3",
                               "17",
                               "31",
                               "2016",
                               "1999",
                               "Tuesday",
                               "last",
                               "next",
                               "the",
                               "of",
                               "quarter",
                               "third",
                               "week",
                               "weeks",
                               "year",
                               "years",
                               "ago",
                               "later",
                               "earlier",
                               "in",
                               "mid",
                               "-",
                               "to",
                               "and",
                               "5",
                               "p.m.",
                               "EST",
                               "10:45",
                               "every",
                               "two",
                               "half",
                               "century",
                               "decade",
                               "decades",
                               "BC",
                               "Q3",
                               "FY2017",
                               "'98",
                               "1990s",
                               "morning",
                               "fiscal",
                               "now",
                               "spring",
                               ",",
                               ".",
                               "(",
                               ")",
                               "end",
                               "late",
                               "from",
                               "until",
                               "before",
                               "after",
                               "on",
                               "by",
                               "480",
                               "Easter",
                               "weekend",
                               "1400",
                               "hours",
                               "20171128T1045Z",
                               "3/4/2021",
                               "9999",
                               "the following",
                               "day",
                               "months",
                               "several",
                               "\n\n",
                               "\xE2\x80\x93",
                               "a",
                               "few",
                               "2017-11-28T10:45:00+02:00"};

std::string random_text(std::uint32_t seed) {
  std::string text;
  for (int i = 0; i < 120; ++i) {
    seed ^= seed << 13;  // xorshift32 (Marsaglia 2003)
    seed ^= seed >> 17;
    seed ^= seed << 5;
    text += kWords[seed % kWords.size()];
    if (seed % 7 != 0) text += ' ';
  }
  return text;
}

time::TimeLayer read(const std::string& text, const std::string& given, std::uint32_t budget) {
  static const auto grammar = time::Grammar::load();
  REQUIRE(grammar.ok());
  const Block all{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0};
  const Document document(text, {all}, InputFormat::plain, false, {});
  language::LanguageLayer language;
  language.child_begin.push_back(0);
  const std::vector<Indicator> indicators;
  time::TimeStage stage(document, language, indicators, grammar.value(), given);
  for (bool done = false; !done;) {
    Budget slice(budget);
    done = stage.advance(slice);
  }
  return stage.take();
}

}  // namespace

TEST_CASE("the times of any text are well-formed, in order and apart, and always the same") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const auto text = random_text(seed * 2654435761u);
    const std::string given = seed % 3 == 0 ? "" : "2019-06-01";
    const auto layer = read(text, given, 1u << 30);
    const auto again = read(text, given, 1);
    CAPTURE(text);
    CHECK(layer.times.size() == again.times.size());
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < layer.times.size(); ++i) {
      const auto& time = layer.times[i];
      CAPTURE(time.value);
      CHECK(is_timex(time.value));
      CHECK(time.span.begin >= end);
      CHECK(time.span.begin < time.span.end);
      CHECK(time.span.end <= text.size());
      CHECK((static_cast<unsigned char>(text[time.span.begin]) & 0xC0u) != 0x80u);
      end = time.span.end;
      if (time.anchor == TimeAnchor::other_time) CHECK(time.anchored_to.index() < i);
      if (i < again.times.size()) CHECK(again.times[i].value == time.value);
    }
  }
}
