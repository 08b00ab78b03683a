#include "ui/state.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace hearsay::ui {

void Ui::select(const Target& target) {
  using Kind = Target::Kind;
  Event event{.kind = Event::Kind::select_span, .index = target.index, .span = target.span};
  switch (target.kind) {
    case Kind::none:
      return;
    case Kind::claim:
      event.kind = Event::Kind::select_claim;
      break;
    case Kind::actor:
      event.kind = Event::Kind::select_actor;
      break;
    case Kind::advice:
      event.kind = Event::Kind::select_advice;
      break;
    case Kind::time:
      event.kind = Event::Kind::select_time;
      break;
    case Kind::indicator:
      event.kind = Event::Kind::select_indicator;
      break;
    case Kind::note:
      event.kind = Event::Kind::select_note;
      break;
    case Kind::span:
      break;
  }
  events.push_back(std::move(event));
}

float button_width(std::string_view label, const ButtonLook& look) {
  return width_of(sans(), label) + 20 + (look.menu ? 14 : 0);
}

bool button(Ui& ui, Rect area, std::string_view label, const ButtonLook& look) {
  const Palette& colours = palette();
  const Hit hit = ui.canvas.hit_hand(area);
  Colour ground = look.on ? colours.focus_tint : hit.hovered ? colours.hover : colours.panel;
  Colour ink = look.on ? colours.focus : colours.ink;
  if (look.filled) {
    ground = hit.hovered ? mixed(colours.focus, colours.ink, 0.15F) : colours.focus;
    ink = colours.panel;
  }
  ui.canvas.fill(area, ground, measure::kRadius);
  if (!look.filled) ui.canvas.outline(area, look.on ? colours.focus : colours.line);
  const Type type = look.filled ? strong() : sans();
  const float width = width_of(type, label) + (look.menu ? 14 : 0);
  const float x = std::floor(area.x + (area.width - width) / 2);
  const float end = ui.canvas.text(x, baseline_in(area.y, area.height, type.size), type, ink, label);
  if (look.menu) ui.canvas.chevron_down(end + 10, area.y + area.height / 2, 8, colours.quiet);
  return hit.clicked;
}

