#include "core/time/published.hpp"

#include <algorithm>

#include "core/assets/assets.hpp"
#include "core/lexicon/table.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::time {
namespace {

constexpr std::string_view kLabelsAsset = "lexicons/time_labels.tsv";
constexpr std::uint32_t kLongestLabel = 80;  // bytes before the date on its line
constexpr std::uint32_t kHeadOfDocument =
    1500;  // bytes in which a date on a line of its own is the document's

bool known(int field) {
  return field != kNone;
}

std::optional<Date> explicit_day(const Meaning& meaning) {
  if (meaning.kind != Meaning::Kind::calendar || meaning.base != Base::open || meaning.before_christ)
    return {};
  if (!known(meaning.year) || !known(meaning.month) || !known(meaning.day)) return {};
  const Date date{meaning.year, meaning.month, meaning.day};
  if (!is_valid(date)) return {};
  return date;
}

// The first day of an explicit day or month.
std::optional<Date> explicit_start(const Meaning& meaning) {
  if (const auto day = explicit_day(meaning)) return day;
  if (meaning.kind != Meaning::Kind::calendar || meaning.base != Base::open || meaning.before_christ)
    return {};
  if (!known(meaning.year) || !known(meaning.month) || known(meaning.day)) return {};
  return Date{meaning.year, meaning.month, 1};
}

// The first day of an explicit year.
std::optional<Date> explicit_year(const Meaning& meaning) {
  if (meaning.kind != Meaning::Kind::calendar || meaning.base != Base::open || meaning.before_christ)
    return {};
  if (!known(meaning.year)) return {};
  return Date{meaning.year, 1, 1};
}

enum class Role : std::uint8_t { none, original, issued, revised };

class Finder {
 public:
  Finder(const Document& document, const std::vector<Expression>& expressions)
      : text_(document.text()), document_(document), expressions_(expressions) {
    auto rows = lexicon::parse_table(kLabelsAsset, asset(kLabelsAsset), 2, 2);
    if (rows) labels_ = std::move(rows).value();
  }

  PublishedDate run(std::string_view given) {
    const bool is_stated = from_metadata() || from_text();
    out_.stated = is_stated;
    if (const auto date = parse_date(given)) {
      if (is_stated && out_.published.value != given) {
        out_.notes.push_back(
            {"published-differs",
             "The date given by the reader is used; the text itself states " + out_.published.value + ".",
             out_.published.evidence});
      }
      out_.published.evidence.clear();
      stated(*date, PublishedFrom::given, {});
    } else if (!is_stated) {
      infer();
    }
    return std::move(out_);
  }

 private:
  void stated(Date date, PublishedFrom from, Span evidence) {
    out_.published.value = format(date);
    out_.published.from = from;
    if (!evidence.empty()) out_.published.evidence.push_back(evidence);
    out_.days = Interval{date, date};
  }

  // ---- what the input's structure and the text state

  bool from_metadata() {
    const auto& metadata = document_.metadata();
    const auto date = parse_date(metadata.published.value);
    if (!date) return false;
    stated(*date, PublishedFrom::text, metadata.published.span);
    const auto revised = parse_date(metadata.revised.value);
    if (revised && *revised != *date) note_revision(*revised, metadata.revised.span);
    return true;
  }

  void note_revision(Date date, Span evidence) {
    Note note{"revised", "The text says that it was revised on " + format(date) + ".", {}};
    if (!evidence.empty()) note.evidence.push_back(evidence);
    out_.notes.push_back(std::move(note));
  }

  bool from_text() {
    const Expression* original = nullptr;
    const Expression* issued = nullptr;
    const Expression* revised = nullptr;
    for (const auto& expression : expressions_) {
      if (!explicit_day(expression.meaning)) continue;
      const auto role = role_of(expression);
      if (role == Role::original && original == nullptr) original = &expression;
      if (role == Role::issued && issued == nullptr) issued = &expression;
      if (role == Role::revised && revised == nullptr) revised = &expression;
    }
    if (original != nullptr && issued != nullptr &&
        *explicit_day(original->meaning) != *explicit_day(issued->meaning)) {
      // "Original release: 3 May. Released: 4 June.": the second is a later issue of the same text.
      if (revised == nullptr) revised = issued;
    }
    if (original != nullptr) issued = original;
    if (revised != nullptr) note_revision(*explicit_day(revised->meaning), revised->span);
    const auto* best = issued != nullptr ? issued : revised;
    if (best == nullptr) return false;
    stated(*explicit_day(best->meaning), PublishedFrom::text, best->span);
    return true;
  }

