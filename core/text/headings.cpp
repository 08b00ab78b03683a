#include "core/text/headings.hpp"

#include <algorithm>

#include "core/text/bylines.hpp"

namespace hearsay::text {
namespace {

constexpr std::uint32_t kLongestTitle = 220;  // code points; newspapers keep to about 100
constexpr std::uint32_t kMostTitleWords = 30;
constexpr std::uint32_t kLongestHeading = 110;
constexpr std::uint32_t kMostHeadingWords = 14;

bool names_parts(const Line& line) {
  return line.all_caps || line.capitalised == line.words || (line.words <= 2 && line.upper_start);
}

// What a heading looks like, wherever it stands. "The agency recommends:" is a sentence that a list finishes,
// "Affected products:" is a heading.
bool looks_like_heading(const Line& line) {
  if (line.kind != LineKind::prose && line.kind != LineKind::list_item) return false;
  if (line.length > kLongestHeading || line.words > kMostHeadingWords || line.words == 0) return false;
  if (!line.upper_start || line.has_stop || line.bracketed) return false;
  if (line.last == ':') return names_parts(line);
  if (line.last == '?') return line.words >= 2 && line.words <= 10;
  return !line.ends_sentence() && line.last != ',' && line.last != ';' && line.last != '-';
}

// A headline may ask and answer ("Is it safe? Agency says no") where it stands apart from the text under it.
bool looks_like_title(const Line& line, bool apart) {
  if (line.last == '.' && !apart) return false;
  if (line.kind != LineKind::prose || (line.has_stop && !apart)) return false;
  if (line.lower_start && line.words < 3) return false;
  if (line.length > kLongestTitle || line.words > kMostTitleWords || line.words == 0) return false;
  return line.last != ',' && line.last != ';' && line.last != ':' && line.last != 0x2026;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Line>& lines, std::vector<Draft>& drafts)
      : text_(text), lines_(lines), drafts_(drafts) {}

  void run() {
    find_bylines();
    const auto title = find_title();
    if (title < drafts_.size()) find_authors(title);
    // From the end, so that a heading knows whether another stands under it.
    over_heading_.assign(drafts_.size(), false);
    for (std::size_t i = drafts_.size(); i-- > 0;) {
      if (i != title && is_heading(i, title)) make_heading(i, title);
    }
  }

 private:
  [[nodiscard]] const Line& line_of(std::size_t i) const { return lines_[drafts_[i].first]; }
  [[nodiscard]] bool one_line(std::size_t i) const { return drafts_[i].first == drafts_[i].last; }
  [[nodiscard]] BlockKind kind(std::size_t i) const { return drafts_[i].block.kind; }

  void find_bylines() {
    constexpr std::size_t kHead = 6;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      auto& draft = drafts_[i];
      // "Penn Systems | First published: 3 May 2019 | Severity: high" under a title is no table.
      const bool lone_row =
          i < kHead && kind(i) == BlockKind::table_row && draft.gap_before && draft.gap_after;
      const bool candidate = (kind(i) == BlockKind::paragraph || lone_row) && one_line(i);
      if (candidate && draft.block.span.size() <= 160 && is_byline(draft.block.span.in(text_))) {
        draft.block.kind = BlockKind::byline;
      }
    }
  }

  // Between the headline and the running text, the lines beside a byline that belong to it.
  void find_authors(std::size_t title) {
    constexpr std::size_t kMostLines = 6;
    constexpr std::uint32_t kRunningText = 100;
    std::size_t end = title + 1;
    while (end < drafts_.size() && end <= title + kMostLines && one_line(end) &&
           line_of(end).length < kRunningText) {
      ++end;
    }
    const auto take = [&](std::size_t i) {
      if (kind(i) == BlockKind::paragraph && names_author(line_of(i), drafts_[i].block.span.in(text_))) {
        drafts_[i].block.kind = BlockKind::byline;
      }
    };
    for (std::size_t i = title + 2; i < end; ++i) {
      if (kind(i - 1) == BlockKind::byline) take(i);
    }
    for (std::size_t i = end - 1; i > title + 1; --i) {
      if (kind(i) == BlockKind::byline) take(i - 1);
    }
  }

