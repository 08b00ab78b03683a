#include "core/input/reader.hpp"

#include <utility>

#include "core/input/encoding.hpp"
#include "core/input/html.hpp"
#include "core/text/blocks.hpp"

namespace hearsay::input {

Result<Document> read(std::string_view bytes, std::string_view name) {
  auto decoded = decode(bytes);
  if (!decoded) return decoded.error();
  auto& [text, changed] = decoded.value();
  if (is_html(text, name)) return read_html(text);
  auto blocks = text::split_into_blocks(text);
  return Document(std::move(text), std::move(blocks), InputFormat::plain, changed, {});
}

}  // namespace hearsay::input
