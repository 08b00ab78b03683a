// Which claims stand against each other: accusation and denial, passages that cannot both hold, and
// accusations that nobody answers.
#include <algorithm>

#include "core/claims/pairing.hpp"

namespace hearsay::claims {

std::string dispute_label(const Evidence& evidence, const Draft& draft) {
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

Dispute make_dispute(DisputeKind kind, std::string about, const std::vector<std::size_t>& claims,
                     std::string why) {
  Dispute dispute;
  dispute.kind = kind;
  dispute.answered = kind != DisputeKind::unanswered;
  dispute.about = std::move(about);
  for (const std::size_t claim : claims) dispute.claims.push_back(Ref<Claim>(claim));
  dispute.why = std::move(why);
  return dispute;
}

namespace {

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
    const std::size_t from = e > kDisputeLookBack ? e - kDisputeLookBack : 0;
    const std::size_t to = std::min(claims.size(), e + kDisputeLookBack);
    for (std::size_t c = from; c < to; ++c) {
      if (c == e || claims[c].stance == Stance::exempt || claims[c].source != claims[e].source) continue;
      if (!warns(c) || !names_people(drafts[c])) continue;
      out.push_back(
          make_dispute(DisputeKind::conflict, dispute_label(evidence, drafts[c]), {c},
                       "one source warns the public and says elsewhere that the public need not act"));
      out.back().denials.push_back(Ref<Claim>(e));
      break;
    }
  }
}

}  // namespace

// Whether the claim says no more than its target ("attacked the minister"), or another that is answered says
// the same of the same.
bool Pairing::said_elsewhere(std::size_t claim) const {
  constexpr std::size_t kFewest = 2;
  const Standpoint& one = standpoints_[claim];
  if (one.words.size() < kFewest) return true;
  constexpr std::size_t kReach = 256;  // pairs; bounds the work
  const auto to = pairs_.begin() + static_cast<std::ptrdiff_t>(std::min(kReach, pairs_.size()));
  return std::any_of(pairs_.begin(), to, [&](const auto& pair) {
    return claims_[pair.second].target == claims_[claim].target &&
           standpoints_.shared(standpoints_[pair.second].words, one.words) >= static_cast<int>(kFewest);
  });
}

// Whether the one accused denies anything in the text, or speaks of the same matter: then nobody can say that
// the text gives no answer, though the answer was not found for this claim.
bool Pairing::accused_speaks(std::size_t claim) const {
  constexpr int kEnough = 4;
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    if (claims_[i].stance == Stance::act || i == claim) continue;
    const bool deny = claims_[i].stance == Stance::deny;
    if (!deny && standpoints_.shared(standpoints_[i].words, standpoints_[claim].words) < kEnough) continue;
    const auto& members = standpoints_[i].side.members;
    const bool accused = std::any_of(members.begin(), members.end(), [&](Ref<Actor> member) {
      return evidence_.same_party(member, claims_[claim].target);
    });
    if (accused) return true;
  }
  return false;
}

void Pairing::add_unanswered(std::vector<Dispute>& out) const {
  constexpr std::size_t kMost = 32;  // bounds the work; a reader wants no longer list
  std::size_t looked_at = 0;
  for (std::size_t c = 0; c < claims_.size(); ++c) {
    const Claim& claim = claims_[c];
    if (claim.stance != Stance::accuse || answered_[c] || claim.repeats || !claim.target) continue;
    const ActorKind kind = evidence_.actors[claim.target.index()].kind;
    if (kind != ActorKind::organization && kind != ActorKind::person && kind != ActorKind::government)
      continue;
    if (claim.target == claim.source || said_elsewhere(c)) continue;
    if (++looked_at > kMost) return;
    if (accused_speaks(c)) continue;
    out.push_back(make_dispute(DisputeKind::unanswered, dispute_label(evidence_, drafts_[c]), {c},
                               "the text gives no answer of the one accused"));
  }
}

std::vector<Dispute> find_disputes(const Evidence& evidence, const std::vector<Draft>& drafts,
                                   const std::vector<Claim>& claims) {
  std::vector<Dispute> out;
  Pairing pairing(evidence, drafts, claims);
  pairing.add_denials(out);
  pairing.add_contradictions(out);
  pairing.add_retractions(out);
  add_conflicts(evidence, drafts, claims, out);
  pairing.add_contrary_figures(out);
  pairing.add_unanswered(out);
  return out;
}

}  // namespace hearsay::claims
