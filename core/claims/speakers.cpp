// Who speaks, and with which words: the source of a cue and the extent of the cue.
#include <algorithm>

#include "core/claims/draft.hpp"

namespace hearsay::claims {
namespace {

constexpr int kMostSteps = 8;  // up the tree in search of a subject

bool is_relative(const Reading& reading, TokenIndex token) {
  const Xpos tag = reading[token].xpos;
  const auto& word = reading.lower(token);
  return tag == Xpos::WDT || tag == Xpos::WP || word == "who" || word == "which" ||
         (word == "that" && reading[token].upos == Upos::PRON);
}

bool is_subject(Deprel rel) {
  return rel == Deprel::nsubj || rel == Deprel::nsubj_pass || rel == Deprel::nsubj_outer;
}

bool is_time_word(std::string_view word) {
  constexpr std::string_view words[] = {"monday", "tuesday", "wednesday", "thursday", "friday",    "saturday",
                                        "sunday", "today",   "yesterday", "tomorrow", "week",      "month",
                                        "year",   "night",   "morning",   "evening",  "afternoon", "weekend"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_dash(std::string_view word) {
  return word == "--" || word == "\xE2\x80\x94" || word == "\xE2\x80\x93" || word == "-" ||
         word == "\xE2\x80\x95";
}

// Verbs that lead to the cue without being one: "went on to explain", "tried to blame".
bool leads_on(std::string_view lemma) {
  constexpr std::string_view words[] = {"go",  "continue", "try",  "begin", "start", "seem",     "appear",
                                        "use", "happen",   "tend", "dare",  "get",   "conclude", "end"};
  return std::find(std::begin(words), std::end(words), lemma) != std::end(words);
}

}  // namespace

bool CueReader::is_passive(TokenIndex verb) const {
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    if (rel == Deprel::aux_pass || rel == Deprel::nsubj_pass || rel == Deprel::obl_agent) return true;
    if (rel == Deprel::aux || rel == Deprel::nsubj) return false;
  }
  if (reading_[verb].xpos != Xpos::VBN) return false;
  if (verb > 0 && reading_.same_sentence(verb - 1, verb)) {
    const auto& before = reading_.lower(verb - 1);
    if (before == "has" || before == "have" || before == "had")
      return false;  // an auxiliary that the tree lost
  }
  // A participle that hangs on a noun, or heads a headline: "a firm accused of", "X Suspected of Y by Z".
  const Deprel rel = reading_[verb].rel;
  if (rel == Deprel::conj && reading_[verb].head != kNoToken && reading_.is_verbal(reading_[verb].head)) {
    return reading_[reading_[verb].head].xpos == Xpos::VBN && is_passive(reading_[verb].head);
  }
  if (rel == Deprel::acl && reading_[reading_[verb].head].rel == Deprel::root &&
      reading_[verb].head + 1 == verb) {
    return agent_of(verb) !=
           kNoToken;  // "The family called on ...": a past tense that the tree takes for a participle
  }
  return rel == Deprel::acl || rel == Deprel::advcl || rel == Deprel::root || rel == Deprel::xcomp;
}

TokenIndex CueReader::agent_of(TokenIndex verb) const {
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    if (rel == Deprel::obl_agent) return child;
    if ((rel == Deprel::obl || rel == Deprel::nmod) && reading_.marker(child) == "by" &&
        reading_.is_nominal(child)) {
      return child;
    }
  }
  // In a headline the agent often hangs on the last noun: "Suspected of Espionage by the Agency".
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (child < verb || reading_[child].rel != Deprel::obl) continue;
    for (const TokenIndex below : reading_.layer.children_of(child)) {
      if (below > child && reading_[below].rel == Deprel::nmod && reading_.marker(below) == "by")
        return below;
    }
  }
  return kNoToken;
}

TokenIndex CueReader::sufferer_of(TokenIndex verb) const {
  TokenIndex subject = reading_.layer.child(verb, Deprel::nsubj_pass);
  if (subject == kNoToken) subject = reading_.layer.child(verb, Deprel::nsubj);
  // "X Suspected of Y": in a headline the participle hangs on the name.
  if (subject == kNoToken && reading_[verb].rel == Deprel::acl) subject = reading_[verb].head;
  return subject;
}