  // The first line that looks like a headline, before any running text. Returns its index, or the number of
  // drafts.
  std::size_t find_title() {
    const std::size_t none = drafts_.size();
    for (std::size_t i = 0; i < drafts_.size() && i < 6; ++i) {
      if (kind(i) == BlockKind::title) return i;  // labelled so
      if (kind(i) == BlockKind::heading) {
        if (drafts_[i].block.level > 1 || i + 1 == drafts_.size()) return none;
        return make_title(i);
      }
      if (kind(i) != BlockKind::paragraph) continue;
      const Line& line = line_of(i);
      const bool wrapped_title =
          drafts_[i].last == drafts_[i].first + 1 && drafts_[i].block.span.size() < kLongestTitle;
      if (!one_line(i) && !wrapped_title) return none;
      const bool apart = stands_apart(i);
      if (!looks_like_title(line, apart)) return none;
      if (lines_[drafts_[i].last].ends_sentence() && !apart) return none;
      if (line.lower_start && !drafts_[i].gap_after) return none;
      if (i + 1 == drafts_.size()) return none;  // a text of one line is not its own headline
      return make_title(is_kicker(i) ? i + 1 : i);
    }
    return none;
  }

  // Alone between blank lines, over a byline or over a longer paragraph: what ends like a sentence may be a
  // headline there.
  [[nodiscard]] bool stands_apart(std::size_t i) const {
    if (!one_line(i) || i + 1 >= drafts_.size() || !drafts_[i].gap_after) return false;
    const Line& line = line_of(i);
    if (line.words < 2 || line.length > kLongestHeading) return false;
    if (kind(i + 1) == BlockKind::byline) return true;
    // A full stop ends a headline in some archives; but so does it a short first paragraph.
    if (line.last == '.' && (line.words < 4 || line.capitalised * 4 < line.words * 3)) return false;
    return kind(i + 1) == BlockKind::paragraph && line_of(i + 1).length >= 60 &&
           line_of(i + 1).length > line.length;
  }

  // "Security Bulletin" or the publisher's name above the headline proper.
  [[nodiscard]] bool is_kicker(std::size_t i) const {
    if (line_of(i).words > 3 || !names_parts(line_of(i)) || i + 2 >= drafts_.size()) return false;
    if (kind(i + 1) != BlockKind::paragraph || !one_line(i + 1)) return false;
    const bool closed = drafts_[i + 1].gap_after || kind(i + 2) == BlockKind::byline;
    return closed && looks_like_title(line_of(i + 1), stands_apart(i + 1)) &&
           line_of(i + 1).words > line_of(i).words;
  }

  std::size_t make_title(std::size_t i) {
    drafts_[i].block.kind = BlockKind::title;
    drafts_[i].block.level = 1;
    return i;
  }

  [[nodiscard]] bool leads_on(std::size_t i) const {
    if (i + 1 >= drafts_.size()) return false;
    switch (kind(i + 1)) {
      case BlockKind::paragraph:
      case BlockKind::list_item:
      case BlockKind::table_row:
      case BlockKind::quote:
      case BlockKind::code:
      case BlockKind::byline:
        return true;
      default:
        return false;
    }
  }

  // "Solution" over "Upgrade or patch" over text: two, but not a row of short lines.
  [[nodiscard]] bool stands_over_heading(std::size_t i) const {
    if (i + 1 >= drafts_.size() || kind(i + 1) != BlockKind::heading || over_heading_[i + 1]) return false;
    const auto& draft = drafts_[i];
    return draft.gap_before && draft.gap_after && line_of(i).words <= 4;
  }

  // A company's name ends in a full stop that ends no sentence.
  [[nodiscard]] bool names_company(std::size_t i) const {
    const auto words = drafts_[i].block.span.in(text_);
    for (const std::string_view ending : {" Inc.", " Ltd.", " Co.", " Corp.", " S.A.", " Bros.", " LLC."}) {
      if (words.ends_with(ending)) return line_of(i).words <= 6 && !line_of(i).has_stop;
    }
    return false;
  }

  // The sentence under a headline that says more of the matter.
  [[nodiscard]] bool is_standfirst(std::size_t i, std::size_t title) const {
    constexpr std::uint32_t kLongest = 180;
    constexpr std::uint32_t kMostWords = 28;
    if (title >= drafts_.size() || i != title + 1 || kind(i) != BlockKind::paragraph || !one_line(i))
      return false;
    const Line& line = line_of(i);
    if (!drafts_[i].gap_before || !drafts_[i].gap_after || line.length > kLongest || line.words > kMostWords)
      return false;
    return line.upper_start && !line.bracketed && !line.ends_sentence() && line.last != ',' &&
           line.last != ':' && leads_on(i);
  }

