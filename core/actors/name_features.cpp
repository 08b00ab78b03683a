#include <algorithm>
#include <string>

#include "core/actors/gazetteer.hpp"
#include "core/actors/name_tagger.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Token;
using language::TokenIndex;

using ascii::is_digit;
using ascii::is_upper;

// "Xx" for "Kestrel", "X" for "CERT", "Xd-d" for "APT29-7": runs of one sort are folded to one sign.
std::string shape(std::string_view word) {
  std::string out;
  for (const char c : word) {
    char sign = c;
    if (is_upper(c)) sign = 'X';
    if (ascii::is_lower(c) || ascii::is_beyond(c)) sign = 'x';
    if (is_digit(c)) sign = 'd';
    if (out.empty() || out.back() != sign || out.size() < 2) out += sign;
    if (out.size() > 8) break;
  }
  return out;
}

// What the lists say of each token of a sentence: the class of the name that covers it, and whether it begins
// there.
struct ListHint {
  std::uint32_t classes = 0;  // a bit per NameClass
  bool first = false;
  bool several = false;  // the listed name has more than one token
};

std::vector<ListHint> list_hints(const Document& document, const language::LanguageLayer& language,
                                 const language::Sentence& sentence, const Gazetteer::Impl& gazetteer) {
  std::vector<ListHint> hints(sentence.count);
  for (const ListMatch& match : match_lists(document, language, sentence, gazetteer)) {
    std::uint32_t classes = 0;
    for (const auto index : *match.names) {
      const auto name_class = gazetteer.names[index].name_class;
      // The user's own list must not change how a text is read, only what is marked in it.
      if (name_class >= NameClass::inventory_vendor) continue;
      classes |= 1u << static_cast<unsigned>(name_class);
    }
    if (classes == 0) continue;
    if (!match.alike) classes |= 1u << 16;
    for (auto token = match.first; token < match.last; ++token) {
      hints[token - sentence.first] = {classes, token == match.first, match.last - match.first > 1};
    }
  }
  return hints;
}

// What the longer lists of names hint at: the classes of the longest name that covers each token.
struct NameHint {
  std::uint32_t classes = 0;  // bits of NameHints
  bool first = false;
  bool several = false;
};

std::vector<NameHint> name_hints(const Document& document, const language::LanguageLayer& language,
                                 const language::Sentence& sentence, const NameHints& known) {
  std::vector<NameHint> hints(sentence.count);
  for (std::uint32_t i = 0; i < sentence.count; ++i) {
    std::uint64_t key = kFoldStart;
    const auto limit = std::min<std::uint32_t>(sentence.count, i + NameHints::kLongest);
    for (std::uint32_t last = i; last < limit; ++last) {
      const auto text = document.text(language.tokens[sentence.first + last].span);
      const std::uint64_t longer = fold_into(key, text);
      if (longer == key && last == i) break;  // no letters
      key = longer;
      const std::uint32_t classes = known.find(key);
      if (classes == 0 || (last > i && !is_upper(text.front()))) continue;
      for (std::uint32_t token = i; token <= last; ++token) {
        if (last > i || !hints[token].several) hints[token] = {classes, token == i, last > i};
      }
    }
  }
  return hints;
}

// Of a string, for features; of a part of a word as well.
constexpr std::uint64_t kPrime = 1099511628211ull;
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = kFoldStart;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash ^ hash >> 29;
}

// Collects the hashed features of one token. Each template has a number of its own; those of 25 to 33, 51,
// 52, 55 and 75 look at tags and trees. Parts are small numbers or hashes of words.
class Collector {
 public:
  explicit Collector(FeatureList& list) : list_(list) {}
  template <class... Parts>
  void add(std::uint32_t feature, Parts... parts) {
    std::uint64_t hash = (kFoldStart ^ feature) * kPrime;
    ((hash = (hash ^ static_cast<std::uint64_t>(parts)) * 0x9E3779B97F4A7C15ull, hash ^= hash >> 32), ...);
    hash *= 0xbf58476d1ce4e5b9ull;
    const bool of_tags = (feature >= 25 && feature <= 33) || feature == 51 || feature == 52 ||
                         feature == 55 || feature == 75 || feature == 76;
    list_.push_back(static_cast<std::uint32_t>(hash >> (64 - kNameFeatureBits)) | (of_tags ? kOfTags : 0));
  }

