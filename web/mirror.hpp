#pragma once

#include <string>

#include "ui/view_model.hpp"

namespace hearsay::web {

// The DOM mirror: the view model as HTML, for screen readers, search in the page, print, and as the page
// itself where there is no WebGL. Only classes and data attributes, no styles and no scripts: web/mirror.js
// gives the links their meaning (data-event names an Event of ui/app.hpp; data-index, data-begin and data-end
// go with it). Everything that comes from the document is escaped.
//
// A long mirror comes in parts, so that the page can take it in without a pause: after the first part, each
// begins with the id of the element that it goes to the end of, and kPartMark on both sides of that id.
inline constexpr char kPartMark = '\f';
[[nodiscard]] std::string mirror(const ui::ViewModel& view);

}  // namespace hearsay::web
