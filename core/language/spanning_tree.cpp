#include "core/language/spanning_tree.hpp"

namespace hearsay::language {
namespace {

constexpr float kNever = -1e30F;

using Heads = std::vector<std::uint32_t>;

// The words of a cycle among the heads, or nothing.
std::vector<std::uint32_t> find_cycle(const Heads& heads) {
  std::vector<std::uint32_t> visit(heads.size(), 0);
  for (std::uint32_t start = 1; start < heads.size(); ++start) {
    std::uint32_t at = start;
    while (at != 0 && visit[at] == 0) {
      visit[at] = start;
      at = heads[at];
    }
    if (at == 0 || visit[at] != start) continue;
    std::vector<std::uint32_t> cycle{at};
    for (std::uint32_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// Chu-Liu/Edmonds with the cycles contracted one after another. Nodes keep their numbers; a cycle is then
// represented by its first word, and `active` are the nodes not swallowed by another.
class Edmonds {
 public:
  explicit Edmonds(const ArcScores& scores) : scores_(scores), size_(scores.words() + 1) {}

  Heads solve() {
    Heads heads(size_, 0);
    std::vector<char> active(size_, 1);
    contract(active, heads);
    return heads;
  }

 private:
  void contract(const std::vector<char>& active, Heads& heads) {
    for (std::uint32_t d = 1; d < size_; ++d) {
      heads[d] = 0;
      if (active[d] == 0) continue;
      float best = kNever;
      for (std::uint32_t h = 0; h < size_; ++h) {
        if (active[h] == 0 || h == d || scores_.at(d, h) <= best) continue;
        best = scores_.at(d, h);
        heads[d] = h;
      }
    }
    const auto cycle = find_cycle(heads);
    if (cycle.empty()) return;
    // The cycle becomes one node: an arc into it costs the arc that it replaces.
    const std::uint32_t node = cycle[0];
    std::vector<std::uint32_t> enters(size_, 0);  // per head outside: the word of the cycle it would enter at
    std::vector<std::uint32_t> leaves(size_,
                                      0);  // per word outside: the word of the cycle that would be its head
    const Heads in_cycle = heads;
    std::vector<char> member(size_, 0);
    for (const std::uint32_t word : cycle) member[word] = 1;
    ArcScores contracted = scores_;
    for (std::uint32_t v = 0; v < size_; ++v) {
      if (active[v] == 0 || member[v] != 0) continue;
      float best_in = kNever * 2;
      float best_out = kNever * 2;
      for (const std::uint32_t word : cycle) {
        const float in = scores_.at(word, v) - scores_.at(word, in_cycle[word]);
        if (in > best_in) {
          best_in = in;
          enters[v] = word;
        }
        if (v != 0 && scores_.at(v, word) > best_out) {
          best_out = scores_.at(v, word);
          leaves[v] = word;
        }
      }
      contracted.at(node, v) = best_in;
      if (v != 0) contracted.at(v, node) = best_out;
    }
    std::vector<char> still_active = active;
    for (const std::uint32_t word : cycle) still_active[word] = word == node ? 1 : 0;
    Edmonds inner(contracted);
    inner.contract(still_active, heads);
    // Open the cycle where its arc enters.
    const std::uint32_t outside = heads[node];
    for (std::uint32_t d = 1; d < size_; ++d) {
      if (still_active[d] != 0 && d != node && heads[d] == node) heads[d] = leaves[d];
    }
    for (const std::uint32_t word : cycle) heads[word] = in_cycle[word];
    heads[enters[outside]] = outside;
  }

  ArcScores scores_;
  std::size_t size_;
};

std::uint32_t roots(const Heads& heads) {
  std::uint32_t count = 0;
  for (std::uint32_t d = 1; d < heads.size(); ++d) count += heads[d] == 0 ? 1u : 0u;
  return count;
}

}  // namespace

std::vector<std::uint32_t> spanning_tree(const ArcScores& scores) {
  const std::size_t size = scores.words() + 1;
  Heads heads(size, 0);
  for (std::uint32_t d = 1; d < size; ++d) {
    float best = kNever;
    for (std::uint32_t h = 0; h < size; ++h) {
      if (h == d || scores.at(d, h) <= best) continue;
      best = scores.at(d, h);
      heads[d] = h;
    }
  }
  if (roots(heads) == 1 && find_cycle(heads).empty()) return heads;
  heads = Edmonds(scores).solve();
  if (roots(heads) == 1) return heads;
  // Only the likeliest of the roots stays one.
  std::uint32_t root = 0;
  for (std::uint32_t d = 1; d < size; ++d) {
    if (heads[d] == 0 && (root == 0 || scores.at(d, 0) > scores.at(root, 0))) root = d;
  }
  ArcScores single = scores;
  for (std::uint32_t d = 1; d < size; ++d) {
    if (d != root) single.at(d, 0) = kNever / 2;
  }
  return Edmonds(single).solve();
}

}  // namespace hearsay::language
