// What an advisory finds, in plain sentences without a verb of saying: what is affected and what is not, in
// what it is mended, whether the flaw is exploited. A reader looks for these; the rest of a description is no
// line of the ledger.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// "is not affected", "was fixed in 3.2", "is being exploited": a predicate that tells a state, without "may"
// or "should", which are risks and orders.
bool tells_state(const Reading& reading, TokenIndex root) {
  constexpr std::string_view states[] = {"affected", "unaffected", "vulnerable", "susceptible", "exploited",
                                         "fixed",    "patched",    "resolved",   "corrected"};
  if (!is_any(reading.lower(root), states)) return false;
  bool subject = false;
  bool linked = false;
  for (const TokenIndex child : reading.layer.children_of(root)) {
    const Deprel rel = reading[child].rel;
    if (rel == Deprel::aux && reading[child].xpos == Xpos::MD && reading.lower(child) != "will") return false;
    subject = subject || is_subject(rel);
    linked = linked || rel == Deprel::cop || rel == Deprel::aux_pass;
  }
  return subject && linked;
}

bool is_negated(const Reading& reading, TokenIndex token) {
  const auto children = reading.layer.children_of(token);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    const auto& word = reading.lower(child);
    return word == "not" || word == "n't" || word == "n\xE2\x80\x99t" || word == "no";
  });
}

// "We are not aware of any exploitation", "Exploitation over the network does not appear to be possible":
// what is not known of attacks.
bool denies_attacks(const Reading& reading, const language::Sentence& sentence, TokenIndex root) {
  constexpr std::string_view attacks[] = {"exploitation", "exploit", "attack", "abuse", "misuse"};
  TokenIndex attack = kNoToken;
  for (TokenIndex token = sentence.first; token < sentence.last() && attack == kNoToken; ++token) {
    if (is_any(reading.lemma(token), attacks) && reading[token].upos == Upos::NOUN) attack = token;
  }
  if (attack == kNoToken) return false;
  if (reading.lower(root) == "aware") return is_negated(reading, root);
  return attack < root && is_negated(reading, root) && is_subject(reading[attack].rel) &&
         (reading.lemma(root) == "appear" || reading.lemma(root) == "observe" ||
          reading.lower(root) == "possible" || reading.lower(root) == "known");
}

}  // namespace

void read_findings(const Reading& reading, const language::Sentence& sentence, std::vector<Draft>& out,
                   std::size_t begin) {
  constexpr std::uint32_t kLongest = 60;
  constexpr std::uint32_t kFewestWords = 4;
  if (sentence.count > kLongest || sentence.count < kFewestWords) return;
  const BlockKind kind = reading.document.blocks()[sentence.block].kind;
  if (kind != BlockKind::paragraph && kind != BlockKind::list_item) return;
  const TokenIndex root = root_of(reading, sentence);
  if (root == kNoToken || reading.quotation(root) != nullptr || reading.word(sentence.last() - 1) == "?")
    return;
  const bool attacks = denies_attacks(reading, sentence, root);
  if (!attacks && !tells_state(reading, root)) return;
  for (std::size_t i = begin; i < out.size(); ++i) {
    if (covers(out[i].content, root) || out[i].cue_head == root) return;
  }
  Draft draft = assertion_of(reading, sentence, root);
  draft.stance = attacks ? Stance::assess : Stance::state;
  if (draft.content.empty()) return;
  draft.why = "what an advisory finds affected, mended or exploited: its issuer says so";
  out.push_back(std::move(draft));
}

}  // namespace hearsay::claims
