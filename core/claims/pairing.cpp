// What a denial answers: candidates by what speaks for them, then what the same side answered before, then
// what was said last.
#include "core/claims/pairing.hpp"

#include <algorithm>

namespace hearsay::claims {

bool Pairing::may_answer(std::size_t claim, std::size_t answer) const {
  if (claim == answer || !standpoints_.answerable(claim) || claims_[claim].repeats) return false;
  const Side& speaker = standpoints_[claim].side;
  const Side& answerer = standpoints_[answer].side;
  if (standpoints_.same_side(speaker, answerer) && standpoints_.pointed_at(answer) != claim) return false;
  // "It said it did not ...": of an unread pronoun in the same sentence nobody can say that it is another.
  if (standpoints_.unread_pronoun(claim) && standpoints_[claim].sentence == standpoints_[answer].sentence)
    return false;
  // Somebody must be on one side at least; and who reports the denial is not who is denied.
  if (speaker.members.empty() && speaker.word.empty() && answerer.members.empty() && !drafts_[answer].apposed)
    return false;
  // "denied that it was so, explaining that ...": who denies goes on to speak.
  const TokenIndex cue = drafts_[claim].cue_head;
  const bool goes_on = evidence_.reading[cue].xpos == Xpos::VBG &&
                       evidence_.reading[cue].upos == Upos::VERB &&
                       evidence_.reading.lower(cue) != "according" && covers(drafts_[answer].content, cue);
  if (goes_on) return false;
  // Who repeats what the other said does not answer it by the same words.
  return !covers(drafts_[claim].content, drafts_[answer].cue_head) && !same_words(claim, answer);
}

// Whether one claim's content lies within the other's, as where both cues were found for one quotation.
bool Pairing::same_words(std::size_t a, std::size_t b) const {
  if (drafts_[a].content.empty() || drafts_[b].content.empty()) return false;
  if (drafts_[b].apposed || (claims_[b].stance == Stance::deny && !drafts_[b].clausal)) return false;
  // "Headlines that say that it leaked are false": the claim is reported within the answer.
  const bool reported = claims_[b].stance == Stance::deny &&
                        covers(drafts_[b].content, drafts_[a].cue_head) &&
                        evidence_.reading[drafts_[a].cue_head].xpos != Xpos::VBG;
  if (reported) return false;
  const Extent one = drafts_[a].content.front();
  const Extent other = drafts_[b].content.front();
  return one.first < other.last && other.first < one.last;
}

// Whether the denial's own words say nothing of what is denied: "refuted the charge", "disputes this".
bool Pairing::only_points(std::size_t denial) const {
  constexpr std::size_t kFewWords = 1;
  return standpoints_[denial].pointer.token != kNoToken && standpoints_[denial].words.size() <= kFewWords;
}

std::vector<Candidate> Pairing::candidates_for(std::size_t denial) const {
  constexpr std::uint32_t kLead = 3;
  constexpr std::size_t kAhead = 8;  // a headline or a lead denies what follows
  constexpr int kEnough = 4;
  constexpr int kPointed = 4;
  std::vector<Candidate> found;
  const std::size_t pointed = standpoints_.pointed_at(denial);
  const std::size_t from = denial > kDisputeLookBack ? denial - kDisputeLookBack : 0;
  const std::size_t to = std::min(claims_.size(), denial + kAhead);
  for (std::size_t c = from; c < to; ++c) {
    const bool later = standpoints_[c].sentence > standpoints_[denial].sentence;
    if (!may_answer(c, denial) || (later && standpoints_[denial].sentence > kLead)) continue;
    Fit fit = standpoints_.fit(c, denial);
    // "the claim that the province is unprepared": its own words decide as well.
    const bool accuses = claims_[c].stance == Stance::accuse || claims_[c].stance == Stance::warn;
    const int needed = !standpoints_[denial].pointer.content ? 0 : accuses ? 1 : 2;
    fit.pointed = c == pointed && fit.words >= needed;
    if (fit.pointed) fit.points += kPointed;
    if (claims_[c].stance == Stance::deny && !fit.inside) continue;
    // Two that both say "not" say the same.
    const bool both = !drafts_[denial].negates && !fit.pointed && standpoints_[c].negative &&
                      claims_[c].polarity == claims_[denial].polarity;
    if (both && fit.words > 0) continue;
    // "Ms Orr's claim is false" answers Ms Orr alone.
    const bool names_another = standpoints_[denial].pointer.owner != kNoToken && !fit.pointed &&
                               pointed < claims_.size() && !fit.inside;
    if (names_another && !standpoints_.same_side(standpoints_[c].side, standpoints_[pointed].side)) continue;
    if (standpoints_[c].nested && !fit.inside && !fit.pointed) fit.points -= 2;
    const bool ahead = c > denial && !fit.inside;
    const bool by_words = fit.words >= 3 || (fit.words >= 2 && fit.role);
    const bool by_role = ((fit.role && accuses) || fit.mutual) && !ahead;
    if (fit.points < kEnough || !(fit.pointed || fit.inside || by_words || by_role)) continue;
    found.push_back({c, fit});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.fit.points > b.fit.points; });
  return found;
}

