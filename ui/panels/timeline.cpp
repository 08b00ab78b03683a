#include <algorithm>
#include <cmath>
#include <string>

#include "ui/panels/panels.hpp"

// A scale with every dated event on it, and the events in words below.
namespace hearsay::ui {
namespace {

constexpr float kLeading = measure::kPanelLeading;
constexpr float kWhen = 128;
constexpr float kLane = 14;
constexpr std::size_t kMostLanes = 6;

// Days to pixels. The space between far-off events is true to scale: nothing is squeezed.
struct Scale {
  std::int32_t first = 0;
  std::int32_t last = 0;
  float x = 0;
  float width = 0;

  [[nodiscard]] float at(std::int32_t day) const {
    const float span = static_cast<float>(std::max(last - first, 1));
    return x + width * static_cast<float>(day - first) / span;
  }
};

std::optional<Scale> scale_of(const ViewModel& view, float x, float width) {
  std::optional<Scale> scale;
  const auto include = [&](const DayRange& range) {
    if (!scale) scale = Scale{range.first, range.last, x, width};
    scale->first = std::min(scale->first, range.first);
    scale->last = std::max(scale->last, range.last);
  };
  for (const TimelineRow& row : view.timeline) {
    if (row.range) include(*row.range);
  }
  if (!scale) return scale;
  if (view.published) include(*view.published);
  const std::int32_t margin = std::max(1, (scale->last - scale->first) / 30);
  scale->first -= margin;
  scale->last += margin;
  return scale;
}

CivilDate next_tick(CivilDate date, std::int32_t months) {
  const std::int32_t sum = date.month - 1 + months;
  return {date.year + sum / 12, sum % 12 + 1, 1};
}

void paint_tick(Ui& ui, const Scale& scale, std::int32_t day, const std::string& label, float top,
                float bottom) {
  const Palette& colours = palette();
  const Type type = sans(measure::kSmall);
  const float x = std::floor(scale.at(day));
  if (x < scale.x) return;
  ui.canvas.line(x, top, x, bottom, colours.line);
  if (x + 4 + width_of(type, label) > scale.x + scale.width + 8) return;
  ui.canvas.text(x + 4, bottom - 2, type, colours.quiet, label);
}

// Ticks at days or weeks.
void paint_day_ticks(Ui& ui, const Scale& scale, float days_per_label, float top, float bottom) {
  const std::int32_t step = days_per_label <= 1 ? 1 : days_per_label <= 2 ? 2 : 7;
  for (std::int32_t day = scale.first; day <= scale.last; day += step) {
    const CivilDate date = civil_from_days(day);
    const std::string month = month_label(date);  // "Sep 2017"
    paint_tick(ui, scale, day, std::to_string(date.day) + " " + month.substr(0, month.find(' ')), top,
               bottom);
  }
}

// Ticks at days, weeks, months, quarters, years or decades: as close as their labels allow.
void paint_axis(Ui& ui, const Scale& scale, float top, float bottom) {
  ui.canvas.line(scale.x, bottom, scale.x + scale.width, bottom, palette().line);
  const float days = static_cast<float>(std::max(scale.last - scale.first, 1));
  const float days_per_label = days * 76 / scale.width;
  if (days_per_label <= 7) return paint_day_ticks(ui, scale, days_per_label, top, bottom);
  const float months_per_label = days_per_label / 30.4F;
  std::int32_t step = 1;
  for (const std::int32_t candidate : {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
    step = candidate;
    if (static_cast<float>(candidate) >= months_per_label) break;
  }
  CivilDate tick = civil_from_days(scale.first);
  tick.day = 1;
  tick.month = step >= 12 ? 1 : (tick.month - 1) / step * step + 1;
  if (step >= 12) tick.year -= tick.year % std::max(1, step / 12);
  for (; days_from_civil(tick) <= scale.last; tick = next_tick(tick, step)) {
    paint_tick(ui, scale, days_from_civil(tick), step >= 12 ? std::to_string(tick.year) : month_label(tick),
               top, bottom);
  }
}

// A dot for a day, a ring where the day is reckoned and not stated; a bar for more, whose ends fade where it
// is not known when within it the thing happened.
void paint_span(Ui& ui, float x1, float x2, float y, const TimelineRow& row, Colour colour) {
  const DayRange& range = *row.range;
  const Colour clear = colour & 0x00FFFFFFu;
  const float height = 6;
  if (!range.uncertain && !range.open_begin && !range.open_end && x2 - x1 < 8) {
    const ImVec2 middle{(x1 + x2) / 2, y};
    if (row.reckoned.empty()) {
      ui.canvas.list()->AddCircleFilled(middle, 4, colour, 16);
    } else {
      ui.canvas.list()->AddCircle(middle, 3.5F, colour, 16, 1.5F);
    }
    return;
  }
  x2 = std::max(x2, x1 + 10);
  const float fade = range.uncertain ? std::min((x2 - x1) * 0.3F, 24.0F) : 0;
  const float left = range.open_begin ? x1 - 24 : x1;
  const float right = range.open_end ? x2 + 24 : x2;
  const float solid1 = range.open_begin ? x1 : x1 + fade;
  const float solid2 = range.open_end ? x2 : x2 - fade;
  ImDrawList* list = ui.canvas.list();
  const float top = y - height / 2;
  // What is only known to lie within is paler than what is known to the day.
  if (range.uncertain) colour = faded(colour, 0.6F);
  list->AddRectFilledMultiColor({left, top}, {solid1, top + height}, clear, colour, colour, clear);
  list->AddRectFilledMultiColor({solid2, top}, {right, top + height}, colour, clear, clear, colour);
  if (solid2 > solid1) ui.canvas.fill({solid1, top, solid2 - solid1, height}, colour);
}

// What rings and fading ends mean, where there are any. Returns the height.
float paint_legend(Ui& ui, float x, float y, float width) {
  const auto any = [&](const auto& is) {
    return std::any_of(ui.view.timeline.begin(), ui.view.timeline.end(),
                       [&](const TimelineRow& row) { return row.range && is(row); });
  };
  std::string words;
  if (any([](const TimelineRow& row) {
        return !row.reckoned.empty() && row.range->first == row.range->last;
      })) {
    words = "A ring: the day is reckoned, not stated.";
  }
  if (any([](const TimelineRow& row) { return row.range->uncertain; })) {
    words += words.empty() ? "" : " ";
    words += "Fading ends: some time within.";
  }
  if (words.empty()) return 0;
  ui.canvas.text_within(x, baseline_in(y, 18, measure::kSmall), width, sans(measure::kSmall), palette().quiet,
                        words);
  return 22;
}

Colour colour_of(const TimelineRow& row) {
  const Palette& colours = palette();
  if (row.deadline) return colours.of(Stance::warn).ink;
  return row.stance ? colours.of(*row.stance).ink : colours.quiet;
}

bool is_selected(const ViewModel& view, const TimelineRow& row) {
  return view.selected && view.selected.kind == row.go.kind && view.selected.index == row.go.index &&
         (row.go.kind != Target::Kind::span || view.selected.span == row.go.span);
}

// Returns the height of the chart, 0 without dated events.
float paint_chart(Ui& ui, Rect area) {
  const Palette& colours = palette();
  const auto scale = scale_of(ui.view, area.x + 16, area.width - 32);
  if (!scale) return 0;
  struct Placed {
    std::size_t row;
    float x1, x2;
    std::size_t lane;
  };
  std::vector<Placed> placed;
  std::vector<float> taken;
  for (std::size_t i = 0; i < ui.view.timeline.size(); ++i) {
    const TimelineRow& row = ui.view.timeline[i];
    if (!row.range) continue;
    const float x1 = scale->at(row.range->first);
    const float x2 = std::max(scale->at(row.range->last), x1);
    std::size_t lane = 0;
    while (lane < taken.size() && taken[lane] > x1 - 10) ++lane;
    if (lane == taken.size() && taken.size() < kMostLanes) taken.push_back(0);
    lane = std::min(lane, kMostLanes - 1);
    taken[lane] = std::max(taken[lane], std::max(x2, x1 + 10));
    placed.push_back({i, x1, x2, lane});
  }
  const float lanes = static_cast<float>(taken.size()) * kLane;
  const float top = area.y + 12;
  const float bottom = top + 20 + lanes + 22;
  paint_axis(ui, *scale, top + 18, bottom);
  if (ui.view.published) {
    const float x1 = std::floor(scale->at(ui.view.published->first));
    const float x2 = std::max(std::ceil(scale->at(ui.view.published->last)), x1 + 2);
    ui.canvas.fill({x1, top + 16, x2 - x1, bottom - top - 16}, faded(colours.focus, 0.22F));
    const Type type = sans(measure::kSmall);
    const float width = width_of(type, "published");
    const float x = std::clamp((x1 + x2 - width) / 2, area.x + 16, area.right() - 16 - width);
    ui.canvas.text(x, baseline_in(top - 2, 16, 12), type, colours.focus, "published");
  }
  for (const Placed& item : placed) {
    const TimelineRow& row = ui.view.timeline[item.row];
    const float y = top + 26 + static_cast<float>(item.lane) * kLane;
    const Rect touch{item.x1 - 6, y - kLane / 2, std::max(item.x2 - item.x1, 4.0F) + 12, kLane};
    const Hit hit = ui.canvas.hit_hand(touch);
    const Colour colour = colour_of(row);
    paint_span(ui, item.x1, item.x2, y, row, hit.hovered ? mixed(colour, colours.ink, 0.4F) : colour);
    if (is_selected(ui.view, row)) {
      ui.canvas.outline({touch.x + 1, touch.y, touch.width - 2, touch.height}, colours.focus, 2, 4);
    }
    if (hit.clicked) {
      ui.select(row.go);
      ui.state.lists[static_cast<std::size_t>(Panel::timeline)].reveal = item.row;
    }
  }
  return bottom - area.y + 8 + paint_legend(ui, area.x + 16, bottom + 4, area.width - 32);
}

float paint_row(Ui& ui, const TimelineRow& row, float x, float y, float width, bool open) {
  const Palette& colours = palette();
  const bool beside = !ui.state.narrow;
  const float left = x + 16;
  const float indent = beside ? kWhen : 0;
  const float column = std::min(width - 32 - indent, 720.0F);
  float at = y + 10;
  Flow when(beside ? kWhen - 12 : column, kLeading);
  when.add(row.when, row.range ? strong() : sans(), row.range ? colours.ink : colours.quiet);
  when.paint(ui.canvas, left, at);
  if (!beside) at += when.height();
  Flow event(column, kLeading);
  event.add(row.event, measure::kBody, colours.ink);
  if (row.event.empty() && !row.words.empty()) event.add(row.words, sans(), colours.ink);
  if (!open) event.limit(3);
  const Flow::Result result = event.paint(ui.canvas, left + indent, at);
  if (result.clicked != nullptr) ui.select(row.go.kind == Target::Kind::none ? *result.clicked : row.go);
  at += event.height();
  std::string quiet = row.actors;
  const auto add = [&](std::string_view words) { quiet.append(quiet.empty() ? "" : " · ").append(words); };
  if (!row.words.empty()) add("“" + row.words + "”");
  if (!row.reckoned.empty()) add(row.reckoned);
  Flow more(column, 18);
  if (row.deadline) {
    more.add("deadline", strong(measure::kSecondary), colours.of(Stance::warn).ink);
    if (row.past) more.add(", before the text was published", sans(measure::kSecondary), colours.quiet);
    if (!quiet.empty()) more.add(" · ", sans(measure::kSecondary), colours.quiet);
  }
  more.add(quiet, sans(measure::kSecondary), colours.quiet);
  more.paint(ui.canvas, left + indent, at);
  at += more.height();
  return std::max(at - y, beside ? 10 + when.height() : 0) + 10;
}

}  // namespace

void paint_timeline(Ui& ui, Rect area) {
  const auto& rows = ui.view.timeline;
  if (rows.empty()) {
    if (ui.view.phase == Phase::ready) paint_nothing(ui, area, "No timeline: the text dates nothing.");
    return;
  }
  const float chart = paint_chart(ui, area);
  area.y += chart;
  area.height -= chart;
  paint_rows(ui, area, Panel::timeline,
             {.count = rows.size(),
              .estimate = 60,
              .selected = [&](std::size_t i) { return is_selected(ui.view, rows[i]); },
              .target = [&](std::size_t i) { return rows[i].go; },
              .paint = [&](std::size_t i, float x, float y, float width,
                           bool open) { return paint_row(ui, rows[i], x, y, width, open); }});
}

}  // namespace hearsay::ui
