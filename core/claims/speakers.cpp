// Who speaks: the source of a cue.
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

constexpr int kMostSteps = 8;  // up the tree in search of a subject

}  // namespace

bool CueReader::is_passive(TokenIndex verb) const {
  // "have long called for": the perfect of a verb that the tree takes for a passive.
  bool perfect = reading_[verb].xpos == Xpos::VBN;
  bool has = false;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const auto& word = reading_.lower(child);
    has = has || (child < verb && (word == "has" || word == "have" || word == "had" || word == "'ve"));
    perfect = perfect && reading_[child].rel != Deprel::aux_pass && word != "been" && word != "being";
  }
  if (perfect && has) return false;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    if (rel == Deprel::aux_pass || rel == Deprel::nsubj_pass || rel == Deprel::obl_agent) return true;
    if (rel == Deprel::aux || rel == Deprel::nsubj) return false;
  }
  if (reading_[verb].xpos != Xpos::VBN || is_past_tense(verb)) return false;
  if (verb > 0 && reading_.same_sentence(verb - 1, verb)) {
    const auto& before = reading_.lower(verb - 1);
    if (before == "has" || before == "have" || before == "had")
      return false;  // an auxiliary that the tree lost
  }
  if (reading_[verb].rel == Deprel::acl && is_prose(verb) && !has_finite_verb(verb)) return false;
  // A participle that hangs on a noun, or heads a headline: "a firm accused of", "X Suspected of Y by Z".
  const Deprel rel = reading_[verb].rel;
  if (rel == Deprel::conj && reading_[verb].head != kNoToken && reading_.is_verbal(reading_[verb].head)) {
    return reading_[reading_[verb].head].xpos == Xpos::VBN && is_passive(reading_[verb].head);
  }
  if (rel == Deprel::acl && reading_[reading_[verb].head].rel == Deprel::root &&
      (reading_[verb].head + 1 == verb || (is_prose(verb) && reading_.lower(verb - 1) == ","))) {
    return agent_of(verb) !=
           kNoToken;  // "The family called on ...": a past tense that the tree takes for a participle
  }
  return rel == Deprel::acl || rel == Deprel::advcl || rel == Deprel::root || rel == Deprel::xcomp;
}

// "The group called the report a fraud": a participle of the tagger's right behind a noun phrase that opens
// its clause, with an object of its own, where no other verb of the clause is finite.
bool CueReader::is_past_tense(TokenIndex verb) const {
  const auto& sentence = reading_.layer.sentence(verb);
  if (!is_prose(verb) || verb == sentence.first || verb + 1 >= sentence.last()) return false;
  const Upos next = reading_[verb + 1].upos;
  const bool object = next == Upos::DET || next == Upos::PROPN || next == Upos::PRON || next == Upos::SCONJ ||
                      reading_[verb + 1].xpos == Xpos::PRPS || reading_.lower(verb + 1) == "for";
  const bool subject =
      reading_.is_nominal(verb - 1) || reading_.lower(verb - 1) == "," || reading_.lower(verb - 1) == ")";
  if (!object || !subject) return false;
  for (TokenIndex token = sentence.first; token < verb; ++token) {
    if (is_finite(reading_, token) && reading_[token].rel != Deprel::acl_relcl) return false;
  }
  for (TokenIndex token = verb + 1; token < sentence.last(); ++token) {
    const auto& word = reading_.lower(token);
    if (word == "," || word == ";" || reading_[token].upos == Upos::CCONJ ||
        reading_[token].upos == Upos::SCONJ || is_relative(reading_, token))
      break;
    if (is_finite(reading_, token) && reading_.quotation(token) == nullptr) return false;
  }
  return true;
}

bool CueReader::has_finite_verb(TokenIndex token) const {
  const auto& sentence = reading_.layer.sentence(token);
  for (TokenIndex at = sentence.first; at < sentence.last(); ++at) {
    if (is_finite(reading_, at) && reading_.quotation(at) == nullptr) return true;
  }
  return false;
}

