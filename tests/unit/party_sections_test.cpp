// Sections of a note that belong to a vendor: what is said there is said by that vendor.
#include <doctest/doctest.h>

#include <string>

#include "tests/unit/reading.hpp"

using namespace hearsay;

namespace {

const std::string kNote =
    "VN-2031-07: Quell gateways accept old keys\n\nOverview\n\nThe gateway does not check the age of a "
    "key.\n\n"
    "Vendor Information\n\n"
    "Corvane Systems Ltd. — Affected\nNotified: 2031-02-01\n"
    "\"All gateways with firmware earlier than 4.8.3 are affected.\"\n\n"
    "Tarnfeld Networks — Not Affected\nNotified: 2031-02-01\n"
    "After a review we have concluded that our products check the age of a key.\n\n"
    "Brell Labs — Unknown\nNotified: 2031-02-01\n"
    "We have not received a statement from the vendor.\n\n"
    "Acknowledgements\n\nWe thank Ada Quill for the report.\n";

// Who says the claim whose content holds the words; "-": nobody; "none": there is no such claim.
std::string who_says(const testing::Reading& reading, std::string_view words) {
  for (const Claim& claim : reading.analysis.claims) {
    if (reading.words(claim.content).find(words) == std::string::npos) continue;
    if (!claim.source) return "-";
    return std::string(reading.document->text(reading.analysis.actors[claim.source.index()].name));
  }
  return "none";
}

}  // namespace

TEST_CASE("what stands under a vendor's name is said by that vendor") {
  const auto reading = testing::read(kNote);
  CHECK(who_says(reading, "are affected") == "Corvane Systems Ltd.");
  CHECK(who_says(reading, "check the age of a key") == "Tarnfeld Networks");
}

TEST_CASE("a vendor of whom nothing is known says nothing, and a section ends with its heading") {
  const auto reading = testing::read(kNote);
  CHECK(who_says(reading, "not received") != "Brell Labs");
  CHECK(who_says(reading, "not received") != "Tarnfeld Networks");
  CHECK(who_says(reading, "thank") == "none");
}

TEST_CASE("a note parted by vendors is not the words of whoever found the flaw") {
  std::string note =
      "Old keys in gateways\n\nCorvane Research Labs discovered that the gateways keep old keys.\n\nVendor "
      "Information\n\n";
  for (int i = 0; i < 4; ++i) {
    note +=
        "Some Unlisted Maker\n\nVendor Statement\n\nOur gateways are not affected by this flaw. We have "
        "fixed "
        "them.\n\n";
  }
  const auto reading = testing::read(note);
  CHECK(who_says(reading, "keep old keys") == "Corvane Research Labs");
  CHECK(who_says(reading, "not affected") != "Corvane Research Labs");
  CHECK(who_says(reading, "fixed") != "Corvane Research Labs");
}

