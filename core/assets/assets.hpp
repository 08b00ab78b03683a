#pragma once

#include <string_view>

namespace hearsay {

// A file under assets/ as it was when the program was built ("lexicons/cues.tsv"), or an empty view where
// there is none. The bytes live as long as the program. embed.cmake beside this file
// generates the table.
[[nodiscard]] std::string_view asset(std::string_view path);

}  // namespace hearsay
