// Attributions whose cue is a verb: "said that", "accused it of", "denied involvement", "urged users to".
#include <algorithm>

#include "core/claims/draft.hpp"

namespace hearsay::claims {
namespace {

bool is_infinitive(const Reading& reading, TokenIndex token) {
  for (const TokenIndex child : reading.layer.children_of(token)) {
    if (child > token) break;
    if (reading[child].rel == Deprel::mark && reading.lower(child) == "to") return true;
  }
  return false;
}

// Prepositions that stay with the content ("against using it"); others belong to the cue ("called for").
bool stays_with_content(std::string_view preposition) {
  return preposition == "of" || preposition == "against" || preposition == "from" || preposition == "as";
}

bool follows_noun(std::string_view preposition) {
  constexpr std::string_view words[] = {"of", "on", "in", "with", "to", "for", "from", "between", "about", "against", "over", "toward", "towards", "by", "like"};
  return std::find(std::begin(words), std::end(words), preposition) != std::end(words);
}

// Words after a comma that go on with the clause before it.
bool goes_on(std::string_view word) {
  constexpr std::string_view words[] = {"which", "who", "whose", "where", "because", "including", "such", "unless", "if"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Words of phrases that say when, where or how something was said, not what.
bool is_adverbial_word(const Reading& reading, TokenIndex token) {
  constexpr std::string_view words[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week",
                                        "month", "year", "day", "morning", "evening", "night", "statement", "interview",
                                        "letter", "speech", "conference", "tweet", "post", "report", "briefing", "january", "february",
                                        "march", "april", "june", "july", "august", "september", "october", "november", "december",
                                        "remark", "testimony", "email", "advisory", "blog", "twitter", "facebook", "message", "debate"};
  return reading[token].upos == Upos::NUM || std::find(std::begin(words), std::end(words), reading.lower(token)) != std::end(words);
}

Runs joined(Runs a, const Runs& b) {
  a.insert(a.end(), b.begin(), b.end());
  tidy(a);
  return a;
}

}  // namespace

const Cue* CueReader::verb_cue(TokenIndex verb) const {
  auto base = lexicon_.verb_base(reading_.lower(verb));
  if (base.empty()) base = reading_.lemma(verb);
  // A particle or the like may make another verb of it: "point out", "call on", "make clear".
  constexpr TokenIndex kReach = 3;
  const auto& sentence = reading_.layer.sentence(verb);
  for (TokenIndex next = verb + 1; next < sentence.last() && next <= verb + kReach; ++next) {
    const Deprel rel = reading_[next].rel;
    const bool own = reading_[next].head == verb && (rel == Deprel::compound_prt || rel == Deprel::advmod ||
                                                     rel == Deprel::xcomp || rel == Deprel::obj);
    if (!own && next != verb + 1) continue;
    if (const Cue* cue = lexicon_.cue(CuePos::verb, std::string(base) + " " + reading_.lower(next)))
      return cue;
  }
  return lexicon_.cue(CuePos::verb, base);
}

bool CueReader::clause_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kClause)) return false;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    const auto marker = reading_.marker(child);
    const bool that_clause = (rel == Deprel::advcl || rel == Deprel::acl || rel == Deprel::xcomp) &&
                             child > verb && marker == "that";
    const bool passive_clause = (rel == Deprel::csubj || rel == Deprel::csubj_pass) && child > verb;
    if (rel != Deprel::ccomp && !that_clause && !passive_clause) continue;
    if (rel == Deprel::ccomp && is_infinitive(reading_, child) && marker == "to") continue;
    if (cue.object == ObjectRole::addressee) draft.addressee = object_of(verb);
    if (draft.addressee == child) draft.addressee = kNoToken;
    Runs removed{draft.cue};
    for (const Extent run : draft.source) removed.push_back(run);
    set_content(without(reading_.runs(child), removed), child, draft);
    draft.clausal = true;
    complete_clause(cue, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a clause";
    return !draft.content.empty();
  }
  return false;
}

