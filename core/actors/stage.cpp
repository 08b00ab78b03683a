#include <algorithm>
#include <map>
#include <utility>

#include "core/actors/publisher.hpp"
#include "core/actors/resolver.hpp"

namespace hearsay::actors {
namespace {

constexpr std::size_t kMostDropped = 12;

}  // namespace

// Three passes, each resumable: the names, sentence by sentence; the nominals and pronouns, sentence by
// sentence; whose they are, mention by mention.
struct ActorStage::Impl {
  enum class Pass { names, repeats, nominals, references, done };

  Impl(const Document& document, const language::LanguageLayer& language,
       const std::vector<LabelScores>& label_scores, const std::vector<Time>& the_times,
       const std::vector<Indicator>& the_indicators, const Gazetteer& gazetteer, PronounJudge* the_judge)
      : reading{document, language, gazetteer.impl()},
        scores(label_scores),
        times(the_times),
        indicators(the_indicators),
        habits(document, language, gazetteer.impl()),
        judge(the_judge) {}

  Reading reading;
  const std::vector<LabelScores>& scores;  // per token
  const std::vector<Time>& times;
  const std::vector<Indicator>& indicators;
  WordHabits habits;
  PronounJudge* judge;
  Pass pass = Pass::names;
  std::uint32_t sentence = 0;
  std::size_t name = 0;     // the next name to be laid beside its sentence's nominals
  std::size_t mention = 0;  // the next mention to be resolved
  std::vector<Found> names;
  std::vector<Found> repeats;
  std::vector<Considered> dropped;
  std::vector<Found> found;
  std::optional<KnownNames> known;
  Cast cast;
  std::optional<Resolver> resolver;
  std::optional<Span> publisher;  // the name in the head

