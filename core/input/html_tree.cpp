#include "core/input/html_tree.hpp"

#include <algorithm>
#include <array>

#include "core/input/entities.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::input {
namespace {

using ascii::is_letter;
using ascii::is_space;
using ascii::lower;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_void(std::string_view tag) {
  constexpr std::array<std::string_view, 15> kVoid = {"area",  "base",   "br",    "col",  "embed",
                                                      "hr",    "img",    "input", "link", "meta",
                                                      "param", "source", "track", "wbr",  "keygen"};
  return is_one_of(tag, kVoid);
}

// Elements whose content is no markup.
bool is_raw(std::string_view tag) {
  constexpr std::array<std::string_view, 7> kRaw = {"script", "style",   "textarea", "title",
                                                    "xmp",    "noembed", "noframes"};
  return is_one_of(tag, kRaw);
}

bool closes_paragraph(std::string_view tag) {
  constexpr std::array<std::string_view, 35> kBlocks = {
      "address", "article",  "aside",      "blockquote", "center",  "details", "dialog", "dir",  "div",
      "dl",      "fieldset", "figcaption", "figure",     "footer",  "form",    "h1",     "h2",   "h3",
      "h4",      "h5",       "h6",         "header",     "hgroup",  "hr",      "main",   "menu", "nav",
      "ol",      "p",        "pre",        "section",    "summary", "table",   "ul",     "li"};
  return is_one_of(tag, kBlocks);
}

// Which open element a start tag ends, when its end tag was left out (HTML, optional tags): "li" ends "li",
// ...
struct Implied {
  std::array<std::string_view, 4> ends;    // the innermost of these that is open
  std::array<std::string_view, 3> within;  // but not beyond these
};
Implied implied_end(std::string_view tag) {
  if (tag == "li") return {{"li"}, {"ul", "ol", "menu"}};
  if (tag == "dt" || tag == "dd") return {{"dt", "dd"}, {"dl"}};
  if (tag == "td" || tag == "th") return {{"td", "th"}, {"tr", "table"}};
  if (tag == "tr") return {{"tr"}, {"table"}};
  if (tag == "tbody" || tag == "thead" || tag == "tfoot") return {{"tbody", "thead", "tfoot"}, {"table"}};
  if (tag == "option") return {{"option"}, {"select"}};
  return {};
}

class Parser {
 public:
  explicit Parser(std::string_view html) : html_(html) {
    nodes_.emplace_back();
    open_.push_back(0);
  }

  std::vector<HtmlNode> run() {
    while (at_ < html_.size()) {
      if (html_[at_] != '<' || !read_markup()) read_text();
    }
    return std::move(nodes_);
  }

 private:
  // ---- tree ----
  std::uint32_t add_node(HtmlNode&& node) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    node.parent = open_.back();
    auto& parent = nodes_[node.parent];
    if (parent.last_child == HtmlNode::kNone) {
      parent.first_child = index;
    } else {
      nodes_[parent.last_child].next_sibling = index;
    }
    parent.last_child = index;
    nodes_.push_back(std::move(node));
    return index;
  }

  void add_text(std::string text) {
    if (text.empty()) return;
    HtmlNode node;
    node.text = std::move(text);
    add_node(std::move(node));
  }

  // Ends the innermost open element that `ends` names, and those within it, unless one of `within` stands
  // between. The look up the stack is bounded: real pages nest some dozens deep.
  template <class Ends, class Within>
  void close(Ends&& ends, Within&& within) {
    constexpr std::size_t kFarthest = 256;
    std::size_t looked = 0;
    for (std::size_t depth = open_.size(); depth-- > 1 && looked++ < kFarthest;) {
      const std::string& tag = nodes_[open_[depth]].tag;
      if (ends(tag)) {
        open_.resize(depth);
        return;
      }
      if (within(tag)) return;
    }
  }

  void open_element(HtmlNode&& node, bool self_closed) {
    // A <head> whose end tag was left out ends with the first thing that is shown.
    if (head_open_ && (node.tag == "body" || closes_paragraph(node.tag))) {
      head_open_ = false;
      close([](std::string_view tag) { return tag == "head"; }, [](std::string_view) { return false; });
    }
    head_open_ |= node.tag == "head";
    if (closes_paragraph(node.tag)) {
      close([](std::string_view tag) { return tag == "p"; },
            [](std::string_view tag) {
              return tag == "div" || tag == "td" || tag == "li" || tag == "section";
            });
    }
    const auto implied = implied_end(node.tag);
    if (!implied.ends[0].empty()) {
      close([&](std::string_view tag) { return is_one_of(tag, implied.ends); },
            [&](std::string_view tag) { return is_one_of(tag, implied.within); });
    }
    const auto tag = node.tag;
    const auto index = add_node(std::move(node));
    if (is_void(tag) || self_closed) return;
    if (is_raw(tag)) {
      read_raw(index, tag);
      return;
    }
    // Deeper than any page: what follows stays beside, not below, so that the tree's depth is bounded.
    constexpr std::size_t kDeepest = 512;
    if (open_.size() < kDeepest) open_.push_back(index);
  }

