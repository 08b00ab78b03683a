#include "core/claims/quoted.hpp"

#include <algorithm>

namespace hearsay::claims {
namespace {

constexpr TokenIndex kFewestWords = 4;  // fewer in quotation marks are a term, not speech

// Blocks that interrupt no speech: the next paragraph goes on with the one before.
bool is_prose(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::quote || kind == BlockKind::list_item;
}

// A splitter may leave the opening mark at the end of the sentence before.
bool opens_sentence(const Reading& reading, TokenIndex token) {
  const auto& sentence = reading.layer.sentence(token);
  return token == sentence.first || token + 1 == sentence.last();
}

void grow(const Reading& reading, Draft& draft) {
  Runs content = draft.content;
  for (const Extent run : draft.content) {
    for (const TokenIndex end : {run.first, run.last - 1}) {
      const Quotation* quotation = reading.quotation(end);
      if (quotation == nullptr || quotation == reading.quotation(draft.cue_head)) continue;
      if (quotation->tokens.last - quotation->tokens.first < kFewestWords) continue;
      content.push_back(quotation->tokens);
      draft.quoted = true;
    }
  }
  tidy(content);
  // What the text says in its own voice has its cue within it ("Agencies must update").
  if (!draft.by_issuer) content = without(without(content, draft.cue), draft.source);
  trim(reading, content);
  if (!content.empty()) draft.content = std::move(content);
}

// "Norvane said it was looking into it. "We take this seriously."": the draft of the sentence right before a
// quotation that nobody has, where one party alone speaks there; or null. `end`: drafts before the quotation.
Draft* speaker_before(const Reading& reading, std::vector<Draft>& drafts, std::size_t end,
                      TokenIndex opening) {
  const auto at = reading.layer.sentence_of[opening];
  if (at == 0) return nullptr;
  const auto& before = reading.layer.sentences[at - 1];
  if (before.block != reading.layer.sentences[at].block) return nullptr;
  Draft* found = nullptr;
  for (std::size_t k = end; k > 0 && drafts[k - 1].cue_head >= before.first; --k) {
    Draft& draft = drafts[k - 1];
    if (draft.cue_head >= before.last() || draft.stance == Stance::act) continue;
    if (found != nullptr && covers(found->content, draft.cue_head)) continue;
    if (found != nullptr && !covers(draft.content, found->cue_head) &&
        draft.source_head != found->source_head)
      return nullptr;
    found = &draft;
  }
  const bool speaks = found != nullptr && found->source_head != kNoToken &&
                      found->strength == Strength::say && !found->by_issuer && found->antecedent.empty();
  return speaks ? found : nullptr;
}

}  // namespace

void complete_quotations(const Reading& reading, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (draft.stance != Stance::act && !draft.by_issuer) grow(reading, draft);
  }

  const auto& quotations = reading.quotations();
  std::vector<const Draft*> speaker(quotations.size(), nullptr);
  for (const Draft& draft : drafts) {
    for (const Extent run : draft.content) {
      for (const TokenIndex token : {run.first, run.last - 1}) {
        const Quotation* quotation = reading.quotation(token);
        if (quotation == nullptr || quotation == reading.quotation(draft.cue_head)) continue;
        speaker[static_cast<std::size_t>(quotation - quotations.data())] = &draft;
      }
    }
  }
  std::size_t next = 0;  // drafts before it have their cue before the quotation at hand
  const Draft* last_quoted = nullptr;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Extent tokens = quotations[i].tokens;
    if (speaker[i] != nullptr) {
      last_quoted = speaker[i];
      continue;
    }
    while (next < drafts.size() && drafts[next].cue_head < tokens.first) ++next;
    const auto& sentence = reading.layer.sentence(tokens.first);
    if (tokens.last - tokens.first < kFewestWords || !opens_sentence(reading, tokens.first)) continue;
    // A cue in the same sentence, outside the marks, would have taken it if it were its own.
    bool free = true;
    for (std::size_t k = next; k < drafts.size() && drafts[k].cue_head < sentence.last(); ++k) {
      free = free && drafts[k].cue_head < tokens.last;
    }
    if (!free) continue;
    if (Draft* const before = speaker_before(reading, drafts, next, tokens.first)) {
      Runs more{tokens};
      trim(reading, more);
      before->content.insert(before->content.end(), more.begin(), more.end());
      last_quoted = before;
      continue;
    }
    // Nor may anybody else have spoken since.
    constexpr std::size_t kMostSince = 64;  // bounds the work; so many cues later nobody goes on
    for (std::size_t k = next; free && last_quoted != nullptr && k > 0 && &drafts[k - 1] > last_quoted; --k) {
      if (next - k > kMostSince) free = false;
      const Draft& since = drafts[k - 1];
      if (since.source_head == kNoToken || last_quoted->source_head == kNoToken) continue;
      if (covers(last_quoted->content, since.cue_head)) continue;
      // "…," X told Y, after Y had said that ...: in one sentence the speech is its main clause's.
      if (reading.same_sentence(since.cue_head, last_quoted->cue_head)) continue;
      const bool pronoun = reading[since.source_head].upos == Upos::PRON;
      free = free && (pronoun || reading.lower(since.source_head) == reading.lower(last_quoted->source_head));
    }
    if (!free || last_quoted == nullptr || last_quoted->source_head == kNoToken) continue;
    const Extent before = last_quoted->content.empty() ? Extent{0, 0} : last_quoted->content.back();
    const auto block = reading.layer.sentence(tokens.first).block;
    const auto block_before = reading.layer.sentence(last_quoted->cue_head).block;
    const bool same_block = block == block_before;
    const bool next_block = block == block_before + 1 && is_prose(reading.document.blocks()[block].kind) &&
                            is_prose(reading.document.blocks()[block_before].kind);
    if (!same_block && !next_block) continue;
    if (before.last > tokens.first) continue;
    // Nothing but that speaker's words and cue may stand between.
    const TokenIndex from = std::max(before.last, last_quoted->cue.back().last);
    constexpr TokenIndex kNear = 25;
    const TokenIndex sentence_end = reading.layer.sentence(last_quoted->cue_head).last();
    if (tokens.first > from + kNear && tokens.first > sentence_end + 1) continue;
    Draft& draft = drafts[static_cast<std::size_t>(last_quoted - drafts.data())];
    Runs more{tokens};
    trim(reading, more);
    draft.content.insert(draft.content.end(), more.begin(), more.end());
  }
}

