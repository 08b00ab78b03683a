// Contents where the tree falls short, and what is no claim at all.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

// "on 20 May": when, not what.
bool only_says_when(const Reading& reading, const Runs& content) {
  bool dated = false;
  for (const Extent run : content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const Upos tag = reading[token].upos;
      if (tag == Upos::ADP || tag == Upos::DET || reading.is_punctuation(token)) continue;
      const bool name =
          tag == Upos::PROPN && (is_adverbial_word(reading.lower(token)) || reading.lower(token) == "may");
      if (tag != Upos::NUM && !name) return false;
      dated = dated || name;
    }
  }
  return dated;
}

}  // namespace

// Where the tree has lost the clause: "that" right after the cue, or a cue that hangs on the verb after it.
bool CueReader::surface_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kClause) || cue.strength == Strength::weak || draft.source_head == kNoToken || draft.passive)
    return false;
  const auto& sentence = reading_.layer.sentence(verb);
  TokenIndex begin = draft.cue.back().last;
  if (begin + 1 >= sentence.last()) return false;
  // "says only that"
  if (reading_[begin].upos == Upos::ADV && reading_.lower(begin + 1) == "that") ++begin;
  const TokenIndex head = reading_[verb].head;
  const Deprel rel = reading_[verb].rel;
  const bool that = reading_.lower(begin) == "that" && reading_[begin].upos == Upos::SCONJ;
  const bool hangs = head != kNoToken && head > begin && rel != Deprel::acl_relcl && rel != Deprel::acl &&
                     rel != Deprel::advcl && reading_.is_verbal(head);
  if (!that && !hangs)
    return asks_whether(verb, cue, draft) || told_that(verb, cue, draft) || clause_after(cue, draft);
  TokenIndex end = that ? begin + 1 : head + 1;
  if (!that) end = std::max(end, reading_.layer.subtree(head).last);
  set_content({{begin, end}}, hangs ? head : kNoToken, draft);
  complete_clause(cue, draft);
  draft.clausal = true;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with the words after it";
  return !draft.content.empty();
}

// Whether "that" opens a clause with a subject of its own, whatever the tree makes of it: "told the board
// that it had failed" looks like "the board that failed".
bool CueReader::opens_clause(TokenIndex that) const {
  if (reading_.lower(that) != "that" || reading_[that].rel == Deprel::det) return false;
  const TokenIndex head = reading_[that].head;
  if (head == kNoToken || head < that) return reading_[that].upos == Upos::SCONJ;
  for (const TokenIndex child : reading_.layer.children_of(head)) {
    if (child > that && child < head && is_subject(reading_[child].rel)) return true;
  }
  return reading_[that].upos == Upos::SCONJ && reading_[that].rel == Deprel::mark;
}

// "told a woman who had left that it was so", "said at a meeting on Friday that it was so", "told her it was
// so": the clause behind whoever is told or where it was said, wherever the tree hangs it.
bool CueReader::told_that(TokenIndex verb, const Cue& cue, Draft& draft) {
  constexpr TokenIndex kReach = 20;
  const TokenIndex told = object_of(verb);
  const bool to_somebody = cue.object == ObjectRole::addressee && told != kNoToken && told > verb;
  if (!to_somebody && (cue.strength != Strength::say || (told != kNoToken && told > verb))) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex from = to_somebody ? told + 1 : draft.cue.back().last;
  TokenIndex begin = to_somebody ? clause_on(told) : kNoToken;
  for (TokenIndex token = from; begin == kNoToken && token + 2 < sentence.last() && token < from + kReach;
       ++token) {
    const Quotation* const title =
        reading_.quotation(token);  // "told \xE2\x80\x9CMorning Call\xE2\x80\x9D that"
    constexpr TokenIndex kLongestTitle = 8;
    if (reading_.lower(token) == "," ||
        (title != nullptr && title->tokens.last - title->tokens.first > kLongestTitle))
      return false;
    if (!to_somebody && is_finite(reading_, token)) return false;
    if (opens_clause(token)) begin = token;
  }
  if (begin == kNoToken) return false;
  const TokenIndex head = reading_[begin].head;
  set_content({{begin, begin + 1}}, head != kNoToken && head > begin ? head : kNoToken, draft);
  if (to_somebody) draft.addressee = told;
  complete_clause(cue, draft);
  draft.clausal = true;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma +
              (to_somebody ? "\xE2\x80\x9D somebody that it is so" : "\xE2\x80\x9D with a clause further on");
  return draft.content.size() == 1 && length(draft.content) > 2;
}

