// bench_engine RUNS < TEXT: milliseconds of the language layer alone and of the whole analysis, the medians
// of RUNS runs, in JSON. The same program native, as wasm under Node and in Chromium; bench.mjs runs all
// three.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "core/analyzer.hpp"
#include "core/input/reader.hpp"
#include "core/language/language.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// A browser compiles what runs often once more and better, which takes it some runs.
constexpr int kWarming = 5;

template <class Work>
double median_time(int runs, Work&& work) {
  for (int i = 0; i < kWarming; ++i) work();
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    const auto begin = Clock::now();
    work();
    times.push_back(milliseconds_since(begin));
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace

int main(int count, char** words) {
  const int runs = std::max(1, count > 1 ? std::atoi(words[1]) : 9);
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};

  const auto loading = Clock::now();
  const auto knowledge = hearsay::Knowledge::load();
  if (!knowledge) return 1;
  const double load = milliseconds_since(loading);
  const auto document = hearsay::input::read(text, "text.txt");
  if (!document) return 1;

  std::size_t tokens = 0;
  const double language = median_time(runs, [&] {
    hearsay::language::LanguageStage stage(document.value(), knowledge.value()->model);
    for (hearsay::Budget budget(20'000); !stage.advance(budget); budget = hearsay::Budget(20'000)) {
    }
    tokens = stage.take().tokens.size();
  });
  std::size_t claims = 0;
  const double whole = median_time(runs, [&] {
    const auto read = hearsay::input::read(text, "text.txt");
    hearsay::Analyzer analyzer(read.value(), *knowledge.value(), {});
    while (!analyzer.step(hearsay::Budget(20'000))) {
    }
    claims = analyzer.analysis().claims.size();
  });
  std::printf(
      "{\"load\": %.1f, \"language\": %.2f, \"median\": %.2f, \"characters\": %u, \"tokens\": %zu, "
      "\"claims\": %zu}\n",
      load, language, whole, document.value().length(), tokens, claims);
  return 0;
}
