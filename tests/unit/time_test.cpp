#include "core/time/time.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "core/analyzer.hpp"
#include "core/input/reader.hpp"
#include "core/time/calendar.hpp"
#include "core/time/grammar.hpp"

namespace {

using hearsay::Block;
using hearsay::BlockKind;
using hearsay::Budget;
using hearsay::Document;
using hearsay::Indicator;
using hearsay::InputFormat;
using hearsay::PublishedFrom;
using hearsay::Span;
using hearsay::language::LanguageLayer;
using hearsay::time::Class;
using hearsay::time::Grammar;
using hearsay::time::TimeLayer;
using hearsay::time::TimeStage;

const Grammar& grammar() {
  static const auto loaded = Grammar::load();
  CHECK(loaded.ok());
  return loaded.value();
}

Document document_of(const std::string& text) {
  const Block all{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0};
  return Document(text, {all}, InputFormat::plain, false, {});
}

LanguageLayer no_language() {
  LanguageLayer layer;
  layer.child_begin.push_back(0);
  return layer;
}

TimeLayer read(const Document& document, std::string_view given, std::uint32_t budget = 1u << 30,
               const std::vector<Indicator>& indicators = {}) {
  const auto language = no_language();
  TimeStage stage(document, language, indicators, grammar(), given);
  for (bool done = false; !done;) {
    Budget slice(budget);
    done = stage.advance(slice);
  }
  return stage.take();
}

// The times of the text as "words=value" joined by "; ".
std::string times(const std::string& text, std::string_view given = "2020-05-13") {
  const auto document = document_of(text);
  std::string out;
  for (const auto& time : read(document, given).times) {
    if (!out.empty()) out += "; ";
    out += std::string(document.text(time.span)) + "=" + time.value;
  }
  return out;
}

std::string published(const std::string& text) {
  const auto document = document_of(text);
  return read(document, "").published.value;
}

}  // namespace

TEST_CASE("every example of the grammar is found as one expression") {
  for (const auto& rule : grammar().rules().rules) {
    const bool needs_context =
        rule.inner || std::find(rule.actions.begin(), rule.actions.end(), "if-future") != rule.actions.end();
    CAPTURE(rule.line);
    CHECK((needs_context || rule.produces < Class::DATE || !rule.example.empty()));
    if (rule.example.empty()) continue;
    std::string text(rule.example);
    if (rule.produces == Class::SKIP) {
      CHECK(times(text.substr(0, text.find('[')) + (text.find('[') == std::string::npos ? "" : "-")).empty());
      continue;
    }
    // A second bracket, behind: "[on] the 5th [.]".
    std::size_t behind = 0;
    if (const auto second = text.find('[', 1); text.front() == '[' && second != std::string::npos) {
      behind = text.size() - second - 2;
      text = text.substr(0, second - 1) + text.substr(second + 1, behind);
    }
    Span wanted{0, static_cast<std::uint32_t>(text.size())};
    const auto open = text.find('[');
    const auto close = text.find(']');
    if (close != std::string::npos) {
      text = text.substr(0, open) + text.substr(open + 1, close - open - 1) + text.substr(close + 1);
      const auto at = static_cast<std::uint32_t>(open);
      const auto size = static_cast<std::uint32_t>(text.size());
      // In front: what follows is the expression; behind: what comes before.
      wanted = open == 0 ? Span{static_cast<std::uint32_t>(close), size} : Span{0, at - 1};
    }
    const auto document = document_of(text);
    const auto layer = read(document, "2020-05-13");
    CAPTURE(text);
    const bool range = rule.actions.front().substr(0, 5) == "range";
    CHECK(layer.times.size() == (range ? 2 : 1));
    if (layer.times.size() == 1) {
      wanted.end -= static_cast<std::uint32_t>(behind);
      CHECK(document.text(layer.times[0].span) == document.text(wanted));
    }
  }
}

