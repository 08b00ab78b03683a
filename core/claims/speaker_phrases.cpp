// Who speaks, read off the words before the cue where the tree shows no subject.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {

// "Nearly eight in ten voters overall said": where the tree shows no subject, the phrase between the start of
// the clause and the cue, if it can be one.
bool CueReader::source_before(TokenIndex verb, Draft& draft) const {
  return stands_finite(verb) && phrase_before(draft);
}

// A finite verb, or one that the tagger took for an infinitive: "Aides say it is so".
bool CueReader::stands_finite(TokenIndex verb) const {
  const Xpos form = reading_[verb].xpos;
  if (form == Xpos::VBD || form == Xpos::VBZ || form == Xpos::VBP) return true;
  const auto& sentence = reading_.layer.sentence(verb);
  const bool that = verb + 1 < sentence.last() && reading_.lower(verb + 1) == "that";
  if (form == Xpos::VBN && that)
    return reading_.layer.child(verb, Deprel::aux) == kNoToken &&
           reading_.layer.child(verb, Deprel::aux_pass) == kNoToken;
  const TokenIndex subject = reading_.layer.child(verb, Deprel::nsubj);
  const bool bare = reading_.layer.child(verb, Deprel::aux) == kNoToken &&
                    reading_.layer.child(verb, Deprel::mark) == kNoToken;
  if (form == Xpos::VB && subject != kNoToken && subject < verb && bare &&
      reading_[subject].xpos == Xpos::NNS)
    return true;
  if (form != Xpos::VB || verb == reading_.layer.sentence(verb).first) return false;
  const Xpos before = reading_[verb - 1].xpos;
  const auto& word = reading_.lower(verb - 1);
  if (word == "him" || word == "her" || word == "them" || word == "me" || word == "us" || word == "it" ||
      word == "all")
    return false;
  const bool plural = before == Xpos::NNS || before == Xpos::NNPS || before == Xpos::PRP ||
                      reading_.lower(verb - 1) == "who" || is_quantity(reading_, verb - 1);
  return plural && reading_.layer.child(verb, Deprel::aux) == kNoToken &&
         reading_.layer.child(verb, Deprel::mark) == kNoToken;
}

bool CueReader::phrase_before(Draft& draft) const {
  constexpr TokenIndex kLongest = 14;
  const auto& sentence = reading_.layer.sentence(draft.cue_head);
  TokenIndex end = draft.cue.front().first;
  const TokenIndex whole_end = end;
  if (end > sentence.first + 2 && reading_.lower(end - 1) == ",") end = aside_before(end - 1, sentence.first);
  end = relative_before(end, sentence.first);
  TokenIndex first = end;
  while (first > sentence.first && end - first <= kLongest) {
    const TokenIndex token = first - 1;
    const Upos tag = reading_[token].upos;
    if (reading_.is_punctuation(token) || reading_.is_quotation_mark(token) || tag == Upos::SCONJ ||
        tag == Upos::CCONJ)
      break;
    const bool participle = reading_[token].xpos == Xpos::VBN || reading_[token].xpos == Xpos::VBG;
    if ((reading_.is_verbal(token) && (!participle || tag == Upos::AUX)) || is_relative(reading_, token) ||
        covers(draft.cue, token))
      return false;
    first = token;
  }
  if (first == end || end - first > kLongest) return false;
  const Upos opening = reading_[first].upos;
  const auto& word = reading_.lower(first);
  if (opening == Upos::ADP || opening == Upos::PART || opening == Upos::INTJ ||
      reading_[first].xpos == Xpos::VBG)
    return false;
  if (word == "nobody" || word == "none" || word == "there" || word == "what" || word == "this" ||
      word == "that")
    return false;
  TokenIndex head = kNoToken;
  for (TokenIndex token = first; token < end; ++token) {
    const TokenIndex up = reading_[token].head;
    const bool outside = up == kNoToken || up < first || up >= end;
    if (is_time_word(reading_.lower(token)) && outside) {
      // "Last month a spokesman said": the phrase begins behind it.
      const bool begins = token + 1 < end && head == kNoToken &&
                          (reading_[token + 1].upos == Upos::DET || reading_[token + 1].upos == Upos::PROPN ||
                           reading_[token + 1].xpos == Xpos::PRPS);
      if (!begins) return false;
      first = token + 1;
      continue;
    }
    const bool stands = reading_.is_nominal(token) || is_quantity(reading_, token);
    if (stands && (outside || head == kNoToken)) head = token;
  }
  if (head == kNoToken) return false;
  const bool apart =
      end + 1 < whole_end && opens_aside(end + 1);  // ", asked about it,": no part of who speaks
  draft.source = {{first, apart ? end : whole_end}};
  draft.source_head = head;
  trim(reading_, draft.source);
  return !draft.source.empty();
}

// "two experts whom we asked concluded": of the end of a subject, where the clause on it begins; else itself.
TokenIndex CueReader::relative_before(TokenIndex end, TokenIndex first) const {
  constexpr TokenIndex kLongest = 14;
  int finite = 0;
  for (TokenIndex token = end; token > first + 1 && end - token < kLongest; --token) {
    const TokenIndex at = token - 1;
    if (reading_.is_punctuation(at) || reading_.quotation(at) != nullptr) break;
    finite += is_finite(reading_, at) ? 1 : 0;
    if (is_relative(reading_, at)) return finite == 1 && reading_.is_nominal(at - 1) ? at : end;
  }
  return end;
}

// "Norvane, its maker, rejected", "Norvane, asked whether it was so, said": of the comma that ends an aside,
// the one that opens it; else itself.
TokenIndex CueReader::aside_before(TokenIndex comma, TokenIndex first) const {
  constexpr TokenIndex kLongestAside = 40;
  bool finite = false;
  for (TokenIndex token = comma; token > first && comma - token < kLongestAside; --token) {
    if (reading_.quotation(token - 1) != nullptr) return comma;
    finite = finite || is_finite(reading_, token - 1);
    if (reading_.lower(token - 1) != ",") continue;
    const TokenIndex inner = token;
    if (opens_aside(inner) || is_relative(reading_, inner) || reading_.lower(inner) == "whose")
      return token - 1;
    if (finite) return comma;
    const Upos tag = reading_[inner].upos;
    const bool names_more = tag == Upos::DET || tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ ||
                            reading_[inner].xpos == Xpos::VBN;
    return names_more && inner < comma ? token - 1 : comma;
  }
  return comma;
}

// "asked about it", "citing a letter", "speaking in Oslo": participles that open an aside on whoever speaks.
bool CueReader::opens_aside(TokenIndex token) const {
  const auto& word = reading_.lower(token);
  return word == "asked" || word == "citing" || word == "quoting" || word == "speaking" || word == "writing";
}

}  // namespace hearsay::claims