TokenIndex CueReader::subject_of(TokenIndex verb) const {
  TokenIndex at = verb;
  for (int step = 0; step < kMostSteps; ++step) {
    for (const TokenIndex child : reading_.layer.children_of(at)) {
      if (!is_subject(reading_[child].rel) || is_time_word(reading_.lower(child))) continue;
      if (!is_relative(reading_, child)) return child;
      // "the agency, which said": the noun that the clause hangs on.
      TokenIndex clause = at;
      while (reading_[clause].rel == Deprel::conj && reading_[clause].head != kNoToken) {
        clause = reading_[clause].head;
      }
      const Deprel rel = reading_[clause].rel;
      if (rel == Deprel::acl_relcl || rel == Deprel::acl) return reading_[clause].head;
      return kNoToken;
    }
    const Token& token = reading_[at];
    const TokenIndex head = token.head;
    if (head == kNoToken) return kNoToken;
    switch (token.rel) {
      case Deprel::conj:
        at = head;
        break;
      case Deprel::xcomp: {
        if (reading_.layer.child(head, Deprel::expl) != kNoToken) return kNoToken;
        const TokenIndex object = reading_.layer.child(head, Deprel::obj);
        if (object != kNoToken && object < at && !is_passive(head)) {
          return object;  // "urged the firm to admit": the firm admits
        }
        at = head;
        break;
      }
      case Deprel::advcl: {
        // Participles and infinitives share the subject of their clause; finite clauses have their own.
        const Xpos tag = token.xpos;
        if (tag != Xpos::VBG && tag != Xpos::VBN && tag != Xpos::VB && token.upos != Upos::ADJ)
          return kNoToken;
        at = head;
        break;
      }
      case Deprel::acl:
        if (token.xpos == Xpos::VB) return kNoToken;
        return head;
      case Deprel::acl_relcl:
        return head;
      default:
        return kNoToken;
    }
    if (!reading_.is_verbal(at) && reading_[at].upos != Upos::ADJ &&
        reading_.layer.child(at, Deprel::nsubj) == kNoToken) {
      return kNoToken;
    }
  }
  return kNoToken;
}

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
    const bool clitic = rel == Deprel::case_ && child > head;
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

// The noun phrase right before the cue, or right after it where speech comes first: who speaks, where the
// tree has lost the subject.
TokenIndex CueReader::subject_beside(TokenIndex verb, const Draft& draft) const {
  const Xpos tag = reading_[verb].xpos;
  if (tag != Xpos::VBD && tag != Xpos::VBZ && tag != Xpos::VBP && tag != Xpos::VBN) return kNoToken;
  const auto& sentence = reading_.layer.sentence(verb);
  const Extent cue{draft.cue.front().first, draft.cue.back().last};
  const auto top_of = [&](TokenIndex token, TokenIndex first, TokenIndex last) {
    for (int step = 0; step < kMostSteps; ++step) {
      const TokenIndex head = reading_[token].head;
      if (head == kNoToken || head < first || head >= last || !reading_.is_nominal(head)) break;
      token = head;
    }
    return token;
  };
  const bool speech_before = cue.first > sentence.first && (reading_.is_quotation_mark(cue.first - 1) ||
                                                            reading_.lower(cue.first - 1) == ",");
  if (speech_before) {
    TokenIndex last = cue.last;
    while (last < sentence.last() && !reading_.is_punctuation(last) && !reading_.is_verbal(last)) ++last;
    for (TokenIndex token = cue.last; token < last; ++token) {
      const Upos pos = reading_[token].upos;
      if (pos == Upos::ADP || pos == Upos::SCONJ) break;
      if (reading_.is_nominal(token)) return top_of(token, cue.last, last);
    }
    if (cue.first < sentence.first + 2 || !reading_.is_quotation_mark(cue.first - 1)) {
      // ", who leads the agency, said": the noun before the clause is found by its tree or not at all.
    }
    return kNoToken;
  }
  if (cue.first == sentence.first) return kNoToken;
  TokenIndex token = cue.first - 1;
  if (!reading_.is_nominal(token)) return kNoToken;
  TokenIndex first = token;
  while (first > sentence.first && (reading_.is_nominal(first - 1) || reading_[first - 1].upos == Upos::ADJ ||
                                    reading_[first - 1].upos == Upos::DET))
    --first;
  if (first > sentence.first && reading_[first - 1].upos == Upos::ADP) return kNoToken;
  return top_of(token, first, cue.first);
}

