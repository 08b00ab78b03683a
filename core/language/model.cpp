#include "core/language/model.hpp"

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

std::string_view find_section(std::string_view file, std::string_view wanted) {
  if (file.size() < kAlignment || file.substr(0, 4) != "HSLM" || read_u32(file, 4) != kModelVersion)
    return {};
  std::size_t at = kAlignment;
  while (file.size() - at >= kAlignment) {
    const std::string_view section_name = file.substr(at, 4);
    const std::size_t size = read_u32(file, at + 4);
    at += kAlignment;
    if (file.size() - at < size) return {};
    if (section_name == wanted) return file.substr(at, size);
    at += (size + kAlignment - 1) / kAlignment * kAlignment;
    if (at > file.size()) return {};
  }
  return {};
}

HashedTable<std::int8_t, std::int32_t> read_table(std::string_view section) {
  HashedTable<std::int8_t, std::int32_t> table;
  if (section.size() < kAlignment) return table;
  const std::uint32_t log_size = read_u32(section, 0);
  const std::uint32_t classes = read_u32(section, 4);
  if (log_size > 24 || classes > 256 ||
      section.size() - kAlignment < (std::size_t{1} << log_size) + classes) {
    return table;
  }
  table.weights = reinterpret_cast<const std::int8_t*>(section.data() + kAlignment);
  table.mask = (1u << log_size) - 1;
  table.classes = classes;
  return table;
}

Model::Model(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Result<Model> Model::load(std::string_view bytes) {
  auto impl = std::make_unique<Impl>();
  impl->boundaries = read_table(find_section(bytes, "BNDS"));
  impl->tags = read_table(find_section(bytes, "TAGS"));
  impl->transitions = read_table(find_section(bytes, "TRNS"));
  for (const std::string_view pairs = find_section(bytes, "JTAG");
       impl->joint_tags.size() * 2 + 1 < pairs.size();) {
    const auto upos = static_cast<std::uint8_t>(pairs[impl->joint_tags.size() * 2]);
    const auto xpos = static_cast<std::uint8_t>(pairs[impl->joint_tags.size() * 2 + 1]);
    if (upos > static_cast<std::uint8_t>(Upos::X) || xpos > static_cast<std::uint8_t>(Xpos::XX)) break;
    impl->joint_tags.push_back({static_cast<Upos>(upos), static_cast<Xpos>(xpos)});
  }
  impl->lemmatizer = Lemmatizer::parse(find_section(bytes, "LEMM"));
  const bool whole = impl->boundaries.classes == 2 && impl->transitions.classes == kTransitions &&
                     impl->tags.classes == impl->joint_tags.size() && !impl->joint_tags.empty() &&
                     !impl->lemmatizer.empty();
  if (!whole) {
    return Error{
        ErrorCode::bad_model,
        "The language model is damaged or of another version. Build the program again from its source."};
  }
  return Model(std::move(impl));
}

}  // namespace hearsay::language
