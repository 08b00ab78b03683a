#pragma once

#include <vector>

#include "core/analysis.hpp"
#include "core/text/document.hpp"

namespace hearsay::indicators {

// Gives vulnerabilities what their own block says of them: a CVSS vector its score and severity; a CVE the
// score, severity, vector and weakness that stand nearest. Nothing is computed from a vector. Linear.
void add_context(const Document& document, std::vector<Indicator>& indicators);

}  // namespace hearsay::indicators
