#include "ui/flow.hpp"

#include <algorithm>

namespace hearsay::ui {

// The current word goes to the next line.
void Flow::new_line() {
  ++line_;
  x_ = 0;
  for (std::size_t i = word_; i < pieces_.size(); ++i) {
    pieces_[i].line = line_;
    pieces_[i].x = x_;
    x_ += pieces_[i].width;
  }
}

void Flow::place(Piece piece) {
  std::string_view visible = piece.text;
  while (!visible.empty() && visible.back() == ' ') visible.remove_suffix(1);
  const float needed = width_of(piece.type, visible);
  const bool word_begins_line = word_ < pieces_.size() ? pieces_[word_].x == 0 : x_ == 0;
  if (x_ + needed > width_ && !word_begins_line) new_line();
  // A word that is wider than the line is cut where the line ends.
  while (x_ + width_of(piece.type, visible) > width_) {
    std::size_t count = fitting(piece.type, visible, width_ - x_);
    if (count == 0 && x_ == 0) count = visible.size();
    if (count == visible.size()) break;
    if (count > 0) {
      Piece part = piece;
      part.text = visible.substr(0, count);
      part.line = line_;
      part.x = x_;
      part.width = width_of(part.type, part.text);
      pieces_.push_back(part);
    }
    word_ = pieces_.size();
    ++line_;
    x_ = 0;
    visible.remove_prefix(count);
    piece.text.remove_prefix(count);
  }
  piece.line = line_;
  piece.x = x_;
  piece.width = width_of(piece.type, piece.text);
  x_ += piece.width;
  const bool word_ends = !piece.text.empty() && piece.text.back() == ' ';
  pieces_.push_back(piece);
  if (word_ends) word_ = pieces_.size();
}

void Flow::add(std::string_view text, Type type, Colour colour, Decoration decoration, const Target* target) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find(' ', begin);
    end = end == std::string_view::npos ? text.size() : end + 1;
    while (end < text.size() && text[end] == ' ') ++end;
    place({text.substr(begin, end - begin), type, colour, decoration, target, 0, 0, 0});
    begin = end;
  }
}

void Flow::add(const Runs& runs, float size, Colour colour) {
  const Palette& colours = palette();
  for (const Run& run : runs) {
    const Target* target = run.target ? &run.target : nullptr;
    switch (run.style) {
      case Run::Style::plain:
      case Run::Style::quote:
        add(run.text, sans(size), colour, Decoration::none, target);
        break;
      case Run::Style::strong:
        add(run.text, strong(size), colour, Decoration::none, target);
        break;
      case Run::Style::hedge:
        add(run.text, sans(size), colour, Decoration::dotted, target);
        break;
      case Run::Style::quiet:
        add(run.text, sans(std::min(size, measure::kSecondary)), colours.quiet, Decoration::none, target);
        break;
      case Run::Style::link:
        add(run.text, sans(size), target != nullptr ? colours.focus : colour, Decoration::none, target);
        break;
    }
  }
}

std::uint32_t Flow::lines() const {
  if (pieces_.empty()) return 0;
  return std::min(pieces_.back().line + 1, most_lines_);
}

bool Flow::alike(const Piece& a, const Piece& b) {
  return a.type.font == b.type.font && a.type.size == b.type.size && a.colour == b.colour &&
         a.decoration == b.decoration && a.target == b.target;
}

Flow::Result Flow::paint(Canvas& canvas, float x, float y) const {
  Result result;
  for (const Piece& piece : pieces_) {
    if (piece.target == nullptr || piece.line >= most_lines_) continue;
    const Rect area{x + piece.x, y + static_cast<float>(piece.line) * leading_, piece.width, leading_};
    const Hit hit = canvas.hit_hand(area);
    if (hit.hovered) result.hovered = piece.target;
    if (hit.clicked) result.clicked = piece.target;
  }
  const bool cut = !pieces_.empty() && pieces_.back().line >= most_lines_;
  for (std::size_t i = 0; i < pieces_.size();) {
    const Piece& piece = pieces_[i];
    if (piece.line >= most_lines_) break;
    // Neighbours that look alike are set in one go: ImGui begins every text on a whole pixel.
    std::size_t next = i + 1;
    std::string_view words = piece.text;
    while (next < pieces_.size() && pieces_[next].line == piece.line && alike(piece, pieces_[next]) &&
           words.data() + words.size() == pieces_[next].text.data()) {
      words = {words.data(), words.size() + pieces_[next].text.size()};
      ++next;
    }
    const float top = y + static_cast<float>(piece.line) * leading_;
    const float baseline = baseline_in(top, leading_, piece.type.size);
    const float left = x + piece.x;
    const bool last = cut && piece.line + 1 == most_lines_ && pieces_[next].line >= most_lines_;
    while (!words.empty() && words.back() == ' ' && (last || next == pieces_.size())) words.remove_suffix(1);
    if (last) {
      const float room = width_ - piece.x - width_of(piece.type, "…");
      words = words.substr(0, fitting(piece.type, words, room));
    }
    float right = canvas.text(left, baseline, piece.type, piece.colour, words);
    if (last) right = canvas.text(right, baseline, piece.type, piece.colour, "…");
    if (piece.decoration == Decoration::dotted) canvas.dotted(left, right, baseline + 3, piece.colour);
    if (piece.decoration == Decoration::underlined ||
        (piece.target != nullptr && piece.target == result.hovered)) {
      canvas.line(left, baseline + 3, right, baseline + 3, piece.colour);
    }
    i = next;
  }
  return result;
}

}  // namespace hearsay::ui
