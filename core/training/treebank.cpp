#include "core/training/treebank.hpp"

#include <cstdio>
#include <fstream>
#include <map>

namespace hearsay::training {
namespace {

using language::Deprel;
using language::Upos;
using language::Xpos;

template <class Tag>
std::map<std::string, Tag, std::less<>> names(Tag last) {
  std::map<std::string, Tag, std::less<>> result;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto tag = static_cast<Tag>(i);
    result[std::string(language::name(tag))] = tag;
  }
  return result;
}

Deprel relation(const std::string& text) {
  static const auto kNames = names(Deprel::xcomp);
  if (const auto found = kNames.find(text); found != kNames.end()) return found->second;
  const auto found = kNames.find(text.substr(0, text.find(':')));
  return found != kNames.end() ? found->second : Deprel::dep;
}

Upos upos(const std::string& text) {
  static const auto kNames = names(Upos::X);
  const auto found = kNames.find(text);
  return found != kNames.end() ? found->second : Upos::X;
}

Xpos xpos(const std::string& text) {
  static const auto kNames = names(Xpos::XX);
  const auto found = kNames.find(text);
  if (found != kNames.end()) return found->second;
  return text == "VERB" ? Xpos::VB : Xpos::XX;
}

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> result(1);
  for (const char c : line) {
    if (c == '\t') {
      result.emplace_back();
    } else {
      result.back().push_back(c);
    }
  }
  return result;
}

}  // namespace

std::vector<TreebankSentence> read_treebank(const std::string& path) {
  std::vector<TreebankSentence> sentences;
  std::ifstream file(path);
  if (!file) std::fprintf(stderr, "cannot read %s\n", path.c_str());
  TreebankSentence sentence;
  int group_last = 0;
  bool group_space = true;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
      sentence = {};
      group_last = 0;
      continue;
    }
    if (line[0] == '#') {
      if (line.rfind("# newpar", 0) == 0 || line.rfind("# newdoc", 0) == 0) sentence.new_paragraph = true;
      continue;
    }
    const auto cell = columns(line);
    if (cell.size() != 10 || cell[0].find('.') != std::string::npos) continue;
    const bool no_space = cell[9].find("SpaceAfter=No") != std::string::npos;
    if (const auto dash = cell[0].find('-'); dash != std::string::npos) {
      group_last = std::stoi(cell[0].substr(dash + 1));
      group_space = !no_space;
      continue;
    }
    const int number = std::stoi(cell[0]);
    Word word;
    word.form = cell[1];
    word.lemma = cell[2];
    word.upos = upos(cell[3]);
    word.xpos = xpos(cell[4]);
    word.head = std::stoi(cell[6]) - 1;
    word.rel = relation(cell[7]);
    if (number <= group_last) {
      word.space_after = number == group_last && group_space;
      word.joined = !sentence.words.empty() && !sentence.words.back().space_after && number > 1 &&
                    sentence.words.size() + 1 == static_cast<std::size_t>(number);
    } else {
      word.space_after = !no_space;
    }
    sentence.words.push_back(std::move(word));
  }
  if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
  return sentences;
}

}  // namespace hearsay::training
