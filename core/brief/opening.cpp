#include <vector>

#include "core/brief/sections.hpp"

// What a story is about stands in its first sentence, and that is mostly the writer's own word: no claim of
// anybody's. Where the ledger's main claim comes later, the reader gets that sentence first.
namespace hearsay::brief {
namespace {

constexpr std::size_t kFewestWords = 6;
constexpr std::size_t kMostWords = 45;    // shown of it
constexpr std::size_t kFarTooLong = 120;  // no sentence, but a table or a list

bool prose(BlockKind kind) {
  return kind == BlockKind::paragraph;
}

// "This page contains the text of": about the document, not about its matter.
bool of_itself(const Ledger& ledger, Span sentence) {
  const auto words = ledger.words(sentence);
  for (const std::string_view opening : {"This page", "This document", "This note", "This directive",
                                         "This advisory", "This bulletin", "This alert", "This article"}) {
    if (words.starts_with(opening)) return true;
  }
  return false;
}

// "Update (6 June): Section 4 has been amended", "Correction: ...": what changed since, not what it is about.
bool of_changes(const Ledger& ledger, Span block) {
  const auto words = ledger.words(block);
  for (const std::string_view opening : {"Update", "UPDATE", "Updated", "Correction", "CORRECTION",
                                         "Note:", "Editor", "Revision", "Clarification"}) {
    if (words.starts_with(opening)) return true;
  }
  return false;
}

// Whether the claim tells little of its sentence: then the sentence tells it better.
bool tells_part(const Ledger& ledger, const Claim& claim, Span sentence) {
  const auto content = word_count(ledger.document.text(claim.content.front()));
  return 2 * content < word_count(ledger.document.text(sentence));
}

// Whether a quotation opens it or it leads into one: then it is not the writer's account.
bool own_account(const Ledger& ledger, Span sentence) {
  const auto text = ledger.document.text(sentence);
  const bool quoted = text.starts_with("“") || text.starts_with("\"") || text.starts_with("‘");
  const bool ends = text.ends_with(".") || text.ends_with("”") || text.ends_with("\"") || text.ends_with(")");
  if (of_itself(ledger, sentence)) return false;
  return !quoted && ends && ledger.has_clause(sentence);
}

}  // namespace

bool tell_opening(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines) {
  const auto& blocks = ledger.document.blocks();
  const auto& sentences = ledger.language.sentences;
  const auto none = sentences.size();
  const auto told = main ? ledger.sentence_at(ledger.claim(main).content.front().begin) : none;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto kind = blocks[sentences[i].block].kind;
    if (kind == BlockKind::title || kind == BlockKind::byline || kind == BlockKind::heading) continue;
    const auto span = sentences[i].span;
    if (of_changes(ledger, blocks[sentences[i].block].span)) continue;
    // The main claim tells it already, unless it is but a part of it.
    if (i == told && !(own_account(ledger, span) && tells_part(ledger, ledger.claim(main), span)))
      return false;
    const auto words = word_count(ledger.document.text(span));
    // A dateline or a field before the story is passed over; a story that begins otherwise is left alone.
    if (words < kFewestWords) continue;
    if (!prose(kind) || words > kFarTooLong || !own_account(ledger, span)) return false;
    LineBuilder line(ledger, BriefSection::in_one_breath);
    line.plain("The text begins: ").quote(span, kMostWords).plain(".");
    lines.push_back(line.take());
    return i == told;
  }
  return false;
}

}  // namespace hearsay::brief
