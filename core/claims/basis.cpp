// What a source offers for its claim, and where somebody says that proof is lacking.
#include <algorithm>

#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

void add(Claim& claim, BasisKind kind, Span span) {
  for (Basis& basis : claim.basis) {
    if (basis.kind != kind) continue;
    basis.evidence.push_back(span);
    return;
  }
  claim.basis.push_back({kind, {span}});
}

bool is_proof(std::string_view lemma) {
  return lemma == "evidence" || lemma == "proof" || lemma == "indication" || lemma == "substantiation";
}

bool is_lack(std::string_view lemma) {
  return lemma == "no" || lemma == "lack" || lemma == "without" || lemma == "insufficient" ||
         lemma == "little";
}

}  // namespace

void find_basis(const Evidence& evidence, const Draft& draft, Claim& claim) {
  const Reading& reading = evidence.reading;
  const auto& sentence = reading.layer.sentence(draft.cue_head);
  TokenIndex last_lack = kNoToken;
  bool conditional = false;         // "if no sign of it is found": nothing is said to be lacking
  TokenIndex last_lean = kNoToken;  // "based on", "citing": what follows is ground, even within the content
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    const bool in_content = covers(draft.content, token);
    const auto lemma = reading.lemma(token);
    if (is_lack(lemma) && !conditional) last_lack = token;
    if (lemma == "if" || lemma == "unless" || lemma == "whether") conditional = true;
    if (reading.lower(token) == "," || reading.lower(token) == ";") conditional = false;
    if (lemma == "base" || lemma == "cite" || lemma == "according") last_lean = token;
    if (in_content && is_proof(lemma) && last_lack != kNoToken && token - last_lack <= 3) {
      add(claim, BasisKind::said_to_be_lacking, reading.span({last_lack, token + 1}));
      continue;
    }
    const Phrase* phrase = evidence.phrase_at(evidence.lexicon.bases, token, true);
    if (phrase == nullptr) phrase = evidence.phrase_at(evidence.lexicon.bases, token, false);
    if (phrase == nullptr) continue;
    const auto kind = static_cast<BasisKind>(phrase->kind);
    const bool lacking = kind == BasisKind::said_to_be_lacking;
    const bool denied =
        token > sentence.first && (reading.lower(token - 1) == "not" || reading.lower(token - 1) == "n't");
    if (lacking && (conditional || denied)) continue;  // "not unfounded"
    const TokenIndex last = token + static_cast<TokenIndex>(phrase->words.size());
    const bool weighty = kind == BasisKind::said_to_be_lacking || kind == BasisKind::risk_analysis;
    const bool leant_on = last_lean != kNoToken && token - last_lean <= 6;
    const bool own_cue = covers(draft.cue, token);
    const bool noun = reading[token].upos == Upos::NOUN || reading[last - 1].upos == Upos::NOUN;
    // Outside the content a document counts where it hangs on the cue or is the source itself.
    const bool attached = !in_content && noun && !own_cue &&
                          (covers(draft.source, token) || reading.layer.dominates(draft.cue_head, token) ||
                           (token < draft.cue_head && reading.marker(token) == "in"));
    if ((in_content && (weighty || (leant_on && noun))) || attached) {
      add(claim, kind, reading.span({token, last}));
      token = last - 1;
    }
  }
  if (claim.basis.empty()) claim.basis.push_back({BasisKind::none_stated, {}});
}

}  // namespace hearsay::claims
