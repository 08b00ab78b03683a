#include <algorithm>

#include "core/language/language.hpp"
#include "core/language/model.hpp"
#include "core/language/tokenizer.hpp"

namespace hearsay::language {
namespace {

// Longer sentences than any in the treebanks are lists or machine output: they are cut, so that the parser's
// work stays linear in the text.
constexpr std::size_t kMaxSentenceTokens = 250;

// Tokens of a block are read in pieces, so that a block of megabytes needs no memory in proportion.
std::uint32_t best(const std::int32_t* scores, std::uint32_t count) {
  return static_cast<std::uint32_t>(std::max_element(scores, scores + count) - scores);
}

}  // namespace

struct LanguageStage::Impl {
  Impl(const Document& text, const Model::Impl& weights) : document(text), model(weights) {}

  const Document& document;
  const Model::Impl& model;
  LanguageLayer layer;
  std::size_t block = 0;  // the next to be tokenised
  std::uint32_t position = 0;
  // The words of the block being read; those before `next` are in the layer.
  std::vector<RawToken> words;
  std::vector<WordFeatures> features;
  std::size_t next = 0;
  std::vector<Feature> row;
  std::vector<std::int32_t> scores;

  bool next_block();
  std::size_t sentence_end(bool& cut);
  void read_sentence();
  void tag(std::size_t first, TokenIndex base, std::size_t count, std::vector<std::uint32_t>& tags);
  void parse(std::size_t first, TokenIndex base, std::size_t count, const std::vector<std::uint32_t>& tags);
  void index_children();
};

// Tokenises the next block that has words. False where there is none.
bool LanguageStage::Impl::next_block() {
  words.clear();
  features.clear();
  next = 0;
  const auto& blocks = document.blocks();
  while (block < blocks.size() && words.empty()) {
    const Block& read = blocks[block++];
    if (read.kind != BlockKind::code) tokenize(document.text(), read.span, words);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    features.push_back(word_features(document.text(words[i].span)));
    features.back().space_after = i + 1 >= words.size() || words[i + 1].span.begin > words[i].span.end;
  }
  return !words.empty();
}

// The end (exclusive) of the sentence that begins at `next`.
std::size_t LanguageStage::Impl::sentence_end(bool& cut) {
  std::int32_t score[2];
  for (std::size_t i = next; i + 1 < words.size(); ++i) {
    if (words[i + 1].joined) continue;
    if (i + 1 - next >= kMaxSentenceTokens) {
      cut = true;
      return i + 1;
    }
    boundary_features(features, i, i - next, row);
    model.boundaries.score(row, score);
    if (score[1] > score[0]) return i + 1;
  }
  return words.size();
}

void LanguageStage::Impl::tag(std::size_t first, TokenIndex base, std::size_t count,
                              std::vector<std::uint32_t>& tags) {
  tags.resize(count);
  scores.resize(std::max<std::size_t>(model.tags.classes, kTransitions));
  for (std::size_t i = 0; i < count; ++i) {
    tag_features(features.data() + first, count, i, i > 0 ? tags[i - 1] : 900, i > 1 ? tags[i - 2] : 900,
                 row);
    model.tags.score(row, scores.data());
    tags[i] = best(scores.data(), model.tags.classes);
    layer.tokens[base + i].upos = model.joint_tags[tags[i]].upos;
    layer.tokens[base + i].xpos = model.joint_tags[tags[i]].xpos;
  }
}

void LanguageStage::Impl::parse(std::size_t first, TokenIndex base, std::size_t count,
                                const std::vector<std::uint32_t>& tags) {
  ParseState state(static_cast<int>(count));
  while (!state.done()) {
    parse_features(state, features.data() + first, tags.data(), row);
    model.transitions.score(row, scores.data());
    std::int32_t best_score = INT32_MIN;
    std::uint32_t transition = 0;
    const auto consider = [&](std::uint32_t from, std::uint32_t to) {
      for (std::uint32_t t = from; t < to; ++t) {
        if (scores[t] > best_score) {
          best_score = scores[t];
          transition = t;
        }
      }
    };
    if (state.can_shift()) consider(0, 1);
    if (state.can_left()) consider(1, 1 + kRelations);
    if (state.can_right()) consider(2 + kRelations, 1 + 2 * kRelations);
    if (transition == 0) {
      state.shift();
    } else if (transition <= kRelations) {
      const bool to_root = state.buffer == state.count;
      state.left(to_root ? 0 : std::max<std::uint32_t>(transition - 1, 1));
    } else {
      state.right(transition - 1 - kRelations);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    Token& token = layer.tokens[base + i];
    token.head = state.heads[i] == state.count ? kNoToken : base + static_cast<TokenIndex>(state.heads[i]);
    token.rel = static_cast<Deprel>(state.rels[i]);
  }
}

void LanguageStage::Impl::read_sentence() {
  bool cut = false;
  const std::size_t end = sentence_end(cut);
  const std::size_t count = end - next;
  const auto base = static_cast<TokenIndex>(layer.tokens.size());
  for (std::size_t i = next; i < end; ++i) {
    Token token;
    token.span = words[i].span;
    token.joined = words[i].joined && i > next;
    layer.tokens.push_back(token);
  }
  std::vector<std::uint32_t> tags;
  tag(next, base, count, tags);
  parse(next, base, count, tags);
  for (TokenIndex i = base; i < layer.tokens.size(); ++i) {
    Token& token = layer.tokens[i];
    token.lemma_begin = static_cast<std::uint32_t>(layer.lemmas.size());
    model.lemmatizer.append_lemma(document.text(token.span), token.upos, token.xpos, layer.lemmas);
    token.lemma_size = static_cast<std::uint16_t>(layer.lemmas.size() - token.lemma_begin);
    layer.sentence_of.push_back(static_cast<std::uint32_t>(layer.sentences.size()));
  }
  Sentence sentence;
  sentence.span = {words[next].span.begin, words[end - 1].span.end};
  sentence.first = base;
  sentence.count = static_cast<std::uint32_t>(count);
  sentence.block = static_cast<std::uint32_t>(block - 1);
  sentence.cut = cut;
  layer.sentences.push_back(sentence);
  position = sentence.span.end;
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

LanguageStage::LanguageStage(const Document& document, const Model& model)
    : impl_(std::make_unique<Impl>(document, *model.impl_)) {}
LanguageStage::~LanguageStage() = default;

bool LanguageStage::advance(Budget& budget) {
  while (impl_->next < impl_->words.size() || impl_->next_block()) {
    if (budget.exhausted()) return false;
    const std::size_t before = impl_->next;
    impl_->read_sentence();
    budget.spend(static_cast<std::uint32_t>(impl_->next - before));
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
