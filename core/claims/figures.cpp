// Contrary figures: two sources who say of the same things, counted without reserve, that they did the same
// or that the same was done to them, and give two numbers. "At least 40" and "400" can both hold.
#include <algorithm>
#include <string>

#include "core/claims/function_words.hpp"
#include "core/claims/pairing.hpp"

namespace hearsay::claims {
namespace {

// What a claim counts, where it has one number only.
struct Figure {
  std::string number;
  std::string_view counted;    // the noun, as lemma
  std::string_view predicate;  // the verb whose subject or object it is
  bool patient = false;        // it is done to them
};

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char letter) {
    return ('0' <= letter && letter <= '9') || letter == ',' || letter == '.';
  });
}

// "at least", "up to", "some": what leaves room for another number.
bool leaves_room(const Reading& reading, TokenIndex number) {
  constexpr std::string_view words[] = {"least",   "most",   "than",          "to",      "over",
                                        "under",   "about",  "some",          "many",    "nearly",
                                        "almost",  "around", "approximately", "roughly", "first",
                                        "another", "other",  "additional"};
  if (number == 0) return false;
  const auto& before = reading.lower(number - 1);
  return std::find(std::begin(words), std::end(words), before) != std::end(words);
}

Figure figure_in(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  TokenIndex number = kNoToken;
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (reading[token].upos != Upos::NUM && !is_number(reading.word(token))) continue;
      if (number != kNoToken) return {};
      number = token;
    }
  }
  if (number == kNoToken || reading[number].rel != Deprel::nummod || !is_number(reading.word(number)) ||
      leaves_room(reading, number))
    return {};
  const TokenIndex noun = reading[number].head;
  if (noun == kNoToken || reading[noun].upos != Upos::NOUN) return {};
  for (const TokenIndex child : reading.layer.children_of(noun)) {
    const Deprel rel = reading[child].rel;
    // "40 banks in the north" are other banks.
    if (rel == Deprel::amod || rel == Deprel::compound || rel == Deprel::nmod || rel == Deprel::acl ||
        rel == Deprel::acl_relcl)
      return {};
  }
  const TokenIndex verb = reading[noun].head;
  const Deprel role = reading[noun].rel;
  if (verb == kNoToken || reading[verb].upos != Upos::VERB || (!is_subject(role) && role != Deprel::obj))
    return {};
  Figure out;
  out.number = std::string(reading.word(number));
  out.number.erase(std::remove(out.number.begin(), out.number.end(), ','), out.number.end());
  out.patient = role == Deprel::obj || role == Deprel::nsubj_pass;
  out.counted = evidence.lexicon.meaning(reading.lemma(noun));
  out.predicate = evidence.lexicon.meaning(reading.lemma(verb));
  return out;
}

}  // namespace

void Pairing::add_contrary_figures(std::vector<Dispute>& out) const {
  constexpr std::size_t kReach = 16;
  std::vector<Figure> figures(claims_.size());
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    const bool plain = claims_[i].stance == Stance::state || claims_[i].stance == Stance::assess ||
                       claims_[i].stance == Stance::accuse;
    const bool told = plain && drafts_[i].clausal && !drafts_[i].source.empty() &&
                      claims_[i].hedges.empty() && claims_[i].polarity == Polarity::affirmed &&
                      !claims_[i].repeats;
    if (told) figures[i] = figure_in(evidence_, drafts_[i]);
  }
  for (std::size_t d = 1; d < claims_.size(); ++d) {
    if (figures[d].number.empty()) continue;
    for (std::size_t step = 1; step <= std::min(kReach, d); ++step) {
      const std::size_t c = d - step;
      const bool same = figures[c].counted == figures[d].counted &&
                        figures[c].predicate == figures[d].predicate &&
                        figures[c].patient == figures[d].patient;
      if (figures[c].number.empty() || !same || figures[c].number == figures[d].number || !may_answer(c, d))
        continue;
      out.push_back(make_dispute(DisputeKind::conflict, dispute_label(evidence_, drafts_[c]), {c},
                                 "two sources give different numbers of the same"));
      out.back().denials.push_back(Ref<Claim>(d));
      break;
    }
  }
}

}  // namespace hearsay::claims
