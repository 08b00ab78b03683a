#include <algorithm>

#include "core/actors/listings.hpp"
#include "core/actors/mentions.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;
using language::Xpos;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool inside_name(TokenIndex token, const std::vector<Found>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const Found& name) { return name.first <= token && token < name.last; });
}

// The words left of a noun that belong to it: determiners, adjectives, nouns, numbers, genitives.
TokenIndex left_edge(const Reading& reading, TokenIndex head, const std::vector<Found>& names) {
  TokenIndex first = head;
  for (const TokenIndex child : reading.language.children_of(head)) {
    if (child >= head) break;
    switch (reading.token(child).rel) {
      case Deprel::det:
      case Deprel::det_predet:
      case Deprel::amod:
      case Deprel::compound:
      case Deprel::nummod:
      case Deprel::nmod_poss:
      case Deprel::nmod_unmarked:
      case Deprel::nmod_desc:
      case Deprel::flat:
        first = std::min(first, reading.language.subtree(child).first);
        break;
      default:
        break;
    }
  }
  // A name that begins before the noun's own words is taken whole.
  for (const Found& name : names) {
    if (name.first < first && first < name.last) first = name.first;
  }
  // What stands between must belong to the noun: a comma, a verb or a preposition in between ends the phrase.
  for (TokenIndex token = head; token > first; --token) {
    const auto& before = reading.token(token - 1);
    if (inside_name(token - 1, names)) continue;
    const auto word = reading.word(token - 1);
    // "to trick victims": a plain verb is no part of the noun, whatever the parser makes of it.
    const bool plain = before.upos == Upos::VERB && ascii::is_lower(word.front()) &&
                       (before.xpos == Xpos::VB || before.xpos == Xpos::VBP);
    const bool verb =
        plain || (before.upos == Upos::VERB && before.rel != Deprel::amod && before.rel != Deprel::compound);
    const bool mark = before.upos == Upos::PUNCT && word != "-" && word != "'" && word != "’";
    const bool link = before.upos == Upos::ADP || before.upos == Upos::SCONJ || before.upos == Upos::AUX ||
                      before.xpos == Xpos::TO || (before.upos == Upos::CCONJ && token - 1 == first);
    if (verb || mark || link) return token;
  }
  return first;
}

// "the head of the NIW Piet Brell": parsers take the person for what he heads.
TokenIndex body_before_person(TokenIndex token, const std::vector<Found>& names) {
  for (const Found& person : names) {
    if (person.type != NameType::person || token < person.first || token >= person.last) continue;
    for (const Found& body : names) {
      if (body.type == NameType::organization && body.last == person.first) return body.head;
    }
  }
  return token;
}

// "of the office", "for the NCSC", "at Tarnfeld": where a role is held. The head of the body, or kNoToken.
TokenIndex held_at(const Reading& reading, TokenIndex head, const std::vector<Found>& names) {
  for (const TokenIndex child : reading.language.children_of(head)) {
    if (child < head || reading.token(child).rel != Deprel::nmod) continue;
    const auto body = body_before_person(child, names);
    auto case_mark = reading.language.child(child, Deprel::case_);
    if (case_mark == kNoToken) case_mark = reading.language.child(body, Deprel::case_);
    if (case_mark == kNoToken) continue;
    if (reading.lemma(case_mark) == "of") return body;
    // "the officer with the note" is with nobody.
    const auto* noun = reading.gazetteer.noun(reading.lemma(body));
    const bool somewhere = inside_name(body, names) || (noun != nullptr && noun->collective);
    if (somewhere && is_one_of(reading.lemma(case_mark), {"for", "at", "with", "from", "to", "in"}))
      return body;
  }
  return kNoToken;
}

void read_determiner(const Reading& reading, Found& found) {
  for (const TokenIndex child : reading.language.children_of(found.head)) {
    if (child >= found.head || child < found.first) continue;
    const auto& token = reading.token(child);
    const auto word = reading.lemma(child);
    if (token.rel == Deprel::nmod_poss) {
      found.determiner = Determiner::possessive;
      found.possessor = child;
    } else if (token.rel == Deprel::det && found.determiner == Determiner::none) {
      found.determiner = is_one_of(word, {"the", "this", "that", "these", "those"}) ? Determiner::definite
                                                                                    : Determiner::indefinite;
    } else if (token.rel == Deprel::nummod && found.determiner == Determiner::none) {
      found.determiner = Determiner::indefinite;
    } else if (token.rel == Deprel::compound && inside_name(child, {}) == false &&
               token.upos == Upos::PROPN && found.affiliation == kNoToken) {
      found.affiliation = child;  // "Tarnfeld CEO"
    }
    if (token.rel == Deprel::amod || token.rel == Deprel::compound || token.rel == Deprel::nmod_poss ||
        token.rel == Deprel::nummod) {
      found.modified = true;
    }
  }
}

