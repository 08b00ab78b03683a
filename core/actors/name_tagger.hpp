#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/actors/actors.hpp"
#include "core/actors/name_network.hpp"
#include "core/language/language.hpp"
#include "core/result.hpp"
#include "core/text/document.hpp"

// Finds the names in a sentence: a linear-chain model over hashed features and over what a small network
// draws from the language network's states, with whole-number weights, so that every machine gives the same
// names.
namespace hearsay::actors {

enum class NameType : std::uint8_t { person, organization, place, product, threat_group };
inline constexpr std::size_t kNameTypes = 5;

// Label 0 is "outside"; 1 + 2 * type begins a name, 2 + 2 * type goes on with it.
using NameLabel = std::uint8_t;
inline constexpr std::size_t kNameLabels = 1 + 2 * kNameTypes;
inline constexpr NameLabel begins(NameType type) {
  return static_cast<NameLabel>(1 + 2 * static_cast<int>(type));
}
inline constexpr NameLabel continues(NameType type) {
  return static_cast<NameLabel>(2 + 2 * static_cast<int>(type));
}
// Whether `next` may follow `label`: a name goes on only where one of its type stands.
inline constexpr bool may_follow(NameLabel label, NameLabel next) {
  return next == 0 || next % 2 == 1 || label == next || label + 1 == next;
}

inline constexpr std::uint32_t kNameFeatureBits = 22;  // of a hashed feature; few of them carry weights
using FeatureList = std::vector<std::uint32_t>;        // hashed features of one token
// Set in a feature that looks at tags or trees: in the text that the language network has learnt from these
// are better than elsewhere, and the trainer must not rely on them.
inline constexpr std::uint32_t kOfTags = 1u << 31;

// How the words of a text are written across it: a word that also stands in lower case is less of a name.
// Built once over the document.
class WordHabits {
 public:
  WordHabits(const Document& document, const language::LanguageLayer& language,
             const Gazetteer::Impl& gazetteer);
  // 0: only capitalised, 1: both, 2: mostly in lower case, 3: never seen within a sentence.
  [[nodiscard]] int habit(std::string_view word) const;
  // How often it is capitalised within a sentence.
  [[nodiscard]] std::uint32_t capitalised(std::string_view word) const;
  // How much the text speaks of hackers and what they use: 0 hardly, 1 now and then, 2 throughout. In such a
  // text "Russian" mostly names a state that is involved.
  [[nodiscard]] std::uint32_t about_attacks() const { return about_attacks_; }

 private:
  struct Count {
    std::uint64_t key = 0;
    std::uint32_t lower = 0;
    std::uint32_t upper = 0;  // capitalised where no sentence begins
  };
  std::vector<Count> counts_;  // by key
  std::uint32_t about_attacks_ = 0;

  [[nodiscard]] const Count* find(std::string_view word) const;
};

// The features of every token of a sentence.
[[nodiscard]] std::vector<FeatureList> name_features(const Document& document,
                                                     const language::LanguageLayer& language,
                                                     const language::Sentence& sentence,
                                                     const WordHabits& habits,
                                                     const Gazetteer::Impl& gazetteer);

struct TaggedName {
  language::TokenIndex first = 0;
  language::TokenIndex last = 0;  // exclusive
  NameType type = NameType::person;
};

// The network's scores of the labels of a token, in the tagger's units.
using LabelScores = std::array<std::int16_t, kNameLabels>;

class NameTagger {
 public:
  // Format: "HNT4", bits (1 byte), labels (1 byte), transitions (labels * labels of int16), units of one
  // (float), number of features (uint32), the features in rising order (3 bytes each), and for each a row of
  // int8 weights; then the section of the NameNetwork. Numbers are little endian. `bytes` must outlive the
  // tagger. An empty view gives a tagger that finds nothing.
  static Result<NameTagger> load(std::string_view bytes);
  // What the network says of a sentence of `count` words: appended to `out`. `states` as given to a
  // language::StateReader.
  void score(const std::int16_t* states, std::size_t count, std::vector<LabelScores>& out) const;
  // The best labels of a sentence; `scores` are those of its words. `doubt[i]`, if given, is taken from the
  // score of "outside" at token i.
  [[nodiscard]] std::vector<NameLabel> label(const std::vector<FeatureList>& features,
                                             const LabelScores* scores,
                                             const std::vector<std::int32_t>& doubt = {}) const;

 private:
  std::array<std::int32_t, kNameLabels * kNameLabels> transitions_{};
  struct Slot {
    std::uint32_t feature = 0;
    std::uint32_t row = 0;  // 1 more than it is, or 0: empty
  };
  std::vector<Slot> slots_;             // open addressing by feature
  std::vector<std::uint64_t> present_;  // a bit per lower half of a feature: most features carry no weights
  std::uint32_t mask_ = 0;
  const signed char* weights_ = nullptr;
  float units_ = 1;
  NameNetwork network_;

  [[nodiscard]] const signed char* row(std::uint32_t feature) const;
};

// Labels as names, `first` being the sentence's first token.
[[nodiscard]] std::vector<TaggedName> tagged_names(const std::vector<NameLabel>& labels,
                                                   language::TokenIndex first);

}  // namespace hearsay::actors
