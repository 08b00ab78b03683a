#include <set>

#include "core/export/formats.hpp"
#include "core/export/uuid.hpp"
#include "core/text/quotation.hpp"

// STIX 2.1 (OASIS Standard, 10 June 2021). There is no claim object, so: one `report` holds all; an
// `identity` per speaker, audience and vendor; one `note` per claim; an `opinion` by the denier about the
// note it disputes, and by another source about the note whose claim it makes too; a `course-of-action` per
// advice; `vulnerability` and `indicator` only where the text names one.
namespace hearsay::exporting {
namespace {

// The TLP 2.0 marking definitions that OASIS publishes (cti-stix-common-objects, extension tlp-2.0). A
// marking of TLP 1.0, WHITE, is CLEAR in TLP 2.0.
constexpr std::string_view kTlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
struct TlpMarking {
  std::string_view label;
  std::string_view id;
  std::string_view name;
  std::string_view level;
};
constexpr TlpMarking kTlpMarkings[] = {
    {"CLEAR", "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", "TLP:CLEAR", "clear"},
    {"WHITE", "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", "TLP:CLEAR", "clear"},
    {"GREEN", "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "TLP:GREEN", "green"},
    {"AMBER", "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", "TLP:AMBER", "amber"},
    {"AMBER+STRICT", "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", "TLP:AMBER+STRICT",
     "amber+strict"},
    {"RED", "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", "TLP:RED", "red"},
};

std::string_view identity_class(ActorKind kind) {
  switch (kind) {
    case ActorKind::person:
      return "individual";
    case ActorKind::group:
      return "class";
    case ActorKind::organization:
    case ActorKind::government:
    case ActorKind::outlet:
      return "organization";
    case ActorKind::place:
    case ActorKind::product:
    case ActorKind::other:
      return "unknown";
  }
  return "unknown";
}

// A STIX pattern's string literal: backslash and quote escaped (section 9.1).
std::string literal(std::string_view value) {
  std::string result = "'";
  for (const char c : value) {
    if (c == '\\' || c == '\'') result += '\\';
    result += c;
  }
  return result + "'";
}

// The pattern for an indicator of compromise, or nothing. URLs, domains and addresses that stand there in the
// open are references ("see the vendor's page"); only those the author defanged are meant as hostile.
std::string pattern(const Indicator& indicator) {
  const std::string value = literal(indicator.value);
  switch (indicator.type) {
    case IndicatorType::md5:
      return "[file:hashes.MD5 = " + value + "]";
    case IndicatorType::sha1:
      return "[file:hashes.'SHA-1' = " + value + "]";
    case IndicatorType::sha256:
      return "[file:hashes.'SHA-256' = " + value + "]";
    case IndicatorType::sha512:
      return "[file:hashes.'SHA-512' = " + value + "]";
    default:
      break;
  }
  if (!indicator.defanged) return {};
  switch (indicator.type) {
    case IndicatorType::ipv4:
      return "[ipv4-addr:value = " + value + "]";
    case IndicatorType::ipv6:
      return "[ipv6-addr:value = " + value + "]";
    case IndicatorType::domain:
      return "[domain-name:value = " + value + "]";
    case IndicatorType::url:
      return "[url:value = " + value + "]";
    case IndicatorType::email:
      return "[email-addr:value = " + value + "]";
    default:
      return {};
  }
}

class Bundle {
 public:
  explicit Bundle(const View& view)
      : view_(view),
        // Ids of what belongs to this text hang on the text itself; those of identities only on kind and
        // name, so that the same agency has the same id in every export.
        text_id_(uuid_for(view.document.text())),
        timestamp_(first_day(view.analysis.published) + "T00:00:00.000Z") {
    for (const auto& marking : kTlpMarkings) {
      if (marking.label == view.analysis.tlp) marking_ = &marking;
    }
  }

  Json write() {
    add_marking();
    for (const Actor& actor : view_.analysis.actors) add_identity(actor);
    for (std::size_t i = 0; i < view_.analysis.claims.size(); ++i) add_note(i);
    for (const Dispute& dispute : view_.analysis.disputes) add_opinions(dispute);
    for (std::size_t i = 0; i < view_.analysis.claims.size(); ++i) add_support(i);
    for (std::size_t i = 0; i < view_.analysis.advice.size(); ++i) add_course_of_action(i);
    for (std::size_t i = 0; i < view_.analysis.indicators.size(); ++i) add_indicator(i);
    add_report();
    Json bundle;
    bundle["type"] = "bundle";
    bundle["id"] = "bundle--" + uuid_for("bundle:" + text_id_);
    bundle["objects"] = std::move(objects_);
    return bundle;
  }

 private:
  Json object(std::string_view type, const std::string& uuid) const {
    Json json;
    json["type"] = type;
    json["spec_version"] = "2.1";
    json["id"] = std::string(type) + "--" + uuid;
    json["created"] = timestamp_;
    json["modified"] = timestamp_;
    if (marking_ != nullptr) json["object_marking_refs"] = {marking_->id};
    return json;
  }

  std::string own_id(std::string_view what, std::size_t index) const {
    return uuid_for(std::string(what) + ":" + std::to_string(index) + ":" + text_id_);
  }

  void add(Json json) {
    const auto id = json["id"].get<std::string>();
    if (!known_.insert(id).second) return;
    refs_.push_back(id);
    objects_.push_back(std::move(json));
  }

  void add_marking() {
    if (marking_ == nullptr) return;
    objects_.push_back(
        {{"type", "marking-definition"},
         {"spec_version", "2.1"},
         {"id", marking_->id},
         {"created", "2022-10-01T00:00:00.000Z"},
         {"name", marking_->name},
         {"extensions",
          {{kTlpExtension, {{"extension_type", "property-extension"}, {"tlp_2_0", marking_->level}}}}}});
  }

  std::string identity_id(const Actor& actor) const {
    return "identity--" +
           uuid_for("identity:" + std::string(name(actor.kind)) + ":" + view_.folded(actor.name));
  }

  std::string identity_id(Ref<Actor> actor) const {
    return identity_id(view_.analysis.actors[actor.index()]);
  }

  void add_identity(const Actor& actor) {
    const auto id = identity_id(actor);
    Json json = object("identity", id.substr(std::string_view("identity--").size()));
    json["name"] = view_.folded(actor.name);
    if (actor.description) json["description"] = view_.folded(*actor.description);
    json["identity_class"] = identity_class(actor.kind);
    add(std::move(json));
  }

  std::string note_id(std::size_t claim) const { return "note--" + own_id("claim", claim); }

  void add_note(std::size_t index) {
    const Claim& claim = view_.analysis.claims[index];
    Json json = object("note", own_id("claim", index));
    json["abstract"] =
        view_.actor_name(claim.source, "Source not named") + ": " + std::string(name(claim.stance));
    std::string content = in_quotes(view_.quoted(claim.content));
    for (const Span span : claim.content) {
      content += " [characters " + std::to_string(view_.document.code_points_before(span.begin)) + "-" +
                 std::to_string(view_.document.code_points_before(span.end)) + "]";
    }
    json["content"] = std::move(content);
    if (!claim.source_spans.empty()) json["authors"] = {view_.quoted(source_words(claim))};
    Json about = Json::array();
    if (claim.target) about.push_back(identity_id(claim.target));
    if (claim.source && claim.source != claim.target) about.push_back(identity_id(claim.source));
    if (about.empty()) about.push_back(report_id());
    json["object_refs"] = std::move(about);
    add(std::move(json));
  }

  void add_opinions(const Dispute& dispute) {
    for (const auto denial : dispute.denials) {
      Json disputed = Json::array();
      for (const auto claim : dispute.claims) disputed.push_back(note_id(claim.index()));
      if (disputed.empty()) continue;
      // The scale has no word for "these cannot both hold"; "disagree" says no more than the text does.
      const auto* verdict = dispute.kind == DisputeKind::denial ? "strongly-disagree" : "disagree";
      add_opinion(own_id("opinion:" + std::to_string(dispute.claims.front().index()), denial.index()), denial,
                  verdict, std::move(disputed));
    }
  }

  // Another source that says the same agrees with the note of the first.
  void add_support(std::size_t index) {
    const auto supported = view_.analysis.claims[index].supports;
    if (!supported) return;
    add_opinion(own_id("agreement", index), Ref<Claim>(index), "agree",
                Json::array({note_id(supported.index())}));
  }

  void add_opinion(const std::string& uuid, Ref<Claim> claim, std::string_view verdict, Json about) {
    const Claim& words = view_.analysis.claims[claim.index()];
    Json json = object("opinion", uuid);
    if (words.source) json["created_by_ref"] = identity_id(words.source);
    json["explanation"] = in_quotes(view_.quoted(words.content));
    if (!words.source_spans.empty()) json["authors"] = {view_.quoted(source_words(words))};
    json["opinion"] = verdict;
    json["object_refs"] = std::move(about);
    add(std::move(json));
  }

  void add_course_of_action(std::size_t index) {
    const Advice& advice = view_.analysis.advice[index];
    Json json = object("course-of-action", own_id("advice", index));
    if (advice.issuer) json["created_by_ref"] = identity_id(advice.issuer);
    json["name"] = std::string(name(advice.modality)) + ": " + view_.quoted(advice.action);
    std::string description = "Addressed to: " + view_.audience(advice) + ".";
    if (!advice.condition.empty())
      description += " Condition: " + in_quotes(view_.quoted(advice.condition)) + ".";
    if (advice.deadline) {
      description +=
          " Deadline: " + in_quotes(view_.folded(view_.analysis.times[advice.deadline.index()].span)) + ".";
    }
    json["description"] = std::move(description);
    add(std::move(json));
  }

  void add_indicator(std::size_t index) {
    const Indicator& indicator = view_.analysis.indicators[index];
    if (indicator.type == IndicatorType::cve) {
      Json json = object("vulnerability", uuid_for("vulnerability:" + indicator.value));
      json["name"] = indicator.value;
      json["external_references"] = {{{"source_name", "cve"}, {"external_id", indicator.value}}};
      add(std::move(json));
      return;
    }
    const auto expression = pattern(indicator);
    if (expression.empty()) return;
    Json json = object("indicator", uuid_for("indicator:" + expression + text_id_));
    json["name"] = indicator.value;
    json["pattern"] = expression;
    json["pattern_type"] = "stix";
    json["valid_from"] = timestamp_;
    add(std::move(json));
  }

  std::string report_id() const { return "report--" + uuid_for("report:" + text_id_); }

  void add_report() {
    if (refs_.empty()) return;  // a report must refer to something
    Json json = object("report", uuid_for("report:" + text_id_));
    json["name"] = view_.analysis.title ? view_.folded(*view_.analysis.title) : "Untitled text";
    if (view_.analysis.published.from == PublishedFrom::unknown) {
      json["description"] = "The text does not state when it was published; the dates here are placeholders.";
    }
    json["published"] = timestamp_;
    Json references = Json::array();
    for (const SourceEntry& source : view_.analysis.sources) {
      const auto who = view_.actor_name(source.actor);
      Json reference{{"source_name", who.empty() ? std::string(name(source.kind)) : who}};
      reference["description"] =
          source.evidence.empty() ? std::string(name(source.kind)) : view_.quoted(source.evidence);
      references.push_back(std::move(reference));
    }
    if (!references.empty()) json["external_references"] = std::move(references);
    json["object_refs"] = refs_;
    add(std::move(json));
  }

  const View& view_;
  std::string text_id_;
  std::string timestamp_;
  const TlpMarking* marking_ = nullptr;
  Json objects_ = Json::array();
  std::vector<std::string> refs_;  // in the order of objects_
  std::set<std::string> known_;
};

}  // namespace

std::string to_stix(const View& view, bool single_line) {
  return dump(Bundle(view).write(), single_line);
}

}  // namespace hearsay::exporting
