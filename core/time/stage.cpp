// The time stage: reads the text stretch by stretch, then decides on the document's own date, then resolves.
#include <algorithm>

#include "core/text/ascii.hpp"
#include "core/time/happenings.hpp"
#include "core/time/published.hpp"
#include "core/time/resolve.hpp"
#include "core/time/tense.hpp"
#include "core/time/time.hpp"

namespace hearsay::time {
namespace {

constexpr std::uint32_t kLongestStretch = 1u << 14;  // bytes; a longer paragraph is read in pieces
constexpr std::uint32_t kLongestConnector = 24;      // bytes between expressions that may belong together

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool known(int field) {
  return field != kNone;
}

// The paragraphs of the document's blocks.
std::vector<Span> stretches_of(const Document& document) {
  std::vector<Span> stretches;
  const auto text = document.text();
  for (const auto& block : document.blocks()) {
    if (block.kind == BlockKind::code) continue;
    auto begin = block.span.begin;
    std::uint32_t at = begin;
    while (at < block.span.end) {
      // A blank line, or a blank near the length limit, ends a stretch.
      bool ends = false;
      auto next = at + 1;
      if (text[at] == '\n') {
        while (next < block.span.end && is_blank(text[next]) && text[next] != '\n') ++next;
        ends = next < block.span.end && text[next] == '\n';
      }
      if (!ends && at - begin > kLongestStretch && is_blank(text[at])) ends = true;
      if (!ends && at - begin > 2 * kLongestStretch &&
          (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u)
        ends = true;
      if (ends && at > begin) {
        stretches.push_back({begin, at});
        begin = at;
      }
      at = next;
    }
    if (begin < block.span.end) stretches.push_back({begin, block.span.end});
  }
  return stretches;
}

}  // namespace

struct TimeStage::Impl {
  enum class Step { read, decide, resolve, done };

  Impl(const Document& the_document, const language::LanguageLayer& the_language,
       const std::vector<Indicator>& indicators, const Grammar::Impl& the_grammar, std::string_view the_given)
      : document(the_document), language(the_language), grammar(the_grammar), given(the_given) {
    stretches = stretches_of(document);
    for (const auto& indicator : indicators) taken.push_back(indicator.span);
    std::sort(taken.begin(), taken.end());
  }

  const Document& document;
  const language::LanguageLayer& language;
  const Grammar::Impl& grammar;
  Happenings happenings;
  std::string given;

  Step step = Step::read;
  std::vector<Span> stretches;
  std::size_t next_stretch = 0;
  std::vector<Span> taken;  // by indicators
  std::size_t next_taken = 0;
  Words words;
  std::vector<Expression> expressions;
  std::vector<Digits> numeric_dates;
  std::size_t next_expression = 0;
  PublishedDate published;
  bool narrative = false;
  Story story;       // with the first day that the document can have
  Story story_last;  // with the last
  TimeLayer layer;

