#include "core/advice/patterns.hpp"

#include <optional>
#include <utility>

namespace hearsay::advice {
namespace {

// How far after a verb of advising its infinitive may stand: "urged all departments of the state to ...".
constexpr TokenIndex kAudienceTokens = 14;

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

class Finder {
 public:
  Finder(const Tree& tree, const AdviceWords& words, const language::Sentence& sentence)
      : tree_(tree), words_(words), clause_(tree, words, sentence) {}

  std::vector<Candidate> run() {
    for (TokenIndex token = clause_.begin(); token < clause_.end(); ++token) {
      if (no_action(token)) continue;
      exemption(token);
      told(token);
      modal(token);
      semi_modal(token);
      no_need(token);
      are_to(token);
      given_time(token);
      free_to(token);
    }
    imperative();
    return std::move(found_);
  }

 private:
  using Word = std::string;
  [[nodiscard]] Word lower(TokenIndex token) const {
    return token < clause_.end() ? tree_.lower(token) : Word();
  }
  // Past the end of the sentence there is no word.
  [[nodiscard]] Xpos xpos(TokenIndex token) const {
    return token < clause_.end() ? tree_.token(token).xpos : Xpos::XX;
  }
  [[nodiscard]] Upos upos(TokenIndex token) const {
    return token < clause_.end() ? tree_.token(token).upos : Upos::X;
  }
  [[nodiscard]] bool is_be(TokenIndex token) const {
    const auto word = lower(token);
    return word == "is" || word == "are" || word == "was" || word == "were" || word == "be" ||
           word == "been" || word == "being" || word == "'re" || word == "’re";
  }

  // The token before, over adverbs and "not"; says whether "not" was among them. kNoToken: none.
  TokenIndex verb_before(TokenIndex token, bool& negated) const {
    while (token > clause_.begin()) {
      --token;
      const auto word = lower(token);
      if (says_not(word)) {
        negated = true;
      } else if (upos(token) != Upos::ADV) {
        return token;
      }
    }
    return kNoToken;
  }

  // The first verb after a modal or "to", over adverbs; says whether "not" was among them.
  TokenIndex verb_after(TokenIndex token, bool& negated) const {
    for (auto next = token + 1; next < clause_.end() && next < token + 6; ++next) {
      const auto word = lower(next);
      if (says_not(word)) {
        negated = true;
        continue;
      }
      if (upos(next) == Upos::ADV && !clause_.base_verb(next)) continue;
      if (upos(next) == Upos::PUNCT || upos(next) == Upos::DET || upos(next) == Upos::PRON ||
          upos(next) == Upos::ADP)
        return kNoToken;
      return next;
    }
    return kNoToken;
  }

  // "protecting", also where it was read as a noun.
  bool gerund(TokenIndex token) const {
    if (xpos(token) == Xpos::VBG) return true;
    const auto word = lower(token);
    if (word.size() < 6 || word.substr(word.size() - 3) != "ing") return false;
    const auto stem = word.substr(0, word.size() - 3);
    return words_.is(WordClass::imperative, stem) || words_.is(WordClass::imperative, stem + "e");
  }

  // "disabled", also where it was read as an adjective.
  bool participle(TokenIndex token) const {
    if (xpos(token) == Xpos::VBN || xpos(token) == Xpos::VBD) return true;
    const auto word = lower(token);
    if (word.size() < 5 || word.substr(word.size() - 2) != "ed") return false;
    return words_.is(WordClass::imperative, word.substr(0, word.size() - 1)) ||
           words_.is(WordClass::imperative, word.substr(0, word.size() - 2));
  }

  // ---- verbs of advising ------------------------------------------------------------------------------
  void told(TokenIndex cue) {
    const auto* verb = words_.verb(lower(cue));
    if (verb == nullptr) return;
    const bool noun = upos(cue) == Upos::NOUN || upos(cue) == Upos::PROPN;
    if (noun && words_.is(WordClass::also_noun, lower(cue))) return;
    bool negated = false;
    const auto auxiliary = verb_before(cue, negated);
    Candidate candidate;
    candidate.shape = Shape::told;
    candidate.cue = cue;
    candidate.modality = verb->modality;
    candidate.needs_source = verb->source_only;
    if (auxiliary != kNoToken && is_be(auxiliary) && xpos(cue) != Xpos::VBG) {
      told_passive(*verb, auxiliary, negated, std::move(candidate));
      return;
    }
    if (verb->passive_only || hypothetical(cue)) return;
    candidate.why = "“" + lower(cue) + "” and what is to be done";
    candidate.issuer = clause_.before(cue);
    const auto tree_subject = tree_.subject(cue);
    if (!candidate.issuer.found() && tree_subject != kNoToken && tree_subject < cue) {
      candidate.issuer = {tree_subject, tree_subject + 1, tree_subject};
    }
    if (!told_active(*verb, candidate) && !told_noun(*verb, candidate)) return;
    if (negated && !negate_told(*verb, candidate)) return;
    add_with_joined(std::move(candidate));
  }

