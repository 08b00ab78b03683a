#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/claims/lexicon.hpp"
#include "core/claims/reading.hpp"

namespace hearsay::claims {

// A claim as the tree shows it, before actors, certainty and basis are known. All in tokens.
struct Draft {
  TokenIndex cue_head = kNoToken;
  Runs cue;
  std::string cue_lemma;
  TokenIndex source_head = kNoToken;  // kNoToken: nobody is named
  Runs source;
  Runs antecedent;                     // of a relative pronoun as source ("who"): whom it stands for
  TokenIndex content_head = kNoToken;  // the word that heads the content, where the tree shows one
  Runs content;
  TokenIndex addressee = kNoToken;
  TokenIndex target = kNoToken;  // as the frame says it ("accused X of"): the word that heads it
  Stance stance = Stance::state;
  Strength strength = Strength::say;
  bool negates = false;      // "denied", "ruled out"
  bool cue_negated = false;  // "did not rule out", "has not said"
  bool quoted = false;       // found by quotation marks
  bool passive = false;
  bool by_issuer = false;        // no cue of saying: the issuer of the advisory asserts or orders it
  bool clausal = false;          // the content is a clause or a quotation
  bool apposed = false;          // a denial hung on a word for the claim before it: "..., a charge X denies"
  bool source_doubtful = false;  // somebody speaks, but the tree gives no party: nobody is named
  std::string why;
};

// Finds the drafts of a sentence, in the order of their cues.
class CueReader {
 public:
  CueReader(const Reading& reading, const Lexicon& lexicon) : reading_(reading), lexicon_(lexicon) {}

  void read_sentence(const language::Sentence& sentence, std::vector<Draft>& out);
  // What was considered and dropped so far, in the order of the text.
  [[nodiscard]] std::vector<Considered> take_considered() { return std::move(considered_); }

