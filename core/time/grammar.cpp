#include "core/time/grammar.hpp"

#include <algorithm>
#include <array>

#include "core/assets/assets.hpp"
#include "core/lexicon/table.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::time {
namespace {

constexpr std::string_view kWordsAsset = "lexicons/time_words.tsv";
constexpr std::string_view kGrammarAsset = "lexicons/time_grammar.tsv";

constexpr std::array<std::string_view, static_cast<std::size_t>(Class::count_)> kClassNames = {
    "NUM",      "ORDINAL",  "DAY",     "HOUR",    "YEAR",   "DECADE",  "PERIOD",   "NUMERICDATE", "CLOCK",
    "FRACTION", "NTH",      "HHMM",    "DOTTED",  "MONTH",  "WEEKDAY", "WEEKDAYS", "UNIT",        "UNITS",
    "SEASON",   "PART",     "DAYWORD", "DEICTIC", "STORY",  "EDGE",    "APPROX",   "VAGUE",       "FREQUENCY",
    "HOLIDAY",  "MERIDIEM", "ZONE",    "ERA",     "SOME",   "CAL",     "QUARTER",  "SPAN",        "CLOCKTIME",
    "DATE",     "DURATION", "SET",     "REF",     "PHRASE", "SKIP"};

constexpr std::array<std::string_view, 15> kUnitNames = {
    "second", "minute", "hour", "day",    "weekend", "week",       "month", "quarter",
    "half",   "season", "year", "decade", "century", "millennium", "none"};

std::size_t round_of(Class cls) {
  return cls >= Class::PHRASE ? 2 : cls >= Class::DATE ? 1 : 0;
}

std::optional<Class> class_named(std::string_view name) {
  for (std::size_t i = 0; i < kClassNames.size(); ++i) {
    if (kClassNames[i] == name) return static_cast<Class>(i);
  }
  return std::nullopt;
}

std::optional<int> parse_int(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 6) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> parts;
  for (const auto part : lexicon::split(text, ' ')) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

bool is_class_name(std::string_view text) {
  return text.size() > 1 && std::all_of(text.begin(), text.end(), ascii::is_upper);
}

// "12-25", "11-4#4" (the fourth Thursday of November), "11-1#1+1", "easter-2".
std::optional<Holiday> parse_holiday(std::string_view text) {
  Holiday holiday;
  if (text.substr(0, 6) == "easter") {
    if (text.size() == 6) return holiday;
    const auto offset = parse_int(text.substr(text[6] == '+' ? 7 : 6));
    if (!offset) return std::nullopt;
    holiday.offset = *offset;
    return holiday;
  }
  const auto plus = text.find('+');
  if (plus != std::string_view::npos) {
    const auto offset = parse_int(text.substr(plus + 1));
    if (!offset) return std::nullopt;
    holiday.offset = *offset;
    text = text.substr(0, plus);
  }
  const auto dash = text.find('-');
  const auto hash = text.find('#');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto month = parse_int(text.substr(0, dash));
  const auto day = parse_int(text.substr(dash + 1, hash == std::string_view::npos ? hash : hash - dash - 1));
  if (!month || !day) return std::nullopt;
  holiday.month = *month;
  if (hash == std::string_view::npos) {
    holiday.day = *day;
    return holiday;
  }
  const auto nth = parse_int(text.substr(hash + 1));
  if (!nth) return std::nullopt;
  holiday.weekday = *day;
  holiday.nth = *nth;
  return holiday;
}

Error bad_row(std::string_view file, std::uint32_t line, std::string_view what) {
  return {ErrorCode::bad_lexicon,
          std::string(file) + ", line " + std::to_string(line) + ": " + std::string(what) + "."};
}

// Reads both files into a Grammar.
class Loader {
 public:
  Result<std::unique_ptr<Grammar::Impl>> load() {
    auto words = lexicon::parse_table(kWordsAsset, asset(kWordsAsset), 2, 4);
    if (!words) return words.error();
    auto rules = lexicon::parse_table(kGrammarAsset, asset(kGrammarAsset), 3, 4);
    if (!rules) return rules.error();
    collect_vocabulary(words.value(), rules.value());
    grammar_->entries.resize(grammar_->vocabulary.size());
    for (auto& lists : grammar_->rules_by_word) lists.resize(grammar_->vocabulary.size());
    for (auto& lists : grammar_->rules_by_class) lists.resize(kClassNames.size());
    for (const auto& row : words.value()) {
      if (!read_entry(row)) return bad_row(kWordsAsset, row.line, "is not a word, its class and its value");
    }
    for (const auto& row : rules.value()) {
      if (!read_rule(row)) return bad_row(kGrammarAsset, row.line, "is not a class, a pattern and a meaning");
    }
    return std::move(grammar_);
  }

 private:
  void collect_vocabulary(const std::vector<lexicon::Row>& words, const std::vector<lexicon::Row>& rules) {
    auto& vocabulary = grammar_->vocabulary;
    for (const auto& row : words) {
      for (const auto word : pieces(row.cells[0])) vocabulary.push_back(word);
    }
    for (const auto& row : rules) {
      for (auto element : pieces(row.cells[1])) {
        for (const auto word : lexicon::split(stripped(element), '|')) {
          if (!is_class_name(word)) vocabulary.push_back(word);
        }
      }
    }
    std::sort(vocabulary.begin(), vocabulary.end());
    vocabulary.erase(std::unique(vocabulary.begin(), vocabulary.end()), vocabulary.end());
  }

