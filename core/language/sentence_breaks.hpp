#pragma once

#include <string_view>
#include <vector>

#include "core/language/tokenizer.hpp"
#include "core/text/document.hpp"

// Where a sentence ends or goes on, whatever the network says: its treebanks have no numbered headings,
// captions, citations of statutes or names of products with marks in them, and few datelines.
namespace hearsay::language {

// "1", "a", "iv", ".", ")", a bullet: what may number an item. It belongs to the sentence that follows.
[[nodiscard]] bool is_marker(std::string_view word);

// The label of a caption that begins at `first`, a sentence's first word: "Figure 3." Its end, or `first`.
[[nodiscard]] std::size_t caption_label_end(std::string_view text, const std::vector<RawToken>& words,
                                            std::size_t first);

// The number of an item that stands within a line and begins a sentence: "a." in "is closed. a. The port".
// Its end, or `first`.
[[nodiscard]] std::size_t item_label_end(std::string_view text, const std::vector<RawToken>& words,
                                         std::size_t first);

// The dateline that begins at `first`, a block's first word: "OSLO, May 3 (Penn Wire) -". What follows it is
// a sentence of its own. Its end, or `first`.
[[nodiscard]] std::size_t dateline_end(std::string_view text, const std::vector<RawToken>& words,
                                       std::size_t first);

// Whether the sentence goes on after words[i], a word of `block`. Precondition: i + 1 < words.size().
[[nodiscard]] bool goes_on(std::string_view text, const std::vector<RawToken>& words, std::size_t i,
                           const Block& block);

}  // namespace hearsay::language