// How far a noun phrase goes on to the right: "of the office" for a role, "familiar with the matter" for
// people.
TokenIndex right_edge(const Reading& reading, const Found& found, const std::vector<Found>& names) {
  TokenIndex last = found.head + 1;
  if (found.noun->role && found.affiliation != kNoToken && found.affiliation > found.head) {
    const auto of_phrase = reading.language.subtree(found.affiliation);
    // Only up to the body's own head and name, not what is said of it.
    last = std::max(last, found.affiliation + 1);
    for (const Found& name : names) {
      if (name.first <= found.affiliation && found.affiliation < name.last) last = std::max(last, name.last);
    }
    if (of_phrase.first <= found.head) last = found.head + 1;
  }
  if (found.noun->noun_class == NounClass::group || found.noun->noun_class == NounClass::person) {
    const auto end = reading.language.sentence(found.head).last();
    const bool told =
        last < end && is_one_of(reading.lemma(last), {"familiar", "close", "brief", "involved", "aware"});
    const bool knowing = last + 2 < end && reading.lemma(last) == "with" &&
                         (reading.lemma(last + 1) == "knowledge" || reading.lemma(last + 2) == "knowledge");
    if (told || knowing) {
      // Up to the verb: parsers err here, the words do not.
      auto token = last + 1;
      const auto limit = std::min<TokenIndex>(end, last + 8);
      while (token < limit && reading.token(token).upos != Upos::VERB &&
             reading.token(token).upos != Upos::AUX && reading.token(token).upos != Upos::PUNCT &&
             reading.token(token).upos != Upos::PRON) {
        ++token;
      }
      if (token > last + 2) last = token;
    }
  }
  return last;
}

// Whether "it" or "they" stands for nothing: "it is clear that", "it rains".
bool is_expletive(const Reading& reading, TokenIndex token) {
  if (reading.token(token).rel == Deprel::expl) return true;
  if (reading.lemma(token) != "it" || !reading.is_subject(token)) return false;
  const auto verb = reading.token(token).head;
  if (verb == kNoToken) return false;
  for (const TokenIndex child : reading.language.children_of(verb)) {
    if (child < verb) continue;
    const auto rel = reading.token(child).rel;
    const bool clause = rel == Deprel::csubj || rel == Deprel::csubj_pass || rel == Deprel::ccomp;
    if (clause && reading.language.child(verb, Deprel::cop) != kNoToken) return true;
    if (clause && reading.token(token).rel == Deprel::nsubj_pass) return true;
  }
  // "It took three attempts to reach the firm."
  const auto object = reading.language.child(verb, Deprel::obj);
  if (reading.lemma(verb) == "take" && object != kNoToken &&
      is_one_of(reading.lemma(object), {"attempt", "day", "decade", "effort", "hour", "minute", "month",
                                        "second", "time", "try", "week", "while", "year"})) {
    return true;
  }
  return is_one_of(reading.lemma(verb), {"seem", "appear", "happen", "rain", "snow", "possible", "clear",
                                         "likely", "unlikely", "unclear", "important", "time", "worth"});
}

bool is_pronoun_of_actors(std::string_view lemma, std::string_view word) {
  static constexpr std::string_view kForms[] = {"he",   "him",     "his",    "himself",   "she",    "her",
                                                "hers", "herself", "it",     "its",       "itself", "they",
                                                "them", "their",   "theirs", "themselves"};
  return std::find(std::begin(kForms), std::end(kForms), word) != std::end(kForms) ||
         std::find(std::begin(kForms), std::end(kForms), lemma) != std::end(kForms);
}

// "the public prosecutor's office": a body, nobody in person.
bool is_part_of_office(const Reading& reading, TokenIndex token) {
  const auto& t = reading.token(token);
  return t.rel == Deprel::nmod_poss && t.head != kNoToken && t.head > token && t.head - token <= 2 &&
         is_one_of(reading.lemma(t.head), {"office", "department", "bureau"});
}

