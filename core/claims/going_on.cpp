// Whoever spoke first in a sentence goes on: "X said it was safe, adding that ...", "X said it was safe and
// warned users ...". The tree often hangs the second cue on what was said.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {

// Whether the cue of `next` stands right behind a comma as a participle.
bool CueReader::follows_as_participle(const Draft& next) const {
  const TokenIndex first = next.cue.front().first;
  if (reading_[next.cue_head].xpos != Xpos::VBG || first == 0) return false;
  const auto& before = reading_.lower(first - 1);
  return before == "," || is_dash(before);
}

// Whether the cue of `next` is joined by "and" or "but" as a finite verb without a subject of its own.
bool CueReader::follows_as_conjunct(const Draft& first, const Draft& next) const {
  const TokenIndex begin = next.cue.front().first;
  if (begin == 0 || !is_finite(reading_, next.cue_head) || !is_finite(reading_, first.cue_head)) return false;
  const auto& before = reading_.lower(begin - 1);
  if (before != "and" && before != "but") return false;
  for (const TokenIndex child : reading_.layer.children_of(next.cue_head)) {
    if (is_subject(reading_[child].rel) && child > begin) return false;
  }
  return (reading_[next.cue_head].xpos == Xpos::VBD) == (reading_[first.cue_head].xpos == Xpos::VBD);
}

// Whether somebody within what `first` says speaks there, of whom `next` may be: "said the minister denied it
// and accused ...".
bool CueReader::speaks_within(const std::vector<Draft>& drafts, std::size_t first, std::size_t next) const {
  for (std::size_t k = first + 1; k < next; ++k) {
    const bool own = drafts[k].source_head != kNoToken &&
                     drafts[k].source_head != drafts[first].source_head &&
                     covers(drafts[first].content, drafts[k].cue_head);
    if (own && drafts[k].strength == Strength::say) return true;
  }
  return false;
}

// "The firm said it was safe, while two agencies said it was not": where somebody else speaks next to the
// first and not within what is said, the first has ended. The end of what the first says, or kNoToken.
TokenIndex CueReader::next_speaker(const Draft& first, const Draft& next) const {
  if (next.source.empty() || first.quoted || next.passive || next.source_head == first.source_head)
    return kNoToken;
  const TokenIndex begin = next.source.front().first;
  if (begin == 0 || !covers(first.content, begin) || begin < first.cue.back().last + 3) return kNoToken;
  if (!is_finite(reading_, first.cue_head) || !is_finite(reading_, next.cue_head)) return kNoToken;
  if (reading_[next.source_head].upos == Upos::PRON || reading_.quotation(begin) != nullptr) return kNoToken;
  TokenIndex end = begin;
  const auto& before = reading_.lower(end - 1);
  if (before == "and" || before == "but" || before == "while" || before == "whereas") --end;
  const auto& mark = reading_.lower(end - 1);
  if (end == begin && mark != ";" && !is_dash(mark)) return kNoToken;
  bool finite = false;
  for (TokenIndex token = first.cue.back().last; token < end; ++token)
    finite = finite || is_finite(reading_, token);
  return finite ? end : kNoToken;
}

