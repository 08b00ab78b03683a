#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/text/document.hpp"
#include "ui/model/dates.hpp"

// What the reader sees, as plain data: made from a Document, its Analysis and the state of the App; painted
// by the ImGui canvas (ui/panels) and by the DOM mirror (web/mirror). Says nothing that the Analysis does
// not.
//
// Lifetimes: `text` and every Span point into the Document that the App holds; both are replaced together,
// and the host is told by Effect::mirror_changed. Strings are owned.
namespace hearsay::ui {

// The tabs of the right side, in order; key 1 is the first.
enum class Panel : std::uint8_t { brief, ledger, actors, timeline, advice, indicators, notes };
inline constexpr std::size_t kPanelCount = 7;

// Something that can be selected, and what a click on a run, a row or a mark leads to.
struct Target {
  enum class Kind : std::uint8_t { none, claim, actor, advice, time, indicator, note, span };
  Kind kind = Kind::none;
  std::uint32_t index = 0;  // into the vector of the Analysis that `kind` names; not used for span
  Span span{};              // the words to show; may be empty

  [[nodiscard]] explicit operator bool() const { return kind != Kind::none; }
  friend bool operator==(const Target&, const Target&) = default;
};

// A piece of a line with one look. A painter puts runs end to end; spaces are in the texts.
struct Run {
  enum class Style : std::uint8_t {
    plain,
    strong,  // names that carry the line
    quote,   // the text's own words; the quotation marks are in `text`
    hedge,   // dotted underline
    quiet,   // secondary: asides, labels
    link     // leads somewhere and says so
  };
  std::string text;
  Style style = Style::plain;
  Target target{};
};
using Runs = std::vector<Run>;

// A run list as plain text, for tests, titles and accessible names.
[[nodiscard]] std::string plain_text(const Runs& runs);

// ---- header and status --------------------------------------------------------------------------------

struct HeaderView {
  std::string title;            // the document's title, else its first words, else ""
  std::string published;        // "published 1–3 Dec 2017", "publication date not stated"
  std::string published_from;   // "inferred", "given by you"; "" where the text states it or nothing is known
  std::string published_value;  // as the Analysis has it, for the field that corrects it
  std::vector<Span> published_evidence;
  std::string tlp;  // "TLP:AMBER", or ""
};

struct StatusView {
  std::string done;     // "Analysed on this device in 38 ms", "Reading, 40%"
  std::string privacy;  // "Nothing has left this page"
};

enum class Phase : std::uint8_t {
  empty,      // the entry: textarea, open, sample
  analysing,  // the text is shown, the analysis is on its way
  ready
};

// Something that went wrong, for the reader: shown above the entry or the text, which stays.
struct MessageView {
  std::string what;  // one sentence on what is wrong
  std::string next;  // one sentence on what to do; may be empty
};

// ---- the text -----------------------------------------------------------------------------------------

struct BlockView {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
};

// A mark on the words of a claim's content. In order of span.begin. Where marks overlap they have different
// levels: level 0 is a tint, every other one a thin line below the words, one under the other.
struct MarkView {
  Span span;
  std::uint32_t claim = 0;
  Stance stance = Stance::state;
  std::uint8_t level = 0;
};

// A mark on an order or a piece of advice that stands where nobody is said to claim anything: a tint and a
// glyph of its own. In order of span.begin; no mark of a claim overlaps it.
struct AdviceMarkView {
  Span span;
  std::uint32_t advice = 0;
  Stance stance = Stance::advise;
};

// A glyph beside the line in which `at` stands. In order of `at`.
struct GutterView {
  std::uint32_t at = 0;
  Stance stance = Stance::state;
  bool conflict = false;  // the arrows both ways stand in the place of the stance's glyph
  std::uint32_t claim = 0;
};

// The words that belong to what is selected, each with its part in it. In order of span.begin.
struct PartView {
  enum class Part : std::uint8_t {
    source,    // bold
    cue,       // underlined
    content,   // outlined
    hedge,     // dotted
    evidence,  // what it rests on: a thin line
    mention,   // an actor's mention, a time's words, an indicator, plain words asked for
    audience,
    action,
    condition
  };
  Span span;
  Part part = Part::mention;
  std::optional<Stance> stance;  // of the claim, for its tint
};

// ---- the panels ---------------------------------------------------------------------------------------

struct BriefLineView {
  std::string label;  // "denies"; empty in prose sections
  std::optional<Stance> stance;
  bool conflict = false;
  Runs runs;
  std::string aside;
  Target target;  // what the line as a whole leads to; none if nothing
};

struct BriefSectionView {
  BriefSection section = BriefSection::in_one_breath;
  std::string heading;  // "In one breath"
  std::vector<BriefLineView> lines;
};

// A label with its value in the details of a row: "Certainty": "could (not on the yardstick)".
struct Fact {
  std::string label;
  Runs runs;
};

struct LedgerRow {
  std::uint32_t claim = 0;
  Stance stance = Stance::state;
  std::string stance_word;  // "accuses"
  std::string source;       // "National Cyber Security Centre", "source not named"
  bool source_named = false;
  std::string cue;      // the text's words: "is suspected of"
  std::string content;  // the text's words, without quotation marks; " … " between parts
  std::string target;   // "about Kaspersky", or ""
  std::string key;      // what the source filter compares; equal for claims of one source
  bool hedged = false;
  bool negated = false;
  bool in_conflict = false;
  std::uint32_t repeats = 0;     // how many later claims say it again
  bool is_repeat = false;        // says an earlier one again
  std::uint32_t supporters = 0;  // claims of other sources that say the same
  std::uint32_t origins = 0;     // how many independent origins they and this one have; 0: no supporters
  std::vector<Fact> facts;       // addressee, voice, via, certainty, basis, time, disputes, support, repeats
  std::string why;
  Target go;
};

struct SourceFilter {
  std::string key;
  std::string label;
  std::uint32_t count = 0;
};
struct StanceFilter {
  Stance stance = Stance::state;
  std::string word;
  std::uint32_t count = 0;
};

struct ActorRow {
  std::uint32_t actor = 0;
  std::string name;
  std::string kind;     // "government body", "news outlet"
  std::string country;  // "United Kingdom", or ""
  std::string aliases;  // "NCSC · the British cybersecurity institution"
  std::string description;
  std::string affiliation;
  std::uint32_t mentions = 0;
  std::uint32_t claims_made = 0;
  std::uint32_t claims_about = 0;
  bool in_inventory = false;
  bool is_person = false;  // or people: "about them", not "about it"
  std::vector<Fact> facts;
  std::string why;                 // of its kind
  std::vector<std::string> joins;  // why its mentions were joined: "acronym (3)"
  Target go;
};

// The user's own list of vendors and products.
struct InventoryView {
  std::uint32_t entries = 0;  // on the list; 0: none was given
  std::uint32_t named = 0;    // actors of this text that stand on it
};
// "1 vendor or product", "214 vendors and products"
[[nodiscard]] std::string entries_words(std::uint32_t entries);

struct TimelineRow {
  std::uint32_t entry = 0;
  std::string when;  // "28 Nov 2017", "Sep 2017", "date not known"
  std::optional<DayRange> range;
  std::string words;     // the text's words for the time: "This September"
  std::string reckoned;  // "reckoned from the day of publication"; "" where the text states the date
  Runs event;
  std::string actors;
  std::optional<Stance> stance;
  bool deadline = false;
  bool past = false;  // a deadline before the document's own date
  Target go;
};

struct AdviceRow {
  std::uint32_t advice = 0;
  Modality modality = Modality::should;
  std::string modality_word;  // "must", "need not"
  Stance stance = Stance::advise;
  std::string audience;  // "Governmental authorities", "the readers (the text does not say whom)"
  std::string action;    // the text's words
  std::string issuer;
  std::vector<Fact> facts;  // issuer, condition, deadline, object
  std::string deadline;     // "by 14 Dec 2017", "within 30 days", or ""
  bool deadline_past = false;
  std::string why;
  Target go;
};

struct IndicatorRow {
  std::uint32_t indicator = 0;  // the first with this value
  std::string type;             // "CVE", "IP address"
  std::string value;
  std::string context;  // "score 9.8 · critical"
  bool defanged = false;
  std::vector<Span> places;
  Target go;
};

struct SourceRow {
  std::string name;
  std::string kind;  // "news outlet", "document"
  bool independent = true;
  Runs evidence;
  std::uint32_t claims = 0;
  Target go;
};

struct NoteRow {
  std::uint32_t note = 0;
  std::string message;
  Runs evidence;
  Target go;
};

struct ConsideredRow {
  std::string as;     // "not advice"
  std::string words;  // the text's, in quotation marks
  std::string why;
  Target go;
};

struct TabView {
  Panel panel = Panel::brief;
  std::string label;
  std::optional<std::uint32_t> count;
};

struct ViewModel {
  Phase phase = Phase::empty;
  float progress = 0;  // 0 to 1 while analysing
  std::uint32_t revision =
      0;  // counts up whenever anything but the selection, panel, message or progress changes
  std::optional<MessageView> message;
  HeaderView header;
  StatusView status;