// "asked the minister whether it was so", "asked them how far it went": the question behind whoever is asked.
bool CueReader::asks_whether(TokenIndex verb, const Cue& cue, Draft& draft) {
  constexpr TokenIndex kReach = 14;
  constexpr std::string_view words[] = {"if", "whether", "what", "why", "how", "who"};
  if (cue.stance != Stance::question || draft.passive || draft.source_head == kNoToken) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex from = draft.cue.back().last;
  for (TokenIndex token = from; token + 2 < sentence.last() && token < from + kReach; ++token) {
    if (is_finite(reading_, token) || reading_.is_punctuation(token) || reading_.quotation(token) != nullptr)
      return false;
    if (std::find(std::begin(words), std::end(words), reading_.lower(token)) == std::end(words)) continue;
    set_content({{token, token + 1}}, kNoToken, draft);
    const TokenIndex told = object_of(verb);
    if (told != kNoToken && told < token) draft.addressee = told;
    const Extent cue_words = draft.cue.back();
    draft.cue.back().last = token;  // whoever is asked stands between the two
    complete_clause(cue, draft);
    draft.cue.back() = cue_words;
    draft.clausal = true;
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a question";
    return length(draft.content) > 2;
  }
  return false;
}

// "told the board it had failed": the first word of a clause without a pronoun that the tree hangs on whoever
// is told; or kNoToken.
TokenIndex CueReader::clause_on(TokenIndex told) const {
  for (const TokenIndex child : reading_.layer.children_of(told)) {
    if (child < told || reading_[child].rel != Deprel::acl_relcl) continue;
    const TokenIndex subject = reading_.layer.child(child, Deprel::nsubj);
    if (subject == kNoToken || subject < told || subject > child || is_relative(reading_, subject)) continue;
    const TokenIndex begin = reading_.layer.subtree(child).first;
    bool relative = false;
    for (TokenIndex token = begin; token < subject; ++token)
      relative = relative || is_relative(reading_, token) || reading_.lower(token) == "that";
    const Xpos form = reading_[subject].xpos;
    if (!relative && form == Xpos::PRP && begin > told) return begin;
  }
  return kNoToken;
}

// "said each year of schooling yields more": whatever the tree makes of it, words that can open a clause and
// hold a verb are what a verb of saying says.
bool CueReader::clause_after(const Cue& cue, Draft& draft) {
  if (cue.stance == Stance::question || (cue.object != ObjectRole::content && cue.object != ObjectRole::none))
    return false;
  const TokenIndex begin = draft.cue.back().last;
  const Xpos own = reading_[draft.cue_head].xpos;
  const bool goes_on = own == Xpos::VBG && draft.cue.front().first > 0 &&
                       reading_.lower(draft.cue.front().first - 1) == ",";  // "..., arguing the move was ..."
  if (!stands_finite(draft.cue_head) && !goes_on) return false;
  const Upos opening = reading_[begin].upos;
  const bool opens = opening == Upos::DET || opening == Upos::NOUN || opening == Upos::PROPN ||
                     opening == Upos::PRON || opening == Upos::NUM || opening == Upos::ADJ;
  if (!opens || covers(draft.source, begin)) return false;
  set_content({{begin, begin + 1}}, kNoToken, draft);
  complete_clause(cue, draft);
  if (draft.content.empty()) return false;
  // The first verb after it must be that of the clause, and not of a clause on a noun: "accepted the fact
  // that".
  bool finite = false;
  for (TokenIndex token = begin; token < draft.content.back().last && !finite; ++token) {
    const Xpos form = reading_[token].xpos;
    const Upos tag = reading_[token].upos;
    finite =
        token > begin && (form == Xpos::VBZ || form == Xpos::VBD || form == Xpos::VBP || form == Xpos::MD);
    const bool joins = tag == Upos::SCONJ || tag == Upos::CCONJ || form == Xpos::WDT || form == Xpos::WP ||
                       form == Xpos::WRB || reading_.lower(token) == "," || reading_.lower(token) == "that";
    if (joins) break;
    if (finite) {
      const TokenIndex head = reading_[token].head;
      const bool auxiliary = reading_[token].upos == Upos::AUX && head != kNoToken && head > token &&
                             head < draft.content.back().last;
      draft.content_head = auxiliary ? head : token;
    }
  }
  const bool noun_like = draft.cue_lemma == "say" && draft.content.back().last > begin + 3 &&
                         opening != Upos::ADJ && opening != Upos::PRON;
  finite = finite || noun_like;
  if (!finite) return false;
  draft.clausal = true;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with the words after it";
  return true;
}

