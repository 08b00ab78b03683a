#include <algorithm>
#include <utility>

#include "core/advice/finders.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::advice {

Modality forbidden(Modality modality) {
  switch (modality) {
    case Modality::must:
    case Modality::may:
    case Modality::must_not:
      return Modality::must_not;
    default:
      return Modality::should_not;
  }
}

bool says_not(const std::string& word) {
  return word == "not" || word == "n't" || word == "n’t" || word == "never";
}

std::string WordReader::lower(TokenIndex token) const {
  return token < clause_.end() ? tree_.lower(token) : std::string();
}

Xpos WordReader::xpos(TokenIndex token) const {
  return token < clause_.end() ? tree_.token(token).xpos : Xpos::XX;
}

Upos WordReader::upos(TokenIndex token) const {
  return token < clause_.end() ? tree_.token(token).upos : Upos::X;
}

bool WordReader::is_be(TokenIndex token) const {
  const auto word = lower(token);
  return word == "is" || word == "are" || word == "was" || word == "were" || word == "be" || word == "been" ||
         word == "being" || word == "'re" || word == "’re" ||
         ((word == "'s" || word == "’s") && upos(token) != Upos::PART);
}

bool WordReader::quotation_mark(TokenIndex token) const {
  if (token >= clause_.end()) return false;
  const auto form = tree_.form(token);
  return form == "“" || form == "”" || form == "\"" || form == "``" || form == "''" || form == "‘" ||
         form == "’";
}

TokenIndex WordReader::verb_before(TokenIndex token, bool& negated) const {
  while (token > clause_.begin()) {
    --token;
    const auto word = lower(token);
    if (says_not(word)) {
      negated = true;
    } else if (no_longer(token)) {
      negated = true;
      if (token == clause_.begin()) break;
      --token;
    } else if (word == "," && token > clause_.begin() + 2 && upos(token - 1) == Upos::ADV &&
               lower(token - 2) == ",") {
      token -= 2;  // "are, however, encouraged"
    } else if (upos(token) != Upos::ADV) {
      return token;
    }
  }
  return kNoToken;
}

// "no longer": what held once does not hold now. `token`: "longer".
bool WordReader::no_longer(TokenIndex token) const {
  return token > clause_.begin() && lower(token) == "longer" && lower(token - 1) == "no";
}

// "may, at their option, continue", "shall, not later than May 5, 2031, stop": past what stands between
// commas.
TokenIndex WordReader::after_aside(TokenIndex comma) const {
  constexpr TokenIndex kAside = 14;
  for (auto scan = comma + 1; scan + 1 < clause_.end() && scan < comma + kAside; ++scan) {
    if (upos(scan) == Upos::VERB && xpos(scan) != Xpos::VBN && xpos(scan) != Xpos::VBG) break;
    const auto next = clause_.after_item_mark(scan + 1);
    if (tree_.form(scan) == "," && (xpos(next) == Xpos::VB || words_.is(WordClass::imperative, lower(next))))
      return next - 1;
  }
  return kNoToken;
}

TokenIndex WordReader::verb_after(TokenIndex token, bool& negated) const {
  token = clause_.after_item_mark(token + 1) - 1;
  if (token + 1 < clause_.end() && tree_.form(token + 1) == ",") {
    const auto aside = after_aside(token + 1);
    if (aside != kNoToken) token = aside;
  }
  for (auto next = token + 1; next < clause_.end() && next < token + 6; ++next) {
    const auto word = lower(next);
    if (says_not(word)) {
      negated = true;
      continue;
    }
    if (word == "no" && no_longer(next + 1)) {
      negated = true;
      ++next;
      continue;
    }
    if ((upos(next) == Upos::ADV || word == "either" || word == "both") && !clause_.base_verb(next)) continue;
    // "should “be careful”": quoted from there on.
    if (tree_.form(next) == "“" || tree_.form(next) == "\"" || tree_.form(next) == "‘") continue;
    if (upos(next) == Upos::PUNCT || upos(next) == Upos::DET || upos(next) == Upos::PRON ||
        upos(next) == Upos::ADP)
      return kNoToken;
    return next;
  }
  return kNoToken;
}

