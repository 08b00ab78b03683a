#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/text/document.hpp"

// Questions that the advice stage asks of a tree, in the terms of Universal Dependencies.
namespace hearsay::advice {

using language::Deprel;
using language::kNoToken;
using language::TokenIndex;
using language::Upos;
using language::Xpos;

// A document with its trees. Cheap to copy; both must outlive it.
struct Tree {
  const Document& document;
  const language::LanguageLayer& language;

  [[nodiscard]] const language::Token& token(TokenIndex index) const { return language.tokens[index]; }
  [[nodiscard]] std::string_view lemma(TokenIndex index) const { return language.lemma(index); }
  [[nodiscard]] std::string_view form(TokenIndex index) const { return document.text(token(index).span); }
  // The form in lower case (ASCII letters).
  [[nodiscard]] std::string lower(TokenIndex index) const;
  [[nodiscard]] bool has_lemma(TokenIndex index, std::initializer_list<std::string_view> lemmas) const;
  // The subject, also where it stands at the first of several joined verbs. kNoToken: none.
  [[nodiscard]] TokenIndex subject(TokenIndex verb) const;
  [[nodiscard]] const Block& block(TokenIndex index) const {
    return document.blocks()[language.sentence(index).block];
  }
};

// Whether the token stands within a quotation that opened in its sentence.
[[nodiscard]] bool quoted(const Tree& tree, TokenIndex token);

// Words of which one string is made, for headings: lower case, letters only, single spaces, one space at
// both ends, so that " word " finds whole words.
[[nodiscard]] std::string plain_words(std::string_view text);

}  // namespace hearsay::advice
