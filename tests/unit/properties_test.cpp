// Properties that hold for any text: every span lies in the text, on code-point boundaries; every reference
// points at something; a sliced run gives the same bytes as one in a single go; the tree is a tree.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/analyzer.hpp"
#include "core/assets/assets.hpp"
#include "core/export/export.hpp"
#include "core/input/reader.hpp"
#include "tests/unit/reading.hpp"

using namespace hearsay;

namespace {

using testing::knowledge;

// xorshift32 (Marsaglia 2003): the same texts on every machine.
class Random {
 public:
  explicit Random(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::size_t limit) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return static_cast<std::uint32_t>(state_ % limit);
  }

 private:
  std::uint32_t state_;
};

const std::vector<std::string>& samples() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> list;
    for (const char* name :
         {"01-warning-and-denial.txt", "02-ban-with-exemption.txt", "03-breach-and-vendor-statement.txt",
          "04-technical-advisory.txt", "05-correction.txt", "06-no-claims.txt"}) {
      const auto text = asset(std::string("samples/") + name);
      REQUIRE_MESSAGE(!text.empty(), name);
      list.emplace_back(text);
    }
    return list;
  }();
  return texts;
}

void check_span(const Document& document, Span span) {
  const auto text = document.text();
  REQUIRE(span.begin < span.end);
  REQUIRE(span.end <= text.size());
  const auto at_boundary = [&](std::uint32_t byte) {
    return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0u) != 0x80u;
  };
  CHECK(at_boundary(span.begin));
  CHECK(at_boundary(span.end));
}

void check_spans(const Document& document, const std::vector<Span>& spans) {
  for (const Span span : spans) check_span(document, span);
}

template <class T>
void check_ref(Ref<T> ref, const std::vector<T>& list) {
  if (ref) CHECK(ref.index() < list.size());
}

void check_claim(const Document& document, const Analysis& analysis, const Claim& claim) {
  check_spans(document, claim.source_spans);
  check_spans(document, claim.cue);
  check_spans(document, claim.content);
  check_spans(document, claim.hedges);
  CHECK(!claim.content.empty());
  CHECK(!claim.why.empty());
  for (const auto& basis : claim.basis) check_spans(document, basis.evidence);
  check_ref(claim.source, analysis.actors);
  check_ref(claim.target, analysis.actors);
  check_ref(claim.addressee, analysis.actors);
  for (const auto actor : claim.via) check_ref(actor, analysis.actors);
  check_ref(claim.time, analysis.times);
  check_ref(claim.repeats, analysis.claims);
}

void check_actor(const Document& document, const Analysis& analysis, const Actor& actor) {
  check_span(document, actor.name);
  check_spans(document, actor.aliases);
  if (actor.description) check_span(document, *actor.description);
  if (actor.country_evidence) check_span(document, *actor.country_evidence);
  check_ref(actor.affiliation, analysis.actors);
  CHECK(!actor.mentions.empty());
  for (const auto& mention : actor.mentions) check_span(document, mention.span);
}

void check_rest(const Document& document, const Analysis& analysis) {
  if (analysis.title) check_span(document, *analysis.title);
  check_spans(document, analysis.published.evidence);
  check_spans(document, analysis.tlp_evidence);
  for (const auto& time : analysis.times) {
    check_span(document, time.span);
    check_ref(time.anchored_to, analysis.times);
    CHECK(!time.value.empty());
  }
  for (const auto& dispute : analysis.disputes) {
    for (const auto claim : dispute.claims) check_ref(claim, analysis.claims);
    for (const auto claim : dispute.denials) check_ref(claim, analysis.claims);
    CHECK(dispute.answered == !dispute.denials.empty());
  }
  for (const auto& advice : analysis.advice) {
    check_spans(document, advice.action);
    check_spans(document, advice.condition);
    CHECK(!advice.action.empty());
    check_ref(advice.issuer, analysis.actors);
    check_ref(advice.object, analysis.actors);
    check_ref(advice.deadline, analysis.times);
    check_ref(advice.claim, analysis.claims);
    for (const auto& party : advice.audience) {
      check_spans(document, party.spans);
      check_ref(party.actor, analysis.actors);
    }
  }
  for (const auto& entry : analysis.timeline) {
    check_spans(document, entry.event);
    check_ref(entry.time, analysis.times);
    check_ref(entry.claim, analysis.claims);
    for (const auto actor : entry.actors) check_ref(actor, analysis.actors);
  }
  for (const auto& source : analysis.sources) {
    check_spans(document, source.evidence);
    check_ref(source.actor, analysis.actors);
    for (const auto claim : source.claims) check_ref(claim, analysis.claims);
  }
  for (const auto& indicator : analysis.indicators) check_span(document, indicator.span);
  for (const auto& note : analysis.notes) check_spans(document, note.evidence);
  for (const auto& agreement : analysis.agreements) {
    CHECK(agreement.claims.size() >= 2);
    CHECK(agreement.independent >= 1);
    CHECK(agreement.independent <= agreement.origins.size());
    for (const auto claim : agreement.claims) check_ref(claim, analysis.claims);
    for (const auto& origin : agreement.origins) {
      for (const auto claim : origin.claims) check_ref(claim, analysis.claims);
      for (const auto span : origin.evidence) check_span(document, span);
    }
  }
  for (const auto& line : analysis.brief) {
    for (const auto& run : line.runs) {
      if (run.span) check_span(document, *run.span);
    }
    for (const auto claim : line.claims) check_ref(claim, analysis.claims);
  }
}

