#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "ui/model/words.hpp"

namespace hearsay::ui {
namespace {

constexpr std::size_t kShortQuote = 70;     // code points of another claim quoted in a row's details
constexpr std::size_t kMostCrossLinks = 6;  // of one kind in one row; the rest is counted

// Makes the rows; holds what is looked up for every one of them.
class LedgerMaker {
 public:
  LedgerMaker(const Document& document, const Analysis& analysis)
      : document_(document), analysis_(analysis), links_(analysis.claims.size()) {
    count_repeats();
    for (const Dispute& dispute : analysis.disputes) link(dispute);
    for (const Agreement& agreement : analysis.agreements) link(agreement);
  }

  LedgerRow row(std::uint32_t index);

 private:
  struct Links {
    std::vector<std::uint32_t> denied_by;
    std::vector<std::uint32_t> denies;
    std::vector<std::uint32_t> conflicts;
    const Agreement* agreement = nullptr;  // that it is a part of
    std::uint32_t repeats = 0;
    bool unanswered = false;
    bool answers_nobody = false;
  };

  bool valid(Ref<Claim> claim) const { return claim && claim.index() < links_.size(); }
  void count_repeats();
  void link(const Dispute& dispute);
  void link(const Agreement& agreement);
  void add_who(LedgerRow& row, const Claim& claim) const;
  void add_certainty(LedgerRow& row, const Claim& claim) const;
  void add_basis(LedgerRow& row, const Claim& claim) const;
  void add_time(LedgerRow& row, const Claim& claim) const;
  void add_disputes(LedgerRow& row, const Links& links) const;
  void add_support(LedgerRow& row, const Agreement& agreement) const;
  Fact cross_links(std::string label, std::string_view before,
                   const std::vector<std::uint32_t>& claims) const;

