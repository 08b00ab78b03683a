#include <utility>

#include "core/advice/finders.hpp"

namespace hearsay::advice {
namespace {

// How far after a verb of advising its infinitive may stand: "urged all departments of the state to ...".
constexpr TokenIndex kAudienceTokens = 14;
}  // namespace

void ToldFinder::told(TokenIndex cue) {
  const auto* verb = words_.verb(lower(cue));
  if (verb == nullptr) return;
  const bool noun = upos(cue) == Upos::NOUN || upos(cue) == Upos::PROPN;
  if (noun && words_.is(WordClass::also_noun, lower(cue))) return;
  if (tree_.token(cue).rel == Deprel::amod) return;  // "implement recommended practices"
  bool negated = false;
  const auto auxiliary = verb_before(cue, negated);
  Candidate candidate;
  candidate.shape = Shape::told;
  candidate.cue = cue;
  candidate.modality = verb->modality;
  candidate.needs_source = verb->source_only || verb->state_only;
  candidate.people = verb->people;
  candidate.by_state = verb->state_only;
  if (auxiliary != kNoToken && is_be(auxiliary) && xpos(cue) != Xpos::VBG) {
    if (verb->state_only) return;  // "are expected to": what is thought likely
    told_passive(*verb, auxiliary, negated, std::move(candidate));
    return;
  }
  if (verb->passive_only || (hypothetical(cue) && !polite(cue)) || only_considered(cue)) return;
  if (xpos(cue) == Xpos::VBN && lower(cue + 1) == "by") return;  // "as required by the order": told elsewhere
  candidate.why = "“" + lower(cue) + "” and what is to be done";
  // "He sent mails asking them to": the participle has no subject of its own.
  candidate.active = xpos(cue) != Xpos::VBG || (auxiliary != kNoToken && is_be(auxiliary));
  candidate.issuer = clause_.before(cue);
  const auto tree_subject = tree_.subject(cue);
  // "The office had on 18 March instructed": the day is not who instructs.
  const bool a_day = candidate.issuer.found() && candidate.issuer.first > clause_.begin() &&
                     upos(candidate.issuer.first - 1) == Upos::ADP;
  if ((!candidate.issuer.found() || a_day) && tree_subject != kNoToken && tree_subject < cue) {
    candidate.issuer = {tree_subject, tree_subject + 1, tree_subject};
  }
  // "..., and Senator Ada Holt of Tarn, urged": between the "and" and the comma stands who urges
  if (upos(cue) == Upos::VERB && cue > clause_.begin() && lower(cue - 1) == ",") {
    const auto who = joined_name(cue - 1);
    if (who.found()) candidate.issuer = who;
  }
  // "messages that ask users to renew": what the relative pronoun stands for asks it.
  if (!candidate.issuer.found() && upos(cue) == Upos::VERB) {
    if (const auto asks = antecedent(cue); asks != kNoToken) candidate.issuer = {asks, asks + 1, asks};
  }
  // "an image instructing the user to": what a participle describes tells it.
  if (!candidate.issuer.found() && tree_.token(cue).rel == Deprel::acl && xpos(cue) == Xpos::VBG) {
    const auto shows = tree_.token(cue).head;
    if (words_.is(WordClass::lure, tree_.lemma(shows))) candidate.issuer = {shows, shows + 1, shows};
  }
  // "is not recommending a ban": nothing is advised.
  if (!told_active(*verb, candidate) && (negated || !told_noun(*verb, candidate))) return;
  // "It will never ask customers for a PIN": what it does not do, and no exemption
  // "The phone will ask you to confirm it": what a program does
  if (verb->lemma == "ask" && auxiliary != kNoToken && lower(auxiliary) == "will" &&
      (negated || lower(cue + 1) == "you"))
    return;
  // "nothing in it requires agencies to", "shall be construed as requiring"
  negated = negated || lower(clause_.begin()) == "nothing";
  if (negated && !negate_told(*verb, candidate)) return;
  const auto last = clause_.reach(candidate.action).last;
  const bool on = verb->on && addresses(cue + 1);
  add_with_joined(candidate);
  if (on) told_next(std::move(candidate), lower(cue + 1), last);
}

// The name between an "and" and the comma.
Phrase ToldFinder::joined_name(TokenIndex comma) const {
  constexpr TokenIndex kLongest = 10;
  for (auto token = comma; token > clause_.begin() && comma - token < kLongest; --token) {
    if (upos(token - 1) == Upos::CCONJ) {
      const auto who = clause_.phrase(token, comma);
      return who.found() && upos(who.head) == Upos::PROPN ? who : Phrase();
    }
    if (clause_.finite(token - 1) || upos(token - 1) == Upos::PUNCT) break;
  }
  return {};
}

// "calls on the prosecutor to act, and on the ministry to wait": the next who is called on.
void ToldFinder::told_next(Candidate candidate, const std::string& preposition, TokenIndex from) {
  auto next = from;
  while (next < clause_.end() && next < from + 3 && lower(next) != preposition) ++next;
  if (lower(next) != preposition || upos(next - 1) != Upos::CCONJ) return;
  auto to = next + 2;
  while (to < clause_.end() && to < next + kAudienceTokens && lower(to) != "to") ++to;
  bool negated = false;
  const auto action = lower(to) == "to" ? verb_after(to, negated) : kNoToken;
  if (action == kNoToken || !clause_.base_verb(action)) return;
  candidate.audience = clause_.phrase(next + 1, to);
  if (!candidate.audience.found()) return;
  candidate.action = action;
  if (negated) candidate.modality = forbidden(candidate.modality);
  add_with_joined(std::move(candidate));
}

// "Departments are urged to remove it", "is not required to act", "it is recommended that users update".
void ToldFinder::told_passive(const AdviceVerb& verb, TokenIndex auxiliary, bool negated,
                              Candidate candidate) {
  // "If you run it, it's recommended that you update": the condition is another clause.
  const bool apart = verb.that && auxiliary > clause_.begin() && lower(auxiliary - 1) == "it";
  if (apart ? hypothetical_verb(auxiliary) : hypothetical(auxiliary)) return;
  // "were required to": what was so once, told by nobody.
  const bool past = xpos(auxiliary) == Xpos::VBD;
  if (past && (verb.modality == Modality::may || verb.lemma == "require" || verb.lemma == "oblige")) return;
  // "a page where they are instructed to upload it": what the page does
  if (tree_.token(candidate.cue).rel == Deprel::acl_relcl && auxiliary > clause_.begin() + 1 &&
      lower(auxiliary - 2) == "where")
    return;
  candidate.audience = clause_.before(auxiliary);
  if (!candidate.audience.found()) candidate.audience = joined_subject(auxiliary);
  if (!candidate.audience.found()) candidate.audience = subject_or_antecedent(auxiliary);
  // "shall not be required to": the "not" stands before what helps the verb.
  if (is_be(auxiliary) && auxiliary > clause_.begin()) verb_before(auxiliary, negated);
  // "has never been asked to": what did not happen is no exemption.
  if (negated && lower(auxiliary) == "been") return;
  // "Strict rules, besides the old ones, are required to": whoever is told, it cannot be read.
  if (!candidate.audience.found() && upos(auxiliary - 1) == Upos::PUNCT && auxiliary > clause_.begin())
    return;
  candidate.why = "“" + lower(auxiliary) + " " + lower(candidate.cue) + "” and what is to be done";
  // "it is recommended to"; but "a paper it has not been allowed to read"
  const bool impersonal =
      verb.that && candidate.audience.found() && tree_.lemma(candidate.audience.head) == "it";
  const bool pronoun = candidate.audience.found() && upos(candidate.audience.head) == Upos::PRON &&
                       tree_.lemma(candidate.audience.head) != "you";
  // "as they are not authorised to speak": why somebody does something, not what they are told.
  if (verb.modality == Modality::may && negated && (pronoun || !candidate.audience.found())) return;
  if (impersonal) candidate.audience = {};
  auto next = candidate.cue + 1;
  while (next < clause_.end() && (upos(next) == Upos::ADV || quotation_mark(next)) && !says_not(lower(next)))
    ++next;
  // "advised by the agency to", "required under the rules to"
  if (lower(next) == "by" || lower(next) == "under" || lower(next) == "in") {
    auto to = next;
    while (to < clause_.end() && to < next + 10 && lower(to) != "to" && upos(to) != Upos::VERB) ++to;
    if (lower(to) != "to") return;
    if (lower(next) == "by") candidate.issuer = clause_.phrase(next + 1, to);
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
  if (candidate.action == kNoToken && verb.use && !negated && use_of_by(candidate)) {
    add(std::move(candidate));
    return;
  }
  if (candidate.action == kNoToken) return;
  if (lower(next) == "to" && !verb.to && !(verb.that && impersonal)) return;
  candidate.asserted = candidate.modality;
  if (not_to || inner) candidate.modality = forbidden(candidate.modality);
  if (negated || denied(candidate.audience)) {
    if (!negate_told(verb, candidate)) return;
  }
  add_with_joined(std::move(candidate));
}

// The noun that a relative clause describes, where the verb, or the one that it is joined to, heads the
// clause.
TokenIndex ToldFinder::antecedent(TokenIndex verb) const {
  constexpr int kJoined = 4;
  for (int joined = 0; joined < kJoined && tree_.token(verb).rel == Deprel::conj; ++joined)
    verb = tree_.token(verb).head;
  if (tree_.token(verb).rel != Deprel::acl_relcl) return kNoToken;
  const auto noun = tree_.token(verb).head;
  return noun != kNoToken && noun >= clause_.begin() && noun < verb ? noun : kNoToken;
}

// "calls on them to", "appeals to them to", "pleads with them to": the preposition before who is told.
bool ToldFinder::addresses(TokenIndex token) const {
  const auto word = lower(token);
  return word == "on" || word == "upon" || word == "for" || word == "with" ||
         (word == "to" && !clause_.base_verb(token + 1));
}

// "is considering ordering schools to", "stopped short of telling them to", "instead of asking": not done.
bool ToldFinder::only_considered(TokenIndex cue) const {
  if (xpos(cue) != Xpos::VBG || cue == clause_.begin()) return false;
  if (tree_.has_lemma(cue - 1, {"of", "about", "from", "without", "against", "than", "for", "before"}))
    return true;
  return tree_.has_lemma(cue - 1, {"consider", "weigh", "mull", "discuss", "contemplate", "debate", "suggest",
                                   "propose", "avoid", "oppose", "envisage", "favour", "favor", "resist"});
}

// "We would ask customers to", "we would like to remind users to": said politely, not supposed.
bool ToldFinder::polite(TokenIndex cue) const {
  bool negated = false;
  auto before = verb_before(cue, negated);
  if (before != kNoToken && lower(before) == "to" && before > clause_.begin() + 1 &&
      tree_.has_lemma(before - 1, {"like", "want", "wish"}))
    before = verb_before(before - 1, negated);
  if (negated || before == kNoToken || conditional(cue)) return false;
  if (before + 1 < cue && lower(before) != "would") return tree_.has_lemma(before, {"we", "I", "i"});
  const auto helper = lower(before);
  if (helper != "would" && helper != "'d" && helper != "’d") return false;
  if (before > clause_.begin() && upos(before - 1) == Upos::CCONJ) {
    const auto subject = tree_.subject(cue);
    return subject != kNoToken && subject < before && upos(subject) == Upos::PRON;
  }
  // "we would, however, ask"; "the hotel said it would encourage guests to"
  auto subject = before;
  while (subject > clause_.begin() && upos(subject - 1) == Upos::ADV) --subject;
  return subject > clause_.begin() && upos(subject - 1) == Upos::PRON &&
         tree_.has_lemma(subject - 1, {"we", "I", "i", "it", "they", "he", "she"});
}

// "recommended in August that", "urged on Monday", "said last week that": past the day that stands between
// the verb and what it tells.
TokenIndex ToldFinder::after_time(TokenIndex token) const {
  constexpr TokenIndex kLongest = 5;
  const bool opens = tree_.has_lemma(token, {"in", "on", "last", "this", "earlier", "yesterday", "today"});
  if (!opens) return token;
  for (auto next = token + 1; next < clause_.end() && next <= token + kLongest; ++next) {
    const auto word = lower(next);
    if (word == "that") return next;
    if (upos(next) != Upos::PROPN && upos(next) != Upos::NUM && upos(next) != Upos::NOUN &&
        upos(next) != Upos::ADV)
      return token;
  }
  return token;
}

bool ToldFinder::told_active(const AdviceVerb& verb, Candidate& candidate) {
  const auto cue = candidate.cue;
  if (cue + 1 >= clause_.end()) return false;
  auto next = after_time(cue + 1);
  while (quotation_mark(next)) ++next;  // "“strongly advises” hotels against"
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
  const bool turned_to = addresses(next);
  if (verb.on && !turned_to) return false;
  if (turned_to && (verb.on || lower(next) == "on" || lower(next) == "for")) ++next;
  const auto first = next;
  for (; next < clause_.end() && next <= cue + kAudienceTokens; ++next) {
    const auto word = lower(next);
    const bool to = word == "to" && verb.to && next > first;
    const bool against = (word == "against" && verb.against) || (word == "from" && verb.from);
    if (to || (against && next > first)) {
      bool negated = says_not(lower(next - 1));
      const auto action = to ? verb_after(next, negated) : next + 1;
      if (action == kNoToken || action >= clause_.end()) return false;
      // "messages that pretend to come": the infinitive of another verb.
      const auto governor = tree_.token(action).head;
      if (to && governor != kNoToken && governor + 1 == next && governor > cue &&
          upos(governor) == Upos::VERB && relative_before(first, governor))
        continue;
      if (to ? !clause_.base_verb(action) : xpos(action) != Xpos::VBG) {
        if (to) continue;
        return false;
      }
      candidate.audience = clause_.phrase(first, says_not(lower(next - 1)) ? next - 1 : next);
      if (!candidate.audience.found() || verb_within(candidate.audience)) return false;
      candidate.action = action;
      candidate.asserted = candidate.modality;
      if (negated || against) candidate.modality = forbidden(candidate.modality);
      return true;
    }
    const auto tag = upos(next);
    if (word == "about" && next > first) return false;  // "warns them about messages": what of
    // "recommends users update": the bare verb after the noun
    if (verb.that && next > first && xpos(next) != Xpos::VBD && xpos(next) != Xpos::VBZ &&
        xpos(next) != Xpos::VBG && xpos(next) != Xpos::VBN && (tag == Upos::VERB || bare_after_noun(next)) &&
        clause_.base_verb(next) && (words_.is(WordClass::imperative, lower(next)) || !to_follows(next))) {
      candidate.audience = clause_.phrase(first, next);
      candidate.action = next;
      return candidate.audience.found();
    }
    const bool within = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ || tag == Upos::DET ||
                        tag == Upos::PRON || tag == Upos::NUM || tag == Upos::ADP || tag == Upos::CCONJ ||
                        tag == Upos::PART || tag == Upos::X || tag == Upos::SYM || xpos(next) == Xpos::VB ||
                        xpos(next) == Xpos::VBP || xpos(next) == Xpos::VBG || xpos(next) == Xpos::VBN ||
                        tree_.form(next) == "," || tree_.token(next).xpos == Xpos::HYPH ||
                        (tag == Upos::ADV && next + 1 < clause_.end() && xpos(next + 1) == Xpos::VBG);
    if (!within) {
      // "users who cannot update to": a relative clause belongs to the noun.
      const bool in_relative = relative_before(first, next);
      if (!in_relative && xpos(next) != Xpos::WP && xpos(next) != Xpos::WDT) return false;
    }
  }
  return false;
}

// "recommends end customers to follow": the infinitive tells what to do.
bool ToldFinder::to_follows(TokenIndex token) const {
  for (auto next = token + 1; next + 1 < clause_.end() && next <= token + 3; ++next) {
    if (lower(next) == "to" && clause_.base_verb(next + 1)) return upos(next - 1) != Upos::VERB;
  }
  return false;
}

// "that users of affected versions upgrade to": a listed verb after a plural, with what it governs.
bool ToldFinder::bare_after_noun(TokenIndex token) const {
  if (token + 1 >= clause_.end() || !words_.is(WordClass::imperative, lower(token))) return false;
  const auto previous = tree_.token(token - 1);
  const bool noun = previous.xpos == Xpos::NNS || previous.xpos == Xpos::NNPS || previous.upos == Upos::NUM;
  const auto next = upos(token + 1);
  return noun && (next == Upos::DET || next == Upos::ADP || next == Upos::ADJ || next == Upos::PRON ||
                  next == Upos::NOUN || next == Upos::PROPN || next == Upos::PART);
}

// "users of it upgrade to version 3 to resolve": not all of this is who is told.
bool ToldFinder::verb_within(const Phrase& phrase) const {
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

}  // namespace hearsay::advice
