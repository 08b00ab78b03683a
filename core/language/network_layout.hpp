#pragma once

#include <array>
#include <cstddef>

// The shape of the network, known to the trainer and to the program:
//   a word -> embeddings of its form, endings, beginnings, shape and kinds (word_kinds.hpp), side by side
//   -> bidirectional LSTM over the words of a block: joint tag (UPOS and XPOS), "a sentence ends here"
//   -> bidirectional LSTM over each sentence: score of every head for every word (biaffine, Dozat and Manning
//      2017), and of every relation for the chosen head
namespace hearsay::language {

enum Vocabulary : std::size_t {
  kWord,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kPrefix2,
  kPrefix3,
  kShape,
  kKinds,
  kVocabularies
};

inline constexpr std::array<std::size_t, kVocabularies> kEmbeddingSizes = {64, 16, 24, 24, 16, 16, 16, 16};

constexpr std::size_t embedding_sum() {
  std::size_t sum = 0;
  for (const std::size_t size : kEmbeddingSizes) sum += size;
  return sum;
}
inline constexpr std::size_t kInputs = embedding_sum();
static_assert(kInputs % 16 == 0);

inline constexpr std::size_t kHidden = 80;  // units of an LSTM in each direction
inline constexpr std::size_t kLayer = 2 * kHidden;
inline constexpr std::size_t kArcHidden = 96;    // of the scorer of heads
inline constexpr std::size_t kRelHidden = 64;    // of the scorer of relations
inline constexpr std::size_t kTagOutputs = 112;  // joint tags, zeros, and last the sentence end
inline constexpr std::size_t kRelOutputs = 64;   // relations, then zeros

// Buckets of the distance from a word to its head: 1 .. 8, 9-12, 13-20, 21 and more, on either side; the
// root; the word itself, which is never its own head but has a place in the square of scores.
inline constexpr std::size_t kDistances = 32;
constexpr std::size_t distance_bucket(int dependent, int head) {  // head 0 is the root, words count from 1
  if (head == 0) return 22;
  if (head == dependent) return 23;
  const int d = head > dependent ? head - dependent : dependent - head;
  const int bucket = d <= 8 ? d - 1 : d <= 12 ? 8 : d <= 20 ? 9 : 10;
  return static_cast<std::size_t>(bucket + (head > dependent ? 11 : 0));
}

}  // namespace hearsay::language
