#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/export/export.hpp"
#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr float kLeading = measure::kPanelLeading;

void frame(Ui& ui, Rect area) {
  const Palette& colours = palette();
  ui.state.popup_area = area;
  // The one shadow there is: popups lie above the page.
  for (int i = 1; i <= 4; ++i) {
    const float d = static_cast<float>(i) * 2;
    ui.canvas.fill({area.x - d, area.y - d + 3, area.width + 2 * d, area.height + 2 * d}, faded(0, 0.025F),
                   measure::kRadius + d);
  }
  ui.canvas.fill(area, colours.panel, measure::kRadius);
  ui.canvas.outline(area, colours.line);
}

Rect beside(Rect anchor, float width, float height, Rect screen) {
  float x = std::min(anchor.x, screen.right() - width - 12);
  float y = anchor.bottom() + 6;
  if (y + height > screen.bottom() - 8) y = std::max(8.0F, anchor.y - height - 6);
  return {std::max(x, 12.0F), y, width, height};
}

// An entry of a menu.
bool item(Ui& ui, Rect area, std::string_view label, std::string_view aside, bool chosen = false) {
  const Palette& colours = palette();
  const Hit hit = ui.canvas.hit_hand(area);
  if (hit.hovered || chosen) ui.canvas.fill(area, chosen ? colours.focus_tint : colours.hover, 4);
  const float room = area.width - 24 - (aside.empty() ? 0 : width_of(sans(13), aside) + 12);
  ui.canvas.text_within(area.x + 12, baseline_in(area.y, area.height, 14), room, sans(), colours.ink, label);
  if (!aside.empty()) {
    ui.canvas.text(area.right() - 12 - width_of(sans(13), aside), baseline_in(area.y, area.height, 13),
                   sans(13), colours.quiet, aside);
  }
  return hit.clicked;
}

void paint_exports(Ui& ui, Rect screen) {
  using exporting::Format;
  struct Choice {
    std::string_view label;
    std::string_view aside;
    Format format;
  };
  static constexpr std::array<Choice, 7> kChoices = {
      {{"Copy as Markdown", "for a wiki or a mail", Format::markdown},
       {"Save as JSON", "every span", Format::json},
       {"Save as HTML", "a report to read", Format::html},
       {"Save as CSV", "the ledger", Format::csv},
       {"Save as STIX 2.1", "threat intelligence", Format::stix},
       {"Save as CSAF 2.0", "advisory", Format::csaf},
       {"Save as MISP", "event", Format::misp}}};
  const float row = ui.state.narrow ? measure::kTouch : 34;
  const bool with_page = ui.state.narrow;
  const float height = row * static_cast<float>(kChoices.size() + (with_page ? 1 : 0)) + 12;
  const Rect area = beside(ui.state.popup_anchor, 300, height, screen);
  frame(ui, area);
  float y = area.y + 6;
  for (const Choice& choice : kChoices) {
    if (item(ui, {area.x + 6, y, area.width - 12, row}, choice.label, choice.aside)) {
      ui.emit(Event::Kind::export_asked, static_cast<std::uint32_t>(choice.format));
      ui.state.popup = Popup::none;
    }
    y += row;
  }
  if (with_page &&
      item(ui, {area.x + 6, y, area.width - 12, row}, "Save a copy", "this page, with the text")) {
    ui.emit(Event::Kind::save_page_asked);
    ui.state.popup = Popup::none;
  }
}

void paint_sources(Ui& ui, Rect screen) {
  const auto& sources = ui.view.sources;
  const float row = ui.state.narrow ? measure::kTouch : 32;
  const float most = std::min(screen.height * 0.6F, 420.0F);
  const float height = std::min(row * static_cast<float>(sources.size() + 1) + 12, most);
  const Rect area = beside(ui.state.popup_anchor, 320, height, screen);
  frame(ui, area);
  LedgerState& ledger = ui.state.ledger;
  const auto choose = [&](std::optional<std::string> key) {
    ledger.source = std::move(key);
    ledger.filtered_revision = 0;
    ui.state.popup = Popup::none;
    ui.state.wanted = 2;
  };
  paint_list(ui, area.inset(6, 6), ui.state.source_list, ui.view.revision, sources.size() + 1, row,
             [&](std::size_t i, float x, float y, float width) {
               const Rect place{x, y, width, row};
               if (i == 0) {
                 if (item(ui, place, "All sources", std::to_string(ui.view.ledger.size()), !ledger.source))
                   choose({});
               } else {
                 const SourceFilter& source = sources[i - 1];
                 const bool chosen = ledger.source == source.key;
                 if (item(ui, place, source.label, std::to_string(source.count), chosen)) choose(source.key);
               }
               return row;
             });
}

std::string_view where_from(std::string_view published_from, bool known) {
  if (!known)
    return "The text does not state when it was published, and nothing in it tells. Dates like “this week” "
           "stay as they are.";
  if (published_from == "inferred")
    return "The text does not state when it was published. This is read from its own dates:";
  if (published_from == "given by you") return "You gave this date. Everything that depends on it follows.";
  return "The text states this date:";
}

