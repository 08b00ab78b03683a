#include "core/claims/lexicon.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/assets/assets.hpp"
#include "core/claims/inflection.hpp"
#include "core/lexicon/table.hpp"

namespace hearsay::claims {
namespace {

using lexicon::Row;

template <class T>
struct Word {
  std::string_view name;
  T value;
};

template <class T, std::size_t N>
std::optional<T> look_up(const std::array<Word<T>, N>& words, std::string_view name) {
  for (const auto& word : words) {
    if (word.name == name) return word.value;
  }
  return std::nullopt;
}

constexpr std::array<Word<CuePos>, 5> kPos{{{"verb", CuePos::verb},
                                            {"noun", CuePos::noun},
                                            {"adjective", CuePos::adjective},
                                            {"phrase", CuePos::phrase},
                                            {"support", CuePos::support}}};
constexpr std::array<Word<Stance>, 8> kStances{{{"accuse", Stance::accuse},
                                                {"deny", Stance::deny},
                                                {"warn", Stance::warn},
                                                {"advise", Stance::advise},
                                                {"exempt", Stance::exempt},
                                                {"assess", Stance::assess},
                                                {"state", Stance::state},
                                                {"question", Stance::question}}};
constexpr std::array<Word<ObjectRole>, 5> kRoles{{{"content", ObjectRole::content},
                                                  {"target", ObjectRole::target},
                                                  {"addressee", ObjectRole::addressee},
                                                  {"both", ObjectRole::both},
                                                  {"none", ObjectRole::none}}};
constexpr std::array<Word<Frame>, 9> kFrames{{{"clause", kClause},
                                              {"quote", kQuote},
                                              {"inf", kInfinitive},
                                              {"obj-inf", kObjectInfinitive},
                                              {"comp", kComplement},
                                              {"gerund", kGerund},
                                              {"source", kSource},
                                              {"np", kObject},
                                              {"no-np", kNothing}}};
constexpr std::array<Word<Strength>, 3> kStrengths{
    {{"say", Strength::say}, {"think", Strength::think}, {"weak", Strength::weak}}};
constexpr std::array<Word<HedgePos>, 5> kHedgePos{{{"modal", HedgePos::modal},
                                                   {"verb", HedgePos::verb},
                                                   {"adjective", HedgePos::adjective},
                                                   {"adverb", HedgePos::adverb},
                                                   {"noun", HedgePos::noun}}};
constexpr std::array<Word<BasisKind>, 6> kBases{{{"document", BasisKind::document},
                                                 {"test", BasisKind::test},
                                                 {"statement", BasisKind::statement},
                                                 {"report", BasisKind::report},
                                                 {"risk analysis", BasisKind::risk_analysis},
                                                 {"said to be lacking", BasisKind::said_to_be_lacking}}};
constexpr std::array<Word<Negation>, 4> kNegations{{{"negator", Negation::negator},
                                                    {"exemption", Negation::exemption},
                                                    {"dismissal", Negation::dismissal},
                                                    {"objection", Negation::objection}}};
constexpr std::array<Word<MatterKind>, 7> kMatters{{{"accusation", MatterKind::accusation},
                                                    {"assessment", MatterKind::assessment},
                                                    {"warning", MatterKind::warning},
                                                    {"advice", MatterKind::advice},
                                                    {"evidence", MatterKind::evidence},
                                                    {"claim", MatterKind::claim},
                                                    {"refused", MatterKind::refused}}};
constexpr std::array<std::string_view, 2> kScales{"PHIA", "ICD 203"};

Error bad(std::string_view file, const Row& row, std::string_view what) {
  return {ErrorCode::bad_lexicon,
          std::string(file) + ", line " + std::to_string(row.line) + ": " + std::string(what) + "."};
}

// Phrases with the same first word stand together, the longest first, so that the first match is the best.
void sort_phrases(std::vector<Phrase>& phrases) {
  std::sort(phrases.begin(), phrases.end(), [](const Phrase& a, const Phrase& b) {
    if (a.words.front() != b.words.front()) return a.words.front() < b.words.front();
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    return a.words < b.words;
  });
}

std::optional<Error> read_cues(std::string_view text, Lexicon& out) {
  constexpr std::string_view file = "cues.tsv";
  auto rows = lexicon::parse_table(file, text, 7, 7);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    const auto& cell = row.cells;
    const auto pos = look_up(kPos, cell[1]);
    const auto stance = look_up(kStances, cell[2]);
    const auto object = look_up(kRoles, cell[3]);
    const auto strength = look_up(kStrengths, cell[6]);
    if (cell[0].empty()) return bad(file, row, "the lemma is missing");
    if (!pos) return bad(file, row, "unknown pos");
    if (!stance) return bad(file, row, "unknown stance");
    if (!object) return bad(file, row, "unknown role of the object");
    if (cell[5] != "affirm" && cell[5] != "negate") return bad(file, row, "the effect is affirm or negate");
    if (!strength) return bad(file, row, "unknown strength");
    Cue cue{cell[0], *pos, *stance, *object, 0, {}, cell[5] == "negate", *strength};
    if (cell[4] != "-") {
      for (const auto frame : lexicon::split(cell[4], '|')) {
        if (frame.empty()) return bad(file, row, "an empty frame");
        if (const auto known = look_up(kFrames, frame)) {
          cue.frames = static_cast<std::uint16_t>(cue.frames | *known);
        } else {
          cue.prepositions.push_back(frame);
        }
      }
    }
    if (*pos == CuePos::phrase) {
      out.source_phrases.push_back({lexicon::split(cell[0], ' '), 0});
    }
    out.cues.push_back(std::move(cue));
  }
  const auto key = [](const Cue& cue) { return std::pair(cue.pos, cue.lemma); };
  std::sort(out.cues.begin(), out.cues.end(), [&](const Cue& a, const Cue& b) { return key(a) < key(b); });
  for (std::size_t i = 1; i < out.cues.size(); ++i) {
    if (key(out.cues[i - 1]) == key(out.cues[i])) {
      return Error{ErrorCode::bad_lexicon,
                   "cues.tsv: \"" + std::string(out.cues[i].lemma) + "\" stands there twice."};
    }
  }
  for (const Cue& cue : out.cues) {
    if (cue.pos != CuePos::verb) continue;
    const auto base = cue.lemma.substr(0, cue.lemma.find(' '));
    for (auto& form : inflected(base)) out.verb_forms.emplace_back(std::move(form), base);
  }
  std::sort(out.verb_forms.begin(), out.verb_forms.end());
  out.verb_forms.erase(std::unique(out.verb_forms.begin(), out.verb_forms.end()), out.verb_forms.end());
  sort_phrases(out.source_phrases);
  return std::nullopt;
}

std::optional<Error> read_hedges(std::string_view text, Lexicon& out) {
  constexpr std::string_view file = "hedges.tsv";
  auto rows = lexicon::parse_table(file, text, 3, 3);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    if (row.cells[1] == "phrase") {
      out.hedge_phrases.push_back({lexicon::split(row.cells[0], ' '), 0});
    } else if (const auto pos = look_up(kHedgePos, row.cells[1])) {
      out.hedges.push_back({row.cells[0], *pos});
    } else {
      return bad(file, row, "unknown pos");
    }
  }
  std::sort(out.hedges.begin(), out.hedges.end(), [](const Hedge& a, const Hedge& b) {
    return std::pair(a.lemma, a.pos) < std::pair(b.lemma, b.pos);
  });
  sort_phrases(out.hedge_phrases);
  return std::nullopt;
}

