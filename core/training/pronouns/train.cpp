// Learns how much each clue weighs when a pronoun is given to what it stands for (core/actors/pronouns.hpp).
//
//   train_pronouns OUT.tsv [--epochs N] [--lead PERSON,THING,MANY] GUM.conllu...
//
// The texts are read as the program reads them; GUM's entities say which candidate is right. A candidate's
// chance is the exponential of its weights' sum among all candidates (a conditional log-linear model), with a
// little pull towards where it began; the sum over all right candidates of a pronoun is made large.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "core/actors/pronouns.hpp"
#include "core/analyzer.hpp"
#include "core/input/reader.hpp"

namespace {

using namespace hearsay;
using actors::kClues;
using actors::kPronounClasses;

// A text of GUM and, by the first byte of a word, the entity whose mention that word heads.
struct Annotated {
  std::string text;
  std::map<std::uint32_t, int> entity_at;
};

// Reads "(12-person-new-cf1-2-ana" and "12)" in turn.
class Entities {
 public:
  void read(const std::string& cell, std::size_t word, const std::vector<std::uint32_t>& starts,
            Annotated& into) {
    for (std::size_t at = 0; at < cell.size();) {
      if (cell[at] == '(') {
        const auto end = std::min(cell.find_first_of("()", at + 1), cell.size());
        const std::string body = cell.substr(at + 1, end - at - 1);
        const int id = std::atoi(body.c_str());
        std::size_t head = 1, field = 0, begin = 0;
        for (std::size_t i = 0; i <= body.size(); ++i) {
          if (i < body.size() && body[i] != '-') continue;
          if (field == 5)
            head = static_cast<std::size_t>(std::max(1, std::atoi(body.substr(begin, i - begin).c_str())));
          begin = i + 1;
          ++field;
        }
        open_[id].push_back(word + head - 1);
        at = end;
        if (end < cell.size() && cell[end] == ')') {
          close(id, starts, into);
          ++at;
        }
      } else {
        const int id = std::atoi(cell.c_str() + at);
        at = std::min(cell.find(')', at), cell.size() - 1) + 1;
        close(id, starts, into);
      }
    }
  }

 private:
  void close(int id, const std::vector<std::uint32_t>& starts, Annotated& into) {
    auto& heads = open_[id];
    if (heads.empty()) return;
    const auto head = heads.back();
    heads.pop_back();
    // Of nested mentions with one head the inner one is closed first and stays.
    if (head < starts.size()) into.entity_at.emplace(starts[head], id);
  }
  std::map<int, std::vector<std::size_t>> open_;  // words that head what is open
};

std::vector<Annotated> read_gum(const char* path) {
  std::vector<Annotated> texts;
  std::ifstream file(path);
  std::string line, sentence, gap;
  std::vector<std::vector<std::string>> rows;
  bool new_text = false, new_paragraph = false;
  while (std::getline(file, line) || !rows.empty()) {
    if (!file) line.clear();
    if (line.rfind("# newdoc", 0) == 0) new_text = true;
    if (line.rfind("# newpar", 0) == 0 && line.rfind("# newpar_block", 0) != 0) new_paragraph = true;
    if (line.rfind("# text = ", 0) == 0) sentence = line.substr(9);
    if (!line.empty() && line[0] != '#') {
      std::vector<std::string> cells;
      std::stringstream parts(line);
      for (std::string cell; std::getline(parts, cell, '\t');) cells.push_back(cell);
      if (cells.size() == 10 && cells[0].find('.') == std::string::npos) rows.push_back(cells);
      continue;
    }
    if (!line.empty() || rows.empty()) continue;
    if (new_text || texts.empty()) texts.emplace_back();
    Annotated& text = texts.back();
    const auto begin = text.text.size();
    text.text += begin == 0 ? "" : new_paragraph ? "\n\n" : gap;
    auto at = text.text.size();
    text.text += sentence;
    std::vector<std::uint32_t> starts;
    Entities entities;
    int covered = 0;
    std::size_t token_begin = at;
    std::vector<std::pair<std::size_t, std::string>> cells;
    for (const auto& row : rows) {
      const auto dash = row[0].find('-');
      const int number = std::atoi(row[0].c_str());
      const bool surface = dash != std::string::npos || number > covered;
      if (surface) {
        const auto found = text.text.find(row[1], at);
        token_begin = found == std::string::npos ? at : found;
        at = token_begin + row[1].size();
      }
      if (dash != std::string::npos) {
        covered = std::atoi(row[0].c_str() + dash + 1);
        continue;
      }
      // Words of one token lie one after the other in it.
      auto start = token_begin;
      if (!surface && !starts.empty()) {
        const auto found =
            text.text.find(row[1], starts.back() >= token_begin ? starts.back() + 1 : token_begin);
        if (found != std::string::npos && found < at) start = found;
      }
      starts.push_back(static_cast<std::uint32_t>(start));
      const auto entity = row[9].find("Entity=");
      if (entity == std::string::npos) continue;
      cells.emplace_back(starts.size() - 1, row[9].substr(entity + 7, row[9].find('|', entity) - entity - 7));
    }
    for (const auto& [word, cell] : cells) entities.read(cell, word, starts, text);
    gap = rows.back()[9].find("SpaceAfter=No") != std::string::npos ? "" : " ";
    rows.clear();
    new_text = new_paragraph = false;
  }
  return texts;
}

struct Example {
  std::size_t pronoun_class = 0;
  std::vector<actors::Clues> candidates;
  std::vector<bool> right;
};

// Gives every pronoun to what GUM says it stands for, and keeps what there was to choose from.
class Teacher : public actors::PronounJudge {
 public:
  Teacher(const Annotated& text, const language::LanguageLayer& language, std::vector<Example>& examples)
      : text_(text), language_(language), examples_(examples) {}

