#include "core/training/network.hpp"

#include <algorithm>
#include <cmath>

namespace hearsay::training {
namespace {

using namespace language;

void relu(Matrix& x) {
  for (float& value : x.v) value = value > 0 ? value : 0;
}

void concatenate(const Matrix& a, const Matrix& b, Matrix& out) {
  out.reset(a.rows, a.cols + b.cols);
  for (std::size_t r = 0; r < a.rows; ++r) {
    std::copy(a[r], a[r] + a.cols, out[r]);
    std::copy(b[r], b[r] + b.cols, out[r] + a.cols);
  }
}

void split(const Matrix& both, Matrix& a, Matrix& b) {
  const std::size_t half = both.cols / 2;
  a.reset(both.rows, half);
  b.reset(both.rows, half);
  for (std::size_t r = 0; r < both.rows; ++r) {
    std::copy(both[r], both[r] + half, a[r]);
    std::copy(both[r] + half, both[r] + both.cols, b[r]);
  }
}

void multiply_elements(Matrix& x, const Matrix& mask) {
  if (mask.v.empty()) return;
  for (std::size_t i = 0; i < x.v.size(); ++i) x.v[i] *= mask.v[i];
}

}  // namespace

void softmax(float* scores, std::size_t count) {
  const float top = *std::max_element(scores, scores + count);
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    scores[i] = std::exp(scores[i] - top);
    sum += scores[i];
  }
  for (std::size_t i = 0; i < count; ++i) scores[i] = static_cast<float>(scores[i] / sum);
}

double cross_entropy(float* probabilities, std::size_t count, std::size_t right, const float* believed,
                     float trust) {
  const double loss = -std::log(std::max(probabilities[right], 1e-30F));
  probabilities[right] -= trust;
  if (believed != nullptr) {
    for (std::size_t i = 0; i < count; ++i) probabilities[i] -= (1 - trust) * believed[i];
  }
  return loss;
}

void Beliefs::add(const Beliefs& other, float weight) {
  const auto add_to = [weight](std::vector<float>& mine, const std::vector<float>& theirs) {
    mine.resize(theirs.size(), 0.0F);
    for (std::size_t i = 0; i < theirs.size(); ++i) mine[i] += weight * theirs[i];
  };
  tags.rows = other.tags.rows;
  tags.cols = other.tags.cols;
  add_to(tags.v, other.tags.v);
  rels.rows = other.rels.rows;
  rels.cols = other.rels.cols;
  add_to(rels.v, other.rels.v);
  heads.resize(other.heads.size());
  for (std::size_t i = 0; i < heads.size(); ++i) add_to(heads[i], other.heads[i]);
}

Network::Network(const std::array<std::size_t, kVocabularies>& sizes, std::size_t tags, std::uint32_t seed)
    : tags_(tags), random_(seed) {
  for (std::size_t i = 0; i < kVocabularies; ++i) {
    embeddings[i].sparse = true;
    embeddings[i].init(sizes[i], kEmbeddingSizes[i], 0.3F, random_);
  }
  for (int d = 0; d < 2; ++d) {
    first[static_cast<std::size_t>(d)].init(kInputs, kHidden, d == 1, random_);
    second[static_cast<std::size_t>(d)].init(kLayer, kHidden, d == 1, random_);
  }
  tagger.init(kLayer, kTagOutputs, random_);
  root.init(1, kLayer, 0.1F, random_);
  arc_dependent.init(kLayer, kArcHidden, random_);
  arc_head.init(kLayer, kArcHidden, random_);
  rel_dependent.init(kLayer, kRelHidden, random_);
  rel_head.init(kLayer, kRelHidden, random_);
  rel_out.init(kRelHidden, kRelOutputs, random_);
  arc_product.init(kArcHidden, kArcHidden, 0.1F, random_);
  arc_bias.init(1, kArcHidden, 0, random_);
  distance.init(1, kDistances, 0, random_);
}

