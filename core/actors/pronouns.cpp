#include "core/actors/pronouns.hpp"

#include <algorithm>

#include "core/actors/kinds.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;
using language::Xpos;

constexpr std::size_t kLookBack = 90;                                     // occurrences
constexpr std::array<std::uint32_t, kPronounClasses> kReach = {5, 3, 3};  // sentences
constexpr int kClimb = 12;                                                // steps up a tree

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_document(std::string_view lemma) {
  return is_one_of(
      lemma,
      {"ad",        "advisory",     "alert",   "article",  "dialog", "e-mail",  "email",    "mail",
       "message",   "notification", "page",    "pop-up",   "popup",  "screen",  "bulletin", "complaint",
       "directive", "document",     "filing",  "guidance", "law",    "lawsuit", "letter",   "memo",
       "note",      "notice",       "order",   "paper",    "post",   "report",  "rule",     "ruling",
       "statement", "study",        "summary", "text",     "warning"});
}

// Nouns for people that stand for no actor of the text ("his father").
char gender_of_people_noun(std::string_view lemma) {
  if (is_one_of(lemma,
                {"boy", "brother", "father", "grandfather", "guy", "husband", "king", "man", "son", "uncle"}))
    return 'm';
  if (is_one_of(lemma, {"aunt", "daughter", "girl", "grandmother", "lady", "mother", "queen", "sister",
                        "wife", "woman"}))
    return 'f';
  const bool people =
      is_one_of(lemma, {"artist",   "baby",      "child",  "creator", "doctor",   "driver",    "friend",
                        "guest",    "kid",       "maker",  "name",    "neighbor", "neighbour", "operator",
                        "parent",   "passenger", "player", "pupil",   "singer",   "sender",    "someone",
                        "somebody", "speaker",   "target", "teacher", "teenager", "writer"});
  return people ? 'x' : '\0';
}

bool is_nominal(Upos upos) {
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON || upos == Upos::NUM ||
         upos == Upos::SYM;
}

}  // namespace

PronounClass class_of(const Found& pronoun) {
  return pronoun.gender != 'x' ? PronounClass::person
         : pronoun.plural      ? PronounClass::many
                               : PronounClass::thing;
}

Pronouns::Pronouns(const Reading& reading, const Cast& cast, const std::vector<std::uint32_t>& draft_of_token,
                   PronounJudge* judge)
    : reading_(reading),
      cast_(cast),
      draft_of_token_(draft_of_token),
      judge_(judge),
      quote_of_token_(reading.language.tokens.size(), 0) {
  // A quotation mark opens where none is open and closes where one is; a new block closes it too.
  std::uint32_t quotes = 0, open = 0, block = 0xFFFFFFFFu;
  for (const auto& sentence : reading_.language.sentences) {
    if (sentence.block != block) open = 0;
    block = sentence.block;
    for (auto token = sentence.first; token < sentence.last(); ++token) {
      const auto word = reading_.word(token);
      const bool mark = word == "\"" || word == "“" || word == "”" || word == "``" || word == "''";
      if (mark) open = open != 0 || word == "”" || word == "''" ? 0 : ++quotes;
      quote_of_token_[token] = open;
    }
  }
}

