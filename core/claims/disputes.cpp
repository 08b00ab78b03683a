// Which claims stand against each other: accusation and denial, passages that cannot both hold, and
// accusations that nobody answers.
#include <algorithm>

#include "core/claims/answers.hpp"

namespace hearsay::claims {
namespace {

// How many of the latest claims a denial is held against: bounds the work on a long text.
constexpr std::size_t kLookBack = 48;

std::string label(const Evidence& evidence, const Draft& draft) {
  constexpr std::size_t kLongest = 60;
  if (draft.content.empty()) return {};
  std::string text;
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const bool space = !text.empty() && token > 0 &&
                         evidence.reading[token - 1].span.end < evidence.reading[token].span.begin;
      if (text.size() + evidence.reading.word(token).size() > kLongest) return text + " \xE2\x80\xA6";
      text += (space ? " " : "") + std::string(evidence.reading.word(token));
    }
    if (run.last != draft.content.back().last) text += " ";
  }
  return text;
}

Dispute made(DisputeKind kind, std::string about, const std::vector<std::size_t>& claims, std::string why) {
  Dispute dispute;
  dispute.kind = kind;
  dispute.answered = kind != DisputeKind::unanswered;
  dispute.about = std::move(about);
  for (const std::size_t claim : claims) dispute.claims.push_back(Ref<Claim>(claim));
  dispute.why = std::move(why);
  return dispute;
}

// A claim that an answer may mean, with what speaks for it.
struct Candidate {
  std::size_t claim = 0;
  Fit fit;
};

// Finds what answers what. One object per text.
class Pairing {
 public:
  Pairing(const Evidence& evidence, const std::vector<Draft>& drafts, const std::vector<Claim>& claims)
      : evidence_(evidence),
        drafts_(drafts),
        claims_(claims),
        standpoints_(evidence, drafts, claims),
        answered_(claims.size(), false),
        answers_(claims.size(), false) {}

  void add_denials(std::vector<Dispute>& out);
  void add_contradictions(std::vector<Dispute>& out);
  void add_retractions(std::vector<Dispute>& out);
  void add_unanswered(std::vector<Dispute>& out) const;

