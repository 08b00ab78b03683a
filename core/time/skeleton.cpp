// A stand-in that keeps the house linking while this stage is being built. Delete it when the stage arrives.
#include "core/time/time.hpp"

#define SKELETON_KNOWLEDGE(Class)                                      \
  struct Class::Impl {};                                               \
  Class::Class(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {} \
  Class::Class(Class&& other) noexcept = default;                      \
  Class& Class::operator=(Class&& other) noexcept = default;           \
  Class::~Class() = default;

namespace hearsay::time {
SKELETON_KNOWLEDGE(Grammar)
Result<Grammar> Grammar::load() {
  return Grammar(std::make_unique<Impl>());
}
struct TimeStage::Impl {};
TimeStage::TimeStage(const Document&, const language::LanguageLayer&, const std::vector<Indicator>&,
                     const Grammar&, std::string_view)
    : impl_(std::make_unique<Impl>()) {}
TimeStage::~TimeStage() = default;
bool TimeStage::advance(Budget&) {
  return true;
}
TimeLayer TimeStage::take() {
  return {};
}
bool is_date(std::string_view) {
  return true;
}
std::vector<TimelineEntry> timeline(const Document&, const language::LanguageLayer&, const Analysis&) {
  return {};
}
}  // namespace hearsay::time
