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

// "disputes this assessment", "rejected that claim": the one word that points back at what was just said.
bool points_back(const Evidence& evidence, const Draft& draft) {
  if (draft.content_head == kNoToken || draft.clausal || (!draft.negates && draft.stance != Stance::deny))
    return false;
  const auto& reading = evidence.reading;
  const auto& head = reading.lower(draft.content_head);
  if (reading[draft.content_head].upos != Upos::NOUN)
    return head == "this" || head == "that" || head == "it" || head == "them";
  bool back = false;
  for (const TokenIndex child : reading.layer.children_of(draft.content_head)) {
    if (reading[child].rel == Deprel::punct) continue;
    const auto& word = reading.lower(child);
    const bool pointer = word == "this" || word == "that" || word == "these" || word == "those" ||
                         word == "the" || word == "such";
    if (reading[child].rel != Deprel::det || !pointer) return false;
    back = true;
  }
  return back && evidence.lexicon.cue(CuePos::noun, reading.lemma(draft.content_head)) != nullptr;
}

// The nearest claim of somebody else before a denial that points back, in its paragraph or the one before.
std::size_t claim_pointed_at(const Evidence& evidence, const std::vector<Draft>& drafts,
                             const std::vector<Claim>& claims, std::size_t denial) {
  constexpr std::size_t kNear = 4;
  const auto& layer = evidence.reading.layer;
  const auto block = layer.sentence(drafts[denial].cue_head).block;
  for (std::size_t step = 1; step <= std::min(kNear, denial); ++step) {
    const std::size_t c = denial - step;
    if (layer.sentence(drafts[c].cue_head).block + 1 < block) break;
    if (claims[c].stance == Stance::act || claims[c].stance == Stance::deny || !claims[c].source) continue;
    if (evidence.same_party(claims[c].source, claims[denial].source)) continue;
    return c;
  }
  return claims.size();
}

bool says_no(const Evidence& evidence, const Draft& draft) {
  if (draft.negates != draft.cue_negated) return true;
  constexpr std::string_view words[] = {"not",     "no",     "never", "n't", "n\xE2\x80\x99t",
                                        "neither", "nobody", "none"};
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (std::find(std::begin(words), std::end(words), evidence.reading.lower(token)) != std::end(words))
        return true;
    }
  }
  return false;
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

Dispute made(DisputeKind kind, std::string about, const std::vector<std::size_t>& claims, std::string why) {
  Dispute dispute;
  dispute.kind = kind;
  dispute.answered = kind != DisputeKind::unanswered;
  dispute.about = std::move(about);
  for (const std::size_t claim : claims) dispute.claims.push_back(Ref<Claim>(claim));
  dispute.why = std::move(why);
  return dispute;
}

