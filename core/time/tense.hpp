#pragma once

#include "core/language/language.hpp"
#include "core/time/resolve.hpp"

namespace hearsay::time {

// The tense of the clause in which the words stand: of the nearest verb above them in the tree. `unknown`
// where the layer is empty or no verb stands above.
[[nodiscard]] Tense tense_of(const language::LanguageLayer& layer, Span span);

// Whether the time belongs to a noun ("Wednesday's ruling", "the Friday explosions"): the clause around it
// does not say when that is.
[[nodiscard]] bool is_of_thing(const language::LanguageLayer& layer, Span span);

// The same from the words of a sentence alone: future if one of "will", "must", "scheduled" ... is in it.
[[nodiscard]] Tense tense_of(const Words& words, std::uint32_t first, std::uint32_t last);

}  // namespace hearsay::time