  std::size_t choose(const actors::Found& pronoun,
                     const std::vector<actors::PronounCandidate>& candidates) override {
    const int meant = entity(pronoun.head);
    Example example;
    example.pronoun_class = static_cast<std::size_t>(actors::class_of(pronoun));
    std::size_t answer = candidates.size() - 1;
    bool any = false;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const bool right =
          meant != 0 && candidates[i].latest != language::kNoToken && entity(candidates[i].latest) == meant;
      example.candidates.push_back(candidates[i].clues);
      example.right.push_back(right);
      if (right && !any) answer = i;
      any = any || right;
    }
    if (!any) example.right.back() = true;
    examples_.push_back(std::move(example));
    return answer;
  }

 private:
  [[nodiscard]] int entity(language::TokenIndex token) const {
    const auto found = text_.entity_at.find(language_.tokens[token].span.begin);
    return found == text_.entity_at.end() ? 0 : found->second + 1;
  }
  const Annotated& text_;
  const language::LanguageLayer& language_;
  std::vector<Example>& examples_;
};

void collect(const Annotated& annotated, const Knowledge& knowledge, std::vector<Example>& examples) {
  const auto document = input::read(annotated.text, "text.txt");
  if (!document || document.value().text() != annotated.text) return;
  actors::NameReader names(knowledge.gazetteer);
  language::LanguageStage language_stage(document.value(), knowledge.model, &names);
  constexpr std::uint32_t kAll = 1u << 30;
  Budget budget(kAll);
  language_stage.advance(budget);
  const auto language = language_stage.take();
  const std::vector<Time> times;
  const std::vector<Indicator> indicators;
  Teacher teacher(annotated, language, examples);
  actors::ActorStage stage(document.value(), language, names, times, indicators, knowledge.gazetteer,
                           &teacher);
  Budget rest(kAll);
  stage.advance(rest);
}

using Weights = std::vector<std::vector<double>>;  // by class and clue

std::vector<double> chances(const Example& example, const Weights& weights) {
  std::vector<double> scores;
  for (const auto& clues : example.candidates) {
    double score = 0;
    for (std::size_t clue = 0; clue < kClues; ++clue)
      score += clues[clue] ? weights[example.pronoun_class][clue] : 0;
    scores.push_back(score);
  }
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& score : scores) sum += score = std::exp(score - top);
  for (double& score : scores) score /= sum;
  return scores;
}

// Where a weight begins, and what it is pulled to. GUM is no news and has "Tarn said that it ..." five times;
// in news nearly every such pronoun is the speaker. It has few media; news names them as those who report.
// "He said", "they said" is mostly who has spoken last.
Weights prior() {
  Weights weights(kPronounClasses, std::vector<double>(kClues, 0));
  constexpr auto kSays = static_cast<std::size_t>(actors::Clue::body_says_this);
  weights[static_cast<std::size_t>(actors::PronounClass::thing)][kSays] = 2.5;
  weights[static_cast<std::size_t>(actors::PronounClass::many)][kSays] = 2.0;
  constexpr auto kSaysThis = static_cast<std::size_t>(actors::Clue::says_this);
  weights[static_cast<std::size_t>(actors::PronounClass::person)][kSaysThis] = 1.5;
  constexpr auto kBody = static_cast<std::size_t>(actors::Clue::speaks_body);
  constexpr auto kThing = static_cast<std::size_t>(actors::Clue::speaks_thing);
  weights[static_cast<std::size_t>(actors::PronounClass::thing)][kBody] = 2.0;
  weights[static_cast<std::size_t>(actors::PronounClass::thing)][kThing] = -2.0;
  constexpr auto kSpoke = static_cast<std::size_t>(actors::Clue::spoke_last);
  weights[static_cast<std::size_t>(actors::PronounClass::thing)][kSpoke] = 1.2;
  weights[static_cast<std::size_t>(actors::PronounClass::many)][kSpoke] = 1.2;
  constexpr auto kOutlet = static_cast<std::size_t>(actors::Clue::is_outlet);
  weights[static_cast<std::size_t>(actors::PronounClass::thing)][kOutlet] = -1.0;
  return weights;
}

// Weights whose origin is not nought are held there, more than a handful of examples can undo.
bool is_held(const Weights& origin, std::size_t pronoun_class, std::size_t clue) {
  return origin[pronoun_class][clue] != 0;
}

