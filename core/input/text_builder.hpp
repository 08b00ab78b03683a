#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.hpp"

namespace hearsay::input {

// Makes readable text out of the blocks of a marked-up document: blocks are set apart by an empty line, items
// and rows of one list or table by a line end.
class TextBuilder {
 public:
  // `text` becomes a block; white space at its ends is dropped, and nothing is added for an empty text.
  // Returns the block's span. Line ends within a paragraph (<br>) are judged as in plain text.
  Span add(std::string_view text, BlockKind kind, std::uint8_t level = 0);

  [[nodiscard]] bool empty() const { return blocks_.empty(); }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::vector<Block>& blocks() { return blocks_; }
  [[nodiscard]] Document finish(InputFormat format, Metadata metadata) &&;

 private:
  std::string text_;
  std::vector<Block> blocks_;
};

}  // namespace hearsay::input
