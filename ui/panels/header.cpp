#include <algorithm>
#include <cmath>

#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

// From the right edge to the left: each button takes its place and gives the next x.
class ButtonRow {
 public:
  ButtonRow(Ui& ui, Rect area, float height) : ui_(ui), area_(area), height_(height), x_(area.right() - 16) {}

  // The rectangle of the button, and whether it was clicked.
  bool add(std::string_view label, const ButtonLook& look, Rect* where = nullptr) {
    const float width = std::max(button_width(label, look), ui_.state.narrow ? height_ : 0.0F);
    const Rect rect = next(width);
    if (where != nullptr) *where = rect;
    return button(ui_, rect, label, look);
  }
  bool add_theme() {
    const Rect rect = next(ui_.state.narrow ? height_ : 34);
    const Palette& colours = palette();
    const Hit hit = ui_.canvas.hit_hand(rect);
    ui_.canvas.fill(rect, hit.hovered ? colours.hover : colours.panel, measure::kRadius);
    ui_.canvas.outline(rect, colours.line);
    ui_.canvas.half_moon(rect.x + rect.width / 2, rect.y + rect.height / 2, 12, colours.ink);
    return hit.clicked;
  }
  [[nodiscard]] float left() const { return x_; }

 private:
  Rect next(float width) {
    x_ -= width;
    const Rect rect{std::floor(x_), std::floor(area_.y + (area_.height - height_) / 2), width, height_};
    x_ -= ui_.state.narrow ? 8 : 12;
    return rect;
  }

  Ui& ui_;
  Rect area_;
  float height_;
  float x_;
};

// "· published 1–3 Dec 2017 inferred": a click shows why, and a field to correct it.
float published_width(const HeaderView& header) {
  float width = width_of(sans(measure::kSecondary), header.published) + 20;
  if (!header.published_from.empty()) width += width_of(sans(measure::kSecondary), header.published_from) + 5;
  if (!header.tlp.empty()) width += width_of(strong(measure::kSmall), header.tlp) + 28;
  return width;
}

void paint_published(Ui& ui, float x, Rect area) {
  const Palette& colours = palette();
  const HeaderView& header = ui.view.header;
  const Type type = sans(measure::kSecondary);
  const float baseline = baseline_in(area.y, area.height, type.size);
  if (!header.tlp.empty()) {
    const Type small = strong(measure::kSmall);
    const Rect badge{x, area.y + area.height / 2 - 11, width_of(small, header.tlp) + 16, 22};
    ui.canvas.outline(badge, colours.quiet, 1, 4);
    ui.canvas.text(badge.x + 8, baseline_in(badge.y, badge.height, small.size), small, colours.ink,
                   header.tlp);
    x = badge.right() + 12;
  }
  if (header.published.empty()) return;
  const float begin = x;
  x = ui.canvas.text(x, baseline, type, colours.quiet, header.published);
  float underline = begin;
  if (!header.published_from.empty()) {
    underline = x + 5;
    x = ui.canvas.text(underline, baseline, type, colours.quiet, header.published_from);
  }
  const Rect words{begin - 4, area.y + 8, x - begin + 8, area.height - 16};
  const Hit hit = ui.canvas.hit_hand(words);
  ui.canvas.line(underline, baseline + 3, x, baseline + 3, hit.hovered ? colours.ink : colours.quiet);
  if (hit.clicked) ui.open(Popup::date, words);
}

std::string tab_count(std::uint32_t count) {
  return count < 10'000 ? std::to_string(count) : std::to_string(count / 1000) + "k";
}

}  // namespace

