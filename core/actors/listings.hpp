#pragma once

#include <vector>

#include "core/actors/mentions.hpp"

// Names that the layout gives away: what a label names ("Vendor: Acme", "Equipment: RTU-500, RTU-560") and
// what stands before its versions in a list ("- Acme RTU-500 series: versions 1.0 to 2.0").
namespace hearsay::actors {

struct Listing {
  TokenIndex label_end = 0;       // tokens of the sentence before this are its label and nobody's name
  std::vector<TaggedName> names;  // in text order
};

[[nodiscard]] Listing read_listing(const Reading& reading, const language::Sentence& sentence);

}  // namespace hearsay::actors
