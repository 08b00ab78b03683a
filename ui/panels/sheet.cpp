#include <algorithm>

#include "ui/panels/panels.hpp"

namespace hearsay::ui {

void paint_sheet(Ui& ui, Rect area) {
  const Palette& colours = palette();
  const auto& rows = ui.view.ledger;
  if (ui.view.selected.kind != Target::Kind::claim || ui.view.selected.index >= rows.size()) return;
  const std::uint32_t index = ui.view.selected.index;
  ui.canvas.fill(area, colours.panel);
  ui.canvas.line(area.x, area.y, area.right(), area.y, colours.line);

  const float side = measure::kTouch;
  const auto step = [&](Rect rect, std::uint32_t claim, bool forward) {
    const Hit hit = ui.canvas.hit_hand(rect);
    const Colour ink = hit.hovered ? colours.ink : colours.quiet;
    const float x = rect.x + rect.width / 2;
    const float y = rect.y + rect.height / 2;
    const float tip = forward ? 3.0F : -3.0F;
    ui.canvas.list()->AddLine({x - tip, y - 6}, {x + tip, y}, ink, 1.8F);
    ui.canvas.list()->AddLine({x + tip, y}, {x - tip, y + 6}, ink, 1.8F);
    if (hit.clicked) ui.select(rows[claim].go);
  };
  const auto count = static_cast<std::uint32_t>(rows.size());
  const Rect back{area.x + 4, area.y + 1, side, side};
  step(back, (index + count - 1) % count, false);
  const std::string place = "Claim " + std::to_string(index + 1) + " of " + std::to_string(count);
  const float end =
      ui.canvas.text(back.right() + 4, baseline_in(back.y, side, 13), sans(13), colours.quiet, place);
  step({end + 4, back.y, side, side}, (index + 1) % count, true);
  const Rect close{area.right() - side - 4, back.y, side, side};
  const Hit shut = ui.canvas.hit_hand(close);
  ui.canvas.cross(close.x + side / 2, close.y + side / 2, 11, shut.hovered ? colours.ink : colours.quiet);
  if (shut.clicked) ui.emit(Event::Kind::clear_selection);

  const Rect body{area.x, area.y + side + 1, area.width, area.height - side - 1};
  ui.canvas.line(area.x + 16, body.y, area.right() - 16, body.y, colours.line);
  ui.state.sheet_scroll.update(ui.canvas, body, ui.state.sheet_height, ui.state.seconds, ui.state.still);
  ui.canvas.push_clip(body);
  const float y = body.y - static_cast<float>(ui.state.sheet_scroll.offset());
  ui.state.sheet_height = paint_ledger_row(ui, rows[index], body.x, y, body.width, true) + 8;
  ui.canvas.pop_clip();
  ui.state.sheet_scroll.paint_bar(ui.canvas, body, ui.state.sheet_height);
}

}  // namespace hearsay::ui
