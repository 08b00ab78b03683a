// Whose word a whole document is: a memorandum, a law, a letter, questions and answers, a story; on texts of
// our own about bodies that do not exist.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/unit/reading.hpp"

using namespace hearsay;

namespace {

struct Reading : testing::Reading {
  // "modality | issuer | action" of the first advice whose action begins with these words; "" for none.
  [[nodiscard]] std::string told(const std::string& opening) const {
    for (const auto& one : analysis.advice) {
      if (words(one.action).rfind(opening, 0) != 0) continue;
      const auto issuer = one.issuer ? std::string(document->text(analysis.actors[one.issuer.index()].name))
                                     : std::string("-");
      return std::string(name(one.modality)) + " | " + issuer + " | " + words(one.action);
    }
    return "";
  }
  [[nodiscard]] const Advice* advice(const std::string& opening) const {
    for (const auto& one : analysis.advice) {
      if (words(one.action).rfind(opening, 0) == 0) return &one;
    }
    return nullptr;
  }
};

Reading read(const std::string& text) {
  return {testing::read(text, "text.txt")};
}

}  // namespace

TEST_CASE("Answers to its customers are told in a body's own words") {
  const auto reading = read(
      "Harrow University: questions about the new badge\n\n"
      "What if somebody asks me for my badge?\n"
      "Hang up and call the number on the back of your badge.\n\n"
      "What about my old badge?\n"
      "You can keep it. There is no need to return it to the office.\n\n"
      "Do I have to do anything else?\n"
      "Please check your address and update it if it is wrong.\n");
  CHECK(reading.told("call the number") ==
        "should | Harrow University | call the number on the back of your badge");
  CHECK(reading.told("return it") == "need not | Harrow University | return it to the office");
}

TEST_CASE("A story addresses nobody: a sentence of it that begins like an order is none") {
  const auto reading = read(
      "Corvane flaw worries towns\n\nBy Ada Quill\n\n"
      "The Bureau of Seals said on Monday that the client leaks keys. Corvane denied it. Mayor Tom Reed said "
      "the town had no plan. Take the case of Larkspur, where lights failed. The Bureau said it would look "
      "into it. Corvane said the report was wrong.\n");
  CHECK(reading.told("Take the case").empty());
}

TEST_CASE("A memorandum is the word of whoever its head says it is from") {
  const auto reading = read(
      "MEMORANDUM\n\nTO: All heads of department\nFROM: Bureau of Seals\nSUBJECT: Old locks\n\n"
      "Old locks are to be replaced by 5 May 2031. Contractors may continue to use them until the end of the "
      "year.\n");
  CHECK(reading.told("continue to use them") ==
        "may | Bureau of Seals | continue to use them until the end of the year");
  CHECK(reading.told("Old locks") == "must | Bureau of Seals | Old locks … replaced by 5 May 2031");
}

TEST_CASE("A law lays down what a body shall do, and is the word of no body that it names") {
  const auto reading = read(
      "An Act to govern locks\n\nSection 2. Duties\n"
      "(1) A public body shall not buy a lock without a key.\n"
      "(2) A public body shall register every lock with the Registrar.\n"
      "(3) A public body that finds a defect must notify the Registrar within ten days.\n\n"
      "Section 3. Exceptions\nThis section shall not apply to locks bought before 2021.\n");
  CHECK(reading.told("register every lock") == "must | - | register every lock with the Registrar");
  CHECK(reading.told("This section") == "need not | - | This section shall not apply");
}

TEST_CASE("A letter is the word of whoever signs it") {
  const auto reading = read(
      "3 March 2031\n\nDear Commissioner,\n\nWe have read your answer with concern. We also urge you to "
      "suspend "
      "the tender until the audit is complete. You need not resend the files.\n\nSincerely,\n"
      "Senator Ann Prewitt\n");
  CHECK(reading.told("suspend the tender") ==
        "should | Ann Prewitt | suspend the tender until the audit is complete");
  CHECK(reading.told("resend the files") == "need not | Ann Prewitt | resend the files");
}

TEST_CASE("A list under a line that only says in which case is still what the letter advises") {
  const auto reading = read(
      "Dear customer,\n\nwe learned of a flaw. If you run the gateway yourself:\n\n- install version 8.2\n"
      "- rotate all keys issued before 10 June 2031\n- do not restore old backups\n\nBest "
      "regards,\nCorvane\n");
  CHECK(reading.told("install version 8.2") != "");
  CHECK(reading.told("restore old backups").rfind("should not", 0) == 0);
  // The day says which keys, not by when.
  REQUIRE(reading.advice("rotate all keys") != nullptr);
  CHECK(!reading.advice("rotate all keys")->deadline.has_value());
}

TEST_CASE("What another recommends is not the publisher's word, known as an actor or not") {
  const auto reading = read(
      "SEALS ALERT 31-04: client\n\nThis alert of the Bureau of Seals concerns the client. The manufacturer "
      "recommends that users update the client.\n");
  CHECK(reading.told("update the client") != "should | Bureau of Seals | update the client");
  CHECK(reading.told("update the client") != "");
}

TEST_CASE("A press release is the word of the body that its head names") {
  const auto reading = read(
      "PRESS RELEASE\n\nBureau of Seals: recall of Tarn watches\n\n30 January 2031 - The Bureau of Seals "
      "today "
      "announced the recall of all Tarn watches. Retailers are required to remove the watches from sale "
      "immediately.\n");
  CHECK(reading.told("remove the watches") ==
        "must | Bureau of Seals | remove the watches from sale immediately");
}

TEST_CASE("A body that a letter only speaks of is not who signs it") {
  const auto reading = read(
      "Dear customer,\n\nPlease keep this notice confidential. The Ministry of Tides has been told.\n\n"
      "Best regards,\nAda Holt\n");
  CHECK(reading.told("keep this notice") == "should | Ada Holt | keep this notice confidential");
}

TEST_CASE("A time to comply is that of the order before it") {
  const auto reading = read(
      "The Bureau of Seals on Thursday ordered operators to disconnect the modems, giving them three weeks "
      "to "
      "comply.\n");
  REQUIRE(reading.analysis.advice.size() == 1);
  CHECK(reading.analysis.advice.front().deadline.has_value());
}

TEST_CASE("A first line that is a body's name is whose the notice is, and not a place that it names") {
  const auto reading = read(
      "Marlowe Housing Association\nNotice to residents of Tern Court\n\n2 May 2031\n\n"
      "Residents must collect a new key by 10 May 2031. You do not need to be at home. Please keep the hall "
      "clear.\n");
  CHECK(reading.told("collect a new key") ==
        "must | Marlowe Housing Association | collect a new key by 10 May 2031");
}

TEST_CASE("A post to nobody in particular orders its readers") {
  const auto reading = read(
      "Re: Tarn routers rebooting?\n\nSame here since yesterday. Turn off remote management, that fixed it "
      "for "
      "me. Do not buy the new one, it has the same chip.\n");
  CHECK(reading.told("Turn off remote management") != "");
  CHECK(reading.told("buy the new one").rfind("should not", 0) == 0);
}
