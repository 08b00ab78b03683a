// What speaks for and against a candidate: where it stands, and what it is.
#include <algorithm>

#include "core/actors/kinds.hpp"
#include "core/actors/pronouns.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;

constexpr int kClimb = 12;  // steps up a tree

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Deprel rel_of(const Reading& reading, TokenIndex token) {
  return reading.token(token).rel;
}

}  // namespace

bool is_reflexive(std::string_view word) {
  return word.ends_with("self") || word.ends_with("selves");
}

// The verb of the clause in which a word stands, or the root.
TokenIndex Pronouns::clause_of(TokenIndex token) const {
  for (int step = 0; step < kClimb && reading_.token(token).head != kNoToken; ++step) {
    token = reading_.token(token).head;
    const auto& t = reading_.token(token);
    const bool clause = t.rel == Deprel::ccomp || t.rel == Deprel::advcl || t.rel == Deprel::acl_relcl ||
                        t.rel == Deprel::parataxis || t.upos == Upos::VERB;
    if (clause) break;
  }
  return token;
}

// Whether the word's clause, or the first of those linked to it, is what the verb says.
bool Pronouns::is_said_by(TokenIndex token, TokenIndex verb) const {
  if (!is_speaking(reading_.lemma(verb))) return false;
  auto clause = clause_of(token);
  while (clause != verb && reading_.token(clause).rel == Deprel::conj &&
         reading_.token(clause).head != kNoToken) {
    clause = reading_.token(clause).head;
  }
  return reading_.token(clause).rel == Deprel::ccomp && reading_.token(clause).head == verb;
}

// "Tarn paid because it ...", "when Tarn paid, it ...", "Tarn paid, but it ...": one clause hangs on the
// other.
bool Pronouns::are_linked(TokenIndex verb, TokenIndex other) const {
  if (verb == kNoToken || verb == other) return false;
  const auto hangs = [&](TokenIndex below, TokenIndex above) {
    const auto rel = rel_of(reading_, below);
    return reading_.token(below).head == above &&
           (rel == Deprel::advcl || rel == Deprel::conj || rel == Deprel::parataxis);
  };
  return hangs(verb, other) || hangs(other, verb);
}

// "Brell, chief of Tarn, said": what the chief does in the sentence stands at "Brell".
TokenIndex Pronouns::role_token(const Occurrence& occurrence) const {
  auto token = occurrence.head;
  for (int step = 0; step < 3; ++step) {
    const auto& t = reading_.token(token);
    if (t.head == kNoToken) break;
    const bool beside =
        t.rel == Deprel::appos || t.rel == Deprel::nmod_desc || t.rel == Deprel::nmod_unmarked;
    const bool same =
        occurrence.referent.draft != kNobody && draft_of_token_[t.head] == occurrence.referent.draft;
    if (t.rel == Deprel::flat || (beside && same)) {
      token = t.head;
      continue;
    }
    // "the gang, which calls itself Brell, said": the name is given within a clause about the gang.
    const auto& clause = reading_.token(t.head);
    const bool about = (clause.rel == Deprel::acl_relcl || clause.rel == Deprel::acl) &&
                       clause.head != kNoToken && occurrence.referent.draft != kNobody &&
                       draft_of_token_[clause.head] == occurrence.referent.draft;
    if (!about) break;
    token = clause.head;
  }
  return token;
}

