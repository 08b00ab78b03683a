#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

namespace hearsay::text {

// A field of a record's head, on a line of its own: "Title: Hole in routers", "<date> 2019_05_03 </date>".
struct RecordField {
  enum class Role { title, author, date, other };
  Role role = Role::other;
  Span label;  // "Title:", "<date>"
  Span value;  // without white space at its ends; may be empty
  Span close;  // "</date>"; empty where no tag closes the field
};

// The head of a text that was saved as a record, by a reader of feeds or an archive of news: its title comes
// first, with a label; the text proper follows the last field.
struct RecordHead {
  std::vector<RecordField> fields;  // in text order; empty: the text does not begin so
  std::uint32_t end = 0;            // end of the last field's line
  // ISO 8601: of a field of dates, else the day under which the article is filed ("/2019/05/03/" in its
  // address).
  std::string published;
  Span published_span;
};

// Reads the head of valid UTF-8. Looks at a few lines only.
[[nodiscard]] RecordHead read_record_head(std::string_view text);

}  // namespace hearsay::text
