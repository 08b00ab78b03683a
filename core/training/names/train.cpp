// Trains the name tagger: a linear-chain conditional random field over hashed features, by AdaGrad, on texts
// as the program itself reads them (its own tokens, tags and trees). Deterministic. Tokens whose label a
// corpus leaves open are summed over (Tsuboi et al. 2008), so that corpora with different kinds of names can
// be used together.
//
//   train_names OUT.bin [--dev KIND:PATH]... [--epochs N] [--rows N] [--boldness B] [--errors] KIND:PATH...
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

namespace hearsay::training {
namespace {

using namespace hearsay::actors;

constexpr std::size_t kRows = std::size_t{1} << kNameFeatureBits;
constexpr float kImpossible = -1e9F;

struct Example {
  std::vector<FeatureList> features;
  std::vector<LabelSet> allowed;  // per token
  std::vector<std::string> words;
};

// The text as the program reads it, with what each token may be.
std::vector<Example> examples_of(const NamedText& named, const language::Model& model,
                                 const Gazetteer& gazetteer) {
  auto document = input::read(named.text, "text.txt");
  if (!document || document.value().text() != named.text) return {};
  language::LanguageStage stage(document.value(), model);
  for (Budget budget(1000000); !stage.advance(budget); budget = Budget(1000000)) {
  }
  const auto layer = stage.take();
  const WordHabits habits(document.value(), layer);
  std::vector<Example> examples;
  std::size_t span = 0;
  for (const auto& sentence : layer.sentences) {
    Example example;
    example.features = name_features(document.value(), layer, sentence, habits, gazetteer.impl());
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

// Every fourth line Written Like This, or, for some texts, LIKE THIS.
void with_headlines(std::string& text, std::size_t number) {
  std::size_t line = number;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') ++line;
    if (line % 4 != 0 || text[i] < 'a' || text[i] > 'z') continue;
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

class Trainer {
 public:
  Trainer() : weights_(kRows * kNameLabels), squares_(kRows * kNameLabels) {}

  void epoch(const std::vector<Example>& examples, const std::vector<std::uint32_t>& order,
             std::mt19937& random) {
    std::size_t done = 0;
    for (const auto index : order) {
      update(examples[index], random);
      if (++done % 600 == 0) add_to_average();
    }
  }

  // From here on the average of the weights on their way is taken for the weights.
  void start_average() {
    sum_.assign(weights_.size(), 0.0F);
    transition_sum_.fill(0.0F);
    averaged_ = 0;
  }
  void take_average() {
    if (averaged_ == 0) return;
    const float share = 1.0F / static_cast<float>(averaged_);
    for (std::size_t i = 0; i < weights_.size(); ++i) weights_[i] = sum_[i] * share;
    for (std::size_t i = 0; i < transitions_.size(); ++i) transitions_[i] = transition_sum_[i] * share;
  }

  std::vector<NameLabel> label(const Example& example) const {
    const auto scores = token_scores(example.features);
    const std::size_t n = scores.size();
    std::vector<NameLabel> labels(n);
    std::vector<Row> best(n);
    std::vector<std::array<NameLabel, kNameLabels>> back(n);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        best[i][l] = kImpossible;
        for (std::size_t b = 0; b < (i == 0 ? 1 : kNameLabels); ++b) {
          if (!may_follow(static_cast<NameLabel>(b), static_cast<NameLabel>(l))) continue;
          const float score = (i == 0 ? 0.0F : best[i - 1][b]) + transitions_[b * kNameLabels + l];
          if (score > best[i][l]) {
            best[i][l] = score;
            back[i][l] = static_cast<NameLabel>(b);
          }
        }
        best[i][l] += scores[i][l];
      }
    }
    if (n == 0) return labels;
    auto last = static_cast<NameLabel>(std::max_element(best[n - 1].begin(), best[n - 1].end()) -
                                       best[n - 1].begin());
    for (std::size_t i = n; i-- > 0;) {
      labels[i] = last;
      last = back[i][last];
    }
    return labels;
  }

  // The `count` features that weigh most, in rising order.
  std::vector<std::uint32_t> heaviest(std::size_t count) const {
    std::vector<std::pair<float, std::uint32_t>> size_of;
    for (std::uint32_t f = 0; f < kRows; ++f) {
      float most = 0;
      for (std::size_t l = 0; l < kNameLabels; ++l) most += std::fabs(weights_[f * kNameLabels + l]);
      if (most > 0.0F) size_of.emplace_back(-most, f);
    }
    std::sort(size_of.begin(), size_of.end());
    size_of.resize(std::min(count, size_of.size()));
    std::vector<std::uint32_t> features;
    for (const auto& [size, feature] : size_of) features.push_back(feature);
    std::sort(features.begin(), features.end());
    return features;
  }

  // Whole numbers, the largest weight but one in ten thousand as 127.
  // `boldness` is taken from the score of "outside": likelihood training leaves out more than the F1 wants.
  std::string quantised(const std::vector<std::uint32_t>& features, float boldness) const {
    std::vector<float> sizes;
    for (const float weight : weights_) {
      if (weight != 0.0F) sizes.push_back(std::fabs(weight));
    }
    std::sort(sizes.begin(), sizes.end());
    const float largest = sizes.empty() ? 1.0F : sizes[sizes.size() - 1 - sizes.size() / 10000];
    const float scale = 127.0F / largest;
    std::string out = "HNT2";
    out += static_cast<char>(kNameFeatureBits);
    out += static_cast<char>(kNameLabels);
    for (std::size_t i = 0; i < transitions_.size(); ++i) {
      const float weight = transitions_[i] - (i % kNameLabels == 0 ? boldness : 0.0F);
      const auto value = static_cast<std::int16_t>(std::clamp(std::lround(weight * scale), -30000L, 30000L));
      out += static_cast<char>(value & 0xFF);
      out += static_cast<char>((value >> 8) & 0xFF);
    }
    const auto put = [&out](std::uint32_t value) {
      for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFu);
    };
    put(static_cast<std::uint32_t>(features.size()));
    for (const auto feature : features) put(feature);
    for (const auto feature : features) {
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        const float weight = weights_[feature * kNameLabels + l];
        out +=
            static_cast<char>(static_cast<signed char>(std::clamp(std::lround(weight * scale), -127L, 127L)));
      }
    }
    return out;
  }

