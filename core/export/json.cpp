#include "core/export/formats.hpp"

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

  Json actors() const {
    Json list = Json::array();
    for (const Actor& actor : view_.analysis.actors) {
      Json json;
      json["id"] = id('a', Ref<Actor>(list.size()));
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
      list.push_back(std::move(json));
    }
    return list;
  }

  Json claims() const {
    Json list = Json::array();
    for (const Claim& claim : view_.analysis.claims) {
      Json json;
      json["id"] = id('c', Ref<Claim>(list.size()));
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
      json["why"] = claim.why;
      list.push_back(std::move(json));
    }
    return list;
  }

  Json disputes() const {
    Json list = Json::array();
    for (const Dispute& dispute : view_.analysis.disputes) {
      list.push_back({{"about", dispute.about},
                      {"claims", ids('c', dispute.claims)},
                      {"denials", ids('c', dispute.denials)},
                      {"answered", dispute.answered},
                      {"kind", name(dispute.kind)},
                      {"why", dispute.why}});
    }
    return list;
  }

  Json advice() const {
    Json list = Json::array();
    for (const Advice& advice : view_.analysis.advice) {
      Json json;
      json["id"] = id('d', Ref<Advice>(list.size()));
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
      json["claim"] = id('c', advice.claim);
      json["why"] = advice.why;
      list.push_back(std::move(json));
    }
    return list;
  }

  Json timeline() const {
    Json list = Json::array();
    for (const TimelineEntry& entry : view_.analysis.timeline) {
      list.push_back({{"time", id('t', entry.time)},
                      {"value", entry.value},
                      {"event", spans(entry.event)},
                      {"actors", ids('a', entry.actors)},
                      {"claim", id('c', entry.claim)}});
    }
    return list;
  }

  Json times() const {
    Json list = Json::array();
    for (const Time& time : view_.analysis.times) {
      Json json;
      json["id"] = id('t', Ref<Time>(list.size()));
      json.update(span(time.span));
      json["type"] = name(time.type);
      json["value"] = time.value;
      json["anchored"] = anchored(time);
      list.push_back(std::move(json));
    }
    return list;
  }

  Json sources() const {
    Json list = Json::array();
    for (const SourceEntry& source : view_.analysis.sources) {
      list.push_back({{"actor", id('a', source.actor)},
                      {"kind", name(source.kind)},
                      {"evidence", spans(source.evidence)},
                      {"claims", ids('c', source.claims)},
                      {"independent", source.independent}});
    }
    return list;
  }

  Json indicators() const {
    Json list = Json::array();
    for (const Indicator& indicator : view_.analysis.indicators) {
      Json json;
      json["type"] = name(indicator.type);
      json["value"] = indicator.value;
      json.update(span(indicator.span));
      json["defanged"] = indicator.defanged;
      Json context = Json::object();
      for (const auto& [key, value] : indicator.context) context[key] = value;
      json["context"] = std::move(context);
      list.push_back(std::move(json));
    }
    return list;
  }

  Json notes() const {
    Json list = Json::array();
    for (const Note& note : view_.analysis.notes) {
      list.push_back({{"code", note.code}, {"message", note.message}, {"evidence", spans(note.evidence)}});
    }
    return list;
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

}  // namespace

std::string to_json(const View& view, bool single_line) {
  const Writer writer(view);
  Json json;
  json["format"] = "hearsay-analysis";
  json["version"] = kFormatVersion;
  json["document"] = writer.document();
  json["actors"] = writer.actors();
  json["claims"] = writer.claims();
  json["disputes"] = writer.disputes();
  json["advice"] = writer.advice();
  json["timeline"] = writer.timeline();
  json["times"] = writer.times();
  json["sources"] = writer.sources();
  json["indicators"] = writer.indicators();
  json["notes"] = writer.notes();
  return dump(json, single_line);
}

}  // namespace hearsay::exporting