  // "Departments are urged to remove it", "is not required to act", "it is recommended that users update".
  void told_passive(const AdviceVerb& verb, TokenIndex auxiliary, bool negated, Candidate candidate) {
    if (hypothetical(auxiliary)) return;
    // "were required to": what was so once, told by nobody.
    const bool past = xpos(auxiliary) == Xpos::VBD;
    if (past && (verb.source_only || verb.modality == Modality::may || verb.lemma == "require")) return;
    candidate.audience = clause_.before(auxiliary);
    candidate.why = "“" + lower(auxiliary) + " " + lower(candidate.cue) + "” and what is to be done";
    const bool impersonal = candidate.audience.found() && tree_.lemma(candidate.audience.head) == "it";
    if (impersonal) candidate.audience = {};
    auto next = candidate.cue + 1;
    while (next < clause_.end() && upos(next) == Upos::ADV && !says_not(lower(next))) ++next;
    if (lower(next) == "by") {  // "advised by the agency to"
      auto to = next;
      while (to < clause_.end() && to < next + 8 && lower(to) != "to") ++to;
      if (lower(to) != "to") return;
      candidate.issuer = clause_.phrase(next + 1, to);
      next = to;
    }
    const bool not_to = says_not(lower(next));
    if (not_to) ++next;
    bool inner = false;
    if (lower(next) == "to") {
      candidate.action = verb_after(next, inner);
    } else if ((lower(next) == "against" && verb.against) || (lower(next) == "from" && verb.from)) {
      if (next + 1 < clause_.end() && xpos(next + 1) == Xpos::VBG) candidate.action = next + 1;
      if (verb.against) candidate.modality = forbidden(candidate.modality);
    } else if (impersonal && lower(next) == "that") {
      that_clause(verb, next + 1, candidate);
    }
    if (candidate.action == kNoToken) return;
    if (lower(next) == "to" && !verb.to && !(verb.that && impersonal)) return;
    if (not_to || inner) candidate.modality = forbidden(candidate.modality);
    if (negated || denied(candidate.audience)) {
      if (!negate_told(verb, candidate)) return;
    }
    add_with_joined(std::move(candidate));
  }

