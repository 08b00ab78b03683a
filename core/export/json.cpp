#include <algorithm>

#include "core/export/formats.hpp"
#include "core/time/event_date.hpp"

// The analysis as JSON, version 1: "hearsay-analysis". The meaning of every field is fixed in
// tests/golden/schema.json and in README.md.
namespace hearsay::exporting {
namespace {

constexpr int kFormatVersion = 1;

// Ids as the JSON shows them: a letter and a number from 1.
template <class T>
Json id(char letter, Ref<T> ref) {
  return ref ? Json(letter + std::to_string(ref.index() + 1)) : Json(nullptr);
}

template <class T>
Json ids(char letter, const std::vector<Ref<T>>& refs) {
  Json list = Json::array();
  for (const auto ref : refs) list.push_back(id(letter, ref));
  return list;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

class Writer {
 public:
  explicit Writer(const View& view) : view_(view) {}

  Json document() const {
    const auto& analysis = view_.analysis;
    Json json;
    json["title"] = analysis.title ? span(*analysis.title) : Json(nullptr);
    json["length"] = view_.document.length();
    json["published"] = {{"value", text_or_null(analysis.published.value)},
                         {"from", name(analysis.published.from)},
                         {"evidence", spans(analysis.published.evidence)}};
    json["tlp"] = analysis.tlp.empty()
                      ? Json(nullptr)
                      : Json{{"value", analysis.tlp}, {"evidence", spans(analysis.tlp_evidence)}};
    if (view_.document.derived()) json["text"] = view_.document.text();
    return json;
  }

  Json actor(std::size_t index) const {
    const Actor& actor = view_.analysis.actors[index];
    Json json;
    json["id"] = id('a', Ref<Actor>(index));
    json["name"] = view_.folded(actor.name);
    json["kind"] = name(actor.kind);
    Json aliases = Json::array();
    for (const Span alias : actor.aliases) aliases.push_back(view_.folded(alias));
    json["aliases"] = std::move(aliases);
    json["country"] = text_or_null(actor.country);
    json["description"] = actor.description ? Json(view_.folded(*actor.description)) : Json(nullptr);
    json["affiliation"] = id('a', actor.affiliation);
    json["in_inventory"] = actor.in_inventory;
    json["why"] = actor.kind_why;
    Json mentions = Json::array();
    for (const Mention& mention : actor.mentions) {
      Json entry = span(mention.span);
      entry["form"] = name(mention.form);
      entry["why"] = mention.why;
      mentions.push_back(std::move(entry));
    }
    json["mentions"] = std::move(mentions);
    return json;
  }

  Json claim(std::size_t index) const {
    const Claim& claim = view_.analysis.claims[index];
    Json json;
    json["id"] = id('c', Ref<Claim>(index));
    json["source"] = {{"actor", id('a', claim.source)}, {"spans", spans(claim.source_spans)}};
    json["cue"] = {{"spans", spans(claim.cue)}, {"lemma", claim.cue_lemma}};
    json["content"] = {{"spans", spans(claim.content)}};
    json["target"] = id('a', claim.target);
    json["addressee"] = id('a', claim.addressee);
    json["stance"] = name(claim.stance);
    json["attribution"] = name(claim.attribution);
    json["voice"] = name(claim.voice);
    json["via"] = ids('a', claim.via);
    json["certainty"] = certainty(claim);
    Json basis = Json::array();
    for (const Basis& ground : claim.basis) {
      basis.push_back({{"kind", name(ground.kind)}, {"evidence", spans(ground.evidence)}});
    }
    json["basis"] = std::move(basis);
    json["time"] = id('t', claim.time);
    json["repeats"] = id('c', claim.repeats);
    json["supports"] = id('c', claim.supports);
    json["why"] = claim.why;
    return json;
  }

  Json dispute(std::size_t index) const {
    const Dispute& dispute = view_.analysis.disputes[index];
    return {{"about", dispute.about},
            {"claims", ids('c', dispute.claims)},
            {"denials", ids('c', dispute.denials)},
            {"answered", dispute.answered},
            {"kind", name(dispute.kind)},
            {"why", dispute.why}};
  }

  Json agreement(std::size_t index) const {
    const Agreement& agreement = view_.analysis.agreements[index];
    Json origins = Json::array();
    for (const Origin& origin : agreement.origins) {
      origins.push_back({{"actor", id('a', origin.actor)},
                         {"claims", ids('c', origin.claims)},
                         {"evidence", spans(origin.evidence)},
                         {"counted", origin.counted}});
    }
    return {{"claims", ids('c', agreement.claims)},
            {"independent", agreement.independent},
            {"origins", std::move(origins)},
            {"why", agreement.why}};
  }

  Json advice(std::size_t index) const {
    const Advice& advice = view_.analysis.advice[index];
    Json json;
    json["id"] = id('d', Ref<Advice>(index));
    json["issuer"] = id('a', advice.issuer);
    Json audience = Json::array();
    for (const Audience& party : advice.audience) {
      audience.push_back({{"actor", id('a', party.actor)}, {"spans", spans(party.spans)}});
    }
    json["audience"] = std::move(audience);
    json["modality"] = name(advice.modality);
    json["action"] = spans(advice.action);
    json["object"] = id('a', advice.object);
    json["condition"] = spans(advice.condition);
    json["deadline"] = id('t', advice.deadline);
    json["due"] = text_or_null(advice.due);
    json["claim"] = id('c', advice.claim);
    json["why"] = advice.why;
    return json;
  }

  Json timeline_entry(std::size_t index) const {
    const TimelineEntry& entry = view_.analysis.timeline[index];
    const auto date = time::date_of(entry, view_.analysis);
    return {{"time", id('t', entry.time)},
            {"value", entry.value},
            {"event", spans(entry.event)},
            {"actors", ids('a', entry.actors)},
            {"claim", id('c', entry.claim)},
            {"precision", time::name(date.precision)},
            {"implied", date.implied},
            {"deadline", date.deadline},
            {"past", date.past}};
  }

  Json time(std::size_t index) const {
    const Time& time = view_.analysis.times[index];
    Json json;
    json["id"] = id('t', Ref<Time>(index));
    json.update(span(time.span));
    json["type"] = name(time.type);
    json["value"] = time.value;
    json["anchored"] = anchored(time);
    return json;
  }

  Json source(std::size_t index) const {
    const SourceEntry& source = view_.analysis.sources[index];
    return {{"actor", id('a', source.actor)},
            {"kind", name(source.kind)},
            {"evidence", spans(source.evidence)},
            {"claims", ids('c', source.claims)},
            {"independent", source.independent}};
  }

  Json indicator(std::size_t index) const {
    const Indicator& indicator = view_.analysis.indicators[index];
    Json json;
    json["type"] = name(indicator.type);
    json["value"] = indicator.value;
    json.update(span(indicator.span));
    json["defanged"] = indicator.defanged;
    Json context = Json::object();
    for (const auto& [key, value] : indicator.context) context[key] = value;
    json["context"] = std::move(context);
    return json;
  }

  Json note(std::size_t index) const {
    const Note& note = view_.analysis.notes[index];
    return {{"code", note.code}, {"message", note.message}, {"evidence", spans(note.evidence)}};
  }

  Json considered(std::size_t index) const {
    const Considered& entry = view_.analysis.considered[index];
    return {{"as", name(entry.as)}, {"span", span(entry.span)}, {"why", entry.why}};
  }

 private:
  Json span(Span span) const {
    return {{"start", view_.document.code_points_before(span.begin)},
            {"end", view_.document.code_points_before(span.end)},
            {"exact", view_.document.text(span)}};
  }

  Json spans(const std::vector<Span>& list) const {
    Json json = Json::array();
    for (const Span entry : list) json.push_back(span(entry));
    return json;
  }

  Json certainty(const Claim& claim) const {
    Json json{{"hedges", spans(claim.hedges)}, {"polarity", name(claim.polarity)}, {"yardstick", nullptr}};
    if (claim.yardstick) {
      const Yardstick& yardstick = *claim.yardstick;
      json["yardstick"] = {
          {"scale", yardstick.scale}, {"term", yardstick.term}, {"range", {yardstick.low, yardstick.high}}};
    }
    return json;
  }

  Json anchored(const Time& time) const {
    switch (time.anchor) {
      case TimeAnchor::document:
        return "document";
      case TimeAnchor::explicit_:
        return "explicit";
      case TimeAnchor::other_time:
        return id('t', time.anchored_to);
      case TimeAnchor::none:
        return "none";
    }
    return "none";
  }

  const View& view_;
};

// Writes the members of an object as they are made, and lists an entry at a time: the JSON of a long text is
// many times the text, and the tree of it many times that.
class Members {
 public:
  Members(bool single_line, const Sink& sink) : single_line_(single_line), sink_(sink) { sink_("{"); }

  void add(std::string_view key, const Json& value) {
    begin(key);
    put(value, 1);
  }
  // make(0) .. make(count - 1)
  template <class Make>
  void add_list(std::string_view key, std::size_t count, Make make) {
    begin(key);
    sink_("[");
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) sink_(",");
      new_line(2);
      put(make(i), 2);
    }
    if (count > 0) new_line(1);
    sink_("]");
  }
  void end() {
    new_line(0);
    sink_("}\n");
  }

