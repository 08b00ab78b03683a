#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/brief/sections.hpp"

namespace hearsay::brief {
namespace {

constexpr std::size_t kEvidenceLines = 5;
constexpr std::size_t kDisputeLines = 6;
constexpr std::size_t kFewestWords = 4;  // a shorter content ("their spread") says too little by itself

bool grave(Stance stance) {
  return stance == Stance::warn || stance == Stance::accuse || stance == Stance::assess;
}

std::string evidence_label(BasisKind kind) {
  switch (kind) {
    case BasisKind::said_to_be_lacking:
      return "said lacking";
    case BasisKind::none_stated:
      return "none named";
    default:
      return std::string(name(kind));
  }
}

// Whether the text names who says it: "it" and "they" name nobody.
bool named(const Ledger& ledger, const Claim& claim) {
  if (claim.source || claim.source_spans.empty()) return claim.source.has_value();
  const auto token = ledger.language.token_at(claim.source_spans.front().begin);
  return token >= ledger.language.tokens.size() || ledger.language.tokens[token].upos != language::Upos::PRON;
}

// "advisory" with the words that belong to it: "an advisory on the flaw".
Span noun_phrase(const Ledger& ledger, Span words) {
  constexpr std::size_t kMost = 14;
  const auto& language = ledger.language;
  const auto token = language.token_at(words.begin);
  if (token >= language.tokens.size() || word_count(ledger.document.text(words)) > 1) return words;
  auto extent = language.subtree(token);
  while (extent.first < token && (language.tokens[extent.first].upos == language::Upos::ADP ||
                                  language.tokens[extent.first].upos == language::Upos::VERB ||
                                  language.tokens[extent.first].upos == language::Upos::PART ||
                                  language.tokens[extent.first].upos == language::Upos::SCONJ ||
                                  language.tokens[extent.first].upos == language::Upos::PUNCT))
    ++extent.first;
  const auto span = language.span(extent);
  return span.contains(words) && word_count(ledger.document.text(span)) <= kMost ? span : words;
}

// Every place where somebody says that proof is lacking, then what is named as a ground, once each.
void add_bases(const Ledger& ledger, BasisKind only, bool lacking, std::vector<BriefLine>& lines,
               std::vector<Span>& shown) {
  const auto& claims = ledger.analysis.claims;
  for (std::size_t i = 0; i < claims.size() && shown.size() < kEvidenceLines; ++i) {
    const auto& claim = claims[i];
    for (const auto& basis : claim.basis) {
      if (basis.kind == BasisKind::none_stated) continue;
      if ((basis.kind == only) != lacking) continue;
      if (basis.evidence.empty() || shown.size() >= kEvidenceLines) continue;
      const auto evidence = basis.evidence.front();
      const bool known = std::any_of(shown.begin(), shown.end(), [&](Span span) {
        return span.overlaps(evidence) || ledger.words(span) == ledger.words(evidence);
      });
      // Words of another part of the sentence are for the claim that holds them.
      const bool inside = std::any_of(claim.content.begin(), claim.content.end(),
                                      [&](Span span) { return span.contains(evidence); });
      // A source that is itself the ground ("a review found") needs no second line.
      const bool own = std::any_of(claim.source_spans.begin(), claim.source_spans.end(),
                                   [&](Span span) { return span.overlaps(evidence); });
      const bool doubted = std::any_of(claim.basis.begin(), claim.basis.end(), [](const Basis& other) {
        return other.kind == BasisKind::said_to_be_lacking;
      });
      if (!lacking && (own || doubted)) continue;
      if (known || (!lacking && !grave(claim.stance)) || (lacking && !inside)) continue;
      // "emails", with no word to say which: the matter itself more likely than its proof.
      if (!lacking && opens_with(ledger.words(noun_phrase(ledger, evidence)), "this"))
        continue;  // the text itself
      if (!lacking && word_count(ledger.document.text(noun_phrase(ledger, evidence))) < 2) continue;
      shown.push_back(evidence);
      LineBuilder line(ledger, BriefSection::evidence, evidence_label(basis.kind));
      line.stance(claim.stance);
      if (lacking && !claim.content.empty()) {
        line.quote(claim, 30);
        if (named(ledger, claim)) line.plain(" — ").source(claim, false);
      } else {
        line.quote(noun_phrase(ledger, evidence), 25);
        if (claim.source) line.plain(", named by ").source(claim, false);
      }
      lines.push_back(line.plain(".").claim(Ref<Claim>(i)).take());
    }
  }
}

}  // namespace

void on_what_evidence(const Ledger& ledger, Ref<Claim> told, std::vector<BriefLine>& lines) {
  std::vector<Span> shown;
  add_bases(ledger, BasisKind::said_to_be_lacking, true, lines, shown);
  add_bases(ledger, BasisKind::said_to_be_lacking, false, lines, shown);
  if (!shown.empty() || !told) return;
  const auto& claim = ledger.claim(told);
  if (!grave(claim.stance) || (!claim.source && claim.source_spans.empty())) return;
  LineBuilder line(ledger, BriefSection::evidence, "none named");
  lines.push_back(
      line.plain("No document, test or record for this was found in the text.").claim(told).take());
}

namespace {

// The claims that deny or answer, by who makes them: one line each, however often they are said.
struct Answer {
  Ref<Claim> first;
  std::size_t places = 1;
  Ref<Claim> against;
};

std::string answer_label(const Claim& claim) {
  if (claim.stance == Stance::accuse) return "accuses in turn";
  if (claim.cue_lemma == "decline" || claim.cue_lemma == "refuse") return "declines";
  if (claim.stance == Stance::act) return "takes back";
  return claim.stance == Stance::deny ? "denies" : "answers";
}

// Whether the claim that is answered says enough to be quoted, and is not part of the answer itself.
bool worth_quoting(const Ledger& ledger, const Claim& accused, const Claim& answer) {
  std::size_t words = 0;
  for (const auto span : accused.content) {
    words += word_count(ledger.document.text(span));
    for (const auto other : answer.content) {
      if (span.overlaps(other)) return false;
    }
  }
  return words >= kFewestWords;
}

void add_answer(const Ledger& ledger, const Answer& answer, std::vector<BriefLine>& lines) {
  const auto& claim = ledger.claim(answer.first);
  LineBuilder line(ledger, BriefSection::disputes, answer_label(claim));
  line.stance(claim.stance).source(claim, true).told(claim, ": ").plain(".").claim(answer.first);
  if (answer.against) {
    const auto& accused = ledger.claim(answer.against);
    const bool same_mouth = accused.source && accused.source == claim.source;
    if (!same_mouth && worth_quoting(ledger, accused, claim)) {
      line.plain(" Against: ").quote(accused, 20);
      if (accused.source || !accused.source_spans.empty()) line.plain(" — ").source(accused, false);
      line.plain(".").claim(answer.against);
    }
  }
  if (answer.places > 1) line.aside(counted(answer.places, "place", "places"));
  lines.push_back(line.take());
}

// A thing denies nothing ("Votes", "The moment"), and "which" tells nothing of what is denied.
bool worth_telling(const Ledger& ledger, const Claim& claim) {
  if (!told_in_sentence(ledger, claim) && std::none_of(claim.content.begin(), claim.content.end(),
                                                       [&](Span span) { return ledger.telling(span); }))
    return false;
  if (claim.source) {
    const auto kind = ledger.actor(claim.source).kind;
    return kind != ActorKind::product && kind != ActorKind::place;
  }
  const auto words = source_words(claim).front();
  const auto token = ledger.language.token_at(words.begin);
  const auto& tokens = ledger.language.tokens;
  const bool pronoun = token < tokens.size() && tokens[token].xpos == language::Xpos::PRP;
  return pronoun || ledger.people(words);
}

// Collects the answers in the order in which they are first met.
class Answers {
 public:
  explicit Answers(const Ledger& ledger) : ledger_(ledger) {}