void paint_date(Ui& ui, Rect screen) {
  const Palette& colours = palette();
  const HeaderView& header = ui.view.header;
  const float width = std::min(380.0F, screen.width - 24);
  const bool known = !header.published_value.empty();
  Flow why(width - 32, kLeading);
  why.add(where_from(header.published_from, known), sans(), colours.ink);
  Runs runs;
  for (std::size_t i = 0; i < header.published_evidence.size() && i < 4; ++i) {
    const Span span = header.published_evidence[i];
    if (i > 0) runs.push_back({" · ", Run::Style::quiet, {}});
    runs.push_back(
        {"“" + folded(span.in(ui.view.text)) + "”", Run::Style::link, {Target::Kind::span, 0, span}});
  }
  Flow evidence(width - 32, kLeading);
  evidence.add(runs, measure::kBody, colours.ink);
  const float row = ui.state.narrow ? measure::kTouch : 32;
  const float error = ui.state.date_error.empty() ? 0 : 24;
  const float height = 16 + why.height() + evidence.height() + 16 + 20 + row + error + 16;
  const Rect area = beside(ui.state.popup_anchor, width, height, screen);
  frame(ui, area);
  float y = area.y + 16;
  why.paint(ui.canvas, area.x + 16, y);
  y += why.height();
  const Flow::Result result = evidence.paint(ui.canvas, area.x + 16, y);
  if (result.clicked != nullptr) ui.select(*result.clicked);
  y += evidence.height() + 16;
  ui.canvas.text(area.x + 16, baseline_in(y, 18, 13), sans(13), colours.quiet, "Correct it (year-month-day)");
  y += 22;
  const bool opened = ui.state.popup_of_last_frame != Popup::date;
  if (opened) {
    ui.state.date = {};
    ui.state.date_error.clear();
  }
  const bool entered = text_field(ui, {area.x + 16, y, 130, row}, "##date", "2024-05-31",
                                  ui.state.date.data(), ui.state.date.size(), opened);
  const Rect use{area.x + 16 + 138, y, button_width("Use it", {.filled = true}), row};
  const bool pressed = button(ui, use, "Use it", {.filled = true});
  if (header.published_from == "given by you") {
    const Rect back{use.right() + 8, y, button_width("Take back", {}), row};
    if (button(ui, back, "Take back")) {
      ui.emit(Event::Kind::published_given);
      ui.state.popup = Popup::none;
    }
  }
  if (error > 0) {
    ui.canvas.text(area.x + 16, baseline_in(y + row + 4, kLeading, 13), sans(13),
                   colours.of(Stance::accuse).ink, ui.state.date_error);
  }
  if (!entered && !pressed) return;
  const std::string given(ui.state.date.data());
  if (given.size() == 10 && days_of(given)) {
    ui.events.push_back({.kind = Event::Kind::published_given, .bytes = given});
    ui.state.popup = Popup::none;
  } else {
    ui.state.date_error = "That is not a date like 2024-05-31.";
    ui.state.wanted = 2;
  }
}

void paint_keys(Ui& ui, Rect screen) {
  const Palette& colours = palette();
  struct Key {
    std::string_view keys;
    std::string_view what;
  };
  static constexpr std::array<Key, 10> kKeys = {
      {{"n  p", "next claim, claim before"},
       {"1 – 7", "brief, ledger, actors, timeline, advice, indicators, notes"},
       {"/", "find in the text"},
       {"Enter", "next match; with Shift the one before"},
       {"Esc", "close, or select nothing"},
       {"Ctrl V", "read what is on the clipboard"},
       {"Ctrl C", "copy the words that are selected"},
       {"Ctrl F", "the page as plain text, for the browser’s own search"},
       {"Space", "a screen down; arrows, Page Up, Home, End as usual"},
       {"?", "these keys"}}};
  ui.canvas.fill(screen, colours.shade);
  const float width = std::min(520.0F, screen.width - 24);
  const float height = 20 + 28 + 28 * static_cast<float>(kKeys.size()) + 16;
  const Rect area{std::floor((screen.width - width) / 2),
                  std::floor(std::max(12.0F, (screen.height - height) / 2)), width, height};
  frame(ui, area);
  float y = area.y + 16;
  ui.canvas.text(area.x + 20, baseline_in(y, 24, 16), strong(16), colours.ink, "Keys");
  y += 34;
  for (const Key& key : kKeys) {
    ui.canvas.text(area.x + 20, baseline_in(y, 28, 14), strong(), colours.ink, key.keys);
    ui.canvas.text_within(area.x + 100, baseline_in(y, 28, 14), width - 120, sans(), colours.quiet, key.what);
    y += 28;
  }
}

}  // namespace

void paint_popups(Ui& ui, Rect screen) {
  if (ui.state.popup == Popup::none) return;
  ui.canvas.set_layer(1);
  switch (ui.state.popup) {
    case Popup::none:
      break;
    case Popup::exports:
      paint_exports(ui, screen);
      break;
    case Popup::sources:
      paint_sources(ui, screen);
      break;
    case Popup::date:
      paint_date(ui, screen);
      break;
    case Popup::keys:
      paint_keys(ui, screen);
      break;
  }
  ui.canvas.set_layer(0);
}

}  // namespace hearsay::ui
