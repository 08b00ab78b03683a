// Names that the text says are of one thing, and acronyms with what they stand for.
#include <algorithm>
#include <map>

#include "core/actors/cast.hpp"
#include "core/actors/name_workshop.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using ascii::is_letter;
using ascii::is_upper;

// The initials of a name's words, in capitals, without a leading "the"; with `capitals_only` of capitalised
// words.
std::string initials_of(std::string_view name, bool capitals_only) {
  if (name.size() > 4 && (name[0] == 'T' || name[0] == 't') && name.substr(1, 3) == "he ")
    name.remove_prefix(4);
  std::string initials;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool word_start = i == 0 || name[i - 1] == ' ' || name[i - 1] == '-' || name[i - 1] == '/';
    if (!word_start || !is_letter(name[i]) || (capitals_only && !is_upper(name[i]))) continue;
    initials += static_cast<char>(name[i] & ~0x20);
  }
  return initials;
}

}  // namespace

// "the Federal Office for Seals (BSS)": letters, maybe of another language than the name's, in brackets right
// behind it.
bool NameWorkshop::is_defined_by(std::uint32_t name, std::uint32_t short_form) const {
  const Found &a = names[name], &b = names[short_form];
  if (a.type != NameType::organization || a.last - a.first < 2 || b.type == NameType::place) return false;
  const auto text = reading.document.text();
  const auto letters = reading.text(b.span);
  constexpr std::size_t kLongest = 8;
  const auto capitals = std::count_if(letters.begin(), letters.end(), is_upper);
  return letters.size() <= kLongest && capitals >= 2 &&
         std::all_of(letters.begin(), letters.end(), is_letter) && text.substr(a.span.end, 2) == " (" &&
         b.span.begin == a.span.end + 2 && text.substr(b.span.end, 1) == ")";
}

void NameWorkshop::settle_short_forms() {
  std::map<std::string_view, std::uint32_t> times;
  std::vector<std::uint32_t> defined;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    ++times[reading.text(names[i].span)];
    if (i > 0 && is_defined_by(i - 1, i)) defined.push_back(i);
  }
  std::map<std::string_view, bool> bodies;
  for (const auto i : defined) {
    if (times[reading.text(names[i].span)] > 1) bodies[reading.text(names[i].span)] = true;
  }
  for (Found& name : names) {
    if (bodies.count(reading.text(name.span)) > 0) name.type = NameType::organization;
  }
}

void NameWorkshop::join_acronyms(Sets& sets) {
  // "Fancy Heron, also known as XT28", "Fancy Heron/XT28".
  for (std::uint32_t i = 0; i + 1 < names.size(); ++i) {
    const Found &a = names[i], &b = names[i + 1];
    if (a.sentence != b.sentence || a.type != b.type || b.first < a.last || b.first - a.last > 5) continue;
    const auto between = reading.text(Span{a.span.end, b.span.begin});
    const bool same = between.find("also known as") != std::string_view::npos ||
                      between.find("aka ") != std::string_view::npos ||
                      between.find("a.k.a.") != std::string_view::npos ||
                      between.find("also called") != std::string_view::npos ||
                      (between == "/" && a.type == NameType::threat_group);
    if (same) join(sets, wording_of[i], wording_of[i + 1], "the text says so");
  }
  // Side by side: "National Watch (NW)", "NW (short for the National Watch)".
  for (std::uint32_t i = 0; i + 1 < names.size(); ++i) {
    const Found &a = names[i], &b = names[i + 1];
    if (a.sentence != b.sentence || b.first - a.last > 7 || b.first <= a.last) continue;
    const auto between = reading.text(Span{a.span.end, b.span.begin});
    const auto open = between.find('(');
    if (open == std::string_view::npos || between.find(')') != std::string_view::npos) continue;
    if (between.substr(0, open).find_first_not_of(" ") != std::string_view::npos) continue;
    const bool said = between.find("short for") != std::string_view::npos ||
                      between.find("known as") != std::string_view::npos ||
                      between.find("formerly") != std::string_view::npos ||
                      between.find("stands for") != std::string_view::npos ||
                      between.find("abbreviat") != std::string_view::npos;
    const auto text_a = reading.text(a.span), text_b = reading.text(b.span);
    const bool defined =
        is_defined_by(i, i + 1) && b.type == NameType::organization && wordings[wording_of[i + 1]].count > 1;
    if (!said && !defined && !is_acronym_of(text_b, text_a) && !is_acronym_of(text_a, text_b)) continue;
    if (a.type != b.type && (a.type == NameType::person || b.type == NameType::person) && !said) continue;
    join(sets, wording_of[i], wording_of[i + 1],
         said      ? "the text says so"
         : defined ? "in brackets behind the name"
                   : "acronym");
  }
  // Apart: initials of exactly one body.
  const auto bodies = of_type(NameType::organization);
  std::map<std::string, std::vector<std::uint32_t>> by_initials;
  for (const auto i : bodies) {
    if (wordings[i].words.size() < 2) continue;
    const auto text = reading.text(names[wordings[i].first].span);
    const auto all = initials_of(text, false), capitals = initials_of(text, true);
    by_initials[all].push_back(i);
    if (capitals != all) by_initials[capitals].push_back(i);
  }
  for (const auto i : bodies) {
    if (!wordings[i].capitals) continue;
    std::string letters;
    for (const char c : reading.text(names[wordings[i].first].span)) {
      if (is_letter(c)) letters += static_cast<char>(c & ~0x20);
    }
    const auto found = by_initials.find(letters);
    if (letters.size() < 2 || found == by_initials.end()) continue;
    const auto whole = found->second.front();
    const bool several = std::any_of(found->second.begin(), found->second.end(),
                                     [&](std::uint32_t j) { return sets.find(j) != sets.find(whole); });
    if (!several) join(sets, whole, i, "acronym");
  }
}

bool is_acronym_of(std::string_view acronym, std::string_view name) {
  std::string letters;
  for (const char c : acronym) {
    if (is_letter(c)) letters += static_cast<char>(c & ~0x20);
  }
  if (letters.size() < 2 || letters.size() > 10 || acronym.find(' ') != std::string_view::npos) return false;
  // "Harbour Watch of Norland (HW)".
  const auto of = name.rfind(" of ");
  if (of != std::string_view::npos && of > 0 && name.substr(0, of).find(' ') != std::string_view::npos &&
      is_acronym_of(acronym, name.substr(0, of))) {
    return true;
  }
  const auto all = initials_of(name, false);
  return all.size() >= 2 && (all == letters || initials_of(name, true) == letters);
}

}  // namespace hearsay::actors
