#include "core/language/spanning_tree.hpp"

#include <algorithm>
#include <numeric>

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
// represented by its first word, whose scores become the cycle's: what the arcs inside it scored is not asked
// again. `active` are the nodes not swallowed by another, in order.
class Edmonds {
 public:
  explicit Edmonds(const ArcScores& scores) : scores_(scores), heads_(scores.words() + 1, 0) {}

  Heads solve() {
    std::vector<std::uint32_t> active(heads_.size());
    std::iota(active.begin(), active.end(), 0u);
    contract(active);
    return std::move(heads_);
  }

 private:
  void choose_heads(const std::vector<std::uint32_t>& active) {
    std::fill(heads_.begin(), heads_.end(), 0u);
    for (const std::uint32_t d : active) {
      if (d == 0) continue;
      float best = kNever;
      for (const std::uint32_t h : active) {
        if (h == d || scores_.at(d, h) <= best) continue;
        best = scores_.at(d, h);
        heads_[d] = h;
      }
    }
  }

  void contract(const std::vector<std::uint32_t>& active) {
    choose_heads(active);
    const auto cycle = find_cycle(heads_);
    if (cycle.empty()) return;
    // The cycle becomes one node: an arc into it costs the arc that it replaces.
    const std::uint32_t node = cycle[0];
    // Per head outside: the word of the cycle it would enter at; per word outside: the word of the cycle that
    // would be its head.
    std::vector<std::uint32_t> enters(heads_.size(), 0);
    std::vector<std::uint32_t> leaves(heads_.size(), 0);
    const Heads in_cycle = heads_;
    std::vector<char> member(heads_.size(), 0);
    for (const std::uint32_t word : cycle) member[word] = 1;
    std::vector<std::uint32_t> still_active;
    for (const std::uint32_t v : active) {
      if (member[v] == 0 || v == node) still_active.push_back(v);
      if (member[v] != 0) continue;
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
      scores_.at(node, v) = best_in;
      if (v != 0) scores_.at(v, node) = best_out;
    }
    contract(still_active);
    // Open the cycle where its arc enters.
    const std::uint32_t outside = heads_[node];
    for (const std::uint32_t d : still_active) {
      if (d != 0 && d != node && heads_[d] == node) heads_[d] = leaves[d];
    }
    for (const std::uint32_t word : cycle) heads_[word] = in_cycle[word];
    heads_[enters[outside]] = outside;
  }

  ArcScores scores_;
  Heads heads_;
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