  bool advance(Budget& budget);
  void read_stretch(std::uint32_t index);
  bool is_taken(Span span);
  [[nodiscard]] bool describes_noun(Span span) const;
  [[nodiscard]] bool speaks_of_our_age(const Expression& expression) const;
  [[nodiscard]] bool is_inside_name_of_thing(const Expression& expression) const;
  [[nodiscard]] bool is_part_of_name(const Expression& expression) const;
  void decide();
  void drop_far_short_years();
  void decide_order();
  bool count_impossible_orders(int& day_first, int& month_first, std::vector<Span>& proof) const;
  void share_years();
  [[nodiscard]] bool tells_a_story() const;
  void resolve_next();
  void go_on(Story& told, const Resolved& resolved) const;
};

bool TimeStage::Impl::advance(Budget& budget) {
  while (step != Step::done) {
    if (budget.exhausted()) return false;
    switch (step) {
      case Step::read:
        if (next_stretch == stretches.size()) {
          step = Step::decide;
          break;
        }
        read_stretch(static_cast<std::uint32_t>(next_stretch++));
        budget.spend(static_cast<std::uint32_t>(words.words.size()) + 1);
        break;
      case Step::decide:
        decide();
        budget.spend(static_cast<std::uint32_t>(expressions.size()) + 1);
        step = Step::resolve;
        break;
      case Step::resolve:
        if (next_expression == expressions.size()) {
          step = Step::done;
          break;
        }
        resolve_next();
        budget.spend(1);
        break;
      case Step::done:
        break;
    }
  }
  return true;
}

bool TimeStage::Impl::is_taken(Span span) {
  while (next_taken < taken.size() && taken[next_taken].end <= span.begin) ++next_taken;
  for (auto i = next_taken; i < taken.size() && taken[i].begin < span.end; ++i) {
    if (taken[i].overlaps(span)) return true;
  }
  return false;
}

void TimeStage::Impl::read_stretch(std::uint32_t index) {
  read_words(document.text(), stretches[index], words);
  const auto matches = grammar.match(words);
  if (matches.empty()) return;
  // Sentences, roughly: enough to tell which expressions stand close together.
  std::vector<std::uint32_t> starts{0};
  for (std::uint32_t at = 1; at < words.words.size(); ++at) {
    const auto& before = words.words[at - 1].lower;
    if ((before == "." || before == "!" || before == "?") && words.words[at].capital &&
        !words.words[at].glued) {
      starts.push_back(at);
    }
  }
  std::uint32_t sentence = 0;
  std::uint32_t last_end = 0;
  for (const auto& match : matches) {
    while (sentence + 1 < starts.size() && starts[sentence + 1] <= match.first) ++sentence;
    Expression expression;
    expression.span = {words.words[match.first].span.begin, words.words[match.last - 1].span.end};
    if (is_taken(expression.span)) continue;
    expression.meaning = match.meaning;
    expression.stretch = index;
    expression.sentence = sentence;
    if (last_end > 0 && expression.span.begin >= last_end &&
        expression.span.begin - last_end <= kLongestConnector) {
      expression.connector = document.text().substr(last_end, expression.span.begin - last_end);
    }
    last_end = expression.span.end;
    if (match.first > 0) expression.before = words.words[match.first - 1].lower;
    if (known(expression.meaning.numeric_date)) {
      numeric_dates.push_back(words.digits[static_cast<std::size_t>(expression.meaning.numeric_date)]);
      expression.meaning.numeric_date = static_cast<int>(numeric_dates.size()) - 1;
    }
    const auto sentence_end =
        sentence + 1 < starts.size() ? starts[sentence + 1] : static_cast<std::uint32_t>(words.words.size());
    expression.tense = language.tokens.empty() ? tense_of(words, starts[sentence], sentence_end)
                                               : tense_of(language, expression.span);
    expression.of_thing = !language.tokens.empty() && is_of_thing(language, expression.span);
    if (expression.meaning.if_future && expression.tense != Tense::future) continue;
    if (expression.meaning.kind == Meaning::Kind::set && expression.meaning.amounts[0].unit != Unit::day &&
        describes_noun(expression.span))
      continue;
    if (is_inside_name_of_thing(expression) || is_part_of_name(expression) || speaks_of_our_age(expression))
      continue;
    expressions.push_back(std::move(expression));
  }
}

// "the quarterly dividend" says what kind of dividend it is, not when something happens again (but
// "daily flights" are flights every day).
bool TimeStage::Impl::describes_noun(Span span) const {
  const auto token = language.token_at(span.begin);
  return token < language.tokens.size() && language.tokens[token].span == span &&
         language.tokens[token].rel == language::Deprel::amod;
}

// "recently observed campaigns", "a now defunct firm": the word describes the thing and dates nothing.
bool TimeStage::Impl::is_inside_name_of_thing(const Expression& expression) const {
  if (expression.meaning.kind != Meaning::Kind::reference) return false;
  const auto token = language.token_at(expression.span.begin);
  if (token >= language.tokens.size() || !(language.tokens[token].span == expression.span)) return false;
  const auto& word = language.tokens[token];
  if (word.rel != language::Deprel::advmod || word.head == language::kNoToken || word.head < token)
    return false;
  return language.tokens[word.head].rel == language::Deprel::amod;
}

// "April Jones said", "a DAILY TODAY analysis": the month is a first name, the day a word of a paper's name.
bool TimeStage::Impl::is_part_of_name(const Expression& expression) const {
  using language::Deprel;
  using language::Upos;
  const auto& meaning = expression.meaning;
  const auto at = language.token_at(expression.span.begin);
  if (at >= language.tokens.size() || !(language.tokens[at].span == expression.span)) return false;
  const auto& word = language.tokens[at];
  const auto next_to = [&](language::TokenIndex other, Deprel rel) {
    return other < language.tokens.size() && language.tokens[other].upos == Upos::PROPN &&
           language.tokens[other].head == at && language.tokens[other].rel == rel;
  };
  const bool month_alone = known(meaning.month) && !known(meaning.day) && !known(meaning.year);
  if (month_alone && next_to(at + 1, Deprel::flat)) return true;
  if (meaning.base != Base::document || meaning.shift_unit != Unit::day || meaning.counted || at == 0)
    return false;
  const auto& before = language.tokens[at - 1];
  const bool capital = ascii::is_upper(document.text()[expression.span.begin]);
  const bool joined = word.rel == Deprel::compound || word.rel == Deprel::flat || word.head == at - 1;
  return capital && joined && before.upos == Upos::PROPN && before.span.end + 1 == word.span.begin;
}

// "today's threats", "tomorrow's leaders": things of an age, not of a day. What happens (talks, reports,
// editions) happens on a day.
bool TimeStage::Impl::speaks_of_our_age(const Expression& expression) const {
  using language::Upos;
  using language::Xpos;
  const auto& meaning = expression.meaning;
  if (meaning.base != Base::document || meaning.shift_unit != Unit::day || meaning.counted ||
      !meaning.part.empty() || expression.tense == Tense::past) {
    return false;
  }
  const auto token = language.token_at(expression.span.begin);
  if (token >= language.tokens.size() || !(language.tokens[token].span == expression.span)) return false;
  const auto& word = language.tokens[token];
  if (word.rel != language::Deprel::nmod_poss || word.head == language::kNoToken) return false;
  const auto lemma = language.lemma(word.head);
  if (happenings.is_age(lemma)) return true;
  const bool plural = language.tokens[word.head].xpos == Xpos::NNS;
  return plural && !happenings.is_of_a_day(lemma);
}

void TimeStage::Impl::decide() {
  drop_far_short_years();
  decide_order();
  share_years();
  published = find_published(document, expressions, given);
  // What bears its date is news or a notice: its undated days are near its own.
  narrative = !published.stated && tells_a_story();
  layer.notes.insert(layer.notes.end(), published.notes.begin(), published.notes.end());
  layer.published = published.published;
}

// "8/16/32" of a text whose latest year is 2021 names three sizes of a product: a year in two digits lies
// near the text's own days.
void TimeStage::Impl::drop_far_short_years() {
  constexpr int kNear = 5;
  int latest = 0;
  if (const auto own = parse_date(given.empty() ? document.metadata().published.value : given))
    latest = own->year;
  const auto is_short = [&](const Expression& expression) {
    return known(expression.meaning.numeric_date) &&
           numeric_dates[static_cast<std::size_t>(expression.meaning.numeric_date)].short_year;
  };
  for (const auto& expression : expressions) {
    const auto& meaning = expression.meaning;
    if (meaning.base == Base::open && known(meaning.year) && meaning.year < 2100 && !is_short(expression))
      latest = std::max(latest, meaning.year);
  }
  if (latest == 0) return;
  expressions.erase(std::remove_if(expressions.begin(), expressions.end(),
                                   [&](const Expression& expression) {
                                     return is_short(expression) && expression.meaning.year > latest + kNear;
                                   }),
                    expressions.end());
}

// Whether 3/4/2021 is in March or April: as the text's other dates have it, else as its dates in words do.
void TimeStage::Impl::decide_order() {
  int day_first = 0;
  int month_first = 0;
  std::vector<Span> proof;
  std::vector<Span> open;
  for (const auto& expression : expressions) {
    if (!known(expression.meaning.numeric_date)) continue;
    const auto order = numeric_dates[static_cast<std::size_t>(expression.meaning.numeric_date)].order;
    day_first += order == Digits::Order::day_first ? 1 : 0;
    month_first += order == Digits::Order::month_first ? 1 : 0;
    (order == Digits::Order::unknown ? open : proof).push_back(expression.span);
  }
  const bool proved = day_first != month_first;
  std::string reason = ", as other dates of the text are written.";
  if (!proved) {
    proof.clear();
    if (count_impossible_orders(day_first, month_first, proof))
      reason = ": in the other order a date of the past would lie after the text's own date.";
  }
  if (day_first == month_first) {
    proof.clear();
    for (const auto& expression : expressions) {
      const auto& meaning = expression.meaning;
      if (known(meaning.numeric_date) || !known(meaning.month) || !known(meaning.day) || !known(meaning.year))
        continue;
      const auto words_of_it = expression.span.in(document.text());
      const bool digit_first = !words_of_it.empty() && ascii::is_digit(words_of_it.front());
      if (digit_first && words_of_it.size() > 4 && words_of_it[4] == '-') continue;  // ISO
      (digit_first ? day_first : month_first) += 1;
      proof.push_back(expression.span);
    }
  }
  const bool takes_day_first = day_first > month_first;
  for (auto& expression : expressions) {
    auto& meaning = expression.meaning;
    if (!known(meaning.numeric_date)) continue;
    const auto& digits = numeric_dates[static_cast<std::size_t>(meaning.numeric_date)];
    const bool first_is_day = digits.order == Digits::Order::day_first ||
                              (digits.order == Digits::Order::unknown && takes_day_first);
    meaning.day = first_is_day ? digits.first : digits.second;
    meaning.month = first_is_day ? digits.second : digits.first;
  }
  if (open.empty()) return;
  const bool evidence = day_first != month_first;
  std::string message = "Dates in digits were read with the ";
  message += takes_day_first ? "day first (British order)" : "month first (American order)";
  message += evidence ? reason : "; nothing in the text proves that order.";
  if (proof.size() > 3) proof.resize(3);
  open.insert(open.end(), proof.begin(), proof.end());
  std::sort(open.begin(), open.end());
  layer.notes.push_back({"date-order", std::move(message), std::move(open)});
}

// A date in the past that would lie after the document's own date must be read the other way.
bool TimeStage::Impl::count_impossible_orders(int& day_first, int& month_first,
                                              std::vector<Span>& proof) const {
  const auto own = given.empty() ? parse_date(document.metadata().published.value) : parse_date(given);
  if (!own) return false;
  for (const auto& expression : expressions) {
    if (!known(expression.meaning.numeric_date) || expression.tense == Tense::future ||
        expression.tense == Tense::planned) {
      continue;
    }
    const auto& digits = numeric_dates[static_cast<std::size_t>(expression.meaning.numeric_date)];
    if (digits.order != Digits::Order::unknown) continue;
    const bool late_day_first = *own < Date{digits.year, digits.second, digits.first};
    const bool late_month_first = *own < Date{digits.year, digits.first, digits.second};
    if (late_day_first == late_month_first) continue;
    (late_day_first ? month_first : day_first) += 1;
    proof.push_back(expression.span);
  }
  return !proof.empty();
}

// "between January and March 2018": the first has the year of the second.
void TimeStage::Impl::share_years() {
  for (std::size_t i = expressions.size(); i-- > 1;) {
    auto& meaning = expressions[i - 1].meaning;
    const auto& next = expressions[i].meaning;
    if (expressions[i - 1].stretch != expressions[i].stretch || expressions[i].connector.empty()) continue;
    auto connector = expressions[i].connector;
    while (!connector.empty() && is_blank(connector.front())) connector.remove_prefix(1);
    while (!connector.empty() && is_blank(connector.back())) connector.remove_suffix(1);
    constexpr std::string_view kJoining[] = {"to",    "and", "-", "–",     "—", "through",
                                             "until", "or",  ",", ", and", "/"};
    if (std::find(std::begin(kJoining), std::end(kJoining), connector) == std::end(kJoining)) continue;
    if (meaning.kind != Meaning::Kind::calendar || meaning.base != Base::open) continue;
    if (next.kind != Meaning::Kind::calendar || next.base != Base::open || !known(next.year)) continue;
    if (known(meaning.year) || !known(meaning.month) || !known(next.month)) continue;
    if (known(meaning.day) != known(next.day)) continue;
    meaning.year = meaning.month > next.month && connector != "and" ? next.year - 1 : next.year;
    meaning.before_christ = next.before_christ;
  }
}

// A text that dates its events itself, with hardly a "yesterday" or "on Tuesday", tells a story: its undated
// months belong to the year before them in the text.
bool TimeStage::Impl::tells_a_story() const {
  int dated = 0;
  int told = 0;
  for (const auto& expression : expressions) {
    const auto& meaning = expression.meaning;
    if (meaning.kind != Meaning::Kind::calendar) continue;
    const bool weekday_only = meaning.base == Base::open && known(meaning.weekday) && !known(meaning.day);
    if (meaning.base == Base::open && known(meaning.year)) ++dated;
    if (meaning.base == Base::document || weekday_only) ++told;
  }
  return dated >= 8 && dated > 4 * told;
}

void TimeStage::Impl::resolve_next() {
  const auto& expression = expressions[next_expression];
  Setting setting;
  setting.narrative = narrative;
  if (published.days) setting.document = published.days->first;
  auto resolved = resolve(expression, setting, story, grammar.holidays);
  if (published.days && published.days->last != published.days->first) {
    // Only what holds for the first and the last possible day is known.
    Setting other = setting;
    const bool open_end = published.days->last.year == kNone;
    other.document = open_end ? std::nullopt : std::optional(published.days->last);
    auto last = resolve(expression, other, story_last, grammar.holidays);
    go_on(story_last, last);
    if (last.value != resolved.value) {
      Setting unknown = setting;
      unknown.document.reset();
      resolved = resolve(expression, unknown, story, grammar.holidays);
    }
  }
  Time time;
  time.span = expression.span;
  time.type = resolved.type;
  time.value = std::move(resolved.value);
  time.anchor = resolved.anchor;
  if (resolved.anchor == TimeAnchor::other_time) time.anchored_to = Ref<Time>(story.time);
  go_on(story, resolved);
  layer.times.push_back(std::move(time));
  ++next_expression;
}

// The story goes on from what was named last; a comparison with another year does not move it.
void TimeStage::Impl::go_on(Story& told, const Resolved& resolved) const {
  if (!resolved.dates || resolved.comparison) return;
  // In a narrative "today" and "last week" are the writer's, or of somebody who is quoted.
  if (narrative && resolved.anchor == TimeAnchor::document) return;
  const auto quarter = resolved.precision == Unit::quarter ? std::optional(resolved.date) : told.quarter;
  const bool has_month = resolved.precision <= Unit::month;
  told = {resolved.date,
          resolved.precision,
          static_cast<std::uint32_t>(next_expression),
          expressions[next_expression].stretch,
          quarter,
          has_month ? std::optional(resolved.date) : told.month};
}

TimeStage::TimeStage(const Document& document, const language::LanguageLayer& language,
                     const std::vector<Indicator>& indicators, const Grammar& grammar, std::string_view given)
    : impl_(std::make_unique<Impl>(document, language, indicators, *grammar.impl_, given)) {}
TimeStage::~TimeStage() = default;
bool TimeStage::advance(Budget& budget) {
  return impl_->advance(budget);
}
TimeLayer TimeStage::take() {
  return std::move(impl_->layer);
}

bool is_date(std::string_view date) {
  return date.size() == 10 && parse_date(date).has_value();
}

}  // namespace hearsay::time
