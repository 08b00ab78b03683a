#include "core/language/sentence_breaks.hpp"

#include <algorithm>
#include <array>

#include "core/text/ascii.hpp"

namespace hearsay::language {
namespace {

bool is_roman(std::string_view word) {
  constexpr std::size_t kLongest = 5;  // xviii
  const auto all_of = [word](std::string_view letters) {
    return word.find_first_not_of(letters) == std::string_view::npos;
  };
  return word.size() <= kLongest && (all_of("ivx") || all_of("IVX"));
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool breaks_line(std::string_view text, const std::vector<RawToken>& words, std::size_t i) {
  const auto end = words[i].span.end;
  return text.substr(end, words[i + 1].span.begin - end).find('\n') != std::string_view::npos;
}

// Marks with which no sentence begins.
constexpr std::array<std::string_view, 8> kFollowers = {",", ";", ":", ".", ")", "]", "}", "\u201D"};

bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  return word.size() >= 3 && ascii::is_upper(word.front()) &&
         is_one_of(ascii::lower(word.substr(0, 3)), kMonths);
}

bool all_capitals(std::string_view word) {
  constexpr std::size_t kShortest = 3;
  return word.size() >= kShortest && ascii::is_upper(word.front()) &&
         std::none_of(word.begin(), word.end(), ascii::is_lower);
}

// What a sentence that ends within a line ends with, or the mark that closes a quotation or a bracket after
// it.
bool ends_with_mark(std::string_view word) {
  constexpr std::array<std::string_view, 14> kMarks = {".", "?", "!", ":",      ";",      "\"",     "'",
                                                       ")", "]", "|", "\u2026", "\u201D", "\u2019", "\u00BB"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](auto mark) { return word.ends_with(mark); });
}

bool is_web_address(std::string_view word) {
  return word.find("//") != std::string_view::npos || word.starts_with("www.");
}

// A short item or cell is no running prose, in which the treebanks have lost the breaks of lines.
bool is_apart(const Block& block) {
  constexpr std::uint32_t kLongest = 160;
  return block.span.end - block.span.begin <= kLongest &&
         (block.kind == BlockKind::list_item || block.kind == BlockKind::table_row);
}

// "5 pm | EDT", "5 pm Eastern Daylight | Time": a time of day and its zone.
bool names_zone(std::string_view text, const std::vector<RawToken>& words, std::size_t i) {
  constexpr std::array<std::string_view, 22> kZones = {
      "ET",  "EST", "EDT", "CT",  "CST", "CDT",  "MT",  "MST", "MDT", "PT",   "PST",
      "PDT", "UTC", "GMT", "BST", "CET", "CEST", "EET", "JST", "IST", "AEST", "AEDT"};
  constexpr std::array<std::string_view, 4> kRegions = {"Eastern", "Central", "Mountain", "Pacific"};
  constexpr std::array<std::string_view, 4> kHalves = {"am", "pm", "a.m.", "p.m."};
  const auto word = words[i].span.in(text);
  const auto next = words[i + 1].span.in(text);
  if (next == "Time") return word == "Daylight" || word == "Standard" || is_one_of(word, kRegions);
  if (i == 0 || !ascii::is_digit(words[i - 1].span.in(text).front())) return false;
  return is_one_of(ascii::lower(word), kHalves) && (is_one_of(next, kZones) || is_one_of(next, kRegions));
}

// Without a space, a sentence ends only with a mark, and before a small letter only where a word stands
// before the mark: nothing ends in "*.dll" or "0c:89:ab".
bool is_glued(std::string_view text, const std::vector<RawToken>& words, std::size_t i) {
  if (words[i].span.end < words[i + 1].span.begin) return false;
  const auto word = words[i].span.in(text);
  if (!ends_with_mark(word) || word.back() == ':' || word.back() == ';') return true;
  if (!ascii::is_lower(words[i + 1].span.in(text).front())) return false;
  return i == 0 || words[i - 1].span.end < words[i].span.begin ||
         !ascii::is_alnum(words[i - 1].span.in(text).back());
}

// The quotation goes on with who says it: ["We know of none," | Holm said].
bool ends_quoted_clause(std::string_view text, const std::vector<RawToken>& words, std::size_t i) {
  const auto word = words[i].span.in(text);
  if (i == 0 || (word != "\"" && word != "\u201D")) return false;
  return words[i - 1].span.end == words[i].span.begin && words[i - 1].span.in(text) == ",";
}

bool stands_free(const std::vector<RawToken>& words, std::size_t i) {
  return words[i - 1].span.end < words[i].span.begin && words[i].span.end < words[i + 1].span.begin;
}

}  // namespace

