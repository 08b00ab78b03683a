#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/text/blocks.hpp"
#include "core/text/record_head.hpp"
#include "core/text/utf8.hpp"

using namespace hearsay;

namespace {

struct Seen {
  BlockKind kind;
  std::string text;
};

std::vector<Seen> blocks_of(const std::string& text) {
  std::vector<Seen> seen;
  for (const auto& block : text::split_into_blocks(text)) {
    seen.push_back({block.kind, std::string(block.span.in(text))});
  }
  return seen;
}

std::vector<BlockKind> kinds_of(const std::string& text) {
  std::vector<BlockKind> kinds;
  for (const auto& block : text::split_into_blocks(text)) kinds.push_back(block.kind);
  return kinds;
}

using Kinds = std::vector<BlockKind>;
constexpr auto title = BlockKind::title;
constexpr auto heading = BlockKind::heading;
constexpr auto paragraph = BlockKind::paragraph;
constexpr auto item = BlockKind::list_item;
constexpr auto row = BlockKind::table_row;
constexpr auto quote = BlockKind::quote;
constexpr auto code = BlockKind::code;
constexpr auto byline = BlockKind::byline;

}  // namespace

TEST_CASE("an article has a title, a byline, paragraphs and headings") {
  CHECK(kinds_of("Norvik warns of holes in Tallow routers\n"
                 "\n"
                 "By Ada Penn and Jon Lark\n"
                 "Published 3 May 2019\n"
                 "\n"
                 "The Norvik cyber agency warned on Friday of two holes in routers that Tallow makes. It "
                 "named no victim.\n"
                 "\n"
                 "What to do\n"
                 "\n"
                 "Owners should install version 2.4 at once, the agency said, and change all passwords after "
                 "that.\n") == Kinds{title, byline, byline, paragraph, heading, paragraph});
}

TEST_CASE("lines that a mail program wrapped are one paragraph") {
  const auto seen = blocks_of(
      "The Norvik cyber agency warned on Friday of two holes in routers that\n"
      "Tallow makes. Nobody has been harmed so far, but the agency expects that\n"
      "the holes will be used soon.\n"
      "\n"
      "Tallow denies that the holes matter. A spokesman said that nobody could\n"
      "Use them from outside.\n");
  REQUIRE(seen.size() == 2);
  CHECK(seen[0].text.ends_with("be used soon."));
  CHECK(seen[1].text.ends_with("from outside."));
}

TEST_CASE("a sentence that a page's end broke is one paragraph in a wrapped text, and only there") {
  const std::string broken =
      "The agency adds that the second hole lets an attacker who has come in\n\nread the memory of it.\n";
  CHECK(blocks_of("The Norvik cyber agency warned on Friday of two holes in routers that\n"
                  "the maker denies.\n\n" +
                  broken)
            .size() == 2);
  CHECK(blocks_of(broken).size() == 2);
}

TEST_CASE("a marking and the publisher's name come before the title") {
  CHECK(kinds_of("TLP:AMBER\n\nNorvik Cyber Agency\n\nAttackers use holes in Tallow routers\n\n"
                 "The agency warned on Friday of two holes in routers that Tallow makes and sells.\n") ==
        Kinds{byline, paragraph, title, paragraph});
}

TEST_CASE("where every paragraph is a line, every line is a block") {
  CHECK(blocks_of("The agency warned of the router on Friday.\n"
                  "Its maker denies that anything is wrong with it.\n"
                  "Nobody has been harmed.\n"
                  "An inquiry goes on, and its findings are expected in May.\n")
            .size() == 4);
}

TEST_CASE("addresses, hashes and fields of a record, one a line, are no wrapped prose") {
  CHECK(blocks_of("Hosts that the group used:\n"
                  "hxxps://drop[.]norvik[.]example/gate\n"
                  "hxxps://drop[.]tallow[.]example/gate\n"
                  "mail@norvik[.]example\n"
                  "e9ed774517e129a170cdb856bd13e7e8\n"
                  "winvnc_setup.exe\n")
            .size() == 6);
  CHECK(blocks_of("name: A hole in routers of the Tallow family that nobody had seen\n"
                  "author: the Norvik agency\n"
                  "status: experimental and not for use\n")
            .size() == 3);
}

