#include <algorithm>

#include "core/actors/cast.hpp"
#include "core/actors/listings.hpp"
#include "core/actors/mentions.hpp"
#include "core/actors/name_bodies.hpp"
#include "core/actors/name_parts.hpp"
#include "core/actors/name_unions.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::kNoToken;
using language::Upos;

using ascii::is_upper;

bool is_quote_or_stop(std::string_view word) {
  return word == "\"" || word == "'" || word == "“" || word == "”" || word == "‘" || word == "’" ||
         word == "," || word == "." || word == "(" || word == ")" || word == "[" || word == "]" ||
         word == "*" || word == ":";
}

// Takes quotation marks, possessive endings and articles off the ends.
void trim(const Reading& reading, TaggedName& name) {
  while (name.first < name.last &&
         (is_quote_or_stop(reading.word(name.first)) || is_possessive_ending(reading, name.first))) {
    ++name.first;
  }
  while (name.first < name.last) {
    const auto word = reading.word(name.last - 1);
    const bool dotted = word == "." && reading.token(name.last - 1).joined;  // "Inc|."
    if (!is_possessive_ending(reading, name.last - 1) && (!is_quote_or_stop(word) || dotted)) break;
    --name.last;
  }
}

NameType type_of(NameClass name_class) {
  switch (name_class) {
    case NameClass::country:
    case NameClass::capital:
    case NameClass::place:
    case NameClass::city:
    case NameClass::demonym:
      return NameType::place;
    case NameClass::product:
    case NameClass::malware:
    case NameClass::inventory_product:
      return NameType::product;
    case NameClass::threat_group:
      return NameType::threat_group;
    case NameClass::government:
    case NameClass::international:
    case NameClass::outlet:
    case NameClass::vendor:
    case NameClass::inventory_vendor:
      return NameType::organization;
  }
  return NameType::organization;
}

// "American officials": no name but a description, which the nominals read. A government is left to the cast.
bool is_common_noun(const Reading& reading, const TaggedName& name) {
  const auto word = reading.word(name.last - 1);
  const auto first = reading.word(name.first);
  if (ascii::is_lower(first.front()) && name.last - name.first > 1 &&
      reading.gazetteer.noun(reading.lemma(name.first)) != nullptr) {
    return true;  // "government of Brell"
  }
  if (word.front() < 'a' || word.front() > 'z' || word == "government") return false;
  return name.type == NameType::organization && is_upper(reading.word(name.first).front()) &&
         reading.gazetteer.noun(reading.lemma(name.last - 1)) != nullptr;
}

// "ransomware", "bread": what a thing is, not what it is called.
bool is_plain_product(const Reading& reading, const TaggedName& name) {
  const auto text = reading.text(reading.span(name.first, name.last));
  return name.type == NameType::product &&
         std::none_of(text.begin(), text.end(), [](char c) { return is_upper(c) || ascii::is_digit(c); });
}

// "Ransomware", "Hackers" at the beginning of a sentence: a capital that means nothing.
bool is_plain_noun(const Reading& reading, const TaggedName& name, const language::Sentence& sentence) {
  if (name.last - name.first != 1 || name.first != sentence.first) return false;
  const auto word = reading.word(name.first);
  if (word.size() < 2 || is_upper(word[1])) return false;
  return reading.gazetteer.noun(reading.lemma(name.first)) != nullptr &&
         reading.token(name.first).upos != Upos::PROPN;
}

