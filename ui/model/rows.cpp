#include <algorithm>
#include <map>
#include <utility>

#include "core/time/event_date.hpp"
#include "ui/model/words.hpp"

// The rows of every panel but the brief and the ledger.
namespace hearsay::ui {
namespace {

constexpr std::size_t kEventQuote = 240;    // of an event on the timeline
constexpr std::size_t kEvidenceQuote = 90;  // code points of a quotation beside a note or a source

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string result;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!result.empty()) result += between;
    result += part;
  }
  return result;
}

Runs quotes_of(const Document& document, const std::vector<Span>& spans, std::size_t most = kEvidenceQuote) {
  Runs runs;
  for (const Span& span : spans) {
    if (span.empty() || span.end > document.text().size()) continue;
    if (!runs.empty()) runs.push_back({" · ", Run::Style::quiet, {}});
    runs.push_back(
        {in_quotes(shortened(folded(document.text(span)), most)), Run::Style::quote, target_of_span(span)});
  }
  return runs;
}

// "acronym (3)", in the order of first use.
std::vector<std::string> counted_joins(const Actor& actor) {
  std::vector<std::pair<std::string_view, std::size_t>> counts;
  for (const Mention& mention : actor.mentions) {
    if (mention.why.empty()) continue;
    const auto found =
        std::find_if(counts.begin(), counts.end(), [&](const auto& it) { return it.first == mention.why; });
    if (found == counts.end()) {
      counts.emplace_back(mention.why, 1);
    } else {
      ++found->second;
    }
  }
  std::vector<std::string> result;
  for (const auto& [why, count] : counts) {
    result.push_back(std::string(why) + (count > 1 ? " (" + std::to_string(count) + ")" : ""));
  }
  return result;
}

// What a date that the text does not state was counted from.
std::string reckoning(const Document& document, const Analysis& analysis, const Time& time) {
  const bool from_other = time.anchor == TimeAnchor::other_time && time.anchored_to &&
                          time.anchored_to.index() < analysis.times.size();
  if (!from_other) return "reckoned from the day of publication";
  const Span from = analysis.times[time.anchored_to.index()].span;
  return "reckoned from " + in_quotes(folded(document.text(from)));
}

}  // namespace

void make_actors(ViewModel& view, const Document& document, const Analysis& analysis) {
  for (std::uint32_t i = 0; i < analysis.actors.size(); ++i) {
    const Actor& actor = analysis.actors[i];
    ActorRow row;
    row.actor = i;
    row.name = folded(document.text(actor.name));
    row.kind = std::string(kind_word(actor.kind));
    row.country = country_name(actor.country);
    std::vector<std::string> aliases;
    for (const Span& alias : actor.aliases) aliases.push_back(folded(document.text(alias)));
    row.aliases = join(aliases, " · ");
    if (actor.description) row.description = folded(document.text(*actor.description));
    row.affiliation = actor_name(document, analysis, actor.affiliation);
    row.mentions = static_cast<std::uint32_t>(actor.mentions.size());
    row.in_inventory = actor.in_inventory;
    row.is_person = actor.kind == ActorKind::person || actor.kind == ActorKind::group;
    row.why = actor.kind_why;
    row.joins = counted_joins(actor);
    row.go = target_of_actor(analysis, i);
    if (!row.affiliation.empty()) {
      row.facts.push_back(
          {"Speaks for",
           {{row.affiliation, Run::Style::link, target_of_actor(analysis, actor.affiliation.index())}}});
    }
    if (actor.description) {
      row.facts.push_back(
          {"Called", {{in_quotes(row.description), Run::Style::quote, target_of_span(*actor.description)}}});
    }
    if (actor.country_evidence) {
      row.facts.push_back({"Country",
                           {{row.country + ", ", Run::Style::plain, {}},
                            {in_quotes(folded(document.text(*actor.country_evidence))), Run::Style::quote,
                             target_of_span(*actor.country_evidence)}}});
    }
    view.actors.push_back(std::move(row));
  }
  for (const Claim& claim : analysis.claims) {
    if (claim.source && claim.source.index() < view.actors.size())
      ++view.actors[claim.source.index()].claims_made;
    if (claim.target && claim.target.index() < view.actors.size())
      ++view.actors[claim.target.index()].claims_about;
  }
  // What the reader owns comes first, then who speaks or is spoken of, then who is named most; otherwise as
  // in the text.
  std::stable_sort(view.actors.begin(), view.actors.end(), [](const ActorRow& a, const ActorRow& b) {
    if (a.in_inventory != b.in_inventory) return a.in_inventory;
    const std::uint32_t claims_a = a.claims_made + a.claims_about;
    const std::uint32_t claims_b = b.claims_made + b.claims_about;
    return claims_a != claims_b ? claims_a > claims_b : a.mentions > b.mentions;
  });
}

void make_timeline(ViewModel& view, const Document& document, const Analysis& analysis) {
  view.published = days_of(analysis.published.value);
  for (std::uint32_t i = 0; i < analysis.timeline.size(); ++i) {
    const TimelineEntry& entry = analysis.timeline[i];
    const time::EventDate date = time::date_of(entry, analysis);
    TimelineRow row;
    row.entry = i;
    row.deadline = date.deadline;
    row.past = date.past;
    row.range = days_of(entry.value);
    row.when = entry.value.empty() ? "date not known" : reader_date(entry.value);
    if (entry.time && entry.time.index() < analysis.times.size()) {
      const Time& time = analysis.times[entry.time.index()];
      row.words = folded(document.text(time.span));
      if (row.range && date.implied) row.reckoned = reckoning(document, analysis, time);
      row.go = target_of_time(analysis, entry.time.index());
    }
    row.event = quotes_of(document, entry.event, kEventQuote);
    if (!entry.event.empty()) row.go = target_of_span(entry.event.front());
    std::vector<std::string> names;
    for (const Ref<Actor>& actor : entry.actors) names.push_back(actor_name(document, analysis, actor));
    row.actors = join(names, ", ");
    if (entry.claim && entry.claim.index() < analysis.claims.size()) {
      row.stance = analysis.claims[entry.claim.index()].stance;
      row.go = target_of_claim(analysis, entry.claim.index());
    }
    view.timeline.push_back(std::move(row));
  }
}