// What the same side has answered before: the charge that it rejects here is most likely that one. Only where
// the denial points at it, or goes on at once.
std::vector<std::size_t> Pairing::answered_before(std::size_t denial) const {
  constexpr std::uint32_t kAtOnce = 3;
  constexpr std::uint32_t kSoon = 12;
  constexpr std::size_t kReach = 64;  // pairs; bounds the work
  for (std::size_t step = 1; step <= std::min(kReach, pairs_.size()); ++step) {
    const auto* pair = &pairs_[pairs_.size() - step];
    const Standpoint& before = standpoints_[pair->first];
    const Standpoint& here = standpoints_[denial];
    if (!standpoints_.same_side(before.side, here.side) || !may_answer(pair->second, denial)) continue;
    const bool points = here.pointer.token != kNoToken && here.pointer.owner == kNoToken;
    const bool soon = !drafts_[denial].clausal && before.sentence + kSoon >= here.sentence;
    if (points || soon || before.sentence + kAtOnce >= here.sentence) return {pair->second};
  }
  return {};
}

// What a plain denial answers where no target and too few words are shared: of the last claims of somebody
// else, in its paragraph or the two before, those that share a word with it, else the latest.
std::vector<std::size_t> Pairing::claims_before(std::size_t denial) const {
  constexpr std::size_t kReach = 10;
  constexpr std::size_t kMost = 2;
  constexpr std::uint32_t kJustNow = 3;
  constexpr std::uint32_t kNext = 2;
  constexpr std::uint32_t kSentences = 4;
  constexpr std::uint32_t kBlocks = 2;
  std::vector<std::size_t> found;
  int best = 0;
  for (std::size_t step = 1; step <= std::min(kReach, denial); ++step) {
    const std::size_t c = denial - step;
    const Standpoint& claim = standpoints_[c];
    const Standpoint& answer = standpoints_[denial];
    if (claim.block + kBlocks < answer.block || claim.sentence + kSentences < answer.sentence) break;
    const bool plain = claims_[c].stance == Stance::state || claims_[c].stance == Stance::assess ||
                       claims_[c].stance == Stance::accuse || claims_[c].stance == Stance::warn;
    const bool says_something = drafts_[c].clausal || claims_[c].stance == Stance::accuse;
    if (!plain || claim.nested || !says_something || claims_[c].polarity == Polarity::negated ||
        drafts_[c].source.empty() || !may_answer(c, denial))
      continue;
    const int shared = standpoints_.shared(claim.words, answer.words);
    // Without a word in common only what was said just now, an accusation first.
    const std::uint32_t reach = standpoints_.fit(c, denial).role ? kJustNow : kNext;
    if (shared == 0 && claim.sentence + reach < answer.sentence) continue;
    const int weight = 2 * shared + (claims_[c].stance == Stance::accuse ? 1 : 0);
    if (weight > best) {
      found.clear();
      best = weight;
    }
    if (weight == best && found.size() < kMost) found.push_back(c);
  }
  return found;
}

// The last claim of somebody else that speaks of the denier, a few sentences back.
std::vector<std::size_t> Pairing::claim_about(std::size_t denial) const {
  constexpr std::size_t kReach = 10;
  constexpr std::uint32_t kSentences = 4;
  for (std::size_t step = 1; step <= std::min(kReach, denial); ++step) {
    const std::size_t c = denial - step;
    if (standpoints_[c].sentence + kSentences < standpoints_[denial].sentence) break;
    const bool plain = claims_[c].stance == Stance::state || claims_[c].stance == Stance::assess ||
                       claims_[c].stance == Stance::accuse || claims_[c].stance == Stance::warn;
    if (plain && drafts_[c].clausal && !standpoints_[c].nested && may_answer(c, denial) &&
        standpoints_.fit(c, denial).role)
      return {c};
  }
  return {};
}

// What the denier goes on to say against the same: "In a statement it said that the keys never left". After a
// denial that only points back, what follows at once is the answer itself.
void Pairing::add_rest_of_answer(std::size_t denial, Dispute& dispute) const {
  constexpr std::size_t kReach = 3;
  constexpr int kShared = 3;
  const Standpoint& answer = standpoints_[denial];
  // "It was not a ban, it said, contradicting a letter": the sentence is the answer as well.
  for (std::size_t step = 1; step <= std::min<std::size_t>(2, denial); ++step) {
    const std::size_t before = denial - step;
    if (standpoints_[before].sentence != answer.sentence || claims_[before].stance == Stance::act) continue;
    if (drafts_[denial].cue_lemma == "contradict" &&
        standpoints_.same_side(standpoints_[before].side, answer.side))
      dispute.denials.insert(dispute.denials.begin(), Ref<Claim>(before));
  }
  for (std::size_t next = denial + 1; next < std::min(claims_.size(), denial + 1 + kReach); ++next) {
    const Standpoint& more = standpoints_[next];
    // "Her employer disputes this. It submitted ...": the pronoun goes on for a denier who was not read.
    const TokenIndex speaker = drafts_[next].source_head;
    const bool goes_on = answer.side.members.empty() && !answer.side.word.empty() && speaker != kNoToken &&
                         evidence_.reading[speaker].upos == Upos::PRON &&
                         more.sentence == answer.sentence + 1;
    const bool he = goes_on || (standpoints_.unread_pronoun(next) && more.sentence <= answer.sentence + 1);
    if (!he && !standpoints_.same_side(more.side, answer.side)) continue;
    if (claims_[next].stance == Stance::deny || claims_[next].stance == Stance::act || more.nested) continue;
    if (more.sentence > answer.sentence + 2) break;
    const bool same = more.negative && std::any_of(dispute.claims.begin(), dispute.claims.end(), [&](auto c) {
                        return standpoints_.shared(standpoints_[c.index()].words, more.words) >= kShared;
                      });
    const bool at_once = only_points(denial) && more.sentence <= answer.sentence + 1 &&
                         (claims_[next].stance == Stance::state || claims_[next].stance == Stance::assess);
    if (same || at_once) dispute.denials.push_back(Ref<Claim>(next));
  }
}

