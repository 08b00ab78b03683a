#include "core/brief/line.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/ascii.hpp"
#include "core/text/quotation.hpp"
#include "core/time/calendar.hpp"

namespace hearsay::brief {
namespace {

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
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

// What follows the source in its sentence up to the end of the clause that holds the content, if source, cue
// and content stand there in this order; else an empty span.
Span rest_of_sentence(const Ledger& ledger, const Claim& claim) {
  if (claim.source_spans.size() != 1 || claim.cue.empty() || claim.content.empty()) return {};
  const auto source = claim.source_spans.front();
  const auto cue = Ledger::hull(claim.cue);
  const auto content = Ledger::hull(claim.content);
  if (source.end > cue.begin || cue.begin > source.end + kSourceToCueBytes) return {};
  if (cue.begin >= content.end || content.end <= cue.end || !ledger.told_with_tense(claim)) return {};
  const auto sentence = ledger.sentence_at(source.begin);
  if (sentence >= ledger.language.sentences.size()) return {};
  if (ledger.language.sentences[sentence].span.end < content.end) return {};
  // The name that is shown for the source may reach further than the words that stand for it.
  auto begin = source.end;
  if (claim.source && ledger.actor(claim.source).name.overlaps(source)) {
    begin = std::max(begin, ledger.actor(claim.source).name.end);
  }
  if (begin > cue.begin) return {};
  const auto end = ledger.to_clause_end({begin, content.end}, kWholeSentenceWords).end;
  Span rest{begin, ledger.bare({begin, end}).end};
  // The comma that closes what the text says of the source goes with it.
  const auto opening = ledger.document.text(rest);
  if (opening.substr(0, 2) == ", " && opening.substr(0, 5) != ", who" && opening.substr(0, 7) != ", which") {
    rest.begin += 1;
  }
  const auto words = ledger.document.text(rest);
  // Half a quotation or bracket is worse than a quotation of its own.
  if (occurrences(words, "(") != occurrences(words, ")")) return {};
  if (occurrences(words, "“") != occurrences(words, "”") || occurrences(words, "\"") % 2 != 0) return {};
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

bool opens_with(std::string_view words, std::string_view verb) {
  return words.size() > verb.size() && words[verb.size()] == ' ' &&
         ascii::to_lower(words.front()) == verb.front() && words.substr(1, verb.size() - 1) == verb.substr(1);
}

std::string plain_date(const std::string& value) {
  constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};
  const auto date = time::parse_date(value);
  if (!date || value.size() != 10) return value;
  return std::to_string(date->day) + " " + std::string(kMonths[static_cast<std::size_t>(date->month - 1)]) +
         " " + std::to_string(date->year);
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
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
  if (name.empty()) return *this;
  auto words = ledger_.words(name);
  // A name at the end of its sentence: the full stop is the sentence's, unless another says "Ltd." or "U.S.".
  if (words.size() > 4 && words.back() == '.' && words.find('.') == words.size() - 1 &&
      words.find(' ') == std::string::npos) {
    words.pop_back();
  }
  line_.runs.push_back({std::move(words), BriefRun::Style::strong, target});
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
  // "the service ... disabled": with the few words between ("must be") it is a sentence.
  constexpr std::uint32_t kGapBytes = 24;
  const bool near = spans.size() == 2 && spans[1].begin >= spans[0].end &&
                    spans[1].begin - spans[0].end <= kGapBytes &&
                    ledger_.sentence_at(spans[0].begin) == ledger_.sentence_at(spans[1].begin);
  if (near) return quote(Span{spans[0].begin, spans[1].end}, most);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i > 0) plain(" … ");
    quote(spans[i], most);
  }
  return *this;
}

// A content that stops a few words before its clause does, with these words: unless it ends in a mark, or
// they are the words that say whose it is.
Span LineBuilder::whole(const Claim& claim, Span content) const {
  constexpr std::size_t kMoreWords = 6;
  const auto words = ledger_.document.text(content);
  const auto last = ledger_.language.token_at(content.end - 1);
  if (words.empty() || last >= ledger_.language.tokens.size() ||
      ledger_.language.tokens[last].upos == language::Upos::PUNCT) {
    return content;
  }
  const auto longer = ledger_.to_clause_end(content, kMoreWords);
  const Span more{content.end, longer.end};
  for (const auto& spans : {claim.cue, claim.source_spans, claim.content}) {
    for (const auto span : spans) {
      if (span.overlaps(more)) return content;
    }
  }
  return longer;
}

LineBuilder& LineBuilder::quote(const Claim& claim, std::size_t most) {
  for (std::size_t i = 0; i < claim.content.size(); ++i) {
    if (i > 0) plain(" … ");
    const auto span = ledger_.bare(whole(claim, claim.content[i]));
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
  if (with_description) description(who);
  return *this;
}

// What the text says they are, in its words: a person's role, where a body is from.
void LineBuilder::description(const Actor& who) {
  constexpr std::uint32_t kMostBytes = 60;
  constexpr std::uint32_t kMostCountryBytes = 24;
  const bool body = who.kind == ActorKind::government || who.kind == ActorKind::organization;
  // "its president": whose, stands in a sentence that the brief does not show.
  const auto first = who.description ? ledger_.language.token_at(who.description->begin) : language::kNoToken;
  if (first < ledger_.language.tokens.size() && ledger_.language.tokens[first].upos == language::Upos::PRON)
    return;
  if (who.kind == ActorKind::person && who.description && who.description->size() < kMostBytes) {
    plain(" (").words(*who.description).plain(")");
  } else if (body && who.country_evidence && !who.country_evidence->overlaps(who.name) &&
             who.country_evidence->size() < kMostCountryBytes) {
    plain(" (").words(*who.country_evidence).plain(")");
  }
}

LineBuilder& LineBuilder::source(const Claim& claim, bool first) {
  const auto at = claim.source_spans.empty() ? Span{} : source_words(claim).front();
  if (claim.source) return actor(claim.source, at, first, true);
  if (!at.empty()) {
    return strong(at);
  }
  return plain(first ? "Somebody the text does not name" : "somebody the text does not name");
}

bool told_in_sentence(const Ledger& ledger, const Claim& claim) {
  return !rest_of_sentence(ledger, claim).empty();
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
BriefLine LineBuilder::take() {
  // "users must" becomes "Users must"; "eBay" and words in quotation marks stay as they are.
  if (!line_.runs.empty() && line_.runs.front().style != BriefRun::Style::quote &&
      line_.runs.front().style != BriefRun::Style::hedge) {
    auto& text = line_.runs.front().text;
    const auto small = [&](std::size_t at) { return at < text.size() && ascii::is_lower(text[at]); };
    if (small(0) && (small(1) || text.size() == 1 || text[1] == ' '))
      text.front() = ascii::to_upper(text.front());
  }
  return std::move(line_);
}

LineBuilder& LineBuilder::claim(Ref<Claim> claim) {
  line_.claims.push_back(claim);
  return *this;
}

}  // namespace hearsay::brief
