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
    if (draft.stance != Stance::act) grow(reading, draft);
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

}  // namespace hearsay::claims