  bool told_active(const AdviceVerb& verb, Candidate& candidate) {
    const auto cue = candidate.cue;
    auto next = cue + 1;
    if (next >= clause_.end()) return false;
    if (verb.ing && gerund(next)) {
      candidate.action = next;
      return true;
    }
    if (lower(next) == "against" && verb.against && next + 1 < clause_.end() && xpos(next + 1) == Xpos::VBG) {
      candidate.action = next + 1;
      candidate.modality = forbidden(candidate.modality);
      return true;
    }
    if (lower(next) == "against" && verb.against && use_of(next + 1)) {
      candidate.action = next + 1;
      candidate.words = {tree_.language.span({next + 1, clause_.reach(next + 1).last})};
      candidate.modality = forbidden(candidate.modality);
      return true;
    }
    if (verb.use && use_of(next)) return ban_on_use(next, candidate);
    if (lower(next) == "that") return that_clause(verb, next + 1, candidate);
    if (lower(next) == "to" && verb.ing) {
      bool negated = false;
      candidate.action = verb_after(next, negated);
      if (negated) candidate.modality = forbidden(candidate.modality);
      return candidate.action != kNoToken && clause_.base_verb(candidate.action);
    }
    if (verb.on && lower(next) != "on") return false;
    if (lower(next) == "on" || lower(next) == "for") ++next;
    const auto first = next;
    for (; next < clause_.end() && next <= cue + kAudienceTokens; ++next) {
      const auto word = lower(next);
      const bool to = word == "to" && verb.to && next > first;
      const bool against = (word == "against" && verb.against) || (word == "from" && verb.from);
      if (to || (against && next > first)) {
        bool negated = says_not(lower(next - 1));
        const auto action = to ? verb_after(next, negated) : next + 1;
        if (action == kNoToken || action >= clause_.end()) return false;
        if (to ? !clause_.base_verb(action) : xpos(action) != Xpos::VBG) {
          if (to) continue;
          return false;
        }
        candidate.audience = clause_.phrase(first, says_not(lower(next - 1)) ? next - 1 : next);
        if (!candidate.audience.found() || verb_within(candidate.audience)) return false;
        candidate.action = action;
        if (negated || against) candidate.modality = forbidden(candidate.modality);
        return true;
      }
      const auto tag = upos(next);
      // "recommends users update": the bare verb after the noun
      if (verb.that && next > first && xpos(next) != Xpos::VBD && xpos(next) != Xpos::VBZ &&
          xpos(next) != Xpos::VBG && xpos(next) != Xpos::VBN &&
          (tag == Upos::VERB || bare_after_noun(next)) && clause_.base_verb(next) &&
          (words_.is(WordClass::imperative, lower(next)) || !to_follows(next))) {
        candidate.audience = clause_.phrase(first, next);
        candidate.action = next;
        return candidate.audience.found();
      }
      const bool within = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ || tag == Upos::DET ||
                          tag == Upos::PRON || tag == Upos::NUM || tag == Upos::ADP || tag == Upos::CCONJ ||
                          tag == Upos::PART || tag == Upos::X || tag == Upos::SYM || xpos(next) == Xpos::VB ||
                          xpos(next) == Xpos::VBP || xpos(next) == Xpos::VBG || xpos(next) == Xpos::VBN ||
                          tree_.form(next) == "," || tree_.token(next).xpos == Xpos::HYPH;
      if (!within) {
        // "users who cannot update to": a relative clause belongs to the noun.
        const bool in_relative = relative_before(first, next);
        if (!in_relative && xpos(next) != Xpos::WP && xpos(next) != Xpos::WDT) return false;
      }
    }
    return false;
  }

  // "recommends end customers to follow": the infinitive tells what to do.
  bool to_follows(TokenIndex token) const {
    for (auto next = token + 1; next + 1 < clause_.end() && next <= token + 3; ++next) {
      if (lower(next) == "to" && clause_.base_verb(next + 1)) return upos(next - 1) != Upos::VERB;
    }
    return false;
  }

  // "that users of affected versions upgrade to": a listed verb after a plural, with what it governs.
  bool bare_after_noun(TokenIndex token) const {
    if (token + 1 >= clause_.end() || !words_.is(WordClass::imperative, lower(token))) return false;
    const auto previous = tree_.token(token - 1);
    const bool noun = previous.xpos == Xpos::NNS || previous.xpos == Xpos::NNPS || previous.upos == Upos::NUM;
    const auto next = upos(token + 1);
    return noun && (next == Upos::DET || next == Upos::ADP || next == Upos::ADJ || next == Upos::PRON ||
                    next == Upos::NOUN || next == Upos::PROPN || next == Upos::PART);
  }

  // "users of it upgrade to version 3 to resolve": not all of this is who is told.
  bool verb_within(const Phrase& phrase) const {
    for (auto token = phrase.first; token < phrase.last; ++token) {
      if (relative_before(phrase.first, token + 1)) return false;
      const bool verb = upos(token) == Upos::VERB && (xpos(token) == Xpos::VB || xpos(token) == Xpos::VBP);
      if (verb || (token > phrase.head && words_.is(WordClass::imperative, lower(token)) &&
                   xpos(token) != Xpos::NNS && token + 1 < phrase.last && lower(token + 1) == "to")) {
        return true;
      }
    }
    return false;
  }

  bool relative_before(TokenIndex first, TokenIndex token) const {
    for (auto scan = first; scan < token; ++scan) {
      if (xpos(scan) == Xpos::WP || xpos(scan) == Xpos::WDT) return true;
    }
    return false;
  }

