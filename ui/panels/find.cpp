#include <algorithm>
#include <string>
#include <utility>

#include "core/text/ascii.hpp"
#include "ui/panels/panels.hpp"

namespace hearsay::ui {
namespace {

constexpr std::size_t kMostMatches = 10'000;

char plain(char c) {
  return c == '\n' || c == '\t' || c == '\r' ? ' ' : ascii::to_lower(c);
}

}  // namespace

void search(const ViewModel& view, FindState& find) {
  const std::string_view query(find.query.data());
  if (find.found_for == query && find.found_revision == view.revision) return;
  find.found_for = query;
  find.found_revision = view.revision;
  find.matches.clear();
  find.current = 0;
  if (query.empty()) return;
  auto from = view.text.begin();
  const auto same = [](char a, char b) { return plain(a) == plain(b); };
  while (find.matches.size() < kMostMatches) {
    const auto found = std::search(from, view.text.end(), query.begin(), query.end(), same);
    if (found == view.text.end()) break;
    const auto begin = static_cast<std::uint32_t>(found - view.text.begin());
    find.matches.push_back({begin, begin + static_cast<std::uint32_t>(query.size())});
    from = found + static_cast<std::ptrdiff_t>(query.size());
  }
}

void step_match(Ui& ui, int by) {
  FindState& find = ui.state.find;
  if (find.matches.empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(find.matches.size());
  find.current = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(find.current) + by + count) % count);
  ui.state.text.reveal = find.matches[find.current];
  ui.state.wanted = std::max(ui.state.wanted, 2);
}

void paint_find(Ui& ui, Rect area) {
  FindState& find = ui.state.find;
  if (!find.open) return;
  const Palette& colours = palette();
  const bool narrow = ui.state.narrow;
  const float height = narrow ? 60 : 50;
  const float width = std::min(area.width - 16, 420.0F);
  const Rect bar{area.right() - width - 14, area.y + 8, width, height};
  ui.canvas.fill(bar, colours.panel, measure::kRadius);
  ui.canvas.outline(bar, colours.line);

  const float side = narrow ? measure::kTouch : 32;
  const Rect close{bar.right() - side - 4, bar.y + (height - side) / 2, side, side};
  const Rect next{close.x - side, close.y, side, side};
  const Rect before{next.x - side, close.y, side, side};
  const std::string count = find.query[0] == '\0'  ? ""
                            : find.matches.empty() ? "none"
                                                   : std::to_string(find.current + 1) + " of " +
                                                         std::to_string(find.matches.size());
  const Type small = sans(measure::kSecondary);
  const float count_x = before.x - 8 - width_of(small, count);
  const Rect field{bar.x + 8, bar.y + (height - 32) / 2, count_x - 8 - (bar.x + 8), 32};
  const bool entered = text_field(ui, field, "##find", "Find in the text", find.query.data(),
                                  find.query.size(), std::exchange(find.take_focus, false));
  const std::string had = find.found_for;
  search(ui.view, find);
  if (find.found_for != had && !find.matches.empty()) {
    // From where the reader is looking.
    step_match(ui, 0);
  }
  if (entered) {
    step_match(ui, ImGui::GetIO().KeyShift ? -1 : 1);
    find.take_focus = true;
  }
  ui.canvas.text(count_x, baseline_in(bar.y, height, 13), small, colours.quiet, count);
  const auto arrow = [&](Rect rect, bool up) {
    const Hit hit = ui.canvas.hit_hand(rect);
    const Colour ink = hit.hovered ? colours.ink : colours.quiet;
    const float x = rect.x + rect.width / 2;
    const float y = rect.y + rect.height / 2;
    if (up) {
      ui.canvas.list()->AddLine({x - 5, y + 2.5F}, {x, y - 2.5F}, ink, 1.5F);
      ui.canvas.list()->AddLine({x, y - 2.5F}, {x + 5, y + 2.5F}, ink, 1.5F);
    } else {
      ui.canvas.chevron_down(x, y, 10, ink);
    }
    return hit.clicked;
  };
  if (arrow(before, true)) step_match(ui, -1);
  if (arrow(next, false)) step_match(ui, 1);
  const Hit shut = ui.canvas.hit_hand(close);
  ui.canvas.cross(close.x + side / 2, close.y + side / 2, 9, shut.hovered ? colours.ink : colours.quiet);
  if (shut.clicked) find.open = false;
}

}  // namespace hearsay::ui