 private:
  void begin(std::string_view key) {
    if (!first_) sink_(",");
    first_ = false;
    new_line(1);
    sink_(Json(key).dump());
    sink_(single_line_ ? ":" : ": ");
  }
  void new_line(std::size_t level) {
    if (!single_line_) sink_("\n" + std::string(2 * level, ' '));
  }
  void put(const Json& value, std::size_t level) {
    const std::string text = text_of(value, single_line_);
    const std::string margin(2 * level, ' ');
    // A line break is one of the layout: those of the text are escaped.
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
      if (at > 0) sink_(margin);
      sink_(std::string_view(text).substr(at, end - at));
      at = end;
    }
  }

  bool single_line_;
  const Sink& sink_;
  bool first_ = true;
};

}  // namespace

void to_json(const View& view, bool single_line, const Sink& sink) {
  const Writer writer(view);
  const Analysis& analysis = view.analysis;
  Members members(single_line, sink);
  members.add("format", "hearsay-analysis");
  members.add("version", kFormatVersion);
  members.add("document", writer.document());
  members.add_list("actors", analysis.actors.size(), [&](std::size_t i) { return writer.actor(i); });
  members.add_list("claims", analysis.claims.size(), [&](std::size_t i) { return writer.claim(i); });
  members.add_list("agreements", analysis.agreements.size(),
                   [&](std::size_t i) { return writer.agreement(i); });
  members.add_list("disputes", analysis.disputes.size(), [&](std::size_t i) { return writer.dispute(i); });
  members.add_list("advice", analysis.advice.size(), [&](std::size_t i) { return writer.advice(i); });
  members.add_list("timeline", analysis.timeline.size(),
                   [&](std::size_t i) { return writer.timeline_entry(i); });
  members.add_list("times", analysis.times.size(), [&](std::size_t i) { return writer.time(i); });
  members.add_list("sources", analysis.sources.size(), [&](std::size_t i) { return writer.source(i); });
  members.add_list("indicators", analysis.indicators.size(),
                   [&](std::size_t i) { return writer.indicator(i); });
  members.add_list("notes", analysis.notes.size(), [&](std::size_t i) { return writer.note(i); });
  members.add_list("considered", analysis.considered.size(),
                   [&](std::size_t i) { return writer.considered(i); });
  members.end();
}

}  // namespace hearsay::exporting