  // "that users update", "that access be restricted"; what has "should" is told by the modal itself.
  bool that_clause(const AdviceVerb& verb, TokenIndex first, Candidate& candidate) {
    if (!verb.that && !verb.that_should) return false;
    for (auto next = first + 1; next < clause_.end() && next <= first + kAudienceTokens; ++next) {
      if (xpos(next) == Xpos::MD || xpos(next) == Xpos::VBD || xpos(next) == Xpos::VBZ) {
        if (!relative_before(first, next)) return false;
        continue;
      }
      if (says_not(lower(next))) continue;
      const bool be = lower(next) == "be";
      const bool bare =
          xpos(next) == Xpos::VB ||
          (verb.that && ((xpos(next) == Xpos::VBP && upos(next) == Upos::VERB) || bare_after_noun(next)));
      if (!be && !bare) continue;
      if (relative_before(first, next) && xpos(next) == Xpos::VBP) continue;
      bool negated = says_not(lower(next - 1));
      candidate.audience = clause_.phrase(first, negated ? next - 1 : next);
      candidate.action = be ? verb_after(next, negated) : next;
      candidate.passive = be && candidate.action != kNoToken && xpos(candidate.action) == Xpos::VBN;
      if (negated) candidate.modality = forbidden(candidate.modality);
      return candidate.audience.found() && candidate.action != kNoToken;
    }
    return false;
  }

  // "the use of", "purchases of": what can be forbidden as a noun.
  bool use_of(TokenIndex token) const {
    if (token < clause_.end() && upos(token) == Upos::DET) ++token;
    if (token < clause_.end() && upos(token) == Upos::ADJ) ++token;
    return token < clause_.end() && lower(token + 1) == "of" &&
           tree_.has_lemma(token, {"use", "usage", "purchase", "procurement", "installation", "import",
                                   "sale", "deployment"});
  }

  // "banned the use of it by federal agencies": only where the text says who may not.
  bool ban_on_use(TokenIndex first, Candidate& candidate) const {
    const auto last = clause_.reach(first).last;
    auto by = first;
    while (by < last && lower(by) != "by") ++by;
    if (by >= last) return false;
    candidate.audience = clause_.phrase(by + 1, last);
    candidate.action = first;
    candidate.words = {tree_.language.span({first, by})};
    return candidate.audience.found();
  }

  // "recommends prior validation of any update".
  bool told_noun(const AdviceVerb& verb, Candidate& candidate) const {
    if (!verb.noun || candidate.cue + 1 >= clause_.end() || !candidate.issuer.found()) return false;
    const auto first = candidate.cue + 1;
    const auto tag = upos(first);
    if (tag != Upos::ADJ && tag != Upos::NOUN && tag != Upos::DET) return false;
    if (lower(first) == "that" || tree_.form(clause_.end() - 1) == ":") return false;
    const auto last = clause_.reach(candidate.cue).last;
    const auto what = clause_.phrase(first, last);
    if (!what.found() || tree_.has_lemma(what.head, {"follow", "following", "step", "practice"}))
      return false;
    for (auto scan = what.first; scan <= what.head; ++scan) {
      if (lower(scan) == "following") return false;
    }
    candidate.action = what.head;
    candidate.words = {tree_.language.span({first, last})};
    return true;
  }

  // What a "not" at the verb of advising comes to. False: nothing is advised.
  static bool negate_told(const AdviceVerb& verb, Candidate& candidate) {
    const auto& lemma = verb.lemma;
    if (lemma == "require" || lemma == "oblige" || lemma == "obligate" || lemma == "ask") {
      candidate.modality = Modality::need_not;
      return true;
    }
    if (candidate.modality == Modality::may) {
      candidate.modality = Modality::must_not;
      return true;
    }
    if (lemma == "recommend" || (lemma == "advise" && !candidate.audience.found())) {
      candidate.modality = Modality::should_not;
      return true;
    }
    return false;
  }

