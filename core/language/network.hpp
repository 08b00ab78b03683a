#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language/kernels.hpp"
#include "core/language/network_layout.hpp"
#include "core/language/tag_review.hpp"
#include "core/language/word_features.hpp"

// The trained network at work: 8-bit weights, integer products, and floats only where one operation follows
// another in a fixed order. The same words give the same bits everywhere.
namespace hearsay::language {

// Weights of a linear layer, packed as the kernels read them.
struct Weights {
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  std::vector<std::int8_t> packed;
  std::vector<float> scales;  // per output
  std::vector<float> bias;    // per output, or empty
};

struct Embeddings {
  std::vector<std::uint32_t> slots;  // open addressing: the key
  std::vector<std::uint16_t> rows;   // and its row; 0: an empty slot
  std::uint32_t mask = 0;
  std::size_t size = 0;
  const std::int8_t* weights = nullptr;
  std::int16_t factor = 1;  // brings the table's scale to that of the whole input

  [[nodiscard]] std::uint32_t row(std::uint32_t key) const;
};

// A bidirectional LSTM layer. The gates of both directions lie side by side.
struct LstmWeights {
  Weights in;
  std::array<Weights, 2> recurrent;  // forwards, backwards
};

class Network {
 public:
  // False where the sections of the model file are missing or damaged. The embeddings stay in `file`.
  bool load(std::string_view file, std::size_t tags);

  // What words bring to the gates of the first layer, kept for when they come again: most of a text is words
  // that it has used before. Forgets what shares a place with a newer word.
  class WordCache {
   public:
    WordCache();

   private:
    friend class Network;
    using Rows = std::array<std::uint16_t, kVocabularies>;
    std::vector<Rows> rows_;
    std::vector<float> gates_;
  };

  struct Window {
    // [words][kTagOutputs]: scores of the joint tags, and last of the end of a sentence
    std::vector<float> scores;
    std::vector<std::int16_t> states;  // [words][kLayer]

    [[nodiscard]] bool ends_sentence(std::size_t word) const {
      return scores[(word + 1) * kTagOutputs - 1] > 0;
    }
  };
  // Reads `count` words of one block. `space_before`: white space stands before the first.
  void read(const WordFeatures* words, std::size_t count, bool space_before, WordCache& cache,
            Window& out) const;

  struct Tree {
    std::vector<std::int32_t> heads;  // -1: the root
    std::vector<std::uint8_t> rels;
    std::vector<std::uint8_t> tags;  // joint tags
  };
  // The tags and the tree of the words [first, first + count) of a window. `words`: the first of them.
  void parse(const Window& window, const WordFeatures* words, std::size_t first, std::size_t count,
             Tree& out) const;

 private:
  std::vector<float> apply(const Weights& w, const std::int16_t* x, std::size_t rows, float x_scale) const;
  const float* word_gates(const WordFeatures& word, bool space_before, WordCache& cache) const;
  void review_tags(const float* scores, const WordFeatures* words, const std::int16_t* states,
                   std::size_t count, Tree& out) const;
  void label(const std::vector<float>& hidden, const std::vector<std::uint32_t>& heads, Tree& out) const;

  const Kernels* kernels_ = &kernels();
  std::array<Embeddings, kVocabularies> embeddings_;
  float input_scale_ = 1;
  LstmWeights first_;
  LstmWeights second_;
  Weights tagger_;
  Weights tagger_again_;  // of the second layer; no outputs where the file has no review of tags
  LinearReview review_;
  Weights scorers_;  // dependents, heads (of arcs), dependents, heads (of relations)
  Weights rel_out_;
  Weights arc_product_;
  std::vector<float> arc_bias_;
  std::vector<float> distance_;
  std::vector<std::int16_t> root_;
  std::size_t tags_ = 0;
};

}  // namespace hearsay::language
