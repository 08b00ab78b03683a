#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/actors/actors.hpp"
#include "core/actors/name_tagger.hpp"
#include "core/actors/pronoun_clues.hpp"
#include "core/actors/word_classes.hpp"

// What the lexicons know, in the form in which the stage asks for it.
namespace hearsay::actors {

// What a listed name is the name of.
enum class NameClass : std::uint8_t {
  country,
  demonym,  // "Russian": the country's adjective or people
  capital,
  place,
  city,  // of a long list: many of them are surnames and words too
  government,
  international,  // a body that no single state runs: NATO, MITRE
  outlet,
  vendor,
  product,
  threat_group,
  malware,
  inventory_vendor,   // on the user's own list
  inventory_product,  // on the user's own list
};
inline constexpr std::size_t kNameClasses = 14;

struct ListedName {
  NameClass name_class = NameClass::vendor;
  bool acronym = false;      // written in capitals throughout: matches only when written so in the text
  std::uint32_t entity = 0;  // names of one real thing share it
  std::string_view text;     // as the list writes it
  std::string_view full;     // the entity's full name
  std::string_view country;  // ISO 3166-1 alpha-2, or empty
  std::string_view maker;    // of a listed product, or empty
};

// What a noun that stands for an actor says of it ("agency", "spokesman", "critics").
enum class NounClass : std::uint8_t { organization, government, outlet, person, group, product, state };
struct ActorNoun {
  NounClass noun_class = NounClass::organization;
  bool collective = false, role = false, head = false, speaks = false, bare = false, weak = false,
       exact = false, malicious = false;
  char gender = 'x';  // 'm', 'f' or 'x'
};

// What a word inside a name says of what is named ("Ministry", "Times", "Inc.", "Mr").
enum class NameWord : std::uint8_t {
  none,
  government,
  organization,
  outlet,
  law,
  legal,
  title,
  title_male,
  title_female
};

// What stands after a label of an advisory ("Vendor:", "Equipment:", "Researcher:").
enum class ListingLabel : std::uint8_t { none, vendor, product, other };

// A run of letters and digits, folded: what names are compared by. Case, blanks, dots and hyphens do not
// count ("U.S." = "US", "Al-Qaida" = "al Qaida").
[[nodiscard]] std::uint64_t fold_into(std::uint64_t hash, std::string_view text);
inline constexpr std::uint64_t kFoldStart = 1469598103934665603ull;  // FNV-1a, 64 bits
[[nodiscard]] std::string folded(std::string_view text);

// What a word or a phrase may be (part of), as hints to the name tagger: far more names than the lists of
// actors hold, and nobody is an actor because of them.
class NameHints {
 public:
  enum : std::uint8_t { first_name = 1, surname = 2, place = 4, body = 8 };
  static constexpr std::size_t kLongest = 4;  // tokens

  // Precondition: no more than `most` names are added after reserve(most).
  void reserve(std::size_t most);
  void add(std::string_view name, std::uint8_t classes);
  // The classes of a folded name; 0: unknown.
  [[nodiscard]] std::uint8_t find(std::uint64_t key) const;

 private:
  std::vector<std::uint64_t> slots_;  // open addressing; the lowest bits of a key give way to the classes
};

struct Gazetteer::Impl {
  std::vector<ListedName> names;
  // Folded name -> indices into `names`, in the order of the lists.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_key;
  std::unordered_map<std::string_view, ActorNoun> nouns;  // by lemma
  std::unordered_map<std::string_view, NameWord> first_words, last_words;
  std::unordered_map<std::string_view, char> first_names;  // to gender
  std::unordered_map<std::uint64_t, ListingLabel> labels;  // by folded text
  NameHints hints;
  WordClasses classes;
  std::vector<std::unique_ptr<std::string>> kept;  // texts of the inventory, which `names` views
  std::uint32_t entities = 0;
  NameTagger tagger;
  PronounWeights pronouns;

  // The names written exactly so; nullptr: none. `key` is a folded hash.
  [[nodiscard]] const std::vector<std::uint32_t>* find(std::uint64_t key) const;
  [[nodiscard]] const ListedName* find(std::string_view text, NameClass name_class) const;
  [[nodiscard]] const ActorNoun* noun(std::string_view lemma) const;
  [[nodiscard]] NameWord first_word(std::string_view word) const;
  [[nodiscard]] NameWord last_word(std::string_view word) const;
  [[nodiscard]] ListingLabel label(std::string_view text) const;
  [[nodiscard]] char gender(std::string_view first_name) const;  // 0: not a listed first name

  void add(NameClass name_class, std::uint32_t entity, std::string_view text, std::string_view full,
           std::string_view country);
  // One entity per row: name, other names, and its country in column `country_cell`.
  Result<bool> add_table(const char* file, NameClass name_class, std::size_t cells, std::size_t country_cell);
};

// A stretch of tokens that a list names. `names` points into Gazetteer::Impl::by_key.
struct ListMatch {
  language::TokenIndex first = 0;
  language::TokenIndex last = 0;  // exclusive
  const std::vector<std::uint32_t>* names = nullptr;
  bool alike = true;  // written with the capitals of the list
};

// The longest listed names in a sentence, from left to right, without overlap; where nothing is written as a
// list has it, also what agrees but for capitals ("australia").
[[nodiscard]] std::vector<ListMatch> match_lists(const Document& document,
                                                 const language::LanguageLayer& language,
                                                 const language::Sentence& sentence,
                                                 const Gazetteer::Impl& gazetteer);

}  // namespace hearsay::actors
