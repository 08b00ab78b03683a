#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>

#include "core/result.hpp"

// What speaks for and against a pronoun's standing for something, and how much.
namespace hearsay::actors {

enum class PronounClass : std::uint8_t { person, thing, many };  // he and she, it, they
inline constexpr std::size_t kPronounClasses = 3;

// What is known of a candidate. Names as in assets/lexicons/pronoun_weights.tsv; "latest" is the last word
// before the pronoun that stands for the candidate.
enum class Clue : std::uint8_t {
  same_sentence,
  one_sentence_back,
  two_sentences_back,
  further_back,
  other_paragraph,
  nearest,
  second_nearest,
  third_nearest,
  latest_subject,
  latest_passive_subject,
  latest_object,
  latest_oblique,
  latest_possessor,
  latest_noun_modifier,
  latest_conjunct,
  latest_apposition,
  latest_root,
  both_subjects,
  both_objects,
  subject_of_own_clause,
  says_this,
  body_says_this,
  subject_of_last_sentence,
  first_in_sentence,
  latest_is_name,
  latest_is_nominal,
  latest_is_same_pronoun,
  latest_is_other_pronoun,
  latest_is_definite,
  mentioned_once,
  mentioned_twice_or_thrice,
  mentioned_often,
  most_mentioned,
  in_title,
  is_person,
  is_organization,
  is_government,
  is_outlet,
  is_place,
  is_product,
  is_named_group,
  is_unnamed_group,
  is_unnamed,
  is_thing,
  is_people_noun,
  is_pair,
  gender_agrees,
  gender_unknown,
  speaks_body,
  speaks_thing,
  speaks_people,
  same_verb,
  subject_of_linked_clause,
  both_possessors,
  spoke_last,
  only_person,
  only_body,
  body_subject,
  reflexive_subject,
  quoted_speaker,
  quoted_same,
  quoted_only_pronoun,
  nothing,
  nothing_subject,
  nothing_object,
  nothing_copula,
  nothing_clause_follows,
  nothing_first_word,
  nothing_demonstrative_verb,
  count
};
inline constexpr std::size_t kClues = static_cast<std::size_t>(Clue::count);
using Clues = std::bitset<kClues>;
[[nodiscard]] std::string_view name_of(Clue clue);

struct PronounWeights {
  // In hundredths, so that every machine decides alike.
  std::array<std::array<std::int32_t, kClues>, kPronounClasses> of_clue{};
  std::array<std::int32_t, kPronounClasses> lead{};  // how far the first must be ahead of the second
  // A table of clue, he-or-she, it, they; its row "lead" gives the leads.
  static Result<PronounWeights> load(std::string_view table);
};

}  // namespace hearsay::actors
