#include "core/input/reader.hpp"

#include <utility>

#include "core/input/csaf.hpp"
#include "core/input/encoding.hpp"
#include "core/input/html.hpp"
#include "core/input/markdown.hpp"
#include "core/text/blocks.hpp"
#include "core/text/record_head.hpp"

namespace hearsay::input {

Result<Document> read(std::string_view bytes, std::string_view name) {
  auto decoded = decode(bytes);
  if (!decoded) return decoded.error();
  auto& [text, changed] = decoded.value();
  if (is_json(text, name)) return read_csaf(text);
  if (is_html(text, name)) return read_html(text);
  if (is_markdown(text, name)) {
    auto document = read_markdown(text);
    if (!document.blocks().empty()) return document;
  }
  auto blocks = text::split_into_blocks(text);
  const auto head = text::read_record_head(text);
  Metadata metadata;
  metadata.published = {head.published, head.published_span};
  return Document(std::move(text), std::move(blocks), InputFormat::plain, changed, std::move(metadata));
}

}  // namespace hearsay::input
