// Trains the name tagger: a linear-chain conditional random field over hashed features, by AdaGrad, on texts
// as the program itself reads them (its own tokens, tags and trees). Deterministic. Tokens whose label a
// corpus leaves open are summed over (Tsuboi et al. 2008), so that corpora with different kinds of names can
// be used together.
//
//   train_names OUT.bin [--dev KIND:PATH]... [--epochs N] [--rows N] [--members N] [--seed N] [--boldness B]
//       [--errors] KIND:PATH...
// Several taggers are trained from different seeds; the file holds their mean.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "core/actors/gazetteer.hpp"
#include "core/actors/name_tagger.hpp"
#include "core/assets/assets.hpp"
#include "core/input/reader.hpp"
#include "core/text/ascii.hpp"
#include "core/training/names/corpora.hpp"
#include "core/training/names/trainer.hpp"

namespace hearsay::training {
namespace {

using namespace hearsay::actors;

using Example = NameExample;

// Keeps the states of all words.
class StateKeeper : public language::StateReader {
 public:
  void read(const std::int16_t* given, std::size_t count) override {
    states.insert(states.end(), given, given + count * kWidth);
  }
  std::vector<std::int16_t> states;
};

// The text as the program reads it, with what each token may be.
std::vector<Example> examples_of(const NamedText& named, const language::Model& model,
                                 const Gazetteer& gazetteer) {
  auto document = input::read(named.text, "text.txt");
  if (!document || document.value().text() != named.text) return {};
  StateKeeper keeper;
  language::LanguageStage stage(document.value(), model, &keeper);
  for (Budget budget(1000000); !stage.advance(budget); budget = Budget(1000000)) {
  }
  const auto layer = stage.take();
  const WordHabits habits(document.value(), layer, gazetteer.impl());
  std::vector<Example> examples;
  std::size_t span = 0;
  for (const auto& sentence : layer.sentences) {
    Example example;
    example.features = name_features(document.value(), layer, sentence, habits, gazetteer.impl());
    constexpr std::size_t kWidth = language::StateReader::kWidth;
    example.states.assign(keeper.states.begin() + static_cast<std::ptrdiff_t>(sentence.first * kWidth),
                          keeper.states.begin() + static_cast<std::ptrdiff_t>(sentence.last() * kWidth));
    for (auto i = sentence.first; i < sentence.last(); ++i) {
      const Span token = layer.tokens[i].span;
      while (span < named.spans.size() && named.spans[span].end <= token.begin) ++span;
      LabelSet allowed = named.outside;
      if (span < named.spans.size() && named.spans[span].begin < token.end) {
        const GoldSpan& gold = named.spans[span];
        const bool begins_here = token.begin <= gold.begin || i == sentence.first;
        allowed = gold.open != 0 ? gold.open : bit(begins_here ? begins(gold.type) : continues(gold.type));
      }
      example.allowed.push_back(allowed);
      example.words.emplace_back(document.value().text(token));
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

void without_capitals(std::string& text) {
  for (char& c : text) c = ascii::to_lower(c);
}

// Every third line Written Like This, or, for some texts, LIKE THIS.
void with_headlines(std::string& text, std::size_t number) {
  std::size_t line = number;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') ++line;
    if (line % 3 != 0 || text[i] < 'a' || text[i] > 'z') continue;
    const bool word_start = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
    const std::size_t end = text.find_first_of(" \n", i);
    const bool long_word = end == std::string::npos || end - i > 3;
    if (number % 9 == 0 || (word_start && long_word)) text[i] = static_cast<char>(text[i] - 'a' + 'A');
  }
}

std::vector<Example> examples_of(const std::string& source, const language::Model& model,
                                 const Gazetteer& gazetteer, bool vary) {
  std::vector<Example> all;
  std::size_t texts = 0;
  for (NamedText& text : read_corpus(source)) {
    for (auto& example : examples_of(text, model, gazetteer)) all.push_back(std::move(example));
    // Some texts again without capitals, as people write in forums, and some with headlines: names must not
    // hang on capitals alone.
    const std::size_t number = texts++;
    if (!vary || number % 3 == 2) continue;
    if (number % 3 == 0) {
      with_headlines(text.text, number);
    } else if (number % 6 == 1) {
      without_capitals(text.text);
    } else {
      continue;
    }
    for (auto& example : examples_of(text, model, gazetteer)) all.push_back(std::move(example));
  }
  std::printf("%s: %zu texts, %zu sentences\n", source.c_str(), texts, all.size());
  return all;
}

// Names right by span and type, among those of which the corpus speaks.
void report(const char* what, const std::vector<Example>& examples,
            const std::vector<std::vector<NameLabel>>& labels, bool show_errors) {
  std::array<std::size_t, kNameTypes> found{}, gold{}, right{};
  for (std::size_t e = 0; e < examples.size(); ++e) {
    std::vector<NameLabel> truth;
    std::vector<NameLabel> ours = labels[e];
    for (std::size_t i = 0; i < ours.size(); ++i) {
      const LabelSet allowed = examples[e].allowed[i];
      const bool known = (allowed & (allowed - 1)) == 0;
      NameLabel label = 0;
      for (NameLabel l = 0; l < kNameLabels; ++l) {
        if (known && (allowed >> l & 1u) != 0) label = l;
      }
      truth.push_back(label);
      if (!known && (allowed >> ours[i] & 1u) != 0) ours[i] = 0;
    }
    const auto a = tagged_names(truth, 0), b = tagged_names(ours, 0);
    if (show_errors && truth != ours) {
      constexpr const char* kSigns[] = {"PER", "ORG", "LOC", "PRO", "GRP"};
      std::string line;
      for (std::size_t i = 0; i < ours.size(); ++i) {
        if (i > 0) line += ' ';
        line += examples[e].words[i];
        if (truth[i] == ours[i]) continue;
        const auto sign = [&](NameLabel l) {
          return l == 0 ? std::string("-") : std::string(l % 2 == 1 ? "B-" : "I-") + kSigns[(l - 1) / 2];
        };
        line += "{" + sign(truth[i]) + " as " + sign(ours[i]) + "}";
      }
      std::printf("    %s\n", line.c_str());
    }
    for (const auto& name : a) ++gold[static_cast<std::size_t>(name.type)];
    for (const auto& name : b) {
      ++found[static_cast<std::size_t>(name.type)];
      right[static_cast<std::size_t>(name.type)] +=
          static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const TaggedName& other) {
            return other.first == name.first && other.last == name.last && other.type == name.type;
          }));
    }
  }
  constexpr const char* kNames[] = {"PER", "ORG", "LOC", "PRO", "GRP"};
  std::printf("  %s:", what);
  std::size_t f = 0, g = 0, r = 0;
  for (std::size_t t = 0; t < kNameTypes; ++t) {
    if (gold[t] == 0) continue;
    std::printf(" %s P %.1f R %.1f F %.1f;", kNames[t], 100.0 * right[t] / std::max<std::size_t>(found[t], 1),
                100.0 * right[t] / gold[t], 200.0 * right[t] / std::max<std::size_t>(found[t] + gold[t], 1));
    f += found[t];
    g += gold[t];
    r += right[t];
  }
  std::printf(" micro %.2f\n",
              200.0 * static_cast<double>(r) / static_cast<double>(std::max<std::size_t>(f + g, 1)));
  std::fflush(stdout);
}

// Gives the chosen features the numbers of their rows.
class RowOf {
 public:
  explicit RowOf(const std::vector<std::uint32_t>& chosen)
      : rows_(std::size_t{1} << kNameFeatureBits, kNone) {
    for (std::uint32_t row = 0; row < chosen.size(); ++row) rows_[chosen[row]] = row;
  }
  void rename(Example& example) const {
    for (FeatureList& list : example.features) {
      std::size_t kept = 0;
      for (const auto feature : list) {
        const auto row = rows_[feature & ~kOfTags];
        if (row != kNone) list[kept++] = row | (feature & kOfTags);
      }
      list.resize(kept);
      list.shrink_to_fit();
    }
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
  std::vector<std::uint32_t> rows_;
};

// What the trainers say together.
std::vector<NameLabel> mean_labels(std::vector<NameTrainer>& trainers, const Example& example,
                                   float boldness) {
  const float share = 1.0F / static_cast<float>(trainers.size());
  std::vector<LabelRow> mean(example.features.size(), LabelRow{});
  Transitions transitions{};
  for (NameTrainer& trainer : trainers) {
    const auto scores = trainer.scores(example);
    for (std::size_t i = 0; i < mean.size(); ++i) {
      for (std::size_t l = 0; l < kNameLabels; ++l) mean[i][l] += scores[i][l] * share;
    }
    for (std::size_t i = 0; i < transitions.size(); ++i) transitions[i] += trainer.transitions()[i] * share;
  }
  for (LabelRow& row : mean) row[0] -= boldness;
  return best_labels(mean, transitions);
}

constexpr int kScoutRounds = 2;

int run(int argc, char** argv) {
  std::string out;
  std::vector<std::string> train, dev;
  int epochs = 3;
  std::size_t rows = 42000;
  float boldness = 0.3F;
  std::uint32_t seed = 20171202, members = 3;
  bool show_errors = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--dev" && i + 1 < argc) {
      dev.push_back(argv[++i]);
    } else if (argument == "--epochs" && i + 1 < argc) {
      epochs = std::stoi(argv[++i]);
    } else if (argument == "--rows" && i + 1 < argc) {
      rows = static_cast<std::size_t>(std::stoul(argv[++i]));
    } else if (argument == "--boldness" && i + 1 < argc) {
      boldness = std::stof(argv[++i]);
    } else if (argument == "--seed" && i + 1 < argc) {
      seed = static_cast<std::uint32_t>(std::stoul(argv[++i]));
    } else if (argument == "--members" && i + 1 < argc) {
      members = static_cast<std::uint32_t>(std::stoul(argv[++i]));
    } else if (argument == "--errors") {
      show_errors = true;
    } else if (out.empty()) {
      out = argument;
    } else {
      train.push_back(argument);
    }
  }
  auto model = language::Model::load(asset("models/english.bin"));
  auto gazetteer = Gazetteer::load_lists();
  if (!model || !gazetteer || train.empty()) {
    std::fprintf(stderr,
                 "usage: train_names OUT.bin [--dev KIND:PATH]... [--epochs N] [--rows N] [--boldness B] "
                 "[--errors] KIND:PATH...\n");
    return 2;
  }
  std::vector<Example> examples;
  for (const auto& source : train) {
    for (auto& example : examples_of(source, model.value(), gazetteer.value(), true))
      examples.push_back(std::move(example));
  }
  std::vector<std::vector<Example>> devs;
  for (const auto& source : dev) devs.push_back(examples_of(source, model.value(), gazetteer.value(), false));

