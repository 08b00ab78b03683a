#include "core/advice/patterns.hpp"

#include <algorithm>
#include <utility>

namespace hearsay::advice {
namespace {

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

class Finder {
 public:
  Finder(const Tree& tree, const AdviceWords& words, const language::Sentence& sentence)
      : tree_(tree), words_(words), sentence_(sentence) {}

  std::vector<Candidate> run() {
    for (TokenIndex token = sentence_.first; token < sentence_.last(); ++token) {
      exemption(token);
      if (no_action(token)) continue;
      told(token);
      modal(token);
      semi_modal(token);
      no_need(token);
      to_be(token);
      imperative(token);
    }
    return std::move(found_);
  }

 private:
  // ---- verbs of advising ------------------------------------------------------------------------------
  void told(TokenIndex cue) {
    const auto* verb = words_.verb(tree_.lemma(cue));
    if (verb == nullptr || (tree_.token(cue).upos != Upos::VERB && tree_.token(cue).upos != Upos::ADJ)) return;
    if (hypothetical(cue)) return;
    const bool passive = is_passive(cue);
    if (verb->passive_only && !passive) return;
    // "were required to": what was so once, told by nobody.
    const bool past = tree_.auxiliary(cue, "be") != kNoToken &&
                      tree_.token(tree_.auxiliary(cue, "be")).xpos == Xpos::VBD;
    if (passive && past && (verb->source_only || verb->modality == Modality::may || tree_.lemma(cue) == "require"))
      return;

    Candidate candidate;
    candidate.shape = Shape::told;
    candidate.cue = cue;
    candidate.modality = verb->modality;
    candidate.needs_source = verb->source_only;
    const auto object = tree_.child(cue, {Deprel::obj, Deprel::iobj});
    if (passive) {
      candidate.audience = tree_.subject(cue);
      candidate.issuer = tree_.child(cue, {Deprel::obl_agent});
      candidate.why = "are " + tree_.lower(cue) + " to";
    } else {
      candidate.audience = object;
      candidate.audience_is_subject = false;
      candidate.issuer = tree_.subject(cue);
      candidate.why = "“" + tree_.lower(cue) + "” and what is to be done";
    }
    const bool impersonal = candidate.audience != kNoToken && tree_.lemma(candidate.audience) == "it";
    if (passive && impersonal) candidate.audience = kNoToken;

    for (const auto child : tree_.language.children_of(cue)) {
      if (child < cue && tree_.token(child).rel != Deprel::csubj) continue;
      if (!told_action(*verb, passive, child, candidate)) continue;
      if (tree_.negated(cue) && !negate_told(candidate)) return;
      add(std::move(candidate));
      return;
    }
    // "urged departments to stop": the parser may hang the infinitive on the noun.
    if (!passive && object != kNoToken && verb->to) {
      for (const auto child : tree_.language.children_of(object)) {
        if (tree_.token(child).rel != Deprel::acl || !tree_.infinitive(child) || tree_.negated(cue)) continue;
        candidate.action = child;
        if (tree_.negated(child)) candidate.modality = forbidden(candidate.modality);
        add(std::move(candidate));
        return;
      }
    }
  }

  // Whether the child is what is to be done, in one of the verb's frames; if so, writes it down.
  bool told_action(const AdviceVerb& verb, bool passive, TokenIndex child, Candidate& candidate) {
    const auto rel = tree_.token(child).rel;
    const auto upos = tree_.token(child).upos;
    if (upos != Upos::VERB && upos != Upos::AUX && !copular(child)) return false;
    const bool clause = rel == Deprel::xcomp || rel == Deprel::ccomp || rel == Deprel::advcl ||
                        rel == Deprel::obl || rel == Deprel::csubj;
    if (!clause) return false;
    if (tree_.infinitive(child)) {
      if (!verb.to && !(verb.that && candidate.audience == kNoToken)) return false;
      if (!passive && candidate.audience == kNoToken && !on_whom(candidate)) return false;
      candidate.action = child;
      if (tree_.negated(child)) candidate.modality = forbidden(candidate.modality);
      return true;
    }
    const auto mark = marker(child);
    if (mark == "against" || mark == "from") {
      if (mark == "against" ? !verb.against : !verb.from) return false;
      candidate.action = child;
      candidate.modality = forbidden(candidate.modality);
      return true;
    }
    if (!mark.empty() && mark != "that") return false;
    if (tree_.token(child).xpos == Xpos::VBG) {
      if (!verb.ing || rel == Deprel::advcl) return false;
      candidate.action = child;
      candidate.audience = kNoToken;
      return true;
    }
    if (rel != Deprel::ccomp || !(verb.that || verb.that_should)) return false;
    const auto subject = tree_.child(child, {Deprel::nsubj, Deprel::nsubj_pass});
    if (subject == kNoToken) return false;
    const bool should = tree_.child(child, Deprel::aux, "should") != kNoToken;
    const bool bare = tree_.token(child).xpos == Xpos::VB ||
                      (verb.that && tree_.token(child).xpos == Xpos::VBP) ||
                      bare_be(child);
    if (should || !bare) return false;  // "should": the modal itself tells it
    candidate.action = child;
    candidate.audience = subject;
    candidate.audience_is_subject = true;
    if (tree_.negated(child)) candidate.modality = forbidden(candidate.modality);
    return true;
  }

