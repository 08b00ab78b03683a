// Answers that stand in the same sentence, hung on a word for the claim: "..., a charge the ministry
// dismissed as theatre", "..., an assessment disputed by the maker", "..., which the bank denies". Trees hang
// such a word anywhere, so the surface decides: a comma or a dash, the word, somebody, and a verb that denies
// or judges.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// ", a claim" or ", which": the word for the claim, where `token` is the comma or dash. Else kNoToken.
TokenIndex hung_word(const Evidence& evidence, TokenIndex token, TokenIndex last) {
  const Reading& reading = evidence.reading;
  const auto& mark = reading.word(token);
  if ((mark != "," && !is_dash(mark)) || token + 2 >= last) return kNoToken;
  const auto& next = reading.lower(token + 1);
  if (next == "which" || next == "something") return token + 1;
  if (next != "a" && next != "an") return kNoToken;
  const Matter* matter = evidence.lexicon.matter(reading.lemma(token + 2));
  const bool word = matter != nullptr && matter->kind != MatterKind::refused &&
                    matter->kind != MatterKind::evidence && reading[token + 2].upos == Upos::NOUN;
  return word ? token + 2 : kNoToken;
}

struct Answering {
  TokenIndex verb = kNoToken;
  const Cue* cue = nullptr;
  bool judges = false;
};

// The verb after the word: one that denies, or one that judges.
Answering answering_verb(const Evidence& evidence, TokenIndex word, TokenIndex last) {
  constexpr TokenIndex kReach = 16;
  constexpr std::string_view judging[] = {"call", "describe", "brand", "label", "dismiss"};
  const Reading& reading = evidence.reading;
  for (TokenIndex token = word + 1; token < std::min(last, word + 1 + kReach); ++token) {
    if (reading.lower(token) == "not" || reading.lower(token) == ";" || reading.quotation(token) != nullptr)
      break;
    const auto base = evidence.lexicon.verb_base(reading.lower(token));
    const Cue* cue = base.empty() ? nullptr : evidence.lexicon.cue(CuePos::verb, base);
    if (cue != nullptr && is_any(cue->lemma, judging)) return {token, cue, true};
    // Who opposes a provision does not deny it.
    const bool denies =
        cue != nullptr && cue->stance == Stance::deny && cue->negates && cue->lemma != "oppose";
    if (denies) return {token, cue, false};
    if (reading[token].upos == Upos::VERB) break;  // another verb comes first
  }
  return {};
}

bool calls_untrue(const Evidence& evidence, Extent words) {
  constexpr std::string_view praise[] = {"true",     "credible",   "plausible", "right",   "correct",
                                         "accurate", "reasonable", "fair",      "welcome", "consistent"};
  const auto& list = evidence.lexicon.negations;
  bool quoted = false;
  for (TokenIndex token = words.first; token < words.last; ++token) {
    const Phrase* phrase = evidence.phrase_at(list, token, true);
    if (phrase == nullptr) phrase = evidence.phrase_at(list, token, false);
    if (phrase != nullptr && static_cast<Negation>(phrase->kind) >= Negation::dismissal) return true;
    if (is_any(evidence.reading.lower(token), praise)) return false;
    quoted = quoted || evidence.reading.quotation(token) != nullptr;
  }
  return quoted;  // "described as 'news to me'"
}

// Who answers: the words between the word and the verb, or behind "by".
Extent answerer(const Reading& reading, TokenIndex word, TokenIndex verb, TokenIndex last, bool by) {
  if (by) {
    TokenIndex end = verb + 2;
    while (end < last && reading.word(end) != "," && !is_dash(reading.word(end)) && end < verb + 10) ++end;
    return {verb + 2, end};
  }
  TokenIndex first = word + 1;
  if (first < verb && (reading.lower(first) == "that" || reading.lower(first) == "which")) ++first;
  TokenIndex end = verb;
  const auto aside = [&](TokenIndex token) {
    const Upos tag = reading[token].upos;
    const auto& lower = reading.lower(token);
    return tag == Upos::ADV || tag == Upos::AUX || tag == Upos::PUNCT || is_time_word(lower) ||
           lower == "last" || lower == "on";
  };
  while (end > first && aside(end - 1)) --end;
  return {first, end};
}

// The word of the stretch on which the others hang.
TokenIndex head_of(const Reading& reading, Extent words) {
  for (TokenIndex token = words.first; token < words.last; ++token) {
    const Upos tag = reading[token].upos;
    const TokenIndex head = reading[token].head;
    const bool out = head == kNoToken || head < words.first || head >= words.last;
    if (out && (tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON)) return token;
  }
  return kNoToken;
}

}  // namespace

void read_apposed_answers(const Evidence& evidence, const language::Sentence& sentence,
                          std::vector<Draft>& out, std::size_t begin) {
  constexpr std::uint32_t kLongestProse = 120;
  const Reading& reading = evidence.reading;
  if (sentence.count > kLongestProse) return;
  const TokenIndex last = sentence.last();
  for (TokenIndex comma = sentence.first + 1; comma < last; ++comma) {
    const TokenIndex word = hung_word(evidence, comma, last);
    if (word == kNoToken || reading.quotation(word) != nullptr) continue;
    const Answering found = answering_verb(evidence, word, last);
    if (found.verb == kNoToken) continue;
    const bool by = found.verb + 2 < last && reading.lower(found.verb + 1) == "by";
    const Extent who = answerer(reading, word, found.verb, last, by);
    const TokenIndex head = head_of(reading, who);
    if (who.first >= who.last || head == kNoToken) continue;
    TokenIndex end = found.verb + 1;
    while (end < last && reading.word(end) != ";" && !by) ++end;
    if (found.judges && !calls_untrue(evidence, {found.verb + 1, end})) continue;
    // Somebody must have claimed something in this sentence.
    const bool claimed =
        std::any_of(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                    [&](const Draft& one) { return one.cue_head < word && one.stance != Stance::act; });
    if (!claimed) continue;
    out.erase(
        std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                       [&](const Draft& one) { return one.cue_head == found.verb || one.cue_head == word; }),
        out.end());
    for (std::size_t i = begin; i < out.size(); ++i) {
      if (out[i].cue_head < word && covers(out[i].content, word)) {
        Runs kept = without(out[i].content, {{comma, last}});
        trim(reading, kept);
        if (!kept.empty()) out[i].content = std::move(kept);
      }
    }
    Draft answer;
    answer.cue_head = found.verb;
    answer.cue = {{found.verb, found.verb + 1}};
    answer.cue_lemma = std::string(found.cue->lemma);
    answer.stance = Stance::deny;
    answer.negates = true;
    answer.apposed = true;
    answer.target = word;
    answer.source_head = head;
    answer.source = {who};
    trim(reading, answer.source);
    answer.content = {{found.verb + 1, end}};
    trim(reading, answer.content);
    if (answer.content.empty() || by || !found.judges)
      answer.content = {{word == comma + 1 ? word : word - 1, word + 1}};
    answer.content_head = word;
    answer.why = "somebody answers the claim in the same sentence";
    out.push_back(std::move(answer));
    return;
  }
}

}  // namespace hearsay::claims
