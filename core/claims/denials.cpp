// What makes a claim a denial: that its words call a claim, a report or its evidence untrue, whatever the
// verb. And what does not, though the verb denies: who rejects an offer refuses it.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

bool negated(const Reading& reading, TokenIndex token) {
  constexpr std::string_view negators[] = {"not", "n't", "n\xE2\x80\x99t", "never", "no", "hardly"};
  for (const TokenIndex child : reading.layer.children_of(token)) {
    if (is_any(reading.lower(child), negators)) return true;
  }
  return false;
}

TokenIndex subject_of(const Reading& reading, TokenIndex predicate) {
  for (const TokenIndex child : reading.layer.children_of(predicate)) {
    const Deprel rel = reading[child].rel;
    if (is_subject(rel) || rel == Deprel::csubj || rel == Deprel::csubj_pass) return child;
  }
  return kNoToken;
}

// The word of which the tree says the judgement at `token`: its own subject, or that of the noun it modifies.
TokenIndex judged_by(const Reading& reading, TokenIndex token) {
  constexpr int kSteps = 3;  // "absolutely untrue", "a pack of lies", "wrong on the facts and on the law"
  for (int step = 0; step < kSteps; ++step) {
    if (const TokenIndex subject = subject_of(reading, token); subject != kNoToken) return subject;
    const Deprel rel = reading[token].rel;
    const TokenIndex head = reading[token].head;
    const bool up = rel == Deprel::amod || rel == Deprel::compound || rel == Deprel::conj ||
                    rel == Deprel::nmod || rel == Deprel::flat;
    if (head == kNoToken || !up) return kNoToken;
    token = head;
  }
  return kNoToken;
}

// How the words at `token` call something untrue: by themselves ("false", "not true"), only of a word for a
// claim ("thin"), or not at all (negator stands for that).
Negation untruth_at(const Evidence& evidence, TokenIndex token) {
  const Reading& reading = evidence.reading;
  constexpr std::string_view truths[] = {"true", "correct", "accurate", "case"};
  const Upos tag = reading[token].upos;
  // "not the case when ..." says when it is.
  const bool limited =
      token + 1 < reading.size() && (reading.lower(token + 1) == "when" || reading.lower(token + 1) == "if" ||
                                     reading.lower(token + 1) == "for");
  if (reading.lemma(token) == "case" && limited) return Negation::negator;
  // "not the case"; but "isn't just a case of"
  const bool a_case = reading.lemma(token) == "case" && (token == 0 || reading.lower(token - 1) != "the");
  if (a_case) return Negation::negator;
  // "not always true" says that it often is.
  for (const TokenIndex child : reading.layer.children_of(token)) {
    if (reading.lower(child) == "always" || reading.lower(child) == "necessarily") return Negation::negator;
  }
  if (is_any(reading.lemma(token), truths) && (tag == Upos::ADJ || tag == Upos::NOUN))
    return negated(reading, token) ? Negation::dismissal : Negation::negator;
  const auto& list = evidence.lexicon.negations;
  const Phrase* phrase = evidence.phrase_at(list, token, true);
  if (phrase == nullptr) phrase = evidence.phrase_at(list, token, false);
  if (phrase == nullptr) return Negation::negator;
  const auto kind = static_cast<Negation>(phrase->kind);
  if (kind != Negation::dismissal && kind != Negation::objection) return Negation::negator;
  // "lies in"; but "called that figure exaggerated", whatever form the tagger sees in it.
  const bool finite =
      (is_finite(reading, token) || reading[token].xpos == Xpos::VB) && reading[token].rel != Deprel::xcomp;
  if (finite || tag == Upos::ADV) return Negation::negator;  // "lies in", "wrong" as in "got it wrong"
  if (phrase->words.front() == "lie" && tag == Upos::VERB) return Negation::negator;  // "lying on the table"
  return negated(reading, token) ? Negation::negator : kind;
}

// Whether `token` is a word for a claim, or points at one: "the report", "this". "money that is lying there"
// points at money.
bool is_claim_word(const Evidence& evidence, TokenIndex token, bool pronouns) {
  const Reading& reading = evidence.reading;
  if (reading[token].upos == Upos::PRON || reading[token].upos == Upos::DET) {
    const TokenIndex head = reading[token].head;
    const bool relative = reading[token].xpos == Xpos::WDT || reading[token].xpos == Xpos::WP ||
                          (head != kNoToken && reading[head].rel == Deprel::acl_relcl);
    return pronouns && !relative && (reading.lower(token) == "this" || reading.lower(token) == "that");
  }
  // "The idea of deporting everybody is absurd" judges a plan.
  const bool plan =
      reading.lemma(token) == "idea" && token + 1 < reading.size() && reading.lower(token + 1) == "of";
  return !plan && matter_at(evidence, token) != nullptr;
}

