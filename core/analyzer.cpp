#include "core/analyzer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/assets/assets.hpp"
#include "core/brief/brief.hpp"
#include "core/indicators/indicators.hpp"
#include "core/text/marking.hpp"

namespace hearsay {
namespace {

constexpr std::string_view kModelAsset = "models/english.bin";

template <class Entry>
void append(std::vector<Entry>& list, std::vector<Entry>&& more) {
  for (auto& entry : more) list.push_back(std::move(entry));
}

// Passages in which no sentence came to an end were read in pieces: what links the pieces may be lost, and
// the reader is told. The first piece of each is shown.
void note_cuts(const language::LanguageLayer& layer, std::vector<Note>& notes) {
  std::vector<Span> passages;
  bool within = false;
  for (const auto& sentence : layer.sentences) {
    if (sentence.cut && !within) passages.push_back(sentence.span);
    within = sentence.cut;
  }
  if (passages.empty()) return;
  std::string message = passages.size() == 1 ? "A passage without the end of a sentence was"
                                             : "Passages without the end of a sentence were";
  message += " read in pieces; what links one piece to the next may be missing.";
  notes.push_back({"sentence-cut", std::move(message), std::move(passages)});
}

}  // namespace

Result<std::unique_ptr<Knowledge>> Knowledge::load() {
  auto model = language::Model::load(asset(kModelAsset));
  if (!model) return model.error();
  auto grammar = time::Grammar::load();
  if (!grammar) return grammar.error();
  auto gazetteer = actors::Gazetteer::load();
  if (!gazetteer) return gazetteer.error();
  auto cues = claims::CueLexicon::load();
  if (!cues) return cues.error();
  auto advice_words = advice::AdviceLexicon::load();
  if (!advice_words) return advice_words.error();
  return std::make_unique<Knowledge>(Knowledge{std::move(model).value(), std::move(grammar).value(),
                                               std::move(gazetteer).value(), std::move(cues).value(),
                                               std::move(advice_words).value()});
}

// The stages in the order in which text flows through them. One is alive at a time; each leaves its layer.
struct Analyzer::Impl {
  enum class Stage { indicators, language, times, actors, claims, advice, finish, done };

  Impl(const Document& the_document, const Knowledge& the_knowledge, AnalyzeOptions the_options)
      : document(the_document), knowledge(the_knowledge), options(std::move(the_options)) {}

  const Document& document;
  const Knowledge& knowledge;
  AnalyzeOptions options;
  Stage stage = Stage::indicators;
  Analysis analysis;
  language::LanguageLayer language;

  std::optional<indicators::IndicatorStage> indicator_stage;
  std::optional<actors::NameReader> name_reader;  // from the language stage to that of the actors
  std::optional<language::LanguageStage> language_stage;
  std::optional<time::TimeStage> time_stage;
  std::optional<actors::ActorStage> actor_stage;
  std::optional<claims::ClaimStage> claim_stage;
  std::optional<advice::AdviceStage> advice_stage;
  std::vector<Ref<Claim>> unsigned_claims;  // between the stages of claims and of advice
  std::vector<claims::OwnWords> own_words;