TEST_CASE("the calendar knows weeks, month ends and Easter") {
  using namespace hearsay::time;
  CHECK(weekday({2017, 11, 28}) == 2);
  CHECK(format(iso_week({2017, 12, 3})) == "2017-W48");
  CHECK(format(iso_week({2021, 1, 3})) == "2020-W53");
  CHECK(format(monday_of({2020, 53})) == "2020-12-28");
  CHECK(format(add_months({2020, 1, 31}, 1)) == "2020-02-29");
  CHECK(format(easter(2024)) == "2024-03-31");
  CHECK(format_year(-479) == "BC0480");
  CHECK(from_days(to_days({1, 1, 1}) - 1) == Date{0, 12, 31});
  CHECK(is_date("2024-02-29"));
  CHECK_FALSE(is_date("2023-02-29"));
  CHECK_FALSE(is_date("2023-2-9"));
}

TEST_CASE("dates are read in the orders in which people write them") {
  CHECK(times("It began on the 1st of December 2017.") == "the 1st of December 2017=2017-12-01");
  CHECK(times("It began on December 1, 2017.") == "December 1, 2017=2017-12-01");
  CHECK(times("It began on 2017-12-01T10:15:00Z.") == "2017-12-01T10:15:00Z=2017-12-01T10:15:00Z");
  CHECK(times("From 3 to 7 May 2016 it rained.") == "3=2016-05-03; 7 May 2016=2016-05-07");
  CHECK(times("Between October and March 2018 it rained.") == "October=2018-10; March 2018=2018-03");
  CHECK(times("It grew in mid-2016 and in Q3 2021.") == "mid-2016=2016; Q3 2021=2021-Q3");
}

TEST_CASE("ranges give both of their ends") {
  CHECK(times("The talks of Dec. 5-7, 2019 and May 3-4 ended.") ==
        "Dec. 5=2019-12-05; 7, 2019=2019-12-07; May 3=2020-05-03; 4=2020-05-04");
  CHECK(times("It grew in Jan-Mar 2016 and from November to March 2018.") ==
        "Jan=2016-01; Mar 2016=2016-03; November=2017-11; March 2018=2018-03");
  CHECK(times("It runs between 9 and 11 a.m. on 3 May 2019 or 11-2pm.") ==
        "9=2019-05-03T09:00; 11 a.m. on 3 May 2019=2019-05-03T11:00; 11=2019-05-03T11:00; "
        "2pm=2019-05-03T14:00");
}

TEST_CASE("clocks of logs, mails and soldiers are read") {
  CHECK(times("Tue Nov 28 10:12:58 2017") == "Tue Nov 28 10:12:58 2017=2017-11-28T10:12:58");
  CHECK(times("Date: Mon, 6 May 2019 10:00:05 -0430") ==
        "Mon, 6 May 2019 10:00:05 -0430=2019-05-06T10:00:05-04:30");
  CHECK(times("Seen 20171128T104500Z and at 0735 GMT.") ==
        "20171128T104500Z=2017-11-28T10:45:00Z; 0735 GMT=2017-11-28T07:35Z");
  CHECK(times("It fell on 3 May 2019 at 1400 hours. It lasted 1400 hours.") ==
        "3 May 2019 at 1400 hours=2019-05-03T14:00; 1400 hours=PT1400H");
  CHECK(times("It began on 3 May 2019 shortly after midnight, at noon it ended.") ==
        "3 May 2019=2019-05-03; midnight=2019-05-03T24:00; noon=2019-05-03T12:00");
}

TEST_CASE("clocks with a dot are read, other numbers with a dot are not") {
  CHECK(times("It closed at 6.30 p.m. on 3 May 2019 and at 7.15pm.") ==
        "6.30 p.m. on 3 May 2019=2019-05-03T18:30; 7.15pm=2019-05-03T19:15");
  CHECK(times("Reply by 17.00 on 3 May 2019 or by 18.30 CET.") ==
        "17.00 on 3 May 2019=2019-05-03T17:00; 18.30 CET=2019-05-03T18:30");
  CHECK(times("It stopped on 3 May 2019 at 06.05 and came back at 18.30 hrs.") ==
        "3 May 2019 at 06.05=2019-05-03T06:05; 18.30 hrs=2019-05-03T18:30");
  CHECK(times("It scores 9.80, fell by 3.15 per cent and is mended in 12.10.").empty());
}

