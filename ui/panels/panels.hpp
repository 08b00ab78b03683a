#pragma once

#include "ui/state.hpp"

// One function for each panel; each has a file of its own, named after it.
namespace hearsay::ui {

void paint_header(Ui& ui, Rect area);
void paint_tabs(Ui& ui, Rect area);
void paint_status(Ui& ui, Rect area);
void paint_entry(Ui& ui, Rect area);

void paint_text(Ui& ui, Rect area);
void paint_find(Ui& ui, Rect area);
void paint_brief(Ui& ui, Rect area);
void paint_ledger(Ui& ui, Rect area);
void paint_actors(Ui& ui, Rect area);
void paint_timeline(Ui& ui, Rect area);
void paint_advice(Ui& ui, Rect area);
void paint_indicators(Ui& ui, Rect area);
void paint_notes(Ui& ui, Rect area);

// In one column: the claim that is selected, at the bottom of the text.
void paint_sheet(Ui& ui, Rect area);
// The popup that is open, if one is.
void paint_popups(Ui& ui, Rect screen);
// A message of the app, above everything but popups. Returns its height.
float paint_message(Ui& ui, Rect area);

// One row of the ledger with its details, as the ledger and the sheet show it. Returns the height.
float paint_ledger_row(Ui& ui, const LedgerRow& row, float x, float y, float width, bool open);
// Finds the query in the text, if either has changed.
void search(const ViewModel& view, FindState& find);
// Steps to another match and asks the text to show it.
void step_match(Ui& ui, int by);

}  // namespace hearsay::ui
