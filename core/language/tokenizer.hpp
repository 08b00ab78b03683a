#pragma once

#include <string_view>
#include <vector>

#include "core/span.hpp"

// Text to syntactic words, by the conventions of the English Web Treebank: "do|n't", "Kaspersky|'s",
// "15 - year", "$ 60"; identifiers of the trade (CVE ids, versions, paths, URLs also where defanged,
// e-mail addresses, file names) stay whole.
namespace hearsay::language {

struct RawToken {
  Span span;
  bool joined = false;  // continues the surface token of the word before it
};

// Appends the words of `where` to `tokens`. Every byte of it that is not white space is in exactly one of
// them. Time linear in the size of `where`.
void tokenize(std::string_view text, Span where, std::vector<RawToken>& tokens);

}  // namespace hearsay::language