// "spoke out against the accusations": whoever accuses an accusation denies it.
bool rebuts_an_accusation(const Evidence& evidence, const Draft& draft) {
  if (draft.content_head == kNoToken || evidence.reading[draft.content_head].upos != Upos::NOUN) return false;
  if (draft.cue_head == draft.content_head || draft.cue_lemma == evidence.reading.lemma(draft.content_head))
    return false;
  const Cue* noun = evidence.lexicon.cue(CuePos::noun, evidence.reading.lemma(draft.content_head));
  return noun != nullptr && noun->stance == Stance::accuse &&
         evidence.lexicon.cue(CuePos::verb, draft.cue_lemma) != nullptr;
}

// Whether a word for a claim stands in the sentence before the verb, and hangs on it or on nothing that
// speaks.
bool claim_word_before(const Evidence& evidence, TokenIndex verb) {
  const Reading& reading = evidence.reading;
  for (const TokenIndex child : reading.layer.children_of(verb)) {
    const Deprel rel = reading[child].rel;
    const bool object = rel == Deprel::obj || rel == Deprel::nsubj_pass || rel == Deprel::dislocated ||
                        rel == Deprel::obl || (child < verb && is_subject(rel));
    if (object && is_claim_word(evidence, child, false)) return true;
  }
  // Where the verb is read as hanging on something within it, the word heads the sentence.
  const auto& sentence = reading.layer.sentence(verb);
  for (TokenIndex token = sentence.first; token < verb; ++token) {
    if (reading[token].rel == Deprel::root) return is_claim_word(evidence, token, false);
  }
  return false;
}

// Whether the word at `token` can be said only of what somebody claims or shows: "a fabrication". A nonsense
// or a farce may be anything.
bool made_up(const Evidence& evidence, TokenIndex token) {
  constexpr std::string_view words[] = {"fabrication", "forgery", "falsehood", "invention",
                                        "lie",         "untruth", "smear",     "slander",
                                        "hoax",        "untrue",  "fiction"};
  return is_any(evidence.reading.lemma(token), words);
}

// "called the allegation baseless", "said the determination was wrong", "To say there is none is not true".
bool dismisses_a_claim(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const Negation how = untruth_at(evidence, token);
      if (how == Negation::negator) continue;
      // "The allegation that it knew, she described as simply false."
      const bool as = reading.lower(draft.content.front().first) == "as";
      if (draft.stance == Stance::assess && as && claim_word_before(evidence, draft.cue_head)) return true;
      // What the frame says is judged: "called the paper a forgery", "calls it a fabrication".
      if (draft.stance == Stance::assess && draft.target != kNoToken && token > draft.target &&
          is_claim_word(evidence, draft.target, true))
        return true;
      if (draft.stance == Stance::assess && !draft.clausal && made_up(evidence, token) &&
          reading.lower(draft.content.front().first) == "it")
        return true;
      // "There is no truth in it."
      if (reading.lower(token) == "no" && token + 1 < run.last && reading.lower(token + 1) == "truth")
        return true;
      const TokenIndex judged = judged_by(reading, token);
      if (judged == kNoToken || judged < run.first || judged >= run.last) continue;
      // Later on "this" is what the source itself has just said.
      const bool begins = reading.same_sentence(judged, draft.content.front().first);
      if (is_claim_word(evidence, judged, begins && how == Negation::dismissal)) return true;
      // "To say that ... is simply not true."
      const bool said = reading[judged].rel == Deprel::csubj &&
                        evidence.lexicon.cue(CuePos::verb, reading.lemma(judged)) != nullptr;
      if (said && how == Negation::dismissal) return true;
    }
  }
  return false;
}

