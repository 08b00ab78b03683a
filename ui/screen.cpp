#include "ui/screen.hpp"

#include <algorithm>
#include <cmath>

#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr float kHeader = 48;
constexpr float kNarrowHeader = 60;
constexpr float kTabs = 48;
constexpr float kStatus = 28;

void select_claim(Ui& ui, std::uint32_t claim) {
  Event event{.kind = Event::Kind::select_claim, .index = claim};
  event.name = "keys";
  ui.events.push_back(std::move(event));
}

// The claim after (by = 1) or before (by = -1) the selected one; else the first at or after what is in sight.
void step_claim(Ui& ui, int by) {
  const auto count = static_cast<int>(ui.view.ledger.size());
  if (count == 0) return;
  if (ui.view.selected.kind == Target::Kind::claim) {
    select_claim(ui,
                 static_cast<std::uint32_t>((static_cast<int>(ui.view.selected.index) + by + count) % count));
    return;
  }
  select_claim(ui, by > 0 ? 0 : static_cast<std::uint32_t>(count - 1));
}

void open_find(Ui& ui) {
  ui.state.find.open = true;
  ui.state.find.take_focus = true;
  ui.state.text_tab = true;
  ui.state.wanted = 2;
}

void escape(Ui& ui) {
  State& state = ui.state;
  if (state.popup != Popup::none) {
    state.popup = Popup::none;
  } else if (state.find.open) {
    state.find.open = false;
  } else if (!state.text.selection().empty()) {
    state.text.anchor = state.text.caret = 0;
  } else if (ui.view.selected) {
    ui.emit(Event::Kind::clear_selection);
  } else if (ui.view.message) {
    ui.emit(Event::Kind::message_read);
  } else if (ui.view.phase == Phase::analysing) {
    ui.emit(Event::Kind::cancel_asked);
  }
  state.wanted = 2;
}

void copy_selection(Ui& ui) {
  const Span span = ui.state.text.selection();
  if (span.empty() || span.end > ui.view.text.size()) return;
  ui.effects.push_back({.kind = Effect::Kind::copy_text, .text = std::string(span.in(ui.view.text))});
}

void type(Ui& ui, unsigned int character) {
  if (character == '?') {
    ui.open(Popup::keys, {});
    return;
  }
  if (ui.view.phase != Phase::ready) return;
  if (character == 'n' || character == 'j') step_claim(ui, 1);
  if (character == 'p' || character == 'k') step_claim(ui, -1);
  if (character == '/') open_find(ui);
  if (character >= '1' && character < '1' + kPanelCount) {
    ui.state.text_tab = false;
    ui.emit(Event::Kind::show_panel, character - '1');
  }
}

void scroll_with_keys(Ui& ui, float page) {
  const bool in_panel = ui.state.narrow ? !ui.state.text_tab : ui.state.panel_hovered;
  Scroller& scroll =
      in_panel ? ui.state.lists[static_cast<std::size_t>(ui.view.panel)].scroll : ui.state.text.scroll;
  double by = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) by = 52;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) by = -52;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) by = page;
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) by = -page;
  if (ImGui::IsKeyPressed(ImGuiKey_Space)) by = ImGui::GetIO().KeyShift ? -page : page;
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) by = -1e9;
  if (ImGui::IsKeyPressed(ImGuiKey_End)) by = 1e9;
  if (by == 0) return;
  if (std::abs(by) > 1e8) {
    scroll.jump(scroll.offset() + by);
  } else {
    scroll.glide_by(by);
  }
  ui.state.wanted = std::max(ui.state.wanted, 2);
}

void handle_keys(Ui& ui, float height) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput) {
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) escape(ui);
    return;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) escape(ui);
  if (io.KeyCtrl) {
    if (ImGui::IsKeyPressed(ImGuiKey_C, false)) copy_selection(ui);
    if (ImGui::IsKeyPressed(ImGuiKey_A, false)) {
      ui.state.text.anchor = 0;
      ui.state.text.caret = static_cast<std::uint32_t>(ui.view.text.size());
    }
    return;
  }
  if (ui.state.popup == Popup::keys && !io.InputQueueCharacters.empty()) {
    ui.state.popup = Popup::none;
    return;
  }
  for (const ImWchar character : io.InputQueueCharacters) type(ui, character);
  scroll_with_keys(ui, std::max(height - 200, 80.0F));
}

