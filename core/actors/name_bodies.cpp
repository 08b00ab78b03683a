#include "core/actors/name_bodies.hpp"

#include <algorithm>

#include "core/actors/cast.hpp"
#include "core/actors/name_parts.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::TokenIndex;
using language::Upos;

using ascii::is_upper;

constexpr TokenIndex kLongestCompany = 8;  // words

// "Ltd." of "Corvane Systems Ltd." where the tagger stopped short; "AG", "GmbH" and the like. Not "Security":
// only what is no ordinary word.
bool is_legal_form(std::string_view word) {
  static constexpr std::string_view kForms[] = {"Inc",    "Inc.", "Ltd",   "Ltd.", "LLC", "LLP",    "PLC",
                                                "plc",    "Corp", "Corp.", "GmbH", "AG",  "S.A.",   "B.V.",
                                                "S.p.A.", "Pty",  "N.V.",  "NV",   "BV",  "Limited"};
  return std::find(std::begin(kForms), std::end(kForms), word) != std::end(kForms);
}

// Legal forms, and "Co." where one follows; "Co.,Ltd" in one.
bool is_company_form(const Reading& reading, TokenIndex token) {
  const auto word = reading.word(token);
  if (is_legal_form(word)) return true;
  if (word.starts_with("Co.") && word.size() > 4) return true;
  const bool more = token + 1 < reading.language.tokens.size();
  if (word == "," || word == "." || word == "Co" || word == "Co.") {
    auto next = token + 1;
    while (next < reading.language.tokens.size() && (reading.word(next) == "." || reading.word(next) == ","))
      ++next;
    return more && next < reading.language.tokens.size() && is_legal_form(reading.word(next)) &&
           next - token <= 3 && (word == "Co" || word == "Co." || reading.word(token - 1).starts_with("Co"));
  }
  return false;
}

bool is_capitalised_word(const Reading& reading, TokenIndex token) {
  const auto upos = reading.token(token).upos;
  return is_upper(reading.word(token).front()) &&
         (upos == Upos::PROPN || upos == Upos::NOUN || upos == Upos::ADJ || upos == Upos::NUM ||
          upos == Upos::VERB);
}

bool in_time(const Reading& reading, const std::vector<Time>& times, TokenIndex token) {
  const Span span = reading.token(token).span;
  const auto time = std::lower_bound(times.begin(), times.end(), span.begin,
                                     [](const Time& t, std::uint32_t at) { return t.span.end <= at; });
  return time != times.end() && time->span.contains(span);
}

// "Tarn Office" of the lists.
bool is_product(const Reading& reading, const TaggedName& name) {
  return reading.gazetteer.find(reading.text(reading.span(name.first, name.last)), NameClass::product) !=
         nullptr;
}

// Where a body's full name begins that ends before `end` and that `acronym` abbreviates; `end` where none
// does.
TokenIndex full_name_of(const Reading& reading, const language::Sentence& sentence, std::string_view acronym,
                        TokenIndex end, const std::vector<TaggedName>& names) {
  constexpr TokenIndex kMostWords = 10;
  for (auto first = end; first > sentence.first && end - first < kMostWords;) {
    --first;
    if (!is_upper(reading.word(first).front())) continue;
    if (!is_acronym_of(acronym, reading.text(reading.span(first, end)))) continue;
    // "Remote Code Execution (RCE)" is nobody: a part must be known for a body.
    bool body = false, crossed = false;
    for (const TaggedName& name : names) {
      const bool overlaps = name.first < end && first < name.last;
      crossed = crossed || (overlaps && (name.first < first || name.last > end));
      body = body || (overlaps && name.type == NameType::organization);
    }
    return body && !crossed ? first : end;
  }
  return end;
}

}  // namespace

bool is_possessive_ending(const Reading& reading, TokenIndex token) {
  const auto word = reading.word(token);
  return word == "'s" || word == "’s" || word == "'" || word == "’" || word == "'S" || word == "’S";
}

void complete_company(const Reading& reading, const language::Sentence& sentence, TaggedName& name) {
  if (name.type != NameType::organization || name.last >= sentence.last()) return;
  auto next = name.last;
  if (reading.word(next) == "," && next + 1 < sentence.last()) ++next;
  if (is_legal_form(reading.word(next))) name.last = next + 1;
}

