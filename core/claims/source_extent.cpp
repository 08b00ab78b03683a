// How far a source and a cue reach: the whole noun phrase of who speaks, and the words of the cue.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

constexpr int kMostSteps = 8;  // up the tree through verbs that lead to the cue

// Verbs that lead to the cue without being one: "went on to explain", "tried to blame".
bool leads_on(std::string_view lemma) {
  constexpr std::string_view words[] = {"go",  "continue", "try",  "begin", "start", "seem",     "appear",
                                        "use", "happen",   "tend", "dare",  "get",   "conclude", "end"};
  return std::find(std::begin(words), std::end(words), lemma) != std::end(words);
}

}  // namespace

void CueReader::set_source(TokenIndex head, TokenIndex cue_head, Draft& draft) {
  if (head == kNoToken) return;
  const auto& word = reading_.lower(head);
  if (word == "it" && reading_[head].rel == Deprel::expl) return;
  if (word == "there" || word == "what" || word == "that" || word == "this" || word == "nobody") return;
  // Clauses on the source stay with it unless the cue is in them.
  std::vector<TokenIndex> left_out;
  for (const TokenIndex child : reading_.layer.children_of(head)) {
    const Deprel rel = reading_[child].rel;
    const bool holds_cue = reading_.layer.dominates(child, cue_head);
    const bool clitic = rel == Deprel::case_ && child > head && reading_[head].rel != Deprel::nmod_poss;
    const bool preposition = rel == Deprel::case_ && child < head;
    const bool aside =
        rel == Deprel::cc || rel == Deprel::parataxis || rel == Deprel::mark ||
        (rel == Deprel::advmod && child < head && reading_.layer.child(head, Deprel::det) != kNoToken);
    if (holds_cue || clitic || preposition || aside || rel == Deprel::cop || is_subject(rel))
      left_out.push_back(child);
  }
  Runs runs = reading_.runs(head, left_out);
  // The source stands on one side of its cue.
  const TokenIndex begin = draft.cue.empty() ? cue_head : draft.cue.front().first;
  const TokenIndex end = draft.cue.empty() ? cue_head + 1 : draft.cue.back().last;
  runs = without(runs, {head < begin ? Extent{begin, reading_.size()} : Extent{0, end}});
  runs = without(runs, draft.cue);
  trim(reading_, runs);
  const auto own = std::find_if(runs.begin(), runs.end(),
                                [&](Extent run) { return run.first <= head && head < run.last; });
  if (own == runs.end()) return;
  draft.source = {*own};
  draft.source_head = head;
}

