#pragma once

#include <vector>

#include "core/actors/mentions.hpp"

// Puts together names that the tagger cut apart.
namespace hearsay::actors {

// "Brell & Holt": two names with "&" between them are one firm's.
void unite_firms(const Reading& reading, const language::Sentence& sentence, std::vector<TaggedName>& names);

// "Ian “Hawk” Brell" is one person.
void unite_nicknames(const Reading& reading, std::vector<TaggedName>& names);

// "South" of "South Korean": a name that is a part of a listed one in the same words is that one.
void complete_listed(const Reading& reading, const std::vector<ListMatch>& matches,
                     std::vector<TaggedName>& names);

}  // namespace hearsay::actors
