#pragma once

#include <vector>

#include "core/language/language.hpp"

namespace hearsay::language {

// Mends what the parser got wrong in a way that English grammar rules out. Only attachments that cannot be
// right are changed; what is merely unlikely is the parser's business. Heads and relations only; tags stay.
//
// Tokens [first, last) are one sentence.
void repair_by_grammar(std::vector<Token>& tokens, TokenIndex first, TokenIndex last);

}  // namespace hearsay::language
