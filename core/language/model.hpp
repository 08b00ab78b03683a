#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/language/language.hpp"
#include "core/language/lemmatizer.hpp"
#include "core/language/perceptron.hpp"

namespace hearsay::language {

// The model file: "HSLM", a version, then sections of a four-letter name, a 32-bit size and the bytes, each
// padded to 16 bytes. Numbers are little endian.
inline constexpr std::uint32_t kModelVersion = 1;

std::string write_sections(const std::vector<std::pair<std::string, std::string>>& sections);
// The bytes of the section, or an empty view.
std::string_view find_section(std::string_view file, std::string_view name);

struct JointTag {
  Upos upos;
  Xpos xpos;
};

// A table of 8-bit weights as a section: log2 of the size, the number of classes, the weights.
HashedTable<std::int8_t, std::int32_t> read_table(std::string_view section);

struct Model::Impl {
  HashedTable<std::int8_t, std::int32_t> boundaries;
  HashedTable<std::int8_t, std::int32_t> tags;
  HashedTable<std::int8_t, std::int32_t> transitions;
  std::vector<JointTag> joint_tags;
  Lemmatizer lemmatizer;
};

}  // namespace hearsay::language
