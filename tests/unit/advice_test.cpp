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

TEST_CASE("Joined actions are told one by one; a condition is named, and bounds the action it follows") {
  CHECK(advice_in("Operators should replace the certificates and notify their national team.") ==
        Lines{"should | Operators | replace the certificates | ",
              "should | Operators | notify their national team | "});
  CHECK(
      advice_in("Administrators must disable the service until the update is installed.") ==
      Lines{"must | Administrators | disable the service until the update is installed | until the update is "
            "installed"});
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

TEST_CASE("A list of subjects is told whole, with what says which") {
  CHECK(advice_in(
            "Under the order, signed in May, ministries, councils and owners of the grid must remove it.") ==
        Lines{"must | ministries, councils and owners of the grid | remove it | "});
  CHECK(advice_in("The Bureau of Seals has told councils they must remove it by 3 "
                  "May 2031.") == Lines{"must | councils | remove it by 3 May 2031 | "});
  CHECK(advice_in(
            "Organisations that operate the gateway should:\n\n- Export its logs.\n- Rotate the keys.\n") ==
        Lines{"should | Organisations that operate the gateway | Export its logs | ",
              "should | Organisations that operate the gateway | Rotate the keys | "});
  CHECK(advice_in("Corvane 4 users should update now.") == Lines{"should | Corvane 4 users | update now | "});
}

TEST_CASE("What is joined may be denied, and what held once may hold no longer") {
  CHECK(advice_in("The office advised patients to change their passwords, and not to answer calls.") ==
        Lines{"should | patients | change their passwords | ", "should not | patients | answer calls | "});
  CHECK(advice_in("Users no longer need to disable the service.") ==
        Lines{"need not | Users | disable the service | "});
  CHECK(advice_in("Ministers are no longer allowed to use the client.") ==
        Lines{"must not | Ministers | use the client | "});
  CHECK(advice_in("Civil servants may no longer use the client.") ==
        Lines{"must not | Civil servants | use the client | "});
  CHECK(advice_in("The advice to disable the portal has been withdrawn.") ==
        Lines{"need not |  | disable the portal | "});
}

TEST_CASE("Orders that a story reports") {
  const Lines ordered = advice_in(
      "The Bureau of Seals ordered ministries to remove the client by June. Schools have until the end of "
      "2031, "
      "while households are not covered.");
  CHECK(ordered == Lines{"must | ministries | remove the client by June | ",
                         "must | Schools | have until the end of 2031 | ",
                         "need not | households | are not covered | "});
  CHECK(advice_in("The ministry said operators would have to remove the gateway.") ==
        Lines{"must | operators | remove the gateway | "});
  CHECK(advice_in("Households are not covered.").empty());
}

TEST_CASE("Who is told, where words stand between the noun and its verb") {
  CHECK(advice_in("Anyone waiting for results taken since Sunday is asked to contact the clinic.") ==
        Lines{"should | Anyone waiting for results taken since Sunday | contact the clinic | "});
  CHECK(advice_in("The office advised people not to forward the message, and to keep it.") ==
        Lines{"should not | people | forward the message | ", "should | people | keep it | "});
  CHECK(
      advice_in(
          "The Bureau of Seals called on the prosecutor to open an inquiry, and on the ministry to wait.") ==
      Lines{"should | the prosecutor | open an inquiry | ", "should | the ministry | wait | "});
  CHECK(advice_in("Banks should be obliged to keep the records.") ==
        Lines{"should | Banks | keep the records | "});
  CHECK(advice_in("The Bureau of Seals sees no reason why households should replace their routers.") ==
        Lines{"need not | households | replace their routers | "});
}

TEST_CASE("A short form that the text explains stands for those who must act") {
  CHECK(advice_in("Directive 7: The module\n\nIssued: 4 May 2031\n\nThe module is used by Regulated Entities "
                  "(REs).\n\n(i) REs shall not enrol new customers.\n\n(ii) REs shall, not later than 5 June "
                  "2031, cease to rely on it.\n\nCustomers shall not be required to visit a branch.\n") ==
        Lines{"must not | REs | enrol new customers | ", "must | REs | cease to rely on it | ",
              "need not | Customers | visit a branch | "});
}

TEST_CASE("A heading that the text below gives again is not told twice") {
  CHECK(
      advice_in("Vulnerability Note 7: Corvane hub\n\nSolution\n\nApply an update\nOperators should install "
                "version 3.\n") == Lines{"should | Operators | install version 3 | "});
}

TEST_CASE("Advice put politely") {
  CHECK(advice_in("Vendors may want to check their hosts.") ==
        Lines{"should | Vendors | check their hosts | "});
  CHECK(advice_in("Operators would be wise to change the keys.") ==
        Lines{"should | Operators | change the keys | "});
  CHECK(advice_in("It is not necessary for users to reinstall the client.") ==
        Lines{"need not | users | reinstall the client | "});
  CHECK(advice_in("Miners are urged to stop the old client.") ==
        Lines{"should | Miners | stop the old client | "});
}

TEST_CASE("Who is exempt, said in other words") {
  CHECK(advice_in("The order exempts hospitals.") == Lines{"need not | hospitals | The order exempts | "});
  CHECK(advice_in("The ban does not cover schools.") ==
        Lines{"need not | schools | The ban does not cover | "});
  CHECK(advice_in("Customers need take no action.") == Lines{"need not | Customers | take no action | "});
}

TEST_CASE("What is no advice") {
  CHECK(advice_in("The staff, as they are not authorised to speak, told nobody.").empty());
  CHECK(advice_in("To ban a firm over a paper it has not been allowed to read, is no policy.").empty());
  CHECK(advice_in("The office sees no reason to issue a warning.").empty());
  CHECK(advice_in("The ministry was not recommending a ban.").empty());
  CHECK(advice_in("Agencies are expected to grow.").empty());
  CHECK(advice_in("There are examples of why organisations need to apply patches.").empty());
  CHECK(advice_in("\"Many organisations may not report it,\" said Ada Quill of Tarn Labs.").empty());
  CHECK(advice_in("The note claims that files were copied and gives the hospitals until Friday to pay.")
            .empty());
  CHECK(advice_in("Not all agencies will have to comply by the same date.").empty());
  CHECK(advice_in("Tarn Labs asks the court to quash the order.").empty());
  CHECK(advice_in("Ada Quill warned against prejudging a company.").empty());
  CHECK(advice_in("He sent mails to the firms, asking them to wire money.").empty());
  CHECK(advice_in("The maker was given seven weeks to explain it.").empty());
  CHECK(advice_in("It is important to note the limits.").empty());
  CHECK(advice_in("An attacker must first log in to the console.").empty());
  CHECK(advice_in("The intruders must have entered through the gateway.").empty());
  CHECK(advice_in("The flaw allows attackers to run commands.").empty());
  CHECK(advice_in("Should users remove the program?").empty());
  CHECK(advice_in("The pop-up asks the user to enter a password.").empty());
  CHECK(advice_in("The firm had 40 employees to pay.").empty());
  CHECK(advice_in("You need not be an expert to see the risk.").empty());
  CHECK(advice_in("The museum opens at ten. Tram 7 stops at the gate.").empty());
}

TEST_CASE("A text may end with the verb that tells somebody") {
  CHECK(advice_in("Which version does the agency recommend").empty());
  CHECK(advice_in("Nothing that the operators were told").empty());
}

TEST_CASE("What somebody was only quoted as saying is no advice, and the conjunction is nobody") {
  CHECK(
      advice_in(
          "An earlier version quoted Dr Samira Holt of Norfleet University as saying that residents ought to "
          "boil their water.")
          .empty());
  for (const auto& line :
       advice_in("The Kestrel Centre recommends that operators:\n\n- Update the gateway.\n")) {
    CHECK(line.find("that operators") == std::string::npos);
  }
}

TEST_CASE("Orders told by a noun") {
  CHECK(advice_in("The Interior Ministry's order to disconnect the sensors was met with disbelief.") ==
        Lines{"must |  | disconnect the sensors | "});
  CHECK(advice_in("The Bureau of Seals issued instructions for departments to remove the client.") ==
        Lines{"must | departments | remove the client | "});
  CHECK(advice_in("The Bureau of Seals imposed a ban on the use of Corvane locks in schools.") ==
        Lines{"must not |  | the use of Corvane locks in schools | "});
  CHECK(advice_in("The Bureau of Seals has set banks a deadline of 15 March 2031 to replace the tokens.") ==
        Lines{"must | banks | replace the tokens | "});
  CHECK(advice_in("The Bureau of Seals rejected a request to disconnect the sensors.").empty());
  CHECK(advice_in("The Bureau of Seals was considering ordering schools to remove the tablets.").empty());
}

TEST_CASE("Advice that is announced, and advice under a label") {
  CHECK(advice_in("The Bureau of Seals' advice to firms is simple: keep one copy offline.") ==
        Lines{"should |  | keep one copy offline | "});
  CHECK(advice_in("Security advisory 7\n\nWhat you should do\n\n- Windows users: install version 7.\n- "
                  "Everyone else: "
                  "no action is required.\n") ==
        Lines{"should | Windows users | install version 7 | ",
              "need not | Everyone else | no action is required | "});
}

TEST_CASE("Other shapes of order and exemption") {
  CHECK(advice_in("The Bureau of Seals said that at no point should staff enter their passwords.") ==
        Lines{"should not | staff | enter their passwords | "});
  CHECK(advice_in("Users of version 4 had better upgrade at once, the Bureau of Seals says.") ==
        Lines{"should | Users of version 4 | upgrade at once | "});
  CHECK(advice_in("The Bureau of Seals said users should not ring the number but contact their branch.") ==
        Lines{"should not | users | ring the number | ", "should | users | contact their branch | "});
  CHECK(advice_in("There is nothing customers need to do, the Bureau of Seals said.") ==
        Lines{"need not | customers | nothing customers need to do | "});
  CHECK(advice_in("The Bureau of Seals says resetting the password is not necessary.") ==
        Lines{"need not |  | resetting the password | "});
  CHECK(advice_in("The Bureau of Seals said travellers who must use the portal should do so from home.") ==
        Lines{"should | travellers who must use the portal | do so from home | "});
  CHECK(advice_in("From 1 December 2031 operators must not share accounts, the Bureau of Seals said.") ==
        Lines{"must not | operators | share accounts | "});
  CHECK(advice_in("Directive 7\n\nOperators must, no later than 31 January 2031, (a) withdraw the access, "
                  "and (b) renew "
                  "every password.") ==
        Lines{"must | Operators | withdraw the access | ", "must | Operators | renew every password | "});
}

TEST_CASE("What is no advice") {
  CHECK(advice_in("Corvane says it has never been asked by any government to open its devices.").empty());
  CHECK(advice_in("Doctors said they had been asked to write by hand.").empty());
  CHECK(
      advice_in("The Bureau of Seals warns users about messages that pretend to come from a bank.").empty());
}

TEST_CASE("What it is forbidden or illegal to do, whoever may not") {
  CHECK(advice_in("It is illegal for shops to sell the recalled watch.") ==
        Lines{"must not | shops | sell the recalled watch | "});
}

TEST_CASE("A choice of actions, a day before \"that\", and a bare verb that reads like the past") {
  CHECK(advice_in("Users should either report it or delete it.") ==
        Lines{"should | Users | report it | ", "should | Users | delete it | "});
  CHECK(advice_in("The Bureau of Seals recommended in August that all hospitals inspect their locks.") ==
        Lines{"should | all hospitals | inspect their locks | "});
  CHECK(advice_in("It is recommended that you set the default to deny.") ==
        Lines{"should | you | set the default to deny | "});
}

TEST_CASE("What a message or an image tells is no advice, unless the text says whose it is") {
  CHECK(advice_in("The file shows an image instructing the user to enable macros.").empty());
  CHECK(advice_in("The mail urges users to confirm their account.").empty());
  CHECK(advice_in("The page of the Bureau of Seals urges users to change their keys.") ==
        Lines{"should | users | change their keys | "});
}

TEST_CASE("A recommended practice recommends nothing further") {
  CHECK(advice_in("The Bureau of Seals encourages offices to implement recommended locks for doors.") ==
        Lines{"should | offices | implement recommended locks for doors | "});
}

TEST_CASE("A heading that ran into its text is not part of who is told") {
  CHECK(advice_in("Apply an update Tarn users should install version 8 at once.").back() ==
        "should | Tarn users | install version 8 at once | ");
}

TEST_CASE("What had to be done by a day, as an agency is reported to say") {
  CHECK(advice_in(
            "The Bureau of Seals said on Monday that all clinics had to disconnect the pumps by 5 May.") ==
        Lines{"must | all clinics | disconnect the pumps by 5 May | "});
  CHECK(advice_in("The hospital said nurses had to write by hand.").empty());
}

TEST_CASE("What follows if nobody acts is no action, and a day is nobody who is told") {
  CHECK(advice_in("Traders must stop using the reader or lose their licence, the Bureau of Seals said.") ==
        Lines{"must | Traders | stop using the reader | "});
  CHECK(advice_in("The Bureau of Seals urged airlines on Wednesday to disconnect the routers.") ==
        Lines{"should | airlines | disconnect the routers | "});
}

TEST_CASE("Somebody with a name that is no actor, as their noun shows, and what was told once") {
  CHECK(advice_in("The pilots' union Altair called on carriers not to wait.") ==
        Lines{"should not | carriers | wait | "});
  CHECK(advice_in("A spokesman said crews had been told to pull the fuses.").empty());
}

TEST_CASE("A ransom note, what one person told another, and a heading before its text order nobody") {
  CHECK(advice_in("You must send us 0.7 bitcoin for each computer.").empty());
  CHECK(advice_in("Ada Holt told the employee to delete the mails.").empty());
  CHECK(advice_in("Mitigations\n\nUpdate The maker has released version 3.").empty());
}

TEST_CASE("Who urges stands between the \"and\" and the comma") {
  const auto reading = testing::read(
      "The Bureau of Seals has come under fire for closing the tool and Senator Ada Holt of Tarn, urged "
      "authorities to restore the tool.");
  REQUIRE(reading.analysis.advice.size() == 1);
  REQUIRE(reading.analysis.advice.front().issuer);
  const auto& issuer = reading.analysis.actors[reading.analysis.advice.front().issuer.index()];
  CHECK(reading.document->text(issuer.name).find("Holt") != std::string_view::npos);
}

TEST_CASE("How things work, what is only suggested and what somebody will never ask are no advice") {
  CHECK(advice_in("The reset will require users to enter their password again.").empty());
  CHECK(advice_in("The suggestion that people should use it was not going to work.").empty());
  CHECK(advice_in("Tarn says it will never ask customers to open a file.").empty());
  CHECK(advice_in("It gives criminals the head start they need to launch an attack.").empty());
  CHECK(advice_in("The mayor signed an executive order to strengthen security.").empty());
  CHECK(advice_in("Users are sent to a page where they are instructed to upload a file.").empty());
  CHECK(advice_in("Tarn followed the rules so customers can keep their data safe.").empty());
}

TEST_CASE("A verb without words of its own, an extortioner's deadline and what a phone asks are no advice") {
  CHECK(advice_in("All you need to do is plug it in.").empty());
  CHECK(advice_in("The group gave Tarn a deadline of 7 April to meet its demands.").empty());
  CHECK(advice_in("The phone will ask you to confirm the number.").empty());
  CHECK(advice_in("Users may want to see their problems solved quickly.").empty());
}

TEST_CASE("The one that needs to act stands after the \"but\"") {
  CHECK(advice_in(
            "The bank protects its customers but clients need to secure their phones, the Bureau of Seals "
            "said.") == Lines{"must | clients | secure their phones | "});
}
