#include "core/language/model.hpp"

#include "core/language/model_file.hpp"

namespace hearsay::language {
namespace {

// A table of 8-bit weights: log2 of its size, the number of classes, two zeros, the weights.
HashedTable<std::int8_t, std::int32_t> read_table(std::string_view section) {
  HashedTable<std::int8_t, std::int32_t> table;
  ModelReader in(section);
  const std::uint32_t log_size = in.number();
  const std::uint32_t classes = in.number();
  in.bytes(8);
  if (!in.ok() || log_size > 24 || classes > 256) return table;
  const std::string_view weights = in.bytes((std::size_t{1} << log_size) + classes);
  if (!in.ok()) return table;
  table.weights = reinterpret_cast<const std::int8_t*>(weights.data());
  table.mask = (1u << log_size) - 1;
  table.classes = classes;
  return table;
}

std::vector<JointTag> read_tags(std::string_view pairs) {
  std::vector<JointTag> tags;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    const auto upos = static_cast<std::uint8_t>(pairs[i]);
    const auto xpos = static_cast<std::uint8_t>(pairs[i + 1]);
    if (upos > static_cast<std::uint8_t>(Upos::X) || xpos > static_cast<std::uint8_t>(Xpos::XX)) return {};
    tags.push_back({static_cast<Upos>(upos), static_cast<Xpos>(xpos)});
  }
  return tags;
}

}  // namespace

Model::Model(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

Result<Model> Model::load(std::string_view bytes) {
  auto impl = std::make_unique<Impl>();
  impl->joint_tags = read_tags(find_section(bytes, "JTAG"));
  impl->boundaries = read_table(find_section(bytes, "BNDS"));
  impl->lemmatizer = Lemmatizer::parse(find_section(bytes, "LEMM"));
  const bool whole = impl->network.load(bytes, impl->joint_tags.size()) && impl->boundaries.classes == 2 &&
                     !impl->lemmatizer.empty();
  if (!whole) {
    return Error{
        ErrorCode::bad_model,
        "The language model is damaged or of another version. Build the program again from its source."};
  }
  return Model(std::move(impl));
}

}  // namespace hearsay::language