 private:
  [[nodiscard]] std::vector<Candidate> candidates_for(std::size_t denial) const;
  [[nodiscard]] bool may_answer(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] std::vector<std::size_t> answered_before(std::size_t denial) const;
  [[nodiscard]] std::vector<std::size_t> claims_before(std::size_t denial) const;
  [[nodiscard]] std::vector<std::size_t> claim_about(std::size_t denial) const;
  [[nodiscard]] bool only_points(std::size_t denial) const;
  [[nodiscard]] bool contradicts(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool gainsays(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool replies(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool counters(std::size_t claim, std::size_t answer) const;
  [[nodiscard]] bool said_elsewhere(std::size_t claim) const;
  void add_rest_of_answer(std::size_t denial, Dispute& dispute) const;
  void keep(Dispute dispute, std::size_t denial, std::vector<Dispute>& out);

  const Evidence& evidence_;
  const std::vector<Draft>& drafts_;
  const std::vector<Claim>& claims_;
  Standpoints standpoints_;
  std::vector<bool> answered_;                              // by claim
  std::vector<bool> answers_;                               // by claim: it is a denial of a dispute
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;  // denial, claim; in the order found
};

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
  return !covers(drafts_[claim].content, drafts_[answer].cue_head);
}

// Whether the denial's own words say nothing of what is denied: "refuted the charge", "disputes this".
bool Pairing::only_points(std::size_t denial) const {
  constexpr std::size_t kFewWords = 1;
  return standpoints_[denial].pointer.token != kNoToken && standpoints_[denial].words.size() <= kFewWords;
}

std::vector<Candidate> Pairing::candidates_for(std::size_t denial) const {
  constexpr std::size_t kAhead = 8;  // a headline denies what follows
  constexpr int kEnough = 4;
  constexpr int kPointed = 4;
  std::vector<Candidate> found;
  const std::size_t pointed = standpoints_.pointed_at(denial);
  const std::size_t from = denial > kLookBack ? denial - kLookBack : 0;
  const std::size_t to = std::min(claims_.size(), denial + kAhead);
  for (std::size_t c = from; c < to; ++c) {
    if (!may_answer(c, denial)) continue;
    Fit fit = standpoints_.fit(c, denial);
    // "the claim that the province is unprepared": its own words decide as well.
    fit.pointed = c == pointed && (!standpoints_[denial].pointer.content || fit.words >= 2);
    if (fit.pointed) fit.points += kPointed;
    if (claims_[c].stance == Stance::deny && !fit.inside) continue;
    if (standpoints_[c].nested && !fit.inside && !fit.pointed) fit.points -= 2;
    const bool accuses = claims_[c].stance == Stance::accuse || claims_[c].stance == Stance::warn;
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
  for (auto pair = pairs_.rbegin(); pair != pairs_.rend(); ++pair) {
    const Standpoint& before = standpoints_[pair->first];
    const Standpoint& here = standpoints_[denial];
    if (!standpoints_.same_side(before.side, here.side) || !may_answer(pair->second, denial)) continue;
    const bool points = here.pointer.token != kNoToken && here.pointer.owner == kNoToken;
    if (points || !drafts_[denial].clausal || before.sentence + kAtOnce >= here.sentence)
      return {pair->second};
  }
  return {};
}

// What a plain denial answers where no target and too few words are shared: of the last claims of somebody
// else, in its paragraph or the two before, those that share a word with it, else the latest.
std::vector<std::size_t> Pairing::claims_before(std::size_t denial) const {
  constexpr std::size_t kReach = 10;
  constexpr std::size_t kMost = 2;
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
    if (!plain || claim.nested || !drafts_[c].clausal || claims_[c].polarity == Polarity::negated ||
        drafts_[c].source.empty() || !may_answer(c, denial))
      continue;
    const int shared = standpoints_.shared(claim.words, answer.words);
    if (shared > best) {
      found.clear();
      best = shared;
    }
    if (shared == best && found.size() < kMost) found.push_back(c);
  }
  return found;
}

// The last claim of somebody else that speaks of the denier, a few sentences back.
std::vector<std::size_t> Pairing::claim_about(std::size_t denial) const {
  constexpr std::size_t kReach = 10;
  constexpr std::uint32_t kSentences = 8;
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
    const bool he = standpoints_.unread_pronoun(next) && more.sentence <= answer.sentence + 1;
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
    if (against.empty() && drafts_[d].clausal) {
      against = claims_before(d);
      why = "a denial right after what somebody else said";
    }
    if (against.empty()) {
      against = claim_about(d);
      why = "a denial by the one whom the last claim was about";
    }
    if (against.empty()) {
      if (!drafts_[d].negates || !claims_[d].source) continue;
      Dispute dispute = made(DisputeKind::denial, label(evidence_, drafts_[d]), {},
                             "no claim that it answers was found in the text");
      dispute.denials.push_back(Ref<Claim>(d));
      out.push_back(std::move(dispute));
      continue;
    }
    const bool says_little = only_points(d) || !drafts_[d].negates;
    std::string about = label(evidence_, drafts_[says_little ? against.front() : d]);
    std::sort(against.begin(), against.end());
    Dispute dispute = made(DisputeKind::denial, std::move(about), against, std::move(why));
    dispute.denials.push_back(Ref<Claim>(d));
    add_rest_of_answer(d, dispute);
    keep(std::move(dispute), d, out);
  }
}

// A warning and an exemption by one source: whom the one calls to act the other frees.
void add_conflicts(const Evidence& evidence, const std::vector<Draft>& drafts,
                   const std::vector<Claim>& claims, std::vector<Dispute>& out) {
  const auto names_people = [&](const Draft& draft) {
    constexpr std::string_view people[] = {"citizen",   "public",   "population", "people",
                                           "consumer",  "user",     "customer",   "individual",
                                           "household", "everyone", "person"};
    for (const Extent run : draft.content) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        if (std::find(std::begin(people), std::end(people), evidence.reading.lemma(token)) !=
            std::end(people))
          return true;
      }
    }
    return false;
  };
  const auto warns = [&](std::size_t i) {
    if (claims[i].stance == Stance::warn || claims[i].stance == Stance::advise) return true;
    // "considers it necessary to warn ..."
    for (const Extent run : drafts[i].content) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        if (evidence.reading[token].upos == Upos::VERB && evidence.reading.lemma(token) == "warn")
          return true;
      }
    }
    return false;
  };
  for (std::size_t e = 0; e < claims.size(); ++e) {
    if (claims[e].stance != Stance::exempt || !claims[e].source || !names_people(drafts[e])) continue;
    const std::size_t from = e > kLookBack ? e - kLookBack : 0;
    const std::size_t to = std::min(claims.size(), e + kLookBack);
    for (std::size_t c = from; c < to; ++c) {
      if (c == e || claims[c].stance == Stance::exempt || claims[c].source != claims[e].source) continue;
      if (!warns(c) || !names_people(drafts[c])) continue;
      out.push_back(made(DisputeKind::conflict, label(evidence, drafts[c]), {c},
                         "one source warns the public and says elsewhere that the public need not act"));
      out.back().denials.push_back(Ref<Claim>(e));
      break;
    }
  }
}

