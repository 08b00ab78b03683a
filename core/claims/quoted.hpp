#pragma once

#include <vector>

#include "core/claims/draft.hpp"

namespace hearsay::claims {

// Lets the contents of drafts grow to the quotations they are part of, and gives quotations that nobody
// introduces to the speaker of the quotation before them. `drafts` in the order of their cues.
void complete_quotations(const Reading& reading, std::vector<Draft>& drafts);

}  // namespace hearsay::claims
