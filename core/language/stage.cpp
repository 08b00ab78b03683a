#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "core/language/grammar_repairs.hpp"
#include "core/language/language.hpp"
#include "core/language/model.hpp"
#include "core/language/sentence_breaks.hpp"
#include "core/language/tokenizer.hpp"
#include "core/text/ascii.hpp"
#include "core/text/utf8.hpp"

namespace hearsay::language {
namespace {

// Longer sentences than any in the treebanks are lists or machine output: they are cut, so that the parser's
// work stays linear in the text.
constexpr std::size_t kMaxSentenceWords = 250;

// The network reads a block in windows that begin where a sentence begins. A window holds more than the
// longest sentence, so that every sentence is seen with what follows it.
constexpr std::size_t kWindowWords = 400;
static_assert(kWindowWords > kMaxSentenceWords);

// A line of dashes, stars and the like: no prose, but no code either.
bool is_rule(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return ascii::is_alnum(c) || ascii::is_beyond(c); });
}

// A lemma is no longer than its size can say; an address may be. Cut between two characters.
void cut_lemma(std::string& lemmas, std::size_t begin) {
  constexpr std::size_t kLongest = std::numeric_limits<decltype(Token::lemma_size)>::max();
  if (lemmas.size() - begin <= kLongest) return;
  std::size_t end = begin + kLongest;
  while (utf8::continues(lemmas[end])) --end;
  lemmas.resize(end);
}

}  // namespace

struct LanguageStage::Impl {
  Impl(const Document& text, const Model::Impl& weights, StateReader* state_reader)
      : document(text), model(weights), reader(state_reader) {}

  const Document& document;
  const Model::Impl& model;
  StateReader* reader;
  LanguageLayer layer;
  std::size_t block = 0;  // the next to be opened
  std::uint32_t position = 0;
  std::optional<Tokenizer> tokenizer;  // of the open block
  // Words of the open block that are not in the layer yet, but for the first `next`, which are.
  std::vector<RawToken> words;
  std::vector<WordFeatures> features;
  std::size_t next = 0;
  bool at_block_start = false;
  // What the network read: the words [window_first, window_last).
  Network::Window window;
  std::size_t window_first = 0;
  std::size_t window_last = 0;
  Network::Tree tree;
  Network::WordCache cache;

  bool ready();
  bool open_block();
  void fill();
  void read_window();
  std::size_t sentence_end(bool& cut) const;
  void read_sentence();
  void index_children();
};

// Opens the next block of prose that has words. False where there is none.
bool LanguageStage::Impl::open_block() {
  const auto& blocks = document.blocks();
  while (block < blocks.size()) {
    const Block& read = blocks[block++];
    if (read.kind == BlockKind::code && !is_rule(document.text(read.span))) continue;
    tokenizer.emplace(document.text(), read.span);
    at_block_start = true;
    words.clear();
    features.clear();
    next = window_first = window_last = 0;
    fill();
    if (!words.empty()) return true;
  }
  return false;
}

// Tokenises until a window is full or the block is read.
void LanguageStage::Impl::fill() {
  if (next > 0) {
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(next));
    features.erase(features.begin(), features.begin() + static_cast<std::ptrdiff_t>(next));
    next = window_first = window_last = 0;
  }
  while (words.size() <= 2 * kWindowWords && tokenizer->read_chunk(words)) {
  }
  for (std::size_t i = features.empty() ? 0 : features.size() - 1; i < words.size(); ++i) {
    if (i >= features.size())
      features.push_back(word_features(document.text(words[i].span), model.dictionary));
    features[i].space_after = i + 1 >= words.size() || words[i + 1].span.begin > words[i].span.end;
  }
}

// Whether a sentence is there to be read.
bool LanguageStage::Impl::ready() {
  return next < words.size() || open_block();
}

void LanguageStage::Impl::read_window() {
  if (words.size() - next < kWindowWords && !tokenizer->done()) fill();
  window_first = next;
  window_last = std::min(words.size(), next + kWindowWords);
  const bool space_before = next == 0 || features[next - 1].space_after;
  model.network.read(features.data() + next, window_last - next, space_before, cache, window);
}