bool WordReader::gerund(TokenIndex token) const {
  if (xpos(token) == Xpos::VBG) return true;
  const auto word = lower(token);
  if (word.size() < 6 || word.substr(word.size() - 3) != "ing") return false;
  const auto stem = word.substr(0, word.size() - 3);
  return words_.is(WordClass::imperative, stem) || words_.is(WordClass::imperative, stem + "e");
}

bool WordReader::participle(TokenIndex token) const {
  if (xpos(token) == Xpos::VBN || xpos(token) == Xpos::VBD) return true;
  const auto word = lower(token);
  if (word.size() < 5 || word.substr(word.size() - 2) != "ed") return false;
  return words_.is(WordClass::imperative, word.substr(0, word.size() - 1)) ||
         words_.is(WordClass::imperative, word.substr(0, word.size() - 2));
}

bool WordReader::relative_before(TokenIndex first, TokenIndex token) const {
  for (auto scan = first; scan < token; ++scan) {
    if (xpos(scan) == Xpos::WP || xpos(scan) == Xpos::WDT) return true;
  }
  return false;
}

bool WordReader::denied(const Phrase& phrase) const {
  if (!phrase.found()) return false;
  const auto word = lower(phrase.first);
  return word == "no" || word == "none" || word == "nobody";
}

// "Administrators of gateways: ...": who is told what follows the colon.
Phrase WordReader::label() const {
  constexpr TokenIndex kOpening = 10;
  const auto first = clause_.first_word();
  for (auto token = first; token + 1 < clause_.end() && token < first + kOpening; ++token) {
    if (clause_.finite(token) || (upos(token) == Upos::PUNCT && tree_.form(token) != ":")) return {};
    if (tree_.form(token) != ":" || token == first) continue;
    auto who = clause_.phrase(first, token);
    if (!who.found()) return {};
    who.last = token;  // "Everyone else"
    const bool everyone = upos(who.head) == Upos::PRON && lower(who.head).starts_with("every");
    const bool people =
        words_.is(WordClass::audience, tree_.lemma(who.head)) &&
        (xpos(who.head) == Xpos::NNS || xpos(who.head) == Xpos::NNPS || lower(who.head) == "staff");
    return everyone || people ? who : Phrase();
  }
  return {};
}

bool WordReader::instrument(TokenIndex noun) const {
  return words_.is(WordClass::instrument, tree_.lemma(noun)) || words_.is(WordClass::instrument, lower(noun));
}

bool WordReader::hypothetical(TokenIndex cue) const {
  return hypothetical_verb(cue) || conditional(cue);
}

bool WordReader::hypothetical_verb(TokenIndex cue) const {
  bool not_used = false;
  const auto previous = verb_before(cue, not_used);
  if (previous == kNoToken) return false;
  const auto word = lower(previous);
  if (word == "could" || word == "would" || word == "might" || word == "can" || word == "may" ||
      word == "to" || word == "should" || word == "must")
    return true;
  // "be urged" under "may"
  if ((word == "be" || word == "been" || word == "have") && previous > clause_.begin())
    return hypothetical_verb(previous);
  return false;
}

bool WordReader::conditional(TokenIndex cue) const {
  for (auto scan = cue; scan > clause_.begin() && cue - scan < 12; --scan) {
    const auto word = lower(scan - 1);
    if (word == "," || word == ";") return false;
    if (word == "if" || word == "whether" || word == "unless") return true;
  }
  return false;
}