  // ---- modal auxiliaries ------------------------------------------------------------------------------
  void modal(TokenIndex cue) {
    const auto word = lower(cue);
    const auto modality = words_.value(WordClass::modal, word);
    if (!modality || (xpos(cue) != Xpos::MD && word != "need")) return;
    bool negated = false;
    auto verb = verb_after(cue, negated);
    if (verb == kNoToken) return;
    if (word == "need" && !negated) return;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = cue;
    candidate.audience = clause_.before(cue);
    if (!candidate.audience.found()) candidate.audience = joined_subject(cue);
    if (!candidate.audience.found()) return;
    candidate.why = "“" + word + "” before what is to be done";
    if (tree_.lemma(verb) == "have" && verb + 1 < clause_.end()) {
      const auto next = xpos(verb + 1);
      if (next == Xpos::VBN || upos(verb + 1) == Upos::AUX) return;  // "must have been": a guess at the past
      if (denied_object(verb)) return;                               // "have no reason to": the noun tells it
    }
    if (is_be(verb)) {
      bool inner = false;
      const auto main = verb_after(verb, inner);
      negated = negated || inner;
      if (main != kNoToken && participle(main)) {
        // "should be advised to": the verb of advising tells it
        if (words_.verb(lower(main)) != nullptr && lower(main + 1) == "to") return;
        candidate.passive = true;
        verb = main;
      } else if (main != kNoToken && xpos(main) == Xpos::VBG) {
        return;  // "must be wondering"
      }
    }
    candidate.action = verb;
    candidate.modality =
        word != "need" && (negated || denied(candidate.audience)) ? forbidden(*modality) : *modality;
    candidate.permission = candidate.modality == Modality::may;
    // "may not be able": what is possible. "may not use": what is forbidden.
    if (word == "may" && !candidate.permission &&
        (is_be(verb) || tree_.has_lemma(verb, {"have", "need", "provide", "require", "include"}) ||
         !words_.is(WordClass::imperative, lower(verb)))) {
      return;
    }
    if (word == "may" && negated && !candidate.audience.found()) return;
    add_with_joined(std::move(candidate));
  }

  // The subject of the first of joined verbs: "Agencies update it and must report".
  Phrase joined_subject(TokenIndex cue) const {
    if (cue == clause_.begin() || upos(cue - 1) != Upos::CCONJ) return {};
    const auto head = tree_.token(cue).head;
    const auto subject = head == kNoToken ? kNoToken : tree_.subject(head);
    if (subject == kNoToken || subject > cue) return {};
    return {subject, subject + 1, subject};
  }

  bool denied_object(TokenIndex verb) const {
    for (auto next = verb + 1; next < clause_.end() && next < verb + 5; ++next) {
      if (lower(next) == "no") return true;
    }
    return false;
  }

  bool denied(const Phrase& phrase) const {
    if (!phrase.found()) return false;
    const auto word = lower(phrase.first);
    return word == "no" || word == "none" || word == "nobody";
  }

  // "have to", "need to", "ought to".
  void semi_modal(TokenIndex cue) {
    const auto modality = words_.value(WordClass::semi_modal, tree_.lemma(cue));
    if (!modality || lower(cue + 1) != "to") return;
    if (upos(cue) != Upos::VERB && upos(cue) != Upos::AUX) return;
    if (xpos(cue) == Xpos::VBD || xpos(cue) == Xpos::VBG || xpos(cue) == Xpos::VBN) return;
    bool negated = false;
    auto auxiliary = verb_before(cue, negated);
    const bool helped = auxiliary != kNoToken && upos(auxiliary) == Upos::AUX;
    if (helped && (xpos(auxiliary) == Xpos::VBD || tree_.lemma(auxiliary) == "have" || hypothetical(cue)))
      return;
    if (auxiliary != kNoToken && (lower(auxiliary) == "to" || lower(auxiliary) == "if")) return;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = cue;
    candidate.audience = clause_.before(helped ? auxiliary : cue);
    bool inner = false;
    candidate.action = verb_after(cue + 1, inner);
    if (candidate.action == kNoToken || !candidate.audience.found()) return;
    candidate.modality = *modality;
    if (negated || denied(candidate.audience)) {
      candidate.modality = *modality == Modality::must ? Modality::need_not : Modality::should_not;
    }
    if (lower(candidate.action) == "be" && xpos(candidate.action + 1) == Xpos::VBN &&
        candidate.action + 1 < clause_.end()) {
      ++candidate.action;
      candidate.passive = true;
    }
    candidate.why = "“" + lower(cue) + " to” before what is to be done";
    add_with_joined(std::move(candidate));
  }

