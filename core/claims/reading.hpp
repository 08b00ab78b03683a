#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"
#include "core/text/document.hpp"

// How the claim rules read trees and quotation marks: questions about a token and its surroundings, and
// stretches of tokens. Nothing here knows what a claim is.
namespace hearsay::claims {

using language::Deprel;
using language::kNoToken;
using language::LanguageLayer;
using language::Token;
using language::TokenIndex;
using language::Upos;
using language::Xpos;
using Extent = LanguageLayer::Extent;
using Runs = std::vector<Extent>;  // in text order, disjoint

// Words in quotation marks, marks included. Unclosed ones end with their block.
struct Quotation {
  Extent tokens;
  bool closed = true;
};

class Reading {
 public:
  Reading(const Document& document, const LanguageLayer& layer);

  const Document& document;
  const LanguageLayer& layer;

  [[nodiscard]] const Token& operator[](TokenIndex token) const { return layer.tokens[token]; }
  [[nodiscard]] std::string_view word(TokenIndex token) const {
    return document.text(layer.tokens[token].span);
  }
  [[nodiscard]] std::string_view lemma(TokenIndex token) const { return layer.lemma(token); }
  // In lower case (ASCII letters).
  [[nodiscard]] const std::string& lower(TokenIndex token) const { return lower_[token]; }
  [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(layer.tokens.size()); }

  [[nodiscard]] bool is_punctuation(TokenIndex token) const;
  [[nodiscard]] bool is_quotation_mark(TokenIndex token) const;
  [[nodiscard]] bool is_verbal(TokenIndex token) const;
  [[nodiscard]] bool is_nominal(TokenIndex token) const;
  [[nodiscard]] bool same_sentence(TokenIndex a, TokenIndex b) const {
    return layer.sentence_of[a] == layer.sentence_of[b];
  }
  [[nodiscard]] const Block& block_of(TokenIndex token) const;

  // The word that marks how `token` hangs on its head: its case or mark child ("of", "against", "that"), or
  // empty. Of "out of", the last word.
  [[nodiscard]] std::string_view marker(TokenIndex token) const;
  [[nodiscard]] TokenIndex marker_token(TokenIndex token) const;

  // What `head` covers, gaps filled, without the subtrees of `left_out`; bounded by the sentence.
  [[nodiscard]] Runs runs(TokenIndex head, const std::vector<TokenIndex>& left_out = {}) const;
  [[nodiscard]] Span span(Extent extent) const { return layer.span(extent); }
  [[nodiscard]] std::vector<Span> spans(const Runs& runs) const;

  // The quotation that covers `token`, or null.
  [[nodiscard]] const Quotation* quotation(TokenIndex token) const;
  [[nodiscard]] const std::vector<Quotation>& quotations() const { return quotations_; }

 private:
  void find_quotations();
  void add_quotation(Span marks, bool closed);

  std::vector<std::string> lower_;
  std::vector<Quotation> quotations_;
  std::vector<std::uint32_t> quotation_of_;  // per token: index + 1 into quotations_, 0: none
};

// Takes `removed` out of `runs`.
[[nodiscard]] Runs without(const Runs& runs, const Runs& removed);
// Takes punctuation that belongs to nothing off the ends of each run, and drops empty runs. Quotation marks
// stay where their quotation lies within the run.
void trim(const Reading& reading, Runs& runs);
[[nodiscard]] bool covers(const Runs& runs, TokenIndex token);
[[nodiscard]] std::uint32_t length(const Runs& runs);
// Sorts runs and joins those that touch.
void tidy(Runs& runs);

}  // namespace hearsay::claims
