// bench_stages: what each stage costs, one after another, on the samples laid end to end up to a number of
// words. Native, with Google Benchmark; built where HEARSAY_BENCH is on. "words" are words of the text a
// second.
#include <benchmark/benchmark.h>

#include <memory>
#include <string>

#include "core/analyzer.hpp"
#include "core/assets/assets.hpp"
#include "core/brief/brief.hpp"
#include "core/indicators/indicators.hpp"
#include "core/input/reader.hpp"

namespace {

using namespace hearsay;

const Knowledge& knowledge() {
  static const auto kKnowledge = Knowledge::load();
  return *kKnowledge.value();
}

// The samples, over and over, cut after the given number of words.
std::string text_of(std::size_t words) {
  std::string samples;
  for (const char* name : {"01-warning-and-denial", "02-ban-with-exemption", "03-breach-and-vendor-statement",
                           "04-technical-advisory", "05-correction", "06-no-claims"}) {
    samples += asset("samples/" + std::string(name) + ".txt");
    samples += "\n\n";
  }
  std::string text;
  for (std::size_t i = 0, seen = 0; seen < words; ++i) {
    const char c = samples[i % samples.size()];
    text += c;
    const char next = samples[(i + 1) % samples.size()];
    seen += c > ' ' && next <= ' ' ? 1 : 0;
  }
  return text;
}

template <class Stage>
auto run(Stage&& stage) {
  for (;;) {
    Budget budget(20'000);
    if (stage.advance(budget)) return stage.take();
  }
}

// A text and the layers that the stages leave, each made by the stage that is measured elsewhere.
struct Layers {
  explicit Layers(std::size_t words) : text(text_of(words)), document(read()) {
    analysis.indicators = run(indicators::IndicatorStage(document));
    language = run(language::LanguageStage(document, knowledge().model, &names));
    analysis.times = run(times()).times;
    analysis.actors = run(actors()).actors;
    auto layer = run(claims());
    analysis.claims = std::move(layer.claims);
    analysis.disputes = std::move(layer.disputes);
    analysis.sources = std::move(layer.sources);
    analysis.advice = run(advice()).advice;
  }
  [[nodiscard]] Document read() const { return std::move(input::read(text, "sample.txt")).value(); }
  [[nodiscard]] time::TimeStage times() const {
    return {document, language, analysis.indicators, knowledge().grammar, ""};
  }
  [[nodiscard]] actors::ActorStage actors() const {
    return {document, language, names, analysis.times, analysis.indicators, knowledge().gazetteer};
  }
  [[nodiscard]] claims::ClaimStage claims() const {
    return {document, language, analysis.actors, analysis.times, knowledge().cues};
  }
  [[nodiscard]] advice::AdviceStage advice() const {
    return {document,           language,        analysis.actors,   analysis.times,
            analysis.published, analysis.claims, knowledge().advice};
  }

  std::string text;
  Document document;
  hearsay::actors::NameReader names{knowledge().gazetteer};
  language::LanguageLayer language;
  Analysis analysis;
};

template <class Work>
void measure(benchmark::State& state, Work work) {
  const auto words = static_cast<std::size_t>(state.range(0));
  const Layers layers(words);
  for (auto _ : state) benchmark::DoNotOptimize(work(layers));
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

template <class Work>
void add(const char* name, Work work) {
  benchmark::RegisterBenchmark(name, [work](benchmark::State& state) { measure(state, work); })
      ->Arg(1'000)
      ->Arg(10'000)
      ->Arg(100'000)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int count, char** words) {
  benchmark::Initialize(&count, words);
  if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
  add("input", [](const Layers& l) { return l.read(); });
  add("indicators", [](const Layers& l) { return run(indicators::IndicatorStage(l.document)); });
  add("language",
      [](const Layers& l) { return run(language::LanguageStage(l.document, knowledge().model)); });
  add("times", [](const Layers& l) { return run(l.times()); });
  add("actors", [](const Layers& l) { return run(l.actors()); });
  add("claims", [](const Layers& l) { return run(l.claims()); });
  add("advice", [](const Layers& l) { return run(l.advice()); });
  add("timeline", [](const Layers& l) { return time::timeline(l.document, l.language, l.analysis); });
  add("brief", [](const Layers& l) { return brief::write(l.document, l.language, l.analysis); });
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
