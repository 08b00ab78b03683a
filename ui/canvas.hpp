#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "ui/theme.hpp"

// What panels paint with: text set on baselines, shapes, the glyphs of the stances, and where the pointer is.
// CSS pixels throughout.
namespace hearsay::ui {

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] bool contains(float px, float py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  [[nodiscard]] Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, width - 2 * dx, height - 2 * dy};
  }
};

// A face at a size.
struct Type {
  ImFont* font = nullptr;
  float size = 14;
};

[[nodiscard]] Type sans(float size = measure::kBody);
[[nodiscard]] Type strong(float size = measure::kBody);
[[nodiscard]] Type serif(float size = measure::kText);

// Advance of the text on one line; '\n' and '\t' count as a space, '\r' as nothing.
[[nodiscard]] float width_of(Type type, std::string_view text);
// The number of bytes whose advance stays within `width`; on a code-point boundary.
[[nodiscard]] std::size_t fitting(Type type, std::string_view text, float width);

// The pointer, as one frame sees it.
struct Pointer {
  float x = -1, y = -1;
  bool down = false;      // the button is held
  bool pressed = false;   // went down in this frame
  bool released = false;  // went up in this frame
  bool doubled = false;   // the press was a double click
  bool touch = false;
  float press_x = -1, press_y = -1;  // where it last went down
  float wheel = 0;                   // steps, up positive
  float wheel_x = 0;                 // steps, left positive
};

struct Hit {
  bool hovered = false;
  bool clicked = false;
};

class Canvas {
 public:
  Canvas(ImDrawList* list, Pointer pointer, int active_layer)
      : list_(list), pointer_(pointer), active_layer_(active_layer) {}

  [[nodiscard]] const Pointer& pointer() const { return pointer_; }
  [[nodiscard]] ImDrawList* list() const { return list_; }

  // What is painted from now on lies on this layer; only the active layer answers to the pointer.
  void set_layer(int layer) { layer_ = layer; }
  [[nodiscard]] bool live() const { return layer_ == active_layer_; }

  // Clips painting and pointer to the rectangle, until pop_clip().
  void push_clip(Rect area);
  void pop_clip();
  [[nodiscard]] bool hovers(Rect area) const;
  // A click is a press and a release within the area.
  [[nodiscard]] Hit hit(Rect area) const;
  // hit() that shows a hand.
  Hit hit_hand(Rect area) const;

  void fill(Rect area, Colour colour, float radius = 0) const;
  void outline(Rect area, Colour colour, float thickness = 1, float radius = measure::kRadius) const;
  void line(float x1, float y1, float x2, float y2, Colour colour, float thickness = 1) const;
  void dotted(float x1, float x2, float y, Colour colour) const;

  // `baseline` is where the letters stand. Returns the x after the text.
  float text(float x, float baseline, Type type, Colour colour, std::string_view words) const;
  // Bold, with each letter where text() puts it: a bold face is wider, and words would move when they are
  // marked.
  void text_struck_twice(float x, float baseline, Type type, Colour colour, std::string_view words) const;
  // Cut with an ellipsis where it is wider than `width`.
  float text_within(float x, float baseline, float width, Type type, Colour colour,
                    std::string_view words) const;

  // Vector glyphs about `size` high around a centre: one for each stance, and the arrows both ways.
  void glyph(Stance stance, float x, float y, float size, Colour colour) const;
  void conflict_glyph(float x, float y, float size, Colour colour) const;
  void chevron_down(float x, float y, float size, Colour colour) const;
  void cross(float x, float y, float size, Colour colour) const;
  void half_moon(float x, float y, float size, Colour colour) const;

 private:
  ImDrawList* list_;
  Pointer pointer_;
  int active_layer_;
  int layer_ = 0;
  std::vector<Rect> clips_;
};

// The baseline that centres a line of text in a row that begins at `top`.
[[nodiscard]] float baseline_in(float top, float height, float size);

}  // namespace hearsay::ui