// The whole phrase up to the cue: words of the name that the tree hangs elsewhere, and what stands between
// commas
// ("Norvane, the agency's director, said"); without adverbials of time at its end.
void CueReader::complete_source(Draft& draft) const {
  if (draft.source.empty() || draft.cue.empty() || reading_[draft.source_head].upos == Upos::PRON) return;
  Extent& source = draft.source.front();
  const TokenIndex cue = draft.cue.front().first;
  const auto& sentence = reading_.layer.sentence(draft.cue_head);
  // What stands before a comma in front of the head is another phrase; appositions and lists follow it.
  for (TokenIndex token = source.first; token < draft.source_head; ++token) {
    if (reading_.lower(token) == "," || reading_.lower(token) == ";") source.first = token + 1;
  }
  if (source.first <= cue) {
    cut_circumstance(draft);
    const TokenIndex own_first = source.first;
    while (source.first > sentence.first) {
      const TokenIndex token = source.first - 1;
      const Upos tag = reading_[token].upos;
      const Upos begins = reading_[source.first].upos;
      if (begins == Upos::DET || reading_[source.first].xpos == Xpos::PRPS) break;
      const bool part = tag == Upos::PROPN || tag == Upos::NOUN || tag == Upos::ADJ || tag == Upos::DET ||
                        tag == Upos::NUM || reading_[token].xpos == Xpos::PRPS || reading_[token].joined;
      if (!part || is_time_word(reading_.lower(token))) break;
      source.first = token;
    }
    // "in an interview Norvane said": another phrase, and none of the name.
    if (source.first > sentence.first && reading_[source.first - 1].upos == Upos::ADP)
      source.first = own_first;
    // Up to the cue, where only names, an aside between commas or dashes, or a clause on the name stand
    // between.
    TokenIndex end = cue;
    while (end > source.last && (reading_.lower(end - 1) == "," || is_dash(reading_.lower(end - 1)))) --end;
    constexpr TokenIndex kLongestAside = 40;
    if (end > source.last && end - source.last <= kLongestAside) {
      const auto& next = reading_.lower(source.last);
      // An apposition or a relative clause; not ", speaking in Oslo," or ", on his way there,".
      const TokenIndex inner = source.last + 1;
      const bool names_more = inner < end && reading_[inner].xpos != Xpos::VBG &&
                              (reading_.is_nominal(inner) || reading_[inner].upos == Upos::DET ||
                               reading_[inner].upos == Upos::ADJ || is_relative(reading_, inner) ||
                               reading_.lower(inner) == "whose" || reading_[inner].xpos == Xpos::PRPS);
      const bool aside = (next == "," || is_dash(next)) && end < cue && names_more;
      constexpr TokenIndex kLongestClause = 9;  // "officials who spoke to it"; longer ones tell a story
      const bool clause = next == "(" || ((next == "who" || next == "that") && end - source.last > 2 &&
                                          end - source.last <= kLongestClause);
      bool names = true;
      bool plain = true;
      const bool relative =
          clause || (aside && (is_relative(reading_, inner) || reading_.lower(inner) == "whose"));
      for (TokenIndex token = source.last; token < end; ++token) {
        const Upos tag = reading_[token].upos;
        const auto& word = reading_.lower(token);
        names = names &&
                (tag == Upos::PROPN || tag == Upos::NOUN || tag == Upos::ADJ || tag == Upos::NUM ||
                 word == "(" || word == ")") &&
                !is_time_word(reading_.lower(token));
        plain = plain && reading_.quotation(token) == nullptr && reading_.lower(token) != ";" &&
                reading_.lower(token) != ":" && !covers(draft.content, token);
        // A finite verb in the aside belongs to another clause, unless the aside is a relative clause.
        const Xpos form = reading_[token].xpos;
        const bool finite = form == Xpos::VBD || form == Xpos::VBZ || form == Xpos::VBP || form == Xpos::MD;
        plain = plain && (relative || !finite);
      }
      const bool participle = end == cue && reduced_relative(source.last);
      if ((plain && (aside || clause || names)) || participle) source.last = end;
    }
  }
  // "Nine in ten of those asked say": a number and all that it counts.
  if (source.last < cue && is_quantity(reading_, source.last - 1) && cue - source.last <= 10) {
    bool plain = true;
    for (TokenIndex token = source.last; token < cue; ++token) {
      plain = plain && !reading_.is_punctuation(token) && !is_finite(reading_, token) &&
              reading_[token].upos != Upos::SCONJ && reading_[token].upos != Upos::CCONJ &&
              reading_[token].upos != Upos::ADV;
    }
    if (plain) source.last = cue;
  }
  // ..., said Norvane, who leads the agency.
  if (source.first >= draft.cue.back().last) {
    TokenIndex end = source.last;
    // "said Ada Brennick, an editor [for the Herald]."
    if (end + 1 < sentence.last() && reading_[end - 1].upos == Upos::NOUN &&
        (reading_.lower(end) == "for" || reading_.lower(end) == "of" || reading_.lower(end) == "at")) {
      TokenIndex stop = end + 1;
      while (stop < sentence.last() && !reading_.is_punctuation(stop) && !reading_.is_verbal(stop) &&
             !is_time_word(reading_.lower(stop)) && !covers(draft.content, stop))
        ++stop;
      if (stop < sentence.last() && reading_.is_punctuation(stop)) source.last = end = stop;
    }
    while (end + 1 < sentence.last() && reading_.lower(end) == ",") {
      const TokenIndex inner = end + 1;
      const bool more = reading_.lower(inner) == "who" || reading_.lower(inner) == "whose" ||
                        reading_[inner].upos == Upos::DET || reading_[inner].upos == Upos::NOUN ||
                        reading_[inner].upos == Upos::PROPN || reading_[inner].upos == Upos::ADJ ||
                        (end > source.last && reading_[inner].upos == Upos::CCONJ);
      if (!more) break;
      TokenIndex stop = inner;
      while (stop < sentence.last() && reading_.lower(stop) != "," && reading_.quotation(stop) == nullptr &&
             !covers(draft.content, stop))
        ++stop;
      if (stop < sentence.last() && reading_.lower(stop) != ",") break;
      end = stop;
    }
    if (end > source.last && reading_.is_punctuation(end - 1)) --end;
    source.last = std::max(source.last, end);
  }
  // "Last week Norvane".
  for (TokenIndex token = source.first; token < source.first + 3 && token < draft.source_head; ++token) {
    if (!is_time_word(reading_.lower(token)) || reading_[token + 1].joined) continue;
    if (reading_[token].rel == Deprel::compound || reading_[token].rel == Deprel::flat) continue;  // a name
    source.first = token + 1;
    break;
  }
  // "Norvane on Tuesday", "the agency just this month".
  constexpr TokenIndex kLongestTime = 4;
  for (TokenIndex back = 1; back <= kLongestTime && source.last > draft.source_head + back; ++back) {
    const TokenIndex token = source.last - back;
    if (!is_time_word(reading_.lower(token))) continue;
    if (reading_.lower(token) == "today" && reading_[token - 1].upos == Upos::PROPN) continue;  // "USA Today"
    TokenIndex end = token;
    while (end > draft.source_head + 1 &&
           (reading_[end - 1].upos == Upos::ADP || reading_[end - 1].upos == Upos::DET ||
            reading_[end - 1].upos == Upos::ADV || reading_[end - 1].upos == Upos::ADJ)) {
      --end;
    }
    if (end < token && reading_[end - 1].xpos != Xpos::VBN) source.last = end;
    break;
  }
  trim(reading_, draft.source);
}

