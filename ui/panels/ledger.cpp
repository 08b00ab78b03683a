#include <algorithm>
#include <cmath>

#include "ui/model/words.hpp"
#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr float kLabel = 100;
constexpr float kLeading = measure::kPanelLeading;
constexpr std::uint32_t kClosedLines = 3;

void filter(Ui& ui) {
  LedgerState& ledger = ui.state.ledger;
  ledger.rows.clear();
  for (std::uint32_t i = 0; i < ui.view.ledger.size(); ++i) {
    const LedgerRow& row = ui.view.ledger[i];
    if (ledger.stances != 0 && (ledger.stances >> static_cast<int>(row.stance) & 1u) == 0) continue;
    if (ledger.source && *ledger.source != row.key) continue;
    ledger.rows.push_back(i);
  }
  ledger.filtered_revision = ui.view.revision;
  ++ledger.generation;
}

// A choice that is on or off: glyph, word and count.
bool chip(Ui& ui, Rect area, const StanceFilter& stance, bool on) {
  const Palette& colours = palette();
  const Hit hit = ui.canvas.hit_hand(area);
  const StanceColours& own = colours.of(stance.stance);
  const Colour plain = hit.hovered ? colours.hover : colours.panel;
  ui.canvas.fill(area, on ? own.tint : plain, measure::kRadius);
  ui.canvas.outline(area, on ? own.ink : colours.line);
  const float middle = area.y + area.height / 2;
  ui.canvas.glyph(stance.stance, area.x + 14, middle, 10, own.ink);
  const Type type = sans(measure::kSecondary);
  const float baseline = baseline_in(area.y, area.height, type.size);
  const float end = ui.canvas.text(area.x + 25, baseline, type, colours.ink, stance.word);
  ui.canvas.text(end + 5, baseline, type, colours.quiet, std::to_string(stance.count));
  return hit.clicked;
}

float chip_width(const StanceFilter& stance) {
  const Type type = sans(measure::kSecondary);
  return 25 + width_of(type, stance.word) + 5 + width_of(type, std::to_string(stance.count)) + 10;
}

std::string source_label(const Ui& ui) {
  if (!ui.state.ledger.source) return "All sources";
  for (const SourceFilter& source : ui.view.sources) {
    if (source.key == *ui.state.ledger.source) return source.label;
  }
  return "All sources";
}

// The filters, as the list's first row. Returns the height.
float paint_filters(Ui& ui, float x, float y, float width) {
  LedgerState& ledger = ui.state.ledger;
  const float height = ui.state.narrow ? measure::kTouch : 28;
  const float right = x + width - 16;
  const float left = x + 16;
  float at = left;
  float top = y + 12;
  const auto place = [&](float needed) {
    if (at + needed > right && at > left) {
      at = left;
      top += height + 8;
    }
    const Rect rect{at, top, std::min(needed, right - left), height};
    at += needed + 8;
    return rect;
  };
  bool changed = false;
  for (const StanceFilter& stance : ui.view.stances) {
    const std::uint32_t bit = 1u << static_cast<int>(stance.stance);
    if (chip(ui, place(chip_width(stance)), stance, (ledger.stances & bit) != 0)) {
      ledger.stances ^= bit;
      changed = true;
    }
  }
  const std::string label = source_label(ui);
  const Rect sources = place(std::min(button_width(label, {.menu = true}), 260.0F));
  ui.canvas.push_clip(sources);
  if (button(ui, sources, label, {.menu = true, .on = ledger.source.has_value()}))
    ui.open(Popup::sources, sources);
  ui.canvas.pop_clip();
  if (ledger.stances != 0 || ledger.source) {
    if (button(ui, place(button_width("Show all", {})), "Show all")) {
      ledger.stances = 0;
      ledger.source.reset();
      changed = true;
    }
  }
  if (changed) {
    ledger.filtered_revision = 0;
    ui.state.wanted = std::max(ui.state.wanted, 1);
  }
  return top + height + 12 - y;
}

// "about Kaspersky · “could” · repeated in 2 places": the quiet line of a closed row.
std::string summary(const LedgerRow& row) {
  std::string text;
  const auto add = [&](std::string_view words) {
    if (!text.empty()) text += " · ";
    text += words;
  };
  if (!row.target.empty()) add(std::string("about ").append(row.target));
  for (const Fact& fact : row.facts) {
    if (fact.label == "Certainty" && row.hedged) add(plain_text(fact.runs));
    if (fact.label == "Basis" && plain_text(fact.runs) != "none stated") {
      add(std::string("basis: ").append(plain_text(fact.runs)));
    }
  }
  if (row.supporters > 0) {
    add(row.supporters == 1 ? "another source says so too"
                            : std::to_string(row.supporters) + " other sources say so too");
    add(origins_words(row.origins));
  }
  if (row.is_repeat) add("said before");
  if (row.repeats > 0)
    add(row.repeats == 1 ? "said again once" : "said again " + std::to_string(row.repeats) + " times");
  return text;
}

}  // namespace

