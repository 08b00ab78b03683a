#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/brief/sections.hpp"

namespace hearsay::brief {
namespace {

constexpr std::size_t kDutyLines = 9;       // in all
constexpr std::size_t kActionsPerLine = 3;  // more of one audience and force are counted
constexpr std::size_t kActionWords = 24;

constexpr std::array<Modality, 6> kOrder = {Modality::must,       Modality::must_not, Modality::should,
                                            Modality::should_not, Modality::may,      Modality::need_not};

Stance stance_of(Modality modality) {
  return modality == Modality::need_not || modality == Modality::may ? Stance::exempt : Stance::advise;
}

// Advice of the same force to the same people: one line.
struct Duty {
  Modality modality;
  Ref<Actor> issuer;
  std::vector<std::size_t> advice;
};

std::string audience_key(const Ledger& ledger, const Advice& advice) {
  std::string key;
  for (const auto& one : advice.audience) {
    if (one.actor) {
      key += "#" + std::to_string(one.actor.index());
    } else {
      for (const auto span : one.spans) key += ledger.words(span) + "|";
    }
  }
  return key;
}

bool negative(Modality modality) {
  return modality == Modality::must_not || modality == Modality::should_not;
}

// How many of the words of one the other holds, the short ones left out.
std::size_t shared_words(const std::string& one, const std::string& other, std::size_t& all) {
  constexpr std::size_t kLongWord = 4;
  std::size_t shared = 0;
  for (std::size_t begin = 0; begin < one.size();) {
    const auto end = std::min(one.find(' ', begin), one.size());
    const auto word = one.substr(begin, end - begin);
    begin = end + 1;
    if (word.size() < kLongWord) continue;
    ++all;
    shared += other.find(word) != std::string::npos ? 1 : 0;
  }
  return shared;
}

// A headline's order that the text below gives again, in full or in other words.
bool only_headline(const Ledger& ledger, const Advice& advice) {
  const auto& title = ledger.analysis.title;
  if (!title || !title->contains(advice.action.front())) return false;
  const auto words = ledger.words(Ledger::hull(advice.action));
  for (const auto& other : ledger.analysis.advice) {
    if (other.action.empty() || title->contains(other.action.front())) continue;
    if (other.modality == advice.modality) return true;
    std::size_t all = 0;
    const auto shared = shared_words(words, ledger.words(Ledger::hull(other.action)), all);
    if (2 * shared >= all && all > 0) return true;
  }
  return false;
}

// Whose advice most of the lines are: named once, at the top of the brief, not in every line.
Ref<Actor> usual_issuer(const Ledger& ledger) {
  Ref<Actor> usual;
  std::map<Ref<Actor>, std::size_t> counts;
  for (const auto& advice : ledger.analysis.advice) {
    if (advice.issuer) ++counts[advice.issuer];
  }
  std::size_t most = 0;
  for (const auto& [issuer, count] : counts) {
    if (count <= most) continue;
    most = count;
    usual = issuer;
  }
  return usual;
}

// "See the bulletin", "contact the vendor": says where to read on; comes after what to do.
bool pointer(const Ledger& ledger, const Advice& advice) {
  const auto words = ledger.words(advice.action.front());
  for (const std::string_view verb : {"see", "refer", "read", "visit", "consult", "review the following"}) {
    if (opens_with(words, verb)) return true;
  }
  return false;
}

// The place of an advice among those of its force: what has a date, what is told to somebody by name, the
// rest, and last where to read on.
int urgency(const Ledger& ledger, const Advice& advice) {
  if (pointer(ledger, advice)) return 3;
  if (advice.deadline) return 0;
  if (opens_with(ledger.words(advice.action.front()), "comply")) return 2;
  return advice.audience.empty() ? 2 : 1;
}

// The advice of one force, the most urgent first; else in text order.
std::vector<std::size_t> by_urgency(const Ledger& ledger, Modality modality) {
  const auto& all = ledger.analysis.advice;
  std::vector<std::size_t> order;
  for (int urgent = 0; urgent < 4; ++urgent) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].modality != modality || all[i].action.empty() || only_headline(ledger, all[i])) continue;
      if (urgency(ledger, all[i]) == urgent) order.push_back(i);
    }
  }
  return order;
}

std::vector<Duty> duties(const Ledger& ledger) {
  std::vector<Duty> list;
  std::map<std::tuple<Modality, Ref<Actor>, std::string>, std::size_t> known;
  const auto& all = ledger.analysis.advice;
  for (const auto modality : kOrder) {
    for (const auto i : by_urgency(ledger, modality)) {
      const auto [place, added] =
          known.emplace(std::tuple(modality, all[i].issuer, audience_key(ledger, all[i])), list.size());
      if (added) list.push_back({modality, all[i].issuer, {}});
      list[place->second].advice.push_back(i);
    }
  }
  return list;
}

