#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/brief/sections.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::brief {
namespace {

// The lead of an article: so many sentences.
constexpr std::size_t kLeadSentences = 12;
constexpr std::size_t kCvesShown = 4;
constexpr std::size_t kSourceWords = 12;  // a longer source is a clause, misread as a name
constexpr int kFewestPoints = 2;          // a claim with fewer is not what a text is about

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

// What cannot be a speaker: a clause, a relative pronoun, an identifier ("VU#26188: ..."), an attacker.
bool misread_source(const Ledger& ledger, Span source) {
  const auto words = ledger.document.text(source);
  const auto token = ledger.language.token_at(source.begin);
  const auto xpos =
      token < ledger.language.tokens.size() ? ledger.language.tokens[token].xpos : language::Xpos::XX;
  if (xpos == language::Xpos::WP || xpos == language::Xpos::WDT || xpos == language::Xpos::VBG) return true;
  if (xpos == language::Xpos::CD && word_count(words) == 1) return true;  // "Five questions to an engineer"
  if (words.find('#') != std::string_view::npos || words.find("ttacker") != std::string_view::npos)
    return true;
  return word_count(words) > kSourceWords || ledger.has_clause(source);
}

// "A strategy", "The logic in this code": neither people nor what people write.
bool thing(const Ledger& ledger, Span source) {
  if (ledger.people(source)) return false;
  const auto words = ascii::lower(ledger.words(source));
  for (const std::string_view paper :
       {"report",     "study",    "analysis", "letter",   "statement", "review",    "order",
        "directive",  "document", "survey",   "paper",    "filing",    "complaint", "lawsuit",
        "indictment", "court",    "audit",    "research", "finding",   "advisory",  "bulletin",
        "blog",       "post",     "notice",   "warning",  "mail",      "alert",     "team",
        "poll",       "rule",     "law",      "note",     "guidance",  "circular",  "investigation",
        "inquiry",    "test",     "company",  "firm",     "group",     "spokes"}) {
    if (words.find(paper) != std::string::npos) return false;
  }
  const auto token = ledger.language.token_at(source.begin);
  return token < ledger.language.tokens.size() && ledger.language.tokens[token].upos == language::Upos::DET;
}

// "that decision", "such an e-mail": words that point back to a thing, where no actor is known.
bool pointing(const Ledger& ledger, Span source) {
  const auto words = ledger.words(source);
  return opens_with(words, "that") || opens_with(words, "this") || opens_with(words, "such");
}

// What the title and the first sentence speak of: their nouns, names and verbs.
class Matter {
 public:
  explicit Matter(const Ledger& ledger) : ledger_(ledger) {
    if (ledger.analysis.title) add(*ledger.analysis.title);
    const auto& blocks = ledger.document.blocks();
    for (const auto& sentence : ledger.language.sentences) {
      if (blocks[sentence.block].kind != BlockKind::paragraph) continue;
      add(sentence.span);
      break;
    }
  }

  // Points for a claim: what it shares with them, and less for one that shares nothing.
  [[nodiscard]] int of(const Claim& claim) const {
    if (words_.empty()) return 0;
    std::set<std::string> shared;
    for (const auto span : claim.content) collect(span, shared);
    for (const auto span : claim.source_spans) collect(span, shared);
    constexpr int kMost = 4;
    return shared.empty() ? -6 : std::min(static_cast<int>(shared.size()), kMost);
  }

 private:
  template <class Visit>
  void each(Span span, Visit visit) const {
    const auto& tokens = ledger_.language.tokens;
    for (auto token = ledger_.language.token_at(span.begin);
         token < tokens.size() && tokens[token].span.begin < span.end; ++token) {
      const auto upos = tokens[token].upos;
      if (upos != language::Upos::NOUN && upos != language::Upos::PROPN && upos != language::Upos::VERB)
        continue;
      const auto lemma = ledger_.language.lemma(token);
      if (lemma == "say" || lemma == "have" || lemma == "be" || lemma == "make") continue;
      visit(ascii::lower(lemma));
    }
  }
  void add(Span span) {
    each(span, [this](std::string lemma) { words_.insert(std::move(lemma)); });
  }
  void collect(Span span, std::set<std::string>& shared) const {
    each(span, [&](std::string lemma) {
      if (words_.find(lemma) != words_.end()) shared.insert(std::move(lemma));
    });
  }

