#pragma once

#include <vector>

#include "core/claims/ledger.hpp"

// Sections of a note that belong to somebody: under "Corvane Systems — Not Affected" or "Corvane statement"
// stands what that vendor says, without a verb of saying. There "we" is the vendor, and not whose document
// it is.
namespace hearsay::claims {

struct PartySection {
  TokenIndex first = 0;  // of the entry, with its label
  TokenIndex last = 0;   // exclusive
  Extent said{0, 0};     // within it, where the party's words may stand
  bool spoken = false;   // a label says that all of them are the party's
  Extent name{0, 0};     // of the label
  TokenIndex head = kNoToken;
  Ref<Actor> party;      // none where the actors do not know the name
  Extent status{0, 0};   // how the editor lists it: "Not Affected"; empty: not at all
  bool denied = false;   // it is listed as not affected
  bool unknown = false;  // nothing is known from it
};

// Whether a heading parts the text by vendors ("Vendor Information"): it is then no single body's own words.
[[nodiscard]] bool is_parted_by_vendors(const Evidence& evidence);

// In text order, disjoint. Linear in the text.
[[nodiscard]] std::vector<PartySection> find_party_sections(const Evidence& evidence);

[[nodiscard]] const PartySection* section_at(const std::vector<PartySection>& sections, TokenIndex token);

// What a party asserts in its section without any cue of saying. `begin`: the first draft of the sentence.
void read_party_statements(const Evidence& evidence, const std::vector<PartySection>& sections,
                           const language::Sentence& sentence, std::vector<Draft>& out, std::size_t begin);

// The status that the note lists a party with, where nothing that it says is known, or it says
// otherwise. Keeps the drafts in the
// order of their cues.
void add_listed_status(const Evidence& evidence, const std::vector<PartySection>& sections,
                       std::vector<Draft>& drafts);

// Gives what is said in a section, by nobody or by "we", to its party.
void name_parties(const Evidence& evidence, const std::vector<PartySection>& sections,
                  const std::vector<Draft>& drafts, std::vector<Claim>& claims);

}  // namespace hearsay::claims
