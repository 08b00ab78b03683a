#include "core/language/network.hpp"

#include <algorithm>
#include <cstring>

#include "core/language/activation.hpp"
#include "core/language/kernels.hpp"
#include "core/language/language.hpp"
#include "core/language/model_file.hpp"
#include "core/language/spanning_tree.hpp"

namespace hearsay::language {
namespace {

constexpr std::size_t kCachedWords = 1024;

// Steps of one direction. `gates` holds what the inputs bring, [count][2][4 * kHidden]; outputs go to `out`,
// [count][2][kHidden].
void run_direction(const Kernels& kernels, const Weights& recurrent, float* gates, std::size_t count,
                   std::size_t direction, std::int16_t* out) {
  constexpr std::size_t kGates = 4 * kHidden;
  float cell[kHidden] = {};
  std::int16_t state[kHidden] = {};
  std::int32_t sums[kGates] = {};
  float scales[kGates];
  for (std::size_t i = 0; i < kGates; ++i) scales[i] = recurrent.scales[i] * (1 / kStateScale);
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t t = direction == 1 ? count - 1 - k : k;
    kernels.multiply(state, 1, kHidden, recurrent.packed.data(), kGates, sums);
    kernels.lstm_step(gates + (2 * t + direction) * kGates, sums, scales, kHidden, cell, state);
    std::copy(state, state + kHidden, out + (2 * t + direction) * kHidden);
  }
}

void run_lstm(const Kernels& kernels, const LstmWeights& lstm, std::vector<float>& gates, std::size_t count,
              std::int16_t* out) {
  for (std::size_t direction = 0; direction < 2; ++direction) {
    run_direction(kernels, lstm.recurrent[direction], gates.data(), count, direction, out);
  }
}

Weights read_matrix(ModelReader& in, std::size_t inputs, std::size_t outputs, bool biased) {
  Weights w;
  w.inputs = inputs;
  w.outputs = outputs;
  for (std::size_t o = 0; o < outputs; ++o) w.scales.push_back(in.real());
  const std::string_view bytes = in.bytes(inputs * outputs);
  if (!bytes.empty()) w.packed = pack(reinterpret_cast<const std::int8_t*>(bytes.data()), outputs, inputs);
  for (std::size_t o = 0; biased && o < outputs; ++o) w.bias.push_back(in.real());
  return w;
}

// One layer with the outputs of both.
Weights beside(Weights a, const Weights& b) {
  a.outputs += b.outputs;
  a.packed.insert(a.packed.end(), b.packed.begin(), b.packed.end());
  a.scales.insert(a.scales.end(), b.scales.begin(), b.scales.end());
  a.bias.insert(a.bias.end(), b.bias.begin(), b.bias.end());
  return a;
}

}  // namespace

std::vector<float> Network::apply(const Weights& w, const std::int16_t* x, std::size_t rows,
                                  float x_scale) const {
  std::vector<std::int32_t> sums(rows * w.outputs);
  kernels_->multiply(x, rows, w.inputs, w.packed.data(), w.outputs, sums.data());
  std::vector<float> scales(w.outputs);
  for (std::size_t o = 0; o < w.outputs; ++o) scales[o] = w.scales[o] * x_scale;
  std::vector<float> out(rows * w.outputs);
  kernels_->scale(sums.data(), rows, w.outputs, scales.data(), w.bias.empty() ? nullptr : w.bias.data(),
                  out.data());
  return out;
}

std::uint32_t Embeddings::row(std::uint32_t key) const {
  for (std::uint32_t slot = mix(key, 1) & mask;; slot = (slot + 1) & mask) {
    if (rows[slot] == 0) return 0;
    if (slots[slot] == key) return rows[slot];
  }
}

