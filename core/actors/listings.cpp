#include "core/actors/listings.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Upos;

constexpr TokenIndex kLongestLabel = 4;
constexpr TokenIndex kLongestItem = 14;
constexpr std::size_t kMostItems = 200;  // of one label

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_bullet(std::string_view word) {
  return is_one_of(word, {"-", "*", "•", "·", "–", "—", "o", "+", "▪", "◦"});
}

// Where the words of a list item begin.
TokenIndex after_bullet(const Reading& reading, const language::Sentence& sentence) {
  auto token = sentence.first;
  while (token + 1 < sentence.last() && is_bullet(reading.word(token))) ++token;
  return token;
}

// "v2", "2.3": a version by itself. A whole number is as well a day, a year or a count.
bool is_version_number(std::string_view word) {
  if (word.size() > 1 && ascii::to_lower(word[0]) == 'v') return ascii::is_digit(word[1]);
  return !word.empty() && ascii::is_digit(word.front()) && word.find('.') != std::string_view::npos;
}

// Whether what follows the name of a product in a list of versions begins here.
bool begins_versions(const Reading& reading, TokenIndex token, TokenIndex end, bool after_colon) {
  if (token >= end) return false;
  const auto word = ascii::lower(reading.word(token));
  if (is_one_of(word, {"version", "versions", "ver", "ver.", "<", "<=", "≤", ">=", "firmware"})) return true;
  const bool all = word == "all" || word == "any";
  if (all && token + 1 < end) {
    const auto next = ascii::lower(reading.word(token + 1));
    return is_one_of(next, {"version", "versions", "models", "releases", "firmware", "builds", "revisions"});
  }
  if (!after_colon) return false;
  return is_version_number(reading.word(token)) ||
         is_one_of(word,
                   {"prior", "before", "from", "release", "releases", "revision", "build", "up", "update"});
}

// A name is a short run of words without a verb that begins with a capital or a digit.
bool is_name(const Reading& reading, TokenIndex first, TokenIndex last) {
  if (first >= last || last - first > kLongestItem) return false;
  const char begin = reading.word(first).front();
  if (!ascii::is_upper(begin) && !ascii::is_digit(begin) && !ascii::is_beyond(begin)) return false;
  // "Update RTU-500 to version 2" tells what to do, and "RTU-500 before" is cut short.
  const auto final = reading.token(last - 1).upos;
  if (ascii::is_lower(reading.word(last - 1).front()) && (final == Upos::ADP || final == Upos::PART))
    return false;
  bool letters = false;
  for (auto token = first; token < last; ++token) {
    const auto word = reading.word(token);
    const bool small = ascii::is_lower(word.front());
    const auto upos = reading.token(token).upos;
    if (small && (upos == Upos::VERB || upos == Upos::AUX || upos == Upos::PRON || upos == Upos::SCONJ))
      return false;
    letters = letters || std::any_of(word.begin(), word.end(), ascii::is_letter);
  }
  return letters;
}

void add(const Reading& reading, Listing& listing, TokenIndex first, TokenIndex last, NameType type) {
  while (first < last && (reading.word(first) == "," || reading.word(first) == "and")) ++first;
  while (last > first && is_one_of(reading.word(last - 1), {",", ".", ";", ":", "and"})) --last;
  // "Acme RTU-500 (version 2)": the versions are no part of the name.
  for (auto token = first; token < last; ++token) {
    const bool open = reading.word(token) == "(" || reading.word(token) == ",";
    if (open && begins_versions(reading, token + 1, last, true)) last = token;
  }
  if (is_name(reading, first, last)) listing.names.push_back({first, last, type});
}

// The items after a label, parted by commas outside brackets.
void add_items(const Reading& reading, Listing& listing, TokenIndex first, TokenIndex end, NameType type) {
  int depth = 0;
  auto begin = first;
  for (auto token = first; token <= end && listing.names.size() < kMostItems; ++token) {
    const auto word = token < end ? reading.word(token) : std::string_view(",");
    if (word == "(" || word == "[") ++depth;
    if ((word == ")" || word == "]") && depth > 0) --depth;
    const bool parts = token == end || (depth == 0 && (word == "," || word == ";"));
    if (!parts) continue;
    add(reading, listing, begin, token, type);
    begin = token + 1;
  }
}

// "Brell Ltd, Inc.": a comma before a legal form parts nothing.
void mend_legal_forms(const Reading& reading, std::vector<TaggedName>& names) {
  for (std::size_t i = 1; i < names.size();) {
    const bool form = names[i].last - names[i].first <= 2 &&
                      reading.gazetteer.last_word(reading.word(names[i].first)) == NameWord::legal;
    if (!form || names[i].type != NameType::organization) {
      ++i;
      continue;
    }
    names[i - 1].last = names[i].last;
    names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

Listing read_listing(const Reading& reading, const language::Sentence& sentence) {
  Listing listing;
  const auto first = after_bullet(reading, sentence);
  const auto end = sentence.last();
  listing.label_end = sentence.first;
  auto colon = first;
  const auto limit = std::min(end, first + kLongestItem + 1);
  while (colon < limit && reading.word(colon) != ":") ++colon;
  const bool has_colon = colon < limit && colon > first;
  if (has_colon && colon - first <= kLongestLabel) {
    const auto label = reading.gazetteer.label(reading.text(reading.span(first, colon)));
    if (label != ListingLabel::none) {
      listing.label_end = colon + 1;
      const bool vendor = label == ListingLabel::vendor;
      if (label == ListingLabel::other) return listing;
      add_items(reading, listing, colon + 1, end, vendor ? NameType::organization : NameType::product);
      if (vendor) mend_legal_forms(reading, listing.names);
      return listing;
    }
  }
  if (has_colon) {
    if (begins_versions(reading, colon + 1, end, true))
      add(reading, listing, first, colon, NameType::product);
    return listing;
  }
  const bool item =
      reading.document.blocks()[sentence.block].kind == BlockKind::list_item || first > sentence.first;
  if (!item) return listing;
  for (auto token = first + 1; token < limit; ++token) {
    if (!begins_versions(reading, token, end, false)) continue;
    add(reading, listing, first, token, NameType::product);
    break;
  }
  return listing;
}

}  // namespace hearsay::actors
