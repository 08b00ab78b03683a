#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/span.hpp"
#include "core/text/document.hpp"
#include "core/text/utf8.hpp"

// What must hold of every document, whatever bytes it was made of. A broken promise ends the fuzzer with a
// trace.
namespace hearsay::fuzz {

inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

inline bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !utf8::continues(text[at]));
}

inline void check_span(std::string_view text, Span span) {
  require(span.begin < span.end && span.end <= text.size(), "spans lie within the text and hold something");
  require(is_boundary(text, span.begin) && is_boundary(text, span.end), "spans lie on code-point boundaries");
}

inline void check_document(const Document& document) {
  const auto text = document.text();
  for (std::size_t at = 0; at < text.size();) {
    const auto size = utf8::decode(text, at).size;
    require(size != 0, "the text is valid UTF-8");
    at += size;
  }
  std::uint32_t end = 0;
  for (const auto& block : document.blocks()) {
    check_span(text, block.span);
    require(block.span.begin >= end, "blocks are in order and do not overlap");
    const char first = text[block.span.begin];
    const char last = text[block.span.end - 1];
    require(first != ' ' && first != '\n' && last != ' ' && last != '\n',
            "blocks hold no white space at their ends");
    for (; end < block.span.begin; ++end) {
      const auto byte = static_cast<unsigned char>(text[end]);
      require(byte <= ' ' || byte >= 0x80, "every character that is not white space lies in a block");
    }
    end = block.span.end;
  }
  for (const auto* field : {&document.metadata().published, &document.metadata().revised,
                            &document.metadata().tlp, &document.metadata().issuer}) {
    if (!field->span.empty()) check_span(text, field->span);
  }
}

}  // namespace hearsay::fuzz
