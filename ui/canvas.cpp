#include "ui/canvas.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace hearsay::ui {
namespace {

// Decodes one code point; always moves on by at least one byte.
unsigned int next_code_point(const char*& at, const char* end) {
  unsigned int code = static_cast<unsigned char>(*at);
  if (code < 0x80) {
    ++at;
    return code;
  }
  const int size = ImTextCharFromUtf8(&code, at, end);
  at += std::max(size, 1);
  return code;
}

float advance_of(ImFontBaked* baked, unsigned int code) {
  if (code == '\r') return 0;
  if (code == '\n' || code == '\t') code = ' ';
  return baked->GetCharAdvance(static_cast<ImWchar>(code));
}

ImVec2 at(float x, float y) {
  return {x, y};
}

Rect intersection(Rect a, Rect b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

constexpr std::string_view kEllipsis = "…";

}  // namespace

Type sans(float size) {
  return {faces().sans, size};
}
Type strong(float size) {
  return {faces().sans_strong, size};
}
Type serif(float size) {
  return {faces().serif, size};
}

float width_of(Type type, std::string_view text) {
  ImFontBaked* baked = type.font->GetFontBaked(type.size);
  float width = 0;
  const char* end = text.data() + text.size();
  for (const char* c = text.data(); c < end;) width += advance_of(baked, next_code_point(c, end));
  return width;
}

std::size_t fitting(Type type, std::string_view text, float width) {
  ImFontBaked* baked = type.font->GetFontBaked(type.size);
  const char* end = text.data() + text.size();
  for (const char* c = text.data(); c < end;) {
    const char* before = c;
    width -= advance_of(baked, next_code_point(c, end));
    if (width < 0) return static_cast<std::size_t>(before - text.data());
  }
  return text.size();
}

float baseline_in(float top, float height, float size) {
  // Capitals and ascenders of both faces reach about 0.73 em: centred by that, a line looks centred.
  return std::floor(top + (height + size * 0.73F) / 2 + 0.5F);
}

void Canvas::push_clip(Rect area) {
  clips_.push_back(clips_.empty() ? area : intersection(clips_.back(), area));
  const Rect& clip = clips_.back();
  list_->PushClipRect(at(clip.x, clip.y), at(clip.right(), clip.bottom()), false);
}

void Canvas::pop_clip() {
  clips_.pop_back();
  list_->PopClipRect();
}

bool Canvas::hovers(Rect area) const {
  if (!live()) return false;
  if (!clips_.empty() && !clips_.back().contains(pointer_.x, pointer_.y)) return false;
  return area.contains(pointer_.x, pointer_.y);
}

Hit Canvas::hit(Rect area) const {
  const bool hovered = hovers(area);
  return {hovered, hovered && pointer_.released && area.contains(pointer_.press_x, pointer_.press_y)};
}

Hit Canvas::hit_hand(Rect area) const {
  const Hit result = hit(area);
  if (result.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return result;
}

void Canvas::fill(Rect area, Colour colour, float radius) const {
  list_->AddRectFilled(at(area.x, area.y), at(area.right(), area.bottom()), colour, radius);
}

void Canvas::outline(Rect area, Colour colour, float thickness, float radius) const {
  const float half = thickness / 2;
  list_->AddRect(at(area.x + half, area.y + half), at(area.right() - half, area.bottom() - half), colour,
                 radius, 0, thickness);
}

void Canvas::line(float x1, float y1, float x2, float y2, Colour colour, float thickness) const {
  // A rectangle, not a line: upright and level lines stay sharp.
  if (y1 == y2) {
    fill({x1, y1, x2 - x1, thickness}, colour);
  } else if (x1 == x2) {
    fill({x1, y1, thickness, y2 - y1}, colour);
  } else {
    list_->AddLine(at(x1, y1), at(x2, y2), colour, thickness);
  }
}

void Canvas::dotted(float x1, float x2, float y, Colour colour) const {
  for (float x = std::floor(x1); x + 2 <= x2 + 1; x += 4) fill({x, y, 2, 1.5F}, colour);
}

float Canvas::text(float x, float baseline, Type type, Colour colour, std::string_view words) const {
  if (words.empty()) return x;
  ImFontBaked* baked = type.font->GetFontBaked(type.size);
  list_->AddText(type.font, type.size, at(x, baseline - baked->Ascent), colour, words.data(),
                 words.data() + words.size());
  return x + width_of(type, words);
}

void Canvas::text_struck_twice(float x, float baseline, Type type, Colour colour,
                               std::string_view words) const {
  constexpr float kStrike = 0.5F;
  text(x, baseline, type, colour, words);
  // ImGui begins a text at whole pixels, so the second strike is moved after it has been set.
  const int first = list_->VtxBuffer.Size;
  text(x, baseline, type, colour, words);
  for (int i = first; i < list_->VtxBuffer.Size; ++i) list_->VtxBuffer[i].pos.x += kStrike;
}

float Canvas::text_within(float x, float baseline, float width, Type type, Colour colour,
                          std::string_view words) const {
  if (width_of(type, words) <= width) return text(x, baseline, type, colour, words);
  const float room = width - width_of(type, kEllipsis);
  std::string_view part = words.substr(0, fitting(type, words, room));
  while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
  x = text(x, baseline, type, colour, part);
  return text(x, baseline, type, colour, kEllipsis);
}

void Canvas::glyph(Stance stance, float x, float y, float size, Colour colour) const {
  const float r = size / 2;
  const float pen = std::max(1.2F, size / 8);
  switch (stance) {
    case Stance::accuse:
      list_->AddTriangleFilled(at(x, y - r * 0.9F), at(x + r, y + r * 0.8F), at(x - r, y + r * 0.8F), colour);
      break;
    case Stance::deny: {
      const std::array<ImVec2, 4> points = {at(x, y - r), at(x + r, y), at(x, y + r), at(x - r, y)};
      list_->AddPolyline(points.data(), 4, colour, ImDrawFlags_Closed, pen);
      break;
    }
    case Stance::warn:
      list_->AddTriangleFilled(at(x - r * 0.28F, y - r), at(x + r * 0.28F, y - r), at(x, y + r * 0.45F),
                               colour);
      list_->AddRectFilled(at(x - r * 0.26F, y - r), at(x + r * 0.26F, y + r * 0.3F), colour, r * 0.2F);
      list_->AddCircleFilled(at(x, y + r * 0.8F), r * 0.27F, colour, 12);
      break;
    case Stance::advise:
      list_->AddRectFilled(at(x - r, y - pen * 0.6F), at(x + r * 0.3F, y + pen * 0.6F), colour);
      list_->AddTriangleFilled(at(x + r, y), at(x + r * 0.1F, y + r * 0.7F), at(x + r * 0.1F, y - r * 0.7F),
                               colour);
      break;
    case Stance::exempt:
      list_->AddCircle(at(x, y), r * 0.85F, colour, 24, pen);
      break;
    case Stance::assess:
      list_->AddCircleFilled(at(x, y), r * 0.55F, colour, 20);
      break;
    case Stance::state:
      list_->AddCircle(at(x, y), r * 0.5F, colour, 20, pen);
      break;
    case Stance::question: {
      const Type type = strong(size * 1.25F);
      text(x - width_of(type, "?") / 2, baseline_in(y - r, size, type.size), type, colour, "?");
      break;
    }
    case Stance::act:
      list_->AddRectFilled(at(x - r * 0.75F, y - r * 0.75F), at(x + r * 0.75F, y + r * 0.75F), colour, 1);
      break;
  }
}

void Canvas::conflict_glyph(float x, float y, float size, Colour colour) const {
  const float r = size / 2;
  const float pen = std::max(1.2F, size / 9);
  const auto arrow = [&](float from, float to, float level) {
    const float back = to > from ? -r * 0.65F : r * 0.65F;
    list_->AddRectFilled(at(std::min(from, to + back), level - pen / 2),
                         at(std::max(from, to + back), level + pen / 2), colour);
    // ImGui smooths the edges of clockwise shapes.
    const float side = back < 0 ? r * 0.42F : -r * 0.42F;
    list_->AddTriangleFilled(at(to, level), at(to + back, level + side), at(to + back, level - side), colour);
  };
  arrow(x - r, x + r, y - r * 0.42F);
  arrow(x + r, x - r, y + r * 0.42F);
}

void Canvas::chevron_down(float x, float y, float size, Colour colour) const {
  const float r = size / 2;
  const std::array<ImVec2, 3> points = {at(x - r, y - r / 2), at(x, y + r / 2), at(x + r, y - r / 2)};
  list_->AddPolyline(points.data(), 3, colour, 0, 1.5F);
}

void Canvas::cross(float x, float y, float size, Colour colour) const {
  const float r = size / 2;
  list_->AddLine(at(x - r, y - r), at(x + r, y + r), colour, 1.5F);
  list_->AddLine(at(x - r, y + r), at(x + r, y - r), colour, 1.5F);
}

void Canvas::half_moon(float x, float y, float size, Colour colour) const {
  const float r = size / 2;
  list_->AddCircle(at(x, y), r, colour, 28, 1.4F);
  list_->PathArcTo(at(x, y), r, -1.5708F, 1.5708F, 20);
  list_->PathFillConvex(colour);
}

}  // namespace hearsay::ui