  const Ledger& ledger_;
  std::set<std::string> words_;
};

int score(const Ledger& ledger, const Matter& matter, std::size_t index, const std::vector<int>& repeats) {
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
  points += matter.of(claim);
  if (!ledger.told_with_tense(claim)) points -= 10;  // "to reveal": no sentence can be made of it
  if (!claim.source && claim.source_spans.empty()) points -= 4;
  for (const auto source : claim.source_spans) {
    const bool unfit = !claim.source && (pointing(ledger, source) || thing(ledger, source));
    if (misread_source(ledger, source) || unfit) points -= 10;
  }
  const auto words = word_count(ledger.document.text(claim.content.front()));
  if (words > 40) points -= 2;
  const bool plain = claim.stance == Stance::state || claim.stance == Stance::assess;
  if (plain && !ledger.has_clause(claim.content.front())) points -= 8;  // "this vulnerability", "the fix"
  if (words < 4) points -= 6;  // "this assessment": what is claimed stands elsewhere
  return points;
}

void add_main(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines) {
  const auto& claim = ledger.claim(main);
  LineBuilder line(ledger, BriefSection::in_one_breath);
  // "Staff are encouraged to update": the sentence says who is told, where nobody says who tells them.
  const auto sentence = ledger.sentence_at(claim.content.front().begin);
  if (claim.stance == Stance::advise && !claim.source && claim.source_spans.empty() &&
      sentence < ledger.language.sentences.size()) {
    line.plain("The text says, and not who says so: ")
        .quote(ledger.language.sentences[sentence].span)
        .plain(".");
    lines.push_back(line.claim(main).take());
    return;
  }
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

bool may_be_reason(const Ledger& ledger, const Claim& claim, const Lead& lead) {
  if (claim.source != lead.source || claim.content.empty() || claim.repeats) return false;
  if (claim.polarity == Polarity::negated || claim.voice == Voice::anonymous) return false;
  if (claim.content.front().overlaps(lead.about) || !ledger.has_clause(claim.content.front())) return false;
  return claim.stance == Stance::assess || claim.stance == Stance::accuse || claim.stance == Stance::warn ||
         claim.stance == Stance::state;
}

// Whether a line quotes these words already.
bool told_already(const std::vector<BriefLine>& lines, const Claim& claim) {
  for (const auto& line : lines) {
    for (const auto& run : line.runs) {
      if (run.span && run.span->overlaps(claim.content.front())) return true;
    }
  }
  return false;
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
    if (Ref<Claim>(i) == lead.claim || !may_be_reason(ledger, claims[i], lead)) continue;
    if (told_already(lines, claims[i])) continue;
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

// A claim that tells what a text of orders is about better than its first order does.
bool leads(const Ledger& ledger, const Claim& claim) {
  if (claim.stance == Stance::warn || claim.stance == Stance::accuse) return true;
  return claim.stance == Stance::assess && lead_weight(ledger, claim.content.front().begin) > 0;
}

}  // namespace

Ref<Claim> main_claim(const Ledger& ledger) {
  const auto& claims = ledger.analysis.claims;
  std::vector<int> repeats(claims.size(), 0);
  for (const auto& claim : claims) {
    if (claim.repeats) ++repeats[claim.repeats.index()];
  }
  const Matter matter(ledger);
  Ref<Claim> best;
  int most = kFewestPoints;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const auto points = score(ledger, matter, i, repeats);
    if (points <= most) continue;
    most = points;
    best = Ref<Claim>(i);
  }
  return best;
}

Ref<Claim> in_one_breath(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines) {
  // An advisory's first sentence says what is wrong; a directive's orders come first.
  const bool opened = !binding(ledger) && tell_opening(ledger, main, lines);
  const bool orders = tell_orders(ledger, lines);
  auto lead = orders || opened ? Lead{} : add_told_advice(ledger, main, lines);
  if (opened) {
    const auto& claim = ledger.claim(main);
    lead = {claim.source, Ledger::hull(claim.content), claim.stance, main};
  } else if (lead.about.empty() && main && (!orders || leads(ledger, ledger.claim(main)))) {
    add_main(ledger, main, lines);
    const auto& claim = ledger.claim(main);
    lead = {claim.source, Ledger::hull(claim.content), claim.stance, main};
  }
  add_reason(ledger, lead, lines);
  if (ledger.analysis.claims.empty() && !orders && lead.about.empty()) {
    LineBuilder line(ledger, BriefSection::in_one_breath);
    line.plain("No claims found: nobody in this text is said to say, warn or deny anything.");
    lines.push_back(line.take());
  } else if (lines.empty()) {
    LineBuilder line(ledger, BriefSection::in_one_breath);
    line.plain("No claim stands out as what the text is about; the ledger holds " +
               counted(ledger.analysis.claims.size(), "claim.", "claims."));
    lines.push_back(line.take());
  }
  add_vulnerabilities(ledger, lines);
  // What a document orders, it need not prove.
  return orders ? Ref<Claim>() : lead.claim;
}

}  // namespace hearsay::brief
