// The stage: drafts sentence by sentence, then claims, then what lies between claims.
#include <algorithm>

#include "core/claims/agreements.hpp"
#include "core/claims/ledger.hpp"
#include "core/claims/party_sections.hpp"
#include "core/claims/quoted.hpp"
#include "core/claims/signing.hpp"
#include "core/claims/standing.hpp"

namespace hearsay::claims {
namespace {

// "X reports that Y believes Z" gives two claims; the inner one is relayed by X. Claims stand in the order of
// their cues, so the outer ones of a cue are found among the last few.
void link_nested(const std::vector<Draft>& drafts, std::vector<Claim>& claims) {
  constexpr std::size_t kLookBack = 8;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const std::size_t from = i > kLookBack ? i - kLookBack : 0;
    const std::size_t to = std::min(claims.size(), i + kLookBack);
    for (std::size_t k = from; k < to; ++k) {
      if (k == i || claims[k].stance == Stance::act || !covers(drafts[k].content, drafts[i].cue_head))
        continue;
      const Ref<Actor> relay = claims[k].source;
      if (!relay || relay == claims[i].source) continue;
      if (std::find(claims[i].via.begin(), claims[i].via.end(), relay) == claims[i].via.end()) {
        claims[i].via.push_back(relay);
      }
      if (claims[i].voice == Voice::first_hand) claims[i].voice = Voice::reported;
    }
  }
}

// What answers a claim of somebody else with a "not", or counters it, is a denial though its verb is none.
void call_answers_denials(const std::vector<Dispute>& disputes, std::vector<Claim>& claims) {
  for (const Dispute& dispute : disputes) {
    if (dispute.kind != DisputeKind::denial || dispute.claims.empty()) continue;
    for (const auto answer : dispute.denials) {
      Claim& claim = claims[answer.index()];
      const bool plain = claim.stance == Stance::state || claim.stance == Stance::assess;
      const bool against = claim.polarity == Polarity::negated || claim.cue_lemma == "counter";
      if (!plain || !against || claim.source == claims[dispute.claims.front().index()].source) continue;
      claim.stance = Stance::deny;
      claim.why += "; it answers what was said with a no";
    }
  }
}

}  // namespace

struct ClaimStage::Impl {
  enum class Phase { drafts, claims, finish, done };

  Impl(const Document& document, const LanguageLayer& language, const std::vector<Actor>& actors,
       const std::vector<Time>& times, const Lexicon& lexicon)
      : reading(document, language),
        mentions(actors, language),
        evidence{reading, lexicon, actors, times, mentions},
        cues(reading, lexicon),
        advisory(is_advisory(reading)),
        author(advisory || is_parted_by_vendors(evidence) ? Ref<Actor>() : find_author(evidence)),
        sections(find_party_sections(evidence)) {}

  Reading reading;
  actors::MentionIndex mentions;
  Evidence evidence;
  CueReader cues;
  bool advisory;
  Ref<Actor> author;
  std::vector<PartySection> sections;
  Phase phase = Phase::drafts;
  std::size_t next_sentence = 0;
  std::size_t next_draft = 0;
  std::vector<Draft> drafts;
  std::vector<Words> words;
  DocumentOwners documents;
  ClaimLayer layer;

  void read_sentence(const language::Sentence& sentence);
  void finish();
};

void ClaimStage::Impl::read_sentence(const language::Sentence& sentence) {
  const std::size_t begin = drafts.size();
  cues.read_sentence(sentence, drafts);
  sort_accusations(evidence, drafts, begin, layer.considered);
  read_acts(evidence, sentence, drafts);
  if (advisory) read_orders(reading, sentence, drafts, begin);
  read_author_denials(evidence, sentence, drafts, begin);
  read_plain_denials(evidence, sentence, drafts, begin);
  read_apposed_answers(evidence, sentence, drafts, begin);
  read_party_statements(evidence, sections, sentence, drafts, begin);
  if (advisory) read_findings(reading, sentence, drafts, begin);
  if (author) read_assertions(evidence, sentence, drafts, begin);
  std::stable_sort(drafts.begin() + static_cast<std::ptrdiff_t>(begin), drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.cue_head < b.cue_head; });
}

void ClaimStage::Impl::finish() {
  link_nested(drafts, layer.claims);
  if (advisory) name_issuer(evidence, sections, drafts, layer.claims);
  if (author) name_author(evidence, author, drafts, layer.claims);
  name_parties(evidence, sections, drafts, layer.claims);
  layer.unsigned_claims = find_unsigned(evidence, sections, drafts, layer.claims);
  layer.own_words = find_own_words(evidence, sections);
  spread_anonymity(evidence, drafts, layer.claims);
  find_own_denials(evidence, drafts, layer.claims, words);
  find_repeats(evidence, layer.claims, words);
  layer.disputes = find_disputes(evidence, drafts, layer.claims);
  call_answers_denials(layer.disputes, layer.claims);
  const auto traces = trace_claims(evidence, drafts, layer.claims);
  layer.agreements = find_agreements(evidence, drafts, traces, layer.claims);
  layer.sources = list_sources(evidence, drafts, layer.claims);
  mark_dependent(traces, layer.claims, layer.agreements, layer.sources);
  layer.notes = find_lint(evidence, drafts, layer.claims, words);
}

ClaimStage::ClaimStage(const Document& document, const language::LanguageLayer& language,
                       const std::vector<Actor>& actors, const std::vector<Time>& times,
                       const CueLexicon& lexicon)
    : impl_(std::make_unique<Impl>(document, language, actors, times, lexicon.impl_->lexicon)) {}

ClaimStage::~ClaimStage() = default;

bool ClaimStage::advance(Budget& budget) {
  Impl& work = *impl_;
  const auto& sentences = work.reading.layer.sentences;
  while (work.phase == Impl::Phase::drafts) {
    if (work.next_sentence == sentences.size()) {
      add_listed_status(work.evidence, work.sections, work.drafts);
      complete_quotations(work.reading, work.drafts);
      for (auto& dropped : work.cues.take_considered()) work.layer.considered.push_back(std::move(dropped));
      drop_fallen(work.evidence, work.drafts, work.layer.considered);
      part_quotations(work.reading, work.evidence.lexicon, work.drafts);
      work.phase = Impl::Phase::claims;
      break;
    }
    const auto& sentence = sentences[work.next_sentence++];
    work.read_sentence(sentence);
    budget.spend(sentence.count);
    if (budget.exhausted()) return false;
  }
  while (work.phase == Impl::Phase::claims) {
    if (work.next_draft == work.drafts.size()) {
      work.phase = Impl::Phase::finish;
      break;
    }
    const Draft& draft = work.drafts[work.next_draft++];
    work.layer.claims.push_back(write_claim(work.evidence, draft));
    name_unresolved(work.evidence, work.drafts, work.layer.claims, work.documents);
    work.words.push_back(content_words(work.evidence, draft));
    budget.spend(length(draft.content) + 1);
    if (budget.exhausted()) return false;
  }
  if (work.phase == Impl::Phase::finish) {
    work.finish();
    work.phase = Impl::Phase::done;
  }
  return true;
}

ClaimLayer ClaimStage::take() {
  return std::move(impl_->layer);
}

}  // namespace hearsay::claims