void make_advice(ViewModel& view, const Document& document, const Analysis& analysis) {
  for (std::uint32_t i = 0; i < analysis.advice.size(); ++i) {
    const Advice& advice = analysis.advice[i];
    AdviceRow row;
    row.advice = i;
    row.modality = advice.modality;
    row.modality_word = std::string(modality_word(advice.modality));
    row.stance = advice.modality == Modality::need_not ? Stance::exempt : Stance::advise;
    std::vector<std::string> audience;
    for (const Audience& one : advice.audience) {
      std::string words = words_of(document, one.spans);
      if (words.empty()) words = actor_name(document, analysis, one.actor);
      audience.push_back(std::move(words));
    }
    row.audience = join(audience, ", ");
    if (row.audience.empty()) row.audience = "the readers";
    row.action = words_of(document, advice.action);
    row.issuer = actor_name(document, analysis, advice.issuer);
    if (advice.issuer && advice.issuer.index() < analysis.actors.size()) {
      row.facts.push_back(
          {"Says who", {{row.issuer, Run::Style::link, target_of_actor(analysis, advice.issuer.index())}}});
    } else {
      row.facts.push_back({"Says who", {{"not named", Run::Style::plain, {}}}});
    }
    if (advice.object && advice.object.index() < analysis.actors.size()) {
      row.facts.push_back({"About",
                           {{actor_name(document, analysis, advice.object), Run::Style::link,
                             target_of_actor(analysis, advice.object.index())}}});
    }
    if (!advice.condition.empty()) {
      row.facts.push_back({"Condition",
                           {{in_quotes(words_of(document, advice.condition)), Run::Style::quote,
                             target_of_span(advice.condition.front())}}});
    }
    if (advice.deadline && advice.deadline.index() < analysis.times.size()) {
      const Time& time = analysis.times[advice.deadline.index()];
      const Target go = target_of_time(analysis, advice.deadline.index());
      const std::string when = reader_date(time.value);
      row.deadline = (time.type == TimeType::duration ? "within " : "by ") + when;
      const auto range = days_of(time.value);
      row.deadline_past = range && view.published && range->last < view.published->first;
      row.facts.push_back({"By when",
                           {{when + ", ", Run::Style::plain, go},
                            {in_quotes(folded(document.text(time.span))), Run::Style::quote, go}}});
    }
    row.why = advice.why;
    row.go = target_of_advice(analysis, i);
    view.advice.push_back(std::move(row));
  }
}

void make_indicators(ViewModel& view, const Document& document, const Analysis& analysis) {
  (void)document;
  std::map<std::pair<IndicatorType, std::string_view>, std::size_t> row_of;
  for (std::uint32_t i = 0; i < analysis.indicators.size(); ++i) {
    const Indicator& indicator = analysis.indicators[i];
    const auto [found, fresh] =
        row_of.emplace(std::pair(indicator.type, std::string_view(indicator.value)), view.indicators.size());
    if (fresh) {
      IndicatorRow row;
      row.indicator = i;
      row.type = std::string(indicator_word(indicator.type));
      row.value = indicator.value;
      row.defanged = indicator.defanged;
      row.go = {Target::Kind::indicator, i, indicator.span};
      std::vector<std::string> context;
      for (const auto& [key, value] : indicator.context) context.push_back(key + " " + value);
      row.context = join(context, " · ");
      view.indicators.push_back(std::move(row));
    }
    view.indicators[found->second].places.push_back(indicator.span);
  }
}

void make_notes(ViewModel& view, const Document& document, const Analysis& analysis) {
  for (const SourceEntry& source : analysis.sources) {
    SourceRow row;
    row.name = actor_name(document, analysis, source.actor);
    if (row.name.empty() && !source.evidence.empty())
      row.name = shortened(folded(document.text(source.evidence.front())), kEvidenceQuote);
    if (row.name.empty()) row.name = "not named";
    row.kind = std::string(source_word(source.kind));
    row.independent = source.independent;
    row.evidence = quotes_of(document, source.evidence);
    row.claims = static_cast<std::uint32_t>(source.claims.size());
    if (!source.evidence.empty()) {
      row.go = target_of_span(source.evidence.front());
    } else if (source.actor && source.actor.index() < analysis.actors.size()) {
      row.go = target_of_actor(analysis, source.actor.index());
    }
    view.origins.push_back(std::move(row));
  }
  for (std::uint32_t i = 0; i < analysis.notes.size(); ++i) {
    const Note& note = analysis.notes[i];
    NoteRow row{i, note.message, quotes_of(document, note.evidence), {Target::Kind::note, i, {}}};
    if (!note.evidence.empty()) row.go.span = note.evidence.front();
    view.notes.push_back(std::move(row));
  }
  for (const Considered& entry : analysis.considered) {
    view.considered.push_back({std::string(considered_word(entry.as)),
                               in_quotes(shortened(folded(document.text(entry.span)), kEvidenceQuote)),
                               entry.why, target_of_span(entry.span)});
  }
}

}  // namespace hearsay::ui
