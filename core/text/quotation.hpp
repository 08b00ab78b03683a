#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The marks to set around words of the document. Words that are a quotation already keep their own, and get
// none; a quotation within the words, or a part of one, calls for the other kind around them.
struct QuotationMarks {
  std::string_view open;
  std::string_view close;
};
[[nodiscard]] QuotationMarks marks_around(std::string_view words);
// The words on one line: white space is one space, and the borders between a table's cells (" | ") are dots.
[[nodiscard]] std::string folded_words(std::string_view words);
// The words with their marks.
[[nodiscard]] std::string in_quotes(std::string_view words);

}  // namespace hearsay
