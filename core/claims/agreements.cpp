#include "core/claims/agreements.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/gist.hpp"

namespace hearsay::claims {
namespace {

// How surely the text tells who speaks. An unnamed group may be some of those named; of a singular
// description ("the company") that no name was found for, nobody can say whether it is one of them.
enum class Speaker : std::uint8_t { unclear, unnamed, named };

class AgreementFinder {
 public:
  AgreementFinder(const Evidence& evidence, const std::vector<Draft>& drafts,
                  const std::vector<Trace>& traces, std::vector<Claim>& claims)
      : evidence_(evidence), drafts_(drafts), traces_(traces), claims_(claims) {}

  std::vector<Agreement> find() {
    group_claims();
    for (Agreement& agreement : agreements_) complete(agreement);
    return std::move(agreements_);
  }

 private:
  struct Root {
    std::size_t claim = 0;  // whose trace or source it is
    bool traced = false;
  };

  Speaker speaker_of(std::size_t i) const {
    const Claim& claim = claims_[i];
    const Draft& draft = drafts_[i];
    const Reading& reading = evidence_.reading;
    if (claim.stance == Stance::act || claim.stance == Stance::question || claim.content.empty() ||
        draft.source_head == kNoToken || draft.source.empty())
      return Speaker::unclear;
    // A headline says in short what the article says of somebody named there in full.
    const BlockKind kind = reading.block_of(draft.cue_head).kind;
    if (kind == BlockKind::title || kind == BlockKind::heading) return Speaker::unclear;
    if (!claim.source) {
      if (reading[draft.source_head].upos == Upos::PROPN) return Speaker::named;
      const bool several = reading[draft.source_head].xpos == Xpos::NNS && draft.antecedent.empty() &&
                           !is_document(reading.lemma(draft.source_head));
      return several ? Speaker::unnamed : Speaker::unclear;
    }
    const Actor& actor = evidence_.actors[claim.source.index()];
    if (actor.kind == ActorKind::product || actor.kind == ActorKind::place) return Speaker::unclear;
    const bool named = std::any_of(actor.mentions.begin(), actor.mentions.end(),
                                   [](const Mention& mention) { return mention.form == MentionForm::name; });
    if (!named) return actor.kind == ActorKind::group ? Speaker::unnamed : Speaker::unclear;
    if (actor.kind == ActorKind::person && !actor.affiliation && speaks_for_another(draft))
      return Speaker::unclear;
    return Speaker::named;
  }

  // "the spokeswoman Ilse Vantongeren": of whom the text does not say for whom she speaks.
  bool speaks_for_another(const Draft& draft) const {
    constexpr std::string_view roles[] = {
        "spokesman", "spokeswoman", "spokesperson", "director",  "head",      "representative", "chief",
        "minister",  "chairman",    "lawyer",       "executive", "president", "secretary",      "officer"};
    for (const Extent run : draft.source) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        if (is_any(evidence_.reading.lemma(token), roles)) return true;
      }
    }
    return false;
  }

  // Two sources, as far as the text can tell.
  bool are_two(std::size_t a, std::size_t b) const {
    const Claim& one = claims_[a];
    const Claim& other = claims_[b];
    if (speakers_[a] == Speaker::unclear || speakers_[b] == Speaker::unclear) return false;
    if (speakers_[a] == Speaker::unnamed && speakers_[b] == Speaker::unnamed) return false;
    if (one.source && other.source)
      return one.source != other.source && !evidence_.same_party(one.source, other.source);
    return !shares_a_name(drafts_[a], drafts_[b]);
  }

