// Attributions whose cue is a noun ("its claim that"), an adjective ("concerned that"), a phrase ("according
// to") or a colon ("The agency: ...").
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

Runs from(TokenIndex first, TokenIndex last) {
  return {{first, last}};
}

bool is_infinitive(const Reading& reading, TokenIndex token) {
  return reading.marker(token) == "to" && reading.is_verbal(token);
}

// "its position on encryption", "the idea that", "a refusal to": a topic or a thought that nobody is said to
// utter. "The agency's concern about", "allegations of" weigh on somebody.
bool weighty_noun(const Cue& cue, bool owned, bool clause, bool infinitive) {
  const bool weighs =
      cue.stance == Stance::accuse || cue.stance == Stance::warn || cue.stance == Stance::deny;
  // "its claim to hold the files" says so; "its refusal to pay" tells of an act.
  if (infinitive) return owned && (weighs || (cue.stance == Stance::state && cue.takes("about")));
  if (clause) return owned || cue.strength == Strength::say || weighs;
  return weighs;
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
  bool infinitive = false;
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    if (child < noun) continue;
    const Deprel rel = reading_[child].rel;
    const auto marker = reading_.marker(child);
    const bool that =
        (rel == Deprel::acl || rel == Deprel::ccomp || rel == Deprel::acl_relcl || rel == Deprel::advcl) &&
        cue->has(kClause) && (marker == "that" || marker == "whether") &&
        reading_.layer.child(child, Deprel::nsubj) != kNoToken;
    infinitive = rel == Deprel::acl && cue->has(kInfinitive) && is_infinitive(reading_, child);
    const bool phrase =
        (rel == Deprel::nmod || rel == Deprel::acl || rel == Deprel::advcl || rel == Deprel::obl) &&
        cue->takes(marker);
    if (!that && !infinitive && !phrase) continue;
    complement = child;
    clause = that || infinitive;
    break;
  }
  // "stated its position [against aiding ...]": the tree may hang the phrase on the verb that lends the noun.
  if (complement == kNoToken && reading_[noun].rel == Deprel::obj) {
    const TokenIndex governor = reading_[noun].head;
    for (const TokenIndex child : reading_.layer.children_of(governor)) {
      const Deprel rel = reading_[child].rel;
      if (child < noun || (rel != Deprel::obl && rel != Deprel::advcl)) continue;
      const TokenIndex marker = reading_.marker_token(child);
      if (marker != kNoToken && marker == reading_.layer.subtree(noun).last &&
          cue->takes(reading_.lower(marker)))
        complement = child;
    }
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
  if (!lent && !weighty_noun(*cue, source != kNoToken, clause, infinitive)) return false;
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
    if (complement != kNoToken && !reading_.layer.dominates(noun, complement)) {
      const Runs more = reading_.runs(complement);
      content.insert(content.end(), more.begin(), more.end());
      tidy(content);
    }
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
  draft.source_doubtful = draft.source_head == kNoToken;
  if (draft.source_doubtful && !draft.content.empty()) {
    out.push_back(std::move(draft));  // "allegations of espionage": a claim whose source is not named
    return true;
  }
  return keep(std::move(draft), out);
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
    TokenIndex speaker = subject_of(adjective);
    const TokenIndex made = reading_[adjective].head;
    if (own == Deprel::xcomp && made != kNoToken && made < adjective && reading_.lemma(made) == "make" &&
        reading_.lower(adjective) == "clear") {
      speaker = subject_of(made);  // "made it clear that"
      draft.cue = {{made, adjective + 1}};
    }
    set_source(speaker, adjective, draft);
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
    return keep(std::move(draft), out);
  }
  return false;
}