std::optional<std::uint8_t> percent(std::string_view digits) {
  unsigned value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(digit - '0');
    if (value > 100) return std::nullopt;
  }
  if (digits.empty()) return std::nullopt;
  return static_cast<std::uint8_t>(value);
}

std::optional<Error> read_yardsticks(std::string_view text, Lexicon& out) {
  constexpr std::string_view file = "yardsticks.tsv";
  auto rows = lexicon::parse_table(file, text, 4, 4);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    const auto scale = std::find(kScales.begin(), kScales.end(), row.cells[0]);
    const auto low = percent(row.cells[2]);
    const auto high = percent(row.cells[3]);
    if (scale == kScales.end()) return bad(file, row, "the scale is PHIA or ICD 203");
    if (!low || !high || *low >= *high) return bad(file, row, "from and to are per cent, from below to");
    out.yardsticks.push_back({*scale, row.cells[1], *low, *high});
  }
  std::stable_sort(out.yardsticks.begin(), out.yardsticks.end(),
                   [](const Yardstick& a, const Yardstick& b) { return a.term.size() > b.term.size(); });
  return std::nullopt;
}

template <class T, std::size_t N>
std::optional<Error> read_phrases(std::string_view file, std::string_view text,
                                  const std::array<Word<T>, N>& kinds, std::vector<Phrase>& out) {
  auto rows = lexicon::parse_table(file, text, 2, 2);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    const auto kind = look_up(kinds, row.cells[1]);
    if (!kind) return bad(file, row, "unknown kind");
    if (row.cells[0].empty()) return bad(file, row, "the words are missing");
    out.push_back({lexicon::split(row.cells[0], ' '), static_cast<std::uint8_t>(*kind)});
  }
  sort_phrases(out);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i - 1].words == out[i].words) {
      return Error{ErrorCode::bad_lexicon, std::string(file) + ": a phrase that begins with \"" +
                                               std::string(out[i].words.front()) + "\" stands there twice."};
    }
  }
  return std::nullopt;
}

