// Trains assets/models/english.bin:  train OUT TRAIN.conllu...
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>

#include "core/language/lemmatizer.hpp"
#include "core/language/model.hpp"
#include "core/language/perceptron.hpp"
#include "core/training/treebank.hpp"

namespace hearsay::training {
namespace {

using namespace language;

// An averaged perceptron over a hashed table, and its 8-bit form.
class Trainer {
 public:
  Trainer(std::uint32_t log_size, std::uint32_t classes)
      : log_size_(log_size),
        classes_(classes),
        weights_((std::size_t{1} << log_size) + classes),
        total_(weights_.size()) {
    table_.weights = weights_.data();
    table_.mask = (1u << log_size) - 1;
    table_.classes = classes;
  }
  void score(const std::vector<Feature>& row, float* out) const { table_.score(row, out); }
  void update(const std::vector<Feature>& row, std::uint32_t right, std::uint32_t wrong) {
    for (const Feature f : row) {
      const std::size_t at = f & table_.mask;
      weights_[at + right] += 1;
      weights_[at + wrong] -= 1;
      total_[at + right] += step_;
      total_[at + wrong] -= step_;
    }
  }
  void tick() { step_ += 1; }
  std::string section() const {
    std::vector<float> average(weights_.size());
    for (std::size_t i = 0; i < average.size(); ++i) {
      average[i] = weights_[i] - static_cast<float>(total_[i] / step_);
    }
    std::vector<float> sizes;
    for (const float w : average) {
      if (w != 0) sizes.push_back(std::fabs(w));
    }
    std::sort(sizes.begin(), sizes.end());
    const float top = sizes.empty() ? 1 : sizes.back();
    std::string out;
    const auto put = [&out](std::uint32_t v) {
      for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>(v >> (8 * i)));
    };
    put(log_size_);
    put(classes_);
    put(0);
    put(0);
    for (const float w : average) {
      const long root = std::lround(std::sqrt(std::fabs(w) / top) * 127);
      out.push_back(static_cast<char>(static_cast<std::int8_t>(w < 0 ? -root : root)));
    }
    std::printf("  table 2^%u: %.1f%% used, top weight %.1f\n", log_size_,
                100.0 * static_cast<double>(sizes.size()) / static_cast<double>(average.size()), top);
    return out;
  }

 private:
  std::uint32_t log_size_;
  std::uint32_t classes_;
  std::vector<float> weights_;
  std::vector<double> total_;
  double step_ = 1;
  HashedTable<float, float> table_;
};

using Sentences = std::vector<TreebankSentence>;

std::vector<WordFeatures> features_of(const TreebankSentence& sentence) {
  std::vector<WordFeatures> result;
  for (const Word& word : sentence.words) {
    result.push_back(word_features(word.form));
    result.back().space_after = word.space_after;
  }
  return result;
}

std::string train_boundaries(const Sentences& sentences, std::mt19937& random) {
  std::vector<std::pair<std::size_t, std::size_t>> paragraphs;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (paragraphs.empty() || sentences[i].new_paragraph) paragraphs.push_back({i, i});
    paragraphs.back().second = i + 1;
  }
  Trainer trainer(16, 2);
  std::vector<Feature> row;
  for (int epoch = 0; epoch < 10; ++epoch) {
    std::shuffle(paragraphs.begin(), paragraphs.end(), random);
    int wrong = 0;
    for (const auto& [first, last] : paragraphs) {
      std::vector<WordFeatures> words;
      std::vector<bool> ends;
      for (std::size_t s = first; s < last; ++s) {
        for (const auto& word : features_of(sentences[s])) {
          words.push_back(word);
          ends.push_back(false);
        }
        ends.back() = true;
      }
      std::size_t since = 0;
      for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        boundary_features(words, i, since, row);
        float score[2];
        trainer.score(row, score);
        const std::uint32_t guess = score[1] > score[0] ? 1 : 0;
        if (guess != ends[i]) {
          trainer.update(row, ends[i], guess);
          ++wrong;
        }
        trainer.tick();
        since = ends[i] ? 0 : since + 1;
      }
    }
    std::printf("boundaries %d: %d wrong\n", epoch, wrong);
  }
  return trainer.section();
}