bool Network::load(std::string_view file, std::size_t tags) {
  tags_ = tags;
  if (tags == 0 || tags >= kTagOutputs) return false;
  std::array<float, kVocabularies> scales{};
  for (std::size_t k = 0; k < kVocabularies; ++k) {
    Embeddings& e = embeddings_[k];
    ModelReader in(find_section(file, "VOC" + std::string(1, static_cast<char>('0' + k))));
    const std::uint32_t count = in.number();
    const std::uint32_t size = in.number();
    scales[k] = in.real();
    in.number();
    if (!in.ok() || size != kEmbeddingSizes[k] || count > 60000) return false;
    e.size = size;
    e.mask = 1;
    while (e.mask < 2 * count) e.mask = e.mask * 2 + 1;
    e.slots.assign(e.mask + std::size_t{1}, 0);
    e.rows.assign(e.mask + std::size_t{1}, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t key = in.number();
      std::uint32_t slot = mix(key, 1) & e.mask;
      while (e.rows[slot] != 0) slot = (slot + 1) & e.mask;
      e.slots[slot] = key;
      e.rows[slot] = static_cast<std::uint16_t>(i + 1);
    }
    const std::string_view weights = in.bytes((count + std::size_t{1}) * size);
    if (!in.ok()) return false;
    e.weights = reinterpret_cast<const std::int8_t*>(weights.data());
  }
  // All tables share one scale, a fraction of the largest; each is brought to it by a whole factor.
  constexpr float kFinest = 16;
  input_scale_ = *std::max_element(scales.begin(), scales.end()) / kFinest;
  for (std::size_t k = 0; k < kVocabularies; ++k) {
    embeddings_[k].factor =
        static_cast<std::int16_t>(static_cast<std::int32_t>(scales[k] / input_scale_ + 0.5F));
  }
  ModelReader in(find_section(file, "NETW"));
  for (LstmWeights* layer : {&first_, &second_}) {
    const std::size_t inputs = layer == &first_ ? kInputs : kLayer;
    layer->in = read_matrix(in, inputs, 4 * kHidden, true);
    layer->recurrent[0] = read_matrix(in, kHidden, 4 * kHidden, false);
    layer->in = beside(std::move(layer->in), read_matrix(in, inputs, 4 * kHidden, true));
    layer->recurrent[1] = read_matrix(in, kHidden, 4 * kHidden, false);
  }
  tagger_ = read_matrix(in, kLayer, kTagOutputs, true);
  scorers_ = read_matrix(in, kLayer, kArcHidden, true);
  scorers_ = beside(std::move(scorers_), read_matrix(in, kLayer, kArcHidden, true));
  scorers_ = beside(std::move(scorers_), read_matrix(in, kLayer, kRelHidden, true));
  scorers_ = beside(std::move(scorers_), read_matrix(in, kLayer, kRelHidden, true));
  rel_out_ = read_matrix(in, kRelHidden, kRelOutputs, true);
  arc_product_ = read_matrix(in, kArcHidden, kArcHidden, false);
  for (std::size_t i = 0; i < kArcHidden; ++i) arc_bias_.push_back(in.real());
  for (std::size_t i = 0; i < kDistances; ++i) distance_.push_back(in.real());
  for (std::size_t i = 0; i < kLayer; ++i) root_.push_back(quantise(in.real(), kStateScale, kShortLimit));
  const std::string_view again = find_section(file, "TAG2");
  ModelReader second(again);
  if (!again.empty()) tagger_again_ = read_matrix(second, kLayer, kTagOutputs, true);
  return in.ok() && second.ok() && review_.load(find_section(file, "TAGL"));
}

Network::WordCache::WordCache() : rows_(kCachedWords), gates_(kCachedWords * 8 * kHidden) {
  for (Rows& rows : rows_) rows.fill(0xFFFF);  // no word has such rows
}

// What a word brings to the gates of the first layer. Valid until the next call.
const float* Network::word_gates(const WordFeatures& word, bool space_before, WordCache& cache) const {
  const auto keys = vocabulary_keys(word, space_before);
  WordCache::Rows rows;
  std::uint32_t place = 0;
  for (std::size_t k = 0; k < kVocabularies; ++k) {
    rows[k] = static_cast<std::uint16_t>(embeddings_[k].row(keys[k]));
    place = mix(place, rows[k]);
  }
  place %= kCachedWords;
  float* gates = cache.gates_.data() + place * first_.in.outputs;
  if (cache.rows_[place] == rows) return gates;
  cache.rows_[place] = rows;
  std::array<std::int16_t, kInputs> x;
  std::int16_t* at = x.data();
  for (std::size_t k = 0; k < kVocabularies; ++k) {
    const Embeddings& e = embeddings_[k];
    const std::int8_t* row = e.weights + rows[k] * e.size;
    for (std::size_t c = 0; c < e.size; ++c) *at++ = static_cast<std::int16_t>(row[c] * e.factor);
  }
  const std::vector<float> result = apply(first_.in, x.data(), 1, input_scale_);
  std::copy(result.begin(), result.end(), gates);
  return gates;
}

void Network::read(const WordFeatures* words, std::size_t count, bool space_before, WordCache& cache,
                   Window& out) const {
  const std::size_t width = first_.in.outputs;
  std::vector<float> gates(count * width);
  for (std::size_t i = 0; i < count; ++i) {
    const float* word = word_gates(words[i], i > 0 ? words[i - 1].space_after : space_before, cache);
    std::copy(word, word + width, gates.data() + i * width);
  }
  out.states.resize(count * kLayer);
  run_lstm(*kernels_, first_, gates, count, out.states.data());
  out.scores = apply(tagger_, out.states.data(), count, 1 / kStateScale);
}

