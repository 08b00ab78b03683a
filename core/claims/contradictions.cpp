// Answers without a verb of denial: contrary passages, what the one accused says of the matter, what is taken
// back.
#include <algorithm>

#include "core/claims/pairing.hpp"

namespace hearsay::claims {

namespace {

// Who owns up to something does not answer it.
bool owns_up(std::string_view cue) {
  constexpr std::string_view verbs[] = {"admit",     "acknowledge", "confirm", "concede",
                                        "apologise", "apologize",   "agree",   "accept"};
  return std::find(std::begin(verbs), std::end(verbs), cue) != std::end(verbs);
}

// What is claimed rather than told.
bool boasts(std::string_view cue) {
  constexpr std::string_view verbs[] = {"claim", "allege", "boast", "threaten", "purport", "brag"};
  return std::find(std::begin(verbs), std::end(verbs), cue) != std::end(verbs);
}

}  // namespace

// Whether the claim says that harm was done, not that it may be, and the passage says that none is known of.
bool Pairing::both_harm(std::size_t claim, const Passage& no) const {
  constexpr std::string_view harms[] = {"exploit", "compromise", "attack", "breach",     "steal",
                                        "misuse",  "abuse",      "hack",   "exfiltrate", "infect",
                                        "access",  "intrude",    "use"};
  const auto harm = [&](Extent words, bool weak) {
    for (TokenIndex token = words.first; token < words.last; ++token) {
      const auto lemma = evidence_.reading.lemma(token);
      // "to exploit it one would have to ..." says not that anybody did.
      const bool done = weak || evidence_.reading[token].xpos != Xpos::VB;
      if (evidence_.reading[token].upos != Upos::VERB || !done ||
          (!weak && (lemma == "use" || lemma == "access")))
        continue;
      if (std::find(std::begin(harms), std::end(harms), lemma) != std::end(harms)) return true;
    }
    return false;
  };
  const auto& said = drafts_[claim].content;
  return claims_[claim].hedges.empty() && !said.empty() && harm(said.front(), false) && harm(no.tokens, true);
}

// "a criminal would need the key": what is only possible is not answered by "it has not been seen".
bool Pairing::only_possible(std::size_t claim) const {
  constexpr std::string_view modals[] = {"would", "could", "might", "may", "can"};
  for (const Extent run : drafts_[claim].content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (evidence_.reading[token].xpos != Xpos::MD) continue;
      if (std::find(std::begin(modals), std::end(modals), evidence_.reading.lower(token)) != std::end(modals))
        return true;
    }
  }
  return false;
}

// Whether the passage that points back says "not", and is the first of what is said: later on "this account"
// is what the source itself speaks of.
bool Pairing::opens_with_no(std::size_t answer) const {
  const Standpoint& one = standpoints_[answer];
  if (one.passages.empty()) return one.negative;
  const Extent first = one.passages.front().tokens;
  const bool within = first.first <= one.pointer.token && one.pointer.token < first.last;
  // "would have been larger had it not stopped" says "not" of something else.
  const bool main = !one.passages.front().negated.empty() || one.pointer.such || one.pointer.many;
  return within && one.passages.front().negative && main;
}

// Whether two passages of the claims say much the same, and one says "not" of what the other says to be done,
// and to what: "was not working for the party" and "worked for the party".
bool Pairing::contradicts(std::size_t claim, std::size_t answer) const {
  constexpr int kEnough = 4;
  constexpr int kMuch = 6;
  constexpr int kObjects = 4;
  constexpr std::uint32_t kBeside = 4;
  const bool near = standpoints_[claim].sentence + kBeside >= standpoints_[answer].sentence;
  const bool related = standpoints_.fit(claim, answer).role ||
                       (claims_[claim].target && claims_[claim].target == claims_[answer].target);
  for (const Passage& one : standpoints_[answer].passages) {
    for (const Passage& other : standpoints_[claim].passages) {
      if (one.negative == other.negative) continue;
      const int shared = standpoints_.shared(one.words, other.words);
      if (shared < (related ? kEnough : kMuch)) continue;
      // Of long passages many words are shared by chance.
      const auto shorter = static_cast<int>(std::min(one.words.size(), other.words.size()));
      if (shared < shorter) continue;
      const Passage& no = one.negative ? one : other;
      const Passage& yes = one.negative ? other : one;
      if (!standpoints_.same_subject(yes, no)) continue;
      if (standpoints_.says_done(yes, no)) return true;
      // "never reached the control systems" and "was found in the control systems"
      if (related && near && standpoints_.shared(no.objects, yes.words) >= kObjects) return true;
    }
  }
  return false;
}

