// Cues that take an object, an infinitive or a phrase: "urged users to", "accused it of", "called it unsafe",
// "denied involvement".
#include <algorithm>

#include "core/claims/draft.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

// Prepositions that stay with the content ("against using it"); others belong to the cue ("called for").
bool stays_with_content(std::string_view preposition) {
  return preposition == "of" || preposition == "against" || preposition == "from" || preposition == "as";
}

// "no sign of it", "nothing", "little evidence".
bool is_nothing(const Reading& reading, TokenIndex noun) {
  if (reading.lower(noun) == "nothing" || reading.lower(noun) == "none") return true;
  for (const TokenIndex child : reading.layer.children_of(noun)) {
    const auto& word = reading.lower(child);
    if (child < noun && (word == "no" || word == "little" || word == "insufficient")) return true;
  }
  return false;
}

Runs joined(Runs a, const Runs& b) {
  a.insert(a.end(), b.begin(), b.end());
  tidy(a);
  return a;
}

}  // namespace

bool CueReader::object_infinitive_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kObjectInfinitive)) return false;
  const auto blank = cue.lemma.find(' ');
  TokenIndex object = draft.passive ? sufferer_of(verb) : object_of(verb);
  if (blank != std::string_view::npos && object == kNoToken) {
    // "called on members to act": the members stand in a phrase, and often the tree hangs the act on them.
    for (const TokenIndex child : reading_.layer.children_of(verb)) {
      if (child < verb || reading_.marker(child) != cue.lemma.substr(blank + 1)) continue;
      object = child;
      const TokenIndex particle = reading_.marker_token(child);
      if (particle == draft.cue.back().last) draft.cue.back().last = particle + 1;
      for (const TokenIndex below : reading_.layer.children_of(child)) {
        if (below < child || !is_to_infinitive(reading_, below)) continue;
        draft.addressee = child;
        const TokenIndex on = reading_.marker_token(child);
        if (on == draft.cue.back().last) draft.cue.back().last = on + 1;
        set_content(without(reading_.runs(child), {{on, on + 1}}), below, draft);
        draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D somebody to do something";
        return !draft.content.empty();
      }
    }
  }
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    const Deprel rel = reading_[child].rel;
    if (child < verb || !is_to_infinitive(reading_, child)) continue;
    if (rel != Deprel::xcomp && rel != Deprel::ccomp && rel != Deprel::advcl) continue;
    if (rel == Deprel::advcl && object == kNoToken) continue;
    const bool own_subject = reading_.layer.child(child, Deprel::nsubj) != kNoToken;
    if (object == kNoToken && !own_subject && !cue.has(kInfinitive) && !draft.passive) continue;
    if (object == kNoToken && !own_subject && cue.has(kInfinitive)) return false;  // plain infinitive
    Runs content = reading_.runs(child);
    if (cue.object == ObjectRole::both && object != kNoToken) {
      content = joined(content, reading_.runs(object, {verb, child}));
      if (!draft.passive && object > verb) content = {{content.front().first, content.back().last}};
      if (reading_.lower(object) != "it") draft.target = object;
    } else if (object != kNoToken) {
      draft.addressee = object;
      // "urged users to update": what is urged is that users update.
      if (!draft.passive && object > verb && object < child) {
        const Runs told = reading_.runs(object, {child});
        content = {{std::min(told.front().first, content.front().first), content.back().last}};
      }
    }
    set_content(content, child, draft);
    if (cue.stance == Stance::question) draft.stance = Stance::advise;  // "asked users to update"
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D somebody to do something";
    return !draft.content.empty();
  }
  return false;
}

// "urged users of old gateways to update": an infinitive behind whoever is told, wherever the tree hangs it.
bool CueReader::told_to(TokenIndex verb, const Cue& cue, Draft& draft) {
  constexpr TokenIndex kReach = 10;
  const TokenIndex object = object_of(verb);
  if (!cue.has(kObjectInfinitive) || cue.object != ObjectRole::addressee || cue.strength != Strength::say ||
      draft.passive || object == kNoToken || object < verb || draft.source_head == kNoToken)
    return false;
  // "could visit a site and then convince a user to": nobody has said it.
  if (reading_[verb].xpos == Xpos::VB && !stands_finite(verb) &&
      reading_.lower(draft.cue.front().first) != "will")
    return false;
  const auto& sentence = reading_.layer.sentence(verb);
  for (TokenIndex token = object + 1; token + 1 < sentence.last() && token < object + kReach; ++token) {
    if (is_finite(reading_, token) || reading_.is_punctuation(token) || reading_.quotation(token) != nullptr)
      return false;
    if (reading_.lower(token) != "to" || reading_[token + 1].xpos != Xpos::VB) continue;
    draft.addressee = object;
    const TokenIndex begin = std::max(reading_.runs(object).front().first, draft.cue.back().last);
    set_content({{begin, clause_end(token, draft)}}, token + 1, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D somebody to do something";
    return !draft.content.empty();
  }
  return false;
}

bool CueReader::infinitive_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kInfinitive) && !cue.has(kGerund)) return false;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (child < verb) continue;
    const Deprel rel = reading_[child].rel;
    const bool infinitive = cue.has(kInfinitive) && (rel == Deprel::xcomp || rel == Deprel::ccomp) &&
                            is_to_infinitive(reading_, child);
    const bool gerund = cue.has(kGerund) && (rel == Deprel::xcomp || rel == Deprel::ccomp) &&
                        reading_[child].xpos == Xpos::VBG;
    if (!infinitive && !gerund) continue;
    set_content(reading_.runs(child), child, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma +
                (infinitive ? "\xE2\x80\x9D with an infinitive" : "\xE2\x80\x9D with a gerund");
    return !draft.content.empty();
  }
  return false;
}