 private:
  using Row = std::array<float, kNameLabels>;

  std::vector<Row> token_scores(const std::vector<FeatureList>& features) const {
    std::vector<Row> scores(features.size(), Row{});
    for (std::size_t i = 0; i < features.size(); ++i) {
      for (const auto bucket : features[i]) {
        for (std::size_t l = 0; l < kNameLabels; ++l) scores[i][l] += weights_[bucket * kNameLabels + l];
      }
    }
    return scores;
  }

  // Forward and backward sums in log space; `marginals` per token and per pair of neighbours.
  struct Sums {
    float total = 0;
    std::vector<Row> token;
    std::array<float, kNameLabels * kNameLabels> pairs{};
  };

  static float log_sum(const float* values, std::size_t count) {
    float top = kImpossible;
    for (std::size_t i = 0; i < count; ++i) top = std::max(top, values[i]);
    if (top <= kImpossible / 2) return kImpossible;
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (values[i] > top - 30) sum += std::exp(values[i] - top);
    }
    return top + std::log(sum);
  }

  Sums sums(const std::vector<Row>& scores, const std::vector<LabelSet>* allowed) const {
    const std::size_t n = scores.size();
    std::vector<Row> ahead(n), behind(n);
    const auto open = [&](std::size_t i, std::size_t l) {
      return allowed == nullptr || ((*allowed)[i] >> l & 1u) != 0;
    };
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        ahead[i][l] = kImpossible;
        if (!open(i, l)) continue;
        Row ways;
        std::size_t count = 0;
        for (std::size_t b = 0; b < (i == 0 ? 1 : kNameLabels); ++b) {
          if (!may_follow(static_cast<NameLabel>(b), static_cast<NameLabel>(l))) continue;
          const float before = i == 0 ? 0.0F : ahead[i - 1][b];
          if (before > kImpossible / 2) ways[count++] = before + transitions_[b * kNameLabels + l];
        }
        if (count > 0) ahead[i][l] = log_sum(ways.data(), count) + scores[i][l];
      }
    }
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        behind[i][l] = kImpossible;
        if (!open(i, l)) continue;
        if (i + 1 == n) {
          behind[i][l] = 0;
          continue;
        }
        Row ways;
        std::size_t count = 0;
        for (std::size_t a = 0; a < kNameLabels; ++a) {
          if (!may_follow(static_cast<NameLabel>(l), static_cast<NameLabel>(a)) || !open(i + 1, a)) continue;
          if (behind[i + 1][a] <= kImpossible / 2) continue;
          ways[count++] = transitions_[l * kNameLabels + a] + scores[i + 1][a] + behind[i + 1][a];
        }
        if (count > 0) behind[i][l] = log_sum(ways.data(), count);
      }
    }
    Sums out;
    out.total = log_sum(ahead[n - 1].data(), kNameLabels);
    out.token.assign(n, Row{});
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        const float log = ahead[i][l] + behind[i][l] - out.total;
        if (log > -20) out.token[i][l] = std::exp(log);
        for (std::size_t b = 0; b < (i == 0 ? 1 : kNameLabels); ++b) {
          if (!may_follow(static_cast<NameLabel>(b), static_cast<NameLabel>(l))) continue;
          const float way = (i == 0 ? 0.0F : ahead[i - 1][b]) + transitions_[b * kNameLabels + l] +
                            scores[i][l] + behind[i][l] - out.total;
          if (way > -20 && open(i, l)) out.pairs[b * kNameLabels + l] += std::exp(way);
        }
      }
    }
    return out;
  }

  void step(float& weight, float& square, float gradient) {
    constexpr float kRate = 0.08F;
    constexpr float kShrink = 2e-6F;  // weight decay, per touch
    gradient += kShrink * weight;
    square += gradient * gradient;
    weight -= kRate * gradient / (std::sqrt(square) + 1e-6F);
  }

  void add_to_average() {
    if (sum_.empty()) return;
    for (std::size_t i = 0; i < weights_.size(); ++i) sum_[i] += weights_[i];
    for (std::size_t i = 0; i < transitions_.size(); ++i) transition_sum_[i] += transitions_[i];
    ++averaged_;
  }

  void update(const Example& example, std::mt19937& random) {
    if (example.features.empty()) return;
    // Features are left out at random, so that no single one (mostly the word itself) decides alone.
    auto features = example.features;
    for (auto& list : features) {
      std::size_t kept = 0;
      for (const auto bucket : list) {
        if (random() % 100 >= 12) list[kept++] = bucket;
      }
      list.resize(kept);
    }
    const auto scores = token_scores(features);
    const Sums free = sums(scores, nullptr);
    const Sums right = sums(scores, &example.allowed);
    if (right.total <= kImpossible / 2) return;
    for (std::size_t i = 0; i < features.size(); ++i) {
      Row gradient;
      bool any = false;
      for (std::size_t l = 0; l < kNameLabels; ++l) {
        gradient[l] = free.token[i][l] - right.token[i][l];
        any = any || std::fabs(gradient[l]) > 1e-4F;
      }
      if (!any) continue;
      for (const auto bucket : features[i]) {
        for (std::size_t l = 0; l < kNameLabels; ++l) {
          if (std::fabs(gradient[l]) < 1e-5F) continue;
          step(weights_[bucket * kNameLabels + l], squares_[bucket * kNameLabels + l], gradient[l]);
        }
      }
    }
    for (std::size_t p = 0; p < transitions_.size(); ++p) {
      const float gradient = free.pairs[p] - right.pairs[p];
      if (std::fabs(gradient) > 1e-5F) step(transitions_[p], transition_squares_[p], gradient);
    }
  }

  std::vector<float> weights_, squares_;
  std::array<float, kNameLabels * kNameLabels> transitions_{}, transition_squares_{};
  std::vector<float> sum_;
  std::array<float, kNameLabels * kNameLabels> transition_sum_{};
  std::size_t averaged_ = 0;
};

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