  // "I only have the watch. What about me?" over its answer.
  [[nodiscard]] bool is_question(std::size_t i) const {
    constexpr std::uint32_t kMostWords = 18;
    const Line& line = line_of(i);
    if (kind(i) != BlockKind::paragraph || line.last != '?' || !line.upper_start || line.words > kMostWords)
      return false;
    if (!drafts_[i].gap_before || !drafts_[i].gap_after || i + 1 >= drafts_.size()) return false;
    return kind(i + 1) == BlockKind::list_item ||
           (kind(i + 1) == BlockKind::paragraph && line_of(i + 1).length > line.length);
  }

  // "Annex 1: Exemptions" over a lead-in, "Penn Controls: affected" over "Notified: 3 May", "Timeline" over
  // dates.
  [[nodiscard]] bool names_section(std::size_t i) const {
    const Line& line = line_of(i);
    const Line& next = line_of(i + 1);
    if (!drafts_[i].gap_before || !drafts_[i].gap_after || kind(i + 1) != BlockKind::paragraph) return false;
    if (next.last == ':') return true;
    if (!names_parts(line) || line.words > 6) return false;
    const auto words = drafts_[i + 1].block.span.in(text_);
    const auto label = words.find(": ");
    const bool labelled = label != std::string_view::npos && label <= 24 && line.last != ':';
    return labelled || (words.front() >= '0' && words.front() <= '9' && next.words >= 3);
  }

  [[nodiscard]] bool is_heading(std::size_t i, std::size_t title) {
    const auto& draft = drafts_[i];
    const Line& line = line_of(i);
    if (one_line(i) && (is_standfirst(i, title) || is_question(i))) return true;
    if (!one_line(i) || (!looks_like_heading(line) && !names_company(i))) return false;
    if (draft.block.kind == BlockKind::list_item) return is_numbered_heading(i);
    if (draft.block.kind != BlockKind::paragraph) return false;
    if (line.all_caps && line.length >= 4 && (draft.gap_before || draft.gap_after)) return true;
    if (line.numbered) return true;
    // A short line over a longer paragraph or over a list; in a run of short lines it is an item among
    // others.
    if (draft.block.kind == BlockKind::paragraph && stands_over_heading(i)) {
      over_heading_[i] = true;
      return true;
    }
    if (!leads_on(i)) return false;
    const Line& next = lines_[drafts_[i + 1].first];
    const bool over_text = kind(i + 1) == BlockKind::paragraph
                               ? (next.length > line.length && next.length >= 60) ||
                                     (next.ends_sentence() && next.length * 5 >= line.length * 4) ||
                                     next.url_start || names_section(i)
                               : kind(i + 1) != BlockKind::byline;
    if (!over_text) return false;
    if (draft.gap_before) return true;
    const Line& before = lines_[drafts_[i - 1].last];
    return before.ends_sentence() && next.length >= 60;
  }

  // "1. EXECUTIVE SUMMARY", "4. Mitigations" over text, but not an item of a list.
  [[nodiscard]] bool is_numbered_heading(std::size_t i) const {
    const auto& draft = drafts_[i];
    const Line& line = line_of(i);
    if (!line.numbered || line.words > 10) return false;
    const bool in_list = (i > 0 && kind(i - 1) == BlockKind::list_item && !draft.gap_before) ||
                         (i + 1 < drafts_.size() && kind(i + 1) == BlockKind::list_item && !draft.gap_after &&
                          line_of(i + 1).numbered);
    if (in_list) return false;
    return (line.all_caps && line.length >= 6) ||
           (leads_on(i) && !line_of(i + 1).numbered && draft.gap_before);
  }

  void make_heading(std::size_t i, std::size_t title) {
    auto& block = drafts_[i].block;
    const Line& line = line_of(i);
    block.kind = BlockKind::heading;
    const bool under_title = title < drafts_.size();
    block.level =
        static_cast<std::uint8_t>(std::min(6, (line.numbered ? line.level : 1) + (under_title ? 1 : 0)));
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<Draft>& drafts_;
  std::vector<bool> over_heading_;
};

}  // namespace

void find_headings(std::string_view text, const std::vector<Line>& lines, std::vector<Draft>& drafts) {
  Finder(text, lines, drafts).run();
}

}  // namespace hearsay::text