bool CueReader::preposition_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (cue.prepositions.empty()) return false;
  const TokenIndex object = draft.passive ? sufferer_of(verb) : object_of(verb);
  // Trees often hang the phrase on the object: "accused the firm [of hiding it]".
  std::vector<TokenIndex> candidates;
  for (const TokenIndex child : reading_.layer.children_of(verb)) candidates.push_back(child);
  TokenIndex on_object = kNoToken;
  if (object != kNoToken && cue.object != ObjectRole::content) {
    for (const TokenIndex child : reading_.layer.children_of(object)) {
      const Deprel rel = reading_[child].rel;
      const bool clause = rel == Deprel::acl || rel == Deprel::advcl;
      if (child < object || (!clause && (rel != Deprel::nmod || cue.object == ObjectRole::both))) continue;
      const auto marker = reading_.marker(child);
      // "the head of the agency": of a phrase with "of" only a clause is surely the accusation.
      if (!cue.takes(marker) || (!clause && marker == "of" && cue.stance != Stance::accuse)) continue;
      candidates.push_back(child);
      on_object = child;
    }
  }
  for (const TokenIndex child : candidates) {
    if (child < verb) continue;
    const Deprel rel = reading_[child].rel;
    if (child != on_object && rel != Deprel::obl && rel != Deprel::advcl && rel != Deprel::nmod &&
        rel != Deprel::ccomp && rel != Deprel::xcomp) {
      continue;
    }
    const TokenIndex marker = reading_.marker_token(child);
    if (marker == kNoToken || !cue.takes(reading_.lower(marker))) continue;
    const std::string& preposition = reading_.lower(marker);
    if ((preposition == "on" || preposition == "in") && reading_[child].rel == Deprel::obl &&
        cue.object != ObjectRole::both && reading_[child].upos == Upos::PROPN) {
      continue;  // "commented on Tuesday", "spoke in Geneva"
    }
    const TokenIndex clause = unwrapped(child);
    Runs content = reading_.runs(clause);
    if (!stays_with_content(preposition) && cue.object != ObjectRole::both && clause == child) {
      content = without(content, {{marker, marker + 1}});
      if (marker - draft.cue.back().last <= 1) draft.cue = joined(draft.cue, {{marker, marker + 1}});
    }
    if (object != kNoToken) {
      switch (cue.object) {
        case ObjectRole::both:
          content = joined(content, reading_.runs(object));
          draft.target = object;
          break;
        case ObjectRole::target:
          draft.target = object;
          if (draft.passive) content = joined(content, reading_.runs(object, {verb}));
          break;
        case ObjectRole::addressee:
          draft.addressee = object;
          break;
        case ObjectRole::content:
        case ObjectRole::none:
          break;
      }
    }
    set_content(content, clause, draft);
    if (reading_.is_nominal(clause)) complete_phrase(draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + " \xE2\x80\xA6 " + preposition + "\xE2\x80\x9D";
    return !draft.content.empty();
  }
  return false;
}