bool CueReader::is_prose(TokenIndex token) const {
  const BlockKind kind = reading_.block_of(token).kind;
  return kind != BlockKind::title && kind != BlockKind::heading;
}

TokenIndex CueReader::agent_of(TokenIndex verb) const {
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    if (rel == Deprel::obl_agent) return child;
    if ((rel == Deprel::obl || rel == Deprel::nmod) && reading_.marker(child) == "by" &&
        reading_.is_nominal(child)) {
      return child;
    }
  }
  // In a headline the agent often hangs on the last noun: "Suspected of Espionage by the Agency".
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (child < verb || reading_[child].rel != Deprel::obl) continue;
    for (const TokenIndex below : reading_.layer.children_of(child)) {
      if (below > child && reading_[below].rel == Deprel::nmod && reading_.marker(below) == "by")
        return below;
    }
  }
  return kNoToken;
}

TokenIndex CueReader::sufferer_of(TokenIndex verb) const {
  TokenIndex subject = reading_.layer.child(verb, Deprel::nsubj_pass);
  if (subject == kNoToken) subject = reading_.layer.child(verb, Deprel::nsubj);
  // "X Suspected of Y": in a headline the participle hangs on the name.
  if (subject == kNoToken && reading_[verb].rel == Deprel::acl) subject = reading_[verb].head;
  return subject;
}

// "Two officials familiar with the report said": the tree makes a clause of noun and adjective, and hangs it
// before the cue. The clause, or kNoToken.
TokenIndex CueReader::misread_subject(TokenIndex verb) const {
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (child > verb) break;
    if (reading_[child].rel != Deprel::ccomp || reading_.is_verbal(child)) continue;
    if (reading_.layer.child(child, Deprel::cop) != kNoToken || reading_.quotation(child) != nullptr)
      continue;
    const TokenIndex subject = reading_.layer.child(child, Deprel::nsubj);
    if (subject != kNoToken && subject < child) return child;
  }
  return kNoToken;
}

// "Ada \"did it at once,\" Norvane said": quoted speech before the subject, of which the tree makes a second
// one.
bool CueReader::precedes_subject(TokenIndex place, TokenIndex verb) const {
  bool quoted = false;
  for (TokenIndex token = place + 1; token < verb; ++token) {
    const Quotation* quotation = reading_.quotation(token);
    quoted = quoted ||
             (quotation != nullptr && quotation->tokens.last == token + 1 && quotation->tokens.first > place);
    if (quoted && reading_[token].head == verb && is_subject(reading_[token].rel)) return true;
  }
  return false;
}

// "People briefed on the plan say": a participle on the subject, of which the tree makes a clause before the
// cue.
bool CueReader::reduced_relative(TokenIndex participle) const {
  const TokenIndex head = reading_[participle].head;
  const Xpos form = reading_[participle].xpos;
  if (reading_[participle].rel != Deprel::ccomp || head == kNoToken || head < participle ||
      (form != Xpos::VBD && form != Xpos::VBN) || participle == 0)
    return false;
  const TokenIndex subject = reading_.layer.child(head, Deprel::nsubj);
  if (subject == kNoToken || subject + 1 != participle || reading_.quotation(participle) != nullptr)
    return false;
  for (const TokenIndex child : reading_.layer.children_of(participle)) {
    if (is_subject(reading_[child].rel) || reading_[child].rel == Deprel::aux) return false;
  }
  return true;
}

