// A stand-in that keeps the house linking while this stage is being built. Delete it when the stage arrives.
#include "core/claims/claims.hpp"

#define SKELETON_KNOWLEDGE(Class)                                      \
  struct Class::Impl {};                                               \
  Class::Class(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {} \
  Class::Class(Class&& other) noexcept = default;                      \
  Class& Class::operator=(Class&& other) noexcept = default;           \
  Class::~Class() = default;

namespace hearsay::claims {
SKELETON_KNOWLEDGE(CueLexicon)
Result<CueLexicon> CueLexicon::load() {
  return CueLexicon(std::make_unique<Impl>());
}
struct ClaimStage::Impl {};
ClaimStage::ClaimStage(const Document&, const language::LanguageLayer&, const std::vector<Actor>&,
                       const std::vector<Time>&, const CueLexicon&)
    : impl_(std::make_unique<Impl>()) {}
ClaimStage::~ClaimStage() = default;
bool ClaimStage::advance(Budget&) {
  return true;
}
ClaimLayer ClaimStage::take() {
  return {};
}
}  // namespace hearsay::claims
