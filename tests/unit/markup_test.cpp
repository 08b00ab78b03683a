#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/input/reader.hpp"

using namespace hearsay;

namespace {

Result<Document> read(const std::string& text, const std::string& name) {
  return input::read(text, name);
}

// "kind: text" of every block, one a line.
std::string outline(const Result<Document>& document) {
  if (!document.ok()) return "error: " + document.error().message;
  constexpr const char* kNames[] = {"title", "heading", "paragraph", "item",
                                    "row",   "quote",   "code",      "byline"};
  std::string out;
  for (const auto& block : document.value().blocks()) {
    out += std::string(kNames[static_cast<int>(block.kind)]) + ": " +
           std::string(document.value().text(block.span)) + "\n";
  }
  return out;
}

const std::string kAdvisory = R"({
  "document": {
    "category": "csaf_security_advisory", "csaf_version": "2.0", "title": "Tallow Router",
    "publisher": {"category": "coordinator", "name": "Norvik CERT", "namespace": "https://norvik.gov"},
    "distribution": {"tlp": {"label": "WHITE"}},
    "tracking": {"id": "NC-31-1", "initial_release_date": "2031-03-04T10:00:00.000Z",
                 "current_release_date": "2031-03-09T10:00:00.000Z",
                 "revision_history": [{"date": "2031-03-04T10:00:00Z", "number": "1", "summary": "First"}]},
    "notes": [{"category": "summary", "title": "Risk", "text": "Anybody can log in."},
              {"category": "legal_disclaimer", "text": "As is."}],
    "acknowledgments": [{"names": ["Ada Penn"], "organization": "Lark Labs"}],
    "references": [{"summary": "Web page", "url": "https://norvik.gov/a"}]
  },
  "product_tree": {"branches": [{"category": "vendor", "name": "Tallow", "branches": [
     {"category": "product_name", "name": "Router", "branches": [
       {"category": "product_version", "name": "2.3", "product": {"name": "Tallow Router 2.3", "product_id": "P1"}}]}]}]},
  "vulnerabilities": [{
     "cve": "CVE-2031-1000", "cwe": {"id": "CWE-306", "name": "Missing Authentication"},
     "notes": [{"category": "description", "text": "The login page asks for nothing."}],
     "scores": [{"products": ["P1"], "cvss_v3": {"version": "3.1", "baseScore": 9.8,
                 "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}],
     "product_status": {"known_affected": ["P1", 7]},
     "remediations": [{"category": "vendor_fix", "details": "Install version 2.4", "url": "https://tallow.com/24"}]
  }]
})";

}  // namespace

TEST_CASE("a CSAF advisory becomes readable text, with its dates, mark and issuer") {
  const auto document = read(kAdvisory, "nc-31-1.json");
  CHECK(
      outline(document) ==
      "title: Tallow Router\nbyline: Publisher: Norvik CERT\nbyline: Published: 2031-03-04\n"
      "byline: Last revised: 2031-03-09\nbyline: Advisory: NC-31-1\nbyline: TLP:WHITE\nheading: Risk\n"
      "paragraph: Anybody can log in.\nheading: Affected products\nbyline: Vendor: Tallow\n"
      "item: - Tallow Router 2.3\nheading: CVE-2031-1000\nbyline: Weakness: CWE-306 Missing Authentication\n"
      "paragraph: The login page asks for nothing.\n"
      "paragraph: CVE-2031-1000 has a CVSS v3.1 base score of 9.8; the CVSS vector string is "
      "(CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H).\n"
      "item: - Affected: Tallow Router 2.3\nheading: Vendor fix\n"
      "paragraph: Install version 2.4. See https://tallow.com/24\nheading: Acknowledgments\n"
      "paragraph: Ada Penn of Lark Labs.\nheading: References\nitem: - Web page: https://norvik.gov/a\n"
      "heading: Update history\nitem: - 2031-03-04: First\nheading: Legal disclaimer\nparagraph: As is.\n");
  REQUIRE(document.ok());
  const auto& metadata = document.value().metadata();
  CHECK(metadata.published.value == "2031-03-04T10:00:00.000Z");
  CHECK(document.value().text(metadata.published.span) == "2031-03-04");
  CHECK(document.value().text(metadata.revised.span) == "2031-03-09");
  CHECK(metadata.tlp.value == "CLEAR");
  CHECK(document.value().text(metadata.issuer.span) == "Norvik CERT");
  CHECK(document.value().format() == InputFormat::csaf);
}

TEST_CASE("JSON that is no advisory is refused with a word on what to do") {
  const auto code = [](const std::string& json, const std::string& name) {
    const auto document = read(json, name);
    REQUIRE(!document.ok());
    return document.error().code;
  };
  CHECK(code("{", "") == ErrorCode::malformed_json);
  CHECK(code("[", "a.json") == ErrorCode::malformed_json);
  CHECK(code("{\"document\": {\"title\": \"x", "") == ErrorCode::malformed_json);
  CHECK(code("{\"document\" {}}", "") == ErrorCode::malformed_json);
  CHECK(code("{\"document\": {}}", "") == ErrorCode::unknown_json);
  CHECK(code("{\"document\": 3}", "a.json") == ErrorCode::unknown_json);
  CHECK(code("[1, 2]", "a.json") == ErrorCode::unknown_json);
  CHECK(code(std::string(100000, '{'), "a.json") == ErrorCode::malformed_json);
  CHECK(code(std::string(100000, '[') + std::string(100000, ']'), "a.json") == ErrorCode::malformed_json);
  // Fields of the wrong type are passed over.
  CHECK(read("{\"document\": {\"csaf_version\": \"2.0\", \"title\": [1], \"notes\": 3, \"tracking\": null}, "
             "\"vulnerabilities\": [null, 3, {\"cve\": {}}], \"product_tree\": {\"branches\": {}}}",
             "")
            .ok());
  // A text in braces is a text.
  CHECK(read("{Update} The agency says so.", "").ok());
}

TEST_CASE("Markdown becomes text without its marks") {
  CHECK(
      outline(read(
          "---\ntitle: \"A directive\"\ndate: 2031-03-04\n---\n"
          "## What it *says*\n\n"
          "**Agencies** [must](https://norvik.gov/(a)) act\nwithin `30` days, \xE2\x80\x9C_so_\xE2\x80\x9D "
          "snake_case <b>here</b>.\n\n"
          "- First ![x](y.png) thing\n  goes on\n    1. Deeper\n- Second\n\n"
          "| Who | When |\n|-----|:----|\n| All | **Now** |\n\n"
          "> Quoted\n> words\n\n```\nrun *this*\n```\n\nUnder\n-----\n\n[1]: https://norvik.gov\nEnd[^1].\n",
          "a.md")) ==
      "title: A directive\nheading: What it says\n"
      "paragraph: Agencies must act within 30 days, \xE2\x80\x9Cso\xE2\x80\x9D snake_case here.\n"
      "item: - First  thing goes on\nitem: 1. Deeper\nitem: - Second\nrow: Who | When\nrow: All | Now\n"
      "quote: Quoted words\ncode: run *this*\nheading: Under\nparagraph: End.\n");
}

TEST_CASE("hostile Markdown takes no time") {
  CHECK(read(std::string(200000, '['), "a.md").ok());
  CHECK(read("a" + std::string(200000, '`'), "a.md").ok());
  CHECK(read("x " + std::string(100000, '*') + " y", "a.md").ok());
  std::string links;
  for (int i = 0; i < 20000; ++i) links += "[a](";
  CHECK(read(links, "a.md").ok());
}

TEST_CASE("only what looks like Markdown is read as such") {
  const auto plain = read("# Notes of the day, with a * star and an under_score in it.", "a.txt");
  REQUIRE(plain.ok());
  CHECK(plain.value().format() == InputFormat::plain);
  const auto paste = read("# Warning\n\nSee the [page](https://norvik.gov) of the agency.\n", "");
  REQUIRE(paste.ok());
  CHECK(paste.value().format() == InputFormat::markdown);
}
