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
      "The text stays on this device: this page sends nothing and asks nobody. "
      "Every line it shows points at the words it was read from.",
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

  const float open_width = button_width("Open a file", {});
  const float sample_width = button_width("Try a sample", {});
  const float gap = 12;
  Rect open{x, y, open_width + 8, button_height};
  Rect sample{open.right() + gap, y, sample_width + 8, button_height};
  if (narrow) {
    open.width = std::floor((width - gap) / 2);
    sample = {open.right() + gap, y, open.width, button_height};
  }
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
