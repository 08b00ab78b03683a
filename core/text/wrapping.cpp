#include "core/text/wrapping.hpp"

#include <algorithm>
#include <array>

namespace hearsay::text {
namespace {

// The widest column at which programs wrap text: 72 to 80 for mail, up to about 130 for a PDF's line.
constexpr std::uint32_t kWidest = 130;
constexpr std::uint32_t kNarrowest = 40;

bool is_prose(const Line& line) {
  return line.kind == LineKind::prose && !line.numbered;
}

bool can_lead(const Line& line) {
  return line.kind == LineKind::prose || line.kind == LineKind::list_item || line.kind == LineKind::quote;
}

bool is_pair(const Line& line, const Line& next) {
  if (!can_lead(line) || line.length > kWidest) return false;
  return is_prose(next) ||
         (line.kind == LineKind::quote && next.kind == LineKind::quote && next.level == line.level);
}

// A line that breaks off and is taken up in lower case. (An address that stands alone is no part of a
// sentence; one with words after it is.)
bool breaks_off(const Line& line, const Line& next) {
  if (line.lone_code || next.lone_code || (line.labelled && next.labelled)) return false;
  if (next.url_start && (next.words == 1 || line.last == ':')) return next.words > 1;
  return next.lower_start && !line.ends_sentence() && line.last != ':' && line.last != ';';
}

// What is known of the pairs of neighbouring lines in a stretch of text.
struct Evidence {
  std::uint32_t pairs = 0;
  std::uint32_t broken = 0;
  std::array<std::uint32_t, kWidest + 1> lengths{};  // of the lines that break off

  void add(const Line& line, const Line& next) {
    ++pairs;
    if (!breaks_off(line, next) || line.length < kNarrowest) return;
    ++broken;
    ++lengths[line.length];
  }
  // In wrapped English prose two lines of three begin in lower case; where every line is a sentence or a
  // paragraph, hardly any does. A quarter lies well between.
  [[nodiscard]] bool wrapped() const { return broken > 0 && broken * 4 >= pairs; }
  // The length that nineteen of twenty broken lines keep to.
  [[nodiscard]] std::uint32_t width() const {
    if (!wrapped()) return 0;
    std::uint32_t longer = 0;
    for (std::uint32_t length = kWidest; length > 0; --length) {
      longer += lengths[length];
      if (longer * 20 > broken) return length;
    }
    return 0;
  }
};

}  // namespace

Wrapping::Wrapping(const std::vector<Line>& lines) : lines_(lines), width_(lines.size(), 0) {
  Evidence whole;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (is_pair(lines[i], lines[i + 1])) whole.add(lines[i], lines[i + 1]);
  }
  const auto common = whole.width();
  Evidence spaced;  // pairs of lines with an empty one between
  for (std::size_t i = 0; i + 2 < lines.size(); ++i) {
    if (lines[i + 1].kind == LineKind::blank && is_pair(lines[i], lines[i + 2]))
      spaced.add(lines[i], lines[i + 2]);
  }
  bridges_gaps_ = common != 0 || (spaced.wrapped() && spaced.broken >= 3);
  // A group of neighbouring lines speaks for itself if it is long enough, else the whole text speaks for it.
  constexpr std::uint32_t kEnough = 3;
  for (std::size_t begin = 0; begin < lines.size();) {
    if (lines[begin].kind == LineKind::blank) {
      ++begin;
      continue;
    }
    Evidence group;
    std::size_t end = begin;
    for (; end < lines.size() && lines[end].kind != LineKind::blank; ++end) {
      const bool last = end + 1 == lines.size();
      if (!last && is_pair(lines[end], lines[end + 1])) group.add(lines[end], lines[end + 1]);
    }
    const auto width = group.pairs >= kEnough ? group.width() : common;
    std::fill(width_.begin() + static_cast<std::ptrdiff_t>(begin),
              width_.begin() + static_cast<std::ptrdiff_t>(end), width);
    begin = end;
  }
}

bool Wrapping::continues(std::size_t next_index) const {
  const Line& line = lines_[next_index - 1];
  const Line& next = lines_[next_index];
  const bool quoted =
      line.kind == LineKind::quote && next.kind == LineKind::quote && next.level == line.level;
  if (!can_lead(line) || (!is_prose(next) && !quoted)) return false;
  // Shorter lines without a verb between them are a list without marks.
  constexpr std::uint32_t kShortest = 30;
  if (breaks_off(line, next) && !line.all_caps && line.length >= kShortest) return true;
  if (line.kind == LineKind::list_item && next.indent > line.indent && next.lower_start) return true;
  if ((line.lone_code && next.lone_code) || (line.labelled && next.labelled))
    return false;  // a list, a record
  const auto width = width_[next_index];
  if (width == 0 || line.length * 20 > width * 23 || (line.all_caps && !next.all_caps)) return false;
  const bool indented_paragraph = line.kind == LineKind::prose && next.indent >= line.indent + 2;
  if (indented_paragraph && line.ends_sentence()) return false;
  // The next word would not have fitted (a fifth is left to the ragged edge of a proportional type).
  return (line.length + 1 + next.first_word) * 5 >= width * 4;
}

}  // namespace hearsay::text
