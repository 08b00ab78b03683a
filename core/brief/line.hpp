#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/language/language.hpp"
#include "core/text/document.hpp"

namespace hearsay::brief {

// What every section of the brief reads. All must outlive it.
struct Ledger {
  const Document& document;
  const language::LanguageLayer& language;
  const Analysis& analysis;

  [[nodiscard]] const Actor& actor(Ref<Actor> ref) const { return analysis.actors[ref.index()]; }
  [[nodiscard]] const Claim& claim(Ref<Claim> ref) const { return analysis.claims[ref.index()]; }
  // The index into the language layer's sentences of the one that holds the byte.
  [[nodiscard]] std::size_t sentence_at(std::uint32_t byte) const;
  // The words at the span, white space folded.
  [[nodiscard]] std::string words(Span span) const;
  // Whether the words hold a verb with tense: they say something by themselves.
  [[nodiscard]] bool has_clause(Span span) const;
  // Whether the claim is told with tense: "warns", "has been warning", "according to"; not "to warn",
  // "warning".
  [[nodiscard]] bool told_with_tense(const Claim& claim) const;
  // The span up to where its clause ends, at most `most` words more. The same span where no end is near.
  [[nodiscard]] Span to_clause_end(Span span, std::size_t most) const;
  // The span without quotation marks, a leading "that" and closing punctuation around it.
  [[nodiscard]] Span bare(Span span) const;
  // Whether the words name something or say what happens; not "which", "that it", "something".
  [[nodiscard]] bool telling(Span span) const;
  // Whether the words stand for people: an actor of the text that can speak, or "a source", "officials".
  [[nodiscard]] bool people(Span span) const;
  // From the first to the last of the spans.
  [[nodiscard]] static Span hull(const std::vector<Span>& spans);
};

// Puts one line together, run by run. Whatever the text says itself carries its span.
class LineBuilder {
 public:
  LineBuilder(const Ledger& ledger, BriefSection section, std::string label = {}) : ledger_(ledger), line_{} {
    line_.section = section;
    line_.label = std::move(label);
  }

  LineBuilder& plain(std::string_view text);
  LineBuilder& words(Span span);                // the text's words, not in quotation marks
  LineBuilder& strong(Span span);               // the text's words, as a name
  LineBuilder& strong(Span name, Span target);  // a name, leading to another mention of it
  // The text's words in quotation marks, at most about `most` words of them.
  LineBuilder& quote(Span span, std::size_t most = 40);
  LineBuilder& quote(const std::vector<Span>& spans, std::size_t most = 40);
  // As quote, with the hedges that fall into it marked.
  LineBuilder& quote(const Claim& claim, std::size_t most = 40);
  // Who says it: name, with article, and what the text says they are. `first`: at the head of the line.
  LineBuilder& source(const Claim& claim, bool first);
  LineBuilder& actor(Ref<Actor> ref, Span at, bool first, bool with_description);
  // Words of the text, with the names of these actors as strong runs and hedges marked.
  LineBuilder& passage(Span span, const std::vector<Ref<Actor>>& names, const std::vector<Span>& hedges);

  // What the source says: in the text's own sentence where source, cue and content stand in it in this order;
  // else `verb` and the content in quotation marks.
  LineBuilder& told(const Claim& claim, std::string_view verb);

  LineBuilder& stance(Stance stance);
  LineBuilder& conflict();
  LineBuilder& aside(std::string text);
  LineBuilder& claim(Ref<Claim> claim);
  [[nodiscard]] bool empty() const { return line_.runs.empty(); }
  // The finished line. Prose begins with a capital letter.
  [[nodiscard]] BriefLine take();

 private:
  void description(const Actor& who);
  [[nodiscard]] Span whole(const Claim& claim, Span content) const;
  [[nodiscard]] Span clipped(Span span, std::size_t most) const;
  void marked(Span span, const std::vector<Span>& hedges);

  const Ledger& ledger_;
  BriefLine line_;
};

// Whether the text's own sentence tells it: source, cue and content stand in it in this order.
[[nodiscard]] bool told_in_sentence(const Ledger& ledger, const Claim& claim);
// "2016-11-11" as "11 November 2016"; anything but a day as it is.
[[nodiscard]] std::string plain_date(const std::string& value);
// Whether the words begin with this verb in small letters, whatever the case of their first letter.
[[nodiscard]] bool opens_with(std::string_view words, std::string_view verb);
// The number of words between blanks.
[[nodiscard]] std::size_t word_count(std::string_view text);
// "2 places", "1 place".
[[nodiscard]] std::string counted(std::size_t number, std::string_view one, std::string_view many);

}  // namespace hearsay::brief
