#pragma once

#include "core/claims/ledger.hpp"

// Lines that say whose words follow, or how a vendor fares: "Corvane Systems, Inc. — Not Affected",
// "Vendor Statement", "Corvane: We ship no hubs.", "Status: Affected".
namespace hearsay::claims {

enum class LabelKind : std::uint8_t {
  none,     // prose, or a heading that has to do with nothing here
  vendors,  // what follows is parted by vendors: "Vendor Information"
  party,    // names one of them
  speech,   // its own words follow: "Vendor Statement"
  status,   // how it fares: "Status: Affected"
  aside,    // the editor's words within a vendor's entry: "Addendum"
  data,     // a line of dates or numbers
};

// A line, or the words before the colon that begins one.
struct Label {
  LabelKind kind = LabelKind::none;
  Extent name{0, 0};  // of a party: its words
  TokenIndex head = kNoToken;
  Ref<Actor> party;      // where the actors know it
  Extent status{0, 0};   // "Not Affected"; empty: none stands there
  bool denied = false;   // "Not Affected", "Unaffected"
  bool unknown = false;  // nothing is known from the party
  bool speech = false;   // "Corvane statement": its own words follow
  TokenIndex last = 0;   // end of the label's words; before the sentence's end where words follow a colon
};

// What the sentence is, which begins its block, seen by itself. A party is one only where the actors know it
// or a status stands by it; `name` is set too where it only looks like one.
[[nodiscard]] Label read_label(const Evidence& evidence, const language::Sentence& sentence);

}  // namespace hearsay::claims
