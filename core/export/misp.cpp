#include "core/export/formats.hpp"
#include "core/export/uuid.hpp"
#include "core/text/ascii.hpp"

// A MISP event (MISP core format, draft-dulaunoy-misp-core-format): the indicators as attributes, the whole
// reading as an event report in Markdown, the TLP mark as a tag.
namespace hearsay::exporting {
namespace {

struct AttributeType {
  std::string_view type;  // empty: MISP has no attribute for it
  std::string_view category;
};

AttributeType attribute_type(IndicatorType type) {
  switch (type) {
    case IndicatorType::cve:
      return {"vulnerability", "External analysis"};
    case IndicatorType::cwe:
      return {"weakness", "External analysis"};
    case IndicatorType::cpe:
      return {"cpe", "External analysis"};
    case IndicatorType::ipv4:
    case IndicatorType::ipv6:
      return {"ip-dst", "Network activity"};
    case IndicatorType::domain:
      return {"domain", "Network activity"};
    case IndicatorType::url:
      return {"url", "Network activity"};
    case IndicatorType::email:
      return {"email", "Network activity"};
    case IndicatorType::asn:
      return {"AS", "Network activity"};
    case IndicatorType::mac:
      return {"mac-address", "Network activity"};
    case IndicatorType::port:
      return {"port", "Network activity"};
    case IndicatorType::md5:
      return {"md5", "Payload delivery"};
    case IndicatorType::sha1:
      return {"sha1", "Payload delivery"};
    case IndicatorType::sha256:
      return {"sha256", "Payload delivery"};
    case IndicatorType::sha512:
      return {"sha512", "Payload delivery"};
    case IndicatorType::registry:
      return {"regkey", "Artifacts dropped"};
    case IndicatorType::path:
      return {"filename", "Artifacts dropped"};
    case IndicatorType::btc:
      return {"btc", "Financial fraud"};
    case IndicatorType::cvss:
    case IndicatorType::attack:
    case IndicatorType::version:
    case IndicatorType::ghsa:
      return {};
  }
  return {};
}

bool is_hash(IndicatorType type) {
  return type == IndicatorType::md5 || type == IndicatorType::sha1 || type == IndicatorType::sha256 ||
         type == IndicatorType::sha512;
}

using ascii::lower;

Json attributes(const View& view, const std::string& text_id) {
  Json list = Json::array();
  for (std::size_t i = 0; i < view.analysis.indicators.size(); ++i) {
    const Indicator& indicator = view.analysis.indicators[i];
    const auto kind = attribute_type(indicator.type);
    if (kind.type.empty()) continue;
    list.push_back({{"uuid", uuid_for("attribute:" + std::to_string(i) + ":" + text_id)},
                    {"type", kind.type},
                    {"category", kind.category},
                    {"value", indicator.value},
                    // Only what the author marked as hostile may set off an alarm.
                    {"to_ids", indicator.defanged || is_hash(indicator.type)}});
  }
  return list;
}

}  // namespace

std::string to_misp(const View& view, bool single_line) {
  const Analysis& analysis = view.analysis;
  const auto text_id = uuid_for(view.document.text());
  const std::string title = analysis.title ? view.folded(*analysis.title) : "Untitled text";
  Json event;
  event["uuid"] = uuid_for("event:" + text_id);
  event["info"] = title;
  event["date"] = first_day(analysis.published);
  event["threat_level_id"] = "4";  // undefined: Hearsay grades no threat
  event["analysis"] = "0";         // initial
  event["distribution"] = "0";     // your organisation only, until a person decides otherwise
  event["published"] = false;
  if (!analysis.tlp.empty()) event["Tag"] = {{{"name", "tlp:" + lower(analysis.tlp)}}};
  event["Attribute"] = attributes(view, text_id);
  event["EventReport"] = {{{"uuid", uuid_for("event-report:" + text_id)},
                           {"name", "Who claims what: " + title},
                           {"content", to_markdown(view)},
                           {"distribution", "0"}}};
  Json json;
  json["Event"] = std::move(event);
  return dump(json, single_line);
}

}  // namespace hearsay::exporting
