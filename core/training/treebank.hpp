#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/language.hpp"

namespace hearsay::training {

struct Word {
  std::string form;
  std::string lemma;
  language::Upos upos = language::Upos::X;
  language::Xpos xpos = language::Xpos::XX;
  language::Deprel rel = language::Deprel::dep;
  int head = -1;  // index in the sentence, -1: the root
  bool space_after = true;
  bool joined = false;  // continues the surface token of the word before it
};

struct TreebankSentence {
  std::vector<Word> words;
  bool new_paragraph = false;
};

// Reads a CoNLL-U file; relations and tags that the program does not know are folded into those it does.
std::vector<TreebankSentence> read_treebank(const std::string& path);

}  // namespace hearsay::training
