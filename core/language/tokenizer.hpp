#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/span.hpp"

// Text to syntactic words, by the conventions of the English Web Treebank: "do|n't", "Kaspersky|'s",
// "15 - year", "$ 60"; identifiers of the trade (CVE ids, versions, paths, URLs also where defanged,
// e-mail addresses, file names) stay whole.
namespace hearsay::language {

class Chunk;

struct RawToken {
  Span span;
  bool joined = false;  // continues the surface token of the word before it
};

// Reads the words of a stretch of text, one chunk (a run without white space) after another. Every byte that
// is not white space is in exactly one word. Time linear in the size of the text.
class Tokenizer {
 public:
  // `text` must outlive the tokeniser.
  Tokenizer(std::string_view text, Span where);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // Appends the words of the next chunk. False where there is none.
  bool read_chunk(std::vector<RawToken>& tokens);
  [[nodiscard]] bool done() const { return at_ >= end_; }

 private:
  std::string_view text_;
  std::uint32_t at_;  // where the next chunk begins
  std::uint32_t end_;
  std::unique_ptr<Chunk> chunk_;
};

}  // namespace hearsay::language