TEST_CASE("a week may be counted on from a coming day") {
  CHECK(times("They must reply by Thursday week, or a week on Friday.") ==
        "Thursday week=2020-05-21; a week on Friday=2020-05-22");
}

TEST_CASE("of two expressions that overlap the longer one stands") {
  CHECK(times("A new wave could be coming   Dec 18, 2019") == "Dec 18, 2019=2019-12-18");
  CHECK(times("After this December 2019 campaign it paused.") == "December 2019=2019-12");
}

TEST_CASE("fiscal years and quarters are read as companies write them") {
  CHECK(times("It grew in Q4 FY2018, 3Q 2017 and Q1'18.") ==
        "Q4 FY2018=2018-Q4; 3Q 2017=2017-Q3; Q1'18=2018-Q1");
}

TEST_CASE("relative expressions count from the document") {
  CHECK(times("It was seen yesterday and two weeks ago.") == "yesterday=2020-05-12; two weeks ago=2020-W18");
  CHECK(times("It was seen last year, this month and on Tuesday.") ==
        "last year=2019; this month=2020-05; Tuesday=2020-05-12");
  CHECK(times("Patch by 5 p.m. on Friday.") == "5 p.m. on Friday=2020-05-15T17:00");
  CHECK(times("They must report within 30 days.") == "30 days=P30D");
  CHECK(times("They meet every Tuesday.") == "every Tuesday=XXXX-WXX-2");
}

TEST_CASE("narrative expressions count from what was told before") {
  CHECK(times("It began on 3 March 2016. Two days later it ended.") ==
        "3 March 2016=2016-03-03; Two days later=2016-03-05");
  CHECK(times("It began in 2011. The following year it ended.") == "2011=2011; The following year=2012");
}

TEST_CASE("days without a year are near the date that a text bears, else in the year of its story") {
  const std::string story =
      "The firm was founded in 2009. It was fined in 2011. It moved in 2012, sold its share in 2013 and in "
      "2014, "
      "was sued in 2015 and in 2016 and lost in 2017. On 22 May it asked again.";
  CHECK(times(story).ends_with("22 May=2017-05-22"));
  CHECK(times("Published: 3 June 2020\n" + story).ends_with("22 May=2020-05-22"));
  CHECK(times("It has to be sent no later than 30 September.") == "30 September=2020-09-30");
}

TEST_CASE("no number is too large") {
  CHECK(times("It was 99999999 centuries ago.") == "99999999 centuries ago=PAST_REF");
  CHECK(times("It lasted 99999999 decades.") == "99999999 decades=P999999990Y");
  CHECK(times("It was 2000 days ago.") == "2000 days ago=2014-11-21");
}

TEST_CASE("ordinary words and identifiers are no dates") {
  CHECK(times("You may march on. The second spring broke in the fall of the wall.").find("may") ==
        std::string::npos);
  CHECK(times("CVE-2017-1234 in 10.2.2019.7 of Server 2016, MS17-010, 192.168.10.12, ABC-2017-03-04X.")
            .empty());
  CHECK(times("About 2000 people and 1,999 others.").empty());
}

TEST_CASE("sizes and running numbers are no dates") {
  CHECK(times("Windows Server 2016, 2019 & 2022, iFIX 2023 and the systemCVE-2018-8870 text.").empty());
  CHECK(times("Download it.\niFIX 2022 SIM").empty());
  CHECK(times("Versions 1.9.4.2: available Q3 2024.") == "Q3 2024=2024-Q3");
  CHECK(times("It happened in 2016, 2017 and 2018.") == "2016=2016; 2017=2017; 2018=2018");
  CHECK(times("Gateway 8/16/32: fixed in 1.4.9. See advisory 2022-003.").empty());
  CHECK(times("Seen 9/22/21 and 9/7/21.", "2021-10-27") == "9/22/21=2021-09-22; 9/7/21=2021-09-07");
}