  static std::string_view stripped(std::string_view element) {
    if (element.size() > 1 && element.back() == '?') element.remove_suffix(1);
    if (element.size() > 2 && element.front() == '[' && element.back() == ']') {
      element = element.substr(1, element.size() - 2);
    }
    return element;
  }

  bool read_entry(const lexicon::Row& row) {
    Grammar::Impl::Entry entry;
    const auto cls = class_named(row.cells[1]);
    const auto words = pieces(row.cells[0]);
    if (!cls || words.empty()) return false;
    entry.cls = *cls;
    for (const auto word : words) entry.words.push_back(grammar_->id(word));
    if (!read_value(*cls, row.cells.size() > 2 ? row.cells[2] : std::string_view(), entry.value))
      return false;
    if (row.cells.size() > 3) {
      for (const auto mark : pieces(row.cells[3])) {
        if (mark == "capital") {
          entry.capital = true;
        } else if (mark == "weak") {
          entry.weak = true;
        } else if (mark == "dot") {
          entry.dotted = true;
        } else {
          return false;
        }
      }
    }
    grammar_->entries[static_cast<std::size_t>(entry.words.front())].push_back(std::move(entry));
    return true;
  }

  bool read_value(Class cls, std::string_view text, std::int32_t& value) {
    switch (cls) {
      case Class::UNIT:
      case Class::UNITS:
      case Class::FREQUENCY: {
        int times = 1;
        if (text.size() > 2 && text[1] == ' ') {
          times = text[0] - '0';
          text.remove_prefix(2);
        }
        const auto unit = std::find(kUnitNames.begin(), kUnitNames.end(), text);
        value = static_cast<std::int32_t>(unit - kUnitNames.begin()) + 100 * (times - 1);
        return unit != kUnitNames.end();
      }
      case Class::PART:
        value = static_cast<std::int32_t>(grammar_->parts.size());
        grammar_->parts.push_back(text);
        return !text.empty();
      case Class::HOLIDAY: {
        const auto holiday = parse_holiday(text);
        if (!holiday) return false;
        value = static_cast<std::int32_t>(grammar_->holidays.size());
        grammar_->holidays.push_back(*holiday);
        return true;
      }
      case Class::EDGE:
        value = text == "start" ? 1 : text == "middle" ? 2 : text == "end" ? 3 : 0;
        return value != 0 || text == "none";
      case Class::ZONE:
        value = text == "Z" ? 1 : 0;
        return true;
      case Class::ERA:
        value = text == "bc" ? 1 : 0;
        return value == 1 || text == "ad";
      default: {
        const auto number = parse_int(text);
        if (number) value = *number;
        return number.has_value();
      }
    }
  }

  bool read_rule(const lexicon::Row& row) {
    Rule rule;
    const auto produces = class_named(row.cells[0]);
    if (!produces || *produces < Class::CAL) return false;
    rule.produces = *produces;
    rule.line = row.line;
    rule.actions = pieces(row.cells[2]);
    for (const auto action : rule.actions) {
      rule.weak = rule.weak || action == "weak";
      rule.inner = rule.inner || action == "inner";
      rule.year = rule.year || action == "year";
      rule.apostrophe = rule.apostrophe || action == "apostrophe";
      rule.range = rule.range || action.substr(0, 5) == "range";
    }
    if (row.cells.size() > 3) rule.example = row.cells[3];
    for (auto text : pieces(row.cells[1])) {
      Element element;
      element.optional = text.size() > 1 && text.back() == '?';
      element.context = text.size() > 2 && text.front() == '[';
      for (const auto word : lexicon::split(stripped(text), '|')) {
        const auto cls = is_class_name(word) ? class_named(word) : std::nullopt;
        if (is_class_name(word) && !cls) return false;
        if (cls) {
          element.classes.push_back(*cls);
        } else {
          element.literals.push_back(grammar_->id(word));
        }
      }
      rule.elements.push_back(std::move(element));
    }
    if (rule.elements.empty() || rule.actions.empty()) return false;
    const auto index = static_cast<std::uint32_t>(grammar_->rules.size());
    const auto round = round_of(rule.produces);
    for (const auto& element : rule.elements) {
      for (const auto id : element.literals) {
        auto& list = grammar_->rules_by_word[round][static_cast<std::size_t>(id)];
        if (list.empty() || list.back() != index) list.push_back(index);
      }
      for (const auto cls : element.classes) {
        grammar_->rules_by_class[round][static_cast<std::size_t>(cls)].push_back(index);
      }
      if (!element.optional) break;
    }
    grammar_->rules.push_back(std::move(rule));
    return true;
  }

  std::unique_ptr<Grammar::Impl> grammar_ = std::make_unique<Grammar::Impl>();
};

}  // namespace

std::int32_t Grammar::Impl::id(std::string_view word) const {
  const auto place = std::lower_bound(vocabulary.begin(), vocabulary.end(), word);
  if (place == vocabulary.end() || *place != word) return -1;
  return static_cast<std::int32_t>(place - vocabulary.begin());
}

Result<Grammar> Grammar::load() {
  auto impl = Loader().load();
  if (!impl) return impl.error();
  return Grammar(std::move(impl).value());
}

Grammar::Grammar(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Grammar::Grammar(Grammar&&) noexcept = default;
Grammar& Grammar::operator=(Grammar&&) noexcept = default;
Grammar::~Grammar() = default;

}  // namespace hearsay::time
