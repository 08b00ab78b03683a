#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language/network_layout.hpp"
#include "core/language/word_features.hpp"

// The trained network at work: 8-bit weights, integer products, and floats only where one operation follows
// another in a fixed order. The same words give the same bits everywhere.
namespace hearsay::language {

// Weights of a linear layer, rows [out][in], widened to 16 bits when loaded.
struct Weights {
  std::size_t inputs = 0;
  std::size_t outputs = 0;
  std::vector<std::int16_t> rows;
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

struct LstmWeights {
  Weights in;
  Weights recurrent;
};

class Network {
 public:
  // False where the sections of the model file are missing or damaged. The embeddings stay in `file`.
  bool load(std::string_view file, std::size_t tags);

  struct Window {
    std::vector<std::uint16_t> tags;   // joint tags
    std::vector<float> ends;           // above 0: a sentence ends after this word
    std::vector<std::int16_t> states;  // [words][kLayer]
  };
  // Reads `count` words of one block. `space_before`: white space stands before the first.
  void read(const WordFeatures* words, std::size_t count, bool space_before, Window& out) const;

  struct Tree {
    std::vector<std::int32_t> heads;  // -1: the root
    std::vector<std::uint8_t> rels;
  };
  // The tree of the words [first, first + count) of a window.
  void parse(const Window& window, std::size_t first, std::size_t count, Tree& out) const;

 private:
  std::array<Embeddings, kVocabularies> embeddings_;
  float input_scale_ = 1;
  std::array<LstmWeights, 2> first_, second_;
  Weights tagger_;
  Weights scorers_;  // dependents, heads (of arcs), dependents, heads (of relations)
  Weights rel_out_;
  Weights arc_product_;
  std::vector<float> arc_bias_;
  std::vector<float> distance_;
  std::vector<std::int16_t> root_;
  std::size_t tags_ = 0;
};

}  // namespace hearsay::language
