// Orders told by a noun: "its order to remove it", "a ban on using it", "a deadline of 3 May to remove it".
#include <algorithm>
#include <utility>

#include "core/advice/finders.hpp"

namespace hearsay::advice {
namespace {

// How far after the noun what is to be done may begin: "instructions to all the departments of the state to".
constexpr TokenIndex kNounTokens = 12;

}  // namespace

void ToldFinder::ordered(TokenIndex noun) {
  if (upos(noun) != Upos::NOUN) return;
  if (lower(noun) == "deadline") {
    deadline_set(noun);
    return;
  }
  const auto modality = words_.value(WordClass::order_noun, tree_.lemma(noun));
  if (!modality || taken_back(noun)) return;
  Candidate candidate;
  candidate.shape = Shape::told;
  candidate.cue = noun;
  candidate.modality = *modality;
  candidate.needs_source = true;
  candidate.active = true;
  candidate.by_noun = true;
  candidate.why = "“" + lower(noun) + "” and what is to be done";
  candidate.issuer = giver(noun);
  if (!candidate.issuer.found()) bound_by(noun, candidate);
  if (!action_of(noun, candidate)) return;
  if (!candidate.issuer.found() && !candidate.audience.found()) return;
  keep_within(noun, candidate);
  if (candidate.words.empty()) {
    add_with_joined(std::move(candidate));
  } else {
    add(std::move(candidate));
  }
}

// "The order to leave the room was ignored": the action ends where the verb begins of which the noun is
// subject.
void ToldFinder::keep_within(TokenIndex noun, Candidate& candidate) const {
  const auto rel = tree_.token(noun).rel;
  if (!candidate.words.empty() || (rel != Deprel::nsubj && rel != Deprel::nsubj_pass)) return;
  const auto verb = tree_.token(noun).head;
  if (verb == kNoToken || verb <= candidate.action) return;
  auto last = verb;
  for (const auto child : tree_.language.children_of(verb)) {
    const auto helps = tree_.token(child).rel;
    if ((helps == Deprel::aux || helps == Deprel::aux_pass || helps == Deprel::cop) &&
        child > candidate.action)
      last = std::min(last, child);
  }
  if (clause_.reach(candidate.action).last > last)
    candidate.words = {tree_.language.span({candidate.action, last})};
}

// Whether the text says that the order is not, or no longer, or not yet, or that nobody knows it: "rejected a
// request to", "is considering a ban on", "there is no requirement to", "in order to".
bool ToldFinder::taken_back(TokenIndex noun) const {
  const auto before = noun > clause_.begin() ? lower(noun - 1) : std::string();
  if (before == "executive") return true;  // "an executive order to strengthen security": its purpose
  if (before == "no" || before == "in" || before == "any" || before == "earlier" || before == "previous" ||
      before == "possible" || before == "draft" || before == "proposed" || before == "planned")
    return true;
  const auto& token = tree_.token(noun);
  const auto verb = token.head;
  // "calls for a ban on"
  if (verb != kNoToken && token.rel == Deprel::obl && tree_.has_lemma(verb, {"call", "push", "press", "ask"}))
    return true;
  if (verb == kNoToken || (token.rel != Deprel::obj && token.rel != Deprel::nsubj_pass)) return false;
  return hypothetical_verb(verb) ||
         tree_.has_lemma(verb, {"take",      "reject",   "refuse",  "withdraw", "lift",    "drop",
                                "rescind",   "overturn", "scrap",   "suspend",  "quash",   "deny",
                                "consider",  "mull",     "weigh",   "oppose",   "resist",  "seek",
                                "lose",      "want",     "debate",  "discuss",  "propose", "demand",
                                "plan",      "abandon",  "dismiss", "get",      "receive", "dispute",
                                "challenge", "revoke",   "strike",  "draft",    "prepare", "expect"});
}

// Who gives the order: "the ministry's order", "the ministry issued an order", "an order issued by the
// ministry".
Phrase ToldFinder::giver(TokenIndex noun) const {
  for (const auto child : tree_.language.children_of(noun)) {
    const auto& token = tree_.token(child);
    if (token.rel == Deprel::nmod_poss && child < noun) return whole_of(child, noun);
    if (token.rel == Deprel::acl && token.xpos == Xpos::VBN) {
      const auto agent = tree_.language.child(child, Deprel::obl_agent);
      if (agent != kNoToken) return whole_of(agent, clause_.end());
    }
  }
  const auto verb = tree_.token(noun).head;
  if (verb == kNoToken || verb < clause_.begin() || verb >= clause_.end()) return {};
  const bool gives = tree_.token(noun).rel == Deprel::obj &&
                     tree_.has_lemma(verb, {"issue", "give", "make", "impose", "send", "publish", "repeat",
                                            "reiterate", "renew", "announce", "hand", "deliver", "sign",
                                            "approve", "introduce", "circulate", "extend", "set"});
  const auto subject = gives ? tree_.subject(verb) : kNoToken;
  return subject != kNoToken && subject < verb ? whole_of(subject, verb) : Phrase();
}

// The noun with what belongs to it, up to `limit`.
Phrase ToldFinder::whole_of(TokenIndex noun, TokenIndex limit) const {
  const auto extent = tree_.language.subtree(noun);
  auto last = std::min({extent.last, limit, clause_.end()});
  const auto first = std::max(std::min(extent.first, noun), clause_.begin());
  for (auto token = noun + 1; token < last; ++token) {
    if (xpos(token) == Xpos::POS || upos(token) == Upos::PUNCT) last = token;
  }
  return {first, std::max(last, noun + 1), noun};
}

// "Firms are under an obligation to", "doctors have instructions to": whoever is bound is told.
void ToldFinder::bound_by(TokenIndex noun, Candidate& candidate) const {
  auto verb = noun;
  constexpr TokenIndex kNear = 5;
  while (verb > clause_.begin() && noun - verb < kNear && !is_be(verb) && tree_.lemma(verb) != "have") --verb;
  const bool under = is_be(verb) && (lower(verb + 1) == "under" || lower(verb + 2) == "under");
  if (!under && tree_.lemma(verb) != "have") return;
  if (xpos(verb) == Xpos::VBD || candidate.modality == Modality::must_not) return;
  candidate.audience = clause_.before(verb);
  candidate.needs_source = false;
}

// What is to be done, and by whom: "... to banks to", "... that hospitals isolate", "... on using".
bool ToldFinder::action_of(TokenIndex noun, Candidate& candidate) {
  const bool ban = candidate.modality == Modality::must_not;
  auto addressed = kNoToken;  // where the words begin that say who is told
  for (auto next = noun + 1; next < clause_.end() && next <= noun + kNounTokens; ++next) {
    const auto word = lower(next);
    if (upos(next) == Upos::PUNCT || xpos(next) == Xpos::VBD || xpos(next) == Xpos::VBZ ||
        xpos(next) == Xpos::VBP || xpos(next) == Xpos::MD)
      return false;
    if (ban && next == noun + 1) {
      if (word != "on" && word != "against") return false;
      if (gerund(next + 1)) {
        candidate.action = next + 1;
        return true;
      }
      if (!use_of(next + 1)) return false;
      const auto last = clause_.reach(next + 1).last;
      candidate.action = next + 1;
      auto by = next + 1;
      while (by < last && lower(by) != "by") ++by;
      if (by < last) candidate.audience = clause_.phrase(by + 1, last);
      candidate.words = {tree_.language.span({next + 1, by})};
      return true;
    }
    if (word == "that") {
      const auto* recommend = words_.verb("recommend");
      return recommend != nullptr && that_clause(*recommend, next + 1, candidate);
    }
    if (word == "against" && gerund(next + 1)) {
      candidate.action = next + 1;
      candidate.modality = forbidden(candidate.modality);
      return true;
    }
    bool negated = says_not(lower(next - 1));
    const auto action = word == "to" ? verb_after(next, negated) : kNoToken;
    if (action != kNoToken && clause_.base_verb(action) && action < next + 4) {
      if (addressed != kNoToken && !candidate.audience.found())
        candidate.audience = clause_.phrase(addressed, says_not(lower(next - 1)) ? next - 1 : next);
      candidate.action = action;
      candidate.asserted = candidate.modality;
      if (negated) candidate.modality = forbidden(candidate.modality);
      return true;
    }
    if ((word == "to" || word == "for" || word == "on") && addressed == kNoToken) addressed = next + 1;
    if ((word == "from" || word == "by") && !candidate.issuer.found() && next + 1 < clause_.end()) {
      for (auto who = next + 1; who < clause_.end() && who < next + kNounTokens; ++who) {
        if (lower(who) != "to" && lower(who) != "that" && lower(who) != "for") continue;
        candidate.issuer = clause_.phrase(next + 1, who);
        break;
      }
    }
  }
  return false;
}

// "The bank set shops a deadline of 15 March to replace them", "shops have a deadline of 15 March to".
void ToldFinder::deadline_set(TokenIndex noun) {
  auto verb = noun;
  constexpr TokenIndex kNear = 12;
  while (verb > clause_.begin() && noun - verb < kNear &&
         !tree_.has_lemma(verb, {"set", "give", "impose", "have", "face", "announce"}))
    --verb;
  if (!tree_.has_lemma(verb, {"set", "give", "impose", "have", "face", "announce"}) ||
      upos(verb) == Upos::NOUN || hypothetical(verb))
    return;
  auto to = noun + 1;
  auto time = kNoToken;
  auto addressed = kNoToken;
  for (; to < clause_.end() && to < noun + kNear; ++to) {
    if (lower(to) == "to" && clause_.base_verb(to + 1)) break;
    if (time == kNoToken && upos(to) == Upos::NUM) time = to;
    if (lower(to) == "for") addressed = to + 1;
    if (clause_.finite(to)) return;
  }
  if (lower(to) != "to" || !clause_.base_verb(to + 1)) return;
  Candidate candidate;
  candidate.shape = Shape::told;
  candidate.cue = noun;
  candidate.action = to + 1;
  candidate.time = time;
  candidate.modality = Modality::must;
  candidate.why = "sets a deadline for what is to be done";
  bool negated = false;
  const auto auxiliary = verb_before(verb, negated);
  if (negated) return;
  const bool passive = auxiliary != kNoToken && is_be(auxiliary);
  const bool bound = tree_.has_lemma(verb, {"have", "face"});
  if (bound || passive) {
    candidate.audience = clause_.before(passive ? auxiliary : verb);
  } else {
    auto determiner = noun;
    while (determiner > verb + 1 && upos(determiner) != Upos::DET) --determiner;
    candidate.audience =
        addressed != kNoToken ? clause_.phrase(addressed, to) : clause_.phrase(verb + 1, determiner);
    candidate.issuer = clause_.before(verb);
  }
  if (!candidate.audience.found()) return;
  add_with_joined(std::move(candidate));
}

}  // namespace hearsay::advice