// "accused the board of \xE2\x80\x9Cruling by leak\xE2\x80\x9D", "attributes the result to a fault": the
// phrase behind the object, wherever the tree hangs it.
bool CueReader::preposition_after(TokenIndex verb, const Cue& cue, Draft& draft) {
  constexpr TokenIndex kReach = 10;
  const TokenIndex object = object_of(verb);
  const bool fits = cue.object == ObjectRole::target || cue.object == ObjectRole::both;
  if (!fits || cue.prepositions.empty() || draft.passive || object == kNoToken || object < verb ||
      draft.source_head == kNoToken || cue.strength == Strength::weak)
    return false;
  const auto& sentence = reading_.layer.sentence(verb);
  TokenIndex found = kNoToken;
  for (TokenIndex token = object + 1; token + 1 < sentence.last() && token < object + kReach; ++token) {
    const auto& word = reading_.lower(token);
    if (word == "," || word == ";" || word == ":" || is_finite(reading_, token)) break;
    if (reading_[token].upos != Upos::ADP && reading_[token].upos != Upos::SCONJ) continue;
    if (!cue.takes(word)) continue;
    // "the head of the agency of hiding it": the phrase with a verb or somebody's words is the accusation.
    const bool clear = reading_[token + 1].xpos == Xpos::VBG || reading_.quotation(token + 1) != nullptr;
    if (found == kNoToken || clear) found = token;
    if (clear) break;
  }
  if (found == kNoToken) return false;
  const TokenIndex begin = cue.object == ObjectRole::both ? reading_.runs(object).front().first : found;
  set_content({{std::max(begin, draft.cue.back().last), clause_end(found, draft)}}, found + 1, draft);
  for (TokenIndex token = found + 1; token + 1 < draft.content.back().last; ++token) {
    // "... and called for an inquiry": the next thing that was said.
    const bool next = reading_[token].upos == Upos::CCONJ && reading_.is_verbal(token + 1) &&
                      reading_[token + 1].xpos != Xpos::VBG && reading_.quotation(token) == nullptr;
    if (next) draft.content.back().last = token;
  }
  trim(reading_, draft.content);
  draft.target = object;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + " \xE2\x80\xA6 " + reading_.lower(found) + "\xE2\x80\x9D";
  return !draft.content.empty();
}

bool CueReader::complement_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kComplement)) return false;
  const TokenIndex object = draft.passive ? sufferer_of(verb) : object_of(verb);
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (child < verb) continue;
    const Deprel rel = reading_[child].rel;
    const bool complement = (rel == Deprel::xcomp || rel == Deprel::obj) && child != object &&
                            object != kNoToken && object != child;
    const TokenIndex own_subject = reading_.layer.child(child, Deprel::nsubj);
    // "called that figure exaggerated": the figure may hang on the judgement.
    const bool judged = rel == Deprel::xcomp && object == kNoToken && own_subject != kNoToken;
    const bool small_clause = rel == Deprel::ccomp || judged;
    if (!complement && !small_clause) continue;
    if (judged) draft.target = own_subject;
    Runs content = reading_.runs(child);
    if (object != kNoToken) content = joined(content, reading_.runs(object));
    if (!draft.passive && content.size() > 1 && object != kNoToken && object > verb) {
      content = {{content.front().first, content.back().last}};
    }
    if (!judged && (object == kNoToken || reading_.lower(object) != "it")) draft.target = object;
    set_content(content, child, draft);
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a judgement of it";
    return !draft.content.empty();
  }
  return judged_after(verb, cue, draft);
}

// "called Norvane, its rival, a \xE2\x80\x9Cdanger\xE2\x80\x9D": where the tree makes one phrase of both, the
// words from the object to the end of the clause are the judgement.
bool CueReader::judged_after(TokenIndex verb, const Cue& cue, Draft& draft) {
  const TokenIndex object = object_of(verb);
  if (draft.passive || cue.object != ObjectRole::both || object == kNoToken || object < verb) return false;
  const auto& sentence = reading_.layer.sentence(verb);
  const TokenIndex begin = draft.cue.back().last;
  if (begin >= sentence.last() || reading_[begin].upos == Upos::ADP) return false;
  TokenIndex end = reading_.layer.subtree(object).last;
  // "called the accusation absurd", where the tree makes one noun of it.
  const bool one_noun =
      object > begin && reading_[object - 1].rel == Deprel::compound && reading_[object - 1].head == object &&
      end == object + 1 && lexicon_.matter(reading_.lemma(object - 1)) != nullptr &&
      std::any_of(lexicon_.negations.begin(), lexicon_.negations.end(), [&](const Phrase& phrase) {
        return phrase.words.size() == 1 && phrase.words.front() == reading_.lower(object) &&
               static_cast<Negation>(phrase.kind) >= Negation::dismissal;
      });
  if (one_noun) {
    set_content({{begin, end}}, object, draft);
    draft.target = object - 1;
    draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a judgement of it";
    return !draft.content.empty();
  }
  if (end <= object + 1) {
    // The complement hangs elsewhere: a quotation, a noun phrase or an adjective right behind.
    if (end >= sentence.last()) return false;
    const Upos next = reading_[end].upos;
    if (reading_.quotation(end) == nullptr && next != Upos::DET && next != Upos::ADJ) return false;
    while (end < sentence.last() && reading_.lower(end) != "," && reading_.lower(end) != ";" &&
           reading_[end].upos != Upos::CCONJ && !covers(draft.source, end))
      ++end;
  }
  // Two phrases must be there: whom it is about, and what they are called.
  TokenIndex judgement = kNoToken;
  for (TokenIndex token = object + 1; token < end; ++token) {
    const Upos tag = reading_[token].upos;
    if (reading_.quotation(token) != nullptr && reading_.quotation(object) == nullptr) judgement = token;
    if (tag == Upos::DET && (reading_[token - 1].upos == Upos::PROPN || reading_.lower(token - 1) == ","))
      judgement = token;
    if (judgement != kNoToken) break;
  }
  if (judgement == kNoToken) return false;
  set_content({{begin, end}}, judgement, draft);
  draft.target = object;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with a judgement of it";
  return !draft.content.empty();
}