  const Document& document_;
  const Analysis& analysis_;
  std::vector<Links> links_;
};

void LedgerMaker::count_repeats() {
  for (const Claim& claim : analysis_.claims) {
    if (valid(claim.repeats)) ++links_[claim.repeats.index()].repeats;
  }
}

void LedgerMaker::link(const Dispute& dispute) {
  if (dispute.kind == DisputeKind::conflict) {
    std::vector<std::uint32_t> all;
    for (const auto* side : {&dispute.claims, &dispute.denials}) {
      for (const Ref<Claim>& claim : *side) {
        if (valid(claim)) all.push_back(claim.index());
      }
    }
    for (const std::uint32_t one : all) {
      for (const std::uint32_t other : all) {
        if (one != other && links_[one].conflicts.size() <= kMostCrossLinks)
          links_[one].conflicts.push_back(other);
      }
    }
    return;
  }
  if (dispute.claims.empty()) {
    for (const Ref<Claim>& denial : dispute.denials) {
      if (valid(denial)) links_[denial.index()].answers_nobody = true;
    }
  }
  for (const Ref<Claim>& claim : dispute.claims) {
    if (!valid(claim)) continue;
    if (dispute.kind == DisputeKind::unanswered) links_[claim.index()].unanswered = true;
    for (const Ref<Claim>& denial : dispute.denials) {
      if (!valid(denial)) continue;
      auto& denied_by = links_[claim.index()].denied_by;
      auto& denies = links_[denial.index()].denies;
      if (denied_by.size() <= kMostCrossLinks) denied_by.push_back(denial.index());
      if (denies.size() <= kMostCrossLinks) denies.push_back(claim.index());
    }
  }
}

void LedgerMaker::link(const Agreement& agreement) {
  for (const Ref<Claim>& claim : agreement.claims) {
    if (valid(claim)) links_[claim.index()].agreement = &agreement;
  }
}

Fact LedgerMaker::cross_links(std::string label, std::string_view before,
                              const std::vector<std::uint32_t>& claims) const {
  Fact fact{std::move(label), {}};
  for (std::size_t i = 0; i < claims.size() && i < kMostCrossLinks; ++i) {
    const Claim& other = analysis_.claims[claims[i]];
    std::string who = source_name(document_, analysis_, other);
    if (who.empty()) who = "source not named";
    if (i > 0) fact.runs.push_back({"; ", Run::Style::plain, {}});
    if (!before.empty()) fact.runs.push_back({std::string(before), Run::Style::plain, {}});
    const Target go = target_of_claim(analysis_, claims[i]);
    fact.runs.push_back({who, Run::Style::link, go});
    const std::string words = shortened(words_of(document_, other.content), kShortQuote);
    if (!words.empty()) {
      fact.runs.push_back({": ", Run::Style::plain, {}});
      fact.runs.push_back({in_quotes(words), Run::Style::quote, go});
    }
  }
  if (claims.size() > kMostCrossLinks) fact.runs.push_back({" and more", Run::Style::quiet, {}});
  return fact;
}

void LedgerMaker::add_who(LedgerRow& row, const Claim& claim) const {
  const auto actor_run = [&](Ref<Actor> actor) {
    return Run{actor_name(document_, analysis_, actor), Run::Style::link,
               target_of_actor(analysis_, actor.index())};
  };
  if (claim.target && claim.target.index() < analysis_.actors.size()) {
    row.target = actor_name(document_, analysis_, claim.target);
    row.facts.push_back({"About", {actor_run(claim.target)}});
  }
  if (claim.addressee && claim.addressee.index() < analysis_.actors.size()) {
    row.facts.push_back({"Said to", {actor_run(claim.addressee)}});
  }
  Fact voice{"Voice", {{std::string(voice_word(claim.voice)), Run::Style::plain, {}}}};
  bool first = true;
  for (const Ref<Actor>& via : claim.via) {
    if (!via || via.index() >= analysis_.actors.size()) continue;
    voice.runs.push_back({first ? ", through " : ", ", Run::Style::plain, {}});
    voice.runs.push_back(actor_run(via));
    first = false;
  }
  // The ordinary case goes without saying.
  if (claim.voice != Voice::first_hand || !first) row.facts.push_back(std::move(voice));
}

void LedgerMaker::add_certainty(LedgerRow& row, const Claim& claim) const {
  Fact fact{"Certainty", {}};
  for (std::size_t i = 0; i < claim.hedges.size(); ++i) {
    if (i > 0) fact.runs.push_back({", ", Run::Style::plain, {}});
    fact.runs.push_back({in_quotes(folded(document_.text(claim.hedges[i]))), Run::Style::hedge,
                         target_of_span(claim.hedges[i])});
  }
  if (claim.yardstick) {
    const Yardstick& yardstick = *claim.yardstick;
    fact.runs.push_back({(claim.hedges.empty() ? "" : ": ") + std::string(yardstick.term) + " on the " +
                             std::string(yardstick.scale) + " yardstick, " + std::to_string(yardstick.low) +
                             " to " + std::to_string(yardstick.high) + " per cent",
                         Run::Style::plain,
                         {}});
  } else if (claim.hedges.empty()) {
    fact.runs.push_back({"said without a hedge", Run::Style::plain, {}});
  } else {
    fact.runs.push_back({", not on a probability yardstick", Run::Style::quiet, {}});
  }
  if (claim.polarity == Polarity::negated)
    fact.runs.push_back({"; a negative statement", Run::Style::plain, {}});
  row.facts.push_back(std::move(fact));
}

void LedgerMaker::add_basis(LedgerRow& row, const Claim& claim) const {
  Fact fact{"Basis", {}};
  for (const Basis& basis : claim.basis) {
    if (!fact.runs.empty()) fact.runs.push_back({"; ", Run::Style::plain, {}});
    fact.runs.push_back({std::string(basis_word(basis.kind)), Run::Style::plain, {}});
    const std::string words = words_of(document_, basis.evidence);
    if (words.empty()) continue;
    fact.runs.push_back({", ", Run::Style::plain, {}});
    fact.runs.push_back({in_quotes(words), Run::Style::quote, target_of_span(basis.evidence.front())});
  }
  if (fact.runs.empty())
    fact.runs.push_back({std::string(basis_word(BasisKind::none_stated)), Run::Style::plain, {}});
  row.facts.push_back(std::move(fact));
}

void LedgerMaker::add_time(LedgerRow& row, const Claim& claim) const {
  if (!claim.time || claim.time.index() >= analysis_.times.size()) return;
  const Time& time = analysis_.times[claim.time.index()];
  const Target go = target_of_time(analysis_, claim.time.index());
  row.facts.push_back({"When",
                       {{reader_date(time.value), Run::Style::plain, go},
                        {", ", Run::Style::plain, {}},
                        {in_quotes(folded(document_.text(time.span))), Run::Style::quote, go}}});
}

void LedgerMaker::add_disputes(LedgerRow& row, const Links& links) const {
  if (!links.denied_by.empty()) row.facts.push_back(cross_links("Disputed", "by ", links.denied_by));
  if (!links.denies.empty()) row.facts.push_back(cross_links("Answers", "", links.denies));
  if (links.answers_nobody && links.denies.empty()) {
    row.facts.push_back({"Answers", {{"something that nobody in the text claims", Run::Style::plain, {}}}});
  }
  if (!links.conflicts.empty()) {
    row.in_conflict = true;
    row.facts.push_back(cross_links("Conflict", "cannot both hold with ", links.conflicts));
  }
  if (links.unanswered && links.denied_by.empty()) {
    row.facts.push_back({"Disputed", {{"nobody in the text answers it", Run::Style::plain, {}}}});
  }
}

// "Also said  by Meridian: “…”; 1 independent origin: “citing a letter”".
void LedgerMaker::add_support(LedgerRow& row, const Agreement& agreement) const {
  std::vector<std::uint32_t> others;
  for (const Ref<Claim>& claim : agreement.claims) {
    if (valid(claim) && claim.index() != row.claim) others.push_back(claim.index());
  }
  if (others.empty()) return;
  row.supporters = static_cast<std::uint32_t>(others.size());
  row.origins = agreement.independent;
  row.facts.push_back(cross_links("Also said", "by ", others));
  Fact origins{"Origins", {{origins_words(agreement.independent), Run::Style::plain, {}}}};
  for (const Origin& origin : agreement.origins) {
    const std::string words = words_of(document_, origin.evidence);
    if (words.empty()) continue;
    origins.runs.push_back({", ", Run::Style::plain, {}});
    origins.runs.push_back({in_quotes(words), Run::Style::quote, target_of_span(origin.evidence.front())});
  }
  row.facts.push_back(std::move(origins));
}

LedgerRow LedgerMaker::row(std::uint32_t index) {
  const Claim& claim = analysis_.claims[index];
  const Links& links = links_[index];
  LedgerRow row;
  row.claim = index;
  row.stance = claim.stance;
  row.stance_word = std::string(stance_word(claim.stance));
  row.source = source_name(document_, analysis_, claim);
  row.source_named = !row.source.empty();
  row.key = claim.source ? std::string("actor ").append(std::to_string(claim.source.index())) : row.source;
  if (!row.source_named) row.source = "source not named";
  row.cue = words_of(document_, claim.cue);
  row.content = words_of(document_, claim.content);
  row.hedged = !claim.hedges.empty();
  row.negated = claim.polarity == Polarity::negated;
  row.repeats = links.repeats;
  row.is_repeat = valid(claim.repeats);
  row.why = claim.why;
  row.go = target_of_claim(analysis_, index);
  add_who(row, claim);
  add_certainty(row, claim);
  add_basis(row, claim);
  add_time(row, claim);
  add_disputes(row, links);
  if (links.agreement != nullptr) add_support(row, *links.agreement);
  if (row.is_repeat) row.facts.push_back(cross_links("Said before", "", {claim.repeats.index()}));
  return row;
}

}  // namespace

void make_ledger(ViewModel& view, const Document& document, const Analysis& analysis) {
  LedgerMaker maker(document, analysis);
  view.ledger.reserve(analysis.claims.size());
  std::array<std::uint32_t, 9> by_stance{};
  std::map<std::string, std::size_t> filter_of;
  for (std::uint32_t i = 0; i < analysis.claims.size(); ++i) {
    LedgerRow row = maker.row(i);
    ++by_stance[static_cast<std::size_t>(row.stance)];
    const auto [found, fresh] = filter_of.emplace(row.key, view.sources.size());
    if (fresh) view.sources.push_back({row.key, row.source, 0});
    ++view.sources[found->second].count;
    view.ledger.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < by_stance.size(); ++i) {
    if (by_stance[i] == 0) continue;
    const auto stance = static_cast<Stance>(i);
    view.stances.push_back({stance, std::string(stance_word(stance)), by_stance[i]});
  }
  std::stable_sort(view.sources.begin(), view.sources.end(),
                   [](const SourceFilter& a, const SourceFilter& b) { return a.count > b.count; });
}

}  // namespace hearsay::ui
