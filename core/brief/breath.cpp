#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/brief/sections.hpp"

namespace hearsay::brief {
namespace {

// The lead of an article: so many sentences.
constexpr std::size_t kLeadSentences = 12;
constexpr std::size_t kCvesShown = 4;

int weight(Stance stance) {
  switch (stance) {
    case Stance::warn:
      return 6;
    case Stance::accuse:
    case Stance::advise:
      return 5;
    case Stance::act:
      return 4;
    case Stance::assess:
      return 3;
    case Stance::exempt:
      return 2;
    case Stance::deny:  // an answer is not what a text is about, unless nothing else is
      return -2;
    case Stance::state:
    case Stance::question:
      return 1;
  }
  return 0;
}

std::string_view verb(Stance stance) {
  switch (stance) {
    case Stance::accuse:
      return " made an accusation: ";
    case Stance::deny:
      return " denied: ";
    case Stance::warn:
      return " warned: ";
    case Stance::advise:
      return " advised: ";
    case Stance::exempt:
      return " said who need not act: ";
    case Stance::assess:
      return " judged: ";
    case Stance::state:
      return " said: ";
    case Stance::question:
      return " asked: ";
    case Stance::act:
      return " acted: ";
  }
  return " said: ";
}

// How near the top a byte stands, 5 to 0: the lead tells what an article is about. A headline says it more
// pointedly than the article and counts less.
int lead_weight(const Ledger& ledger, std::uint32_t byte) {
  const auto& sentences = ledger.language.sentences;
  const auto& blocks = ledger.document.blocks();
  const auto own = ledger.sentence_at(byte);
  std::size_t before = 0;
  for (std::size_t i = 0; i < std::min(own, sentences.size()); ++i) {
    const auto kind = blocks[sentences[i].block].kind;
    if (kind == BlockKind::title || kind == BlockKind::byline || kind == BlockKind::heading) continue;
    if (++before > kLeadSentences) return 0;
  }
  if (own < sentences.size() && blocks[sentences[own].block].kind == BlockKind::title) return 0;
  return 5 - static_cast<int>(5 * before / (kLeadSentences + 1));
}

// Whether the claim stands within what somebody else is said to say. Claims are in text order, so whoever
// relays it stands near.
bool relayed(const Ledger& ledger, std::size_t index) {
  constexpr std::size_t kNear = 12;
  const auto& claims = ledger.analysis.claims;
  const auto& claim = claims[index];
  if (claim.cue.empty()) return false;
  const auto last = std::min(claims.size(), index + kNear);
  for (auto i = index - std::min(index, kNear); i < last; ++i) {
    if (i == index || (claim.source && claims[i].source == claim.source)) continue;
    for (const auto span : claims[i].content) {
      if (span.contains(claim.cue.front())) return true;
    }
  }
  return false;
}

bool speaks(ActorKind kind) {
  return kind != ActorKind::product && kind != ActorKind::place && kind != ActorKind::other;
}

int score(const Ledger& ledger, std::size_t index, const std::vector<int>& repeats) {
  const auto& claim = ledger.analysis.claims[index];
  if (claim.content.empty()) return -100;
  int points = weight(claim.stance) + 2 * lead_weight(ledger, claim.content.front().begin);
  if (claim.source) points += speaks(ledger.actor(claim.source).kind) ? 4 : -6;
  if (claim.stance == Stance::act && !claim.target && !claim.addressee) points -= 2;
  if (!claim.source_spans.empty()) points += 2;
  if (claim.target) points += 2;
  if (claim.addressee) points += 1;
  points += std::min(repeats[index], 2);
  if (claim.voice == Voice::reported) points -= 5;
  if (claim.voice == Voice::anonymous) points -= 2;
  if (relayed(ledger, index))
    points -= 8;  // "the article said that the agency had blamed": not the agency's word
  if (claim.repeats) points -= 1;
  const auto words = word_count(ledger.document.text(claim.content.front()));
  if (words > 40) points -= 2;
  if (words < 4) points -= 6;  // "this assessment": what is claimed stands elsewhere
  return points;
}

void add_main(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines) {
  const auto& claim = ledger.claim(main);
  LineBuilder line(ledger, BriefSection::in_one_breath);
  bool first = true;
  if (claim.voice == Voice::reported && !claim.via.empty()) {
    line.plain("According to ").actor(claim.via.front(), {}, false, false).plain(", ");
    first = false;
  }
  line.source(claim, first);
  line.told(claim, verb(claim.stance)).plain(".");
  lines.push_back(line.claim(main).take());
}

// What the first line is about: whose word it is, what it says and where.
struct Lead {
  Ref<Actor> source;
  Span about;
  Stance stance = Stance::state;
  Ref<Claim> claim;
};

// Advice that the text's lead tells in one sentence, issuer first, before the main claim: "The NCSC warns
// public bodies against ...". An empty span: there is none.
Lead add_told_advice(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines) {
  const auto main_weight = main ? lead_weight(ledger, ledger.claim(main).content.front().begin) : 0;
  for (const auto& advice : ledger.analysis.advice) {
    if (!advice.issuer || advice.action.empty() || advice.audience.empty()) continue;
    if (advice.modality == Modality::need_not || advice.modality == Modality::may) continue;
    const auto action = Ledger::hull(advice.action);
    const auto weight = lead_weight(ledger, action.begin);
    if (weight == 0) continue;
    // The main claim may be this very advice, and then says it better.
    if (main && (weight <= main_weight || advice.claim == main)) continue;
    const auto sentence = ledger.sentence_at(action.begin);
    if (sentence >= ledger.language.sentences.size()) continue;
    const auto bounds = ledger.language.sentences[sentence].span;
    for (const auto& mention : ledger.actor(advice.issuer).mentions) {
      if (!bounds.contains(mention.span) || mention.span.end > action.begin) continue;
      const Span rest{mention.span.end, ledger.bare({mention.span.end, action.end}).end};
      if (word_count(ledger.document.text(rest)) > 40) break;
      std::vector<Ref<Actor>> names{advice.object};
      for (const auto& one : advice.audience) names.push_back(one.actor);
      LineBuilder line(ledger, BriefSection::in_one_breath);
      line.actor(advice.issuer, mention.span, true, true).passage(rest, names, {}).plain(".");
      lines.push_back(line.take());
      return {advice.issuer, action, Stance::warn, {}};
    }
  }
  return {};
}

// "believing that", "citing": the claim that a participle gives as the ground.
bool gives_reason(const Ledger& ledger, const Claim& claim) {
  if (claim.cue.empty()) return false;
  const auto token = ledger.language.token_at(claim.cue.front().begin);
  return token < ledger.language.tokens.size() && ledger.language.tokens[token].xpos == language::Xpos::VBG;
}

bool may_be_reason(const Claim& claim, const Lead& lead) {
  if (claim.source != lead.source || claim.content.empty() || claim.repeats) return false;
  if (claim.polarity == Polarity::negated || claim.voice == Voice::anonymous) return false;
  if (claim.content.front().overlaps(lead.about)) return false;
  return claim.stance == Stance::assess || claim.stance == Stance::accuse || claim.stance == Stance::warn ||
         claim.stance == Stance::state;
}

void add_reason(const Ledger& ledger, const Lead& lead, std::vector<BriefLine>& lines) {
  if (!lead.source) return;
  if (lead.stance != Stance::warn && lead.stance != Stance::advise && lead.stance != Stance::act &&
      lead.stance != Stance::accuse) {
    return;
  }
  const auto& claims = ledger.analysis.claims;
  Ref<Claim> reason;
  bool given = false;
  for (std::size_t i = 0; i < claims.size() && !given; ++i) {
    if (Ref<Claim>(i) == lead.claim || !may_be_reason(claims[i], lead)) continue;
    given = gives_reason(ledger, claims[i]);
    if (given || (!reason && claims[i].stance != Stance::state)) reason = Ref<Claim>(i);
  }
  if (!reason) return;
  LineBuilder line(ledger, BriefSection::in_one_breath);
  line.plain(given ? "The reason given: " : "It also says: ").quote(ledger.claim(reason)).plain(".");
  lines.push_back(line.claim(reason).take());
}

// What a technical advisory is about: the vulnerabilities it names, and how severe it calls them.
void add_vulnerabilities(const Ledger& ledger, std::vector<BriefLine>& lines) {
  std::vector<const Indicator*> cves;
  std::set<std::string> seen;
  const Indicator* worst = nullptr;
  for (const auto& indicator : ledger.analysis.indicators) {
    if (indicator.type == IndicatorType::cve && seen.insert(indicator.value).second)
      cves.push_back(&indicator);
    if (indicator.type != IndicatorType::cvss) continue;
    const auto score = indicator.context.find("score");
    if (score == indicator.context.end()) continue;
    // Scores are "0.0" to "10.0": the longer is the higher, then the greater in the order of text.
    const auto higher = [](const std::string& one, const std::string& other) {
      return one.size() != other.size() ? one.size() > other.size() : one > other;
    };
    if (worst == nullptr || higher(score->second, worst->context.at("score"))) worst = &indicator;
  }
  if (cves.empty()) return;
  LineBuilder line(ledger, BriefSection::in_one_breath);
  line.plain("The text names " + counted(cves.size(), "vulnerability: ", "vulnerabilities: "));
  for (std::size_t i = 0; i < std::min(cves.size(), kCvesShown); ++i) {
    if (i > 0) line.plain(", ");
    line.strong(cves[i]->span);
  }
  if (cves.size() > kCvesShown) line.plain(" and " + std::to_string(cves.size() - kCvesShown) + " more");
  if (worst != nullptr) {
    line.plain("; the highest CVSS score it gives is " + worst->context.at("score"));
  }
  lines.push_back(line.plain(".").take());
}

// ---- a document that orders -----------------------------------------------------------------------------

// How many orders in a document's own voice make it a directive or an advisory.
constexpr std::size_t kOrders = 3;

bool duty(const Advice& advice) {
  return advice.modality != Modality::need_not && advice.modality != Modality::may && !advice.action.empty();
}

// The first order of a document that mostly orders, with the number of orders; nullptr: another kind of text.
// Verbs that remove the cause: what a reader of an advisory looks for first.
bool remedy(const Ledger& ledger, const Advice& advice) {
  const auto words = ledger.words(advice.action.front());
  for (const std::string_view verb : {"update", "upgrade", "install", "apply", "patch", "remove", "disable",
                                      "disconnect", "identify", "replace", "uninstall", "stop"}) {
    const bool same = words.size() > verb.size() && words[verb.size()] == ' ' &&
                      (words[0] == verb[0] || words[0] == verb[0] - 'a' + 'A') &&
                      words.compare(1, verb.size() - 1, verb.substr(1)) == 0;
    if (same) return true;
  }
  return false;
}

const Advice* first_order(const Ledger& ledger, std::size_t& count) {
  const Advice* first = nullptr;
  count = 0;
  for (const auto& advice : ledger.analysis.advice) {
    if (!duty(advice) || advice.claim) continue;
    if (first == nullptr || (remedy(ledger, advice) && !remedy(ledger, *first))) first = &advice;
    ++count;
  }
  return count >= kOrders ? first : nullptr;
}

bool add_orders(const Ledger& ledger, std::vector<BriefLine>& lines) {
  std::size_t count = 0;
  const auto* order = first_order(ledger, count);
  if (order == nullptr) return false;
  LineBuilder line(ledger, BriefSection::in_one_breath);
  if (order->issuer) {
    line.actor(order->issuer, {}, true, true);
  } else {
    line.plain("The text");
  }
  line.plain(" tells ");
  bool any = false;
  for (const auto& one : order->audience) {
    for (const auto span : one.spans) {
      if (any) line.plain(", ");
      line.strong(span);
      any = true;
    }
  }
  if (!any) line.plain("its readers");
  line.plain(" what they " + std::string(name(order->modality)) + " do: ").quote(order->action, 25);
  if (count > 1) line.plain(", and " + std::to_string(count - 1) + " more");
  lines.push_back(line.plain(".").take());
  return true;
}

// A claim that tells what a text of orders is about better than its first order does.
bool leads(const Claim& claim) {
  return claim.stance == Stance::warn || claim.stance == Stance::accuse || claim.stance == Stance::assess;
}

}  // namespace

Ref<Claim> main_claim(const Ledger& ledger) {
  const auto& claims = ledger.analysis.claims;
  std::vector<int> repeats(claims.size(), 0);
  for (const auto& claim : claims) {
    if (claim.repeats) ++repeats[claim.repeats.index()];
  }
  Ref<Claim> best;
  int most = -100;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const auto points = score(ledger, i, repeats);
    if (points <= most) continue;
    most = points;
    best = Ref<Claim>(i);
  }
  return best;
}

Ref<Claim> in_one_breath(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines) {
  const bool orders = add_orders(ledger, lines);
  auto lead = orders ? Lead{} : add_told_advice(ledger, main, lines);
  if (lead.about.empty() && main && (!orders || leads(ledger.claim(main)))) {
    add_main(ledger, main, lines);
    const auto& claim = ledger.claim(main);
    lead = {claim.source, Ledger::hull(claim.content), claim.stance, main};
  }
  add_reason(ledger, lead, lines);
  if (lines.empty()) {
    LineBuilder line(ledger, BriefSection::in_one_breath);
    line.plain("No claims found: nobody in this text is said to say, warn or deny anything.");
    lines.push_back(line.take());
  }
  add_vulnerabilities(ledger, lines);
  return lead.claim;
}

}  // namespace hearsay::brief
