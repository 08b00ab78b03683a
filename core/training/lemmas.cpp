#include "core/training/lemmas.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

#include "core/language/lemmatizer.hpp"

namespace hearsay::training {

using namespace language;

namespace {

struct EditLess {
  bool operator()(const Lemmatizer::Edit& a, const Lemmatizer::Edit& b) const {
    return a.strip != b.strip ? a.strip < b.strip : a.append < b.append;
  }
};

}  // namespace

std::string train_lemmas(const std::vector<TreebankSentence>& sentences) {
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

}  // namespace hearsay::training