void add_audience(const Ledger& ledger, const Advice& advice, LineBuilder& line) {
  bool any = false;
  for (const auto& one : advice.audience) {
    for (const auto span : one.spans) {
      if (any) line.plain(" and ");
      // "It should release it": who that is, where the text has told
      const auto words = ledger.words(span);
      const bool pronoun = words == "it" || words == "It" || words == "they" || words == "They";
      line.strong(pronoun && one.actor ? ledger.actor(one.actor).name : span, span);
      any = true;
    }
  }
  line.plain(any ? ": " : "The readers: ");
}

void add_deadline(const Ledger& ledger, const Advice& advice, LineBuilder& line) {
  if (!advice.deadline) return;
  const auto& time = ledger.analysis.times[advice.deadline.index()];
  // "disconnect it by 5 May" says the day itself, unless the quotation is cut before it.
  const Span up_to{advice.action.front().begin, time.span.end};
  if (Ledger::hull(advice.action).contains(time.span) &&
      word_count(ledger.document.text(up_to)) <= kActionWords) {
    if (!advice.due.empty()) line.plain(" (that is by " + plain_date(advice.due) + ")");
    return;
  }
  line.plain(time.type == TimeType::duration ? " (within " : " (by ").words(time.span);
  if (!advice.due.empty()) line.plain(", that is by " + plain_date(advice.due));
  line.plain(")");
}

// "remove it": what "it" is, where the text names it elsewhere.
void add_meaning(const Ledger& ledger, const Advice& advice, LineBuilder& line) {
  if (!advice.object || ledger.actor(advice.object).kind != ActorKind::product) return;
  const auto action = Ledger::hull(advice.action);
  bool pronoun = false;
  for (const auto& mention : ledger.actor(advice.object).mentions) {
    if (!action.contains(mention.span)) continue;
    if (mention.form != MentionForm::pronoun) return;
    pronoun = true;
  }
  if (pronoun) line.plain(" (").words(ledger.actor(advice.object).name).plain(")");
}

// "its members": whose they are is plain only beside who speaks.
bool belongs_to_speaker(const Ledger& ledger, const Advice& advice) {
  if (advice.audience.empty() || advice.audience.front().spans.empty()) return false;
  const auto words = ledger.words(advice.audience.front().spans.front());
  for (const std::string_view own : {"its ", "their ", "his ", "her ", "our "}) {
    if (words.substr(0, own.size()) == own) return true;
  }
  return false;
}

// "need not refrain from using it" is read more easily as "need not stop using it": what follows the verb.
Span kept_doing(const Ledger& ledger, const Advice& advice) {
  if (advice.modality != Modality::need_not || advice.action.size() != 1) return {};
  const auto action = advice.action.front();
  const auto words = ledger.document.text(action);
  for (const std::string_view verb : {"refrain from ", "abstain from ", "desist from ", "avoid "}) {
    if (words.starts_with(verb)) return {action.begin + static_cast<std::uint32_t>(verb.size()), action.end};
  }
  return {};
}

// How the words of an action go with "must", "should not", "need not".
enum class Wording {
  verb,    // "remove it"
  gerund,  // "using it"
  thing,   // "the update ... installed": what somebody is to see to
  scope    // "exempt", "does not apply": who is left out, and no action
};

Wording wording(const Ledger& ledger, const Advice& advice) {
  using language::Upos;
  using language::Xpos;
  const auto words = " " + ledger.words(advice.action.front()) + " ";
  if (advice.modality == Modality::need_not) {
    for (const std::string_view left_out :
         {" exempt", " excluded ", " excepted ", " spared ", " outside ", " apply ", " covered ", " cover ",
          " bound ", " extend ", "nothing ", " no action ", "o update ", "o change "}) {
      if (words.find(left_out) != std::string::npos && words.find(" to apply ") == std::string::npos)
        return Wording::scope;
    }
  }
  const auto& tokens = ledger.language.tokens;
  auto token = ledger.language.token_at(advice.action.front().begin);
  while (token + 1 < tokens.size() && (tokens[token].upos == Upos::ADV || tokens[token].upos == Upos::PART))
    ++token;
  if (token >= tokens.size()) return Wording::verb;
  if (tokens[token].xpos == Xpos::VBG) return Wording::gerund;
  const bool noun = tokens[token].upos == Upos::NOUN || tokens[token].upos == Upos::PROPN ||
                    tokens[token].upos == Upos::DET || tokens[token].upos == Upos::ADJ ||
                    tokens[token].upos == Upos::NUM;
  return noun && advice.action.size() > 1 ? Wording::thing : Wording::verb;
}

// The words that make "must not: customers: ..." a sentence before other than a plain verb.
std::string_view before_action(const Ledger& ledger, const Advice& advice) {
  switch (wording(ledger, advice)) {
    case Wording::gerund:
      return advice.modality == Modality::may ? "go on " : "be ";
    case Wording::thing:
      return negative(advice.modality) ? "let it be: " : "see to it: ";
    default:
      return "";
  }
}

