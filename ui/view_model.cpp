#include "ui/view_model.hpp"

#include <algorithm>
#include <utility>

#include "ui/model/words.hpp"

namespace hearsay::ui {
namespace {

constexpr std::size_t kTitleLength = 90;  // code points of a title that is made of the first words

void show_header(ViewModel& view, const Document& document, std::optional<Span> title) {
  view.header = {};
  if (title) {
    view.header.title = folded(document.text(*title));
  } else if (!document.blocks().empty()) {
    Span first = document.blocks().front().span;
    first.end = std::min(first.end, first.begin + 8 * static_cast<std::uint32_t>(kTitleLength));
    while (first.end < document.text().size() &&
           (static_cast<unsigned char>(document.text()[first.end]) & 0xC0u) == 0x80u) {
      ++first.end;
    }
    view.header.title = shortened(folded(document.text(first)), kTitleLength);
  }
}

void show_published(HeaderView& header, const Published& published) {
  header.published_value = published.value;
  header.published_evidence = published.evidence;
  if (published.value.empty() || published.from == PublishedFrom::unknown) {
    header.published = "publication date not stated";
    return;
  }
  header.published = "published " + reader_date(published.value);
  if (published.from == PublishedFrom::inferred) header.published_from = "inferred";
  if (published.from == PublishedFrom::given) header.published_from = "given by you";
}

void show_tabs(ViewModel& view) {
  const auto count = [](std::size_t n) { return std::optional(static_cast<std::uint32_t>(n)); };
  view.tabs.clear();
  for (std::size_t i = 0; i < kPanelCount; ++i) {
    const auto panel = static_cast<Panel>(i);
    TabView tab{panel, std::string(panel_name(panel)), std::nullopt};
    switch (panel) {
      case Panel::brief:
        break;
      case Panel::ledger:
        tab.count = count(view.ledger.size());
        break;
      case Panel::actors:
        tab.count = count(view.actors.size());
        break;
      case Panel::timeline:
        tab.count = count(view.timeline.size());
        break;
      case Panel::advice:
        tab.count = count(view.advice.size());
        break;
      case Panel::indicators:
        tab.count = count(view.indicators.size());
        break;
      case Panel::notes:
        tab.count = count(view.notes.size());
        break;
    }
    view.tabs.push_back(std::move(tab));
  }
}

class PartList {
 public:
  explicit PartList(std::vector<PartView>& parts, std::size_t text_size)
      : parts_(parts), text_size_(text_size) {}
  void add(const std::vector<Span>& spans, PartView::Part part, std::optional<Stance> stance = {}) {
    for (const Span& span : spans) add(span, part, stance);
  }
  void add(Span span, PartView::Part part, std::optional<Stance> stance = {}) {
    if (!span.empty() && span.end <= text_size_) parts_.push_back({span, part, stance});
  }
  void sort() {
    std::stable_sort(parts_.begin(), parts_.end(),
                     [](const PartView& a, const PartView& b) { return a.span < b.span; });
  }

