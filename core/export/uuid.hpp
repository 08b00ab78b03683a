#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::exporting {

// A name-based UUID (RFC 9562, version 5): the same name gives the same id, so that a repeated export is
// byte-identical. Ours all lie in one namespace of Hearsay's own.
[[nodiscard]] std::string uuid_for(std::string_view name);

// SHA-1 (RFC 3174), which version 5 prescribes. Not used for anything that must withstand an attacker.
[[nodiscard]] std::array<std::uint8_t, 20> sha1(std::string_view bytes);

}  // namespace hearsay::exporting