  // "called on departments to", "recommended for users to".
  bool on_whom(Candidate& candidate) {
    for (const auto child : tree_.language.children_of(candidate.cue)) {
      if (tree_.token(child).rel != Deprel::obl) continue;
      if (tree_.child(child, Deprel::case_, "on") == kNoToken && tree_.child(child, Deprel::case_, "for") == kNoToken)
        continue;
      candidate.audience = child;
      return true;
    }
    return false;
  }

  // What a "not" at the verb of advising comes to. False: nothing is advised.
  bool negate_told(Candidate& candidate) {
    const auto lemma = tree_.lemma(candidate.cue);
    if (lemma == "require" || lemma == "oblige" || lemma == "obligate" || lemma == "ask") {
      candidate.modality = Modality::need_not;
      return true;
    }
    if (candidate.modality == Modality::may) {
      candidate.modality = Modality::must_not;
      return true;
    }
    if (lemma == "recommend" || lemma == "advise" || lemma == "suggest") {
      candidate.modality = Modality::should_not;
      return candidate.audience == kNoToken || lemma == "recommend";
    }
    return false;
  }

  // ---- modal auxiliaries ------------------------------------------------------------------------------
  void modal(TokenIndex cue) {
    if (tree_.token(cue).rel != Deprel::aux) return;
    const auto word = tree_.lower(cue);
    auto modality = words_.value(WordClass::modal, word);
    if (!modality) return;
    const auto verb = tree_.token(cue).head;
    if (verb == kNoToken || verb < cue) return;
    if (tree_.child(verb, Deprel::aux, "have") != kNoToken) return;  // "must have been": a guess at the past
    if (word == "need" && !tree_.negated(verb)) return;
    const auto subject = tree_.subject(verb);
    if (subject == kNoToken) return;
    if (word != "need" && (tree_.negated(verb) || tree_.denied(subject))) modality = forbidden(*modality);
    // "should have no reason to": the noun tells it.
    const auto object = tree_.child(verb, {Deprel::obj});
    if (object != kNoToken && tree_.denied(object) && words_.is(WordClass::no_need, tree_.lemma(object))) return;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = cue;
    candidate.action = verb;
    candidate.audience = subject;
    candidate.modality = *modality;
    candidate.permission = word == "may" && *modality == Modality::may;
    if (word == "may" && !candidate.permission && !tree_.negated(verb) && !tree_.denied(subject)) return;
    candidate.why = "“" + word + "” before what is to be done";
    // "must not be allowed to", "should be advised to": the verb of advising tells it.
    if (words_.verb(tree_.lemma(verb)) != nullptr && is_passive(verb) && tree_.child(verb, {Deprel::xcomp}) != kNoToken)
      return;
    add_with_joined(std::move(candidate));
  }

  // "have to", "need to", "ought to".
  void semi_modal(TokenIndex cue) {
    auto modality = words_.value(WordClass::semi_modal, tree_.lemma(cue));
    if (!modality || hypothetical(cue)) return;
    if (tree_.token(cue).xpos == Xpos::VBD || tree_.auxiliary(cue, "have") != kNoToken ||
        tree_.token(cue).xpos == Xpos::VBG || tree_.token(cue).xpos == Xpos::VBN) {
      return;  // "had to": what was so once
    }
    const auto did = tree_.child(cue, Deprel::aux, "do");
    if (did != kNoToken && tree_.token(did).xpos == Xpos::VBD) return;
    const auto action = tree_.child(cue, {Deprel::xcomp});
    const auto subject = tree_.subject(cue);
    if (action == kNoToken || subject == kNoToken || action < cue || !tree_.infinitive(action)) return;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = cue;
    candidate.action = action;
    candidate.audience = subject;
    candidate.modality = *modality;
    if (tree_.negated(cue) || tree_.denied(subject)) {
      candidate.modality = *modality == Modality::must ? Modality::need_not : Modality::should_not;
    }
    candidate.why = "“" + tree_.lower(cue) + " to” before what is to be done";
    add_with_joined(std::move(candidate));
  }

