// The readings of words by themselves: numbers in digits and in words, and the entries of the lexicon.
#include <algorithm>
#include <array>
#include <optional>

#include "core/time/digits.hpp"
#include "core/time/grammar.hpp"

namespace hearsay::time {
namespace {

struct NumberWord {
  std::string_view word;
  int value;
};
constexpr std::array kOnes = {
    NumberWord{"one", 1},       NumberWord{"two", 2},        NumberWord{"three", 3},
    NumberWord{"four", 4},      NumberWord{"five", 5},       NumberWord{"six", 6},
    NumberWord{"seven", 7},     NumberWord{"eight", 8},      NumberWord{"nine", 9},
    NumberWord{"ten", 10},      NumberWord{"eleven", 11},    NumberWord{"twelve", 12},
    NumberWord{"thirteen", 13}, NumberWord{"fourteen", 14},  NumberWord{"fifteen", 15},
    NumberWord{"sixteen", 16},  NumberWord{"seventeen", 17}, NumberWord{"eighteen", 18},
    NumberWord{"nineteen", 19}, NumberWord{"zero", 0},
};
constexpr std::array kTens = {
    NumberWord{"twenty", 20}, NumberWord{"thirty", 30},  NumberWord{"forty", 40},  NumberWord{"fifty", 50},
    NumberWord{"sixty", 60},  NumberWord{"seventy", 70}, NumberWord{"eighty", 80}, NumberWord{"ninety", 90},
};
constexpr std::array kOrdinals = {
    NumberWord{"first", 1},       NumberWord{"second", 2},       NumberWord{"third", 3},
    NumberWord{"fourth", 4},      NumberWord{"fifth", 5},        NumberWord{"sixth", 6},
    NumberWord{"seventh", 7},     NumberWord{"eighth", 8},       NumberWord{"ninth", 9},
    NumberWord{"tenth", 10},      NumberWord{"eleventh", 11},    NumberWord{"twelfth", 12},
    NumberWord{"thirteenth", 13}, NumberWord{"fourteenth", 14},  NumberWord{"fifteenth", 15},
    NumberWord{"sixteenth", 16},  NumberWord{"seventeenth", 17}, NumberWord{"eighteenth", 18},
    NumberWord{"nineteenth", 19}, NumberWord{"twentieth", 20},   NumberWord{"thirtieth", 30},
};
constexpr std::array kDecades = {
    NumberWord{"twenties", 2}, NumberWord{"thirties", 3}, NumberWord{"forties", 4},
    NumberWord{"fifties", 5},  NumberWord{"sixties", 6},  NumberWord{"seventies", 7},
    NumberWord{"eighties", 8}, NumberWord{"nineties", 9},
};

template <std::size_t N>
std::optional<int> find(const std::array<NumberWord, N>& list, std::string_view word) {
  for (const auto& entry : list) {
    if (entry.word == word) return entry.value;
  }
  return std::nullopt;
}

class EdgeReader {
 public:
  EdgeReader(const Grammar::Impl& grammar, const Words& words, const std::vector<std::int32_t>& ids)
      : grammar_(grammar), words_(words.words), all_(words), ids_(ids), edges_(words.words.size()) {}

  std::vector<std::vector<Edge>> run() {
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const auto& word = words_[at_];
      switch (word.kind) {
        case WordKind::number:
          number(word);
          break;
        case WordKind::ordinal:
          ordinal(word.value, 1);
          if (word.value <= 31) add(Class::NTH, word.value);
          break;
        case WordKind::decade:
          if (word.digits != 2 || word.value != 0) add(Class::DECADE, word.value);
          break;
        case WordKind::fraction:
          add(Class::FRACTION, word.value);
          break;
        case WordKind::numeric_date:
          if (!is_version(word)) add(Class::NUMERICDATE, static_cast<std::int32_t>(word.detail));
          break;
        case WordKind::clock:
          // 10:45 may be a ratio or a verse: alone it wants a word like "at".
          add(Class::CLOCK, static_cast<std::int32_t>(word.detail), 1, !all_.digits[word.detail].meridiem);
          break;
        case WordKind::period:
          add(Class::PERIOD, word.value + (word.lower == "q" ? 10000 : word.lower == "h" ? 20000 : 0));
          break;
        case WordKind::letters:
          spelled();
          [[fallthrough]];
        case WordKind::punctuation:
          entries(word);
          break;
        case WordKind::opaque:
          break;
      }
    }
    return std::move(edges_);
  }

 private:
  void add(Class cls, std::int32_t value, std::size_t length = 1, bool weak = false) {
    Edge edge;
    edge.cls = cls;
    edge.value = value;
    edge.length = static_cast<std::uint16_t>(length);
    edge.weak = weak;
    edges_[at_].push_back(edge);
  }

  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at < words_.size() ? words_[at].lower : std::string_view();
  }

  [[nodiscard]] bool begins_sentence() const {
    return at_ == 0 || words_[at_].starts_line || words_[at_ - 1].kind == WordKind::punctuation;
  }

  // "version 2017.11.28"
  [[nodiscard]] bool is_version(const Word& date) const {
    const auto text = date.lower;
    if (text.find('.') == std::string_view::npos || text.find(':') != std::string_view::npos) return false;
    constexpr std::size_t kReach = 5;
    for (std::size_t back = 1; back <= kReach && back <= at_; ++back) {
      const auto before = words_[at_ - back].lower;
      for (const std::string_view name :
           {"version", "versions", "ver", "v", "firmware", "release", "build"}) {
        if (before == name) return true;
      }
      if (before == "." || before == ";") break;
    }
    return false;
  }

