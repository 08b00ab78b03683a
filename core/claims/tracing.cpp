#include "core/claims/tracing.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

// "citing a letter", "The three papers all cited the memo", "based on the report".
struct Citation {
  TokenIndex verb = kNoToken;
  TokenIndex subject = kNoToken;  // kNoToken: a participle
  Ref<Actor> by;                  // whose citation it is, where a subject names them
  bool by_all = false;            // "both outlets", "all three": of every outlet before it
  Trace trace;
};

constexpr std::uint32_t kNearSentences = 3;  // how far "The report cited a letter" may stand from the claim

bool is_medium(std::string_view lemma) {
  constexpr std::string_view words[] = {"outlet",  "newspaper",   "paper",   "report",     "article",
                                        "account", "medium",      "media",   "story",      "website",
                                        "agency",  "broadcaster", "journal", "publication"};
  return is_any(lemma, words);
}

bool names_people(std::string_view lemma) {
  constexpr std::string_view words[] = {"source",   "official",  "people",     "person",
                                        "employee", "executive", "researcher", "expert",
                                        "insider",  "somebody",  "diplomat",   "lawyer"};
  return is_any(lemma, words);
}

class Tracer {
 public:
  Tracer(const Evidence& evidence, const std::vector<Draft>& drafts, const std::vector<Claim>& claims)
      : evidence_(evidence), reading_(evidence.reading), drafts_(drafts), claims_(claims) {}

