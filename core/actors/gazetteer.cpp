#include "core/actors/gazetteer.hpp"

#include <algorithm>
#include <utility>

#include "core/assets/assets.hpp"
#include "core/lexicon/table.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using ascii::is_digit;
using ascii::is_lower;
using ascii::is_upper;
// Letters beyond ASCII count as letters, without folding of their case.
bool counts(char c) {
  return ascii::is_alnum(c) || ascii::is_beyond(c);
}

bool all_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), is_lower) && std::any_of(text.begin(), text.end(), is_upper);
}

// Short names in capitals are words too ("US", "WHO", "ICE", "FIRST"), and so are names that hold one
// capitalised word: the text must write them as the list does. Longer ones may stand in a headline in
// capitals.
bool written_alike(std::string_view text, const ListedName& name) {
  if (name.acronym) return all_capitals(text);
  for (std::size_t i = 0; i < name.text.size() && i < text.size(); ++i) {
    if (!is_upper(name.text[i]) && !is_lower(name.text[i])) break;
    return is_upper(name.text[i]) == is_upper(text[i]) || !is_upper(name.text[i]);
  }
  return true;
}

constexpr std::size_t kShortestShouted = 4;  // letters of a word all in capitals that is no acronym

// "CERT-TN", "Tarn-PSIRT", "GovCERT": a response team, whoever's it is, as the whole field names them.
bool is_response_team(std::string_view word) {
  constexpr std::string_view teams[] = {"CERT", "CSIRT", "CIRT", "PSIRT"};
  return std::any_of(std::begin(teams), std::end(teams), [&](std::string_view team) {
    const auto at = word.find(team);
    if (at == std::string_view::npos) return false;
    const auto after = at + team.size();
    return after == word.size() || !ascii::is_letter(word[after]);
  });
}

constexpr std::size_t kLongestName =
    9;  // tokens; "Agence nationale de la sécurité des systèmes d'information"

struct TableSpec {
  const char* file;
  NameClass name_class;
  std::size_t cells;
  std::size_t country_cell;
};

}  // namespace

std::uint64_t fold_into(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    if (!counts(c)) continue;
    hash = (hash ^ static_cast<unsigned char>(ascii::to_lower(c))) * 1099511628211ull;
  }
  return hash;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (counts(c)) out += ascii::to_lower(c);
  }
  return out;
}

void NameHints::reserve(std::size_t most) {
  std::size_t slots = 16;
  while (slots < 2 * most) slots *= 2;
  slots_.assign(slots, 0);
}

void NameHints::add(std::string_view name, std::uint8_t classes) {
  const std::uint64_t key = fold_into(kFoldStart, name) & ~std::uint64_t{15};
  auto slot = static_cast<std::size_t>(key >> 8) & (slots_.size() - 1);
  while (slots_[slot] != 0 && (slots_[slot] & ~std::uint64_t{15}) != key)
    slot = (slot + 1) & (slots_.size() - 1);
  slots_[slot] |= key | classes;
}

std::uint8_t NameHints::find(std::uint64_t key) const {
  if (slots_.empty()) return 0;
  key &= ~std::uint64_t{15};
  for (auto slot = static_cast<std::size_t>(key >> 8) & (slots_.size() - 1); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    if ((slots_[slot] & ~std::uint64_t{15}) == key) return slots_[slot] & 15;
  }
  return 0;
}

const std::vector<std::uint32_t>* Gazetteer::Impl::find(std::uint64_t key) const {
  const auto found = by_key.find(key);
  return found == by_key.end() ? nullptr : &found->second;
}

const ListedName* Gazetteer::Impl::find(std::string_view text, NameClass name_class) const {
  const auto* found = find(fold_into(kFoldStart, text));
  if (found == nullptr) return nullptr;
  for (const auto index : *found) {
    if (names[index].name_class == name_class && written_alike(text, names[index])) return &names[index];
  }
  return nullptr;
}

