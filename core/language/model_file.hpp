#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The model file: "HSLM", a version, then sections of a four-letter name, a 32-bit size and the bytes, each
// padded to 16 bytes. Numbers are little endian.
namespace hearsay::language {

inline constexpr std::uint32_t kModelVersion = 3;

std::string write_sections(const std::vector<std::pair<std::string, std::string>>& sections);
// Names and bytes, which point into `file`; none where one of them is cut short.
std::vector<std::pair<std::string_view, std::string_view>> read_sections(std::string_view file);
// The bytes of the section, or an empty view.
std::string_view find_section(std::string_view file, std::string_view name);

// Reads a section from its start. After a read beyond the end everything is zero and ok() false.
class ModelReader {
 public:
  explicit ModelReader(std::string_view section) : bytes_(section) {}
  std::uint32_t number();
  float real();
  std::string_view bytes(std::size_t count);
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace hearsay::language
