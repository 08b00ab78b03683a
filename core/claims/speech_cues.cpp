// Speech and its speaker: quotations beside a cue, clauses that a cue is slipped into, speech after a colon.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

constexpr TokenIndex kLongestTitle = 8;  // marks included: the name of a programme or a paper, no speech

}  // namespace

// "…", said X; X says it is, he added; X said: "…". The tree hangs the verb on what was said, or the other
// way round; where it shows neither, a quotation next to the cue is what was said.
bool CueReader::quote_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kQuote) && !(cue.has(kClause) && cue.strength != Strength::weak)) return false;
  if (reading_[verb].rel == Deprel::parataxis && reading_[verb].head != kNoToken &&
      draft.source_head != kNoToken && (cue.object == ObjectRole::addressee || object_of(verb) == kNoToken) &&
      cue.has(kQuote)) {
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
    if (reading_.quotation(extent.first) == nullptr &&
        (extent.first == 0 || reading_.lower(extent.first - 1) != ":"))
      continue;
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
  const bool looks_back =
      reading_[verb].xpos != Xpos::VBG && reading_[verb].xpos != Xpos::VB && draft.antecedent.empty();
  for (TokenIndex step = 1; looks_back && step <= kReach && group.first >= step; ++step) {
    const TokenIndex at = group.first - step;
    if (at + 1 < sentence.first) break;
    if (at < sentence.first && reading_.layer.sentence(at).block != sentence.block) break;
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

// "The flaw, Veltrix said, is harmless": speaker and cue between commas, the subject of what is said before
// them and its verb after. Read off the surface: trees make one subject of flaw and speaker.
bool CueReader::inserted_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kQuote) || cue.strength == Strength::weak || cue.object == ObjectRole::both ||
      !draft.antecedent.empty())
    return false;
  const auto is_finite = [&](TokenIndex token) {
    const Xpos form = reading_[token].xpos;
    return form == Xpos::VBZ || form == Xpos::VBD || form == Xpos::VBP || form == Xpos::MD;
  };
  if (!is_finite(verb) || reading_.quotation(verb) != nullptr) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  constexpr TokenIndex kLongest = 12;
  const Extent said{draft.cue.front().first, draft.cue.back().last};
  TokenIndex open = said.first;
  while (open > sentence.first && said.first - open < kLongest && reading_.lower(open - 1) != ",") --open;
  TokenIndex close = said.last;
  while (close < sentence.last() && close - said.last < kLongest && reading_.lower(close) != ",") ++close;
  if (open <= sentence.first + 1 || reading_.lower(open - 1) != ",") return false;
  if (close + 1 >= sentence.last() || reading_.lower(close) != ",") return false;
  const bool before = open < said.first;
  Extent speaker = before ? Extent{open, said.first} : Extent{said.last, close};
  TokenIndex head = kNoToken;
  for (TokenIndex token = open; token < close; ++token) {
    if (said.first <= token && token < said.last) continue;
    const auto& word = reading_.lower(token);
    if (reading_.is_verbal(token) || reading_[token].upos == Upos::SCONJ || word == "who" ||
        word == "which" || word == "as" || word == "that" || reading_.quotation(token) != nullptr)
      return false;
    if (speaker.first <= token && token < speaker.last && head == kNoToken && reading_.is_nominal(token))
      head = token;
  }
  if (head == kNoToken || (before && reading_[open].upos == Upos::ADP)) return false;
  for (TokenIndex token = head; token < speaker.last; ++token) {
    if (reading_[token].upos == Upos::ADP && !before) speaker.last = token;  // "said Veltrix on Monday"
  }
  for (int step = 0; step < 4; ++step) {
    const TokenIndex up = reading_[head].head;
    if (up == kNoToken || up < speaker.first || up >= speaker.last || !reading_.is_nominal(up)) break;
    head = up;
  }
  bool subject = false;
  for (TokenIndex token = sentence.first; token + 1 < open; ++token) {
    if (is_finite(token) || reading_.lower(token) == "," || reading_.quotation(token) != nullptr)
      return false;
    subject = subject || reading_.is_nominal(token);
  }
  if (!subject || reading_[sentence.first].upos == Upos::ADP || reading_[sentence.first].upos == Upos::SCONJ)
    return false;
  const TokenIndex next = reading_[close + 1].upos == Upos::ADV ? close + 2 : close + 1;
  if (next >= sentence.last() || !is_finite(next)) return false;
  draft.passive = false;
  draft.source = {speaker};
  draft.source_head = head;
  TokenIndex said_head = next;
  const TokenIndex up = reading_[next].head;
  if (reading_[next].upos == Upos::AUX && up != kNoToken && up > next && up < sentence.last()) said_head = up;
  set_content({{sentence.first, open - 1}, {close + 1, sentence.last()}}, said_head, draft);
  draft.clausal = true;
  draft.why = "a clause that \xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D is slipped into";
  return draft.content.size() == 2;
}

