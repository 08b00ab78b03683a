// Claims made again, and where the text has its claims from.
#include <algorithm>

#include "core/claims/ledger.hpp"

namespace hearsay::claims {

void find_repeats(const Evidence& evidence, std::vector<Claim>& claims, const std::vector<Words>& words) {
  (void)evidence;
  constexpr std::size_t kLookBack = 64;  // bounds the work; a claim made again later stands on its own
  constexpr std::size_t kFewestWords = 2;
  for (std::size_t i = 1; i < claims.size(); ++i) {
    if (!claims[i].source || words[i].size() < kFewestWords || claims[i].stance == Stance::act) continue;
    const std::size_t from = i > kLookBack ? i - kLookBack : 0;
    for (std::size_t k = from; k < i; ++k) {
      if (claims[k].source != claims[i].source || claims[k].polarity != claims[i].polarity ||
          words[k].size() < kFewestWords)
        continue;
      if (claims[k].content == claims[i].content || claims[k].stance == Stance::act) continue;
      const std::size_t shared = shared_words(words[k], words[i]);
      const std::size_t all = words[k].size() + words[i].size() - shared;
      // Six in ten words shared: the same thing said again in nearly the same words.
      if (shared * 10 < all * 6) continue;
      claims[i].repeats = claims[k].repeats ? claims[k].repeats : Ref<Claim>(k);
      break;
    }
  }
}

std::vector<SourceEntry> list_sources(const Evidence& evidence, const std::vector<Claim>& claims) {
  std::vector<SourceEntry> entries;
  // One entry for each actor and kind; actors are few, so the index is a table.
  std::vector<std::uint32_t> by_actor(evidence.actors.size() * 4, 0);
  const auto entry = [&](Ref<Actor> actor, SourceKind kind) -> SourceEntry& {
    if (actor) {
      auto& slot = by_actor[actor.index() * 4 + static_cast<std::size_t>(kind)];
      if (slot == 0) {
        entries.push_back({actor, kind, {}, {}, true});
        slot = static_cast<std::uint32_t>(entries.size());
      }
      return entries[slot - 1];
    }
    entries.push_back({actor, kind, {}, {}, true});
    return entries.back();
  };
  const auto note = [](SourceEntry& item, std::size_t claim, Span span) {
    if (item.claims.empty() || item.claims.back() != Ref<Claim>(claim))
      item.claims.push_back(Ref<Claim>(claim));
    constexpr std::size_t kMostEvidence = 32;  // enough to show; and it bounds the search
    if (item.evidence.size() < kMostEvidence &&
        std::find(item.evidence.begin(), item.evidence.end(), span) == item.evidence.end()) {
      item.evidence.push_back(span);
    }
  };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (claim.stance == Stance::act) continue;
    if (evidence.is_kind(claim.source, ActorKind::outlet) && !claim.source_spans.empty()) {
      note(entry(claim.source, SourceKind::outlet), i, claim.source_spans.front());
    }
    for (const auto outlet : claim.via) {
      if (!evidence.is_kind(outlet, ActorKind::outlet)) continue;
      // The words that name the outlet: its mention nearest to the cue.
      Span nearest;
      const auto& mentions = evidence.actors[outlet.index()].mentions;
      const std::uint32_t cue = claim.cue.empty() ? 0 : claim.cue.front().begin;
      const auto after =
          std::lower_bound(mentions.begin(), mentions.end(), cue,
                           [](const Mention& item, std::uint32_t at) { return item.span.begin < at; });
      if (after != mentions.end()) nearest = after->span;
      if (after != mentions.begin()) {
        const Span before = (after - 1)->span;
        if (nearest.empty() || cue - before.begin < nearest.begin - cue) nearest = before;
      }
      if (nearest.empty()) continue;
      auto& item = entry(outlet, SourceKind::outlet);
      note(item, i, nearest);
      // What another body said to it is that body's word, not a second witness.
      if (claim.source) item.independent = false;
    }
    for (const Basis& basis : claim.basis) {
      if (basis.kind != BasisKind::document && basis.kind != BasisKind::statement) continue;
      const auto kind = basis.kind == BasisKind::document ? SourceKind::document : SourceKind::statement;
      for (const Span span : basis.evidence) {
        if (!claim.source && kind == SourceKind::statement) continue;
        note(entry(claim.source, kind), i, span);
      }
    }
    if (claim.voice == Voice::anonymous && !claim.source_spans.empty()) {
      note(entry({}, SourceKind::anonymous), i, claim.source_spans.front());
    }
  }
  return entries;
}

}  // namespace hearsay::claims
