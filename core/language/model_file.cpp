#include "core/language/model_file.hpp"

#include <cstring>

namespace hearsay::language {
namespace {

constexpr std::size_t kAlignment = 16;

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

void put_u32(std::string& out, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) out.push_back(static_cast<char>(value >> (8 * i)));
}

void pad(std::string& out) {
  while (out.size() % kAlignment != 0) out.push_back('\0');
}

}  // namespace

std::string write_sections(const std::vector<std::pair<std::string, std::string>>& sections) {
  std::string out = "HSLM";
  put_u32(out, kModelVersion);
  pad(out);
  for (const auto& [name, bytes] : sections) {
    out += name;
    put_u32(out, static_cast<std::uint32_t>(bytes.size()));
    pad(out);
    out += bytes;
    pad(out);
  }
  return out;
}

std::vector<std::pair<std::string_view, std::string_view>> read_sections(std::string_view file) {
  std::vector<std::pair<std::string_view, std::string_view>> sections;
  if (file.size() < kAlignment || file.substr(0, 4) != "HSLM" || read_u32(file, 4) != kModelVersion)
    return sections;
  std::size_t at = kAlignment;
  while (at < file.size()) {
    if (file.size() - at < kAlignment) return {};
    const std::string_view name = file.substr(at, 4);
    const std::size_t size = read_u32(file, at + 4);
    at += kAlignment;
    const std::size_t padded = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (file.size() - at < padded) return {};
    sections.emplace_back(name, file.substr(at, size));
    at += padded;
  }
  return sections;
}

std::string_view find_section(std::string_view file, std::string_view name) {
  for (const auto& [section, bytes] : read_sections(file)) {
    if (section == name) return bytes;
  }
  return {};
}

std::string_view ModelReader::bytes(std::size_t count) {
  if (count > bytes_.size()) {
    ok_ = false;
    bytes_ = {};
    return {};
  }
  const std::string_view result = bytes_.substr(0, count);
  bytes_.remove_prefix(count);
  return result;
}

std::uint32_t ModelReader::number() {
  const std::string_view four = bytes(4);
  return four.size() == 4 ? read_u32(four, 0) : 0;
}

float ModelReader::real() {
  const std::uint32_t bits = number();
  float value = 0;
  std::memcpy(&value, &bits, 4);
  return value == value ? value : 0;  // a damaged file must not bring NaN into conversions
}

}  // namespace hearsay::language
