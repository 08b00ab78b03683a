#include <algorithm>
#include <cmath>

#include "ui/panels/panels.hpp"

// The page before there is a text. The field itself is the host's <textarea>; this says where it lies.
namespace hearsay::ui {

void paint_entry(Ui& ui, Rect area) {
  const Palette& colours = palette();
  ui.canvas.fill(area, colours.paper);
  const bool narrow = ui.state.narrow;
  const float width = std::min(area.width - 32, 760.0F);
  const float x = std::floor(area.x + (area.width - width) / 2);
  float y = std::floor(area.y + std::clamp(area.height * 0.07F, 16.0F, 64.0F));

  Flow line(width, narrow ? 26 : 30);
  line.add("See who claims what, about whom, and on what evidence.", strong(narrow ? 18.0F : 21.0F),
           colours.ink);
  line.paint(ui.canvas, x, y);
  y += line.height() + 16;

  const float button_height = narrow ? measure::kTouch : 36;
  Flow privacy(width, 20);
  privacy.add(
      "The text stays on this device: this page sends nothing anywhere. "
      "Every line points at the words it came from.",
      sans(measure::kSecondary), colours.quiet);
  const float below = 16 + button_height + 16 + privacy.height() + 24;
  const float room = area.bottom() - y - below;
  const float height = std::clamp(room, 140.0F, 460.0F);

  Effect editor{.kind = Effect::Kind::show_editor};
  editor.x = x;
  editor.y = y;
  editor.width = width;
  editor.height = height;
  ui.effects.push_back(std::move(editor));  // the app passes it on when it has changed
  y += height + 16;

  // The first button of the row is the host's own, beside its field: web/page.css gives it these measures.
  constexpr float kGap = 12;
  float read = 88;
  float open_width = button_width("Open a file", {}) + 8;
  float sample_width = button_width("Try a sample", {}) + 8;
  if (narrow) read = open_width = sample_width = std::floor((width - 2 * kGap) / 3);
  const Rect open{x + read + kGap, y, open_width, button_height};
  const Rect sample{open.right() + kGap, y, sample_width, button_height};
  if (button(ui, open, "Open a file")) ui.effects.push_back({.kind = Effect::Kind::open_file});
  if (button(ui, sample, "Try a sample")) ui.emit(Event::Kind::sample_asked);
  if (!narrow) {
    const float hint = sample.right() + 16;
    ui.canvas.text(hint, baseline_in(y, button_height, measure::kSecondary), sans(measure::kSecondary),
                   colours.quiet, "or drop one here: text, Markdown, HTML, CSAF");
  }
  y += button_height + 16;
  privacy.paint(ui.canvas, x, y);
}

}  // namespace hearsay::ui
