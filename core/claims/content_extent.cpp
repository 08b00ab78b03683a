// How far a content reaches: where the tree ends it too early or too late.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::claims {
namespace {

// "that sometime in the week that followed, he ...": before the comma no verb but that of a clause on a noun.
bool only_leads_in(const Reading& reading, Extent words) {
  constexpr TokenIndex kLongest = 20;
  if (words.last - words.first > kLongest || words.first >= words.last) return false;
  const Upos opening = reading[words.first].upos;
  if (opening != Upos::ADP && opening != Upos::ADV && opening != Upos::SCONJ) return false;
  if (opening == Upos::SCONJ) return true;  // "that while it was careless, ..."
  for (TokenIndex token = words.first; token < words.last; ++token) {
    if (is_finite(reading, token) && reading[token].rel != Deprel::acl_relcl &&
        reading[token].rel != Deprel::aux)
      return false;
  }
  return true;
}

bool follows_noun(std::string_view preposition) {
  constexpr std::string_view words[] = {"of",   "on",     "in",      "with",  "to",
                                        "for",  "from",   "between", "about", "against",
                                        "over", "toward", "towards", "by",    "like"};
  return std::find(std::begin(words), std::end(words), preposition) != std::end(words);
}

// Words after a comma that go on with the clause before it.
bool goes_on(std::string_view word) {
  constexpr std::string_view words[] = {"because", "including", "such", "unless", "if"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Whether a clause in `words` has its verb yet.
bool holds_finite_verb(const Reading& reading, Extent words, const Runs& content) {
  for (TokenIndex token = words.first; token < words.last; ++token) {
    if (is_finite(reading, token) || reading.quotation(token) != nullptr) return true;
  }
  return content.size() > 1;
}

// Words that lead to others and cannot end a content: "a plan to", "because", "what", "the".
bool leads_on(const Reading& reading, TokenIndex token) {
  const Xpos form = reading[token].xpos;
  const Upos tag = reading[token].upos;
  return (tag == Upos::PART && reading.lower(token) == "to") || tag == Upos::SCONJ || tag == Upos::DET ||
         form == Xpos::WDT || form == Xpos::WP || form == Xpos::WRB || form == Xpos::PRPS ||
         (tag == Upos::AUX && is_finite(reading, token)) || form == Xpos::POS;
}

// Nouns and commas alone, up to where a clause begins.
bool lists_names(const Reading& reading, Extent words) {
  constexpr TokenIndex kLongest = 12;
  if (words.last - words.first > kLongest) return false;
  for (TokenIndex token = words.first; token < words.last; ++token) {
    const Upos tag = reading[token].upos;
    const bool part = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ || tag == Upos::DET ||
                      tag == Upos::NUM || reading.lower(token) == ",";
    if (!part || is_time_word(reading.lower(token)) || reading.quotation(token) != nullptr) return false;
  }
  return reading.lower(words.first) != "," && reading.lower(words.last - 1) == ",";
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
  // "said hospitals, schools and banks had paid": a list that the tree has cut.
  if (begin > cue_end && cue.object != ObjectRole::addressee && lists_names(reading_, {cue_end, begin}))
    begin = cue_end;
  // "said late Wednesday she wants it": when it was said.
  TokenIndex when = begin;
  while (when + 2 < sentence.last() && (is_time_word(reading_.lower(when)) ||
                                        reading_.lower(when) == "late" || reading_.lower(when) == "early"))
    ++when;
  if (when > begin && begin == cue_end && is_time_word(reading_.lower(when - 1)) &&
      !is_finite(reading_, when) && reading_.lower(when) != "'s")
    begin = when;
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
    if (word == "," && reading_.lower(begin) == "that" && only_leads_in(reading_, {begin + 1, end})) {
      ++end;
      continue;
    }
    if (word == "," && end + 1 < sentence.last() && goes_on(reading_.lower(end + 1))) {
      ++end;
      continue;
    }
    if (word == "," && !holds_finite_verb(reading_, {begin, end}, draft.content)) {
      ++end;  // "that hospitals, schools and others had paid"
      continue;
    }
    // "ready to “act,” prepare and answer": the comma stands within the marks for looks.
    const bool within = word == "," && end + 2 < sentence.last() && reading_.quotation(end) != nullptr &&
                        reading_.quotation(end)->tokens.last == end + 2 && reading_[end + 2].xpos == Xpos::VB;
    if (reading_.is_punctuation(end) && !reading_.is_quotation_mark(end) && !within) break;
    if (covers(draft.source, end) || word == "while" || word == "whereas" || word == "but") break;
    ++end;
  }
  draft.content.back().last = end;
  trim(reading_, draft.content);
}

// "..., which the firm makes": what the writer adds about the last name is no part of what was said.
void CueReader::cut_asides(Draft& draft) const {
  if (draft.content.empty() || draft.cue.empty()) return;
  Extent& run = draft.content.back();
  if (run.first < draft.cue.back().last) return;
  bool finite = !draft.clausal;
  for (TokenIndex token = run.first; token + 1 < run.last; ++token) {
    if (reading_.quotation(token) != nullptr && reading_.quotation(token) == reading_.quotation(token + 1))
      continue;
    finite = finite || is_finite(reading_, token);
    if (reading_.lower(token) != "," || !finite) continue;
    const auto& next = reading_.lower(token + 1);
    if (next != "who" && next != "which" && next != "whose" && next != "whom" && next != "where") continue;
    // An aside in the middle stays: what was said goes on behind it.
    TokenIndex close = token + 1;
    while (close < run.last && reading_.lower(close) != ",") ++close;
    if (close + 1 < run.last) continue;
    run.last = token;
    break;
  }
  trim(reading_, draft.content);
}

// The tree may cut a name in two, or end a content with a word that leads to others ("refused a request to").
void CueReader::mend_end(Draft& draft) const {
  if (draft.content.empty() || draft.cue.empty() || draft.content.back().first < draft.cue.back().last)
    return;
  const auto& sentence = reading_.layer.sentence(draft.cue_head);
  Extent& last = draft.content.back();
  if (last.last > sentence.last()) return;
  const auto free = [&](TokenIndex token) {
    return token < sentence.last() && !covers(draft.source, token) && !covers(draft.cue, token);
  };
  while (free(last.last) && reading_[last.last].upos == Upos::PROPN &&
         reading_[last.last - 1].upos == Upos::PROPN)
    ++last.last;
  if (!leads_on(reading_, last.last - 1) || !free(last.last)) return;
  while (free(last.last) && !(reading_.is_punctuation(last.last) && !reading_.is_quotation_mark(last.last)))
    ++last.last;
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
    // "the faults that others had found", "topics, including its plans".
    const bool relative = (word == "that" || word == "who" || word == "which") && is_relative(reading_, end);
    const bool including = word == "," && last < sentence.last() && reading_.lower(last) == "including";
    if ((relative || including) && !covers(draft.source, end)) {
      end = std::max(end + 1, clause_end(end + 1, draft));
      break;
    }
    if (tag != Upos::ADP || !follows_noun(word)) break;
    bool own = false;  // an adverbial of the cue: when and where it was said
    const auto stops = [&](TokenIndex at) {
      return reading_.is_punctuation(at) && reading_[at].xpos != Xpos::HYPH;  // "a four-point lead"
    };
    while (last < sentence.last() && !stops(last) && !reading_.is_verbal(last) &&
           (reading_[last].upos != Upos::ADP || last == end)) {
      const bool digits = reading_[last].upos == Upos::NUM && ascii::is_digit(reading_.word(last).front());
      own = own || digits || is_adverbial_word(reading_.lower(last));
      ++last;
    }
    if (own || last == end + 1 || covers(draft.source, end) || covers(draft.cue, end)) break;
    end = last;
  }
  draft.content.back().last = end;
  trim(reading_, draft.content);
}

}  // namespace hearsay::claims
