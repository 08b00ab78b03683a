#include <algorithm>
#include <cmath>

#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr float kLabel = 108;
constexpr float kLeading = measure::kPanelLeading;

// A run leads to its own words; elsewhere in the line a click leads where the line leads.
void follow(Ui& ui, const BriefLineView& line, const Flow::Result& result, const Hit& whole) {
  if (result.clicked != nullptr) {
    ui.select(*result.clicked);
  } else if (whole.clicked && line.target) {
    ui.select(line.target);
  }
}

float paint_conflict(Ui& ui, const BriefLineView& line, float x, float y, float width) {
  const Palette& colours = palette();
  Flow flow(width - 24, kLeading);
  flow.add(line.runs, measure::kBody, colours.ink);
  Flow aside(width - 24, 18);
  aside.add(line.aside, sans(measure::kSecondary), colours.quiet);
  const float height = 12 + 20 + flow.height() + aside.height() + 10;
  const Rect box{x, y, width, height};
  const Hit hit = ui.canvas.hit(box);
  ui.canvas.fill(box, hit.hovered ? colours.hover : colours.panel, measure::kRadius);
  ui.canvas.outline(box, colours.focus, 2);
  ui.canvas.conflict_glyph(x + 18, y + 20, 11, colours.focus);
  std::string_view title = "These two passages cannot both hold";
  if (!line.label.empty()) title = line.label;
  ui.canvas.text(x + 30, baseline_in(y + 10, 20, 14), strong(), colours.focus, title);
  const Flow::Result result = flow.paint(ui.canvas, x + 12, y + 30);
  aside.paint(ui.canvas, x + 12, y + 30 + flow.height());
  follow(ui, line, result, hit);
  return height + 12;
}

float paint_line(Ui& ui, const BriefLineView& line, float x, float y, float width) {
  if (line.conflict) return paint_conflict(ui, line, x, y, width);
  const Palette& colours = palette();
  const bool labelled = !line.label.empty();
  const bool beside = labelled && !ui.state.narrow;
  const float indent = beside ? kLabel : 0;
  Flow label((beside ? kLabel : width) - 28, kLeading);
  const Colour ink = line.stance ? colours.of(*line.stance).ink : colours.quiet;
  if (labelled) label.add(line.label, strong(), ink);
  Flow flow(width - indent, kLeading);
  flow.add(line.runs, measure::kBody, colours.ink);
  if (!line.aside.empty()) {
    flow.add(" ", sans(measure::kSecondary), colours.quiet);
    flow.add(line.aside, sans(measure::kSecondary), colours.quiet);
  }
  const float above = labelled && !beside ? label.height() : 0;
  const float height = std::max(flow.height() + above, label.height());
  const Hit hit = ui.canvas.hit({x, y, width, height});
  if (hit.hovered && line.target) ui.canvas.fill({x - 8, y - 2, width + 16, height + 4}, colours.hover, 4);
  if (labelled) {
    const float glyph = line.stance ? 19.0F : 0.0F;
    if (line.stance) ui.canvas.glyph(*line.stance, x + 6, y + kLeading / 2 + 0.5F, 11, ink);
    label.paint(ui.canvas, x + glyph, y);
  }
  const Flow::Result result = flow.paint(ui.canvas, x + indent, y + above);
  follow(ui, line, result, hit);
  return height + 10;
}

float paint_section(Ui& ui, const BriefSectionView& section, float x, float y, float width) {
  float at = y + 12;
  at += paint_heading(ui, x, at, section.heading) + 5;
  for (const BriefLineView& line : section.lines) at += paint_line(ui, line, x, at, width);
  return at - y;
}

}  // namespace

void paint_brief(Ui& ui, Rect area) {
  ListState& list = ui.state.lists[static_cast<std::size_t>(Panel::brief)];
  if (ui.view.brief.empty()) {
    if (ui.view.phase == Phase::ready) {
      paint_nothing(ui, area, "Nobody claims, denies or orders anything here that Hearsay could read.");
    }
    return;
  }
  const std::uint64_t key =
      (static_cast<std::uint64_t>(ui.view.revision) << 32) | static_cast<std::uint32_t>(area.width);
  paint_list(ui, area, list, key, ui.view.brief.size(), 120,
             [&](std::size_t row, float x, float y, float width) {
               const float inner = std::min(width - 32, 760.0F);
               return paint_section(ui, ui.view.brief[row], x + 16, y, inner);
             });
}

}  // namespace hearsay::ui
