#include "core/advice/clause.hpp"

#include <algorithm>

#include "core/advice/clause_words.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::advice {
namespace {

// "4", "b", "iv", "12": what may number an item.
bool numbers_item(std::string_view form) {
  if (form.empty() || form.size() > 3) return false;
  const bool digits = std::all_of(form.begin(), form.end(), ascii::is_digit) && form.size() < 3;
  const bool roman =
      std::all_of(form.begin(), form.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
  return digits || roman || form.size() == 1;
}

}  // namespace

Clause::Clause(const Tree& tree, const AdviceWords& words, const language::Sentence& sentence)
    : tree_(tree), words_(words), begin_(sentence.first), end_(sentence.last()) {
  begin_ = after_list_marks();
}

TokenIndex Clause::after_list_marks() const {
  auto token = begin_;
  while (token + 1 < end_) {
    auto form = tree_.form(token);
    if (form == "•" || form == "*" || form == "-" || form == "–" || form == ">") {
      ++token;
      continue;
    }
    const auto next = tree_.form(token + 1);
    // "(ii)"
    if (form == "(" && token + 3 < end_ && numbers_item(next) && tree_.form(token + 2) == ")") {
      token += 3;
      continue;
    }
    if (numbers_item(form) && (next == "." || next == ")")) {
      token += 2;
      continue;
    }
    if (form.size() > 1 && (form.back() == '.' || form.back() == ')') &&
        numbers_item(form.substr(0, form.size() - 1))) {
      ++token;
      continue;
    }
    break;
  }
  return token < end_ ? token : begin_;
}

TokenIndex Clause::after_item_mark(TokenIndex token) const {
  if (token + 3 < end_ && tree_.form(token) == "(" && numbers_item(tree_.form(token + 1)) &&
      tree_.form(token + 2) == ")")
    return token + 3;
  if (token + 1 < end_ && tree_.form(token).size() == 3 && tree_.form(token).front() == '(' &&
      tree_.form(token).back() == ')')
    return token + 1;
  return token;
}

bool Clause::finite(TokenIndex token) const {
  switch (tree_.token(token).xpos) {
    case Xpos::VBD:
    case Xpos::VBZ:
    case Xpos::VBP:
    case Xpos::MD:
      return true;
    default:
      return false;
  }
}

// After "to" or a modal any word of the verb list is a verb, whatever its tag.
bool Clause::base_verb(TokenIndex token) const {
  if (token >= end_) return false;
  const auto& word = tree_.token(token);
  if (word.xpos == Xpos::VB) return true;
  if (word.upos == Upos::PUNCT || word.upos == Upos::DET || word.upos == Upos::PRON) return false;
  return words_.is(WordClass::imperative, tree_.lower(token));
}

TokenIndex Clause::first_word() const {
  auto token = begin_;
  while (token < end_) {
    const auto& word = tree_.token(token);
    const auto form = tree_.form(token);
    const bool mark = word.upos == Upos::PUNCT || word.upos == Upos::SYM || word.upos == Upos::NUM ||
                      word.xpos == Xpos::LS || form == "•" || form == "*" || tree_.lower(token) == "please" ||
                      (form.size() == 1 && token + 1 < end_ &&
                       (tree_.form(token + 1) == ")" || tree_.form(token + 1) == "."));
    if (!mark) break;
    ++token;
  }
  return token;
}

bool Clause::opens_condition(TokenIndex token) const {
  const auto word = tree_.lower(token);
  if (!words_.is(WordClass::condition, word)) return false;
  // "check if the port is open": what is to be checked, not a condition.
  if (word == "if" && token > begin_ &&
      tree_.has_lemma(token - 1, {"check", "determine", "verify", "see", "confirm", "ask", "know", "test",
                                  "assess", "decide", "evaluate", "find"})) {
    return false;
  }
  // "until 30 June" is a date.
  if (word == "until" && token + 1 < end_ &&
      (tree_.token(token + 1).upos == Upos::NUM || tree_.lower(token + 1) == "then" ||
       tree_.token(token + 1).upos == Upos::PROPN)) {
    return false;
  }
  if (word == "unless" || word == "if" || word == "until" || word == "provided") {
    return word != "provided" || (token + 1 < end_ && tree_.lower(token + 1) == "that");
  }
  const auto& tag = tree_.token(token);
  if (word == "while" && token == first_word()) return false;  // "although"
  // "shows parents where their children are": what is shown.
  if (word == "where" && token > begin_ && tree_.token(token - 1).upos != Upos::PUNCT &&
      (token + 1 >= end_ || tree_.token(token + 1).upos != Upos::ADJ))
    return false;
  if (token > begin_ && tree_.token(token - 1).upos == Upos::ADP)
    return false;  // "plans for when you answer"
  if (tag.upos == Upos::SCONJ) return true;
  return relative(tag) && (token == begin_ || tree_.token(token - 1).upos != Upos::VERB) && word != "while";
}

TokenIndex Clause::condition_end(TokenIndex first) const {
  auto last = first + 1;
  bool has_verb = false;
  while (last < end_ && !is_break(tree_.form(last))) {
    // "until a patch is ready has been ignored": the verb of the clause that holds the condition.
    if (has_verb && finite(last) && tree_.token(last - 1).upos == Upos::ADJ) break;
    has_verb = has_verb || finite(last);
    // "until further orders and to file": the next action
    if (tree_.token(last).upos == Upos::CCONJ && last + 2 < end_ && tree_.lower(last + 1) == "to" &&
        tree_.token(last + 2).xpos == Xpos::VB)
      break;
    if (tree_.form(last) == "," && new_clause_after_comma(last + 1)) break;
    if (tree_.form(last) == "," && first == first_word()) break;
    ++last;
  }
  while (last > first + 1 && tree_.token(last - 1).upos == Upos::PUNCT) --last;
  return last;
}

// Whether the words from `token` to the next comma or joint hold a finite verb of their own.
bool Clause::clause_follows(TokenIndex token) const {
  bool in_relative = false;
  for (auto scan = token; scan < end_; ++scan) {
    const auto& word = tree_.token(scan);
    // "those who have paid were told": the verb after the relative clause is the clause's own.
    if (scan > token && (tree_.lower(scan) == "who" || tree_.lower(scan) == "whose") && !in_relative) {
      in_relative = true;
      while (scan + 1 < end_ && !finite(scan + 1) && tree_.token(scan + 1).upos != Upos::PUNCT) ++scan;
      ++scan;
      continue;
    }
    // "museums that hold it as exhibits are"
    const bool as = tree_.lower(scan) == "as" && scan + 1 < end_ && tree_.token(scan + 1).upos == Upos::NOUN;
    if (word.upos == Upos::PUNCT || word.upos == Upos::CCONJ || (word.upos == Upos::SCONJ && !as) ||
        relative(word))
      return false;
    if (scan > token && finite(scan)) return true;
  }
  return false;
}

bool Clause::new_clause_after_comma(TokenIndex token) const {
  if (token >= end_) return true;
  const auto& word = tree_.token(token);
  const auto form = tree_.lower(token);
  if (relative(word) || word.upos == Upos::SCONJ || word.xpos == Xpos::VBG) return true;
  if (form == "according" || form == "but" || form == "so" || form == "said" || form == "”" || form == "\"")
    return true;
  if (word.upos == Upos::CCONJ) return token + 1 >= end_ || clause_follows(token + 1);
  // "To ban what it cannot read, is no policy": the verb of the clause that holds this one.
  if (word.xpos == Xpos::VBZ || word.xpos == Xpos::VBD || word.xpos == Xpos::MD) return true;
  return clause_follows(token);
}

// "Apply an update\nVersion 3 corrects ...": a short line before a line that begins with a capital is a
// heading of its own, even where the layout does not part them.
bool Clause::heading_ends_before(TokenIndex token) const {
  constexpr std::size_t kHeadingBytes = 45;
  const auto text = tree_.document.text();
  const auto gap_begin = tree_.token(token - 1).span.end;
  const auto gap = text.substr(gap_begin, tree_.token(token).span.begin - gap_begin);
  if (gap.find('\n') == std::string_view::npos) return false;
  const char first = text[tree_.token(token).span.begin];
  if (first < 'A' || first > 'Z') return false;
  const auto line = text.rfind('\n', gap_begin - 1);
  return gap_begin - (line == std::string_view::npos ? 0 : line + 1) < kHeadingBytes;
}

// "Apply an update The vendor has released ...", "Block access Block access to port 7": a heading that was
// run into the text. A word of the kind that is not capitalised inside a sentence opens the next one.
bool Clause::sentence_runs_on(TokenIndex verb, TokenIndex token) const {
  const auto lower = tree_.lower(token);
  const bool again = lower == tree_.lower(verb) || lower == tree_.lower(token - 1);
  if (token <= verb + 1 && !again) return false;
  const auto form = tree_.form(token);
  if (form.empty() || !ascii::is_upper(form.front()) || (form.size() > 1 && ascii::is_upper(form[1])))
    return false;
  const auto& before = tree_.token(token - 1);
  if (before.upos == Upos::PUNCT || before.upos == Upos::CCONJ || before.upos == Upos::SYM) return false;
  const auto& word = tree_.token(token);
  if (word.upos == Upos::PRON || word.upos == Upos::DET || word.upos == Upos::SCONJ || lower == "please" ||
      lower == "as" || lower == "for" || lower == "if")
    return true;
  if (before.upos == Upos::ADP || before.upos == Upos::DET || token + 1 >= end_) return false;
  const auto& next = tree_.token(token + 1);
  const bool title = ascii::is_upper(tree_.form(token + 1).front());
  // "Disable it Disabling it prevents ..."
  constexpr std::size_t kStem = 4;
  if (word.xpos == Xpos::VBG && lower.substr(0, kStem) == tree_.lower(verb).substr(0, kStem)) return true;
  if (words_.is(WordClass::imperative, lower)) {
    // "Consider enabling", "Restrict remote access": an order of its own.
    const bool verbal = word.upos == Upos::VERB || again || next.upos == Upos::DET || next.xpos == Xpos::VBG;
    if (verbal && !title && next.upos != Upos::PUNCT && !finite(token + 1)) return true;
  }
  // "Corvane has released": a name with its verb.
  auto after = token + 1;
  while (after < end_ && after < token + 4 && tree_.token(after).upos == Upos::PROPN) ++after;
  return word.upos == Upos::PROPN && after < end_ && tree_.token(after).upos == Upos::AUX && finite(after) &&
         before.upos != Upos::PROPN && before.upos != Upos::SCONJ && !relative(before);
}

// "[and], until then, must not": an aside between commas, and then a verb of its own.
bool Clause::aside_before_verb(TokenIndex comma) const {
  constexpr TokenIndex kAside = 8;
  if (comma >= end_ || tree_.form(comma) != ",") return false;
  for (auto scan = comma + 1; scan + 1 < end_ && scan < comma + kAside; ++scan) {
    if (tree_.form(scan) == ",") return finite(scan + 1);
  }
  return false;
}

// "[and] on the ministry to wait": who else is called on.
bool Clause::another_called_on(TokenIndex token) const {
  constexpr TokenIndex kNear = 10;
  if (token >= end_ || tree_.lower(token) != "on") return false;
  for (auto scan = token + 1; scan + 1 < end_ && scan < token + kNear; ++scan) {
    if (tree_.token(scan).upos == Upos::VERB || tree_.token(scan).upos == Upos::PUNCT) return false;
    if (tree_.lower(scan) == "to" && tree_.token(scan + 1).xpos == Xpos::VB) return true;
  }
  return false;
}

// "[and] not to answer", "[,] roll out": the base verb that goes on with the action, or kNoToken.
TokenIndex Clause::joined_verb(TokenIndex token, bool& negated) const {
  negated = false;
  token = after_item_mark(token);
  for (auto limit = token + 4; token < end_ && token < limit; ++token) {
    const auto word = tree_.lower(token);
    if (word == "not" || word == "never") {
      negated = true;
    } else if (base_verb(token) && (tree_.token(token).upos == Upos::VERB || negated)) {
      return token;
    } else if (word != "to" && word != "also" && tree_.token(token).upos != Upos::ADV) {
      break;
    }
  }
  return kNoToken;
}

Clause::Reach Clause::reach(TokenIndex verb) const {
  Reach reach{verb + 1};
  bool has_dependents = false;
  // "ensure that A and B are": what is to be so may be a clause with a verb of its own.
  const bool states = tree_.has_lemma(verb, {"ensure", "verify", "confirm", "check", "remember", "note"});
  bool in_quotes = false;
  auto token = verb + 1;
  for (; token < end_; ++token) {
    const auto& word = tree_.token(token);
    const auto form = tree_.form(token);
    if (form == "“" || form == "``") in_quotes = true;
    if (is_break(form) || ((form == "”" || form == "''") && !in_quotes)) break;
    if (heading_ends_before(token)) break;
    if (!in_quotes && sentence_runs_on(verb, token)) {
      if (words_.is(WordClass::imperative, tree_.lower(token))) reach.joined = token;
      break;
    }
    if (form == "(") {  // skip what stands in brackets
      auto close = token;
      while (close < end_ && tree_.form(close) != ")") ++close;
      if (close == end_) break;
      token = close;
      continue;
    }
    const bool spaced = token + 1 < end_ && tree_.token(token + 1).span.begin > word.span.end;
    if (form == "," && has_dependents && spaced) {
      const bool joint = tree_.token(token + 1).upos == Upos::CCONJ;
      bool negated = false;
      const auto next = joined_verb(token + (joint ? 2 : 1), negated);
      if (next != kNoToken && (joint || next == after_item_mark(token + 1))) {
        reach.joined = next;
        reach.joined_negated = negated;
        break;
      }
    }
    if (form == "," && new_clause_after_comma(token + 1)) break;
    if (opens_condition(token)) {
      reach.condition = token;
      const auto joint = condition_end(token);
      if (joint + 2 < end_ && tree_.token(joint).upos == Upos::CCONJ)
        reach.joined = joined_verb(joint + 1, reach.joined_negated);
      break;
    }
    if (word.upos == Upos::SCONJ && (tree_.lower(token) == "because" || tree_.lower(token) == "since")) break;
    if (word.upos == Upos::CCONJ && (aside_before_verb(token + 1) || another_called_on(token + 1))) break;
    if (word.upos == Upos::CCONJ && token + 1 < end_) {
      auto next = after_item_mark(token + 1);
      bool negated = false;
      while (next + 1 < end_ && (tree_.lower(next) == "to" || tree_.lower(next) == "not" ||
                                 tree_.token(next).upos == Upos::ADV)) {
        negated = negated || tree_.lower(next) == "not" || tree_.lower(next) == "never";
        ++next;
      }
      const bool verb_follows =
          tree_.token(next).xpos == Xpos::VB ||
          (tree_.token(next).upos == Upos::VERB && words_.is(WordClass::imperative, tree_.lower(next)));
      if (verb_follows && has_dependents) {
        reach.joined = next;
        reach.joined_negated = negated;
        break;
      }
      // "show restraint and called on operators to": the next verb of advising
      if (has_dependents && words_.verb(tree_.lower(next)) != nullptr && tree_.token(next).upos == Upos::VERB)
        break;
      const bool new_clause = !states && (finite(token + 1) || clause_follows(token + 1));
      if (!verb_follows && has_dependents && (new_clause || tree_.lower(token + 1) == "that")) break;
    }
    if (nominal(word.upos) || word.upos == Upos::ADP) has_dependents = true;
  }
  while (token > verb + 1 &&
         (tree_.token(token - 1).upos == Upos::PUNCT || tree_.token(token - 1).upos == Upos::CCONJ)) {
    const auto form = tree_.form(token - 1);
    if (form == ")" || form == "]" || (in_quotes && (form == "”" || form == "''"))) break;
    --token;
  }
  reach.last = token;
  return reach;
}

}  // namespace hearsay::advice