TokenIndex CueReader::subject_of(TokenIndex verb) const {
  TokenIndex at = verb;
  const TokenIndex misread = misread_subject(verb);
  if (misread != kNoToken) return reading_.layer.child(misread, Deprel::nsubj);
  // "ordered bodies to act, saying ...": set off by a comma, the participle is the main subject's.
  const bool set_off = reading_[verb].xpos == Xpos::VBG && verb > 0 &&
                       reading_.same_sentence(verb - 1, verb) && reading_.lower(verb - 1) == ",";
  for (int step = 0; step < kMostSteps; ++step) {
    for (const TokenIndex child : reading_.layer.children_of(at)) {
      if (!is_subject(reading_[child].rel) || is_time_word(reading_.lower(child))) continue;
      if (precedes_subject(child, at)) continue;
      if (!is_relative(reading_, child)) return child;
      // "the agency, which said": the noun that the clause hangs on.
      TokenIndex clause = at;
      while (reading_[clause].rel == Deprel::conj && reading_[clause].head != kNoToken) {
        clause = reading_[clause].head;
      }
      const Deprel rel = reading_[clause].rel;
      if (rel == Deprel::acl_relcl || rel == Deprel::acl) return reading_[clause].head;
      return kNoToken;
    }
    const Token& token = reading_[at];
    const TokenIndex head = token.head;
    if (head == kNoToken) return kNoToken;
    switch (token.rel) {
      case Deprel::conj:
        at = head;
        break;
      case Deprel::xcomp: {
        if (reading_.layer.child(head, Deprel::expl) != kNoToken) return kNoToken;
        const TokenIndex object = reading_.layer.child(head, Deprel::obj);
        const bool as = reading_[at].xpos == Xpos::VBG && reading_.marker(at) == "as";
        if (object != kNoToken && object < at && as) return object;  // "quoted her as saying"
        if (object != kNoToken && object < at && !set_off && !is_passive(head)) {
          return object;  // "urged the firm to admit": the firm admits
        }
        at = head;
        break;
      }
      case Deprel::advcl: {
        // Participles and infinitives share the subject of their clause; finite clauses have their own.
        const Xpos tag = token.xpos;
        if (tag != Xpos::VBG && tag != Xpos::VBN && tag != Xpos::VB && token.upos != Upos::ADJ)
          return kNoToken;
        const TokenIndex quoted = reading_.layer.child(head, Deprel::obj);
        if (tag == Xpos::VBG && reading_.marker(at) == "as" && quoted != kNoToken && quoted < at)
          return quoted;
        at = head;
        break;
      }
      case Deprel::acl: {
        if (token.xpos == Xpos::VB) return kNoToken;
        TokenIndex top = head;
        // "Members of the club called for it": no other verb, so that the whole phrase is the subject.
        while (token.xpos == Xpos::VBN && reading_[top].rel == Deprel::nmod && reading_[top].head < top &&
               !has_finite_verb(verb))
          top = reading_[top].head;
        return top;
      }
      case Deprel::acl_relcl:
        return head;
      default:
        return kNoToken;
    }
    if (!reading_.is_verbal(at) && reading_[at].upos != Upos::ADJ &&
        reading_.layer.child(at, Deprel::nsubj) == kNoToken) {
      return kNoToken;
    }
  }
  return kNoToken;
}

// The noun phrase right before the cue, or right after it where speech comes first: who speaks, where the
// tree has lost the subject.
TokenIndex CueReader::subject_beside(TokenIndex verb, const Draft& draft) const {
  const Xpos tag = reading_[verb].xpos;
  if (tag != Xpos::VBD && tag != Xpos::VBZ && tag != Xpos::VBP && tag != Xpos::VBN) return kNoToken;
  const auto& sentence = reading_.layer.sentence(verb);
  const Extent cue{draft.cue.front().first, draft.cue.back().last};
  const auto top_of = [&](TokenIndex token, TokenIndex first, TokenIndex last) {
    for (int step = 0; step < kMostSteps; ++step) {
      const TokenIndex head = reading_[token].head;
      if (head == kNoToken || head < first || head >= last || !reading_.is_nominal(head)) break;
      token = head;
    }
    return token;
  };
  const bool speech_before = cue.first > sentence.first && (reading_.is_quotation_mark(cue.first - 1) ||
                                                            reading_.lower(cue.first - 1) == ",");
  if (speech_before) {
    if (!reading_.is_quotation_mark(cue.first - 1) && !inverted(verb, draft)) return kNoToken;
    TokenIndex last = cue.last;
    while (last < sentence.last() && !reading_.is_punctuation(last) && !reading_.is_verbal(last)) ++last;
    for (TokenIndex token = cue.last; token < last; ++token) {
      const Upos pos = reading_[token].upos;
      if (pos == Upos::ADP || pos == Upos::SCONJ) break;
      if (reading_.is_nominal(token)) return top_of(token, cue.last, last);
    }
    return kNoToken;
  }
  if (cue.first == sentence.first) return kNoToken;
  TokenIndex token = cue.first - 1;
  if (!reading_.is_nominal(token)) return kNoToken;
  TokenIndex first = token;
  while (first > sentence.first && (reading_.is_nominal(first - 1) || reading_[first - 1].upos == Upos::ADJ ||
                                    reading_[first - 1].upos == Upos::DET))
    --first;
  if (first > sentence.first && reading_[first - 1].upos == Upos::ADP) return kNoToken;
  return top_of(token, first, cue.first);
}

