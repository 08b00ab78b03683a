#include "core/input/markdown_inline.hpp"

#include <algorithm>
#include <vector>

#include "core/input/entities.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::input {
namespace {

bool is_alnum(char c) {
  return ascii::is_alnum(c) || ascii::is_beyond(c);
}
bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_alnum(c);
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::string run() {
    out_.reserve(text_.size());
    while (at_ < text_.size()) read();
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void read() {
    const char c = peek();
    bool done = false;
    switch (c) {
      case '\\':
        if (is_punctuation(peek(1))) ++at_;
        break;
      case '`':
        done = read_code();
        break;
      case '*':
      case '_':
      case '~':
        done = skip_emphasis(c);
        break;
      case '!':
        done = peek(1) == '[' && skip_image();
        break;
      case '[':
        done = open_link();
        break;
      case ']':
        done = close_link();
        break;
      case '<':
        done = read_angle();
        break;
      case '{':
        done = skip_braces();
        break;
      case '&': {
        const auto size = decode_reference(text_, at_, out_);
        at_ += size;
        done = size > 0;
        break;
      }
      default:
        break;
    }
    if (!done && at_ < text_.size()) out_ += text_[at_++];
  }

  bool read_code() {
    std::size_t ticks = 0;
    while (peek(ticks) == '`') ++ticks;
    // Look for the same run of ticks; each run length is looked for in vain at most once.
    const bool tried = ticks < sizeof(no_closing_) ? no_closing_[ticks] : true;
    const auto end = tried ? std::string_view::npos : text_.find(std::string(ticks, '`'), at_ + ticks);
    if (end == std::string_view::npos) {
      if (!tried) no_closing_[ticks] = true;
      out_.append(ticks, '`');
      at_ += ticks;
      return true;
    }
    out_ += text_.substr(at_ + ticks, end - at_ - ticks);
    at_ = end + ticks;
    return true;
  }

  // Runs of * and _ that open or close emphasis touch a word on one side only; within a word '_' is a letter.
  bool skip_emphasis(char mark) {
    std::size_t size = 1;
    while (peek(size) == mark) ++size;
    if (mark == '~' && size != 2) return false;
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    const char after = peek(size);
    // U+2000..U+203F are quotation marks and dashes, not letters.
    const bool mark_before = at_ >= 3 && text_.substr(at_ - 3, 2) == "\xE2\x80";
    const bool mark_after = text_.substr(std::min(at_ + size, text_.size()), 2) == "\xE2\x80";
    const bool inside_word = is_alnum(before) && is_alnum(after) && !mark_before && !mark_after;
    const bool loose = (before == ' ' || before == '\n') && (after == ' ' || after == '\n' || after == '\0');
    if (loose || (inside_word && mark == '_') || size > 3) {
      out_.append(size, mark);
      at_ += size;
      return true;
    }
    at_ += size;
    return true;
  }

  // The end of the bracket that opens at `at`, within a bounded reach; npos where there is none.
  [[nodiscard]] std::size_t closing(std::size_t at, char open, char close) const {
    constexpr std::size_t kReach = 1000;
    std::size_t depth = 0;
    for (std::size_t i = at; i < text_.size() && i < at + kReach; ++i) {
      if (text_[i] == '\\')
        ++i;
      else if (text_[i] == open)
        ++depth;
      else if (text_[i] == close && --depth == 0)
        return i;
    }
    return std::string_view::npos;
  }

  bool skip_image() {
    const auto label_end = closing(at_ + 1, '[', ']');
    if (label_end == std::string_view::npos) return false;
    const char next = label_end + 1 < text_.size() ? text_[label_end + 1] : '\0';
    if (next != '(' && next != '[') return false;
    const auto end = closing(label_end + 1, next, next == '(' ? ')' : ']');
    if (end == std::string_view::npos) return false;
    at_ = end + 1;
    return true;
  }

  // The end of "](target)" or "][label]" at `close`; 0 where nothing of the kind follows.
  [[nodiscard]] std::size_t target_end(std::size_t close) const {
    const char next = close + 1 < text_.size() ? text_[close + 1] : '\0';
    if (next != '(' && next != '[') return 0;
    const auto end = closing(close + 1, next, next == '(' ? ')' : ']');
    return end == std::string_view::npos ? 0 : end + 1;
  }

  // "[label](target)": the label is read on like any words, the target is passed over at its end.
  bool open_link() {
    if (peek(1) == '^') {  // a footnote's mark
      const auto end = closing(at_, '[', ']');
      if (end == std::string_view::npos) return false;
      const bool definition = end + 1 < text_.size() && text_[end + 1] == ':' && at_ == 0;
      at_ = end + (definition ? 2 : 1);
      return true;
    }
    const auto close = closing(at_, '[', ']');
    if (close == std::string_view::npos) return false;
    const auto end = target_end(close);
    if (end == 0) return false;
    links_.push_back({close, end});
    ++at_;
    return true;
  }

  bool close_link() {
    if (links_.empty() || links_.back().close != at_) return false;
    at_ = links_.back().end;
    links_.pop_back();
    return true;
  }

  // <https://example.com> keeps the address, a tag or comment goes.
  bool read_angle() {
    if (text_.substr(at_).starts_with("<!--")) {
      const auto end = text_.find("-->", at_);
      at_ = end == std::string_view::npos ? text_.size() : end + 3;
      return true;
    }
    const auto end = closing(at_, '<', '>');
    if (end == std::string_view::npos) return false;
    const auto inner = text_.substr(at_ + 1, end - at_ - 1);
    const bool address =
        inner.find("://") != std::string_view::npos || inner.find('@') != std::string_view::npos;
    if (address && inner.find(' ') == std::string_view::npos) {
      out_ += inner;
    } else {
      const char first = inner.empty() ? ' ' : inner.front();
      if (first != '/' && !ascii::is_letter(first)) return false;
      if (inner.starts_with("br")) out_ += '\n';
    }
    at_ = end + 1;
    return true;
  }

  // "{{ site.url }}", "{% include x %}", "{: .class }": marks of site generators.
  bool skip_braces() {
    const char next = peek(1);
    if (next != '{' && next != '%' && next != ':') return false;
    const std::string_view close = next == '{' ? "}}" : next == '%' ? "%}" : "}";
    constexpr std::size_t kReach = 400;
    const auto end = text_.substr(at_, kReach).find(close);
    if (end == std::string_view::npos) return false;
    at_ += end + close.size();
    return true;
  }

  struct Link {
    std::size_t close;
    std::size_t end;
  };

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<Link> links_;
  bool no_closing_[8] = {};
};

}  // namespace

std::string plain_words(std::string_view markdown) {
  return Reader(markdown).run();
}

}  // namespace hearsay::input
