#include "core/language/word_kinds.hpp"

#include <doctest/doctest.h>

#include <string>

using hearsay::language::WordKinds;

namespace {

// "patch" in the first of two buckets, "big" and "carry" in the second, as derive_word_kinds.mjs writes them.
std::string small_dictionary() {
  std::string bytes = "HWK1";
  for (const int byte : {1, 1, 2, 154, 16, 136, 3, 4, 3}) bytes.push_back(static_cast<char>(byte));
  return bytes;
}

}  // namespace

TEST_CASE("a dictionary knows the forms of its words, and of which kinds they can be") {
  const std::string bytes = small_dictionary();
  WordKinds dictionary;
  REQUIRE(dictionary.load(bytes));
  constexpr int kNounOrVerb = WordKinds::noun | WordKinds::verb;
  CHECK(dictionary.find("patch") == kNounOrVerb);
  CHECK(dictionary.find("Patches") == kNounOrVerb);
  CHECK(dictionary.find("PATCHED") == WordKinds::verb);
  CHECK(dictionary.find("carries") == kNounOrVerb);
  CHECK(dictionary.find("carrying") == WordKinds::verb);
  CHECK(dictionary.find("bigger") == WordKinds::adjective);
  CHECK(dictionary.find("bigs") == 0);
  CHECK(dictionary.find("Kestrelware") == 0);
  CHECK(dictionary.find("caf\xC3\xA9") == 0);
  CHECK(dictionary.find("") == 0);
  CHECK(dictionary.find(std::string(1000, 's')) == 0);
}

TEST_CASE("an empty dictionary knows nothing, a damaged one is refused") {
  const std::string bytes = small_dictionary();
  WordKinds dictionary;
  REQUIRE(dictionary.load(""));
  CHECK(dictionary.find("patch") == 0);
  for (std::size_t size = 1; size < bytes.size(); ++size)
    CHECK_FALSE(WordKinds().load(bytes.substr(0, size)));
  CHECK_FALSE(WordKinds().load(bytes + "x"));
}