const ActorNoun* Gazetteer::Impl::noun(std::string_view lemma) const {
  const auto found = nouns.find(lemma);
  return found == nouns.end() ? nullptr : &found->second;
}

NameWord Gazetteer::Impl::first_word(std::string_view word) const {
  const auto found = first_words.find(word);
  return found == first_words.end() ? NameWord::none : found->second;
}

NameWord Gazetteer::Impl::last_word(std::string_view word) const {
  const auto found = last_words.find(word);
  if (found != last_words.end()) return found->second;
  if (is_response_team(word)) return NameWord::organization;
  if (word.size() < kShortestShouted || !std::all_of(word.begin(), word.end(), ascii::is_upper))
    return NameWord::none;
  // "MINISTRY OF SEALS", as letterheads have it.
  std::string quiet = ascii::lower(word);
  quiet.front() = word.front();
  const auto shouted = last_words.find(quiet);
  return shouted == last_words.end() ? NameWord::none : shouted->second;
}

ListingLabel Gazetteer::Impl::label(std::string_view text) const {
  const auto found = labels.find(fold_into(kFoldStart, text));
  return found == labels.end() ? ListingLabel::none : found->second;
}

char Gazetteer::Impl::gender(std::string_view first_name) const {
  const auto found = first_names.find(first_name);
  return found == first_names.end() ? '\0' : found->second;
}

void Gazetteer::Impl::add(NameClass name_class, std::uint32_t entity, std::string_view text,
                          std::string_view full, std::string_view country) {
  if (text.empty()) return;
  ListedName name;
  name.name_class = name_class;
  name.acronym = text.size() <= 6 && all_capitals(text);
  name.entity = entity;
  name.text = text;
  name.full = full;
  name.country = country;
  by_key[fold_into(kFoldStart, text)].push_back(static_cast<std::uint32_t>(names.size()));
  names.push_back(name);
}

Result<bool> Gazetteer::Impl::add_table(const char* file, NameClass name_class, std::size_t cells,
                                        std::size_t country_cell) {
  auto rows = lexicon::parse_table(file, asset(file), 1, cells);
  if (!rows) return rows.error();
  for (const auto& row : rows.value()) {
    const auto cell = [&](std::size_t i) { return i < row.cells.size() ? row.cells[i] : std::string_view(); };
    const std::uint32_t entity = entities++;
    const std::string_view country = cell(country_cell);
    const auto row_class = name_class == NameClass::government && cell(3) == "organization"
                               ? NameClass::international
                               : name_class;
    const auto first = names.size();
    add(row_class, entity, cell(0), cell(0), country);
    if (country_cell < 2) continue;
    for (const auto other : lexicon::split(cell(1), '|')) add(row_class, entity, other, cell(0), country);
    if (name_class != NameClass::product) continue;
    for (auto i = first; i < names.size(); ++i) names[i].maker = cell(2);
  }
  return true;
}

