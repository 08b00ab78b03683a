#include "web/mirror.hpp"

#include <algorithm>

namespace hearsay::web {
namespace {

using ui::Run;
using ui::Runs;
using ui::Target;

class Html {
 public:
  // Markup, as it stands.
  Html& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  Html& number(std::uint32_t value) {
    out_ += std::to_string(value);
    return *this;
  }
  // Text, or the value of an attribute in double quotes.
  Html& text(std::string_view text) {
    for (const char c : text) {
      switch (c) {
        case '&':
          out_ += "&amp;";
          break;
        case '<':
          out_ += "&lt;";
          break;
        case '>':
          out_ += "&gt;";
          break;
        case '"':
          out_ += "&quot;";
          break;
        case kPartMark:  // a page break, in a text from paper
          out_ += ' ';
          break;
        default:
          out_ += c;
      }
    }
    return *this;
  }
  Html& element(std::string_view name, std::string_view content) {
    return raw("<").raw(name).raw(">").text(content).raw("</").raw(name).raw(">");
  }
  // The same, or nothing where there is no content.
  Html& maybe(std::string_view name, std::string_view content) {
    return content.empty() ? *this : element(name, content);
  }
  // Here a new part may begin, inside the element of that id; it does where the last has grown long enough.
  bool wants_part() const { return out_.size() - part_begin_ > kPartSize; }
  void begin_part(std::string_view id) {
    out_ += kPartMark;
    out_ += id;
    out_ += kPartMark;
    part_begin_ = out_.size();
  }
  std::string take() { return std::move(out_); }

