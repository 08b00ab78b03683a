#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "ui/app.hpp"

// The browser's side of the program, in pieces that main.cpp puts together. Everything crosses the border to
// JavaScript as numbers, or as pointer and length of UTF-8.
namespace hearsay::web {

// "text_given" -> Event::Kind::text_given.
[[nodiscard]] std::optional<ui::Event::Kind> event_named(std::string_view name);
// The effects as a JSON array of objects, for web/bridge.js.
[[nodiscard]] std::string to_json(const std::vector<ui::Effect>& effects);

// KeyboardEvent.code ("ArrowLeft"), or "KeyA" and "Digit1" by the character that the key types.
[[nodiscard]] ImGuiKey key_named(std::string_view code);

// The window: a WebGL context by GLFW on the page's canvas, or nothing at all (then frames are built and not
// drawn, so that the program and its mirror work without WebGL).
//
// Of GLFW, as Emscripten 3.1.6 emulates it, only the window and its context are used: it knows no device
// pixel ratio, no clipboard, no input method and no touch keyboard, and takes keys from the page's other
// elements. web/input.js gives ImGui its input instead.
bool open_window(bool webgl);
void begin_frame();
void draw_frame();
// The browser takes the context away, and gives it back; between the two no frame may be drawn.
void lose_window();
void restore_window();
[[nodiscard]] bool can_draw();

}  // namespace hearsay::web