void Pronouns::add_place_clues(const Found& pronoun, const Occurrence& latest, Clues& clues) const {
  const auto set = [&](Clue clue, bool holds = true) {
    if (holds) clues.set(static_cast<std::size_t>(clue));
  };
  const auto& sentences = reading_.language.sentences;
  const auto distance = pronoun.sentence - latest.sentence;
  set(distance == 0   ? Clue::same_sentence
      : distance == 1 ? Clue::one_sentence_back
      : distance == 2 ? Clue::two_sentences_back
                      : Clue::further_back);
  set(Clue::other_paragraph, sentences[pronoun.sentence].block != sentences[latest.sentence].block);
  const auto role = role_token(latest);
  const auto rel = rel_of(reading_, role);
  const bool subject = reading_.is_subject(role);
  switch (rel) {
    case Deprel::nsubj:
    case Deprel::nsubj_outer:
      set(Clue::latest_subject);
      break;
    case Deprel::nsubj_pass:
      set(Clue::latest_passive_subject);
      break;
    case Deprel::obj:
    case Deprel::iobj:
      set(Clue::latest_object);
      break;
    case Deprel::obl:
    case Deprel::obl_agent:
      set(Clue::latest_oblique);
      break;
    case Deprel::nmod_poss:
      set(Clue::latest_possessor);
      break;
    case Deprel::nmod:
    case Deprel::compound:
      set(Clue::latest_noun_modifier);
      break;
    case Deprel::conj:
      set(Clue::latest_conjunct);
      break;
    case Deprel::appos:
      set(Clue::latest_apposition);
      break;
    case Deprel::root:
      set(Clue::latest_root);
      break;
    default:
      break;
  }
  const auto own = rel_of(reading_, pronoun.head);
  const bool own_subject = reading_.is_subject(pronoun.head);
  set(Clue::both_subjects, subject && own_subject);
  set(Clue::both_objects, rel == Deprel::obj && own == Deprel::obj);
  set(Clue::both_possessors, rel == Deprel::nmod_poss && own == Deprel::nmod_poss);
  const auto verb = reading_.token(role).head;
  if (subject && verb != kNoToken) {
    const bool main = rel_of(reading_, verb) == Deprel::root;
    set(Clue::spoke_last, speaks(pronoun) && is_speaking(reading_.lemma(verb)));
    if (distance == 0) {
      const bool over = reading_.language.dominates(verb, pronoun.head);
      set(Clue::subject_of_own_clause, over);
      // "Brell said that it ...": who says the clause in which the pronoun stands.
      set(Clue::says_this, over && is_speaking(reading_.lemma(verb)) && clause_of(pronoun.head) != verb);
      set(Clue::body_says_this, is_said_by(pronoun.head, verb) && latest.referent.draft != kNobody &&
                                    is_body(cast_.drafts[latest.referent.draft].kind));
      const bool own_verb = reading_.token(pronoun.head).head == verb;
      set(Clue::reflexive_subject, own_verb && is_reflexive(ascii::lower(reading_.word(pronoun.head))));
      set(Clue::subject_of_linked_clause, own_subject && are_linked(reading_.token(pronoun.head).head, verb));
    } else {
      set(Clue::subject_of_last_sentence, main && distance == 1);
    }
  }
  // Only determiners stand before it in its sentence.
  set(Clue::first_in_sentence, latest.head <= sentences[latest.sentence].first + 2);
  if (own_subject && verb != kNoToken && reading_.token(pronoun.head).head != kNoToken) {
    set(Clue::same_verb,
        subject && reading_.lemma(verb) == reading_.lemma(reading_.token(pronoun.head).head));
  }
  const auto quote = quote_of_token_[pronoun.head];
  if (quote != 0) {
    const bool same = quote_of_token_[latest.head] == quote;
    set(Clue::quoted_same, same);
    set(Clue::quoted_only_pronoun, !same);
    set(Clue::quoted_speaker,
        !same && distance <= 1 && subject && verb != kNoToken && is_speaking(reading_.lemma(verb)));
  }
}