std::vector<std::pair<std::string, Parameter*>> Network::parameters() {
  std::vector<std::pair<std::string, Parameter*>> all;
  for (std::size_t i = 0; i < kVocabularies; ++i)
    all.emplace_back("embedding" + std::to_string(i), &embeddings[i]);
  const auto add_linear = [&](const std::string& name, Linear& linear) {
    all.emplace_back(name, &linear.w);
    all.emplace_back(name + ".bias", &linear.b);
  };
  for (std::size_t d = 0; d < 2; ++d) {
    add_linear("first" + std::to_string(d), first[d].in);
    all.emplace_back("first" + std::to_string(d) + ".recurrent", &first[d].recurrent);
    add_linear("second" + std::to_string(d), second[d].in);
    all.emplace_back("second" + std::to_string(d) + ".recurrent", &second[d].recurrent);
  }
  add_linear("tagger", tagger);
  add_linear("arc_dependent", arc_dependent);
  add_linear("arc_head", arc_head);
  add_linear("rel_dependent", rel_dependent);
  add_linear("rel_head", rel_head);
  add_linear("rel_out", rel_out);
  all.emplace_back("root", &root);
  all.emplace_back("arc_product", &arc_product);
  all.emplace_back("arc_bias", &arc_bias);
  all.emplace_back("distance", &distance);
  return all;
}

void Network::update(const Schedule& schedule, float gradient_scale) {
  for (auto& [name, parameter] : parameters()) parameter->update(schedule, gradient_scale);
}

void Network::track(float decay) {
  for (auto& [name, parameter] : parameters()) parameter->track(decay);
}

// Leaves out elements.
void Network::drop(Matrix& x, float rate, Matrix& mask) {
  mask.v.clear();
  if (rate <= 0) return;
  mask.reset(x.rows, x.cols);
  for (float& value : mask.v) value = uniform(random_) < rate ? 0 : 1 / (1 - rate);
  multiply_elements(x, mask);
}

// Leaves out the same columns for all words of a paragraph. What follows the paragraphs (the root) has its
// own.
void Network::drop_columns(Matrix& x, float rate, const std::vector<Segment>& paragraphs, Matrix& mask) {
  mask.v.clear();
  if (rate <= 0) return;
  mask.reset(x.rows, x.cols);
  const auto drop_rows = [&](Segment s) {
    for (std::size_t c = 0; c < x.cols; ++c) mask[s.begin][c] = uniform(random_) < rate ? 0 : 1 / (1 - rate);
    for (std::size_t r = s.begin + 1; r < s.end; ++r) {
      std::copy(mask[s.begin], mask[s.begin] + x.cols, mask[r]);
    }
  };
  for (const Segment& s : paragraphs) drop_rows(s);
  for (std::size_t r = paragraphs.back().end; r < x.rows; ++r) drop_rows({r, r + 1});
  multiply_elements(x, mask);
}

