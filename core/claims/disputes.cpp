// Which claims stand against each other: accusation and denial, passages that cannot both hold, and
// accusations that nobody answers.
#include <algorithm>

#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// How many of the latest accusations a denial is held against: bounds the work on a long text.
constexpr std::size_t kLookBack = 48;

bool accuses(const Claim& claim) {
  return claim.stance == Stance::accuse || claim.stance == Stance::warn ||
         ((claim.stance == Stance::assess || claim.stance == Stance::state) && claim.target &&
          claim.polarity == Polarity::affirmed);
}

// "the accusations", "these claims": a denial of whatever has been said.
bool is_general(const Evidence& evidence, const Draft& draft) {
  constexpr std::string_view nouns[] = {"accusation", "allegation", "claim", "suspicion", "charge",
                                        "report",     "wrongdoing", "this",  "that",      "it"};
  if (draft.content_head == kNoToken) return false;
  const auto lemma = evidence.reading.lemma(draft.content_head);
  return std::find(std::begin(nouns), std::end(nouns), lemma) != std::end(nouns);
}

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

void add_denials(const Evidence& evidence, const std::vector<Draft>& drafts, const std::vector<Claim>& claims,
                 const std::vector<Words>& words, std::vector<Dispute>& out, std::vector<bool>& answered) {
  for (std::size_t d = 0; d < claims.size(); ++d) {
    const Claim& denial = claims[d];
    if (denial.stance != Stance::deny || denial.repeats) continue;
    std::vector<std::size_t> close;
    std::vector<std::size_t> direct;  // against the denier itself
    std::size_t seen = 0;
    for (std::size_t step = 1; step <= claims.size() && seen < kLookBack; ++step) {
      // The claims before the denial, latest first; then a few after it (a headline denies what follows).
      const std::size_t c = step <= d ? d - step : step;
      if (c >= claims.size() || c == d) continue;
      if (c > d && c > d + 8) break;
      ++seen;
      const Claim& claim = claims[c];
      if (!accuses(claim) || evidence.same_party(claim.source, denial.source)) continue;
      if (!claim.source && !denial.source) continue;
      const bool against_denier = evidence.same_party(claim.target, denial.source);
      const bool same_target = denial.target && evidence.same_party(claim.target, denial.target);
      const std::size_t shared = shared_words(words[c], words[d]);
      const bool strong = claim.stance == Stance::accuse || claim.stance == Stance::warn;
      if ((against_denier || same_target || strong) && shared >= 2) {
        close.push_back(c);
      } else if ((against_denier || same_target) && (shared >= 1 || is_general(evidence, drafts[d])) &&
                 strong) {
        close.push_back(c);
      } else if (same_target && claim.stance != Stance::state) {
        close.push_back(c);
      } else if (against_denier && strong) {
        direct.push_back(c);
      }
    }
    constexpr std::size_t kMostClaims = 6;
    if (close.empty() && drafts[d].negates) close = direct;
    if (close.empty()) continue;
    std::sort(close.begin(), close.end());
    if (close.size() > kMostClaims) close.resize(kMostClaims);
    Dispute dispute;
    dispute.kind = DisputeKind::denial;
    dispute.answered = true;
    dispute.about = label(evidence, drafts[d]);
    for (const std::size_t c : close) {
      dispute.claims.push_back(Ref<Claim>(c));
      answered[c] = true;
    }
    dispute.denials.push_back(Ref<Claim>(d));
    dispute.why = "a denial by, or on the same matter as, the one accused";
    out.push_back(std::move(dispute));
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
      Dispute dispute;
      dispute.kind = DisputeKind::conflict;
      dispute.answered = true;
      dispute.about = label(evidence, drafts[c]);
      dispute.claims.push_back(Ref<Claim>(c));
      dispute.denials.push_back(Ref<Claim>(e));
      dispute.why = "one source warns the public and says elsewhere that the public need not act";
      out.push_back(std::move(dispute));
      break;
    }
  }
}

void add_unanswered(const Evidence& evidence, const std::vector<Draft>& drafts,
                    const std::vector<Claim>& claims, const std::vector<bool>& answered,
                    std::vector<Dispute>& out) {
  for (std::size_t c = 0; c < claims.size(); ++c) {
    if (claims[c].stance != Stance::accuse || answered[c] || claims[c].repeats || !claims[c].target) continue;
    const ActorKind kind = evidence.actors[claims[c].target.index()].kind;
    if (kind != ActorKind::organization && kind != ActorKind::person && kind != ActorKind::government)
      continue;
    if (claims[c].target == claims[c].source) continue;
    Dispute dispute;
    dispute.kind = DisputeKind::unanswered;
    dispute.about = label(evidence, drafts[c]);
    dispute.claims.push_back(Ref<Claim>(c));
    dispute.why = "the text gives no answer of the one accused";
    out.push_back(std::move(dispute));
  }
}

}  // namespace

std::vector<Dispute> find_disputes(const Evidence& evidence, const std::vector<Draft>& drafts,
                                   const std::vector<Claim>& claims, const std::vector<Words>& words) {
  std::vector<Dispute> out;
  std::vector<bool> answered(claims.size(), false);
  add_denials(evidence, drafts, claims, words, out, answered);
  add_conflicts(evidence, drafts, claims, out);
  add_unanswered(evidence, drafts, claims, answered, out);
  return out;
}

}  // namespace hearsay::claims
