#include "core/training/self_training.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "core/input/reader.hpp"
#include "core/language/language.hpp"

namespace hearsay::training {
namespace {

using namespace language;

// Of the words of a sentence, those that must have the same tag, head and relation in all readings. Below it
// the teachers are out of their depth: code, tables, remains of web pages.
constexpr double kLeastAgreement = 0.8;

constexpr std::uint32_t kShortest = 3;  // words; shorter lines are labels and crumbs

LanguageLayer read_language(const Document& document, const Model& model) {
  LanguageStage stage(document, model);
  Budget budget(0xFFFFFFFFu);
  while (!stage.advance(budget)) budget = Budget(0xFFFFFFFFu);
  return stage.take();
}

bool same(const Token& a, const Token& b) {
  return a.upos == b.upos && a.xpos == b.xpos && a.head == b.head && a.rel == b.rel;
}

bool agrees(const LanguageLayer& layer, const LanguageLayer& other, const Sentence& sentence) {
  const auto found = std::lower_bound(other.sentences.begin(), other.sentences.end(), sentence.first,
                                      [](const Sentence& s, TokenIndex first) { return s.first < first; });
  if (found == other.sentences.end() || found->first != sentence.first || found->count != sentence.count)
    return false;
  std::uint32_t equal = 0;
  for (TokenIndex i = sentence.first; i < sentence.last(); ++i)
    equal += same(layer.tokens[i], other.tokens[i]) ? 1 : 0;
  return equal >= kLeastAgreement * sentence.count;
}

TreebankSentence sentence_of(const Document& document, const LanguageLayer& layer, const Sentence& sentence) {
  TreebankSentence result;
  for (TokenIndex i = sentence.first; i < sentence.last(); ++i) {
    const Token& token = layer.tokens[i];
    Word word;
    word.form = document.text(token.span);
    word.lemma = "_";  // lemmas are learned from the treebanks alone
    word.upos = token.upos;
    word.xpos = token.xpos;
    word.rel = token.rel;
    word.head = token.head == kNoToken ? -1 : static_cast<int>(token.head - sentence.first);
    word.space_after = i + 1 >= layer.tokens.size() || layer.tokens[i + 1].span.begin > token.span.end;
    word.joined = token.joined;
    result.words.push_back(std::move(word));
  }
  return result;
}

}  // namespace

std::vector<TreebankSentence> agreed_sentences(const std::string& path,
                                               const std::vector<std::string>& models) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto document = input::read(bytes, path);
  if (!document) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    return {};
  }
  std::vector<LanguageLayer> layers;
  for (const std::string& model : models) {
    const auto loaded = Model::load(model);
    if (!loaded) return {};
    layers.push_back(read_language(document.value(), loaded.value()));
  }
  std::vector<TreebankSentence> result;
  const Sentence* before = nullptr;
  for (const Sentence& sentence : layers[0].sentences) {
    const bool good = sentence.count >= kShortest && !sentence.cut &&
                      std::all_of(layers.begin() + 1, layers.end(), [&](const LanguageLayer& other) {
                        return agrees(layers[0], other, sentence);
                      });
    if (!good) continue;
    result.push_back(sentence_of(document.value(), layers[0], sentence));
    // What stood between two sentences and was left out is no place to learn sentence ends from.
    result.back().new_paragraph =
        before == nullptr || before->block != sentence.block || before->last() != sentence.first;
    before = &sentence;
  }
  std::printf("%s: %zu of %zu sentences agreed on\n", path.c_str(), result.size(),
              layers[0].sentences.size());
  return result;
}

}  // namespace hearsay::training
