// Who stands before a verb: the part of Clause that reads to the left.
#include <algorithm>

#include "core/advice/clause.hpp"
#include "core/advice/clause_words.hpp"

namespace hearsay::advice {

// Whether the token is the mark that closes a quotation opened since `first`.
bool Clause::closes_quotation(TokenIndex first, TokenIndex token) const {
  const auto form = tree_.form(token);
  if (form != "”" && form != "''" && form != "\"") return false;
  bool open = false;
  for (auto scan = first; scan < token; ++scan) {
    const auto mark = tree_.form(scan);
    if (mark == "“" || mark == "``") open = true;
    if (mark == "”" || mark == "''") open = false;
    if (mark == "\"") open = !open;
  }
  return open;
}

Phrase Clause::phrase(TokenIndex first, TokenIndex last) const {
  while (first < last &&
         (tree_.token(first).upos == Upos::PUNCT || tree_.token(first).upos == Upos::ADP ||
          tree_.token(first).upos == Upos::CCONJ || tree_.token(first).upos == Upos::SCONJ ||
          tree_.has_lemma(first, {"then", "also", "however", "therefore", "so", "maybe", "perhaps"}))) {
    ++first;
  }
  while (first < last &&
         (tree_.token(last - 1).upos == Upos::PUNCT || tree_.token(last - 1).upos == Upos::ADV) &&
         !closes_quotation(first, last - 1))
    --last;
  Phrase phrase;
  for (auto token = first; token < last; ++token) {
    const auto upos = tree_.token(token).upos;
    const bool all = tree_.has_lemma(token, {"all", "those", "these", "other", "none"});
    if (!nominal(upos) && !(all && (token + 1 == last || relative(tree_.token(token + 1)) ||
                                    tree_.token(token + 1).upos == Upos::ADP))) {
      // "statutorily defined systems": a participle before its noun.
      const auto xpos = tree_.token(token).xpos;
      const bool adjective = (xpos == Xpos::VBN || xpos == Xpos::VBG) && token + 1 < last &&
                             tree_.token(token + 1).upos != Upos::ADP;
      if ((upos == Upos::VERB && !adjective) || upos == Upos::SCONJ || upos == Upos::AUX ||
          relative(tree_.token(token)))
        break;
      continue;
    }
    if (relative(tree_.token(token))) break;
    if (tree_.token(token).xpos == Xpos::PRPS) continue;
    // "protects its customers but the victim also needs to": after the "but" another begins
    if (token + 2 < last && tree_.lower(token + 1) == "but") {
      first = token + 2;
      continue;
    }
    // "Corvane 4 users"
    const auto next = token + 2 < last && tree_.token(token + 1).upos == Upos::NUM ? token + 2 : token + 1;
    const bool more =
        next < last && (tree_.token(next).upos == Upos::NOUN || tree_.token(next).upos == Upos::PROPN ||
                        tree_.token(next).xpos == Xpos::POS || tree_.token(next).xpos == Xpos::HYPH ||
                        // "Dutch public authorities"
                        (tree_.token(token).upos == Upos::PROPN && tree_.token(next).upos == Upos::ADJ &&
                         next + 1 < last && tree_.token(next + 1).upos == Upos::NOUN));
    if (more) continue;
    // "if you are concerned you should": a pronoun has nothing before it
    const bool alone = token > first && tree_.token(token).xpos == Xpos::PRP &&
                       tree_.token(token - 1).upos != Upos::CCONJ &&
                       tree_.token(token - 1).upos != Upos::PUNCT;
    phrase.first = alone ? token : first;
    phrase.last = last;
    phrase.head = token;
    return phrase;
  }
  // "This directive", its noun read as an adjective: the last word stands for it.
  if (first < last && (tree_.token(last - 1).upos == Upos::ADJ || tree_.token(last - 1).upos == Upos::X)) {
    phrase = {first, last, last - 1};
  }
  return phrase;
}

// The verb that an auxiliary helps; any other token itself.
TokenIndex Clause::main_verb(TokenIndex token) const {
  const auto rel = tree_.token(token).rel;
  const bool helps = rel == Deprel::aux || rel == Deprel::aux_pass || rel == Deprel::cop;
  return helps ? tree_.token(token).head : token;
}

Phrase Clause::before(TokenIndex token) const {
  auto last = token;
  while (last > begin_ &&
         (tree_.token(last - 1).upos == Upos::ADV || tree_.token(last - 1).upos == Upos::AUX ||
          (tree_.lower(last - 1) == "not" && last > begin_ + 1 && tree_.token(last - 2).upos == Upos::AUX) ||
          (last > begin_ + 1 && tree_.lower(last - 1) == "longer" && tree_.lower(last - 2) == "no") ||
          (last < end_ && tree_.lower(last) == "longer" && tree_.lower(last - 1) == "no")))
    --last;
  // "Customers, the office says, “are urged to”": a quotation that begins with the verb.
  while (last > begin_ + 1 && (tree_.form(last - 1) == "“" || tree_.form(last - 1) == "``" ||
                               (tree_.form(last - 1) == "\"" && tree_.form(last - 2) == ",")))
    --last;
  // "has told them they must": a pronoun in the nominative is the whole subject.
  const auto nominative = last > begin_ ? tree_.lower(last - 1) : std::string();
  if ((nominative == "they" || nominative == "we" || nominative == "he" || nominative == "she" ||
       nominative == "it" || nominative == "i") &&
      tree_.token(last - 1).xpos == Xpos::PRP && (last - 1 == begin_ || tree_.lower(last - 2) != "and"))
    return {last - 1, last, last - 1};
  if (last > begin_ && tree_.token(last - 1).upos == Upos::CCONJ)
    return {};  // "report it and must": no subject
  // "Users of version 5, including 5.2, must": what stands between commas is passed over, by the tree.
  if (last > begin_ && tree_.form(last - 1) == ",") {
    const auto verb = main_verb(token);
    const auto subject = verb == kNoToken ? kNoToken : tree_.subject(verb);
    if (subject == kNoToken || subject >= last || subject < begin_) return {};
    const auto start = std::max(tree_.language.subtree(subject).first, begin_);
    auto comma = subject;
    bool in_relative = false;
    while (comma < last && tree_.form(comma) != "," && (in_relative || !finite(comma))) {
      in_relative = in_relative || relative(tree_.token(comma)) || relative_that(comma);
      ++comma;
    }
    return headed(phrase(start, comma), subject);
  }
  auto first = last;
  bool verb_inside = false;
  int closed = 0;  // quotations that end before the token, and so may begin before it
  while (first > begin_) {
    const auto previous = first - 1;
    const auto& word = tree_.token(previous);
    const auto form = tree_.form(previous);
    if (form == "”" || form == "''") ++closed;
    if (is_break(form) || ((form == "“" || form == "``") && closed-- == 0)) break;
    if (first < end_ && heading_ends_before(first)) break;
    if (tree_.lower(previous) == "why") break;
    if (form == "-" && word.xpos != Xpos::HYPH) break;  // "VILNIUS, March 12 - The ministry"
    if (word.upos == Upos::SCONJ && !relative_that(previous) && !preposition_within(previous)) break;
    if (form == ",") {
      // "operators, who ..., must": a comma within the phrase stands after a relative clause only.
      break;
    }
    if (word.upos == Upos::VERB || word.upos == Upos::AUX) {
      verb_inside = true;
    } else if (relative(word) || word.upos == Upos::SCONJ) {
      verb_inside = false;
    } else if (verb_inside && word.upos == Upos::CCONJ) {
      break;
    }
    first = previous;
  }
  // "decided on Monday that operators will": the subject that the tree gives the verb, after its "that".
  if (const auto verb = main_verb(token); verb != kNoToken) {
    const auto subject = tree_.subject(verb);
    for (auto scan = subject; subject != kNoToken && subject < last && scan > first + 1; --scan) {
      if (tree_.lower(scan - 1) != "that" || !nominal(tree_.token(subject).upos)) continue;
      first = scan;
      break;
    }
  }
  // "From 1 December operators must": the subject without the words that open the sentence.
  if (const auto verb = main_verb(token);
      verb != kNoToken && first < last && tree_.token(first).upos == Upos::ADP) {
    const auto subject = tree_.subject(verb);
    if (subject != kNoToken && subject > first && subject < last && nominal(tree_.token(subject).upos)) {
      auto start = subject;
      while (start > first + 1 && tree_.token(start - 1).head == subject &&
             tree_.token(start - 1).upos != Upos::NUM && tree_.token(start - 1).upos != Upos::ADP)
        --start;
      if (tree_.token(start - 1).upos == Upos::NUM || tree_.token(start - 1).upos == Upos::PROPN)
        first = start;
    }
  }
  // "Users who reach services by mail, file or web should": the list within it is not the subject.
  // "Users who compile it or obtain releases of it are": nor is what the second verb governs.
  const bool in_list =
      first > begin_ && tree_.form(first - 1) == "," && tree_.token(first).upos == Upos::CCONJ;
  const bool after_joint = first > begin_ && first < last && tree_.token(first - 1).upos == Upos::CCONJ;
  if (in_list || after_joint) {
    const auto verb = main_verb(token);
    const auto subject = verb == kNoToken ? kNoToken : tree_.subject(verb);
    if (subject != kNoToken && subject >= begin_ && subject < first) {
      const auto whole = tree_.language.subtree(subject);
      if (whole.last >= last) return phrase(std::max(whole.first, begin_), last);
    }
  }
  if (first > begin_ && tree_.form(first - 1) == ",") {
    const auto verb = main_verb(token);
    first = list_start(first, last, verb == kNoToken ? kNoToken : tree_.subject(verb));
  }
  if (const auto whole = subtree_subject(token, first, last); whole.found()) return whole;
  // A verb before the phrase that no relative pronoun explains: the phrase begins after it.
  if (verb_inside) {
    bool in_relative = false;
    auto begin = first;
    for (auto scan = first; scan < last; ++scan) {
      if (relative(tree_.token(scan)) || relative_that(scan)) in_relative = true;
      const auto upos = tree_.token(scan).upos;
      const bool reduced = tree_.token(scan).xpos == Xpos::VBN || tree_.token(scan).xpos == Xpos::VBG ||
                           participle_after_noun(first, scan, last);
      if ((upos == Upos::VERB || upos == Upos::AUX) && !in_relative && !reduced) begin = scan + 1;
    }
    first = begin;
  }
  const auto verb = main_verb(token);
  return headed(phrase(first, last), verb == kNoToken ? kNoToken : tree_.subject(verb));
}

// "Fishing and offshore companies": the subject in the tree, where the first noun only describes it.
Phrase Clause::headed(Phrase found, TokenIndex subject) const {
  if (!found.found() || subject == kNoToken || subject <= found.head || subject >= found.last) return found;
  const auto& word = tree_.token(found.head);
  if (word.head == subject && word.rel != Deprel::conj) found.head = subject;
  return found;
}

// "Women booked in for tests need": read as a past tense, but no subject for "need" would be left after it.
bool Clause::participle_after_noun(TokenIndex first, TokenIndex verb, TokenIndex last) const {
  if (tree_.token(verb).xpos != Xpos::VBD || verb == first || !nominal(tree_.token(verb - 1).upos))
    return false;
  auto next = verb + 1;
  while (next < last && (tree_.token(next).upos == Upos::ADV || tree_.token(next).xpos == Xpos::RP)) ++next;
  return next < last && tree_.token(next).upos == Upos::ADP;
}

// "results taken since Sunday", "museums holding them as exhibits": read as a conjunction, but what follows
// has no verb of its own, and a participle before it takes it.
bool Clause::preposition_within(TokenIndex token) const {
  const auto word = tree_.lower(token);
  if (word == "without") return token + 1 < end_ && tree_.token(token + 1).xpos == Xpos::VBG;
  if (word != "since" && word != "as" && word != "before" && word != "after" && word != "until") return false;
  const auto next = token + 1 < end_ ? tree_.token(token + 1).upos : Upos::X;
  if (word != "as" && (next == Upos::PROPN || next == Upos::NUM)) return true;  // "since May 1"
  constexpr TokenIndex kNear = 6;
  for (auto scan = token; scan > begin_ + 1 && token - scan < kNear; --scan) {
    const auto& before = tree_.token(scan - 1);
    if (before.upos == Upos::PUNCT || before.upos == Upos::PRON) return false;
    if (before.xpos == Xpos::VBN || before.xpos == Xpos::VBG) return nominal(tree_.token(scan - 2).upos);
  }
  return false;
}

// "administrators of gateways that were exposed since May should": where the tree gives the verb a noun
// before all that the surface takes for the subject, and that noun's words reach up to the verb, they are the
// subject.
Phrase Clause::subtree_subject(TokenIndex token, TokenIndex first, TokenIndex last) const {
  const auto verb = main_verb(token);
  const auto subject = verb == kNoToken ? kNoToken : tree_.subject(verb);
  if (subject == kNoToken || subject < begin_ || subject >= first) return {};
  if (tree_.lower(subject) == "pursuant")
    return {};  // "Pursuant to Directive 7": capitalised, read as a name
  const auto whole = tree_.language.subtree(subject);
  if (whole.last + 1 < last || whole.last > token) return {};
  for (auto scan = subject; scan < first; ++scan) {
    const auto form = tree_.form(scan);
    if (is_break(form) || form == "“" || form == "”" || form == "\"" || heading_ends_before(scan + 1))
      return {};
  }
  auto start = subject;
  while (start > std::max(whole.first, begin_) && tree_.token(start - 1).upos != Upos::PUNCT &&
         !heading_ends_before(start))
    --start;
  const auto found = phrase(start, last);
  return found.found() && found.head <= subject ? Phrase{found.first, found.last, subject} : Phrase();
}

// "Under the order, signed in May, ministries, councils and schools must": the first word of the list whose
// last members are [first, last). Members are noun phrases of their own between commas; the tree says whether
// one that is no plain plural is the subject.
TokenIndex Clause::list_start(TokenIndex first, TokenIndex last, TokenIndex subject) const {
  bool joined = false;
  for (auto scan = first; scan < last && !relative(tree_.token(scan)); ++scan) {
    joined = joined || tree_.lower(scan) == "and" || tree_.lower(scan) == "or";
  }
  if (!joined) return first;
  while (first > begin_ && tree_.form(first - 1) == ",") {
    auto member = first - 1;
    bool plain = true;
    bool plural = false;
    while (member > begin_ && tree_.form(member - 1) != "," && !is_break(tree_.form(member - 1))) {
      --member;
      const auto& word = tree_.token(member);
      const bool fits = nominal(word.upos) || word.upos == Upos::ADJ || word.upos == Upos::DET ||
                        word.upos == Upos::NUM || word.upos == Upos::ADP || word.xpos == Xpos::HYPH ||
                        word.xpos == Xpos::POS;
      if (!fits || word.upos == Upos::PRON) return first;
      plain = plain && word.upos != Upos::ADP;
      plural = plural || (member + 2 == first && (word.xpos == Xpos::NNS || word.xpos == Xpos::NNPS));
    }
    // "Pursuant to Directive 7", "On Monday"
    const bool adjunct = tree_.token(member).upos == Upos::ADP || tree_.lower(member + 1) == "to" ||
                         tree_.lower(member + 1) == "of";
    if (member + 1 >= first || adjunct) return first;
    const bool told_by_tree = subject != kNoToken && subject >= member && subject < first;
    if (!told_by_tree && !(plain && plural)) return first;
    first = member;
    if (told_by_tree) return first;
  }
  return first;
}

// "logins that are not used": "that" after a noun and before a verb is a relative pronoun, whatever its tag.
bool Clause::relative_that(TokenIndex token) const {
  if (token == begin_ || token + 1 >= end_ || tree_.lower(token) != "that") return false;
  const auto after = tree_.token(token + 1).upos;
  return nominal(tree_.token(token - 1).upos) && (after == Upos::VERB || after == Upos::AUX);
}

}  // namespace hearsay::advice
