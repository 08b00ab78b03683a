#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/analyzer.hpp"

// The application: state, events in, effects out, and a frame of Dear ImGui. Knows no browser: whatever needs
// the platform (clipboard, files, the <textarea>, the DOM mirror) is an Effect that the host carries out.
//
//   event -> dispatch() -> state -> view model -> painters (ImGui here; the DOM mirror in web/)
namespace hearsay::ui {

enum class ThemeChoice : std::uint8_t { system, light, dark };

// What the host asks of the app.
struct Event {
  enum class Kind : std::uint8_t {
    text_given,         // a paste or the textarea's content: bytes, name = ""
    file_given,         // opened or dropped: bytes, name
    sample_asked,       // "Try a sample"
    published_given,    // bytes = YYYY-MM-DD, or empty to take it back
    inventory_given,    // bytes, name: the user's vendors and products, added to those given before
    inventory_asked,    // "Load a list": the host's file picker
    inventory_dropped,  // "Remove": no list any more
    select_claim,       // index; span: the words of it to show, or empty
    select_actor,       // index
    select_advice,      // index
    select_time,        // index
    select_span,        // begin, end: show these words
    clear_selection,
    show_panel,        // index = Panel
    edit_text,         // back to the textarea, text kept
    system_theme,      // index = 1: the system asks for dark
    reduced_motion,    // index = 1: the system asks for less motion
    export_asked,      // index = exporting::Format; copies (Markdown) or saves
    save_page_asked,   // "Save a copy" of the page itself
    file_refused,      // the host could not read a file: bytes = message
    select_indicator,  // index
    select_note,       // index
    theme_asked,       // light to dark and back
    message_read,      // the message may go
    cancel_asked,      // stop reading; the text is kept
    reset_asked,       // "Paste or open": an empty entry
  };
  Kind kind;
  std::string bytes{};
  std::string name{};
  std::uint32_t index = 0;
  Span span{};
};

// What the app asks of the host, in order.
struct Effect {
  enum class Kind : std::uint8_t {
    copy_text,       // text -> the clipboard
    save_file,       // text -> a download called name, of type media_type
    open_file,       // show the file picker
    open_inventory,  // show the file picker for a list of vendors and products
    show_editor,     // the <textarea> appears over the rectangle (CSS pixels) with text, and takes focus
    hide_editor,
    save_page,       // the page saves itself
    mirror_changed,  // the DOM mirror must be written anew from view()
    scroll_mirror,   // index: the claim that was selected
    set_title,       // text -> document.title
    theme_changed,   // index = 1: dark; the page around the canvas follows
  };
  Kind kind;
  std::string text{};
  std::string name{};
  std::string media_type{};
  std::uint32_t index = 0;
  float x = 0, y = 0, width = 0, height = 0;
};

struct ViewModel;  // ui/view_model.hpp

class App {
 public:
  explicit App(std::unique_ptr<Knowledge> knowledge);
  ~App();

  // Queues an event; it takes effect at the next frame().
  void dispatch(Event event);
  // Works on a running analysis for about `milliseconds` by the host's clock, handles events, and paints.
  // Call between ImGui::NewFrame() and ImGui::Render(). Returns how many more frames are wanted without
  // input: 0 means that the host may sleep until an event comes.
  int frame(float width, float height);
  [[nodiscard]] std::vector<Effect> take_effects();
  [[nodiscard]] const ViewModel& view() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Loads fonts and sets the style; call once after ImGui::CreateContext() and again when `scale` changes.
void set_up_style(float scale, bool dark);

}  // namespace hearsay::ui
