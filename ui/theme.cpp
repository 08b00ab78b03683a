#include "ui/theme.hpp"

#include <imgui.h>

#include <string_view>

#include "core/assets/assets.hpp"
#include "ui/app.hpp"

namespace hearsay::ui {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
  return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | (hex >> 16);
}

// In the order of Stance: accuse, deny, warn, advise, exempt, assess, state, question, act.
constexpr Palette kLight = {.paper = rgb(0xFBFAF7),
                            .panel = rgb(0xFFFFFF),
                            .ink = rgb(0x1F1E1C),
                            .quiet = rgb(0x5E5B55),
                            .line = rgb(0xDAD6CE),
                            .focus = rgb(0x0B57A4),
                            .focus_tint = rgb(0xEAF1F8),
                            .hover = rgb(0xF5F3EF),
                            .shade = 0x59000000u,
                            .stance = {{rgb(0xB23A14), rgb(0xF2E3DC)},
                                       {rgb(0x1C64A8), rgb(0xE0E8EE)},
                                       {rgb(0x8A5A00), rgb(0xEDE7D9)},
                                       {rgb(0x1B7345), rgb(0xE0EAE2)},
                                       {rgb(0x3F6A70), rgb(0xE4E9E7)},
                                       {rgb(0x5A5348), rgb(0xE8E6E2)},
                                       {rgb(0x5A5348), rgb(0xE8E6E2)},
                                       {rgb(0x5A5348), rgb(0xE8E6E2)},
                                       {rgb(0x74389A), rgb(0xEBE3EC)}}};

constexpr Palette kDark = {.paper = rgb(0x17191C),
                           .panel = rgb(0x1F2226),
                           .ink = rgb(0xE9E6E0),
                           .quiet = rgb(0xA8A49B),
                           .line = rgb(0x383C42),
                           .focus = rgb(0x8AB9F1),
                           .focus_tint = rgb(0x263342),
                           .hover = rgb(0x272B30),
                           .shade = 0x8C000000u,
                           .stance = {{rgb(0xFF9B78), rgb(0x3C2E2B)},
                                      {rgb(0x86BDF5), rgb(0x29333F)},
                                      {rgb(0xE5B64A), rgb(0x383223)},
                                      {rgb(0x66CF96), rgb(0x243630)},
                                      {rgb(0x9CC0C5), rgb(0x2C3437)},
                                      {rgb(0xBDB5A6), rgb(0x323232)},
                                      {rgb(0xBDB5A6), rgb(0x323232)},
                                      {rgb(0xBDB5A6), rgb(0x323232)},
                                      {rgb(0xCDA3EE), rgb(0x342F3E)}}};

struct Look {
  Faces faces;
  bool dark = false;
};

// Dear ImGui's style and fonts are one for the program, and so is this.
Look& look() {
  static Look the_look;
  return the_look;
}

// A negative size tells ImGui's loader that sizes mean the em square, as in CSS, not ascent to descent.
constexpr float kEmSizes = -16;
// ImGui multiplies this limit by size / kEmSizes: a negative one comes out as "no limit".
constexpr float kNoLimit = -1e6F;

void merge(std::string_view path) {
  const std::string_view bytes = asset(path);
  if (bytes.empty()) return;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = kEmSizes;
  config.GlyphMaxAdvanceX = kNoLimit;
  config.MergeMode = true;
  ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()),
                                             0, &config);
}

ImFont* face(std::string_view path) {
  const std::string_view bytes = asset(path);
  if (bytes.empty()) return nullptr;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = kEmSizes;
  config.GlyphMaxAdvanceX = kNoLimit;
  ImFont* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()),
                                                            static_cast<int>(bytes.size()), 0, &config);
  merge("fonts/arrows.ttf");
  merge("fonts/signs.ttf");
  return font;
}

void load_faces(Faces& faces) {
  faces.sans = face("fonts/sans.ttf");
  faces.sans_strong = face("fonts/sans-strong.ttf");
  faces.serif = face("fonts/serif.ttf");
}

ImVec4 vec(Colour colour) {
  return ImGui::ColorConvertU32ToFloat4(colour);
}

void colour_fields(const Palette& colours) {
  ImGuiStyle& style = ImGui::GetStyle();
  ImVec4* set = style.Colors;
  set[ImGuiCol_Text] = vec(colours.ink);
  set[ImGuiCol_TextDisabled] = vec(colours.quiet);
  set[ImGuiCol_FrameBg] = vec(colours.panel);
  set[ImGuiCol_FrameBgHovered] = vec(colours.panel);
  set[ImGuiCol_FrameBgActive] = vec(colours.panel);
  set[ImGuiCol_Border] = vec(colours.line);
  set[ImGuiCol_TextSelectedBg] = vec(mixed(colours.panel, colours.focus, 0.3F));
  set[ImGuiCol_NavCursor] = vec(colours.focus);
  set[ImGuiCol_InputTextCursor] = vec(colours.ink);
}

}  // namespace

Colour mixed(Colour from, Colour to, float share) {
  Colour result = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float a = static_cast<float>((from >> shift) & 0xFFu);
    const float b = static_cast<float>((to >> shift) & 0xFFu);
    result |= static_cast<Colour>(a + (b - a) * share + 0.5F) << shift;
  }
  return result;
}

Colour faded(Colour colour, float alpha) {
  return (colour & 0x00FFFFFFu) | (static_cast<Colour>(alpha * 255 + 0.5F) << 24);
}

const Palette& palette() {
  return look().dark ? kDark : kLight;
}
const Faces& faces() {
  return look().faces;
}
void set_density(float density) {
  const Faces& all = look().faces;
  for (ImFont* font : {all.sans, all.sans_strong, all.serif}) {
    if (font != nullptr) font->CurrentRasterizerDensity = density;
  }
}
bool is_dark() {
  return look().dark;
}

// The scale needs no work here: ImGui rasterises glyphs at the density of the frame buffer.
void set_up_style(float, bool dark) {
  look().dark = dark;
  if (ImGui::GetIO().Fonts->Fonts.empty()) load_faces(look().faces);
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.FontSizeBase = measure::kBody;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.FrameRounding = measure::kRadius;
  style.FrameBorderSize = 1;
  style.FramePadding = {8, 7};
  style.AntiAliasedLinesUseTex = true;
  colour_fields(palette());
}

}  // namespace hearsay::ui