// Whether the answer, right after the claim, says "not" of what the claim says: "Files were sold. The clinic
// said there was no evidence that any file was sold."
bool Pairing::gainsays(std::size_t claim, std::size_t answer) const {
  constexpr std::uint32_t kNext = 2;
  constexpr std::uint32_t kBeside = 5;
  constexpr int kEnough = 2;
  constexpr std::string_view proofs[] = {"eviden", "proof", "indica", "sign", "trace", "record", "aware"};
  const Standpoint& before = standpoints_[claim];
  const Standpoint& here = standpoints_[answer];
  if (before.sentence >= here.sentence || before.sentence + kBeside < here.sentence || before.nested)
    return false;
  if (claims_[answer].polarity != Polarity::negated || !drafts_[answer].clausal) return false;
  if (standpoints_.unread_pronoun(answer) || !drafts_[claim].clausal) return false;
  const bool related = standpoints_.fit(claim, answer).role;
  for (const Passage& no : here.passages) {
    for (const Passage& yes : before.passages) {
      if (!no.negative || yes.negative) continue;
      // "no evidence that records left" answers whoever spoke of records.
      const bool no_proof = std::any_of(std::begin(proofs), std::end(proofs), [&](std::string_view proof) {
        return std::find(no.negated.begin(), no.negated.end(), proof) != no.negated.end();
      });
      const bool same_deed = standpoints_.shared(no.negated, yes.words) >= kEnough;
      const int things = standpoints_.shared(no.objects, yes.words);
      if (no_proof && things >= kEnough) return true;
      // "no evidence that any record left" answers who boasts of the records; "not aware of any customer
      // having been compromised" answers who says that the flaw is being used.
      if (no_proof && ((things > 0 && boasts(drafts_[claim].cue_lemma)) || both_harm(claim, no))) return true;
      if (before.sentence + kNext < here.sentence) continue;
      const bool same_thing = standpoints_.shared(no.objects, yes.words) > 0;
      if (same_deed && (related || same_thing)) return true;
    }
  }
  return false;
}

// Whether the one whom the claim accuses speaks of the same matter, and does not own up to it.
bool Pairing::replies(std::size_t claim, std::size_t answer) const {
  constexpr std::uint32_t kFar = 40;
  constexpr int kEnough = 4;
  if (claims_[claim].stance != Stance::accuse || !claims_[claim].target || !drafts_[answer].clausal)
    return false;
  const Standpoint& here = standpoints_[answer];
  if (standpoints_[claim].sentence >= here.sentence || standpoints_[claim].sentence + kFar < here.sentence)
    return false;
  if (owns_up(drafts_[answer].cue_lemma)) return false;
  const bool accused =
      std::any_of(here.side.members.begin(), here.side.members.end(),
                  [&](Ref<Actor> member) { return evidence_.same_party(claims_[claim].target, member); });
  return accused && standpoints_.shared(standpoints_[claim].words, here.words) >= kEnough;
}

// Whether the one of whom the claim was made insists on something else at once, or the answer is set against
// the claim by its first word: "But two employees said ...".
bool Pairing::counters(std::size_t claim, std::size_t answer) const {
  constexpr std::string_view verbs[] = {"insist", "maintain", "counter", "contend", "retort"};
  constexpr std::string_view contrasts[] = {"but", "however", "yet"};
  constexpr std::uint32_t kNext = 1;
  constexpr int kEnough = 2;
  const Standpoint& before = standpoints_[claim];
  const Standpoint& here = standpoints_[answer];
  if (before.sentence > here.sentence || before.sentence + kNext < here.sentence || before.nested)
    return false;
  constexpr std::size_t kFewestWords = 5;  // of a claim that is no clause
  const bool says_something = drafts_[claim].clausal || before.words.size() >= kFewestWords;
  if (standpoints_.unread_pronoun(answer) || !says_something || !drafts_[answer].clausal) return false;
  const bool retort = drafts_[answer].cue_lemma == "counter";
  const bool unknown = here.side.members.empty() && !here.side.noun;
  if (unknown && !retort) return false;
  const Fit fit = standpoints_.fit(claim, answer);
  if (std::find(std::begin(verbs), std::end(verbs), drafts_[answer].cue_lemma) != std::end(verbs))
    return fit.role || fit.words > kEnough || retort;
  const auto& first =
      evidence_.reading.lower(evidence_.reading.layer.sentence(drafts_[answer].cue_head).first);
  // "But its head acknowledged ..." grants it.
  return before.sentence < here.sentence && before.negative != here.negative &&
         fit.words >= (fit.role ? kEnough : kEnough + 1) && !owns_up(drafts_[answer].cue_lemma) &&
         std::find(std::begin(contrasts), std::end(contrasts), first) != std::end(contrasts);
}

