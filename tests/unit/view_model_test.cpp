#include "ui/view_model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "ui/model/words.hpp"

using namespace hearsay;
using namespace hearsay::ui;

namespace {

// An analysis made by hand, so that these tests hold whatever the stages find.
struct Fixture {
  std::string text =
      "Agency warns of Orbix routers\n\n"
      "The Harbour Safety Office (HSO) warned port authorities on 3 May 2021 that Orbix routers could be "
      "tapped.\n\n"
      "Orbix denied  the\nclaim. Authorities must remove the routers by 1 May 2021.\n\n"
      "Private users need not act.";
  Document document;
  Analysis analysis;

  Fixture() : document(make_document()) { fill(); }

  Span span(std::string_view words, std::size_t from = 0) const {
    const std::size_t at = text.find(words, from);
    REQUIRE(at != std::string::npos);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  Document make_document() {
    std::vector<Block> blocks;
    std::size_t begin = 0;
    while (begin < text.size()) {
      std::size_t end = text.find("\n\n", begin);
      if (end == std::string::npos) end = text.size();
      blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                        blocks.empty() ? BlockKind::title : BlockKind::paragraph,
                        0});
      begin = end + 2;
    }
    return Document(text, blocks, InputFormat::plain, false, {});
  }

  Actor actor(std::string_view words, ActorKind kind) const {
    Actor result;
    result.name = span(words);
    result.kind = kind;
    result.mentions.push_back({result.name, MentionForm::name, 0, "same name"});
    return result;
  }

  void fill() {
    analysis.title = document.blocks()[0].span;
    analysis.published = {"2021-05-03/2021-05-05", PublishedFrom::inferred, {span("3 May 2021")}};
    analysis.actors.push_back(actor("Harbour Safety Office", ActorKind::government));
    analysis.actors[0].aliases.push_back(span("HSO"));
    analysis.actors[0].country = "GB";
    analysis.actors[0].mentions.push_back({span("HSO"), MentionForm::name, 0, "acronym"});
    analysis.actors.push_back(actor("Orbix", ActorKind::organization));
    analysis.times.push_back({span("3 May 2021"), TimeType::date, "2021-05-03", TimeAnchor::explicit_, {}});
    analysis.times.push_back({span("1 May 2021"), TimeType::date, "2021-05-01", TimeAnchor::explicit_, {}});

    Claim warning;
    warning.source = Ref<Actor>(0);
    warning.source_spans = {span("The Harbour Safety Office (HSO)")};
    warning.cue = {span("warned")};
    warning.content = {span("that Orbix routers could be tapped")};
    warning.hedges = {span("could")};
    warning.target = Ref<Actor>(1);
    warning.stance = Stance::warn;
    warning.time = Ref<Time>(0);
    warning.why = "“warn” with a that-clause";
    Claim denial;
    denial.source = Ref<Actor>(1);
    denial.source_spans = {span("Orbix denied") /* replaced below */};
    denial.source_spans[0].end = denial.source_spans[0].begin + 5;
    denial.cue = {span("denied")};
    denial.content = {span("the\nclaim")};
    denial.stance = Stance::deny;
    Claim nameless;
    nameless.cue = {span("could")};
    nameless.content = {span("Orbix routers could be tapped")};
    nameless.stance = Stance::state;
    analysis.claims = {warning, nameless, denial};
    analysis.disputes.push_back(
        {"the tapping", {Ref<Claim>(0)}, {Ref<Claim>(2)}, true, DisputeKind::denial, ""});

    Advice advice;
    advice.issuer = Ref<Actor>(0);
    advice.audience.push_back({{}, {span("Authorities")}});
    advice.modality = Modality::must;
    advice.action = {span("remove the routers")};
    advice.deadline = Ref<Time>(1);
    analysis.advice.push_back(advice);
    analysis.timeline.push_back({Ref<Time>(1), "2021-05-01", {span("remove the routers")}, {}, {}});
    analysis.timeline.push_back(
        {Ref<Time>(0), "2021-05-03", {span("warned")}, {Ref<Actor>(0)}, Ref<Claim>(0)});
    analysis.notes.push_back({"code", "A note.", {span("Private users")}});
    analysis.brief.push_back({BriefSection::in_one_breath,
                              "",
                              std::nullopt,
                              false,
                              {{"HSO", BriefRun::Style::strong, span("HSO")},
                               {" warns of what ", BriefRun::Style::plain, std::nullopt},
                               {"could be tapped", BriefRun::Style::quote, span("could be tapped")}},
                              "",
                              {Ref<Claim>(0)}});
  }

  ViewModel shown() const {
    ViewModel view;
    show_analysis(view, document, analysis);
    return view;
  }
};

