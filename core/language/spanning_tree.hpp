#pragma once

#include <cstdint>
#include <vector>

namespace hearsay::language {

// The score of every head for every word of a sentence. Words count from 1, head 0 is the root.
class ArcScores {
 public:
  explicit ArcScores(std::size_t words) : words_(words), scores_((words + 1) * (words + 1)) {}
  [[nodiscard]] std::size_t words() const { return words_; }
  float& at(std::size_t dependent, std::size_t head) { return scores_[dependent * (words_ + 1) + head]; }
  [[nodiscard]] float at(std::size_t dependent, std::size_t head) const {
    return scores_[dependent * (words_ + 1) + head];
  }

 private:
  std::size_t words_;
  std::vector<float> scores_;
};

// The heads of the best tree with exactly one child of the root; entry 0 is unused. Where the best head of
// each word makes a tree, as in most sentences, that is the answer in O(n^2); else Chu-Liu/Edmonds.
std::vector<std::uint32_t> spanning_tree(const ArcScores& scores);

}  // namespace hearsay::language
