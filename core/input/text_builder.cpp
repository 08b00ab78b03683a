#include "core/input/text_builder.hpp"

#include <utility>

#include "core/text/blocks.hpp"
#include "core/text/bylines.hpp"
#include "core/text/utf8.hpp"

namespace hearsay::input {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr auto blank = [](char32_t code) { return utf8::is_blank(code) || code == '\n' || code == '\r'; };
  while (!text.empty()) {
    const auto first = utf8::decode(text, 0);
    if (!blank(first.code)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && utf8::continues(text[last])) --last;
    if (!blank(utf8::decode(text, last).code)) break;
    text = text.substr(0, last);
  }
  return text;
}

// Rows of one table and items of one list stand line under line.
bool is_close(BlockKind before, BlockKind kind) {
  return before == kind && (kind == BlockKind::list_item || kind == BlockKind::table_row);
}

}  // namespace

Span TextBuilder::add(std::string_view text, BlockKind kind, std::uint8_t level) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (!blocks_.empty()) text_ += is_close(blocks_.back().kind, kind) ? "\n" : "\n\n";
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  const Span span{begin, static_cast<std::uint32_t>(text_.size())};
  const bool lines = text.find('\n') != std::string_view::npos;
  if (kind == BlockKind::paragraph && lines) {
    for (auto block : text::split_into_blocks(text)) {
      if (block.kind == BlockKind::title) block.kind = BlockKind::paragraph;
      block.span = {block.span.begin + begin, block.span.end + begin};
      blocks_.push_back(block);
    }
    return span;
  }
  constexpr std::size_t kLongestByline = 160;
  if (kind == BlockKind::paragraph && text.size() <= kLongestByline && text::is_byline(text))
    kind = BlockKind::byline;
  blocks_.push_back({span, kind, level});
  return span;
}

Document TextBuilder::finish(InputFormat format, Metadata metadata) && {
  return Document(std::move(text_), std::move(blocks_), format, true, std::move(metadata));
}

}  // namespace hearsay::input
