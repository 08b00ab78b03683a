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
#include "core/training/self_training.hpp"
#include "core/training/tag_review.hpp"

namespace hearsay::training {
namespace {

using namespace language;

constexpr std::size_t kLongestParagraph = 250;  // words, of a training example
constexpr std::size_t kReviewWeights = 60000;
constexpr float kSteady = 0.4F;  // of the training before the learning rate begins to fall

// Leaves out more, and of the recurrent state too: for a network that goes on where another begins to learn
// the training text by heart.
constexpr Dropout kStrictDropout{0.4F, 0.08F, 0.2F, 0.33F, 0.33F, 0.2F};

// Fewer levels for embeddings: a sixth less in the page, scores within 0.2.
constexpr long kCompactLevels = 31;

// How much the labels of the treebanks count against what the teachers believe of the same words.
constexpr float kTrustInTreebanks = 0.5F;

struct Options {
  std::string out;
  std::vector<std::string> train;
  std::vector<std::string> dev;
  int epochs = 16;
  std::size_t batch = 320;  // words that are learned from at once
  std::uint32_t seed = 1;
  float rate = 0.0025F;
  Dropout dropout;
  bool review = false;                // learn only a second look at the tags
  bool headlines = false;             // make headlines of some sentences
  long levels = 127;                  // of the weights of embeddings
  std::string start;                  // a model file to go on from
  std::string dictionary;             // made by derive_word_kinds.mjs; that of `start` where none is given
  std::vector<std::string> teachers;  // model files
  std::vector<std::string> text;      // files to be read by the teachers
};

constexpr const char* kUsage =
    "usage: train OUT [--dictionary FILE] [--epochs N] [--seed N] [--rate R] [--batch WORDS] [--review] "
    "[--headlines] [--strict] [--compact] [--start MODEL] [--dev DEV.conllu]... [--teacher MODEL]... "
    "[--text FILE]... TRAIN.conllu...\n";

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
    } else if (word == "--batch" && has_value) {
      options.batch = static_cast<std::size_t>(std::atoi(arguments[++i]));
    } else if (word == "--start" && has_value) {
      options.start = arguments[++i];
    } else if (word == "--dictionary" && has_value) {
      options.dictionary = arguments[++i];
    } else if (word == "--compact") {
      options.levels = kCompactLevels;
    } else if (word == "--review") {
      options.review = true;
    } else if (word == "--headlines") {
      options.headlines = true;
    } else if (word == "--strict") {
      options.dropout = kStrictDropout;
    } else if (word == "--teacher" && has_value) {
      options.teachers.push_back(arguments[++i]);
    } else if (word == "--text" && has_value) {
      options.text.push_back(arguments[++i]);
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

void print_rights(const Losses& l) {
  const auto n = static_cast<double>(std::max<std::size_t>(l.words, 1));
  std::printf("tags %.2f UAS %.2f LAS %.2f\n", 100.0 * static_cast<double>(l.tags_right) / n,
              100.0 * static_cast<double>(l.heads_right) / n, 100.0 * static_cast<double>(l.both_right) / n);
}

void print(const Losses& l) {
  const auto n = static_cast<double>(std::max<std::size_t>(l.words, 1));
  std::printf("  train: tag %.3f end %.3f arc %.3f rel %.3f | ", l.tag / n, l.boundary / n, l.arc / n,
              l.rel / n);
  print_rights(l);
}

// The averaged network on gold words and sentences, heads not yet bound to form a tree.
Losses measure(const Network& network, const std::vector<Example>& examples) {
  Network copy = network;
  for (auto& [name, parameter] : copy.parameters()) {
    parameter->w = parameter->mean;
    parameter->refresh();
  }
  Losses losses;
  for (const Example& example : examples) copy.judge(example, losses);
  return losses;
}

struct Lessons {
  std::vector<Paragraph> paragraphs;
  std::vector<Beliefs> beliefs;  // of the teachers, per paragraph; empty where there are none
  std::vector<float> trust;      // in the labels, against the beliefs
};

// Asks the teachers, networks of the same shape trained on the same treebanks, what they hold likely of every
// paragraph. The mean of what they say is remembered.
bool ask_teachers(const std::vector<std::string>& teachers, const Vocabularies& vocabularies,
                  const std::vector<JointTag>& tags, Lessons& lessons) {
  for (const std::string& bytes : teachers) {
    Network network(vocabularies.sizes(), tags.size(), 0);
    if (!unpack(bytes, vocabularies, network)) return false;
    lessons.beliefs.resize(lessons.paragraphs.size());
    Losses losses;
    for (std::size_t i = 0; i < lessons.paragraphs.size(); ++i) {
      Example example;
      vocabularies.append(lessons.paragraphs[i], tags, example);
      lessons.beliefs[i].add(network.judge(example, losses), 1 / static_cast<float>(teachers.size()));
    }
  }
  return true;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) std::fprintf(stderr, "cannot read %s\n", path.c_str());
  return {std::istreambuf_iterator<char>(file), {}};
}

// The words of the example from `begin` are a paragraph that the teachers have judged, unless it lost words
// when it was varied.
void teach(Example& example, std::size_t begin, const Beliefs& beliefs, float trust) {
  if (example.rows.size() - begin != beliefs.heads.size()) return;
  for (std::size_t i = begin; i < example.rows.size(); ++i) example.lessons[i] = {&beliefs, i - begin, trust};
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::printf("  %s: %zu bytes\n", path.c_str(), bytes.size());
}

// A model file with the second look at the tags; all else stays as it is.
std::string with_review(const std::string& file, const TagReview& review) {
  std::vector<std::pair<std::string, std::string>> sections;
  for (const auto& [name, bytes] : read_sections(file)) {
    if (name != "TAG2" && name != "TAGL") sections.emplace_back(name, bytes);
  }
  for (auto& section : review.sections()) sections.push_back(std::move(section));
  return write_sections(sections);
}

void learn_review(const Options& options, Network& network, const Vocabularies& vocabularies,
                  const std::vector<JointTag>& tags, const std::vector<Paragraph>& paragraphs,
                  const std::vector<std::vector<Example>>& dev) {
  TagReview review(tags.size(), options.seed);
  for (const Paragraph& paragraph : paragraphs) {
    Example example;
    vocabularies.append(paragraph, tags, example);
    review.count(network, example);
  }
  Random random(options.seed);
  std::vector<std::size_t> order(paragraphs.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    if (epoch + 2 == options.epochs) review.prune(kReviewWeights);
    const float rate = options.rate * (1 - static_cast<float>(epoch) / static_cast<float>(options.epochs));
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
    Losses losses;
    Example batch;
    for (const std::size_t at : order) {
      vocabularies.append(vary(paragraphs[at], random, options.headlines), tags, batch);
      if (batch.rows.size() < options.batch) continue;
      review.learn(network, batch, options.dropout, rate, losses);
      batch = {};
    }
    std::printf("epoch %d\n", epoch + 1);
    print(losses);
    for (const auto& examples : dev) {
      Losses judged;
      for (const Example& example : examples) review.judge(network, example, judged);
      std::printf("  dev: ");
      print_rights(judged);
    }
    std::fflush(stdout);
  }
  write_file(options.out, with_review(read_file(options.start), review));
}

int run(const Options& options) {
  std::vector<TreebankSentence> sentences;
  for (const std::string& path : options.train) {
    auto part = read_treebank(path);
    if (!part.empty()) part[0].new_paragraph = true;
    sentences.insert(sentences.end(), part.begin(), part.end());
  }
  std::vector<std::string> teachers;
  for (const std::string& path : options.teachers) teachers.push_back(read_file(path));
  std::vector<TreebankSentence> text;
  for (const std::string& path : options.text) {
    const auto part = agreed_sentences(path, teachers);
    text.insert(text.end(), part.begin(), part.end());
  }
  std::vector<JointTag> tags;
  std::map<std::pair<Upos, Xpos>, int> tag_counts;
  for (const TreebankSentence& sentence : sentences) {
    for (const Word& word : sentence.words) ++tag_counts[{word.upos, word.xpos}];
  }
  for (const auto& [pair, count] : tag_counts) {
    if (count > 1 && tags.size() < kTagOutputs - 1) tags.push_back({pair.first, pair.second});
  }
  const std::string start = options.start.empty() ? std::string() : read_file(options.start);
  const std::string words =
      options.dictionary.empty() ? std::string(find_section(start, "KIND")) : read_file(options.dictionary);
  WordKinds dictionary;
  if (!dictionary.load(words)) {
    std::fprintf(stderr, "%s is no dictionary\n", options.dictionary.c_str());
    return 1;
  }
  const Vocabularies vocabularies(dictionary, sentences, text);
  const auto sizes = vocabularies.sizes();
  std::printf("%zu sentences of treebanks, %zu of text, %zu joint tags, vocabularies", sentences.size(),
              text.size(), tags.size());
  for (const std::size_t size : sizes) std::printf(" %zu", size);
  std::printf("\n");
  Lessons lessons;
  lessons.paragraphs = paragraphs(sentences, kLongestParagraph);
  const float trust = teachers.empty() ? 1 : kTrustInTreebanks;
  lessons.trust.assign(lessons.paragraphs.size(), trust);
  for (Paragraph& paragraph : paragraphs(text, kLongestParagraph))
    lessons.paragraphs.push_back(std::move(paragraph));
  lessons.trust.resize(lessons.paragraphs.size(), 0);
  if (!ask_teachers(teachers, Vocabularies(dictionary, sentences), tags, lessons)) {
    std::fprintf(stderr, "the teachers do not fit this network and these treebanks\n");
    return 1;
  }
  std::vector<std::vector<Example>> dev;
  for (const std::string& path : options.dev) {
    auto& examples = dev.emplace_back();
    for (const Paragraph& p : paragraphs(read_treebank(path), kLongestParagraph)) {
      vocabularies.append(p, tags, examples.emplace_back());
    }
  }

  Random random(options.seed);
  const std::string lemmas = train_lemmas(sentences);
  Network network(sizes, tags.size(), options.seed);
  if (!options.start.empty() && !unpack(start, vocabularies, network)) {
    std::fprintf(stderr, "%s does not fit this network\n", options.start.c_str());
    return 1;
  }
  if (options.review) {
    learn_review(options, network, vocabularies, tags, lessons.paragraphs, dev);
    return 0;
  }
  // A network that goes on is past the steady part.
  const float steady = options.start.empty() ? kSteady : 0;
  Schedule schedule;
  std::vector<std::size_t> order(lessons.paragraphs.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::size_t total = 0;
  for (const Paragraph& p : lessons.paragraphs) {
    for (const TreebankSentence& s : p) total += s.words.size();
  }
  const double all_words = static_cast<double>(total) * options.epochs;
  double words_read = 0;
  const auto started = std::chrono::steady_clock::now();
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
    Losses losses;
    Example batch;
    for (const std::size_t at : order) {
      const std::size_t begin = batch.rows.size();
      vocabularies.append(vary(lessons.paragraphs[at], random, options.headlines), tags, batch);
      const std::size_t size = batch.rows.size();
      if (!teachers.empty()) teach(batch, begin, lessons.beliefs[at], lessons.trust[at]);
      if (size < options.batch) continue;
      network.learn(batch, options.dropout, losses);
      batch = {};
      ++schedule.step;
      words_read += static_cast<double>(size);
      const auto done = static_cast<float>(std::min(words_read / all_words, 1.0));
      const float warm = std::min(static_cast<float>(schedule.step) / 200.0F, 1.0F);
      schedule.rate = options.rate * warm * std::min(1.0F, std::max(0.01F, (1 - done) / (1 - steady)));
      network.update(schedule, 1.0F / static_cast<float>(size));
      // The average forgets what is older than a tenth of the training so far.
      if (schedule.step % 8 == 0) {
        network.track(std::min(0.999F, 1 - 1 / (1 + static_cast<float>(schedule.step) / 80.0F)));
      }
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    std::printf("epoch %d, %.0f s, rate %.5f\n", epoch + 1, seconds, static_cast<double>(schedule.rate));
    print(losses);
    if (epoch % 2 == 1 || epoch + 1 == options.epochs) {
      for (const auto& examples : dev) {
        std::printf("  dev: ");
        print_rights(measure(network, examples));
      }
      const std::string bytes = pack(network, vocabularies, tags, lemmas, words, options.levels);
      write_file(options.out, bytes);
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