bool CueReader::object_infinitive_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kObjectInfinitive)) return false;
  const auto blank = cue.lemma.find(' ');
  TokenIndex object = draft.passive ? sufferer_of(verb) : object_of(verb);
  if (blank != std::string_view::npos && object == kNoToken) {
    // "called on members to act": the members stand in a phrase, and often the tree hangs the act on them.
    for (const TokenIndex child : reading_.layer.children_of(verb)) {
      if (child < verb || reading_.marker(child) != cue.lemma.substr(blank + 1)) continue;
      object = child;
      for (const TokenIndex below : reading_.layer.children_of(child)) {
        if (below < child || !is_infinitive(reading_, below)) continue;
        draft.addressee = child;
        set_content(reading_.runs(below), below, draft);
        draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D somebody to do something";
        return !draft.content.empty();
      }
    }
  }
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    if (child < verb || !is_infinitive(reading_, child)) continue;
    if (rel != Deprel::xcomp && rel != Deprel::ccomp && rel != Deprel::advcl) continue;
    if (rel == Deprel::advcl && object == kNoToken) continue;
    const bool own_subject = reading_.layer.child(child, Deprel::nsubj) != kNoToken;
    if (object == kNoToken && !own_subject && !cue.has(kInfinitive) && !draft.passive) continue;
    if (object == kNoToken && !own_subject && cue.has(kInfinitive)) return false;  // plain infinitive
    Runs content = reading_.runs(child);
    if (cue.object == ObjectRole::both && object != kNoToken) {
      content = joined(content, reading_.runs(object, {verb, child}));
      if (!draft.passive && object > verb) content = {{content.front().first, content.back().last}};
      if (reading_.lower(object) != "it") draft.target = object;
    } else if (object != kNoToken) {
      draft.addressee = object;
    }
    set_content(content, child, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D somebody to do something";
    return !draft.content.empty();
  }
  return false;
}

bool CueReader::infinitive_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kInfinitive) && !cue.has(kGerund)) return false;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (child < verb) continue;
    const Deprel rel = reading_[child].rel;
    const bool infinitive = cue.has(kInfinitive) && (rel == Deprel::xcomp || rel == Deprel::ccomp) &&
                            is_infinitive(reading_, child);
    const bool gerund = cue.has(kGerund) && (rel == Deprel::xcomp || rel == Deprel::ccomp) &&
                        reading_[child].xpos == Xpos::VBG;
    if (!infinitive && !gerund) continue;
    set_content(reading_.runs(child), child, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma +
                (infinitive ? "\xE2\x80\x9D with an infinitive" : "\xE2\x80\x9D with a gerund");
    return !draft.content.empty();
  }
  return false;
}

bool CueReader::preposition_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (cue.prepositions.empty()) return false;
  const TokenIndex object = draft.passive ? sufferer_of(verb) : object_of(verb);
  // Trees often hang the phrase on the object: "accused the firm [of hiding it]".
  std::vector<TokenIndex> candidates;
  for (const TokenIndex child : reading_.layer.children_of(verb)) candidates.push_back(child);
  TokenIndex on_object = kNoToken;
  if (object != kNoToken && cue.object != ObjectRole::content) {
    for (const TokenIndex child : reading_.layer.children_of(object)) {
      const Deprel rel = reading_[child].rel;
      const bool clause = rel == Deprel::acl || rel == Deprel::advcl;
      if (child < object || (!clause && (rel != Deprel::nmod || cue.object == ObjectRole::both))) continue;
      const auto marker = reading_.marker(child);
      // "the head of the agency": of a phrase with "of" only a clause is surely the accusation.
      if (!cue.takes(marker) || (!clause && marker == "of" && cue.stance != Stance::accuse)) continue;
      candidates.push_back(child);
      on_object = child;
    }
  }
  for (const TokenIndex child : candidates) {
    if (child < verb) continue;
    const Deprel rel = reading_[child].rel;
    if (child != on_object && rel != Deprel::obl && rel != Deprel::advcl && rel != Deprel::nmod && rel != Deprel::ccomp &&
        rel != Deprel::xcomp) {
      continue;
    }
    const TokenIndex marker = reading_.marker_token(child);
    if (marker == kNoToken || !cue.takes(reading_.lower(marker))) continue;
    const std::string& preposition = reading_.lower(marker);
    if ((preposition == "on" || preposition == "in") && reading_[child].rel == Deprel::obl &&
        cue.object != ObjectRole::both && reading_[child].upos == Upos::PROPN) {
      continue;  // "commented on Tuesday", "spoke in Geneva"
    }
    const TokenIndex clause = unwrapped(child);
    Runs content = reading_.runs(clause);
    if (!stays_with_content(preposition) && cue.object != ObjectRole::both && clause == child) {
      content = without(content, {{marker, marker + 1}});
      if (marker - draft.cue.back().last <= 1) draft.cue = joined(draft.cue, {{marker, marker + 1}});
    }
    if (object != kNoToken) {
      switch (cue.object) {
        case ObjectRole::both:
          content = joined(content, reading_.runs(object));
          draft.target = object;
          break;
        case ObjectRole::target:
          draft.target = object;
          if (draft.passive) content = joined(content, reading_.runs(object, {verb}));
          break;
        case ObjectRole::addressee:
          draft.addressee = object;
          break;
        case ObjectRole::content:
        case ObjectRole::none:
          break;
      }
    }
    set_content(content, clause, draft);
    if (reading_.is_nominal(clause)) complete_phrase(draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + " \xE2\x80\xA6 " + preposition + "\xE2\x80\x9D";
    return !draft.content.empty();
  }
  return false;
}

