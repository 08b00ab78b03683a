// How far a content reaches, where the tree falls short, and what is no claim at all.
#include <algorithm>

#include "core/claims/draft.hpp"

namespace hearsay::claims {
namespace {

// Words of phrases that say when, where or how something was said, not what.
bool is_adverbial_word(const Reading& reading, TokenIndex token) {
  constexpr std::string_view words[] = {
      "monday",   "tuesday",  "wednesday",  "thursday",  "friday",  "saturday", "sunday",    "week",
      "month",    "year",     "day",        "morning",   "evening", "night",    "statement", "interview",
      "letter",   "speech",   "conference", "tweet",     "post",    "report",   "briefing",  "january",
      "february", "march",    "april",      "june",      "july",    "august",   "september", "october",
      "november", "december", "remark",     "testimony", "email",   "advisory", "blog",      "twitter",
      "facebook", "message",  "debate"};
  return reading[token].upos == Upos::NUM ||
         std::find(std::begin(words), std::end(words), reading.lower(token)) != std::end(words);
}

// "on 20 May": when, not what.
bool only_says_when(const Reading& reading, const Runs& content) {
  bool dated = false;
  for (const Extent run : content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const Upos tag = reading[token].upos;
      if (tag == Upos::ADP || tag == Upos::DET || reading.is_punctuation(token)) continue;
      const bool name =
          tag == Upos::PROPN && (is_adverbial_word(reading, token) || reading.lower(token) == "may");
      if (tag != Upos::NUM && !name) return false;
      dated = dated || name;
    }
  }
  return dated;
}

bool follows_noun(std::string_view preposition) {
  constexpr std::string_view words[] = {"of",   "on",     "in",      "with",  "to",
                                        "for",  "from",   "between", "about", "against",
                                        "over", "toward", "towards", "by",    "like"};
  return std::find(std::begin(words), std::end(words), preposition) != std::end(words);
}

// Words after a comma that go on with the clause before it.
bool goes_on(std::string_view word) {
  constexpr std::string_view words[] = {"which",     "who",  "whose",  "where", "because",
                                        "including", "such", "unless", "if"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

// What follows a cue is most often its content to the end of the sentence, whatever the tree makes of the
// last words; but a comma may end it, and so do the next cue and a change of speaker.
void CueReader::complete_clause(const Cue& cue, Draft& draft) const {
  if (draft.content.empty() || draft.cue.empty()) return;
  const auto& sentence = reading_.layer.sentence(draft.cue_head);
  const TokenIndex cue_end = draft.cue.back().last;
  Extent& first = draft.content.front();
  if (first.first < cue_end) return;
  TokenIndex begin = first.first;
  if (cue.object != ObjectRole::addressee) {
    while (begin > cue_end) {
      const TokenIndex token = begin - 1;
      if (reading_.is_punctuation(token) || covers(draft.source, token)) break;
      // Adverbials and the like of the cue itself stay outside.
      TokenIndex top = token;
      for (int step = 0; step < 8 && reading_[top].head != kNoToken && reading_[top].head != draft.cue_head &&
                         !covers(draft.content, reading_[top].head);
           ++step) {
        top = reading_[top].head;
      }
      const Deprel rel = reading_[top].rel;
      if (reading_[top].head == draft.cue_head &&
          (rel == Deprel::obl || rel == Deprel::obl_unmarked || rel == Deprel::advmod ||
           rel == Deprel::obl_agent || rel == Deprel::nsubj || rel == Deprel::advcl))
        break;
      begin = token;
    }
  }
  if (reading_.lower(cue_end) == "that" && cue_end < begin) begin = cue_end;
  first.first = begin;
  TokenIndex end = draft.content.back().last;
  // "that if ..., it would": the condition's comma does not end it.
  bool condition =
      begin + 1 < sentence.last() && (reading_.lower(begin) == "if" ||
                                      (reading_.lower(begin) == "that" && reading_.lower(begin + 1) == "if"));
  while (end < sentence.last()) {
    const auto& word = reading_.lower(end);
    if (condition && word == ",") {
      condition = false;
      ++end;
      continue;
    }
    if (word == "," && end + 1 < sentence.last() && goes_on(reading_.lower(end + 1))) {
      ++end;
      continue;
    }
    if (reading_.is_punctuation(end) && !reading_.is_quotation_mark(end)) break;
    if (covers(draft.source, end) || word == "while" || word == "whereas" || word == "but") break;
    ++end;
  }
  draft.content.back().last = end;
  trim(reading_, draft.content);
}

// Phrases after a noun that the tree hangs on the cue ("blamed it [on the firm]") are most often about the
// noun.
void CueReader::complete_phrase(Draft& draft) const {
  if (draft.content.empty() || draft.content.back().first < draft.cue.back().last) return;
  const auto& sentence = reading_.layer.sentence(draft.cue_head);
  TokenIndex end = draft.content.back().last;
  while (end < sentence.last()) {
    const Upos tag = reading_[end].upos;
    const auto& word = reading_.lower(end);
    TokenIndex last = end + 1;
    // "a plan [to replace it]", "doubts [about using it]".
    if (last < sentence.last() && ((word == "to" && reading_[last].xpos == Xpos::VB) ||
                                   (tag == Upos::SCONJ && reading_[last].xpos == Xpos::VBG))) {
      const TokenIndex stop = reading_.layer.subtree(last).last;
      if (covers(draft.source, end) || covers(draft.cue, end)) break;
      end = std::max(last + 1, stop);
      continue;
    }
    if (tag != Upos::ADP || !follows_noun(word)) break;
    bool own = false;  // an adverbial of the cue: when and where it was said
    while (last < sentence.last() && !reading_.is_punctuation(last) && !reading_.is_verbal(last) &&
           (reading_[last].upos != Upos::ADP || last == end)) {
      own = own || is_adverbial_word(reading_, last);
      ++last;
    }
    if (own || last == end + 1 || covers(draft.source, end) || covers(draft.cue, end)) break;
    end = last;
  }
  draft.content.back().last = end;
  trim(reading_, draft.content);
}

// Where the tree has lost the clause: "that" right after the cue, or a cue that hangs on the verb after it.
bool CueReader::surface_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kClause) || cue.strength == Strength::weak || draft.source_head == kNoToken || draft.passive)
    return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex begin = draft.cue.back().last;
  if (begin + 1 >= sentence.last()) return false;
  const TokenIndex head = reading_[verb].head;
  const Deprel rel = reading_[verb].rel;
  const bool that = reading_.lower(begin) == "that" && reading_[begin].upos == Upos::SCONJ;
  const bool hangs = head != kNoToken && head > begin && rel != Deprel::acl_relcl && rel != Deprel::acl &&
                     rel != Deprel::advcl && reading_.is_verbal(head);
  if (!that && !hangs) return false;
  TokenIndex end = that ? begin + 1 : head + 1;
  if (!that) end = std::max(end, reading_.layer.subtree(head).last);
  set_content({{begin, end}}, hangs ? head : kNoToken, draft);
  complete_clause(cue, draft);
  draft.clausal = true;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with the words after it";
  return !draft.content.empty();
}

