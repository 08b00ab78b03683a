#pragma once

#include <string_view>
#include <vector>

#include "core/claims/ledger.hpp"

// Who a claim comes from in the end, as far as the text says: "the Herald reported, citing a letter".
namespace hearsay::claims {

// The source behind a claim. Without a `head` the claim's own source speaks for itself.
struct Trace {
  Ref<Actor> actor;            // who stands behind it; of a document its author
  std::string_view document;   // "letter": where a document is cited
  std::string_view who;        // "people": where nobody is named
  TokenIndex head = kNoToken;  // the noun that names it
  Span words;                  // "citing a letter from the agency"
};

// One for each claim.
[[nodiscard]] std::vector<Trace> trace_claims(const Evidence& evidence, const std::vector<Draft>& drafts,
                                              const std::vector<Claim>& claims);

}  // namespace hearsay::claims