// Whether two passages of the claims say much the same, and one says "not" of what the other says.
bool Pairing::contradicts(std::size_t claim, std::size_t answer) const {
  constexpr int kEnough = 4;
  constexpr int kMuch = 6;
  constexpr int kObjects = 4;
  const bool related = standpoints_.fit(claim, answer).role ||
                       (claims_[claim].target && claims_[claim].target == claims_[answer].target);
  for (const Passage& one : standpoints_[answer].passages) {
    for (const Passage& other : standpoints_[claim].passages) {
      if (one.negative == other.negative) continue;
      if (standpoints_.shared(one.words, other.words) < (related ? kEnough : kMuch)) continue;
      const Passage& no = one.negative ? one : other;
      const Passage& yes = one.negative ? other : one;
      if (standpoints_.shared(no.negated, yes.words) > 0 ||
          standpoints_.shared(no.objects, yes.words) >= kObjects)
        return true;
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
      if (no_proof && standpoints_.shared(no.objects, yes.words) >= kEnough) return true;
      if (before.sentence + kNext < here.sentence) continue;
      if (standpoints_.shared(no.negated, yes.words) >= kEnough) return true;
      if (related && standpoints_.shared(no.objects, yes.words) >= kEnough) return true;
    }
  }
  return false;
}

// Whether the one whom the claim accuses speaks of the same matter, and does not own up to it.
bool Pairing::replies(std::size_t claim, std::size_t answer) const {
  constexpr std::string_view owns_up[] = {"admit",     "acknowledge", "confirm", "concede",
                                          "apologise", "apologize",   "agree",   "accept"};
  constexpr std::uint32_t kFar = 40;
  constexpr int kEnough = 4;
  if (claims_[claim].stance != Stance::accuse || !claims_[claim].target || !drafts_[answer].clausal)
    return false;
  const Standpoint& here = standpoints_[answer];
  if (standpoints_[claim].sentence >= here.sentence || standpoints_[claim].sentence + kFar < here.sentence)
    return false;
  if (std::find(std::begin(owns_up), std::end(owns_up), drafts_[answer].cue_lemma) != std::end(owns_up))
    return false;
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
  if (standpoints_.unread_pronoun(answer) || !drafts_[claim].clausal || !drafts_[answer].clausal)
    return false;
  const bool retort = drafts_[answer].cue_lemma == "counter";
  const bool unknown = before.side.members.empty() && here.side.members.empty();
  if (unknown && !retort) return false;
  const Fit fit = standpoints_.fit(claim, answer);
  if (std::find(std::begin(verbs), std::end(verbs), drafts_[answer].cue_lemma) != std::end(verbs))
    return fit.role || fit.words > kEnough || retort;
  const auto& first =
      evidence_.reading.lower(evidence_.reading.layer.sentence(drafts_[answer].cue_head).first);
  return before.sentence < here.sentence && fit.words >= kEnough &&
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
    if (pointed < claims_.size() && (standpoints_[d].negative || pointer.opposes)) {
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
      if (contradicts(c, d)) {
        against = c;
      } else if (gainsays(c, d)) {
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
    for (std::size_t step = 1; pointer.many && step <= std::min(kLookBack, d) && all.size() < kMostClaimed;
         ++step) {
      const std::size_t c = d - step;
      if (c != against && standpoints_.names(c, d) && may_answer(c, d)) all.push_back(c);
    }
    std::sort(all.begin(), all.end());
    Dispute dispute = made(DisputeKind::denial, label(evidence_, drafts_[against]), all, std::move(why));
    dispute.denials.push_back(Ref<Claim>(d));
    keep(std::move(dispute), d, out);
  }
}

// Whether the claim says no more than its target ("attacked the minister"), or another that is answered says
// the same of the same.
bool Pairing::said_elsewhere(std::size_t claim) const {
  constexpr std::size_t kFewest = 2;
  const Standpoint& one = standpoints_[claim];
  if (one.words.size() < kFewest) return true;
  return std::any_of(pairs_.begin(), pairs_.end(), [&](const auto& pair) {
    return claims_[pair.second].target == claims_[claim].target &&
           standpoints_.shared(standpoints_[pair.second].words, one.words) >= static_cast<int>(kFewest);
  });
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
      Dispute dispute =
          made(DisputeKind::denial, label(evidence_, drafts_[c]), {c}, "its own source takes it back");
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

void Pairing::add_unanswered(std::vector<Dispute>& out) const {
  for (std::size_t c = 0; c < claims_.size(); ++c) {
    const Claim& claim = claims_[c];
    if (claim.stance != Stance::accuse || answered_[c] || claim.repeats || !claim.target) continue;
    const ActorKind kind = evidence_.actors[claim.target.index()].kind;
    if (kind != ActorKind::organization && kind != ActorKind::person && kind != ActorKind::government)
      continue;
    if (claim.target == claim.source || said_elsewhere(c)) continue;
    out.push_back(made(DisputeKind::unanswered, label(evidence_, drafts_[c]), {c},
                       "the text gives no answer of the one accused"));
  }
}

}  // namespace

std::vector<Dispute> find_disputes(const Evidence& evidence, const std::vector<Draft>& drafts,
                                   const std::vector<Claim>& claims) {
  std::vector<Dispute> out;
  Pairing pairing(evidence, drafts, claims);
  pairing.add_denials(out);
  pairing.add_contradictions(out);
  pairing.add_retractions(out);
  add_conflicts(evidence, drafts, claims, out);
  pairing.add_unanswered(out);
  return out;
}

}  // namespace hearsay::claims