 private:
  static constexpr std::size_t kPartSize = 64 << 10;  // a few milliseconds for the browser
  std::size_t part_begin_ = 0;
  std::string out_;
};

// ---- what leads somewhere -----------------------------------------------------------------------------

std::string_view event_of(Target::Kind kind) {
  switch (kind) {
    case Target::Kind::claim:
      return "select_claim";
    case Target::Kind::actor:
      return "select_actor";
    case Target::Kind::advice:
      return "select_advice";
    case Target::Kind::time:
      return "select_time";
    case Target::Kind::indicator:
      return "select_indicator";
    case Target::Kind::note:
    case Target::Kind::span:
      return "select_span";
    case Target::Kind::none:
      break;
  }
  return "";
}

void open_link(Html& html, const Target& target) {
  html.raw("<a class=\"go\" tabindex=\"-1\" href=\"#text\" data-event=\"")
      .raw(event_of(target.kind))
      .raw("\" data-index=\"")
      .number(target.index)
      .raw("\" data-begin=\"")
      .number(target.span.begin)
      .raw("\" data-end=\"")
      .number(target.span.end)
      .raw("\">");
}

void write_run(Html& html, const Run& run) {
  const bool leads = static_cast<bool>(run.target);
  if (leads) open_link(html, run.target);
  switch (run.style) {
    case Run::Style::strong:
      html.element("strong", run.text);
      break;
    case Run::Style::hedge:
      html.raw("<span class=\"hedge\">").text(run.text).raw("</span>");
      break;
    case Run::Style::quiet:
      html.raw("<span class=\"quiet\">").text(run.text).raw("</span>");
      break;
    case Run::Style::plain:
    case Run::Style::quote:
    case Run::Style::link:
      html.text(run.text);
      break;
  }
  if (leads) html.raw("</a>");
}

void write_runs(Html& html, const Runs& runs) {
  for (const Run& run : runs) write_run(html, run);
}

// `text` as a link to `target`, or plain where there is none.
void write_link(Html& html, std::string_view text, const Target& target) {
  if (target) open_link(html, target);
  html.text(text);
  if (target) html.raw("</a>");
}

void write_facts(Html& html, const std::vector<ui::Fact>& facts, std::string_view why) {
  if (facts.empty() && why.empty()) return;
  html.raw("<dl>");
  for (const ui::Fact& fact : facts) {
    html.element("dt", fact.label).raw("<dd>");
    write_runs(html, fact.runs);
    html.raw("</dd>");
  }
  if (!why.empty()) html.raw("<dt>Why</dt>").element("dd", why);
  html.raw("</dl>");
}

void open_section(Html& html, std::string_view name, std::string_view id) {
  html.raw("<section aria-labelledby=\"")
      .raw(id)
      .raw("\"><h2 id=\"")
      .raw(id)
      .raw("\">")
      .text(name)
      .raw("</h2>");
}

// ---- the top ------------------------------------------------------------------------------------------

void write_buttons(Html& html, ui::Phase phase, const ui::InventoryView& inventory) {
  html.raw("<p class=\"screen-only\">")
      .raw("<button data-view=\"page\" class=\"page-only\" tabindex=\"-1\">Back to the page</button>")
      .raw("<button data-view=\"file\" tabindex=\"-1\">Open a file</button>");
  if (phase == ui::Phase::empty) {
    html.raw("<button data-event=\"sample_asked\" tabindex=\"-1\">Try a sample</button>");
  } else {
    html.raw("<button data-event=\"reset_asked\" tabindex=\"-1\">Paste or open</button>");
  }
  html.raw("<button data-view=\"inventory\" tabindex=\"-1\">Load your inventory</button>");
  if (inventory.entries > 0) {
    html.raw("<button data-event=\"inventory_dropped\" tabindex=\"-1\">Remove your inventory</button>");
  }
  if (phase == ui::Phase::ready) {
    html.raw("<button data-event=\"export_asked\" data-index=\"1\" tabindex=\"-1\">Copy as Markdown</button>")
        .raw("<button data-event=\"export_asked\" data-index=\"0\" tabindex=\"-1\">Save as JSON</button>")
        .raw("<button data-event=\"save_page_asked\" tabindex=\"-1\">Save a copy</button>");
  }
  html.raw("</p>");
}

void write_header(Html& html, const ui::ViewModel& view) {
  html.raw("<header>");
  write_buttons(html, view.phase, view.inventory);
  if (view.message) {
    html.raw("<p class=\"alert\" role=\"alert\">").text(view.message->what);
    if (!view.message->next.empty()) html.raw(" ").text(view.message->next);
    html.raw("</p>");
  }
  if (view.phase == ui::Phase::empty) {
    html.raw(
            "<h1>Hearsay</h1><p>Reads a security advisory, or an article about one, and shows who claims "
            "what ")
        .raw("about whom, on what evidence, who denies it, who must act, and when.</p>");
  } else {
    html.element("h1", view.header.title.empty() ? std::string_view("Untitled text") : view.header.title);
    html.raw("<p class=\"quiet\">").text(view.header.published);
    if (!view.header.published_from.empty()) html.raw(" (").text(view.header.published_from).raw(")");
    if (!view.header.tlp.empty()) html.raw(" · ").text(view.header.tlp);
    html.raw("</p>");
  }
  // The mirror is not written anew while the text is read, so that it names no share of it.
  const std::string_view status = view.phase == ui::Phase::analysing ? std::string_view("Reading the text…")
                                                                     : std::string_view(view.status.done);
  if (!status.empty()) html.raw("<p class=\"quiet\">").text(status).raw("</p>");
  if (!view.status.privacy.empty()) html.raw("<p class=\"quiet\">").text(view.status.privacy).raw("</p>");
  html.raw("</header>");
}

// ---- the panels ---------------------------------------------------------------------------------------

void write_brief(Html& html, const ui::ViewModel& view) {
  open_section(html, "Brief", "brief");
  for (const ui::BriefSectionView& section : view.brief) {
    html.element("h3", section.heading);
    for (const ui::BriefLineView& line : section.lines) {
      html.raw(line.conflict ? "<p class=\"conflict\">" : "<p>");
      if (!line.label.empty()) {
        html.raw("<strong>");
        write_link(html, line.label, line.target);
        html.raw("</strong> ");
      }
      write_runs(html, line.runs);
      if (!line.aside.empty()) html.raw(" <span class=\"quiet\">").text(line.aside).raw("</span>");
      html.raw("</p>");
    }
  }
  html.raw("</section>");
}

void write_ledger(Html& html, const ui::ViewModel& view) {
  open_section(html, "Ledger", "ledger");
  if (view.ledger.empty()) html.raw("<p class=\"quiet\">The text attributes nothing to anybody.</p>");
  // Nobody reads the details of more rows than that, and a browser has no memory for those of a whole book.
  constexpr std::size_t kDetailed = 2000;
  if (view.ledger.size() > kDetailed) {
    html.raw(
        "<p class=\"quiet\">Details are given for the first 2,000 claims; the saved JSON has them all.</p>");
  }
  html.raw("<ol id=\"ledger-list\">");
  for (const ui::LedgerRow& row : view.ledger) {
    if (html.wants_part()) html.begin_part("ledger-list");
    html.raw("<li id=\"ledger-").number(row.claim).raw("\" data-claim=\"").number(row.claim).raw("\"><p>");
    open_link(html, row.go);
    html.element("strong", row.source).raw(" ").text(row.stance_word).raw(": ").text(row.content).raw("</a>");
    if (!row.target.empty()) html.raw(" <span class=\"quiet\">").text(row.target).raw("</span>");
    html.raw("</p>");
    if (row.claim < kDetailed) write_facts(html, row.facts, row.why);
    html.raw("</li>");
  }
  html.raw("</ol></section>");
  if (html.wants_part()) html.begin_part("mirror");
}

void write_advice(Html& html, const ui::ViewModel& view) {
  if (view.advice.empty()) return;
  open_section(html, "Advice", "advice");
  html.raw("<ul>");
  for (const ui::AdviceRow& row : view.advice) {
    html.raw("<li><p>");
    open_link(html, row.go);
    html.element("strong", row.modality_word)
        .raw(" ")
        .text(row.audience)
        .raw(": ")
        .text(row.action)
        .raw("</a>");
    if (!row.deadline.empty()) {
      html.raw(" <span>").text(row.deadline).raw(row.deadline_past ? " (past)</span>" : "</span>");
    }
    html.raw("</p>");
    write_facts(html, row.facts, row.why);
    html.raw("</li>");
  }
  html.raw("</ul></section>");
}

// Opens a table with a header row.
void open_table(Html& html, std::initializer_list<std::string_view> columns) {
  html.raw("<table><thead><tr>");
  for (const std::string_view column : columns) {
    html.raw("<th scope=\"col\">").raw(column).raw("</th>");
  }
  html.raw("</tr></thead><tbody>");
}

void write_timeline(Html& html, const ui::ViewModel& view) {
  if (view.timeline.empty()) return;
  open_section(html, "Timeline", "timeline");
  open_table(html, {"When", "What", "Who"});
  for (const ui::TimelineRow& row : view.timeline) {
    html.raw("<tr><td>");
    write_link(html, row.when, row.go);
    if (row.deadline) html.raw(row.past ? " (deadline, past)" : " (deadline)");
    if (!row.reckoned.empty()) html.raw(" <span class=\"quiet\">").text(row.reckoned).raw("</span>");
    html.raw("</td><td>");
    write_runs(html, row.event);
    html.raw("</td>").element("td", row.actors).raw("</tr>");
  }
  html.raw("</tbody></table></section>");
}

void write_actors(Html& html, const ui::ViewModel& view) {
  if (view.actors.empty()) return;
  open_section(html, "Actors", "actors");
  open_table(html, {"Name", "Kind", "Also called", "Places", "Why"});
  for (const ui::ActorRow& row : view.actors) {
    html.raw("<tr><td>");
    write_link(html, row.name, row.go);
    if (row.in_inventory) html.raw(" <span class=\"quiet\">in your inventory</span>");
    html.raw("</td><td>").text(row.kind);
    if (!row.country.empty()) html.raw(", ").text(row.country);
    html.raw("</td>").element("td", row.aliases).raw("<td>").number(row.mentions).raw("</td>");
    html.element("td", row.why).raw("</tr>");
  }
  html.raw("</tbody></table></section>");
}

void write_indicators(Html& html, const ui::ViewModel& view) {
  if (view.indicators.empty()) return;
  open_section(html, "Indicators", "indicators");
  open_table(html, {"Kind", "Value", "Context", "Places"});
  for (const ui::IndicatorRow& row : view.indicators) {
    html.raw("<tr>").element("td", row.type).raw("<td>");
    write_link(html, row.value, row.go);
    html.raw("</td>").element("td", row.context).raw("<td>");
    html.number(static_cast<std::uint32_t>(row.places.size())).raw("</td></tr>");
  }
  html.raw("</tbody></table></section>");
}

void write_notes(Html& html, const ui::ViewModel& view) {
  if (!view.origins.empty()) {
    open_section(html, "Where the text has it from", "origins");
    html.raw("<ul>");
    for (const ui::SourceRow& row : view.origins) {
      html.raw("<li>");
      write_link(html, row.name, row.go);
      html.raw(" <span class=\"quiet\">").text(row.kind).raw("</span> ");
      write_runs(html, row.evidence);
      html.raw("</li>");
    }
    html.raw("</ul></section>");
  }
  if (!view.notes.empty()) {
    open_section(html, "Notes", "notes");
    html.raw("<ul>");
    for (const ui::NoteRow& row : view.notes) {
      html.raw("<li>").text(row.message).raw(" ");
      write_runs(html, row.evidence);
      html.raw("</li>");
    }
    html.raw("</ul></section>");
  }
  if (!view.considered.empty()) {
    open_section(html, "Considered and left out", "considered");
    html.raw("<ul>");
    for (const ui::ConsideredRow& row : view.considered) {
      html.raw("<li>");
      write_link(html, row.words, row.go);
      html.raw(" <span class=\"quiet\">").text(row.as).raw("</span> ").text(row.why).raw("</li>");
    }
    html.raw("</ul></section>");
  }
}

// ---- the text -----------------------------------------------------------------------------------------

// Writes the words of `span`, cut wherever a claim's mark begins or ends, so that marks may overlap.
class MarkedText {
 public:
  MarkedText(Html& html, const ui::ViewModel& view) : html_(html), view_(view) {}