void Network::learn_sentence(const Example& example, Segment s, const Matrix& hd, const Matrix& hh,
                             const Matrix& ld, const Matrix& lh, Matrix& dhd, Matrix& dhh, Matrix& dld,
                             Matrix& dlh, float hidden_dropout, Losses& losses, Beliefs* judged) {
  const std::size_t n = s.end - s.begin;
  const std::size_t root_row = hd.rows - 1;
  const std::size_t width = (n + 1 + 15) / 16 * 16;
  // Row 0 is the root.
  const auto source = [&](std::size_t h) { return h == 0 ? root_row : s.begin + h - 1; };
  Matrix heads(n + 1, kArcHidden);
  for (std::size_t h = 0; h <= n; ++h) std::copy(hh[source(h)], hh[source(h)] + kArcHidden, heads[h]);
  Matrix projected(n + 1, kArcHidden);
  multiply_add(heads, arc_product.w, projected);
  Matrix keys(kArcHidden, width);
  for (std::size_t h = 0; h <= n; ++h) {
    for (std::size_t k = 0; k < kArcHidden; ++k) keys[k][h] = projected[h][k];
  }
  std::vector<float> head_bias(n + 1, 0.0F);
  for (std::size_t h = 0; h <= n; ++h) {
    for (std::size_t k = 0; k < kArcHidden; ++k) head_bias[h] += heads[h][k] * arc_bias.w.v[k];
  }
  Matrix dependents(n, kArcHidden);
  for (std::size_t d = 0; d < n; ++d) std::copy(hd[s.begin + d], hd[s.begin + d] + kArcHidden, dependents[d]);
  Matrix scores(n, width);
  multiply_add(dependents, keys, scores);
  std::vector<std::size_t> gold(n);
  std::vector<char> head_right(n);
  for (std::size_t d = 0; d < n; ++d) {
    float* row = scores[d];
    for (std::size_t h = 0; h <= n; ++h) {
      row[h] += head_bias[h] + distance.w.v[distance_bucket(static_cast<int>(d + 1), static_cast<int>(h))];
    }
    row[d + 1] = -1e9F;
    const int head = example.heads[s.begin + d];
    gold[d] = head < 0 ? 0 : static_cast<std::size_t>(head) - s.begin + 1;
    head_right[d] = static_cast<std::size_t>(std::max_element(row, row + n + 1) - row) == gold[d];
    losses.heads_right += head_right[d] != 0 ? 1 : 0;
    softmax(row, n + 1);
    if (judged != nullptr) {
      judged->heads[s.begin + d].assign(row, row + n + 1);
      continue;
    }
    const Example::Lesson& lesson = example.lessons[s.begin + d];
    losses.arc += cross_entropy(
        row, n + 1, gold[d], lesson.beliefs != nullptr ? lesson.beliefs->heads[lesson.word].data() : nullptr,
        lesson.trust);
    for (std::size_t h = n + 1; h < width; ++h) row[h] = 0;
    row[d + 1] = 0;
  }
  // Relations, for the right heads.
  Matrix hidden(n, kRelHidden);
  for (std::size_t d = 0; d < n; ++d) {
    const float* a = ld[s.begin + d];
    const float* b = lh[source(gold[d])];
    for (std::size_t k = 0; k < kRelHidden; ++k) hidden[d][k] = a[k] + b[k];
  }
  relu(hidden);
  Matrix mask;
  drop(hidden, hidden_dropout, mask);
  Matrix out;
  rel_out.forward(hidden, out);
  for (std::size_t d = 0; d < n; ++d) {
    const std::size_t right = example.rels[s.begin + d];
    const std::size_t guess =
        static_cast<std::size_t>(std::max_element(out[d], out[d] + kRelOutputs) - out[d]);
    losses.both_right += guess == right && head_right[d] != 0 ? 1 : 0;
    softmax(out[d], kRelOutputs);
    if (judged != nullptr) {
      std::copy(out[d], out[d] + kRelOutputs, judged->rels[s.begin + d]);
      continue;
    }
    const Example::Lesson& lesson = example.lessons[s.begin + d];
    losses.rel +=
        cross_entropy(out[d], kRelOutputs, right,
                      lesson.beliefs != nullptr ? lesson.beliefs->rels[lesson.word] : nullptr, lesson.trust);
  }
  if (judged != nullptr) return;
  // Back through the scorer of heads.
  Matrix keys_t(width, kArcHidden);
  for (std::size_t h = 0; h <= n; ++h) std::copy(projected[h], projected[h] + kArcHidden, keys_t[h]);
  Matrix ddependents(n, kArcHidden);
  multiply_add(scores, keys_t, ddependents);
  Matrix dprojected(width, kArcHidden);
  transposed_multiply_add(scores, dependents, dprojected);
  dprojected.rows = n + 1;
  transposed_multiply_add(heads, dprojected, arc_product.g);
  Matrix dheads(n + 1, kArcHidden);
  multiply_add(dprojected, arc_product.wt, dheads);
  for (std::size_t h = 0; h <= n; ++h) {
    float bias = 0;
    for (std::size_t d = 0; d < n; ++d) {
      const float g = scores[d][h];
      bias += g;
      distance.g.v[distance_bucket(static_cast<int>(d + 1), static_cast<int>(h))] += g;
    }
    for (std::size_t k = 0; k < kArcHidden; ++k) {
      arc_bias.g.v[k] += bias * heads[h][k];
      dhh[source(h)][k] += dheads[h][k] + bias * arc_bias.w.v[k];
    }
  }
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t k = 0; k < kArcHidden; ++k) dhd[s.begin + d][k] += ddependents[d][k];
  }
  // Back through the scorer of relations.
  Matrix dhidden(n, kRelHidden);
  rel_out.backward(hidden, out, dhidden);
  multiply_elements(dhidden, mask);
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t k = 0; k < kRelHidden; ++k) {
      if (hidden[d][k] <= 0) continue;
      dld[s.begin + d][k] += dhidden[d][k];
      dlh[source(gold[d])][k] += dhidden[d][k];
    }
  }
}

