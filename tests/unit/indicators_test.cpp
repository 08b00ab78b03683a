#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/indicators/indicators.hpp"
#include "core/input/reader.hpp"

using namespace hearsay;

namespace {

std::vector<Indicator> found_in(const std::string& text, std::uint32_t budget_units = 0xFFFFFFFF) {
  const auto document = input::read(text, "");
  REQUIRE(document.ok());
  indicators::IndicatorStage stage(document.value());
  while (true) {
    Budget budget(budget_units);
    if (stage.advance(budget)) return stage.take();
  }
}

// "type value" of everything found.
std::vector<std::string> list_of(const std::string& text) {
  std::vector<std::string> list;
  for (const auto& one : found_in(text)) list.push_back(std::string(name(one.type)) + " " + one.value);
  return list;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("identifiers of catalogues") {
  CHECK(list_of("See CVE-2031-44228, cve-2031-1234567 and CVE\xE2\x80\x91"
                "2031\xE2\x80\x91"
                "0001.") == List{"cve CVE-2031-44228", "cve CVE-2031-1234567", "cve CVE-2031-0001"});
  CHECK(list_of("CVE-2031-123 and XCVE-2031-1234 and CVE-20311-1234 are none.") == List{});
  CHECK(list_of("A case of CWE-79, T1059.001 and GHSA-jfh8-c2jp-5v3q in AS64496.") ==
        List{"cwe CWE-79", "attack T1059.001", "ghsa GHSA-jfh8-c2jp-5v3q", "asn AS64496"});
  CHECK(list_of("The T1234 drill and an AS400 were sold.") == List{});
  CHECK(list_of("Techniques of MITRE ATT&CK: T1566.") == List{"attack T1566"});
  CHECK(list_of("cpe:2.3:a:tallow:suite:4.1:*:*:*:*:*:*:*.") ==
        List{"cpe cpe:2.3:a:tallow:suite:4.1:*:*:*:*:*:*:*"});
}

TEST_CASE("CVSS vectors of every version, with score and severity as the text states them") {
  const auto found = found_in(
      "CVE-2031-1000 has been assigned. A CVSS v3.1 base score of 9.8 has been calculated; the vector is "
      "(AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H). CVE-2031-1001 has a CVSS score of 4.3 "
      "(AV:N/AC:M/Au:N/C:N/I:P/A:N).");
  REQUIRE(found.size() == 4);
  CHECK(found[1].value == "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
  CHECK(found[1].context.at("score") == "9.8");
  CHECK(found[0].context.at("score") == "9.8");
  CHECK(found[0].context.at("severity") == "critical");
  CHECK(found[0].context.at("vector") == found[1].value);
  CHECK(found[2].context.at("score") == "4.3");
  CHECK(found[3].context.at("version") == "2.0");
  CHECK(list_of("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N") ==
        List{"cvss CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"});
}

TEST_CASE("the version of CVSS is no score and no version of a product") {
  const auto found =
      found_in("CVE-2031-1000 has a CVSS 3.1 score of 7.5, and CVE-2031-1001 only CVSS v4.0 2.1.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].context.at("score") == "7.5");
  CHECK(found[0].context.at("version") == "3.1");
  CHECK(found[1].context.at("severity") == "low");
}

TEST_CASE("addresses are refanged in their value, and their span keeps what the text says") {
  const std::string text =
      "It calls hxxps://evil[.]example[.]com/a.php, cdn(dot)evil{.}net and 192[.]168[.]1[.]1.";
  const auto found = found_in(text);
  REQUIRE(found.size() == 3);
  CHECK(found[0].value == "https://evil.example.com/a.php");
  CHECK(found[0].defanged);
  CHECK(found[0].span.in(text) == "hxxps://evil[.]example[.]com/a.php");
  CHECK(found[1].value == "cdn.evil.net");
  CHECK(found[2].value == "192.168.1.1");
  CHECK(list_of("Write to admin[at]evil[.]com or ada.penn@norvik.gov.") ==
        List{"email admin@evil.com", "email ada.penn@norvik.gov"});
}

TEST_CASE("a URL ends where the sentence goes on") {
  CHECK(list_of("(see https://www.norvik.gov/adv_(1)), then https://a.example.org/x?y=1.") ==
        List{"url https://www.norvik.gov/adv_(1)", "url https://a.example.org/x?y=1"});
  CHECK(list_of("[page](https://norvik.gov/a) and \"https://norvik.gov/b\"") ==
        List{"url https://norvik.gov/a", "url https://norvik.gov/b"});
  CHECK(list_of("HTTPS://Norvik.GOV/Path") == List{"url https://norvik.gov/Path"});
}

TEST_CASE("versions are not addresses, and addresses are not versions") {
  CHECK(list_of("Firmware version 10.20.30.40 and earlier.") == List{"version 10.20.30.40"});
  CHECK(list_of("Tallow Suite 4.1.2.3 is hit.") == List{"version 4.1.2.3"});
  CHECK(list_of("Traffic to the server 8.8.4.4 was seen.") == List{"ipv4 8.8.4.4"});
  CHECK(list_of("Block 203.0.113.7 and 203.0.113.0/24.") == List{"ipv4 203.0.113.7", "ipv4 203.0.113.0/24"});
  CHECK(list_of("Versions 2.1 through 2.4 and v3.0.1 are affected, 7.2 and prior too.") ==
        List{"version 2.1", "version 2.4", "version 3.0.1", "version 7.2"});
}

TEST_CASE("dates, times, sections and prices are no versions") {
  CHECK(list_of("On 28.11.2017 at 12:30:45 it cost 3.5 million, up 2.1%.") == List{});
  CHECK(list_of("3.2.1 OVERVIEW\n\nThe agency says so.") == List{});
  CHECK(list_of("The release 3 May 2019 brought nothing.") == List{});
}

TEST_CASE("files, packages and touching sentences are no domains") {
  CHECK(list_of("report.docx setup.zip run.py ASP.NET Node.js com.tallow.app end.The next i.e. U.S.in") ==
        List{});
  CHECK(list_of("Docs at tallow.com. Or norvik.gov.uk, www.tallow.sh too.") ==
        List{"domain tallow.com", "domain norvik.gov.uk", "domain www.tallow.sh"});
}

TEST_CASE("traces on a machine") {
  CHECK(list_of("C:\\Program Files\\Tallow\\t.exe and C:\\Temp\\a.dll, /etc/passwd, %APPDATA%\\x.dat") ==
        List{"path C:\\Program Files\\Tallow\\t.exe", "path C:\\Temp\\a.dll", "path /etc/passwd",
             "path %APPDATA%\\x.dat"});
  CHECK(list_of("It sets HKLM\\SOFTWARE\\Tallow Inc\\Run.") ==
        List{"registry HKEY_LOCAL_MACHINE\\SOFTWARE\\Tallow Inc\\Run"});
  CHECK(list_of("d41d8cd98f00b204e9800998ecf8427e") == List{"md5 d41d8cd98f00b204e9800998ecf8427e"});
  CHECK(list_of("12345678901234567890123456789012") == List{});
  CHECK(list_of("2001:db8::1 and 00:1A:2B:3C:4D:5E, but not std::bad or 12:30:45.") ==
        List{"ipv6 2001:db8::1", "mac 00:1a:2b:3c:4d:5e"});
}

TEST_CASE("ports, with their protocol where it is named") {
  CHECK(list_of("Close TCP ports 80, 443 and 8080; 161/udp; port 22; UDP/53. The USB port 2 is safe.") ==
        List{"port 80/tcp", "port 443/tcp", "port 8080/tcp", "port 161/udp", "port 22", "port 53/udp"});
}

TEST_CASE("a Bitcoin address is known by its checksum") {
  // The examples of BIP 173 and of the Bitcoin wiki.
  CHECK(list_of("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4") ==
        List{"btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"});
  CHECK(list_of("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2") == List{"btc 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"});
  CHECK(list_of("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3") == List{});
}

TEST_CASE("the budget changes nothing but the number of steps") {
  std::string text;
  for (int i = 0; i < 2000; ++i)
    text += "It calls evil" + std::to_string(i) + "[.]example[.]com on port 443. ";
  const auto at_once = found_in(text);
  const auto in_steps = found_in(text, 1);
  REQUIRE(at_once.size() == 4000);
  CHECK(at_once.size() == in_steps.size());
  CHECK(std::equal(at_once.begin(), at_once.end(), in_steps.begin(),
                   [](const auto& a, const auto& b) { return a.span == b.span && a.value == b.value; }));
}
