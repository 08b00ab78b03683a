// What the frames find and is nobody's claim: it is considered and left out, with the reason.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/unit/reading.hpp"

using namespace hearsay;

namespace {

// The cues of the claims of a text, in its order.
std::string cues(std::string_view text) {
  const auto reading = testing::read(text);
  std::string all;
  for (const Claim& claim : reading.analysis.claims)
    all += (all.empty() ? "" : "; ") + reading.words(claim.cue);
  return all;
}

bool left_out(std::string_view text, std::string_view why) {
  const auto reading = testing::read(text);
  return std::any_of(reading.analysis.considered.begin(), reading.analysis.considered.end(),
                     [&](const Considered& one) {
                       return one.as == Considered::As::claim && one.why.find(why) != std::string::npos;
                     });
}

}  // namespace

TEST_CASE("what a thing does with its object is no claim, what a person, a paper or figures say is one") {
  CHECK(cues("A dialog box warns the user about the risk.").empty());
  CHECK(left_out("A dialog box warns the user about the risk.", "is a thing"));
  CHECK(cues("The script requests the password of the user.").empty());
  CHECK(cues("The malware demanded a ransom.").empty());
  CHECK(cues("The teenager denied all accusations.") == "denied");
  CHECK(cues("The figures show an increase on 16 attacks.") == "show");
  CHECK(cues("A letter warns the council about the risk.") == "warns");
}

TEST_CASE("a thing that is said to say a whole clause stands: somebody has written it there") {
  CHECK(cues("The label says that the device is safe.") == "says");
}

TEST_CASE("a purpose, what may be and what is only supposed are no claims") {
  CHECK(cues("The victims paid in order to confirm the booking.").empty());
  CHECK(cues("The mayor declined to confirm the attack.") != "");
  CHECK(cues("Outsiders may decide that a report is not worth their time.").empty());
  CHECK(left_out("Outsiders may decide that a report is not worth their time.", "may do"));
  CHECK(left_out("The tool helps if researchers discover that the device is open.", "only supposed"));
}

TEST_CASE("what is handed over is not said, nor what a label introduces") {
  CHECK(left_out("This page provides guidance on the use of the new portal.", "hands something over"));
  CHECK(cues("Figure 3: The update process of the device at the moment of the attack") == "");
  CHECK(cues("He would move his business out of said country.").empty());
}

TEST_CASE("a service that assesses is a body") {
  CHECK(cues("The service assesses that one group sends all of the messages.") == "assesses");
}

TEST_CASE("two clauses on one subject are one claim, on two subjects two") {
  CHECK(cues("The minister said that the firm would not change and that it would not give in.") == "said");
  CHECK(cues("The minister said that the firm would not change and that nobody had asked the council.") ==
        "said; said");
}
