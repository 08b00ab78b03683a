// A stand-in that keeps the house linking while this stage is being built. Delete it when the stage arrives.
#include "core/language/language.hpp"

#define SKELETON_KNOWLEDGE(Class)                                      \
  struct Class::Impl {};                                               \
  Class::Class(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {} \
  Class::Class(Class&& other) noexcept = default;                      \
  Class& Class::operator=(Class&& other) noexcept = default;           \
  Class::~Class() = default;

namespace hearsay::language {
SKELETON_KNOWLEDGE(Model)
Result<Model> Model::load(std::string_view) {
  return Model(std::make_unique<Impl>());
}
struct LanguageStage::Impl {};
LanguageStage::LanguageStage(const Document&, const Model&) : impl_(std::make_unique<Impl>()) {}
LanguageStage::~LanguageStage() = default;
bool LanguageStage::advance(Budget&) {
  return true;
}
std::uint32_t LanguageStage::position() const {
  return 0;
}
LanguageLayer LanguageStage::take() {
  LanguageLayer layer;
  layer.child_begin.push_back(0);
  return layer;
}
std::string to_conllu(const Document&, const LanguageLayer&) {
  return {};
}
}  // namespace hearsay::language
