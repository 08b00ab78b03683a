#include "core/text/quotation.hpp"

namespace hearsay {

QuotationMarks marks_around(std::string_view words) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  const auto has = [&](std::string_view mark) { return words.find(mark) != std::string_view::npos; };
  if (!has(kOpen) && !has(kClose) && !has("\"")) return {kOpen, kClose};
  const bool curved = words.starts_with(kOpen) && words.find(kClose) == words.size() - kClose.size();
  const bool straight = words.size() > 1 && words.front() == '"' && words.find('"', 1) == words.size() - 1;
  if (curved || straight) return {};
  return {"‘", "’"};
}

std::string in_quotes(std::string_view words) {
  const QuotationMarks marks = marks_around(words);
  return std::string(marks.open).append(words).append(marks.close);
}

}  // namespace hearsay
