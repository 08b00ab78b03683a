#include <algorithm>
#include <utility>

#include "core/advice/finders.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::advice {

void ImperativeFinder::imperative() {
  imperative_from(clause_.first_word());
  announced();
  labelled();
  // "Do not open it; forward it to the office."
  for (auto token = clause_.first_word(); token + 2 < clause_.end(); ++token) {
    if (!found_.empty() && tree_.form(token) == ";" && xpos(token + 1) == Xpos::VB)
      imperative_from(token + 1);
  }
}

// "Her advice to small firms is simple: keep a copy.", "The minister's instruction: unplug it."
void ImperativeFinder::announced() {
  constexpr TokenIndex kOpening = 16;
  const auto limit = std::min(clause_.end(), clause_.begin() + kOpening);
  auto noun = kNoToken;
  for (auto token = clause_.begin(); token + 1 < limit; ++token) {
    if (upos(token) == Upos::NOUN && words_.value(WordClass::order_noun, tree_.lemma(token)) &&
        noun == kNoToken)
      noun = token;
    if (tree_.form(token) != ":" || noun == kNoToken) continue;
    auto first = token + 1;
    while (quotation_mark(first)) ++first;
    const auto already = found_.size();
    imperative_from(first);
    const auto giver = tree_.language.child(noun, Deprel::nmod_poss);
    for (auto i = already; i < found_.size(); ++i) {
      found_[i].announced = true;
      found_[i].why = "tells what to do, after “" + lower(noun) + "”";
      if (giver != kNoToken && giver < noun) found_[i].issuer = {giver, giver + 1, giver};
      if (found_[i].modality == Modality::should &&
          words_.value(WordClass::order_noun, tree_.lemma(noun)) == Modality::must)
        found_[i].modality = Modality::must;
    }
    return;
  }
}

// "Windows users: install version 7.": the label says who is told.
void ImperativeFinder::labelled() {
  const auto who = label();
  if (!who.found()) return;
  const auto already = found_.size();
  imperative_from(who.last + 1);
  for (auto i = already; i < found_.size(); ++i) found_[i].audience = who;
}

void ImperativeFinder::imperative_from(TokenIndex first) {
  if (first >= clause_.end() || (first == clause_.first_word() && (field_line(first) || capitals(first))))
    return;
  if (!imperative_at(first)) {
    first = after_opening(first);
    if (first == kNoToken || !imperative_at(first)) return;
  }
  const bool please = first > clause_.begin() && lower(first - 1) == "please";
  bool negated = says_not(lower(first)) || (lower(first) == "do" && says_not(lower(first + 1)));
  auto verb = first;
  if (negated) {
    verb = lower(first) == "never" ? first + 1 : first + 2;
    if (verb >= clause_.end()) return;
  } else if (lower(first) == "always") {
    ++verb;
  }
  Candidate candidate;
  candidate.shape = Shape::imperative;
  candidate.cue = verb;
  candidate.action = verb;
  candidate.modality = negated ? Modality::should_not : Modality::should;
  candidate.please = please;
  if (const auto you = reader_in(first); you != kNoToken) candidate.audience = {you, you + 1, you};
  candidate.unlisted = !negated && !words_.is(WordClass::imperative, lower(verb));
  candidate.why = "tells the reader to act: a verb without subject";
  add_with_joined(std::move(candidate));
}

// "If you received it, delete it": the "you" of the condition before the action.
TokenIndex ImperativeFinder::reader_in(TokenIndex first) const {
  if (first == clause_.first_word() || !clause_.opens_condition(clause_.first_word())) return kNoToken;
  const auto you = clause_.first_word() + 1;
  return lower(you) == "you" && you < first ? you : kNoToken;
}

// A word for a document or a version as well as a verb.
bool ImperativeFinder::is_paper(const std::string& word) const {
  return word == "alert" || word == "update" || word == "release" || word == "note" || word == "report" ||
         word == "patch" || word == "file" || word == "order" || word == "notice";
}

// "UPDATE HISTORY": a heading.
bool ImperativeFinder::capitals(TokenIndex first) const {
  for (auto token = first; token < clause_.end() && token < first + 2; ++token) {
    for (const char c : tree_.form(token)) {
      if (ascii::is_lower(c)) return false;
    }
  }
  return true;
}