TEST_CASE("lists keep their marks, their depth and the lines that belong to an item") {
  const std::string text =
      "The agency recommends:\n"
      "- Install the new version on every router that can be reached\n"
      "  from outside.\n"
      "    \xE2\x80\xA2 Start with those at the border.\n"
      "2) Change passwords.\n"
      "(b) Tell the agency.\n";
  const auto blocks = text::split_into_blocks(text);
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[0].kind == paragraph);
  CHECK(blocks[1].kind == item);
  CHECK(blocks[1].level == 1);
  CHECK(blocks[1].span.in(text).ends_with("outside."));
  CHECK(blocks[2].kind == item);
  CHECK(blocks[2].level == 2);
  CHECK(blocks[3].kind == item);
  CHECK(blocks[4].kind == item);
}

TEST_CASE("numbered headings of an advisory are headings, numbered steps are items") {
  CHECK(kinds_of("Tallow router: missing check\n"
                 "\n"
                 "1. EXECUTIVE SUMMARY\n"
                 "\n"
                 "A missing check lets anybody in who sends a long name to the router's login page.\n"
                 "\n"
                 "3.2 Overview\n"
                 "\n"
                 "The name is copied to a buffer of fixed length, and nobody counts how long it is.\n"
                 "\n"
                 "1. Open the settings.\n"
                 "2. Press the button.\n") ==
        Kinds{title, heading, paragraph, heading, paragraph, item, item});
}

TEST_CASE("tables, quotes, logs and rules are told from prose") {
  CHECK(kinds_of("Product | Version | Fixed | Since\n| a | b | c |\nTallow\t2.1\t2.4\n") ==
        Kinds{row, row, row});
  CHECK(
      kinds_of(
          "> They said that it was safe.\n> It was not.\n\nWe disagree with them in every single point.\n") ==
      Kinds{quote, quote, paragraph});
  CHECK(kinds_of("It says so here, and it says it in full:\n\n```\nint main() {\n\n}\n```\n") ==
        Kinds{paragraph, code});
  CHECK(kinds_of("Summary of it\n=============\n\nThe agency warned of the router.\n") ==
        Kinds{title, code, paragraph});
}

TEST_CASE("an initial at the start of a line begins a name, not a list") {
  CHECK(kinds_of("A. Penn wrote the report that the agency published on Friday.\n") == Kinds{paragraph});
}

TEST_CASE("a sentence that happens to be short is no heading, and one line is no title") {
  CHECK(kinds_of("The router is safe") == Kinds{paragraph});
  CHECK(kinds_of("The agency said so.\n\nNobody has asked it why, and it has not offered any reason of its "
                 "own.\n") == Kinds{paragraph, paragraph});
}

TEST_CASE("a headline may ask and answer where it stands apart") {
  const std::string text =
      "\n\nThe agency said on Monday that the routers of Tallow are unsafe, and Tallow said that they are "
      "not.\n";
  CHECK(kinds_of("Are Tallow routers safe? Agency says no" + text) == Kinds{title, paragraph});
  CHECK(kinds_of("Tallow hacked!" + text) == Kinds{title, paragraph});
  CHECK(kinds_of("Tallow Routers Unsafe, Agency Says." + text) == Kinds{title, paragraph});
  CHECK(kinds_of("Patch now, agency says.\n\nBy Ann Penn" + text) == Kinds{title, byline, paragraph});
  CHECK(kinds_of("The agency has had enough of it." + text) == Kinds{paragraph, paragraph});
  CHECK(kinds_of("Are you there? I am." + text) == Kinds{paragraph, paragraph});
}

TEST_CASE("the lines beside a byline are its author's, and what a publisher adds is no prose") {
  const std::string text = "The agency said on Monday that the routers of Tallow are unsafe and must go.\n";
  CHECK(kinds_of(
            "Tallow routers are unsafe\n\nAnn Penn\n\nLegal affairs correspondent\n\nFriday 3 May 2019\n\n" +
            text) == Kinds{title, byline, byline, byline, paragraph});
  CHECK(kinds_of("Tallow routers are unsafe\n\nAgency wants them out by June\n\nBy Ann Penn\n\n" + text) ==
        Kinds{title, heading, byline, paragraph});
  CHECK(kinds_of("Tallow routers are unsafe\n\nMay 3, 2019 \xC2\xB7 6 min read\n\nShare on: Mail | Link\n\n" +
                 text) == Kinds{title, byline, byline, paragraph});
  CHECK(kinds_of("Tallow routers are unsafe\n\n[Image caption: Tallow says its routers are safe]\n\n" + text +
                 "\nRead more: How we tested routers\n\n" + text +
                 "\n(Reporting by Ann Penn; Editing by Bo Lark)\n") ==
        Kinds{title, paragraph, paragraph, byline, paragraph, byline});
}