 private:
  FeatureList& list_;
};

// What is asked of each token again and again by its neighbours.
struct Word {
  std::string lower;
  std::string shape;
  std::uint64_t form = 0;     // hash of lower
  std::uint64_t outline = 0;  // hash of shape
  std::uint32_t upos = 99;
  std::uint32_t rel = 99;
  ListHint hint;
  std::uint32_t lexicon = 0;  // first name, word inside names, noun of an actor
  std::uint32_t habit = 0;
  std::uint32_t kinds = 0;  // language::WordKinds
  NameHint known;
  WordClass company;
};

std::uint32_t lexicon_word(std::string_view text, std::string_view lemma, const Gazetteer::Impl& gazetteer) {
  std::uint32_t out = 0;
  if (gazetteer.gender(text) != 0) out |= 1;
  out |= static_cast<std::uint32_t>(gazetteer.first_word(text)) << 1;
  out |= static_cast<std::uint32_t>(gazetteer.last_word(text)) << 4;
  if (const auto* noun = gazetteer.noun(lemma)) {
    out |= (static_cast<std::uint32_t>(noun->noun_class) + 1) << 8;
  }
  return out;
}

bool speaks_of_attacks(std::string_view text, std::string_view lemma, const Gazetteer::Impl& gazetteer) {
  static constexpr std::string_view kStems[] = {"cyber", "hack", "phish", "vulnerab", "malware", "botnet"};
  const std::string lower = ascii::lower(text);
  for (const auto stem : kStems) {
    if (lower.starts_with(stem)) return true;
  }
  const auto* noun = gazetteer.noun(lemma);
  return noun != nullptr && noun->malicious;
}

// How capitals are used in the sentence: in a headline or a text without capitals they say little.
std::uint32_t casing(const std::vector<Word>& words) {
  std::size_t letters = 0, capital = 0, capitals_only = 0;
  for (const Word& word : words) {
    if (word.shape.empty() || (word.shape[0] != 'X' && word.shape[0] != 'x') || word.lower.size() < 4)
      continue;
    ++letters;
    if (word.shape[0] == 'X') ++capital;
    if (word.shape == "XX") ++capitals_only;
  }
  if (letters < 2) return 0;
  if (capitals_only * 10 > letters * 7) return 1;
  if (capital * 10 > letters * 7) return 2;
  return capital == 0 ? 3u : 4u;
}

}  // namespace

WordHabits::WordHabits(const Document& document, const language::LanguageLayer& language,
                       const Gazetteer::Impl& gazetteer) {
  std::size_t attacks = 0;
  for (const auto& sentence : language.sentences) {
    for (auto i = sentence.first; i < sentence.last(); ++i) {
      const auto text = document.text(language.tokens[i].span);
      if (text.size() < 2) continue;
      if (speaks_of_attacks(text, language.lemma(i), gazetteer)) ++attacks;
      const bool upper = is_upper(text.front());
      if (upper && i == sentence.first) continue;
      if (!upper && (text.front() < 'a' || text.front() > 'z')) continue;
      counts_.push_back({fold_into(kFoldStart, text), upper ? 0u : 1u, upper ? 1u : 0u});
    }
  }
  std::sort(counts_.begin(), counts_.end(), [](const Count& a, const Count& b) { return a.key < b.key; });
  std::size_t kept = 0;
  for (const Count& count : counts_) {
    if (kept > 0 && counts_[kept - 1].key == count.key) {
      counts_[kept - 1].lower += count.lower;
      counts_[kept - 1].upper += count.upper;
    } else {
      counts_[kept++] = count;
    }
  }
  counts_.resize(kept);
  const std::size_t words = language.tokens.size();
  about_attacks_ = attacks * 1000 < words ? 0 : attacks * 200 < words ? 1 : 2;
}

const WordHabits::Count* WordHabits::find(std::string_view word) const {
  const auto key = fold_into(kFoldStart, word);
  const auto found = std::lower_bound(counts_.begin(), counts_.end(), key,
                                      [](const Count& count, std::uint64_t k) { return count.key < k; });
  return found == counts_.end() || found->key != key ? nullptr : &*found;
}

