#include <algorithm>
#include <array>
#include <utility>

#include "ui/model/words.hpp"

// Marks and gutter glyphs of the text, and the brief.
namespace hearsay::ui {
namespace {

constexpr std::size_t kLevels = 4;  // a tint and three lines; deeper overlaps share the last line

std::vector<bool> claims_in_conflict(const Analysis& analysis) {
  std::vector<bool> result(analysis.claims.size());
  for (const Dispute& dispute : analysis.disputes) {
    if (dispute.kind != DisputeKind::conflict) continue;
    for (const auto* side : {&dispute.claims, &dispute.denials}) {
      for (const Ref<Claim>& claim : *side) {
        if (claim && claim.index() < result.size()) result[claim.index()] = true;
      }
    }
  }
  return result;
}

// The first free level for each mark, from the left; an enclosing mark comes before what it encloses.
void give_levels(std::vector<MarkView>& marks) {
  std::array<std::uint32_t, kLevels> taken_until{};
  for (MarkView& mark : marks) {
    std::size_t level = 0;
    while (level + 1 < kLevels && taken_until[level] > mark.span.begin) ++level;
    mark.level = static_cast<std::uint8_t>(level);
    taken_until[level] = std::max(taken_until[level], mark.span.end);
  }
}

// Where no claim has a mark. `claims` are in order of begin.
void mark_advice(ViewModel& view, const Analysis& analysis) {
  for (std::uint32_t i = 0; i < analysis.advice.size(); ++i) {
    const bool exempt = analysis.advice[i].modality == Modality::need_not;
    for (const Span& span : analysis.advice[i].action) {
      if (span.empty() || span.end > view.text.size()) continue;
      view.advice_marks.push_back({span, i, exempt ? Stance::exempt : Stance::advise});
    }
  }
  std::stable_sort(view.advice_marks.begin(), view.advice_marks.end(),
                   [](const AdviceMarkView& a, const AdviceMarkView& b) { return a.span < b.span; });
  std::vector<AdviceMarkView> kept;
  std::size_t next = 0;
  std::uint32_t taken = 0;  // the end of the last mark that began before
  for (const AdviceMarkView& mark : view.advice_marks) {
    for (; next < view.marks.size() && view.marks[next].span.begin < mark.span.end; ++next) {
      taken = std::max(taken, view.marks[next].span.end);
    }
    if (mark.span.begin < taken) continue;
    taken = std::max(taken, mark.span.end);
    kept.push_back(mark);
  }
  view.advice_marks = std::move(kept);
}

}  // namespace

void make_text(ViewModel& view, const Analysis& analysis) {
  const std::vector<bool> conflict = claims_in_conflict(analysis);
  for (std::uint32_t i = 0; i < analysis.claims.size(); ++i) {
    const Claim& claim = analysis.claims[i];
    for (const Span& span : claim.content) {
      if (!span.empty() && span.end <= view.text.size()) view.marks.push_back({span, i, claim.stance, 0});
    }
    const Target go = target_of_claim(analysis, i);
    if (!go.span.empty()) view.gutter.push_back({go.span.begin, claim.stance, conflict[i], i});
  }
  std::stable_sort(view.marks.begin(), view.marks.end(), [](const MarkView& a, const MarkView& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::stable_sort(view.gutter.begin(), view.gutter.end(),
                   [](const GutterView& a, const GutterView& b) { return a.at < b.at; });
  give_levels(view.marks);
  mark_advice(view, analysis);
}

namespace {

Run run_of(const BriefRun& run) {
  Run result{run.text, Run::Style::plain, {}};
  switch (run.style) {
    case BriefRun::Style::plain:
      break;
    case BriefRun::Style::strong:
      result.style = Run::Style::strong;
      break;
    case BriefRun::Style::quote:
      result.style = Run::Style::quote;
      result.text = in_quotes(run.text);
      break;
    case BriefRun::Style::hedge:
      result.style = Run::Style::hedge;
      break;
  }
  if (run.span) result.target = target_of_span(*run.span);
  return result;
}

}  // namespace

void make_brief(ViewModel& view, const Analysis& analysis) {
  for (const BriefLine& line : analysis.brief) {
    if (view.brief.empty() || view.brief.back().section != line.section) {
      view.brief.push_back({line.section, std::string(heading(line.section)), {}});
    }
    BriefLineView result{line.label, line.stance, line.conflict, {}, line.aside, {}};
    for (const BriefRun& run : line.runs) result.runs.push_back(run_of(run));
    if (!line.claims.empty() && line.claims.front() && line.claims.front().index() < analysis.claims.size()) {
      result.target = target_of_claim(analysis, line.claims.front().index());
    }
    view.brief.back().lines.push_back(std::move(result));
  }
}

}  // namespace hearsay::ui
