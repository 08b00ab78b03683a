#include <algorithm>

#include "core/brief/line.hpp"
#include "core/text/quotation.hpp"

namespace hearsay::brief {
namespace {

using language::Upos;
using language::Xpos;

// Bytes of a mark at the beginning of the text that a quotation leaves out; 0: none.
std::size_t opening_mark(std::string_view text) {
  for (const std::string_view mark : {"“", "”", "‘", "\"", "'", " ", "\n", "\t", ",", ":", "(", "–", "—"}) {
    if (text.substr(0, mark.size()) == mark) return mark.size();
  }
  return 0;
}

std::size_t closing_mark(std::string_view text) {
  for (const std::string_view mark : {"”", "“", "\"", " ", "\n", "\t", ",", ".", ";", ":"}) {
    if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) return mark.size();
  }
  return 0;
}

// Whether a quotation begins or ends within the words and its other end is missing: "as "fiction".
bool holds_half_quotation(std::string_view words) {
  bool open = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool straight = words[i] == '"';
    const bool begins = words.substr(i, 3) == "“" || (straight && !open);
    const bool ends = words.substr(i, 3) == "”" || (straight && open);
    if (straight && begins && i > 0 && words[i - 1] != ' ' && words[i - 1] != '(' && words[i - 1] != '\n')
      return true;
    if ((begins && open) || (ends && !open)) return true;
    if (begins || ends) open = begins;
  }
  return open;
}

// Where the quotation mark right before or right after the place begins or ends; the place, if none is there.
std::uint32_t opening_quote_before(std::string_view text, std::uint32_t at) {
  if (at >= 1 && text[at - 1] == '"') return at - 1;
  return at >= 3 && text.substr(at - 3, 3) == "“" ? at - 3 : at;
}

std::uint32_t closing_quote_after(std::string_view text, std::uint32_t at) {
  if (at < text.size() && (text[at] == ',' || text[at] == '.')) ++at;
  if (at < text.size() && text[at] == '"') return at + 1;
  return text.substr(std::min<std::size_t>(at, text.size()), 3) == "”" ? at + 3 : at;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool tensed(const language::Token& token) {
  return token.xpos == Xpos::VBD || token.xpos == Xpos::VBZ || token.xpos == Xpos::VBP ||
         token.xpos == Xpos::MD;
}

}  // namespace

std::size_t Ledger::sentence_at(std::uint32_t byte) const {
  const auto token = language.token_at(byte);
  return token < language.tokens.size() ? language.sentence_of[token] : language.sentences.size();
}

std::string Ledger::words(Span span) const {
  return folded_words(document.text(span));
}

Span Ledger::bare(Span span) const {
  const auto text = document.text();
  const Span given = span;
  while (!span.empty()) {
    const auto mark = opening_mark(span.in(text));
    if (mark == 0) break;
    span.begin += static_cast<std::uint32_t>(mark);
  }
  const auto opening = std::max(given.begin, opening_quote_before(text, span.begin));
  if (starts_with(span.in(text), "that ")) span.begin += 5;
  while (!span.empty()) {
    const auto words = span.in(text);
    auto mark = closing_mark(words);
    // "U.S." and "Ltd." keep their dot: one after a capital letter or a short word with a dot of its own.
    if (mark == 1 && words.back() == '.' && words.size() > 3 && words[words.size() - 3] == '.') mark = 0;
    if (mark == 0) break;
    span.end -= static_cast<std::uint32_t>(mark);
  }
  if (span.empty() || !holds_half_quotation(span.in(text))) return span;
  // Its other half was taken off at one end.
  const auto closing = std::min(given.end, closing_quote_after(text, span.end));
  for (const Span whole : {Span{span.begin, closing}, Span{opening, span.end}, Span{opening, closing}}) {
    if (!holds_half_quotation(whole.in(text))) return whole;
  }
  return span;
}

Span Ledger::hull(const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  Span all = spans.front();
  for (const auto span : spans) {
    all.begin = std::min(all.begin, span.begin);
    all.end = std::max(all.end, span.end);
  }
  return all;
}

