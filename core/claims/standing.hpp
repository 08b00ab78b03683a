#pragma once

#include <string_view>
#include <vector>

#include "core/claims/ledger.hpp"

// Whether what the frames found is somebody's claim at all. A frame sees a verb that can be one of saying and
// what hangs on it; "a dialog warns", "the server requests", "who reported it" and "to confirm the payment"
// look the same. In doubt a line is missing rather than wrong: what does not stand goes to the considered.
namespace hearsay::claims {

// Why the draft does not stand as a claim, in words a reader understands; empty: it stands.
[[nodiscard]] std::string_view falls(const Evidence& evidence, const Draft& draft);

// Takes the drafts that do not stand out of `drafts` and adds them to `considered`.
void drop_fallen(const Evidence& evidence, std::vector<Draft>& drafts, std::vector<Considered>& considered);

}  // namespace hearsay::claims
