#pragma once

#include <string_view>
#include <vector>

#include "core/text/document.hpp"
#include "core/text/lines.hpp"

namespace hearsay::text {

// A block under construction: the lines [first, last] of it.
struct Draft {
  Block block;
  std::size_t first = 0;
  std::size_t last = 0;
  bool gap_before = true;  // a blank line, or the text's beginning
  bool gap_after = true;
};

// Turns those paragraphs into title, headings and bylines that look and stand like it.
void find_headings(std::string_view text, const std::vector<Line>& lines, std::vector<Draft>& drafts);

}  // namespace hearsay::text
