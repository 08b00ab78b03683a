#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/input/reader.hpp"

using namespace hearsay;

namespace {

struct Page {
  explicit Page(const std::string& html) {
    auto result = input::read(html, "");
    REQUIRE(result.ok());
    document.emplace_back(std::move(result).value());
  }
  [[nodiscard]] const Document& doc() const { return document.front(); }
  // "kind: text" of every block, one a line.
  [[nodiscard]] std::string outline() const {
    constexpr const char* kNames[] = {"title", "heading", "paragraph", "item",
                                      "row",   "quote",   "code",      "byline"};
    std::string out;
    for (const auto& block : doc().blocks()) {
      out += std::string(kNames[static_cast<int>(block.kind)]) + ": " + std::string(doc().text(block.span)) +
             "\n";
    }
    return out;
  }
  std::vector<Document> document;
};

const std::string kParagraph =
    "The Norvik cyber agency warned on Friday of two holes in routers that Tallow makes. It named no victim, "
    "and "
    "said that it would not name one before the holes were closed everywhere.";

}  // namespace

TEST_CASE("an HTML page becomes its article") {
  const Page page(
      "<!DOCTYPE html><html><head><title>Norvik warns | The Daily</title>"
      "<meta property='article:published_time' content='2019-05-03T10:00:00Z'>"
      "<meta property=og:site_name content='The Daily'><script>var a = '<p>no</p>';</script></head>"
      "<body class=has-sidebar><div id=cookie-banner>We use cookies. <button>Accept</button></div>"
      "<header><nav><ul><li><a href=/>Home</a><li>News</ul></nav></header>"
      "<div><article><header><h1>Norvik <em>warns</em></h1><div class=byline>By Ada Penn</div>"
      "<p><time datetime=2019-05-03>3 May 2019</time></p></header><p>" +
      kParagraph +
      "<p>Tallow &ldquo;denies&rdquo; it &amp; more&#46;<div class=share-buttons>Tweet</div>"
      "<h2>What to do</h2><ul><li>Install version 2.4<ul><li>at once</li></ul><li>Change passwords</ul>"
      "<table><tr><th>Product<th>Fixed<tr><td>Tallow 2<td>2.4</table><blockquote><p>It is safe.</blockquote>"
      "<pre>$ tallow --update</pre></article></div><aside>Other things</aside><footer>(c) The "
      "Daily</footer>");
  CHECK(page.outline() ==
        "title: Norvik warns\nbyline: By Ada Penn\nbyline: 3 May 2019\nparagraph: " + kParagraph +
            "\nparagraph: Tallow \xE2\x80\x9C"
            "denies\xE2\x80\x9D it & more.\nheading: What to do\n"
            "item: - Install version 2.4\nitem: - at once\nitem: - Change passwords\nrow: Product | Fixed\n"
            "row: Tallow 2 | 2.4\nquote: It is safe.\ncode: $ tallow --update\n");
  CHECK(page.doc().format() == InputFormat::html);
  CHECK(page.doc().derived());
  CHECK(page.doc().metadata().published.value == "2019-05-03T10:00:00Z");
  CHECK(page.doc().text(page.doc().metadata().published.span) == "3 May 2019");
  CHECK(page.doc().metadata().issuer.value == "The Daily");
}

TEST_CASE("without <article> or <main> the densest part of a page is read, with its headline") {
  const Page page(
      "<html><body><div class=top><h1>A warning</h1><p>Summary of it.</p></div><div class=col><div><p>" +
      kParagraph + "</p><p>" + kParagraph +
      "</p></div></div><div class=right><a href=a>One</a><a href=b>Two</a></div></body></html>");
  CHECK(page.outline() == "title: A warning\nparagraph: Summary of it.\nparagraph: " + kParagraph +
                              "\nparagraph: " + kParagraph + "\n");
}

TEST_CASE("a page whose title stands only in its head gets it without the site's name") {
  const Page page("<html><head><title>A warning of Tallow - The Daily</title><body><p>" + kParagraph +
                  "</p></html>");
  CHECK(page.outline() == "title: A warning of Tallow\nparagraph: " + kParagraph + "\n");
}

TEST_CASE("dates come from JSON-LD, and nonsense in their place is passed over") {
  const Page page(
      "<html><head><meta name=date content='last week'><script type='application/ld+json'>"
      "{\"datePublished\": \"2020-02-29\", \"dateModified\":\"2020-03-01\"</script></head><body><p>" +
      kParagraph + "</body>");
  CHECK(page.doc().metadata().published.value == "2020-02-29");
  CHECK(page.doc().metadata().revised.value == "2020-03-01");
}

TEST_CASE("broken and hostile HTML loses no text and no time") {
  CHECK(Page("<p>One <b>two<p>three</b> four < five & six &bogus; &#x110000;</p></div></span>").outline() ==
        "paragraph: One two\nparagraph: three four < five & six &bogus; \xEF\xBF\xBD\n");
  std::string deep = "<div>";
  for (int i = 0; i < 100000; ++i) deep += "<div><b>";
  CHECK(Page(deep + kParagraph).doc().text() == kParagraph);
  CHECK(Page("<html><p>" + kParagraph + std::string(300000, '<')).doc().text().starts_with("The Norvik"));
  CHECK(Page("<html><body><nav><a href=a>One</a> <a href=b>Two</a></nav>").outline() ==
        "paragraph: One Two\n");
  CHECK(!input::read("<html><body><script>only()</script></body></html>", "").ok());
}

TEST_CASE("text that merely begins with an angle bracket is no HTML") {
  CHECK(Page("<b>Warning</b> is how the mail began, and nobody knows why it did.").doc().format() ==
        InputFormat::plain);
}
