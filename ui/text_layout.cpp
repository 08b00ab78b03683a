#include "ui/text_layout.hpp"

#include <algorithm>
#include <cmath>

namespace hearsay::ui {
namespace {

constexpr float kLeading = measure::kText * measure::kTextLeading;
// Mean advance of English prose in Noto Serif at 16 px; for estimates only.
constexpr float kMeanAdvance = 8.2F;

bool is_break(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

// Where a long word may be broken: addresses, paths, compound words. Not within numbers ("5,000", "2017-09",
// "CVE-2021-44228"): the Unicode line breaking algorithm, rule LB25.
bool may_break_between(char c, char next) {
  const bool number = next >= '0' && next <= '9';
  return c == '_' || c == '|' || ((c == '-' || c == '/' || c == ',') && !number);
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += continues_code_point(c) ? 0 : 1;
  return count;
}

}  // namespace

float TextLayout::column(float room) {
  // A mean line of kMostCharacters; a line of narrow letters is cut by the count itself.
  return std::min(room, kMostCharacters * kMeanAdvance - 18);
}

BlockLook TextLayout::look(std::size_t index) const {
  const BlockView& block = view_->blocks[index];
  const bool first = index == 0;
  const bool after_title = index > 0 && view_->blocks[index - 1].kind == BlockKind::title;
  switch (block.kind) {
    case BlockKind::title:
      return {strong(22), 27, first ? 0.0F : 24.0F, 0, false, false, false};
    case BlockKind::heading:
      if (after_title) return {sans(15), 24, 5, 0, false, true, false};
      return {strong(block.level <= 2 ? 17.0F : 15.0F), 24, first ? 0.0F : 20.0F, 0, false, false, false};
    case BlockKind::byline:
      return {sans(measure::kSecondary), 20, first ? 0.0F : 6.0F, 0, false, true, false};
    case BlockKind::list_item:
      return {serif(), kLeading, 6,    20.0F * static_cast<float>(std::clamp<int>(block.level, 1, 4)),
              false,   false,    false};
    case BlockKind::table_row:
      return {sans(measure::kBody), 22, 2, 0, true, false, false};
    case BlockKind::quote:
      return {serif(), kLeading, 12, 20, false, false, true};
    case BlockKind::code:
      return {sans(measure::kSecondary), 20, 12, 12, true, false, true};
    case BlockKind::paragraph:
      break;
  }
  return {serif(), kLeading, first ? 0.0F : 12.0F, 0, false, false, false};
}

void TextLayout::reset(const ViewModel& view, float width) {
  view_ = &view;
  width_ = width;
  next_ = 0;
  blocks_.assign(view.blocks.size(), {});
  std::vector<float> estimates;
  estimates.reserve(blocks_.size());
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const BlockLook how = look(i);
    const float length = static_cast<float>(view.blocks[i].span.size()) * kMeanAdvance;
    estimates.push_back(how.above + how.leading * std::ceil(length / std::max(width - how.indent, 40.0F)));
  }
  heights_.reset(std::move(estimates));
}

void TextLayout::break_paragraph(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                 const BlockLook& how, std::vector<TextLine>& lines) const {
  const float room = std::max(width_ - how.indent, 40.0F);
  std::uint32_t line = begin;
  std::uint32_t last_break = begin;  // where the line could end
  std::uint32_t after_break = begin;
  float x = 0;
  std::size_t count = 0;
  std::uint32_t at = begin;
  while (at < end) {
    std::uint32_t next = at + 1;
    while (next < end && continues_code_point(text[next])) ++next;
    const char c = text[at];
    if (is_break(c)) {
      last_break = at;
      after_break = next;
    }
    const float advance = width_of(how.type, text.substr(at, next - at));
    ++count;
    if ((x + advance > room || count > kMostCharacters) && !is_break(c) && at > line) {
      if (after_break <= line) last_break = after_break = at;  // no space in the line: cut the word
      lines.push_back({line, last_break});
      line = after_break;
      x = width_of(how.type, text.substr(line, at - line));
      count = characters(text.substr(line, at - line)) + 1;
      last_break = after_break = line;
    }
    x += advance;
    if (next < end && may_break_between(c, text[next])) last_break = after_break = next;
    at = next;
  }
  lines.push_back({line, end});
}

void TextLayout::lay_out(std::size_t index) {
  Block& block = blocks_[index];
  if (block.done) return;
  block.done = true;
  const Span span = view_->blocks[index].span;
  const BlockLook how = look(index);
  std::uint32_t begin = span.begin;
  if (how.keeps_lines) {
    while (begin < span.end) {
      const auto found = view_->text.substr(0, span.end).find('\n', begin);
      const std::uint32_t end =
          found == std::string_view::npos ? span.end : static_cast<std::uint32_t>(found);
      break_paragraph(view_->text, begin, end, how, block.lines);
      begin = end + 1;
    }
  } else {
    break_paragraph(view_->text, span.begin, span.end, how, block.lines);
  }
  heights_.set(index, how.above + how.leading * static_cast<float>(block.lines.size()));
}

double TextLayout::advance(std::size_t bytes, double y) {
  const std::size_t seen = heights_.size() > 0 ? heights_.row_at(y) : 0;
  const double before = heights_.size() > 0 ? heights_.top(seen) : 0;
  std::size_t done = 0;
  while (next_ < blocks_.size() && done < bytes) {
    if (!blocks_[next_].done) done += view_->blocks[next_].span.size() + 16;
    lay_out(next_++);
  }
  return heights_.size() > 0 ? heights_.top(seen) - before : 0;
}

const std::vector<TextLine>& TextLayout::lines(std::size_t block) {
  lay_out(block);
  return blocks_[block].lines;
}

std::size_t TextLayout::block_of(std::uint32_t byte) const {
  const auto& blocks = view_->blocks;
  const auto after =
      std::upper_bound(blocks.begin(), blocks.end(), byte,
                       [](std::uint32_t at, const BlockView& it) { return at < it.span.begin; });
  return after == blocks.begin() ? 0 : static_cast<std::size_t>(after - blocks.begin()) - 1;
}

double TextLayout::y_of(std::uint32_t byte, float* leading) {
  if (blocks_.empty()) return 0;
  const std::size_t block = block_of(byte);
  const BlockLook how = look(block);
  const auto& all = lines(block);
  const auto after = std::upper_bound(all.begin(), all.end(), byte,
                                      [](std::uint32_t at, const TextLine& it) { return at < it.begin; });
  const auto line = after == all.begin() ? 0 : after - all.begin() - 1;
  if (leading != nullptr) *leading = how.leading;
  return heights_.top(block) + how.above + how.leading * static_cast<float>(line);
}

}  // namespace hearsay::ui