// Why what the tagger takes for a name is none; null: it is one.
// "Ostrava-built", "Norland-based"
bool is_made_with_participle(std::string_view word) {
  constexpr std::string_view kParticiples[] = {"-built",  "-made", "-based", "-owned",
                                               "-backed", "-led",  "-linked"};
  return std::any_of(std::begin(kParticiples), std::end(kParticiples),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

const char* why_dropped(const Reading& reading, const TaggedName& name, const language::Sentence& sentence) {
  if (reading.gazetteer.label(reading.text(reading.span(name.first, name.last))) != ListingLabel::none) {
    return "a label, not a name";
  }
  const bool one_word = name.last - name.first == 1;
  if (one_word && reading.token(name.first).upos == Upos::PRON) return "a pronoun, not a name";
  if (is_made_with_participle(reading.text(reading.span(name.first, name.last))))
    return "says where a thing is from";
  const bool short_enough = name.last - name.first <= 2;
  if (short_enough && is_demonym(reading, name.first, name.last) && name.type != NameType::place) {
    return "an adjective of a country, not a name";
  }
  if (is_common_noun(reading, name)) return "describes somebody, names nobody";
  if (is_plain_product(reading, name)) return "says what a thing is, not what it is called";
  if (is_plain_noun(reading, name, sentence)) return "an ordinary word that begins a sentence";
  return nullptr;
}

// The listed name that agrees with the type the tagger gave, else the first one.
std::uint32_t listed_as(const Reading& reading, const ListMatch& match, NameType type) {
  std::uint32_t first = kNobody;
  for (const auto index : *match.names) {
    const auto& name = reading.gazetteer.names[index];
    if (name.acronym && !match.alike) continue;
    if (name.name_class == NameClass::demonym && type != NameType::place) continue;
    if (type_of(name.name_class) == type) return index;
    if (first == kNobody) first = index;
  }
  return first;
}

// The type of a name that the lists know as a body only, where the tagger takes it for a thing or a place. A
// person may bear a company's name, and what a company sells may be called like the company.
NameType type_by_lists(const Reading& reading, const ListMatch& match, NameType tagged) {
  if (tagged != NameType::product && tagged != NameType::place) return tagged;
  const bool body = match.alike && std::all_of(match.names->begin(), match.names->end(), [&](auto index) {
                      const ListedName& one = reading.gazetteer.names[index];
                      const bool sells = one.name_class == NameClass::vendor ||
                                         one.name_class == NameClass::inventory_vendor;
                      return type_of(one.name_class) == NameType::organization && !one.acronym &&
                             (!sells || tagged == NameType::place);
                    });
  return body ? NameType::organization : tagged;
}

// Whether a listed name that the tagger passed over is taken all the same. It must be hard to mistake:
// several words, or letters that no ordinary word has, or a word that this text never writes small.
bool stands_out(const Reading& reading, const ListMatch& match, const WordHabits& habits) {
  const auto text = reading.text(reading.span(match.first, match.last));
  if (!match.alike || !is_upper(text.front())) return false;
  const auto& language = reading.language;
  const bool only_names = std::all_of(match.names->begin(), match.names->end(), [&](std::uint32_t index) {
    const auto name_class = reading.gazetteer.names[index].name_class;
    return name_class != NameClass::demonym && name_class != NameClass::city;
  });
  if (!only_names) return false;
  for (auto token = match.first; token < match.last; ++token) {
    const auto upos = language.tokens[token].upos;
    if (upos == Upos::VERB || upos == Upos::AUX || upos == Upos::PRON || upos == Upos::ADV) return false;
  }
  if (match.last - match.first > 1) return true;
  if (habits.habit(text) == 1 || habits.habit(text) == 2) return false;
  const bool mixed =
      std::any_of(text.begin() + 1, text.end(), [](char c) { return is_upper(c) || ascii::is_digit(c); });
  const bool sentence_start = match.first == language.sentence(match.first).first;
  return language.tokens[match.first].upos == Upos::PROPN && (mixed || !sentence_start) && text.size() > 2;
}

// "Russian hackers", "Italian firms" in a text about attacks: its reader asks which states are involved, and
// annotators of such texts mark these words as places (AnnoCTR: 183 of 256), while those of other texts do
// not (UNER). Not "in English", where no noun follows, and not "the Russian government", which is a body.
void add_states(const Reading& reading, const WordHabits& habits, const std::vector<ListMatch>& matches,
                std::vector<TaggedName>& names) {
  if (habits.about_attacks() == 0) return;
  for (const ListMatch& match : matches) {
    if (!match.alike || !is_demonym(reading, match.first, match.last)) continue;
    const auto token = match.last - 1;
    const auto head = reading.token(token).head;
    const bool plural =
        reading.token(token).xpos == language::Xpos::NNPS || reading.token(token).xpos == language::Xpos::NNS;
    const bool tells_whose =
        head != kNoToken && head > token && head <= token + 4 &&
        (reading.token(head).upos == Upos::NOUN || reading.token(head).upos == Upos::PROPN);
    if (!plural && (!tells_whose || reading.lemma(head) == "government")) continue;
    const bool taken = std::any_of(names.begin(), names.end(), [&](const TaggedName& name) {
      return match.first < name.last && name.first < match.last;
    });
    if (!taken) names.push_back({match.first, match.last, NameType::place});
  }
}

// A title in front of a person's name, or as its first word, and what it says.
void read_title(const Reading& reading, const language::Sentence& sentence, Found& found) {
  const auto& gazetteer = reading.gazetteer;
  auto at = found.first;
  NameWord title = gazetteer.first_word(reading.word(at));
  const bool inside = found.last - found.first > 1 && title >= NameWord::title;
  if (!inside && at > sentence.first) {
    auto before = at - 1;
    if (reading.word(before) == "." && before > sentence.first) --before;
    title = gazetteer.first_word(reading.word(before));
  }
  if (title < NameWord::title) title = NameWord::none;
  found.titled = title != NameWord::none;
  if (title == NameWord::title_male) found.gender = 'm';
  if (title == NameWord::title_female) found.gender = 'f';
  if (found.gender == 'x') {
    const char gender = gazetteer.gender(reading.word(inside ? at + 1 : at));
    if (gender != 0) found.gender = gender;
  }
  // "spokeswoman Lina Holt".
  if (found.gender == 'x' && found.first > sentence.first) {
    const auto* noun = gazetteer.noun(reading.lemma(found.first - 1));
    if (noun != nullptr) found.gender = noun->gender;
  }
}

// Whether a name means the same without this first word: an article, or the maker of what follows.
bool adds_nothing(const Reading& reading, TokenIndex token, const ListMatch& rest) {
  const auto word = reading.word(token);
  if (!is_upper(word.front()) || ascii::lower(word) == "the") return true;
  if (reading.gazetteer.find(word, NameClass::vendor) == nullptr) return false;
  bool product = false, made = false;
  for (const auto index : *rest.names) {
    const auto& name = reading.gazetteer.names[index];
    product = product || name.name_class == NameClass::product;
    made = made || folded(name.maker) == folded(word);
  }
  return made || !product;
}

// What the layout names goes before what the tagger sees in the same words, and a label is nobody's name.
void take_listing(const Listing& listing, std::vector<TaggedName>& names) {
  std::erase_if(names, [&](const TaggedName& name) {
    return name.first < listing.label_end ||
           std::any_of(listing.names.begin(), listing.names.end(), [&](const TaggedName& told) {
             return told.first < name.last && name.first < told.last;
           });
  });
  names.insert(names.end(), listing.names.begin(), listing.names.end());
}

// How far the tagger's word is doubted: it is bold, so "outside" gains a little, but not where capitalised
// words, a proper noun among them, stand side by side within a sentence of running text; and where there are
// three, "outside" is doubted, for the tagger, which has learnt from forums too, makes less of capitals than
// such text does.
std::vector<std::int32_t> doubts(const Reading& reading, const language::Sentence& sentence) {
  // In the model's units; tuned on UNER dev and AnnoCTR dev.
  constexpr std::int32_t kCaution = -40, kCompany = 200;
  constexpr TokenIndex kMany = 3;
  std::vector<std::int32_t> doubt(sentence.count, kCaution);
  std::size_t words = 0, capitals = 0;
  for (auto token = sentence.first; token < sentence.last(); ++token) {
    const auto word = reading.word(token);
    if (word.size() < 4) continue;
    ++words;
    if (is_upper(word.front())) ++capitals;
  }
  const bool running = reading.word(sentence.last() - 1) == "." && words > 0;
  if (!is_upper(reading.word(sentence.first).front()) || (!running && (words < 4 || capitals * 2 > words)))
    return doubt;
  const auto looks = [&](TokenIndex token) {
    return token > sentence.first && token < sentence.last() && is_upper(reading.word(token).front()) &&
           (reading.token(token).upos == Upos::PROPN || reading.token(token).upos == Upos::NOUN ||
            reading.token(token).upos == Upos::ADJ);
  };
  for (auto token = sentence.first; token < sentence.last(); ++token) {
    const auto first = token;
    TokenIndex proper = 0;
    for (; looks(token); ++token) proper += reading.token(token).upos == Upos::PROPN ? 1 : 0;
    if (proper == 0 || token - first < 2) continue;
    for (auto i = first; i < token; ++i) doubt[i - sentence.first] = token - first < kMany ? 0 : kCompany;
  }
  return doubt;
}

}  // namespace

std::string Reading::lemma(TokenIndex token) const {
  std::string out(language.lemma(token));
  for (char& c : out) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

TokenIndex Reading::head_of(TokenIndex first, TokenIndex last) const {
  TokenIndex head = last - 1;
  for (auto token = first; token < last; ++token) {
    const auto above = language.tokens[token].head;
    if (above == kNoToken || above < first || above >= last) head = token;
    if (head == token && language.tokens[token].upos != Upos::PUNCT) break;
  }
  return head;
}

bool Reading::is_subject(TokenIndex token) const {
  const auto rel = language.tokens[token].rel;
  return rel == language::Deprel::nsubj || rel == language::Deprel::nsubj_pass ||
         rel == language::Deprel::nsubj_outer;
}

bool Reading::in_title(std::uint32_t sentence) const {
  return document.blocks()[language.sentences[sentence].block].kind == BlockKind::title;
}

std::vector<Found> find_names(const Reading& reading, std::uint32_t sentence_index,
                              const std::vector<LabelScores>& scores, const WordHabits& habits,
                              const std::vector<Time>& times) {
  const auto& sentence = reading.language.sentences[sentence_index];
  const auto features =
      name_features(reading.document, reading.language, sentence, habits, reading.gazetteer);
  auto names = tagged_names(
      reading.gazetteer.tagger.label(features, scores.data() + sentence.first, doubts(reading, sentence)),
      sentence.first);
  for (TaggedName& name : names) {
    trim(reading, name);
    complete_company(reading, sentence, name);
  }
  std::vector<Found> dropped;
  std::erase_if(names, [&](const TaggedName& name) {
    if (name.first >= name.last) return true;
    const char* why = why_dropped(reading, name, sentence);
    if (why == nullptr) return false;
    Found mention;
    mention.span = reading.span(name.first, name.last);
    mention.dropped = why;
    dropped.push_back(std::move(mention));
    return true;
  });

  unite_firms(reading, sentence, names);
  unite_nicknames(reading, names);
  part_persons(reading, names);
  part_descriptions(reading, names);
  part_roles(reading, names);
  part_places(reading, names);
  part_possessives(reading, names);
  const auto block = reading.document.blocks()[sentence.block].kind;
  if (block == BlockKind::title || block == BlockKind::heading) {
    std::erase_if(names, [&](const TaggedName& name) { return runs_together(reading, habits, name); });
  }
  add_employers(reading, sentence, names);
  add_companies(reading, sentence, names);
  add_bodies(reading, sentence, times, names);

  const auto matches = match_lists(reading.document, reading.language, sentence, reading.gazetteer);
  complete_listed(reading, matches, names);
  for (const ListMatch& match : matches) {
    const bool taken = std::any_of(names.begin(), names.end(), [&](const TaggedName& name) {
      return match.first < name.last && name.first < match.last;
    });
    if (taken || !stands_out(reading, match, habits)) continue;
    const auto listed = listed_as(reading, match, NameType::organization);
    if (listed == kNobody) continue;
    names.push_back({match.first, match.last, type_of(reading.gazetteer.names[listed].name_class)});
  }
  add_states(reading, habits, matches, names);
  const auto listing = read_listing(reading, sentence);
  take_listing(listing, names);
  std::sort(names.begin(), names.end(),
            [](const TaggedName& a, const TaggedName& b) { return a.first < b.first; });
  add_acronyms(reading, sentence, names);

  std::vector<Found> found;
  for (const TaggedName& name : names) {
    Found mention;
    mention.first = name.first;
    mention.last = name.last;
    mention.head = reading.head_of(name.first, name.last);
    mention.span = reading.span(name.first, name.last);
    mention.form = MentionForm::name;
    mention.sentence = sentence_index;
    mention.type = name.type;
    if (!found.empty() && mention.first < found.back().last) continue;
    // A date is no name ("May", "Thanksgiving").
    const auto time = std::lower_bound(times.begin(), times.end(), mention.span.begin,
                                       [](const Time& t, std::uint32_t at) { return t.span.end <= at; });
    if (time != times.end() && time->span.contains(mention.span)) continue;
    for (const ListMatch& match : matches) {
      // "the Brell"; "Brell Windows" is no Windows of the lists, unless Brell is its maker.
      const bool same = match.last == name.last &&
                        (match.first == name.first ||
                         (match.first == name.first + 1 && adds_nothing(reading, name.first, match)));
      if (!same) continue;
      mention.type = type_by_lists(reading, match, name.type);
      mention.listed = listed_as(reading, match, mention.type);
    }
    if (name.type == NameType::person) read_title(reading, sentence, mention);
    mention.told = std::any_of(listing.names.begin(), listing.names.end(), [&](const TaggedName& told) {
      return told.first == name.first && told.last == name.last;
    });
    if (mention.told) {
      mention.type_why = name.type == NameType::product ? "listed as a product" : "listed as the vendor";
    }
    found.push_back(std::move(mention));
  }
  for (Found& one : dropped) found.push_back(std::move(one));
  return found;
}

}  // namespace hearsay::actors
