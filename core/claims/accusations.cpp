// What has the words of an accusation and is none: intruders attack a hospital and say nothing of it, and of
// whom "is to blame" is said, that is whom it is said of.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

bool has_grounds(const Reading& reading, TokenIndex verb) {
  constexpr std::string_view markers[] = {"for", "over", "as"};
  const auto children = reading.layer.children_of(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    return std::find(std::begin(markers), std::end(markers), reading.marker(child)) != std::end(markers);
  });
}

// "attacked the minister", "attacked the plan as reckless" are words; "attacked the hospital", "was attacked
// by a worm" are deeds.
bool is_deed(const Evidence& evidence, const Draft& draft) {
  if (draft.cue_lemma != "attack" || draft.clausal || evidence.reading[draft.cue_head].upos == Upos::NOUN)
    return false;
  if (has_grounds(evidence.reading, draft.cue_head)) return false;
  if (draft.passive) return true;
  const TokenIndex object = evidence.reading.layer.child(draft.cue_head, Deprel::obj);
  if (object == kNoToken) return true;
  const auto target = evidence.actor_of(object);
  // A person attacks a plan by words; whoever attacks a firm or a town in this news does so by deeds.
  const bool thing = !target || evidence.is_kind(target, ActorKind::other);
  if (thing && evidence.is_kind(evidence.actor_of(draft.source_head), ActorKind::person)) return false;
  return !evidence.is_kind(target, ActorKind::person);
}

void clear_source(Draft& draft) {
  draft.source_head = kNoToken;
  draft.source.clear();
  draft.antecedent.clear();
  draft.source_doubtful = true;
}

// "The clinic is to blame for it": the clinic is whom it is said of, and who says so is not named.
void turn_round(const Reading& reading, Draft& draft) {
  const TokenIndex verb = draft.cue_head;
  if (draft.cue_lemma != "blame" || verb < 2 || reading.lower(verb - 1) != "to") return;
  constexpr TokenIndex kReach = 4;  // "is at least partly to blame"
  for (TokenIndex back = verb - 1; back > 0 && back + kReach > verb - 1; --back) {
    if (reading.lemma(back - 1) == "be") {
      draft.target = draft.source_head;
      clear_source(draft);
      return;
    }
    if (reading[back - 1].upos != Upos::ADV && reading[back - 1].upos != Upos::ADP &&
        reading[back - 1].upos != Upos::PART)
      return;
  }
}

// "The code raised suspicions that ...": what raises a suspicion does not suspect. "lowered suspicions"
// accuses nobody at all.
enum class Suspicion { none, raised, lowered };

Suspicion suspicion_of(const Reading& reading, const Draft& draft) {
  constexpr std::string_view raises[] = {"raise", "arouse", "fuel", "draw", "cause", "spark", "prompt"};
  constexpr std::string_view lowers[] = {"lower", "reduce", "avoid", "evade", "escape", "allay", "avert"};
  if (draft.cue_lemma != "suspicion") return Suspicion::none;
  for (const Extent run : draft.cue) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const auto lemma = reading.lemma(token);
      if (std::find(std::begin(lowers), std::end(lowers), lemma) != std::end(lowers))
        return Suspicion::lowered;
      if (std::find(std::begin(raises), std::end(raises), lemma) != std::end(raises))
        return Suspicion::raised;
    }
  }
  return Suspicion::none;
}

// A program or a place accuses nobody.
bool cannot_speak(const Evidence& evidence, const Draft& draft) {
  const auto source = evidence.actor_of(draft.source_head);
  return evidence.is_kind(source, ActorKind::product);
}

}  // namespace

void sort_accusations(const Evidence& evidence, std::vector<Draft>& out, std::size_t begin,
                      std::vector<Considered>& considered) {
  std::size_t kept = begin;
  for (std::size_t i = begin; i < out.size(); ++i) {
    const bool against = out[i].stance == Stance::accuse;
    const bool deed = against && is_deed(evidence, out[i]);
    const Suspicion suspicion = against ? suspicion_of(evidence.reading, out[i]) : Suspicion::none;
    const bool lowered = suspicion == Suspicion::lowered;
    if (deed || lowered || (against && cannot_speak(evidence, out[i]))) {
      Considered dropped;
      dropped.as = Considered::As::claim;
      dropped.span = evidence.reading[out[i].cue_head].span;
      dropped.why = deed      ? "an attack by deeds, not by words"
                    : lowered ? "a suspicion that is lowered is nobody's"
                              : "a program says nothing";
      considered.push_back(std::move(dropped));
      continue;
    }
    if (suspicion == Suspicion::raised) clear_source(out[i]);
    if (against) turn_round(evidence.reading, out[i]);
    if (kept != i) out[kept] = std::move(out[i]);
    ++kept;
  }
  out.resize(kept);
}

}  // namespace hearsay::claims
