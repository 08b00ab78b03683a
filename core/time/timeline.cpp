// The timeline: which of the resolved times date an event, and what that event is. A time dates an event
// where the tree hangs it on a verb, or on a noun that says that something happens ("the May 2017 attack");
// "the 2016 model" only names a thing.
#include <algorithm>
#include <optional>

#include "core/text/ascii.hpp"
#include "core/time/event_date.hpp"
#include "core/time/event_words.hpp"
#include "core/time/happenings.hpp"
#include "core/time/resolve.hpp"
#include "core/time/time.hpp"
#include "core/time/timex.hpp"

namespace hearsay::time {
namespace {

using language::Deprel;
using language::kNoToken;
using language::LanguageLayer;
using language::TokenIndex;
using language::Upos;

constexpr int kHighestClimb = 6;  // from the time to its verb

bool is_one_of(Deprel rel, std::initializer_list<Deprel> list) {
  return std::find(list.begin(), list.end(), rel) != list.end();
}

// "2016-XX-XX": what is known of it.
std::string known_part(std::string_view value) {
  const auto unknown = value.substr(0, 4) == "XXXX" ? std::string_view::npos : value.find("XX");
  if (unknown == std::string_view::npos) return std::string(value);
  value = value.substr(0, unknown);
  while (!value.empty() && (value.back() == '-' || value.back() == 'W')) value.remove_suffix(1);
  return std::string(value);
}

// An entry with what it is sorted by, and the verb or noun that makes two times belong to one event.
struct Candidate {
  TimelineEntry entry;
  TokenIndex verb = kNoToken;
  std::optional<Interval> days;  // nothing: relative, in a text without a date
  std::string_view preposition;
  bool ends = false;  // the words speak of the end of the days
};

class Timeline {
 public:
  Timeline(const Document& document, const LanguageLayer& language, const Analysis& analysis)
      : document_(document), language_(language), analysis_(analysis), words_(language, analysis) {}

  std::vector<TimelineEntry> run() {
    // Of a deadline the advice says better than its clause what it is the limit of.
    std::vector<bool> is_deadline(analysis_.times.size());
    for (const auto& advice : analysis_.advice) {
      if (advice.deadline) is_deadline[advice.deadline.index()] = true;
    }
    for (std::size_t i = 0; i < analysis_.times.size(); ++i) {
      if (!is_deadline[i]) add_time(i);
    }
    join_times_of_one_event();
    for (const auto& advice : analysis_.advice) add_deadline(advice);
    std::stable_sort(candidates_.begin(), candidates_.end(), is_earlier);
    std::vector<TimelineEntry> entries;
    for (auto& candidate : candidates_) {
      if (!is_told_already(entries, candidate.entry)) entries.push_back(std::move(candidate.entry));
    }
    return entries;
  }

 private:
  // What is limited is sorted by its limit; what has no day of its own comes last, in the text's order.
  static bool is_earlier(const Candidate& a, const Candidate& b) {
    if (!a.days || !b.days) return a.days.has_value() && !b.days.has_value();
    const auto key = [](const Candidate& one) {
      return one.entry.value.substr(0, 3) == "../" ? one.days->last : one.days->first;
    };
    return key(a) != key(b) ? key(a) < key(b) : a.days->last < b.days->last;
  }