// "…", said X; X says it is, he added; X said: "…". The tree hangs the verb on what was said, or the other
// way round; where it shows neither, a quotation next to the cue is what was said.
bool CueReader::quote_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kQuote) && !(cue.has(kClause) && cue.strength != Strength::weak)) return false;
  if (reading_[verb].rel == Deprel::parataxis && reading_[verb].head != kNoToken && draft.source_head != kNoToken &&
      (cue.object == ObjectRole::addressee || object_of(verb) == kNoToken) && cue.has(kQuote)) {
    TokenIndex main = reading_[verb].head;
    for (int step = 0; step < 8; ++step) {
      const Token& token = reading_[main];
      const bool part = token.rel == Deprel::conj || token.rel == Deprel::advcl ||
                        token.rel == Deprel::ccomp || token.rel == Deprel::parataxis ||
                        token.rel == Deprel::acl_relcl || token.rel == Deprel::xcomp;
      if (!part || token.head == kNoToken ||
          lexicon_.cue(CuePos::verb, reading_.lemma(token.head)) != nullptr)
        break;
      main = token.head;
    }
    Runs content = reading_.runs(main, {verb});
    set_content(without(content, {reading_.layer.subtree(verb)}), main, draft);
    draft.clausal = true;
    draft.why = "a clause that \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D is slipped into";
    if (!draft.content.empty()) return true;
  }
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (reading_[child].rel != Deprel::parataxis && reading_[child].rel != Deprel::dep) continue;
    if (child < verb) continue;
    const Extent extent = reading_.layer.subtree(child);
    if (reading_.quotation(extent.first) == nullptr && reading_.lower(extent.first - 1) != ":") continue;
    set_content(reading_.runs(child), child, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a quotation";
    if (!draft.content.empty()) return true;
  }
  return false;
}

// A quotation that stands right beside the cue and its source, where the tree shows no clause.
bool CueReader::beside_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kQuote) || draft.source_head == kNoToken) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  // The nearest quotation on either side, with nothing but the source, adverbials and commas between.
  constexpr TokenIndex kReach = 6;
  if (reading_.quotation(verb) != nullptr) return false;
  Extent group =
      draft.cue.empty() ? Extent{verb, verb + 1} : Extent{draft.cue.front().first, draft.cue.back().last};
  for (const Extent run : draft.source) {
    group.first = std::min(group.first, run.first);
    group.last = std::max(group.last, run.last);
  }
  const Quotation* before = nullptr;
  const Quotation* after = nullptr;
  const bool looks_back = reading_[verb].xpos != Xpos::VBG && reading_[verb].xpos != Xpos::VB;
  for (TokenIndex step = 1; looks_back && step <= kReach && group.first >= step; ++step) {
    const TokenIndex at = group.first - step;
    if (at + 1 < sentence.first) break;
    before = reading_.quotation(at);
    if (before != nullptr) break;
    if (!reading_.is_punctuation(at)) break;
  }
  for (TokenIndex at = group.last; at < sentence.last() && at < group.last + kReach; ++at) {
    after = reading_.quotation(at);
    if (after != nullptr) {
      if (at > group.last && !reading_.is_punctuation(at - 1)) after = nullptr;
      break;
    }
    if (reading_.is_verbal(at) && reading_[at].rel != Deprel::acl) break;
  }
  constexpr std::uint32_t kFewestWords = 3;
  const auto long_enough = [](const Quotation* quotation) {
    return quotation != nullptr && quotation->tokens.last - quotation->tokens.first >= kFewestWords;
  };
  Runs content;
  if (long_enough(before)) content.push_back(before->tokens);
  if (long_enough(after) && (content.empty() || after->tokens.last <= sentence.last()))
    content.push_back(after->tokens);
  if (content.empty()) return false;
  draft.quoted = true;
  draft.clausal = true;
  set_content(content, kNoToken, draft);
  draft.why = "a quotation beside \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D";
  return !draft.content.empty();
}

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
  bool condition = begin + 1 < sentence.last() && (reading_.lower(begin) == "if" || (reading_.lower(begin) == "that" && reading_.lower(begin + 1) == "if"));
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