TEST_CASE("what stands between a title and its text, and over a section") {
  const std::string text = "The agency said on Monday that the routers of Tallow are unsafe and must go.\n";
  CHECK(kinds_of(
            "Tallow routers are unsafe\n\nMinister sees \"no reason for alarm\"; opposition wants a freeze "
            "on all new orders by the end of May\n\n" +
            text) == Kinds{title, heading, paragraph});
  CHECK(kinds_of(
            "Tallow routers are unsafe\n\nPenn Systems | First published: May 3, 2019 | Severity: high\n\n" +
            text) == Kinds{title, byline, paragraph});
  CHECK(kinds_of("Tallow routers are unsafe\n\nBergen, Friday 3 May 2019\n\n" + text) ==
        Kinds{title, byline, paragraph});
  CHECK(kinds_of("Tallow routers are unsafe\n\n" + text + "\nI only have the hub. What about me?\n\n" +
                 text) == Kinds{title, paragraph, heading, paragraph});
  CHECK(
      kinds_of("Tallow routers are unsafe\n\n" + text +
               "\nTimeline\n\n2019-05-03 Report received\n\n2019-06-01 Fix sent out\n\nThanks: Bo Lark.\n\n" +
               text + "\nAnnex 1: Exemptions\n\nThe ban does not apply to:\n- hubs\n") ==
      Kinds{title, paragraph, heading, paragraph, paragraph, paragraph, paragraph, heading, paragraph, item});
}

TEST_CASE("the fields of a saved record are its title, its date and no prose") {
  const std::string text = "The agency warned of routers of the Tallow family that anybody can take over.\n";
  const std::string colons = "Title: Hole in Tallow routers\nURL: https://penn.example/1\n\n" + text;
  CHECK(kinds_of(colons) == Kinds{code, title, code, code, paragraph});
  CHECK(text::split_into_blocks(colons)[1].span.in(colons) == "Hole in Tallow routers");
  const std::string tags =
      "<title> Are Tallow routers safe? </title>\n<date> 2019_05_03 </date>\n<text>\n" + text + "</text>\n";
  CHECK(kinds_of(tags) == Kinds{code, title, code, code, byline, code, code, paragraph, code});
  const auto head = text::read_record_head(tags);
  CHECK(head.published == "2019-05-03");
  CHECK(head.published_span.in(tags) == "2019_05_03");
  const auto filed =
      text::read_record_head("Title: Hole\nURL: https://penn.example/2019/05/03/hole\n\n" + text);
  CHECK(filed.published == "2019-05-03");
  // The label of a sentence, and of a list of what an agency wants.
  CHECK(text::read_record_head("Source: the agency says so.\n").fields.empty());
  CHECK(text::read_record_head("Title:\n" + text).fields.empty());
}

TEST_CASE("blocks hold all that is not white space, in order") {
  const std::string text =
      "\xC2\xA0 A\r\n\r\n\t- b  \r\n|c|d|e|\n\x0C"
      "f\xE2\x80\xA8g\n====\n```\nunclosed";
  std::uint32_t end = 0;
  std::string between;
  for (const auto& block : text::split_into_blocks(text)) {
    REQUIRE(block.span.begin >= end);
    REQUIRE(block.span.begin < block.span.end);
    between += text.substr(end, block.span.begin - end);
    end = block.span.end;
  }
  between += text.substr(end);
  CHECK(between.find_first_not_of(" \t\r\n\x0C\xC2\xA0\xE2\x80\xA8") == std::string::npos);
}

TEST_CASE("UTF-8 is decoded strictly") {
  CHECK(utf8::decode("\xE2\x82\xAC", 0).code == 0x20AC);
  CHECK(utf8::decode("\xC0\xAF", 0).size == 0);          // overlong
  CHECK(utf8::decode("\xED\xA0\x80", 0).size == 0);      // surrogate
  CHECK(utf8::decode("\xF4\x90\x80\x80", 0).size == 0);  // above U+10FFFF
  CHECK(utf8::decode("\xE2\x82", 0).size == 0);          // cut off
}
