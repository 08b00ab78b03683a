#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace hearsay::text {

// What one line looks like by itself, before its neighbours are considered.
enum class LineKind : std::uint8_t {
  blank,
  prose,
  list_item,
  table_row,
  quote,           // begins with '>'
  separator,       // "-----", "=====", "* * *", the rule of a Markdown table
  fence,           // ``` or ~~~
  code,            // a log line, a command, hexadecimal
  markup_heading,  // "## Heading"
};

// A line of the text, trimmed. Lengths are in code points.
struct Line {
  Span span;  // empty for a blank line
  LineKind kind = LineKind::blank;
  std::uint8_t level = 0;    // of a Markdown heading, a numbered line ("3.2.1": 3), a quote (">>": 2)
  std::uint32_t indent = 0;  // columns, a tab counting to the next multiple of four
  std::uint32_t length = 0;
  std::uint32_t words = 0;
  std::uint32_t first_word = 0;   // length of the first word
  std::uint32_t capitalised = 0;  // words that begin with a capital or a digit, or are short function words
  bool lower_start = false;       // begins with a lower-case letter
  bool upper_start = false;       // begins with a capital or a digit (after an opening quote)
  bool all_caps = false;          // has letters, none of them lower case
  bool numbered = false;          // begins with a section number: "3.2 ", "IV. "
  bool url_start = false;         // begins with "http", or "hxxp"
  bool lone_code = false;         // one word that is no word of a language: an address, a hash, a file name
  bool labelled = false;          // begins with a label in small letters: "author: "
  bool bracketed = false;         // stands in square brackets: "[Image caption: The office]"
  bool has_stop = false;          // a sentence ends within it: "Thanks. This is best"
  char32_t last = 0;              // last character, closing quotes and brackets left out

  [[nodiscard]] bool ends_sentence() const {
    return last == '.' || last == '!' || last == '?' || last == 0x2026 || last == 0x3002 || last == 0x061F;
  }
};

// Divides valid UTF-8 into lines (LF, CR LF, CR, form feed, U+2028, U+2029) and looks at each. Linear.
[[nodiscard]] std::vector<Line> look_at_lines(std::string_view text);

}  // namespace hearsay::text
