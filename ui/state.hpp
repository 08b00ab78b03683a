#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/app.hpp"
#include "ui/canvas.hpp"
#include "ui/flow.hpp"
#include "ui/scroll.hpp"
#include "ui/text_layout.hpp"
#include "ui/view_model.hpp"

// What the painters keep from frame to frame: scroll positions, filters, open menus. Nothing of it belongs to
// the analysis, and nothing of it is seen by the DOM mirror.
namespace hearsay::ui {

// Painted above the rest; takes the pointer and Escape.
enum class Popup : std::uint8_t { none, exports, date, sources, keys };

struct TextState {
  TextLayout layout;
  Scroller scroll;
  const char* laid_text = nullptr;  // what the layout was made for
  float laid_width = 0;
  std::optional<Span> reveal;  // scroll here, once the layout is there
  // The reader's own selection with the mouse; empty when begin == end.
  std::uint32_t anchor = 0;
  std::uint32_t caret = 0;
  bool selecting = false;

  [[nodiscard]] Span selection() const { return anchor < caret ? Span{anchor, caret} : Span{caret, anchor}; }
};

struct FindState {
  bool open = false;
  bool take_focus = false;
  std::array<char, 256> query{};
  std::string found_for;  // the query and revision that `matches` belong to
  std::uint32_t found_revision = 0;
  std::vector<Span> matches;
  std::size_t current = 0;
};

struct ListState {
  RowHeights heights;
  Scroller scroll;
  std::uint64_t key = ~std::uint64_t{0};  // of what the heights belong to
  std::optional<std::size_t> reveal;
};

struct LedgerState {
  std::uint32_t stances = 0;  // a bit for each chosen; 0: all
  std::optional<std::string> source;
  std::vector<std::uint32_t> rows;  // of ViewModel::ledger, that pass the filter
  std::uint32_t filtered_revision = 0;
  std::uint32_t generation = 0;  // counts filters
};

struct State {
  float seconds = 0;       // since the last frame
  bool still = false;      // the system asks for less motion
  bool narrow = false;     // one column
  bool text_tab = true;    // in one column: the text is shown, not a panel
  bool sheet_open = true;  // in one column: the sheet of the selected claim
  Popup popup = Popup::none;
  Popup popup_of_last_frame = Popup::none;
  Rect popup_anchor{};
  Rect popup_area{};  // as last painted; a press outside closes it
  int layer = 0;      // which layer answers to the pointer in this frame
  int wanted = 0;     // frames that the painters want
  std::array<char, 32> date{};
  bool date_focus = false;
  std::string date_error;
  Scroller tab_scroll;
  int tab_in_sight = -1;  // the tab that was last brought into sight; 0 is the text
  Scroller sheet_scroll;
  float sheet_height = 0;  // of its content, as last painted
  ListState source_list;
  bool panel_hovered = false;  // keys that scroll go to the panel

  TextState text;
  FindState find;
  std::array<ListState, kPanelCount> lists;
  LedgerState ledger;
};

// What a panel gets to work with, for one frame.
struct Ui {
  Canvas& canvas;
  const ViewModel& view;
  State& state;
  std::vector<Event>& events;
  std::vector<Effect>& effects;

  void emit(Event::Kind kind, std::uint32_t index = 0) { events.push_back({.kind = kind, .index = index}); }
  void select(const Target& target);
  void open(Popup popup, Rect anchor) {
    state.popup = popup;
    state.popup_anchor = anchor;
    state.wanted = 2;
  }
};

// A button with a border; with `strong` a filled one.
struct ButtonLook {
  bool filled = false;
  bool menu = false;  // a chevron after the label
  bool on = false;    // chosen
};
[[nodiscard]] float button_width(std::string_view label, const ButtonLook& look);
bool button(Ui& ui, Rect area, std::string_view label, const ButtonLook& look = {});

// A field for a line of text. Returns whether Enter was pressed in it.
bool text_field(Ui& ui, Rect area, const char* id, const char* hint, char* buffer, std::size_t size,
                bool take_focus);

// Paints rows in a scrolling area. `paint_row(row, x, y, width)` paints one and returns its height; it is
// called for the rows in sight only.
using PaintRow = std::function<float(std::size_t row, float x, float y, float width)>;
void paint_list(Ui& ui, Rect area, ListState& list, std::uint64_t key, std::size_t rows, float estimate,
                const PaintRow& paint_row);

// A list whose rows can be selected: each lies on a ground, a line between them; a click selects the row, or
// takes the selection back.
struct SelectableRows {
  std::size_t count = 0;
  float estimate = 60;  // of a row's height
  std::function<bool(std::size_t)> selected;
  std::function<Target(std::size_t)> target;
  // As PaintRow; `open` for the selected row.
  std::function<float(std::size_t row, float x, float y, float width, bool open)> paint;
};
void paint_rows(Ui& ui, Rect area, Panel panel, const SelectableRows& rows);

// The ground of a row (selected, under the pointer). Returns whether it was clicked.
bool row_ground(Ui& ui, Rect area, bool selected);

// A label in a column of its own and a value beside it. Returns the height.
struct FactLook {
  float label_width = 92;
  float size = measure::kSecondary;
};
float paint_fact(Ui& ui, float x, float y, float width, const Fact& fact, const FactLook& look = {});
// An upper-case heading of a section, 12 px. Returns the height.
float paint_heading(Ui& ui, float x, float y, std::string_view words);
// A line for a panel with nothing in it.
void paint_nothing(Ui& ui, Rect area, std::string_view words);

}  // namespace hearsay::ui
