#include "core/claims/reading.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::claims {
namespace {

bool is_word_byte(char c) {
  return ascii::is_alnum(c) || ascii::is_beyond(c);
}

// A quotation mark at `at`: its size in bytes and what it can be.
struct Mark {
  std::uint32_t size = 0;
  bool opens = false;
  bool closes = false;
  bool single = false;
};

Mark mark_at(std::string_view text, std::size_t at, std::size_t begin, std::size_t end) {
  const auto is = [&](std::string_view what) { return text.substr(at, what.size()) == what; };
  const auto before = [&] { return at > begin ? text[at - 1] : ' '; };
  const auto after = [&](std::size_t size) { return at + size < end ? text[at + size] : ' '; };
  const auto open_side = [&] {
    return before() == ' ' || before() == '\n' || before() == '(' || before() == '[';
  };
  switch (text[at]) {
    case '"':
      return {1, after(1) != ' ' && after(1) != '\n', before() != ' ', false};
    case '`':
      if (is("``")) return {2, true, false, false};
      return {};
    case '\'':
      if (is("''")) return {2, is_word_byte(after(2)), before() != ' ', false};
      return {1, open_side() && is_word_byte(after(1)), !open_side() && !is_word_byte(after(1)), true};
    case '\xE2':
      if (is("\xE2\x80\x9C") || is("\xE2\x80\x9E")) return {3, true, false, false};  // “ „
      if (is("\xE2\x80\x9D")) return {3, false, true, false};                        // ”
      if (is("\xE2\x80\x98")) return {3, true, false, true};                         // ‘
      if (is("\xE2\x80\x99")) return {3, false, !is_word_byte(after(3)), true};      // ’
      return {};
    case '\xC2':
      if (is("\xC2\xAB")) return {2, true, false, false};  // «
      if (is("\xC2\xBB")) return {2, false, true, false};  // »
      return {};
    default:
      return {};
  }
}

}  // namespace

Reading::Reading(const Document& the_document, const LanguageLayer& the_layer)
    : document(the_document), layer(the_layer), quotation_of_(the_layer.tokens.size(), 0) {
  lower_.reserve(layer.tokens.size());
  for (TokenIndex token = 0; token < size(); ++token) {
    lower_.push_back(ascii::lower(word(token)));
  }
  find_quotations();
}

// Double marks toggle; single ones only open where no other quotation is open, and only if they close before
// long, for most single marks are apostrophes.
void Reading::find_quotations() {
  constexpr std::size_t kLongestSingle = 600;
  const auto text = document.text();
  for (const Block& block : document.blocks()) {
    if (block.kind == BlockKind::code) continue;
    const std::size_t end = block.span.end;
    std::size_t open = end;
    bool single = false;
    for (std::size_t at = block.span.begin; at < end;) {
      const Mark mark = mark_at(text, at, block.span.begin, end);
      if (mark.size == 0) {
        ++at;
        continue;
      }
      const std::size_t after = at + mark.size;
      if (open < end && single && (at - open > kLongestSingle || (!mark.single && mark.opens))) open = end;
      if (open == end) {
        if (mark.opens) {
          open = at;
          single = mark.single;
        }
      } else if (mark.closes && mark.single == single) {
        add_quotation({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(after)}, true);
        open = end;
      } else if (mark.opens && !mark.single && !mark.closes) {
        open = at;  // the one before was never closed
      }
      at = after;
    }
    if (open < end && !single) {
      add_quotation({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(end)}, false);
    }
  }
}

void Reading::add_quotation(Span marks, bool closed) {
  const TokenIndex first = layer.token_at(marks.begin);
  TokenIndex last = layer.token_at(marks.end - 1);
  if (first >= size()) return;
  last = last >= size() ? size() : last + 1;
  if (first >= last || (!quotations_.empty() && first < quotations_.back().tokens.last)) return;
  quotations_.push_back({{first, last}, closed});
  for (TokenIndex token = first; token < last; ++token) {
    quotation_of_[token] = static_cast<std::uint32_t>(quotations_.size());
  }
}

const Quotation* Reading::quotation(TokenIndex token) const {
  return quotation_of_[token] == 0 ? nullptr : &quotations_[quotation_of_[token] - 1];
}

bool Reading::is_quotation_mark(TokenIndex token) const {
  const auto text = word(token);
  return text == "\"" || text == "``" || text == "''" || text == "\xE2\x80\x9C" || text == "\xE2\x80\x9D" ||
         text == "\xE2\x80\x98" || text == "\xE2\x80\x99" || text == "\xC2\xAB" || text == "\xC2\xBB" ||
         text == "'" || text == "\xE2\x80\x9E";
}

bool Reading::is_punctuation(TokenIndex token) const {
  return layer.tokens[token].upos == Upos::PUNCT;
}

bool Reading::is_verbal(TokenIndex token) const {
  return layer.tokens[token].upos == Upos::VERB || layer.tokens[token].upos == Upos::AUX;
}