bool Ledger::has_clause(Span span) const {
  for (auto token = language.token_at(span.begin);
       token < language.tokens.size() && language.tokens[token].span.begin < span.end; ++token) {
    if (tensed(language.tokens[token])) return true;
  }
  return false;
}

bool Ledger::told_with_tense(const Claim& claim) const {
  if (claim.cue.empty()) return true;
  const auto& tokens = language.tokens;
  const auto cue = hull(claim.cue);
  const auto first = language.token_at(cue.begin);
  if (first >= tokens.size()) return true;
  const auto upos = tokens[first].upos;
  const auto opening = document.text(tokens[first].span);
  const bool according = opening.size() > 2 && (opening.substr(1, 7) == "ccordin");
  if (according || (upos != Upos::VERB && upos != Upos::AUX && upos != Upos::PART && upos != Upos::ADV))
    return true;
  bool participle = false;
  for (auto token = first; token < tokens.size() && tokens[token].span.begin < cue.end; ++token) {
    if (tensed(tokens[token])) return true;
    // "confirmed" read as a participle, where it is no modifier of a noun
    participle =
        participle || (tokens[token].xpos == Xpos::VBN && tokens[token].rel != language::Deprel::acl &&
                       tokens[token].rel != language::Deprel::amod);
  }
  if (participle) return true;
  // "is now warning": the auxiliary stands outside of the cue.
  constexpr language::TokenIndex kNear = 3;
  for (auto back = first; back > 0 && first - back < kNear; --back) {
    if (tokens[back - 1].upos == Upos::AUX && tensed(tokens[back - 1])) return true;
    if (tokens[back - 1].upos != Upos::ADV && tokens[back - 1].upos != Upos::AUX) return false;
  }
  return false;
}

Span Ledger::to_clause_end(Span span, std::size_t most) const {
  const auto& tokens = language.tokens;
  const auto number = sentence_at(span.begin);
  if (number >= language.sentences.size()) return span;
  const auto& sentence = language.sentences[number];
  auto token = language.token_at(span.end);
  while (token < sentence.last() && tokens[token].span.begin < span.end) ++token;
  auto end = span.end;
  int brackets = 0;
  for (std::size_t words = 0; token < sentence.last(); ++token) {
    const auto form = document.text(tokens[token].span);
    if (form == "(") ++brackets;
    if (form == ")") --brackets;
    if (tokens[token].upos == Upos::PUNCT && brackets <= 0 && form != "(" && form != ")" && form != "-" &&
        form != "'" && form != "’") {
      return {span.begin, end};
    }
    if (tokens[token].upos != Upos::PUNCT && ++words > most) return span;
    end = tokens[token].span.end;
  }
  return {span.begin, end};
}

bool Ledger::people(Span words) const {
  constexpr std::size_t kMostWords = 6;  // a longer one is a clause, misread
  if (word_count(document.text(words)) > kMostWords) return false;
  for (const auto& actor : analysis.actors) {
    const bool speaks = actor.kind == ActorKind::group || actor.kind == ActorKind::person ||
                        actor.kind == ActorKind::organization || actor.kind == ActorKind::government;
    if (!speaks) continue;
    for (const auto& mention : actor.mentions) {
      if (mention.span.overlaps(words)) return true;
    }
  }
  const auto plain = " " + this->words(words) + " ";
  for (const std::string_view noun :
       {"source", "official", "people", "person", "expert", "researcher", "critic", "observer", "insider",
        "some ", "Some ", "others", "Others"}) {
    if (plain.find(noun) != std::string::npos) return true;
  }
  return false;
}

bool Ledger::telling(Span span) const {
  for (auto token = language.token_at(span.begin);
       token < language.tokens.size() && language.tokens[token].span.begin < span.end; ++token) {
    const auto upos = language.tokens[token].upos;
    if (upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::VERB || upos == Upos::ADJ ||
        upos == Upos::NUM)
      return true;
  }
  return false;
}

}  // namespace hearsay::brief