// "As Veltrix said last week, the flaw is old": the clause beside the phrase is what was said.
bool CueReader::as_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kQuote) || cue.strength == Strength::weak || draft.source.empty() || draft.passive)
    return false;
  if (cue.object == ObjectRole::both || reading_[verb].xpos == Xpos::VBG) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex first = std::min(draft.source.front().first, draft.cue.front().first);
  if (first <= sentence.first || reading_.lower(first - 1) != "as" || !draft.antecedent.empty()) return false;
  // "as Veltrix repeatedly said", "as was said by", but no other verb between the two.
  constexpr TokenIndex kGap = 2;
  const TokenIndex source_end = draft.source.back().last;
  if (source_end <= draft.cue.front().first && draft.cue.front().first - source_end > kGap) return false;
  // "as it denied the report, its shares fell": a clause that says when, and holds what was said.
  TokenIndex own_end = draft.cue.back().last;
  while (own_end < sentence.last() && reading_.lower(own_end) != ",") ++own_end;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    const bool phrase = rel == Deprel::obl && cue.takes(reading_.marker(child));
    const bool holds = rel == Deprel::obj || rel == Deprel::ccomp || rel == Deprel::xcomp || phrase;
    if (child > verb && holds && reading_.layer.subtree(child).first < own_end) return false;
  }
  const TokenIndex as = first - 1;
  const bool opens = as == sentence.first;
  const bool joined =
      as == sentence.first + 1 && reading_[as - 1].upos == Upos::CCONJ;  // "But as Veltrix said"
  if (!opens && !joined && !reading_.is_punctuation(as - 1)) return false;
  TokenIndex close = std::max(draft.source.back().last, draft.cue.back().last);
  while (close < sentence.last() && !reading_.is_punctuation(close)) ++close;
  Runs content;
  if (!opens) content.push_back({sentence.first, as});
  if (close + 1 < sentence.last()) content.push_back({close, sentence.last()});
  TokenIndex head = kNoToken;
  for (const Extent run : content) {
    for (TokenIndex token = run.first; token < run.last && head == kNoToken; ++token) {
      if (reading_.is_verbal(token) && !reading_.layer.dominates(verb, token)) head = token;
    }
  }
  if (head == kNoToken) return false;
  set_content(content, head, draft);
  draft.clausal = true;
  draft.why =
      "\xE2\x80\x9C"
      "as\xE2\x80\x9D somebody \xE2\x80\x9C" +
      draft.cue_lemma + "\xE2\x80\x9D, and the clause beside it";
  return !draft.content.empty();
}

// "Asked whether it was so, Veltrix said ...": a question that somebody put; nobody says who.
bool CueReader::asked_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (cue.stance != Stance::question || cue.object != ObjectRole::addressee) return false;
  const Xpos form = reading_[verb].xpos;
  if (form != Xpos::VBD && form != Xpos::VBN) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  if (!opens_with_question(verb)) return false;
  TokenIndex end = verb + 1;
  while (end < sentence.last() && reading_.lower(end) != "," && reading_.quotation(end) == nullptr) ++end;
  if (end == verb + 1 || end >= sentence.last()) return false;
  draft.source.clear();
  draft.antecedent.clear();
  draft.source_head = kNoToken;
  draft.passive = true;
  draft.cue = {{verb, verb + 1}};
  TokenIndex begin = verb + 1;
  if (reading_.lower(begin) == "by") {
    // "Asked by the Herald how far it went": who asks stands between.
    constexpr std::string_view questions[] = {"how",  "whether", "if",    "what",  "why",
                                              "when", "where",   "about", "which", "who"};
    TokenIndex question = begin;
    while (question < end && std::find(std::begin(questions), std::end(questions),
                                       reading_.lower(question)) == std::end(questions))
      ++question;
    if (question == end || question == begin + 1) return false;
    set_source(agent_of(verb), verb, draft);
    draft.source = without(draft.source, {{question, sentence.last()}});
    if (draft.source.empty()) draft.source_head = kNoToken;
    begin = question;
  }
  if (reading_.lower(begin) == "about" || reading_.lower(begin) == "on") {
    draft.cue.front().last = ++begin;
  }
  set_content({{begin, end}}, kNoToken, draft);
  draft.clausal = true;
  draft.why = "a question put to whoever answers it";
  return !draft.content.empty();
}

