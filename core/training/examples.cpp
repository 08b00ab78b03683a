#include "core/training/examples.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::training {

using namespace language;

namespace {

// How often a feature must be seen in the treebanks to get a row of its own, and how many times as often in
// the treebanks and other text together.
constexpr std::array<std::uint32_t, kVocabularies> kLeastCounts = {2, 3, 4, 4, 3, 4, 3, 3};
constexpr std::uint32_t kLeastInAll = 2;

}  // namespace

std::vector<Paragraph> paragraphs(const std::vector<TreebankSentence>& sentences, std::size_t longest) {
  std::vector<Paragraph> result;
  std::size_t words = 0;
  for (const TreebankSentence& sentence : sentences) {
    if (result.empty() || sentence.new_paragraph || words + sentence.words.size() > longest) {
      result.emplace_back();
      words = 0;
    }
    words += sentence.words.size();
    result.back().push_back(sentence);
  }
  return result;
}

Vocabularies::Vocabularies(const WordKinds& dictionary, const std::vector<TreebankSentence>& treebanks,
                           const std::vector<TreebankSentence>& text)
    : dictionary_(dictionary) {
  struct Counts {
    std::uint32_t treebanks = 0;
    std::uint32_t all = 0;
  };
  std::array<std::unordered_map<std::uint32_t, Counts>, kVocabularies> counts;
  for (const auto* sentences : {&treebanks, &text}) {
    for (const TreebankSentence& sentence : *sentences) {
      bool space_before = true;
      for (const Word& word : sentence.words) {
        const auto keys = vocabulary_keys(word_features(word.form, dictionary_), space_before);
        for (std::size_t k = 0; k < kVocabularies; ++k) {
          Counts& seen = counts[k][keys[k]];
          seen.treebanks += sentences == &treebanks ? 1 : 0;
          ++seen.all;
        }
        space_before = word.space_after;
      }
    }
  }
  for (std::size_t k = 0; k < kVocabularies; ++k) {
    for (const auto& [key, seen] : counts[k]) {
      if (k == kWord) word_counts_[key] = seen.all;
      if (seen.treebanks >= kLeastCounts[k] || seen.all >= kLeastInAll * kLeastCounts[k])
        keys_[k].push_back(key);
    }
    std::sort(keys_[k].begin(), keys_[k].end());
    for (std::size_t i = 0; i < keys_[k].size(); ++i)
      rows_[k][keys_[k][i]] = static_cast<std::uint32_t>(i + 1);
  }
}

std::array<std::size_t, kVocabularies> Vocabularies::sizes() const {
  std::array<std::size_t, kVocabularies> result{};
  for (std::size_t k = 0; k < kVocabularies; ++k) result[k] = keys_[k].size() + 1;
  return result;
}

void Vocabularies::append(const Paragraph& paragraph, const std::vector<JointTag>& tags,
                          Example& result) const {
  const std::size_t start = result.rows.size();
  bool space_before = true;
  for (const TreebankSentence& sentence : paragraph) {
    const std::size_t begin = result.rows.size();
    for (const Word& word : sentence.words) {
      const WordFeatures& features = result.words.emplace_back(word_features(word.form, dictionary_));
      const auto keys = vocabulary_keys(features, space_before);
      auto& row = result.rows.emplace_back();
      for (std::size_t k = 0; k < kVocabularies; ++k) row[k] = this->row(k, keys[k]);
      const auto count = word_counts_.find(keys[kWord]);
      result.word_counts.push_back(count != word_counts_.end() ? count->second : 0);
      const auto tag = std::find_if(tags.begin(), tags.end(), [&](const JointTag& t) {
        return t.upos == word.upos && t.xpos == word.xpos;
      });
      result.tags.push_back(tag != tags.end() ? static_cast<std::uint32_t>(tag - tags.begin()) : 0);
      result.heads.push_back(word.head < 0 ? -1 : word.head + static_cast<int>(begin));
      result.rels.push_back(static_cast<std::uint32_t>(word.rel));
      space_before = word.space_after;
    }
    result.sentences.push_back({begin, result.rows.size()});
  }
  result.lessons.resize(result.rows.size());
  result.paragraphs.push_back({start, result.rows.size()});
}

namespace {

void change_case(Paragraph& paragraph, int kind) {
  for (TreebankSentence& sentence : paragraph) {
    for (Word& word : sentence.words) {
      if (word.xpos == Xpos::ADD || word.joined) continue;
      const bool small = word.form.size() < 4 && (word.upos == Upos::ADP || word.upos == Upos::DET ||
                                                  word.upos == Upos::CCONJ || word.upos == Upos::PART);
      for (std::size_t i = 0; i < word.form.size(); ++i) {
        char& c = word.form[i];
        if (kind == 0) c = ascii::to_lower(c);
        const bool raise = kind == 1 || (kind == 2 && i == 0 && (!small || &word == &sentence.words[0]));
        if (raise) c = ascii::to_upper(c);
      }
    }
  }
}

void drop_last_period(TreebankSentence& sentence) {
  if (sentence.words.size() < 4 || sentence.words.back().form != ".") return;
  sentence.words.pop_back();
  sentence.words.back().space_after = true;
}

// Headlines have no articles. Those with dependents stay.
void drop_articles(TreebankSentence& sentence) {
  std::vector<char> is_head(sentence.words.size(), 0);
  for (const Word& word : sentence.words) {
    if (word.head >= 0) is_head[static_cast<std::size_t>(word.head)] = 1;
  }
  std::vector<int> place(sentence.words.size(), 0);
  std::vector<Word> kept;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    place[i] = static_cast<int>(kept.size());
    const bool article = word.xpos == Xpos::DT && (word.lemma == "the" || word.lemma == "a");
    if (!article || is_head[i] != 0 || !word.space_after || word.joined) kept.push_back(word);
  }
  for (Word& word : kept) {
    if (word.head >= 0) word.head = place[static_cast<std::size_t>(word.head)];
  }
  sentence.words = std::move(kept);
}

// One sentence of the paragraph, as a headline has it.
void make_headline(Paragraph& paragraph, Random& random) {
  Paragraph headline = {paragraph[random() % paragraph.size()]};
  drop_articles(headline[0]);
  change_case(headline, 2);
  drop_last_period(headline[0]);
  if (!headline[0].words.empty()) paragraph = std::move(headline);
}

void change_quotes(Paragraph& paragraph, bool curly) {
  for (TreebankSentence& sentence : paragraph) {
    for (Word& word : sentence.words) {
      const bool opens = word.xpos == Xpos::open_quote;
      if (!opens && word.xpos != Xpos::close_quote) continue;
      if (curly && word.form == "\"") word.form = opens ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
      if (!curly && (word.form == "\xE2\x80\x9C" || word.form == "\xE2\x80\x9D")) word.form = "\"";
    }
  }
}

}  // namespace

Paragraph vary(Paragraph paragraph, Random& random, bool headlines) {
  const float chance = uniform(random);
  if (chance < 0.03F) {
    change_case(paragraph, 0);
  } else if (chance < 0.045F) {
    change_case(paragraph, 1);
  } else if (chance < 0.08F) {
    change_case(paragraph, 2);
    drop_last_period(paragraph.back());
  } else if (chance < 0.11F) {
    drop_last_period(paragraph.back());
  } else if (headlines && chance < 0.15F) {
    make_headline(paragraph, random);
  }
  const float quotes = uniform(random);
  if (quotes < 0.3F) change_quotes(paragraph, true);
  if (quotes > 0.8F) change_quotes(paragraph, false);
  return paragraph;
}

}  // namespace hearsay::training