 private:
  std::vector<PartView>& parts_;
  std::size_t text_size_;
};

void add_claim(PartList& parts, const Claim& claim) {
  using Part = PartView::Part;
  parts.add(claim.content, Part::content, claim.stance);
  parts.add(claim.source_spans, Part::source);
  parts.add(claim.cue, Part::cue);
  parts.add(claim.hedges, Part::hedge);
  for (const Basis& basis : claim.basis) parts.add(basis.evidence, Part::evidence);
}

void add_advice(PartList& parts, const Analysis& analysis, const Advice& advice) {
  using Part = PartView::Part;
  const bool exempt = advice.modality == Modality::need_not;
  parts.add(advice.action, Part::action, exempt ? Stance::exempt : Stance::advise);
  for (const Audience& audience : advice.audience) parts.add(audience.spans, Part::audience);
  parts.add(advice.condition, Part::condition);
  if (advice.deadline) parts.add(analysis.times[advice.deadline.index()].span, Part::mention);
}

std::size_t size_of(const Analysis& analysis, Target::Kind kind) {
  switch (kind) {
    case Target::Kind::claim:
      return analysis.claims.size();
    case Target::Kind::actor:
      return analysis.actors.size();
    case Target::Kind::advice:
      return analysis.advice.size();
    case Target::Kind::time:
      return analysis.times.size();
    case Target::Kind::indicator:
      return analysis.indicators.size();
    case Target::Kind::note:
      return analysis.notes.size();
    case Target::Kind::span:
      return 1;
    case Target::Kind::none:
      return 0;
  }
  return 0;
}

}  // namespace

void show_document(ViewModel& view, const Document& document) {
  const std::uint32_t revision = view.revision + 1;
  const Panel panel = view.panel;
  auto status = std::move(view.status);
  const InventoryView inventory{view.inventory.entries, 0};
  view = {};
  view.inventory = inventory;
  view.revision = revision;
  view.panel = panel;
  view.status = std::move(status);
  view.phase = Phase::analysing;
  view.text = document.text();
  view.blocks.reserve(document.blocks().size());
  std::optional<Span> title;
  for (const Block& block : document.blocks()) {
    view.blocks.push_back({block.span, block.kind, block.level});
    if (!title && block.kind == BlockKind::title) title = block.span;
  }
  show_header(view, document, title);
  show_tabs(view);
  for (TabView& tab : view.tabs) tab.count.reset();
}

void show_analysis(ViewModel& view, const Document& document, const Analysis& analysis) {
  show_document(view, document);
  view.phase = Phase::ready;
  view.progress = 1;
  show_header(view, document, analysis.title);
  show_published(view.header, analysis.published);
  if (!analysis.tlp.empty()) view.header.tlp = "TLP:" + analysis.tlp;
  make_text(view, analysis);
  make_brief(view, analysis);
  make_ledger(view, document, analysis);
  make_actors(view, document, analysis);
  make_inventory(view, analysis);
  make_timeline(view, document, analysis);
  make_advice(view, document, analysis);
  make_indicators(view, document, analysis);
  make_notes(view, document, analysis);
  show_tabs(view);
}

void show_selection(ViewModel& view, const Document& document, const Analysis& analysis, Target target) {
  using Part = PartView::Part;
  view.parts.clear();
  view.selected = {};
  if (target.index >= size_of(analysis, target.kind)) return;
  PartList parts(view.parts, document.text().size());
  switch (target.kind) {
    case Target::Kind::none:
      return;
    case Target::Kind::claim:
      add_claim(parts, analysis.claims[target.index]);
      if (target.span.empty()) target.span = target_of_claim(analysis, target.index).span;
      break;
    case Target::Kind::actor:
      for (const Mention& mention : analysis.actors[target.index].mentions)
        parts.add(mention.span, Part::mention);
      if (target.span.empty()) target.span = analysis.actors[target.index].name;
      break;
    case Target::Kind::advice:
      add_advice(parts, analysis, analysis.advice[target.index]);
      if (target.span.empty()) target.span = target_of_advice(analysis, target.index).span;
      break;
    case Target::Kind::time:
      parts.add(analysis.times[target.index].span, Part::mention);
      if (target.span.empty()) target.span = analysis.times[target.index].span;
      break;
    case Target::Kind::indicator: {
      const Indicator& chosen = analysis.indicators[target.index];
      for (const Indicator& other : analysis.indicators) {
        if (other.type == chosen.type && other.value == chosen.value) parts.add(other.span, Part::mention);
      }
      if (target.span.empty()) target.span = chosen.span;
      break;
    }
    case Target::Kind::note:
      parts.add(analysis.notes[target.index].evidence, Part::mention);
      if (target.span.empty() && !analysis.notes[target.index].evidence.empty()) {
        target.span = analysis.notes[target.index].evidence.front();
      }
      break;
    case Target::Kind::span:
      parts.add(target.span, Part::mention);
      break;
  }
  parts.sort();
  view.selected = target;
}

std::optional<std::uint32_t> claim_at(const ViewModel& view, std::uint32_t byte) {
  const MarkView* best = nullptr;
  for (const MarkView& mark : view.marks) {
    if (mark.span.begin > byte) break;
    if (byte < mark.span.end && (best == nullptr || mark.span.size() < best->span.size())) best = &mark;
  }
  if (best == nullptr) return std::nullopt;
  return best->claim;
}

}  // namespace hearsay::ui