TEST_CASE("the order of day and month is taken from the text, and said") {
  const auto document = document_of("Issued 25/12/2019, valid from 03/04/2020.");
  const auto layer = read(document, "2020-05-13");
  CHECK(layer.times.size() == 2);
  if (layer.times.size() != 2 || layer.notes.size() != 1) return;
  CHECK(layer.times[1].value == "2020-04-03");
  CHECK(layer.notes.size() == 1);
  CHECK(layer.notes[0].code == "date-order");
  CHECK(times("Seen 12/25/2019 and 03/04/2020.") == "12/25/2019=2019-12-25; 03/04/2020=2020-03-04");
}

TEST_CASE("the document's own date is stated, given, inferred or unknown") {
  CHECK(published("A flaw in Gizmo\n\nPublished: 3 May 2019\n\nThe flaw was found in 2018.") == "2019-05-03");
  CHECK(published(
            "A flaw in Gizmo\n\nOriginal release date: May 3, 2019 | Last revised: June 4, 2019\n\nText.") ==
        "2019-05-03");
  CHECK(published("OSLO, 3 May 2019 (Wire) -- The agency said so.") == "2019-05-03");
  CHECK(published("The letter was sent on 6 March 2014. Earlier this week, on Friday, March 7, the firm "
                  "denied it.") == "2014-03-07/2014-03-09");
  CHECK(published("Correction\n\nThe Dispatch, 8 October 2022\n\nIt was wrong.") == "2022-10-08");
  CHECK(published("The letter was sent on 6 March 2014. The firm denied it yesterday.") == "2014-03-06/..");
  CHECK(published("The firm denied it yesterday.").empty());
  const auto document = document_of("The firm denied it yesterday.");
  const auto layer = read(document, "");
  CHECK(layer.published.from == PublishedFrom::unknown);
  CHECK(layer.times.size() == 1);
  if (layer.times.size() != 1 || layer.notes.size() != 1) return;
  CHECK(layer.times[0].value == "XXXX-XX-XX");
  CHECK(layer.notes.size() == 1);
  CHECK(layer.notes[0].code == "no-publication-date");
}

TEST_CASE("headings, datelines and rows of labels state the document's date") {
  CHECK(published("OSLO (Wire), 3 May 2019: The agency said so.") == "2019-05-03");
  CHECK(published("A flaw in Gizmo\n\n3 May 2019 \xE2\x80\x94 The agency said so.") == "2019-05-03");
  CHECK(published(
            "Revision 3 of 5 May 2020. First published 2 April 2020. Last revised 9 June 2020.\n\nText.") ==
        "2020-04-02");
  CHECK(published("Release date: 4 June 2019\nOriginal release date: 3 May 2019\n\nText.") == "2019-05-03");
  CHECK(published("Gizmo 7, released May 3, 2019, has a flaw.") == "2019-05-03/..");
}

TEST_CASE("an inferred date is proved by words of the text, and not by a chance weekday") {
  const auto document = document_of("The firm was hacked last month, in October 2018.");
  const auto layer = read(document, "");
  CHECK(layer.published.value == "2018-11-01/2018-11-30");
  CHECK(layer.published.evidence.size() == 2);
  CHECK(layer.notes.size() == 1);
  if (layer.notes.size() == 1)
    CHECK(layer.notes[0].message.find("“last month” of “October 2018”") != std::string::npos);
  CHECK(published("Earlier this week, on Tuesday, November 28, they met. It began in May 1997.") ==
        "1997-05-01/..");
}

TEST_CASE("a date of the past that would lie after the text's own date is read the other way") {
  CHECK(times("It was created on 06-01-2020.", "2020-01-09") == "06-01-2020=2020-01-06");
  CHECK(times("It was created on 01/06/2020.", "2020-03-09") == "01/06/2020=2020-01-06");
}