  std::string_view text;
  std::vector<BlockView> blocks;
  std::vector<MarkView> marks;
  std::vector<AdviceMarkView> advice_marks;
  std::vector<GutterView> gutter;

  Target selected;
  std::vector<PartView> parts;

  Panel panel = Panel::brief;
  std::vector<TabView> tabs;
  std::vector<BriefSectionView> brief;
  std::vector<LedgerRow> ledger;  // one for each claim, in text order
  std::vector<StanceFilter> stances;
  std::vector<SourceFilter> sources;
  std::vector<ActorRow> actors;  // those of the most claims first
  InventoryView inventory;
  std::vector<Span> inventory_marks;  // names of what is in the inventory, in text order
  std::vector<TimelineRow> timeline;
  std::optional<DayRange> published;  // on the timeline's scale
  std::vector<AdviceRow> advice;
  std::vector<IndicatorRow> indicators;
  std::vector<SourceRow> origins;  // where the text has it from
  std::vector<NoteRow> notes;
  std::vector<ConsideredRow> considered;  // and left out, in text order
};

// ---- making it ----------------------------------------------------------------------------------------

// The text alone, for the time before its analysis is there. Clears every panel.
void show_document(ViewModel& view, const Document& document);
// Everything that follows from the analysis. `document` must be the one the analysis was made of.
void show_analysis(ViewModel& view, const Document& document, const Analysis& analysis);
// Sets `selected` and `parts`. A target that is out of range selects nothing.
void show_selection(ViewModel& view, const Document& document, const Analysis& analysis, Target target);
// The claim whose content, else any of whose words, stands at `byte`; the innermost one. Or nothing.
[[nodiscard]] std::optional<std::uint32_t> claim_at(const ViewModel& view, std::uint32_t byte);

// "accuses", "need not act": the word that goes with a stance's colour and glyph.
[[nodiscard]] std::string_view stance_word(Stance stance);
[[nodiscard]] std::string_view panel_name(Panel panel);
// White space folded to single spaces; a quotation for a row.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace hearsay::ui