std::optional<Error> read_acts(std::string_view text, Lexicon& out) {
  constexpr std::string_view file = "acts.tsv";
  auto rows = lexicon::parse_table(file, text, 3, 3);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    if (row.cells[1] != "object" && row.cells[1] != "inquiry") {
      return bad(file, row, "its object is object or inquiry");
    }
    out.acts.push_back({row.cells[0], row.cells[1] == "inquiry", row.cells[2]});
  }
  std::sort(out.acts.begin(), out.acts.end(), [](const Act& a, const Act& b) { return a.lemma < b.lemma; });
  return std::nullopt;
}

std::optional<Error> read_blames(std::string_view text, Lexicon& out) {
  auto rows = lexicon::parse_table("blame.tsv", text, 2, 2);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    const auto pos = row.cells[1];
    if (pos != "verb" && pos != "noun" && pos != "adjective" && pos != "adverb")
      return bad("blame.tsv", row, "unknown pos");
    out.blames.push_back(row.cells[0]);
  }
  std::sort(out.blames.begin(), out.blames.end());
  return std::nullopt;
}

std::optional<Error> read_meanings(std::string_view text, Lexicon& out) {
  constexpr std::string_view file = "same_meaning.tsv";
  auto rows = lexicon::parse_table(file, text, 2, 2);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) out.meanings.emplace_back(row.cells[0], row.cells[1]);
  std::sort(out.meanings.begin(), out.meanings.end());
  for (std::size_t i = 1; i < out.meanings.size(); ++i) {
    if (out.meanings[i - 1].first == out.meanings[i].first) {
      return Error{ErrorCode::bad_lexicon, std::string(file) + ": \"" + std::string(out.meanings[i].first) +
                                               "\" stands there twice."};
    }
  }
  return std::nullopt;
}

std::optional<Error> read_matters(std::string_view text, Lexicon& out) {
  constexpr std::string_view file = "matters.tsv";
  auto rows = lexicon::parse_table(file, text, 2, 2);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    const auto kind = look_up(kMatters, row.cells[1]);
    if (!kind) return bad(file, row, "unknown kind");
    out.matters.push_back({row.cells[0], *kind});
  }
  std::sort(out.matters.begin(), out.matters.end(),
            [](const Matter& a, const Matter& b) { return a.lemma < b.lemma; });
  return std::nullopt;
}