  // "have no reason to", "there is no need for users to".
  void no_need(TokenIndex noun) {
    if (!words_.is(WordClass::no_need, tree_.lemma(noun)) || !tree_.denied(noun)) return;
    const auto head = tree_.token(noun).head;
    auto action = tree_.child(noun, {Deprel::acl, Deprel::advcl});
    if (action == kNoToken && head != kNoToken) action = tree_.child(head, {Deprel::xcomp, Deprel::advcl});
    if (action == kNoToken || action < noun || !tree_.infinitive(action)) return;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = noun;
    candidate.action = action;
    candidate.modality = Modality::need_not;
    candidate.why = "“no " + tree_.lower(noun) + " to”";
    if (head != kNoToken && tree_.lemma(head) == "have") candidate.audience = tree_.subject(head);
    if (candidate.audience == kNoToken) candidate.audience = tree_.child(action, {Deprel::nsubj});
    if (candidate.audience == kNoToken) {
      for (const auto child : tree_.language.children_of(noun)) {
        if (tree_.child(child, Deprel::case_, "for") != kNoToken) candidate.audience = child;
      }
    }
    add(std::move(candidate));
  }

  // "agencies are to report".
  void to_be(TokenIndex verb) {
    if (tree_.token(verb).upos != Upos::VERB || !tree_.infinitive(verb)) return;
    TokenIndex subject = kNoToken;
    TokenIndex be = tree_.child(verb, Deprel::aux, "be");
    if (be != kNoToken) {
      subject = tree_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass});
    } else if (tree_.token(verb).rel == Deprel::xcomp && tree_.lemma(tree_.token(verb).head) == "be") {
      be = tree_.token(verb).head;
      subject = tree_.child(be, {Deprel::nsubj});
    }
    if (be == kNoToken || be > verb || subject == kNoToken) return;
    if (tree_.token(be).xpos != Xpos::VBP) return;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = be;
    candidate.action = verb;
    candidate.audience = subject;
    candidate.modality = tree_.negated(verb) ? Modality::must_not : Modality::must;
    candidate.needs_source = true;
    candidate.why = "“are to” before what is to be done";
    add_with_joined(std::move(candidate));
  }

