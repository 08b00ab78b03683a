// Stand-ins that keep the house linking while each stage is being built. Delete each as its stage arrives.
#include "core/actors/actors.hpp"
#include "core/advice/advice.hpp"
#include "core/brief/brief.hpp"
#include "core/claims/claims.hpp"
#include "core/export/export.hpp"
#include "core/indicators/indicators.hpp"
#include "core/input/reader.hpp"
#include "core/language/language.hpp"
#include "core/time/time.hpp"

#define SKELETON_KNOWLEDGE(Class)                                      \
  struct Class::Impl {};                                               \
  Class::Class(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {} \
  Class::Class(Class&& other) noexcept = default;                      \
  Class& Class::operator=(Class&& other) noexcept = default;           \
  Class::~Class() = default;

namespace hearsay::input {
Result<Document> read(std::string_view bytes, std::string_view) {
  if (bytes.empty()) return Error{ErrorCode::empty_input, "There is no text."};
  Block all{{0, static_cast<std::uint32_t>(bytes.size())}, BlockKind::paragraph, 0};
  return Document(std::string(bytes), {all}, InputFormat::plain, false, {});
}
}  // namespace hearsay::input

namespace hearsay::indicators {
bool IndicatorStage::advance(Budget&) {
  return true;
}
}  // namespace hearsay::indicators

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
MentionIndex::MentionIndex(const std::vector<Actor>&, const language::LanguageLayer&) {}
Ref<Actor> MentionIndex::headed_by(language::TokenIndex) const {
  return {};
}
Ref<Actor> MentionIndex::covering(language::TokenIndex) const {
  return {};
}
}  // namespace hearsay::actors

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

namespace hearsay::brief {
std::vector<BriefLine> write(const Document&, const language::LanguageLayer&, const Analysis&) {
  return {};
}
}  // namespace hearsay::brief

namespace hearsay::exporting {
std::optional<Format> format_named(std::string_view) {
  return Format::json;
}
std::string_view extension(Format) {
  return ".json";
}
std::string_view media_type(Format) {
  return "application/json";
}
std::string write(Format, const Document&, const Analysis&, bool) {
  return "{}";
}
}  // namespace hearsay::exporting