const Fact* fact(const std::vector<Fact>& facts, std::string_view label) {
  const auto found =
      std::find_if(facts.begin(), facts.end(), [&](const Fact& it) { return it.label == label; });
  return found == facts.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("dates are written as a reader writes them") {
  CHECK(reader_date("2017-11-28") == "28 Nov 2017");
  CHECK(reader_date("2017-12-01/2017-12-03") == "1–3 Dec 2017");
  CHECK(reader_date("2017-11-30/2017-12-02") == "30 Nov – 2 Dec 2017");
  CHECK(reader_date("2017-09") == "Sep 2017");
  CHECK(reader_date("2021-Q3") == "Q3 2021");
  CHECK(reader_date("2016-H2") == "second half of 2016");
  CHECK(reader_date("2019-SU") == "summer 2019");
  CHECK(reader_date("199") == "1990s");
  CHECK(reader_date("2017-W48") == "week of 27 Nov 2017");
  CHECK(reader_date("XXXX-11-28") == "28 Nov, year not known");
  CHECK(reader_date("P2W") == "2 weeks");
  CHECK(reader_date("PT36H") == "36 hours");
  CHECK(reader_date("PAST_REF") == "in the past");
  CHECK(reader_date("2017-11-28T17:00") == "28 Nov 2017, 17:00");
  CHECK(reader_date("2015/..") == "from 2015");
  CHECK(reader_date("2017-02-30") == "2017-02-30");  // not a date: left as it is
}

TEST_CASE("days on the scale") {
  CHECK(days_of("1970-01-01")->first == 0);
  CHECK(days_of("2000-03-01")->first == 11017);
  const auto year = days_of("2016");
  REQUIRE(year);
  CHECK(year->last - year->first == 365);
  CHECK(year->uncertain);
  CHECK(days_of("2015/..")->open_end);
  CHECK_FALSE(days_of("P2W"));
  CHECK_FALSE(days_of("XXXX-11-28"));
  CHECK_FALSE(days_of("2017-12-03/2017-12-01"));
  for (std::int32_t day = -200000; day < 200000; day += 37)
    CHECK(days_from_civil(civil_from_days(day)) == day);
}

TEST_CASE("the header says what is known of the date and how") {
  Fixture fixture;
  ViewModel view = fixture.shown();
  CHECK(view.header.title == "Agency warns of Orbix routers");
  CHECK(view.header.published == "published 3–5 May 2021");
  CHECK(view.header.published_from == "inferred");
  fixture.analysis.published = {};
  view = fixture.shown();
  CHECK(view.header.published == "publication date not stated");
  CHECK(view.header.published_from.empty());
}

TEST_CASE("marks that overlap have different levels, the enclosing one the tint") {
  const ViewModel view = Fixture().shown();
  REQUIRE(view.marks.size() == 3);
  CHECK(view.marks[0].claim == 0);
  CHECK(view.marks[0].level == 0);
  CHECK(view.marks[1].claim == 1);
  CHECK(view.marks[1].level == 1);
  CHECK(view.marks[2].level == 0);
  CHECK(std::is_sorted(view.gutter.begin(), view.gutter.end(),
                       [](const GutterView& a, const GutterView& b) { return a.at < b.at; }));
}

TEST_CASE("advice that no claim covers has a mark of its own") {
  Fixture fixture;
  ViewModel view = fixture.shown();
  REQUIRE(view.advice_marks.size() == 1);
  CHECK(view.advice_marks[0].span == fixture.span("remove the routers"));
  CHECK(view.advice_marks[0].stance == Stance::advise);
  fixture.analysis.claims[2].content = {fixture.span("must remove the routers")};
  view = fixture.shown();
  CHECK(view.advice_marks.empty());
}

TEST_CASE("the innermost claim is found at a place") {
  const Fixture fixture;
  const ViewModel view = fixture.shown();
  CHECK(claim_at(view, fixture.span("tapped").begin) == 1u);
  CHECK(claim_at(view, fixture.span("that Orbix").begin) == 0u);
  CHECK_FALSE(claim_at(view, 0));
}

TEST_CASE("a ledger row says who, how sure, on what ground, and who answers") {
  const ViewModel view = Fixture().shown();
  REQUIRE(view.ledger.size() == 3);
  const LedgerRow& warning = view.ledger[0];
  CHECK(warning.source == "Harbour Safety Office");
  CHECK(warning.stance_word == "warns");
  CHECK(warning.cue == "warned");
  CHECK(warning.content == "that Orbix routers could be tapped");
  CHECK(warning.target == "Orbix");
  REQUIRE(fact(warning.facts, "Certainty"));
  CHECK(plain_text(fact(warning.facts, "Certainty")->runs) == "“could”, not on a probability yardstick");
  REQUIRE(fact(warning.facts, "Basis"));
  CHECK(plain_text(fact(warning.facts, "Basis")->runs) == "none stated");
  REQUIRE(fact(warning.facts, "Disputed"));
  CHECK(plain_text(fact(warning.facts, "Disputed")->runs) == "by Orbix: “the claim”");
  REQUIRE(fact(warning.facts, "When"));
  CHECK(plain_text(fact(warning.facts, "When")->runs) == "3 May 2021, “3 May 2021”");
  CHECK(fact(view.ledger[2].facts, "Answers"));
  CHECK(view.ledger[1].source == "source not named");
  CHECK_FALSE(view.ledger[1].source_named);
  CHECK(view.sources.size() == 3);
  CHECK(view.stances.size() == 3);
}

TEST_CASE("a yardstick is shown with its scale") {
  Fixture fixture;
  fixture.analysis.claims[0].yardstick = Yardstick{"PHIA", "likely", 55, 75};
  const ViewModel view = fixture.shown();
  CHECK(plain_text(fact(view.ledger[0].facts, "Certainty")->runs) ==
        "“could”: likely on the PHIA yardstick, 55 to 75 per cent");
}

TEST_CASE("a conflict marks both claims") {
  Fixture fixture;
  fixture.analysis.disputes.push_back(
      {"x", {Ref<Claim>(0), Ref<Claim>(1)}, {}, false, DisputeKind::conflict, ""});
  const ViewModel view = fixture.shown();
  CHECK(view.ledger[0].in_conflict);
  CHECK(view.ledger[1].in_conflict);
  CHECK_FALSE(view.ledger[2].in_conflict);
  CHECK(std::count_if(view.gutter.begin(), view.gutter.end(),
                      [](const GutterView& it) { return it.conflict; }) == 2);
}

TEST_CASE("the same claim by another source is shown with where they have it from") {
  Fixture fixture;
  Agreement agreement;
  agreement.claims = {Ref<Claim>(0), Ref<Claim>(1)};
  agreement.origins = {{Ref<Actor>(0), agreement.claims, {fixture.span("on 3 May 2021")}, true}};
  fixture.analysis.agreements = {agreement};
  const ViewModel view = fixture.shown();
  const LedgerRow& warning = view.ledger[0];
  CHECK(warning.supporters == 1);
  CHECK(warning.origins == 1);
  REQUIRE(fact(warning.facts, "Also said"));
  CHECK(plain_text(fact(warning.facts, "Also said")->runs) ==
        "by source not named: “Orbix routers could be tapped”");
  REQUIRE(fact(warning.facts, "Origins"));
  CHECK(plain_text(fact(warning.facts, "Origins")->runs) == "all from one origin, “on 3 May 2021”");
  CHECK(view.ledger[2].supporters == 0);
  CHECK(fact(view.ledger[2].facts, "Also said") == nullptr);
}

TEST_CASE("selecting a claim shows its parts in text order") {
  const Fixture fixture;
  ViewModel view = fixture.shown();
  show_selection(view, fixture.document, fixture.analysis, {Target::Kind::claim, 0, {}});
  CHECK(view.selected.kind == Target::Kind::claim);
  CHECK(view.selected.span == fixture.analysis.claims[0].content[0]);
  REQUIRE(view.parts.size() == 4);
  CHECK(view.parts[0].part == PartView::Part::source);
  CHECK(view.parts[1].part == PartView::Part::cue);
  CHECK(view.parts[2].part == PartView::Part::content);
  CHECK(view.parts[3].part == PartView::Part::hedge);
  CHECK(std::is_sorted(view.parts.begin(), view.parts.end(),
                       [](const PartView& a, const PartView& b) { return a.span < b.span; }));
  show_selection(view, fixture.document, fixture.analysis, {Target::Kind::claim, 99, {}});
  CHECK_FALSE(view.selected);
  CHECK(view.parts.empty());
}

TEST_CASE("actors show aliases, joins and what they say, those of the most claims first") {
  const ViewModel view = Fixture().shown();
  REQUIRE(view.actors.size() == 2);
  CHECK(view.actors[1].kind == "government body");
  CHECK(view.actors[1].aliases == "HSO");
  CHECK(view.actors[1].country == "United Kingdom");
  CHECK(view.actors[0].country.empty());
  CHECK(view.actors[1].mentions == 2);
  CHECK(view.actors[1].claims_made == 1);
  CHECK(view.actors[1].joins == std::vector<std::string>{"same name", "acronym"});
  CHECK(view.actors[0].claims_about == 1);
}

TEST_CASE("with an inventory the brief begins with what of it is named, and its names are marked") {
  Fixture fixture;
  fixture.analysis.actors[0].in_inventory = true;  // the one that would come second
  ViewModel view;
  view.inventory.entries = 214;
  show_analysis(view, fixture.document, fixture.analysis);
  CHECK(view.actors[0].name == "Harbour Safety Office");
  CHECK(view.inventory.named == 1);
  REQUIRE(view.brief.size() == 2);
  CHECK(view.brief[0].heading == "In your inventory");
  CHECK(plain_text(view.brief[0].lines[0].runs) == "Harbour Safety Office");
  CHECK(view.inventory_marks ==
        std::vector<Span>{fixture.span("Harbour Safety Office"), fixture.span("HSO")});
}

TEST_CASE("an inventory of which nothing is named says so, and none says nothing") {
  Fixture fixture;
  ViewModel view;
  view.inventory.entries = 1;
  show_analysis(view, fixture.document, fixture.analysis);
  CHECK(plain_text(view.brief[0].lines[0].runs) ==
        "The text names nothing on your list of 1 vendor or product.");
  CHECK(view.inventory_marks.empty());
  CHECK(fixture.shown().brief.size() == 1);
}

TEST_CASE("what was considered and left out is shown with its reason") {
  Fixture fixture;
  fixture.analysis.considered.push_back(
      {Considered::As::advice, fixture.span("Private users need not act"), "nobody is said to say it"});
  const ViewModel view = fixture.shown();
  REQUIRE(view.considered.size() == 1);
  CHECK(view.considered[0].as == "not advice");
  CHECK(view.considered[0].why == "nobody is said to say it");
  CHECK(view.considered[0].go.span == fixture.span("Private users need not act"));
}

TEST_CASE("a deadline before publication says so") {
  const ViewModel view = Fixture().shown();
  REQUIRE(view.timeline.size() == 2);
  CHECK(view.timeline[0].deadline);
  CHECK(view.timeline[0].past);
  CHECK_FALSE(view.timeline[1].deadline);
  REQUIRE(view.advice.size() == 1);
  CHECK(view.advice[0].modality_word == "must");
  CHECK(view.advice[0].audience == "Authorities");
  CHECK(view.advice[0].deadline == "by 1 May 2021");
  CHECK(view.advice[0].deadline_past);
}

TEST_CASE("the brief puts the text's words in quotation marks and links them") {
  const Fixture fixture;
  const ViewModel view = fixture.shown();
  REQUIRE(view.brief.size() == 1);
  CHECK(view.brief[0].heading == "In one breath");
  const Runs& runs = view.brief[0].lines[0].runs;
  CHECK(plain_text(runs) == "HSO warns of what “could be tapped”");
  CHECK(runs[2].target.span == fixture.span("could be tapped"));
}

TEST_CASE("quotation marks: of the other kind around a quotation, none around one that has its own") {
  CHECK(in_quotes("the claim") == "“the claim”");
  CHECK(in_quotes("“politics in a lab coat”") == "“politics in a lab coat”");
  CHECK(in_quotes("a product “soon”") == "‘a product “soon”’");
  CHECK(in_quotes("“one” and “two”") == "‘“one” and “two”’");
}

TEST_CASE("indicators with one value share a row") {
  Fixture fixture;
  fixture.analysis.indicators.push_back({IndicatorType::cve, "CVE-2021-1", {0, 4}, false, {}});
  fixture.analysis.indicators.push_back({IndicatorType::cve, "CVE-2021-1", {8, 12}, false, {}});
  fixture.analysis.indicators.push_back({IndicatorType::ipv4, "192.0.2.1", {14, 20}, true, {}});
  ViewModel view = fixture.shown();
  REQUIRE(view.indicators.size() == 2);
  CHECK(view.indicators[0].places.size() == 2);
  show_selection(view, fixture.document, fixture.analysis, view.indicators[0].go);
  CHECK(view.parts.size() == 2);
}

TEST_CASE("tabs count what they hold, and an unfinished analysis counts nothing") {
  const Fixture fixture;
  ViewModel view = fixture.shown();
  REQUIRE(view.tabs.size() == kPanelCount);
  CHECK_FALSE(view.tabs[0].count);
  CHECK(view.tabs[1].count == 3u);
  CHECK(view.tabs[6].count == 1u);
  const std::uint32_t revision = view.revision;
  show_document(view, fixture.document);
  CHECK(view.phase == Phase::analysing);
  CHECK(view.revision > revision);
  CHECK(view.ledger.empty());
  CHECK_FALSE(view.tabs[1].count);
}
