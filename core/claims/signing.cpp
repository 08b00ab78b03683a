#include "core/claims/signing.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

// "This directive", "the advisory": the document itself.
bool is_this_document(const Evidence& evidence, TokenIndex head) {
  constexpr std::string_view papers[] = {"directive", "advisory", "bulletin", "alert",
                                         "notice",    "guidance", "order"};
  const Reading& reading = evidence.reading;
  if (std::find(std::begin(papers), std::end(papers), reading.lemma(head)) == std::end(papers)) return false;
  const auto children = reading.layer.children_of(head);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex child) {
    return reading[child].rel == Deprel::det && reading.lower(child) == "this";
  });
}

std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find_first_of(" ,-"));
}

}  // namespace

std::vector<Ref<Claim>> find_unsigned(const Evidence& evidence, const std::vector<PartySection>& sections,
                                      const std::vector<Draft>& drafts, const std::vector<Claim>& claims) {
  const Reading& reading = evidence.reading;
  std::vector<Ref<Claim>> found;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    const Draft& draft = drafts[i];
    if (claim.source || draft.quoted || draft.source_doubtful) continue;
    const PartySection* section = section_at(sections, draft.cue_head);
    const bool listed = section != nullptr && draft.cue_head < section->said.first;
    const bool anothers =
        section != nullptr && section->spoken && !listed && draft.cue_head < section->said.last;
    if (anothers || reading.quotation(draft.cue_head) != nullptr) continue;
    const bool nobody = claim.source_spans.empty() && (draft.by_issuer || claim.stance == Stance::advise);
    const TokenIndex head = draft.source_head;
    const bool own = head != kNoToken && (reading.lower(head) == "we" || is_this_document(evidence, head));
    if (nobody || own) found.push_back(Ref<Claim>(i));
  }
  return found;
}

std::vector<OwnWords> find_own_words(const Evidence& evidence, const std::vector<PartySection>& sections) {
  std::vector<OwnWords> found;
  for (const PartySection& section : sections) {
    if (!section.spoken || section.said.last <= section.said.first) continue;
    found.push_back(
        {evidence.reading.span(section.said), section.party, evidence.reading.span(section.name)});
  }
  return found;
}

void sign(const Document& document, const std::vector<OwnWords>& words, const std::vector<Actor>& actors,
          const std::vector<Ref<Claim>>& unsigned_claims, Ref<Actor> issuer, std::vector<Claim>& claims) {
  if (!issuer) return;
  const auto name = first_word(document.text(actors[issuer.index()].name));
  const bool guest = std::any_of(words.begin(), words.end(), [&](const OwnWords& own) {
    return own.party == issuer || first_word(document.text(own.name)) == name;
  });
  if (guest) return;
  for (const auto index : unsigned_claims) {
    Claim& claim = claims[index.index()];
    claim.source = issuer;
    claim.voice = claim.via.empty() ? Voice::first_hand : Voice::reported;
    if (claim.target == issuer) claim.target = {};
    claim.why += "; the document is its issuer's";
  }
}

void give_own_advice(const std::vector<OwnWords>& words, const std::vector<Claim>& claims,
                     std::vector<Advice>& advice) {
  for (Advice& one : advice) {
    if (one.action.empty() || (one.claim && claims[one.claim.index()].source)) continue;
    const auto at = one.action.front().begin;
    const auto after =
        std::upper_bound(words.begin(), words.end(), at,
                         [](std::uint32_t byte, const OwnWords& own) { return byte < own.span.begin; });
    if (after == words.begin() || at >= (after - 1)->span.end) {
      // Nobody is named for it, and a vendor with a section of its own speaks there, not here.
      const bool guest = std::any_of(words.begin(), words.end(), [&](const OwnWords& own) {
        return own.party && own.party == one.issuer;
      });
      if (guest) one.issuer = {};
      continue;
    }
    one.issuer = (after - 1)->party;
  }
}

}  // namespace hearsay::claims
