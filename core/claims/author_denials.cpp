// What a text denies in its own voice: "This is untrue. We answered every question." "Reports that it paid
// are false." No verb of saying stands, so the cues do not find it. Where the text says "we" outside
// quotation marks, that is its author; else nobody is named.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

bool is_prose(const Reading& reading, const language::Sentence& sentence) {
  const BlockKind kind = reading.document.blocks()[sentence.block].kind;
  return kind == BlockKind::paragraph || kind == BlockKind::list_item;
}

}  // namespace

void read_author_denials(const Evidence& evidence, const language::Sentence& sentence,
                         std::vector<Draft>& out, std::size_t begin) {
  constexpr std::uint32_t kLongestProse = 120;
  const Reading& reading = evidence.reading;
  if (sentence.count > kLongestProse || !is_prose(reading, sentence)) return;
  const TokenIndex root = root_of(reading, sentence);
  if (root == kNoToken) return;
  const TokenIndex judged = judged_untrue(evidence, root);
  if (judged == kNoToken) return;
  for (std::size_t i = begin; i < out.size(); ++i) {
    if (covers(out[i].content, root) || out[i].cue_head == root) return;  // somebody says so
  }
  Draft denial;
  denial.cue_head = root;
  denial.cue = {{root, root + 1}};
  denial.cue_lemma = std::string(reading.lemma(root));
  denial.stance = Stance::deny;
  denial.negates = true;
  // The allegation "was, however, 'incorrect'": somebody's word, though nobody is named here.
  denial.by_issuer = reading.quotation(root) == nullptr;
  denial.content_head = judged;
  denial.why = "the text itself calls a claim untrue";
  denial.content =
      reading[judged].upos == Upos::NOUN ? reading.runs(judged) : Runs{{sentence.first, sentence.last()}};
  trim(reading, denial.content);
  if (!denial.content.empty()) out.push_back(std::move(denial));
}

}  // namespace hearsay::claims