void Pronouns::see_nouns_before(TokenIndex token) {
  for (; nouns_seen_ < token; ++nouns_seen_) {
    const auto& t = reading_.token(nouns_seen_);
    if (t.upos != Upos::NOUN && t.upos != Upos::PROPN) continue;
    Occurrence noun;
    noun.head = nouns_seen_;
    noun.sentence = reading_.language.sentence_of[nouns_seen_];
    noun.form = MentionForm::nominal;
    if (t.rel == Deprel::conj && t.head != kNoToken && is_nominal(reading_.token(t.head).upos)) {
      noun.pair = noun.plural = true;
      noun.referent.noun = ~static_cast<std::uint64_t>(nouns_seen_);
      seen_.push_back(noun);
      noun.pair = false;
    }
    if (draft_of_token_[nouns_seen_] != kNobody) continue;
    if (t.rel == Deprel::compound || t.rel == Deprel::flat || t.rel == Deprel::amod ||
        t.rel == Deprel::obl_unmarked || t.rel == Deprel::nmod_unmarked || t.rel == Deprel::fixed ||
        t.rel == Deprel::nmod_desc) {
      continue;
    }
    const auto lemma = reading_.lemma(nouns_seen_);
    const auto* actor = reading_.gazetteer.noun(lemma);
    const char people = gender_of_people_noun(lemma);
    // "the public", "the industry": many, but no "he".
    noun.people = people != 0 || (actor != nullptr && (actor->noun_class == NounClass::person ||
                                                       actor->noun_class == NounClass::group));
    noun.crowd = actor != nullptr && actor->noun_class == NounClass::group;
    noun.gender = people != 0 ? people : actor != nullptr ? actor->gender : 'x';
    noun.plural = t.xpos == Xpos::NNS || t.xpos == Xpos::NNPS || lemma == "people";
    noun.referent.noun = fold_into(kFoldStart, lemma) | 1u;
    const auto determiner = reading_.language.child(nouns_seen_, Deprel::det);
    noun.definite =
        determiner != kNoToken && is_one_of(reading_.lemma(determiner), {"the", "this", "that", "these"});
    seen_.push_back(noun);
  }
}

void Pronouns::see(const Found& mention) {
  see_nouns_before(mention.head);
  Occurrence one;
  one.head = mention.head;
  one.sentence = mention.sentence;
  one.referent.draft = mention.draft;
  one.form = mention.form;
  one.plural = mention.plural;
  one.definite = mention.determiner == Determiner::definite;
  if (mention.form == MentionForm::pronoun) one.gender = mention.gender;
  seen_.push_back(one);
  if (seen_of_draft_.size() <= mention.draft) seen_of_draft_.resize(cast_.drafts.size(), 0);
  ++seen_of_draft_[mention.draft];
}

std::uint32_t Pronouns::mentions_of(const Referent& referent) const {
  return referent.draft < seen_of_draft_.size() ? seen_of_draft_[referent.draft] : 0;
}

bool Pronouns::fits(PronounClass pronoun_class, char gender, const Occurrence& occurrence) const {
  if (occurrence.referent.draft == kNobody) {
    switch (pronoun_class) {
      case PronounClass::person:
        return occurrence.people && !occurrence.plural && !occurrence.crowd &&
               (occurrence.gender == 'x' || occurrence.gender == gender);
      case PronounClass::thing:
        return !occurrence.people && !occurrence.plural;
      case PronounClass::many:
        return occurrence.plural || (occurrence.people && occurrence.gender == 'x');
    }
  }
  const Draft& draft = cast_.drafts[occurrence.referent.draft];
  const bool person = draft.kind == ActorKind::person;
  switch (pronoun_class) {
    case PronounClass::person:
      return person && !draft.plural && (draft.gender == 'x' || draft.gender == gender);
    case PronounClass::thing:
      return !person && !draft.plural;
    case PronounClass::many:
      if (person) return !draft.named && draft.gender == 'x';  // "an attacker ... they"
      return draft.kind != ActorKind::place;
  }
  return false;
}

