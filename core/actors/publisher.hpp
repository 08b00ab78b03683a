#pragma once

#include <optional>
#include <vector>

#include "core/actors/mentions.hpp"

// Who publishes the text, where its head says so: "Tarn Research | Ada Holt", "Posted by Ada Holt, Chief
// Officer, Lockmere", "TARN ALERT 24-03: ...", "Statement by Tarn Labs". Whoever that is says "we".
namespace hearsay::actors {

// The name in the head, among `names`; it is added, as are other places of its first word, where the tagger
// has passed over them. An empty one: the head names nobody. Keeps `names` in text order.
[[nodiscard]] std::optional<Span> name_publisher(const Reading& reading, const WordHabits& habits,
                                                 std::vector<Found>& names);

}  // namespace hearsay::actors
