#include "core/lexicon/table.hpp"

namespace hearsay::lexicon {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \r") - begin + 1);
}

}  // namespace

std::vector<std::string_view> split(std::string_view cell, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = cell.find(separator);
    parts.push_back(trimmed(cell.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    cell.remove_prefix(end + 1);
  }
}

Result<std::vector<Row>> parse_table(std::string_view file, std::string_view text, std::size_t least,
                                     std::size_t most) {
  std::vector<Row> rows;
  std::uint32_t line = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto content = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++line;
    if (content.empty() || content.front() == '#' || trimmed(content).empty()) continue;
    Row row{split(content, '\t'), line};
    if (row.cells.size() < least || row.cells.size() > most) {
      return Error{ErrorCode::bad_lexicon,
                   std::string(file) + ", line " + std::to_string(line) + ": has " +
                       std::to_string(row.cells.size()) + " columns, needs " + std::to_string(least) +
                       (most > least ? " to " + std::to_string(most) : "") + ". Separate columns by tabs."};
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace hearsay::lexicon
