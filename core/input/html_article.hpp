#pragma once

#include <cstdint>
#include <vector>

#include "core/input/html_tree.hpp"

namespace hearsay::input {

// Which parts of a page are its article.
struct Article {
  std::uint32_t root = 0;                 // the element that holds it
  std::uint32_t title = HtmlNode::kNone;  // the <h1> that is its headline
  std::vector<bool> dropped;              // per node: not to be read
  std::vector<std::uint32_t> text_size;   // per node: bytes of text in it, white space left out
};

[[nodiscard]] Article find_article(const std::vector<HtmlNode>& nodes);

// The page as a whole, without scripts and styles only: for a page that is nothing but what else is dropped.
[[nodiscard]] Article whole_page(const std::vector<HtmlNode>& nodes);

// Whether `node` is `ancestor` or lies within it.
[[nodiscard]] bool is_within(const std::vector<HtmlNode>& nodes, std::uint32_t node, std::uint32_t ancestor);

// Whether one of the words of the class, id, rel or itemprop of an element is `word` ("article-byline" has
// "byline").
[[nodiscard]] bool is_marked(const HtmlNode& node, std::string_view word);

}  // namespace hearsay::input
