#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/brief/sections.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::brief {
namespace {

constexpr std::size_t kUnnamedShown = 3;
// Shorter contents ("a fine") say too little to ask who said them.
constexpr std::uint32_t kTellingBytes = 20;

// "When it was published; who ...": items of one sentence.
class Items {
 public:
  explicit Items(LineBuilder& line) : line_(line) {}

  // Begins an item with these words; the caller may go on with others.
  LineBuilder& item(std::string words) {
    if (any_) {
      words.insert(0, "; ");
    } else {
      words.front() = ascii::to_upper(words.front());
    }
    any_ = true;
    return line_.plain(words);
  }
  [[nodiscard]] bool any() const { return any_; }

 private:
  LineBuilder& line_;
  bool any_ = false;
};

// "2023-03-14/2023-03-19" for the reader: "14 March 2023 to 19 March 2023".
std::string readable(const std::string& value) {
  const auto slash = value.find('/');
  if (slash == std::string::npos) return plain_date(value);
  const auto from = value.substr(0, slash);
  const auto to = value.substr(slash + 1);
  if (to == "..") return plain_date(from) + " or later";
  if (from == "..") return plain_date(to) + " or earlier";
  return plain_date(from) + " to " + plain_date(to);
}

void publication(const Ledger& ledger, Items& items) {
  const auto& published = ledger.analysis.published;
  if (published.from == PublishedFrom::unknown) {
    items.item("when it was published");
  } else if (published.from == PublishedFrom::inferred) {
    auto& line = items.item("when it was published (" + readable(published.value) + ", to judge by ");
    if (published.evidence.empty()) {
      line.plain("its dates)");
    } else {
      line.quote(published.evidence.front(), 8).plain(")");
    }
  }
}

// Claims that nobody, or nobody with a name, stands behind.
void unnamed_speakers(const Ledger& ledger, Items& items) {
  std::vector<std::string> said;
  for (const auto& claim : ledger.analysis.claims) {
    if (said.size() == kUnnamedShown) return;
    const bool grave = claim.stance == Stance::accuse || claim.stance == Stance::warn ||
                       claim.stance == Stance::assess || claim.stance == Stance::state;
    if (!grave || claim.content.empty() || claim.repeats) continue;
    if (claim.voice != Voice::anonymous) continue;
    const bool nobody = claim.source_spans.empty();
    const bool telling = claim.content.size() == 1 && claim.content.front().size() >= kTellingBytes;
    if (nobody && (!telling || claim.stance == Stance::state)) continue;
    // A list of versions or a link is nobody's word; a thing is no speaker.
    if (nobody ? !ledger.has_clause(claim.content.front()) : !ledger.people(source_words(claim).front()))
      continue;
    const auto span = nobody ? claim.content.front() : source_words(claim).front();
    const auto words = ledger.words(span);
    if (std::find(said.begin(), said.end(), words) != said.end()) continue;
    said.push_back(words);
    if (nobody) {
      items.item("who says ").quote(span, 14);
    } else {
      items.item("who is meant by ").quote(span, 10);
    }
  }
}

// Whoever says anything in the text, themselves or through somebody who speaks for them.
std::set<Ref<Actor>> heard(const Ledger& ledger) {
  std::set<Ref<Actor>> actors;
  for (const auto& claim : ledger.analysis.claims) {
    if (claim.stance == Stance::deny && claim.target) actors.insert(claim.target);  // answered by somebody
    if (!claim.source) continue;
    actors.insert(claim.source);
    if (ledger.actor(claim.source).affiliation) actors.insert(ledger.actor(claim.source).affiliation);
  }
  return actors;
}

void unanswered(const Ledger& ledger, Items& items) {
  auto known = heard(ledger);
  std::size_t said = 0;
  for (const auto& claim : ledger.analysis.claims) {
    if (claim.stance != Stance::accuse || !claim.target || said == 2) continue;
    const auto kind = ledger.actor(claim.target).kind;
    const bool can_answer = kind == ActorKind::person || kind == ActorKind::organization ||
                            kind == ActorKind::government || kind == ActorKind::outlet;
    if (!can_answer || !known.insert(claim.target).second) continue;
    ++said;
    items.item("what ").actor(claim.target, {}, false, false).plain(" says to it");
  }
}

// "immediately", "as soon as possible".
bool said_soon(const Ledger& ledger, const Advice& advice) {
  const auto words = ledger.words(Ledger::hull(advice.action));
  for (const std::string_view soon :
       {"immediately", "as soon as", "as quickly as", "promptly", "without delay"}) {
    if (words.find(soon) != std::string::npos) return true;
  }
  return false;
}

void missing_deadline(const Ledger& ledger, Items& items) {
  const auto binds = [&](const Advice& advice) {
    return ledger.analysis.issuing ||
           (advice.issuer && ledger.actor(advice.issuer).kind == ActorKind::government);
  };
  bool asked = false;
  for (const auto& advice : ledger.analysis.advice) {
    const bool duty = advice.modality != Modality::need_not && advice.modality != Modality::may;
    // Advice without force has no date by nature; "as soon as possible" is one.
    const bool must = advice.modality == Modality::must && binds(advice);
    if (duty && (advice.deadline || said_soon(ledger, advice))) return;
    asked = asked || must;
  }
  if (asked) items.item("by when to act");
}

}  // namespace

void what_is_left_open(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines) {
  LineBuilder line(ledger, BriefSection::left_open);
  Items items(line);
  if (main || !ledger.analysis.advice.empty()) {
    publication(ledger, items);
    unnamed_speakers(ledger, items);
    unanswered(ledger, items);
    missing_deadline(ledger, items);
  }
  if (items.any()) lines.push_back(line.plain(".").take());
}

}  // namespace hearsay::brief