 private:
  // verb_cues.cpp, object_cues.cpp, speech_cues.cpp, contents.cpp, content_extent.cpp
  bool read_verb(TokenIndex verb, std::vector<Draft>& out);
  [[nodiscard]] bool is_speech_before(TokenIndex clause, const Draft& draft) const;
  bool clause_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  [[nodiscard]] std::string_view only_manner(TokenIndex verb) const;
  [[nodiscard]] TokenIndex clause_astray(TokenIndex verb, const Cue& cue) const;
  bool object_infinitive_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool infinitive_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool told_to(TokenIndex verb, const Cue& cue, Draft& draft);
  bool preposition_after(TokenIndex verb, const Cue& cue, Draft& draft);
  bool preposition_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool quote_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool complement_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool object_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool object_is_subject(const Cue& cue, TokenIndex object, Draft& draft) const;
  bool beside_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool inserted_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool speech_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool asked_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  [[nodiscard]] bool asked_aside(TokenIndex verb) const;
  [[nodiscard]] bool opens_with_question(TokenIndex verb) const;
  bool judged_after(TokenIndex verb, const Cue& cue, Draft& draft);
  bool as_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  [[nodiscard]] bool opens_clause(TokenIndex that) const;
  [[nodiscard]] TokenIndex clause_on(TokenIndex told) const;
  [[nodiscard]] bool reduced_relative(TokenIndex participle) const;
  bool asks_whether(TokenIndex verb, const Cue& cue, Draft& draft);
  bool told_that(TokenIndex verb, const Cue& cue, Draft& draft);
  bool clause_after(const Cue& cue, Draft& draft);
  bool surface_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  void complete_clause(const Cue& cue, Draft& draft) const;
  void complete_phrase(Draft& draft) const;
  void mend_end(Draft& draft) const;
  void cut_asides(Draft& draft) const;
  [[nodiscard]] bool only_meant(const Draft& draft) const;
  [[nodiscard]] bool only_aimed_at(const Draft& draft) const;
  [[nodiscard]] bool held_by_some(const Draft& draft) const;
  [[nodiscard]] std::string_view objection(const Draft& draft) const;
  void drop_bad_source(Draft& draft) const;
  bool keep(Draft draft, std::vector<Draft>& out);
  void drop(const Draft& draft, std::string_view why);
  const Cue* verb_cue(TokenIndex verb) const;
  // noun_cues.cpp
  bool read_noun(TokenIndex noun, std::vector<Draft>& out);
  bool read_adjective(TokenIndex adjective, std::vector<Draft>& out);
  bool read_source_phrase(TokenIndex first, std::vector<Draft>& out);
  [[nodiscard]] bool goes_on_with_source(TokenIndex token) const;
  void drop_cited(std::size_t begin, std::vector<Draft>& drafts);
  bool read_misread_verb(TokenIndex token, std::vector<Draft>& out);
  bool read_headline_verb(TokenIndex token, std::vector<Draft>& out);
  // gap_cues.cpp
  bool gap_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool parenthesis_frame(TokenIndex verb, const Cue& cue, Draft& draft);
  bool read_view(TokenIndex in, std::vector<Draft>& out);
  [[nodiscard]] TokenIndex clause_end(TokenIndex token, const Draft& draft) const;
  [[nodiscard]] TokenIndex phrase_start(TokenIndex end) const;
  // going_on.cpp
  void go_on_speaking(std::size_t begin, std::vector<Draft>& drafts) const;
  [[nodiscard]] TokenIndex next_speaker(const Draft& first, const Draft& next) const;
  void part_clauses(std::size_t begin, std::vector<Draft>& drafts) const;
  [[nodiscard]] bool follows_as_participle(const Draft& next) const;
  [[nodiscard]] bool follows_as_conjunct(const Draft& first, const Draft& next) const;
  [[nodiscard]] bool speaks_within(const std::vector<Draft>& drafts, std::size_t first,
                                   std::size_t next) const;
  bool read_colon_speech(TokenIndex verb, const Cue& cue, const Draft& draft, std::vector<Draft>& out);
  bool read_signature(const language::Sentence& sentence, std::vector<Draft>& out);
  bool read_colon(const language::Sentence& sentence, std::vector<Draft>& out);
  // speakers.cpp, speaker_phrases.cpp: who speaks
  void find_source(TokenIndex verb, Draft& draft);
  [[nodiscard]] TokenIndex subject_of(TokenIndex verb) const;
  [[nodiscard]] TokenIndex misread_subject(TokenIndex verb) const;
  [[nodiscard]] bool precedes_subject(TokenIndex place, TokenIndex verb) const;
  [[nodiscard]] bool opens_aside(TokenIndex token) const;
  [[nodiscard]] TokenIndex relative_subject(TokenIndex verb) const;
  bool source_before(TokenIndex verb, Draft& draft) const;
  [[nodiscard]] bool stands_finite(TokenIndex verb) const;
  bool phrase_before(Draft& draft) const;
  [[nodiscard]] bool out_of_place(TokenIndex verb, TokenIndex subject, const Draft& draft) const;
  [[nodiscard]] bool stands_apart(TokenIndex verb, const Draft& draft) const;
  [[nodiscard]] TokenIndex outer_speaker(TokenIndex verb, const Draft& draft) const;
  [[nodiscard]] TokenIndex relative_before(TokenIndex end, TokenIndex first) const;
  [[nodiscard]] TokenIndex aside_before(TokenIndex comma, TokenIndex first) const;
  void cut_circumstance(Draft& draft) const;
  [[nodiscard]] TokenIndex subject_beside(TokenIndex verb, const Draft& draft) const;
  [[nodiscard]] bool inverted(TokenIndex verb, const Draft& draft) const;
  void complete_source(Draft& draft) const;
  // Of a passive cue: whom it befalls ("the firm" in "the firm is suspected of").
  [[nodiscard]] TokenIndex sufferer_of(TokenIndex verb) const;
  [[nodiscard]] TokenIndex agent_of(TokenIndex verb) const;
  [[nodiscard]] bool has_finite_verb(TokenIndex token) const;
  [[nodiscard]] bool is_prose(TokenIndex token) const;
  [[nodiscard]] bool is_passive(TokenIndex verb) const;
  [[nodiscard]] bool is_past_tense(TokenIndex verb) const;
  bool absolute_source(TokenIndex verb, Draft& draft) const;
  [[nodiscard]] TokenIndex main_subject(TokenIndex verb, const Draft& draft) const;
  void set_source(TokenIndex head, TokenIndex cue_head, Draft& draft);
  [[nodiscard]] Runs cue_runs(TokenIndex verb) const;
  [[nodiscard]] bool is_negated(TokenIndex verb) const;
  void set_content(Runs runs, TokenIndex head, Draft& draft);
  [[nodiscard]] TokenIndex object_of(TokenIndex verb) const;
  // "the fact that S": S. Else the token itself.
  [[nodiscard]] TokenIndex unwrapped(TokenIndex noun) const;

  const Reading& reading_;
  const Lexicon& lexicon_;
  std::vector<Considered> considered_;
  std::vector<TokenIndex> used_nouns_;  // cue nouns of the sentence that a verb has already taken
};

}  // namespace hearsay::claims
