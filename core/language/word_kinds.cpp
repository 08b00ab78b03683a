#include "core/language/word_kinds.hpp"

#include <array>

#include "core/text/ascii.hpp"

namespace hearsay::language {
namespace {

constexpr std::string_view kMagic = "HWK1";
constexpr std::size_t kLongest = 40;  // letters of a word that is looked up

// FNV-1a, stirred once more. core/training/derive_word_kinds.mjs has the same.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 0x811C9DC5u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
  hash ^= hash >> 15;
  hash *= 0x2C1B3C6Du;
  return hash ^ hash >> 13;
}

// A form of a word: the ending that is cut off, what takes its place, and the kinds that are so formed.
struct Form {
  std::string_view ending;
  std::string_view instead;
  std::uint8_t kinds;
  bool doubles = false;  // "planned": the last letter before the ending stands twice
};

constexpr std::uint8_t kNounOrVerb = WordKinds::noun | WordKinds::verb | WordKinds::person | WordKinds::group;
constexpr std::uint8_t kCompared = WordKinds::adjective | WordKinds::adverb;
constexpr Form kForms[] = {
    {"s", "", kNounOrVerb},        {"es", "", kNounOrVerb},
    {"ies", "y", kNounOrVerb},     {"ed", "", WordKinds::verb},
    {"ed", "e", WordKinds::verb},  {"ed", "", WordKinds::verb, true},
    {"ied", "y", WordKinds::verb}, {"ing", "", WordKinds::verb},
    {"ing", "e", WordKinds::verb}, {"ing", "", WordKinds::verb, true},
    {"er", "", kCompared},         {"er", "e", kCompared},
    {"er", "", kCompared, true},   {"ier", "y", kCompared},
    {"est", "", kCompared},        {"est", "e", kCompared},
    {"est", "", kCompared, true},  {"iest", "y", kCompared},
};

}  // namespace

bool WordKinds::load(std::string_view bytes) {
  if (bytes.empty()) return true;
  const std::size_t header = kMagic.size() + 1;
  if (bytes.size() < header || bytes.substr(0, kMagic.size()) != kMagic) return false;
  const unsigned bits = static_cast<unsigned char>(bytes[kMagic.size()]);
  if (bits == 0 || bits > 20 || bytes.size() < header + (std::size_t{1} << bits)) return false;
  std::vector<std::uint32_t> starts = {0};
  for (const char size : bytes.substr(header, std::size_t{1} << bits))
    starts.push_back(starts.back() + static_cast<unsigned char>(size));
  const auto entries = bytes.substr(header + (std::size_t{1} << bits));
  if (entries.size() != 2 * std::size_t{starts.back()}) return false;
  bits_ = bits;
  prints_ = entries.substr(0, starts.back());
  kinds_ = entries.substr(starts.back());
  starts_ = std::move(starts);
  return true;
}

std::uint8_t WordKinds::entry(std::string_view lower) const {
  const std::uint32_t hash = hash_of(lower);
  const std::uint32_t bucket = hash >> (32 - bits_);
  const auto print = static_cast<char>(hash & 0xFFu);
  for (auto i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
    if (prints_[i] == print) return static_cast<std::uint8_t>(kinds_[i]);
  }
  return 0;
}

std::uint8_t WordKinds::find(std::string_view word) const {
  if (starts_.empty() || word.empty() || word.size() > kLongest) return 0;
  std::array<char, kLongest + 1> letters{};
  for (std::size_t i = 0; i < word.size(); ++i) {
    letters[i] = ascii::to_lower(word[i]);
    if (!ascii::is_lower(letters[i])) return 0;
  }
  const std::string_view lower(letters.data(), word.size());
  std::uint8_t found = entry(lower);
  for (const Form& form : kForms) {
    if (lower.size() < form.ending.size() + 2 || !lower.ends_with(form.ending)) continue;
    auto stem = lower.substr(0, lower.size() - form.ending.size());
    if (form.doubles) {
      if (stem.size() < 3 || stem[stem.size() - 1] != stem[stem.size() - 2]) continue;
      stem.remove_suffix(1);
    }
    std::array<char, kLongest + 1> base = letters;
    for (std::size_t i = 0; i < form.instead.size(); ++i) base[stem.size() + i] = form.instead[i];
    found |= static_cast<std::uint8_t>(entry({base.data(), stem.size() + form.instead.size()}) & form.kinds);
  }
  return found;
}

}  // namespace hearsay::language
