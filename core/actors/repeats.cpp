// Names that were found elsewhere in the text and passed over here.
#include <algorithm>

#include "core/actors/mentions.hpp"
#include "core/actors/name_joins.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using ascii::is_upper;
using language::Upos;

// Whether the word here can be the surname of somebody whom the text names in full elsewhere: "Ada Clay ...
// Clay says". Taggers take such a word for a noun where it begins a sentence; the text never writes it small.
bool is_surname_here(const Reading& reading, const WordHabits& habits, TokenIndex token) {
  const auto word = reading.word(token);
  if (word.size() < 4 || ascii::is_upper(word[1]) || habits.habit(word) != 0) return false;
  const auto upos = reading.token(token).upos;
  return upos == Upos::PROPN || (upos == Upos::NOUN && reading.is_subject(token));
}

// Where the name ends without a legal form; its end, where it has none or is but a word without it.
TokenIndex without_legal_form(const Reading& reading, const Found& name) {
  auto last = name.last;
  while (last - name.first > 2 && (reading.gazetteer.last_word(reading.word(last - 1)) == NameWord::legal ||
                                   reading.word(last - 1) == "," || reading.word(last - 1) == ".")) {
    --last;
  }
  return last;
}

}  // namespace

KnownNames::KnownNames(const Reading& reading, const std::vector<Found>& names) {
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    Known& known = by_key_[fold_into(kFoldStart, reading.text(names[i].span))];
    if (known.count++ == 0) known.example = i;
    // "Corvane Systems" of "Corvane Systems Ltd."
    const auto formless = without_legal_form(reading, names[i]);
    if (formless < names[i].last) {
      const auto bare = reading.text(reading.span(names[i].first, formless));
      Known& short_form = by_key_[fold_into(kFoldStart, bare)];
      if (short_form.count++ == 0) short_form.example = i;
    }
    longest_ = std::max(longest_, names[i].last - names[i].first);
    const bool full =
        names[i].type == NameType::person && names[i].last - names[i].first > 1 && names[i].listed == kNobody;
    if (full) surnames_.emplace(fold_into(kFoldStart, reading.word(names[i].last - 1)), i);
  }
  longest_ = std::min<TokenIndex>(longest_, 10);
}

std::vector<Found> find_repeated(const Reading& reading, std::uint32_t sentence_index,
                                 const WordHabits& habits, const std::vector<Found>& all,
                                 std::size_t first_own, std::size_t last_own, const KnownNames& known) {
  const auto& sentence = reading.language.sentences[sentence_index];
  std::vector<Found> found;
  auto own = first_own;
  for (auto token = sentence.first; token < sentence.last();) {
    while (own < last_own && all[own].last <= token) ++own;
    const auto limit = std::min(
        {sentence.last(), token + known.longest(), own < last_own ? all[own].first : sentence.last()});
    if (own < last_own && all[own].first <= token) {
      token = all[own].last;
      continue;
    }
    const auto word = reading.word(token);
    if (!is_upper(word.front())) {
      ++token;
      continue;
    }
    TokenIndex best = token;
    const Found* match = nullptr;
    std::uint64_t key = kFoldStart;
    for (auto last = token; last < limit; ++last) {
      key = fold_into(key, reading.word(last));
      const auto* candidate = known.find(key);
      if (candidate == nullptr || folded(reading.word(last)).empty()) continue;
      const Found& example = all[candidate->example];
      const auto text = reading.text(reading.span(token, last + 1));
      // One word alone must be a name beyond doubt: never written small, and found as one in half of its
      // places.
      // "Russian": a state's adjective means the state wherever it stands, though it is not its name.
      const bool sure =
          last > token || (is_adjective(reading, example) && reading.token(token).upos == Upos::ADJ) ||
          (habits.habit(text) == 0 && text.size() > 2 && candidate->count * 2 >= habits.capitalised(text) &&
           reading.token(token).upos == Upos::PROPN && reading.text(example.span).front() == text.front());
      if (!sure) continue;
      best = last + 1;
      match = &example;
    }
    const auto* bearer =
        match == nullptr && is_surname_here(reading, habits, token) ? known.bearer(word) : nullptr;
    if (bearer != nullptr) {
      best = token + 1;
      match = &all[*bearer];
    }
    if (match == nullptr) {
      ++token;
      continue;
    }
    Found mention = *match;
    mention.first = token;
    mention.last = best;
    mention.head = reading.head_of(token, best);
    mention.span = reading.span(token, best);
    mention.sentence = sentence_index;
    mention.titled = false;
    if (best == token + 1 && is_adjective(reading, mention)) mention.adjective = true;
    found.push_back(std::move(mention));
    token = best;
  }
  return found;
}

}  // namespace hearsay::actors