// "wishes to report", "readers who want to ... should": what somebody means to say, and the condition of an
// order, are no claims.
bool CueReader::only_meant(const Draft& draft) const {
  const TokenIndex verb = draft.cue_head;
  const Xpos form = reading_[verb].xpos;
  const TokenIndex head = reading_[verb].head;
  if (head != kNoToken && form == Xpos::VB && reading_[verb].rel == Deprel::xcomp) {
    const Cue* outer = verb_cue(head);
    if (outer != nullptr && outer->has(kInfinitive)) return true;
  }
  if (draft.strength == Strength::weak && !reading_.is_nominal(verb) && form != Xpos::VBZ &&
      form != Xpos::VBD && form != Xpos::VBP) {
    bool carried = false;  // "has decided", "is seeking"
    for (const TokenIndex child : reading_.layer.children_of(verb)) {
      const auto& word = reading_.lower(child);
      carried = carried ||
                (reading_[child].rel == Deprel::aux && word != "to" && reading_[child].xpos != Xpos::MD) ||
                reading_[child].rel == Deprel::cop || reading_[child].rel == Deprel::aux_pass;
    }
    if (!carried && reading_.is_verbal(verb) && form != Xpos::VBG) return true;
    if (!carried && form == Xpos::VBG && reading_[verb].rel != Deprel::advcl) return true;
  }
  if (draft.antecedent.empty() || draft.source_head == kNoToken || draft.strength == Strength::say)
    return false;
  const TokenIndex governor = reading_[draft.source_head].head;
  if (governor == kNoToken) return false;
  for (const TokenIndex child : reading_.layer.children_of(governor)) {
    if (reading_[child].rel == Deprel::aux && reading_[child].xpos == Xpos::MD && child > verb) return true;
  }
  return reading_[governor].xpos == Xpos::VB && governor > verb;
}

// "met to discuss it", "a hearing to determine whether", "it would accuse them": an aim or a possibility.
bool CueReader::only_aimed_at(const Draft& draft) const {
  const TokenIndex verb = draft.cue_head;
  if (reading_[verb].xpos != Xpos::VB || draft.cue_negated || draft.cue.size() != 1 || verb == 0)
    return false;
  const Extent cue = draft.cue.front();
  const auto& first = reading_.lower(cue.first);
  const Deprel rel = reading_[verb].rel;
  if (first == "to" && cue.first + 2 == cue.last) return rel == Deprel::advcl || rel == Deprel::acl;
  // "I would ask you not to panic" asks.
  if (draft.source_head == kNoToken || reading_.lower(draft.source_head) == "we" ||
      draft.strength != Strength::say)
    return false;
  return first == "would" || first == "could" || first == "can" || first == "might";
}

// "is expected to be released", "is believed to work for": what is held of somebody, though nobody says by
// whom.
bool CueReader::held_by_some(const Draft& draft) const {
  if (draft.strength != Strength::think || draft.content_head == kNoToken) return false;
  return reading_[draft.content_head].rel == Deprel::xcomp &&
         reading_[draft.content_head].head == draft.cue_head && reading_.marker(draft.content_head) == "to";
}

