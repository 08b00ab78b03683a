#include "core/export/export.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/export/uuid.hpp"

using namespace hearsay;
using exporting::Format;

namespace {

constexpr std::string_view kText =
    "Velmar denies it\n\nThe Office of Cyber Safety accused Velmar of \"spying|on\" clients. Velmar denied "
    "it. =SUM(A1)";

Span span_of(std::string_view words) {
  const auto at = kText.find(words);
  REQUIRE(at != std::string_view::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

// An accusation, its denial, one piece of advice and one hostile address, put together by hand.
Analysis small_analysis() {
  Analysis analysis;
  analysis.title = span_of("Velmar denies it");
  analysis.published = {"2031-03-01/2031-03-04", PublishedFrom::inferred, {}};
  analysis.tlp = "AMBER+STRICT";
  Actor office;
  office.name = span_of("Office of Cyber Safety");
  office.kind = ActorKind::government;
  Actor velmar;
  velmar.name = span_of("Velmar");
  velmar.kind = ActorKind::organization;
  analysis.actors = {office, velmar};
  Claim accusation;
  accusation.source = Ref<Actor>(0);
  accusation.source_spans = {span_of("The Office of Cyber Safety")};
  accusation.content = {span_of("of \"spying|on\" clients")};
  accusation.stance = Stance::accuse;
  accusation.target = Ref<Actor>(1);
  Claim denial;
  denial.source = Ref<Actor>(1);
  denial.content = {span_of("=SUM(A1)")};
  denial.stance = Stance::deny;
  denial.polarity = Polarity::negated;
  analysis.claims = {accusation, denial};
  Dispute dispute;
  dispute.claims = {Ref<Claim>(0)};
  dispute.denials = {Ref<Claim>(1)};
  dispute.answered = true;
  analysis.disputes = {dispute};
  Advice advice;
  advice.issuer = Ref<Actor>(0);
  advice.modality = Modality::must_not;
  advice.action = {span_of("spying|on")};
  analysis.advice = {advice};
  Indicator address;
  address.type = IndicatorType::domain;
  address.value = "evil'.example";
  address.span = span_of("clients");
  address.defanged = true;
  analysis.indicators = {address};
  return analysis;
}

std::string exported(Format format) {
  const Document document(std::string(kText), {}, InputFormat::plain, false, {});
  return exporting::write(format, document, small_analysis());
}

nlohmann::json parsed(Format format) {
  return nlohmann::json::parse(exported(format), nullptr, false);
}

}  // namespace

TEST_CASE("SHA-1 gives the digests of RFC 3174, and names give UUIDs of version 5") {
  CHECK(exporting::sha1("abc")[0] == 0xA9);
  CHECK(exporting::sha1("abc")[19] == 0x9D);
  CHECK(exporting::sha1(std::string(1'000'000, 'a'))[0] == 0x34);
  const auto uuid = exporting::uuid_for("x");
  CHECK(uuid.size() == 36);
  CHECK(uuid[14] == '5');
  CHECK(uuid == exporting::uuid_for("x"));
  CHECK(uuid != exporting::uuid_for("y"));
}

TEST_CASE("every format has a name, an ending and a media type") {
  for (const auto* name : {"json", "markdown", "html", "stix", "csaf", "misp", "csv"}) {
    const auto format = exporting::format_named(name);
    REQUIRE(format);
    CHECK(exporting::extension(*format).front() == '.');
    CHECK(exporting::media_type(*format).find('/') != std::string_view::npos);
  }
  CHECK(!exporting::format_named("pdf"));
}

TEST_CASE("JSON is written in pieces, and laid out as one tree would be") {
  const Document document(std::string(kText), {}, InputFormat::plain, false, {});
  for (const bool single_line : {false, true}) {
    std::string text;
    std::size_t pieces = 0;
    exporting::write(Format::json, document, small_analysis(), single_line, [&](std::string_view piece) {
      text += piece;
      ++pieces;
    });
    CHECK(pieces > 10);
    CHECK(text == exporting::write(Format::json, document, small_analysis(), single_line));
    const auto tree = nlohmann::ordered_json::parse(text, nullptr, false);
    REQUIRE(tree.is_object());
    CHECK(tree["actors"].size() == small_analysis().actors.size());
    CHECK(tree["times"].empty());
    CHECK(text == tree.dump(single_line ? -1 : 2) + "\n");
  }
}

TEST_CASE("STIX: one report holds all, the denier's opinion is about the note it disputes") {
  const auto bundle = parsed(Format::stix);
  REQUIRE(bundle.is_object());
  std::set<std::string> ids;
  nlohmann::json opinion;
  nlohmann::json report;
  for (const auto& object : bundle["objects"]) {
    CHECK(ids.insert(object["id"].get<std::string>()).second);
    if (object["type"] == "opinion") opinion = object;
    if (object["type"] == "report") report = object;
    if (object["type"] == "indicator") CHECK(object["pattern"] == "[domain-name:value = 'evil\\'.example']");
  }
  REQUIRE(opinion.is_object());
  REQUIRE(report.is_object());
  CHECK(ids.count(opinion["created_by_ref"].get<std::string>()) == 1);
  CHECK(ids.count(opinion["object_refs"][0].get<std::string>()) == 1);
  for (const auto& ref : report["object_refs"]) CHECK(ids.count(ref.get<std::string>()) == 1);
  CHECK(report["published"] == "2031-03-01T00:00:00.000Z");
  CHECK(report["object_marking_refs"][0] == "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003");
}

TEST_CASE("STIX: another source that says the same agrees with the first") {
  auto analysis = small_analysis();
  analysis.claims.push_back(analysis.claims[0]);
  analysis.claims[2].source = Ref<Actor>(1);
  analysis.claims[2].supports = Ref<Claim>(0);
  const Document document(std::string(kText), {}, InputFormat::plain, false, {});
  const auto bundle =
      nlohmann::json::parse(exporting::write(Format::stix, document, analysis), nullptr, false);
  std::size_t agreeing = 0;
  for (const auto& object : bundle["objects"]) {
    if (object["type"] != "opinion" || object["opinion"] != "agree") continue;
    ++agreeing;
    CHECK(object["object_refs"].size() == 1);
    CHECK(object["object_refs"][0].get<std::string>().starts_with("note--"));
  }
  CHECK(agreeing == 1);
}

TEST_CASE("CSAF: an informational advisory has a reference, notes and no vulnerabilities") {
  const auto csaf = parsed(Format::csaf);
  const auto& document = csaf["document"];
  CHECK(document["category"] == "csaf_informational_advisory");
  CHECK(!csaf.contains("vulnerabilities"));
  CHECK(document["references"].size() == 1);
  CHECK(document["references"][0]["category"] == "external");
  CHECK(document["distribution"]["tlp"]["label"] == "AMBER");
  bool warned = false;
  for (const auto& note : document["notes"]) warned = warned || note["category"] == "legal_disclaimer";
  CHECK(warned);
}

TEST_CASE("MISP: what the author defanged may set off an alarm") {
  const auto event = parsed(Format::misp)["Event"];
  CHECK(event["Tag"][0]["name"] == "tlp:amber+strict");
  CHECK(event["Attribute"][0]["to_ids"] == true);
  CHECK(event["date"] == "2031-03-01");
}

TEST_CASE("Markdown and HTML escape the text's own characters; CSV disarms formulas") {
  CHECK(exported(Format::markdown).find("spying\\|on") != std::string::npos);
  CHECK(exported(Format::html).find("&quot;spying|on&quot;") != std::string::npos);
  CHECK(exported(Format::csv).find("\"'=SUM(A1)\"") != std::string::npos);
}

TEST_CASE("a repeated export is byte-identical") {
  for (const auto format : {Format::json, Format::stix, Format::csaf, Format::misp}) {
    CHECK(exported(format) == exported(format));
  }
}
