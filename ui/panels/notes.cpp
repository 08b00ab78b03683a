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

float paint_considered(Ui& ui, const ConsideredRow& row, float x, float y, float width) {
  const Palette& colours = palette();
  const std::string why = row.as + ": " + row.why;
  Flow flow(std::min(width - 32, 760.0F), kLeading);
  flow.add(row.words, sans(), colours.ink);
  flow.add("  ", sans(), colours.quiet);
  flow.add(why, sans(measure::kSecondary), colours.quiet);
  flow.paint(ui.canvas, x + 16, y + 9);
  return flow.height() + 18;
}

}  // namespace

void paint_notes(Ui& ui, Rect area) {
  const auto& origins = ui.view.origins;
  const auto& notes = ui.view.notes;
  const auto& considered = ui.view.considered;
  const std::size_t first_note = origins.size();
  const std::size_t first_considered = first_note + notes.size();
  const std::size_t count = first_considered + considered.size();
  if (count == 0) {
    if (ui.view.phase == Phase::ready)
      paint_nothing(ui, area, "Nothing to note: no source is cited, and nothing was left in doubt.");
    return;
  }
  const auto target = [&](std::size_t i) -> const Target& {
    if (i < first_note) return origins[i].go;
    return i < first_considered ? notes[i - first_note].go : considered[i - first_considered].go;
  };
  // The first row of each part carries its heading.
  const auto heading = [&](std::size_t i) -> std::string_view {
    if (i == first_considered && !considered.empty()) return "Considered and left out";
    if (i == first_note && !notes.empty()) return "Of the analysis itself";
    return i == 0 ? "Where the text has it from" : "";
  };
  paint_rows(ui, area, Panel::notes,
             {.count = count,
              .estimate = 60,
              .selected = [&](std::size_t i) { return ui.view.selected && ui.view.selected == target(i); },
              .target = target,
              .paint =
                  [&](std::size_t i, float x, float y, float width, bool) {
                    const std::string_view title = heading(i);
                    const float above = title.empty() ? 0 : 12 + paint_heading(ui, x + 16, y + 12, title);
                    if (i < first_note) return above + paint_origin(ui, origins[i], x, y + above, width);
                    if (i < first_considered)
                      return above + paint_note(ui, notes[i - first_note], x, y + above, width);
                    return above +
                           paint_considered(ui, considered[i - first_considered], x, y + above, width);
                  }});
}

}  // namespace hearsay::ui