  // Spans must come in text order.
  void write(Span span) {
    std::uint32_t at = span.begin;
    while (at < span.end) {
      enter(at);
      const std::uint32_t next = std::min(span.end, next_cut(at));
      write_piece({at, next});
      at = next;
    }
  }

 private:
  // Takes in the marks that begin at or before `at`, and drops those that have ended.
  void enter(std::uint32_t at) {
    std::erase_if(open_, [&](const ui::MarkView* mark) { return mark->span.end <= at; });
    while (next_ < view_.marks.size() && view_.marks[next_].span.begin <= at) {
      if (view_.marks[next_].span.end > at) open_.push_back(&view_.marks[next_]);
      ++next_;
    }
  }

  [[nodiscard]] std::uint32_t next_cut(std::uint32_t at) const {
    std::uint32_t cut = next_ < view_.marks.size() ? view_.marks[next_].span.begin : 0xFFFFFFFFU;
    for (const ui::MarkView* mark : open_) cut = std::min(cut, mark->span.end);
    return std::max(cut, at + 1);
  }

  void write_piece(Span piece) {
    const std::string_view words = piece.in(view_.text);
    if (open_.empty()) {
      html_.text(words);
      return;
    }
    // The innermost claim, the one that began last, is what a click selects.
    const ui::MarkView& inner = *open_.back();
    html_.raw("<mark data-event=\"select_claim\" data-index=\"").number(inner.claim);
    html_.raw("\" data-claim=\"");
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (i > 0) html_.raw(" ");
      html_.number(open_[i]->claim);
    }
    html_.raw("\"");
    if (first_piece(inner.claim)) html_.raw(" id=\"claim-").number(inner.claim).raw("\"");
    html_.raw(" title=\"").text(ui::stance_word(inner.stance)).raw("\">").text(words).raw("</mark>");
  }

