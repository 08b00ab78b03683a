// A stand-in that keeps the house linking while this stage is being built. Delete it when the stage arrives.
#include "core/actors/actors.hpp"

namespace hearsay::actors {
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