bool CueReader::inverted(TokenIndex verb, const Draft& draft) const {
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex first = draft.cue.front().first;
  const TokenIndex after = draft.cue.back().last;
  if (first <= sentence.first || after >= sentence.last() || reading_[verb].xpos == Xpos::VBG) return false;
  const Cue* cue = verb_cue(verb);
  if (cue == nullptr || !cue->has(kQuote)) return false;
  if (cue->object != ObjectRole::none && cue->object != ObjectRole::content) return false;
  if (reading_.lower(first - 1) != "," && !reading_.is_quotation_mark(first - 1)) return false;
  TokenIndex last = after;
  bool name = false;
  while (last < sentence.last() && !reading_.is_punctuation(last)) {
    const Upos tag = reading_[last].upos;
    if (tag == Upos::ADP && name) break;
    if (is_time_word(reading_.lower(last)) || reading_[last].xpos == Xpos::NNS) return false;
    if (tag != Upos::PROPN && tag != Upos::NOUN && tag != Upos::ADJ && tag != Upos::DET &&
        !reading_[last].joined)
      return false;
    name = name || tag == Upos::PROPN || tag == Upos::NOUN;
    ++last;
  }
  return name && reading_[after].lemma_size > 0 && reading_.lower(after) != "that";
}

void CueReader::find_source(TokenIndex verb, Draft& draft) {
  draft.passive = is_passive(verb);
  TokenIndex subject = draft.passive ? agent_of(verb) : subject_of(verb);
  if (!draft.passive && !draft.cue.empty()) {
    // "…", said X: what stands before the marks cannot be who speaks.
    const TokenIndex first = draft.cue.front().first;
    const bool after_speech =
        first > 0 && reading_.same_sentence(first - 1, verb) && reading_.is_quotation_mark(first - 1) &&
        reading_.quotation(first - 1) != nullptr && subject != kNoToken && subject < first;
    // "…, says researcher Ada Brennick": a name right after the cue, and no clause of its own after that.
    if (inverted(verb, draft) || after_speech || subject == kNoToken) {
      const TokenIndex beside = subject_beside(verb, draft);
      if (beside != kNoToken) subject = beside;
    }
  }
  set_source(subject, verb, draft);
  if (draft.source.empty() && !draft.passive && source_before(verb, draft)) return;
  complete_source(draft);
  const TokenIndex pronoun = draft.passive ? kNoToken : relative_subject(verb);
  if (pronoun == kNoToken || draft.source.empty() || draft.source_head >= pronoun) return;
  draft.antecedent = draft.source;
  draft.source = {{pronoun, pronoun + 1}};
}

// "the agency, which said": the pronoun between the two, or kNoToken.
TokenIndex CueReader::relative_subject(TokenIndex verb) const {
  TokenIndex at = verb;
  for (int step = 0; step < kMostSteps; ++step) {
    for (const TokenIndex child : reading_.layer.children_of(at)) {
      if (is_subject(reading_[child].rel)) return is_relative(reading_, child) ? child : kNoToken;
    }
    const Deprel rel = reading_[at].rel;
    if ((rel != Deprel::conj && rel != Deprel::xcomp) || reading_[at].head == kNoToken) return kNoToken;
    at = reading_[at].head;
  }
  return kNoToken;
}

