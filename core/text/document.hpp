#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace hearsay {

// What a stretch of lines is in the layout of the text.
enum class BlockKind : std::uint8_t {
  title,    // the document's headline
  heading,  // any other heading, and a subhead under the title
  paragraph,
  list_item,
  table_row,  // cells separated by tabs or '|'
  quote,      // a block quotation
  code,       // logs, commands, signatures: not prose, not parsed
  byline,     // "By A. Author", "Published 3 May 2019", a dateline on a line of its own
};

// A block: consecutive lines that belong together. Blocks are in text order, do not overlap, hold no white
// space at their ends and never split a sentence.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  // of a heading (1..6) or a list item (depth from 1)
};

// How the bytes that came in were read.
enum class InputFormat : std::uint8_t { plain, markdown, html, csaf };

// Dates and marks that the input's own structure states (HTML <meta>, <time>; CSAF fields). A span is set
// where the text that was made of the input shows the words; the value is the field's.
struct Metadata {
  struct Field {
    std::string value;  // empty: not stated
    Span span;          // empty: stated by the structure, not shown in the text
  };
  Field published;  // ISO 8601 date or date and time
  Field revised;
  Field tlp;     // CLEAR (WHITE), GREEN, AMBER, AMBER+STRICT, RED
  Field issuer;  // CSAF publisher, HTML site name
};

// The text under analysis: valid UTF-8, immutable, divided into blocks. Owns its bytes; every string_view
// of it is valid for the Document's lifetime (moving a Document may invalidate them: the analyzer keeps it
// in place).
class Document {
 public:
  static constexpr std::size_t kMaxBytes = 64u << 20;  // spans are 32 bit, and memory in a tab is not endless

  Document(std::string text, std::vector<Block> blocks, InputFormat format, bool derived, Metadata metadata);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(Span span) const { return span.in(text_); }
  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  [[nodiscard]] InputFormat format() const { return format_; }
  [[nodiscard]] const Metadata& metadata() const { return metadata_; }
  // True where text() is not the input itself but was made of it (markup read, encoding converted, bytes
  // repaired): the JSON then carries the text.
  [[nodiscard]] bool derived() const { return derived_; }

  // Byte offset -> number of code points before it. O(1): an index every 64 bytes.
  [[nodiscard]] std::uint32_t code_points_before(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t length() const {
    return code_points_before(static_cast<std::uint32_t>(text_.size()));
  }

 private:
  std::string text_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> code_point_index_;
  Metadata metadata_;
  InputFormat format_;
  bool derived_;
};

}  // namespace hearsay
