#pragma once

#include <vector>

#include "core/actors/mentions.hpp"

// Corrects names that the tagger drew too far.
namespace hearsay::actors {

// "Ministry", "Agency": whether the word at the end of a name says that it is a body's.
[[nodiscard]] bool says_body(const Reading& reading, TokenIndex token);

// "Noor Haddad of Sable Research" is two, and so is "the head of the NIW Piet Brell".
void part_persons(const Reading& reading, std::vector<TaggedName>& names);

// "Tarnmouth Norway": a town and the country or state it lies in, without the comma, are two places.
void part_places(const Reading& reading, std::vector<TaggedName>& names);

}  // namespace hearsay::actors
