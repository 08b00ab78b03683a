// Who must act and who need not, on sentences of our own about agencies and vendors that do not exist.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/unit/reading.hpp"

using namespace hearsay;

namespace {

// One line for each advice: "modality | audience | action | condition".
std::vector<std::string> advice_in(const std::string& text) {
  const auto reading = testing::read(text, "text.txt", 1000);
  std::vector<std::string> lines;
  for (const auto& advice : reading.analysis.advice) {
    std::string audience;
    for (const auto& one : advice.audience) audience += reading.words(one.spans);
    lines.push_back(std::string(name(advice.modality)) + " | " + audience + " | " +
                    reading.words(advice.action) + " | " + reading.words(advice.condition));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A verb of advising, with what is to be done") {
  CHECK(advice_in("The Bureau of Seals urges all agencies to remove the Corvane client.") ==
        Lines{"should | all agencies | remove the Corvane client | "});
  CHECK(advice_in("The Bureau of Seals warned public bodies against using Corvane software.") ==
        Lines{"should not | public bodies | using Corvane software | "});
  CHECK(advice_in("Customers are advised not to open the attachment.") ==
        Lines{"should not | Customers | open the attachment | "});
  CHECK(advice_in("Agencies are required to report the incident.") ==
        Lines{"must | Agencies | report the incident | "});
}

TEST_CASE("What is to be avoided is what should not be done") {
  CHECK(advice_in("Users are advised to avoid opening the attachment.") ==
        Lines{"should not | Users | opening the attachment | "});
}

TEST_CASE("Who need not act") {
  CHECK(advice_in("Customers of the cloud service do not need to take any action.") ==
        Lines{"need not | Customers of the cloud service | take any action | "});
  CHECK(advice_in("Households need not replace their routers.") ==
        Lines{"need not | Households | replace their routers | "});
  CHECK(advice_in("Schools are not required to report.") == Lines{"need not | Schools | report | "});
  CHECK(advice_in("The general public has no reason to stop using the program.") ==
        Lines{"need not | The general public | stop using the program | "});
}

TEST_CASE("Joined actions are told one by one, and conditions stand apart") {
  CHECK(advice_in("Operators should replace the certificates and notify their national team.") ==
        Lines{"should | Operators | replace the certificates | ",
              "should | Operators | notify their national team | "});
  CHECK(advice_in("Administrators must disable the service until the update is installed.") ==
        Lines{"must | Administrators | disable the service | until the update is installed"});
}

TEST_CASE("A directive's list takes its audience and force from the line above it") {
  const auto lines = advice_in(
      "Directive 7: Remove Corvane Assist\n\nIssued: 9 September 2024\n\nAll agencies must complete the "
      "following actions:\n\n- Remove Corvane Assist from every server.\n- Do not renew the contract.\n");
  CHECK(lines == Lines{"must | All agencies | Remove Corvane Assist from every server | ",
                       "must not | All agencies | renew the contract | "});
}

TEST_CASE("A time in which to act, and what people are free to do") {
  CHECK(advice_in("The order gives agencies 90 days to remove the software.") ==
        Lines{"must | agencies | remove the software | "});
  CHECK(advice_in("Departments were given until 30 June 2031 to remove the software.") ==
        Lines{"must | Departments | remove the software | "});
  CHECK(advice_in("Private companies are free to continue using it.") ==
        Lines{"may | Private companies | continue using it | "});
}

TEST_CASE("What binds others does not bind them") {
  CHECK(advice_in("Home users are not affected by the order.") ==
        Lines{"need not | Home users | are not affected by the order | "});
  CHECK(advice_in("The directive does not apply to schools.") ==
        Lines{"need not | schools | The directive does not apply | "});
}

TEST_CASE("What is no advice") {
  CHECK(advice_in("An attacker must first log in to the console.").empty());
  CHECK(advice_in("The intruders must have entered through the gateway.").empty());
  CHECK(advice_in("The flaw allows attackers to run commands.").empty());
  CHECK(advice_in("Should users remove the program?").empty());
  CHECK(advice_in("The pop-up asks the user to enter a password.").empty());
  CHECK(advice_in("The firm had 40 employees to pay.").empty());
  CHECK(advice_in("You need not be an expert to see the risk.").empty());
  CHECK(advice_in("The museum opens at ten. Tram 7 stops at the gate.").empty());
}