  const auto measure = [&](const std::vector<std::vector<Example>>& sets, const char* what, bool show,
                           auto&& tag) {
    std::printf("%s\n", what);
    for (std::size_t d = 0; d < sets.size(); ++d) {
      std::vector<std::vector<NameLabel>> labels;
      for (const Example& example : sets[d]) labels.push_back(tag(example));
      report(dev[d].c_str(), sets[d], labels, show);
    }
  };
  const auto labels_of = [&](std::vector<NameTrainer>& trainers, const Example& example) {
    return mean_labels(trainers, example, boldness);
  };
  // First with every feature, to see which ones matter; then with these alone, so that they learn to do
  // without the others.
  std::vector<std::uint32_t> chosen;
  {
    NameTrainer scout(std::size_t{1} << kNameFeatureBits, false, seed);
    for (int round = 0; round < kScoutRounds; ++round) scout.learn(examples, round, kScoutRounds);
    chosen = scout.heaviest(rows);
  }
  std::printf("%zu features stay\n", chosen.size());
  const RowOf row_of(chosen);
  for (Example& example : examples) row_of.rename(example);
  auto narrow = devs;
  for (auto& set : narrow) {
    for (Example& example : set) row_of.rename(example);
  }
  std::vector<NameTrainer> trainers;
  for (std::uint32_t m = 0; m < members; ++m) {
    std::vector<NameTrainer> one;
    one.emplace_back(chosen.size(), true, seed + 10 * (m + 1));
    for (int round = 0; round < epochs; ++round) one.front().learn(examples, round, epochs);
    one.front().take_average();
    measure(narrow, "member", false, [&](const Example& example) { return labels_of(one, example); });
    trainers.push_back(std::move(one.front()));
  }
  measure(narrow, "all members", false, [&](const Example& example) { return labels_of(trainers, example); });
  std::vector<NameTrainer> result;
  result.emplace_back(chosen.size(), true, seed);
  result.front().learn_mean(trainers, examples);
  for (const float other : {0.0F, 0.3F, 0.6F, 0.9F}) {
    std::printf("boldness %.1f\n", static_cast<double>(other));
    measure(narrow, "their mean", false,
            [&](const Example& example) { return mean_labels(result, example, other); });
  }
  NameTrainer& trainer = result.front();
  const std::string bytes = trainer.packed(chosen, boldness);
  std::ofstream(out, std::ios::binary) << bytes;
  std::printf("%s: %zu bytes, boldness %.1f\n", out.c_str(), bytes.size(), static_cast<double>(boldness));
  const auto tagger = NameTagger::load(bytes);
  if (!tagger) return 1;
  measure(devs, "the file", show_errors, [&](const Example& example) {
    std::vector<LabelScores> scores;
    tagger.value().score(example.states.data(), example.features.size(), scores);
    return tagger.value().label(example.features, scores.data());
  });
  return 0;
}

}  // namespace
}  // namespace hearsay::training

int main(int argc, char** argv) {
  return hearsay::training::run(argc, argv);
}
