#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/advice/advice.hpp"

namespace hearsay::advice {

// The classes of assets/lexicons/advice-words.tsv, whose head says what each is.
enum class WordClass : std::uint8_t {
  modal,
  semi_modal,
  avoid,
  no_need,
  condition,
  deadline,
  permission,
  audience,
  not_audience,
  instrument,
  section,
  issuing,
  imperative,
  also_noun,
  order_noun,
  thing,
  lure
};
inline constexpr std::size_t kWordClasses = 17;

// How the action may follow a verb of advising: the frames of assets/lexicons/advice-verbs.tsv.
struct AdviceVerb {
  std::string lemma;
  bool to = false;
  bool against = false;
  bool from = false;
  bool that = false;
  bool that_should = false;
  bool ing = false;
  bool noun = false;
  bool on = false;
  bool use = false;
  bool people = false;  // only people and bodies are told so: "urges miners to", never "urges the server to"
  bool source_only = false;   // only where the text says who tells them
  bool passive_only = false;  // only as "are permitted to"
  bool state_only = false;    // only a public body that is named: "the ministry expects agencies to"
  Modality modality = Modality::should;
};

// Both tables, as read.
struct AdviceWords {
  std::map<std::string, AdviceVerb, std::less<>> verbs;  // by form: "urge", "urges", "urged", "urging"
  std::array<std::map<std::string, std::optional<Modality>, std::less<>>, kWordClasses> words;

  [[nodiscard]] const AdviceVerb* verb(std::string_view form) const;
  [[nodiscard]] bool is(WordClass word_class, std::string_view word) const;
  [[nodiscard]] std::optional<Modality> value(WordClass word_class, std::string_view word) const;
};

struct AdviceLexicon::Impl : AdviceWords {};

}  // namespace hearsay::advice
