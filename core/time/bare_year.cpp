#include "core/time/bare_year.hpp"

#include <algorithm>
#include <initializer_list>

namespace hearsay::time {
namespace {

constexpr std::uint32_t kVersionReach = 5;  // words between "versions" and the number that tells one

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_year(const Word& word) {
  return word.kind == WordKind::number && word.digits == 4 && word.value >= 1000 && word.value < 2200;
}

bool is_name(const Word& word) {
  return word.kind == WordKind::opaque ||
         (word.kind == WordKind::letters && (word.capital || word.inner_capital));
}

class Judge {
 public:
  Judge(const std::vector<Word>& words, std::uint32_t first, std::uint32_t last, int year)
      : words_(words), first_(first), year_(year), number_(words[first]) {
    if (first > 0) before_ = &words[first - 1];
    if (first > 1) second_before_ = &words[first - 2];
    if (last < words.size()) after_ = &words[last];
  }

  [[nodiscard]] bool run() const {
    if (led()) return !counts() || is_one_of(before_->lower, {"since", "during"});
    if (before_ != nullptr && before_->kind == WordKind::period) return true;  // "Q3 2024"
    if (is_release() || is_of_product_row()) return false;
    const bool alone = number_.starts_line && (after_ == nullptr || after_->starts_line);
    if (number_.kind != WordKind::number || (alone && year_ < 2040)) return year_ >= 1600;
    if (before_ != nullptr && before_->lower == "(") return year_ >= 1000 && in_parentheses();
    if (is_attribute()) return true;
    if (counts() || measures()) return false;
    if (year_ < 1900 || year_ > 2059) return old_year();
    if (before_ == nullptr) return after_ != nullptr && after_->lower != ".";
    if (before_->lower == "." || before_->lower == "\"") return begins_clause();
    if (before_->glued && number_.glued && is_one_of(before_->lower, {"-", "/"})) return joined();
    if (is_name(*before_) && (before_->inner_capital || !begins_sentence())) {
      return is_one_of(before_->lower, {"in", "of", "by", "and", "the", "from", "to", "for", "on", "over"});
    }
    if (is_one_of(before_->lower, {"than", "about", "some", "nearly", "almost", "over", "least"})) {
      return year_ >= 1950 && year_ < 2040 && year_ % 100 != 0 && ends_phrase();
    }
    if (is_one_of(before_->lower,
                  {"port",  "ports", "v",     "no", "number",  "id", "page", "pages", "line", "rfc", "iso",
                   "error", "code",  "event", "at", "windows", "#",  "+",    "=",     ":",    "$"})) {
      return false;
    }
    return before_->kind != WordKind::number && before_->kind != WordKind::opaque;
  }

 private:
  // "in 2016", "early 2016".
  [[nodiscard]] bool led() const {
    return before_ != nullptr &&
           is_one_of(before_->lower, {"in", "since", "during", "until", "till", "early", "late", "mid",
                                      "year", "around", "circa", "fiscal", "season", "throughout"});
  }

  [[nodiscard]] bool counts() const {
    return after_ != nullptr && !after_->glued && after_->kind == WordKind::letters && !after_->capital &&
           after_->lower.size() > 3 && after_->lower.back() == 's' &&
           !is_one_of(after_->lower, {"plans", "versus", "does", "says"});
  }
  [[nodiscard]] bool measures() const {
    return after_ != nullptr && after_->kind == WordKind::letters && !after_->glued &&
           is_one_of(after_->lower, {"people", "percent", "men", "women", "feet", "km", "million", "billion",
                                     "or", "mb", "gb", "kb", "bit"});
  }

