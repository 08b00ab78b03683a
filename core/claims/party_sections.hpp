#pragma once

#include <vector>

#include "core/claims/ledger.hpp"

// Sections of a note that belong to somebody: under "Corvane Systems — Not Affected" or "Corvane statement"
// stands what that vendor says, without a verb of saying. There "we" is the vendor, and not whose document
// it is.
namespace hearsay::claims {

struct PartySection {
  TokenIndex first = 0;
  TokenIndex last = 0;  // exclusive
  Ref<Actor> party;
};

// Whether a heading parts the text by vendors ("Vendor Information"): it is then no single body's own words.
[[nodiscard]] bool is_parted_by_vendors(const Reading& reading);

// In text order, disjoint. Linear in the text.
[[nodiscard]] std::vector<PartySection> find_party_sections(const Evidence& evidence);

// What a party asserts in its section without any cue of saying. `begin`: the first draft of the sentence.
void read_party_statements(const Evidence& evidence, const std::vector<PartySection>& sections,
                           const language::Sentence& sentence, std::vector<Draft>& out, std::size_t begin);

// Gives what is said in a section, by nobody or by "we", to its party.
void name_parties(const Evidence& evidence, const std::vector<PartySection>& sections,
                  const std::vector<Draft>& drafts, std::vector<Claim>& claims);

}  // namespace hearsay::claims
