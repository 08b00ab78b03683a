#include <algorithm>
#include <cmath>

#include "ui/panels/panels.hpp"

// The document: wrapped text, marks, the glyphs beside it, and selection with the mouse.
namespace hearsay::ui {
namespace {

constexpr float kGutter = 44;
constexpr float kNarrowGutter = 34;
constexpr float kTop = 20;
constexpr float kBottom = 64;
constexpr std::size_t kBytesPerFrame = 400'000;  // laid out ahead of the reader, a few milliseconds' worth

bool is_control(char c) {
  return c == '\n' || c == '\t' || c == '\r';
}

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
}

// A line in sight.
struct Shown {
  TextLine line;
  BlockLook look;
  float x = 0;
  float y = 0;             // top of the line's box
  std::uint32_t next = 0;  // where the next line begins, for what stands in the space between
};

// The part of a span that lies on a line, in pixels.
struct Reach {
  float x1 = 0;
  float x2 = 0;
};

// A mark in sight: of a claim or of advice.
struct Mark {
  Span span;
  Target owner;  // without a span
  Stance stance = Stance::state;
  std::uint8_t level = 0;
};

// A glyph beside a line.
struct Glyph {
  std::uint32_t at = 0;
  Target owner;
  Stance stance = Stance::state;
  bool conflict = false;
};

bool is_selected(const ViewModel& view, const Target& owner) {
  return view.selected.kind == owner.kind && view.selected.index == owner.index;
}

class TextPainter {
 public:
  TextPainter(Ui& ui, Rect area)
      : ui_(ui), view_(ui.view), text_(ui.state.text), colours_(palette()), area_(area) {}

  void paint();

 private:
  void lay_out();
  void scroll();
  void collect_lines();
  void collect_marks();
  void paint_line(const Shown& shown);
  void paint_grounds(const Shown& shown);
  void paint_inventory(const Shown& shown);
  void paint_parts_below(const Shown& shown);
  void paint_words(const Shown& shown);
  void paint_parts_above(const Shown& shown);
  void paint_gutter(const Shown& shown);
  void select_with_mouse();
  void click(std::uint32_t byte);
  void choose(const Target& owner);

