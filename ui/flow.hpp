#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/view_model.hpp"

namespace hearsay::ui {

// Runs set as a paragraph of a given width. Made, measured and painted within one frame: it keeps views of
// the texts and pointers to the targets it was given.
class Flow {
 public:
  Flow(float width, float leading) : width_(width), leading_(leading) {}

  enum class Decoration : std::uint8_t { none, dotted, underlined };

  // `target` may be null. A break is possible at spaces, and within words wider than the line.
  void add(std::string_view text, Type type, Colour colour, Decoration decoration = Decoration::none,
           const Target* target = nullptr);
  // A std::string that is gone before it is painted.
  template <class Text, class... More>
  requires std::is_same_v<Text, std::string>
  void add(Text&& text, More... more) = delete;
  // Each run by its style, on the face of `type`. `colour` is that of plain runs.
  void add(const Runs& runs, float size, Colour colour);
  // Lines beyond this are cut, with an ellipsis.
  void limit(std::uint32_t lines) { most_lines_ = lines; }

  [[nodiscard]] std::uint32_t lines() const;
  [[nodiscard]] float height() const { return static_cast<float>(lines()) * leading_; }

  struct Result {
    const Target* hovered = nullptr;
    const Target* clicked = nullptr;
  };
  // (x, y) is the top left corner. Runs with a target show a hand and are underlined under the pointer.
  Result paint(Canvas& canvas, float x, float y) const;

 private:
  struct Piece {
    std::string_view text;
    Type type;
    Colour colour;
    Decoration decoration;
    const Target* target;
    std::uint32_t line;
    float x;
    float width;
  };

  static bool alike(const Piece& a, const Piece& b);
  void place(Piece piece);
  void new_line();

  float width_;
  float leading_;
  std::uint32_t most_lines_ = 0xFFFFFFFFu;
  std::vector<Piece> pieces_;
  std::size_t word_ = 0;  // the piece with which the current word begins
  std::uint32_t line_ = 0;
  float x_ = 0;
};

}  // namespace hearsay::ui