  bool first_piece(std::uint32_t claim) {
    if (named_.size() <= claim) named_.resize(claim + 1);
    const bool first = !named_[claim];
    named_[claim] = true;
    return first;
  }

  Html& html_;
  const ui::ViewModel& view_;
  std::vector<const ui::MarkView*> open_;
  std::size_t next_ = 0;
  std::vector<bool> named_;
};

// The element for a block. The page's own title is h1 and its sections are h2, so the text begins at h3.
std::string_view element_of(const ui::BlockView& block) {
  switch (block.kind) {
    case BlockKind::title:
      return "h3";
    case BlockKind::heading:
      return block.level <= 2 ? "h4" : block.level == 3 ? "h5" : "h6";
    case BlockKind::list_item:
      return "li";
    case BlockKind::quote:
      return "blockquote";
    case BlockKind::code:
      return "pre";
    case BlockKind::table_row:
    case BlockKind::paragraph:
    case BlockKind::byline:
      break;
  }
  return "p";
}

void write_text(Html& html, const ui::ViewModel& view) {
  open_section(html, "Text", "text");
  html.raw("<article id=\"words\" aria-labelledby=\"text\">");
  MarkedText marked(html, view);
  bool in_list = false;
  for (const ui::BlockView& block : view.blocks) {
    const bool item = block.kind == BlockKind::list_item;
    const bool part = html.wants_part();
    if (in_list && (!item || part)) html.raw("</ul>");
    if (part) html.begin_part("words");
    if (item && (!in_list || part)) html.raw("<ul>");
    in_list = item;
    const std::string_view element = element_of(block);
    html.raw("<").raw(element).raw(">");
    marked.write(block.span);
    html.raw("</").raw(element).raw(">\n");
  }
  if (in_list) html.raw("</ul>");
  html.raw("</article></section>");
}

}  // namespace

std::string mirror(const ui::ViewModel& view) {
  Html html;
  write_header(html, view);
  if (view.phase == ui::Phase::ready) {
    write_brief(html, view);
    write_ledger(html, view);
    write_advice(html, view);
    write_timeline(html, view);
    write_actors(html, view);
    write_indicators(html, view);
    write_notes(html, view);
  }
  if (html.wants_part()) html.begin_part("mirror");
  if (view.phase != ui::Phase::empty) write_text(html, view);
  return html.take();
}

}  // namespace hearsay::web
