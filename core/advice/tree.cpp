#include "core/advice/tree.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::advice {
std::string Tree::lower(TokenIndex index) const {
  return ascii::lower(form(index));
}

bool Tree::has_lemma(TokenIndex index, std::initializer_list<std::string_view> lemmas) const {
  return std::find(lemmas.begin(), lemmas.end(), lemma(index)) != lemmas.end();
}

TokenIndex Tree::subject(TokenIndex verb) const {
  for (int joined = 0; joined < 8; ++joined) {
    // "An operator that is unsure whether it is one should report it": the outer of two subjects.
    auto found = language.child(verb, Deprel::nsubj_outer);
    if (found == kNoToken) found = language.child(verb, Deprel::nsubj);
    if (found == kNoToken) found = language.child(verb, Deprel::nsubj_pass);
    if (found != kNoToken || token(verb).rel != Deprel::conj) return found;
    verb = token(verb).head;
  }
  return kNoToken;
}

bool quoted(const Tree& tree, TokenIndex token) {
  bool open = false;
  for (auto i = tree.language.sentence(token).first; i < token; ++i) {
    const auto form = tree.form(i);
    if (form == "“" || form == "``") open = true;
    if (form == "”" || form == "''") open = false;
    if (form == "\"") open = !open;
  }
  return open;
}

std::string plain_words(std::string_view text) {
  std::string words = " ";
  for (const char c : text) {
    const char low = ascii::to_lower(c);
    if (ascii::is_lower(low)) {
      words += low;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

}  // namespace hearsay::advice