bool CueReader::inverted(TokenIndex verb, const Draft& draft) const {
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex first = draft.cue.front().first;
  const TokenIndex after = draft.cue.back().last;
  if (first <= sentence.first || after >= sentence.last() || reading_[verb].xpos == Xpos::VBG) return false;
  const Cue* cue = verb_cue(verb);
  if (cue == nullptr || !cue->has(kQuote)) return false;
  if (cue->object != ObjectRole::none && cue->object != ObjectRole::content) return false;
  if (reading_.lower(first - 1) != "," && !reading_.is_quotation_mark(first - 1)) return false;
  // Speech has a verb or stands in marks; "Norvane, its maker, rejected the claim" has neither before the
  // cue.
  bool speech = reading_.is_quotation_mark(first - 1);
  bool relative = false;  // "officials, who asked for it, said": a verb of a clause on who speaks
  for (TokenIndex token = sentence.first; token < first && !speech; ++token) {
    if (reading_.lower(token) == ",")
      relative = token + 1 < first && (is_relative(reading_, token + 1) || opens_aside(token + 1));
    speech = !relative && is_finite(reading_, token);
  }
  if (!speech) return false;
  TokenIndex last = after;
  bool name = false;
  while (last < sentence.last() && !reading_.is_punctuation(last)) {
    const Upos tag = reading_[last].upos;
    if (tag == Upos::ADP && name) break;
    if (is_time_word(reading_.lower(last)) || reading_[last].xpos == Xpos::NNS) return false;
    if (tag != Upos::PROPN && tag != Upos::NOUN && tag != Upos::ADJ && tag != Upos::DET && tag != Upos::NUM &&
        reading_[last].xpos != Xpos::PRPS && !reading_[last].joined)
      return false;
    name = name || tag == Upos::PROPN || tag == Upos::NOUN;
    ++last;
  }
  return name && reading_[after].lemma_size > 0 && reading_.lower(after) != "that";
}

// "with half of those asked saying that": whoever stands between "with" and the participle.
bool CueReader::absolute_source(TokenIndex verb, Draft& draft) const {
  constexpr TokenIndex kLongest = 12;
  if (reading_[verb].xpos != Xpos::VBG || draft.cue.empty()) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex end = draft.cue.front().first;
  TokenIndex head = kNoToken;
  for (TokenIndex token = end; token > sentence.first && end - token < kLongest; --token) {
    const TokenIndex at = token - 1;
    if (reading_.lower(at) == "with") {
      if (head == kNoToken) return false;
      draft.source = {{token, end}};
      draft.source_head = head;
      return true;
    }
    if (reading_.is_punctuation(at) || reading_.is_verbal(at) || reading_[at].upos == Upos::SCONJ)
      return false;
    if (reading_.is_nominal(at) || is_quantity(reading_, at)) {
      const TokenIndex up = reading_[at].head;
      if (head == kNoToken || up == kNoToken || up < at || up >= end) head = at;
    }
  }
  return false;
}

