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

std::string folded_words(std::string_view words) {
  constexpr std::string_view kBorder = "·";
  std::string folded;
  bool border = false;  // a border waits for the next cell
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    const bool before = i == 0 || blank(words[i - 1]) || words[i - 1] == '|';
    const bool after = i + 1 == words.size() || blank(words[i + 1]) || words[i + 1] == '|';
    if (c == '|' && before && after) {
      border = !folded.empty();
    } else if (!blank(c)) {
      if (border) folded.append(folded.back() == ' ' ? "" : " ").append(kBorder).append(" ");
      border = false;
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::string in_quotes(std::string_view words) {
  const QuotationMarks marks = marks_around(words);
  return std::string(marks.open).append(words).append(marks.close);
}

}  // namespace hearsay
