#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/text/document.hpp"

// A document and its language layer made of trees written by hand, so that the stages after the language
// layer can be tested without a model.
namespace hearsay::test {

struct ParsedText {
  std::unique_ptr<Document> document;
  language::LanguageLayer layer;

  [[nodiscard]] std::string words(Span span) const { return std::string(document->text(span)); }
  [[nodiscard]] std::string words(const std::vector<Span>& spans) const {
    std::string all;
    for (const Span span : spans) all += (all.empty() ? "" : " | ") + words(span);
    return all;
  }
};

// Reads sentences, one word a line: "FORM LEMMA UPOS XPOS HEAD DEPREL", separated by blanks; a form that
// ends with '_' touches the next word. Sentences are separated by an empty line, paragraphs by two; a
// paragraph whose first line is "# title", "# heading" or "# item" is a block of that kind. HEAD counts from
// 1 within the sentence; 0 is the root. Every noun is one for a body of people.
ParsedText parse_trees(std::string_view rows);

}  // namespace hearsay::test
