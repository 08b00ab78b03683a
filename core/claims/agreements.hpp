#pragma once

#include <vector>

#include "core/claims/tracing.hpp"

namespace hearsay::claims {

// The same claim by different sources, and how many of them the text does not trace to one origin. Sets
// Claim::supports.
[[nodiscard]] std::vector<Agreement> find_agreements(const Evidence& evidence,
                                                     const std::vector<Draft>& drafts,
                                                     const std::vector<Trace>& traces,
                                                     std::vector<Claim>& claims);

// Takes `independent` from the sources whose claims the text traces to somebody else, or that are not counted
// where others say the same.
void mark_dependent(const std::vector<Trace>& traces, const std::vector<Claim>& claims,
                    const std::vector<Agreement>& agreements, std::vector<SourceEntry>& sources);

}  // namespace hearsay::claims