int WordHabits::habit(std::string_view word) const {
  const Count* found = find(word);
  if (found == nullptr) return 3;
  if (found->lower == 0) return 0;
  return found->lower >= found->upper ? 2 : 1;
}

std::uint32_t WordHabits::capitalised(std::string_view word) const {
  const Count* found = find(word);
  return found == nullptr ? 0 : found->upper;
}

std::vector<FeatureList> name_features(const Document& document, const language::LanguageLayer& language,
                                       const language::Sentence& sentence, const WordHabits& habits,
                                       const Gazetteer::Impl& gazetteer) {
  const auto hints = list_hints(document, language, sentence, gazetteer);
  const auto known = name_hints(document, language, sentence, gazetteer.hints);
  std::vector<Word> words(sentence.count);
  for (std::uint32_t i = 0; i < sentence.count; ++i) {
    const Token& token = language.tokens[sentence.first + i];
    const auto text = document.text(token.span);
    Word& word = words[i];
    word.lower = ascii::lower(text);
    word.shape = shape(text);
    word.form = hash_of(word.lower);
    word.outline = hash_of(word.shape);
    word.upos = static_cast<std::uint32_t>(token.upos);
    word.rel = static_cast<std::uint32_t>(token.rel);
    word.hint = hints[i];
    word.known = known[i];
    word.company = gazetteer.classes.find(word.lower);
    word.lexicon = lexicon_word(text, language.lemma(sentence.first + i), gazetteer);
    word.habit = static_cast<std::uint32_t>(habits.habit(text));
    word.kinds = token.kinds;
  }
  static const Word kOutside{"<>", "<>", hash_of("<>"), hash_of("<>"), 98, 98, {}, 0, 9, 64, {}, {}};
  const auto at = [&](std::uint32_t i, int offset) -> const Word& {
    const auto there = static_cast<std::int64_t>(i) + offset;
    return there < 0 || there >= static_cast<std::int64_t>(words.size())
               ? kOutside
               : words[static_cast<std::size_t>(there)];
  };
  const std::uint32_t sentence_casing = casing(words);
  std::vector<FeatureList> features(sentence.count);
  for (std::uint32_t i = 0; i < sentence.count; ++i) {
    Collector out(features[i]);
    features[i].reserve(72);
    const Word &w = at(i, 0), &before = at(i, -1), &after = at(i, 1), &before2 = at(i, -2),
               &after2 = at(i, 2);
    const std::uint32_t start = i == 0 ? 1 : 0;
    out.add(0);
    out.add(1, w.form);
    out.add(2, before.form);
    out.add(3, after.form);
    out.add(4, before2.form);
    out.add(5, after2.form);
    out.add(6, before.form, w.form);
    out.add(7, w.form, after.form);
    out.add(8, w.outline);
    out.add(9, w.outline, start, sentence_casing);
    out.add(10, before.outline, w.outline);
    out.add(11, w.outline, after.outline);
    out.add(12, before.outline, w.outline, after.outline);
    out.add(13, w.outline, w.habit, sentence_casing);
    out.add(14, w.form, w.outline);
    const std::string_view text = w.lower;
    for (std::size_t n = 1; n <= 4 && n < text.size(); ++n) {
      out.add(15 + static_cast<std::uint32_t>(n), hash_of(text.substr(0, n)));
      out.add(20 + static_cast<std::uint32_t>(n), hash_of(text.substr(text.size() - n)));
    }
    out.add(25, w.upos, sentence_casing);
    out.add(26, before.upos, w.upos);
    out.add(27, w.upos, after.upos);
    out.add(28, before.upos, w.upos, after.upos);
    out.add(29, w.rel, w.upos);
    const Token& token = language.tokens[sentence.first + i];
    if (token.head != kNoToken) {
      const Word& head = words[token.head - sentence.first];
      out.add(30, head.form, w.rel, w.outline);
      out.add(31, head.upos, w.rel, w.outline);
      out.add(32, head.lexicon, w.rel);
      out.add(33, head.hint.classes, w.rel, w.upos);
    }
    out.add(34, w.hint.classes, w.hint.first ? 1u : 0u, w.hint.several ? 1u : 0u);
    out.add(35, w.hint.classes, w.hint.first ? 1u : 0u, w.outline);
    out.add(36, before.hint.classes, w.hint.classes, w.hint.first ? 1u : 0u);
    out.add(37, after.hint.classes, after.hint.first ? 1u : 0u, w.hint.classes);
    out.add(38, w.hint.classes, before.form);
    out.add(39, w.hint.classes, after.form);
    out.add(40, w.lexicon, w.outline);
    out.add(41, before.lexicon, w.outline, before.outline);
    out.add(42, after.lexicon, w.outline, after.outline);
    out.add(43, after2.lexicon, w.outline);
    out.add(44, before2.lexicon, before.outline, w.outline);
    out.add(45, before.form, after.form, w.outline);
    out.add(46, before2.form, before.form, w.outline);
    out.add(47, after.form, after2.form, w.outline);
    out.add(48, w.outline, before.form);
    out.add(49, w.outline, after.form);
    out.add(50, at(i, -3).form, at(i, 3).form, w.outline);
    const std::uint32_t hinted =
        w.known.classes | (w.known.first ? 0x10u : 0u) | (w.known.several ? 0x20u : 0u);
    out.add(53, hinted, w.outline);
    out.add(54, before.known.classes, hinted, after.known.classes, w.outline);
    out.add(55, hinted, w.hint.classes, w.upos);
    out.add(56, hinted, before.form);
    out.add(57, hinted, after.form);
    out.add(58, before.known.classes, before.outline, w.outline);
    out.add(59, after.known.classes, after.outline, w.outline);
    out.add(60, w.company.middle, w.outline);
    out.add(61, w.company.fine, w.outline);
    out.add(62, before.company.middle, w.company.middle);
    out.add(63, w.company.middle, after.company.middle);
    out.add(64, before.company.fine, w.outline, before.outline);
    out.add(65, after.company.fine, w.outline, after.outline);
    out.add(66, before.company.broad, w.company.middle, after.company.broad);
    out.add(67, before2.company.middle, w.outline, before2.outline);
    out.add(68, after2.company.middle, w.outline, after2.outline);
    out.add(69, before.company.broad, w.outline, after.company.broad);
    const bool ordinary = w.company.ordinary;
    // Where every word has a capital, what a word mostly is tells more than how it is written.
    if (sentence_casing == 1 || sentence_casing == 2) {
      out.add(74, w.company.fine, ordinary);
      out.add(75, w.company.middle, w.upos, ordinary);
      out.add(76, before.company.ordinary, ordinary, after.company.ordinary, w.upos);
      out.add(77, before.company.middle, w.company.middle);
      out.add(78, w.company.middle, after.company.middle);
    }
    out.add(79, ordinary, w.outline, start, w.habit);
    out.add(80, before.company.ordinary, before.outline, ordinary, w.outline);
    out.add(81, after.company.ordinary, after.outline, ordinary, w.outline);
    // What a dictionary says a word can be: "Apple" could be no name, "Corvane" must be.
    out.add(82, w.kinds, w.outline, start);
    out.add(83, before.kinds, before.outline, w.outline);
    out.add(84, after.kinds, after.outline, w.outline);
    out.add(85, w.kinds, w.habit, sentence_casing);
    out.add(86, before.kinds, w.kinds, w.outline);
    // What is so in such texts only; what is so everywhere is learnt by the features above (Daumé 2007).
    if (const auto kind = habits.about_attacks(); kind > 0) {
      out.add(70, kind, w.hint.classes, w.outline);
      out.add(71, kind, w.company.middle, w.outline);
      out.add(72, kind, w.hint.classes, after.form);
      out.add(73, w.form, w.outline);
    }
    for (const TokenIndex child : language.children_of(sentence.first + i)) {
      const Word& below = words[child - sentence.first];
      if (language.tokens[child].rel == Deprel::case_ || language.tokens[child].rel == Deprel::appos) {
        out.add(51, below.form, w.outline);
      }
      out.add(52, static_cast<std::uint32_t>(language.tokens[child].rel), below.lexicon, w.outline);
    }
  }
  return features;
}

}  // namespace hearsay::actors