// Speech first, then who said it: "…," X said; "…," said X; It is safe, X told reporters. Read off the
// surface, for such sentences are the ones that trees get wrong.
bool CueReader::speech_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kQuote) || cue.strength == Strength::weak || draft.source.empty() || draft.passive) return false;
  if (reading_[verb].xpos == Xpos::VBG || reading_[verb].xpos == Xpos::VB) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex first = std::min(draft.cue.front().first, draft.source.front().first);
  if (first < sentence.first + 2 || reading_.quotation(verb) != nullptr) return false;
  const TokenIndex mark = first - 1;
  const Quotation* before = reading_.is_quotation_mark(mark) ? reading_.quotation(mark) : nullptr;
  if (before != nullptr && before->tokens.last != first) before = nullptr;
  const bool comma = reading_.lower(mark) == ",";
  if (before == nullptr && !comma) return false;
  // Speech on both sides: "…," X said, "…".
  const TokenIndex last = std::max(draft.cue.back().last, draft.source.back().last);
  Runs content;
  const TokenIndex begin =
      before != nullptr ? std::min(before->tokens.first, sentence.first) : sentence.first;
  if (before == nullptr) {
    // Without marks only where the cue ends the sentence: no clause, "that" or quotation follows it.
    bool clause = false;
    for (TokenIndex token = sentence.first; token < mark; ++token) {
      const Deprel rel = reading_[token].rel;
      clause = clause || ((rel == Deprel::nsubj || rel == Deprel::nsubj_pass || rel == Deprel::expl) &&
                          reading_[token].head < mark);
    }
    if (!clause) return false;
    for (TokenIndex token = last; token < sentence.last(); ++token) {
      if (reading_.is_verbal(token) || reading_[token].rel == Deprel::nsubj ||
          reading_.quotation(token) != nullptr)
        return false;
    }
    const Deprel opening = reading_[sentence.first].rel;
    if (opening == Deprel::mark || reading_[sentence.first].upos == Upos::SCONJ) {
      // "If it is safe, X said" may be a condition on what follows; here nothing follows.
    }
  }
  content.push_back({begin, first});
  constexpr TokenIndex kAdverbials = 15;  // "…," X said at a meeting on Tuesday, "…"
  for (TokenIndex token = last; before != nullptr && token < sentence.last() && token < last + kAdverbials; ++token) {
    const Quotation* after = reading_.quotation(token);
    if (after != nullptr) {
      if (reading_.is_punctuation(token - 1)) content.push_back(after->tokens);
      break;
    }
    if (reading_.is_verbal(token)) break;
  }
  set_content(content, kNoToken, draft);
  // The head of the speech, where the tree shows one: what its polarity and its subject hang on.
  for (TokenIndex token = std::max(begin, sentence.first); token < first; ++token) {
    const TokenIndex head = reading_[token].head;
    if (reading_.is_verbal(token) && (head == kNoToken || head >= first) && !reading_.is_punctuation(token))
      draft.content_head = token;
  }
  draft.clausal = true;
  draft.why = "speech, then who said it: \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D";
  return !draft.content.empty();
}

