#include <algorithm>

#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr float kLeading = measure::kPanelLeading;

std::string counts(const ActorRow& row) {
  std::string text = std::to_string(row.mentions) + (row.mentions == 1 ? " mention" : " mentions");
  if (row.claims_made > 0) {
    text += " · makes " + std::to_string(row.claims_made) + (row.claims_made == 1 ? " claim" : " claims");
  }
  if (row.claims_about > 0)
    text += " · " + std::to_string(row.claims_about) + (row.is_person ? " about them" : " about it");
  return text;
}

std::string joined(const std::vector<std::string>& joins) {
  std::string text;
  for (const std::string& join : joins) text += (text.empty() ? "" : ", ") + join;
  return text;
}

float paint_actor(Ui& ui, const ActorRow& row, float x, float y, float width, bool open) {
  const Palette& colours = palette();
  const float left = x + 16;
  const float column = std::min(width - 32, 760.0F);
  Flow head(column, kLeading);
  head.add(row.name, strong(), colours.ink);
  head.add("  ", sans(), colours.quiet);
  head.add(row.kind, sans(measure::kSecondary), colours.quiet);
  if (!row.country.empty()) {
    head.add(" · ", sans(measure::kSecondary), colours.quiet);
    head.add(row.country, sans(measure::kSecondary), colours.quiet);
  }
  if (row.in_inventory) {
    head.add("  ", sans(), colours.quiet);
    head.add("in your inventory", strong(measure::kSecondary), colours.focus);
  }
  Flow aliases(column, kLeading);
  if (!row.aliases.empty()) {
    aliases.add("also ", sans(measure::kSecondary), colours.quiet);
    aliases.add(row.aliases, sans(), colours.ink);
  }
  if (!open) aliases.limit(1);
  float at = y + 10;
  head.paint(ui.canvas, left, at);
  at += head.height();
  aliases.paint(ui.canvas, left, at);
  at += aliases.height();
  const std::string numbers = counts(row);
  ui.canvas.text(left, baseline_in(at, 18, 13), sans(measure::kSecondary), colours.quiet, numbers);
  at += 18;
  if (open) {
    at += 6;
    for (const Fact& fact : row.facts) at += paint_fact(ui, left, at, column, fact);
    const std::string joins = joined(row.joins);
    if (!row.why.empty()) at += paint_fact(ui, left, at, column, {"Why", {{row.why, Run::Style::plain, {}}}});
    if (!joins.empty())
      at += paint_fact(ui, left, at, column, {"Joined by", {{joins, Run::Style::plain, {}}}});
  }
  return at - y + 10;
}

std::string inventory_words(const InventoryView& inventory) {
  if (inventory.entries == 0) {
    return "Give a list of the vendors and products you use (CSV or JSON), and what the text names of it is "
           "marked. The list stays on this device.";
  }
  std::string words = "Your list has " + entries_words(inventory.entries) + "; ";
  if (inventory.named == 0) return words + "the text names none of them.";
  return words +
         (inventory.named == 1 ? "1 is named here." : std::to_string(inventory.named) + " are named here.");
}

// The reader's own list, above the actors. Returns the height.
float paint_inventory(Ui& ui, Rect area) {
  const Palette& colours = palette();
  const bool given = ui.view.inventory.entries > 0;
  const float row = ui.state.narrow ? measure::kTouch : 28;
  const float column = std::min(area.width - 32, 760.0F);
  const std::string said = inventory_words(ui.view.inventory);
  Flow words(column, 18);
  words.add(said, sans(measure::kSecondary), colours.quiet);
  const float height = 12 + row + 8 + words.height() + 12;
  ui.canvas.fill({area.x, area.y, area.width, height}, colours.panel);
  const std::string_view load = given ? "Load another list" : "Load your inventory";
  const Rect first{area.x + 16, area.y + 12, button_width(load, {}), row};
  if (button(ui, first, load)) ui.emit(Event::Kind::inventory_asked);
  const Rect second{first.right() + 8, first.y, button_width("Remove it", {}), row};
  if (given && button(ui, second, "Remove it")) ui.emit(Event::Kind::inventory_dropped);
  words.paint(ui.canvas, area.x + 16, first.bottom() + 8);
  ui.canvas.line(area.x + 16, area.y + height - 1, area.right() - 16, area.y + height - 1, colours.line);
  return height;
}

}  // namespace

void paint_actors(Ui& ui, Rect area) {
  if (ui.view.phase != Phase::ready) return;
  const float above = paint_inventory(ui, area);
  area = {area.x, area.y + above, area.width, std::max(area.height - above, 0.0F)};
  if (ui.view.actors.empty()) {
    paint_nothing(ui, area, "No actors: the text names nobody and nothing that Hearsay could tell apart.");
    return;
  }
  const auto& rows = ui.view.actors;
  paint_rows(ui, area, Panel::actors,
             {.count = rows.size(),
              .estimate = 70,
              .selected =
                  [&](std::size_t i) {
                    return ui.view.selected.kind == Target::Kind::actor &&
                           ui.view.selected.index == rows[i].actor;
                  },
              .target = [&](std::size_t i) { return rows[i].go; },
              .paint = [&](std::size_t i, float x, float y, float width,
                           bool open) { return paint_actor(ui, rows[i], x, y, width, open); }});
}

}  // namespace hearsay::ui