void Pairing::keep(Dispute dispute, std::size_t denial, std::vector<Dispute>& out) {
  for (const auto claim : dispute.claims) {
    answered_[claim.index()] = true;
    pairs_.emplace_back(denial, claim.index());
  }
  for (const auto answer : dispute.denials) answers_[answer.index()] = true;
  out.push_back(std::move(dispute));
}

void Pairing::add_denials(std::vector<Dispute>& out) {
  constexpr std::size_t kMostClaims = 3;
  for (std::size_t d = 0; d < claims_.size(); ++d) {
    if (claims_[d].stance != Stance::deny || claims_[d].repeats) continue;
    if (drafts_[d].stance == Stance::deny && !drafts_[d].negates) continue;  // "justified the ban"
    // "It is clarified that this is not the case": whoever says so, it points at what was said.
    const bool nobody = !claims_[d].source && drafts_[d].source.empty() && !drafts_[d].by_issuer;
    // "the moment to dispute the polls": a thing that is no party, and no word for a claim.
    if (standpoints_[d].pointer.vague && standpoints_[d].side.members.empty() && !standpoints_[d].side.noun)
      continue;
    if (nobody && standpoints_.pointed_at(d) == standpoints_.size()) continue;
    const auto candidates = candidates_for(d);
    std::vector<std::size_t> against;
    for (const Candidate& one : candidates) {
      const Fit& best = candidates.front().fit;
      const bool as_good = one.fit.points + 1 >= best.points && one.fit.words + 2 >= best.words;
      if (against.size() < kMostClaims && (against.empty() || (as_good && !best.pointed)))
        against.push_back(one.claim);
    }
    // "The firm said nobody had asked, and added that ... Mr Reidy rejected that": either may be meant.
    if (against.size() == 1 && candidates.front().fit.pointed) {
      const std::size_t c = against.front();
      const bool goes_on = drafts_[c].cue_lemma == "add" || drafts_[c].cue_lemma == "continue";
      if (goes_on && c > 0 && may_answer(c - 1, d) &&
          standpoints_[c - 1].sentence + 1 >= standpoints_[c].sentence &&
          standpoints_.same_side(standpoints_[c - 1].side, standpoints_[c].side))
        against.push_back(c - 1);
    }
    std::string why = "a denial by, or on the same matter as, the one accused";
    if (!candidates.empty() && candidates.front().fit.inside) why = "the denial says what it denies";
    if (!candidates.empty() && candidates.front().fit.pointed)
      why = "the denial points back at what was said";
    if (against.empty()) {
      against = answered_before(d);
      why = "a denial by one who has answered the same before";
    }
    if (against.empty() && drafts_[d].clausal && drafts_[d].negates) {
      against = claims_before(d);
      why = "a denial right after what somebody else said";
    }
    if (against.empty() && drafts_[d].negates) {
      against = claim_about(d);
      why = "a denial by the one whom the last claim was about";
    }
    if (against.empty()) {
      if (!drafts_[d].negates || !claims_[d].source) continue;
      Dispute dispute = make_dispute(DisputeKind::denial, dispute_label(evidence_, drafts_[d]), {},
                                     "no claim that it answers was found in the text");
      dispute.denials.push_back(Ref<Claim>(d));
      out.push_back(std::move(dispute));
      continue;
    }
    // "dismissed it as theatre" says how, not what.
    const bool judges =
        !drafts_[d].content.empty() && evidence_.reading.lower(drafts_[d].content.front().first) == "as";
    const bool says_little = only_points(d) || judges || !drafts_[d].negates;
    std::string about = dispute_label(evidence_, drafts_[says_little ? against.front() : d]);
    std::sort(against.begin(), against.end());
    Dispute dispute = make_dispute(DisputeKind::denial, std::move(about), against, std::move(why));
    dispute.denials.push_back(Ref<Claim>(d));
    add_rest_of_answer(d, dispute);
    keep(std::move(dispute), d, out);
  }
}

}  // namespace hearsay::claims
