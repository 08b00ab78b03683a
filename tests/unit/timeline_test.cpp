// The timeline: which times date an event, how exactly, in which order, and who takes part.
#include <doctest/doctest.h>

#include <string>

#include "core/analyzer.hpp"
#include "core/input/reader.hpp"
#include "core/time/event_date.hpp"
#include "core/time/time.hpp"

namespace {

using hearsay::Budget;

struct Read {
  hearsay::Document document;
  hearsay::Analysis analysis;
};

Read read(const std::string& text, const std::string& given) {
  static const auto knowledge = hearsay::Knowledge::load();
  REQUIRE(knowledge.ok());
  auto document = hearsay::input::read(text, "");
  REQUIRE(document.ok());
  hearsay::Analyzer analyzer(document.value(), *knowledge.value(), {given});
  while (!analyzer.step(Budget(1u << 30))) {
  }
  auto analysis = analyzer.analysis();
  return {std::move(document).value(), std::move(analysis)};
}

// "value: words of the event" lines; with `marks` the precision and what is implied, a deadline, or past.
std::string timeline_of(const std::string& text, const std::string& given, bool marks = false) {
  const auto result = read(text, given);
  std::string out;
  for (const auto& entry : result.analysis.timeline) {
    out += entry.value + ":";
    if (marks) {
      const auto date = hearsay::time::date_of(entry, result.analysis);
      out += " " + std::string(name(date.precision)) + (date.implied ? " implied" : "") +
             (date.deadline ? " deadline" : "") + (date.past ? " past" : "") + ":";
    }
    for (const auto span : entry.event) out += " " + std::string(result.document.text(span));
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("the timeline holds what the times date, in time order") {
  CHECK(timeline_of(
            "A notice\n\nThe agency banned the program on 3 May 2019. The firm sued the agency in June 2018. "
            "The 2017 model was large.",
            "2019-06-01") ==
        "2018-06: The firm sued the agency in June 2018\n"
        "2019-05-03: The agency banned the program on 3 May 2019\n");
  CHECK(timeline_of("A notice\n\nThe attackers had access from May 2018 to July 2018.", "2019-06-01")
            .substr(0, 16) == "2018-05/2018-07:");
  CHECK(timeline_of("A notice\n\nThe program has been banned since 2015.", "2019-06-01").substr(0, 8) ==
        "2015/..:");
}

TEST_CASE("an event says how exactly its day is known, and whether it is counted from another") {
  CHECK(timeline_of(
            "The flaw was patched on Tuesday. It was found in May 2018. It was reported on 3 June 2018.",
            "2018-10-03", true) ==
        "2018-05: month: It was found in May 2018\n"
        "2018-06-03: day: It was reported on 3 June 2018\n"
        "2018-10-02: day implied: The flaw was patched on Tuesday\n");
  CHECK(timeline_of(
            "Nobody knew it before 2013. After May 2017 it went quiet. Patches will be available by the "
            "end of the year.",
            "2018-10-03", true) ==
        "../2012-12-31: before: Nobody knew it before 2013\n"
        "2017-05/..: after: After May 2017 it went quiet\n"
        "../2018-12-31: before implied: Patches will be available by the end of the year\n");
  CHECK(timeline_of("In 2014, the firm moved; two years later it grew. The following day its shares fell.",
                    "2019-05-06", true)
            .find("2016: year implied: The following day its shares fell") != std::string::npos);
}

TEST_CASE("in a text without a date what is relative stays so, and comes last") {
  CHECK(timeline_of("The firm denied it yesterday. The ministry banned it.", "", true) ==
        "XXXX-XX-XX: unknown implied: The firm denied it yesterday\n");
}

TEST_CASE("a noun that says that something happens is dated too") {
  CHECK(timeline_of("The firm paid for the May 2017 attack.", "2019-08-20") ==
        "2017-05: the May 2017 attack\n");
  CHECK(
      timeline_of("The July 2020 update is out. The May 2017 attack was bad. The May 2017 attack was costly.",
                  "2020-08-20") == "2017-05: The May 2017 attack\n");
}

TEST_CASE("an event has the subject that its verb shares with the verb before") {
  CHECK(timeline_of("The ministry published its report on Monday and briefed lawmakers the next day.",
                    "2019-05-09")
            .find("2019-05-07: The ministry") != std::string::npos);
}

TEST_CASE("an event in a clause that hangs on a noun is told with the whole name, and a question as one") {
  CHECK(timeline_of("Mr Ferrant, who left the firm in 2022, withdrew his statement.", "2024-05-09") ==
        "2022: Mr Ferrant, who left the firm in 2022\n");
  CHECK(timeline_of("The letter does not say whether the program was in use in Norway in 2021.",
                    "2024-05-09") == "2021: whether the program was in use in Norway in 2021\n");
}

TEST_CASE("a month that is a first name, and a day in a paper's name, are no times") {
  const auto times_of = [](const std::string& text) {
    std::string out;
    const auto result = read(text, "2021-05-03");
    for (const auto& time : result.analysis.times)
      out += std::string(result.document.text(time.span)) + "=" + time.value + ";";
    return out;
  };
  CHECK(times_of("Minister Jan Marlow said that April Ferris had left.").empty());
  CHECK(times_of("A USA TODAY analysis shows it.").empty());
  CHECK(times_of("The firm said today that it had left in April.") == "today=2021-05-03;April=2021-04;");
}

TEST_CASE("this weekend, told on a Monday as past, is the one before") {
  CHECK(timeline_of("The researcher found a new flaw this weekend.", "2017-03-27").substr(0, 11) ==
        "2017-W12-WE");
  CHECK(timeline_of("The minister will visit the firm this weekend.", "2017-03-27").substr(0, 11) ==
        "2017-W13-WE");
}

TEST_CASE("deadlines are marked, and past ones said to be past") {
  using hearsay::time::date_of;
  const auto result = read("A notice\n\nAgencies must apply the update by 14 May 2021.", "2021-06-01");
  REQUIRE(result.analysis.timeline.size() == 1);
  CHECK(date_of(result.analysis.timeline[0], result.analysis).deadline);
  CHECK(date_of(result.analysis.timeline[0], result.analysis).past);
  const auto ahead = read("A notice\n\nAgencies must apply the update by 14 May 2021.", "2021-05-01");
  REQUIRE(ahead.analysis.timeline.size() == 1);
  CHECK(date_of(ahead.analysis.timeline[0], ahead.analysis).deadline);
  CHECK_FALSE(date_of(ahead.analysis.timeline[0], ahead.analysis).past);
}

TEST_CASE("a time limit ends so long after the day of issue") {
  using hearsay::time::deadline_after;
  CHECK(deadline_after("2024-01-31", "P30D") == "2024-03-01");
  CHECK(deadline_after("2024-01-31", "P1M") == "2024-02-29");
  CHECK(deadline_after("2024-01-31", "PT24H") == "2024-02-01");
  CHECK(hearsay::time::deadline_after_working_days("2024-01-31", "P10D") == "2024-02-14");
  CHECK(deadline_after("2024-01-31", "PXD").empty());
  CHECK(deadline_after("2024-01-31/..", "P30D").empty());
}