// "Norvane, speaking in Oslo, said": how or where it was said is no part of who said it.
void CueReader::cut_circumstance(Draft& draft) const {
  Extent& source = draft.source.front();
  for (TokenIndex token = draft.source_head + 1; token + 1 < source.last; ++token) {
    if (reading_.lower(token) != ",") continue;
    const auto& next = reading_.lower(token + 1);
    const bool circumstance = (reading_[token + 1].xpos == Xpos::VBG && next != "including") ||
                              (reading_[token + 1].upos == Upos::ADP && next != "of" && next != "including");
    if (circumstance) source.last = token;
  }
}

Runs CueReader::cue_runs(TokenIndex verb) const {
  Runs runs{{verb, verb + 1}};
  TokenIndex at = verb;
  for (int step = 0; step < kMostSteps; ++step) {
    for (const TokenIndex child : reading_.layer.children_of(at)) {
      const Deprel rel = reading_[child].rel;
      const bool auxiliary = rel == Deprel::aux || rel == Deprel::aux_pass || rel == Deprel::compound_prt ||
                             (rel == Deprel::mark && reading_.lower(child) == "to") ||
                             (rel == Deprel::cop && child < at);
      const bool adverb =
          rel == Deprel::advmod && child < at && at - child <= 3 && reading_[child].upos != Upos::PRON &&
          reading_[child].xpos != Xpos::WRB &&
          reading_.layer.children_of(child).begin() == reading_.layer.children_of(child).end();
      if (auxiliary || adverb) runs.push_back({child, child + 1});
    }
    const TokenIndex head = reading_[at].head;
    if (head == kNoToken || head > at) break;
    if ((reading_[at].rel != Deprel::xcomp && reading_[at].rel != Deprel::advcl) ||
        !leads_on(reading_.lemma(head)) || at - head > 4)
      break;
    runs.push_back({head, head + 1});
    at = head;
  }
  // Words between the parts that are no content of their own ("on", "by", "also") join them.
  std::sort(runs.begin(), runs.end(), [](Extent a, Extent b) { return a.first < b.first; });
  Runs joined;
  for (const Extent run : runs) {
    if (!joined.empty() && run.first > joined.back().last && run.first - joined.back().last <= 2) {
      bool small = true;
      for (TokenIndex token = joined.back().last; token < run.first; ++token) {
        const Upos tag = reading_[token].upos;
        small = small && (tag == Upos::ADV || tag == Upos::PART || tag == Upos::ADP || tag == Upos::SCONJ);
      }
      if (small) {
        joined.back().last = run.last;
        continue;
      }
    }
    if (!joined.empty() && run.first <= joined.back().last) {
      joined.back().last = std::max(joined.back().last, run.last);
    } else {
      joined.push_back(run);
    }
  }
  return joined;
}

}  // namespace hearsay::claims
