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
