#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace hearsay::lexicon {

// A lexicon file: UTF-8, one row a line, cells separated by tabs. Lines that begin with '#' are comments (the
// first ones say what the file is, where it comes from and under what licence); empty lines are passed over.
// A file that a non-programmer can edit in any spreadsheet.
struct Row {
  std::vector<std::string_view> cells;  // views into the text that was parsed, white space trimmed
  std::uint32_t line = 0;               // from 1, for messages
};

// Every row must have between `least` and `most` cells; else bad_lexicon, with `file` and line in the
// message.
[[nodiscard]] Result<std::vector<Row>> parse_table(std::string_view file, std::string_view text,
                                                   std::size_t least, std::size_t most);

// Splits a cell that holds several values ("accuse|warn").
[[nodiscard]] std::vector<std::string_view> split(std::string_view cell, char separator);

}  // namespace hearsay::lexicon
