#pragma once

#include <cstdint>

#include "core/analysis.hpp"

// Colours, faces and measures of the page, in light and dark. The only file that knows a colour.
//
// Faces come from the assets, cut to the scripts wanted (web/cut_fonts.sh): fonts/sans.ttf, sans-strong.ttf
// (Inter), serif.ttf (Noto Serif), arrows.ttf and signs.ttf.
struct ImFont;

namespace hearsay::ui {

using Colour = std::uint32_t;  // as ImU32: 0xAABBGGRR

struct StanceColours {
  Colour ink;
  Colour tint;
};

struct Palette {
  Colour paper, panel;
  Colour ink, quiet, line;
  Colour focus;             // selection, focus, links, conflict
  Colour focus_tint;        // a row that is selected
  Colour hover;             // a row or button under the pointer
  Colour shade;             // behind a sheet or an overlay
  StanceColours stance[9];  // by Stance

  [[nodiscard]] const StanceColours& of(Stance value) const { return stance[static_cast<int>(value)]; }
};

struct Faces {
  ImFont* sans = nullptr;
  ImFont* sans_strong = nullptr;
  ImFont* serif = nullptr;
};

// CSS pixels.
namespace measure {
inline constexpr float kRadius = 6;
inline constexpr float kBody = 14;       // panels
inline constexpr float kSecondary = 13;  // secondary lines
inline constexpr float kSmall = 12;      // section headings
inline constexpr float kText = 16;       // the document
inline constexpr float kTextLeading = 1.6F;
inline constexpr float kPanelLeading = 20;
inline constexpr float kNarrow = 800;  // below: one column
inline constexpr float kTouch = 44;    // least height of a target in one column
}  // namespace measure

// A colour between the two: 0 gives `from`, 1 gives `to`.
[[nodiscard]] Colour mixed(Colour from, Colour to, float share);
[[nodiscard]] Colour faded(Colour colour, float alpha);

// Valid after set_up_style() (ui/app.hpp) and until the next.
[[nodiscard]] const Palette& palette();
[[nodiscard]] const Faces& faces();
// Glyphs are rasterised for this many pixels to a CSS pixel. Call in every frame, before anything is
// measured: ImGui itself tells only the face that it has set as its current one.
void set_density(float density);
[[nodiscard]] bool is_dark();

}  // namespace hearsay::ui
