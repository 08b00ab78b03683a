// Bytes -> blocks -> words and sentences with trees. The first byte says how large a slice of work is, so
// that a sentence is resumed at every place.
#include <cstddef>
#include <cstdint>

#include "core/assets/assets.hpp"
#include "core/input/reader.hpp"
#include "core/language/language.hpp"
#include "core/language/tokenizer.hpp"
#include "tests/fuzz/checks.hpp"

namespace {

using namespace hearsay;
using fuzz::require;

void check_words(std::string_view text, Span where) {
  language::Tokenizer tokenizer(text, where);
  std::vector<language::RawToken> words;
  while (tokenizer.read_chunk(words)) {
  }
  auto end = where.begin;
  for (const auto& word : words) {
    fuzz::check_span(text, word.span);
    require(word.span.begin >= end, "words are in order");
    require(!word.joined || word.span.begin == end, "a word that continues another touches it");
    for (; end < word.span.begin; ++end) {
      const auto byte = static_cast<unsigned char>(text[end]);
      require(byte <= ' ' || byte >= 0x7F, "every character that is not white space lies in a word");
    }
    end = word.span.end;
  }
}

void check_layer(const Document& document, const language::LanguageLayer& layer) {
  std::uint32_t end = 0;
  language::TokenIndex next = 0;
  for (const auto& sentence : layer.sentences) {
    fuzz::check_span(document.text(), sentence.span);
    require(sentence.span.begin >= end && sentence.first == next && sentence.count > 0,
            "sentences are in order, whole and not empty");
    require(sentence.count <= 400, "no sentence is longer than a window");
    end = sentence.span.end;
    next = sentence.last();
    std::size_t roots = 0;
    for (auto token = sentence.first; token < sentence.last(); ++token) {
      const auto& word = layer.tokens[token];
      fuzz::check_span(document.text(), word.span);
      require(!layer.lemma(token).empty(), "every word has a lemma");
      roots += word.head == language::kNoToken ? 1 : 0;
      const bool inside = word.head >= sentence.first && word.head < sentence.last() && word.head != token;
      require(word.head == language::kNoToken || inside, "a head is another word of the sentence");
      auto above = token;
      for (std::uint32_t steps = 0; above != language::kNoToken; above = layer.tokens[above].head) {
        require(steps++ <= sentence.count, "a tree has no cycle");
      }
    }
    require(roots == 1, "a sentence has one root");
  }
  require(next == layer.tokens.size(), "every word lies in a sentence");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto model = language::Model::load(asset("models/english.bin"));
  require(model.ok(), "the program's own model can be read");
  if (size == 0) return 0;
  const auto document = input::read({reinterpret_cast<const char*>(data + 1), size - 1}, "");
  if (!document.ok()) return 0;
  for (const auto& block : document.value().blocks()) check_words(document.value().text(), block.span);
  language::LanguageStage stage(document.value(), model.value());
  for (bool done = false; !done;) {
    Budget budget(data[0] + 1u);
    done = stage.advance(budget);
  }
  check_layer(document.value(), stage.take());
  return 0;
}