// The nouns that the actors stage knows, but for things.
std::optional<Error> read_somebodies(std::string_view text, Lexicon& out) {
  auto rows = lexicon::parse_table("actor_nouns.tsv", text, 2, 3);
  if (!rows) return rows.error();
  for (const Row& row : rows.value()) {
    if (row.cells[1] != "product" && row.cells[1] != "place") out.somebodies.push_back(row.cells[0]);
  }
  std::sort(out.somebodies.begin(), out.somebodies.end());
  return std::nullopt;
}

template <class T>
const T* find_lemma(const std::vector<T>& sorted, std::string_view lemma) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), lemma,
                                      [](const T& item, std::string_view key) { return item.lemma < key; });
  return found != sorted.end() && found->lemma == lemma ? &*found : nullptr;
}

}  // namespace

bool Cue::takes(std::string_view preposition) const {
  return std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
}

const Cue* Lexicon::cue(CuePos pos, std::string_view lemma) const {
  const auto found = std::lower_bound(
      cues.begin(), cues.end(), std::pair(pos, lemma),
      [](const Cue& item, const auto& key) { return std::pair(item.pos, item.lemma) < key; });
  return found != cues.end() && found->pos == pos && found->lemma == lemma ? &*found : nullptr;
}

std::string_view Lexicon::verb_base(std::string_view form) const {
  const auto found =
      std::lower_bound(verb_forms.begin(), verb_forms.end(), form,
                       [](const auto& item, std::string_view key) { return item.first < key; });
  return found != verb_forms.end() && found->first == form ? found->second : std::string_view();
}

const Act* Lexicon::act(std::string_view lemma) const {
  return find_lemma(acts, lemma);
}

const Hedge* Lexicon::hedge(std::string_view lemma) const {
  return find_lemma(hedges, lemma);
}

std::string_view Lexicon::meaning(std::string_view lemma) const {
  const auto found =
      std::lower_bound(meanings.begin(), meanings.end(), lemma,
                       [](const auto& item, std::string_view key) { return item.first < key; });
  return found != meanings.end() && found->first == lemma ? found->second : lemma;
}

const Matter* Lexicon::matter(std::string_view lemma) const {
  return find_lemma(matters, lemma);
}

Result<Lexicon> parse_lexicon(std::string_view cues, std::string_view hedges, std::string_view yardsticks,
                              std::string_view basis, std::string_view negation, std::string_view acts,
                              std::string_view blame, std::string_view meanings, std::string_view matters) {
  Lexicon out;
  if (auto error = read_cues(cues, out)) return *error;
  if (auto error = read_hedges(hedges, out)) return *error;
  if (auto error = read_yardsticks(yardsticks, out)) return *error;
  if (auto error = read_phrases("basis.tsv", basis, kBases, out.bases)) return *error;
  if (auto error = read_phrases("negation.tsv", negation, kNegations, out.negations)) return *error;
  if (auto error = read_acts(acts, out)) return *error;
  if (auto error = read_blames(blame, out)) return *error;
  if (auto error = read_meanings(meanings, out)) return *error;
  if (auto error = read_matters(matters, out)) return *error;
  return out;
}

CueLexicon::CueLexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
CueLexicon::CueLexicon(CueLexicon&& other) noexcept = default;
CueLexicon& CueLexicon::operator=(CueLexicon&& other) noexcept = default;
CueLexicon::~CueLexicon() = default;

Result<CueLexicon> CueLexicon::load() {
  auto lexicon = parse_lexicon(
      asset("lexicons/cues.tsv"), asset("lexicons/hedges.tsv"), asset("lexicons/yardsticks.tsv"),
      asset("lexicons/basis.tsv"), asset("lexicons/negation.tsv"), asset("lexicons/acts.tsv"),
      asset("lexicons/blame.tsv"), asset("lexicons/same_meaning.tsv"), asset("lexicons/matters.tsv"));
  if (!lexicon) return lexicon.error();
  if (auto error = read_somebodies(asset("lexicons/actor_nouns.tsv"), lexicon.value())) return *error;
  auto impl = std::make_unique<Impl>();
  impl->lexicon = std::move(lexicon).value();
  return CueLexicon(std::move(impl));
}

}  // namespace hearsay::claims