// The best joint tag of each word, by both layers; where it is a close thing, the words around decide too.
void Network::review_tags(const float* scores, const WordFeatures* words, const std::int16_t* states,
                          std::size_t count, Tree& out) const {
  std::vector<float> rows(count * kTagOutputs);
  if (tagger_again_.outputs > 0) rows = apply(tagger_again_, states, count, 1 / kStateScale);
  std::vector<std::uint8_t> tags(count);
  for (std::size_t i = 0; i < count; ++i) {
    float* row = rows.data() + i * kTagOutputs;
    for (std::size_t k = 0; k < tags_; ++k) row[k] += scores[i * kTagOutputs + k];
    tags[i] = static_cast<std::uint8_t>(std::max_element(row, row + tags_) - row);
  }
  out.tags = tags;
  for (std::size_t i = 0; i < count; ++i) {
    const float* row = rows.data() + i * kTagOutputs;
    const float least = row[tags[i]] - kCloseTags;
    if (std::count_if(row, row + tags_, [least](float score) { return score > least; }) == 1) continue;
    const ReviewFeatures features = review_features(words, tags.data(), count, i);
    float best = least;
    for (std::size_t k = 0; k < tags_; ++k) {
      if (row[k] <= least) continue;
      const float score = row[k] + review_.score(features, k);
      if (score > best) {
        best = score;
        out.tags[i] = static_cast<std::uint8_t>(k);
      }
    }
  }
}

void Network::label(const std::vector<float>& hidden, const std::vector<std::uint32_t>& heads,
                    Tree& out) const {
  const std::size_t count = heads.size() - 1;
  const std::size_t stride = scorers_.outputs;
  std::vector<std::int16_t> relation(count * kRelHidden);
  for (std::size_t d = 1; d <= count; ++d) {
    const float* dependent = hidden.data() + d * stride + 2 * kArcHidden;
    const float* head = hidden.data() + heads[d] * stride + 2 * kArcHidden + kRelHidden;
    for (std::size_t k = 0; k < kRelHidden; ++k) {
      const float sum = dependent[k] + head[k];
      relation[(d - 1) * kRelHidden + k] = quantise(sum > 0 ? sum : 0, kHiddenScale, kShortLimit);
    }
  }
  const std::vector<float> rels = apply(rel_out_, relation.data(), count, 1 / kHiddenScale);
  constexpr std::size_t kRelations = static_cast<std::size_t>(Deprel::xcomp) + 1;
  static_assert(static_cast<std::size_t>(Deprel::root) == 0);
  out.heads.resize(count);
  out.rels.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const float* row = rels.data() + i * kRelOutputs;
    out.heads[i] = static_cast<std::int32_t>(heads[i + 1]) - 1;
    out.rels[i] = heads[i + 1] == 0
                      ? static_cast<std::uint8_t>(Deprel::root)
                      : static_cast<std::uint8_t>(std::max_element(row + 1, row + kRelations) - row);
  }
}

void Network::parse(const Window& window, const WordFeatures* words, std::size_t first, std::size_t count,
                    Tree& out) const {
  // Row 0 is the root, words count from 1.
  std::vector<std::int16_t> states((count + 1) * kLayer);
  std::copy(root_.begin(), root_.end(), states.begin());
  std::vector<float> gates = apply(second_.in, window.states.data() + first * kLayer, count, 1 / kStateScale);
  run_lstm(*kernels_, second_, gates, count, states.data() + kLayer);
  review_tags(window.scores.data() + first * kTagOutputs, words, states.data() + kLayer, count, out);
  const std::vector<float> hidden = apply(scorers_, states.data(), count + 1, 1 / kStateScale);
  const std::size_t stride = scorers_.outputs;
  const std::size_t padded = (count + kPanel) / kPanel * kPanel;
  std::vector<std::int16_t> dependents((count + 1) * kArcHidden);
  std::vector<std::int16_t> heads((count + 1) * kArcHidden);
  std::vector<float> head_bias(count + 1);
  for (std::size_t i = 0; i <= count; ++i) {
    const float* row = hidden.data() + i * stride;
    for (std::size_t k = 0; k < kArcHidden; ++k) {
      dependents[i * kArcHidden + k] = quantise(row[k] > 0 ? row[k] : 0, kHiddenScale, kHiddenLimit);
      const float head = row[kArcHidden + k] > 0 ? row[kArcHidden + k] : 0;
      heads[i * kArcHidden + k] = quantise(head, kHiddenScale, kHiddenLimit);
      head_bias[i] += head * arc_bias_[k];
    }
  }
  const std::vector<float> projected = apply(arc_product_, heads.data(), count + 1, 1 / kHiddenScale);
  std::vector<std::int16_t> keys(padded * kArcHidden);
  for (std::size_t i = 0; i <= count; ++i) {
    for (std::size_t k = 0; k < kArcHidden; ++k) {
      keys[packed_at(i, k, kArcHidden)] = quantise(projected[i * kArcHidden + k], kHiddenScale, kHiddenLimit);
    }
  }
  std::vector<std::int32_t> products(count * padded);
  kernels_->multiply_wide(dependents.data() + kArcHidden, count, kArcHidden, keys.data(), padded,
                          products.data());
  ArcScores scores(count);
  for (std::size_t d = 1; d <= count; ++d) {
    for (std::size_t h = 0; h <= count; ++h) {
      scores.at(d, h) =
          static_cast<float>(products[(d - 1) * padded + h]) * (1 / (kHiddenScale * kHiddenScale)) +
          (head_bias[h] + distance_[distance_bucket(static_cast<int>(d), static_cast<int>(h))]);
    }
  }
  label(hidden, spanning_tree(scores), out);
}

}  // namespace hearsay::language