  // "versions prior to 2017", "2018 R3", "2017 (17.0.0)", "2048-bit".
  [[nodiscard]] bool is_release() const {
    for (std::uint32_t back = 1; back <= kVersionReach && back <= first_; ++back) {
      const auto& word = words_[first_ - back];
      if (is_one_of(word.lower, {"version", "versions", "firmware"})) return true;
      if (back == 1 && is_one_of(word.lower, {"release", "releases", "build", "edition"})) return true;
      if (is_one_of(word.lower, {".", ";", "in", "since"})) break;
    }
    if (after_ == nullptr) return false;
    if (is_one_of(after_->lower, {"lts", "sp", "edition", "update", "build", "beta"})) return true;
    if (after_->kind == WordKind::opaque) return true;
    const auto next = static_cast<std::size_t>(after_ - words_.data()) + 1;
    if (next >= words_.size()) return false;
    const auto& second = words_[next];
    // "advisory 2022-003": the third of that year's.
    if (after_->glued && after_->lower == "-" && second.glued && second.kind == WordKind::number &&
        second.digits == 3) {
      return true;
    }
    if (after_->lower == "(")
      return second.kind == WordKind::opaque || (second.kind == WordKind::number && second.digits == 9);
    return after_->glued && after_->lower == "-" && second.glued &&
           is_one_of(second.lower, {"bit", "byte", "mb", "px"});
  }

  // "Windows Server 2016, 2019 & 2022": if the first of the row is no year, the others are none.
  [[nodiscard]] bool is_of_product_row() const {
    auto at = first_;
    while (at >= 2 && is_one_of(words_[at - 1].lower, {",", "and", "or", "&"}) && is_year(words_[at - 2]))
      at -= 2;
    return at != first_ && at > 0 && is_name(words_[at - 1]) && !words_[at - 1].starts_line;
  }

  // "The Club (1791)"; but "Designer3 (2000)" is a product.
  [[nodiscard]] bool in_parentheses() const {
    if (after_ == nullptr || after_->lower != ")") return year_ >= 1900;
    return second_before_ == nullptr || (second_before_->kind != WordKind::opaque && year_ != 2000);
  }

  // "the 2021 campaigns", "2019 and 2020 campaigns": a plural follows, but the number counts nothing.
  [[nodiscard]] bool is_attribute() const {
    if (before_ == nullptr || year_ < 1600 || year_ >= 2040 || year_ % 100 == 0) return false;
    if (is_one_of(before_->lower, {"the", "a", "an", "that", "this", "s", "its", "their", "our", "his"}))
      return true;
    return is_one_of(before_->lower, {"and", "or", ",", "between"}) && second_before_ != nullptr &&
           (is_year(*second_before_) || before_->lower == "between");
  }

  [[nodiscard]] bool old_year() const {
    return before_ != nullptr && year_ >= 1400 && year_ < 1900 &&
           is_one_of(before_->lower, {"of", "from", "by", "to", "and", "-", "between"}) &&
           (after_ == nullptr || after_->kind != WordKind::letters || after_->lower == "and" ||
            after_->lower == "to");
  }

  [[nodiscard]] bool begins_clause() const {
    return after_ != nullptr && is_one_of(after_->lower, {"will", "was", "has", "is", "saw", "brought",
                                                          "also", "marked", "continues"});
  }

  [[nodiscard]] bool begins_sentence() const {
    return before_->starts_line ||
           (second_before_ != nullptr && is_one_of(second_before_->lower, {".", "!", "?"}));
  }

  [[nodiscard]] bool ends_phrase() const {
    return after_ == nullptr || after_->kind == WordKind::punctuation ||
           is_one_of(after_->lower, {"and", "the", "with", "when", "by", "in"});
  }

  // "2015-2017", "2016/17", "pre-2016".
  [[nodiscard]] bool joined() const {
    if (second_before_ == nullptr) return false;
    if (second_before_->kind == WordKind::number) return is_year(*second_before_);
    return second_before_->kind == WordKind::letters && !second_before_->caps;
  }

  const std::vector<Word>& words_;
  std::uint32_t first_;
  int year_;
  const Word& number_;
  const Word* before_ = nullptr;
  const Word* second_before_ = nullptr;
  const Word* after_ = nullptr;
};

}  // namespace

bool can_be_year(const std::vector<Word>& words, std::uint32_t first, std::uint32_t last, int year) {
  return Judge(words, first, last, year).run();
}

}  // namespace hearsay::time
