// Cues that a clause is built around: "a group that researchers say is run from abroad", "it is harmless, the
// firm insists, because ...". The tree has no clause there that hangs on the cue.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {

// The end of the clause that goes on at `token`.
TokenIndex CueReader::clause_end(TokenIndex token, const Draft& draft) const {
  const auto& sentence = reading_.layer.sentence(token);
  const Quotation* const within = reading_.quotation(draft.cue_head);
  while (token < sentence.last()) {
    const Quotation* const quotation = reading_.quotation(token);
    const bool quoted = quotation != nullptr && quotation != within;
    if (!quoted && reading_.is_punctuation(token) && !reading_.is_quotation_mark(token)) break;
    ++token;
  }
  return token;
}

// Where the noun phrase that ends before `end` begins.
TokenIndex CueReader::phrase_start(TokenIndex end) const {
  const TokenIndex first = reading_.layer.sentence(end - 1).first;
  TokenIndex begin = end;
  while (begin > first) {
    const Token& token = reading_[begin - 1];
    const bool part = token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ ||
                      token.upos == Upos::NUM || token.upos == Upos::DET || token.xpos == Xpos::PRPS ||
                      token.xpos == Xpos::POS;
    if (!part) break;
    --begin;
    if (token.upos == Upos::DET || token.xpos == Xpos::PRPS) break;
  }
  return begin;
}

// "which the firm says was used", "a step they believe could help".
bool CueReader::gap_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (draft.source.empty() || draft.passive || !draft.antecedent.empty() || !stands_finite(verb))
    return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex speaker = draft.source.front().first;
  const TokenIndex after = draft.cue.back().last;
  if (draft.source.back().last > draft.cue.front().first || speaker <= sentence.first ||
      after >= sentence.last())
    return false;
  const TokenIndex before = speaker - 1;
  const bool pronoun = is_relative(reading_, before);
  const TokenIndex next =
      reading_[after].upos == Upos::ADV && after + 1 < sentence.last() ? after + 1 : after;
  const bool says = cue.has(kClause) && cue.strength != Strength::weak && is_finite(reading_, next) &&
                    !(cue.has(kComplement) && cue.strength == Strength::say);
  if (!says) return false;
  const TokenIndex begin = pronoun ? before : phrase_start(speaker);
  // "what it says is a mistake" does not tell of what.
  if (reading_.lower(before) == "what" || cue.stance == Stance::question) return false;
  if (!pronoun) {
    // "The stories she told were old": the sentence has no other verb, so that it is the one behind the cue.
    bool finite = false;
    for (TokenIndex token = sentence.first; token < begin; ++token)
      finite = finite || is_finite(reading_, token);
    if (!finite) return false;
  }
  if (!pronoun && (begin == speaker || !reading_.is_nominal(before))) return false;
  const TokenIndex end = clause_end(next, draft);
  const TokenIndex head = reading_[next].head;
  const bool auxiliary = reading_[next].upos == Upos::AUX && head != kNoToken && head > next && head < end;
  set_content({{begin, pronoun ? before + 1 : speaker}, {after, end}}, auxiliary ? head : next, draft);
  draft.clausal = true;
  draft.why = "a clause built around somebody\xE2\x80\x99s \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D";
  return draft.content.size() == 2;
}

