#pragma once

#include <cstddef>
#include <vector>

#include "ui/canvas.hpp"

namespace hearsay::ui {

// Rows of different heights, most of them only estimated: what is out of sight is not measured.
class RowHeights {
 public:
  void reset(std::size_t count, double estimate);
  void reset(std::vector<float> estimates);
  [[nodiscard]] std::size_t size() const { return heights_.size(); }
  void set(std::size_t row, float height);
  [[nodiscard]] float height(std::size_t row) const { return heights_[row]; }
  [[nodiscard]] double top(std::size_t row) const;
  [[nodiscard]] double total() const { return top(heights_.size()); }
  // The row at `y`, the last one where y lies beyond all.
  [[nodiscard]] std::size_t row_at(double y) const;

 private:
  void sum() const;

  std::vector<float> heights_;
  mutable std::vector<double> tops_;  // valid up to `summed_`
  mutable std::size_t summed_ = 0;
};

// A scroll position that moves smoothly, answers to wheel and scrollbar, and says when it needs frames.
class Scroller {
 public:
  [[nodiscard]] double offset() const { return offset_; }
  void jump(double offset) { offset_ = goal_ = offset; }
  void glide(double offset) { goal_ = offset; }
  void glide_by(double distance) { goal_ += distance; }
  // Keeps what is on the screen in place when rows above it changed their height.
  void shift(double by) {
    offset_ += by;
    goal_ += by;
  }
  // Takes input for `area` (wheel, bar) and moves. Call once a frame, before painting the content.
  void update(const Canvas& canvas, Rect area, double content, float seconds, bool still);
  // Paints the bar at the right edge; after the content.
  void paint_bar(const Canvas& canvas, Rect area, double content) const;
  [[nodiscard]] bool moving() const { return offset_ != goal_ || dragging_; }

 private:
  double offset_ = 0;
  double goal_ = 0;
  bool dragging_ = false;
  double grip_ = 0;  // where in the handle it was taken
};

}  // namespace hearsay::ui