TEST_CASE("issued and revised dates are kept apart, and the reader's date wins") {
  const auto document =
      document_of("A flaw\n\nPublished: 3 May 2019\nLast revised: 4 June 2019\n\nIt was seen last month.");
  const auto stated = read(document, "");
  CHECK(stated.published.value == "2019-05-03");
  CHECK(stated.published.from == PublishedFrom::text);
  CHECK(stated.notes.size() == 1);
  if (stated.notes.size() == 1) CHECK(stated.notes[0].code == "revised");
  const auto given = read(document, "2019-06-05");
  CHECK(given.published.value == "2019-06-05");
  CHECK(given.published.from == PublishedFrom::given);
  CHECK(given.times.back().value == "2019-05");
  CHECK(given.notes.size() == 2);
  if (given.notes.size() == 2) CHECK(given.notes[1].code == "published-differs");
}

TEST_CASE("what an indicator covers is no date") {
  const auto document = document_of("Fixed in 2016.4 and on 3 May 2019.");
  Indicator version;
  version.span = {9, 15};
  const auto layer = read(document, "2020-05-13", 1u << 30, {version});
  CHECK(layer.times.size() == 1);
  if (layer.times.size() != 1) return;
  CHECK(layer.times[0].value == "2019-05-03");
}

TEST_CASE("a run in slices gives what one run gives") {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "On 3 May 2019 it began, two days later it ended, and last week it was told.\n\n";
  const auto document = document_of(text);
  const auto whole = read(document, "2020-05-13");
  const auto slices = read(document, "2020-05-13", 1);
  CHECK(whole.times.size() == slices.times.size());
  if (whole.times.size() != slices.times.size()) return;
  CHECK(whole.times.size() == 120);
  for (std::size_t i = 0; i < whole.times.size(); ++i) {
    CHECK(whole.times[i].span == slices.times[i].span);
    CHECK(whole.times[i].value == slices.times[i].value);
  }
}

namespace {

// As times(), but read with the trained model: tense and trees count.
std::string parsed_times(const std::string& text, const std::string& given) {
  static const auto knowledge = hearsay::Knowledge::load();
  if (!knowledge) return knowledge.error().message;
  auto document = hearsay::input::read(text, "");
  if (!document) return document.error().message;
  hearsay::Analyzer analyzer(document.value(), *knowledge.value(), {given});
  while (!analyzer.step(Budget(1u << 30))) {
  }
  std::string out;
  for (const auto& time : analyzer.analysis().times) {
    if (!out.empty()) out += "; ";
    out += std::string(document.value().text(time.span)) + "=" + time.value;
  }
  return out;
}

}  // namespace

TEST_CASE("the clause tells on which side of the document a weekday lies") {
  CHECK(parsed_times("The team planned to leave the city on Thursday.", "1998-09-30") ==
        "Thursday=1998-10-01");
  CHECK(parsed_times("The ministers meet on Monday.", "1998-05-01") == "Monday=1998-05-04");
  CHECK(parsed_times("The ministers met on Monday.", "1998-05-01") == "Monday=1998-04-27");
  CHECK(parsed_times("The share of 7 percent before Friday's purchases is small.", "1989-10-30") ==
        "Friday=1989-10-27");
  CHECK(parsed_times("In the year ended Jan. 31, the company sold little.", "1989-10-31") ==
        "the year=P1Y; Jan. 31=1989-01-31");
  CHECK(parsed_times("They had filed the reports by Wednesday.", "1990-08-16") == "Wednesday=1990-08-15");
}

TEST_CASE("after a dated event the next year is that event's") {
  CHECK(parsed_times("In 2014 it was founded; two years later it failed. The next year it was sold.",
                     "2017-12-01") == "2014=2014; two years later=2016; The next year=2017");
}

TEST_CASE("words of an age, names and versions are no days") {
  CHECK(parsed_times("Today's threats are many. Blue Monday is a song. Vantor makes Friday software.",
                     "2017-12-01")
            .empty());
  CHECK(parsed_times("It was fixed in version 2017.11.28 and a second-stage loader.", "2017-12-01").empty());
  CHECK(parsed_times("It stood until the fall of the wall.", "2017-12-01").empty());
}
