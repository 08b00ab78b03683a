#include <algorithm>
#include <string>

#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr float kLeading = measure::kPanelLeading;
constexpr float kType = 110;

std::string all_values(const ViewModel& view) {
  std::string text;
  for (const IndicatorRow& row : view.indicators) text += row.type + "\t" + row.value + "\n";
  return text;
}

float paint_row(Ui& ui, const IndicatorRow& row, float x, float y, float width) {
  const Palette& colours = palette();
  const bool beside = !ui.state.narrow;
  const float left = x + 16;
  const float indent = beside ? kType : 0;
  const float column = std::min(width - 32 - indent, 720.0F);
  float at = y + 9;
  ui.canvas.text(left, baseline_in(at, kLeading, 13), sans(measure::kSecondary), colours.quiet, row.type);
  if (!beside) at += 18;
  Flow value(column, kLeading);
  value.add(row.value, sans(), colours.ink);
  value.paint(ui.canvas, left + indent, at);
  at += value.height();
  std::string quiet = row.context;
  const auto add = [&](std::string_view words) { quiet.append(quiet.empty() ? "" : " · ").append(words); };
  if (row.places.size() > 1) add(std::to_string(row.places.size()) + " places");
  if (row.defanged) add("written defanged");
  if (!quiet.empty()) {
    Flow more(column, 18);
    more.add(quiet, sans(measure::kSecondary), colours.quiet);
    more.paint(ui.canvas, left + indent, at);
    at += more.height();
  }
  return at - y + 9;
}

}  // namespace

void paint_indicators(Ui& ui, Rect area) {
  const auto& rows = ui.view.indicators;
  if (rows.empty()) {
    if (ui.view.phase == Phase::ready) {
      paint_nothing(ui, area, "No indicators: no CVE, address, hash, version or path stands in the text.");
    }
    return;
  }
  const float bar = ui.state.narrow ? 60 : 48;
  const float height = ui.state.narrow ? measure::kTouch : 28;
  const Rect copy{area.x + 16, area.y + (bar - height) / 2, button_width("Copy all", {}), height};
  if (button(ui, copy, "Copy all")) {
    ui.effects.push_back({.kind = Effect::Kind::copy_text, .text = all_values(ui.view)});
  }
  ui.canvas.text(copy.right() + 12, baseline_in(copy.y, height, 13), sans(measure::kSecondary),
                 palette().quiet, "with defanged addresses put back");
  area.y += bar;
  area.height -= bar;
  ui.canvas.line(area.x + 16, area.y - 1, area.right() - 16, area.y - 1, palette().line);
  paint_rows(ui, area, Panel::indicators,
             {.count = rows.size(),
              .estimate = 40,
              .selected =
                  [&](std::size_t i) {
                    return ui.view.selected.kind == Target::Kind::indicator &&
                           ui.view.selected.index == rows[i].indicator;
                  },
              .target = [&](std::size_t i) { return rows[i].go; },
              .paint = [&](std::size_t i, float x, float y, float width,
                           bool) { return paint_row(ui, rows[i], x, y, width); }});
}

}  // namespace hearsay::ui
