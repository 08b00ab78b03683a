// Hedges, polarity, and the terms of probability yardsticks.
#include <algorithm>

#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

bool fits(const Reading& reading, TokenIndex token, HedgePos pos) {
  const Upos tag = reading[token].upos;
  switch (pos) {
    case HedgePos::modal:
      return tag == Upos::AUX || reading[token].xpos == Xpos::MD;
    case HedgePos::verb:
      return tag == Upos::VERB;
    case HedgePos::adjective:
      return tag == Upos::ADJ || tag == Upos::VERB;
    case HedgePos::adverb:
      return tag == Upos::ADV;
    case HedgePos::noun:
      return tag == Upos::NOUN;
  }
  return false;
}

// "staff could not see the records" tells what was so; "it could not be ruled out" leaves it open.
bool was_unable(const Reading& reading, TokenIndex modal) {
  if (reading.lower(modal) != "could" || modal + 1 >= reading.size()) return false;
  const auto& next = reading.lower(modal + 1);
  const bool negated = next == "not" || next == "n't" || next == "n\xE2\x80\x99t";
  const TokenIndex verb = reading[modal].head;
  constexpr std::string_view open[] = {"rule", "exclude", "be", "have"};
  return negated && verb != kNoToken &&
         std::find(std::begin(open), std::end(open), reading.lemma(verb)) == std::end(open);
}

void hedges_in(const Evidence& evidence, const Runs& runs, std::vector<Span>& out) {
  const Reading& reading = evidence.reading;
  for (const Extent run : runs) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (const Phrase* phrase = evidence.phrase_at(evidence.lexicon.hedge_phrases, token, false)) {
        const TokenIndex last = token + static_cast<TokenIndex>(phrase->words.size());
        if (last <= run.last) {
          out.push_back(reading.span({token, last}));
          token = last - 1;
          continue;
        }
      }
      for (const Hedge& hedge : evidence.lexicon.hedges) {
        const bool same = hedge.lemma == reading.lower(token) ||
                          ((hedge.pos == HedgePos::verb || hedge.pos == HedgePos::noun) &&
                           hedge.lemma == reading.lemma(token));
        if (!same || !fits(reading, token, hedge.pos) || was_unable(reading, token)) continue;
        out.push_back(reading[token].span);
        break;
      }
    }
  }
}

bool is_negator(std::string_view word) {
  return word == "not" || word == "n't" || word == "n\xE2\x80\x99t" || word == "never" || word == "no" ||
         word == "nothing" || word == "nobody" || word == "none" || word == "neither";
}

// The word that heads the content, where no frame said which: of its words the first verb or noun that hangs
// on none of them.
TokenIndex head_of_content(const Reading& reading, const Draft& draft) {
  if (draft.content_head != kNoToken || draft.content.empty()) return draft.content_head;
  const Extent words = draft.content.front();
  for (TokenIndex token = words.first; token < words.last; ++token) {
    const TokenIndex head = reading[token].head;
    const Upos tag = reading[token].upos;
    const bool full = tag == Upos::VERB || tag == Upos::NOUN || tag == Upos::ADJ || tag == Upos::AUX;
    if (full && (head == kNoToken || head < words.first || head >= words.last)) return token;
  }
  return kNoToken;
}

// "not one record", "no record": a "no" before the noun that counts it.
bool counts_none(const Reading& reading, TokenIndex noun) {
  for (const TokenIndex below : reading.layer.children_of(noun)) {
    if (reading[below].rel == Deprel::det && reading.lower(below) == "no") return true;
    const bool one = reading[below].rel == Deprel::nummod || reading[below].rel == Deprel::det ||
                     reading[below].rel == Deprel::advmod;
    if (one && below < noun &&
        (reading.lower(below) == "not" || (below > 0 && reading.lower(below - 1) == "not")))
      return true;
  }
  return false;
}

// "not just the logs, but also the keys" denies nothing.
bool only_more(const Reading& reading, TokenIndex negator) {
  if (negator + 1 >= reading.size()) return false;
  const auto& next = reading.lower(negator + 1);
  return next == "just" || next == "only" || next == "merely" || next == "simply";
}

