#include "core/export/report.hpp"

#include "core/text/quotation.hpp"

namespace hearsay::exporting {
namespace {

using Style = Report::Run::Style;

std::string published(const Published& published) {
  switch (published.from) {
    case PublishedFrom::text:
      return "Published " + published.value;
    case PublishedFrom::given:
      return "Published " + published.value + " (given by the reader)";
    case PublishedFrom::inferred:
      return "Published " + published.value + " (inferred)";
    case PublishedFrom::unknown:
      return "Publication date not stated";
  }
  return {};
}

Report::Run run_of(const BriefRun& run) {
  switch (run.style) {
    case BriefRun::Style::strong:
      return {run.text, Style::strong};
    case BriefRun::Style::quote:
      return {run.text, Style::quote};
    case BriefRun::Style::plain:
    case BriefRun::Style::hedge:
      return {run.text, Style::plain};
  }
  return {};
}

void add_brief(const View& view, Report& report) {
  for (const BriefLine& line : view.analysis.brief) {
    const auto title = heading(line.section);
    if (report.sections.empty() || report.sections.back().heading != title) {
      report.sections.push_back({std::string(title), {}, {}});
    }
    Report::Line copy{line.label, {}, line.aside};
    for (const BriefRun& run : line.runs) copy.runs.push_back(run_of(run));
    report.sections.back().lines.push_back(std::move(copy));
  }
}

std::string certainty(const View& view, const Claim& claim) {
  std::string text;
  if (claim.polarity == Polarity::negated) text = "negated";
  for (const Span hedge : claim.hedges) {
    text += (text.empty() ? "" : ", ") + in_quotes(view.folded(hedge));
  }
  if (claim.yardstick) {
    text += (text.empty() ? "" : "; ") + std::string(claim.yardstick->scale) + ": " +
            std::string(claim.yardstick->term);
  }
  return text;
}

std::string basis(const View& view, const Claim& claim) {
  std::string text;
  for (const Basis& ground : claim.basis) {
    if (!text.empty()) text += "; ";
    text += name(ground.kind);
    if (!ground.evidence.empty()) text += ": " + in_quotes(view.quoted(ground.evidence));
  }
  return text;
}

// Who says it, as the text names them; who relays it stands behind.
std::string source(const View& view, const Claim& claim) {
  std::string text = view.actor_name(claim.source);
  if (text.empty()) text = view.quoted(source_words(claim));
  if (text.empty()) text = "source not named";
  for (std::size_t i = 0; i < claim.via.size(); ++i) {
    text += (i == 0 ? " (via " : ", ") + view.actor_name(claim.via[i]);
  }
  if (!claim.via.empty()) text += ")";
  return text;
}

Report::Section ledger(const View& view) {
  Report::Section section{
      "Ledger", {}, {{"", "Stance", "Source", "Says", "About", "Certainty", "Basis"}, {}}};
  for (std::size_t i = 0; i < view.analysis.claims.size(); ++i) {
    const Claim& claim = view.analysis.claims[i];
    std::string content = in_quotes(view.quoted(claim.content));
    if (claim.supports) {
      content += " (says the same as c" + std::to_string(claim.supports.index() + 1) + ")";
    }
    if (claim.repeats) content += " (repeats c" + std::to_string(claim.repeats.index() + 1) + ")";
    section.table.rows.push_back({"c" + std::to_string(i + 1), std::string(name(claim.stance)),
                                  source(view, claim), std::move(content), view.actor_name(claim.target),
                                  certainty(view, claim), basis(view, claim)});
  }
  return section;
}

std::string claim_list(const std::vector<Ref<Claim>>& claims) {
  std::string text;
  for (const auto claim : claims) text += (text.empty() ? "c" : ", c") + std::to_string(claim.index() + 1);
  return text;
}

Report::Section disputes(const View& view) {
  Report::Section section{"Disputes", {}, {{"Kind", "About", "Claims", "Denied or contradicted by"}, {}}};
  for (const Dispute& dispute : view.analysis.disputes) {
    section.table.rows.push_back({std::string(name(dispute.kind)), dispute.about, claim_list(dispute.claims),
                                  claim_list(dispute.denials)});
  }
  return section;
}

// "within 30 days", and the day that it comes to.
std::string deadline(const View& view, const Advice& advice) {
  if (!advice.deadline) return {};
  auto words = view.folded(view.analysis.times[advice.deadline.index()].span);
  if (!advice.due.empty()) words += " (" + advice.due + ")";
  return words;
}

Report::Section advice(const View& view) {
  Report::Section section{"Advice", {}, {{"Who", "", "What", "Condition", "By when", "Says who", "Why"}, {}}};
  for (const Advice& item : view.analysis.advice) {
    section.table.rows.push_back({view.audience(item), std::string(name(item.modality)),
                                  in_quotes(view.quoted(item.action)), view.quoted(item.condition),
                                  deadline(view, item), view.actor_name(item.issuer, "not named"), item.why});
  }
  return section;
}

Report::Section actors(const View& view) {
  Report::Section section{"Actors", {}, {{"Name", "Kind", "Country", "Also called", "Mentions"}, {}}};
  for (const Actor& actor : view.analysis.actors) {
    std::string aliases;
    for (const Span alias : actor.aliases) aliases += (aliases.empty() ? "" : "; ") + view.folded(alias);
    section.table.rows.push_back({view.folded(actor.name), std::string(name(actor.kind)), actor.country,
                                  std::move(aliases), std::to_string(actor.mentions.size())});
  }
  return section;
}

Report::Section timeline(const View& view) {
  Report::Section section{"Timeline", {}, {{"When", "What"}, {}}};
  for (const TimelineEntry& entry : view.analysis.timeline) {
    section.table.rows.push_back({entry.value, in_quotes(view.quoted(entry.event))});
  }
  return section;
}

Report::Section indicators(const View& view) {
  Report::Section section{"Indicators", {}, {{"Type", "Value"}, {}}};
  for (const Indicator& indicator : view.analysis.indicators) {
    section.table.rows.push_back({std::string(name(indicator.type)), indicator.value});
  }
  return section;
}

Report::Section notes(const View& view) {
  Report::Section section{"Notes on this reading", {}, {}};
  for (const Note& note : view.analysis.notes) {
    Report::Line line{{}, {{note.message, Style::plain}}, {}};
    if (!note.evidence.empty()) {
      line.runs.push_back({" ", Style::plain});
      line.runs.push_back({view.quoted(note.evidence), Style::quote});
    }
    section.lines.push_back(std::move(line));
  }
  return section;
}

}  // namespace

Report make_report(const View& view) {
  const Analysis& analysis = view.analysis;
  Report report;
  report.title = analysis.title ? view.folded(*analysis.title) : "Untitled text";
  report.subtitle = published(analysis.published);
  if (!analysis.tlp.empty()) report.subtitle += " \xC2\xB7 TLP:" + analysis.tlp;  // a middle dot
  add_brief(view, report);
  for (auto&& section : {ledger(view), disputes(view), advice(view), actors(view), timeline(view),
                         indicators(view), notes(view)}) {
    if (!section.lines.empty() || !section.table.rows.empty()) report.sections.push_back(section);
  }
  return report;
}

}  // namespace hearsay::exporting