void add_action(const Ledger& ledger, const Advice& advice, LineBuilder& line) {
  const auto begin = advice.action.front().begin;
  const auto hull = Ledger::hull(advice.action);
  for (const auto span : advice.condition) {
    if (span.begin < begin) line.words(span).plain(", ");
  }
  const auto kept = kept_doing(ledger, advice);
  if (!kept.empty()) {
    line.plain("stop ").quote(kept, kActionWords);
  } else if (wording(ledger, advice) == Wording::scope) {
    line.plain("act (").quote(advice.action, kActionWords).plain(")");
  } else {
    line.plain(before_action(ledger, advice));
    line.quote(advice.action, kActionWords);
  }
  add_meaning(ledger, advice, line);
  for (const auto span : advice.condition) {
    if (span.begin > begin && !hull.contains(span)) line.plain(", ").words(span);
  }
  add_deadline(ledger, advice, line);
}

// The words of an action already on the line: a headline and its lead often say the same.
bool said_already(const Ledger& ledger, const std::vector<std::string>& said, const Advice& advice) {
  std::string words;
  for (const auto span : advice.action) words += ledger.words(span) + " ";
  return std::find(said.begin(), said.end(), words) != said.end();
}

void add_duty(const Ledger& ledger, const Duty& duty, Ref<Actor> usual, std::vector<BriefLine>& lines) {
  const auto& all = ledger.analysis.advice;
  LineBuilder line(ledger, BriefSection::who_must_act, std::string(name(duty.modality)));
  line.stance(stance_of(duty.modality));
  add_audience(ledger, all[duty.advice.front()], line);
  std::vector<std::string> said;
  std::size_t shown = 0;
  std::size_t left = 0;
  for (const auto index : duty.advice) {
    const auto& advice = all[index];
    if (said_already(ledger, said, advice)) continue;
    if (shown == kActionsPerLine) {
      ++left;
      continue;
    }
    std::string words;
    for (const auto span : advice.action) words += ledger.words(span) + " ";
    said.push_back(std::move(words));
    if (shown > 0) line.plain("; ");
    add_action(ledger, advice, line);
    if (advice.claim) line.claim(advice.claim);
    ++shown;
  }
  if (left > 0) line.plain("; and " + std::to_string(left) + " more");
  const bool named = duty.issuer != usual || belongs_to_speaker(ledger, all[duty.advice.front()]);
  if (duty.issuer && named) line.plain(" — so ").actor(duty.issuer, {}, false, false);
  lines.push_back(line.plain(".").take());
}

void add_conflicts(const Ledger& ledger, std::vector<BriefLine>& lines) {
  for (const auto& dispute : ledger.analysis.disputes) {
    if (dispute.kind != DisputeKind::conflict || dispute.claims.empty()) continue;
    const auto one = dispute.claims.front();
    const auto other = !dispute.denials.empty()    ? dispute.denials.front()
                       : dispute.claims.size() > 1 ? dispute.claims[1]
                                                   : Ref<Claim>();
    if (!other || ledger.claim(one).content.empty() || ledger.claim(other).content.empty()) continue;
    LineBuilder line(ledger, BriefSection::who_must_act, "These two passages cannot both hold");
    line.conflict().quote(ledger.claim(one), 25).plain(" · ").quote(ledger.claim(other), 25);
    line.aside(dispute.why.empty() ? "Ask the issuer." : "Why: " + dispute.why);
    lines.push_back(line.claim(one).claim(other).take());
  }
}

}  // namespace

void who_must_act(const Ledger& ledger, std::vector<BriefLine>& lines) {
  const auto all = duties(ledger);
  // In a story nobody is named at the top for all.
  const auto usual = ledger.analysis.issuing ? usual_issuer(ledger) : Ref<Actor>();
  std::size_t exempt = 0;
  for (const auto& duty : all) exempt += duty.modality == Modality::need_not ? 1 : 0;
  // Whoever need not act is always told so: room is kept for them.
  const auto kept = std::min(exempt, kDutyLines / 3);
  std::size_t shown = 0;
  std::size_t left = 0;
  for (const auto& duty : all) {
    const bool is_exempt = duty.modality == Modality::need_not;
    if (shown >= kDutyLines - (is_exempt ? 0 : kept)) {
      left += duty.advice.size();
      continue;
    }
    add_duty(ledger, duty, usual, lines);
    ++shown;
  }
  if (left > 0) {
    LineBuilder line(ledger, BriefSection::who_must_act);
    lines.push_back(line.plain("And " + std::to_string(left) + " more, under Advice.").take());
  }
  add_conflicts(ledger, lines);
}

}  // namespace hearsay::brief
