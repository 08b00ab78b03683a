#include "core/actors/word_classes.hpp"

namespace hearsay::actors {
namespace {

constexpr std::string_view kMagic = "HWC1";
constexpr std::size_t kMiddle = 256;
constexpr std::size_t kEntry = 3;  // bytes

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// FNV-1a, stirred once more: its upper bits alone are too much alike for short words.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  hash ^= hash >> 29;
  return hash * 0xbf58476d1ce4e5b9ull;
}

}  // namespace

bool WordClasses::load(std::string_view bytes) {
  if (bytes.empty()) return true;
  const std::size_t header = kMagic.size() + 1;
  if (bytes.size() < header + kMiddle || bytes.substr(0, kMagic.size()) != kMagic) return false;
  const auto bits = byte_at(bytes, kMagic.size());
  const std::size_t buckets = std::size_t{1} << (bits & 31u);
  if (bits > 20 || bytes.size() < header + kMiddle + buckets) return false;
  const auto sizes = bytes.substr(header + kMiddle, buckets);
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t i = 0; i < buckets; ++i) starts.push_back(starts.back() + byte_at(sizes, i));
  const auto entries = bytes.substr(header + kMiddle + buckets);
  if (entries.size() != starts.back() * kEntry) return false;
  bits_ = bits;
  broad_ = bytes.substr(header, kMiddle);
  starts_ = std::move(starts);
  entries_ = entries;
  return true;
}

WordClass WordClasses::find(std::string_view word) const {
  if (starts_.empty()) return {};
  const std::uint64_t hash = hash_of(word);
  const auto bucket = static_cast<std::size_t>(hash >> (64 - bits_));
  const auto wanted = static_cast<std::uint32_t>(hash >> 16 & 0xFFFu);
  for (auto i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
    const std::size_t at = i * kEntry;
    const std::uint32_t entry =
        byte_at(entries_, at) | byte_at(entries_, at + 1) << 8 | byte_at(entries_, at + 2) << 16;
    if (entry >> 12 != wanted) continue;
    const std::uint32_t fine = entry & 0x7FFu;
    return {byte_at(broad_, fine >> 3) + 1, (fine >> 3) + 1, fine + 1, (entry >> 11 & 1u) != 0};
  }
  return {};
}

}  // namespace hearsay::actors
