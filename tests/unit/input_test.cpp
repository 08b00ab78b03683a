#include <doctest/doctest.h>

#include <string>

#include "core/input/reader.hpp"

using namespace hearsay;
using namespace std::string_literals;

namespace {

std::string text_of(const std::string& bytes) {
  const auto document = input::read(bytes, "");
  return document.ok() ? std::string(document.value().text()) : "error: " + document.error().message;
}

ErrorCode error_of(const std::string& bytes) {
  const auto document = input::read(bytes, "");
  REQUIRE(!document.ok());
  CHECK(!document.error().message.empty());
  return document.error().code;
}

std::string utf16(const std::u16string& text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("plain UTF-8 comes through untouched") {
  const auto text = "The agency\xE2\x80\x99s warning.\r\nNobody replied.\n"s;
  const auto document = input::read(text, "a.txt");
  REQUIRE(document.ok());
  CHECK(document.value().text() == text);
  CHECK(!document.value().derived());
  CHECK(document.value().format() == InputFormat::plain);
}

TEST_CASE("a byte order mark is no text") {
  CHECK(text_of("\xEF\xBB\xBFThe agency.") == "The agency.");
  CHECK(error_of("\xEF\xBB\xBF") == ErrorCode::empty_input);
}

TEST_CASE("UTF-16 is read, with its mark or without") {
  const std::u16string text = u"The agency\u2019s warning \U0001F4A1 stands.";
  const auto expected = "The agency\xE2\x80\x99s warning \xF0\x9F\x92\xA1 stands."s;
  CHECK(text_of("\xFF\xFE" + utf16(text, false)) == expected);
  CHECK(text_of("\xFE\xFF" + utf16(text, true)) == expected);
  CHECK(text_of(utf16(text, false)) == expected);
  CHECK(text_of(utf16(text, true)) == expected);
  CHECK(text_of("\xFF\xFE" + utf16(u"a\xD800z", false)) == "a\xEF\xBF\xBDz");
}

TEST_CASE("Windows-1252 is read where the bytes are not UTF-8") {
  const auto document = input::read("The agency\x92s \x93warning\x94 cost \x80\x35.", "");
  REQUIRE(document.ok());
  CHECK(document.value().text() ==
        "The agency\xE2\x80\x99s \xE2\x80\x9Cwarning\xE2\x80\x9D cost \xE2\x82\xAC\x35.");
  CHECK(document.value().derived());
}

TEST_CASE("broken UTF-8 is mended, and said to be") {
  const auto document = input::read("\xE2\x80\x9CSafe,\xE2\x80\x9D it said\xE2\x80 of M\xC3\xBCller.", "");
  REQUIRE(document.ok());
  CHECK(document.value().text() == "\xE2\x80\x9CSafe,\xE2\x80\x9D it said\xEF\xBF\xBD of M\xC3\xBCller.");
  CHECK(document.value().derived());
}

TEST_CASE("what is not text is refused with a word on what to do") {
  CHECK(error_of("") == ErrorCode::empty_input);
  CHECK(error_of(" \r\n\t\xC2\xA0 ") == ErrorCode::empty_input);
  CHECK(error_of("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj") == ErrorCode::not_text);
  CHECK(error_of("PK\x03\x04\x14\x00\x06\x00"s) == ErrorCode::not_text);
  CHECK(error_of("\x7F"
                 "ELF\x02\x01\x01\x00\x00\x00"s) == ErrorCode::not_text);
  std::string noise;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>(i * 7919 >> 3);
  CHECK(error_of(noise) == ErrorCode::not_text);
}

TEST_CASE("odd but readable texts are read") {
  CHECK(text_of(std::string(200000, 'x')).size() == 200000);
  CHECK(text_of("\"\"\"\"''''\xE2\x80\x9C\xE2\x80\x9D") == "\"\"\"\"''''\xE2\x80\x9C\xE2\x80\x9D");
  CHECK(text_of("\xF0\x9F\x98\x80\xF0\x9F\x98\x81") == "\xF0\x9F\x98\x80\xF0\x9F\x98\x81");
  const auto hebrew = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D"s;
  CHECK(text_of(hebrew) == hebrew);
}