  // Works at the current stage. Returns true when that stage is done.
  bool advance(Budget& budget);
  void finish();
};

bool Analyzer::Impl::advance(Budget& budget) {
  switch (stage) {
    case Stage::indicators:
      if (!indicator_stage) indicator_stage.emplace(document);
      if (!indicator_stage->advance(budget)) return false;
      analysis.indicators = indicator_stage->take();
      indicator_stage.reset();
      return true;
    case Stage::language:
      if (!language_stage) {
        name_reader.emplace(knowledge.gazetteer);
        language_stage.emplace(document, knowledge.model, &*name_reader);
      }
      if (!language_stage->advance(budget)) return false;
      language = language_stage->take();
      note_cuts(language, analysis.notes);
      language_stage.reset();
      return true;
    case Stage::times: {
      if (!time_stage) {
        time_stage.emplace(document, language, analysis.indicators, knowledge.grammar, options.published);
      }
      if (!time_stage->advance(budget)) return false;
      auto layer = time_stage->take();
      analysis.times = std::move(layer.times);
      analysis.published = std::move(layer.published);
      append(analysis.notes, std::move(layer.notes));
      time_stage.reset();
      return true;
    }
    case Stage::actors: {
      if (!actor_stage) {
        actor_stage.emplace(document, language, *name_reader, analysis.times, analysis.indicators,
                            knowledge.gazetteer);
      }
      if (!actor_stage->advance(budget)) return false;
      auto layer = actor_stage->take();
      analysis.actors = std::move(layer.actors);
      append(analysis.notes, std::move(layer.notes));
      append(analysis.considered, std::move(layer.considered));
      actor_stage.reset();
      name_reader.reset();
      return true;
    }
    case Stage::claims: {
      if (!claim_stage) {
        claim_stage.emplace(document, language, analysis.actors, analysis.times, knowledge.cues);
      }
      if (!claim_stage->advance(budget)) return false;
      auto layer = claim_stage->take();
      analysis.claims = std::move(layer.claims);
      analysis.disputes = std::move(layer.disputes);
      analysis.agreements = std::move(layer.agreements);
      analysis.sources = std::move(layer.sources);
      append(analysis.notes, std::move(layer.notes));
      append(analysis.considered, std::move(layer.considered));
      unsigned_claims = std::move(layer.unsigned_claims);
      own_words = std::move(layer.own_words);
      claim_stage.reset();
      return true;
    }
    case Stage::advice: {
      if (!advice_stage) {
        advice_stage.emplace(document, language, analysis.actors, analysis.times, analysis.published,
                             analysis.claims, knowledge.advice);
      }
      if (!advice_stage->advance(budget)) return false;
      auto layer = advice_stage->take();
      analysis.advice = std::move(layer.advice);
      analysis.issuing = layer.issuing;
      claims::sign(document, own_words, analysis.actors, unsigned_claims, layer.issuer, analysis.claims);
      claims::give_own_advice(own_words, analysis.claims, analysis.advice);
      append(analysis.considered, std::move(layer.considered));
      advice_stage.reset();
      return true;
    }
    case Stage::finish:
      finish();
      return true;
    case Stage::done:
      return true;
  }
  return true;
}

void Analyzer::Impl::finish() {
  for (const auto& block : document.blocks()) {
    if (block.kind != BlockKind::title) continue;
    analysis.title = block.span;
    break;
  }
  auto marking = find_marking(document);
  analysis.tlp = std::move(marking.tlp);
  analysis.tlp_evidence = std::move(marking.evidence);
  std::stable_sort(analysis.considered.begin(), analysis.considered.end(),
                   [](const Considered& a, const Considered& b) { return a.span < b.span; });
  analysis.timeline = time::timeline(document, language, analysis);
  analysis.brief = brief::write(document, language, analysis);
}

Analyzer::Analyzer(const Document& document, const Knowledge& knowledge, AnalyzeOptions options)
    : impl_(std::make_unique<Impl>(document, knowledge, std::move(options))) {}

Analyzer::~Analyzer() = default;

bool Analyzer::step(Budget budget) {
  while (impl_->stage != Impl::Stage::done) {
    if (!impl_->advance(budget)) return false;
    impl_->stage = static_cast<Impl::Stage>(static_cast<int>(impl_->stage) + 1);
    if (budget.exhausted()) break;
  }
  return impl_->stage == Impl::Stage::done;
}

float Analyzer::progress() const {
  const float size = static_cast<float>(impl_->document.text().size()) + 1.0F;
  // Reading the language is most of the work; the other stages share the rest.
  constexpr float kLanguageShare = 0.7F;
  switch (impl_->stage) {
    case Impl::Stage::indicators:
      return 0.02F;
    case Impl::Stage::language:
      return impl_->language_stage
                 ? 0.05F + kLanguageShare * static_cast<float>(impl_->language_stage->position()) / size
                 : 0.05F;
    case Impl::Stage::times:
      return 0.75F;
    case Impl::Stage::actors:
      return 0.8F;
    case Impl::Stage::claims:
      return 0.88F;
    case Impl::Stage::advice:
      return 0.95F;
    case Impl::Stage::finish:
      return 0.98F;
    case Impl::Stage::done:
      return 1.0F;
  }
  return 1.0F;
}

const Analysis& Analyzer::analysis() const {
  return impl_->analysis;
}
const language::LanguageLayer& Analyzer::language() const {
  return impl_->language;
}

}  // namespace hearsay