void CueReader::find_source(TokenIndex verb, Draft& draft) {
  draft.passive = is_passive(verb);
  if (!draft.passive && absolute_source(verb, draft)) return;
  TokenIndex subject = draft.passive ? agent_of(verb) : subject_of(verb);
  if (!draft.passive && !draft.cue.empty()) {
    const TokenIndex outer = outer_speaker(verb, draft);
    if (outer != kNoToken) subject = outer;
    if (out_of_place(verb, subject, draft)) subject = kNoToken;
    // "…", said X: what stands before the marks cannot be who speaks.
    const TokenIndex first = draft.cue.front().first;
    const bool after_speech =
        first > 0 && reading_.same_sentence(first - 1, verb) && reading_.is_quotation_mark(first - 1) &&
        reading_.quotation(first - 1) != nullptr && subject != kNoToken && subject < first;
    // "…, says researcher Ada Brennick": a name right after the cue, and no clause of its own after that.
    const bool turned = inverted(verb, draft) || after_speech;
    if (!turned && subject == kNoToken && source_before(verb, draft)) return;
    if (turned || subject == kNoToken) {
      const TokenIndex beside = subject_beside(verb, draft);
      if (beside != kNoToken) subject = beside;
    }
  }
  const Deprel place = reading_[verb].rel;
  const bool astray = place == Deprel::acl || place == Deprel::acl_relcl;
  if (!draft.passive && (subject == kNoToken || astray)) {
    const TokenIndex main = main_subject(verb, draft);
    if (main != kNoToken) subject = main;
  }
  set_source(subject, verb, draft);
  if (!draft.passive && stands_apart(verb, draft)) {
    Draft nearer = draft;
    if (source_before(verb, nearer)) draft = std::move(nearer);
  }
  if (draft.source.empty() && !draft.passive && source_before(verb, draft)) return;
  complete_source(draft);
  const TokenIndex pronoun = draft.passive ? kNoToken : relative_subject(verb);
  if (pronoun == kNoToken || draft.source.empty() || draft.source_head >= pronoun) return;
  draft.antecedent = draft.source;
  draft.source = {{pronoun, pronoun + 1}};
}

// "The board reacted, saying ...", "when asked about it, noting ...": a participle behind a comma whose place
// in the tree is lost is the main subject's.
TokenIndex CueReader::main_subject(TokenIndex verb, const Draft& draft) const {
  const TokenIndex first = draft.cue.empty() ? verb : draft.cue.front().first;
  const auto& sentence = reading_.layer.sentence(verb);
  if (reading_[verb].xpos != Xpos::VBG || first <= sentence.first || reading_.lower(first - 1) != ",")
    return kNoToken;
  for (TokenIndex token = sentence.first; token < first; ++token) {
    const TokenIndex head = reading_[token].head;
    if (!is_subject(reading_[token].rel) || head == kNoToken || head >= first || is_relative(reading_, token))
      continue;
    const Deprel rel = reading_[head].rel;
    if (rel == Deprel::root || rel == Deprel::parataxis || rel == Deprel::conj)
      return reading_.quotation(token) == nullptr ? token : kNoToken;
  }
  return kNoToken;
}

// What stands within somebody's quoted words, or after a cue that speech does not come before, is not who
// speaks.
bool CueReader::out_of_place(TokenIndex verb, TokenIndex subject, const Draft& draft) const {
  if (subject == kNoToken) return false;
  constexpr TokenIndex kTerm = 4;
  const Quotation* quotation = reading_.quotation(subject);
  if (quotation != nullptr && quotation != reading_.quotation(verb) &&
      quotation->tokens.last - quotation->tokens.first > kTerm && quotation->tokens.first <= subject)
    return true;
  const TokenIndex first = draft.cue.front().first;
  if (subject < verb || first == reading_.layer.sentence(verb).first) return false;
  const bool after_speech = reading_.is_quotation_mark(first - 1);
  return !after_speech && !inverted(verb, draft) && is_finite(reading_, verb) &&
         (reading_.is_nominal(first - 1) || reading_.lower(first - 1) == ",");
}

// "An immigrant who ..., she plans": a subject behind a comma, while another noun phrase stands right before
// the cue.
bool CueReader::stands_apart(TokenIndex verb, const Draft& draft) const {
  if (draft.source.empty() || draft.source_head >= verb) return false;
  const TokenIndex first = draft.cue.front().first;
  if (first == 0 || !reading_.is_nominal(first - 1)) return false;
  for (TokenIndex token = first; token > draft.source_head + 1; --token) {
    const auto& word = reading_.lower(token - 1);
    if (reading_[token - 1].upos == Upos::CCONJ || reading_.is_quotation_mark(token - 1) ||
        reading_.is_verbal(token - 1))
      return false;
    if (word == ",") return true;
  }
  return false;
}

