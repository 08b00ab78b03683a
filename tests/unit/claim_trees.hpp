#pragma once

#include <doctest/doctest.h>

#include "core/claims/claims.hpp"
#include "trees.hpp"

// Runs the claim stage on a hand-written tree, in small steps, as the page does it.
namespace hearsay::test {

inline claims::ClaimLayer read_claims(const ParsedText& text, const std::vector<Actor>& actors = {}) {
  const auto lexicon = claims::CueLexicon::load();
  REQUIRE(lexicon.ok());
  const std::vector<Time> times;
  claims::ClaimStage stage(*text.document, text.layer, actors, times, lexicon.value());
  for (int step = 0; step < 10000; ++step) {
    Budget budget(3);
    if (stage.advance(budget)) break;
  }
  return stage.take();
}

// An actor named by the token, with a mention at each of `tokens`.
inline Actor actor_at(const ParsedText& text, ActorKind kind,
                      std::initializer_list<language::TokenIndex> tokens) {
  Actor actor;
  actor.kind = kind;
  for (const auto token : tokens) {
    const Span span = text.layer.tokens[token].span;
    if (actor.mentions.empty()) actor.name = span;
    actor.mentions.push_back({span, MentionForm::name, token, "name"});
  }
  return actor;
}

}  // namespace hearsay::test