int run(int argc, char** argv) {
  std::string out;
  std::vector<std::string> train, dev;
  int epochs = 8;
  std::size_t rows = 50000;
  float boldness = 0.3F;
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
    } else if (argument == "--errors") {
      show_errors = true;
    } else if (out.empty()) {
      out = argument;
    } else {
      train.push_back(argument);
    }
  }
  auto model = language::Model::load(asset("models/english.bin"));
  auto gazetteer = Gazetteer::load();
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

  std::mt19937 random(20171201);
  std::vector<std::uint32_t> order(examples.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto measure = [&](std::size_t d, bool show, auto&& tag) {
    std::vector<std::vector<NameLabel>> labels;
    for (const Example& example : devs[d]) labels.push_back(tag(example));
    report(dev[d].c_str(), devs[d], labels, show);
  };
  const auto fit = [&](Trainer& trainer, int rounds) {
    for (int epoch = 1; epoch <= rounds; ++epoch) {
      if (epoch == 2) trainer.start_average();
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      trainer.epoch(examples, order, random);
      std::printf("epoch %d\n", epoch);
      for (std::size_t d = 0; d < devs.size(); ++d) {
        measure(d, false, [&](const Example& example) { return trainer.label(example); });
      }
    }
  };
  // First with every feature, to see which ones matter; then again with these alone, so that they learn to do
  // without the others.
  std::vector<std::uint32_t> chosen;
  {
    Trainer scout;
    fit(scout, 2);
    chosen = scout.heaviest(rows);
  }
  std::printf("%zu features stay\n", chosen.size());
  std::vector<bool> stays(kRows);
  for (const auto feature : chosen) stays[feature] = true;
  for (Example& example : examples) {
    for (FeatureList& list : example.features) {
      std::erase_if(list, [&](std::uint32_t feature) { return !stays[feature]; });
    }
  }
  Trainer trainer;
  fit(trainer, epochs);
  trainer.take_average();
  for (const float other : {0.0F, 0.3F, 0.6F, 0.9F}) {
    std::printf("boldness %.1f\n", static_cast<double>(other));
    const std::string tried = trainer.quantised(chosen, other);
    const auto tagger = NameTagger::load(tried);
    for (std::size_t d = 0; tagger && d < devs.size(); ++d) {
      measure(d, false, [&](const Example& example) { return tagger.value().label(example.features); });
    }
  }
  const std::string bytes = trainer.quantised(chosen, boldness);
  std::ofstream(out, std::ios::binary) << bytes;
  std::printf("%s: %zu bytes, boldness %.1f\n", out.c_str(), bytes.size(), static_cast<double>(boldness));
  const auto tagger = NameTagger::load(bytes);
  if (!tagger) return 1;
  for (std::size_t d = 0; d < devs.size(); ++d) {
    measure(d, show_errors, [&](const Example& example) { return tagger.value().label(example.features); });
  }
  return 0;
}

}  // namespace
}  // namespace hearsay::training

int main(int argc, char** argv) {
  return hearsay::training::run(argc, argv);
}