  void read_names();
  void read_repeats();
  void read_nominals();
  [[nodiscard]] bool is_indicator(Span span) const;
  [[nodiscard]] ActorLayer finish();
};

// CVE ids, hashes, paths and versions are nobody's names.
bool ActorStage::Impl::is_indicator(Span span) const {
  const auto at =
      std::lower_bound(indicators.begin(), indicators.end(), span.begin,
                       [](const Indicator& i, std::uint32_t begin) { return i.span.end <= begin; });
  return at != indicators.end() && at->span.overlaps(span) && at->span.size() * 2 >= span.size();
}

void ActorStage::Impl::read_names() {
  for (Found& one : find_names(reading, sentence, scores, habits, times)) {
    if (is_indicator(one.span)) continue;
    if (one.dropped == nullptr) {
      names.push_back(std::move(one));
    } else if (dropped.size() < kMostDropped) {
      dropped.push_back({Considered::As::actor, one.span, one.dropped});
    }
  }
}

void ActorStage::Impl::read_repeats() {
  const auto end = reading.language.sentences[sentence].last();
  const auto first_own = name;
  while (name < names.size() && names[name].first < end) ++name;
  for (Found& one : find_repeated(reading, sentence, habits, names, first_own, name, *known)) {
    if (!is_indicator(one.span)) repeats.push_back(std::move(one));
  }
}

void ActorStage::Impl::read_nominals() {
  const auto end = reading.language.sentences[sentence].last();
  std::vector<Found> own;
  while (name < names.size() && names[name].first < end) own.push_back(names[name++]);
  auto nominals = find_nominals(reading, sentence, own);
  for (Found& one : nominals) own.push_back(std::move(one));
  std::stable_sort(own.begin(), own.end(), [](const Found& a, const Found& b) { return a.head < b.head; });
  for (Found& one : own) {
    if (one.form != MentionForm::name || one.draft != kNobody) found.push_back(std::move(one));
  }
}

struct NameReader::Impl {
  const NameTagger& tagger;
  std::vector<LabelScores> scores;
};

NameReader::NameReader(const Gazetteer& gazetteer)
    : impl_(std::make_unique<Impl>(Impl{gazetteer.impl().tagger, {}})) {}
NameReader::~NameReader() = default;

void NameReader::read(const std::int16_t* states, std::size_t count) {
  impl_->tagger.score(states, count, impl_->scores);
}

ActorStage::ActorStage(const Document& document, const language::LanguageLayer& language,
                       const NameReader& names, const std::vector<Time>& times,
                       const std::vector<Indicator>& indicators, const Gazetteer& gazetteer,
                       PronounJudge* judge)
    : impl_(std::make_unique<Impl>(document, language, names.impl_->scores, times, indicators, gazetteer,
                                   judge)) {}
ActorStage::~ActorStage() = default;

bool ActorStage::advance(Budget& budget) {
  Impl& impl = *impl_;
  const auto& sentences = impl.reading.language.sentences;
  while (impl.pass == Impl::Pass::names) {
    if (impl.sentence == sentences.size()) {
      impl.publisher = name_publisher(impl.reading, impl.habits, impl.names);
      impl.known.emplace(impl.reading, impl.names);
      impl.sentence = 0;
      impl.pass = Impl::Pass::repeats;
      break;
    }
    if (budget.exhausted()) return false;
    budget.spend(sentences[impl.sentence].count);
    impl.read_names();
    ++impl.sentence;
  }
  while (impl.pass == Impl::Pass::repeats) {
    if (impl.sentence == sentences.size()) {
      for (Found& one : impl.repeats) impl.names.push_back(std::move(one));
      std::stable_sort(impl.names.begin(), impl.names.end(),
                       [](const Found& a, const Found& b) { return a.first < b.first; });
      weigh_evidence(impl.reading, impl.names);
      add_makers(impl.reading, impl.names);
      impl.cast = cast_of_names(impl.reading, impl.names);
      impl.sentence = 0;
      impl.name = 0;
      impl.pass = Impl::Pass::nominals;
      break;
    }
    if (budget.exhausted()) return false;
    budget.spend(sentences[impl.sentence].count / 4);
    impl.read_repeats();
    ++impl.sentence;
  }
  while (impl.pass == Impl::Pass::nominals) {
    if (impl.sentence == sentences.size()) {
      impl.resolver.emplace(impl.reading, impl.found, impl.cast, impl.judge);
      impl.resolver->read_appositions();
      if (impl.publisher) impl.resolver->read_publisher(*impl.publisher);
      impl.pass = Impl::Pass::references;
      break;
    }
    if (budget.exhausted()) return false;
    budget.spend(sentences[impl.sentence].count);
    impl.read_nominals();
    ++impl.sentence;
  }
  while (impl.pass == Impl::Pass::references) {
    if (impl.mention == impl.found.size()) {
      impl.pass = Impl::Pass::done;
      break;
    }
    if (budget.exhausted()) return false;
    budget.spend(1);
    impl.resolver->resolve(impl.mention++);
  }
  return true;
}

ActorLayer ActorStage::Impl::finish() {
  ActorLayer layer;
  std::vector<std::vector<const Found*>> of_draft(cast.drafts.size());
  for (const Found& one : found) {
    if (one.draft != kNobody) of_draft[one.draft].push_back(&one);
  }
  // In the order of their first mention.
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < cast.drafts.size(); ++i) {
    if (!of_draft[i].empty()) order.push_back(i);
  }
  const auto earlier = [](const Found* a, const Found* b) {
    return a->span.begin != b->span.begin ? a->span.begin < b->span.begin : a->span.end > b->span.end;
  };
  for (const auto i : order) std::stable_sort(of_draft[i].begin(), of_draft[i].end(), earlier);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return earlier(of_draft[a].front(), of_draft[b].front());
  });
  std::vector<std::uint32_t> place(cast.drafts.size(), kNobody);
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = static_cast<std::uint32_t>(i);

  for (const auto index : order) {
    Draft& draft = cast.drafts[index];
    Actor actor;
    actor.name = draft.name;
    actor.kind = draft.kind;
    actor.kind_why = std::move(draft.kind_why);
    actor.country = std::move(draft.country);
    actor.country_evidence = draft.country_evidence;
    actor.description = draft.description;
    if (draft.affiliation != kNobody && place[draft.affiliation] != kNobody) {
      actor.affiliation = Ref<Actor>(place[draft.affiliation]);
    }
    std::map<std::string, bool> wordings;
    wordings[folded(reading.text(draft.name))] = true;
    for (const Found* one : of_draft[index]) {
      actor.mentions.push_back(
          {one->span, one->adjective ? MentionForm::nominal : one->form, one->head, one->why});
      if (one->form == MentionForm::name && one->listed != kNobody) {
        const auto name_class = reading.gazetteer.names[one->listed].name_class;
        if (name_class >= NameClass::inventory_vendor) actor.in_inventory = true;
      }
      if (one->form == MentionForm::name) {
        const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, reading.text(one->span)));
        for (std::size_t n = 0; listed != nullptr && n < listed->size(); ++n) {
          if (reading.gazetteer.names[(*listed)[n]].name_class >= NameClass::inventory_vendor)
            actor.in_inventory = true;
        }
      }
      if (one->form == MentionForm::pronoun) continue;
      const bool is_new = wordings.emplace(folded(reading.text(one->span)), true).second;
      if (is_new) actor.aliases.push_back(one->span);
    }
    layer.actors.push_back(std::move(actor));
  }
  layer.notes = std::move(cast.notes);
  layer.considered = std::move(dropped);
  return layer;
}

ActorLayer ActorStage::take() {
  return impl_->finish();
}

}  // namespace hearsay::actors
