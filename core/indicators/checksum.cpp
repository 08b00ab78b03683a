#include "core/indicators/checksum.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "core/indicators/characters.hpp"

namespace hearsay::indicators {
namespace {

using Digest = std::array<std::uint8_t, 32>;

// SHA-256 (FIPS 180-4) of a message of at most 55 bytes, that is, of one block: all that an address needs.
template <std::size_t Size>
Digest sha256(const std::array<std::uint8_t, Size>& message) {
  static_assert(Size <= 55);
  constexpr std::array<std::uint32_t, 64> kRound = {
      0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
      0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
      0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
      0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
      0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
      0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
      0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
      0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
  std::array<std::uint8_t, 64> block{};
  for (std::size_t i = 0; i < Size; ++i) block[i] = message[i];
  block[Size] = 0x80;
  block[62] = static_cast<std::uint8_t>(Size * 8 >> 8);
  block[63] = static_cast<std::uint8_t>(Size * 8);

  std::array<std::uint32_t, 64> w{};
  for (std::size_t i = 0; i < 16; ++i) {
    for (std::size_t j = 0; j < 4; ++j) w[i] = w[i] << 8 | block[i * 4 + j];
  }
  for (std::size_t i = 16; i < 64; ++i) {
    const auto s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
    const auto s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  constexpr std::array<std::uint32_t, 8> kStart = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                   0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  auto h = kStart;
  for (std::size_t i = 0; i < 64; ++i) {
    const auto s1 = std::rotr(h[4], 6) ^ std::rotr(h[4], 11) ^ std::rotr(h[4], 25);
    const auto choice = (h[4] & h[5]) ^ (~h[4] & h[6]);
    const auto t1 = h[7] + s1 + choice + kRound[i] + w[i];
    const auto s0 = std::rotr(h[0], 2) ^ std::rotr(h[0], 13) ^ std::rotr(h[0], 22);
    const auto majority = (h[0] & h[1]) ^ (h[0] & h[2]) ^ (h[1] & h[2]);
    h = {t1 + s0 + majority, h[0], h[1], h[2], h[3] + t1, h[4], h[5], h[6]};
  }
  Digest digest{};
  for (std::size_t i = 0; i < 8; ++i) {
    const auto word = h[i] + kStart[i];
    for (std::size_t j = 0; j < 4; ++j) digest[i * 4 + j] = static_cast<std::uint8_t>(word >> (24 - 8 * j));
  }
  return digest;
}

}  // namespace

bool is_base58_check(std::string_view word) {
  constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  std::array<std::uint8_t, 25> bytes{};
  for (const char c : word) {
    const auto value = kAlphabet.find(c);
    if (value == std::string_view::npos) return false;
    auto carry = static_cast<std::uint32_t>(value);
    for (std::size_t i = bytes.size(); i-- > 0;) {
      carry += bytes[i] * 58u;
      bytes[i] = static_cast<std::uint8_t>(carry);
      carry >>= 8;
    }
    if (carry != 0) return false;
  }
  std::array<std::uint8_t, 21> payload{};
  for (std::size_t i = 0; i < payload.size(); ++i) payload[i] = bytes[i];
  const auto digest = sha256(sha256(payload));
  for (std::size_t i = 0; i < 4; ++i) {
    if (digest[i] != bytes[payload.size() + i]) return false;
  }
  return true;
}

bool is_bech32(std::string_view word) {
  constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::array<std::uint32_t, 5> kGenerator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                       0x2a1462b3};
  std::uint32_t checksum = 1;
  const auto add = [&](std::uint32_t value) {
    const auto top = checksum >> 25;
    checksum = (checksum & 0x1ffffff) << 5 ^ value;
    for (std::size_t i = 0; i < kGenerator.size(); ++i) {
      if ((top >> i & 1u) != 0) checksum ^= kGenerator[i];
    }
  };
  for (const std::uint32_t value : {3u, 3u, 0u, 2u, 3u}) add(value);  // "bc", expanded
  for (const char c : word.substr(3)) {
    const auto value = kAlphabet.find(to_lower(c));
    if (value == std::string_view::npos) return false;
    add(static_cast<std::uint32_t>(value));
  }
  return checksum == 1 || checksum == 0x2bc830a3;
}

}  // namespace hearsay::indicators