// "rejected the offer", "denied the company's employees access", "dismissed the lawsuit", "opposes the bill".
bool is_refusal(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  if (draft.clausal || draft.apposed || draft.content_head == kNoToken) return false;
  // "the freedom that had been denied": what is withheld is no claim.
  const TokenIndex relative = draft.content_head;
  const TokenIndex clause = reading[relative].head;
  if (draft.passive && is_relative(reading, relative) && clause != kNoToken &&
      reading[clause].head != kNoToken)
    return matter_at(evidence, reading[clause].head) == nullptr;
  // Who opposes a plan does not say that it is not so.
  if (draft.cue_lemma == "oppose" && matter_at(evidence, draft.content_head) == nullptr) return true;
  // "dismissed it as theatre" judges what was said.
  if (!draft.content.empty() && reading.lower(draft.content.front().first) == "as") return false;
  const TokenIndex head = draft.content_head;
  const Upos tag = reading[head].upos;
  if (tag != Upos::NOUN && tag != Upos::PROPN) return false;
  for (const TokenIndex child : reading.layer.children_of(draft.cue_head)) {
    const Deprel rel = reading[child].rel;
    if (rel == Deprel::iobj) return true;
    // "denied claims of involvement": the content is the involvement, what is denied is a claim.
    const bool denied = rel == Deprel::obj || rel == Deprel::nsubj_pass;
    if (denied && child != head && is_claim_word(evidence, child, false)) return false;
  }
  const Matter* matter = evidence.lexicon.matter(reading.lemma(head));
  if (matter != nullptr) return matter->kind == MatterKind::refused;
  // Whoever denies or disputes a thing without a word for a claim ("involvement", "the timeline") says that
  // it is not so; whoever rejects or opposes one turns it down, but for "rejects any link".
  constexpr std::string_view turns_down[] = {"reject",    "dismiss",   "oppose",    "rebuff",  "brush aside",
                                             "brush off", "discount",  "shrug off", "exclude", "play down",
                                             "downplay",  "push back", "hit back",  "object"};
  if (!is_any(draft.cue_lemma, turns_down)) return tag == Upos::PROPN && draft.cue_lemma == "deny";
  for (const TokenIndex child : reading.layer.children_of(head)) {
    if (reading[child].rel == Deprel::det && (reading.lower(child) == "any" || reading.lower(child) == "all"))
      return false;
  }
  return evidence.lexicon.cue(CuePos::noun, reading.lemma(head)) == nullptr;
}

// "would neither confirm nor deny whether": says neither.
bool leaves_open(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  const TokenIndex head = reading[draft.cue_head].head;
  if (reading[draft.cue_head].rel == Deprel::conj && head != kNoToken && reading.lemma(head) == "confirm")
    return true;
  for (const TokenIndex child : reading.layer.children_of(draft.cue_head)) {
    if (reading[child].rel == Deprel::conj && reading.lemma(child) == "confirm") return true;
  }
  return !draft.content.empty() && reading.lower(draft.content.front().first) == "whether";
}

// Whether the verb heads what is said there, not a condition or a relative clause in it ("people that I
// disagree with").
bool in_main_clause(const Reading& reading, TokenIndex verb, TokenIndex content_head) {
  constexpr int kSteps = 6;
  const TokenIndex mark = reading.layer.child(verb, Deprel::mark);
  if (mark != kNoToken && (reading.lower(mark) == "if" || reading.lower(mark) == "unless")) return false;
  for (int step = 0; step < kSteps && verb != content_head; ++step) {
    const Deprel rel = reading[verb].rel;
    if (reading[verb].head == kNoToken) return true;
    if (rel != Deprel::conj && rel != Deprel::ccomp && rel != Deprel::parataxis && rel != Deprel::xcomp)
      return false;
    verb = reading[verb].head;
  }
  return true;
}

// "We do not accept that we were reckless", "we strongly dispute it": the denial stands within the words
// quoted.
bool refuses_to_accept(const Evidence& evidence, const Draft& draft) {
  constexpr std::string_view verbs[] = {"accept", "agree", "recognise", "recognize", "share"};
  constexpr std::string_view denies[] = {"deny", "dispute", "refute", "contest", "disagree"};
  const Reading& reading = evidence.reading;
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (reading[token].upos != Upos::VERB) continue;
      const bool accepts = is_any(reading.lemma(token), verbs);
      const bool disputes = draft.quoted && is_any(reading.lemma(token), denies);
      if ((!accepts && !disputes) || !in_main_clause(reading, token, draft.content_head)) continue;
      const TokenIndex subject = subject_of(reading, token);
      if (subject == kNoToken || negated(reading, token) != accepts) continue;
      const auto& who = reading.lower(subject);
      if (who == "we" || who == "i") return true;
      // "said it did not recognise the picture": the source speaks of itself.
      const bool itself = who == "it" || who == "he" || who == "she" || who == "they";
      if (itself && !draft.quoted && token == draft.content_head) return true;
    }
  }
  return false;
}

