// Trains assets/models/english.bin. The command and its scores stand in assets/models/README.md.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "core/training/examples.hpp"
#include "core/training/lemmas.hpp"
#include "core/training/network.hpp"
#include "core/training/pack.hpp"

namespace hearsay::training {
namespace {

using namespace language;

constexpr std::size_t kLongestParagraph = 250;  // words, of a training example
constexpr std::size_t kBatchWords = 160;

struct Options {
  std::string out;
  std::vector<std::string> train;
  std::vector<std::string> dev;
  int epochs = 16;
  std::uint32_t seed = 1;
  float rate = 0.002F;
  std::string start;  // a model file to go on from
};

constexpr const char* kUsage =
    "usage: train OUT [--epochs N] [--seed N] [--rate R] [--start MODEL] [--dev DEV.conllu]... "
    "TRAIN.conllu...\n";

bool read_options(int count, char** arguments, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string word = arguments[i];
    const bool has_value = i + 1 < count;
    if (word == "--epochs" && has_value) {
      options.epochs = std::atoi(arguments[++i]);
    } else if (word == "--seed" && has_value) {
      options.seed = static_cast<std::uint32_t>(std::atoi(arguments[++i]));
    } else if (word == "--rate" && has_value) {
      options.rate = static_cast<float>(std::atof(arguments[++i]));
    } else if (word == "--start" && has_value) {
      options.start = arguments[++i];
    } else if (word == "--dev" && has_value) {
      options.dev.push_back(arguments[++i]);
    } else if (options.out.empty()) {
      options.out = word;
    } else {
      options.train.push_back(word);
    }
  }
  return !options.train.empty();
}

void print(const char* what, const Losses& l) {
  const auto n = static_cast<double>(std::max<std::size_t>(l.words, 1));
  std::printf("%s: tag %.3f end %.3f arc %.3f rel %.3f | tags %.2f UAS %.2f LAS %.2f\n", what, l.tag / n,
              l.boundary / n, l.arc / n, l.rel / n, 100.0 * static_cast<double>(l.tags_right) / n,
              100.0 * static_cast<double>(l.heads_right) / n, 100.0 * static_cast<double>(l.both_right) / n);
  std::fflush(stdout);
}

// The averaged network on gold words and sentences, heads not yet bound to form a tree.
Losses measure(const Network& network, const std::vector<Example>& examples) {
  Network copy = network;
  for (auto& [name, parameter] : copy.parameters()) {
    parameter->w = parameter->mean;
    parameter->refresh();
  }
  Losses losses;
  const Dropout none{0, 0, 0, 0, 0};
  for (const Example& example : examples) copy.learn(example, none, losses);
  return losses;
}

int run(const Options& options) {
  std::vector<TreebankSentence> sentences;
  for (const std::string& path : options.train) {
    auto part = read_treebank(path);
    if (!part.empty()) part[0].new_paragraph = true;
    sentences.insert(sentences.end(), part.begin(), part.end());
  }
  std::vector<JointTag> tags;
  std::map<std::pair<Upos, Xpos>, int> tag_counts;
  for (const TreebankSentence& sentence : sentences) {
    for (const Word& word : sentence.words) ++tag_counts[{word.upos, word.xpos}];
  }
  for (const auto& [pair, count] : tag_counts) {
    if (count > 1 && tags.size() < kTagOutputs - 1) tags.push_back({pair.first, pair.second});
  }
  const Vocabularies vocabularies(sentences);
  const auto sizes = vocabularies.sizes();
  std::printf("%zu sentences, %zu joint tags, vocabularies", sentences.size(), tags.size());
  for (const std::size_t size : sizes) std::printf(" %zu", size);
  std::printf("\n");
  const auto train = paragraphs(sentences, kLongestParagraph);
  std::vector<std::vector<Example>> dev;
  for (const std::string& path : options.dev) {
    auto& examples = dev.emplace_back();
    for (const Paragraph& p : paragraphs(read_treebank(path), kLongestParagraph)) {
      examples.push_back(vocabularies.example(p, tags));
    }
  }

  Random random(options.seed);
  const std::string lemmas = train_lemmas(sentences);
  Network network(sizes, tags.size(), options.seed);
  if (!options.start.empty()) {
    std::ifstream file(options.start, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!unpack(bytes, network)) {
      std::fprintf(stderr, "%s does not fit this network and these treebanks\n", options.start.c_str());
      return 1;
    }
    for (const auto& examples : dev) print("  start", measure(network, examples));
  }
  // A network that goes on is past the steady part.
  const float steady = options.start.empty() ? 0.4F : 0.0F;
  Schedule schedule;
  std::vector<std::size_t> order(train.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::size_t total = 0;
  for (const TreebankSentence& s : sentences) total += s.words.size();
  const double all_words = static_cast<double>(total) * options.epochs;
  double words_read = 0;
  const auto started = std::chrono::steady_clock::now();
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
    Losses losses;
    std::size_t batch = 0;
    for (const std::size_t at : order) {
      const Example example = vocabularies.example(vary(train[at], random), tags);
      network.learn(example, Dropout{}, losses);
      batch += example.rows.size();
      if (batch < kBatchWords) continue;
      ++schedule.step;
      words_read += static_cast<double>(batch);
      const auto done = static_cast<float>(std::min(words_read / all_words, 1.0));
      const float warm = std::min(static_cast<float>(schedule.step) / 200.0F, 1.0F);
      schedule.rate = options.rate * warm * std::min(1.0F, std::max(0.01F, (1 - done) / (1 - steady)));
      network.update(schedule, 1.0F / static_cast<float>(batch));
      batch = 0;
      // The average forgets what is older than a tenth of the training so far.
      if (schedule.step % 8 == 0) {
        network.track(std::min(0.999F, 1 - 1 / (1 + static_cast<float>(schedule.step) / 80.0F)));
      }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    std::printf("epoch %d, %.0f s, rate %.5f\n", epoch + 1, seconds, static_cast<double>(schedule.rate));
    print("  train", losses);
    if (epoch % 2 == 1 || epoch + 1 == options.epochs) {
      for (const auto& examples : dev) print("  dev", measure(network, examples));
    }
    if (epoch % 2 == 1 || epoch + 1 == options.epochs) {
      const std::string bytes = pack(network, vocabularies, tags, lemmas);
      std::ofstream(options.out, std::ios::binary)
          .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
      std::printf("  %s: %zu bytes\n", options.out.c_str(), bytes.size());
    }
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace hearsay::training

int main(int count, char** arguments) {
  hearsay::training::Options options;
  if (!hearsay::training::read_options(count, arguments, options)) {
    std::fputs(hearsay::training::kUsage, stderr);
    return 2;
  }
  return hearsay::training::run(options);
}