  // "The May 2017 attack" of another sentence: the same words of the same day say nothing new. Looks back
  // over few entries, so that a text that says one thing a million times costs no more than its length.
  [[nodiscard]] bool is_told_already(const std::vector<TimelineEntry>& entries,
                                     const TimelineEntry& entry) const {
    constexpr int kLookBack = 32;
    int steps = 0;
    for (auto other = entries.rbegin(); other != entries.rend() && steps < kLookBack; ++other, ++steps) {
      if (other->value != entry.value) break;
      if (entry.event.size() != 1 || other->event.size() != 1) continue;
      if (document_.text(other->event.front()) == document_.text(entry.event.front())) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_documents_own(Span span) const {
    const auto& evidence = analysis_.published.evidence;
    return analysis_.published.from == PublishedFrom::text &&
           std::find(evidence.begin(), evidence.end(), span) != evidence.end();
  }

  // The word of the span that hangs on a word outside it.
  [[nodiscard]] TokenIndex head_of(Span span) const {
    for (auto t = language_.token_at(span.begin); t < language_.tokens.size(); ++t) {
      const auto& token = language_.tokens[t];
      if (token.span.begin >= span.end) break;
      if (token.head == kNoToken || !language_.tokens[token.head].span.overlaps(span)) return t;
    }
    return kNoToken;
  }

  // The verb, or the noun of a happening, that the time dates; or kNoToken.
  [[nodiscard]] TokenIndex event_of(TokenIndex token) const {
    for (int step = 0; step < kHighestClimb; ++step) {
      const auto& here = language_.tokens[token];
      if (here.head == kNoToken) return kNoToken;
      const auto& head = language_.tokens[here.head];
      const bool adverbial =
          is_one_of(here.rel, {Deprel::obl, Deprel::obl_unmarked, Deprel::advmod, Deprel::obl_agent});
      const bool copula = language_.child(here.head, Deprel::cop) != kNoToken;
      if (adverbial && (head.upos == Upos::VERB || head.upos == Upos::AUX || copula)) return here.head;
      if (head.upos == Upos::NOUN && !is_time(here.head) && happenings_.is_event(language_.lemma(here.head)))
        return here.head;
      // "earlier this year, in October"; "between 2015 and 2017": on to the first of the row.
      if (!is_one_of(here.rel, {Deprel::appos, Deprel::conj, Deprel::flat, Deprel::compound,
                                Deprel::nmod_unmarked, Deprel::obl_unmarked, Deprel::nmod, Deprel::advmod}) ||
          !is_time(here.head)) {
        return kNoToken;
      }
      token = here.head;
    }
    return kNoToken;
  }

  // "had access from May to July": where the tree hangs the first time on the noun, the second dates it too.
  [[nodiscard]] TokenIndex event_of_range(TokenIndex token) const {
    const auto preposition = language_.child(token, Deprel::case_);
    if (preposition == kNoToken || language_.lemma(preposition) != "from") return kNoToken;
    const auto to = language_.subtree(token).last;
    if (to >= language_.tokens.size() || language_.tokens[to].rel != Deprel::case_) return kNoToken;
    const auto end = language_.tokens[to].head;
    return end != kNoToken && is_time(end) ? event_of(end) : kNoToken;
  }

  [[nodiscard]] bool is_time(TokenIndex token) const {
    const auto span = language_.tokens[token].span;
    const auto& times = analysis_.times;
    const auto found =
        std::upper_bound(times.begin(), times.end(), span.begin,
                         [](std::uint32_t at, const Time& time) { return at < time.span.end; });
    return found != times.end() && found->span.overlaps(span);
  }

  void add_time(std::size_t index) {
    const auto& time = analysis_.times[index];
    if (time.type != TimeType::date && time.type != TimeType::time) return;
    const auto value = known_part(time.value);
    const auto days = interval_of(value);
    if ((!days && !is_relative(time)) || is_documents_own(time.span)) return;
    // A time of day without its day ("open from 9 a.m.") dates nothing.
    if (time.type == TimeType::time && time.anchor != TimeAnchor::explicit_ && is_clock_alone(time)) return;
    const auto head = head_of(time.span);
    if (head == kNoToken) return;
    auto verb = event_of(head);
    if (verb == kNoToken) verb = event_of_range(head);
    if (verb == kNoToken) return;
    Candidate candidate;
    candidate.verb = verb;
    candidate.days = days;
    candidate.entry.time = Ref<Time>(index);
    candidate.entry.value = value;
    candidate.ends = speaks_of_end(time.span);
    const auto preposition = language_.child(head, Deprel::case_);
    if (preposition != kNoToken) candidate.preposition = language_.lemma(preposition);
    words_.describe(candidate.entry, verb, head);
    candidates_.push_back(std::move(candidate));
  }

  // "yesterday", "on Tuesday", "last week" in a text of which nobody knows the date.
  [[nodiscard]] static bool is_relative(const Time& time) {
    return time.value.substr(0, 4) == "XXXX" && time.anchor == TimeAnchor::none;
  }

  [[nodiscard]] bool speaks_of_end(Span span) const {
    for (auto t = language_.token_at(span.begin); t < language_.tokens.size(); ++t) {
      if (language_.tokens[t].span.begin >= span.end) break;
      if (language_.lemma(t) == "end") return true;
    }
    return false;
  }

  // Whether the words have no more than a time of day: no name of a day, no "today".
  [[nodiscard]] bool is_clock_alone(const Time& time) const {
    const auto first = language_.token_at(time.span.begin);
    for (auto t = first; t < language_.tokens.size() && language_.tokens[t].span.begin < time.span.end; ++t) {
      const auto upos = language_.tokens[t].upos;
      if (upos == Upos::PROPN || (upos == Upos::NOUN && language_.tokens[t].span.size() > 4)) return false;
    }
    return time.value.find(':') != std::string::npos;
  }

  // "Earlier this week, on Tuesday": the closer one dates the event. "From May to July": an interval.
  void join_times_of_one_event() {
    std::vector<Candidate> joined;
    for (auto& candidate : candidates_) {
      if (joined.empty() || joined.back().verb != candidate.verb) {
        joined.push_back(std::move(candidate));
        continue;
      }
      auto& kept = joined.back();
      if (!kept.days || !candidate.days) {
        if (!kept.days) kept = std::move(candidate);
        continue;
      }
      const bool inside =
          kept.days->first <= candidate.days->first && candidate.days->last <= kept.days->last;
      const bool around =
          candidate.days->first <= kept.days->first && kept.days->last <= candidate.days->last;
      if (inside && !around) {
        kept = std::move(candidate);
      } else if (!around && kept.days->last < candidate.days->first && is_range(kept, candidate)) {
        kept.entry.value += "/" + candidate.entry.value;
        kept.days->last = candidate.days->last;
        kept.preposition = {};
      } else if (!around) {
        joined.push_back(std::move(candidate));
      }
    }
    candidates_ = std::move(joined);
    for (auto& candidate : candidates_) open_ends(candidate);
  }

  [[nodiscard]] bool is_range(const Candidate& first, const Candidate& second) const {
    constexpr std::string_view kTo[] = {"to", "until", "till", "through"};
    const bool from = first.preposition == "from" || first.preposition == "between";
    return from && (first.preposition == "between" ||
                    std::find(std::begin(kTo), std::end(kTo), second.preposition) != std::end(kTo));
  }

  // "since 2015" has no end, "until May" no beginning.
  static void open_ends(Candidate& candidate) {
    if (!candidate.days) return;
    auto& entry = candidate.entry;
    if (candidate.preposition == "since" || candidate.preposition == "after") {
      entry.value += "/..";
    } else if (candidate.preposition == "before") {
      candidate.days->last = add_days(candidate.days->first, -1);
      candidate.days->first = candidate.days->last;
      entry.value = "../" + format(candidate.days->last);
    } else if (candidate.preposition == "until" || candidate.preposition == "till" ||
               candidate.preposition == "by") {
      // "until the end of the year"
      if (candidate.ends) entry.value = format(candidate.days->last);
      entry.value.insert(0, "../");
    }
  }

  // What must be done by a day, or within a time from the day on which the document was issued.
  void add_deadline(const Advice& advice) {
    if (!advice.deadline) return;
    const auto& time = analysis_.times[advice.deadline.index()];
    auto value = time.value;
    if (time.type == TimeType::duration) {
      value = counts_working_days(time.span)
                  ? deadline_after_working_days(analysis_.published.value, time.value)
                  : deadline_after(analysis_.published.value, time.value);
    }
    const auto days = interval_of(value);
    if (!days) return;
    Candidate candidate;
    candidate.days = *days;
    candidate.entry.time = advice.deadline;
    candidate.entry.value = std::move(value);
    candidate.entry.event = advice.action;
    for (const auto& audience : advice.audience) {
      if (audience.actor) candidate.entry.actors.push_back(audience.actor);
    }
    if (advice.object) candidate.entry.actors.push_back(advice.object);
    candidate.entry.claim = advice.claim;
    candidates_.push_back(std::move(candidate));
  }

  // "within 10 business days"
  [[nodiscard]] bool counts_working_days(Span span) const {
    for (auto t = language_.token_at(span.begin); t < language_.tokens.size(); ++t) {
      if (language_.tokens[t].span.begin >= span.end) break;
      const auto lemma = language_.lemma(t);
      if (lemma == "business" || lemma == "working" || lemma == "work") return true;
    }
    return false;
  }

  const Document& document_;
  const LanguageLayer& language_;
  const Analysis& analysis_;
  EventWords words_;
  Happenings happenings_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::string deadline_after(std::string_view issued, std::string_view duration) {
  const auto start = parse_date(issued);
  if (!start || issued.size() != 10 || duration.size() < 3 || duration.front() != 'P') return {};
  int count = 0;
  std::size_t at = 1;
  const bool clock = duration[at] == 'T';
  if (clock) ++at;
  while (at < duration.size() && ascii::is_digit(duration[at]) && count < 10000) {
    count = count * 10 + (duration[at++] - '0');
  }
  if (count == 0 || at + 1 != duration.size()) return {};
  switch (duration[at]) {
    case 'H':
      return clock ? format(add_days(*start, (count + 23) / 24)) : std::string();
    case 'D':
      return format(add_days(*start, count));
    case 'W':
      return format(add_days(*start, 7 * count));
    case 'M':
      return clock ? std::string() : format(add_months(*start, count));
    case 'Y':
      return format(add_months(*start, 12 * count));
    default:
      return {};
  }
}

std::vector<TimelineEntry> timeline(const Document& document, const LanguageLayer& language,
                                    const Analysis& analysis) {
  return Timeline(document, language, analysis).run();
}

}  // namespace hearsay::time
