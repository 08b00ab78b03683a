// In an advisory the issuer is the source of what it asserts and orders, even where no verb of saying stands.
// A news article about one has no such voice, so the document must look like an advisory in several ways.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"
#include "core/claims/party_sections.hpp"

namespace hearsay::claims {
namespace {

bool names_an_advisory(const Reading& reading, const language::Sentence& sentence) {
  constexpr std::string_view nouns[] = {"advisory", "directive", "bulletin", "alert",
                                        "notice",   "note",      "guidance"};
  bool noun = false;
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    const Xpos tag = reading[token].xpos;
    if (tag == Xpos::VBZ || tag == Xpos::VBD || tag == Xpos::VBP || tag == Xpos::MD)
      return false;  // a news headline
    noun = noun || is_any(reading.lower(token), nouns);
  }
  return noun;
}

bool is_advisory_section(const Reading& reading, const language::Sentence& sentence) {
  constexpr std::string_view words[] = {"mitigation",      "mitigations",     "solution",    "solutions",
                                        "impact",          "workaround",      "workarounds", "remediation",
                                        "required",        "recommendations", "affected",    "severity",
                                        "acknowledgments", "acknowledgements"};
  constexpr std::uint32_t kLongestHeading = 6;
  return sentence.count <= kLongestHeading && is_any(reading.lower(sentence.first), words);
}

// An order: "Agencies must ...", or an imperative at the head of a sentence. The token that gives it, or
// kNoToken.
TokenIndex order_in(const Reading& reading, const language::Sentence& sentence) {
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (reading[token].head != kNoToken) continue;
    if (reading[token].xpos == Xpos::VB && token == sentence.first && reading[token].upos == Upos::VERB &&
        reading.layer.child(token, Deprel::nsubj) == kNoToken) {
      constexpr std::string_view pointers[] = {"see",   "note",  "refer", "contact",
                                               "visit", "click", "read",  "let"};
      return is_any(reading.lemma(token), pointers) ? kNoToken : token;
    }
    const TokenIndex subject = reading.layer.child(token, Deprel::nsubj);
    const TokenIndex suffering = reading.layer.child(token, Deprel::nsubj_pass);
    if (subject == kNoToken && suffering == kNoToken) return kNoToken;
    for (const TokenIndex child : reading.layer.children_of(token)) {
      const auto& word = reading.lower(child);
      if (reading[child].rel == Deprel::aux && (word == "must" || word == "shall" || word == "should"))
        return child;
    }
    return kNoToken;
  }
  return kNoToken;
}

// What a flaw lets somebody do: "exploitation could allow an attacker to ...". The modal, or kNoToken.
TokenIndex risk_in(const Reading& reading, const language::Sentence& sentence) {
  constexpr std::string_view things[] = {"vulnerability", "flaw",  "exploitation", "attacker",
                                         "bug",           "issue", "weakness",     "defect",
                                         "exploit",       "actor", "adversary"};
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (reading[token].head != kNoToken) continue;
    const TokenIndex subject = reading.layer.child(token, Deprel::nsubj);
    if (subject == kNoToken || !is_any(reading.lemma(subject), things)) return kNoToken;
    for (const TokenIndex child : reading.layer.children_of(token)) {
      const auto& word = reading.lower(child);
      if (reading[child].rel == Deprel::aux &&
          (word == "could" || word == "may" || word == "might" || word == "can"))
        return child;
    }
    return kNoToken;
  }
  return kNoToken;
}

}  // namespace

bool is_advisory(const Reading& reading) {
  constexpr int kEnough = 3;
  int signs = reading.document.format() == InputFormat::csaf ? kEnough : 0;
  bool named = false;
  int sections = 0;
  int orders = 0;
  for (const auto& sentence : reading.layer.sentences) {
    const BlockKind kind = reading.document.blocks()[sentence.block].kind;
    const bool heading = kind == BlockKind::title || kind == BlockKind::heading;
    if (kind == BlockKind::title || (heading && sentence.block < 3))
      named = named || names_an_advisory(reading, sentence);
    if (heading && is_advisory_section(reading, sentence)) ++sections;
    if (!heading && order_in(reading, sentence) != kNoToken && reading.quotation(sentence.first) == nullptr)
      ++orders;
  }
  signs += (named ? 2 : 0) + std::min(sections, 2) + (orders >= 3 ? 1 : 0);
  return signs >= kEnough;
}