  [[nodiscard]] Role role_of(const Expression& expression) const {
    const auto begin = line_begin(expression.span.begin);
    const auto end = line_end(expression.span.end);
    const auto before = text_.substr(begin, expression.span.begin - begin);
    const auto after = text_.substr(expression.span.end, end - expression.span.end);
    if (before.size() <= kLongestLabel) {
      if (const auto role = labelled(before); role != Role::none) return role;
      if (const auto role = labelled(last_part(before)); role != Role::none) return role;
    }
    const bool alone = plain(before).empty() && plain(after).empty();
    const bool at_head = expression.span.begin < kHeadOfDocument;
    if (at_head && (alone || in_byline(expression.span))) return Role::issued;
    if (at_head && (is_dateline(before, after) || ends_heading(expression.span, before, after)))
      return Role::issued;
    if (at_head && begin > 0 && is_signature(before, after)) return Role::issued;
    return Role::none;
  }

  [[nodiscard]] std::uint32_t line_begin(std::uint32_t at) const {
    const auto least = at > 2 * kLongestLabel ? at - 2 * kLongestLabel : 0;
    while (at > least && text_[at - 1] != '\n' && text_[at - 1] != '|' && text_[at - 1] != '\t') --at;
    return at;
  }
  [[nodiscard]] std::uint32_t line_end(std::uint32_t at) const {
    const auto most = std::min<std::size_t>(text_.size(), at + 2 * kLongestLabel);
    while (at < most && text_[at] != '\n' && text_[at] != '|') ++at;
    return at;
  }

  // Lower case, signs at both ends and repeated blanks dropped.
  static std::string plain(std::string_view words) {
    std::string out;
    for (char c : words) {
      c = ascii::to_lower(c);
      const bool letter = ascii::is_lower(c) || ascii::is_digit(c) || ascii::is_beyond(c);
      if (letter) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }

  [[nodiscard]] Role labelled(std::string_view before) const {
    const auto words = plain(before);
    if (words.empty()) return Role::none;
    for (const auto& row : labels_) {
      if (words != row.cells[0]) continue;
      if (row.cells[1] == "original") return Role::original;
      return row.cells[1] == "issued" ? Role::issued : Role::revised;
    }
    return Role::none;
  }

  // "First published 2 April 2020. Last revised 9 June 2020": a label may follow another label and its date.
  static std::string_view last_part(std::string_view before) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at + 1 < before.size(); ++at) {
      const bool mark = before[at] == '.' || before[at] == ';' || before[at] == '-';
      if (mark && before[at + 1] == ' ') begin = at + 1;
    }
    return begin == 0 ? std::string_view() : before.substr(begin);
  }