bool text_field(Ui& ui, Rect area, const char* id, const char* hint, char* buffer, std::size_t size,
                bool take_focus) {
  const Palette& colours = palette();
  const ImGuiID field = ImGui::GetID(id);
  const bool active = ImGui::GetActiveID() == field;
  ui.canvas.fill(area, colours.panel, measure::kRadius);
  ui.canvas.outline(area, active ? colours.focus : colours.line, active ? 2.0F : 1.0F);
  // ImGui would set the letters low, because its sizes are the em square's here: so only they are its own.
  const float height = measure::kBody + 2 * ImGui::GetStyle().FramePadding.y;
  ImGui::SetCursorScreenPos({area.x, area.y + std::floor((area.height - height) / 2) - 2});
  ImGui::SetNextItemWidth(area.width);
  if (take_focus) ImGui::SetKeyboardFocusHere();
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
  ImGui::PushStyleColor(ImGuiCol_FrameBgHovered, 0);
  ImGui::PushStyleColor(ImGuiCol_FrameBgActive, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  const bool entered = ImGui::InputTextWithHint(
      id, hint, buffer, size, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(3);
  return entered;
}

void paint_list(Ui& ui, Rect area, ListState& list, std::uint64_t key, std::size_t rows, float estimate,
                const PaintRow& paint_row) {
  if (list.key != key || list.heights.size() != rows) {
    list.key = key;
    list.heights.reset(rows, estimate);
  }
  const auto content = [&] { return list.heights.total() + 24; };
  if (list.reveal && *list.reveal < rows) {
    const double top = list.heights.top(*list.reveal);
    const double bottom = top + list.heights.height(*list.reveal);
    const double offset = list.scroll.offset();
    if (top < offset + 8 || bottom > offset + area.height - 8) {
      const double far = std::abs(top - offset);
      const double goal = std::max(0.0, top - area.height * 0.25);
      if (far > 3.0 * area.height || ui.state.still) {
        list.scroll.jump(goal);
      } else {
        list.scroll.glide(goal);
      }
    }
    list.reveal.reset();
  }
  list.scroll.update(ui.canvas, area, content(), ui.state.seconds, ui.state.still);
  ui.canvas.push_clip(area);
  const double offset = list.scroll.offset();
  std::size_t row = list.heights.row_at(offset);
  double y = rows > 0 ? list.heights.top(row) - offset : 0;
  bool grown = false;
  while (row < rows && y < area.height) {
    const float height =
        paint_row(row, area.x, std::floor(area.y + static_cast<float>(y) + 0.5F), area.width);
    grown = grown || height != list.heights.height(row);
    list.heights.set(row, height);
    y += height;
    ++row;
  }
  ui.canvas.pop_clip();
  list.scroll.paint_bar(ui.canvas, area, content());
  if (list.scroll.moving() || grown) ui.state.wanted = std::max(ui.state.wanted, 1);
}

void paint_rows(Ui& ui, Rect area, Panel panel, const SelectableRows& rows) {
  ListState& list = ui.state.lists[static_cast<std::size_t>(panel)];
  const std::uint64_t key =
      (static_cast<std::uint64_t>(ui.view.revision) << 32) | static_cast<std::uint32_t>(area.width);
  const auto paint = [&](std::size_t row, float x, float y, float width) {
    const bool selected = rows.selected(row);
    // Painted from the height that the list remembers: the details are measured while they are painted.
    const bool clicked = row_ground(ui, {x, y, width, list.heights.height(row)}, selected);
    if (row > 0) ui.canvas.line(x + 16, y, x + width - 16, y, palette().line);
    const std::size_t before = ui.events.size();
    const float height = rows.paint(row, x, y, width, selected);
    if (clicked && ui.events.size() == before) {
      if (selected) {
        ui.emit(Event::Kind::clear_selection);
      } else {
        ui.select(rows.target(row));
      }
    }
    return height;
  };
  paint_list(ui, area, list, key, rows.count, rows.estimate, paint);
}

bool row_ground(Ui& ui, Rect area, bool selected) {
  const Palette& colours = palette();
  const Hit hit = ui.canvas.hit_hand(area);
  if (selected) {
    ui.canvas.fill(area, colours.focus_tint);
    ui.canvas.fill({area.x, area.y, 3, area.height}, colours.focus);
  } else if (hit.hovered) {
    ui.canvas.fill(area, colours.hover);
  }
  return hit.clicked;
}

float paint_fact(Ui& ui, float x, float y, float width, const Fact& fact, const FactLook& look) {
  const Palette& colours = palette();
  constexpr float kLeading = 20;
  ui.canvas.text(x, baseline_in(y, kLeading, look.size), sans(look.size), colours.quiet, fact.label);
  Flow flow(std::max(width - look.label_width, 60.0F), kLeading);
  flow.add(fact.runs, look.size, colours.ink);
  const Flow::Result result = flow.paint(ui.canvas, x + look.label_width, y);
  if (result.clicked != nullptr) ui.select(*result.clicked);
  return std::max(flow.height(), kLeading);
}

float paint_heading(Ui& ui, float x, float y, std::string_view words) {
  std::string upper(words);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const Type type = strong(measure::kSmall);
  ui.canvas.text(x, baseline_in(y, 20, type.size), type, palette().quiet, upper);
  return 20;
}

void paint_nothing(Ui& ui, Rect area, std::string_view words) {
  Flow flow(std::min(area.width - 32, 520.0F), 20);
  flow.add(words, sans(), palette().quiet);
  flow.paint(ui.canvas, area.x + 16, area.y + 20);
}

}  // namespace hearsay::ui
