#include "ui/scroll.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hearsay::ui {
namespace {

constexpr double kWheelStep = 70;  // pixels; web/input.js divides by the same
constexpr double kSettle = 0.035;  // seconds; about 120 ms until it stands still
constexpr float kBarWidth = 10;
constexpr float kLeastHandle = 28;

struct Handle {
  float y = 0;
  float height = 0;
};

Handle handle_of(Rect area, double content, double offset) {
  const double share = area.height / content;
  const float height = std::max(kLeastHandle, static_cast<float>(area.height * share));
  const double range = content - area.height;
  const double at = range > 0 ? offset / range : 0;
  return {area.y + static_cast<float>(at * (area.height - height)), height};
}

}  // namespace

void RowHeights::reset(std::size_t count, double estimate) {
  reset(std::vector<float>(count, static_cast<float>(estimate)));
}

void RowHeights::reset(std::vector<float> estimates) {
  heights_ = std::move(estimates);
  tops_.assign(heights_.size() + 1, 0);
  summed_ = 0;
}

void RowHeights::set(std::size_t row, float height) {
  if (heights_[row] == height) return;
  heights_[row] = height;
  summed_ = std::min(summed_, row);
}

void RowHeights::sum() const {
  for (; summed_ < heights_.size(); ++summed_) tops_[summed_ + 1] = tops_[summed_] + heights_[summed_];
}

double RowHeights::top(std::size_t row) const {
  if (tops_.empty()) return 0;
  sum();
  return tops_[row];
}

std::size_t RowHeights::row_at(double y) const {
  if (heights_.empty()) return 0;
  sum();
  const auto found = std::upper_bound(tops_.begin(), tops_.end(), y);
  const auto row = static_cast<std::size_t>(found - tops_.begin());
  return std::clamp<std::size_t>(row, 1, heights_.size()) - 1;
}

void Scroller::update(const Canvas& canvas, Rect area, double content, float seconds, bool still) {
  const double most = std::max(0.0, content - area.height);
  const Pointer& pointer = canvas.pointer();
  if (pointer.wheel != 0 && canvas.hovers(area)) {
    goal_ -= pointer.wheel * kWheelStep;
    if (pointer.touch) {
      goal_ = std::clamp(goal_, 0.0, most);
      offset_ = goal_;
    }
  }
  const Rect bar{area.right() - kBarWidth, area.y, kBarWidth, area.height};
  if (most > 0 && pointer.pressed && !pointer.touch && canvas.hovers(bar)) {
    const Handle handle = handle_of(area, content, offset_);
    dragging_ = true;
    const bool on_handle = pointer.y >= handle.y && pointer.y < handle.y + handle.height;
    grip_ = on_handle ? pointer.y - handle.y : handle.height / 2;
  }
  if (!pointer.down) dragging_ = false;
  if (dragging_) {
    const Handle handle = handle_of(area, content, offset_);
    const double room = area.height - handle.height;
    const double at = room > 0 ? (pointer.y - grip_ - area.y) / room : 0;
    offset_ = goal_ = at * most;
  }
  goal_ = std::clamp(goal_, 0.0, most);
  offset_ = std::clamp(offset_, 0.0, most);
  if (still || std::abs(goal_ - offset_) < 0.5) {
    offset_ = goal_;
  } else {
    offset_ += (goal_ - offset_) * (1 - std::exp(-static_cast<double>(seconds) / kSettle));
  }
}

void Scroller::paint_bar(const Canvas& canvas, Rect area, double content) const {
  if (content <= area.height + 0.5) return;
  const Handle handle = handle_of(area, content, offset_);
  const bool near = dragging_ || canvas.hovers({area.right() - kBarWidth, area.y, kBarWidth, area.height});
  const float width = near ? 6.0F : 4.0F;
  const Colour colour = mixed(palette().line, palette().quiet, near ? 0.6F : 0.25F);
  canvas.fill({area.right() - width - 2, handle.y + 2, width, handle.height - 4}, colour, width / 2);
}

}  // namespace hearsay::ui
