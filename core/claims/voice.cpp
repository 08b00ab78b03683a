// In whose voice a claim stands: that of its source, of whoever relays it, or of people whose names are
// withheld.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

constexpr std::string_view kAnonymous[] = {"source",    "anonymity", "insider",      "unnamed",
                                           "anonymous", "familiar",  "whistleblower"};

// "a senior official", "two people with knowledge of the matter": somebody in particular whom the text does
// not name. "Critics", "researchers" are many, and a spokesman is the voice of whom he speaks for.
bool withholds_name(const Evidence& evidence, const Draft& draft, const Claim& claim) {
  constexpr std::string_view people[] = {
      "official", "diplomat",   "person",    "people",   "employee",     "worker",     "staff",
      "staffer",  "member",     "executive", "engineer", "man",          "woman",      "officer",
      "aide",     "accountant", "manager",   "insider",  "investigator", "technician", "source"};
  const Reading& reading = evidence.reading;
  const TokenIndex head = draft.source_head;
  if (head == kNoToken || reading[head].upos != Upos::NOUN || !is_any(reading.lemma(head), people))
    return false;
  if (claim.source && has_name(evidence, claim.source) && evidence.is_kind(claim.source, ActorKind::person))
    return false;
  bool counted = false;
  for (const TokenIndex child : reading.layer.children_of(head)) {
    const Deprel rel = reading[child].rel;
    const auto& word = reading.lower(child);
    counted = counted || rel == Deprel::nummod || word == "a" || word == "an" || word == "another";
    // "a former official, Des Orr", "Andrew Vellis, a member": named after all.
    const bool named = (rel == Deprel::appos || rel == Deprel::flat) && reading[child].upos == Upos::PROPN;
    if (named) return false;
  }
  return counted && reading[head].rel != Deprel::appos;
}

}  // namespace

void find_voice(const Evidence& evidence, const Draft& draft, Claim& claim) {
  if (claim.source_spans.empty()) {
    claim.voice = Voice::anonymous;
    return;
  }
  const bool unnamed =
      any_token(draft.antecedent.empty() ? draft.source : draft.antecedent,
                [&](TokenIndex token) { return is_any(evidence.reading.lemma(token), kAnonymous); });
  if ((unnamed && (!claim.source || evidence.is_kind(claim.source, ActorKind::group))) ||
      (draft.antecedent.empty() && withholds_name(evidence, draft, claim))) {
    claim.voice = Voice::anonymous;
    return;
  }
  // "told the Herald", "in a statement to the Herald": the outlet relays it.
  const auto& sentence = evidence.reading.layer.sentence(draft.cue_head);
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (covers(draft.source, token)) continue;
    const auto actor = evidence.mentions.headed_by(token);
    if (!evidence.is_kind(actor, ActorKind::outlet) || actor == claim.source) continue;
    const TokenIndex head = evidence.reading[token].head;
    const auto marker = evidence.reading.marker(token);
    const bool told = token == draft.addressee;
    const bool handed = (marker == "to" || marker == "by" || marker == "with" || marker == "in") &&
                        head != kNoToken &&
                        !any_token(draft.content, [&](TokenIndex at) { return at == token; });
    const bool statement = marker == "to" && head != kNoToken && is_document(evidence.reading.lemma(head));
    if (told || handed || statement) claim.via.push_back(actor);
  }
  if (!claim.via.empty()) claim.voice = Voice::reported;
}

void spread_anonymity(const Evidence& evidence, const std::vector<Draft>& drafts,
                      std::vector<Claim>& claims) {
  std::vector<bool> withheld(evidence.actors.size(), false);
  for (const Claim& claim : claims) {
    const bool unnamed = claim.source && !has_name(evidence, claim.source) && !claim.source_spans.empty();
    if (unnamed && claim.voice == Voice::anonymous) withheld[claim.source.index()] = true;
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].voice != Voice::first_hand) continue;
    const TokenIndex head = drafts[i].source_head;
    // "One of them said": of those who spoke just before.
    const bool one = head != kNoToken && evidence.reading.lower(head) == "one" && !claims[i].source &&
                     i > 0 && claims[i - 1].voice == Voice::anonymous && !claims[i - 1].source_spans.empty();
    if (one || (claims[i].source && withheld[claims[i].source.index()])) claims[i].voice = Voice::anonymous;
  }
}

}  // namespace hearsay::claims
