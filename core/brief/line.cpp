#include "core/brief/line.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"
#include "core/text/quotation.hpp"

namespace hearsay::brief {
namespace {

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Bytes of a mark at the beginning of the text that a quotation leaves out; 0: none.
std::size_t opening_mark(std::string_view text) {
  for (const std::string_view mark : {"“", "”", "‘", "\"", "'", " ", "\n", "\t", ",", ":", "(", "–", "—"}) {
    if (text.substr(0, mark.size()) == mark) return mark.size();
  }
  return 0;
}

std::size_t closing_mark(std::string_view text) {
  for (const std::string_view mark : {"”", "“", "\"", " ", "\n", "\t", ",", ".", ";", ":"}) {
    if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) return mark.size();
  }
  return 0;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Whether the name stands after "the" where it is written out in full.
bool takes_article(std::string_view text, Span name) {
  if (name.begin < 4) return false;
  const auto before = text.substr(name.begin - 4, 4);
  const bool article = before == "the " || before == "The ";
  return article && (name.begin == 4 || blank(text[name.begin - 5]) || text[name.begin - 5] == '(');
}

std::string country_label(std::string_view code) {
  return std::string(code == "GB" ? std::string_view("UK") : code);
}

// Words that a sentence shown in full may have; a longer one is quoted in part.
constexpr std::size_t kWholeSentenceWords = 45;
// Between source and cue more than this is a clause of its own, beside the point.
constexpr std::uint32_t kSourceToCueBytes = 40;

std::size_t occurrences(std::string_view text, std::string_view mark) {
  std::size_t count = 0;
  for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size()))
    ++count;
  return count;
}

// What follows the source in its sentence up to the end of the content, if source, cue and content stand
// there in this order; else an empty span.
Span rest_of_sentence(const Ledger& ledger, const Claim& claim) {
  if (claim.source_spans.size() != 1 || claim.cue.empty() || claim.content.empty()) return {};
  const auto source = claim.source_spans.front();
  const auto cue = Ledger::hull(claim.cue);
  const auto content = Ledger::hull(claim.content);
  if (source.end > cue.begin || cue.begin > source.end + kSourceToCueBytes) return {};
  if (cue.begin >= content.end || content.end <= cue.end) return {};
  const auto sentence = ledger.sentence_at(source.begin);
  if (sentence >= ledger.language.sentences.size()) return {};
  if (ledger.language.sentences[sentence].span.end < content.end) return {};
  // The name that is shown for the source may reach further than the words that stand for it.
  auto begin = source.end;
  if (claim.source && ledger.actor(claim.source).name.overlaps(source)) {
    begin = std::max(begin, ledger.actor(claim.source).name.end);
  }
  if (begin > cue.begin) return {};
  Span rest{begin, ledger.bare({begin, content.end}).end};
  // The comma that closes what the text says of the source goes with it.
  const auto opening = ledger.document.text(rest);
  if (opening.substr(0, 2) == ", " && opening.substr(0, 5) != ", who" && opening.substr(0, 7) != ", which") {
    rest.begin += 1;
  }
  const auto words = ledger.document.text(rest);
  // Half a quotation is worse than a quotation of its own.
  if (occurrences(words, "“") != occurrences(words, "”") || words.find('"') != std::string_view::npos)
    return {};
  return word_count(words) <= kWholeSentenceWords ? rest : Span{};
}

}  // namespace

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    if (!blank(c) && !inside) ++count;
    inside = !blank(c);
  }
  return count;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::size_t Ledger::sentence_at(std::uint32_t byte) const {
  const auto token = language.token_at(byte);
  return token < language.tokens.size() ? language.sentence_of[token] : language.sentences.size();
}

