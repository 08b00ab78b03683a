#pragma once

#include <string>
#include <string_view>

#include "core/result.hpp"

namespace hearsay::input {

// Text as valid UTF-8 without byte order mark.
struct Decoded {
  std::string text;
  bool changed = false;  // other code points, or another encoding, than the bytes that came in
};

// Recognises the encoding of `bytes` and converts it: UTF-8; UTF-16 and UTF-32 with byte order mark, UTF-16
// also without where every other byte is zero; else Windows-1252, but UTF-8 with U+FFFD for what is broken
// where more of the bytes above 0x7F are good UTF-8 than not. Errors: empty_input, not_text, too_large.
[[nodiscard]] Result<Decoded> decode(std::string_view bytes);

}  // namespace hearsay::input
