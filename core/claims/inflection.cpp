#include "core/claims/inflection.hpp"

namespace hearsay::claims {
namespace {

struct Irregular {
  std::string_view base, past, participle;
};

// Only verbs that lexicons of this stage use, or may come to use.
constexpr Irregular kIrregular[] = {
    {"say", "said", "said"},
    {"tell", "told", "told"},
    {"write", "wrote", "written"},
    {"speak", "spoke", "spoken"},
    {"think", "thought", "thought"},
    {"find", "found", "found"},
    {"know", "knew", "known"},
    {"understand", "understood", "understood"},
    {"swear", "swore", "sworn"},
    {"hold", "held", "held"},
    {"feel", "felt", "felt"},
    {"see", "saw", "seen"},
    {"foresee", "foresaw", "foreseen"},
    {"read", "read", "read"},
    {"mean", "meant", "meant"},
    {"forget", "forgot", "forgotten"},
    {"begin", "began", "begun"},
    {"hear", "heard", "heard"},
    {"lay", "laid", "laid"},
    {"set", "set", "set"},
    {"make", "made", "made"},
    {"stand", "stood", "stood"},
    {"shoot", "shot", "shot"},
    {"hit", "hit", "hit"},
    {"cast", "cast", "cast"},
    {"forbid", "forbade", "forbidden"},
    {"shut", "shut", "shut"},
    {"cut", "cut", "cut"},
    {"take", "took", "taken"},
    {"steal", "stole", "stolen"},
    {"withdraw", "withdrew", "withdrawn"},
    {"bid", "bid", "bid"},
    {"beseech", "besought", "besought"},
    {"go", "went", "gone"},
    {"give", "gave", "given"},
    {"send", "sent", "sent"},
    {"get", "got", "gotten"},
    {"seek", "sought", "sought"},
    {"show", "showed", "shown"},
    {"prove", "proved", "proven"},
    {"rebut", "rebutted", "rebutted"},
    {"paint", "painted", "painted"},
    {"bind", "bound", "bound"},
    {"break", "broke", "broken"},
    {"draw", "drew", "drawn"},
    {"split", "split", "split"},
    {"put", "put", "put"},
    {"weigh", "weighed", "weighed"},
};

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool ends_with(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

}  // namespace

std::vector<std::string> inflected(std::string_view verb) {
  const std::string base(verb);
  std::vector<std::string> forms{base};
  if (verb.size() < 2) return forms;
  const char last = verb.back();
  const char before = verb[verb.size() - 2];
  const bool consonant_y = last == 'y' && !is_vowel(before);
  const std::string stem = base.substr(0, base.size() - 1);
  const bool hisses = last == 's' || last == 'x' || last == 'z' || last == 'o' || ends_with(verb, "ch") ||
                      ends_with(verb, "sh");
  forms.push_back(consonant_y ? stem + "ies" : base + (hisses ? "es" : "s"));
  const bool doubles = !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(before) &&
                       verb.size() >= 3 && !is_vowel(verb[verb.size() - 3]);
  if (ends_with(verb, "ie")) {
    forms.push_back(base.substr(0, base.size() - 2) + "ying");
  } else if (last == 'e' && before != 'e') {
    forms.push_back(stem + "ing");
  } else {
    forms.push_back(base + "ing");
    if (doubles) forms.push_back(base + last + "ing");
  }
  for (const Irregular& irregular : kIrregular) {
    if (irregular.base != verb) continue;
    forms.emplace_back(irregular.past);
    if (irregular.participle != irregular.past) forms.emplace_back(irregular.participle);
    return forms;
  }
  forms.push_back(last == 'e' ? base + "d" : consonant_y ? stem + "ied" : base + "ed");
  if (doubles) forms.push_back(base + last + "ed");
  return forms;
}

}  // namespace hearsay::claims