  void number(const Word& word) {
    const bool money =
        at_ > 0 && word.glued &&
        (words_[at_ - 1].lower == "$" || words_[at_ - 1].lower == "#" || words_[at_ - 1].lower == "+" ||
         words_[at_ - 1].lower == "£" || words_[at_ - 1].lower == "€");
    const bool share = at_ + 1 < words_.size() && words_[at_ + 1].glued && words_[at_ + 1].lower == "%";
    if (word.digits == 4 && word.value <= 2400 && word.value % 100 < 60 && !share)
      add(Class::HHMM, word.value);
    if (money || share) return;
    if (const int clock = dotted_clock(word.lower); clock >= 0) add(Class::DOTTED, clock);
    add(Class::NUM, word.value);
    if (word.digits <= 2 && word.value >= 1 && word.value <= 31) add(Class::DAY, word.value);
    if (word.digits <= 2 && word.value <= 24) add(Class::HOUR, word.value);
    if (word.digits == 4 && word.value >= 1000 && word.value < 2200) add(Class::YEAR, word.value);
  }

  void ordinal(int value, std::size_t length) {
    add(Class::ORDINAL, value, length);
    if (value >= 1 && value <= 31) add(Class::DAY, value, length);
  }

  // "twenty-four": the value and how many words; nothing if there is none.
  struct Spelled {
    int value;
    std::size_t length;
  };
  [[nodiscard]] std::optional<Spelled> below_hundred(std::size_t at) const {
    if (const auto ones = find(kOnes, word(at))) return Spelled{*ones, 1};
    const auto tens = find(kTens, word(at));
    if (!tens) return std::nullopt;
    const std::size_t next = word(at + 1) == "-" ? at + 2 : at + 1;
    if (const auto ones = find(kOnes, word(next)); ones && *ones > 0 && *ones < 10) {
      return Spelled{*tens + *ones, next + 1 - at};
    }
    return Spelled{*tens, 1};
  }

  [[nodiscard]] std::optional<Spelled> cardinal(std::size_t at) const {
    auto total = below_hundred(at);
    if (!total && word(at) == "hundred") return Spelled{100, 1};
    if (!total && (word(at) == "a") && (word(at + 1) == "hundred" || word(at + 1) == "thousand")) {
      return Spelled{word(at + 1) == "hundred" ? 100 : 1000, 2};
    }
    if (!total) return std::nullopt;
    for (const auto& [name, factor] : {NumberWord{"hundred", 100}, NumberWord{"thousand", 1000}}) {
      if (word(at + total->length) != name) continue;
      total = Spelled{total->value * factor, total->length + 1};
      const std::size_t next = at + total->length + (word(at + total->length) == "and" ? 1 : 0);
      if (const auto rest = below_hundred(next)) {
        total = Spelled{total->value + rest->value, next + rest->length - at};
      }
      break;
    }
    return total;
  }

  // "nineteen ninety-six", "nineteen hundred", "two thousand one".
  void spelled_year() {
    const auto first = below_hundred(at_);
    if (!first || first->value < 10 || first->value > 20) return;
    const auto second = below_hundred(at_ + first->length);
    if (second && second->value >= 10 && first->value >= 11) {
      add(Class::YEAR, first->value * 100 + second->value, first->length + second->length);
    }
  }

  void spelled() {
    const auto text = words_[at_].lower;
    if (const auto value = cardinal(at_)) {
      add(Class::NUM, value->value, value->length);
      if (value->value <= 12) add(Class::HOUR, value->value, value->length);
      if (value->value >= 2000 && value->value < 2100) add(Class::YEAR, value->value, value->length, true);
      spelled_year();
    }
    if (const auto value = find(kOrdinals, text)) ordinal(*value, 1);
    if (const auto tens = find(kTens, text)) {
      const std::size_t next = word(at_ + 1) == "-" ? at_ + 2 : at_ + 1;
      if (const auto ones = find(kOrdinals, word(next)); ones && *ones < 10) {
        ordinal(*tens + *ones, next + 1 - at_);
      }
    }
    if (const auto decade = find(kDecades, text)) add(Class::DECADE, *decade);
  }

  void entries(const Word& first) {
    if (ids_[at_] < 0) return;
    for (const auto& entry : grammar_.entries[static_cast<std::size_t>(ids_[at_])]) {
      if (entry.capital && !first.capital) continue;
      // "receive Weekly Summaries": a capital inside a sentence makes it a name.
      if (entry.cls == Class::FREQUENCY && first.capital && !begins_sentence()) continue;
      bool same = at_ + entry.words.size() <= words_.size();
      for (std::size_t i = 1; same && i < entry.words.size(); ++i) same = ids_[at_ + i] == entry.words[i];
      if (!same) continue;
      auto length = entry.words.size();
      const bool dot = entry.dotted && at_ + length < words_.size() && words_[at_ + length].glued &&
                       words_[at_ + length].lower == ".";
      add(entry.cls, entry.value, length, entry.weak);
      if (dot) add(entry.cls, entry.value, length + 1, entry.weak);
    }
  }

  const Grammar::Impl& grammar_;
  const std::vector<Word>& words_;
  const Words& all_;
  const std::vector<std::int32_t>& ids_;
  std::vector<std::vector<Edge>> edges_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::vector<Edge>> read_edges(const Grammar::Impl& grammar, const Words& words,
                                          const std::vector<std::int32_t>& ids) {
  return EdgeReader(grammar, words, ids).run();
}

}  // namespace hearsay::time