// Why what the frames found is nobody's claim but a figure of speech; empty where it is one.
std::string_view CueReader::objection(const Draft& draft) const {
  if (only_says_when(reading_, draft.content)) return "what follows only says when";
  // "What it denies is the rest."
  const TokenIndex opening = draft.content.front().first;
  const TokenIndex begin = draft.source.empty() ? draft.cue.front().first : draft.source.front().first;
  if (begin > 0 && begin < opening && reading_.lower(begin - 1) == "what" && is_finite(reading_, opening))
    return "what follows speaks of what was said, and does not say it";
  for (const Extent run : draft.cue) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const auto& word = reading_.lower(token);
      if (word == "must" || word == "should" || word == "shall")
        return "it is told to say so, and has not said it";
    }
  }
  if (only_meant(draft)) return "it is only meant or wished to be said";
  if (only_aimed_at(draft)) return "it is what somebody aims at, and has not been said";
  if (draft.source_head == kNoToken) {
    // An infinitive or participle without anybody ("to say that ..."), or a passive about a thing.
    const bool clear = draft.strength == Strength::say && draft.content_head != kNoToken;
    if (!draft.passive && !(draft.source_doubtful && clear))
      return "the text does not say that anybody said it";
    const bool weighty = draft.clausal || draft.stance == Stance::accuse || draft.stance == Stance::warn ||
                         draft.stance == Stance::advise || draft.stance == Stance::deny ||
                         held_by_some(draft);
    return weighty && draft.strength != Strength::weak ? "" : "nobody says it, and it blames nobody";
  }
  const auto& source = reading_.lower(draft.source_head);
  if (source == "we" && draft.strength == Strength::think) {
    constexpr std::string_view judging[] = {"assess",   "judge",     "believe", "estimate",
                                            "conclude", "determine", "expect"};
    if (std::find(std::begin(judging), std::end(judging), draft.cue_lemma) == std::end(judging))
      return "\xE2\x80\x9Cwe\xE2\x80\x9D is the writer\xE2\x80\x99s way of speaking";
  }
  if (source == "i" || source == "my" || source == "you" || source == "your" || source == "me" ||
      source == "us")
    return "the writer or the reader speaks, and nobody reports it";
  const Quotation* quotation = reading_.quotation(draft.cue_head);
  constexpr TokenIndex kTerm = 4;
  if (quotation == nullptr || quotation->tokens.last - quotation->tokens.first < kTerm) return "";
  if (reading_.quotation(draft.source_head) != quotation) return "";
  // Within somebody's quoted words only plain reports of speech are claims of their own.
  const bool report = source != "we" && draft.strength == Strength::say && draft.clausal;
  return report ? "" : "it is part of somebody\xE2\x80\x99s quoted words";
}

// A source that cannot speak is a misread sentence: the claim stands, and nobody is named for it. A wrong
// name would put words into somebody's mouth.
void CueReader::drop_bad_source(Draft& draft) const {
  if (draft.source_head == kNoToken) return;
  const Upos tag = reading_[draft.source_head].upos;
  bool bad = !reading_.is_nominal(draft.source_head) && tag != Upos::DET && tag != Upos::ADJ &&
             tag != Upos::X && tag != Upos::SYM;
  // A finite verb outside a relative clause: the source is a clause, not a body.
  bool relative = false;
  for (const Extent run : draft.source) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const auto& word = reading_.lower(token);
      relative = relative || word == "who" || word == "which" || word == "that" || word == "whose" ||
                 word == "whom" || word == "where";
      const Xpos form = reading_[token].xpos;
      // "an audit carried out in May", of which the tagger makes a past tense.
      const bool reduced = form == Xpos::VBD &&
                           (reading_[token].rel == Deprel::acl_relcl || reading_[token].rel == Deprel::acl);
      bad = bad || (!relative && !reduced && !reduced_relative(token) &&
                    (form == Xpos::VBZ || form == Xpos::VBD || form == Xpos::VBP || form == Xpos::MD));
    }
  }
  if (!bad) return;
  draft.source_head = kNoToken;
  draft.source.clear();
  draft.antecedent.clear();
  draft.source_doubtful = true;
}

// Takes the draft into the ledger, or notes why not.
bool CueReader::keep(Draft draft, std::vector<Draft>& out) {
  drop_bad_source(draft);
  mend_end(draft);
  cut_asides(draft);
  const auto why_not =
      draft.content.empty() ? std::string_view("no words are left for what it says") : objection(draft);
  if (!why_not.empty()) {
    drop(draft, why_not);
    return false;
  }
  if (draft.source_doubtful) draft.why += "; who says it could not be made out";
  out.push_back(std::move(draft));
  return true;
}

void CueReader::drop(const Draft& draft, std::string_view why) {
  if (draft.cue.empty()) return;
  Considered dropped;
  dropped.as = Considered::As::claim;
  dropped.span = reading_.span(draft.cue.front());
  dropped.why = std::string(why);
  considered_.push_back(std::move(dropped));
}

}  // namespace hearsay::claims
