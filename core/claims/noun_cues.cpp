// Attributions whose cue is a noun ("its claim that"), an adjective ("concerned that"), a phrase ("according
// to") or a colon ("The agency: ...").
#include <algorithm>

#include "core/claims/draft.hpp"

namespace hearsay::claims {
namespace {

Runs from(TokenIndex first, TokenIndex last) {
  return {{first, last}};
}

bool is_infinitive(const Reading& reading, TokenIndex token) {
  return reading.marker(token) == "to" && reading.is_verbal(token);
}

}  // namespace

bool CueReader::read_noun(TokenIndex noun, std::vector<Draft>& out) {
  const Cue* cue = lexicon_.cue(CuePos::noun, reading_.lemma(noun));
  if (cue == nullptr || reading_[noun].upos != Upos::NOUN) return false;
  if (std::find(used_nouns_.begin(), used_nouns_.end(), noun) != used_nouns_.end()) return false;
  if (reading_[noun].rel == Deprel::compound || reading_[noun].rel == Deprel::nmod_poss) return false;
  Draft draft;
  draft.cue_head = noun;
  draft.cue = from(noun, noun + 1);
  draft.cue_lemma = std::string(cue->lemma);
  draft.stance = cue->stance;
  draft.strength = cue->strength;
  draft.negates = cue->negates;
  // What was claimed.
  TokenIndex complement = kNoToken;
  bool clause = false;
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    if (child < noun) continue;
    const Deprel rel = reading_[child].rel;
    const auto marker = reading_.marker(child);
    const bool that =
        (rel == Deprel::acl || rel == Deprel::ccomp || rel == Deprel::acl_relcl || rel == Deprel::advcl) &&
        cue->has(kClause) && (marker == "that" || marker == "whether") &&
        reading_.layer.child(child, Deprel::nsubj) != kNoToken;
    const bool infinitive = rel == Deprel::acl && cue->has(kInfinitive) && is_infinitive(reading_, child);
    const bool phrase =
        (rel == Deprel::nmod || rel == Deprel::acl || rel == Deprel::advcl || rel == Deprel::obl) &&
        cue->takes(marker);
    if (!that && !infinitive && !phrase) continue;
    complement = child;
    clause = that || infinitive;
    break;
  }
  // Who claims it: a possessor, "by" or "from" somebody, or the subject of a verb that lends it.
  TokenIndex source = reading_.layer.child(noun, Deprel::nmod_poss);
  const TokenIndex possessor = source;
  TokenIndex by = kNoToken;
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    if (child <= noun || reading_[child].rel != Deprel::nmod) continue;
    const auto marker = reading_.marker(child);
    if (marker == "by" || (marker == "from" && child < complement)) by = child;
  }
  if (source == kNoToken) source = by;
  const TokenIndex verb = reading_[noun].head;
  bool lent = false;
  if (verb != kNoToken && reading_.is_verbal(verb) &&
      lexicon_.cue(CuePos::support, reading_.lemma(verb)) != nullptr) {
    const Deprel rel = reading_[noun].rel;
    const bool passive = is_passive(verb);
    if (rel == Deprel::obj && !passive) {
      lent = true;
      const TokenIndex subject = subject_of(verb);
      if (subject != kNoToken) source = subject;
    } else if (rel == Deprel::nsubj_pass || (passive && rel == Deprel::nsubj)) {
      lent = true;
      if (source == kNoToken) source = agent_of(verb);
    }
  }
  if (complement == kNoToken && !(lent && cue->stance == Stance::accuse)) return false;
  // A noun that nobody is said to hold and that has no clause is a topic, not a claim; an accusation is one.
  if (source == kNoToken && !clause && !(cue->stance == Stance::accuse && lent)) return false;
  if (lent) {
    draft.cue = cue_runs(verb);
    draft.cue_negated = is_negated(verb);
  }
  set_source(source, noun, draft);
  if (clause) {
    if (lent) draft.cue.push_back({noun, noun + 1});
    tidy(draft.cue);
    set_content(reading_.runs(complement), complement, draft);
    draft.why = "the noun \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with what it says";
  } else if (lent) {
    std::vector<TokenIndex> left_out;
    if (by != kNoToken) left_out.push_back(by);
    Runs content = reading_.runs(noun, left_out);
    set_content(content, complement == kNoToken ? noun : complement, draft);
    draft.why = "the noun \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with \xE2\x80\x9C" +
                std::string(reading_.lemma(verb)) + "\xE2\x80\x9D";
  } else {
    set_content(reading_.runs(complement), complement, draft);
    draft.why = possessor != kNoToken
                    ? "somebody\xE2\x80\x99s \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D"
                    : "the noun \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D";
  }
  draft.clausal = clause;
  if (draft.content.empty() || (draft.source_head != kNoToken && !stands(draft))) return false;
  out.push_back(std::move(draft));
  return true;
}

