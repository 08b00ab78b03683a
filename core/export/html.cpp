#include "core/export/formats.hpp"
#include "core/export/report.hpp"
#include "core/text/quotation.hpp"

namespace hearsay::exporting {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string element(std::string_view tag, const std::string& content) {
  return "<" + std::string(tag) + ">" + content + "</" + std::string(tag) + ">";
}

std::string rendered(const Report::Run& run) {
  switch (run.style) {
    case Report::Run::Style::strong:
      return element("strong", escaped(run.text));
    case Report::Run::Style::quote:
      return escaped(in_quotes(run.text));
    case Report::Run::Style::plain:
      return escaped(run.text);
  }
  return {};
}

std::string rendered(const Report::Line& line) {
  std::string content = line.label.empty() ? "" : element("b", escaped(line.label)) + ": ";
  for (const auto& run : line.runs) content += rendered(run);
  if (!line.aside.empty()) content += " " + element("small", escaped(line.aside));
  return element("li", content) + "\n";
}

std::string rendered(const Report::Table& table) {
  std::string head;
  for (const auto& column : table.columns) head += element("th", escaped(column));
  std::string body;
  for (const auto& row : table.rows) {
    std::string cells;
    for (const auto& cell : row) cells += element("td", escaped(cell));
    body += element("tr", cells) + "\n";
  }
  return element("table", element("thead", element("tr", head)) + "\n" + element("tbody", "\n" + body)) +
         "\n";
}

}  // namespace

std::string to_html(const View& view) {
  const Report report = make_report(view);
  std::string body =
      element("h1", escaped(report.title)) + "\n" + element("p", escaped(report.subtitle)) + "\n";
  for (const auto& section : report.sections) {
    body += element("h2", escaped(section.heading)) + "\n";
    if (!section.lines.empty()) {
      std::string lines;
      for (const auto& line : section.lines) lines += rendered(line);
      body += element("ul", "\n" + lines) + "\n";
    }
    if (!section.table.columns.empty()) body += rendered(section.table);
  }
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n" +
         element("title", escaped(report.title)) + "\n</head>\n<body>\n" + element("main", "\n" + body) +
         "\n</body>\n</html>\n";
}

}  // namespace hearsay::exporting
