#include "core/actors/pronoun_clues.hpp"

#include <algorithm>
#include <string>

#include "core/lexicon/table.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

constexpr std::array<std::string_view, kClues> kNames = {
    "same sentence",
    "one sentence back",
    "two sentences back",
    "further back",
    "other paragraph",
    "nearest",
    "second nearest",
    "third nearest",
    "latest: subject",
    "latest: passive subject",
    "latest: object",
    "latest: oblique",
    "latest: possessor",
    "latest: noun modifier",
    "latest: conjunct",
    "latest: apposition",
    "latest: root",
    "both subjects",
    "both objects",
    "subject of own clause",
    "says this",
    "says this: body",
    "subject of last sentence",
    "first in sentence",
    "latest is name",
    "latest is nominal",
    "latest is same pronoun",
    "latest is other pronoun",
    "latest is definite",
    "mentioned once",
    "mentioned twice or thrice",
    "mentioned often",
    "most mentioned",
    "in title",
    "person",
    "organization",
    "government",
    "outlet",
    "place",
    "product",
    "named group",
    "unnamed group",
    "unnamed",
    "thing",
    "people noun",
    "pair",
    "gender agrees",
    "gender unknown",
    "speaks: body",
    "speaks: thing",
    "speaks: people",
    "same verb",
    "subject of linked clause",
    "both possessors",
    "spoke last",
    "only person",
    "only body",
    "body as subject",
    "reflexive: subject",
    "quoted: speaker",
    "quoted: same quotation",
    "quoted: only pronoun",
    "nothing",
    "nothing: subject",
    "nothing: object",
    "nothing: copula",
    "nothing: clause follows",
    "nothing: first word",
    "nothing: verb of happening",
};

}  // namespace

std::string_view name_of(Clue clue) {
  return kNames[static_cast<std::size_t>(clue)];
}

Result<PronounWeights> PronounWeights::load(std::string_view table) {
  constexpr const char* kFile = "lexicons/pronoun_weights.tsv";
  auto rows = lexicon::parse_table(kFile, table, 1 + kPronounClasses, 1 + kPronounClasses);
  if (!rows) return rows.error();
  PronounWeights weights;
  for (const auto& row : rows.value()) {
    const auto clue = std::find(kNames.begin(), kNames.end(), row.cells[0]);
    const bool lead = row.cells[0] == "lead";
    if (clue == kNames.end() && !lead) {
      return Error{ErrorCode::bad_lexicon,
                   std::string(kFile) + ", line " + std::to_string(row.line) + ": no such clue."};
    }
    for (std::size_t c = 0; c < kPronounClasses; ++c) {
      std::int32_t value = 0;
      const auto cell = row.cells[1 + c];
      for (const char digit : cell) {
        if (ascii::is_digit(digit)) value = value * 10 + (digit - '0');
      }
      if (cell.starts_with("-")) value = -value;
      (lead ? weights.lead[c] : weights.of_clue[c][static_cast<std::size_t>(clue - kNames.begin())]) = value;
    }
  }
  return weights;
}

}  // namespace hearsay::actors