// "There is no risk, officials insist, because ...": who speaks and the cue between commas, behind a clause.
bool CueReader::parenthesis_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kClause) || (cue.strength == Strength::weak && cue.lemma != "find")) return false;
  if (!cue.has(kQuote) && cue.strength == Strength::say) return false;
  if (draft.source.empty() || draft.passive || !draft.antecedent.empty() || !stands_finite(verb))
    return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const Extent said{draft.cue.front().first, draft.cue.back().last};
  TokenIndex open = said.first;
  constexpr TokenIndex kLongest = 14;
  while (open > sentence.first && said.first - open < kLongest && reading_.lower(open - 1) != ",") {
    const TokenIndex token = open - 1;
    if (reading_.is_verbal(token) && reading_[token].xpos != Xpos::VBN) return false;
    if (reading_[token].upos == Upos::SCONJ || reading_[token].upos == Upos::CCONJ ||
        is_relative(reading_, token) || reading_.quotation(token) != nullptr)
      return false;
    --open;
  }
  if (open <= sentence.first + 2 || open == said.first || reading_.lower(open - 1) != ",") return false;
  if (draft.source_head < open || draft.source_head >= said.first) return false;
  if (reading_[open].upos == Upos::ADP || reading_[open].upos == Upos::ADV) return false;
  if (said.last >= sentence.last()) return false;
  const auto& mark = reading_.lower(said.last);
  const bool ends = mark == ";" || mark == ".";
  if (mark != "," && !is_dash(mark) && !ends) return false;
  if (!ends && said.last + 1 < sentence.last() && reading_.quotation(said.last + 1) != nullptr) return false;
  const TokenIndex begin = sentence.first;
  TokenIndex finite = kNoToken;
  for (TokenIndex token = sentence.first; token + 1 < open; ++token) {
    if (reading_.quotation(token) != nullptr) return false;
    if (is_finite(reading_, token) && finite == kNoToken) finite = token;
  }
  if (finite == kNoToken || opens_with_question(begin)) return false;
  // "When they met, the minister said, ...": the words before only say when.
  const TokenIndex opening = reading_[begin].upos == Upos::CCONJ ? begin + 1 : begin;
  const Upos tag = reading_[opening].upos;
  if ((tag == Upos::SCONJ && reading_.lower(opening) != "if") || tag == Upos::ADP ||
      reading_[opening].xpos == Xpos::WRB || reading_[opening].upos == Upos::VERB)
    return false;
  Runs content{{begin, open - 1}};
  if (!ends) content.push_back({said.last, sentence.last()});
  draft.source = {{open, said.first}};
  trim(reading_, draft.source);
  set_content(content, finite, draft);
  draft.clausal = true;
  draft.why = "a clause that \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D is slipped into";
  return !draft.content.empty();
}

// "In his view, the audit failed", "it is, in the agency's words, a mistake": whose view it is says so.
bool CueReader::read_view(TokenIndex in, std::vector<Draft>& out) {
  constexpr TokenIndex kReach = 9;
  constexpr std::string_view views[] = {"view",       "opinion",  "words",     "eyes",    "assessment",
                                        "estimation", "judgment", "judgement", "telling", "account"};
  if (reading_.lower(in) != "in" || reading_.quotation(in) != nullptr) return false;
  const auto& sentence = reading_.layer.sentence(in);
  TokenIndex view = kNoToken;
  for (TokenIndex token = in + 2; token < sentence.last() && token < in + kReach && view == kNoToken;
       ++token) {
    const bool owned = reading_[token - 1].xpos == Xpos::POS || reading_[token - 1].xpos == Xpos::PRPS;
    if (reading_.is_punctuation(token) || is_finite(reading_, token)) return false;
    if (owned && std::find(std::begin(views), std::end(views), reading_.lower(token)) != std::end(views))
      view = token;
  }
  if (view == kNoToken) return false;
  const bool opens =
      in == sentence.first || (in == sentence.first + 1 && reading_[sentence.first].upos == Upos::CCONJ);
  if (!opens && !reading_.is_punctuation(in - 1)) return false;
  if (view + 1 >= sentence.last() || !reading_.is_punctuation(view + 1)) return false;
  Draft draft;
  draft.cue_head = view;
  draft.cue = {{in, in + 1}, {view, view + 1}};
  draft.cue_lemma = "in somebody\xE2\x80\x99s " + std::string(reading_.lemma(view));
  draft.stance = Stance::assess;
  draft.source = {{in + 1, reading_[view - 1].xpos == Xpos::POS ? view - 1 : view}};
  draft.source_head = draft.source.front().last - 1;
  TokenIndex finite = kNoToken;
  for (TokenIndex token = sentence.first; token < sentence.last() && finite == kNoToken; ++token) {
    if (is_finite(reading_, token)) finite = token;
  }
  if (finite == kNoToken) return false;
  set_content(without({{sentence.first, sentence.last()}}, {{in, view + 2}}), finite, draft);
  draft.clausal = true;
  draft.why = "what is so in somebody\xE2\x80\x99s " + std::string(reading_.lemma(view));
  return keep(std::move(draft), out);
}

}  // namespace hearsay::claims
