#include "core/export/formats.hpp"
#include "core/export/uuid.hpp"
#include "core/text/quotation.hpp"

// CSAF 2.0 (OASIS Standard, 18 November 2022), profile 3, "informational advisory" (section 4.3): no
// `vulnerabilities`, at least one external reference, at least one note. Advice and exemptions go into notes.
namespace hearsay::exporting {
namespace {

// CSAF 2.0 knows TLP 1.0 only: CLEAR is its WHITE; AMBER+STRICT has no counterpart, and AMBER would let it go
// further than its author allows, so a note warns.
std::string_view tlp_label(std::string_view tlp) {
  if (tlp == "CLEAR") return "WHITE";
  if (tlp == "AMBER+STRICT") return "AMBER";
  return tlp;
}

Json note(std::string_view category, std::string title, std::string text) {
  return {{"category", category}, {"text", std::move(text)}, {"title", std::move(title)}};
}

Json notes(const View& view) {
  Json list = Json::array();
  std::string summary;
  for (const BriefLine& line : view.analysis.brief) {
    if (line.section != BriefSection::in_one_breath) continue;
    for (const BriefRun& run : line.runs) summary += run.text;
    summary += " ";
  }
  list.push_back(note("summary", "In one breath", summary.empty() ? "The text makes no claims." : summary));
  for (std::size_t i = 0; i < view.analysis.claims.size(); ++i) {
    const Claim& claim = view.analysis.claims[i];
    list.push_back(note(
        "details", "Claim c" + std::to_string(i + 1) + ": " + std::string(name(claim.stance)),
        view.actor_name(claim.source, "Source not named") + ": " + in_quotes(view.quoted(claim.content))));
  }
  for (const Advice& advice : view.analysis.advice) {
    list.push_back(note("other", "Advice: " + std::string(name(advice.modality)),
                        view.audience(advice) + " " + std::string(name(advice.modality)) + ": " +
                            in_quotes(view.quoted(advice.action))));
  }
  if (view.analysis.tlp == "AMBER+STRICT") {
    list.push_back(
        note("legal_disclaimer", "Sharing",
             "The text is marked TLP:AMBER+STRICT, which CSAF 2.0 cannot express. Keep it within the "
             "organisation that received it, although the label here reads AMBER."));
  }
  if (view.analysis.published.from == PublishedFrom::unknown) {
    list.push_back(note("general", "Dates",
                        "The text does not state when it was published; the dates here are placeholders."));
  }
  return list;
}

Json references(const View& view, const std::string& text_id) {
  Json list = Json::array();
  for (const Indicator& indicator : view.analysis.indicators) {
    if (indicator.type != IndicatorType::url || indicator.defanged) continue;
    list.push_back({{"category", "external"}, {"summary", "Named in the text"}, {"url", indicator.value}});
  }
  if (list.empty()) {
    list.push_back({{"category", "external"},
                    {"summary", "The text that was read; its address is not known"},
                    {"url", "urn:uuid:" + text_id}});
  }
  return list;
}

}  // namespace

std::string to_csaf(const View& view, bool single_line) {
  const Analysis& analysis = view.analysis;
  const auto text_id = uuid_for(view.document.text());
  const auto date = first_day(analysis.published) + "T00:00:00Z";
  Json document;
  document["category"] = "csaf_informational_advisory";
  document["csaf_version"] = "2.0";
  if (!analysis.tlp.empty()) document["distribution"] = {{"tlp", {{"label", tlp_label(analysis.tlp)}}}};
  document["lang"] = "en";
  document["notes"] = notes(view);
  document["publisher"] = {{"category", "other"},
                           {"name", "Reader of the text, with Hearsay"},
                           {"namespace", "urn:hearsay:reader"}};
  document["references"] = references(view, text_id);
  document["title"] = analysis.title ? view.folded(*analysis.title) : "Untitled text";
  document["tracking"] = {
      {"current_release_date", date},
      {"generator", {{"engine", {{"name", "Hearsay"}}}}},
      {"id", "hearsay-" + text_id},
      {"initial_release_date", date},
      {"revision_history", {{{"date", date}, {"number", "1"}, {"summary", "Read by Hearsay"}}}},
      {"status", "final"},
      {"version", "1"}};
  Json json;
  json["document"] = std::move(document);
  return dump(json, single_line);
}

}  // namespace hearsay::exporting
