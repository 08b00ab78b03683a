// bench_engine FILE [RUNS]: the whole analysis of a text, as milliseconds of the median run, in JSON. The
// same program native and as wasm under Node; tests/bench/bench.mjs runs both.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

#include "core/analyzer.hpp"
#include "core/input/reader.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  const int runs = count > 2 ? std::atoi(words[2]) : 9;
  std::ifstream file(words[1], std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();

  const auto loading = Clock::now();
  const auto knowledge = hearsay::Knowledge::load();
  if (!knowledge) return 1;
  const double load = milliseconds_since(loading);

  std::vector<double> times;
  std::size_t tokens = 0;
  std::size_t claims = 0;
  std::uint32_t characters = 0;
  for (int i = 0; i < runs; ++i) {
    const auto begin = Clock::now();
    const auto document = hearsay::input::read(bytes.str(), words[1]);
    if (!document) return 1;
    hearsay::Analyzer analyzer(document.value(), *knowledge.value(), {});
    while (!analyzer.step(hearsay::Budget(20'000))) {
    }
    times.push_back(milliseconds_since(begin));
    tokens = analyzer.language().tokens.size();
    claims = analyzer.analysis().claims.size();
    characters = document.value().length();
  }
  std::sort(times.begin(), times.end());
  std::printf("{\"load\": %.1f, \"median\": %.2f, \"characters\": %u, \"tokens\": %zu, \"claims\": %zu}\n",
              load, times[times.size() / 2], characters, tokens, claims);
  return 0;
}