// "found in Tarn Manager", "the Tarn Theme Editor": a program called by the work it does. Nobody has the
// role: it is part of a name, stands beside no person and is not said to act.
bool is_named_like_role(const Reading& reading, const Found& mention, const std::vector<Found>& names) {
  constexpr std::string_view kPrograms[] = {"advisor",   "analyst", "director", "editor",
                                            "inspector", "manager", "reporter"};
  const auto lemma = reading.lemma(mention.head);
  if (std::find(std::begin(kPrograms), std::end(kPrograms), lemma) == std::end(kPrograms)) return false;
  // "the password manager": what it manages is on a computer.
  const bool managed = lemma == "manager" && mention.head > mention.first &&
                       is_one_of(reading.lemma(mention.head - 1), {"boot", "download", "file", "package",
                                                                   "password", "tag", "task", "window"});
  if (managed) return true;
  if (mention.head == mention.first || reading.is_subject(mention.head)) return false;
  for (const TokenIndex token : {mention.head - 1, mention.head}) {
    if (!ascii::is_upper(reading.word(token).front())) return false;
  }
  const auto rel = reading.token(mention.head).rel;
  if (rel == Deprel::appos || reading.language.child(mention.head, Deprel::appos) != kNoToken) return false;
  return std::none_of(names.begin(), names.end(), [&](const Found& name) {
    return name.type == NameType::person && name.first <= mention.head + 2 && mention.first <= name.last + 1;
  });
}

using ascii::lower;

}  // namespace

std::vector<Found> find_nominals(const Reading& reading, std::uint32_t sentence_index,
                                 const std::vector<Found>& names) {
  const auto& sentence = reading.language.sentences[sentence_index];
  std::vector<Found> found;
  for (auto token = read_listing(reading, sentence).label_end; token < sentence.last(); ++token) {
    const auto& t = reading.token(token);
    if (inside_name(token, names)) continue;
    Found mention;
    mention.sentence = sentence_index;
    mention.head = token;
    if (t.upos == Upos::PRON || (t.upos == Upos::DET && t.xpos == Xpos::PRPS)) {
      const auto word = lower(reading.word(token));
      if (reading.word(token) == "IT") continue;  // the trade, not the pronoun
      mention.first_person =
          is_one_of(word, {"we", "us", "our", "ours", "ourselves"}) && reading.word(token) != "US";
      if (!mention.first_person && (!is_pronoun_of_actors(word, word) || is_expletive(reading, token)))
        continue;
      mention.form = MentionForm::pronoun;
      mention.first = token;
      mention.last = token + 1;
      mention.span = t.span;
      mention.plural = word.starts_with("the") || mention.first_person;
      mention.gender = word.starts_with("he") && !word.starts_with("her")   ? 'm'
                       : word.starts_with("hi")                             ? 'm'
                       : word.starts_with("she") || word.starts_with("her") ? 'f'
                                                                            : 'x';
      found.push_back(std::move(mention));
      continue;
    }
    const auto* noun = reading.gazetteer.noun(reading.lemma(token));
    if (noun == nullptr) continue;
    // "Brell chief executive Jane Roe": taggers take the role for an adjective.
    const bool role_before_person =
        noun->role && t.upos == Upos::ADJ && std::any_of(names.begin(), names.end(), [&](const Found& name) {
          return name.first == token + 1 && name.type == NameType::person;
        });
    if (t.upos != Upos::NOUN && t.upos != Upos::PROPN && !role_before_person) continue;
    // A noun that only says which other noun is meant ("company policy") stands for nobody.
    if (t.rel == Deprel::compound || t.rel == Deprel::amod || t.rel == Deprel::nmod_unmarked) {
      const bool before_name =
          std::any_of(names.begin(), names.end(), [&](const Found& name) { return name.first == token + 1; });
      if (!before_name) continue;  // "CEO Jonas Aebischer" is a role of the name after it
    }
    if (noun->role && is_part_of_office(reading, token)) continue;
    mention.form = MentionForm::nominal;
    mention.noun = noun;
    // "police" is one body, whatever its tag.
    const bool one_body = noun->collective && reading.lemma(token) == lower(reading.word(token));
    mention.plural =
        !one_body && (t.xpos == Xpos::NNS || t.xpos == Xpos::NNPS || reading.lemma(token) == "people");
    mention.gender = noun->gender;
    mention.first = left_edge(reading, token, names);
    mention.last = token + 1;
    read_determiner(reading, mention);
    if (noun->role && mention.affiliation == kNoToken) mention.affiliation = held_at(reading, token, names);
    if (noun->role && t.rel == Deprel::flat && mention.first == token) {
      // "Tarnfeld CEO" without an article: parsers take the role for a last name.
      for (const Found& name : names) {
        if (name.last != token || name.type != NameType::organization) continue;
        mention.first = name.first;
        mention.affiliation = name.head;
      }
    }
    if (mention.affiliation != kNoToken) mention.modified = true;
    if (noun->role && is_named_like_role(reading, mention, names)) continue;
    mention.last = right_edge(reading, mention, names);
    mention.span = reading.span(mention.first, mention.last);
    found.push_back(std::move(mention));
  }
  return found;
}

}  // namespace hearsay::actors
