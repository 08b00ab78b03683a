// The first screen: what it says is in the text, and what the text does not say it leaves open.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "core/analyzer.hpp"
#include "core/assets/assets.hpp"
#include "core/brief/brief.hpp"
#include "core/brief/line.hpp"
#include "core/input/reader.hpp"
#include "core/text/quotation.hpp"
#include "tests/unit/reading.hpp"

using namespace hearsay;

namespace {

using testing::read;

std::string text_of(const BriefLine& line) {
  std::string text = line.label + "|";
  for (const auto& run : line.runs) text += run.text;
  return text;
}

std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

Span span_of(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  REQUIRE(at != std::string_view::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

}  // namespace

TEST_CASE("A text without claims says so, and nothing else") {
  const auto result = read("The gallery opens at ten. Tram 7 stops at the gate.");
  auto analysis = result.analysis;
  analysis.claims.clear();
  analysis.advice.clear();
  const auto brief = brief::write(*result.document, result.language, analysis);
  REQUIRE(brief.size() == 1);
  CHECK(text_of(brief[0]) == "|No claims found: nobody in this text is said to say, warn or deny anything.");
}

TEST_CASE("Words in quotation marks are the text's own, where the run points") {
  for (const char* name : {"samples/01-warning-and-denial.txt", "samples/02-ban-with-exemption.txt",
                           "samples/03-breach-and-vendor-statement.txt", "samples/04-technical-advisory.txt",
                           "samples/05-correction.txt", "samples/06-no-claims.txt"}) {
    const auto result = read(asset(name));
    CHECK(!result.analysis.brief.empty());
    for (const auto& line : result.analysis.brief) {
      CHECK(!line.runs.empty());
      for (const auto& run : line.runs) {
        if (run.style != BriefRun::Style::quote && run.style != BriefRun::Style::hedge) continue;
        REQUIRE(run.span.has_value());
        CHECK(run.text == folded(result.document->text(*run.span)));
      }
    }
  }
}

TEST_CASE("The sections come in the reader's order") {
  const auto result = read(asset("samples/01-warning-and-denial.txt"));
  auto last = BriefSection::in_one_breath;
  for (const auto& line : result.analysis.brief) {
    CHECK(line.section >= last);
    last = line.section;
  }
}

TEST_CASE("The main claim is told in the sentence of the text, its source by name") {
  auto result = read("The agency spoke on Monday. It warned schools against using Corvane Assist.");
  const auto text = result.document->text();
  Analysis analysis;
  Actor agency;
  agency.name = span_of(text, "agency");
  agency.kind = ActorKind::government;
  analysis.actors.push_back(agency);
  Claim claim;
  claim.source = Ref<Actor>(0);
  claim.source_spans = {span_of(text, "It")};
  claim.cue = {span_of(text, "warned")};
  claim.content = {span_of(text, "against using Corvane Assist")};
  claim.stance = Stance::warn;
  analysis.claims.push_back(claim);
  const auto brief = brief::write(*result.document, result.language, analysis);
  REQUIRE(!brief.empty());
  CHECK(text_of(brief[0]) == "|The agency warned schools against using Corvane Assist.");
  CHECK(text_of(brief.back()) == "|When it was published.");
}

TEST_CASE("A quotation within the words that the brief quotes keeps both its marks") {
  auto result =
      read("The firm said: \"We are safe.\" It called the report \"a misreading\". \"Old\" news, it said.");
  const auto text = result.document->text();
  Analysis analysis;
  const brief::Ledger ledger{*result.document, result.language, analysis};
  const auto bare = [&](std::string_view words) {
    return std::string(result.document->text(ledger.bare(span_of(text, words))));
  };
  CHECK(bare("\"We are safe.\"") == "We are safe");
  CHECK(bare("the report \"a misreading\".") == "the report \"a misreading\"");
  CHECK(bare("\"Old\" news,") == "\"Old\" news");
}

TEST_CASE("Two passages that exclude each other stand in a box of their own") {
  auto result = read("The office warned citizens. The office said that only ministries need act.");
  const auto text = result.document->text();
  Analysis analysis;
  for (const char* words : {"citizens", "only ministries need act"}) {
    Claim claim;
    claim.content = {span_of(text, words)};
    analysis.claims.push_back(claim);
  }
  Dispute dispute;
  dispute.kind = DisputeKind::conflict;
  dispute.claims = {Ref<Claim>(0), Ref<Claim>(1)};
  dispute.why = "same source, same matter.";
  analysis.disputes.push_back(dispute);
  const auto brief = brief::write(*result.document, result.language, analysis);
  std::size_t boxes = 0;
  for (const auto& line : brief) {
    if (!line.conflict) continue;
    ++boxes;
    CHECK(text_of(line) == "These two passages cannot both hold|citizens · only ministries need act");
    CHECK(line.claims.size() == 2);
  }
  CHECK(boxes == 1);
}

TEST_CASE("A duty carries its date, and who need not act is always there") {
  auto result = read("Agencies must remove it by 5 June 2031. Schools need not act.");
  const auto text = result.document->text();
  Analysis analysis;
  Time time;
  time.span = span_of(text, "5 June 2031");
  time.value = "2031-06-05";
  analysis.times.push_back(time);
  for (int i = 0; i < 12; ++i) {
    Advice advice;
    advice.modality = Modality::must;
    const auto begin = static_cast<std::uint32_t>(i);
    advice.audience = {{{}, {Span{begin, begin + 1}}}};  // twelve audiences, so that there are twelve lines
    advice.action = {span_of(text, "remove it")};
    if (i == 0) advice.deadline = Ref<Time>(0);
    analysis.advice.push_back(advice);
  }
  Advice exempt;
  exempt.modality = Modality::need_not;
  exempt.audience = {{{}, {span_of(text, "Schools")}}};
  exempt.action = {span_of(text, "act")};
  analysis.advice.push_back(exempt);
  const auto brief = brief::write(*result.document, result.language, analysis);
  bool date = false;
  bool free = false;
  for (const auto& line : brief) {
    date = date || text_of(line).find("(by 5 June 2031)") != std::string::npos;
    free = free || text_of(line) == "need not|Schools: act.";
  }
  CHECK(date);
  CHECK(free);
}

TEST_CASE("What somebody is only said to have said does not lead the brief") {
  auto result =
      read("The article stated that the Watch had blamed Carvania. The Watch says it blamed nobody.");
  const auto text = result.document->text();
  Analysis analysis;
  Claim outer;
  outer.source_spans = {span_of(text, "The article")};
  outer.cue = {span_of(text, "stated")};
  outer.content = {span_of(text, "that the Watch had blamed Carvania")};
  Claim inner;
  inner.source_spans = {span_of(text, "the Watch")};
  inner.cue = {span_of(text, "had blamed")};
  inner.content = {span_of(text, "Carvania")};
  inner.stance = Stance::accuse;
  analysis.claims = {outer, inner};
  const auto brief = brief::write(*result.document, result.language, analysis);
  REQUIRE(!brief.empty());
  CHECK(text_of(brief[0]) == "|The article stated that the Watch had blamed Carvania.");
}

TEST_CASE("Where the main claim comes later, the text's own first sentence leads") {
  const auto result = read(
      "Corvane client leaks names\n\nA fault in the Corvane client has exposed the names of its owners for "
      "two "
      "years. It was mended in May. Nobody noticed it for long.\n\nThe maker, Corvane Systems, said that no "
      "passwords were lost.\n");
  REQUIRE(result.analysis.brief.size() >= 2);
  CHECK(text_of(result.analysis.brief[0]) ==
        "|The text begins: A fault in the Corvane client has exposed the names of its owners for two years.");
  CHECK(text_of(result.analysis.brief[1]).find("said that no passwords were lost.") != std::string::npos);
}

TEST_CASE("A note on changes is no opening, and a stray remark is not what the text is about") {
  const auto result = read(
      "Corvane client leaks names\n\nUpdate (6 June 2031): Section 4 has been amended.\n\nA fault in the "
      "Corvane "
      "client has exposed the names of its owners for two years. Nobody noticed it for long.\n\nThe weather "
      "service said that it will rain on Sunday.\n\nThe maker, Corvane Systems, said that the client keeps "
      "names.\n");
  REQUIRE(!result.analysis.brief.empty());
  CHECK(text_of(result.analysis.brief[0]) ==
        "|The text begins: A fault in the Corvane client has exposed the names of its owners for two years.");
  for (const auto& line : result.analysis.brief) {
    if (line.section == BriefSection::in_one_breath) CHECK(text_of(line).find("rain") == std::string::npos);
  }
}

TEST_CASE("A day that the action itself states is not said twice") {
  const auto result = read(
      "# Order 31-04\n\nIssued: 4 March 2031\n\nThis order of the Bureau of Seals binds all federal "
      "offices.\n\n"
      "All federal offices must disconnect the Corvane client by 5 May 2031 from their networks.\n");
  const auto& brief = result.analysis.brief;
  const auto line = std::find_if(brief.begin(), brief.end(), [](const BriefLine& it) {
    return it.section == BriefSection::who_must_act;
  });
  REQUIRE(line != brief.end());
  const auto words = text_of(*line);
  CHECK(words.find("5 May 2031") != std::string::npos);
  CHECK(words.find("5 May 2031") == words.rfind("5 May 2031"));
}

TEST_CASE("A double negative is told plainly, and an order with its subject as one quotation") {
  auto result = read("Citizens have no reason to refrain from using it. The service must be disabled.");
  const auto text = result.document->text();
  Analysis analysis;
  Advice exempt;
  exempt.modality = Modality::need_not;
  exempt.audience = {{{}, {span_of(text, "Citizens")}}};
  exempt.action = {span_of(text, "refrain from using it")};
  Advice order;
  order.modality = Modality::must;
  order.action = {span_of(text, "The service"), span_of(text, "disabled")};
  analysis.advice = {exempt, order};
  std::vector<std::string> lines;
  for (const auto& line : brief::write(*result.document, result.language, analysis))
    lines.push_back(text_of(line));
  CHECK(std::find(lines.begin(), lines.end(), "need not|Citizens: stop using it.") != lines.end());
  CHECK(std::find(lines.begin(), lines.end(), "must|The readers: see to it: The service must be disabled.") !=
        lines.end());
}

TEST_CASE("Table cells in a quotation are parted by dots, not by bars") {
  CHECK(folded_words("| CVE-2031-1 |  high |\n 9.8 |") == "CVE-2031-1 · high · 9.8");
  CHECK(folded_words("a|b  or\nc") == "a|b or c");
}

namespace {

std::vector<std::string> brief_of(const std::string& text) {
  const auto result = read(text);
  std::vector<std::string> lines;
  for (const auto& line : result.analysis.brief) lines.push_back(text_of(line));
  return lines;
}

bool holds(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

}  // namespace

TEST_CASE("Each line of who must act reads as a sentence, whatever the form of the action") {
  CHECK(holds(brief_of("The Bureau of Seals warned offices against using the Tarn client."),
              "should not|Offices: be using the Tarn client — so the Bureau of Seals."));
  CHECK(holds(brief_of("The Bureau of Seals ordered offices to remove the client. Schools are exempt."),
              "need not|Schools: act (exempt) — so the Bureau of Seals."));
}

TEST_CASE("A quotation in straight marks is shown whole, in the sentence of the text") {
  CHECK(holds(
      brief_of("The Bureau of Seals said Tarn leaked keys. Tarn dismissed the claim as \"pure fiction\"."),
      "denies|Tarn dismissed the claim as \"pure fiction\"."));
}

TEST_CASE("Who need not act is whoever the sentence itself speaks of") {
  const auto lines = brief_of(
      "The Bureau of Seals ordered clinics to disconnect the pumps. Patients were told there was nothing "
      "they "
      "needed to do.");
  CHECK(holds(lines, "need not|Patients: act (nothing they needed to do)."));
}