void paint_header(Ui& ui, Rect area) {
  const Palette& colours = palette();
  ui.canvas.fill(area, colours.panel);
  ui.canvas.line(area.x, area.bottom() - 1, area.right(), area.bottom() - 1, colours.line);
  const bool narrow = ui.state.narrow;
  const bool loaded = ui.view.phase != Phase::empty;

  ButtonRow buttons(ui, {area.x, area.y, area.width, area.height - 1}, narrow ? measure::kTouch : 34);
  if (buttons.add_theme()) ui.emit(Event::Kind::theme_asked);
  if (loaded) {
    Rect where;
    const bool open = ui.state.popup == Popup::exports;
    if (buttons.add("Export", {.menu = true, .on = open}, &where)) ui.open(Popup::exports, where);
    if (!narrow && buttons.add("Save a copy", {})) ui.emit(Event::Kind::save_page_asked);
    if (buttons.add(narrow ? "Open" : "Paste or open", {})) ui.emit(Event::Kind::reset_asked);
  }

  const Type name = strong(16);
  const float baseline = baseline_in(area.y, area.height - 1, 16);
  float x = ui.canvas.text(area.x + 16, baseline, name, colours.ink, "Hearsay");
  if (!loaded || narrow) return;
  x += 20;
  const float room = buttons.left() - 16 - x;
  const float published = ui.view.phase == Phase::ready ? published_width(ui.view.header) : 0;
  const float title = std::min(width_of(sans(), ui.view.header.title), std::max(room - published, 80.0F));
  ui.canvas.text_within(x, baseline_in(area.y, area.height - 1, 14), title, sans(), colours.quiet,
                        ui.view.header.title);
  if (published > 0 && room - title >= published - 24) {
    paint_published(ui, x + title + 20, {area.x, area.y, area.width, area.height - 1});
  }
}

void paint_tabs(Ui& ui, Rect area) {
  const Palette& colours = palette();
  const bool narrow = ui.state.narrow;
  ui.canvas.fill(area, colours.panel);
  ui.canvas.push_clip(area);
  const float gap = narrow ? 20 : 26;
  float x = area.x + 16 + 11 - static_cast<float>(ui.state.tab_scroll.offset());
  const float begin = x;
  Rect chosen_tab = area;
  const auto paint_tab = [&](std::string_view label, std::optional<std::uint32_t> count, bool chosen) {
    const Type type = chosen ? strong() : sans();
    const std::string number = count ? tab_count(*count) : std::string();
    // The regular and the semibold label take the same room, so that nothing moves when a tab is chosen.
    const float label_width = width_of(strong(), label);
    const float width = label_width + (count ? 5 + width_of(sans(measure::kSecondary), number) : 0);
    const Rect rect{x - gap / 2, area.y, width + gap, area.height - 1};
    const Hit hit = ui.canvas.hit_hand(rect);
    const Colour ink = chosen || hit.hovered ? colours.ink : colours.quiet;
    const float baseline = baseline_in(area.y + 4, area.height - 5, 14);
    ui.canvas.text(x, baseline, type, ink, label);
    if (count) {
      ui.canvas.text(x + label_width + 5, baseline, sans(measure::kSecondary), colours.quiet, number);
    }
    if (chosen) ui.canvas.fill({x - 11, area.bottom() - 4, width + 22, 3}, colours.focus);
    if (chosen) chosen_tab = rect;
    x += width + gap;
    return hit.clicked;
  };
  if (narrow && paint_tab("Text", std::nullopt, ui.state.text_tab)) ui.state.text_tab = true;
  for (const TabView& tab : ui.view.tabs) {
    const bool chosen = tab.panel == ui.view.panel && !(narrow && ui.state.text_tab);
    if (!paint_tab(tab.label, tab.count, chosen)) continue;
    ui.state.text_tab = false;
    ui.emit(Event::Kind::show_panel, static_cast<std::uint32_t>(tab.panel));
  }
  ui.canvas.pop_clip();
  ui.canvas.line(area.x, area.bottom() - 1, area.right(), area.bottom() - 1, colours.line);
  if (x - begin + 32 <= area.width) {
    ui.state.tab_scroll.jump(0);
    return;
  }
  // More tabs than fit: wheel or finger moves them sideways, and a fade says that there are more.
  const double most = x - begin + 32 - area.width;
  const Pointer& pointer = ui.canvas.pointer();
  if (ui.canvas.hovers(area) && (pointer.wheel != 0 || pointer.wheel_x != 0)) {
    const double by = pointer.wheel_x != 0 ? pointer.wheel_x : pointer.wheel;
    ui.state.tab_scroll.jump(std::clamp(ui.state.tab_scroll.offset() - by * 70, 0.0, most));
  }
  // A tab that was chosen by key, or from the text, comes into sight once.
  const int chosen = narrow && ui.state.text_tab ? 0 : 1 + static_cast<int>(ui.view.panel);
  if (chosen != ui.state.tab_in_sight) {
    ui.state.tab_in_sight = chosen;
    const double offset = ui.state.tab_scroll.offset();
    const double left = chosen_tab.x - area.x - 8;
    const double right = chosen_tab.right() - area.right() + 40;
    if (left < 0) ui.state.tab_scroll.jump(std::clamp(offset + left, 0.0, most));
    if (right > 0) ui.state.tab_scroll.jump(std::clamp(offset + right, 0.0, most));
    ui.state.wanted = std::max(ui.state.wanted, 1);
  }
  const Colour clear = colours.panel & 0x00FFFFFFu;
  if (ui.state.tab_scroll.offset() < most - 1) {
    ui.canvas.list()->AddRectFilledMultiColor({area.right() - 32, area.y}, {area.right(), area.bottom() - 1},
                                              clear, colours.panel, colours.panel, clear);
  }
}

