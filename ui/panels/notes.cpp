#include <algorithm>
#include <string>

#include "ui/panels/panels.hpp"

// Where the text has it from, and what a reader should know of the analysis itself.
namespace hearsay::ui {
namespace {

constexpr float kLeading = measure::kPanelLeading;

float paint_runs(Ui& ui, const Runs& runs, float x, float y, float width) {
  Flow flow(width, kLeading);
  flow.add(runs, measure::kSecondary, palette().quiet);
  flow.limit(3);
  const Flow::Result result = flow.paint(ui.canvas, x, y);
  if (result.clicked != nullptr) ui.select(*result.clicked);
  return flow.height();
}

float paint_origin(Ui& ui, const SourceRow& row, float x, float y, float width) {
  const Palette& colours = palette();
  const float column = std::min(width - 32, 760.0F);
  std::string quiet = row.kind;
  if (row.claims > 0) quiet += " · " + std::to_string(row.claims) + (row.claims == 1 ? " claim" : " claims");
  if (!row.independent) quiet += " · goes back to another source named here";
  Flow head(column, kLeading);
  head.add(row.name, strong(), colours.ink);
  head.add("  ", sans(), colours.quiet);
  head.add(quiet, sans(measure::kSecondary), colours.quiet);
  head.paint(ui.canvas, x + 16, y + 9);
  const float below = paint_runs(ui, row.evidence, x + 16, y + 9 + head.height(), column);
  return head.height() + below + 18;
}

float paint_note(Ui& ui, const NoteRow& row, float x, float y, float width) {
  const float column = std::min(width - 32, 760.0F);
  Flow words(column, kLeading);
  words.add(row.message, sans(), palette().ink);
  words.paint(ui.canvas, x + 16, y + 9);
  const float below = paint_runs(ui, row.evidence, x + 16, y + 9 + words.height(), column);
  return words.height() + below + 18;
}

}  // namespace

void paint_notes(Ui& ui, Rect area) {
  const auto& origins = ui.view.origins;
  const auto& notes = ui.view.notes;
  if (origins.empty() && notes.empty()) {
    if (ui.view.phase == Phase::ready)
      paint_nothing(ui, area, "Nothing to note: no source is cited, and nothing was left in doubt.");
    return;
  }
  // The first row of each part carries its heading.
  paint_rows(
      ui, area, Panel::notes,
      {.count = origins.size() + notes.size(),
       .estimate = 60,
       .selected =
           [&](std::size_t i) {
             return i >= origins.size() && ui.view.selected.kind == Target::Kind::note &&
                    ui.view.selected.index == notes[i - origins.size()].note;
           },
       .target =
           [&](std::size_t i) { return i < origins.size() ? origins[i].go : notes[i - origins.size()].go; },
       .paint =
           [&](std::size_t i, float x, float y, float width, bool) {
             const bool is_note = i >= origins.size();
             float above = 0;
             if (i == 0 || i == origins.size()) {
               above = 12 + paint_heading(ui, x + 16, y + 12,
                                          is_note ? "Of the analysis itself" : "Where the text has it from");
             }
             if (is_note) return above + paint_note(ui, notes[i - origins.size()], x, y + above, width);
             return above + paint_origin(ui, origins[i], x, y + above, width);
           }});
}

}  // namespace hearsay::ui
