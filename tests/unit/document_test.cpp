#include "core/text/document.hpp"

#include <doctest/doctest.h>

using namespace hearsay;

TEST_CASE("a document counts code points, not bytes") {
  const std::string text =
      std::string(63, 'a') + "\xE2\x80\x99 b";  // a typographic apostrophe across the index step
  const Document document(text, {}, InputFormat::plain, false, {});
  CHECK(document.length() == 66);
  CHECK(document.code_points_before(63) == 63);
  CHECK(document.code_points_before(66) == 64);
}