// Where grammar rules a word out: "Brell accused him" is not Brell; "the head of its office" is not "it".
bool Pronouns::is_barred(const Found& pronoun, const Occurrence& occurrence) const {
  if (occurrence.sentence != pronoun.sentence) return false;
  const auto& token = reading_.token(pronoun.head);
  const auto& other = reading_.token(occurrence.head);
  const bool reflexive = is_reflexive(ascii::lower(reading_.word(pronoun.head)));
  const bool argument = token.rel == Deprel::obj || token.rel == Deprel::iobj || token.rel == Deprel::obl ||
                        token.rel == Deprel::obl_agent;
  if (argument && !reflexive && other.head == token.head && token.head != kNoToken) return true;
  if (token.rel == Deprel::conj && token.head == occurrence.head) return true;
  if (other.rel == Deprel::conj && other.head == token.head && token.head != kNoToken) return true;
  // "Brell, who appeared beside him": who is Brell, and is not beside himself.
  if (argument && !reflexive && token.head != kNoToken) {
    const auto& verb = reading_.token(token.head);
    const auto subject = reading_.language.child(token.head, Deprel::nsubj);
    const bool of_it =
        verb.rel == Deprel::acl_relcl && verb.head != kNoToken &&
        (verb.head == occurrence.head ||
         (occurrence.referent.draft != kNobody && draft_of_token_[verb.head] == occurrence.referent.draft));
    if (of_it && subject != kNoToken && reading_.token(subject).upos == Upos::PRON) return true;
  }
  // Within the phrase that the word heads, no verb in between.
  auto above = pronoun.head;
  for (int step = 0; step < kClimb && above != kNoToken; ++step) {
    const auto& t = reading_.token(above);
    if (t.rel == Deprel::conj || t.rel == Deprel::appos || t.rel == Deprel::acl_relcl ||
        t.rel == Deprel::acl || t.upos == Upos::VERB || t.upos == Upos::AUX) {
      return false;
    }
    above = t.head;
    if (above == occurrence.head) return true;
  }
  return false;
}

bool Pronouns::can_speak(const Occurrence& occurrence) const {
  if (occurrence.referent.draft == kNobody)
    return occurrence.people || occurrence.pair || is_document(reading_.lemma(occurrence.head));
  const auto kind = cast_.drafts[occurrence.referent.draft].kind;
  return kind != ActorKind::product && kind != ActorKind::place && kind != ActorKind::other;
}

std::vector<PronounCandidate> Pronouns::candidates(const Found& pronoun) const {
  const bool must_speak = speaks(pronoun);
  const auto pronoun_class = class_of(pronoun);
  const auto reach = kReach[static_cast<std::size_t>(pronoun_class)];
  std::vector<PronounCandidate> found;
  std::vector<Referent> barred;
  std::uint32_t most = 0;
  for (std::size_t back = 0; back < kLookBack && back < seen_.size(); ++back) {
    const Occurrence& one = seen_[seen_.size() - 1 - back];
    if (pronoun.sentence - one.sentence > reach) break;
    if (one.head >= pronoun.head || !fits(pronoun_class, pronoun.gender, one)) continue;
    if (must_speak && !can_speak(one)) continue;
    if (std::find(barred.begin(), barred.end(), one.referent) != barred.end()) continue;
    const auto known =
        std::find_if(found.begin(), found.end(), [&](const auto& c) { return c.referent == one.referent; });
    // Whom the text has just called "he" is not "she".
    const bool called_otherwise = one.form == MentionForm::pronoun && one.gender != 'x' &&
                                  pronoun.gender != 'x' && one.gender != pronoun.gender;
    if (called_otherwise || is_barred(pronoun, one)) {
      barred.push_back(one.referent);
      if (known != found.end()) found.erase(known);
      continue;
    }
    if (known != found.end()) continue;
    PronounCandidate candidate{one.referent, one.head, {}};
    add_place_clues(pronoun, one, candidate.clues);
    add_kind_clues(pronoun, one, candidate.clues);
    most = std::max(most, mentions_of(one.referent));
    found.push_back(std::move(candidate));
  }
  const auto count = [&](auto&& is_one) {
    return std::count_if(found.begin(), found.end(), [&](const auto& candidate) {
      return candidate.referent.draft != kNobody && is_one(cast_.drafts[candidate.referent.draft]);
    });
  };
  const bool one_person = count([](const Draft& draft) { return draft.kind == ActorKind::person; }) == 1;
  const bool one_body = count([](const Draft& draft) { return is_body(draft.kind); }) == 1;
  for (auto& candidate : found) {
    if (candidate.referent.draft == kNobody) continue;
    const auto kind = cast_.drafts[candidate.referent.draft].kind;
    if (one_person && kind == ActorKind::person)
      candidate.clues.set(static_cast<std::size_t>(Clue::only_person));
    if (one_body && is_body(kind)) candidate.clues.set(static_cast<std::size_t>(Clue::only_body));
  }
  constexpr std::array kRanks = {Clue::nearest, Clue::second_nearest, Clue::third_nearest};
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i < kRanks.size()) found[i].clues.set(static_cast<std::size_t>(kRanks[i]));
    const bool leads = most > 1 && mentions_of(found[i].referent) == most;
    if (leads) found[i].clues.set(static_cast<std::size_t>(Clue::most_mentioned));
  }
  // Who learns from the choice is shown nothing too.
  if (!must_speak || found.empty() || judge_ != nullptr)
    found.push_back({{}, kNoToken, clues_of_nothing(pronoun)});
  return found;
}

