#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::claims {

// The written forms of an English verb, its base first: "deny", "denies", "denied", "denying". Regular ones
// by rule (where a final consonant may double, both spellings), irregular ones from a short list.
[[nodiscard]] std::vector<std::string> inflected(std::string_view verb);

}  // namespace hearsay::claims