void Pronouns::add_kind_clues(const Found& pronoun, const Occurrence& latest, Clues& clues) const {
  const auto set = [&](Clue clue, bool holds = true) {
    if (holds) clues.set(static_cast<std::size_t>(clue));
  };
  const bool speaks = this->speaks(pronoun);
  if (latest.form == MentionForm::pronoun) {
    const bool same = ascii::lower(reading_.word(latest.head)).substr(0, 2) ==
                      ascii::lower(reading_.word(pronoun.head)).substr(0, 2);
    set(same ? Clue::latest_is_same_pronoun : Clue::latest_is_other_pronoun);
  } else {
    set(latest.form == MentionForm::name ? Clue::latest_is_name : Clue::latest_is_nominal);
    set(Clue::latest_is_definite, latest.definite);
  }
  if (latest.referent.draft == kNobody) {
    set(latest.pair ? Clue::is_pair : latest.people ? Clue::is_people_noun : Clue::is_thing);
    set(Clue::speaks_thing, speaks && !latest.people && !latest.pair);
    set(Clue::speaks_people, speaks && (latest.people || latest.pair));
    return;
  }
  const Draft& draft = cast_.drafts[latest.referent.draft];
  set(Clue::is_unnamed, !draft.named);
  bool body = false;
  switch (draft.kind) {
    case ActorKind::person:
      set(Clue::is_person);
      set(draft.gender == 'x' ? Clue::gender_unknown : Clue::gender_agrees, pronoun.gender != 'x');
      set(Clue::speaks_people, speaks);
      break;
    case ActorKind::organization:
      set(Clue::is_organization);
      body = true;
      break;
    case ActorKind::government:
      set(Clue::is_government);
      body = true;
      break;
    case ActorKind::outlet:
      set(Clue::is_outlet);
      body = true;
      break;
    case ActorKind::place:
      set(Clue::is_place);
      break;
    case ActorKind::product:
    case ActorKind::other:
      set(Clue::is_product);
      set(Clue::speaks_thing, speaks);
      break;
    case ActorKind::group:
      set(draft.named ? Clue::is_named_group : Clue::is_unnamed_group);
      set(Clue::speaks_people, speaks);
      break;
  }
  set(Clue::speaks_body, speaks && body);
  set(Clue::body_subject, body && reading_.is_subject(role_token(latest)));
  const auto mentions = mentions_of(latest.referent);
  set(mentions <= 1   ? Clue::mentioned_once
      : mentions <= 3 ? Clue::mentioned_twice_or_thrice
                      : Clue::mentioned_often);
  set(Clue::in_title, draft.in_title);
}

Clues Pronouns::clues_of_nothing(const Found& pronoun) const {
  Clues clues;
  const auto set = [&](Clue clue, bool holds = true) {
    if (holds) clues.set(static_cast<std::size_t>(clue));
  };
  const auto& token = reading_.token(pronoun.head);
  const bool subject = reading_.is_subject(pronoun.head);
  set(Clue::nothing);
  set(Clue::nothing_subject, subject);
  set(Clue::nothing_object, token.rel == Deprel::obj || token.rel == Deprel::obl);
  set(Clue::nothing_first_word, pronoun.head == reading_.language.sentences[pronoun.sentence].first);
  if (!subject || token.head == kNoToken) return clues;
  set(Clue::nothing_copula, reading_.language.child(token.head, Deprel::cop) != kNoToken);
  for (const TokenIndex child : reading_.language.children_of(token.head)) {
    const auto rel = rel_of(reading_, child);
    const bool clause = rel == Deprel::ccomp || rel == Deprel::xcomp || rel == Deprel::advcl ||
                        rel == Deprel::csubj || rel == Deprel::acl || rel == Deprel::acl_relcl;
    set(Clue::nothing_clause_follows, clause && child > token.head);
  }
  set(Clue::nothing_demonstrative_verb,
      is_one_of(reading_.lemma(token.head), {"be", "come", "happen", "help", "look", "make", "matter", "mean",
                                             "seem", "sound", "start", "stop", "take", "turn", "work"}));
  return clues;
}

// Who is said to say or think something is somebody: "it said" is no thing and not nothing. What programs and
// letters do too ("it demands a ransom", "it wants to steal") tells only before a clause.
bool Pronouns::speaks(const Found& pronoun) const {
  const auto verb = reading_.token(pronoun.head).head;
  if (verb == kNoToken || reading_.token(pronoun.head).rel != Deprel::nsubj) return false;
  const auto lemma = reading_.lemma(verb);
  if (!is_speaking(lemma)) return false;
  const bool of_things = is_one_of(
      lemma, {"ask", "claim", "demand", "expect", "inform", "know", "notify", "plan", "promise", "report",
              "request", "reveal", "state", "suggest", "threaten", "urge", "want", "warn"});
  return !of_things || reading_.language.child(verb, Deprel::ccomp) != kNoToken;
}

}  // namespace hearsay::actors
