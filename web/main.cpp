#include <emscripten/emscripten.h>
#include <imgui_internal.h>

#include <algorithm>

#include "core/assets/assets.hpp"
#include "ui/view_model.hpp"
#include "web/host.hpp"
#include "web/mirror.hpp"

// The functions that web/bridge.js calls. The browser owns the loop: it calls hearsay_frame() only while
// frames are wanted, so that an idle page costs nothing.
//
// Strings come in as pointer and length of UTF-8 in memory from malloc(), which the caller frees. Strings go
// out through `Text`, valid until the next call that returns a Text.
namespace {

using namespace hearsay;

struct Text {
  const char* bytes;
  std::size_t size;
};

struct Host {
  std::unique_ptr<ui::App> app;
  std::string clipboard;  // what the DOM's paste event brought; ImGui reads it on Ctrl+V
  std::vector<ui::Effect> effects;
  std::string out;
  Text text{};
  bool dark = false;
};

Host host;

Text* give(std::string text) {
  host.out = std::move(text);
  host.text = {host.out.data(), host.out.size()};
  return &host.text;
}

void dispatch_flag(ui::Event::Kind kind, bool value) {
  host.app->dispatch({.kind = kind, .index = value ? 1U : 0U});
}

void set_up_io() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "web";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigInputTextCursorBlink = false;  // a blinking cursor would draw frames for ever
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Platform_GetClipboardTextFn = [](ImGuiContext*) -> const char* { return host.clipboard.c_str(); };
  platform.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    host.clipboard = text;
    host.effects.push_back({.kind = ui::Effect::Kind::copy_text, .text = text});
  };
}

}  // namespace

extern "C" {

// Returns 0: a fault of the build (hearsay_message says which), 1: no WebGL, only the mirror, 2: ready to
// draw.
EMSCRIPTEN_KEEPALIVE int hearsay_start(int webgl, int dark, int reduced_motion) {
  auto knowledge = Knowledge::load();
  if (!knowledge) {
    give(knowledge.error().message);
    return 0;
  }
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  set_up_io();
  const bool drawing = web::open_window(webgl != 0);
  host.dark = dark != 0;
  ui::set_up_style(1, host.dark);
  host.app = std::make_unique<ui::App>(std::move(knowledge.value()));
  dispatch_flag(ui::Event::Kind::system_theme, host.dark);
  dispatch_flag(ui::Event::Kind::reduced_motion, reduced_motion != 0);
  return drawing ? 2 : 1;
}

EMSCRIPTEN_KEEPALIVE Text* hearsay_message() {
  return &host.text;
}

EMSCRIPTEN_KEEPALIVE int hearsay_event(const char* kind, std::size_t kind_size, const char* bytes,
                                       std::size_t bytes_size, const char* name, std::size_t name_size,
                                       std::uint32_t index, std::uint32_t begin, std::uint32_t end) {
  const auto known = web::event_named({kind, kind_size});
  if (!known) return 0;
  host.app->dispatch({.kind = *known,
                      .bytes = std::string(bytes, bytes_size),
                      .name = std::string(name, name_size),
                      .index = index,
                      .span = {begin, end}});
  return 1;
}

EMSCRIPTEN_KEEPALIVE void hearsay_pointer(float x, float y, int touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(x, y);
}

EMSCRIPTEN_KEEPALIVE void hearsay_button(int button, int down) {
  ImGui::GetIO().AddMouseButtonEvent(button, down != 0);
}

EMSCRIPTEN_KEEPALIVE void hearsay_wheel(float x, float y) {
  ImGui::GetIO().AddMouseWheelEvent(x, y);
}

EMSCRIPTEN_KEEPALIVE void hearsay_key(const char* code, std::size_t size, int down, int modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, (modifiers & 1) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (modifiers & 2) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (modifiers & 4) != 0);
  io.AddKeyEvent(ImGuiMod_Super, (modifiers & 8) != 0);
  const ImGuiKey key = web::key_named({code, size});
  if (key != ImGuiKey_None) io.AddKeyEvent(key, down != 0);
}

EMSCRIPTEN_KEEPALIVE void hearsay_type(const char* text, std::size_t size) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text, size).c_str());
}

EMSCRIPTEN_KEEPALIVE void hearsay_clipboard(const char* text, std::size_t size) {
  host.clipboard.assign(text, size);
}

EMSCRIPTEN_KEEPALIVE void hearsay_focus(int focused) {
  ImGui::GetIO().AddFocusEvent(focused != 0);
}

// Width and height in CSS pixels, `scale` the device pixel ratio. Returns how many more frames are wanted.
EMSCRIPTEN_KEEPALIVE int hearsay_frame(float width, float height, float scale, float seconds) {
  if (!web::can_draw()) return 0;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {scale, scale};
  io.DeltaTime = std::clamp(seconds, 0.001F, 0.1F);
  web::begin_frame();
  int wanted = host.app->frame(width, height);
  // ImGui spreads a press and a release that came together over two frames.
  if (!ImGui::GetCurrentContext()->InputEventsQueue.empty()) wanted = std::max(wanted, 1);
  web::draw_frame();
  std::vector<ui::Effect> effects = host.app->take_effects();
  std::move(effects.begin(), effects.end(), std::back_inserter(host.effects));
  return wanted;
}

// Bit 0: a field of ImGui has the keyboard; bit 1: the pointer is over something of ImGui's; bits 8 and up:
// the pointer's shape (ImGuiMouseCursor).
EMSCRIPTEN_KEEPALIVE int hearsay_state() {
  const ImGuiIO& io = ImGui::GetIO();
  const int cursor = std::max(0, ImGui::GetMouseCursor());
  return (io.WantTextInput ? 1 : 0) | (io.WantCaptureMouse ? 2 : 0) | (cursor << 8);
}

EMSCRIPTEN_KEEPALIVE Text* hearsay_effects() {
  Text* text = give(host.effects.empty() ? std::string() : web::to_json(host.effects));
  host.effects.clear();
  return text;
}

EMSCRIPTEN_KEEPALIVE Text* hearsay_mirror() {
  return give(web::mirror(host.app->view()));
}

// A file of assets/, for the page's own use (its faces).
EMSCRIPTEN_KEEPALIVE Text* hearsay_asset(const char* path, std::size_t size) {
  const std::string_view bytes = asset({path, size});
  host.text = {bytes.data(), bytes.size()};
  return &host.text;
}

EMSCRIPTEN_KEEPALIVE void hearsay_lose() {
  web::lose_window();
}

EMSCRIPTEN_KEEPALIVE void hearsay_restore() {
  web::restore_window();
}

}  // extern "C"
