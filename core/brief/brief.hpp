#pragma once

#include <vector>

#include "core/analysis.hpp"
#include "core/language/language.hpp"
#include "core/text/document.hpp"

namespace hearsay::brief {

// The first screen, made from the finished layers; says nothing that they do not.
[[nodiscard]] std::vector<BriefLine> write(const Document& document, const language::LanguageLayer& language,
                                           const Analysis& analysis);

}  // namespace hearsay::brief
