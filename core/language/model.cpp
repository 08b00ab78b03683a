#include "core/language/model.hpp"

#include "core/language/model_file.hpp"

namespace hearsay::language {
namespace {

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
  impl->lemmatizer = Lemmatizer::parse(find_section(bytes, "LEMM"));
  const bool whole = impl->network.load(bytes, impl->joint_tags.size()) && !impl->lemmatizer.empty() &&
                     impl->dictionary.load(find_section(bytes, "KIND"));
  if (!whole) {
    return Error{
        ErrorCode::bad_model,
        "The language model is damaged or of another version. Build the program again from its source."};
  }
  return Model(std::move(impl));
}

}  // namespace hearsay::language