void paint_status(Ui& ui, Rect area) {
  const Palette& colours = palette();
  ui.canvas.fill(area, colours.panel);
  ui.canvas.line(area.x, area.y, area.right(), area.y, colours.line);
  const Type type = sans(measure::kSecondary);
  const float baseline = baseline_in(area.y + 1, area.height - 1, type.size);
  float x = area.x + 16;
  const bool reading = ui.view.phase == Phase::analysing;
  if (reading) {
    const Rect bar{x, std::floor(area.y + area.height / 2) - 1, 96, 4};
    ui.canvas.fill(bar, colours.line, 2);
    ui.canvas.fill({bar.x, bar.y, std::max(4.0F, bar.width * ui.view.progress), bar.height}, colours.focus,
                   2);
    x = bar.right() + 12;
  }
  const bool room = !ui.state.narrow || reading;
  if (room && !ui.view.status.done.empty()) {
    x = ui.canvas.text(x, baseline, type, colours.quiet, ui.view.status.done) + 18;
  }
  if (reading) {
    const Rect stop{x - 8, area.y, width_of(type, "Stop") + 16, area.height};
    const Hit hit = ui.canvas.hit_hand(stop);
    x = ui.canvas.text(x, baseline, type, hit.hovered ? colours.ink : colours.focus, "Stop") + 18;
    if (hit.clicked) ui.emit(Event::Kind::cancel_asked);
  }
  if (reading && ui.state.narrow) return;
  x = ui.canvas.text(x, baseline, type, colours.of(Stance::advise).ink, ui.view.status.privacy);
  if (ui.view.phase != Phase::ready || ui.state.narrow) return;
  x += 18;
  constexpr std::string_view kKeys = "n p next claim · / find · ? keys";
  const Rect keys{x, area.y, width_of(type, kKeys), area.height};
  if (keys.right() > area.right() - 16) return;
  const Hit hit = ui.canvas.hit_hand(keys);
  ui.canvas.text(x, baseline, type, hit.hovered ? colours.ink : colours.quiet, kKeys);
  if (hit.clicked) ui.open(Popup::keys, keys);
}

float paint_message(Ui& ui, Rect area) {
  if (!ui.view.message) return 0;
  const Palette& colours = palette();
  Flow flow(area.width - 16 - 44 - 16, 20);
  flow.add(ui.view.message->what, strong(), colours.ink);
  if (!ui.view.message->next.empty()) {
    flow.add(" ", sans(), colours.ink);
    flow.add(ui.view.message->next, sans(), colours.ink);
  }
  const float height = std::max(flow.height() + 24, 44.0F);
  const Rect box{area.x, area.y, area.width, height};
  ui.canvas.fill(box, colours.of(Stance::warn).tint);
  ui.canvas.fill({box.x, box.y, 3, box.height}, colours.of(Stance::warn).ink);
  ui.canvas.line(box.x, box.bottom() - 1, box.right(), box.bottom() - 1, colours.line);
  flow.paint(ui.canvas, box.x + 16, box.y + (height - flow.height()) / 2);
  const Rect close{box.right() - 44, box.y, 44, 44};
  const Hit hit = ui.canvas.hit_hand(close);
  ui.canvas.cross(close.x + 22, close.y + 22, 9, hit.hovered ? colours.ink : colours.quiet);
  if (hit.clicked) ui.emit(Event::Kind::message_read);
  return height;
}

}  // namespace hearsay::ui