  std::vector<Trace> trace() {
    for (TokenIndex token = 0; token < reading_.size(); ++token) find_citation(token);
    std::vector<Trace> traces(claims_.size());
    std::size_t first = 0;  // the first citation that may be near
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const auto at = sentence_of(drafts_[i].cue_head);
      while (first < citations_.size() && sentence_of(citations_[first].verb) + kNearSentences < at) ++first;
      traces[i] = trace_of(i, first);
    }
    return traces;
  }

 private:
  std::uint32_t sentence_of(TokenIndex token) const { return reading_.layer.sentence_of[token]; }

  void find_citation(TokenIndex verb) {
    if (reading_[verb].upos != Upos::VERB) return;
    constexpr std::string_view cites[] = {"cite", "quote", "reference"};
    constexpr std::string_view leans[] = {"base", "draw", "rely"};
    const auto lemma = reading_.lemma(verb);
    const bool leaning = is_any(lemma, leans);
    if (!leaning && !is_any(lemma, cites)) return;
    TokenIndex object = reading_.layer.child(verb, Deprel::obj);
    if (leaning) {
      object = kNoToken;
      for (const TokenIndex child : reading_.layer.children_of(verb)) {
        if (child > verb && reading_[child].rel == Deprel::obl && reading_.marker(child) == "on")
          object = child;
      }
    }
    if (object == kNoToken || object < verb) return;
    Citation citation;
    citation.verb = verb;
    if (!names_origin(object, citation.trace)) return;
    citation.trace.words = reading_.span({verb, last_of(object)});
    TokenIndex subject = reading_.layer.child(verb, Deprel::nsubj);
    if (subject != kNoToken && is_relative(reading_, subject) && reading_[verb].rel == Deprel::acl_relcl)
      subject = reading_[verb].head;  // "the Ledger, which cited the letter"
    if (subject != kNoToken) {
      citation.subject = subject;
      citation.by = evidence_.actor_of(subject);
      const auto& word = reading_.lower(subject);
      const auto tag = reading_[subject].xpos;
      citation.by_all = word == "both" || word == "all" || reading_[subject].upos == Upos::NUM ||
                        (tag == Xpos::NNS && is_medium(reading_.lemma(subject)));
    } else if (reading_[verb].xpos != Xpos::VBG && reading_[verb].xpos != Xpos::VBN) {
      return;
    }
    citations_.push_back(citation);
  }

  // Whether `object` is somebody or a document that a claim can come from: not "citing concerns".
  bool names_origin(TokenIndex object, Trace& trace) const {
    const auto lemma = reading_.lemma(object);
    const auto actor = evidence_.actor_of(object);
    if (is_document(lemma)) {
      trace.document = lemma;
      trace.actor = actor;
      for (const TokenIndex child : reading_.layer.children_of(object)) {
        const auto marker = reading_.marker(child);
        const bool author = reading_[child].rel == Deprel::nmod &&
                            (marker == "from" || marker == "by" || marker == "to" || marker == "of");
        if (author && marker != "to" && !trace.actor) trace.actor = evidence_.actor_of(child);
      }
    } else if (actor) {
      const ActorKind kind = evidence_.actors[actor.index()].kind;
      if (kind == ActorKind::product || kind == ActorKind::place || kind == ActorKind::other) return false;
      trace.actor = actor;
    } else if (names_people(lemma)) {
      trace.who = lemma;
    } else {
      return false;
    }
    trace.head = object;
    return true;
  }

  // The end of the noun phrase, without clauses on it.
  TokenIndex last_of(TokenIndex noun) const {
    TokenIndex last = noun + 1;
    for (const TokenIndex child : reading_.layer.children_of(noun)) {
      const Deprel rel = reading_[child].rel;
      if (child > noun && (rel == Deprel::nmod || rel == Deprel::flat || rel == Deprel::compound))
        last = std::max(last, reading_.layer.subtree(child).last);
    }
    return last;
  }

  bool is_outlet(std::size_t claim) const {
    return evidence_.is_kind(claims_[claim].source, ActorKind::outlet);
  }

  Trace trace_of(std::size_t claim, std::size_t first) const {
    const Trace relayed = of_whom_it_tells(claim);
    if (relayed.head != kNoToken) return relayed;
    const Draft& draft = drafts_[claim];
    const auto here = sentence_of(draft.cue_head);
    for (std::size_t c = first; c < citations_.size(); ++c) {
      const Citation& citation = citations_[c];
      const auto there = sentence_of(citation.verb);
      if (there > here + kNearSentences) break;
      if (covers(draft.cue, citation.verb) || citation.trace.actor == claims_[claim].source) continue;
      const bool beside = citation.subject == kNoToken && here == there && goes_with(claim, citation.verb);
      const bool own = citation.by && citation.by == claims_[claim].source;
      const bool shared = citation.by_all && there >= here && is_outlet(claim);
      if (beside || own || shared) return citation.trace;
    }
    return {};
  }

  // A participle goes with the claim on whose cue or source it hangs; hung elsewhere, with every outlet's.
  bool goes_with(std::size_t claim, TokenIndex participle) const {
    const TokenIndex head = reading_[participle].head;
    const Draft& draft = drafts_[claim];
    if (head == draft.cue_head || head == draft.source_head) return true;
    const auto here = sentence_of(participle);
    for (std::size_t i = claim > 8 ? claim - 8 : 0; i < drafts_.size() && i < claim + 8; ++i) {
      if (sentence_of(drafts_[i].cue_head) != here || i == claim) continue;
      if (head == drafts_[i].cue_head || head == drafts_[i].source_head) return false;
    }
    return is_outlet(claim) || covers(draft.content, participle) ||
           (head != kNoToken && covers(draft.content, head));
  }

  // "The Herald reported that the agency believes it": the agency's word. "..., the Herald reported,
  // according to the agency".
  Trace of_whom_it_tells(std::size_t claim) const {
    const std::size_t from = claim > 8 ? claim - 8 : 0;
    for (std::size_t i = from; i < std::min(claims_.size(), claim + 8); ++i) {
      if (i == claim || drafts_[i].source_head == kNoToken || claims_[i].source == claims_[claim].source ||
          sentence_of(drafts_[i].cue_head) != sentence_of(drafts_[claim].cue_head))
        continue;
      const bool inner =
          drafts_[claim].content_head != kNoToken && drafts_[claim].content_head == drafts_[i].cue_head;
      const bool according = evidence_.lexicon.cue(CuePos::phrase, claims_[i].cue_lemma) != nullptr &&
                             is_outlet(claim) && covers(drafts_[i].content, drafts_[claim].cue_head);
      if (!inner && !according) continue;
      Trace trace;
      if (!names_origin(drafts_[i].source_head, trace)) continue;
      const auto& cue = drafts_[i].cue;
      const auto& source = drafts_[i].source;
      if (source.empty()) continue;
      trace.words = reading_.span(
          {std::min(cue.front().first, source.front().first), std::max(cue.back().last, source.back().last)});
      return trace;
    }
    return {};
  }

  const Evidence& evidence_;
  const Reading& reading_;
  const std::vector<Draft>& drafts_;
  const std::vector<Claim>& claims_;
  std::vector<Citation> citations_;
};

}  // namespace

std::vector<Trace> trace_claims(const Evidence& evidence, const std::vector<Draft>& drafts,
                                const std::vector<Claim>& claims) {
  return Tracer(evidence, drafts, claims).trace();
}

}  // namespace hearsay::claims
