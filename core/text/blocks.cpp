#include "core/text/blocks.hpp"

#include <cstdint>

#include "core/text/headings.hpp"
#include "core/text/lines.hpp"
#include "core/text/record_head.hpp"
#include "core/text/wrapping.hpp"

namespace hearsay::text {
namespace {

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text), lines_(look_at_lines(text)), wrapping_(lines_) {}

  std::vector<Block> run() {
    read_head();
    while (at_ < lines_.size()) {
      if (lines_[at_].kind == LineKind::blank) {
        gap_ = true;
        if (!drafts_.empty()) drafts_.back().gap_after = true;
        ++at_;
      } else {
        read_block();
      }
    }
    find_headings(text_, lines_, drafts_);
    std::vector<Block> blocks;
    blocks.reserve(drafts_.size());
    for (const auto& draft : drafts_) blocks.push_back(draft.block);
    return blocks;
  }

 private:
  // The fields of a record before its text: labels and addresses are no prose.
  void read_head() {
    const auto head = read_record_head(text_);
    for (const auto& field : head.fields) {
      while (lines_[at_].span.empty() || lines_[at_].span.end < field.label.end) ++at_;
      add_part(field.label, BlockKind::code);
      add_part(field.value, kind_of(field.role));
      add_part(field.close, BlockKind::code);
    }
    if (head.fields.empty()) return;
    ++at_;
    gap_ = true;
    drafts_.back().gap_after = true;
  }

  static BlockKind kind_of(RecordField::Role role) {
    switch (role) {
      case RecordField::Role::title:
        return BlockKind::title;
      case RecordField::Role::author:
      case RecordField::Role::date:
        return BlockKind::byline;
      case RecordField::Role::other:
        return BlockKind::code;
    }
    return BlockKind::code;
  }

  // A part of the line that is being read.
  void add_part(Span span, BlockKind kind) {
    if (span.empty()) return;
    Draft draft;
    draft.block = {span, kind, static_cast<std::uint8_t>(kind == BlockKind::title ? 1 : 0)};
    draft.first = at_;
    draft.last = at_;
    drafts_.push_back(draft);
  }

  void read_block() {
    const Line& line = lines_[at_];
    switch (line.kind) {
      case LineKind::fence:
        read_fenced();
        return;
      case LineKind::separator:
        // The rule under a heading or a table's head is layout; a row of marks by itself is a writer's.
        add(at_, underline() || follows_row() ? BlockKind::code : BlockKind::paragraph, 0);
        return;
      case LineKind::code:
        read_code();
        return;
      case LineKind::table_row:
        add(at_, BlockKind::table_row, 0);
        return;
      case LineKind::markup_heading:
        add(at_, BlockKind::heading, line.level);
        return;
      case LineKind::list_item:
        add(last_of_paragraph(), BlockKind::list_item, list_level(line));
        return;
      case LineKind::quote:
        add(last_of_paragraph(), BlockKind::quote, 0);
        return;
      case LineKind::prose:
      case LineKind::blank:
        add(last_of_paragraph(), BlockKind::paragraph, 0);
        return;
    }
  }

  // Depth by indentation: two columns or more are a level.
  static std::uint8_t list_level(const Line& line) {
    constexpr std::uint32_t kColumns = 4;
    constexpr std::uint32_t kDeepest = 6;
    const auto depth = 1 + (line.indent + 2) / kColumns;
    return static_cast<std::uint8_t>(depth < kDeepest ? depth : kDeepest);
  }

  // A sentence that a page's end or double spacing broke: a long line without an end, an empty one, and then
  // lower case.
  [[nodiscard]] bool goes_on_after_gap(std::size_t last) const {
    constexpr std::uint32_t kShortest = 50;
    if (!wrapping_.bridges_gaps() || last + 2 >= lines_.size()) return false;
    const Line& line = lines_[last];
    const Line& next = lines_[last + 2];
    const bool open = !line.ends_sentence() && line.last != ':' && line.last != ';' && line.last != ',';
    return open && line.kind == LineKind::prose && line.length >= kShortest && !line.all_caps &&
           next.kind == LineKind::prose && next.lower_start && !next.url_start && next.words > 1;
  }

  std::size_t last_of_paragraph() const {
    std::size_t last = at_;
    while (last + 1 < lines_.size()) {
      if (lines_[last + 1].kind != LineKind::blank) {
        if (!wrapping_.continues(last + 1)) break;
        ++last;
      } else if (goes_on_after_gap(last)) {
        last += 2;
      } else {
        break;
      }
    }
    return last;
  }

  void read_code() {
    std::size_t last = at_;
    while (last + 1 < lines_.size() && lines_[last + 1].kind == LineKind::code) ++last;
    // One odd line between lines of prose is a part of the prose.
    const bool alone =
        last == at_ && !gap_ && last + 1 < lines_.size() && lines_[last + 1].kind == LineKind::prose;
    add(last, alone ? BlockKind::paragraph : BlockKind::code, 0);
  }

  // From ``` to the next ```; a fence that nothing closes is a mere rule.
  void read_fenced() {
    if (!fences_left_) return add(at_, BlockKind::code, 0);
    std::size_t last = at_ + 1;
    while (last < lines_.size() && lines_[last].kind != LineKind::fence) ++last;
    fences_left_ = last < lines_.size();
    add(fences_left_ ? last : at_, BlockKind::code, 0);
  }

  // "=====" right under a single line makes that line a heading.
  bool underline() {
    if (gap_ || drafts_.empty()) return false;
    auto& above = drafts_.back();
    const auto mark = text_[lines_[at_].span.begin];
    const bool short_line = above.first == above.last && lines_[above.first].words <= 20;
    if (above.block.kind != BlockKind::paragraph || !short_line || (mark != '=' && mark != '-')) return false;
    above.block.kind = BlockKind::heading;
    above.block.level = mark == '=' ? 1 : 2;
    return true;
  }

  [[nodiscard]] bool follows_row() const {
    return !gap_ && !drafts_.empty() && drafts_.back().block.kind == BlockKind::table_row;
  }

  void add(std::size_t last, BlockKind kind, std::uint8_t level) {
    Draft draft;
    draft.block = {{lines_[at_].span.begin, lines_[last].span.end}, kind, level};
    draft.first = at_;
    draft.last = last;
    draft.gap_before = gap_;
    draft.gap_after = last + 1 == lines_.size();
    drafts_.push_back(draft);
    gap_ = false;
    at_ = last + 1;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  Wrapping wrapping_;
  std::vector<Draft> drafts_;
  std::size_t at_ = 0;
  bool gap_ = true;
  bool fences_left_ = true;
};

}  // namespace

std::vector<Block> split_into_blocks(std::string_view text) {
  return Splitter(text).run();
}

}  // namespace hearsay::text
