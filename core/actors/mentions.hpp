#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/actors/gazetteer.hpp"
#include "core/actors/name_tagger.hpp"

// What may be a mention of an actor, as it is found sentence by sentence, before it is known whose it is.
namespace hearsay::actors {

using language::TokenIndex;

inline constexpr std::uint32_t kNobody = 0xFFFFFFFFu;  // no draft

enum class Determiner : std::uint8_t { none, definite, indefinite, possessive };

struct Found {
  TokenIndex first = 0;
  TokenIndex last = 0;  // exclusive
  TokenIndex head = 0;
  Span span;
  MentionForm form = MentionForm::name;
  std::uint32_t sentence = 0;

  // of names
  NameType type = NameType::organization;
  const char* type_why = nullptr;   // where the words around the name decided
  const char* dropped = nullptr;    // why it is no actor after all
  bool malicious = false;           // the text calls it malware
  std::optional<NounClass> called;  // what the text says that the body is: "the daily Lumen"
  std::uint32_t listed = kNobody;   // index into Gazetteer::Impl::names
  char gender = 'x';                // from a title or a first name
  bool told = false;                // the layout says what it names ("Vendor: Brell")
  bool adjective = false;           // "Russian" for Russia: shown as a nominal, it is not the state's name
  bool titled = false;              // "Mr Brell": the words after the title are the name

  // of nominals and pronouns
  const ActorNoun* noun = nullptr;
  Determiner determiner = Determiner::none;
  bool plural = false;
  bool first_person = false;                    // "we", "our"
  bool modified = false;                        // has an adjective, a noun or a complement that tells which
  TokenIndex possessor = language::kNoToken;    // "the office's director": office; "its director": its
  TokenIndex affiliation = language::kNoToken;  // head of the organisation in "director of the office"

  std::uint32_t draft = kNobody;  // whose it is
  std::string why;
};

// What the finders look at.
struct Reading {
  const Document& document;
  const language::LanguageLayer& language;
  const Gazetteer::Impl& gazetteer;

  [[nodiscard]] std::string_view text(Span span) const { return document.text(span); }
  [[nodiscard]] std::string_view word(TokenIndex token) const {
    return document.text(language.tokens[token].span);
  }
  [[nodiscard]] const language::Token& token(TokenIndex index) const { return language.tokens[index]; }
  // The span of tokens [first, last).
  [[nodiscard]] Span span(TokenIndex first, TokenIndex last) const { return language.span({first, last}); }
  // Lemma in lower case.
  [[nodiscard]] std::string lemma(TokenIndex token) const;
  // The token of [first, last) whose head lies outside; the last one where there are several.
  [[nodiscard]] TokenIndex head_of(TokenIndex first, TokenIndex last) const;
  // Whether the token is the subject of an active or passive clause.
  [[nodiscard]] bool is_subject(TokenIndex token) const;
  [[nodiscard]] bool in_title(std::uint32_t sentence) const;
};

// Names, of the tagger and, where it sees none, of the lists. In text order, without overlap; but for those
// that were considered and dropped, which come last. `scores`: per token of
// the text.
[[nodiscard]] std::vector<Found> find_names(const Reading& reading, std::uint32_t sentence,
                                            const std::vector<LabelScores>& scores, const WordHabits& habits,
                                            const std::vector<Time>& times);

// Corrects the types of names by what the whole text says of them.
void weigh_evidence(const Reading& reading, std::vector<Found>& names);

// The maker's name at the head of a product's ("Corvane" in "Corvane Gateway") is a mention of its own.
void add_makers(const Reading& reading, std::vector<Found>& names);

// The wordings by which anything was named in the text.
class KnownNames {
 public:
  struct Known {
    std::uint32_t example = 0;  // a mention by it
    std::uint32_t count = 0;
  };
  KnownNames(const Reading& reading, const std::vector<Found>& names);
  [[nodiscard]] const Known* find(std::uint64_t key) const {
    const auto known = by_key_.find(key);
    return known == by_key_.end() ? nullptr : &known->second;
  }
  // The first mention in full of a person with this surname; null: nobody's.
  [[nodiscard]] const std::uint32_t* bearer(std::string_view surname) const {
    const auto known = surnames_.find(fold_into(kFoldStart, surname));
    return known == surnames_.end() ? nullptr : &known->second;
  }
  [[nodiscard]] TokenIndex longest() const { return longest_; }  // in tokens

 private:
  std::unordered_map<std::uint64_t, Known> by_key_;
  std::unordered_map<std::uint64_t, std::uint32_t> surnames_;
  TokenIndex longest_ = 1;
};

// Names that were found elsewhere in the text and passed over here. all[first_own] .. all[last_own] are the
// sentence's own.
[[nodiscard]] std::vector<Found> find_repeated(const Reading& reading, std::uint32_t sentence,
                                               const WordHabits& habits, const std::vector<Found>& all,
                                               std::size_t first_own, std::size_t last_own,
                                               const KnownNames& known);

// Nominals ("the Zurich firm", "two officials") and pronouns, in text order. `names` are those of the
// sentence.
[[nodiscard]] std::vector<Found> find_nominals(const Reading& reading, std::uint32_t sentence,
                                               const std::vector<Found>& names);

}  // namespace hearsay::actors