  // Of a name that is no actor: whether the words of the other source hold it.
  bool shares_a_name(const Draft& a, const Draft& b) const {
    const auto& reading = evidence_.reading;
    for (const Extent run : a.source) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        if (reading[token].upos != Upos::PROPN) continue;
        for (const Extent other : b.source) {
          for (TokenIndex at = other.first; at < other.last; ++at) {
            if (reading.lower(at) == reading.lower(token)) return true;
          }
        }
      }
    }
    return false;
  }

  bool nested(std::size_t a, std::size_t b) const {
    return covers(drafts_[a].content, drafts_[b].cue_head) || covers(drafts_[b].content, drafts_[a].cue_head);
  }

  // Claims that assert, claims that deny, and claims that tell somebody to act.
  static int family(Stance stance) {
    switch (stance) {
      case Stance::advise:
        return 1;
      case Stance::exempt:
        return 2;
      default:
        return 0;
    }
  }

  void join(std::size_t i, std::size_t k, std::vector<std::size_t>& group) {
    if (group[k] == kNoGroup) {
      group[k] = agreements_.size();
      agreements_.push_back({{Ref<Claim>(k)}, {}, 1, {}});
    }
    group[i] = group[k];
    agreements_[group[i]].claims.push_back(Ref<Claim>(i));
    claims_[i].supports = Ref<Claim>(k);
  }

  // "The ministry confirmed the finding", "agreed with that assessment": says again what was said just
  // before.
  bool confirmed_by(std::size_t i, std::vector<std::size_t>& group) {
    constexpr std::string_view cues[] = {"confirm", "corroborate", "verify", "agree", "endorse"};
    constexpr std::size_t kNear = 4;
    if (speakers_[i] == Speaker::unclear || drafts_[i].clausal || drafts_[i].cue_negated ||
        !is_any(claims_[i].cue_lemma, cues) || !points_back(drafts_[i]))
      return false;
    const auto& layer = evidence_.reading.layer;
    const auto block = layer.sentence(drafts_[i].cue_head).block;
    for (std::size_t step = 1; step <= std::min(kNear, i); ++step) {
      const std::size_t k = i - step;
      if (layer.sentence(drafts_[k].cue_head).block + 1 < block) return false;
      if (claims_[k].supports || !drafts_[k].clausal) continue;
      if (!are_two(k, i) || nested(k, i)) return false;
      join(i, k, group);
      return true;
    }
    return false;
  }

  // "this", "the finding", "that assessment", and nothing that tells it from others.
  bool points_back(const Draft& draft) const {
    const auto& reading = evidence_.reading;
    if (draft.content_head == kNoToken) return false;
    const auto& head = reading.lower(draft.content_head);
    if (head == "this" || head == "that" || head == "it") return true;
    if (evidence_.lexicon.cue(CuePos::noun, reading.lemma(draft.content_head)) == nullptr) return false;
    for (const TokenIndex child : reading.layer.children_of(draft.content_head)) {
      const Deprel rel = reading[child].rel;
      if (rel != Deprel::det && rel != Deprel::case_ && rel != Deprel::punct) return false;
    }
    return reading.layer.child(draft.content_head, Deprel::det) != kNoToken;
  }

  void group_claims() {
    constexpr std::size_t kLookBack = 64;  // bounds the work; as for repeats
    std::vector<Gist> gists;
    gists.reserve(claims_.size());
    std::vector<std::size_t> group(claims_.size(), kNoGroup);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      speakers_.push_back(speaker_of(i));
      gists.push_back(speakers_[i] == Speaker::unclear ? Gist() : gist_of(evidence_, drafts_[i], claims_[i]));
      if (confirmed_by(i, group)) continue;
      if (!gists[i].clear) continue;
      for (std::size_t k = i > kLookBack ? i - kLookBack : 0; k < i; ++k) {
        if (!gists[k].clear || !are_two(k, i) || nested(k, i)) continue;
        if (family(claims_[k].stance) != family(claims_[i].stance) || !same_gist(gists[k], gists[i]))
          continue;
        join(i, k, group);
        break;
      }
    }
  }

  // Who stands at the end of the chain that begins with `i`, among the claims of one agreement.
  Root root_of(std::size_t i, const Agreement& agreement) const {
    Root root{i, false};
    for (int step = 0; step < 4; ++step) {
      const Trace& trace = traces_[root.claim];
      if (trace.head == kNoToken) return root;
      root.traced = true;
      const auto next = std::find_if(agreement.claims.begin(), agreement.claims.end(), [&](Ref<Claim> claim) {
        return trace.actor && trace.document.empty() && claim.index() != root.claim &&
               claims_[claim.index()].source == trace.actor;
      });
      if (next == agreement.claims.end()) return root;
      root = {next->index(), false};
    }
    return root;
  }

  // "first reported by the Herald": the other outlets have it from there.
  bool says_it_was_first(std::size_t i) const {
    const TokenIndex cue = drafts_[i].cue.front().first;
    const auto& reading = evidence_.reading;
    for (TokenIndex token = cue > 0 ? cue - 1 : cue; token <= drafts_[i].cue.back().last; ++token) {
      if (token < reading.size() && reading.lower(token) == "first") return true;
    }
    return false;
  }

  bool same_root(const Root& a, const Root& b) const {
    if (!a.traced && !b.traced) {
      const auto one = claims_[a.claim].source;
      const auto other = claims_[b.claim].source;
      return one && other && (one == other || evidence_.same_party(one, other));
    }
    const Trace& one = traces_[a.claim];
    const Trace& other = traces_[b.claim];
    if (a.traced && b.traced) {
      if (one.actor && other.actor)
        return one.actor == other.actor || evidence_.same_party(one.actor, other.actor);
      // "a letter from the agency" and "the letter": the same, as far as the text lets it be known.
      if (!one.document.empty() && one.document == other.document) return true;
      return !one.who.empty() && one.who == other.who;
    }
    const Ref<Actor> traced = a.traced ? one.actor : other.actor;
    const Ref<Actor> speaks = a.traced ? claims_[b.claim].source : claims_[a.claim].source;
    return traced && speaks && (traced == speaks || evidence_.same_party(traced, speaks));
  }

  void complete(Agreement& agreement) {
    const auto first = std::find_if(agreement.claims.begin(), agreement.claims.end(), [&](Ref<Claim> claim) {
      return evidence_.is_kind(claims_[claim.index()].source, ActorKind::outlet) &&
             says_it_was_first(claim.index());
    });
    std::vector<Root> roots;  // one for each origin
    for (const Ref<Claim> claim : agreement.claims) {
      Root root = root_of(claim.index(), agreement);
      const bool copied = first != agreement.claims.end() && *first != claim && !root.traced &&
                          root.claim == claim.index() &&
                          evidence_.is_kind(claims_[claim.index()].source, ActorKind::outlet);
      if (copied) root = root_of(first->index(), agreement);
      std::size_t at = 0;
      while (at < roots.size() && !same_root(roots[at], root)) ++at;
      if (at == roots.size()) {
        roots.push_back(root);
        agreement.origins.push_back(origin_of(root));
      }
      Origin& origin = agreement.origins[at];
      origin.claims.push_back(claim);
      const Trace& trace = traces_[claim.index()];
      if (trace.head != kNoToken) origin.evidence.push_back(trace.words);
      if (copied) origin.evidence.push_back(evidence_.reading.span(drafts_[first->index()].cue.front()));
    }
    for (Origin& origin : agreement.origins) {
      std::sort(origin.evidence.begin(), origin.evidence.end());
      origin.evidence.erase(std::unique(origin.evidence.begin(), origin.evidence.end()),
                            origin.evidence.end());
    }
    const auto counted = std::count_if(agreement.origins.begin(), agreement.origins.end(),
                                       [](const Origin& origin) { return origin.counted; });
    agreement.independent = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(counted, 1));
    agreement.why = explained(agreement);
  }

  Origin origin_of(const Root& root) const {
    Origin origin;
    if (root.traced) {
      const Trace& trace = traces_[root.claim];
      origin.actor = trace.actor;
      origin.counted = trace.who.empty();
    } else {
      origin.actor = claims_[root.claim].source;
      origin.counted = speakers_[root.claim] == Speaker::named;
    }
    return origin;
  }

  static std::string explained(const Agreement& agreement) {
    std::string why = "different sources say it in nearly the same words, of the same party";
    const bool traced = std::any_of(agreement.origins.begin(), agreement.origins.end(),
                                    [](const Origin& origin) { return !origin.evidence.empty(); });
    const bool unnamed = std::any_of(agreement.origins.begin(), agreement.origins.end(),
                                     [](const Origin& origin) { return !origin.counted; });
    if (agreement.origins.size() == 1) {
      why += "; the text traces all of them to one origin";
    } else if (traced) {
      why += "; the text traces some of them to where they have it from";
    } else {
      why += "; the text does not trace them to one origin";
    }
    if (unnamed) why += "; who is not named may be one of the others and is not counted";
    return why;
  }

  static constexpr std::size_t kNoGroup = static_cast<std::size_t>(-1);
  const Evidence& evidence_;
  const std::vector<Draft>& drafts_;
  const std::vector<Trace>& traces_;
  std::vector<Claim>& claims_;
  std::vector<Speaker> speakers_;
  std::vector<Agreement> agreements_;
};

}  // namespace

