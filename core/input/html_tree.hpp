#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A small HTML reader: tags and text into a tree, as far as a reader of articles needs it. Not the whole of
// the HTML standard (no adoption agency, no foster parenting: text never gets lost by it, only nested
// otherwise), but linear in the input, without recursion and without a dependency, so that native and web
// give the same bytes.
namespace hearsay::input {

struct HtmlNode {
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  std::string tag;   // lower case; empty for text
  std::string text;  // of a text node, references decoded; of <script> and <style> as it stands
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case, values decoded
  std::uint32_t parent = kNone;
  std::uint32_t first_child = kNone;
  std::uint32_t last_child = kNone;
  std::uint32_t next_sibling = kNone;

  // The attribute's value, or an empty view.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
};

// Nodes in document order; node 0 is the root and has no tag. Parents stand before their children.
[[nodiscard]] std::vector<HtmlNode> parse_html(std::string_view html);

}  // namespace hearsay::input