  // "Security notice (3 May 2019)" as a heading.
  [[nodiscard]] bool ends_heading(Span span, std::string_view before, std::string_view after) const {
    const auto& blocks = document_.blocks();
    const bool heading = std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
      return (block.kind == BlockKind::title || block.kind == BlockKind::heading) &&
             block.span.contains(span);
    });
    return heading && !before.empty() && before.back() == '(' && after.substr(0, 1) == ")" &&
           plain(after).empty();
  }

  [[nodiscard]] bool in_byline(Span span) const {
    const auto& blocks = document_.blocks();
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
      return block.kind == BlockKind::byline && block.span.contains(span);
    });
  }

  // "LONDON, 3 May 2019 (Agency) -- The ...", "OSLO (Agency), 3 May 2019: The ...", "3 May 2019 -- The ..."
  static bool is_dateline(std::string_view before, std::string_view after) {
    if (before.size() > 40 || before.find('.') != std::string_view::npos) return false;
    const auto name = plain(before);
    if (!name.empty() && !ascii::is_upper(before.front())) return false;
    auto rest = after.substr(std::min(after.find_first_not_of(" ,"), after.size()));
    if (!rest.empty() && rest.front() == '(') {
      const auto close = rest.find(')');
      if (close == std::string_view::npos || close > 40) return false;
      rest = rest.substr(close + 1);
      rest = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    if (plain(rest).empty()) return false;
    if (rest.substr(0, 2) == ": ") return !name.empty() && before.find(',') != std::string_view::npos;
    return rest.substr(0, 3) == "—" || rest.substr(0, 3) == "–" || rest.substr(0, 2) == "--" ||
           rest.substr(0, 2) == "- ";
  }

  // "The Dispatch, 8 October 2022", "By A. Author | May 3, 2019": names and a date, and no sentence.
  static bool is_signature(std::string_view before, std::string_view after) {
    if (before.size() + after.size() > kLongestLabel) return false;
    constexpr std::string_view kSmall[] = {"by", "of", "the", "and", "in", "at", "on", "for", "from"};
    for (const auto part : {before, after}) {
      std::size_t at = 0;
      while (at < part.size()) {
        while (at < part.size() && !is_letter(part[at])) ++at;
        const auto begin = at;
        while (at < part.size() && is_letter(part[at])) ++at;
        const auto word = part.substr(begin, at - begin);
        const bool small = !word.empty() && ascii::is_lower(word.front());
        if (small && std::find(std::begin(kSmall), std::end(kSmall), word) == std::end(kSmall)) return false;
      }
    }
    // A sentence ends with a full stop; so does no signature.
    return after.find('.') == std::string_view::npos && after.find('?') == std::string_view::npos;
  }

  static bool is_letter(char c) { return ascii::is_letter(c) || ascii::is_beyond(c); }

  // ---- what the expressions imply

  void at_least(Date date, Span evidence) {
    if (!first_ || *first_ < date) {
      first_ = date;
      first_evidence_ = evidence;
    }
  }

  void infer() {
    for (const auto& expression : expressions_) {
      if (expression.tense == Tense::future || expression.tense == Tense::present) continue;
      if (looks_ahead(expression.before)) continue;
      if (const auto start = explicit_start(expression.meaning)) {
        at_least(*start, expression.span);
        if (!latest_dated_ || *latest_dated_ < *start) latest_dated_ = start;
      } else if (const auto year = explicit_year(expression.meaning);
                 year && expression.tense == Tense::past) {
        at_least(*year, expression.span);
      }
    }
    if (!first_) return unknown();
    for (std::size_t i = 0; i + 1 < expressions_.size(); ++i) {
      equate(expressions_[i], expressions_[i + 1]);
      equate(expressions_[i + 1], expressions_[i]);
    }
    if (last_ && *last_ < *first_)
      last_.reset();  // they contradict each other: the lower bound alone is kept
    auto& published = out_.published;
    published.from = PublishedFrom::inferred;
    published.value = format(*first_) + (!last_ ? "/.." : *last_ == *first_ ? "" : "/" + format(*last_));
    published.evidence = evidence_;
    published.evidence.push_back(first_evidence_);
    std::sort(published.evidence.begin(), published.evidence.end());
    published.evidence.erase(std::unique(published.evidence.begin(), published.evidence.end()),
                             published.evidence.end());
    out_.days = Interval{*first_, last_ ? *last_ : Date{kNone, 1, 1}};
    out_.notes.push_back({"published-inferred", why(), published.evidence});
  }

  // "by 24 April": a limit may lie ahead whatever the tense of its clause.
  static bool looks_ahead(std::string_view before) {
    constexpr std::string_view kLimits[] = {"by",        "until",    "till", "before", "through",  "to",
                                            "effective", "starting", "due",  "than",   "beginning"};
    return std::find(std::begin(kLimits), std::end(kLimits), before) != std::end(kLimits);
  }

  [[nodiscard]] std::string why() const {
    std::string message = "The text does not state its own date. ";
    if (!last_)
      return message + "It was written on or after " + format(*first_) +
             ", the latest day it speaks of as past.";
    message += *first_ == *last_ ? "It was written on " + format(*first_)
                                 : "It was written between " + format(*first_) + " and " + format(*last_);
    return message + ", because it says \xE2\x80\x9C" + std::string(relative_.in(text_)) +
           "\xE2\x80\x9D of \xE2\x80\x9C" + std::string(dated_.in(text_)) + "\xE2\x80\x9D.";
  }

  void unknown() {
    out_.notes.push_back({"no-publication-date",
                          "The text does not state when it was written: relative dates stay relative.",
                          {}});
  }

  // "Earlier this week, on Tuesday, November 28": the document's week is the week of that day.
  void equate(const Expression& relative, const Expression& dated) {
    const auto& meaning = relative.meaning;
    if (relative.stretch != dated.stretch || relative.sentence != dated.sentence) return;
    const auto& later = relative.span.begin < dated.span.begin ? dated : relative;
    if (!is_apposition(later.connector)) return;
    if (meaning.kind != Meaning::Kind::calendar || meaning.base != Base::document || meaning.comparison)
      return;
    if (meaning.shift_unknown || meaning.latest) return;
    auto date = day_near(dated.meaning);
    // "last month, in October 2018", "last year, in 2017"
    if (!date && meaning.shift_unit == Unit::month) date = explicit_start(dated.meaning);
    if (!date && meaning.shift_unit == Unit::year) date = explicit_year(dated.meaning);
    if (!date) return;
    const auto period = document_period(meaning, *date);
    if (!period) return;
    at_least(std::max(period->first, *date), dated.span);
    if (!last_ || period->last < *last_) {
      last_ = period->last;
      relative_ = relative.span;
      dated_ = dated.span;
    }
    evidence_.push_back(relative.span);
    evidence_.push_back(dated.span);
  }

  static bool is_apposition(std::string_view connector) {
    const auto words = plain(connector);
    return !connector.empty() &&
           (words.empty() || words == "on" || words == "in" || words == "that is" || words == "the");
  }

  // The day named, its year sought where the weekday tells it.
  [[nodiscard]] std::optional<Date> day_near(const Meaning& meaning) const {
    if (const auto day = explicit_day(meaning)) return day;
    if (meaning.kind != Meaning::Kind::calendar || meaning.base != Base::open) return {};
    if (!known(meaning.month) || !known(meaning.day) || !known(meaning.weekday) || known(meaning.year))
      return {};
    // A year alone is too little to seek a weekday from: two years in seven would fit by chance.
    if (!latest_dated_ || latest_dated_->year < first_->year) return {};
    for (const int step : {0, 1}) {
      const Date date{first_->year + step, meaning.month, meaning.day};
      if (is_valid(date) && weekday(date) == meaning.weekday) return date;
    }
    return {};
  }

  // The days on which `meaning` ("this week", "yesterday") names the period that holds `date`.
  static std::optional<Interval> document_period(const Meaning& meaning, Date date) {
    switch (meaning.shift_unit) {
      case Unit::day: {
        const auto day = add_days(date, -meaning.shift);
        return Interval{day, day};
      }
      case Unit::week: {
        const auto monday = add_days(monday_of(iso_week(date)), -7 * meaning.shift);
        return Interval{monday, add_days(monday, 6)};
      }
      case Unit::month: {
        const auto first = add_months({date.year, date.month, 1}, -meaning.shift);
        return Interval{first, add_days(add_months(first, 1), -1)};
      }
      case Unit::year:
        return Interval{{date.year - meaning.shift, 1, 1}, {date.year - meaning.shift, 12, 31}};
      default:
        return {};
    }
  }

  std::string_view text_;
  const Document& document_;
  const std::vector<Expression>& expressions_;
  std::vector<lexicon::Row> labels_;
  PublishedDate out_;
  std::optional<Date> first_;
  std::optional<Date> latest_dated_;  // the latest day or month of the past
  std::optional<Date> last_;
  Span first_evidence_;
  Span relative_;  // with `last_`, the words that prove it: "earlier this week", said of
  Span dated_;     // "Tuesday, November 28"
  std::vector<Span> evidence_;
};

}  // namespace

PublishedDate find_published(const Document& document, const std::vector<Expression>& expressions,
                             std::string_view given) {
  return Finder(document, expressions).run(given);
}

}  // namespace hearsay::time