std::string Ledger::words(Span span) const {
  std::string folded;
  for (const char c : document.text(span)) {
    if (!blank(c)) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

Span Ledger::bare(Span span) const {
  const auto text = document.text();
  while (!span.empty()) {
    const auto mark = opening_mark(span.in(text));
    if (mark == 0) break;
    span.begin += static_cast<std::uint32_t>(mark);
  }
  if (starts_with(span.in(text), "that ")) span.begin += 5;
  while (!span.empty()) {
    const auto words = span.in(text);
    auto mark = closing_mark(words);
    // "U.S." and "Ltd." keep their dot: one after a capital letter or a short word with a dot of its own.
    if (mark == 1 && words.back() == '.' && words.size() > 3 && words[words.size() - 3] == '.') mark = 0;
    // A mark that closes what the span itself opens stays.
    if (words.size() > 3 && words.substr(words.size() - 3) == "”" &&
        words.find("“") != std::string_view::npos)
      mark = 0;
    if (mark == 0) break;
    span.end -= static_cast<std::uint32_t>(mark);
  }
  return span;
}

Span Ledger::hull(const std::vector<Span>& spans) {
  if (spans.empty()) return {};
  Span all = spans.front();
  for (const auto span : spans) {
    all.begin = std::min(all.begin, span.begin);
    all.end = std::max(all.end, span.end);
  }
  return all;
}

LineBuilder& LineBuilder::plain(std::string_view text) {
  if (!text.empty()) line_.runs.push_back({std::string(text), BriefRun::Style::plain, std::nullopt});
  return *this;
}

LineBuilder& LineBuilder::words(Span span) {
  if (!span.empty()) line_.runs.push_back({ledger_.words(span), BriefRun::Style::plain, span});
  return *this;
}

LineBuilder& LineBuilder::strong(Span span) {
  return strong(span, span);
}

LineBuilder& LineBuilder::strong(Span name, Span target) {
  if (!name.empty()) line_.runs.push_back({ledger_.words(name), BriefRun::Style::strong, target});
  return *this;
}

Span LineBuilder::clipped(Span span, std::size_t most) const {
  const auto text = ledger_.document.text();
  std::size_t count = 0;
  for (auto byte = span.begin; byte < span.end; ++byte) {
    if (!blank(text[byte]) || blank(text[byte - 1])) continue;
    if (++count == most) return ledger_.bare({span.begin, byte});
  }
  return span;
}

LineBuilder& LineBuilder::quote(Span span, std::size_t most) {
  span = ledger_.bare(span);
  if (span.empty()) return *this;
  const auto shown = clipped(span, most);
  line_.runs.push_back({ledger_.words(shown), BriefRun::Style::quote, shown});
  if (shown != span) plain(" …");
  return *this;
}

LineBuilder& LineBuilder::quote(const std::vector<Span>& spans, std::size_t most) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) plain(" … ");
    quote(spans[i], most);
  }
  return *this;
}

LineBuilder& LineBuilder::quote(const Claim& claim, std::size_t most) {
  for (std::size_t i = 0; i < claim.content.size(); ++i) {
    if (i > 0) plain(" … ");
    const auto span = ledger_.bare(claim.content[i]);
    const auto shown = clipped(span, most);
    std::vector<Span> hedges;
    for (const auto hedge : claim.hedges) {
      if (shown.contains(hedge)) hedges.push_back(hedge);
    }
    if (hedges.empty()) {
      quote(span, most);
      continue;
    }
    const QuotationMarks marks = marks_around(ledger_.document.text(shown));
    plain(marks.open);
    marked(shown, hedges);
    plain(marks.close);
    if (shown != span) plain(" …");
  }
  return *this;
}

// The words of the span with hedges as runs of their own; spaces between runs are part of plain ones.
void LineBuilder::marked(Span span, const std::vector<Span>& hedges) {
  auto sorted = hedges;
  std::sort(sorted.begin(), sorted.end());
  const auto text = ledger_.document.text();
  const auto put = [&](Span part) {
    if (part.empty()) return;
    auto words = ledger_.words(part);
    if (blank(text[part.begin]) && !words.empty() && words.front() != ' ') words.insert(words.begin(), ' ');
    if (blank(text[part.end - 1])) words += ' ';
    line_.runs.push_back({std::move(words), BriefRun::Style::plain, part});
  };
  auto at = span.begin;
  for (const auto hedge : sorted) {
    if (hedge.begin < at || hedge.end > span.end) continue;
    put({at, hedge.begin});
    line_.runs.push_back({ledger_.words(hedge), BriefRun::Style::hedge, hedge});
    at = hedge.end;
  }
  put({at, span.end});
}

