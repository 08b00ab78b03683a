#include "core/input/html.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/input/html_article.hpp"
#include "core/input/html_metadata.hpp"
#include "core/input/html_tree.hpp"
#include "core/input/text_builder.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::input {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_inline(std::string_view tag) {
  constexpr std::array<std::string_view, 40> kInline = {
      "a",    "abbr", "acronym", "b",    "bdi",   "bdo",  "big",    "cite",   "code",  "data",
      "del",  "dfn",  "em",      "font", "i",     "img",  "ins",    "kbd",    "label", "mark",
      "nobr", "q",    "s",       "samp", "small", "span", "strike", "strong", "sub",   "sup",
      "time", "tt",   "u",       "var",  "wbr",   "link", "meta",   "ruby",   "rt",    "picture"};
  return is_one_of(tag, kInline);
}

int heading_level(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

// Walks the article and writes its text, block by block. Without recursion: the tree may be deep.
class Writer {
 public:
  Writer(const std::vector<HtmlNode>& nodes, const Article& article) : nodes_(nodes), article_(article) {}

  void write(std::uint32_t root) {
    auto at = root;
    while (true) {
      const bool read = !article_.dropped[at];
      if (read) enter(at);
      if (read && nodes_[at].first_child != HtmlNode::kNone) {
        at = nodes_[at].first_child;
        continue;
      }
      while (true) {
        if (!article_.dropped[at]) leave(at);
        if (at == root) return flush();
        if (nodes_[at].next_sibling != HtmlNode::kNone) break;
        at = nodes_[at].parent;
      }
      at = nodes_[at].next_sibling;
    }
  }

  void write_title(std::string_view title) {
    std::string folded;
    for (const char c : title) append(folded, c);
    builder_.add(folded, BlockKind::title, 1);
  }

  TextBuilder& builder() { return builder_; }

  struct Shown {
    std::string date;
    Span span;
  };
  // The dates of <time> elements and where the text shows them.
  [[nodiscard]] const std::vector<Shown>& times() const { return times_; }

 private:
  void enter(std::uint32_t at) {
    const auto& node = nodes_[at];
    if (node.tag.empty()) {
      for (const char c : node.text) {
        if (preformatted_ > 0)
          buffer_ += c;
        else
          append(buffer_, c);
      }
      return;
    }
    if (is_byline_mark(node)) ++byline_;
    if (node.tag == "br") {
      while (!buffer_.empty() && buffer_.back() == ' ') buffer_.pop_back();
      buffer_ += in_row_ ? ' ' : '\n';
    } else if (node.tag == "time") {
      time_begin_ = buffer_.size();
    } else if (!is_inline(node.tag)) {
      enter_block(at);
    }
  }

  void enter_block(std::uint32_t at) {
    const auto& node = nodes_[at];
    break_block();
    if (const int level = heading_level(node.tag)) {
      heading_ = level;
    } else if (node.tag == "ul" || node.tag == "ol" || node.tag == "menu") {
      lists_.push_back({node.tag == "ol", 0});
    } else if (node.tag == "li") {
      if (lists_.empty()) lists_.push_back({false, 0});
      auto& list = lists_.back();
      ++list.number;
      marker_ = list.ordered ? std::to_string(list.number) + ". " : "- ";
    } else if (node.tag == "blockquote") {
      ++quotes_;
    } else if (node.tag == "pre") {
      ++preformatted_;
    } else if (node.tag == "tr" && !in_row_ && is_data_row(at)) {
      in_row_ = true;
      row_ = at;
      cells_.clear();
    }
  }

  void leave(std::uint32_t at) {
    const auto& node = nodes_[at];
    if (node.tag.empty()) return;
    if (node.tag == "time") {
      note_time(node);
    } else if (in_row_ && (node.tag == "td" || node.tag == "th")) {
      end_cell();
    } else if (in_row_ && at == row_) {
      end_row();
    } else if (!is_inline(node.tag) && node.tag != "br") {
      leave_block(at);
    }
    if (is_byline_mark(node) && byline_ > 0) {
      if (!in_row_) flush();
      --byline_;
    }
  }

  void leave_block(std::uint32_t at) {
    const auto& tag = nodes_[at].tag;
    if (tag == "pre" && preformatted_ > 0) {
      // An advisory that is one <pre> is prose; a short one within prose is a command or a log.
      const bool prose = article_.text_size[at] * 2 > article_.text_size[article_.root];
      flush(prose ? BlockKind::paragraph : BlockKind::code);
      --preformatted_;
      return;
    }
    break_block();
    if (heading_level(tag) != 0) heading_ = 0;
    if ((tag == "ul" || tag == "ol" || tag == "menu") && !lists_.empty()) lists_.pop_back();
    if (tag == "li") marker_.clear();
    if (tag == "blockquote" && quotes_ > 0) --quotes_;
  }

  // Rows of data have two cells or more, none of them a column of a layout.
  [[nodiscard]] bool is_data_row(std::uint32_t row) const {
    constexpr std::uint32_t kLongestCell = 400;
    std::size_t cells = 0;
    for (auto child = nodes_[row].first_child; child != HtmlNode::kNone; child = nodes_[child].next_sibling) {
      if (nodes_[child].tag != "td" && nodes_[child].tag != "th") continue;
      if (article_.text_size[child] > kLongestCell) return false;
      cells += article_.text_size[child] > 0;
    }
    return cells >= 2;
  }

  void end_cell() {
    while (!buffer_.empty() && buffer_.back() == ' ') buffer_.pop_back();
    cells_.push_back(std::exchange(buffer_, {}));
  }

  void end_row() {
    std::string row;
    for (const auto& cell : cells_) {
      if (!row.empty()) row += " | ";
      row += cell;
    }
    in_row_ = false;
    buffer_.clear();
    builder_.add(row, BlockKind::table_row);
  }

  static bool is_byline_mark(const HtmlNode& node) {
    if (is_inline(node.tag)) return false;
    return is_marked(node, "byline") || is_marked(node, "author") || is_marked(node, "dateline");
  }

  void note_time(const HtmlNode& node) {
    auto date = iso_date(node.attribute("datetime"));
    const auto begin = std::min(time_begin_, buffer_.size());
    if (!date.empty() && begin < buffer_.size() && !in_row_)
      pending_times_.push_back({std::move(date), begin, buffer_.size()});
  }

  void break_block() {
    if (!in_row_) return flush();
    if (!buffer_.empty() && buffer_.back() != ' ') buffer_ += ' ';
  }

  void flush() { flush(kind()); }

  [[nodiscard]] BlockKind kind() const {
    if (heading_ != 0) return BlockKind::heading;
    if (!marker_.empty()) return BlockKind::list_item;
    if (quotes_ > 0) return BlockKind::quote;
    constexpr std::size_t kLongestByline = 160;
    if (byline_ > 0 && buffer_.size() <= kLongestByline) return BlockKind::byline;
    return BlockKind::paragraph;
  }

  void flush(BlockKind kind) {
    auto text = std::exchange(buffer_, {});
    auto times = std::exchange(pending_times_, {});
    const auto content = text.find_first_not_of(" \n\t\r");
    if (content == std::string::npos) return;
    std::uint8_t level = 0;
    if (kind == BlockKind::heading) {
      std::replace(text.begin(), text.end(), '\n', ' ');
      level = static_cast<std::uint8_t>(heading_);
      const bool is_title = heading_ == 1 && !has_title_;
      if (is_title) kind = BlockKind::title;
      has_title_ |= is_title;
    } else if (kind == BlockKind::list_item) {
      level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 6));
      std::replace(text.begin(), text.end(), '\n', ' ');
      text.insert(content, marker_);
      marker_.clear();
    }
    const auto span = builder_.add(text, kind, level);
    if (span.empty() || kind == BlockKind::list_item) return;
    for (const auto& time : times) {
      const auto begin = span.begin + static_cast<std::uint32_t>(time.begin - std::min(time.begin, content));
      const auto end = span.begin + static_cast<std::uint32_t>(time.end - std::min(time.end, content));
      const std::string_view words(text.data() + time.begin, time.end - time.begin);
      if (begin < end && end <= span.end && Span{begin, end}.in(builder_.text()) == words)
        times_.push_back({time.date, {begin, end}});
    }
  }

  // White space folded as browsers show it.
  static void append(std::string& out, char c) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }

  struct List {
    bool ordered;
    int number;
  };
  struct PendingTime {
    std::string date;
    std::size_t begin;
    std::size_t end;
  };

  const std::vector<HtmlNode>& nodes_;
  const Article& article_;
  TextBuilder builder_;
  std::string buffer_;
  std::vector<List> lists_;
  std::string marker_;
  int heading_ = 0;
  int quotes_ = 0;
  int preformatted_ = 0;
  int byline_ = 0;
  bool has_title_ = false;
  bool in_row_ = false;
  std::uint32_t row_ = 0;
  std::vector<std::string> cells_;
  std::size_t time_begin_ = 0;
  std::vector<PendingTime> pending_times_;
  std::vector<Shown> times_;
};