// "said news outlets undercount them": the tree takes the subject of what is said for an object. A finite
// verb right behind it shows that it is none.
bool CueReader::object_is_subject(const Cue& cue, TokenIndex object, Draft& draft) const {
  if (!cue.has(kClause) || draft.passive || object < draft.cue.back().last) return false;
  const auto& sentence = reading_.layer.sentence(object);
  const Runs runs = reading_.runs(object);
  TokenIndex verb = runs.back().last;
  if (verb < sentence.last() && reading_[verb].upos == Upos::ADV) ++verb;
  if (verb >= sentence.last() || !is_finite(reading_, verb) ||
      reading_.quotation(verb) != reading_.quotation(object))
    return false;
  draft.content = {{draft.cue.back().last, verb + 1}};
  const TokenIndex head = reading_[verb].head;
  const bool auxiliary =
      reading_[verb].upos == Upos::AUX && head != kNoToken && head > verb && head < sentence.last();
  draft.content_head = auxiliary ? head : verb;
  complete_clause(cue, draft);
  if (draft.content.empty()) return false;
  draft.clausal = true;
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with the words after it";
  return true;
}

bool CueReader::object_frame(TokenIndex verb, const Cue& cue, Draft& draft) {
  if (!cue.has(kObject) && !cue.has(kNothing)) return false;
  const TokenIndex object = draft.passive ? sufferer_of(verb) : reading_.layer.child(verb, Deprel::obj);
  if (object == kNoToken) return false;
  if (reading_[object].rel == Deprel::obj && object < verb) return false;  // "what it said"
  if (is_time_word(reading_.lower(object))) return false;                  // "said Monday morning"
  // "found no sign of it" says something; "found the file" does not.
  if (cue.has(kNothing) && !is_nothing(reading_, object)) return false;
  if (!draft.passive && draft.source_head == kNoToken) return false;
  TokenIndex content = unwrapped(object);
  // "contest claims of involvement": what is contested is the involvement.
  if (cue.stance == Stance::deny && lexicon_.cue(CuePos::noun, reading_.lemma(object)) != nullptr) {
    // "disputed the gang's claim to hold the files": the gang's claim is one of its own.
    bool owned = reading_.layer.child(object, Deprel::nmod_poss) != kNoToken;
    for (const TokenIndex child : reading_.layer.children_of(object)) {
      owned = owned || (reading_[child].rel == Deprel::nmod && reading_.marker(child) == "by");
    }
    if (!owned) used_nouns_.push_back(object);
    const Cue* noun = lexicon_.cue(CuePos::noun, reading_.lemma(object));
    for (const TokenIndex child : reading_.layer.children_of(object)) {
      if (child < object) continue;
      const Deprel rel = reading_[child].rel;
      if (rel != Deprel::nmod && rel != Deprel::acl && rel != Deprel::ccomp) continue;
      const auto marker = reading_.marker(child);
      if (!noun->takes(marker) && marker != "that") continue;
      Runs runs = reading_.runs(child);
      if (marker == "of")
        runs = without(runs, {{reading_.marker_token(child), reading_.marker_token(child) + 1}});
      set_content(runs, child, draft);
      complete_phrase(draft);
      draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with what was claimed";
      return !draft.content.empty();
    }
  }
  // "rejected that", "confirmed this": only an answer may take one word that points back at what was said.
  const auto& word = reading_.lower(object);
  const bool answers = cue.stance == Stance::deny || cue.lemma == "confirm";
  const bool points = answers && (word == "that" || word == "this" || word == "it");
  if (reading_[object].upos == Upos::PRON && content == object && !points) return false;
  if (content == object && object_is_subject(cue, object, draft)) return true;
  if (cue.object == ObjectRole::both) draft.target = object;
  set_content(reading_.runs(content), content, draft);
  complete_phrase(draft);
  draft.why = "\xE2\x80\x9C" + draft.cue_lemma + "\xE2\x80\x9D with its object";
  return !draft.content.empty();
}

}  // namespace hearsay::claims
