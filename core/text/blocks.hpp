#pragma once

#include <string_view>
#include <vector>

#include "core/text/document.hpp"

namespace hearsay::text {

// Divides plain text into blocks by its layout. Every character that is not white space lies in a block; no
// character is changed. Lines that a mail program or a PDF has wrapped are joined into one block; where every
// paragraph is one line, every line is one. Linear in the text.
[[nodiscard]] std::vector<Block> split_into_blocks(std::string_view text);

}  // namespace hearsay::text
