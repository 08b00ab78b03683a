#pragma once

#include <string>
#include <vector>

#include "core/export/formats.hpp"

namespace hearsay::exporting {

// The analysis as a page to read: what the Markdown and the HTML writer both render.
struct Report {
  // A run of words; `quote` words are the document's own. Runs are put end to end: spaces are in the texts.
  struct Run {
    std::string text;
    enum class Style : std::uint8_t { plain, strong, quote } style = Style::plain;
  };
  struct Line {
    std::string label;  // "denies", "need not": set apart, may be empty
    std::vector<Run> runs;
    std::string aside;  // a quieter remark after the line
  };
  struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
  };
  struct Section {
    std::string heading;
    std::vector<Line> lines;
    Table table;  // no columns: none
  };

  std::string title;
  std::string subtitle;
  std::vector<Section> sections;
};

[[nodiscard]] Report make_report(const View& view);

}  // namespace hearsay::exporting
