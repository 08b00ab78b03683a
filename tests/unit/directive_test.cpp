// What documents that bind and advise say of who must act, by when and who is exempt; on texts of our own
// about agencies and vendors that do not exist.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/unit/reading.hpp"

using namespace hearsay;

namespace {

struct Reading : testing::Reading {
  // The first advice whose action begins with these words; fails the test where there is none.
  [[nodiscard]] const Advice& advice(const std::string& opening) const {
    for (const auto& one : analysis.advice) {
      if (words(one.action).rfind(opening, 0) == 0) return one;
    }
    FAIL("no advice begins with: ", opening);
    return analysis.advice.front();
  }
  [[nodiscard]] bool has(const std::string& opening) const {
    return std::any_of(analysis.advice.begin(), analysis.advice.end(),
                       [&](const Advice& one) { return words(one.action).rfind(opening, 0) == 0; });
  }
  [[nodiscard]] std::string audience(const Advice& one) const {
    std::string text;
    for (const auto& party : one.audience) text += (text.empty() ? "" : " + ") + words(party.spans);
    return text;
  }
  [[nodiscard]] std::string issuer(const Advice& one) const {
    return one.issuer ? std::string(document->text(analysis.actors[one.issuer.index()].name)) : "";
  }
};

Reading read(const std::string& text, const std::string& name = "text.txt") {
  return {testing::read(text, name)};
}

const char* const kDirective =
    "# Binding Directive 31-04\n\nIssued: 4 March 2031\n\n"
    "This directive of the Bureau of Seals binds all federal offices.\n\n"
    "These directives do not apply to statutorily defined \"national vault systems\" nor to systems operated "
    "by "
    "the Ministry of Tides.\n\n"
    "## Required Actions\n\n"
    "All federal offices shall complete the following actions:\n\n"
    "### Action One: name a contact\n\n"
    "1. Identify a lead and at least one backup.\n\n"
    "2. Within 30 days of the issuance of this directive, submit the names to the Bureau.\n\n"
    "3. Within 7 days of receipt of the report, replace the locks.\n\n"
    "4. Offices shall impose no limits on the tests.\n\n"
    "## Tracking\n\n"
    "All open flaws must be mitigated by 5 May 2031.\n";

}  // namespace

TEST_CASE("A defined class of systems is exempt, and so is the other that \"nor\" adds") {
  const auto reading = read(kDirective, "text.md");
  const auto& exempt = reading.advice("These directives do not apply");
  CHECK(exempt.modality == Modality::need_not);
  CHECK(reading.audience(exempt) ==
        "statutorily defined \"national vault systems\" + systems operated by the Ministry of Tides");
}

TEST_CASE("A sub-heading under required actions stays binding, for those whom the section names") {
  const auto reading = read(kDirective, "text.md");
  const auto& order = reading.advice("Identify a lead");
  CHECK(order.modality == Modality::must);
  CHECK(reading.audience(order) == "All federal offices");
}

TEST_CASE("A deadline counted from the issue of the document has its day; from anything else it has none") {
  const auto reading = read(kDirective, "text.md");
  CHECK(reading.advice("submit the names").due == "2031-04-03");
  const auto& receipt = reading.advice("replace the locks");
  CHECK(receipt.deadline.has_value());
  CHECK(receipt.due.empty());
}

TEST_CASE("The mark of a list item is nobody") {
  const auto reading = read(kDirective, "text.md");
  CHECK(reading.audience(reading.advice("impose no limits")) == "Offices");
}

TEST_CASE("A directive orders in every section") {
  const auto reading = read(kDirective, "text.md");
  CHECK(reading.advice("All open flaws").modality == Modality::must);
}

TEST_CASE("A line of its own gives the items below their deadline") {
  const auto reading = read(
      "# Directive 31-05\n\nIssued: 4 March 2031\n\n## Required Actions\n\n"
      "Within 14 days of the issuance of this directive:\n\n- Publish a policy.\n- Report to the Bureau.\n",
      "text.md");
  CHECK(reading.advice("Publish a policy").due == "2031-03-18");
  CHECK(reading.advice("Report to the Bureau").due == "2031-03-18");
}

TEST_CASE("Two audiences in the line above leave the items to the readers") {
  const auto reading = read(
      "# Directive 31-06\n\nIssued: 4 March 2031\n\n## Required Actions\n\n"
      "All offices shall complete action one, and offices with a vault shall complete all of the following "
      "actions:\n\n1. Lock the doors of the server room.\n",
      "text.md");
  CHECK(reading.audience(reading.advice("Lock the doors")).empty());
}

TEST_CASE("A heading that was run into its text ends the order") {
  const auto reading = read(
      "Vulnerability Note 4711: Corvane Gateway\n\nSolution\n\nApply an update The vendor has released "
      "version 3 to "
      "address this. Restrict access Restrict remote access to trusted hosts.\n");
  CHECK(reading.words(reading.advice("Apply an update").action) == "Apply an update");
  CHECK(reading.has("Restrict remote access to trusted hosts"));
}

TEST_CASE("What an attacker or a fraud says is considered and left out") {
  for (const char* text : {"The scammers asked customers to send their passwords.",
                           "Scammers send a page, and they are asking users to enter their passwords.",
                           "Obviously, the order instructs the user to pay by bank transfer.",
                           "There is no reason to believe that the thieves would stop."}) {
    CHECK(read(text).analysis.advice.empty());
  }
  const auto reading = read("The scammers asked customers to send their passwords.");
  CHECK(std::any_of(reading.analysis.considered.begin(), reading.analysis.considered.end(),
                    [](const Considered& one) { return one.as == Considered::As::advice; }));
}

TEST_CASE("A story's speakers advise people in general, in their own words or reported") {
  const auto reading = read(
      "“Anyone using the Corvane client should install the patch,” said Ada Quill, a researcher at Tarn "
      "Labs.");
  const auto& advice = reading.advice("install the patch");
  CHECK(reading.audience(advice) == "Anyone using the Corvane client");
  CHECK(read("Mr Quill told advisers to ignore the message.").has("ignore the message"));
  CHECK(read("Tarn Labs called for manufacturers to help owners of old locks.").has("help owners"));
  CHECK(
      read("Tarn Labs discouraged companies from using the service.").advice("using the service").modality ==
      Modality::should_not);
}

TEST_CASE("Advice by nobody right after the one body that advises is that body's") {
  const auto reading = read(
      "Corvane is warned against once more by the Bureau of Seals. Public bodies are advised to remove its "
      "client.");
  CHECK(reading.issuer(reading.advice("remove its client")) == "Bureau of Seals");
  const auto nobody =
      read("The Bureau of Seals moved house. Public bodies are advised to remove the client.");
  CHECK(nobody.issuer(nobody.advice("remove the client")).empty());
}