void CueReader::go_on_speaking(std::size_t begin, std::vector<Draft>& drafts) const {
  for (std::size_t i = begin; i < drafts.size(); ++i) {
    const Draft& first = drafts[i];
    const bool phrase =
        first.cue_head == first.cue.front().first && lexicon_.cue(CuePos::phrase, first.cue_lemma) != nullptr;
    for (std::size_t k = i + 1; k < drafts.size(); ++k) {
      Draft& next = drafts[k];
      if (next.strength == Strength::say && first.clausal && first.strength != Strength::weak && !phrase) {
        const TokenIndex end = next_speaker(first, next);
        if (end != kNoToken) {
          drafts[i].content = without(drafts[i].content, {{end, reading_.layer.sentence(end).last()}});
          trim(reading_, drafts[i].content);
          continue;
        }
      }
      const TokenIndex at = next.cue.front().first;
      if (next.strength != Strength::say || !covers(first.content, next.cue_head) ||
          reading_.quotation(at) != nullptr || first.passive || next.passive)
        continue;
      if (lexicon_.cue(CuePos::phrase, next.cue_lemma) != nullptr) continue;
      const bool participle = follows_as_participle(next);
      const bool speaker = first.source_head != kNoToken && first.strength == Strength::say && first.clausal;
      const bool same = first.source_head != kNoToken && next.source_head == first.source_head;
      const bool after_cue = first.content.front().first >= first.cue.back().last;
      const bool conjunct = !phrase && speaker && after_cue && follows_as_conjunct(first, next);
      const bool goes_on = (phrase && participle) || (same && (participle || conjunct)) ||
                           (speaker && (participle || conjunct) && !speaks_within(drafts, i, k));
      if (!goes_on) continue;
      next.source = first.source;
      next.source_head = first.source_head;
      next.antecedent = first.antecedent;
      TokenIndex end = at;
      if (conjunct) --end;
      drafts[i].content = without(drafts[i].content, {{end, reading_.layer.sentence(at).last()}});
      trim(reading_, drafts[i].content);
    }
  }
}

// "said it stood by the report, and that nobody had asked": what stands behind a second "that" is a claim of
// its own, to be answered on its own.
void CueReader::part_clauses(std::size_t begin, std::vector<Draft>& drafts) const {
  constexpr std::size_t kMostParts = 6;
  std::vector<Draft> parts;
  for (std::size_t i = begin; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (!draft.clausal || draft.quoted || draft.content.size() != 1 || draft.strength == Strength::weak ||
        draft.content.front().first < draft.cue.back().last)
      continue;
    const auto& sentence = reading_.layer.sentence(draft.cue_head);
    const Cue* cue = lexicon_.cue(CuePos::verb, draft.cue_lemma);
    TokenIndex from = draft.content.front().first + 2;
    TokenIndex limit = std::min(sentence.last(), draft.content.back().last + 3);
    for (TokenIndex that = from; that + 2 < sentence.last() && that < limit && parts.size() < kMostParts;
         ++that) {
      const auto& before = reading_.lower(that - 1);
      if (reading_.lower(that) != "that" || reading_.quotation(that) != nullptr) continue;
      if (before != "and" && before != "but" && before != ",") continue;
      if (before == "," && reading_.lower(draft.content.front().first) != "that") continue;
      if (reading_[that].rel == Deprel::det || !opens_clause(that)) continue;
      // "that the firm will not change and that it will not give in": one statement on one subject.
      constexpr std::string_view same[] = {"it", "he", "she", "they"};
      if (before == "and" &&
          std::find(std::begin(same), std::end(same), reading_.lower(that + 1)) != std::end(same))
        continue;
      Draft part = draft;
      const TokenIndex head = reading_[that].head;
      part.content = {{that, that + 1}};
      part.content_head = head != kNoToken && head > that ? head : kNoToken;
      part.cue = {{that - 1, that}};  // what stands before belongs to the first clause
      if (cue != nullptr) complete_clause(*cue, part);
      part.cue = draft.cue;
      if (length(part.content) < 3) continue;
      TokenIndex end = that;
      while (end > from && (reading_.is_punctuation(end - 1) || reading_[end - 1].upos == Upos::CCONJ)) --end;
      Draft& last = parts.empty() || parts.back().cue_head != draft.cue_head ? draft : parts.back();
      last.content.back().last = std::min(last.content.back().last, end);
      trim(reading_, last.content);
      part.why += "; a second clause of it";
      limit = std::min(sentence.last(), part.content.back().last + 3);
      parts.push_back(std::move(part));
    }
  }
  for (Draft& part : parts) drafts.push_back(std::move(part));
}

}  // namespace hearsay::claims
