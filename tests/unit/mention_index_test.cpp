#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/actors/actors.hpp"

namespace hearsay::actors {
namespace {

// Words apart by single spaces, without a tree.
language::LanguageLayer words(std::string_view text) {
  language::LanguageLayer layer;
  std::uint32_t begin = 0;
  while (begin < text.size()) {
    const auto space = text.find(' ', begin);
    const auto end = static_cast<std::uint32_t>(space == std::string_view::npos ? text.size() : space);
    language::Token token;
    token.span = {begin, end};
    layer.tokens.push_back(token);
    begin = end + 1;
  }
  return layer;
}

Actor actor(Span span, std::uint32_t head) {
  Actor made;
  made.name = span;
  made.mentions.push_back({span, MentionForm::name, head, "same name"});
  return made;
}

TEST_CASE("the smallest mention that covers a token is the one that counts") {
  const auto layer = words("the head of the Brell Office spoke");
  const std::vector<Actor> actors = {actor({0, 28}, 1), actor({16, 28}, 5)};
  const MentionIndex index(actors, layer);
  CHECK(index.headed_by(1).index() == 0);
  CHECK(index.headed_by(5).index() == 1);
  CHECK_FALSE(index.headed_by(4));
  CHECK(index.covering(2).index() == 0);
  CHECK(index.covering(4).index() == 1);
  CHECK_FALSE(index.covering(6));
  CHECK_FALSE(index.covering(language::kNoToken));
}

TEST_CASE("an index over nothing answers nothing") {
  const MentionIndex index({}, language::LanguageLayer{});
  CHECK_FALSE(index.covering(0));
  CHECK_FALSE(index.headed_by(0));
}

}  // namespace
}  // namespace hearsay::actors
