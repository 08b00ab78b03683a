#include "trees.hpp"

#include <cstdlib>

#include "core/language/word_kinds.hpp"

namespace hearsay::test {
namespace {

using namespace hearsay::language;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    if (end != 0) parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

template <class Tag>
Tag tag_named(std::string_view wanted, Tag last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name(static_cast<Tag>(i)) == wanted) return static_cast<Tag>(i);
  }
  std::abort();  // a misspelt tag in a test
}

}  // namespace

ParsedText parse_trees(std::string_view rows) {
  ParsedText out;
  LanguageLayer& layer = out.layer;
  std::string text;
  std::vector<Block> blocks;
  bool open_block = false;
  bool open_sentence = false;
  TokenIndex sentence_first = 0;
  std::uint32_t block_begin = 0;
  BlockKind kind = BlockKind::paragraph;
  const auto end_sentence = [&] {
    if (!open_sentence) return;
    const auto last = static_cast<TokenIndex>(layer.tokens.size());
    Sentence sentence;
    sentence.first = sentence_first;
    sentence.count = last - sentence_first;
    sentence.span = {layer.tokens[sentence_first].span.begin, layer.tokens[last - 1].span.end};
    sentence.block = static_cast<std::uint32_t>(blocks.size());
    for (TokenIndex i = sentence_first; i < last; ++i)
      layer.sentence_of.push_back(static_cast<std::uint32_t>(layer.sentences.size()));
    layer.sentences.push_back(sentence);
    open_sentence = false;
  };
  const auto end_block = [&] {
    if (!open_block) return;
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
    blocks.push_back({{block_begin, static_cast<std::uint32_t>(text.size())}, kind, 1});
    text += "\n\n";
    open_block = false;
    kind = BlockKind::paragraph;
  };
  int empty_lines = 0;
  while (!rows.empty()) {
    const auto end = rows.find('\n');
    auto line = rows.substr(0, end);
    rows.remove_prefix(end == std::string_view::npos ? rows.size() : end + 1);
    const auto cells = split(line, ' ');
    if (cells.empty()) {
      end_sentence();
      if (++empty_lines >= 2) end_block();
      continue;
    }
    empty_lines = 0;
    if (cells[0] == "#") {
      end_block();
      kind = cells[1] == "title"  ? BlockKind::title
             : cells[1] == "item" ? BlockKind::list_item
                                  : BlockKind::heading;
      continue;
    }
    if (cells.size() != 6) std::abort();
    if (!open_block) {
      block_begin = static_cast<std::uint32_t>(text.size());
      open_block = true;
    }
    if (!open_sentence) {
      sentence_first = static_cast<TokenIndex>(layer.tokens.size());
      open_sentence = true;
    }
    const bool touches = cells[0].size() > 1 && cells[0].back() == '_';
    const auto form = touches ? cells[0].substr(0, cells[0].size() - 1) : cells[0];
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += form;
    token.span.end = static_cast<std::uint32_t>(text.size());
    if (!touches) text += ' ';
    token.lemma_begin = static_cast<std::uint32_t>(layer.lemmas.size());
    token.lemma_size = static_cast<std::uint16_t>(cells[1].size());
    layer.lemmas += cells[1];
    token.upos = tag_named(cells[2], Upos::X);
    if (token.upos == Upos::NOUN) token.kinds = WordKinds::noun | WordKinds::group;
    token.xpos = tag_named(cells[3], Xpos::XX);
    const int head = std::atoi(std::string(cells[4]).c_str());
    token.head = head == 0 ? kNoToken : sentence_first + static_cast<TokenIndex>(head) - 1;
    token.rel = tag_named(cells[5], Deprel::xcomp);
    layer.tokens.push_back(token);
  }
  end_sentence();
  end_block();
  // Children, by counting.
  layer.child_begin.assign(layer.tokens.size() + 1, 0);
  for (const Token& token : layer.tokens) {
    if (token.head != kNoToken) ++layer.child_begin[token.head + 1];
  }
  for (std::size_t i = 1; i < layer.child_begin.size(); ++i) layer.child_begin[i] += layer.child_begin[i - 1];
  layer.children.resize(layer.child_begin.back());
  auto next = layer.child_begin;
  for (TokenIndex i = 0; i < layer.tokens.size(); ++i) {
    if (layer.tokens[i].head != kNoToken) layer.children[next[layer.tokens[i].head]++] = i;
  }
  while (!text.empty() && text.back() == '\n') text.pop_back();
  out.document =
      std::make_unique<Document>(std::move(text), std::move(blocks), InputFormat::plain, false, Metadata{});
  return out;
}

}  // namespace hearsay::test