// "Norvane, asked about it, said": between commas behind a noun.
bool CueReader::asked_aside(TokenIndex verb) const {
  const auto& sentence = reading_.layer.sentence(verb);
  if (reading_.lower(verb) != "asked" || verb < sentence.first + 2 || reading_.lower(verb - 1) != "," ||
      !reading_.is_nominal(verb - 2))
    return false;
  for (TokenIndex token = verb + 1; token + 1 < sentence.last(); ++token) {
    if (reading_.lower(token) == "," && is_finite(reading_, token + 1)) return true;
  }
  return false;
}

// "Asked about it, ...", "When asked about it, ...": the verb opens its clause, and nobody asks.
bool CueReader::opens_with_question(TokenIndex verb) const {
  const auto& sentence = reading_.layer.sentence(verb);
  const Cue* cue = lexicon_.cue(CuePos::verb, lexicon_.verb_base(reading_.lower(verb)));
  if (cue == nullptr || cue->stance != Stance::question || cue->object != ObjectRole::addressee) return false;
  if (verb == sentence.first) return true;
  const auto& before = reading_.lower(verb - 1);
  return before == "when" || before == "if" || asked_aside(verb);
}

// Speech first, then who said it: "…," X said; "…," said X; It is safe, X told reporters. Read off the
// surface, for such sentences are the ones that trees get wrong.
bool CueReader::speech_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kQuote) || cue.strength == Strength::weak || draft.source.empty() || draft.passive)
    return false;
  if (reading_[verb].xpos == Xpos::VBG || reading_[verb].xpos == Xpos::VB || !draft.antecedent.empty())
    return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex first = std::min(draft.cue.front().first, draft.source.front().first);
  if (first < sentence.first + 2 || reading_.quotation(verb) != nullptr) return false;
  const TokenIndex mark = first - 1;
  const Quotation* before = reading_.is_quotation_mark(mark) ? reading_.quotation(mark) : nullptr;
  if (before != nullptr && before->tokens.last != first) before = nullptr;
  const bool comma = reading_.lower(mark) == ",";
  if (before == nullptr && !comma) return false;
  // "In an interview with “Morning Call,” Norvane said it was so": a title, and no speech.
  if (before != nullptr && before->tokens.first > sentence.first &&
      before->tokens.last - before->tokens.first <= kLongestTitle) {
    bool finite = false;
    for (TokenIndex token = sentence.first; token < first; ++token)
      finite = finite || is_finite(reading_, token);
    if (!finite) return false;
  }
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
      const bool subject = rel == Deprel::nsubj || rel == Deprel::nsubj_pass || rel == Deprel::expl;
      clause = clause || (subject && reading_[token].head < mark);
      // The tree took the verb of the speech for a participle and hung its subject on the cue.
      clause = clause || (reading_.is_verbal(token) && draft.source_head > verb && draft.source_head < last &&
                          reading_[draft.source_head].rel == Deprel::nsubj &&
                          reading_.layer.child(verb, Deprel::nsubj) < token);
    }
    // "Asked whether it was so, X said": the question is not the answer.
    const TokenIndex opening = sentence.first + (reading_.lower(sentence.first) == "when" ? 1 : 0);
    if (!clause || opens_with_question(opening)) return false;
    for (TokenIndex token = last; token < sentence.last(); ++token) {
      const Quotation* const title =
          reading_.quotation(token);  // "on the programme \xE2\x80\x9CMorning Call\xE2\x80\x9D"
      if (reading_.is_verbal(token) || reading_[token].rel == Deprel::nsubj ||
          (title != nullptr && title->tokens.last - title->tokens.first > kLongestTitle))
        return false;
    }
  }
  content.push_back({begin, first});
  constexpr TokenIndex kAdverbials = 15;  // "…," X said at a meeting on Tuesday, "…"
  // "It is so." Three people say that it is: the clause after the cue is what they say.
  const bool begins = before != nullptr && before->tokens.first < sentence.first;
  if (begins && last < sentence.last() && reading_.lower(last) == "that") return false;
  for (TokenIndex token = last; before != nullptr && token < sentence.last() && token < last + kAdverbials;
       ++token) {
    const Quotation* after = reading_.quotation(token);
    if (after != nullptr) {
      // "…," X said, but still "…": the words that join the two are speech as well.
      TokenIndex joint = token;
      while (joint > last &&
             (reading_[joint - 1].upos == Upos::CCONJ || reading_[joint - 1].upos == Upos::ADV))
        --joint;
      if (reading_.is_punctuation(joint - 1)) content.push_back({joint, after->tokens.last});
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

// "The agency said: ...", "recommends the following:" with a list below. Each item of a list is a claim.
bool CueReader::read_colon_speech(TokenIndex verb, const Cue& cue, const Draft& draft,
                                  std::vector<Draft>& out) {
  if (!cue.has(kClause) && !cue.has(kQuote)) return false;
  constexpr TokenIndex kReach = 12;
  constexpr std::size_t kMostItems = 40;
  const auto& layer = reading_.layer;
  const auto& sentence = layer.sentence(verb);
  TokenIndex colon = kNoToken;
  const TokenIndex begin =
      std::max(draft.cue.back().last, draft.source.empty() ? 0 : draft.source.back().last);
  for (TokenIndex token = begin; token < sentence.last() && token < begin + kReach; ++token) {
    const Xpos tag = reading_[token].xpos;
    if (tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD ||
        reading_.quotation(token) != nullptr)
      return false;
    if (reading_.lower(token) != ":") continue;
    colon = token;
    break;
  }
  if (colon == kNoToken) return false;
  // "Notified: 2024-08-26", "REQUIRED: ...": a label, and nobody speaks.
  if (verb == sentence.first && colon == verb + 1 && draft.source_head == kNoToken) return false;
  const auto add = [&](Extent extent) {
    Draft item = draft;
    set_content({extent}, kNoToken, item);
    item.clausal = true;
    item.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D, a colon, and what follows";
    for (TokenIndex token = extent.first; token < extent.last; ++token) {
      const bool inside = extent.first <= reading_[token].head && reading_[token].head < extent.last;
      if (reading_.is_verbal(token) && !inside) item.content_head = token;
    }
    return keep(std::move(item), out);
  };
  const auto block_end = [&](TokenIndex token) {
    const auto block = layer.sentence(token).block;
    constexpr std::uint32_t kMostSentences = 30;  // bounds the work on a block of thousands of colons
    auto at = layer.sentence_of[token];
    const auto limit = at + kMostSentences;
    while (at + 1 < layer.sentences.size() && at < limit && layer.sentences[at + 1].block == block) ++at;
    return layer.sentences[at].last();
  };
  const TokenIndex next = colon + 1;
  if (next >= reading_.size()) return false;
  if (layer.sentence(next).block == sentence.block) {
    const Quotation* quotation = reading_.quotation(next);
    if (quotation != nullptr) return add(quotation->tokens);
    return add({next, next < sentence.last() ? sentence.last() : block_end(next)});
  }
  bool any = false;
  TokenIndex at = next;
  for (std::size_t item = 0; item < kMostItems && at < reading_.size(); ++item) {
    const Block& block = reading_.block_of(at);
    if (layer.sentence(at).block != sentence.block + 1 + item) break;
    const TokenIndex end = block_end(at);
    if (block.kind == BlockKind::list_item) {
      any = add({at, end}) || any;
    } else {
      const Quotation* quotation = reading_.quotation(at);
      const bool speech =
          block.kind == BlockKind::quote || (quotation != nullptr && quotation->tokens.first == at);
      // "In a post, the firm wrote:" and a paragraph of its own below.
      const bool below = block.kind == BlockKind::paragraph && cue.strength == Strength::say &&
                         cue.has(kQuote) && draft.source_head != kNoToken && colon + 1 == sentence.last();
      if (item == 0 && (speech || below)) {
        any = add(speech && quotation != nullptr ? quotation->tokens : Extent{at, end});
      }
      break;
    }
    at = end;
  }
  return any;
}

}  // namespace hearsay::claims
