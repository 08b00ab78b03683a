// What a careful reader would mark in the margin.
#include <algorithm>

#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

void unnamed_experts(const Evidence& evidence, const std::vector<Draft>& drafts,
                     const std::vector<Claim>& claims, std::vector<Note>& notes) {
  constexpr std::string_view nouns[] = {"expert",     "analyst",   "critic",   "researcher", "observer",
                                        "specialist", "scientist", "official", "insider",    "source"};
  Note note{"unnamed-experts", "Claims are put into the mouth of people whom the text does not name.", {}};
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const TokenIndex head = drafts[i].source_head;
    if (head == kNoToken || evidence.reading[head].xpos != Xpos::NNS || claims[i].stance == Stance::act)
      continue;
    if (std::find(std::begin(nouns), std::end(nouns), evidence.reading.lemma(head)) == std::end(nouns))
      continue;
    bool named = false;
    for (const Extent run : drafts[i].antecedent.empty() ? drafts[i].source : drafts[i].antecedent) {
      for (TokenIndex token = run.first; token < run.last; ++token)
        named = named || evidence.reading[token].upos == Upos::PROPN;
    }
    if (!named && !claims[i].source_spans.empty()) note.evidence.push_back(claims[i].source_spans.front());
  }
  if (!note.evidence.empty()) notes.push_back(std::move(note));
}

// A likelihood and a confidence in one sentence read as one scale and are two.
void likelihood_with_confidence(const Evidence& evidence, std::vector<Note>& notes) {
  constexpr std::string_view likelihoods[] = {"likely", "unlikely", "probable", "probably", "certain"};
  constexpr std::string_view levels[] = {"high", "moderate", "low", "medium"};
  Note note{"likelihood-with-confidence",
            "A likelihood and a level of confidence stand in one sentence; they measure different things.",
            {}};
  for (const auto& sentence : evidence.reading.layer.sentences) {
    bool likelihood = false;
    bool confidence = false;
    for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
      const auto& word = evidence.reading.lower(token);
      likelihood = likelihood ||
                   std::find(std::begin(likelihoods), std::end(likelihoods), word) != std::end(likelihoods);
      if (word == "confidence" && token > sentence.first) {
        const auto& level = evidence.reading.lower(token - 1);
        confidence = confidence || std::find(std::begin(levels), std::end(levels), level) != std::end(levels);
      }
    }
    if (likelihood && confidence) note.evidence.push_back(sentence.span);
  }
  if (!note.evidence.empty()) notes.push_back(std::move(note));
}

// The same word means another range on another scale: "likely" is 55 to 75 per cent on the one, 55 to 80 on
// the other.
void two_yardsticks(const std::vector<Claim>& claims, std::vector<Note>& notes) {
  Note note{"mixed-scales",
            "Terms of two probability scales stand in one text; the same word has another range on each.",
            {}};
  std::string_view first;
  bool mixed = false;
  for (const Claim& claim : claims) {
    if (!claim.yardstick) continue;
    if (first.empty()) first = claim.yardstick->scale;
    mixed = mixed || claim.yardstick->scale != first;
    if (!claim.content.empty()) note.evidence.push_back(claim.content.front());
  }
  if (mixed) notes.push_back(std::move(note));
}

void strong_headline(const Evidence& evidence, const std::vector<Draft>& drafts,
                     const std::vector<Claim>& claims, const std::vector<Words>& words,
                     std::vector<Note>& notes) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (evidence.reading.block_of(drafts[i].cue_head).kind != BlockKind::title) continue;
    if (!claims[i].hedges.empty() || !claims[i].source || claims[i].stance == Stance::act) continue;
    std::size_t hedged = 0;
    std::size_t plain = 0;
    Span evidence_span;
    for (std::size_t k = i + 1; k < claims.size(); ++k) {
      if (claims[k].source != claims[i].source || shared_words(words[i], words[k]) < 2) continue;
      if (claims[k].hedges.empty()) {
        ++plain;
      } else {
        ++hedged;
        evidence_span = claims[k].hedges.front();
      }
    }
    if (hedged == 0 || plain != 0) continue;
    notes.push_back({"headline-stronger",
                     "The headline states plainly what the article only says with reserve.",
                     {claims[i].content.front(), evidence_span}});
  }
}

}  // namespace

std::vector<Note> find_lint(const Evidence& evidence, const std::vector<Draft>& drafts,
                            const std::vector<Claim>& claims, const std::vector<Words>& words) {
  std::vector<Note> notes;
  strong_headline(evidence, drafts, claims, words, notes);
  unnamed_experts(evidence, drafts, claims, notes);
  likelihood_with_confidence(evidence, notes);
  two_yardsticks(claims, notes);
  return notes;
}

}  // namespace hearsay::claims