// The end (exclusive) of the sentence that begins at `next`; 0 where the window ends before it does.
std::size_t LanguageStage::Impl::sentence_end(bool& cut) const {
  bool numbering = at_block_start;
  const std::size_t label_end =
      std::max(caption_label_end(document.text(), words, next), item_label_end(document.text(), words, next));
  const std::size_t dateline = at_block_start ? dateline_end(document.text(), words, next) : next;
  if (dateline > next && dateline < window_last) return dateline;
  for (std::size_t i = next; i + 1 < window_last; ++i) {
    numbering = numbering && is_marker(document.text(words[i].span));
    if (words[i + 1].joined || numbering) continue;
    const bool end = window.ends_sentence(i - window_first) && i + 1 != label_end;
    if (end && !goes_on(document.text(), words, i, document.blocks()[block - 1])) return i + 1;
    if (i + 1 - next >= kMaxSentenceWords) {
      cut = true;
      return i + 1;
    }
  }
  return window_last == words.size() && tokenizer->done() ? window_last : 0;
}

void LanguageStage::Impl::read_sentence() {
  bool cut = false;
  std::size_t end = window_last > next ? sentence_end(cut) : 0;
  if (end == 0) {
    read_window();
    end = sentence_end(cut);
  }
  if (end == 0) {  // joined words to the end of the window
    cut = true;
    end = window_last;
  }
  const std::size_t count = end - next;
  const auto base = static_cast<TokenIndex>(layer.tokens.size());
  model.network.parse(window, features.data() + next, next - window_first, count, tree);
  if (reader != nullptr) reader->read(window.states.data() + (next - window_first) * kLayer, count);
  for (std::size_t i = 0; i < count; ++i) {
    Token token;
    token.span = words[next + i].span;
    token.joined = words[next + i].joined && i > 0;
    const JointTag tag = model.joint_tags[tree.tags[i]];
    token.upos = tag.upos;
    token.kinds = features[next + i].kinds | features[next + i].senses;
    token.xpos = tag.xpos;
    token.head = tree.heads[i] < 0 ? kNoToken : base + static_cast<TokenIndex>(tree.heads[i]);
    token.rel = static_cast<Deprel>(tree.rels[i]);
    token.lemma_begin = static_cast<std::uint32_t>(layer.lemmas.size());
    model.lemmatizer.append_lemma(document.text(token.span), token.upos, token.xpos, layer.lemmas);
    cut_lemma(layer.lemmas, token.lemma_begin);
    token.lemma_size = static_cast<std::uint16_t>(layer.lemmas.size() - token.lemma_begin);
    layer.tokens.push_back(token);
    layer.sentence_of.push_back(static_cast<std::uint32_t>(layer.sentences.size()));
  }
  repair_by_grammar(layer.tokens, base, base + static_cast<TokenIndex>(count));
  Sentence sentence;
  sentence.span = {words[next].span.begin, words[end - 1].span.end};
  sentence.first = base;
  sentence.count = static_cast<std::uint32_t>(count);
  sentence.block = static_cast<std::uint32_t>(block - 1);
  sentence.cut = cut;
  layer.sentences.push_back(sentence);
  position = sentence.span.end;
  at_block_start = false;
  next = end;
}

void LanguageStage::Impl::index_children() {
  const std::size_t count = layer.tokens.size();
  layer.child_begin.assign(count + 1, 0);
  for (const Token& token : layer.tokens) {
    if (token.head != kNoToken) ++layer.child_begin[token.head + 1];
  }
  for (std::size_t i = 0; i < count; ++i) layer.child_begin[i + 1] += layer.child_begin[i];
  layer.children.resize(layer.child_begin[count]);
  std::vector<std::uint32_t> at(layer.child_begin.begin(), layer.child_begin.end() - 1);
  for (TokenIndex i = 0; i < count; ++i) {
    const TokenIndex head = layer.tokens[i].head;
    if (head != kNoToken) layer.children[at[head]++] = i;
  }
}

LanguageStage::LanguageStage(const Document& document, const Model& model, StateReader* reader)
    : impl_(std::make_unique<Impl>(document, *model.impl_, reader)) {}
LanguageStage::~LanguageStage() = default;

bool LanguageStage::advance(Budget& budget) {
  while (impl_->ready()) {
    if (budget.exhausted()) return false;
    const std::size_t before = impl_->layer.tokens.size();
    impl_->read_sentence();
    budget.spend(static_cast<std::uint32_t>(impl_->layer.tokens.size() - before));
  }
  impl_->position = static_cast<std::uint32_t>(impl_->document.text().size());
  return true;
}

std::uint32_t LanguageStage::position() const {
  return impl_->position;
}

LanguageLayer LanguageStage::take() {
  impl_->index_children();
  return std::move(impl_->layer);
}

}  // namespace hearsay::language
