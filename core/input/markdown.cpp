#include "core/input/markdown.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/input/html_metadata.hpp"
#include "core/input/markdown_inline.hpp"
#include "core/input/text_builder.hpp"
#include "core/text/ascii.hpp"
#include "core/text/lines.hpp"

namespace hearsay::input {
namespace {

using text::Line;
using text::LineKind;

using ascii::is_digit;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string_view unquoted(std::string_view text) {
  text = trimmed(text);
  const bool quoted =
      text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// The bytes of a list marker and the space after it: "- ", "* ", "12. "; 0 where there is none.
std::size_t marker_size(std::string_view line) {
  std::size_t at = 0;
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
    at = 1;
  } else {
    while (at < line.size() && at < 9 && is_digit(line[at])) ++at;
    if (at == 0 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return 0;
    ++at;
  }
  const auto end = line.find_first_not_of(" \t", at);
  return end == at ? 0 : end == std::string_view::npos ? line.size() : end;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view markdown) : text_(markdown), lines_(text::look_at_lines(markdown)) {}

  Document run() {
    read_front_matter();
    while (at_ < lines_.size()) read_line();
    end_block();
    return std::move(builder_).finish(InputFormat::markdown, std::move(metadata_));
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t line) const { return lines_[line].span.in(text_); }

  // ---- YAML front matter ----

  void read_front_matter() {
    if (lines_.empty() || words(0) != "---") return;
    std::size_t end = 1;
    while (end < lines_.size() && words(end) != "---" && words(end) != "...") ++end;
    if (end == lines_.size()) return;
    for (std::size_t i = 1; i < end; ++i) {
      if (lines_[i].indent == 0) read_property(words(i));
    }
    at_ = end + 1;
  }

  void read_property(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto key = line.substr(0, colon);
    const auto value = unquoted(line.substr(colon + 1));
    if (key == "title" && !value.empty() && !has_title_) {
      builder_.add(plain_words(value), BlockKind::title, 1);
      has_title_ = true;
    } else if (key == "date" || key == "published" || key == "pubdate") {
      metadata_.published.value = iso_date(value);
    } else if (key == "updated" || key == "modified" || key == "lastmod" || key == "last_modified_at") {
      metadata_.revised.value = iso_date(value);
    } else if (key == "author" && !value.empty()) {
      builder_.add("By " + plain_words(value), BlockKind::byline);
    }
  }

  // ---- blocks ----

  void read_line() {
    const auto line = words(at_);
    const auto& look = lines_[at_];
    if (line.empty()) {
      end_block();
      ++at_;
      in_list_ &= at_ >= lines_.size() || lines_[at_].indent > 0 || marker_size(words(at_)) > 0;
    } else if (look.kind == LineKind::fence) {
      read_fence();
    } else if (look.kind == LineKind::markup_heading) {
      end_block();
      add_heading(line.substr(look.level), look.level);
      ++at_;
    } else if (is_underline(line)) {
      end_underlined(line.front() == '=' ? 1 : 2);
    } else if (look.kind == LineKind::separator && !is_table_rule(line)) {
      end_block();
      ++at_;
    } else if (line.starts_with("{%") || line.starts_with("{:") || is_link_definition(line)) {
      ++at_;
    } else if (line.front() == '|' ||
               (look.kind == LineKind::table_row && line.find('|') != std::string_view::npos)) {
      end_block();
      if (!is_table_rule(line)) add_row(line);
      ++at_;
    } else {
      read_prose(line, look);
    }
  }

  void read_prose(std::string_view line, const Line& look) {
    if (look.kind == LineKind::quote) {
      if (kind_ != BlockKind::quote) end_block();
      kind_ = BlockKind::quote;
      const auto begin = line.find_first_not_of("> \t");
      if (begin != std::string_view::npos)
        append(line.substr(begin));
      else
        end_block();
    } else if (const auto marker = marker_size(line); marker != 0) {
      end_block();
      kind_ = BlockKind::list_item;
      level_ = static_cast<std::uint8_t>(std::min<std::uint32_t>(1 + look.indent / 2, 6));
      const auto sign = trimmed(line.substr(0, marker));
      marker_ = is_digit(sign.front()) ? std::string(sign) + " " : "- ";
      append(line.substr(marker));
      in_list_ = true;
    } else if (look.indent >= 4 && buffer_.empty() && !in_list_) {
      builder_.add(line, BlockKind::code);
    } else {
      in_list_ |= line.starts_with("[^");  // what is indented under a footnote belongs to it
      append(line);
    }
    ++at_;
  }

  void read_fence() {
    end_block();
    const auto fence = words(at_).substr(0, 3);
    std::size_t end = at_ + 1;
    while (end < lines_.size() && !words(end).starts_with(fence)) ++end;
    if (end > at_ + 1) {
      const auto first = lines_[at_ + 1].span.begin;
      builder_.add(text_.substr(first, lines_[end - 1].span.end - first), BlockKind::code);
    }
    at_ = std::min(end + 1, lines_.size());
  }

  [[nodiscard]] bool is_underline(std::string_view line) const {
    if (buffer_.empty() || kind_ != BlockKind::paragraph) return false;
    return line.find_first_not_of('=') == std::string_view::npos ||
           (line.size() >= 2 && line.find_first_not_of('-') == std::string_view::npos);
  }

  void end_underlined(std::uint8_t level) {
    add_heading(std::exchange(buffer_, {}), level);
    ++at_;
  }

  // "[label]: https://example.com", "[^1]: a footnote" (whose words stay).
  static bool is_link_definition(std::string_view line) {
    if (line.front() != '[' || line.starts_with("[^")) return false;
    const auto close = line.find("]:");
    return close != std::string_view::npos && line.find(' ', close + 3) == std::string_view::npos;
  }

  void add_heading(std::string_view marked, std::uint8_t level) {
    auto words = plain_words(trimmed(marked));
    while (!words.empty() && (words.back() == '#' || words.back() == ' ')) words.pop_back();
    std::replace(words.begin(), words.end(), '\n', ' ');
    const bool title = !has_title_ && builder_.empty();
    has_title_ |= title;
    builder_.add(words, title ? BlockKind::title : BlockKind::heading, title ? std::uint8_t{1} : level);
  }

  void add_row(std::string_view line) {
    std::string row;
    std::size_t begin = line.front() == '|' ? 1 : 0;
    while (begin < line.size()) {
      auto end = line.find('|', begin);
      while (end != std::string_view::npos && end > 0 && line[end - 1] == '\\') end = line.find('|', end + 1);
      const auto cell = plain_words(trimmed(line.substr(begin, end - begin)));
      if (begin > 1) row += " | ";
      row += cell;
      if (end == std::string_view::npos) break;
      begin = end + 1;
      if (trimmed(line.substr(begin)).empty()) break;
    }
    std::replace(row.begin(), row.end(), '\n', ' ');
    builder_.add(row, BlockKind::table_row);
  }

  // Lines of a paragraph are one line; two spaces at its end break it.
  void append(std::string_view line) {
    if (!buffer_.empty()) buffer_ += hard_break_ ? '\n' : ' ';
    const auto end = lines_[at_].span.end;
    hard_break_ = line.ends_with("\\") || text_.substr(end, 2) == "  ";
    if (line.ends_with("\\")) line.remove_suffix(1);
    buffer_ += line;
  }

  void end_block() {
    if (!buffer_.empty()) {
      auto words = plain_words(buffer_);
      if (kind_ == BlockKind::list_item) words.insert(0, marker_);
      builder_.add(words, kind_, level_);
    }
    buffer_.clear();
    kind_ = BlockKind::paragraph;
    level_ = 0;
    hard_break_ = false;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  TextBuilder builder_;
  Metadata metadata_;
  std::size_t at_ = 0;
  std::string buffer_;
  std::string marker_;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;
  bool has_title_ = false;
  bool hard_break_ = false;
  bool in_list_ = false;
};

}  // namespace

bool is_markdown(std::string_view text, std::string_view name) {
  const auto ends_with = [&](std::string_view ending) { return name.ends_with(ending); };
  if (ends_with(".md") || ends_with(".markdown") || ends_with(".MD") || ends_with(".mdown")) return true;
  if (!name.empty()) return false;
  // A paste: headings with number signs together with links or bold words are no accident.
  std::size_t headings = 0;
  for (const std::string_view mark : {"\n# ", "\n## ", "\n### "})
    headings += text.find(mark) != std::string_view::npos;
  headings += text.starts_with("# ");
  const bool links =
      text.find("](http") != std::string_view::npos || text.find("](/") != std::string_view::npos;
  const bool bold = text.find("**") != std::string_view::npos;
  return headings >= 1 && (links || bold);
}

Document read_markdown(std::string_view markdown) {
  return Reader(markdown).run();
}

}  // namespace hearsay::input