  void add(Ref<Claim> denial, Ref<Claim> against) {
    const auto& claim = ledger_.claim(denial);
    if (claim.content.empty() || (!claim.source && claim.source_spans.empty())) return;
    if (!worth_telling(ledger_, claim)) return;
    // "because ..." gives a reason and answers nothing.
    if (ledger_.words(claim.content.front()).substr(0, 8) == "because ") return;
    const auto seen = by_claim_.find(denial);
    if (seen != by_claim_.end()) return oppose(seen->second, against);
    auto place = list_.size();
    if (claim.source) place = by_speaker_.emplace(std::pair(claim.source, claim.stance), place).first->second;
    by_claim_.emplace(denial, place);
    if (place == list_.size()) {
      list_.push_back({denial, 1, {}});
    } else {
      ++list_[place].places;
    }
    oppose(place, against);
  }
  [[nodiscard]] bool denies(Ref<Actor> actor) const {
    return by_speaker_.find(std::pair(actor, Stance::deny)) != by_speaker_.end();
  }
  [[nodiscard]] const std::vector<Answer>& list() const { return list_; }

 private:
  void oppose(std::size_t place, Ref<Claim> against) {
    if (against && !list_[place].against) list_[place].against = against;
  }

  const Ledger& ledger_;
  std::vector<Answer> list_;
  std::map<Ref<Claim>, std::size_t> by_claim_;
  std::map<std::pair<Ref<Actor>, Stance>, std::size_t> by_speaker_;
};

}  // namespace

void who_disputes(const Ledger& ledger, std::vector<BriefLine>& lines) {
  const auto& analysis = ledger.analysis;
  Answers found(ledger);
  for (const auto& dispute : analysis.disputes) {
    if (dispute.kind != DisputeKind::denial) continue;
    for (const auto denial : dispute.denials) {
      found.add(denial, dispute.claims.empty() ? Ref<Claim>() : dispute.claims.front());
    }
  }
  for (std::size_t i = 0; i < analysis.claims.size(); ++i) {
    if (analysis.claims[i].stance == Stance::deny) found.add(Ref<Claim>(i), {});
  }
  // Who denies may accuse in turn.
  for (std::size_t i = 0; i < analysis.claims.size(); ++i) {
    const auto& claim = analysis.claims[i];
    if (claim.stance == Stance::accuse && claim.source && !claim.content.empty() &&
        found.denies(claim.source) && word_count(ledger.document.text(claim.content.front())) >= kFewestWords)
      found.add(Ref<Claim>(i), {});
  }
  const auto& answers = found.list();
  for (std::size_t i = 0; i < std::min(answers.size(), kDisputeLines); ++i)
    add_answer(ledger, answers[i], lines);
}

}  // namespace hearsay::brief