void Network::learn(const Example& example, const Dropout& dropout, Losses& losses) {
  run(example, dropout, losses, nullptr);
}

Beliefs Network::judge(const Example& example, Losses& losses) {
  Beliefs beliefs;
  beliefs.tags = Matrix(example.rows.size(), kTagOutputs);
  beliefs.rels = Matrix(example.rows.size(), kRelOutputs);
  beliefs.heads.resize(example.rows.size());
  run(example, Dropout{0, 0, 0, 0, 0, 0}, losses, &beliefs);
  return beliefs;
}

void Network::read(const Example& example, const Dropout& dropout, Reading& reading) {
  const std::size_t count = example.rows.size();
  // Embeddings.
  reading.rows = example.rows;
  for (std::size_t i = 0; i < count; ++i) {
    const float seen = static_cast<float>(example.word_counts[i]);
    if (uniform(random_) < dropout.word / (dropout.word + seen)) reading.rows[i][kWord] = 0;
  }
  reading.x.reset(count, kInputs);
  reading.x_mask.reset(count, kInputs);
  const float keep = 1 / (1 - dropout.embedding);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t at = 0;
    for (std::size_t k = 0; k < kVocabularies; ++k) {
      const bool whole = uniform(random_) < dropout.group;
      for (std::size_t c = 0; c < kEmbeddingSizes[k]; ++c, ++at) {
        reading.x_mask[i][at] = whole || uniform(random_) < dropout.embedding ? 0 : keep;
        reading.x[i][at] = embeddings[k].w[reading.rows[i][k]][c] * reading.x_mask[i][at];
      }
    }
  }
  // First layer, scores of tags and sentence ends.
  for (std::size_t d = 0; d < 2; ++d)
    first[d].forward(reading.x, example.paragraphs, dropout.recurrent, random_, reading.memory1[d]);
  concatenate(reading.memory1[0].out, reading.memory1[1].out, reading.l1);
  drop_columns(reading.l1, dropout.layer, example.paragraphs, reading.l1_mask);
  tagger.forward(reading.l1, reading.scores);
  // Second layer.
  for (std::size_t d = 0; d < 2; ++d)
    second[d].forward(reading.l1, example.sentences, dropout.recurrent, random_, reading.memory2[d]);
  Matrix words;
  concatenate(reading.memory2[0].out, reading.memory2[1].out, words);
  reading.l2.reset(count + 1, kLayer);
  std::copy(words.v.begin(), words.v.end(), reading.l2.v.begin());
  std::copy(root.w.v.begin(), root.w.v.end(), reading.l2[count]);
  drop_columns(reading.l2, dropout.layer, example.paragraphs, reading.l2_mask);
}

