#pragma once

#include <vector>

#include "core/actors/mentions.hpp"

// Corrects names that the tagger drew too far.
namespace hearsay::actors {

// "Russian": names a country only by its adjective or its people.
[[nodiscard]] bool is_demonym(const Reading& reading, TokenIndex first, TokenIndex last);

// "Ministry", "Agency": whether the word at the end of a name says that it is a body's.
[[nodiscard]] bool says_body(const Reading& reading, TokenIndex token);

// "Noor Haddad of Sable Research" is two, and so is "the head of the NIW Piet Brell".
void part_persons(const Reading& reading, std::vector<TaggedName>& names);

// "Corvane CEO": the role of a body's person is no part of its name. "Office of the President" keeps it.
void part_roles(const Reading& reading, std::vector<TaggedName>& names);

// "Bergen firm Corvane Ltd.": what says what the body is is no part of its name.
void part_descriptions(const Reading& reading, std::vector<TaggedName>& names);

// "Brell chief executive Jane Roe": what stands before the role is the body whose person she is.
void add_employers(const Reading& reading, const language::Sentence& sentence,
                   std::vector<TaggedName>& names);

// "Tarnmouth Norway": a town and the country or state it lies in, without the comma, are two places.
void part_places(const Reading& reading, std::vector<TaggedName>& names);

// "Norland's Office for Ports": the country is no part of the body's name.
void part_possessives(const Reading& reading, std::vector<TaggedName>& names);

// Whether a name of a headline begins with words that are none ("Northern Firewall Maker Brell"): the text
// elsewhere writes them small, or they are adjectives of countries; and its last word is a name by itself.
// Such a name is better left to what the body calls it (find_repeated).
[[nodiscard]] bool runs_together(const Reading& reading, const WordHabits& habits, const TaggedName& name);

}  // namespace hearsay::actors
