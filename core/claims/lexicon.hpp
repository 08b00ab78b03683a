#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/analysis.hpp"
#include "core/claims/claims.hpp"
#include "core/result.hpp"

// The word lists of the claim stage in the form its rules look things up in. All views point into assets,
// which live as long as the program.
namespace hearsay::claims {

enum class CuePos : std::uint8_t { verb, noun, adjective, phrase, support };
enum class ObjectRole : std::uint8_t { content, target, addressee, both, none };
enum class Strength : std::uint8_t { say, think, weak };

// Where the content of a cue stands; the columns of assets/lexicons/cues.tsv.
enum Frame : std::uint16_t {
  kClause = 1,
  kQuote = 2,
  kInfinitive = 4,
  kObjectInfinitive = 8,
  kComplement = 16,
  kGerund = 32,
  kSource = 64,
  kObject = 128,
  kNothing = 256
};

struct Cue {
  std::string_view lemma;
  CuePos pos = CuePos::verb;
  Stance stance = Stance::state;
  ObjectRole object = ObjectRole::none;
  std::uint16_t frames = 0;
  std::vector<std::string_view> prepositions;
  bool negates = false;
  Strength strength = Strength::say;

  [[nodiscard]] bool has(Frame frame) const { return (frames & frame) != 0; }
  [[nodiscard]] bool takes(std::string_view preposition) const;
};

enum class HedgePos : std::uint8_t { modal, verb, adjective, adverb, noun };

struct Hedge {
  std::string_view lemma;
  HedgePos pos = HedgePos::modal;
};

enum class Negation : std::uint8_t { negator, exemption, dismissal, objection };

// What a noun stands for by which somebody points back at what was said: "the charge", "this assessment".
// refused: what is turned down rather than denied ("rejected the offer").
enum class MatterKind : std::uint8_t { accusation, assessment, warning, advice, evidence, claim, refused };

struct Matter {
  std::string_view lemma;
  MatterKind kind = MatterKind::claim;
};

// Words in order, found by their first.
struct Phrase {
  std::vector<std::string_view> words;
  std::uint8_t kind = 0;
};

struct Act {
  std::string_view lemma;
  bool inquiry = false;  // its object must be an investigation or the like
  std::string_view kind;
};

struct Lexicon {
  std::vector<Cue> cues;  // sorted by pos, then lemma
  // Written forms of the cue verbs (their first words) with the base they belong to, sorted. Looked up before
  // the lemma of a token, which a lemmatizer may get wrong.
  std::vector<std::pair<std::string, std::string_view>> verb_forms;
  std::vector<Phrase> source_phrases;
  std::vector<Hedge> hedges;
  std::vector<Phrase> hedge_phrases;
  std::vector<Yardstick> yardsticks;
  std::vector<Phrase> bases;      // kind: BasisKind
  std::vector<Phrase> negations;  // kind: Negation
  std::vector<Act> acts;
  std::vector<Matter> matters;
  std::vector<std::string_view>
      blames;  // lemmas, sorted: what makes a statement about somebody an accusation

  std::vector<std::string_view> somebodies;  // lemmas, sorted: nouns for people and for bodies

  // Lemmas with the one that stands for their group ("vulnerability": "flaw"), sorted.
  std::vector<std::pair<std::string_view, std::string_view>> meanings;

  [[nodiscard]] const Cue* cue(CuePos pos, std::string_view lemma) const;
  // The base of a cue verb's form ("denied": "deny"), or empty.
  [[nodiscard]] std::string_view verb_base(std::string_view form) const;
  [[nodiscard]] const Act* act(std::string_view lemma) const;
  [[nodiscard]] const Hedge* hedge(std::string_view lemma) const;
  // The lemma that stands for all that mean the same, or `lemma` itself.
  [[nodiscard]] std::string_view meaning(std::string_view lemma) const;
  [[nodiscard]] const Matter* matter(std::string_view lemma) const;
};

Result<Lexicon> parse_lexicon(std::string_view cues, std::string_view hedges, std::string_view yardsticks,
                              std::string_view basis, std::string_view negation, std::string_view acts,
                              std::string_view blame, std::string_view meanings, std::string_view matters);

struct CueLexicon::Impl {
  Lexicon lexicon;
};

}  // namespace hearsay::claims