namespace {

Result<bool> add_countries(Gazetteer::Impl& impl) {
  constexpr const char* kFile = "lexicons/countries.tsv";
  auto rows = lexicon::parse_table(kFile, asset(kFile), 4, 5);
  if (!rows) return rows.error();
  for (const auto& row : rows.value()) {
    const std::uint32_t entity = impl.entities++;
    const auto name = row.cells[1];
    const auto code = row.cells[0];
    impl.add(NameClass::country, entity, name, name, code);
    for (const auto other : lexicon::split(row.cells[2], '|')) {
      impl.add(NameClass::country, entity, other, name, code);
    }
    for (const auto people : lexicon::split(row.cells[3], '|')) {
      impl.add(NameClass::demonym, entity, people, name, code);
    }
    if (row.cells.size() < 5 || row.cells[4].empty()) continue;
    const std::uint32_t capital = impl.entities++;
    for (const auto other : lexicon::split(row.cells[4], '|')) {
      impl.add(NameClass::capital, capital, other, other, code);
    }
  }
  return true;
}

ActorNoun actor_noun(std::string_view noun_class, std::string_view traits) {
  ActorNoun noun;
  if (noun_class == "government") noun.noun_class = NounClass::government;
  if (noun_class == "outlet") noun.noun_class = NounClass::outlet;
  if (noun_class == "person") noun.noun_class = NounClass::person;
  if (noun_class == "group") noun.noun_class = NounClass::group;
  if (noun_class == "product") noun.noun_class = NounClass::product;
  if (noun_class == "state") noun.noun_class = NounClass::state;
  for (const auto trait : lexicon::split(traits, '|')) {
    if (trait == "collective") noun.collective = true;
    if (trait == "role") noun.role = true;
    if (trait == "head") noun.head = true;
    if (trait == "speaks") noun.speaks = true;
    if (trait == "bare") noun.bare = true;
    if (trait == "weak") noun.weak = true;
    if (trait == "exact") noun.exact = true;
    if (trait == "malicious") noun.malicious = true;
    if (trait == "male") noun.gender = 'm';
    if (trait == "female") noun.gender = 'f';
  }
  return noun;
}

NameWord name_word(std::string_view says) {
  if (says == "government") return NameWord::government;
  if (says == "organization") return NameWord::organization;
  if (says == "outlet") return NameWord::outlet;
  if (says == "law") return NameWord::law;
  if (says == "legal") return NameWord::legal;
  if (says == "person-title-male") return NameWord::title_male;
  if (says == "person-title-female") return NameWord::title_female;
  if (says == "person-title") return NameWord::title;
  return NameWord::none;
}

Result<bool> add_words(Gazetteer::Impl& impl) {
  auto nouns = lexicon::parse_table("actor_nouns.tsv", asset("lexicons/actor_nouns.tsv"), 2, 3);
  if (!nouns) return nouns.error();
  for (const auto& row : nouns.value()) {
    impl.nouns.emplace(row.cells[0], actor_noun(row.cells[1], row.cells.size() > 2 ? row.cells[2] : ""));
  }
  auto words = lexicon::parse_table("name_words.tsv", asset("lexicons/name_words.tsv"), 3, 3);
  if (!words) return words.error();
  for (const auto& row : words.value()) {
    if (row.cells[2] != "first") impl.last_words.emplace(row.cells[0], name_word(row.cells[1]));
    if (row.cells[2] != "last") impl.first_words.emplace(row.cells[0], name_word(row.cells[1]));
  }
  auto labels = lexicon::parse_table("listing_labels.tsv", asset("lexicons/listing_labels.tsv"), 2, 2);
  if (!labels) return labels.error();
  for (const auto& row : labels.value()) {
    const auto label = row.cells[1] == "vendor"    ? ListingLabel::vendor
                       : row.cells[1] == "product" ? ListingLabel::product
                                                   : ListingLabel::other;
    impl.labels.emplace(fold_into(kFoldStart, row.cells[0]), label);
  }
  auto first_names = lexicon::parse_table("first_names.tsv", asset("lexicons/first_names.tsv"), 2, 2);
  if (!first_names) return first_names.error();
  for (const auto& row : first_names.value()) {
    impl.first_names.emplace(row.cells[0], row.cells[1].empty() ? 'x' : row.cells[1].front());
  }
  return true;
}

Result<bool> add_hints(NameHints& hints) {
  constexpr const char* kFile = "lexicons/known_names.tsv";
  auto rows = lexicon::parse_table(kFile, asset(kFile), 2, 2);
  if (!rows) return rows.error();
  hints.reserve(rows.value().size());
  for (const auto& row : rows.value()) {
    std::uint8_t classes = 0;
    for (const char letter : row.cells[1]) {
      if (letter == 'f') classes |= NameHints::first_name;
      if (letter == 's') classes |= NameHints::surname;
      if (letter == 'p') classes |= NameHints::place;
      if (letter == 'o') classes |= NameHints::body;
    }
    hints.add(row.cells[0], classes);
  }
  return true;
}

}  // namespace

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::Gazetteer(Gazetteer&& other) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&& other) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::load() {
  auto gazetteer = load_lists();
  if (!gazetteer) return gazetteer.error();
  auto tagger = NameTagger::load(asset("models/names.bin"));
  if (!tagger) return tagger.error();
  gazetteer.value().impl_->tagger = std::move(tagger).value();
  return gazetteer;
}