using ascii::lower;

std::string text_of(const std::vector<HtmlNode>& nodes, std::uint32_t root) {
  std::string text;
  for (auto i = root; i < nodes.size() && (i == root || nodes[i].parent >= root); ++i) {
    if (nodes[i].tag.empty()) text += nodes[i].text;
  }
  return text;
}

}  // namespace

bool is_html(std::string_view text, std::string_view name) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || text[begin] != '<') return false;
  const auto head = lower(text.substr(begin, 2048));
  if (head.starts_with("<!doctype html") || head.starts_with("<html") ||
      head.starts_with("<!--startfragment"))
    return true;
  if (head.starts_with("<?xml") && head.find("<html") != std::string::npos) return true;
  const auto file = lower(name);
  if (file.ends_with(".html") || file.ends_with(".htm") || file.ends_with(".xhtml")) return true;
  constexpr std::array<std::string_view, 14> kTags = {"<p>",   "<p ",    "<div",     "<table",  "<ul",
                                                      "<ol",   "<h1",    "<h2",      "<meta",   "<span",
                                                      "<body", "<head>", "<article", "<section"};
  return std::count_if(kTags.begin(), kTags.end(), [&](std::string_view tag) {
           return head.find(tag) != std::string::npos;
         }) >= (file.empty() ? 1 : 2);
}

Result<Document> read_html(std::string_view html) {
  const auto nodes = parse_html(html);
  auto metadata = html_metadata(nodes);
  for (const bool whole : {false, true}) {
    const auto article = whole ? whole_page(nodes) : find_article(nodes);
    Writer writer(nodes, article);
    const bool titled = article.title != HtmlNode::kNone;
    if (!titled || !is_within(nodes, article.title, article.root)) {
      writer.write_title(titled ? text_of(nodes, article.title) : html_title(nodes));
    }
    const auto title_only = writer.builder().blocks().size();
    writer.write(article.root);
    if (writer.builder().blocks().size() == title_only) continue;
    for (const auto& shown : writer.times()) {
      if (metadata.published.span.empty() && metadata.published.value.starts_with(shown.date.substr(0, 10))) {
        metadata.published.span = shown.span;
      }
    }
    return std::move(writer.builder()).finish(InputFormat::html, std::move(metadata));
  }
  return Error{ErrorCode::empty_input,
               "This page holds no text. Open it in a browser, copy the article, and paste it here."};
}

}  // namespace hearsay::input