  [[nodiscard]] std::optional<Reach> reach(const Shown& shown, Span span) const;
  [[nodiscard]] float x_of(const Shown& shown, std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t byte_at(float x, float y) const;
  [[nodiscard]] Target hovered_owner() const;
  [[nodiscard]] std::vector<Glyph> glyphs(const Shown& shown) const;
  // The tint box of a line: as high as the letters want, whatever the leading.
  [[nodiscard]] Rect box(const Shown& shown, Reach part) const;
  [[nodiscard]] float baseline(const Shown& shown) const {
    return baseline_in(shown.y, shown.look.leading, shown.look.type.size);
  }

  Ui& ui_;
  const ViewModel& view_;
  TextState& text_;
  const Palette& colours_;
  Rect area_;
  float left_ = 0;
  float column_ = 0;
  std::vector<Shown> lines_;
  std::vector<Mark> marks_;
  std::vector<PartView> parts_;
  std::vector<Span> matches_;
  Target hovered_;
};

void TextPainter::lay_out() {
  const float gutter = ui_.state.narrow ? kNarrowGutter : kGutter;
  const float margin = ui_.state.narrow ? 16 : 28;
  const float room = std::max(area_.width - gutter - margin, 80.0F);
  column_ = std::floor(TextLayout::column(room));
  left_ = std::floor(area_.x + gutter + (room - column_) / 2);
  if (text_.laid_text != view_.text.data() || text_.laid_width != column_) {
    // A window of another width keeps the words at its top.
    std::uint32_t top = 0;
    if (text_.laid_text == view_.text.data() && text_.layout.block_count() > 0) {
      const std::size_t block = text_.layout.heights().row_at(text_.scroll.offset() - kTop);
      top = view_.blocks[std::min(block, view_.blocks.size() - 1)].span.begin;
    }
    text_.layout.reset(view_, column_);
    text_.laid_text = view_.text.data();
    text_.laid_width = column_;
    if (top > 0 && !text_.reveal) text_.scroll.jump(text_.layout.y_of(top, nullptr));
  }
  if (!text_.layout.complete()) {
    text_.scroll.shift(text_.layout.advance(kBytesPerFrame, text_.scroll.offset() - kTop));
    ui_.state.wanted = std::max(ui_.state.wanted, 1);
  }
}

void TextPainter::scroll() {
  const double content = text_.layout.heights().total() + kTop + kBottom;
  if (text_.reveal) {
    float leading = 0;
    const double y = text_.layout.y_of(text_.reveal->begin, &leading) + kTop;
    const double offset = text_.scroll.offset();
    const float sheet = ui_.state.narrow && view_.selected ? area_.height * 0.45F : 0;
    const float height = area_.height - sheet;
    if (y < offset + 24 || y + leading > offset + height - 40) {
      const double goal = std::max(0.0, y - height * 0.3);
      if (std::abs(goal - offset) > 4.0 * area_.height || ui_.state.still) {
        text_.scroll.jump(goal);
      } else {
        text_.scroll.glide(goal);
      }
    }
    text_.reveal.reset();
  }
  text_.scroll.update(ui_.canvas, area_, content, ui_.state.seconds, ui_.state.still);
}

void TextPainter::collect_lines() {
  const RowHeights& heights = text_.layout.heights();
  const double offset = text_.scroll.offset() - kTop;
  for (std::size_t block = heights.row_at(offset); block < heights.size(); ++block) {
    const BlockLook look = text_.layout.look(block);
    const auto& all = text_.layout.lines(block);
    const double top = heights.top(block) - offset + look.above;
    if (top > area_.height) break;
    const double hidden = -top / look.leading - 1;
    for (std::size_t i = hidden > 0 ? static_cast<std::size_t>(hidden) : 0; i < all.size(); ++i) {
      const double y = top + look.leading * static_cast<double>(i);
      if (y > area_.height) break;
      const std::uint32_t next = i + 1 < all.size() ? all[i + 1].begin
                                 : block + 1 < view_.blocks.size()
                                     ? view_.blocks[block + 1].span.begin
                                     : static_cast<std::uint32_t>(view_.text.size());
      lines_.push_back(
          {all[i], look, left_ + look.indent, std::floor(area_.y + static_cast<float>(y) + 0.5F), next});
    }
    if (look.ruled) {
      const float first = area_.y + static_cast<float>(top);
      ui_.canvas.fill({left_ + look.indent - 14, first, 2, look.leading * static_cast<float>(all.size())},
                      colours_.line);
    }
  }
}

void TextPainter::collect_marks() {
  if (lines_.empty()) return;
  const Span seen{lines_.front().line.begin, lines_.back().next};
  for (const MarkView& mark : view_.marks) {
    if (mark.span.begin >= seen.end) break;
    if (mark.span.end <= seen.begin) continue;
    marks_.push_back({mark.span, {Target::Kind::claim, mark.claim, {}}, mark.stance, mark.level});
  }
  for (const AdviceMarkView& mark : view_.advice_marks) {
    if (mark.span.begin >= seen.end) break;
    if (mark.span.end <= seen.begin) continue;
    marks_.push_back({mark.span, {Target::Kind::advice, mark.advice, {}}, mark.stance, 0});
  }
  for (const PartView& part : view_.parts) {
    if (part.span.begin >= seen.end) break;
    if (part.span.end > seen.begin) parts_.push_back(part);
  }
  if (!ui_.state.find.open) return;
  for (const Span& match : ui_.state.find.matches) {
    if (match.overlaps(seen)) matches_.push_back(match);
  }
}

float TextPainter::x_of(const Shown& shown, std::uint32_t byte) const {
  const std::uint32_t end = std::clamp(byte, shown.line.begin, shown.line.end);
  return shown.x + width_of(shown.look.type, view_.text.substr(shown.line.begin, end - shown.line.begin));
}

std::optional<Reach> TextPainter::reach(const Shown& shown, Span span) const {
  const std::uint32_t begin = std::max(span.begin, shown.line.begin);
  const std::uint32_t end = std::min(span.end, shown.line.end);
  if (begin >= end) return std::nullopt;
  return Reach{std::floor(x_of(shown, begin)), std::ceil(x_of(shown, end))};
}

Rect TextPainter::box(const Shown& shown, Reach part) const {
  const float size = shown.look.type.size;
  const float top = baseline(shown) - std::floor(size * 1.02F);
  return {part.x1 - 1, top, part.x2 - part.x1 + 2, std::floor(size * 1.36F)};
}

std::uint32_t TextPainter::byte_at(float x, float y) const {
  if (lines_.empty()) return 0;
  const Shown* shown = &lines_.front();
  for (const Shown& line : lines_) {
    if (line.y > y) break;
    shown = &line;
  }
  const std::string_view words = view_.text.substr(shown->line.begin, shown->line.end - shown->line.begin);
  std::size_t bytes = fitting(shown->look.type, words, std::max(x - shown->x, 0.0F));
  // Past the middle of a letter means after it.
  if (bytes < words.size()) {
    std::size_t next = bytes + 1;
    while (next < words.size() && !begins_code_point(words[next])) ++next;
    const float before = width_of(shown->look.type, words.substr(0, bytes));
    const float after = width_of(shown->look.type, words.substr(0, next));
    if (x - shown->x > (before + after) / 2) bytes = next;
  }
  return shown->line.begin + static_cast<std::uint32_t>(bytes);
}

Target TextPainter::hovered_owner() const {
  if (!ui_.canvas.hovers(area_) || text_.selecting) return {};
  const Pointer& pointer = ui_.canvas.pointer();
  const Mark* best = nullptr;
  for (const Shown& shown : lines_) {
    if (pointer.y < shown.y || pointer.y >= shown.y + shown.look.leading) continue;
    for (const Mark& mark : marks_) {
      const auto part = reach(shown, mark.span);
      if (!part || pointer.x < part->x1 || pointer.x >= part->x2) continue;
      if (best == nullptr || mark.span.size() < best->span.size()) best = &mark;
    }
  }
  return best == nullptr ? Target{} : best->owner;
}

void TextPainter::paint_grounds(const Shown& shown) {
  for (const Mark& mark : marks_) {
    const auto part = reach(shown, mark.span);
    if (!part) continue;
    const Rect area = box(shown, *part);
    const StanceColours& own = colours_.of(mark.stance);
    const bool selected = is_selected(view_, mark.owner);
    if (mark.level == 0 || selected) ui_.canvas.fill(area, own.tint, 3);
    if (mark.level > 0) {
      const float y = area.bottom() + 1 + static_cast<float>(mark.level - 1) * 3;
      ui_.canvas.fill({part->x1, y, part->x2 - part->x1, 2}, mixed(colours_.paper, own.ink, 0.5F));
    }
    if (hovered_ == mark.owner && !selected) ui_.canvas.outline(area, mixed(own.tint, own.ink, 0.55F), 1, 3);
  }
}

// What the reader owns: a line of its own below the words, in no stance's colour.
void TextPainter::paint_inventory(const Shown& shown) {
  auto mark = std::lower_bound(view_.inventory_marks.begin(), view_.inventory_marks.end(), shown.line.begin,
                               [](Span span, std::uint32_t at) { return span.end <= at; });
  for (; mark != view_.inventory_marks.end() && mark->begin < shown.line.end; ++mark) {
    if (const auto part = reach(shown, *mark)) {
      ui_.canvas.fill({part->x1, baseline(shown) + 4, part->x2 - part->x1, 2}, colours_.focus);
    }
  }
}

void TextPainter::paint_parts_below(const Shown& shown) {
  using Part = PartView::Part;
  for (const PartView& part : parts_) {
    if (part.part != Part::mention && part.part != Part::audience) continue;
    const auto on_line = reach(shown, part.span);
    if (!on_line) continue;
    ui_.canvas.fill(box(shown, *on_line), mixed(colours_.paper, colours_.focus, 0.2F), 3);
  }
  for (const Span& match : matches_) {
    const auto on_line = reach(shown, match);
    if (!on_line) continue;
    const FindState& find = ui_.state.find;
    const bool current = find.current < find.matches.size() && find.matches[find.current] == match;
    const Colour ink = colours_.of(Stance::warn).ink;
    ui_.canvas.fill(box(shown, *on_line), mixed(colours_.paper, ink, current ? 0.5F : 0.24F), 2);
  }
  const Span own = text_.selection();
  if (!own.empty()) {
    if (const auto on_line = reach(shown, own)) {
      ui_.canvas.fill(box(shown, *on_line), mixed(colours_.paper, colours_.focus, 0.32F));
    }
  }
}

void TextPainter::paint_words(const Shown& shown) {
  const Colour ink = shown.look.quiet ? colours_.quiet : colours_.ink;
  std::uint32_t at = shown.line.begin;
  const auto plain = [&](std::uint32_t until) {
    while (at < until) {
      std::uint32_t end = at;
      while (end < until && !is_control(view_.text[end])) ++end;
      ui_.canvas.text(x_of(shown, at), baseline(shown), shown.look.type, ink,
                      view_.text.substr(at, end - at));
      at = std::min(end + 1, until);
    }
  };
  const bool bold_already = shown.look.type.font == faces().sans_strong;
  if (!bold_already) {
    for (const PartView& part : parts_) {
      if (part.part != PartView::Part::source) continue;
      const Span here{std::max({part.span.begin, shown.line.begin, at}),
                      std::min(part.span.end, shown.line.end)};
      if (here.empty()) continue;
      plain(here.begin);
      ui_.canvas.text_struck_twice(x_of(shown, here.begin), baseline(shown), shown.look.type, ink,
                                   view_.text.substr(here.begin, here.size()));
      at = here.end;
    }
  }
  plain(shown.line.end);
}

void TextPainter::paint_parts_above(const Shown& shown) {
  using Part = PartView::Part;
  const float under = baseline(shown) + 3;
  for (const PartView& part : parts_) {
    const auto on_line = reach(shown, part.span);
    if (!on_line) continue;
    switch (part.part) {
      case Part::content:
      case Part::action: {
        Rect area = box(shown, *on_line);
        area = {area.x - 2, area.y - 1, area.width + 3, area.height + 2};
        ui_.canvas.outline(area, colours_.focus, 2, 5);
        break;
      }
      case Part::cue:
        ui_.canvas.fill({on_line->x1, under, on_line->x2 - on_line->x1, 2}, colours_.ink);
        break;
      case Part::hedge:
        ui_.canvas.dotted(on_line->x1, on_line->x2, under, colours_.ink);
        break;
      case Part::evidence:
      case Part::condition:
        ui_.canvas.fill({on_line->x1, under, on_line->x2 - on_line->x1, 1}, colours_.quiet);
        break;
      case Part::source:
      case Part::mention:
      case Part::audience:
        break;
    }
  }
}

void TextPainter::choose(const Target& owner) {
  const bool claim = owner.kind == Target::Kind::claim;
  Event event{.kind = claim ? Event::Kind::select_claim : Event::Kind::select_advice, .index = owner.index};
  event.name = "text";
  ui_.events.push_back(std::move(event));
}

std::vector<Glyph> TextPainter::glyphs(const Shown& shown) const {
  std::vector<Glyph> result;
  const auto claim = std::lower_bound(view_.gutter.begin(), view_.gutter.end(), shown.line.begin,
                                      [](const GutterView& it, std::uint32_t at) { return it.at < at; });
  for (auto it = claim; it != view_.gutter.end() && it->at < shown.next; ++it) {
    result.push_back({it->at, {Target::Kind::claim, it->claim, {}}, it->stance, it->conflict});
  }
  for (const Mark& mark : marks_) {
    if (mark.owner.kind != Target::Kind::advice) continue;
    if (mark.span.begin < shown.line.begin || mark.span.begin >= shown.next) continue;
    result.push_back({mark.span.begin, mark.owner, mark.stance, false});
  }
  std::stable_sort(result.begin(), result.end(), [](const Glyph& a, const Glyph& b) { return a.at < b.at; });
  return result;
}

void TextPainter::paint_gutter(const Shown& shown) {
  const std::vector<Glyph> here = glyphs(shown);
  if (here.empty()) return;
  const float step = ui_.state.narrow ? 14 : 15;
  float x = left_ - (ui_.state.narrow ? 16.0F : 21.0F);
  const float y = shown.y + shown.look.leading / 2;
  const std::size_t painted = here.size() > 2 ? 1 : here.size();
  for (std::size_t i = 0; i < painted; ++i) {
    const Glyph& glyph = here[i];
    const Hit hit = ui_.canvas.hit_hand({x - step / 2, shown.y, step, shown.look.leading});
    if (is_selected(view_, glyph.owner)) ui_.canvas.list()->AddCircle({x, y}, 9, colours_.focus, 28, 1.5F);
    if (hit.hovered) hovered_ = glyph.owner;
    if (glyph.conflict) {
      ui_.canvas.conflict_glyph(x, y, 11, colours_.focus);
    } else {
      ui_.canvas.glyph(glyph.stance, x, y, 10, colours_.of(glyph.stance).ink);
    }
    if (hit.clicked) choose(glyph.owner);
    x -= step;
  }
  if (painted == here.size()) return;
  const std::string more = "+" + std::to_string(here.size() - painted);
  const Type type = sans(11);
  const Hit hit = ui_.canvas.hit_hand({x - step / 2 - 2, shown.y, step + 2, shown.look.leading});
  ui_.canvas.text(x - width_of(type, more) / 2, baseline_in(shown.y, shown.look.leading, 11), type,
                  hit.hovered ? colours_.ink : colours_.quiet, more);
  if (!hit.clicked) return;
  // The one after the one that is selected, round and round.
  std::size_t chosen = 1;
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (is_selected(view_, here[i].owner)) chosen = (i + 1) % here.size();
  }
  choose(here[chosen].owner);
}

// A click on overlapping marks goes from the innermost outwards and round again.
void TextPainter::click(std::uint32_t byte) {
  std::vector<Mark> here;
  for (const Mark& mark : marks_) {
    if (mark.span.begin <= byte && byte < mark.span.end) here.push_back(mark);
  }
  if (here.empty()) {
    if (view_.selected) ui_.emit(Event::Kind::clear_selection);
    return;
  }
  std::stable_sort(here.begin(), here.end(),
                   [](const Mark& a, const Mark& b) { return a.span.size() < b.span.size(); });
  std::size_t next = 0;
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (is_selected(view_, here[i].owner)) next = (i + 1) % here.size();
  }
  choose(here[next].owner);
}