bool Reading::is_nominal(TokenIndex token) const {
  const Upos tag = layer.tokens[token].upos;
  return tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::PRON || tag == Upos::NUM;
}

const Block& Reading::block_of(TokenIndex token) const {
  return document.blocks()[layer.sentence(token).block];
}

TokenIndex Reading::marker_token(TokenIndex token) const {
  TokenIndex found = kNoToken;
  for (const TokenIndex child : layer.children_of(token)) {
    if (child > token) break;
    const Deprel rel = layer.tokens[child].rel;
    if (rel != Deprel::case_ && rel != Deprel::mark) continue;
    if (lower(child) == "'s" || lower(child) == "\xE2\x80\x99s") continue;
    found = child;
  }
  return found;
}

std::string_view Reading::marker(TokenIndex token) const {
  const TokenIndex found = marker_token(token);
  return found == kNoToken ? std::string_view() : std::string_view(lower(found));
}

Runs Reading::runs(TokenIndex head, const std::vector<TokenIndex>& left_out) const {
  Extent extent{head, head + 1};
  Runs removed;
  std::vector<TokenIndex> open{head};
  while (!open.empty()) {
    const TokenIndex at = open.back();
    open.pop_back();
    extent.first = std::min(extent.first, at);
    extent.last = std::max(extent.last, at + 1);
    for (const TokenIndex child : layer.children_of(at)) {
      if (std::find(left_out.begin(), left_out.end(), child) != left_out.end()) {
        removed.push_back(layer.subtree(child));
      } else {
        open.push_back(child);
      }
    }
  }
  return without({extent}, removed);
}

std::vector<Span> Reading::spans(const Runs& runs) const {
  std::vector<Span> out;
  out.reserve(runs.size());
  for (const Extent run : runs) out.push_back(span(run));
  return out;
}

Runs without(const Runs& runs, const Runs& removed) {
  Runs left = runs;
  for (const Extent hole : removed) {
    Runs next;
    for (const Extent run : left) {
      if (hole.last <= run.first || run.last <= hole.first) {
        next.push_back(run);
        continue;
      }
      if (run.first < hole.first) next.push_back({run.first, hole.first});
      if (hole.last < run.last) next.push_back({hole.last, run.last});
    }
    left = std::move(next);
  }
  return left;
}

void trim(const Reading& reading, Runs& runs) {
  Runs kept;
  for (Extent run : runs) {
    const auto loose = [&](TokenIndex token) {
      if (!reading.is_punctuation(token) && !reading.is_quotation_mark(token)) return false;
      const auto text = reading.word(token);
      if (text == "(" || text == ")" || text == "[" || text == "]" || text == "%" || text == "$")
        return false;
      if (!reading.is_quotation_mark(token)) return true;
      const Quotation* quotation = reading.quotation(token);
      return quotation == nullptr || quotation->tokens.first < run.first || quotation->tokens.last > run.last;
    };
    // A bracket at either end whose fellow stands elsewhere.
    const auto unpaired = [&](Extent within, TokenIndex token) {
      const auto text = reading.word(token);
      const bool opens = text == "(" || text == "[";
      if (!opens && text != ")" && text != "]") return false;
      for (TokenIndex at = within.first; at < within.last; ++at) {
        const auto other = reading.word(at);
        if (opens ? (other == ")" || other == "]") : (other == "(" || other == "[")) return false;
      }
      return true;
    };
    while (run.first < run.last && (loose(run.first) || unpaired(run, run.first))) ++run.first;
    // A preposition or conjunction that was cut from what it leads to goes too.
    const auto dangling = [&](TokenIndex token) {
      const Token& at = reading[token];
      return (at.upos == Upos::ADP || at.upos == Upos::CCONJ) && at.rel != Deprel::compound_prt &&
             at.head != kNoToken && at.head >= run.last && reading.same_sentence(token, at.head);
    };
    while (run.first < run.last &&
           (loose(run.last - 1) || dangling(run.last - 1) || unpaired(run, run.last - 1)))
      --run.last;
    if (run.first < run.last) kept.push_back(run);
  }
  runs = std::move(kept);
}

bool covers(const Runs& runs, TokenIndex token) {
  return std::any_of(runs.begin(), runs.end(),
                     [&](Extent run) { return run.first <= token && token < run.last; });
}

std::uint32_t length(const Runs& runs) {
  std::uint32_t total = 0;
  for (const Extent run : runs) total += run.last - run.first;
  return total;
}

void tidy(Runs& runs) {
  std::sort(runs.begin(), runs.end(), [](Extent a, Extent b) { return a.first < b.first; });
  Runs joined;
  for (const Extent run : runs) {
    if (run.first >= run.last) continue;
    if (!joined.empty() && run.first <= joined.back().last) {
      joined.back().last = std::max(joined.back().last, run.last);
    } else {
      joined.push_back(run);
    }
  }
  runs = std::move(joined);
}

}  // namespace hearsay::claims