// "a person familiar with", "two officials present who": words that go on describing whoever it is.
bool CueReader::goes_on_with_source(TokenIndex token) const {
  const auto& word = reading_.lower(token);
  const Upos tag = reading_[token].upos;
  return tag == Upos::ADJ || word == "who" || word == "that" || word == "with" || word == "at" ||
         word == "by" || word == "from" || word == "in" || word == "of" || word == "for" ||
         reading_[token].xpos == Xpos::VBN || reading_[token].xpos == Xpos::VBG;
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
    if (!same || !(reading_.is_nominal(last) || reading_[last].upos == Upos::DET ||
                   reading_[last].upos == Upos::ADJ || reading_[last].upos == Upos::VERB ||
                   reading_[last].upos == Upos::ADV || reading_.lower(last) == "both")) {
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
    // "people close to the talks": the tree may make the adjective the head.
    bool whole_phrase = false;
    if (!reading_.is_nominal(source)) {
      source = last;
      while (source < stop && !reading_.is_nominal(source)) ++source;
      if (source == stop) return false;
      whole_phrase = true;
    }
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
    if (whole_phrase) draft.source = {{last, stop}};
    if (own->last < stop && goes_on_with_source(own->last)) draft.source.front().last = stop;
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

// A name behind or below a quotation: "…" \xE2\x80\x95 Ada Brennick, Norvane.
bool CueReader::read_signature(const language::Sentence& sentence, std::vector<Draft>& out) {
  constexpr TokenIndex kLongest = 16;
  bool any = false;
  for (TokenIndex dash = sentence.first; dash + 1 < sentence.last(); ++dash) {
    const auto& mark = reading_.lower(dash);
    if (dash == 0 ||
        (mark != "\xE2\x80\x95" && mark != "\xE2\x80\x94" && mark != "\xE2\x80\x93" && mark != "--"))
      continue;
    const Quotation* quotation = reading_.quotation(dash - 1);
    if (quotation == nullptr || quotation->tokens.last != dash) continue;
    TokenIndex name = kNoToken;
    TokenIndex last = dash + 1;
    bool plain = true;
    for (; last < sentence.last() && reading_.quotation(last) == nullptr; ++last) {
      plain = plain && !reading_.is_verbal(last);
      if (name == kNoToken || last == name + 1) name = reading_[last].upos == Upos::PROPN ? last : name;
    }
    if (!plain || name == kNoToken || last - dash > kLongest) continue;
    Draft draft;
    draft.cue_head = dash;
    draft.cue = from(dash, dash + 1);
    draft.cue_lemma = mark;
    draft.source = from(dash + 1, last);
    trim(reading_, draft.source);
    draft.source_head = name;
    draft.clausal = true;
    draft.quoted = true;
    set_content({quotation->tokens}, kNoToken, draft);
    if (draft.content.empty() || draft.source.empty()) continue;
    draft.why = "a name after a quotation";
    out.push_back(std::move(draft));
    any = true;
  }
  return any;
}

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
      constexpr std::string_view bodies[] = {"poll",   "report",  "study",  "official", "researcher",
                                             "expert", "analyst", "police", "source",   "survey"};
      const bool body =
          std::find(std::begin(bodies), std::end(bodies), reading_.lemma(at)) != std::end(bodies);
      if (reading_[at].upos == Upos::PROPN || body) name = at;
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

// In a headline the tagger takes verbs for names: "Firm Denies Any Part in It". Read where the heading has no
// other verb: the name before it speaks, and the rest is what it says.
bool CueReader::read_headline_verb(TokenIndex token, std::vector<Draft>& out) {
  const auto& sentence = reading_.layer.sentence(token);
  const BlockKind kind = reading_.document.blocks()[sentence.block].kind;
  if (kind != BlockKind::title && kind != BlockKind::heading) return false;
  const auto base = lexicon_.verb_base(reading_.lower(token));
  if (base.empty() || base == reading_.lower(token) || token == sentence.first ||
      token + 1 >= sentence.last())
    return false;
  if (!reading_.is_nominal(token - 1) || reading_.is_punctuation(token + 1)) return false;
  for (TokenIndex other = sentence.first; other < sentence.last(); ++other) {
    const Xpos tag = reading_[other].xpos;
    if (other != token && (tag == Xpos::VBZ || tag == Xpos::VBD || tag == Xpos::VBP || tag == Xpos::MD))
      return false;
  }
  const Cue* cue = lexicon_.cue(CuePos::verb, base);
  if (cue == nullptr || cue->strength == Strength::weak || !(cue->has(kClause) || cue->has(kObject)))
    return false;
  Draft draft;
  draft.cue_head = token;
  draft.cue = from(token, token + 1);
  draft.cue_lemma = std::string(cue->lemma);
  draft.stance = cue->stance;
  draft.strength = cue->strength;
  draft.negates = cue->negates;
  draft.source = from(sentence.first, token);
  for (TokenIndex at = sentence.first; at < token; ++at) {
    if (reading_.is_punctuation(at) && !reading_.is_quotation_mark(at)) draft.source = from(at + 1, token);
  }
  trim(reading_, draft.source);
  if (draft.source.empty()) return false;
  draft.source_head = draft.source.back().last - 1;
  TokenIndex end = token + 1;
  while (end < sentence.last() && reading_.lower(end) != ";" && reading_.lower(end) != ",") ++end;
  set_content(from(token + 1, end), kNoToken, draft);
  if (draft.content.empty()) return false;
  draft.why = "a headline: a name, \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D, and the rest";
  out.push_back(std::move(draft));
  return true;
}

// "The director, Ada Brennick, denies that ...": a form that only a verb of saying has, which the tagger took
// for a noun, with "that" behind it.
bool CueReader::read_misread_verb(TokenIndex token, std::vector<Draft>& out) {
  const auto& sentence = reading_.layer.sentence(token);
  if (token == sentence.first || token + 2 >= sentence.last() || reading_.lower(token + 1) != "that" ||
      reading_[token].xpos != Xpos::NNS || reading_.quotation(token) != nullptr)
    return false;
  const auto base = lexicon_.verb_base(reading_.lower(token));
  if (base.empty()) return false;
  // "Norvane cautions that": a noun as well, but behind a name and with no verb before it, it is the verb.
  if (lexicon_.cue(CuePos::noun, base) != nullptr) {
    if (reading_[token - 1].upos != Upos::PROPN) return false;
    for (TokenIndex at = token; at > sentence.first && reading_.lower(at - 1) != ","; --at) {
      if (is_finite(reading_, at - 1)) return false;
    }
  }
  const Cue* cue = lexicon_.cue(CuePos::verb, base);
  if (cue == nullptr || cue->strength != Strength::say || !cue->has(kClause)) return false;
  Draft draft;
  draft.cue_head = token;
  draft.cue = from(token, token + 1);
  draft.cue_lemma = std::string(cue->lemma);
  draft.stance = cue->stance;
  draft.strength = cue->strength;
  draft.negates = cue->negates;
  if (!phrase_before(draft)) return false;
  const TokenIndex head = reading_[token + 1].head;
  set_content(from(token + 1, token + 2), head != kNoToken && head > token ? head : kNoToken, draft);
  complete_clause(*cue, draft);
  draft.clausal = true;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with the words after it";
  return keep(std::move(draft), out);
}

void CueReader::read_sentence(const language::Sentence& sentence, std::vector<Draft>& out) {
  // Longer runs without a full stop are tables and the like, no prose; and trees there cost too much.
  constexpr std::uint32_t kLongestProse = 400;
  if (sentence.count > kLongestProse || sentence.count < 2) return;
  used_nouns_.clear();
  const std::size_t begin = out.size();
  read_signature(sentence, out);
  read_colon(sentence, out);
  constexpr std::size_t kMostClaims = 24;  // more in one sentence are a hostile text's, no prose
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (out.size() - begin >= kMostClaims) break;
    if (read_source_phrase(token, out) || read_view(token, out)) continue;
    const Upos tag = reading_[token].upos;
    if (tag == Upos::VERB && read_verb(token, out)) continue;
    if ((tag == Upos::ADJ || tag == Upos::VERB) && read_adjective(token, out)) continue;
    if (tag == Upos::NOUN && (read_noun(token, out) || read_misread_verb(token, out))) continue;
    if (tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ) read_headline_verb(token, out);
  }
  go_on_speaking(begin, out);
  part_clauses(begin, out);
  drop_cited(begin, out);
}

// "citing a letter": a document or somebody cited is where a claim comes from, and no claim. Quoted words
// that are cited are one.
void CueReader::drop_cited(std::size_t begin, std::vector<Draft>& drafts) {
  const auto cited = [&](const Draft& draft) {
    if ((draft.cue_lemma != "cite" && draft.cue_lemma != "reference") || draft.clausal) return false;
    if (draft.content_head == kNoToken || !reading_.is_nominal(draft.content_head)) return false;
    const auto lemma = reading_.lemma(draft.content_head);
    const bool origin = reading_[draft.content_head].upos == Upos::PROPN || is_document(lemma) ||
                        lemma == "source" || lemma == "people" || lemma == "official" || lemma == "person";
    if (!origin) return false;  // "cited the cost": a reason, and a claim
    for (const Extent run : draft.content) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        if (reading_.quotation(token) != nullptr) return false;
      }
    }
    drop(draft, "it says where a claim comes from");
    return true;
  };
  drafts.erase(std::remove_if(drafts.begin() + static_cast<std::ptrdiff_t>(begin), drafts.end(), cited),
               drafts.end());
}

}  // namespace hearsay::claims
