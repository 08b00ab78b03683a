#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.hpp"

// The Analysis: everything Hearsay found, as plain data. shared names and meanings with the JSON of
// version 1 (core/export/json.cpp writes it). All spans are bytes of the Document; all Refs are indices into
// the vectors of this Analysis. Vectors are in text order unless said otherwise.
//
// A std::string here is either a code (a country, a TIMEX3 value) or text *derived* by Hearsay ("why");
// whatever is shown as the document's own words is a Span.
namespace hearsay {

struct Actor;
struct Claim;
struct Time;

// ---- actors -------------------------------------------------------------------------------------------

enum class ActorKind : std::uint8_t {
  person,
  organization,
  government,
  outlet,
  place,
  product,
  group,
  other
};
enum class MentionForm : std::uint8_t { name, nominal, pronoun };

struct Mention {
  Span span;
  MentionForm form = MentionForm::name;
  std::uint32_t head = 0;  // the token that heads it, index into LanguageLayer::tokens
  std::string why;         // why it was joined to its actor: "same name", "acronym", "role", "pronoun" ...
};

struct Actor {
  Span name;  // its fullest name in the text (without possessive ending)
  ActorKind kind = ActorKind::other;
  std::vector<Span> aliases;  // other names it goes by, one span for each different wording
  std::string country;        // ISO 3166-1 alpha-2, or empty
  std::optional<Span> country_evidence;
  std::optional<Span> description;  // the words that say what it is: "the British cybersecurity institution"
  Ref<Actor> affiliation;           // of a person: whom they speak for
  std::vector<Mention> mentions;
  std::string kind_why;       // why it has its kind
  bool in_inventory = false;  // on the user's own list
};

// ---- times --------------------------------------------------------------------------------------------

enum class TimeType : std::uint8_t { date, time, duration, set };
enum class TimeAnchor : std::uint8_t { document, explicit_, other_time, none };

struct Time {
  Span span;
  TimeType type = TimeType::date;
  std::string value;  // TIMEX3: "2017-11-28", "2017-09", "P2W", "PAST_REF", "XXXX-11-28" ...
  TimeAnchor anchor = TimeAnchor::none;
  Ref<Time> anchored_to;  // with TimeAnchor::other_time
};

enum class PublishedFrom : std::uint8_t { text, given, inferred, unknown };

// The document creation time: a date, or an EDTF-style interval "2017-12-01/2017-12-03"; empty if unknown.
struct Published {
  std::string value;
  PublishedFrom from = PublishedFrom::unknown;
  std::vector<Span> evidence;
};

struct TimelineEntry {
  Ref<Time> time;
  std::string value;  // as Time::value, or an interval where only that is known
  std::vector<Span> event;
  std::vector<Ref<Actor>> actors;
  Ref<Claim> claim;
};

// ---- claims -------------------------------------------------------------------------------------------

enum class Stance : std::uint8_t { accuse, deny, warn, advise, exempt, assess, state, question, act };
enum class Attribution : std::uint8_t { direct, indirect, mixed };
enum class Voice : std::uint8_t { first_hand, reported, anonymous };
enum class Polarity : std::uint8_t { affirmed, negated };
enum class BasisKind : std::uint8_t {
  document,
  test,
  statement,
  report,
  risk_analysis,
  none_stated,
  said_to_be_lacking
};

struct Yardstick {
  std::string_view scale;  // "PHIA" or "ICD 203"; static storage
  std::string_view term;   // the scale's own word; static storage
  std::uint8_t low = 0;    // per cent
  std::uint8_t high = 0;
};

struct Basis {
  BasisKind kind = BasisKind::none_stated;
  std::vector<Span> evidence;
};

struct Claim {
  Ref<Actor> source;
  std::vector<Span> source_spans;       // empty: nobody is named
  std::vector<Span> source_stands_for;  // of a relative pronoun ("who"): the phrase it stands for; else empty
  std::vector<Span> cue;
  std::string cue_lemma;
  std::vector<Span> content;
  Ref<Actor> target;
  Ref<Actor> addressee;
  Stance stance = Stance::state;
  Attribution attribution = Attribution::indirect;
  Voice voice = Voice::first_hand;
  std::vector<Ref<Actor>> via;
  std::vector<Span> hedges;
  Polarity polarity = Polarity::affirmed;
  std::optional<Yardstick> yardstick;
  std::vector<Basis> basis;
  Ref<Time> time;
  Ref<Claim> repeats;
  Ref<Claim> supports;  // the first claim of another source that says the same; see Agreement
  std::string why;      // the rule or tree pattern that made it, in words a reader understands
};

// The words to call the source by where no actor is known.
[[nodiscard]] inline const std::vector<Span>& source_words(const Claim& claim) {
  return claim.source_stands_for.empty() ? claim.source_spans : claim.source_stands_for;
}

// Where claims come from in the end, as far as the text traces it.
struct Origin {
  Ref<Actor> actor;  // who said it first; none for a document or a group that nobody is named for
  std::vector<Ref<Claim>> claims;
  std::vector<Span> evidence;  // the words that trace it ("citing a letter"); empty: the source itself speaks
  bool counted = true;         // false: unnamed, so that it may be one of the others
};

// The same claim by different sources.
struct Agreement {
  std::vector<Ref<Claim>> claims;
  std::vector<Origin> origins;    // each of `claims` stands in one of them
  std::uint32_t independent = 1;  // how many origins count: three outlets that cite one letter are one
  std::string why;
};

enum class DisputeKind : std::uint8_t { denial, conflict, unanswered };

struct Dispute {
  std::string about;               // derived: a short label made of the text's words
  std::vector<Ref<Claim>> claims;  // empty for a denial of what nobody in the text claims
  std::vector<Ref<Claim>> denials;
  bool answered = false;
  DisputeKind kind = DisputeKind::denial;
  std::string why;
};

// ---- advice -------------------------------------------------------------------------------------------

enum class Modality : std::uint8_t { must, should, may, need_not, must_not, should_not };

struct Audience {
  Ref<Actor> actor;
  std::vector<Span> spans;  // empty: the text does not say whom; the readers are meant
};

struct Advice {
  Ref<Actor> issuer;
  std::vector<Audience> audience;
  Modality modality = Modality::should;
  std::vector<Span> action;
  Ref<Actor> object;
  std::vector<Span> condition;
  Ref<Time> deadline;
  std::string due;  // YYYY-MM-DD: where the deadline is a time counted from the date of issue; else empty
  Ref<Claim> claim;
  std::string why;
};

// ---- sources, indicators, notes -----------------------------------------------------------------------

enum class SourceKind : std::uint8_t { outlet, document, statement, anonymous };

struct SourceEntry {
  Ref<Actor> actor;
  SourceKind kind = SourceKind::document;
  std::vector<Span> evidence;
  std::vector<Ref<Claim>> claims;
  bool independent = true;
};

enum class IndicatorType : std::uint8_t {
  cve,
  cvss,
  cwe,
  attack,
  ipv4,
  ipv6,
  domain,
  url,
  email,
  md5,
  sha1,
  sha256,
  sha512,
  path,
  registry,
  port,
  version,
  cpe,
  ghsa,
  btc,
  asn,
  mac
};

struct Indicator {
  IndicatorType type = IndicatorType::cve;
  std::string value;  // normalised: refanged, upper or lower case as the type wants
  Span span;
  bool defanged = false;
  std::map<std::string, std::string> context;  // "score": "9.8", "severity": "critical", "product": ...
};

struct Note {
  std::string code;     // stable, for programs: "no-publication-date"
  std::string message;  // for the reader
  std::vector<Span> evidence;
};

// Words that a stage took for an actor, a claim or advice and then left out, with the reason: for the reader
// who misses a line. Never shown among the findings.
struct Considered {
  enum class As : std::uint8_t { actor, claim, advice };
  As as = As::claim;
  Span span;
  std::string why;  // one plain clause: "a month, not a name", "nobody is said to say it"
};

// ---- the brief ----------------------------------------------------------------------------------------

// The first screen, in the reader's order.
enum class BriefSection : std::uint8_t { in_one_breath, evidence, disputes, who_must_act, left_open };

// A run of words within a line of the brief. Runs are put end to end: spaces are in the texts.
struct BriefRun {
  enum class Style : std::uint8_t { plain, strong, quote, hedge };
  std::string text;  // for quote and hedge: equal to the words at `span`, white space folded
  Style style = Style::plain;
  std::optional<Span> span;  // where a click leads
};

struct BriefLine {
  BriefSection section = BriefSection::in_one_breath;
  std::string label;             // "denies", "need not", "said lacking"; empty in prose sections
  std::optional<Stance> stance;  // colour and glyph of the label
  bool conflict = false;         // a box: two passages that cannot both hold
  std::vector<BriefRun> runs;
  std::string aside;               // a quiet second line ("3 places", "Why: same source, same matter")
  std::vector<Ref<Claim>> claims;  // what the line was made from
};

struct Analysis {
  std::optional<Span> title;
  Published published;
  std::string tlp;  // empty: none stated
  std::vector<Span> tlp_evidence;
  std::vector<Actor> actors;
  std::vector<Claim> claims;
  std::vector<Dispute> disputes;
  std::vector<Agreement> agreements;
  std::vector<Advice> advice;
  bool issuing = false;                 // an advisory or a directive: it speaks for its issuer
  std::vector<TimelineEntry> timeline;  // in time order
  std::vector<Time> times;
  std::vector<SourceEntry> sources;
  std::vector<Indicator> indicators;
  std::vector<Note> notes;
  std::vector<Considered> considered;
  std::vector<BriefLine> brief;
};

// The words of the JSON for each enumerator ("first-hand", "need not", "risk analysis").
[[nodiscard]] std::string_view name(ActorKind kind);
[[nodiscard]] std::string_view name(MentionForm form);
[[nodiscard]] std::string_view name(TimeType type);
[[nodiscard]] std::string_view name(PublishedFrom from);
[[nodiscard]] std::string_view name(Stance stance);
[[nodiscard]] std::string_view name(Attribution attribution);
[[nodiscard]] std::string_view name(Voice voice);
[[nodiscard]] std::string_view name(Polarity polarity);
[[nodiscard]] std::string_view name(BasisKind kind);
[[nodiscard]] std::string_view name(DisputeKind kind);
[[nodiscard]] std::string_view name(Modality modality);
[[nodiscard]] std::string_view name(SourceKind kind);
[[nodiscard]] std::string_view name(IndicatorType type);
[[nodiscard]] std::string_view name(Considered::As as);

// The heading under which a section of the brief is shown.
[[nodiscard]] std::string_view heading(BriefSection section);

}  // namespace hearsay
