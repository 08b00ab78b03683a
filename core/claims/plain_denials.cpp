// "The firm denies wrongdoing", "the ministry denied having ordered it": a denial that the frames miss,
// because the tree takes the verb for a noun or the participle for another verb. The words themselves leave
// no doubt.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// The verb forms that are nothing else in English.
constexpr std::string_view kForms[] = {"denies", "denied", "refutes", "refuted", "rebuts", "rebutted"};

// The noun before the verb that denies, past adverbs and auxiliaries; kNoToken in a passive or after an
// article.
TokenIndex denier_before(const Reading& reading, TokenIndex verb, TokenIndex first) {
  constexpr std::string_view passive[] = {"be", "been", "being", "is", "are", "was", "were", "get", "got"};
  for (TokenIndex token = verb; token > first; --token) {
    const TokenIndex before = token - 1;
    const Upos tag = reading[before].upos;
    if (is_any(reading.lower(before), passive) || reading.lower(before) == "not") return kNoToken;
    if (tag == Upos::ADV || tag == Upos::AUX) continue;
    const bool nominal = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON;
    return nominal && !is_relative(reading, before) ? before : kNoToken;
  }
  return kNoToken;
}

// Where the words for the denier begin: its own subtree, or at least its article and adjectives.
TokenIndex start_of(const Reading& reading, TokenIndex head, TokenIndex first) {
  TokenIndex start = std::max(first, std::min(head, reading.layer.subtree(head).first));
  while (start > first) {
    const Upos tag = reading[start - 1].upos;
    if (tag != Upos::DET && tag != Upos::ADJ) break;
    --start;
  }
  return start;
}

// What is denied ends with the sentence, or where it turns to something else.
TokenIndex end_of(const Reading& reading, TokenIndex from, TokenIndex last) {
  constexpr std::string_view turns[] = {"but",    "which",    "who",    "saying",
                                        "adding", "although", "though", "while"};
  for (TokenIndex token = from; token + 1 < last; ++token) {
    if (reading.word(token) == ";" || reading.word(token) == ":") return token;
    if (reading.word(token) == "," && is_any(reading.lower(token + 1), turns)) return token;
  }
  return last;
}

}  // namespace

void read_plain_denials(const Evidence& evidence, const language::Sentence& sentence, std::vector<Draft>& out,
                        std::size_t begin) {
  constexpr std::uint32_t kLongestProse = 120;
  const Reading& reading = evidence.reading;
  if (sentence.count > kLongestProse) return;
  const TokenIndex last = sentence.last();
  for (TokenIndex verb = sentence.first + 1; verb + 1 < last; ++verb) {
    if (!is_any(reading.lower(verb), kForms) || reading.quotation(verb) != nullptr) continue;
    const auto base = evidence.lexicon.verb_base(reading.lower(verb));
    const Cue* cue = base.empty() ? nullptr : evidence.lexicon.cue(CuePos::verb, base);
    if (cue == nullptr || cue->stance != Stance::deny) continue;
    const bool taken =
        std::any_of(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                    [&](const Draft& one) { return one.cue_head == verb || covers(one.cue, verb); });
    const Upos next = reading[verb + 1].upos;
    const bool nothing_denied = next == Upos::PUNCT || next == Upos::ADP || next == Upos::CCONJ;
    const TokenIndex denier =
        taken || nothing_denied ? kNoToken : denier_before(reading, verb, sentence.first);
    if (denier == kNoToken) continue;
    Draft draft;
    draft.cue_head = verb;
    draft.cue = {{verb, verb + 1}};
    draft.cue_lemma = std::string(cue->lemma);
    draft.stance = Stance::deny;
    draft.negates = true;
    draft.source_head = denier;
    draft.source = {{start_of(reading, denier, sentence.first), denier + 1}};
    draft.content = {{verb + 1, end_of(reading, verb + 1, last)}};
    trim(reading, draft.content);
    if (draft.content.empty()) continue;
    const Extent words{draft.content.front().first, draft.content.back().last};
    for (TokenIndex token = words.first; token < words.last && draft.content_head == kNoToken; ++token) {
      const TokenIndex head = reading[token].head;
      const bool out_of_it = head == kNoToken || head < words.first || head >= words.last;
      if (out_of_it && reading[token].upos != Upos::PUNCT) draft.content_head = token;
    }
    draft.clausal = reading.lower(verb + 1) == "that" || reading[verb + 1].xpos == Xpos::VBG;
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with the words after it";
    out.push_back(std::move(draft));
  }
}

}  // namespace hearsay::claims
