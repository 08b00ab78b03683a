#pragma once

#include <string_view>

// The checksums that tell a Bitcoin address from any other word of letters and digits.
namespace hearsay::indicators {

// Base58Check (en.bitcoin.it/wiki/Base58Check_encoding): 25 bytes, the last four of them the beginning of the
// double SHA-256 of the others.
[[nodiscard]] bool is_base58_check(std::string_view word);

// Bech32 or Bech32m with the human-readable part "bc" (BIP 173, BIP 350).
[[nodiscard]] bool is_bech32(std::string_view word);

}  // namespace hearsay::indicators
