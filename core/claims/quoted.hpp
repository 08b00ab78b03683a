#pragma once

#include <vector>

#include "core/claims/draft.hpp"

namespace hearsay::claims {

// Lets the contents of drafts grow to the quotations they are part of, and gives quotations that nobody
// introduces to the speaker of the quotation before them. `drafts` in the order of their cues.
void complete_quotations(const Reading& reading, std::vector<Draft>& drafts);

// Gives each sentence of a long quotation that denies or concedes something a draft of its own, after that of
// the whole.
void part_quotations(const Reading& reading, const Lexicon& lexicon, std::vector<Draft>& drafts);

}  // namespace hearsay::claims