LineBuilder& LineBuilder::passage(Span span, const std::vector<Ref<Actor>>& names,
                                  const std::vector<Span>& hedges) {
  // The first mention of each actor within the passage stands out.
  std::vector<std::pair<Span, bool>> parts;  // true: a name
  for (const auto ref : names) {
    if (!ref) continue;
    for (const auto& mention : ledger_.actor(ref).mentions) {
      const auto head = ledger_.language.tokens[mention.head].upos;
      const bool noun = head == language::Upos::NOUN || head == language::Upos::PROPN;
      if (mention.form == MentionForm::pronoun || !noun || !span.contains(mention.span)) continue;
      parts.emplace_back(mention.span, true);
      break;
    }
  }
  for (const auto hedge : hedges) {
    if (span.contains(hedge)) parts.emplace_back(hedge, false);
  }
  std::sort(parts.begin(), parts.end());
  auto at = span.begin;
  for (const auto& [part, is_name] : parts) {
    if (part.begin < at) continue;
    marked({at, part.begin}, {});
    line_.runs.push_back(
        {ledger_.words(part), is_name ? BriefRun::Style::strong : BriefRun::Style::hedge, part});
    at = part.end;
  }
  marked({at, span.end}, {});
  return *this;
}

LineBuilder& LineBuilder::actor(Ref<Actor> ref, Span at, bool first, bool with_description) {
  const auto& who = ledger_.actor(ref);
  const auto text = ledger_.document.text();
  const auto name = ledger_.words(who.name);
  if (takes_article(text, who.name) && !starts_with(name, "The ") && !starts_with(name, "the ")) {
    plain(first ? "The " : "the ");
  }
  strong(who.name, at.empty() ? who.name : at);
  if (!with_description) return *this;
  const bool state = who.kind == ActorKind::government || who.kind == ActorKind::organization;
  if (who.description && who.kind == ActorKind::person && who.description->size() < 60) {
    plain(" (").words(*who.description).plain(")");
  } else if (state && !who.country.empty() && who.country_evidence) {
    line_.runs.push_back(
        {" (" + country_label(who.country) + ")", BriefRun::Style::plain, who.country_evidence});
  }
  return *this;
}

LineBuilder& LineBuilder::source(const Claim& claim, bool first) {
  const auto at = claim.source_spans.empty() ? Span{} : claim.source_spans.front();
  if (claim.source) return actor(claim.source, at, first, true);
  if (!at.empty()) {
    strong(at);
    auto& name = line_.runs.back().text;
    if (first) name.front() = ascii::to_upper(name.front());
    return *this;
  }
  return plain(first ? "Somebody the text does not name" : "somebody the text does not name");
}

LineBuilder& LineBuilder::told(const Claim& claim, std::string_view verb) {
  const auto rest = rest_of_sentence(ledger_, claim);
  if (!rest.empty()) return passage(rest, {claim.addressee, claim.target}, claim.hedges);
  return plain(verb).quote(claim);
}

LineBuilder& LineBuilder::stance(Stance stance) {
  line_.stance = stance;
  return *this;
}
LineBuilder& LineBuilder::conflict() {
  line_.conflict = true;
  return *this;
}
LineBuilder& LineBuilder::aside(std::string text) {
  line_.aside = std::move(text);
  return *this;
}
LineBuilder& LineBuilder::claim(Ref<Claim> claim) {
  line_.claims.push_back(claim);
  return *this;
}

}  // namespace hearsay::brief