Weights learn(std::vector<Example>& examples, int epochs) {
  const Weights origin = prior();
  Weights weights = origin;
  Weights squares(kPronounClasses, std::vector<double>(kClues, 1e-3));
  constexpr double kRate = 0.1, kPull = 0.0005;
  std::mt19937 random(1);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random);
    double loss = 0;
    for (const Example& example : examples) {
      const auto chance = chances(example, weights);
      double right = 1e-12;
      for (std::size_t i = 0; i < chance.size(); ++i) right += example.right[i] ? chance[i] : 0;
      loss -= std::log(right);
      std::vector<double> gradient(kClues, 0);
      for (std::size_t i = 0; i < chance.size(); ++i) {
        const double pull = (example.right[i] ? chance[i] / right : 0) - chance[i];
        for (std::size_t clue = 0; clue < kClues; ++clue)
          gradient[clue] += example.candidates[i][clue] ? pull : 0;
      }
      auto& row = weights[example.pronoun_class];
      auto& square = squares[example.pronoun_class];
      for (std::size_t clue = 0; clue < kClues; ++clue) {
        if (is_held(origin, example.pronoun_class, clue)) continue;
        const double step = gradient[clue] - kPull * row[clue];
        square[clue] += step * step;
        row[clue] += kRate * step / std::sqrt(square[clue]);
      }
    }
    if (epoch % 10 == 9)
      std::printf("epoch %d: loss %.4f\n", epoch + 1, loss / static_cast<double>(examples.size()));
  }
  return weights;
}

int hundredths(double weight) {
  return static_cast<int>(std::lround(weight * 100));
}

// For each class: how often the leading candidate is right, by how far it leads.
void report(const std::vector<Example>& examples, const Weights& weights) {
  constexpr const char* kNames[] = {"he, she", "it", "they"};
  for (std::size_t c = 0; c < kPronounClasses; ++c) {
    for (const int lead : {0, 50, 100, 150, 200, 250, 300}) {
      int decided = 0, right = 0, all = 0;
      for (const Example& example : examples) {
        if (example.pronoun_class != c) continue;
        ++all;
        std::vector<std::pair<int, std::size_t>> scores;
        for (std::size_t i = 0; i < example.candidates.size(); ++i) {
          int score = 0;
          for (std::size_t clue = 0; clue < kClues; ++clue) {
            score += example.candidates[i][clue] ? hundredths(weights[c][clue]) : 0;
          }
          scores.emplace_back(score, i);
        }
        std::sort(scores.rbegin(), scores.rend());
        if (scores.size() > 1 && scores[0].first - scores[1].first < lead) continue;
        ++decided;
        if (example.right[scores[0].second]) ++right;
      }
      std::printf("%-8s lead %3d: decides %4d of %4d, right %.1f %%\n", kNames[c], lead, decided, all,
                  100.0 * right / std::max(decided, 1));
    }
  }
}

bool write(const char* path, const Weights& weights, const std::string& leads) {
  std::ofstream out(path);
  out << "# What speaks for a pronoun's standing for something, in hundredths: clue, for he and she, it, "
         "they. \"lead\" is how\n"
         "# far the first candidate must be ahead of the second. Clues are explained in "
         "core/actors/pronoun_clues.hpp.\n"
         "# Learnt by core/training/pronouns from GUM train (Zeldes 2017; without its non-commercial part), "
         "source:\n"
         "# UniversalDependencies/UD_English-GUM. Licence: CC BY-SA 4.0. Not to be edited by hand.\n";
  std::string cells = leads;
  std::replace(cells.begin(), cells.end(), ',', '\t');
  out << "lead\t" << cells << "\n";
  for (std::size_t clue = 0; clue < kClues; ++clue) {
    out << actors::name_of(static_cast<actors::Clue>(clue));
    for (std::size_t c = 0; c < kPronounClasses; ++c) out << '\t' << hundredths(weights[c][clue]);
    out << '\n';
  }
  return static_cast<bool>(out);
}

}  // namespace

int main(int count, char** values) {
  std::vector<std::string> words(values + 1, values + count);
  int epochs = 40;
  std::string leads = "60,120,120", out;
  std::vector<std::string> files;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool more = i + 1 < words.size();
    if (words[i] == "--epochs" && more) {
      epochs = std::atoi(words[++i].c_str());
    } else if (words[i] == "--lead" && more) {
      leads = words[++i];
    } else if (out.empty()) {
      out = words[i];
    } else {
      files.push_back(words[i]);
    }
  }
  const auto knowledge = Knowledge::load();
  if (files.empty() || !knowledge) {
    std::fprintf(stderr, "train_pronouns OUT.tsv [--epochs N] [--lead PERSON,THING,MANY] GUM.conllu...\n");
    return 2;
  }
  std::vector<Example> examples;
  for (const auto& file : files) {
    for (const auto& text : read_gum(file.c_str())) collect(text, *knowledge.value(), examples);
  }
  std::printf("%zu pronouns\n", examples.size());
  const auto weights = learn(examples, epochs);
  report(examples, weights);
  return write(out.c_str(), weights, leads) ? 0 : 1;
}