namespace {

// The root of the sentence, where the whole of it lies within the run.
TokenIndex root_within(const Reading& reading, const language::Sentence& sentence, Extent run) {
  constexpr std::uint32_t kFewest = 4;
  if (sentence.first < run.first || sentence.count < kFewest) return kNoToken;
  for (TokenIndex token = sentence.first; token < sentence.last() && token < run.last; ++token) {
    if (reading[token].head == kNoToken) return token;
  }
  return kNoToken;
}

bool is_negator(std::string_view word) {
  return word == "not" || word == "n't" || word == "n\xE2\x80\x99t" || word == "never";
}

// "We can't be soft", "we don't know": an opinion or an order that has a "not" in it, and answers nobody.
bool is_opinion(const Reading& reading, const Lexicon& lexicon, TokenIndex root) {
  constexpr std::string_view idle[] = {"know", "need", "want", "care", "mind", "think", "see", "go", "get"};
  const auto lemma = reading.lemma(root);
  const Cue* cue = lexicon.cue(CuePos::verb, lemma);
  if (std::find(std::begin(idle), std::end(idle), lemma) != std::end(idle)) return true;
  if (cue != nullptr && cue->strength == Strength::think) return true;
  for (const TokenIndex child : reading.layer.children_of(root)) {
    if (child < root && reading[child].xpos == Xpos::MD) return true;
  }
  return false;
}

// "We do not accept that ...", "No system would have prevented it", "We accept that ...": what denies or
// concedes does not go unseen behind what was said before it.
bool stands_out(const Reading& reading, const Lexicon& lexicon, TokenIndex root) {
  const Cue* cue = lexicon.cue(CuePos::verb, reading.lemma(root));
  const bool concedes = cue != nullptr && cue->strength == Strength::say &&
                        (cue->stance == Stance::deny || cue->lemma == "accept" || cue->lemma == "admit" ||
                         cue->lemma == "acknowledge");
  bool negated = false;
  for (const TokenIndex child : reading.layer.children_of(root)) {
    if (reading[child].rel == Deprel::advmod && is_negator(reading.lower(child))) negated = true;
  }
  for (const TokenIndex child : reading.layer.children_of(root)) {
    const Deprel rel = reading[child].rel;
    const auto& word = reading.lower(child);
    if (rel != Deprel::nsubj && rel != Deprel::nsubj_pass) continue;
    if (concedes && (word == "we" || word == "i")) return true;
    if (negated && word == "we" && !is_opinion(reading, lexicon, root)) return true;
    for (const TokenIndex below : reading.layer.children_of(child)) {
      if (reading.lower(below) == "no" && reading[child].upos == Upos::NOUN) return true;
    }
  }
  return false;
}

}  // namespace

void part_quotations(const Reading& reading, const Lexicon& lexicon, std::vector<Draft>& drafts) {
  constexpr std::size_t kMostParts = 8;
  std::vector<Draft> parted;
  parted.reserve(drafts.size());
  for (Draft& draft : drafts) {
    std::vector<Draft> parts;
    const bool speech = draft.quoted || draft.clausal;
    for (const Extent run : draft.content) {
      if (!speech || draft.by_issuer || reading.quotation(run.first) == nullptr) continue;
      const auto first = reading.layer.sentence_of[draft.content.front().first];
      for (auto at = reading.layer.sentence_of[run.first]; at < reading.layer.sentences.size(); ++at) {
        const auto& sentence = reading.layer.sentences[at];
        if (sentence.first >= run.last || parts.size() == kMostParts) break;
        if (at == first) continue;
        const TokenIndex root = root_within(reading, sentence, run);
        if (root == kNoToken || !stands_out(reading, lexicon, root)) continue;
        Draft part = draft;
        part.content = {{sentence.first, std::min(sentence.last(), run.last)}};
        part.content_head = root;
        trim(reading, part.content);
        if (part.content.empty()) continue;
        part.why += "; a sentence of it that denies or concedes";
        parts.push_back(std::move(part));
      }
    }
    parted.push_back(std::move(draft));
    for (Draft& part : parts) parted.push_back(std::move(part));
  }
  drafts = std::move(parted);
}

}  // namespace hearsay::claims
