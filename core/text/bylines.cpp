#include "core/text/bylines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text/ascii.hpp"

namespace hearsay::text {
namespace {

using ascii::is_digit;
using ascii::is_upper;

using ascii::lower;

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = line.find_first_not_of(" \t,|()", at);
    if (begin == std::string_view::npos) break;
    at = std::min(line.find_first_of(" \t,|()", begin), line.size());
    words.push_back(line.substr(begin, at - begin));
  }
  return words;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_month(std::string_view word) {
  constexpr std::array kMonths = std::to_array<std::string_view>(
      {"january",   "february", "march",    "april",    "may",  "june", "july", "august",
       "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
       "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"});
  return is_one_of(word, kMonths);
}

// A word that a written date or time of day may hold: a number, a month, a weekday, "at", "p.m.", "GMT".
bool is_date_word(std::string_view word) {
  constexpr std::array kWords = std::to_array<std::string_view>(
      {"monday",  "tuesday",   "wednesday", "thursday", "friday", "saturday", "sunday", "mon",     "tue",
       "wed",     "thu",       "fri",       "sat",      "sun",    "am",       "pm",     "a.m",     "p.m",
       "a.m.",    "p.m.",      "at",        "on",       "gmt",    "utc",      "est",    "edt",     "et",
       "bst",     "cet",       "cest",      "the",      "of",     "min",      "mins",   "minutes", "read",
       "updated", "published", "posted",    "revised",  "last"});
  if (!word.empty() && is_digit(word.front())) return true;
  while (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return is_month(word) || is_one_of(word, kWords) ||
         word.find_first_not_of("-–—·|/:") == std::string_view::npos;
}

bool has_year(std::string_view word) {
  for (std::size_t i = 0; i + 4 <= word.size(); ++i) {
    const bool century = (word[i] == '1' && word[i + 1] == '9') || (word[i] == '2' && word[i + 1] == '0');
    if (century && is_digit(word[i + 2]) && is_digit(word[i + 3])) return true;
  }
  return false;
}

// Nothing but a date, perhaps with the time of day.
bool is_date(const std::vector<std::string_view>& words) {
  if (words.empty() || words.size() > 14) return false;
  bool year = false;
  bool day = false;
  for (const auto word : words) {
    const auto small = lower(word);
    if (!is_date_word(small)) return false;
    year |= has_year(small);
    day |= is_month(small) || small.find_first_of("-/.") != std::string::npos;
  }
  return year && day;
}

bool is_author(const std::vector<std::string_view>& words) {
  constexpr std::size_t kMostWords = 12;
  constexpr std::size_t kMostWordsOfSeveral = 24;
  const bool several = std::any_of(words.begin(), words.end(),
                                   [](std::string_view word) { return word == "and" || word == "&"; });
  if (words.size() < 2 || words.size() > (several ? kMostWordsOfSeveral : kMostWords)) return false;
  const auto first = lower(words[0]);
  const bool written_by =
      (first == "written" || first == "posted" || first == "reported") && lower(words[1]) == "by";
  if (first != "by" && first != "by:" && !written_by) return false;
  const auto name = words[written_by ? 2u : 1u];
  if (words.size() < (written_by ? 3u : 2u) || !is_upper(name.front())) return false;
  const auto last = words.back();
  const bool initial = last.size() == 2;  // "By Jane D."
  return initial || (last.back() != '.' && last.back() != ':');
}

// "Last revised: May 3, 2019", "Published 3 May 2019", "Date: 2019-05-03", "Alert Code: XY-1".
bool is_dated_label(std::string_view line, const std::vector<std::string_view>& words) {
  constexpr std::array kLabels = std::to_array<std::string_view>(
      {"published", "posted", "updated", "revised", "released", "release", "issued", "modified", "date",
       "original", "last", "first", "created", "reviewed"});
  if (words.size() > 14 || words.size() < 2) return false;
  auto first = lower(words.front());
  if (first.back() == ':') first.pop_back();
  if (!is_one_of(first, kLabels)) return false;
  if (line.back() == '.' && line.find(':') == std::string_view::npos) return false;
  return std::any_of(words.begin(), words.end(), [](std::string_view word) { return has_year(word); });
}

// "LONDON, May 3 (Newswire)" on a line of its own.
bool is_dateline(std::string_view line, const std::vector<std::string_view>& words) {
  if (words.size() < 2 || words.size() > 8 || !is_upper(line.front())) return false;
  const auto place = words.front();
  if (place.size() < 3 || !std::all_of(place.begin(), place.end(), is_upper)) return false;
  const bool dated =
      std::any_of(words.begin() + 1, words.end(), [](auto word) { return is_month(lower(word)); });
  return dated && (line.back() == ')' || is_digit(line.back()) || line.ends_with("-") || line.ends_with("—"));
}

// "Bratislava, Tuesday 16 April 2024".
bool is_place_and_date(std::string_view line) {
  const auto comma = line.find(',');
  if (comma == std::string_view::npos || comma > 40) return false;
  const auto place = words_of(line.substr(0, comma));
  const bool named =
      !place.empty() && place.size() <= 3 &&
      std::all_of(place.begin(), place.end(),
                  [](auto word) { return !is_digit(word.front()) && !is_month(lower(word)); }) &&
      is_upper(place.front().front());
  return named && is_date(words_of(line.substr(comma)));
}

// "Penn Systems | First published: 3 May 2019".
bool has_dated_part(std::string_view line) {
  while (!line.empty()) {
    const auto bar = std::min(line.find(" | "), line.size());
    auto part = line.substr(0, bar);
    line.remove_prefix(std::min(bar + 3, line.size()));
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty() && is_dated_label(part, words_of(part))) return true;
  }
  return false;
}

// "TLP:AMBER" on a line of its own, and the head of a mail.
bool is_marking(std::string_view line) {
  constexpr std::array kLabels = std::to_array<std::string_view>(
      {"TLP:", "From: ", "To: ", "Cc: ", "Sent: ", "Date: ", "Reply-To: ", "Classification: "});
  return line.size() <= 100 && line.back() != '.' &&
         std::any_of(kLabels.begin(), kLabels.end(),
                     [&](std::string_view label) { return line.starts_with(label); });
}

// What a publisher adds under an article or between its paragraphs: who else wrote it, what else to read.
bool is_furniture(std::string_view line) {
  constexpr std::array kOpenings =
      std::to_array<std::string_view>({"reporting by ",     "additional reporting",
                                       "with reporting by", "with inputs from",
                                       "with input from",   "editing by ",
                                       "writing by ",       "compiled by ",
                                       "photograph by ",    "photo by ",
                                       "share on:",         "share on ",
                                       "share this",        "share:",
                                       "read more:",        "read also:",
                                       "related:",          "related stories",
                                       "related articles",  "follow us on ",
                                       "sign up for our",   "subscribe to our",
                                       "most viewed",       "most read",
                                       "most popular"});
  if (line.front() == '(' || line.front() == '[') line.remove_prefix(1);
  const auto small = lower(line.substr(0, 24));
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return small.starts_with(opening); });
}

}  // namespace

bool is_byline(std::string_view line) {
  if (line.empty()) return false;
  const auto words = words_of(line);
  if (words.empty()) return false;
  return is_marking(line) || is_furniture(line) || is_date(words) || is_author(words) ||
         is_dated_label(line, words) || is_dateline(line, words) || is_place_and_date(line) ||
         (line.find(" | ") != std::string_view::npos && has_dated_part(line));
}

bool names_author(const Line& line, std::string_view words) {
  constexpr std::array kRoles =
      std::to_array<std::string_view>({"reporter", "correspondent", "editor", "staff", "writer", "columnist",
                                       "bureau", "desk", "analyst", "contributor", "contributors", "author"});
  if (line.ends_sentence() || line.has_stop || line.last == ':' || !line.upper_start) return false;
  if (words.find(" | ") != std::string_view::npos) return true;
  if (line.words > 6) return false;
  for (const auto word : words_of(words)) {
    if (is_one_of(lower(word), kRoles)) return true;
  }
  return line.words >= 2 && line.words <= 3 && line.capitalised == line.words && !line.all_caps;
}

}  // namespace hearsay::text
