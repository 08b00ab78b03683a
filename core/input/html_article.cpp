#include "core/input/html_article.hpp"

#include <algorithm>
#include <array>

#include "core/text/ascii.hpp"

namespace hearsay::input {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

using ascii::is_letter;

// Calls `use` with every word of an attribute: "siteHeader main_nav" has site, header, main, nav.
template <class Use>
bool any_word(std::string_view value, Use use) {
  std::string word;
  for (std::size_t i = 0; i <= value.size(); ++i) {
    const char c = i < value.size() ? value[i] : ' ';
    const bool camel = ascii::is_upper(c) && i > 0 && ascii::is_lower(value[i - 1]);
    if (!is_letter(c) || camel) {
      if (!word.empty() && use(std::string_view(word))) return true;
      word.clear();
    }
    if (is_letter(c)) word += ascii::to_lower(c);
  }
  return false;
}

bool is_never_read(std::string_view tag) {
  constexpr std::array<std::string_view, 27> kTags = {
      "script", "style", "noscript", "template", "svg",  "canvas", "iframe", "object",   "embed",
      "button", "input", "select",   "textarea", "nav",  "aside",  "footer", "dialog",   "head",
      "audio",  "video", "map",      "math",     "menu", "title",  "option", "datalist", "progress"};
  return is_one_of(tag, kTags);
}

bool has_dropped_role(const HtmlNode& node) {
  constexpr std::array<std::string_view, 9> kRoles = {"navigation",    "banner", "contentinfo",
                                                      "complementary", "search", "dialog",
                                                      "alertdialog",   "menu",   "toolbar"};
  return is_one_of(node.attribute("role"), kRoles);
}

bool is_hidden(const HtmlNode& node) {
  if (node.has("hidden") || node.attribute("aria-hidden") == "true") return true;
  const auto style = node.attribute("style");
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

// Words in classes and ids of what stands around an article.
bool is_furniture_word(std::string_view word) {
  constexpr std::array<std::string_view, 38> kWords = {
      "ad",      "ads",    "advert",   "advertisement", "banner",     "breadcrumb", "breadcrumbs", "comments",
      "consent", "cookie", "cookies",  "dropdown",      "footer",     "gdpr",       "hidden",      "masthead",
      "menu",    "modal",  "nav",      "navbar",        "navigation", "newsletter", "pagination",  "paywall",
      "popup",   "promo",  "promoted", "recommended",   "related",    "share",      "sharing",     "sidebar",
      "skip",    "social", "sponsor",  "sponsored",     "subscribe",  "toolbar"};
  return is_one_of(word, kWords);
}

bool is_furniture(const HtmlNode& node) {
  return any_word(node.attribute("class"), is_furniture_word) ||
         any_word(node.attribute("id"), is_furniture_word);
}

class Finder {
 public:
  explicit Finder(const std::vector<HtmlNode>& nodes) : nodes_(nodes) {}

  Article run() {
    measure_text();
    drop();
    measure_paragraphs();
    article_.root = choose();
    find_title();
    return std::move(article_);
  }

 private:
  using Index = std::uint32_t;

  [[nodiscard]] const std::string& tag(Index i) const { return nodes_[i].tag; }
  [[nodiscard]] Index size() const { return static_cast<Index>(nodes_.size()); }

  // Children stand after their parents: one walk from the end sums up every subtree.
  void add_up(std::vector<Index>& sums) const {
    for (Index i = size(); i-- > 1;) sums[nodes_[i].parent] += sums[i];
  }

  void measure_text() {
    auto& sizes = article_.text_size;
    sizes.assign(nodes_.size(), 0);
    for (Index i = 1; i < size(); ++i) {
      if (!tag(i).empty()) continue;
      for (const char c : nodes_[i].text) sizes[i] += c != ' ' && c != '\n' && c != '\t' && c != '\r';
    }
    add_up(sizes);
  }

  void drop() {
    std::vector<bool> has_title(nodes_.size(), false);
    for (Index i = size(); i-- > 1;) {
      if (tag(i) == "h1") has_title[i] = true;
      if (has_title[i]) has_title[nodes_[i].parent] = true;
    }
    const auto menus = find_menus();
    article_.dropped.assign(nodes_.size(), false);
    for (Index i = 1; i < size(); ++i) {
      article_.dropped[i] = article_.dropped[nodes_[i].parent] || menus[i] || is_dropped(i, has_title[i]);
    }
  }

  // Elements outside of what says it is the article that hold several links and hardly anything else.
  [[nodiscard]] std::vector<bool> find_menus() const {
    std::vector<Index> links(nodes_.size(), 0);
    std::vector<Index> linked(nodes_.size(), 0);
    std::vector<bool> in_article(nodes_.size(), false);
    for (Index i = 1; i < size(); ++i) {
      in_article[i] = in_article[nodes_[i].parent] || tag(i) == "article" || tag(i) == "main";
      if (tag(i) != "a") continue;
      links[i] = 1;
      linked[i] = article_.text_size[i];
    }
    add_up(links);
    add_up(linked);
    std::vector<bool> menus(nodes_.size(), false);
    for (Index i = 1; i < size(); ++i) {
      const bool block =
          tag(i) == "div" || tag(i) == "ul" || tag(i) == "ol" || tag(i) == "section" || tag(i) == "p";
      menus[i] = block && !in_article[i] && links[i] >= 2 && linked[i] * 10 >= article_.text_size[i] * 9;
    }
    return menus;
  }

  [[nodiscard]] bool is_dropped(Index i, bool has_title) const {
    const auto& node = nodes_[i];
    if (node.tag.empty() || node.tag == "html" || node.tag == "body") return false;
    if (is_never_read(node.tag) || is_hidden(node)) return true;
    // What holds a third of the text is no furniture, whatever it is called (pages of one <form>,
    // "has-sidebar").
    const bool small = article_.text_size[i] * 3 < article_.text_size[0];
    if (!small || node.tag == "main" || node.tag == "article" || has_title) return false;
    return node.tag == "header" || node.tag == "form" || has_dropped_role(node) || is_furniture(node);
  }

  // Text in paragraphs, without that of links: what an article has and a menu has not.
  void measure_paragraphs() {
    paragraphs_.assign(nodes_.size(), 0);
    std::vector<bool> in_paragraph(nodes_.size(), false);
    std::vector<bool> in_link(nodes_.size(), false);
    for (Index i = 1; i < size(); ++i) {
      const auto parent = nodes_[i].parent;
      constexpr std::array<std::string_view, 7> kParagraphs = {"p",  "li", "pre", "blockquote",
                                                               "dd", "td", "h2"};
      in_paragraph[i] = in_paragraph[parent] || is_one_of(tag(i), kParagraphs);
      in_link[i] = in_link[parent] || tag(i) == "a";
      const bool counts = tag(i).empty() && !in_link[i] && !article_.dropped[i];
      // Text outside of paragraphs (a page of <div>s and <br>s) counts, but less.
      if (counts) paragraphs_[i] = in_paragraph[i] ? article_.text_size[i] : article_.text_size[i] / 2;
    }
    add_up(paragraphs_);
  }

  [[nodiscard]] Index choose() const {
    const auto marked = choose_marked();
    auto root = marked != HtmlNode::kNone ? marked : choose_dense();
    return root;
  }

  // The smallest of the elements that say they are the article and hold nearly as much as the largest of
  // them.
  [[nodiscard]] Index choose_marked() const {
    Index most = 0;
    std::vector<Index> candidates;
    for (Index i = 1; i < size(); ++i) {
      const auto& node = nodes_[i];
      const bool candidate = node.tag == "article" || node.tag == "main" ||
                             node.attribute("role") == "main" || node.attribute("itemprop") == "articleBody";
      if (!candidate || article_.dropped[i]) continue;
      candidates.push_back(i);
      most = std::max(most, paragraphs_[i]);
    }
    if (candidates.empty() || most == 0 || most * 5 < paragraphs_[0] * 2) return HtmlNode::kNone;
    Index best = HtmlNode::kNone;
    for (const auto i : candidates) {
      if (paragraphs_[i] * 5 < most * 4) continue;
      if (best == HtmlNode::kNone || article_.text_size[i] <= article_.text_size[best]) best = i;
    }
    return best;
  }

  // From the root down, as long as one child holds most of the paragraphs.
  [[nodiscard]] Index choose_dense() const {
    Index at = 0;
    while (true) {
      Index heaviest = HtmlNode::kNone;
      for (Index child = nodes_[at].first_child; child != HtmlNode::kNone;
           child = nodes_[child].next_sibling) {
        if (tag(child).empty() || tag(child) == "p") continue;
        if (heaviest == HtmlNode::kNone || paragraphs_[child] > paragraphs_[heaviest]) heaviest = child;
      }
      if (heaviest == HtmlNode::kNone || paragraphs_[heaviest] * 4 < paragraphs_[at] * 3) return at;
      if (paragraphs_[heaviest] == 0) return at;
      at = heaviest;
    }
  }

  // The first <h1> within the article, else before it; and an article that begins with its headline if what
  // stands between (byline, date, summary) is little.
  void find_title() {
    Index before = HtmlNode::kNone;
    for (Index i = 1; i < size(); ++i) {
      if (tag(i) != "h1" || article_.dropped[i] || article_.text_size[i] == 0) continue;
      if (is_within(nodes_, i, article_.root)) {
        article_.title = i;
        return;
      }
      if (i < article_.root && before == HtmlNode::kNone) before = i;
    }
    article_.title = before;
    if (before == HtmlNode::kNone) return;
    Index shared = article_.root;
    while (shared != 0 && !is_within(nodes_, before, shared)) shared = nodes_[shared].parent;
    const auto rest = read_size(shared) -
                      std::min(read_size(shared), read_size(article_.root) + article_.text_size[before]);
    constexpr Index kLittle = 500;
    if (rest < std::max<Index>(kLittle, read_size(article_.root) / 4)) article_.root = shared;
  }

  // Bytes of text below a node that is not dropped. In document order a subtree is one stretch of nodes.
  [[nodiscard]] Index read_size(Index root) const {
    Index sum = 0;
    for (Index i = root; i < size() && (i == root || nodes_[i].parent >= root); ++i) {
      if (tag(i).empty() && !article_.dropped[i]) sum += article_.text_size[i];
    }
    return sum;
  }

  const std::vector<HtmlNode>& nodes_;
  Article article_;
  std::vector<Index> paragraphs_;
};

}  // namespace

bool is_within(const std::vector<HtmlNode>& nodes, std::uint32_t node, std::uint32_t ancestor) {
  // Parents stand before their children, so the walk up may stop there.
  while (node != HtmlNode::kNone && node > ancestor) node = nodes[node].parent;
  return node == ancestor;
}

bool is_marked(const HtmlNode& node, std::string_view word) {
  for (const std::string_view name : {"class", "id", "rel", "itemprop"}) {
    if (any_word(node.attribute(name), [&](std::string_view one) { return one == word; })) return true;
  }
  return false;
}

Article whole_page(const std::vector<HtmlNode>& nodes) {
  constexpr std::array<std::string_view, 7> kUnseen = {"script", "style", "template", "noscript",
                                                       "title",  "svg",   "select"};
  Article page;
  page.dropped.assign(nodes.size(), false);
  page.text_size.assign(nodes.size(), 0);
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    page.dropped[i] = page.dropped[nodes[i].parent] || is_one_of(nodes[i].tag, kUnseen);
  }
  return page;
}

Article find_article(const std::vector<HtmlNode>& nodes) {
  return Finder(nodes).run();
}

}  // namespace hearsay::input