void paint_panel(Ui& ui, Rect area) {
  ui.canvas.fill(area, palette().panel);
  switch (ui.view.panel) {
    case Panel::brief:
      return paint_brief(ui, area);
    case Panel::ledger:
      return paint_ledger(ui, area);
    case Panel::actors:
      return paint_actors(ui, area);
    case Panel::timeline:
      return paint_timeline(ui, area);
    case Panel::advice:
      return paint_advice(ui, area);
    case Panel::indicators:
      return paint_indicators(ui, area);
    case Panel::notes:
      return paint_notes(ui, area);
  }
}

void paint_columns(Ui& ui, Rect area) {
  const float left = std::floor(std::clamp(area.width * 0.47F, 380.0F, 720.0F));
  const Rect text{area.x, area.y, left, area.height};
  const Rect tabs{text.right() + 1, area.y, area.right() - text.right() - 1, kTabs};
  const Rect panel{tabs.x, tabs.bottom(), tabs.width, area.bottom() - tabs.bottom()};
  ui.state.panel_hovered = ui.canvas.hovers({panel.x, area.y, panel.width, area.height});
  paint_panel(ui, panel);
  paint_tabs(ui, tabs);
  paint_text(ui, text);
  paint_find(ui, text);
  ui.canvas.line(text.right(), area.y, text.right(), area.bottom(), palette().line);
}

void paint_one_column(Ui& ui, Rect area) {
  const Rect tabs{area.x, area.y, area.width, kTabs};
  const Rect body{area.x, tabs.bottom(), area.width, area.bottom() - tabs.bottom()};
  paint_tabs(ui, tabs);
  if (!ui.state.text_tab) return paint_panel(ui, body);
  Rect text = body;
  const bool with_sheet = ui.view.selected.kind == Target::Kind::claim;
  const float wanted = measure::kTouch + 1 + std::max(ui.state.sheet_height, 120.0F);
  const Rect sheet{body.x, 0, body.width, std::floor(std::min(wanted, body.height * 0.46F))};
  if (with_sheet) text.height -= sheet.height;
  paint_text(ui, text);
  paint_find(ui, text);
  if (with_sheet) paint_sheet(ui, {sheet.x, text.bottom(), sheet.width, sheet.height});
}

void close_popup_by_press(Ui& ui) {
  const Pointer& pointer = ui.canvas.pointer();
  State& state = ui.state;
  if (!pointer.pressed || state.popup == Popup::none || state.popup != state.popup_of_last_frame) return;
  const bool inside = state.popup_area.contains(pointer.x, pointer.y);
  if (inside && state.popup != Popup::keys) return;
  state.popup = Popup::none;
  state.wanted = 2;
}

}  // namespace

void paint_screen(Ui& ui, float width, float height) {
  State& state = ui.state;
  state.narrow = width < measure::kNarrow;
  handle_keys(ui, height);
  close_popup_by_press(ui);

  const Rect header{0, 0, width, state.narrow ? kNarrowHeader : kHeader};
  const Rect status{0, height - kStatus, width, kStatus};
  Rect body{0, header.bottom(), width, status.y - header.bottom()};
  const float message = paint_message(ui, body);
  body.y += message;
  body.height -= message;
  if (ui.view.phase == Phase::empty) {
    paint_entry(ui, body);
  } else if (state.narrow) {
    paint_one_column(ui, body);
  } else {
    paint_columns(ui, body);
  }
  paint_header(ui, header);
  paint_status(ui, status);
  paint_popups(ui, {0, 0, width, height});
  if (state.popup != state.popup_of_last_frame) state.wanted = std::max(state.wanted, 2);
  state.popup_of_last_frame = state.popup;
}

}  // namespace hearsay::ui
