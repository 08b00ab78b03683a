#pragma once

#include <vector>

#include "core/actors/mentions.hpp"

// Names that say themselves that they are bodies: by their legal form, by a word such as "Ministry", or by
// the acronym behind them. What the tagger made of their words gives way.
namespace hearsay::actors {

// "'s".
[[nodiscard]] bool is_possessive_ending(const Reading& reading, language::TokenIndex token);
// "Ltd." of "Corvane Systems Ltd." where the tagger stopped short.
void complete_company(const Reading& reading, const language::Sentence& sentence, TaggedName& name);
// "Tarn Network Technology Co., Ltd.", "Corvane Systems GmbH".
void add_companies(const Reading& reading, const language::Sentence& sentence,
                   std::vector<TaggedName>& names);
// "Office for Digital Protection", "Data Commissioner's Office". Not in headlines, where every word is
// capitalised. No part of one of the `times`, which are in text order.
void add_bodies(const Reading& reading, const language::Sentence& sentence, const std::vector<Time>& times,
                std::vector<TaggedName>& names);
// "National Infrastructure Watch (NIW)": the acronym is a name too, and it tells where the full name begins.
void add_acronyms(const Reading& reading, const language::Sentence& sentence, std::vector<TaggedName>& names);

}  // namespace hearsay::actors