// "X said the firm was slow, adding that ...", "... was slow but said that": whoever spoke first goes on,
// though the tree hangs the second cue on what was said.
TokenIndex CueReader::outer_speaker(TokenIndex verb, const Draft& draft) const {
  const Cue* own = verb_cue(verb);
  const TokenIndex first = draft.cue.front().first;
  if (own == nullptr || own->strength != Strength::say || first == 0) return kNoToken;
  const auto& before = reading_.lower(first - 1);
  const bool participle = reading_[verb].xpos == Xpos::VBG && (before == "," || is_dash(before));
  TokenIndex at = verb;
  if (!participle) {
    if (reading_[verb].rel != Deprel::conj || !is_finite(reading_, verb)) return kNoToken;
    if (reading_.layer.child(verb, Deprel::nsubj) != kNoToken) return kNoToken;
    at = reading_[verb].head;
    const bool state = at != kNoToken && !reading_.is_verbal(at);  // "said it was harmful and blamed him"
    if (before != "but" && !(before == "and" && state)) return kNoToken;
  }
  for (int step = 0; step < kMostSteps && at != kNoToken; ++step) {
    const TokenIndex head = reading_[at].head;
    if (head == kNoToken || head >= verb) return kNoToken;
    const bool told = reading_[at].rel == Deprel::obj && !participle && reading_.is_verbal(head);
    if (reading_[at].rel == Deprel::ccomp || told) {
      const Cue* cue = verb_cue(head);
      if (cue == nullptr || cue->strength != Strength::say || is_passive(head)) return kNoToken;
      const TokenIndex speaker = subject_of(head);
      return speaker != kNoToken && speaker < verb ? speaker : kNoToken;
    }
    at = head;
  }
  return kNoToken;
}

// "the agency, which said": the pronoun between the two, or kNoToken.
TokenIndex CueReader::relative_subject(TokenIndex verb) const {
  TokenIndex at = verb;
  for (int step = 0; step < kMostSteps; ++step) {
    for (const TokenIndex child : reading_.layer.children_of(at)) {
      if (is_subject(reading_[child].rel)) return is_relative(reading_, child) ? child : kNoToken;
    }
    const Deprel rel = reading_[at].rel;
    if ((rel != Deprel::conj && rel != Deprel::xcomp) || reading_[at].head == kNoToken) return kNoToken;
    at = reading_[at].head;
  }
  return kNoToken;
}

bool CueReader::is_negated(TokenIndex verb) const {
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const auto& word = reading_.lower(child);
    if (reading_[child].rel == Deprel::advmod &&
        (word == "not" || word == "never" || word == "n't" || word == "n\xE2\x80\x99t")) {
      return true;
    }
  }
  return false;
}

void CueReader::set_content(Runs runs, TokenIndex head, Draft& draft) {
  runs = without(runs, draft.cue);
  trim(reading_, runs);
  draft.content = std::move(runs);
  draft.content_head = head;
}

TokenIndex CueReader::object_of(TokenIndex verb) const {
  const TokenIndex object = reading_.layer.child(verb, Deprel::obj);
  if (object != kNoToken) return object;
  return reading_.layer.child(verb, Deprel::iobj);
}

TokenIndex CueReader::unwrapped(TokenIndex noun) const {
  constexpr std::string_view shells[] = {"fact", "possibility", "idea", "notion", "prospect", "likelihood"};
  if (std::find(std::begin(shells), std::end(shells), reading_.lemma(noun)) == std::end(shells)) return noun;
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    const Deprel rel = reading_[child].rel;
    if (child > noun && (rel == Deprel::acl || rel == Deprel::ccomp || rel == Deprel::acl_relcl) &&
        reading_.marker(child) == "that") {
      return child;
    }
  }
  return noun;
}

}  // namespace hearsay::claims
