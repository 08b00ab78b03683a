#pragma once

#include <array>
#include <unordered_map>
#include <vector>

#include "core/language/model.hpp"
#include "core/language/model_file.hpp"
#include "core/language/word_features.hpp"
#include "core/training/network.hpp"
#include "core/training/treebank.hpp"

namespace hearsay::training {

using Paragraph = std::vector<TreebankSentence>;

// Sentences that stand in one paragraph, in runs of at most `longest` words.
std::vector<Paragraph> paragraphs(const std::vector<TreebankSentence>& sentences, std::size_t longest);

// The features that have rows of embeddings. Row 0 is for what is not in the vocabulary.
class Vocabularies {
 public:
  // A feature gets a row where it is seen often enough in `treebanks`, or in them and `text` together.
  // `dictionary` must outlive the vocabularies.
  Vocabularies(const language::WordKinds& dictionary, const std::vector<TreebankSentence>& treebanks,
               const std::vector<TreebankSentence>& text = {});
  Vocabularies(const Vocabularies&) = delete;

  std::array<std::size_t, language::kVocabularies> sizes() const;
  // Adds a paragraph to `example`.
  void append(const Paragraph& paragraph, const std::vector<language::JointTag>& tags,
              Example& example) const;
  // The row of a key; 0 where it has none.
  std::uint32_t row(std::size_t vocabulary, std::uint32_t key) const {
    const auto found = rows_[vocabulary].find(key);
    return found != rows_[vocabulary].end() ? found->second : 0;
  }
  // The keys in the order of their rows, from row 1.
  const std::vector<std::uint32_t>& keys(std::size_t vocabulary) const { return keys_[vocabulary]; }

 private:
  const language::WordKinds& dictionary_;
  std::array<std::unordered_map<std::uint32_t, std::uint32_t>, language::kVocabularies> rows_;
  std::array<std::vector<std::uint32_t>, language::kVocabularies> keys_;
  std::unordered_map<std::uint32_t, std::uint32_t> word_counts_;
};

// The paragraph as a headline, in lower case, without its last period, or with other quotation marks; mostly
// as it is. Web pages and bulletins are written in all these ways, the treebanks seldom.
Paragraph vary(Paragraph paragraph, Random& random, bool headlines);

}  // namespace hearsay::training