  // "have no reason to", "there is no need for users to".
  void no_need(TokenIndex noun) {
    if (noun == clause_.begin() || !words_.is(WordClass::no_need, tree_.lemma(noun))) return;
    if (upos(noun) != Upos::NOUN) return;
    const bool none = lower(noun - 1) == "no" || (noun >= clause_.begin() + 2 && lower(noun - 2) == "no");
    if (!none) return;
    auto to = noun + 1;
    Candidate candidate;
    if (lower(to) == "for") {
      while (to < clause_.end() && to < noun + 10 && lower(to) != "to") ++to;
      candidate.audience = clause_.phrase(noun + 2, to);
    }
    if (lower(to) != "to") return;
    bool inner = false;
    candidate.action = verb_after(to, inner);
    if (candidate.action == kNoToken) return;
    auto have = noun - 1;
    while (have > clause_.begin() && upos(have) != Upos::VERB && upos(have) != Upos::AUX && noun - have < 4)
      --have;
    if (tree_.lemma(have) == "have" && !candidate.audience.found()) candidate.audience = clause_.before(have);
    candidate.shape = Shape::modal;
    candidate.cue = noun;
    candidate.modality = Modality::need_not;
    candidate.why = "“no " + lower(noun) + " to”";
    add(std::move(candidate));
  }

  // "agencies are to report".
  void are_to(TokenIndex be) {
    if (lower(be) != "are" || lower(be + 1) != "to") return;
    bool negated = false;
    Candidate candidate;
    candidate.shape = Shape::modal;
    candidate.cue = be;
    candidate.action = verb_after(be + 1, negated);
    candidate.audience = clause_.before(be);
    if (candidate.action == kNoToken || !candidate.audience.found() || !clause_.base_verb(candidate.action))
      return;
    if (lower(candidate.action) == "be") return;
    candidate.modality = negated ? Modality::must_not : Modality::must;
    candidate.needs_source = true;
    candidate.why = "“are to” before what is to be done";
    add_with_joined(std::move(candidate));
  }

  // "gives agencies 90 days to remove it", "were given until 30 June to", "have 60 days to comply".
  void given_time(TokenIndex cue) {
    const bool give = tree_.has_lemma(cue, {"give"}) || lower(cue) == "given";
    if ((!give && tree_.lemma(cue) != "have") || upos(cue) == Upos::NOUN || upos(cue) == Upos::SCONJ) return;
    auto time = cue + 1;
    while (time < clause_.end() && time < cue + 8 && lower(time) != "until" && upos(time) != Upos::NUM) {
      if (upos(time) == Upos::VERB || upos(time) == Upos::PUNCT) return;
      ++time;
    }
    if (time >= clause_.end() || time == cue + 8) return;
    auto to = time + 1;
    while (to < clause_.end() && to < time + 7 && lower(to) != "to") ++to;
    if (lower(to) != "to") return;
    const bool until = lower(time) == "until";
    if (!until && !tree_.has_lemma(to - 1, {"hour", "day", "week", "month", "year"})) return;
    bool negated = false;
    const auto action = verb_after(to, negated);
    if (action == kNoToken || !clause_.base_verb(action) || hypothetical(cue)) return;
    const auto auxiliary = verb_before(cue, negated);
    const bool passive = give && auxiliary != kNoToken && is_be(auxiliary);
    Candidate candidate;
    candidate.shape = Shape::told;
    candidate.cue = cue;
    candidate.action = action;
    candidate.time = until ? time + 1 : time;
    candidate.modality = Modality::must;
    candidate.why = "gives them a time in which to act";
    if (give && !passive) {
      candidate.audience = clause_.phrase(cue + 1, time);
      candidate.issuer = clause_.before(cue);
    } else {
      candidate.audience = clause_.before(passive ? auxiliary : cue);
    }
    if (negated || !candidate.audience.found()) return;
    add_with_joined(std::move(candidate));
  }

  // "companies are free to continue", "consumers can keep using it".
  void free_to(TokenIndex cue) {
    Candidate candidate;
    bool negated = false;
    if (lower(cue) == "free" && lower(cue + 1) == "to") {
      const auto auxiliary = verb_before(cue, negated);
      if (auxiliary == kNoToken || !is_be(auxiliary)) return;
      candidate.audience = clause_.before(auxiliary);
      candidate.action = verb_after(cue + 1, negated);
    } else if (lower(cue) == "can" && xpos(cue) == Xpos::MD) {
      candidate.audience = clause_.before(cue);
      candidate.action = verb_after(cue, negated);
      if (candidate.action == kNoToken || !tree_.has_lemma(candidate.action, {"keep", "continue"})) return;
    } else {
      return;
    }
    if (negated || candidate.action == kNoToken || !candidate.audience.found()) return;
    candidate.shape = Shape::modal;
    candidate.cue = cue;
    candidate.modality = Modality::may;
    candidate.why = "says what they are free to do";
    add(std::move(candidate));
  }

