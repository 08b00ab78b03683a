#include <algorithm>

#include "ui/model/words.hpp"

// What the reader's own list of vendors and products has to do with this text.
namespace hearsay::ui {

std::string entries_words(std::uint32_t entries) {
  return entries == 1 ? "1 vendor or product" : std::to_string(entries) + " vendors and products";
}

namespace {

BriefLineView line_of(const ActorRow& row) {
  BriefLineView line;
  line.runs.push_back({row.name, Run::Style::strong, row.go});
  line.aside = row.kind + ", " + (row.mentions == 1 ? "1 place" : std::to_string(row.mentions) + " places");
  line.target = row.go;
  return line;
}

// In text order, no two of them overlapping.
void join_overlaps(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  std::size_t kept = 0;
  for (const Span span : spans) {
    if (kept > 0 && span.begin < spans[kept - 1].end) {
      spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
}

}  // namespace

void make_inventory(ViewModel& view, const Analysis& analysis) {
  if (view.inventory.entries == 0) return;
  // The first question of who has such a list: is it any of ours?
  BriefSectionView section{BriefSection::in_one_breath, "In your inventory", {}};
  for (const ActorRow& row : view.actors) {
    if (!row.in_inventory) continue;
    ++view.inventory.named;
    section.lines.push_back(line_of(row));
    for (const Mention& mention : analysis.actors[row.actor].mentions) {
      if (mention.form == MentionForm::name) view.inventory_marks.push_back(mention.span);
    }
  }
  if (section.lines.empty()) {
    const std::string none =
        "The text names nothing on your list of " + entries_words(view.inventory.entries) + ".";
    section.lines.push_back({});
    section.lines.back().runs.push_back({none, Run::Style::plain, {}});
  }
  view.brief.insert(view.brief.begin(), std::move(section));
  join_overlaps(view.inventory_marks);
}

}  // namespace hearsay::ui