bool is_marker(std::string_view word) {
  constexpr std::size_t kMostDigits = 3;
  if (word.size() == 1 && ascii::is_letter(word[0])) return true;
  if (is_roman(word)) return true;
  if (std::all_of(word.begin(), word.end(), ascii::is_digit)) return word.size() <= kMostDigits;
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return ascii::is_alnum(c) || c == '?' || c == '!'; }) &&
         word.size() <= kMostDigits;
}

std::size_t caption_label_end(std::string_view text, const std::vector<RawToken>& words, std::size_t first) {
  constexpr std::array<std::string_view, 6> kLabels = {"Figure",  "Fig.",   "Table",
                                                       "Exhibit", "FIGURE", "TABLE"};
  if (first + 2 >= words.size() || !is_one_of(words[first].span.in(text), kLabels)) return first;
  const auto number = words[first + 1].span.in(text);
  const auto stop = words[first + 2].span.in(text);
  const bool label = ascii::is_alnum(number.front()) && number.size() <= 4 && (stop == "." || stop == ":");
  return label ? first + 3 : first;
}

std::size_t item_label_end(std::string_view text, const std::vector<RawToken>& words, std::size_t first) {
  if (first + 2 >= words.size() || !is_marker(words[first].span.in(text))) return first;
  const auto number = words[first].span.in(text).front();
  const auto stop = words[first + 1].span.in(text);
  const bool label = (ascii::is_lower(number) || ascii::is_digit(number)) && (stop == "." || stop == ")") &&
                     words[first].span.end == words[first + 1].span.begin;
  return label ? first + 2 : first;
}

std::size_t dateline_end(std::string_view text, const std::vector<RawToken>& words, std::size_t first) {
  constexpr std::size_t kMostWords = 24;
  const std::size_t limit = std::min(words.size(), first + kMostWords);
  bool dated = false;
  bool bracket = false;
  for (std::size_t i = first; i + 1 < limit; ++i) {
    const auto word = words[i].span.in(text);
    if (i > first && !bracket && is_dash(word) && stands_free(words, i)) {
      const bool sure =
          dated || words[i - 1].span.in(text) == ")" || all_capitals(words[first].span.in(text));
      return sure && !ascii::is_lower(words[i + 1].span.in(text).front()) ? i + 1 : first;
    }
    bracket = (bracket || word == "(") && word != ")";
    dated = dated || is_month(word);
    // A place, a day and a wire are written with capitals and figures.
    if (!bracket && ascii::is_lower(word.front())) return first;
  }
  return first;
}

bool goes_on(std::string_view text, const std::vector<RawToken>& words, std::size_t i, const Block& block) {
  const auto word = words[i].span.in(text);
  const auto next = words[i + 1].span.in(text);
  if (words[i + 1].joined || next.starts_with("\u00A7")) return true;  // "Id. § 3553"
  if (is_one_of(next, kFollowers)) return true;
  if (is_glued(text, words, i) || ends_quoted_clause(text, words, i)) return true;
  if (!breaks_line(text, words, i)) {
    if (names_zone(text, words, i) || (is_apart(block) && !ends_with_mark(word))) return true;
    // "is to be found at: https://..."
    if (is_web_address(next) && !is_web_address(word) && (!ends_with_mark(word) || word == ":")) return true;
  }
  // "CVE-2017-0144 has been assigned"
  const bool identifier = ascii::is_upper(word.front()) && ascii::is_digit(word.back()) &&
                          word.find('-') != std::string_view::npos;
  if (identifier && ascii::is_lower(next.front()) && !breaks_line(text, words, i)) return true;
  // The mark of a name: "LOGO! 12/24RCE".
  if (word != "!" || i == 0 || !ascii::is_digit(next.front())) return false;
  const auto name = words[i - 1].span.in(text);
  return name.size() > 1 && std::all_of(name.begin(), name.end(), ascii::is_upper);
}

}  // namespace hearsay::language