  // ---- imperatives ------------------------------------------------------------------------------------
  void imperative(TokenIndex verb) {
    const auto& token = tree_.token(verb);
    const bool at_head = verb == first_word();
    const bool main = token.head == kNoToken || token.rel == Deprel::parataxis || joined_imperative(verb);
    const auto word = tree_.lower(verb);
    const bool tagged = token.xpos == Xpos::VB && main;
    // A verb that is also a noun ("Update EdgeGate to 3.4") is often read as one at the head of a line.
    const bool listed = at_head && words_.is(WordClass::imperative, word);
    if (!tagged && !listed) return;
    if (tagged && token.upos != Upos::VERB) return;
    if (!tagged && token.head != kNoToken) {
      const auto governor = token.head;
      if (token.rel != Deprel::compound && token.rel != Deprel::amod && token.rel != Deprel::advcl &&
          token.rel != Deprel::csubj && token.rel != Deprel::nsubj)
        return;
      if (finite(governor)) return;
    }
    if (tree_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::expl}) != kNoToken) return;
    if (tagged && tree_.infinitive(verb)) return;
    for (const auto child : tree_.language.children_of(verb)) {
      if (tree_.token(child).rel == Deprel::aux && tree_.lemma(child) != "do") return;
      if (tree_.token(child).rel == Deprel::aux_pass || tree_.token(child).rel == Deprel::cop) return;
      if (child < verb && tree_.token(child).rel == Deprel::det) return;
    }
    if (!words_.is(WordClass::imperative, tagged ? tree_.lemma(verb) : std::string_view(word))) return;
    Candidate candidate;
    candidate.shape = Shape::imperative;
    candidate.cue = verb;
    candidate.action = verb;
    candidate.modality = tree_.negated(verb) ? Modality::should_not : Modality::should;
    candidate.why = "tells the reader to act: a verb without subject";
    add(std::move(candidate));
  }

  // ---- exemptions -------------------------------------------------------------------------------------
  void exemption(TokenIndex cue) {
    Candidate candidate;
    candidate.shape = Shape::exemption;
    candidate.cue = cue;
    candidate.modality = Modality::need_not;
    const auto subject = tree_.subject(cue);
    if (subject == kNoToken) return;
    if (tree_.has_lemma(cue, {"apply", "extend", "pertain"}) && tree_.negated(cue)) {
      if (!words_.is(WordClass::instrument, tree_.lemma(subject))) return;
      const auto whom = oblique(cue, {"to"});
      if (whom == kNoToken) return;
      candidate.audience = whom;
      candidate.words = {Span{tree_.language.span(tree_.language.subtree(subject)).begin, tree_.token(cue).span.end}};
      candidate.why = "says to whom it does not apply";
    } else if (tree_.has_lemma(cue, {"exempt", "exempted", "excuse"}) && !tree_.negated(cue) &&
               tree_.auxiliary(cue, "be") != kNoToken && !hypothetical(cue)) {
      candidate.audience = subject;
      const auto extent = tree_.language.subtree(cue);
      candidate.words = {Span{tree_.token(cue).span.begin, tree_.token(last_word(cue, extent.last)).span.end}};
      candidate.why = "says who is exempt";
    } else if (tree_.has_lemma(cue, {"cover"}) && tree_.negated(cue) && is_passive(cue)) {
      const auto by = tree_.child(cue, {Deprel::obl_agent, Deprel::obl});
      if (by == kNoToken || !(words_.is(WordClass::instrument, tree_.lemma(by)) || tree_.lemma(by) == "request")) return;
      candidate.audience = subject;
      const auto extent = tree_.language.subtree(by);
      candidate.words = {Span{tree_.token(cue).span.begin, tree_.token(extent.last - 1).span.end}};
      candidate.why = "says who is not covered";
    } else {
      return;
    }
    candidate.action = cue;
    add(std::move(candidate));
  }

  // "No action is required by customers". True where the token is the verb of such a sentence.
  bool no_action(TokenIndex cue) {
    if (!tree_.has_lemma(cue, {"require", "need", "necessary", "required", "needed"})) return false;
    const auto subject = tree_.child(cue, {Deprel::nsubj_pass, Deprel::nsubj});
    if (subject == kNoToken || !tree_.has_lemma(subject, {"action", "update", "step", "measure", "change"})) return false;
    const bool denied = tree_.denied(subject) || tree_.negated(cue);
    if (!denied || (!is_passive(cue) && tree_.child(cue, {Deprel::cop}) == kNoToken)) return false;
    Candidate candidate;
    candidate.shape = Shape::exemption;
    candidate.cue = cue;
    candidate.action = cue;
    candidate.modality = Modality::need_not;
    candidate.audience = oblique(cue, {"by", "from", "for", "of", "on"});
    candidate.words = {Span{tree_.language.span(tree_.language.subtree(subject)).begin, tree_.token(cue).span.end}};
    candidate.why = "says that nothing need be done";
    add(std::move(candidate));
    return true;
  }

  // ---- small questions --------------------------------------------------------------------------------
  TokenIndex oblique(TokenIndex verb, std::initializer_list<std::string_view> prepositions) const {
    for (const auto preposition : prepositions) {
      for (const auto child : tree_.language.children_of(verb)) {
        const auto rel = tree_.token(child).rel;
        if (rel != Deprel::obl && rel != Deprel::obl_agent && rel != Deprel::nmod) continue;
        if (child > verb && tree_.child(child, Deprel::case_, preposition) != kNoToken) return child;
      }
    }
    return kNoToken;
  }

  bool is_passive(TokenIndex verb) const {
    if (tree_.child(verb, {Deprel::aux_pass, Deprel::nsubj_pass}) != kNoToken) return true;
    if (tree_.token(verb).rel == Deprel::conj && tree_.token(verb).xpos == Xpos::VBN &&
        tree_.child(verb, {Deprel::nsubj}) == kNoToken) {
      return is_passive_head(tree_.token(verb).head);
    }
    return tree_.token(verb).xpos == Xpos::VBN && tree_.child(verb, Deprel::cop, "be") != kNoToken;
  }
  bool is_passive_head(TokenIndex verb) const {
    return tree_.child(verb, {Deprel::aux_pass, Deprel::nsubj_pass}) != kNoToken;
  }

  bool copular(TokenIndex token) const { return tree_.child(token, {Deprel::cop}) != kNoToken; }

  bool bare_be(TokenIndex verb) const {
    for (const auto relation : {Deprel::aux_pass, Deprel::cop}) {
      const auto be = tree_.child(verb, {relation});
      if (be != kNoToken && tree_.lower(be) == "be") return true;
    }
    return false;
  }

  bool finite(TokenIndex token) const {
    switch (tree_.token(token).xpos) {
      case Xpos::VBD:
      case Xpos::VBZ:
      case Xpos::VBP:
        return true;
      default:
        return tree_.child(token, {Deprel::aux, Deprel::aux_pass, Deprel::cop}) != kNoToken;
    }
  }

  // The subordinator or preposition of a clause, in lower case; empty: none.
  std::string marker(TokenIndex clause) const {
    const auto mark = tree_.child(clause, {Deprel::mark, Deprel::case_});
    return mark == kNoToken ? std::string() : tree_.lower(mark);
  }

  // "could advise", "if you are asked", "refused to require": nobody is told anything.
  bool hypothetical(TokenIndex cue) const {
    for (const auto modal : {"could", "would", "might", "can", "may"}) {
      if (tree_.auxiliary(cue, modal) != kNoToken) return true;
    }
    if (tree_.infinitive(cue)) return true;
    const auto mark = marker(cue);
    return mark == "if" || mark == "whether" || mark == "unless";
  }

  bool joined_imperative(TokenIndex verb) const {
    const auto& token = tree_.token(verb);
    if (token.rel != Deprel::conj) return false;
    const auto& first = tree_.token(token.head);
    return first.head == kNoToken && first.xpos == Xpos::VB && separate(token.head, verb);
  }

  TokenIndex first_word() const {
    auto token = sentence_.first;
    while (token < sentence_.last() &&
           (tree_.token(token).upos == Upos::PUNCT || tree_.token(token).upos == Upos::NUM ||
            tree_.token(token).upos == Upos::SYM || tree_.token(token).xpos == Xpos::LS ||
            tree_.lower(token) == "please")) {
      ++token;
    }
    return token;
  }

  TokenIndex last_word(TokenIndex from, TokenIndex end) const {
    while (end > from + 1 && tree_.token(end - 1).upos == Upos::PUNCT) --end;
    return end - 1;
  }

  // "must replace the keys and tell their CERT": each verb with words of its own is an action of its own.
  void add_with_joined(Candidate candidate) {
    const auto first = candidate.action;
    add(candidate);
    for (const auto child : tree_.language.children_of(first)) {
      const auto& token = tree_.token(child);
      if (token.rel != Deprel::conj || token.upos != Upos::VERB || !separate(first, child)) continue;
      auto joined = candidate;
      joined.action = child;
      add(std::move(joined));
    }
  }

 public:
  // Whether the two joined verbs have words of their own: a dependent of the first between them.
  bool separate(TokenIndex first, TokenIndex joined) const {
    if (tree_.child(joined, {Deprel::nsubj, Deprel::nsubj_pass}) != kNoToken) return false;
    for (const auto child : tree_.language.children_of(first)) {
      if (child <= first || child >= joined) continue;
      switch (tree_.token(child).rel) {
        case Deprel::obj:
        case Deprel::obl:
        case Deprel::xcomp:
        case Deprel::ccomp:
        case Deprel::advcl:
          return true;
        default:
          break;
      }
    }
    return false;
  }

 private:
  void add(Candidate candidate) {
    turn_avoidance(candidate);
    found_.push_back(std::move(candidate));
  }

  // "should avoid using it" is "should not": using it.
  void turn_avoidance(Candidate& candidate) {
    if (candidate.modality != Modality::must && candidate.modality != Modality::should) return;
    if (candidate.shape == Shape::exemption || !words_.is(WordClass::avoid, tree_.lemma(candidate.action))) return;
    for (const auto child : tree_.language.children_of(candidate.action)) {
      const auto& token = tree_.token(child);
      const bool clause = token.rel == Deprel::xcomp || token.rel == Deprel::advcl || token.rel == Deprel::ccomp ||
                          token.rel == Deprel::obl || token.rel == Deprel::obj;
      if (child < candidate.action || !clause || token.xpos != Xpos::VBG) continue;
      candidate.action = child;
      candidate.modality = forbidden(candidate.modality);
      return;
    }
  }

  const Tree& tree_;
  const AdviceWords& words_;
  const language::Sentence& sentence_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Tree& tree, const AdviceWords& words,
                                       const language::Sentence& sentence) {
  return Finder(tree, words, sentence).run();
}

}  // namespace hearsay::advice