// The subject of the verb to which another is joined. "Staff will be paid, the office said, and need not
// call": of what is said, and not of the saying. "the public had nothing to fear and need not": of the verb
// above.
TokenIndex WordReader::subject_of_first(TokenIndex verb) const {
  const auto said = tree_.language.child(verb, Deprel::ccomp);
  auto subject = tree_.subject(verb);
  if (said != kNoToken && subject != kNoToken && said < subject) return tree_.subject(said);
  constexpr int kLevels = 3;
  for (int level = 0; level < kLevels && subject == kNoToken; ++level) {
    const auto rel = tree_.token(verb).rel;
    if (rel != Deprel::acl && rel != Deprel::xcomp && rel != Deprel::obj) break;
    verb = tree_.token(verb).head;
    if (verb == kNoToken || verb < clause_.begin()) break;
    subject = tree_.subject(verb);
  }
  return subject;
}

// The subject of the first of joined verbs: "Agencies update it and must report".
Phrase WordReader::joined_subject(TokenIndex cue) const {
  auto before = cue;
  // "and, until then, must not"
  constexpr TokenIndex kAside = 8;
  if (before > clause_.begin() && lower(before - 1) == ",") {
    for (auto scan = before - 1; scan > clause_.begin() && before - scan < kAside; --scan) {
      if (lower(scan - 1) != ",") continue;
      before = scan - 1;
      break;
    }
  }
  if (before == clause_.begin() || upos(before - 1) != Upos::CCONJ) return {};
  const auto head = tree_.token(cue).head;
  const auto subject = head == kNoToken ? kNoToken : subject_of_first(head);
  if (subject == kNoToken || subject > cue) return {};
  // "Entities that find signs of it shall report them and must": with what describes them.
  auto verb = subject + 1;
  while (verb < cue && xpos(verb) != Xpos::MD) ++verb;
  if (verb < cue) {
    const auto whole = clause_.before(verb);
    if (whole.found() && whole.head == subject) return whole;
  }
  const auto extent = tree_.language.subtree(subject);
  const auto first = std::max(extent.first, clause_.begin());
  // A tree that takes "the insurer must act within 60 days" for the subject: before its own modal stands who
  // must.
  for (auto token = first; token < subject; ++token) {
    if (xpos(token) == Xpos::MD && !relative_before(first, token)) return clause_.before(token);
  }
  const auto last = extent.last <= cue ? extent.last : subject + 1;
  // "recognising that VPNs have flaws and should be updated": the participle is not part of the subject
  if (first < subject && xpos(first) == Xpos::VBG && upos(first) == Upos::VERB)
    return {subject, last, subject};
  return {first, last, subject};
}

// "private individuals, who have no cause to": whom the relative pronoun stands for.
Phrase WordReader::subject_or_antecedent(TokenIndex verb) const {
  auto subject = clause_.before(verb);
  const auto rel = tree_.token(verb).rel;
  if (rel == Deprel::aux_pass || rel == Deprel::aux) verb = tree_.token(verb).head;
  if (subject.found() || verb == kNoToken || tree_.token(verb).rel != Deprel::acl_relcl) return subject;
  const auto noun = tree_.token(verb).head;
  if (noun == kNoToken || noun >= verb || noun < clause_.begin()) return {};
  auto last = noun + 1;
  while (last < verb && !relative_before(noun, last + 1) && lower(last) != ",") ++last;
  return clause_.phrase(std::max(tree_.language.subtree(noun).first, clause_.begin()), last);
}

// "no need to uninstall it or move": both are denied, and neither alone is what the text says.
bool WordReader::one_denied(const Candidate& candidate, TokenIndex joined) const {
  const auto joint = joined > clause_.begin() + 1 && lower(joined - 1) == "to" ? joined - 2 : joined - 1;
  return joined > clause_.begin() && lower(joint) == "or" &&
         (candidate.modality == Modality::need_not || candidate.modality == Modality::should_not ||
          candidate.modality == Modality::must_not);
}