// "Brell himself": whose name stands before it. kNobody: nobody's.
std::uint32_t Pronouns::named_by_emphasis(const Found& pronoun) const {
  if (pronoun.head == 0 || !is_reflexive(ascii::lower(reading_.word(pronoun.head)))) return kNobody;
  const auto draft = draft_of_token_[pronoun.head - 1];
  if (draft == kNobody) return kNobody;
  const bool person = cast_.drafts[draft].kind == ActorKind::person;
  return person == (class_of(pronoun) == PronounClass::person) ? draft : kNobody;
}

Pronouns::Decision Pronouns::resolve(const Found& pronoun) {
  see_nouns_before(pronoun.head);
  if (const auto named = named_by_emphasis(pronoun); named != kNobody)
    return {named, false, named, kNobody, true};
  const auto all = candidates(pronoun);
  std::size_t best = 0;
  Decision decision;
  if (judge_ != nullptr) {
    best = judge_->choose(pronoun, all);
    decision.draft = all[best].referent.draft;
  } else {
    const auto& weights = reading_.gazetteer.pronouns;
    const auto c = static_cast<std::size_t>(class_of(pronoun));
    std::int32_t first = INT32_MIN, second = INT32_MIN;
    std::size_t runner_up = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::int32_t score = 0;
      for (std::size_t clue = 0; clue < kClues; ++clue)
        score += all[i].clues[clue] ? weights.of_clue[c][clue] : 0;
      if (score > first) {
        second = first;
        runner_up = best;
        first = score;
        best = i;
      } else if (score > second) {
        second = score;
        runner_up = i;
      }
    }
    const bool clear = all.size() == 1 || first - second >= weights.lead[c];
    decision.sure = all.size() == 1 || first - second >= 2 * weights.lead[c];
    decision.draft = clear ? all[best].referent.draft : kNobody;
    decision.doubtful = !clear && all[best].referent.draft != kNobody;
    decision.leader = all[best].referent.draft;
    decision.rival = all[runner_up].referent.draft;
  }
  // "the flaw ... it ... it": the second "it" has the first one nearest.
  const auto& chosen = all[best].referent;
  if (chosen.draft == kNobody && chosen.noun != 0) {
    Occurrence again;
    const auto origin =
        std::find_if(seen_.rbegin(), seen_.rend(), [&](const auto& o) { return o.referent == chosen; });
    again = *origin;
    again.head = pronoun.head;
    again.sentence = pronoun.sentence;
    again.form = MentionForm::pronoun;
    if (pronoun.gender != 'x') again.gender = pronoun.gender;
    if (pronoun.plural) again.crowd = true;
    seen_.push_back(again);
  }
  return decision;
}

}  // namespace hearsay::actors
