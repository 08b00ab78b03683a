#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/scroll.hpp"
#include "ui/view_model.hpp"

namespace hearsay::ui {

struct TextLine {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without the space at which it was broken
};

// How a block is set.
struct BlockLook {
  Type type;
  float leading = 0;
  float above = 0;  // space before the block
  float indent = 0;
  bool keeps_lines = false;  // line ends of the text are kept (tables, code)
  bool quiet = false;
  bool ruled = false;  // a line at the left (quotations)
};

// The document broken into lines for a width. Blocks are laid out when they are first asked for and by and by
// in advance(), so that a text of megabytes is readable at once.
class TextLayout {
 public:
  static constexpr std::size_t kMostCharacters = 72;  // of a line

  // `view` must stay in place and unchanged until the next reset().
  void reset(const ViewModel& view, float width);
  // Lays out more blocks, about `bytes` of text. Returns how much all blocks above `y` have grown.
  double advance(std::size_t bytes, double y);
  [[nodiscard]] bool complete() const { return next_ >= blocks_.size(); }

  [[nodiscard]] std::size_t block_count() const { return blocks_.size(); }
  [[nodiscard]] const std::vector<TextLine>& lines(std::size_t block);
  [[nodiscard]] BlockLook look(std::size_t block) const;
  [[nodiscard]] const RowHeights& heights() const { return heights_; }
  // The block that holds the byte, or the last one before it.
  [[nodiscard]] std::size_t block_of(std::uint32_t byte) const;
  // The y of the line in which the byte stands, from the top of the text; its height in `leading`.
  [[nodiscard]] double y_of(std::uint32_t byte, float* leading);
  // The width of the column: that of kMostCharacters characters, if there is room.
  static float column(float room);

 private:
  struct Block {
    std::vector<TextLine> lines;
    bool done = false;
  };

  void lay_out(std::size_t block);
  void break_paragraph(std::string_view text, std::uint32_t begin, std::uint32_t end, const BlockLook& look,
                       std::vector<TextLine>& lines) const;

  const ViewModel* view_ = nullptr;
  float width_ = 0;
  std::vector<Block> blocks_;
  RowHeights heights_;
  std::size_t next_ = 0;
};

}  // namespace hearsay::ui