  void close_element(const std::string& name) {
    const bool cell = name != "table" && name != "tr";
    close([&](std::string_view tag) { return tag == name; },
          [&](std::string_view tag) {
            return cell && (tag == "td" || tag == "th") && (name == "p" || name == "span");
          });
  }

  // ---- tokens ----
  void read_text() {
    const auto begin = at_;
    ++at_;
    while (at_ < html_.size() && html_[at_] != '<') ++at_;
    add_text(decode_references(html_.substr(begin, at_ - begin)));
  }

  // The text up to the end tag of a raw element. Where none comes, no later search for one is worth it.
  void read_raw(std::uint32_t element, const std::string& tag) {
    std::size_t end = at_;
    while (end < html_.size()) {
      end = html_.find("</", end);
      if (end == std::string_view::npos) break;
      if (lower(html_.substr(end + 2, tag.size())) == tag) break;
      end += 2;
    }
    end = std::min(end, html_.size());
    const auto raw = html_.substr(at_, end - at_);
    nodes_[element].text = tag == "title" || tag == "textarea" ? decode_references(raw) : std::string(raw);
    const auto close_tag = html_.find('>', end);
    at_ = close_tag == std::string_view::npos ? html_.size() : close_tag + 1;
  }

  // A tag, comment or declaration at '<'. False: the '<' is text.
  bool read_markup() {
    const auto rest = html_.substr(at_);
    if (rest.starts_with("<!--")) {
      const auto end = html_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return true;
    }
    const char next = rest.size() > 1 ? rest[1] : '\0';
    if (next == '!' || next == '?') {
      const auto end = html_.find('>', at_);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
      return true;
    }
    const bool end_tag = next == '/';
    if (!is_letter(end_tag && rest.size() > 2 ? rest[2] : next)) return false;
    at_ += end_tag ? 2 : 1;
    read_tag(end_tag);
    return true;
  }

  void read_tag(bool end_tag) {
    const auto begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') ++at_;
    HtmlNode node;
    node.tag = lower(html_.substr(begin, at_ - begin));
    bool self_closed = false;
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_space(html_[at_]) || html_[at_] == '/') {
        self_closed = html_[at_] == '/';
        ++at_;
        continue;
      }
      read_attribute(node);
    }
    if (at_ < html_.size()) ++at_;
    if (end_tag) {
      close_element(node.tag);
    } else {
      open_element(std::move(node), self_closed && !is_raw(node.tag) && node.tag != "div" && node.tag != "p");
    }
  }

  void read_attribute(HtmlNode& node) {
    const auto begin = at_;
    do ++at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '=' && html_[at_] != '>' &&
           html_[at_] != '/');
    auto name = lower(html_.substr(begin, at_ - begin));
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    std::string_view value;
    if (at_ < html_.size() && html_[at_] == '=') {
      ++at_;
      while (at_ < html_.size() && is_space(html_[at_])) ++at_;
      value = read_value();
    }
    constexpr std::size_t kMost = 64;
    if (node.attributes.size() < kMost)
      node.attributes.emplace_back(std::move(name), decode_references(value));
  }

  std::string_view read_value() {
    const char quote = at_ < html_.size() ? html_[at_] : '\0';
    if (quote == '"' || quote == '\'') {
      const auto end = std::min(html_.find(quote, at_ + 1), html_.size());
      const auto value = html_.substr(at_ + 1, end - at_ - 1);
      at_ = std::min(end + 1, html_.size());
      return value;
    }
    const auto begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
    return html_.substr(begin, at_ - begin);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::vector<HtmlNode> nodes_;
  std::vector<std::uint32_t> open_;
  bool head_open_ = false;
};

}  // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool HtmlNode::has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& one) { return one.first == name; });
}

std::vector<HtmlNode> parse_html(std::string_view html) {
  return Parser(html).run();
}

}  // namespace hearsay::input