void TextPainter::select_with_mouse() {
  const Pointer& pointer = ui_.canvas.pointer();
  const Rect words{left_ - 6, area_.y, column_ + 12, area_.height};
  const bool over = ui_.canvas.hovers(words) && !text_.scroll.moving();
  if (over && !hovered_) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (over && hovered_) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (over && pointer.pressed) {
    text_.selecting = true;
    text_.anchor = text_.caret = byte_at(pointer.x, pointer.y);
    if (pointer.doubled) {
      const auto is_word = [&](std::uint32_t at) {
        return at < view_.text.size() && view_.text[at] != ' ' && !is_control(view_.text[at]);
      };
      while (text_.anchor > 0 && is_word(text_.anchor - 1)) --text_.anchor;
      while (is_word(text_.caret)) ++text_.caret;
      text_.selecting = false;
    }
  }
  if (!text_.selecting) return;
  const bool moved = std::abs(pointer.x - pointer.press_x) + std::abs(pointer.y - pointer.press_y) > 4;
  if (moved && !pointer.touch) {
    text_.caret = byte_at(pointer.x, pointer.y);
    if (pointer.y < area_.y || pointer.y > area_.bottom()) {
      text_.scroll.jump(text_.scroll.offset() + (pointer.y < area_.y ? -12 : 12));
      ui_.state.wanted = std::max(ui_.state.wanted, 1);
    }
  }
  if (!pointer.released) return;
  text_.selecting = false;
  if (moved || !over) return;
  text_.caret = text_.anchor;
  // The letter under the pointer, not the gap next to it.
  std::uint32_t byte = text_.anchor;
  for (const Shown& shown : lines_) {
    if (pointer.y < shown.y || pointer.y >= shown.y + shown.look.leading) continue;
    const std::string_view line = view_.text.substr(shown.line.begin, shown.line.end - shown.line.begin);
    byte = shown.line.begin + static_cast<std::uint32_t>(fitting(shown.look.type, line, pointer.x - shown.x));
  }
  click(byte);
}

void TextPainter::paint_line(const Shown& shown) {
  paint_grounds(shown);
  paint_inventory(shown);
  paint_parts_below(shown);
  paint_words(shown);
  paint_parts_above(shown);
}

void TextPainter::paint() {
  ui_.canvas.fill(area_, colours_.paper);
  lay_out();
  scroll();
  ui_.canvas.push_clip(area_);
  collect_lines();
  collect_marks();
  hovered_ = hovered_owner();
  for (const Shown& shown : lines_) paint_gutter(shown);
  for (const Shown& shown : lines_) paint_line(shown);
  select_with_mouse();
  ui_.canvas.pop_clip();
  text_.scroll.paint_bar(ui_.canvas, area_, text_.layout.heights().total() + kTop + kBottom);
  if (text_.scroll.moving()) ui_.state.wanted = std::max(ui_.state.wanted, 1);
}

}  // namespace

void paint_text(Ui& ui, Rect area) {
  TextPainter(ui, area).paint();
}

}  // namespace hearsay::ui