std::string analyze(const std::string& text, std::uint32_t slice) {
  const auto document = input::read(text, "");
  if (!document) return "error: " + document.error().message;
  Analyzer analyzer(document.value(), knowledge(), {});
  while (!analyzer.step(Budget(slice))) {
  }
  const Analysis& analysis = analyzer.analysis();
  for (const auto& actor : analysis.actors) check_actor(document.value(), analysis, actor);
  for (const auto& claim : analysis.claims) check_claim(document.value(), analysis, claim);
  check_rest(document.value(), analysis);
  return exporting::write(exporting::Format::json, document.value(), analysis);
}

// A sample with things done to it that pastes do: cut anywhere, parts repeated, odd characters put in.
std::string mangled(Random& random) {
  static const std::vector<std::string> kOddities = {"\xE2\x80\x9C",
                                                     "\"",
                                                     "\xF0\x9F\x98\x80",
                                                     "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                                     "\n\n",
                                                     "\n",
                                                     "\t",
                                                     "\r\n",
                                                     "\xC2\xA0",
                                                     "\xEF\xBB\xBF",
                                                     "\xE2\x80\x8B",
                                                     "U.S.",
                                                     "...",
                                                     "(",
                                                     ")",
                                                     "\xFF",
                                                     "CVE-2031-1",
                                                     "1.2.3.4",
                                                     "- ",
                                                     "<p>",
                                                     "{",
                                                     "\\",
                                                     "'s",
                                                     "n't",
                                                     "e\xCC\x81"};
  std::string text = samples()[random.below(samples().size())];
  text = text.substr(random.below(text.size()), 200 + random.below(1500));
  for (std::uint32_t i = random.below(12); i > 0; --i) {
    text.insert(random.below(text.size() + 1), kOddities[random.below(kOddities.size())]);
  }
  return text;
}

}  // namespace

TEST_CASE("the analysis of every sample keeps its promises, in one go and in slices") {
  for (const auto& text : samples()) {
    const auto whole = analyze(text, 1u << 30);
    CHECK(whole == analyze(text, 1));
    CHECK(whole == analyze(text, 97));
  }
}

TEST_CASE("mangled texts keep the promises as well") {
  Random random(20171128);
  for (int i = 0; i < 150; ++i) {
    const auto text = mangled(random);
    CAPTURE(text);
    CHECK(analyze(text, 1u << 30) == analyze(text, 50));
  }
}

TEST_CASE("an endless sentence is read in pieces, and a note says so") {
  std::string text = "The agency warned councils.\n\nThe office said";
  for (int i = 0; i < 20'000; ++i) text += " and";
  const auto document = input::read(text, "");
  REQUIRE(document);
  Analyzer analyzer(document.value(), knowledge(), {});
  while (!analyzer.step(Budget(20'000))) {
  }
  const auto& notes = analyzer.analysis().notes;
  const auto cut = [](const Note& note) { return note.code == "sentence-cut"; };
  REQUIRE(std::count_if(notes.begin(), notes.end(), cut) == 1);
  const auto& note = *std::find_if(notes.begin(), notes.end(), cut);
  REQUIRE(note.evidence.size() == 1);
  CHECK(document.value().text(note.evidence[0]).starts_with("The office said and"));
  CHECK(note.evidence[0].size() < 2'000);
}

TEST_CASE("texts that are nobody's article are read without harm") {
  std::string quotes;
  std::string emoji;
  for (int i = 0; i < 2000; ++i) {
    quotes += i % 3 == 0 ? "\"" : "\xE2\x80\x9C";
    emoji += "\xF0\x9F\x98\x80";
  }
  for (const auto& text :
       {quotes, emoji, std::string(200'000, 'a'), std::string(3000, '('), std::string("{"),
        std::string(5000, '\n') + "x",
        std::string("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D.")}) {
    CAPTURE(text.substr(0, 20));
    CHECK(!analyze(text, 1000).empty());
  }
}