bool CueReader::read_adjective(TokenIndex adjective, std::vector<Draft>& out) {
  const Cue* cue = lexicon_.cue(CuePos::adjective, reading_.lower(adjective));
  if (cue == nullptr) return false;
  const Deprel own = reading_[adjective].rel;
  if (own == Deprel::amod || own == Deprel::advmod) return false;
  for (const TokenIndex child : reading_.layer.children_of(adjective)) {
    if (child < adjective) continue;
    const Deprel rel = reading_[child].rel;
    const auto marker = reading_.marker(child);
    const bool clause =
        cue->has(kClause) &&
        (rel == Deprel::ccomp || ((rel == Deprel::advcl || rel == Deprel::acl) && marker == "that"));
    const bool infinitive = cue->has(kInfinitive) &&
                            (rel == Deprel::xcomp || rel == Deprel::ccomp || rel == Deprel::advcl) &&
                            is_infinitive(reading_, child);
    const bool phrase =
        (rel == Deprel::obl || rel == Deprel::advcl || rel == Deprel::nmod) && cue->takes(marker);
    if (!clause && !infinitive && !phrase) continue;
    Draft draft;
    draft.cue_head = adjective;
    draft.cue = cue_runs(adjective);
    draft.cue_lemma = std::string(cue->lemma);
    draft.stance = cue->stance;
    draft.strength = cue->strength;
    draft.negates = cue->negates;
    draft.cue_negated = is_negated(adjective);
    set_source(subject_of(adjective), adjective, draft);
    if (draft.source_head == kNoToken) return false;
    const TokenIndex content = unwrapped(child);
    Runs runs = reading_.runs(content);
    if (phrase && content == child) {
      const TokenIndex preposition = reading_.marker_token(child);
      runs = without(runs, from(preposition, preposition + 1));
      if (preposition == draft.cue.back().last) draft.cue.back().last = preposition + 1;
    }
    set_content(runs, content, draft);
    if (draft.content.empty()) return false;
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with its reason";
    draft.clausal = clause;
    if (!stands(draft)) return false;
    out.push_back(std::move(draft));
    return true;
  }
  return false;
}

