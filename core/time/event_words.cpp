#include "core/time/event_words.hpp"

#include <algorithm>
#include <initializer_list>

namespace hearsay::time {
namespace {

using language::Deprel;
using language::kNoToken;
using language::LanguageLayer;
using language::TokenIndex;
using language::Upos;

constexpr std::size_t kLongestEvent = 60;  // words; a longer clause is shown up to there
constexpr int kLongestRow = 8;             // verbs that share one subject

bool is_one_of(Deprel rel, std::initializer_list<Deprel> list) {
  return std::find(list.begin(), list.end(), rel) != list.end();
}

// What the verb of a clause brings along that is another event.
bool is_other_clause(Deprel rel) {
  return is_one_of(rel, {Deprel::conj, Deprel::parataxis, Deprel::advcl, Deprel::advcl_relcl, Deprel::list,
                         Deprel::discourse, Deprel::cc, Deprel::mark});
}

bool is_subject(Deprel rel) {
  return is_one_of(rel, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj});
}

}  // namespace

EventWords::EventWords(const LanguageLayer& language, const Analysis& analysis)
    : language_(language), analysis_(analysis), mentions_(analysis.actors, language) {
  index_claims();
}

// The work is the length of all contents.
void EventWords::index_claims() {
  claim_of_.resize(language_.tokens.size());
  std::vector<std::uint32_t> length(language_.tokens.size(), 0xFFFFFFFFu);
  for (std::size_t i = 0; i < analysis_.claims.size(); ++i) {
    const auto& claim = analysis_.claims[i];
    for (const auto* spans : {&claim.content, &claim.cue}) {
      for (const auto span : *spans) {
        for (auto t = language_.token_at(span.begin); t < language_.tokens.size(); ++t) {
          if (language_.tokens[t].span.begin >= span.end) break;
          if (span.size() >= length[t]) continue;
          length[t] = span.size();
          claim_of_[t] = Ref<Claim>(i);
        }
      }
    }
  }
}

void EventWords::describe(TimelineEntry& entry, TokenIndex head, TokenIndex time) const {
  auto clause = clause_of(head, time);
  std::sort(clause.begin(), clause.end());
  clause.erase(std::unique(clause.begin(), clause.end()), clause.end());
  if (clause.size() > kLongestEvent) clause.resize(kLongestEvent);
  entry.event = spans_of(clause);
  for (const auto t : clause) {
    const auto actor = mentions_.headed_by(t);
    if (actor && std::find(entry.actors.begin(), entry.actors.end(), actor) == entry.actors.end()) {
      entry.actors.push_back(actor);
    }
  }
  entry.claim = claim_of_[head] ? claim_of_[head] : claim_of_[time];
}

// The clause of the verb without the clauses that hang on it.
EventWords::Tokens EventWords::clause_of(TokenIndex verb, TokenIndex time) const {
  const bool is_predicate = language_.child(verb, Deprel::cop) != kNoToken;
  Tokens clause;
  Tokens open{verb};
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    clause.push_back(at);
    for (const auto child : language_.children_of(at)) {
      const auto rel = language_.tokens[child].rel;
      if (at == verb && is_other_clause(rel) && !is_in_doubt(child) && !language_.dominates(child, time))
        continue;
      // "after the attack in May 2017", but "was in use".
      if (at == verb && rel == Deprel::case_ && !is_predicate) continue;
      open.push_back(child);
    }
  }
  const auto& token = language_.tokens[verb];
  const bool modifies = is_one_of(token.rel, {Deprel::acl, Deprel::acl_relcl}) && token.head != kNoToken;
  if (modifies && language_.child(verb, Deprel::mark) == kNoToken) add_antecedent(token.head, clause);
  if (token.upos == Upos::VERB || token.upos == Upos::AUX) add_subject(verb, clause);
  return clause;
}

// Of a participle or a relative clause ("a letter published on ..."), the noun is what the event is about.
void EventWords::add_antecedent(TokenIndex noun, Tokens& clause) const {
  clause.push_back(noun);
  for (const auto child : language_.children_of(noun)) {
    if (is_one_of(language_.tokens[child].rel,
                  {Deprel::det, Deprel::amod, Deprel::compound, Deprel::flat, Deprel::nummod, Deprel::nmod,
                   Deprel::nmod_desc, Deprel::nmod_poss})) {
      add_subtree(child, clause);
    }
  }
}

// "whether it was in use": without that word a question would be told as what happened.
bool EventWords::is_in_doubt(TokenIndex token) const {
  const auto lemma = language_.lemma(token);
  return language_.tokens[token].rel == Deprel::mark && (lemma == "whether" || lemma == "if");
}

// "Vantor denied it and sued the agency in June": who sued stands with the verb before.
void EventWords::add_subject(TokenIndex verb, Tokens& clause) const {
  auto at = verb;
  for (int step = 0; step < kLongestRow; ++step) {
    for (const auto child : language_.children_of(at)) {
      if (!is_subject(language_.tokens[child].rel)) continue;
      if (at != verb) add_subtree(child, clause);
      return;
    }
    const auto& token = language_.tokens[at];
    if (token.rel != Deprel::conj || token.head == kNoToken) return;
    at = token.head;
  }
}

void EventWords::add_subtree(TokenIndex head, Tokens& clause) const {
  Tokens open{head};
  while (!open.empty() && clause.size() <= kLongestEvent) {
    const auto at = open.back();
    open.pop_back();
    clause.push_back(at);
    for (const auto child : language_.children_of(at)) {
      if (!is_one_of(language_.tokens[child].rel, {Deprel::acl_relcl, Deprel::acl, Deprel::appos}))
        open.push_back(child);
    }
  }
}

// Runs of neighbouring words; signs at the ends of a run are left out.
std::vector<Span> EventWords::spans_of(const Tokens& tokens) const {
  std::vector<Span> spans;
  for (std::size_t i = 0; i < tokens.size();) {
    auto end = i + 1;
    while (end < tokens.size() && tokens[end] == tokens[end - 1] + 1) ++end;
    auto first = i;
    auto last = end;
    while (first < last && language_.tokens[tokens[first]].upos == Upos::PUNCT) ++first;
    while (last > first && language_.tokens[tokens[last - 1]].upos == Upos::PUNCT) --last;
    if (first < last) {
      spans.push_back(
          {language_.tokens[tokens[first]].span.begin, language_.tokens[tokens[last - 1]].span.end});
    }
    i = end;
  }
  return spans;
}

}  // namespace hearsay::time
