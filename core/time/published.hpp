#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/time/resolve.hpp"

// When the document itself was written.
namespace hearsay::time {

struct PublishedDate {
  Published published;
  std::optional<Interval> days;  // last.year == kNone: an open end
  std::vector<Note> notes;
  bool stated = false;  // by the text or its structure, whatever was given
};

// `given` (YYYY-MM-DD or empty) wins, then what the input's structure states, then what the text states, then
// what its expressions imply. The numeric dates of `expressions` have their order decided.
[[nodiscard]] PublishedDate find_published(const Document& document,
                                           const std::vector<Expression>& expressions,
                                           std::string_view given);

}  // namespace hearsay::time
