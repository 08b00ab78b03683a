// Bytes of a file -> document. The first byte says what the file is called.
#include <array>
#include <cstddef>
#include <cstdint>

#include "core/input/reader.hpp"
#include "tests/fuzz/checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array<std::string_view, 5> kNames = {"", "a.txt", "a.md", "a.html", "a.json"};
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto document = hearsay::input::read(bytes, kNames[data[0] % kNames.size()]);
  if (document.ok()) {
    hearsay::fuzz::check_document(document.value());
    hearsay::fuzz::require(!document.value().blocks().empty(), "a document holds something");
  } else {
    hearsay::fuzz::require(!document.error().message.empty(), "an error says what is wrong");
  }
  return 0;
}