Result<Gazetteer> Gazetteer::load_lists() {
  auto impl = std::make_unique<Impl>();
  if (auto done = add_countries(*impl); !done) return done.error();
  // Where a name stands on several lists the earlier list is thought of first.
  constexpr TableSpec kTables[] = {
      {"lexicons/agencies.tsv", NameClass::government, 4, 2},
      {"lexicons/outlets.tsv", NameClass::outlet, 3, 2},
      {"lexicons/vendors.tsv", NameClass::vendor, 3, 2},
      {"lexicons/products.tsv", NameClass::product, 3, 3},
      {"lexicons/malware.tsv", NameClass::malware, 2, 3},
      {"lexicons/threat_groups.tsv", NameClass::threat_group, 3, 2},
      {"lexicons/places.tsv", NameClass::place, 2, 1},
      {"lexicons/cities.tsv", NameClass::city, 2, 1},
  };
  for (const auto& table : kTables) {
    auto done = impl->add_table(table.file, table.name_class, table.cells, table.country_cell);
    if (!done) return done.error();
  }
  if (auto done = add_words(*impl); !done) return done.error();
  if (auto done = add_hints(impl->hints); !done) return done.error();
  if (!impl->classes.load(asset("models/word_classes.bin"))) {
    return Error{ErrorCode::bad_model, "models/word_classes.bin is damaged or of another version."};
  }
  auto pronouns = PronounWeights::load(asset("lexicons/pronoun_weights.tsv"));
  if (!pronouns) return pronouns.error();
  impl->pronouns = pronouns.value();
  return Gazetteer(std::move(impl));
}

std::vector<ListMatch> match_lists(const Document& document, const language::LanguageLayer& language,
                                   const language::Sentence& sentence, const Gazetteer::Impl& gazetteer) {
  std::vector<ListMatch> found;
  for (auto first = sentence.first; first < sentence.last();) {
    const auto begin = language.tokens[first].span.begin;
    if (!counts(document.text()[begin])) {
      ++first;
      continue;
    }
    ListMatch best{first, first, nullptr, false};
    std::uint64_t key = kFoldStart;
    const auto limit = std::min<language::TokenIndex>(sentence.last(), first + kLongestName);
    for (auto last = first; last < limit; ++last) {
      const Span span = language.tokens[last].span;
      const std::uint64_t longer = fold_into(key, document.text(span));
      if (longer == key) continue;  // no letters: the period behind a name is no part of it
      key = longer;
      if (!counts(document.text()[span.end - 1]) && document.text()[span.end - 1] != '.') continue;
      const auto* names = gazetteer.find(key);
      if (names == nullptr) continue;
      const auto text = document.text(Span{begin, span.end});
      const bool fits = std::any_of(names->begin(), names->end(), [&](std::uint32_t index) {
        return written_alike(text, gazetteer.names[index]);
      });
      if (fits) {
        best = {first, last + 1, names, true};
      } else if (best.names == nullptr || !best.alike) {
        const bool loosely =
            span.end - begin > 4 && std::any_of(names->begin(), names->end(),
                                                [&](std::uint32_t i) { return !gazetteer.names[i].acronym; });
        if (loosely) best = {first, last + 1, names, false};
      }
    }
    if (best.names != nullptr) found.push_back(best);
    first = best.names != nullptr ? best.last : first + 1;
  }
  return found;
}

}  // namespace hearsay::actors