// Whether what the frames found is somebody's claim and not a figure of speech.
bool CueReader::stands(const Draft& draft) const {
  if (only_says_when(reading_, draft.content)) return false;
  // "must report", "should consider": what somebody is to say has not been said.
  for (const Extent run : draft.cue) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const auto& word = reading_.lower(token);
      if (word == "must" || word == "should" || word == "shall") return false;
    }
  }
  if (draft.source_head == kNoToken) {
    // An infinitive or participle without anybody ("to say that ..."), or a passive about a thing.
    if (!draft.passive) return false;
    const bool weighty = draft.clausal || draft.stance == Stance::accuse || draft.stance == Stance::warn ||
                         draft.stance == Stance::advise || draft.stance == Stance::deny;
    return weighty && draft.strength != Strength::weak;
  }
  // Only a nominal can say anything.
  if (!reading_.is_nominal(draft.source_head)) {
    const Upos tag = reading_[draft.source_head].upos;
    if (tag != Upos::DET && tag != Upos::ADJ && tag != Upos::X && tag != Upos::SYM) return false;
  }
  // A clause is nobody: a source with a finite verb of its own, outside a relative clause, is a misread
  // sentence.
  bool relative = false;
  for (const Extent run : draft.source) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const auto& word = reading_.lower(token);
      relative = relative || word == "who" || word == "which" || word == "that" || word == "whose" ||
                 word == "where";
      const Xpos form = reading_[token].xpos;
      if (!relative && (form == Xpos::VBZ || form == Xpos::VBD || form == Xpos::VBP || form == Xpos::MD))
        return false;
    }
  }
  const auto& source = reading_.lower(draft.source_head);
  if (source == "we" && draft.strength == Strength::think) {
    // "we know", "we feel": the writer's way of speaking; an assessment is a claim.
    constexpr std::string_view judging[] = {"assess",   "judge",     "believe", "estimate",
                                            "conclude", "determine", "expect"};
    if (std::find(std::begin(judging), std::end(judging), draft.cue_lemma) == std::end(judging)) return false;
  }
  if (source == "i" || source == "you" || source == "me" || source == "us") return false;
  const Quotation* quotation = reading_.quotation(draft.cue_head);
  constexpr TokenIndex kTerm = 4;
  if (quotation == nullptr || quotation->tokens.last - quotation->tokens.first < kTerm) return true;
  if (reading_.quotation(draft.source_head) != quotation) return true;
  // Within somebody's quoted words only plain reports of speech are claims of their own.
  return source != "we" && draft.strength == Strength::say && draft.clausal;
}

}  // namespace hearsay::claims