  // ---- imperatives ------------------------------------------------------------------------------------
  void imperative() {
    auto first = clause_.first_word();
    if (first >= clause_.end() || field_line(first) || capitals(first)) return;
    if (!imperative_at(first)) {
      first = after_opening(first);
      if (first == kNoToken || !imperative_at(first)) return;
    }
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
    candidate.why = "tells the reader to act: a verb without subject";
    add_with_joined(std::move(candidate));
  }

  // "UPDATE HISTORY": a heading.
  bool capitals(TokenIndex first) const {
    for (auto token = first; token < clause_.end() && token < first + 2; ++token) {
      for (const char c : tree_.form(token)) {
        if (c >= 'a' && c <= 'z') return false;
      }
    }
    return true;
  }

  // "Alert Code: ICSA-17": a field and its value.
  bool field_line(TokenIndex first) const {
    for (auto scan = first; scan + 1 < clause_.end() && scan < first + 4; ++scan) {
      if (tree_.form(scan) == ":") return true;
    }
    return false;
  }

  bool imperative_at(TokenIndex first) const {
    auto verb = first;
    const auto word = lower(first);
    if (word == "do" && says_not(lower(first + 1))) return first + 2 < clause_.end();
    if (word == "never" || word == "always") return first + 1 < clause_.end() && clause_.base_verb(first + 1);
    if (!words_.is(WordClass::imperative, word) && xpos(first) != Xpos::VB) return false;
    if (!words_.is(WordClass::imperative, word)) return false;
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
  TokenIndex after_opening(TokenIndex first) const {
    const auto tag = upos(first);
    if (tag != Upos::ADP && tag != Upos::SCONJ && tag != Upos::ADV && tag != Upos::PART &&
        !words_.is(WordClass::condition, lower(first)))
      return kNoToken;
    for (auto scan = first + 1; scan + 1 < clause_.end() && scan < first + 40; ++scan) {
      if (tree_.form(scan) != ",") continue;
      const auto next = lower(scan + 1) == "please" ? scan + 2 : scan + 1;
      if (next < clause_.end() && imperative_at(next)) return next;
    }
    return kNoToken;
  }

  // ---- exemptions -------------------------------------------------------------------------------------
  void exemption(TokenIndex cue) {
    Candidate candidate;
    candidate.shape = Shape::exemption;
    candidate.cue = cue;
    candidate.action = cue;
    candidate.modality = Modality::need_not;
    bool negated = false;
    auto auxiliary = verb_before(cue, negated);
    if (auxiliary == kNoToken) return;
    if (tree_.has_lemma(cue, {"apply", "extend", "pertain"}) && negated && lower(cue + 1) == "to") {
      if (tree_.lemma(auxiliary) != "do" || xpos(auxiliary) == Xpos::VBD) return;
      const auto what = clause_.before(auxiliary);
      if (!what.found() || !instrument(what.head)) return;
      const auto reach = clause_.reach(cue);
      auto nor = cue + 2;
      while (nor < reach.last && lower(nor) != "nor") ++nor;
      candidate.audience = clause_.phrase(cue + 2, nor);
      if (!candidate.audience.found()) return;
      if (nor < reach.last)
        candidate.also = clause_.phrase(lower(nor + 1) == "to" ? nor + 2 : nor + 1, reach.last);
      candidate.words = {tree_.language.span({what.first, cue + 1})};
      candidate.why = "says to whom it does not apply";
    } else if (tree_.has_lemma(cue, {"exempt", "exempted", "excuse"}) && !negated && is_be(auxiliary) &&
               xpos(auxiliary) != Xpos::VBD && !hypothetical(auxiliary)) {
      candidate.audience = clause_.before(auxiliary);
      if (!candidate.audience.found() || denied(candidate.audience)) return;
      candidate.words = {tree_.language.span({cue, clause_.reach(cue).last})};
      candidate.why = "says who is exempt";
    } else if (tree_.has_lemma(cue, {"cover", "affect", "bind"}) && negated && is_be(auxiliary) &&
               lower(cue + 1) == "by") {
      const auto reach = clause_.reach(cue);
      const auto by = clause_.phrase(cue + 2, reach.last);
      if (!by.found() || !instrument(by.head)) return;
      candidate.audience = clause_.before(auxiliary);
      candidate.words = {tree_.language.span({auxiliary, by.last})};
      candidate.why = "says who is not covered";
    } else {
      return;
    }
    add(std::move(candidate));
  }

  // "No action is required by customers". True where the token is the verb of such a sentence.
  bool no_action(TokenIndex cue) {
    if (!tree_.has_lemma(cue, {"require", "need", "necessary", "required", "needed"})) return false;
    bool negated = false;
    const auto auxiliary = verb_before(cue, negated);
    if (auxiliary == kNoToken || !is_be(auxiliary) || xpos(auxiliary) == Xpos::VBD) return false;
    const auto what = clause_.before(auxiliary);
    if (!what.found() || !tree_.has_lemma(what.head, {"action", "update", "step", "measure", "change"}))
      return false;
    if (!negated && !denied(what)) return false;
    Candidate candidate;
    candidate.shape = Shape::exemption;
    candidate.cue = cue;
    candidate.action = cue;
    candidate.modality = Modality::need_not;
    const auto next = lower(cue + 1);
    if (next == "by" || next == "from" || next == "for" || next == "of" || next == "on") {
      candidate.audience = clause_.phrase(cue + 2, clause_.reach(cue).last);
    }
    candidate.words = {tree_.language.span({what.first, cue + 1})};
    candidate.why = "says that nothing need be done";
    add(std::move(candidate));
    return true;
  }

  // ---- small questions --------------------------------------------------------------------------------
  bool instrument(TokenIndex noun) const {
    return words_.is(WordClass::instrument, tree_.lemma(noun)) ||
           words_.is(WordClass::instrument, lower(noun));
  }

  // "could advise", "if you are asked", "refused to require": nobody is told anything.
  bool hypothetical(TokenIndex cue) const {
    bool not_used = false;
    const auto previous = verb_before(cue, not_used);
    if (previous == kNoToken) return false;
    const auto word = lower(previous);
    if (word == "could" || word == "would" || word == "might" || word == "can" || word == "may" ||
        word == "to" || word == "should" || word == "must")
      return true;
    // "be urged" under "may"
    if ((word == "be" || word == "been" || word == "have") && previous > clause_.begin())
      return hypothetical(previous);
    return conditional(cue);
  }

  // Whether "if" or "whether" opens the clause: looked for up to the last comma.
  bool conditional(TokenIndex cue) const {
    for (auto scan = cue; scan > clause_.begin() && cue - scan < 12; --scan) {
      const auto word = lower(scan - 1);
      if (word == "," || word == ";") return false;
      if (word == "if" || word == "whether" || word == "unless") return true;
    }
    return false;
  }

  // "must replace the keys and notify their CERT": each verb with words of its own is an action of its own.
  void add_with_joined(Candidate candidate) {
    for (int joined = 0; joined < 12; ++joined) {
      const auto next = clause_.reach(candidate.action).joined;
      add(candidate);
      if (next == kNoToken) return;
      candidate.action = next;
    }
  }

  void add(Candidate candidate) {
    turn_avoidance(candidate);
    if (candidate.action >= clause_.end()) return;
    found_.push_back(std::move(candidate));
  }

  // "should avoid using it" is "should not": using it.
  void turn_avoidance(Candidate& candidate) const {
    if (candidate.modality != Modality::must && candidate.modality != Modality::should) return;
    if (candidate.shape == Shape::exemption || !words_.is(WordClass::avoid, tree_.lemma(candidate.action)))
      return;
    auto next = candidate.action + 1;
    if (lower(next) == "from") ++next;
    if (next >= clause_.end() || xpos(next) != Xpos::VBG) return;
    candidate.action = next;
    candidate.modality = forbidden(candidate.modality);
  }

  const Tree& tree_;
  const AdviceWords& words_;
  Clause clause_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Tree& tree, const AdviceWords& words,
                                       const language::Sentence& sentence) {
  return Finder(tree, words, sentence).run();
}

}  // namespace hearsay::advice