float paint_ledger_row(Ui& ui, const LedgerRow& row, float x, float y, float width, bool open) {
  const Palette& colours = palette();
  const bool beside = !ui.state.narrow;
  const float left = x + 16;
  const float indent = beside ? kLabel : 0;
  const float column = std::min(width - 32 - indent, 720.0F);
  const Colour ink = colours.of(row.stance).ink;

  Flow who(column, kLeading);
  who.add(row.source, row.source_named ? strong() : sans(), row.source_named ? colours.ink : colours.quiet);
  if (!row.cue.empty()) {
    who.add("  ", sans(), colours.quiet);
    who.add(row.cue, sans(measure::kSecondary), colours.quiet);
  }
  const std::string quote = row.content.empty() ? std::string() : in_quotes(row.content);
  Flow what(column, kLeading);
  what.add(quote, sans(), colours.ink);
  if (!open) what.limit(kClosedLines);
  const std::string more = open ? std::string() : summary(row);
  Flow quiet(column, 18);
  quiet.add(more, sans(measure::kSecondary), colours.quiet);
  quiet.limit(2);

  const float above = beside ? 0 : 20;
  float height = 12 + above + who.height() + what.height() + quiet.height() + 12;
  // The details are painted at once; their height is known only then, so the ground is painted one frame
  // behind, from the height that the list remembers.
  float at = y + 12;
  ui.canvas.glyph(row.stance, left + 6, at + kLeading / 2, 11, ink);
  float end = ui.canvas.text(left + 19, baseline_in(at, kLeading, 14), strong(), ink, row.stance_word);
  if (row.in_conflict) {
    if (beside) {
      ui.canvas.conflict_glyph(left + 6, at + kLeading * 1.5F, 11, colours.focus);
      ui.canvas.text(left + 19, baseline_in(at + kLeading, kLeading, 13), sans(measure::kSecondary),
                     colours.focus, "conflict");
    } else {
      ui.canvas.conflict_glyph(end + 16, at + kLeading / 2, 11, colours.focus);
      ui.canvas.text(end + 28, baseline_in(at, kLeading, 13), sans(measure::kSecondary), colours.focus,
                     "conflict");
    }
  }
  at += above;
  who.paint(ui.canvas, left + indent, at);
  at += who.height();
  what.paint(ui.canvas, left + indent, at);
  at += what.height();
  quiet.paint(ui.canvas, left + indent, at);
  at += quiet.height();
  if (!open) return height;
  at += 8;
  for (const Fact& fact : row.facts) at += paint_fact(ui, left + indent, at, column, fact, {84}) + 2;
  if (!row.why.empty()) {
    at += paint_fact(ui, left + indent, at, column, {"Why", {{row.why, Run::Style::quiet, {}}}}, {84});
  }
  return at - y + 12;
}

void paint_ledger(Ui& ui, Rect area) {
  if (ui.view.ledger.empty()) {
    if (ui.view.phase == Phase::ready)
      paint_nothing(ui, area, "No claims: nobody is said to say, warn, deny or order anything here.");
    return;
  }
  LedgerState& ledger = ui.state.ledger;
  if (ledger.filtered_revision != ui.view.revision) filter(ui);
  ListState& list = ui.state.lists[static_cast<std::size_t>(Panel::ledger)];
  const bool selected_claim = ui.view.selected.kind == Target::Kind::claim;
  if (list.reveal) {  // a claim index until here: turn it into a row
    const auto found =
        std::find(ledger.rows.begin(), ledger.rows.end(), static_cast<std::uint32_t>(*list.reveal));
    if (found == ledger.rows.end()) {
      list.reveal.reset();
    } else {
      list.reveal = static_cast<std::size_t>(found - ledger.rows.begin()) + 1;
    }
  }
  const std::uint64_t key = (static_cast<std::uint64_t>(ui.view.revision) << 40) ^
                            (static_cast<std::uint64_t>(ledger.generation) << 16) ^
                            static_cast<std::uint32_t>(area.width);
  paint_list(ui, area, list, key, ledger.rows.size() + 1, 90,
             [&](std::size_t index, float x, float y, float width) {
               if (index == 0) return paint_filters(ui, x, y, width);
               const LedgerRow& row = ui.view.ledger[ledger.rows[index - 1]];
               const bool selected = selected_claim && ui.view.selected.index == row.claim;
               const float known = list.heights.height(index);
               const bool clicked = row_ground(ui, {x, y, width, known}, selected);
               ui.canvas.line(x + 16, y, x + width - 16, y, palette().line);
               const std::size_t before = ui.events.size();
               const float height = paint_ledger_row(ui, row, x, y, width, selected);
               if (clicked && ui.events.size() == before) {
                 if (selected) {
                   ui.emit(Event::Kind::clear_selection);
                 } else {
                   ui.select(row.go);
                 }
               }
               return height;
             });
}

}  // namespace hearsay::ui