// "Alert Code: ICSA-17": a field and its value.
bool ImperativeFinder::field_line(TokenIndex first) const {
  for (auto scan = first; scan + 1 < clause_.end() && scan < first + 4; ++scan) {
    if (tree_.form(scan) == ":") return true;
  }
  return false;
}

bool ImperativeFinder::imperative_at(TokenIndex first) const {
  auto verb = first;
  const auto word = lower(first);
  // "See 12 Code 34": a footnote.
  if (word == "see" && (upos(first + 1) == Upos::NUM || upos(first + 1) == Upos::PUNCT ||
                        lower(first + 1) == "also" || first + 2 >= clause_.end()))
    return false;
  if (lower(first + 1) == "&") return false;  // "File & Directory": a name
  // "Alert 20-014A", "Update 3": which, and nothing to be done
  const auto next_word = lower(first + 1);
  if (is_paper(word) && !next_word.empty() && ascii::is_digit(next_word.front())) return false;
  if (word == "be" && upos(first + 1) == Upos::PRON) return false;  // "Be it red or blue, it is"
  // "Update The maker has released one": a heading that ran into its text
  const auto after = first + 1 < clause_.end() ? upos(first + 1) : Upos::X;
  if ((after == Upos::DET || after == Upos::PRON || after == Upos::SCONJ) &&
      ascii::is_upper(tree_.form(first + 1).front()) && lower(first + 1) != "i" &&
      !(tree_.form(first + 1).size() > 1 && ascii::is_upper(tree_.form(first + 1)[1])))
    return false;
  if (word == "back" && lower(first + 1) != "up") return false;  // "Back to your question."
  if (word == "do" && says_not(lower(first + 1))) return first + 2 < clause_.end();
  if (word == "never" || word == "always") return first + 1 < clause_.end() && clause_.base_verb(first + 1);
  if (!words_.is(WordClass::imperative, word)) {
    // A verb that is not on the list: sure only below a line that says who must act.
    return xpos(first) == Xpos::VB && upos(first) == Upos::VERB && first + 1 < clause_.end() &&
           upos(first + 1) != Upos::PUNCT;
  }
  if (xpos(verb) == Xpos::VB && upos(verb) == Upos::VERB) return true;
  // Tagged as a noun or a name, as verbs at the head of a line often are: a verb if nothing else is the
  // verb of the clause, and if an object or a preposition follows.
  if (verb + 1 >= clause_.end()) return false;
  const auto next = upos(verb + 1);
  if (lower(verb + 1) == "to" && upos(verb) != Upos::ADJ) return true;
  if (next == Upos::VERB || next == Upos::AUX || next == Upos::PUNCT) return false;
  for (auto scan = verb + 1; scan < clause_.end(); ++scan) {
    const auto tag = upos(scan);
    if (tag == Upos::SCONJ || xpos(scan) == Xpos::WDT || xpos(scan) == Xpos::WP || xpos(scan) == Xpos::WRB)
      break;
    if (tag == Upos::PUNCT || tag == Upos::PRON) break;
    if (xpos(scan) == Xpos::MD || xpos(scan) == Xpos::VBZ || xpos(scan) == Xpos::VBP || tag == Upos::AUX)
      return false;
  }
  return true;
}

// "Where possible, disable", "By 30 September, remove": the word after the opening adjunct's comma.
TokenIndex ImperativeFinder::after_opening(TokenIndex first) const {
  const auto tag = upos(first);
  // "If you receive it please delete it"
  for (auto scan = first + 1; scan + 1 < clause_.end() && scan < first + 40; ++scan) {
    if (lower(scan) == "please" && imperative_at(scan + 1)) return scan + 1;
  }
  if (tag != Upos::ADP && tag != Upos::SCONJ && tag != Upos::ADV && tag != Upos::PART &&
      !words_.is(WordClass::condition, lower(first)))
    return kNoToken;
  for (auto scan = first + 1; scan + 1 < clause_.end() && scan < first + 40; ++scan) {
    if (tree_.form(scan) != ",") continue;
    const auto next = lower(scan + 1) == "please" ? scan + 2 : scan + 1;
    if (next < clause_.end() && imperative_at(next)) return next;
    // "As noted before, everyone we buy from, sell to": only a condition has commas of its own
    if (!clause_.opens_condition(first)) return kNoToken;
  }
  return kNoToken;
}

}  // namespace hearsay::advice
