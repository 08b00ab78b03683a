#include "core/text/marking.hpp"

#include <doctest/doctest.h>

using namespace hearsay;

namespace {

Marking marking_of(const std::string& text, Metadata metadata = {}) {
  return find_marking(Document(text, {}, InputFormat::plain, false, std::move(metadata)));
}

}  // namespace

TEST_CASE("a TLP label is found where it is one") {
  CHECK(marking_of("TLP:AMBER+STRICT\n\nText").tlp == "AMBER+STRICT");
  CHECK(marking_of("Handling: TLP: RED.").tlp == "RED");
  CHECK(marking_of("TLP:AMBERGRIS").tlp.empty());
  CHECK(marking_of("The TLP is a protocol.").tlp.empty());
  CHECK(marking_of("").tlp.empty());
}

TEST_CASE("the strictest of several labels holds, with its own evidence") {
  const auto marking = marking_of("TLP:GREEN above, TLP:RED within, TLP:CLEAR below, TLP:RED again");
  CHECK(marking.tlp == "RED");
  CHECK(marking.evidence.size() == 2);
}

TEST_CASE("a label in the document's metadata wins") {
  Metadata metadata;
  metadata.tlp.value = "WHITE";
  const auto marking = marking_of("An older copy was TLP:RED.", metadata);
  CHECK(marking.tlp == "WHITE");
  CHECK(marking.evidence.empty());
}
