#include <algorithm>
#include <array>

#include "core/language/language.hpp"

namespace hearsay::language {

std::string_view LanguageLayer::lemma(TokenIndex token) const {
  return std::string_view(lemmas).substr(tokens[token].lemma_begin, tokens[token].lemma_size);
}

TokenIndex LanguageLayer::token_at(std::uint32_t byte) const {
  const auto found =
      std::upper_bound(tokens.begin(), tokens.end(), byte,
                       [](std::uint32_t at, const Token& token) { return at < token.span.end; });
  return static_cast<TokenIndex>(found - tokens.begin());
}

LanguageLayer::TokenRange LanguageLayer::children_of(TokenIndex token) const {
  return {children.data() + child_begin[token], children.data() + child_begin[token + 1]};
}

TokenIndex LanguageLayer::child(TokenIndex token, Deprel rel) const {
  for (const TokenIndex child : children_of(token)) {
    if (tokens[child].rel == rel) return child;
  }
  return kNoToken;
}

bool LanguageLayer::dominates(TokenIndex ancestor, TokenIndex token) const {
  while (token != kNoToken) {
    if (token == ancestor) return true;
    token = tokens[token].head;
  }
  return false;
}

LanguageLayer::Extent LanguageLayer::subtree(TokenIndex token) const {
  Extent extent{token, token + 1};
  std::vector<TokenIndex> open{token};
  while (!open.empty()) {
    const TokenIndex at = open.back();
    open.pop_back();
    extent.first = std::min(extent.first, at);
    extent.last = std::max(extent.last, at + 1);
    for (const TokenIndex child : children_of(at)) open.push_back(child);
  }
  return extent;
}

Span LanguageLayer::span(Extent extent) const {
  return {tokens[extent.first].span.begin, tokens[extent.last - 1].span.end};
}

}  // namespace hearsay::language
