#include "core/advice/tree.hpp"

#include <algorithm>

namespace hearsay::advice {
namespace {

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string Tree::lower(TokenIndex index) const {
  std::string word(form(index));
  std::transform(word.begin(), word.end(), word.begin(), lowered);
  return word;
}

bool Tree::has_lemma(TokenIndex index, std::initializer_list<std::string_view> lemmas) const {
  return std::find(lemmas.begin(), lemmas.end(), lemma(index)) != lemmas.end();
}

TokenIndex Tree::subject(TokenIndex verb) const {
  for (int joined = 0; joined < 8; ++joined) {
    auto found = language.child(verb, Deprel::nsubj);
    if (found == kNoToken) found = language.child(verb, Deprel::nsubj_pass);
    if (found != kNoToken || token(verb).rel != Deprel::conj) return found;
    verb = token(verb).head;
  }
  return kNoToken;
}

std::string plain_words(std::string_view text) {
  std::string words = " ";
  for (const char c : text) {
    const char low = lowered(c);
    if (low >= 'a' && low <= 'z') {
      words += low;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

}  // namespace hearsay::advice
