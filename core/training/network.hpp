#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/language/network_layout.hpp"
#include "core/language/word_features.hpp"
#include "core/training/layers.hpp"

namespace hearsay::training {

// Turns scores into probabilities.
void softmax(float* scores, std::size_t count);
// Turns probabilities into the gradient of the cross-entropy with the right answer, as far as it is trusted,
// and for the rest with what teachers believe; returns the loss against the right answer.
double cross_entropy(float* probabilities, std::size_t count, std::size_t right, const float* believed,
                     float trust);

// What networks hold likely of a paragraph; what another may learn from.
struct Beliefs {
  Matrix tags;                            // [words][kTagOutputs], the last: a sentence ends
  Matrix rels;                            // [words][kRelOutputs], under the head that the example gives
  std::vector<std::vector<float>> heads;  // per word: of the root, then of the words of the sentence

  void add(const Beliefs& other, float weight);
};

// Paragraphs to learn from at once.
struct Example {
  std::vector<std::array<std::uint32_t, language::kVocabularies>> rows;  // of the embeddings, per word
  std::vector<language::WordFeatures> words;
  std::vector<std::uint32_t> tags;
  std::vector<std::uint32_t> word_counts;  // how often the word stands in the training text
  std::vector<Segment> paragraphs;
  std::vector<Segment> sentences;
  std::vector<int> heads;  // in the example; -1: the root
  std::vector<std::uint32_t> rels;
  // Where teachers were asked: what they believe, and how much the labels above count against it.
  struct Lesson {
    const Beliefs* beliefs = nullptr;
    std::size_t word = 0;  // in the beliefs
    float trust = 1;
  };
  std::vector<Lesson> lessons;
};

struct Losses {
  double tag = 0, boundary = 0, arc = 0, rel = 0;
  std::size_t words = 0, tags_right = 0, heads_right = 0, both_right = 0;
};

struct Dropout {
  float word = 0.25F;       // a word is unknown with word / (word + count)
  float group = 0.05F;      // one embedding of a word is left out
  float embedding = 0.15F;  // elements of embeddings
  float layer = 0.25F;      // elements of LSTM outputs, the same for all words of a paragraph
  float hidden = 0.25F;     // elements of the scorers' hidden layers
  float recurrent = 0;      // elements of the state that an LSTM hands on
};

// The network of network_layout.hpp with its gradients.
class Network {
 public:
  Network(const std::array<std::size_t, language::kVocabularies>& sizes, std::size_t tags,
          std::uint32_t seed);

  // What the layers make of an example.
  struct Reading {
    std::vector<std::array<std::uint32_t, language::kVocabularies>> rows;  // some words left out
    Matrix x, x_mask;
    std::array<Lstm::Memory, 2> memory1, memory2;
    Matrix l1, l1_mask;
    Matrix scores;       // of the joint tags, then of the sentence end
    Matrix l2, l2_mask;  // the last row is that of the root
  };
  void read(const Example& example, const Dropout& dropout, Reading& reading);
  // Forward and backward; adds to the gradients.
  void learn(const Example& example, const Dropout& dropout, Losses& losses);
  // What the network holds likely, without learning; counts what is right.
  Beliefs judge(const Example& example, Losses& losses);
  void update(const Schedule& schedule, float gradient_scale);
  void track(float decay);
  std::vector<std::pair<std::string, Parameter*>> parameters();

  std::array<Parameter, language::kVocabularies> embeddings;
  std::array<Lstm, 2> first, second;  // forwards, backwards
  Linear tagger;                      // joint tags, then the sentence end
  Parameter root;                     // what stands for the root among the outputs of the second layer
  Linear arc_dependent, arc_head, rel_dependent, rel_head, rel_out;
  Parameter arc_product;  // [A x A]
  Parameter arc_bias;     // [1 x A] heads that take many dependents
  Parameter distance;     // [1 x kDistances]

 private:
  std::size_t tags_;
  Random random_;

  void run(const Example& example, const Dropout& dropout, Losses& losses, Beliefs* judged);
  void drop(Matrix& x, float rate, Matrix& mask);
  void drop_columns(Matrix& x, float rate, const std::vector<Segment>& paragraphs, Matrix& mask);
  void learn_sentence(const Example& example, Segment s, const Matrix& hd, const Matrix& hh, const Matrix& ld,
                      const Matrix& lh, Matrix& dhd, Matrix& dhh, Matrix& dld, Matrix& dlh,
                      float hidden_dropout, Losses& losses, Beliefs* judged);
};

}  // namespace hearsay::training