void Network::run(const Example& example, const Dropout& dropout, Losses& losses, Beliefs* judged) {
  const std::size_t count = example.rows.size();
  losses.words += count;
  Reading reading;
  read(example, dropout, reading);
  Matrix& tags = reading.scores;
  std::vector<char> ends(count, 0);
  for (const Segment& s : example.sentences) ends[s.end - 1] = 1;
  std::vector<char> inner(count, 1);  // a paragraph ends where it ends
  for (const Segment& s : example.paragraphs) inner[s.end - 1] = 0;
  for (std::size_t i = 0; i < count; ++i) {
    float* row = tags[i];
    const std::size_t guess = static_cast<std::size_t>(std::max_element(row, row + tags_) - row);
    losses.tags_right += guess == example.tags[i] ? 1 : 0;
    softmax(row, tags_);
    const float p = 1 / (1 + std::exp(-row[kTagOutputs - 1]));
    for (std::size_t k = tags_; k < kTagOutputs; ++k) row[k] = 0;
    if (judged != nullptr) {
      row[kTagOutputs - 1] = p;
      continue;
    }
    const Example::Lesson& lesson = example.lessons[i];
    const float* believed = lesson.beliefs != nullptr ? lesson.beliefs->tags[lesson.word] : nullptr;
    losses.tag += cross_entropy(row, tags_, example.tags[i], believed, lesson.trust);
    if (inner[i] == 0) continue;
    losses.boundary -= std::log(std::max(ends[i] != 0 ? p : 1 - p, 1e-9F));
    // Where sentences end, the treebanks alone say: teachers missed ends that their pupil would find.
    const bool told = believed == nullptr || lesson.trust > 0;
    row[kTagOutputs - 1] = p - (told ? static_cast<float>(ends[i]) : believed[kTagOutputs - 1]);
  }
  Matrix dl1(count, kLayer);
  if (judged != nullptr) {
    judged->tags = tags;
  } else {
    tagger.backward(reading.l1, tags, dl1);
  }
  // Trees.
  Matrix hd;
  Matrix hh;
  Matrix ld;
  Matrix lh;
  arc_dependent.forward(reading.l2, hd);
  arc_head.forward(reading.l2, hh);
  rel_dependent.forward(reading.l2, ld);
  rel_head.forward(reading.l2, lh);
  relu(hd);
  relu(hh);
  Matrix hd_mask;
  Matrix hh_mask;
  drop_columns(hd, dropout.hidden, example.paragraphs, hd_mask);
  drop_columns(hh, dropout.hidden, example.paragraphs, hh_mask);
  Matrix dhd(hd.rows, hd.cols);
  Matrix dhh(hh.rows, hh.cols);
  Matrix dld(ld.rows, ld.cols);
  Matrix dlh(lh.rows, lh.cols);
  for (const Segment& s : example.sentences) {
    learn_sentence(example, s, hd, hh, ld, lh, dhd, dhh, dld, dlh, dropout.hidden, losses, judged);
  }
  if (judged != nullptr) return;
  const auto back_relu = [](const Matrix& y, const Matrix& mask, Matrix& dy) {
    multiply_elements(dy, mask);
    for (std::size_t i = 0; i < dy.v.size(); ++i) {
      if (y.v[i] <= 0) dy.v[i] = 0;
    }
  };
  back_relu(hd, hd_mask, dhd);
  back_relu(hh, hh_mask, dhh);
  Matrix dl2(count + 1, kLayer);
  arc_dependent.backward(reading.l2, dhd, dl2);
  arc_head.backward(reading.l2, dhh, dl2);
  rel_dependent.backward(reading.l2, dld, dl2);
  rel_head.backward(reading.l2, dlh, dl2);
  multiply_elements(dl2, reading.l2_mask);
  for (std::size_t c = 0; c < kLayer; ++c) root.g.v[c] += dl2[count][c];
  Matrix dl2_words(count, kLayer);
  std::copy(dl2.v.begin(), dl2.v.end() - static_cast<std::ptrdiff_t>(kLayer), dl2_words.v.begin());
  std::array<Matrix, 2> dout;
  split(dl2_words, dout[0], dout[1]);
  for (std::size_t d = 0; d < 2; ++d)
    second[d].backward(reading.l1, example.sentences, reading.memory2[d], dout[d], dl1);
  multiply_elements(dl1, reading.l1_mask);
  split(dl1, dout[0], dout[1]);
  Matrix dx(count, kInputs);
  for (std::size_t d = 0; d < 2; ++d)
    first[d].backward(reading.x, example.paragraphs, reading.memory1[d], dout[d], dx);
  multiply_elements(dx, reading.x_mask);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t at = 0;
    for (std::size_t k = 0; k < kVocabularies; ++k) {
      embeddings[k].touch(reading.rows[i][k]);
      float* g = embeddings[k].g[reading.rows[i][k]];
      for (std::size_t c = 0; c < kEmbeddingSizes[k]; ++c) g[c] += dx[i][at++];
    }
  }
}

}  // namespace hearsay::training
