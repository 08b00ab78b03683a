#pragma once

#include <string_view>

#include "core/result.hpp"
#include "core/text/document.hpp"

namespace hearsay::input {

// Whether text is meant to be JSON: by its name, or because it begins with an object.
[[nodiscard]] bool is_json(std::string_view text, std::string_view name);

// A CSAF 2.0 advisory (docs.oasis-open.org/csaf/csaf/v2.0) as text in the order of the public advisory pages:
// title, publisher and dates, notes, products, vulnerabilities with scores, remediations, references. Errors:
// malformed_json, unknown_json.
[[nodiscard]] Result<Document> read_csaf(std::string_view json);

}  // namespace hearsay::input