namespace {

// As a page of vulnerability notes lays them out: name, status, then a label over the vendor's own words.
const std::string kPage =
    "VN-2031-09: Lorm resolvers follow endless referrals\n\nOverview\n\nResolvers follow referrals without "
    "end.\n\nSolution\n\nApply an update\n\nVendor Information\n\n"
    "Corvane Systems, Inc.\n\nStatus: Affected\n\nVendor Statement\n\n"
    "Corvane resolvers are not vulnerable to this issue.\n\n"
    "Addendum\n\nThere are no additional comments at this time.\n\n"
    "lormd\n\nStatus: Not Affected\n\nVendor Statement\n\n"
    "\"All versions: Not vulnerable.\"\n\n"
    "Tarnfeld Networks\n\nStatus: Affected\n\nVendor Statement\n\n"
    "Quill 3.1 - not vulnerable\nQuill 2.9 - affected\n\n"
    "The issue was resolved in Quill 2.10.\n\n"
    "Vendor Information\n\nWe are not aware of further vendor information.\n\n"
    "Addendum\n\nThe following systems are affected: all before 2.10.\n\n"
    "Brell Labs\n\nStatus: Not Affected\n\nVendor Statement\n\nNo statement is available from the vendor.\n\n"
    "Acknowledgements\n\nThanks to Ada Quill, who reported that the gateways are affected.\n";

const Claim* claim_with(const testing::Reading& reading, std::string_view words) {
  for (const Claim& claim : reading.analysis.claims) {
    if (reading.words(claim.content).find(words) != std::string::npos) return &claim;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a vendor speaks under its label until the next, whatever verb its words have") {
  const auto reading = testing::read(kPage);
  CHECK(who_says(reading, "resolved in Quill 2.10") == "Tarnfeld Networks");
  CHECK(who_says(reading, "following systems are affected") != "Tarnfeld Networks");
  CHECK(who_says(reading, "further vendor information") != "Tarnfeld Networks");
}

TEST_CASE("a vendor that says it is not concerned denies, and its words stand where they are") {
  const auto reading = testing::read(kPage);
  const Claim* claim = claim_with(reading, "Corvane resolvers are not");
  REQUIRE(claim != nullptr);
  CHECK(claim->stance == Stance::deny);
  CHECK(claim->polarity == Polarity::negated);
  CHECK(reading.words(claim->source_spans) == "Corvane Systems, Inc.");
}

TEST_CASE("the words of a vendor that is no known actor are not the last vendor's") {
  const auto reading = testing::read(kPage);
  const Claim* claim = claim_with(reading, "All versions");
  REQUIRE(claim != nullptr);
  CHECK(reading.words(claim->source_spans) == "lormd");
}

TEST_CASE("a status is told where the vendor says nothing or otherwise") {
  const auto reading = testing::read(kPage);
  const Claim* silent = claim_with(reading, "Brell Labs");
  REQUIRE(silent != nullptr);
  CHECK(reading.words(silent->content) == "Brell Labs … Not Affected");
  CHECK(silent->polarity == Polarity::negated);
  CHECK(claim_with(reading, "Corvane Systems, Inc. … Affected") != nullptr);
  CHECK(claim_with(reading, "Tarnfeld Networks … Affected") == nullptr);
}

TEST_CASE("a vendor's name and a colon before its words give it that paragraph only") {
  const auto reading = testing::read(
      "Advisory 31-12: Flaw in Lorm\n\nImpact\n\nThe flaw lets anyone in.\n\nVendor responses\n\n"
      "Corvane Systems: Our products are not affected.\n\n"
      "We were unable to test any of the gateways.\n");
  const Claim* claim = claim_with(reading, "products are not affected");
  REQUIRE(claim != nullptr);
  CHECK(reading.words(claim->source_spans) == "Corvane Systems");
  CHECK(claim->stance == Stance::deny);
  const Claim* other = claim_with(reading, "unable to test");
  if (other != nullptr) CHECK(reading.words(other->source_spans) != "Corvane Systems");
}

TEST_CASE("what nobody is named for in a directive is its issuer's, as its orders are") {
  const auto reading = testing::read(
      "# Binding Directive 31-04\n\nIssued by: Bureau of Seals\n\n"
      "This directive of the Bureau of Seals binds all federal offices.\n\n## Background\n\n"
      "We believe that old locks will be opened again.\n\n"
      "Federal offices are required to replace old locks.\n\n## Required Actions\n\n"
      "All federal offices must complete the following actions:\n\n"
      "1. Identify a lead.\n\n2. Within 30 days, submit the names to the Bureau.\n",
      "text.md");
  CHECK(who_says(reading, "old locks will be opened") == "Bureau of Seals");
  CHECK(who_says(reading, "replace old locks") == "Bureau of Seals");
}

TEST_CASE("an advisory finds what is affected and what is not exploited, in plain sentences") {
  const auto reading = testing::read(
      "Security Advisory LA-31-2: Lorm gateways accept old keys\n\nIssued by: Lorm Response "
      "Team\n\nImpact\n\n"
      "An attacker could open the gateway.\n\nAffected products\n\n"
      "Lorm gateways before version 4 are affected. The hub was built in Tarn and has two ports.\n\n"
      "We are not aware of any exploitation in the wild.\n\nSolution\n\nInstall version 4.\n\n"
      "Administrators must restart the gateway.\n");
  CHECK(claim_with(reading, "before version 4 are affected") != nullptr);
  CHECK(claim_with(reading, "not aware of any exploitation") != nullptr);
  CHECK(claim_with(reading, "two ports") == nullptr);
}

TEST_CASE("a vendor that has its say in a note does not sign the note") {
  const auto reading = testing::read(
      "Vulnerability Note VN-2031-11: Flaw in Corvane Gate\n\nOverview\n\nThe gate opens by "
      "itself.\n\nImpact\n\n"
      "An attacker could walk in.\n\nSolution\n\nUsers should lock the gate.\n\nVendor Information\n\n"
      "Corvane Systems\n\nStatus: Affected\n\nVendor Statement\n\n"
      "Corvane recommends that you install version 2. Corvane warns that old gates stay open.\n");
  CHECK(who_says(reading, "walk in") == "-");
  for (const Advice& advice : reading.analysis.advice) {
    const bool before = reading.words(advice.action).find("lock the gate") != std::string::npos;
    if (before) CHECK(!advice.issuer);
  }
}