// What a plain denial answers where nothing shares its words or its target: the last claims of somebody else
// before it, in its paragraph or the two before, as far as they are one speaker's. Only for cues that deny.
std::vector<std::size_t> claims_before(const Evidence& evidence, const std::vector<Draft>& drafts,
                                       const std::vector<Claim>& claims, std::size_t denial) {
  constexpr std::size_t kReach = 10;
  constexpr std::size_t kMost = 2;
  constexpr std::uint32_t kBlocks = 2;
  const auto& layer = evidence.reading.layer;
  const auto block = layer.sentence(drafts[denial].cue_head).block;
  std::vector<std::size_t> found;
  for (std::size_t step = 1; step <= std::min(kReach, denial) && found.size() < kMost; ++step) {
    const std::size_t c = denial - step;
    if (layer.sentence(drafts[c].cue_head).block + kBlocks < block) break;
    const Claim& claim = claims[c];
    const bool plain = claim.stance == Stance::state || claim.stance == Stance::assess ||
                       claim.stance == Stance::accuse || claim.stance == Stance::warn;
    if (!plain || !drafts[c].clausal || claim.polarity == Polarity::negated || claim.repeats ||
        drafts[c].source.empty())
      continue;
    if (evidence.same_party(claim.source, claims[denial].source)) continue;
    found.push_back(c);
  }
  return found;
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
    const bool pointing = points_back(evidence, drafts[d]);
    if (pointing) {
      const std::size_t c = claim_pointed_at(evidence, drafts, claims, d);
      if (c < claims.size() && std::find(close.begin(), close.end(), c) == close.end()) close.push_back(c);
    }
    std::string close_why = "a denial by, or on the same matter as, the one accused";
    if (close.empty() && drafts[d].negates) close = direct;
    if (close.empty() && drafts[d].negates && drafts[d].clausal && claims[d].source) {
      close = claims_before(evidence, drafts, claims, d);
      close_why = "a denial right after what somebody else said";
    }
    if (close.empty()) {
      if (drafts[d].negates && denial.source) {
        out.push_back(made(DisputeKind::denial, label(evidence, drafts[d]), {},
                           "it answers something that nobody in the text claims"));
        out.back().denials.push_back(Ref<Claim>(d));
      }
      continue;
    }
    std::sort(close.begin(), close.end());
    if (close.size() > kMostClaims) close.resize(kMostClaims);
    Dispute dispute =
        made(DisputeKind::denial, label(evidence, drafts[pointing ? close.back() : d]), close, close_why);
    for (const std::size_t c : close) answered[c] = true;
    dispute.denials.push_back(Ref<Claim>(d));
    // What the denier goes on to say against the same: "In a statement it said that the keys never left".
    // After "rejected that" whatever follows at once is the answer itself.
    for (std::size_t next = d + 1; next < claims.size() && next <= d + 2; ++next) {
      if (!denial.source || claims[next].source != denial.source || claims[next].stance == Stance::deny)
        break;
      if (claims[next].stance == Stance::act) continue;
      const bool same = says_no(evidence, drafts[next]) &&
                        std::any_of(close.begin(), close.end(),
                                    [&](std::size_t c) { return shared_words(words[c], words[next]) >= 1; });
      const auto& layer = evidence.reading.layer;
      const bool at_once =
          pointing && next == d + 1 &&
          layer.sentence_of[drafts[next].cue_head] - layer.sentence_of[drafts[d].cue_head] <= 1 &&
          claims[next].stance == Stance::state;
      if (same || at_once) dispute.denials.push_back(Ref<Claim>(next));
    }
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
      out.push_back(made(DisputeKind::conflict, label(evidence, drafts[c]), {c},
                         "one source warns the public and says elsewhere that the public need not act"));
      out.back().denials.push_back(Ref<Claim>(e));
      break;
    }
  }
}

// "The article said that X was found in Y. According to Z, X never reached Y": no verb of denial, but much
// the same is said of the same thing by two sides, and by one of them with "not".
void add_contradictions(const Evidence& evidence, const std::vector<Draft>& drafts,
                        const std::vector<Claim>& claims, const std::vector<Words>& words,
                        std::vector<Dispute>& out, std::vector<bool>& answered) {
  constexpr std::size_t kReach = 8;
  constexpr std::size_t kEnough = 3;
  const auto plain = [&](std::size_t i) {
    return claims[i].stance == Stance::state || claims[i].stance == Stance::assess ||
           claims[i].stance == Stance::accuse;
  };
  for (std::size_t d = 1; d < claims.size(); ++d) {
    if (!plain(d) || !claims[d].target || !claims[d].source || claims[d].repeats) continue;
    if (!drafts[d].clausal && drafts[d].content_head == kNoToken) continue;
    if (!says_no(evidence, drafts[d])) continue;
    for (std::size_t step = 1; step <= std::min(kReach, d); ++step) {
      const std::size_t c = d - step;
      if (!plain(c) || claims[c].source_spans.empty() || claims[c].target != claims[d].target) continue;
      if (claims[c].source == claims[d].source || evidence.same_party(claims[c].source, claims[d].source))
        continue;
      if (says_no(evidence, drafts[c]) || shared_words(words[c], words[d]) < kEnough) continue;
      out.push_back(made(DisputeKind::denial, label(evidence, drafts[c]), {c},
                         "two sources say much the same of the same, one of them with a negation"));
      out.back().denials.push_back(Ref<Claim>(d));
      answered[c] = true;
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
    out.push_back(made(DisputeKind::unanswered, label(evidence, drafts[c]), {c},
                       "the text gives no answer of the one accused"));
  }
}

}  // namespace

std::vector<Dispute> find_disputes(const Evidence& evidence, const std::vector<Draft>& drafts,
                                   const std::vector<Claim>& claims, const std::vector<Words>& words) {
  std::vector<Dispute> out;
  std::vector<bool> answered(claims.size(), false);
  add_denials(evidence, drafts, claims, words, out, answered);
  add_contradictions(evidence, drafts, claims, words, out, answered);
  add_conflicts(evidence, drafts, claims, out);
  add_unanswered(evidence, drafts, claims, answered, out);
  return out;
}

}  // namespace hearsay::claims