struct TaggedSentence {
  const TreebankSentence* sentence;
  std::vector<WordFeatures> words;
  std::vector<std::uint32_t> gold;
  std::vector<std::uint32_t> predicted;
  std::vector<std::uint32_t> for_parser{};
};

std::uint32_t best(const std::vector<float>& scores, std::uint32_t count) {
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), scores.begin() + count) -
                                    scores.begin());
}

// Tags for the parser to train on are those of the second round, when the tagger is about as often right on
// its training text as it will be on new text: so the parser meets mistakes like those it will meet.
std::string train_tags(std::vector<TaggedSentence>& data, std::uint32_t classes, std::mt19937& random) {
  Trainer trainer(19, classes);
  std::vector<std::size_t> order(data.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<Feature> row;
  std::vector<float> scores(classes);
  for (int epoch = 0; epoch < 6; ++epoch) {
    std::shuffle(order.begin(), order.end(), random);
    int wrong = 0;
    int all = 0;
    for (const std::size_t at : order) {
      TaggedSentence& s = data[at];
      s.predicted.assign(s.words.size(), 0);
      for (std::size_t i = 0; i < s.words.size(); ++i) {
        tag_features(s.words.data(), s.words.size(), i, i > 0 ? s.predicted[i - 1] : 900,
                     i > 1 ? s.predicted[i - 2] : 900, row);
        trainer.score(row, scores.data());
        const std::uint32_t guess = best(scores, classes);
        if (guess != s.gold[i]) {
          trainer.update(row, s.gold[i], guess);
          ++wrong;
        }
        ++all;
        trainer.tick();
        s.predicted[i] = guess;
      }
    }
    if (epoch == 1) {
      for (TaggedSentence& s : data) s.for_parser = s.predicted;
    }
    std::printf("tags %d: %.2f%% right\n", epoch, 100.0 - 100.0 * wrong / all);
    std::fflush(stdout);
  }
  return trainer.section();
}

struct Gold {
  std::vector<int> heads;  // count: the root
  std::vector<std::uint32_t> rels;
};

// Goldberg and Nivre 2013: the gold arcs that each kind of transition would make impossible.
struct Costs {
  int shift = 0;
  int left = 0;
  int right = 0;
};

Costs costs(const ParseState& state, const Gold& gold) {
  Costs result;
  const int b = state.buffer;
  const int n = state.count;
  const auto head = [&](int i) { return gold.heads[static_cast<std::size_t>(i)]; };
  const int s0 = state.stack.empty() ? -1 : state.stack.back();
  if (b < n) {
    for (std::size_t k = 0; k < state.stack.size(); ++k) {
      const int s = state.stack[k];
      if (head(s) == b) ++result.shift;
      if (head(b) == s && s != s0) ++result.shift;
    }
  }
  if (s0 >= 0) {
    int below = 0;
    for (int d = b; d < n; ++d) below += head(d) == s0 ? 1 : 0;
    const int s1 = state.stack.size() > 1 ? state.stack[state.stack.size() - 2] : -1;
    result.left = below + ((head(s0) > b || head(s0) == s1) ? 1 : 0);
    result.right = below + (head(s0) >= b ? 1 : 0);
    if (s1 < 0 && head(s0) > b) result.left = below + 1;
  }
  return result;
}

std::string train_parser(std::vector<TaggedSentence>& data, std::mt19937& random) {
  Trainer trainer(22, kTransitions);
  std::vector<Gold> golds;
  for (const TaggedSentence& s : data) {
    Gold gold;
    for (const Word& word : s.sentence->words) {
      gold.heads.push_back(word.head < 0 ? static_cast<int>(s.words.size()) : word.head);
      gold.rels.push_back(static_cast<std::uint32_t>(word.rel));
    }
    golds.push_back(std::move(gold));
  }
  std::vector<std::size_t> order(data.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::vector<Feature> row;
  std::vector<float> scores(kTransitions);
  std::uniform_real_distribution<float> chance(0, 1);
  for (int epoch = 0; epoch < 10; ++epoch) {
    std::shuffle(order.begin(), order.end(), random);
    std::size_t right = 0;
    std::size_t all = 0;
    for (const std::size_t at : order) {
      const TaggedSentence& s = data[at];
      const Gold& gold = golds[at];
      ParseState state(static_cast<int>(s.words.size()));
      while (!state.done()) {
        parse_features(state, s.words.data(), s.for_parser.data(), row);
        trainer.score(row, scores.data());
        const Costs cost = costs(state, gold);
        int least = INT32_MAX;
        if (state.can_shift()) least = std::min(least, cost.shift);
        if (state.can_left()) least = std::min(least, cost.left);
        if (state.can_right()) least = std::min(least, cost.right);
        float any_score = -1e30f;
        float good_score = -1e30f;
        std::uint32_t any = 0;
        std::uint32_t good = 0;
        const auto consider = [&](std::uint32_t t, bool is_good) {
          if (scores[t] > any_score) {
            any_score = scores[t];
            any = t;
          }
          if (is_good && scores[t] > good_score) {
            good_score = scores[t];
            good = t;
          }
        };
        if (state.can_shift()) consider(0, cost.shift == least);
        if (state.can_left()) {
          const auto s0 = static_cast<std::size_t>(state.stack.back());
          const bool arc = gold.heads[s0] == state.buffer;
          for (std::uint32_t r = state.buffer == state.count ? 0 : 1;
               r < (state.buffer == state.count ? 1 : kRelations); ++r) {
            consider(1 + r, cost.left == least && (!arc || gold.rels[s0] == r));
          }
        }
        if (state.can_right()) {
          const auto s0 = static_cast<std::size_t>(state.stack.back());
          const bool arc = gold.heads[s0] == state.stack[state.stack.size() - 2];
          for (std::uint32_t r = 1; r < kRelations; ++r) {
            consider(1 + kRelations + r, cost.right == least && (!arc || gold.rels[s0] == r));
          }
        }
        if (any != good) trainer.update(row, good, any);
        trainer.tick();
        const std::uint32_t taken = any != good && (epoch < 1 || chance(random) > 0.9f) ? good : any;
        if (taken == 0) {
          state.shift();
        } else if (taken <= kRelations) {
          state.left(taken - 1);
        } else {
          state.right(taken - 1 - kRelations);
        }
      }
      for (std::size_t i = 0; i < s.words.size(); ++i) {
        ++all;
        right += state.heads[i] == gold.heads[i] && state.rels[i] == gold.rels[i] ? 1 : 0;
      }
    }
    std::printf("parser %d: LAS %.2f\n", epoch,
                100.0 * static_cast<double>(right) / static_cast<double>(all));
    std::fflush(stdout);
  }
  return trainer.section();
}

struct EditLess {
  bool operator()(const Lemmatizer::Edit& a, const Lemmatizer::Edit& b) const {
    return a.strip != b.strip ? a.strip < b.strip : a.append < b.append;
  }
};

std::string train_lemmas(const Sentences& sentences) {
  std::map<Lemmatizer::Edit, std::uint16_t, EditLess> numbers;
  std::vector<Lemmatizer::Edit> edits;
  std::vector<Lemmatizer::Rule> rules;
  struct Example {
    std::string base;
    Upos upos;
    Xpos xpos;
    std::uint16_t edit;
    int guess = -1;
  };
  std::vector<Example> examples;
  for (const TreebankSentence& sentence : sentences) {
    for (const Word& word : sentence.words) {
      if (word.lemma == "_") continue;
      const std::string base = Lemmatizer::base(word.form, word.upos, word.xpos);
      std::size_t same = 0;
      while (same < base.size() && same < word.lemma.size() && base[same] == word.lemma[same]) ++same;
      while (same > 0 && same < base.size() && (static_cast<unsigned char>(base[same]) & 0xC0) == 0x80)
        --same;
      Lemmatizer::Edit edit;
      if (base.size() - same > 255) continue;
      edit.strip = static_cast<std::uint8_t>(base.size() - same);
      edit.append = word.lemma.substr(same);
      const auto [found, added] = numbers.emplace(edit, static_cast<std::uint16_t>(edits.size()));
      if (added) edits.push_back(edit);
      examples.push_back({base, word.upos, word.xpos, found->second});
    }
  }
  const auto learn = [&](auto key_of, int least) {
    std::map<std::uint32_t, std::map<int, int>> counts;
    for (const Example& e : examples) {
      if (const auto key = key_of(e)) ++counts[key][e.edit];
    }
    std::map<std::uint32_t, int> chosen;
    for (const auto& [key, edits_of_key] : counts) {
      const auto top = std::max_element(edits_of_key.begin(), edits_of_key.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
      if (top->second >= least) chosen[key] = top->first;
    }
    // Only where it changes what the shorter endings say.
    std::map<std::uint32_t, int> gains;
    for (const Example& e : examples) {
      const auto found = chosen.find(key_of(e));
      if (found == chosen.end() || found->second == e.guess) continue;
      gains[found->first] += (found->second == e.edit) - (e.guess == e.edit);
    }
    for (const auto& [key, gain] : gains) {
      if (gain > 0) rules.push_back({key, static_cast<std::uint16_t>(chosen[key])});
    }
    for (Example& e : examples) {
      const auto key = key_of(e);
      const auto gain = gains.find(key);
      if (gain != gains.end() && gain->second > 0) e.guess = chosen[key];
    }
  };
  for (std::size_t length = 0; length <= Lemmatizer::kLongestEnding; ++length) {
    learn(
        [length](const Example& e) {
          return e.base.size() >= length ? Lemmatizer::ending_key(e.base, length, e.upos, e.xpos) : 0;
        },
        length == 0 ? 1 : 2);
  }
  learn([](const Example& e) { return Lemmatizer::word_key(e.base, e.upos, e.xpos); }, 1);
  int right = 0;
  for (const Example& e : examples) right += e.guess == e.edit ? 1 : 0;
  std::printf("lemmas: %zu rules, %zu edits, %.2f%% right\n", rules.size(), edits.size(),
              100.0 * right / static_cast<double>(examples.size()));
  return Lemmatizer(std::move(edits), std::move(rules)).serialize();
}

int run(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: train OUT TRAIN.conllu...\n");
    return 2;
  }
  std::mt19937 random(1);
  Sentences sentences;
  for (int i = 2; i < count; ++i) {
    auto part = read_treebank(arguments[i]);
    if (!part.empty()) part[0].new_paragraph = true;
    sentences.insert(sentences.end(), part.begin(), part.end());
  }
  std::vector<JointTag> joint;
  std::map<std::pair<Upos, Xpos>, std::uint32_t> numbers;
  std::vector<TaggedSentence> data;
  for (const TreebankSentence& sentence : sentences) {
    TaggedSentence tagged{&sentence, features_of(sentence), {}, {}};
    for (const Word& word : sentence.words) {
      const auto [found, added] =
          numbers.emplace(std::pair{word.upos, word.xpos}, static_cast<std::uint32_t>(joint.size()));
      if (added) joint.push_back({word.upos, word.xpos});
      tagged.gold.push_back(found->second);
    }
    data.push_back(std::move(tagged));
  }
  std::string pairs;
  for (const JointTag& tag : joint) {
    pairs.push_back(static_cast<char>(tag.upos));
    pairs.push_back(static_cast<char>(tag.xpos));
  }
  std::printf("%zu sentences, %zu joint tags\n", sentences.size(), joint.size());
  std::vector<std::pair<std::string, std::string>> sections;
  sections.emplace_back("JTAG", pairs);
  sections.emplace_back("LEMM", train_lemmas(sentences));
  sections.emplace_back("BNDS", train_boundaries(sentences, random));
  sections.emplace_back("TAGS", train_tags(data, static_cast<std::uint32_t>(joint.size()), random));
  sections.emplace_back("TRNS", train_parser(data, random));
  const std::string bytes = write_sections(sections);
  std::ofstream(arguments[1], std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::printf("%s: %zu bytes\n", arguments[1], bytes.size());
  return 0;
}

}  // namespace
}  // namespace hearsay::training

int main(int count, char** arguments) {
  return hearsay::training::run(count, arguments);
}
