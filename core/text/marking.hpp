#pragma once

#include <string>
#include <vector>

#include "core/span.hpp"
#include "core/text/document.hpp"

namespace hearsay {

// The handling mark that a document carries.
struct Marking {
  std::string tlp;             // "CLEAR", "WHITE", "GREEN", "AMBER", "AMBER+STRICT", "RED"; empty: none
  std::vector<Span> evidence;  // where the text shows it
};

// Finds a Traffic Light Protocol label ("TLP:AMBER+STRICT", "TLP: RED"; FIRST, TLP 2.0, section 3: the label
// is written in capitals with a colon). The document's metadata wins over its text; of several labels in the
// text the strictest holds, because a reader who follows it breaks none. Linear time.
[[nodiscard]] Marking find_marking(const Document& document);

}  // namespace hearsay
