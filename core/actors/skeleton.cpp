// A stand-in that keeps the house linking while this stage is being built. Delete it when the stage arrives.
#include "core/actors/actors.hpp"

#define SKELETON_KNOWLEDGE(Class)                                      \
  struct Class::Impl {};                                               \
  Class::Class(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {} \
  Class::Class(Class&& other) noexcept = default;                      \
  Class& Class::operator=(Class&& other) noexcept = default;           \
  Class::~Class() = default;

namespace hearsay::actors {
SKELETON_KNOWLEDGE(Gazetteer)
Result<Gazetteer> Gazetteer::load() {
  return Gazetteer(std::make_unique<Impl>());
}
Result<std::size_t> Gazetteer::add_inventory(std::string_view, std::string_view) {
  return std::size_t{0};
}
struct ActorStage::Impl {};
ActorStage::ActorStage(const Document&, const language::LanguageLayer&, const std::vector<Time>&,
                       const std::vector<Indicator>&, const Gazetteer&)
    : impl_(std::make_unique<Impl>()) {}
ActorStage::~ActorStage() = default;
bool ActorStage::advance(Budget&) {
  return true;
}
ActorLayer ActorStage::take() {
  return {};
}
}  // namespace hearsay::actors
