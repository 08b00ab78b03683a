#include "core/advice/lexicon.hpp"

#include <utility>
#include <vector>

#include "core/assets/assets.hpp"
#include "core/lexicon/table.hpp"

namespace hearsay::advice {
namespace {

constexpr std::string_view kVerbFile = "lexicons/advice-verbs.tsv";
constexpr std::string_view kWordFile = "lexicons/advice-words.tsv";

constexpr std::array<std::string_view, kWordClasses> kClassNames = {
    "modal",      "semi-modal", "avoid",        "no-need",    "condition", "deadline",
    "permission", "audience",   "not-audience", "instrument", "section",   "issuing",
    "imperative", "also-noun",  "order-noun",   "thing",      "lure"};

Error bad_row(std::string_view file, const lexicon::Row& row, const std::string& what) {
  return Error{ErrorCode::bad_lexicon,
               std::string(file) + ", line " + std::to_string(row.line) + ": " + what + "."};
}

std::optional<Modality> modality_named(std::string_view word) {
  for (const auto modality : {Modality::must, Modality::should, Modality::may, Modality::need_not,
                              Modality::must_not, Modality::should_not}) {
    if (name(modality) == word) return modality;
  }
  return std::nullopt;
}

bool read_frame(std::string_view frame, AdviceVerb& verb) {
  const std::pair<std::string_view, bool AdviceVerb::*> frames[] = {{"to", &AdviceVerb::to},
                                                                    {"against", &AdviceVerb::against},
                                                                    {"from", &AdviceVerb::from},
                                                                    {"that", &AdviceVerb::that},
                                                                    {"that-should", &AdviceVerb::that_should},
                                                                    {"ing", &AdviceVerb::ing},
                                                                    {"noun", &AdviceVerb::noun},
                                                                    {"on", &AdviceVerb::on},
                                                                    {"use", &AdviceVerb::use},
                                                                    {"people", &AdviceVerb::people}};
  for (const auto& [word, member] : frames) {
    if (word != frame) continue;
    verb.*member = true;
    return true;
  }
  return false;
}

// The regular forms of a verb.
std::vector<std::string> inflected(const std::string& lemma) {
  const bool mute_e = lemma.back() == 'e';
  const auto stem = mute_e ? lemma.substr(0, lemma.size() - 1) : lemma;
  return {lemma, lemma + "s", stem + "ed", stem + "ing"};
}

std::optional<Error> read_verbs(std::map<std::string, AdviceVerb, std::less<>>& verbs) {
  auto rows = lexicon::parse_table(kVerbFile, asset(kVerbFile), 3, 5);
  if (!rows) return rows.error();
  for (const auto& row : rows.value()) {
    AdviceVerb verb;
    for (const auto frame : lexicon::split(row.cells[1], '|')) {
      if (!read_frame(frame, verb)) return bad_row(kVerbFile, row, "unknown frame " + std::string(frame));
    }
    const auto modality = modality_named(row.cells[2]);
    if (!modality) return bad_row(kVerbFile, row, "unknown modality " + std::string(row.cells[2]));
    verb.modality = *modality;
    const auto only = row.cells.size() > 3 ? row.cells[3] : std::string_view();
    verb.source_only = only == "source";
    verb.passive_only = only == "passive";
    verb.state_only = only == "state";
    if (!only.empty() && !verb.source_only && !verb.passive_only && !verb.state_only) {
      return bad_row(kVerbFile, row, "the fourth column is source, passive, state or empty");
    }
    verb.lemma = row.cells[0];
    if (verb.lemma.empty()) return bad_row(kVerbFile, row, "no verb");
    auto forms = inflected(verb.lemma);
    if (row.cells.size() > 4) {
      for (const auto form : lexicon::split(row.cells[4], '|')) forms.emplace_back(form);
    }
    for (const auto& form : forms) {
      if (!verbs.emplace(form, verb).second) return bad_row(kVerbFile, row, form + " is here twice");
    }
  }
  return std::nullopt;
}

template <class Words>
std::optional<Error> read_words(Words& words) {
  auto rows = lexicon::parse_table(kWordFile, asset(kWordFile), 2, 3);
  if (!rows) return rows.error();
  for (const auto& row : rows.value()) {
    std::size_t word_class = 0;
    while (word_class < kWordClasses && kClassNames[word_class] != row.cells[0]) ++word_class;
    if (word_class == kWordClasses) {
      return bad_row(kWordFile, row, "unknown class " + std::string(row.cells[0]));
    }
    std::optional<Modality> value;
    if (row.cells.size() > 2 && !row.cells[2].empty()) {
      value = modality_named(row.cells[2]);
      if (!value) return bad_row(kWordFile, row, "unknown modality " + std::string(row.cells[2]));
    }
    if (!words[word_class].emplace(std::string(row.cells[1]), value).second) {
      return bad_row(kWordFile, row, std::string(row.cells[1]) + " is here twice");
    }
  }
  return std::nullopt;
}

}  // namespace

const AdviceVerb* AdviceWords::verb(std::string_view form) const {
  const auto found = verbs.find(form);
  return found == verbs.end() ? nullptr : &found->second;
}

bool AdviceWords::is(WordClass word_class, std::string_view word) const {
  const auto& list = words[static_cast<std::size_t>(word_class)];
  return list.find(word) != list.end();
}

std::optional<Modality> AdviceWords::value(WordClass word_class, std::string_view word) const {
  const auto& list = words[static_cast<std::size_t>(word_class)];
  const auto found = list.find(word);
  return found == list.end() ? std::nullopt : found->second;
}

AdviceLexicon::AdviceLexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
AdviceLexicon::AdviceLexicon(AdviceLexicon&&) noexcept = default;
AdviceLexicon& AdviceLexicon::operator=(AdviceLexicon&&) noexcept = default;
AdviceLexicon::~AdviceLexicon() = default;

Result<AdviceLexicon> AdviceLexicon::load() {
  auto impl = std::make_unique<Impl>();
  if (auto error = read_verbs(impl->verbs)) return *std::move(error);
  if (auto error = read_words(impl->words)) return *std::move(error);
  return AdviceLexicon(std::move(impl));
}

}  // namespace hearsay::advice
