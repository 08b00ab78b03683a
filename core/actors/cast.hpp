#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/actors/mentions.hpp"

// The cast: the actors while they are being put together.
namespace hearsay::actors {

// An actor in the making.
struct Draft {
  NameType type = NameType::organization;
  ActorKind kind = ActorKind::other;
  std::string kind_why;
  bool named = false;               // has a mention by name
  bool proper = false;              // ... that is more than an adjective
  bool malicious = false;           // malware
  std::optional<NounClass> called;  // what the text says that the body is
  bool plural = false;              // several people
  bool in_title = false;
  char gender = 'x';
  Span name;
  std::uint32_t entity = kNobody;  // of the lists
  std::string country;             // as the text says it, or the country itself
  std::string listed_country;      // as the lists say: to judge what fits, not to be shown
  std::optional<Span> country_evidence;
  std::optional<Span> description;
  std::uint32_t affiliation = kNobody;
  std::uint32_t vendor = kNobody;  // of a product known only as "Brell's software"
  std::vector<std::string> roles;  // lemmas: "director"
  std::string head_lemma;          // of an unnamed actor: "official"
  std::uint32_t mentions = 0;
  bool governs = false;  // "the Russian government" is meant
  bool trades = true;    // may be called a company: no university, no ministry, no association
};

struct Cast {
  std::vector<Draft> drafts;
  std::vector<Note> notes;
};

// Joins names that are of one real thing, gives each its kind, and sets Found::draft and Found::why.
[[nodiscard]] Cast cast_of_names(const Reading& reading, std::vector<Found>& names);

// A name as its words, without title, article and legal form, each folded.
[[nodiscard]] std::vector<std::string> name_words(const Reading& reading, const Found& name);

// Whether `acronym` ("NCSC", "DoJ") is made of the initials of the words of `name`.
[[nodiscard]] bool is_acronym_of(std::string_view acronym, std::string_view name);

}  // namespace hearsay::actors