// No verb of denial stands, but one answers the other: "That reading won't survive"; or two sides say much
// the same of the same, and one of them with "not".
void Pairing::add_contradictions(std::vector<Dispute>& out) {
  constexpr std::size_t kReach = 32;
  const auto plain = [&](std::size_t i) {
    return claims_[i].stance == Stance::state || claims_[i].stance == Stance::assess ||
           claims_[i].stance == Stance::accuse;
  };
  for (std::size_t d = 1; d < claims_.size(); ++d) {
    const bool nobody = drafts_[d].source.empty() && !claims_[d].source && drafts_[d].cue_lemma != "counter";
    if (!plain(d) || claims_[d].repeats || nobody) continue;
    if (!drafts_[d].clausal && drafts_[d].content_head == kNoToken) continue;
    if (answers_[d]) continue;
    std::size_t against = claims_.size();
    std::string why = "two sources say much the same of the same, one of them with a negation";
    const std::size_t pointed = standpoints_.pointed_at(d);
    const Pointer& pointer = standpoints_[d].pointer;
    if (pointed < claims_.size() && !same_words(pointed, d) && (opens_with_no(d) || pointer.opposes)) {
      against = pointed;
      const bool errs = evidence_.reading[pointer.token].upos == Upos::VERB;
      if (pointer.opposes)
        why = errs ? "it says that who claimed it errs" : "it compares itself with what was said";
      else
        why = "it points back at what was said, with a negation";
    }
    for (std::size_t step = 1;
         against == claims_.size() && !standpoints_[d].nested && step <= std::min(kReach, d); ++step) {
      const std::size_t c = d - step;
      if (!plain(c) || drafts_[c].source.empty() || !may_answer(c, d)) continue;
      const bool told_so = standpoints_[c].negative || !only_possible(c);
      if (told_so && contradicts(c, d)) {
        against = c;
      } else if (told_so && gainsays(c, d)) {
        against = c;
        why = "said right after it, with a negation of what it says";
      } else if (replies(c, d)) {
        against = c;
        why = "the one accused speaks of the same matter";
      } else if (counters(c, d)) {
        against = c;
        why = "said right after it, and set against it";
      }
    }
    if (against == claims_.size()) continue;
    std::vector<std::size_t> all = {against};
    // "what is being claimed": all that is claimed in these words.
    constexpr std::size_t kMostClaimed = 3;
    for (std::size_t step = 1;
         pointer.many && step <= std::min(kDisputeLookBack, d) && all.size() < kMostClaimed; ++step) {
      const std::size_t c = d - step;
      if (c != against && standpoints_.names(c, d) && may_answer(c, d)) all.push_back(c);
    }
    std::sort(all.begin(), all.end());
    Dispute dispute =
        make_dispute(DisputeKind::denial, dispute_label(evidence_, drafts_[against]), all, std::move(why));
    dispute.denials.push_back(Ref<Claim>(d));
    keep(std::move(dispute), d, out);
  }
}

// "He withdrew that statement": who takes back what they said before, and what they say instead.
void Pairing::add_retractions(std::vector<Dispute>& out) {
  constexpr std::string_view verbs[] = {"withdraw", "retract", "recant", "take back"};
  constexpr std::size_t kReach = 8;
  constexpr std::uint32_t kSentences = 6;
  for (std::size_t d = 1; d < claims_.size(); ++d) {
    if (std::find(std::begin(verbs), std::end(verbs), drafts_[d].cue_lemma) == std::end(verbs)) continue;
    const bool of_words = std::any_of(drafts_[d].content.begin(), drafts_[d].content.end(), [&](Extent run) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        const Matter* matter = evidence_.lexicon.matter(evidence_.reading.lemma(token));
        if (matter != nullptr &&
            (matter->kind == MatterKind::claim || matter->kind == MatterKind::accusation) &&
            evidence_.reading[token].upos == Upos::NOUN)
          return true;
      }
      return false;
    });
    if (!of_words) continue;
    for (std::size_t step = 1; step <= std::min(kReach, d); ++step) {
      const std::size_t c = d - step;
      if (standpoints_[c].sentence + kSentences < standpoints_[d].sentence) break;
      if (!standpoints_.answerable(c) || standpoints_[c].nested) continue;
      const bool same = standpoints_.same_side(standpoints_[c].side, standpoints_[d].side) ||
                        (step == 1 && standpoints_.unread_pronoun(d));
      if (!same) continue;
      Dispute dispute = make_dispute(DisputeKind::denial, dispute_label(evidence_, drafts_[c]), {c},
                                     "its own source takes it back");
      dispute.denials.push_back(Ref<Claim>(d));
      const std::size_t next = d + 1;
      if (next < claims_.size() && standpoints_[next].sentence <= standpoints_[d].sentence + 1 &&
          claims_[next].stance != Stance::act &&
          (standpoints_.unread_pronoun(next) ||
           standpoints_.same_side(standpoints_[next].side, standpoints_[d].side)))
        dispute.denials.push_back(Ref<Claim>(next));
      keep(std::move(dispute), d, out);
      break;
    }
  }
}

}  // namespace hearsay::claims
