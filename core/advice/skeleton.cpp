// A stand-in that keeps the house linking while this stage is being built. Delete it when the stage arrives.
#include "core/advice/advice.hpp"

#define SKELETON_KNOWLEDGE(Class)                                      \
  struct Class::Impl {};                                               \
  Class::Class(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {} \
  Class::Class(Class&& other) noexcept = default;                      \
  Class& Class::operator=(Class&& other) noexcept = default;           \
  Class::~Class() = default;

namespace hearsay::advice {
SKELETON_KNOWLEDGE(AdviceLexicon)
Result<AdviceLexicon> AdviceLexicon::load() {
  return AdviceLexicon(std::make_unique<Impl>());
}
struct AdviceStage::Impl {};
AdviceStage::AdviceStage(const Document&, const language::LanguageLayer&, const std::vector<Actor>&,
                         const std::vector<Time>&, const std::vector<Claim>&, const AdviceLexicon&)
    : impl_(std::make_unique<Impl>()) {}
AdviceStage::~AdviceStage() = default;
bool AdviceStage::advance(Budget&) {
  return true;
}
std::vector<Advice> AdviceStage::take() {
  return {};
}
}  // namespace hearsay::advice