// "According to X, ..."; "..., according to X"; "as reported by X".
bool CueReader::read_source_phrase(TokenIndex first, std::vector<Draft>& out) {
  const auto& phrases = lexicon_.source_phrases;
  const auto begin = std::lower_bound(
      phrases.begin(), phrases.end(), reading_.lower(first),
      [](const Phrase& phrase, const std::string& word) { return phrase.words.front() < word; });
  const auto& sentence = reading_.layer.sentence(first);
  for (auto phrase = begin; phrase != phrases.end() && phrase->words.front() == reading_.lower(first);
       ++phrase) {
    const auto last = first + static_cast<TokenIndex>(phrase->words.size());
    if (last >= sentence.last()) continue;
    bool same = true;
    for (TokenIndex at = first; at < last; ++at)
      same = same && reading_.lower(at) == phrase->words[at - first];
    if (!same ||
        !(reading_.is_nominal(last) || reading_[last].upos == Upos::DET || reading_[last].upos == Upos::ADJ ||
          reading_[last].upos == Upos::VERB || reading_[last].upos == Upos::ADV)) {
      continue;
    }
    // The source is the noun phrase after it: climb while the head still lies in the phrase.
    TokenIndex stop = last;
    while (stop < sentence.last() && reading_.lower(stop) != "," && reading_.lower(stop) != ";") ++stop;
    TokenIndex source = last;
    while (reading_[source].head != kNoToken && reading_[source].head >= last &&
           reading_[source].head < stop &&
           !(reading_.is_verbal(reading_[source].head) && reading_[source].rel != Deprel::amod)) {
      source = reading_[source].head;
    }
    if (!reading_.is_nominal(source)) return false;
    Draft draft;
    draft.cue_head = first;
    draft.cue = from(first, last);
    for (const auto word : phrase->words)
      draft.cue_lemma += (draft.cue_lemma.empty() ? "" : " ") + std::string(word);
    draft.stance = Stance::state;
    Runs runs = reading_.runs(source);
    runs = without(runs, {{0, last}});
    trim(reading_, runs);
    const auto own = std::find_if(runs.begin(), runs.end(),
                                  [&](Extent run) { return run.first <= source && source < run.last; });
    if (own == runs.end()) return false;
    draft.source = {{std::min(own->first, last), own->last}};
    draft.source_head = source;
    // What it says: the clause that the phrase stands in.
    TokenIndex main = source;
    for (int step = 0; step < 6 && reading_[main].head != kNoToken; ++step) {
      main = reading_[main].head;
      if (main < first || main >= draft.source.back().last) {
        if (reading_.is_verbal(main) || reading_[main].rel == Deprel::root) break;
        bool clause = false;
        for (const TokenIndex child : reading_.layer.children_of(main)) {
          clause = clause || reading_[child].rel == Deprel::nsubj || reading_[child].rel == Deprel::cop;
        }
        if (clause) break;
      }
    }
    if (main == source || (main >= first && main < draft.source.back().last)) return false;
    const Extent phrase_extent{first, draft.source.back().last};
    Runs content = without(reading_.runs(main), {phrase_extent});
    // At either end of a sentence the phrase covers all of it, whatever it hangs on in the tree.
    TokenIndex after = phrase_extent.last;
    while (after < sentence.last() && reading_.is_punctuation(after) && reading_.lower(after) != ",") ++after;
    if (first == sentence.first || after >= sentence.last())
      content = without({{sentence.first, sentence.last()}}, {phrase_extent});
    // A conjunction or comma that joined the phrase is not content.
    trim(reading_, content);
    set_content(content, main, draft);
    if (draft.content.empty()) return false;
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D somebody";
    out.push_back(std::move(draft));
    return true;
  }
  return false;
}

// "Agency: the flaw is being exploited" in a headline.
bool CueReader::read_colon(const language::Sentence& sentence, std::vector<Draft>& out) {
  const BlockKind kind = reading_.document.blocks()[sentence.block].kind;
  if (kind != BlockKind::title && kind != BlockKind::heading) return false;
  constexpr TokenIndex kLongestName = 8;
  for (TokenIndex colon = sentence.first + 1;
       colon < sentence.last() && colon <= sentence.first + kLongestName; ++colon) {
    if (reading_.is_verbal(colon)) return false;
    if (reading_.lower(colon) != ":") continue;
    bool clause = false;
    TokenIndex name = kNoToken;
    for (TokenIndex at = sentence.first; at < colon; ++at) {
      if (reading_[at].upos == Upos::PROPN) name = at;
    }
    for (TokenIndex at = colon + 1; at < sentence.last(); ++at)
      clause = clause || reading_[at].upos == Upos::VERB;
    if (!clause || name == kNoToken) return false;
    Draft draft;
    draft.cue_head = colon;
    draft.cue = from(colon, colon + 1);
    draft.cue_lemma = ":";
    draft.stance = Stance::state;
    draft.source = from(sentence.first, colon);
    trim(reading_, draft.source);
    draft.source_head = name;
    set_content(from(colon + 1, sentence.last()), kNoToken, draft);
    if (draft.content.empty() || draft.source.empty()) return false;
    draft.why = "a name and a colon in a headline";
    out.push_back(std::move(draft));
    return true;
  }
  return false;
}

void CueReader::read_sentence(const language::Sentence& sentence, std::vector<Draft>& out) {
  // Longer runs without a full stop are tables and the like, no prose; and trees there cost too much.
  constexpr std::uint32_t kLongestProse = 400;
  if (sentence.count > kLongestProse || sentence.count < 2) return;
  used_nouns_.clear();
  read_colon(sentence, out);
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (read_source_phrase(token, out)) continue;
    const Upos tag = reading_[token].upos;
    if (tag == Upos::VERB && read_verb(token, out)) continue;
    if ((tag == Upos::ADJ || tag == Upos::VERB) && read_adjective(token, out)) continue;
    if (tag == Upos::NOUN) read_noun(token, out);
  }
}

}  // namespace hearsay::claims