// "must close it or lose their licence": what follows if they do not.
bool WordReader::consequence(TokenIndex verb) const {
  return verb != kNoToken && verb > clause_.begin() && lower(verb - 1) == "or" &&
         tree_.has_lemma(verb, {"lose", "face", "risk", "forfeit", "suffer", "incur", "be"});
}

void WordReader::add_with_joined(Candidate candidate) {
  const auto asserted = candidate.modality;
  for (int joined = 0; joined < 12; ++joined) {
    const auto reach = clause_.reach(candidate.action);
    add(candidate);
    if (reach.joined == kNoToken || one_denied(candidate, reach.joined) || consequence(reach.joined)) return;
    candidate.action = reach.joined;
    // "to change it, and not to answer": denied from here on; "not to open it or answer" stays denied.
    if (reach.joined_negated) candidate.modality = forbidden(asserted);
    // "not to forward it, and to download": what has a "to" of its own is asserted again.
    // "should not ring it but visit the branch"
    const bool contrast = lower(reach.joined - 1) == "but" || lower(reach.joined - 2) == "but";
    if (!reach.joined_negated && candidate.asserted && (lower(reach.joined - 1) == "to" || contrast))
      candidate.modality = *candidate.asserted;
  }
}

void WordReader::add(Candidate candidate) {
  turn_avoidance(candidate);
  if (candidate.action >= clause_.end()) return;
  // "All you need to do is plug it in", "the file they are instructed to open is": the verb has no words of
  // its own
  const auto next = candidate.action + 1;
  if (candidate.words.empty() && upos(next) == Upos::AUX && clause_.finite(next)) return;
  after_heading(candidate.audience);
  before_day(candidate.audience);
  found_.push_back(std::move(candidate));
}

// "urged airlines on Wednesday to": the day is not part of who is told, nor is a "to" that was left over.
void WordReader::before_day(Phrase& who) const {
  if (!who.found()) return;
  if (who.last > who.head + 1 && upos(who.last - 1) == Upos::PART && lower(who.last - 1) == "to") --who.last;
  static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  const auto day = lower(who.last - 1);
  if (who.last <= who.head + 2 || std::find(std::begin(kDays), std::end(kDays), day) == std::end(kDays))
    return;
  if (tree_.has_lemma(who.last - 2, {"on", "last", "this"})) who.last -= 2;
}

// "Apply an update Tarn users should": a heading that ran into its text is not part of who is told.
void WordReader::after_heading(Phrase& who) const {
  const auto opening = clause_.first_word();
  if (!who.found() || who.first > opening + 1 || who.head <= opening + 1) return;
  const bool order = words_.is(WordClass::imperative, lower(opening)) && upos(opening) != Upos::ADJ &&
                     xpos(opening) != Xpos::VBN;
  const bool people = xpos(who.head) == Xpos::NNS || xpos(who.head) == Xpos::NNPS;
  const auto capital = [&](TokenIndex token) { return ascii::is_upper(tree_.form(token).front()); };
  if (!order || !people || !capital(opening) || (!capital(who.head) && !capital(who.head - 1))) return;
  auto first = who.head;
  while (first > opening + 1 && (capital(first - 1) || (upos(first - 1) == Upos::ADJ && !capital(first))) &&
         xpos(first - 1) != Xpos::NNPS && xpos(first - 1) != Xpos::NNS)
    --first;
  who.first = first;
}

void WordReader::turn_avoidance(Candidate& candidate) const {
  if (candidate.modality != Modality::must && candidate.modality != Modality::should) return;
  if (candidate.shape == Shape::exemption || !words_.is(WordClass::avoid, tree_.lemma(candidate.action)))
    return;
  auto next = candidate.action + 1;
  if (lower(next) == "from") ++next;
  if (next >= clause_.end() || xpos(next) != Xpos::VBG) return;
  candidate.action = next;
  candidate.modality = forbidden(candidate.modality);
}

}  // namespace hearsay::advice