// Whether the head of the content itself is negated: by "not", or by a "no" on its subject, object or on
// what "there is".
bool content_negated(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  const TokenIndex head = head_of_content(reading, draft);
  if (head == kNoToken) return false;
  if (reading[head].upos == Upos::NOUN && draft.content_head == kNoToken && counts_none(reading, head))
    return true;
  for (const TokenIndex child : reading.layer.children_of(head)) {
    const Deprel rel = reading[child].rel;
    if (rel == Deprel::advmod && is_negator(reading.lower(child)) && !only_more(reading, child)) return true;
    if (rel == Deprel::det && reading.lower(child) == "no") return true;
    if (rel != Deprel::nsubj && rel != Deprel::obj && rel != Deprel::nsubj_pass) continue;
    if (is_negator(reading.lower(child))) return true;
    if (counts_none(reading, child)) return true;
  }
  return false;
}

// "have not been able to confirm it", "was unable to confirm it"
bool not_able(const Reading& reading, const Draft& draft) {
  const TokenIndex able = reading[draft.cue_head].head;
  if (able == kNoToken || reading[draft.cue_head].rel != Deprel::xcomp) return false;
  if (reading.lower(able) == "unable") return true;
  if (reading.lower(able) != "able") return false;
  for (const TokenIndex child : reading.layer.children_of(able)) {
    if (is_negator(reading.lower(child))) return true;
  }
  return false;
}

// "Nothing in the logs suggests that ...": the subject of the cue denies it.
bool nobody_says(const Reading& reading, const Draft& draft) {
  return draft.source_head != kNoToken && is_negator(reading.lower(draft.source_head));
}

// "dismissed it as theatre": what it is said to be is affirmed.
bool says_what_it_is(const Reading& reading, const Draft& draft) {
  return draft.stance == Stance::deny && !draft.clausal && !draft.content.empty() &&
         reading.lower(draft.content.front().first) == "as";
}

// A term counts only where a body of the scale's country assesses or judges; "a journalist's could is on
// neither scale".
void find_yardstick(const Evidence& evidence, const Draft& draft, Claim& claim) {
  constexpr std::string_view verbs[] = {"assess", "judge", "estimate", "assessment", "judgment", "judgement"};
  if (std::find(std::begin(verbs), std::end(verbs), claim.cue_lemma) == std::end(verbs)) return;
  if (!claim.source || !evidence.is_kind(claim.source, ActorKind::government)) return;
  const std::string& country = evidence.actors[claim.source.index()].country;
  const std::string_view scale = country == "GB" ? "PHIA" : country == "US" ? "ICD 203" : "";
  if (scale.empty()) return;
  for (const Yardstick& yardstick : evidence.lexicon.yardsticks) {
    if (yardstick.scale != scale) continue;
    for (const Extent run : draft.content) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        std::string_view rest = yardstick.term;
        TokenIndex at = token;
        while (at < run.last &&
               rest.substr(0, evidence.reading.lower(at).size()) == evidence.reading.lower(at)) {
          rest.remove_prefix(evidence.reading.lower(at).size());
          ++at;
          if (rest.empty() || rest.front() != ' ') break;
          rest.remove_prefix(1);
        }
        if (!rest.empty()) continue;
        claim.yardstick = yardstick;
        return;
      }
    }
  }
}

}  // namespace

void find_certainty(const Evidence& evidence, const Draft& draft, Claim& claim) {
  // Who alleges something puts it forward without reserve; the text holds back, not the source.
  if (draft.cue_lemma != "allege") hedges_in(evidence, draft.cue, claim.hedges);
  hedges_in(evidence, draft.content, claim.hedges);
  // "judge it likely that", "assess with moderate confidence that": what stands between the two.
  constexpr TokenIndex kReach = 8;
  if (!draft.cue.empty() && !draft.content.empty() && draft.cue.back().last < draft.content.front().first &&
      draft.content.front().first - draft.cue.back().last <= kReach)
    hedges_in(evidence, {{draft.cue.back().last, draft.content.front().first}}, claim.hedges);
  std::sort(claim.hedges.begin(), claim.hedges.end());
  claim.hedges.erase(std::unique(claim.hedges.begin(), claim.hedges.end()), claim.hedges.end());
  // Two denials cancel out: "did not deny", "did not rule out".
  const bool turned =
      (draft.negates && !says_what_it_is(evidence.reading, draft)) !=
      (draft.cue_negated || nobody_says(evidence.reading, draft) || not_able(evidence.reading, draft));
  const bool negated = turned != content_negated(evidence, draft);
  claim.polarity = negated ? Polarity::negated : Polarity::affirmed;
  if (draft.negates && draft.cue_negated && claim.stance == Stance::deny) claim.stance = Stance::state;
  find_yardstick(evidence, draft, claim);
}

}  // namespace hearsay::claims