void read_orders(const Reading& reading, const language::Sentence& sentence, std::vector<Draft>& out,
                 std::size_t begin) {
  constexpr std::uint32_t kLongestProse = 400;
  constexpr std::uint32_t kFewestWords = 4;
  if (sentence.count > kLongestProse || sentence.count < kFewestWords) return;
  const BlockKind kind = reading.document.blocks()[sentence.block].kind;
  if (kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::table_row) return;
  const TokenIndex order = order_in(reading, sentence);
  const TokenIndex risk = order == kNoToken ? risk_in(reading, sentence) : kNoToken;
  const TokenIndex cue = order != kNoToken ? order : risk;
  if (cue == kNoToken || reading.quotation(cue) != nullptr) return;
  // Where somebody says it, it is that body's claim already.
  for (std::size_t i = begin; i < out.size(); ++i) {
    if (covers(out[i].content, cue) || out[i].source_head != kNoToken) return;
  }
  Draft draft;
  draft.cue_head = cue;
  draft.cue = {{cue, cue + 1}};
  draft.cue_lemma = std::string(reading.lemma(cue));
  draft.stance = order != kNoToken ? Stance::advise : Stance::assess;
  draft.content = {{sentence.first, sentence.last()}};
  draft.content_head = reading[cue].head == kNoToken ? cue : reading[cue].head;
  draft.clausal = true;
  draft.by_issuer = true;
  trim(reading, draft.content);
  if (draft.content.empty()) return;
  draft.why = order != kNoToken ? "an order in an advisory: its issuer gives it"
                                : "what a flaw could lead to, in an advisory: its issuer says so";
  out.push_back(std::move(draft));
}

Ref<Actor> find_issuer(const Evidence& evidence, const std::vector<PartySection>& sections,
                       const std::vector<Draft>& drafts, const std::vector<Claim>& claims) {
  const auto body = [&](Ref<Actor> actor) {
    return evidence.is_kind(actor, ActorKind::government) || evidence.is_kind(actor, ActorKind::organization);
  };
  const auto& stated = evidence.reading.document.metadata().issuer.value;
  for (std::size_t i = 0; i < evidence.actors.size() && !stated.empty(); ++i) {
    if (evidence.reading.document.text(evidence.actors[i].name) == stated) return Ref<Actor>(i);
  }
  // The one body in whose name the document recommends and directs.
  std::vector<std::uint32_t> voices(evidence.actors.size(), 0);
  std::uint32_t all = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    // What a vendor recommends in its own statement is not in the document's name.
    if (section_at(sections, drafts[i].cue_head) != nullptr) continue;
    if (!body(claim.source) ||
        (claim.stance != Stance::advise && claim.stance != Stance::warn && claim.stance != Stance::assess))
      continue;
    ++voices[claim.source.index()];
    ++all;
  }
  const auto most = std::max_element(voices.begin(), voices.end());
  constexpr std::uint32_t kFewest = 2;
  if (most == voices.end() || *most < kFewest || *most * 2 <= all) return {};
  return Ref<Actor>(static_cast<std::size_t>(most - voices.begin()));
}

void name_issuer(const Evidence& evidence, const std::vector<PartySection>& sections,
                 const std::vector<Draft>& drafts, std::vector<Claim>& claims) {
  const auto issuer = find_issuer(evidence, sections, drafts, claims);
  if (!issuer) return;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const bool order = claim.source_spans.empty() && (drafts[i].by_issuer || claim.stance == Stance::advise);
    const bool we = !claim.source && drafts[i].source_head != kNoToken &&
                    evidence.reading.quotation(drafts[i].cue_head) == nullptr &&
                    evidence.reading.lower(drafts[i].source_head) == "we";
    if (!order && !we) continue;
    claim.source = issuer;
    claim.voice = claim.via.empty() ? Voice::first_hand : Voice::reported;
    if (claim.target == issuer) claim.target = {};
    if (!drafts[i].by_issuer) claim.why += "; the issuer of the document speaks";
  }
}

}  // namespace hearsay::claims
