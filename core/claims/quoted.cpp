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
    // Nor may anybody else have spoken since.
    constexpr std::size_t kMostSince = 64;  // bounds the work; so many cues later nobody goes on
    for (std::size_t k = next; free && last_quoted != nullptr && k > 0 && &drafts[k - 1] > last_quoted; --k) {
      if (next - k > kMostSince) free = false;
      const Draft& since = drafts[k - 1];
      if (since.source_head == kNoToken || last_quoted->source_head == kNoToken) continue;
      if (covers(last_quoted->content, since.cue_head)) continue;
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
    if (tokens.first > from + kNear) continue;
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

// "We do not accept that ...", "No system would have prevented it", "We accept that ...": what denies or
// concedes does not go unseen behind what was said before it.
bool stands_out(const Reading& reading, const Lexicon& lexicon, TokenIndex root) {
  const Cue* cue = lexicon.cue(CuePos::verb, reading.lemma(root));
  const bool concedes = cue != nullptr && cue->strength == Strength::say &&
                        (cue->stance == Stance::deny || cue->lemma == "accept" || cue->lemma == "admit" ||
                         cue->lemma == "acknowledge");
  bool negated = false;
  for (const TokenIndex child : reading.layer.children_of(root)) {
    const Deprel rel = reading[child].rel;
    const auto& word = reading.lower(child);
    if (rel == Deprel::advmod && is_negator(word)) negated = true;
  }
  for (const TokenIndex child : reading.layer.children_of(root)) {
    const Deprel rel = reading[child].rel;
    const auto& word = reading.lower(child);
    if (rel != Deprel::nsubj && rel != Deprel::nsubj_pass) continue;
    if ((concedes || negated) && (word == "we" || word == "i")) return true;
    for (const TokenIndex below : reading.layer.children_of(child)) {
      if (reading.lower(below) == "no") return true;
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
