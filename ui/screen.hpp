#pragma once

#include "ui/state.hpp"

namespace hearsay::ui {

// One frame of everything: keys, the columns or the one column, popups.
void paint_screen(Ui& ui, float width, float height);

}  // namespace hearsay::ui