std::vector<Agreement> find_agreements(const Evidence& evidence, const std::vector<Draft>& drafts,
                                       const std::vector<Trace>& traces, std::vector<Claim>& claims) {
  return AgreementFinder(evidence, drafts, traces, claims).find();
}

void mark_dependent(const std::vector<Trace>& traces, const std::vector<Claim>& claims,
                    const std::vector<Agreement>& agreements, std::vector<SourceEntry>& sources) {
  std::vector<bool> dependent(claims.size(), false);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    dependent[i] = traces[i].head != kNoToken && traces[i].actor != claims[i].source;
  }
  for (const Agreement& agreement : agreements) {
    for (const Origin& origin : agreement.origins) {
      for (const Ref<Claim> claim : origin.claims) {
        if (!origin.counted || origin.actor != claims[claim.index()].source) dependent[claim.index()] = true;
      }
    }
  }
  for (SourceEntry& source : sources) {
    if (source.kind == SourceKind::document || source.kind == SourceKind::statement) continue;
    for (const Ref<Claim> claim : source.claims) {
      // An outlet that only passes on what somebody told it was seen to by the list itself.
      const bool own = !source.actor || source.actor == claims[claim.index()].source;
      if (own && dependent[claim.index()]) source.independent = false;
    }
  }
}

}  // namespace hearsay::claims
