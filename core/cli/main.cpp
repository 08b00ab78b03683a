#include <cstdio>

#include "core/analyzer.hpp"

int main() {
  auto knowledge = hearsay::Knowledge::load();
  if (!knowledge) {
    std::fprintf(stderr, "%s\n", knowledge.error().message.c_str());
    return 1;
  }
  return 0;
}
