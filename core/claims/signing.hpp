#pragma once

#include <vector>

#include "core/analysis.hpp"
#include "core/claims/claims.hpp"
#include "core/claims/ledger.hpp"
#include "core/claims/party_sections.hpp"

// Whose document it is, is known only when the whole of it was read for advice; then what nobody is named
// for in an advisory or a directive gets its issuer.
namespace hearsay::claims {

// The claims that are the issuer's if the document has one: orders and assertions that nobody is named for,
// what "we" or "this directive" says outside of quotation marks and of the sections of others.
[[nodiscard]] std::vector<Ref<Claim>> find_unsigned(const Evidence& evidence,
                                                    const std::vector<PartySection>& sections,
                                                    const std::vector<Draft>& drafts,
                                                    const std::vector<Claim>& claims);

[[nodiscard]] std::vector<OwnWords> find_own_words(const Evidence& evidence,
                                                   const std::vector<PartySection>& sections);

}  // namespace hearsay::claims
