#include <algorithm>

#include "ui/model/words.hpp"
#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr float kLabel = 120;
constexpr float kLeading = measure::kPanelLeading;

float paint_row(Ui& ui, const AdviceRow& row, float x, float y, float width, bool open) {
  const Palette& colours = palette();
  const bool beside = !ui.state.narrow;
  const float indent = beside ? kLabel : 0;
  const float left = x + 16;
  const float column = std::min(width - 32 - indent, 720.0F);
  const Colour ink = colours.of(row.stance).ink;
  const std::string action = in_quotes(row.action);
  Flow what(column, kLeading);
  what.add(row.audience, strong(), colours.ink);
  if (!row.action.empty()) {
    what.add(": ", sans(), colours.ink);
    what.add(action, sans(), colours.ink);
  }
  float at = y + 12;
  ui.canvas.glyph(row.stance, left + 6, at + kLeading / 2, 11, ink);
  ui.canvas.text(left + 19, baseline_in(at, kLeading, 14), strong(), ink, row.modality_word);
  if (!beside) at += kLeading;
  what.paint(ui.canvas, left + indent, at);
  at += what.height();
  if (open) {
    at += 6;
    for (const Fact& fact : row.facts) at += paint_fact(ui, left + indent, at, column, fact, {84});
    if (!row.why.empty()) {
      at += paint_fact(ui, left + indent, at, column, {"Why", {{row.why, Run::Style::quiet, {}}}}, {84});
    }
    return at - y + 12;
  }
  Flow more(column, 18);
  const std::string issuer = row.issuer.empty() ? "the issuer is not named" : "says " + row.issuer;
  if (!row.deadline.empty()) {
    more.add(row.deadline, strong(measure::kSecondary), colours.of(Stance::warn).ink);
    if (row.deadline_past)
      more.add(", before the text was published", sans(measure::kSecondary), colours.quiet);
    more.add(" · ", sans(measure::kSecondary), colours.quiet);
  }
  more.add(issuer, sans(measure::kSecondary), colours.quiet);
  more.paint(ui.canvas, left + indent, at);
  return at + more.height() - y + 12;
}

}  // namespace

void paint_advice(Ui& ui, Rect area) {
  if (ui.view.advice.empty()) {
    if (ui.view.phase == Phase::ready)
      paint_nothing(ui, area, "No advice: the text tells nobody to act, and nobody that they need not.");
    return;
  }
  const auto& rows = ui.view.advice;
  paint_rows(ui, area, Panel::advice,
             {.count = rows.size(),
              .estimate = 64,
              .selected =
                  [&](std::size_t i) {
                    return ui.view.selected.kind == Target::Kind::advice &&
                           ui.view.selected.index == rows[i].advice;
                  },
              .target = [&](std::size_t i) { return rows[i].go; },
              .paint = [&](std::size_t i, float x, float y, float width,
                           bool open) { return paint_row(ui, rows[i], x, y, width, open); }});
}

}  // namespace hearsay::ui
