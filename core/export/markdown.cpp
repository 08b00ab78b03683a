#include "core/export/formats.hpp"
#include "core/export/report.hpp"
#include "core/text/quotation.hpp"

namespace hearsay::exporting {
namespace {

// CommonMark, section 2.4: a backslash makes any ASCII punctuation literal. Those that could begin markup
// inside a line are escaped; the pipe as well, because it would end a table's cell.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|#~&").find(c) != std::string_view::npos) result += '\\';
    result += c == '\n' || c == '\r' ? ' ' : c;
  }
  return result;
}

std::string rendered(const Report::Run& run) {
  switch (run.style) {
    case Report::Run::Style::strong:
      return "**" + escaped(run.text) + "**";
    case Report::Run::Style::quote:
      return escaped(in_quotes(run.text));
    case Report::Run::Style::plain:
      return escaped(run.text);
  }
  return {};
}

std::string rendered(const Report::Line& line) {
  std::string result = "- ";
  if (!line.label.empty()) result += "**" + escaped(line.label) + "**: ";
  for (const auto& run : line.runs) result += rendered(run);
  if (!line.aside.empty()) result += " (" + escaped(line.aside) + ")";
  return result + "\n";
}

std::string rendered_row(const std::vector<std::string>& cells) {
  std::string result = "|";
  for (const auto& cell : cells) result += " " + escaped(cell) + " |";
  return result + "\n";
}

std::string rendered(const Report::Table& table) {
  std::string result = rendered_row(table.columns) + "|";
  for (std::size_t i = 0; i < table.columns.size(); ++i) result += " --- |";
  result += "\n";
  for (const auto& row : table.rows) result += rendered_row(row);
  return result;
}

}  // namespace

std::string to_markdown(const View& view) {
  const Report report = make_report(view);
  std::string result = "# " + escaped(report.title) + "\n\n" + escaped(report.subtitle) + "\n";
  for (const auto& section : report.sections) {
    result += "\n## " + escaped(section.heading) + "\n\n";
    for (const auto& line : section.lines) result += rendered(line);
    if (!section.table.columns.empty()) result += rendered(section.table);
  }
  return result;
}

}  // namespace hearsay::exporting
