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

TokenIndex Tree::child(TokenIndex index, std::initializer_list<Deprel> relations) const {
  for (const auto relation : relations) {
    const auto found = language.child(index, relation);
    if (found != kNoToken) return found;
  }
  return kNoToken;
}

TokenIndex Tree::child(TokenIndex index, Deprel relation, std::string_view wanted) const {
  for (const auto candidate : language.children_of(index)) {
    if (token(candidate).rel == relation && lemma(candidate) == wanted) return candidate;
  }
  return kNoToken;
}

bool Tree::negated(TokenIndex index) const {
  for (const auto candidate : language.children_of(index)) {
    if (token(candidate).rel == Deprel::advmod || token(candidate).upos == Upos::PART) {
      const auto word = lower(candidate);
      if (word == "not" || word == "n't" || word == "n’t" || word == "never") return true;
    }
  }
  return false;
}

bool Tree::denied(TokenIndex noun) const {
  const auto determiner = child(noun, Deprel::det, "no");
  return determiner != kNoToken || lemma(noun) == "none" || lemma(noun) == "nobody";
}

TokenIndex Tree::subject(TokenIndex verb) const {
  for (int joined = 0; joined < 8; ++joined) {
    const auto found = child(verb, {Deprel::nsubj, Deprel::nsubj_pass});
    if (found != kNoToken || token(verb).rel != Deprel::conj) return found;
    verb = token(verb).head;
  }
  return kNoToken;
}

TokenIndex Tree::auxiliary(TokenIndex verb, std::string_view wanted) const {
  for (int joined = 0; joined < 8; ++joined) {
    for (const auto relation : {Deprel::aux, Deprel::aux_pass, Deprel::cop}) {
      const auto found = child(verb, relation, wanted);
      if (found != kNoToken) return found;
    }
    if (token(verb).rel != Deprel::conj || child(verb, {Deprel::nsubj, Deprel::nsubj_pass}) != kNoToken) {
      return kNoToken;
    }
    verb = token(verb).head;
  }
  return kNoToken;
}

bool Tree::infinitive(TokenIndex verb) const {
  for (const auto candidate : language.children_of(verb)) {
    if (candidate < verb && lemma(candidate) == "to" &&
        (token(candidate).rel == Deprel::mark || token(candidate).upos == Upos::PART)) {
      return true;
    }
  }
  return false;
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
