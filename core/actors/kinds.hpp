#pragma once

#include <string>
#include <string_view>

#include "core/actors/cast.hpp"

// What kind of thing an actor is, and which nouns may be said of it.
namespace hearsay::actors {

[[nodiscard]] bool is_body(ActorKind kind);

// Sets the kind of a draft and why, by its name: the lists, then the words of the name. `listed` is an index
// into the gazetteer's names, or kNobody.
void judge_kind(const Reading& reading, Draft& draft, const Found& name, std::uint32_t listed);

// Roles that go by several names have one: "spokeswoman", "spokesman". The view is into `lemma` or static.
[[nodiscard]] std::string_view role_of(std::string_view lemma);

// Whether a body may be called a company: a university or an association hardly is.
[[nodiscard]] bool may_trade(const Reading& reading, const Draft& draft, const Found& name);
// Verbs of what only people and bodies do, and what they have written.
[[nodiscard]] bool is_speaking(std::string_view lemma);
// A service, a centre or a unit that the words of its name give to a state.
[[nodiscard]] bool is_public_service(const Reading& reading, const Found& name);
// "firm", "vendor": nouns for who does business.
[[nodiscard]] bool is_company_noun(std::string_view lemma);

[[nodiscard]] bool fits_noun(NounClass noun, const Draft& draft);
[[nodiscard]] ActorKind kind_of(NounClass noun);

}  // namespace hearsay::actors
