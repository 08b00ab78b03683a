#include "web/mirror.hpp"

#include <doctest/doctest.h>

using namespace hearsay;

namespace {

bool has(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

ui::ViewModel ready_view(std::string_view text) {
  ui::ViewModel view;
  view.phase = ui::Phase::ready;
  view.text = text;
  view.blocks.push_back({.span = {0, static_cast<std::uint32_t>(text.size())}});
  return view;
}

}  // namespace

TEST_CASE("the mirror of an empty page offers what a reader can do") {
  const std::string html = web::mirror({});
  CHECK(has(html, "<h1>Hearsay</h1>"));
  CHECK(has(html, ">Open a file</button>"));
  CHECK(has(html, ">Try a sample</button>"));
  CHECK_FALSE(has(html, "<article"));
}

TEST_CASE("the mirror escapes whatever comes from the document") {
  ui::ViewModel view = ready_view("<script>alert(\"&\")</script>");
  view.header.title = "<img src=x onerror=alert(1)>";
  const std::string html = web::mirror(view);
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "<img"));
  CHECK(has(html, "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;"));
}

TEST_CASE("marks that overlap are cut where one begins or ends, and lose no word") {
  ui::ViewModel view = ready_view("one two three four");
  view.marks.push_back({.span = {0, 13}, .claim = 0, .stance = Stance::warn});
  view.marks.push_back({.span = {8, 18}, .claim = 1, .stance = Stance::deny});
  const std::string html = web::mirror(view);
  CHECK(has(html, "data-claim=\"0\" id=\"claim-0\""));
  CHECK(has(html, ">one two </mark>"));
  CHECK(has(html, "data-claim=\"0 1\" id=\"claim-1\""));
  CHECK(has(html, ">three</mark>"));
  CHECK(has(html, "data-claim=\"1\""));
  CHECK(has(html, "> four</mark>"));
}

TEST_CASE("a mark over several blocks continues in each of them") {
  ui::ViewModel view = ready_view("first\n\nsecond");
  view.blocks = {{.span = {0, 5}}, {.span = {7, 13}, .kind = BlockKind::list_item, .level = 1}};
  view.marks.push_back({.span = {0, 13}, .claim = 4, .stance = Stance::state});
  const std::string html = web::mirror(view);
  CHECK(has(html, "id=\"claim-4\""));
  CHECK(has(html, ">first</mark></p>"));
  CHECK(has(html, "<ul><li><mark"));
  CHECK(has(html, ">second</mark></li>\n</ul>"));
}

TEST_CASE("a row of the ledger leads to its claim") {
  ui::ViewModel view = ready_view("Borealis denied it.");
  ui::LedgerRow row;
  row.claim = 7;
  row.stance_word = "denies";
  row.source = "Borealis";
  row.content = "it";
  row.why = "a verb of denial";
  row.go = {.kind = ui::Target::Kind::claim, .index = 7, .span = {16, 18}};
  view.ledger.push_back(row);
  const std::string html = web::mirror(view);
  CHECK(has(html,
            "data-event=\"select_claim\" data-index=\"7\" data-begin=\"16\" data-end=\"18\">"
            "<strong>Borealis</strong> denies: it</a>"));
  CHECK(has(html, "<dt>Why</dt><dd>a verb of denial</dd>"));
}

TEST_CASE("a long mirror comes in parts that are whole elements") {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "- A line of a long list, with a page break \f in it\n";
  ui::ViewModel view = ready_view(text);
  view.blocks.clear();
  for (std::uint32_t at = 0; at < text.size(); at = static_cast<std::uint32_t>(text.find('\n', at)) + 1) {
    const auto end = static_cast<std::uint32_t>(text.find('\n', at));
    view.blocks.push_back({.span = {at, end}, .kind = BlockKind::list_item, .level = 1});
  }
  const std::string html = web::mirror(view);
  std::size_t at = html.find(web::kPartMark);
  REQUIRE(at != std::string::npos);
  std::size_t parts = 0;
  while (at != std::string::npos) {
    const std::size_t after = html.find(web::kPartMark, at + 1);
    CHECK(html.substr(at + 1, after - at - 1) == "words");
    CHECK(html.compare(after + 1, 8, "<ul><li>") == 0);
    CHECK(html.compare(at - 5, 5, "</ul>") == 0);
    at = html.find(web::kPartMark, after + 1);
    ++parts;
  }
  CHECK(parts >= 3);
}