// Phrases after a noun that the tree hangs on the cue ("blamed it [on the firm]") are most often about the noun.
void CueReader::complete_phrase(Draft& draft) const {
  if (draft.content.empty() || draft.content.back().first < draft.cue.back().last) return;
  const auto& sentence = reading_.layer.sentence(draft.cue_head);
  TokenIndex end = draft.content.back().last;
  while (end < sentence.last()) {
    const Upos tag = reading_[end].upos;
    const auto& word = reading_.lower(end);
    TokenIndex last = end + 1;
    // "a plan [to replace it]", "doubts [about using it]".
    if (last < sentence.last() && ((word == "to" && reading_[last].xpos == Xpos::VB) || (tag == Upos::SCONJ && reading_[last].xpos == Xpos::VBG))) {
      const TokenIndex stop = reading_.layer.subtree(last).last;
      if (covers(draft.source, end) || covers(draft.cue, end)) break;
      end = std::max(last + 1, stop);
      continue;
    }
    if (tag != Upos::ADP || !follows_noun(word)) break;
    bool own = false;  // an adverbial of the cue: when and where it was said
    while (last < sentence.last() && !reading_.is_punctuation(last) && !reading_.is_verbal(last) && (reading_[last].upos != Upos::ADP || last == end)) {
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
  const auto& source = reading_.lower(draft.source_head);
  if (source == "we" && draft.strength == Strength::think) {
    // "we know", "we feel": the writer's way of speaking; an assessment is a claim.
    constexpr std::string_view judging[] = {"assess", "judge", "believe", "estimate", "conclude", "determine", "expect"};
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

bool CueReader::complement_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kComplement)) return false;
  const TokenIndex object = draft.passive ? sufferer_of(verb) : object_of(verb);
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (child < verb) continue;
    const Deprel rel = reading_[child].rel;
    const bool complement = (rel == Deprel::xcomp || rel == Deprel::obj) && child != object &&
                            object != kNoToken && object != child;
    const bool small_clause = rel == Deprel::ccomp;
    if (!complement && !small_clause) continue;
    Runs content = reading_.runs(child);
    if (object != kNoToken) content = joined(content, reading_.runs(object));
    if (!draft.passive && content.size() > 1 && object != kNoToken && object > verb) {
      content = {{content.front().first, content.back().last}};
    }
    if (object == kNoToken || reading_.lower(object) != "it") draft.target = object;
    set_content(content, child, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a judgement of it";
    return !draft.content.empty();
  }
  return false;
}

bool CueReader::object_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kObject)) return false;
  const TokenIndex object = draft.passive ? sufferer_of(verb)
                                          : reading_.layer.child(verb, Deprel::obj);
  if (object == kNoToken) return false;
  if (reading_[object].rel == Deprel::obj && object < verb) return false;  // "what it said"
  if (!draft.passive && draft.source_head == kNoToken) return false;
  TokenIndex content = unwrapped(object);
  // "contest claims of involvement": what is contested is the involvement.
  if (cue.stance == Stance::deny && lexicon_.cue(CuePos::noun, reading_.lemma(object)) != nullptr) {
    used_nouns_.push_back(object);
    const Cue* noun = lexicon_.cue(CuePos::noun, reading_.lemma(object));
    for (const TokenIndex child : reading_.layer.children_of(object)) {
      if (child < object) continue;
      const Deprel rel = reading_[child].rel;
      if (rel != Deprel::nmod && rel != Deprel::acl && rel != Deprel::ccomp) continue;
      const auto marker = reading_.marker(child);
      if (!noun->takes(marker) && marker != "that") continue;
      Runs runs = reading_.runs(child);
      if (marker == "of")
        runs = without(runs, {{reading_.marker_token(child), reading_.marker_token(child) + 1}});
      set_content(runs, child, draft);
      complete_phrase(draft);
      draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with what was claimed";
      return !draft.content.empty();
    }
  }
  if (reading_[object].upos == Upos::PRON && content == object) return false;
  if (cue.object == ObjectRole::both) draft.target = object;
  set_content(reading_.runs(content), content, draft);
  complete_phrase(draft);
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with its object";
  return !draft.content.empty();
}

bool CueReader::read_verb(TokenIndex verb, std::vector<Draft>& out) {
  const Cue* cue = verb_cue(verb);
  if (cue == nullptr) return false;
  const Deprel rel = reading_[verb].rel;
  if (rel == Deprel::aux || rel == Deprel::aux_pass || rel == Deprel::cop || rel == Deprel::amod ||
      rel == Deprel::case_ || rel == Deprel::mark || rel == Deprel::compound || rel == Deprel::fixed) {
    return false;
  }
  Draft draft;
  draft.cue_head = verb;
  draft.cue = cue_runs(verb);
  draft.cue_lemma = std::string(cue->lemma);
  draft.stance = cue->stance;
  draft.strength = cue->strength;
  draft.negates = cue->negates;
  draft.cue_negated = is_negated(verb);
  find_source(verb, draft);
  // A cue noun as object speaks for itself ("expressed its belief that …") and is read as a noun.
  const TokenIndex object = reading_.layer.child(verb, Deprel::obj);
  const bool lends = object != kNoToken && lexicon_.cue(CuePos::support, cue->lemma) != nullptr &&
                     lexicon_.cue(CuePos::noun, reading_.lemma(object)) != nullptr;
  const bool found = speech_frame(verb, *cue, draft) || object_infinitive_frame(verb, *cue, draft) ||
                     clause_frame(verb, *cue, draft) || quote_frame(verb, *cue, draft) ||
                     infinitive_frame(verb, *cue, draft) || (!lends && complement_frame(verb, *cue, draft)) ||
                     (!lends && preposition_frame(verb, *cue, draft)) ||
                     (!lends && object_frame(verb, *cue, draft)) || beside_frame(verb, *cue, draft) ||
                     surface_frame(verb, *cue, draft);
  if (!found || !stands(draft)) return false;
  out.push_back(std::move(draft));
  return true;
}

}  // namespace hearsay::claims