// "This is not a vulnerability but a feature", "we could not reproduce it": what somebody reported is not
// there.
bool says_it_is_none(const Evidence& evidence, const Draft& draft) {
  constexpr std::string_view faults[] = {"vulnerability", "flaw", "bug",  "defect",   "breach",
                                         "hack",          "leak", "hole", "backdoor", "weakness"};
  constexpr std::string_view pointing[] = {"this", "that", "it", "these", "they"};
  constexpr std::string_view reported[] = {"issue", "problem", "behaviour", "behavior", "finding", "report"};
  const Reading& reading = evidence.reading;
  const TokenIndex head = draft.content_head;
  if (head == kNoToken || !negated(reading, head)) return false;
  if (reading.lemma(head) == "reproduce") return true;
  const TokenIndex subject = subject_of(reading, head);
  const bool points = subject != kNoToken &&
                      (is_any(reading.lower(subject), pointing) || is_any(reading.lemma(subject), reported));
  return points && is_any(reading.lemma(head), faults) && reading.layer.child(head, Deprel::cop) != kNoToken;
}

}  // namespace

const Matter* matter_at(const Evidence& evidence, TokenIndex token) {
  const Reading& reading = evidence.reading;
  // "the finding", "that reading": taken for a verb form, it still has its article.
  const bool gerund = reading[token].xpos == Xpos::VBG && reading.layer.child(token, Deprel::det) != kNoToken;
  if (reading[token].upos != Upos::NOUN && !gerund) return nullptr;
  // "these accounts" are where money or mail lies; "that account" is a story.
  if (reading[token].xpos == Xpos::NNS && reading.lemma(token) == "account") return nullptr;
  const Matter* matter =
      evidence.lexicon.matter(gerund ? std::string_view(reading.lower(token)) : reading.lemma(token));
  return matter != nullptr && matter->kind != MatterKind::refused ? matter : nullptr;
}

TokenIndex judged_untrue(const Evidence& evidence, TokenIndex predicate) {
  // Without a copula a noun is no predicate: "The concern lies with ..." read as a noun.
  const bool noun = evidence.reading[predicate].upos == Upos::NOUN;
  if (noun && evidence.reading.layer.child(predicate, Deprel::cop) == kNoToken) return kNoToken;
  if (untruth_at(evidence, predicate) != Negation::dismissal) return kNoToken;
  const TokenIndex judged = judged_by(evidence.reading, predicate);
  if (judged == kNoToken || !is_claim_word(evidence, judged, true)) return kNoToken;
  // "Those mails are fake" describes mails.
  const Matter* matter = matter_at(evidence, judged);
  return matter != nullptr && matter->kind == MatterKind::evidence ? kNoToken : judged;
}

void find_denial(const Evidence& evidence, const Draft& draft, Claim& claim) {
  if (claim.stance == Stance::accuse && draft.cue_negated) {
    claim.stance = Stance::state;  // "we do not allege that ..."
    claim.why += "; who does not accuse makes no accusation";
    return;
  }
  if (claim.stance == Stance::deny) {
    if (!draft.negates && draft.stance == Stance::deny) {
      claim.stance = Stance::assess;  // who justifies or excuses something says that it is so
      return;
    }
    // "models differ": only who differs with somebody, or says how, denies.
    const bool differs = draft.cue_lemma == "differ" && draft.content_head == kNoToken && !draft.quoted;
    if (leaves_open(evidence, draft) || differs) {
      claim.stance = Stance::state;
    } else if (draft.negates && is_refusal(evidence, draft)) {
      claim.stance = draft.cue_lemma == "oppose" ? Stance::assess : Stance::state;
      claim.why += "; what is turned down is no claim";
    }
    return;
  }
  if (claim.stance == Stance::accuse && rebuts_an_accusation(evidence, draft)) {
    claim.stance = Stance::deny;
    return;
  }
  const bool judges = claim.stance == Stance::assess || claim.stance == Stance::state;
  // "did not agree to a meeting" refuses it.
  const TokenIndex after = draft.cue.empty() ? draft.cue_head : draft.cue.back().last;
  const bool consents = after < evidence.reading.size() && evidence.reading.lower(after) == "to";
  const bool agrees = (draft.cue_lemma == "agree" || draft.cue_lemma == "accept") && !consents;
  if (judges && ((agrees && draft.cue_negated) || refuses_to_accept(evidence, draft))) {
    claim.stance = Stance::deny;
    claim.why += "; it does not accept what was said";
    return;
  }
  if (judges && !draft.cue_negated && says_it_is_none(evidence, draft)) {
    claim.stance = Stance::deny;
    claim.why += "; it says that what was reported is not there";
    return;
  }
  if (judges && !draft.cue_negated && dismisses_a_claim(evidence, draft)) {
    claim.stance = Stance::deny;
    claim.why += "; it calls a claim untrue";
  }
}

}  // namespace hearsay::claims