// "Nearly eight in ten voters overall said": where the tree shows no subject, the phrase between the start of
// the clause and the cue, if it can be one.
bool CueReader::source_before(TokenIndex verb, Draft& draft) const {
  constexpr TokenIndex kLongest = 14;
  const Xpos form = reading_[verb].xpos;
  if (form != Xpos::VBD && form != Xpos::VBZ && form != Xpos::VBP) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex end = draft.cue.front().first;
  TokenIndex first = end;
  while (first > sentence.first && end - first <= kLongest) {
    const TokenIndex token = first - 1;
    const Upos tag = reading_[token].upos;
    if (reading_.is_punctuation(token) || reading_.is_quotation_mark(token) || tag == Upos::SCONJ ||
        tag == Upos::CCONJ)
      break;
    if (reading_.is_verbal(token) || is_relative(reading_, token) || covers(draft.cue, token)) return false;
    first = token;
  }
  if (first == end || end - first > kLongest) return false;
  const Upos opening = reading_[first].upos;
  const auto& word = reading_.lower(first);
  if (opening == Upos::ADP || opening == Upos::PART || opening == Upos::INTJ) return false;
  if (word == "nobody" || word == "none" || word == "there" || word == "what" || word == "this" ||
      word == "that")
    return false;
  TokenIndex head = kNoToken;
  for (TokenIndex token = first; token < end; ++token) {
    const TokenIndex up = reading_[token].head;
    const bool outside = up == kNoToken || up < first || up >= end;
    if (is_time_word(reading_.lower(token)) && outside) return false;
    if (reading_.is_nominal(token) && (outside || head == kNoToken)) head = token;
  }
  if (head == kNoToken) return false;
  draft.source = {{first, end}};
  draft.source_head = head;
  trim(reading_, draft.source);
  return !draft.source.empty();
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
    // Up to the cue, where only names, an aside between commas or dashes, or a clause on the name stand
    // between.
    TokenIndex end = cue;
    while (end > source.last && (reading_.lower(end - 1) == "," || is_dash(reading_.lower(end - 1)))) --end;
    constexpr TokenIndex kLongestAside = 40;
    if (end > source.last && end - source.last <= kLongestAside) {
      const auto& next = reading_.lower(source.last);
      // An apposition or a relative clause; not ", speaking in Oslo," or ", on his way there,".
      const TokenIndex inner = source.last + 1;
      const bool names_more =
          inner < end && (reading_.is_nominal(inner) || reading_[inner].upos == Upos::DET ||
                          reading_[inner].upos == Upos::ADJ || is_relative(reading_, inner) ||
                          reading_.lower(inner) == "whose" || reading_[inner].xpos == Xpos::PRPS);
      const bool aside = (next == "," || is_dash(next)) && end < cue && names_more;
      const bool clause = (next == "who" || next == "(" || next == "that") && end - source.last > 2;
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
      if (plain && (aside || clause || names)) source.last = end;
    }
  }
  // ..., said Norvane, who leads the agency.
  if (source.first >= draft.cue.back().last) {
    TokenIndex end = source.last;
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
    source.first = token + 1;
    break;
  }
  // "Norvane on Tuesday", "the agency just this month".
  constexpr TokenIndex kLongestTime = 4;
  for (TokenIndex back = 1; back <= kLongestTime && source.last > draft.source_head + back; ++back) {
    const TokenIndex token = source.last - back;
    if (!is_time_word(reading_.lower(token))) continue;
    TokenIndex end = token;
    while (end > draft.source_head + 1 &&
           (reading_[end - 1].upos == Upos::ADP || reading_[end - 1].upos == Upos::DET ||
            reading_[end - 1].upos == Upos::ADV || reading_[end - 1].upos == Upos::ADJ)) {
      --end;
    }
    if (end < token) source.last = end;
    break;
  }
  trim(reading_, draft.source);
}

bool CueReader::is_negated(TokenIndex verb) const {
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const auto& word = reading_.lower(child);
    if (reading_[child].rel == Deprel::advmod &&
        (word == "not" || word == "never" || word == "n't" || word == "n\xE2\x80\x99t")) {
      return true;
    }
  }
  return false;
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

void CueReader::set_content(Runs runs, TokenIndex head, Draft& draft) {
  runs = without(runs, draft.cue);
  trim(reading_, runs);
  draft.content = std::move(runs);
  draft.content_head = head;
}

TokenIndex CueReader::object_of(TokenIndex verb) const {
  const TokenIndex object = reading_.layer.child(verb, Deprel::obj);
  if (object != kNoToken) return object;
  return reading_.layer.child(verb, Deprel::iobj);
}

TokenIndex CueReader::unwrapped(TokenIndex noun) const {
  constexpr std::string_view shells[] = {"fact", "possibility", "idea", "notion", "prospect", "likelihood"};
  if (std::find(std::begin(shells), std::end(shells), reading_.lemma(noun)) == std::end(shells)) return noun;
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    const Deprel rel = reading_[child].rel;
    if (child > noun && (rel == Deprel::acl || rel == Deprel::ccomp || rel == Deprel::acl_relcl) &&
        reading_.marker(child) == "that") {
      return child;
    }
  }
  return noun;
}

}  // namespace hearsay::claims