void add_companies(const Reading& reading, const language::Sentence& sentence,
                   std::vector<TaggedName>& names) {
  for (auto token = sentence.first + 1; token < sentence.last(); ++token) {
    if (!is_company_form(reading, token)) continue;
    TaggedName company{token, token + 1, NameType::organization};
    while (company.last < sentence.last() && is_company_form(reading, company.last)) ++company.last;
    bool words = false;
    while (company.first > sentence.first && company.last - company.first < kLongestCompany) {
      const auto word = reading.word(company.first - 1);
      const bool capital = is_upper(word.front()) && word.size() > 1;
      const bool link = words && (word == "&" || word == "-" || word == "(" || word == ")");
      if (!capital && !link) break;
      words = words || capital;
      --company.first;
    }
    while (company.first < token && !is_upper(reading.word(company.first).front())) ++company.first;
    if (company.first == token) continue;
    // A list of companies without anything between them, or a name that reaches beyond: leave it.
    const bool crossed = std::any_of(names.begin(), names.end(), [&](const TaggedName& name) {
      const bool overlaps = name.first < company.last && company.first < name.last;
      const bool whole = name.type == NameType::organization && name.first <= token && token < name.last;
      return overlaps && (name.first < company.first || name.last > company.last || whole);
    });
    token = company.last - 1;
    if (crossed) continue;
    std::erase_if(names, [&](const TaggedName& name) {
      return company.first <= name.first && name.last <= company.last;
    });
    names.push_back(company);
    std::sort(names.begin(), names.end(),
              [](const TaggedName& a, const TaggedName& b) { return a.first < b.first; });
  }
}

// Bodies whose name says what they are: "Office for Digital Protection", "Data Commissioner's Office". Not in
// headlines, where every word is capitalised.
void add_bodies(const Reading& reading, const language::Sentence& sentence, const std::vector<Time>& times,
                std::vector<TaggedName>& names) {
  std::size_t words = 0, capitals = 0;
  for (auto token = sentence.first; token < sentence.last(); ++token) {
    const auto word = reading.word(token);
    if (word.size() < 4) continue;
    ++words;
    if (is_upper(word.front())) ++capitals;
  }
  if (capitals * 10 > words * 7 && reading.word(sentence.last() - 1) != ".") return;
  for (auto token = sentence.first; token < sentence.last(); ++token) {
    if (!is_capitalised_word(reading, token) || !says_body(reading, token)) continue;
    TaggedName body{token, token + 1, NameType::organization};
    while (body.first > sentence.first) {
      const auto before = body.first - 1;
      const bool genitive =
          is_possessive_ending(reading, before) && before > sentence.first &&
          is_capitalised_word(reading, before - 1) &&
          reading.gazetteer.find(fold_into(kFoldStart, reading.word(before - 1))) == nullptr;
      if (!genitive && (!is_capitalised_word(reading, before) || before == sentence.first)) break;
      body.first = genitive ? before - 1 : before;
    }
    auto next = body.last;
    while (next + 1 < sentence.last()) {
      const auto link = reading.word(next);
      if (link != "of" && link != "for" && link != "on" && link != "and") break;
      auto begin = next + 1;
      if (reading.word(begin) == "the" && begin + 1 < sentence.last()) ++begin;
      if (in_time(reading, times, begin)) break;  // "on Monday"
      auto end = begin;
      while (end < sentence.last() && is_capitalised_word(reading, end)) ++end;
      if (end == begin || (link == "and" && next == body.last && body.last == token + 1)) break;
      body.last = next = end;
    }
    if (body.last - body.first < 2 || is_product(reading, body)) continue;
    // What the tagger found inside is part of it; what reaches beyond it stands.
    bool crossed = false;
    for (const TaggedName& name : names) {
      const bool overlaps = name.first < body.last && body.first < name.last;
      crossed = crossed || (overlaps && (name.first < body.first || name.last > body.last)) ||
                (overlaps && name.first == body.first && name.last == body.last) ||
                (overlaps && name.type == NameType::organization && name.first <= token && token < name.last);
    }
    if (crossed) continue;
    std::erase_if(names,
                  [&](const TaggedName& name) { return body.first <= name.first && name.last <= body.last; });
    names.push_back(body);
    std::sort(names.begin(), names.end(),
              [](const TaggedName& a, const TaggedName& b) { return a.first < b.first; });
    token = body.last;
  }
}

// "National Infrastructure Watch (NIW)": the acronym is a name too, and it tells where the full name begins.
void add_acronyms(const Reading& reading, const language::Sentence& sentence,
                  std::vector<TaggedName>& names) {
  for (auto open = sentence.first; open + 2 < sentence.last(); ++open) {
    if (reading.word(open) != "(" || reading.word(open + 2) != ")") continue;
    const auto acronym = reading.word(open + 1);
    if (!is_upper(acronym.front())) continue;
    const auto first = full_name_of(reading, sentence, acronym, open, names);
    if (first == open) continue;
    std::erase_if(names, [&](const TaggedName& name) {
      return (first <= name.first && name.last <= open) || (name.first == open + 1 && name.last == open + 2);
    });
    const auto place =
        std::find_if(names.begin(), names.end(), [&](const TaggedName& name) { return name.first > first; });
    const TaggedName both[] = {{first, open, NameType::organization},
                               {open + 1, open + 2, NameType::organization}};
    names.insert(place, std::begin(both), std::end(both));
  }
}

}  // namespace hearsay::actors
