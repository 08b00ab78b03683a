#include "core/advice/advice.hpp"

#include <algorithm>
#include <utility>

#include "core/advice/due.hpp"
#include "core/advice/extent.hpp"
#include "core/advice/judge.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/patterns.hpp"
#include "core/advice/people.hpp"
#include "core/advice/place.hpp"
#include "core/advice/tree.hpp"
#include "core/advice/voice.hpp"

namespace hearsay::advice {
namespace {

constexpr std::size_t kConsidered = 12;  // entries on what reads like advice and is none

}  // namespace

struct AdviceStage::Impl {
  Impl(const Document& document, const language::LanguageLayer& language,
       const std::vector<Actor>& the_actors, const std::vector<Time>& the_times,
       const Published& the_published, const std::vector<Claim>& claims, const AdviceWords& the_words)
      : tree{document, language},
        times(the_times),
        published(the_published),
        words(the_words),
        voice(document_voice(tree, the_actors, claims, the_words)),
        people(tree, the_actors, the_words),
        place(tree, the_words, people),
        judge(tree, the_words, people, voice, claims) {}

  Tree tree;
  const std::vector<Time>& times;
  const Published& published;
  const AdviceWords& words;
  DocumentVoice voice;
  People people;
  Place place;
  Judge judge;

  std::size_t next_sentence = 0;
  AdviceLayer found;
  std::vector<TokenIndex> found_action;  // the head of each advice, for doubles

  void sentence(const language::Sentence& sentence) {
    place.enter(sentence.block);
    const auto& block = tree.document.blocks()[sentence.block];
    if (place.told() != nullptr && place.told()->deadline && tells_time(sentence)) place.end_deadline();
    for (const auto& candidate : find_candidates(tree, words, sentence)) consider(candidate, block);
    const auto text = tree.document.text(sentence.span);
    const bool ends_block = sentence.span.end >= block.span.end;
    if (ends_block && !text.empty() && text.back() == ':') open_list(sentence, block);
  }

  void consider(const Candidate& candidate, const Block& block) {
    if (taken(candidate.action)) return;
    auto parts = parts_of(tree, words, times, candidate, false);
    auto verdict = judge.judge(candidate, block, place, found.advice.empty() ? nullptr : &found.advice.back(),
                               parts.deadline.has_value());
    if (!verdict.advice && verdict.dropped.empty()) return;
    if (verdict.advice && gives_time_to_comply(candidate, parts)) return;
    if (verdict.subject_in_action) parts = parts_of(tree, words, times, candidate, true);
    if (parts.action.empty()) return;
    if (!verdict.advice) {
      if (found.considered.size() < kConsidered) {
        found.considered.push_back(
            {Considered::As::advice, parts.action.front(), std::move(verdict.dropped)});
      }
      return;
    }
    if (parts.action.size() == 1 && parts.action.front().size() <= 2) return;  // "do", "be": nothing is said
    if (lacks_object(candidate.action, parts.action)) return;
    auto advice = *std::move(verdict.advice);
    advice.action = std::move(parts.action);
    advice.condition = std::move(parts.condition);
    if (parts.deadline) advice.deadline = parts.deadline;  // its own before that of its list
    if (advice.deadline) {
      advice.due = due_date(tree, times[advice.deadline.index()], published, voice.issuing);
    }
    drop_heading_above(candidate);
    found_action.push_back(candidate.action);
    found.advice.push_back(std::move(advice));
  }

  // "ordered terminals to close it, giving them three weeks to comply": the time is that of the order.
  bool gives_time_to_comply(const Candidate& candidate, const Parts& parts) {
    if (candidate.time == kNoToken || !tree.has_lemma(candidate.action, {"comply"}) || found_action.empty())
      return false;
    const auto& sentence = tree.language.sentence(candidate.cue);
    auto& order = found.advice.back();
    if (found_action.back() < sentence.first || order.modality == Modality::need_not) return false;
    if (!order.deadline) order.deadline = parts.deadline;
    return true;
  }

  // "Apply an update", and below it "Operators should install version 3": the heading says less than its
  // text.
  void drop_heading_above(const Candidate& candidate) {
    if (found_action.empty()) return;
    const auto& sentences = tree.language;
    const auto above = sentences.sentence(found_action.back()).block;
    const auto here = sentences.sentence(candidate.action).block;
    const auto& blocks = tree.document.blocks();
    if (above + 1 != here || blocks[above].kind != BlockKind::heading ||
        blocks[here].kind != BlockKind::paragraph || found.advice.back().deadline)
      return;
    constexpr std::uint32_t kFewBytes = 32;  // what says more is no mere heading
    if (blocks[above].span.size() > kFewBytes) return;
    found.advice.pop_back();
    found_action.pop_back();
  }

  // "Set", with what to set lost in quotation marks or a table: nothing is said.
  bool lacks_object(TokenIndex verb, const std::vector<Span>& action) const {
    return action.size() == 1 && action.front() == tree.token(verb).span &&
           tree.has_lemma(verb, {"set", "use", "select", "ensure", "add", "enter", "make", "have", "provide",
                                 "include", "contain", "read", "see", "configure", "verify", "do"});
  }

  bool tells_time(const language::Sentence& sentence) const {
    const auto first =
        std::lower_bound(times.begin(), times.end(), sentence.span.begin,
                         [](const Time& one, std::uint32_t at) { return one.span.begin < at; });
    return first != times.end() && sentence.span.contains(first->span);
  }

  bool taken(TokenIndex action) const {
    for (auto i = found_action.size(); i > 0 && i + 40 > found_action.size(); --i) {
      if (found_action[i - 1] == action) return true;
    }
    return false;
  }

  // ---- lists ------------------------------------------------------------------------------------------
  void open_list(const language::Sentence& sentence, const Block& block) {
    ListContext context;
    context.modality = place.section();
    bool rest = false;
    // The last advice of the introducing sentence gives the items their modality and audience.
    if (!found_action.empty() && found_action.back() >= sentence.first &&
        found_action.back() < sentence.last()) {
      const auto& intro = found.advice.back();
      context.modality = intro.modality;
      context.audience = intro.audience;
      context.issuer = intro.issuer;
      const bool announces = points_at_list(found_action.back(), sentence.last());
      // "All agencies shall do one and two; selected agencies shall do all of these": no one can tell which.
      if (announces && other_audience_in(sentence, context.audience)) context.audience.clear();
      rest = announces && block.kind != BlockKind::list_item && !context.audience.empty();
      if (announces && block.kind != BlockKind::list_item && place.list_follows(sentence.block)) {
        found.advice.pop_back();
        found_action.pop_back();
      }
    } else {
      read_introduction(tree, words, people, voice.issuing, sentence, context);
      // "Option 1:" names nobody: the section's orders go on.
      const auto* above = place.told();
      if (above != nullptr && context.audience.empty() && !context.issuer) {
        context.audience = above->audience;
        context.issuer = above->issuer;
      }
    }
    context.deadline = deadline_of_line(tree, times, sentence);
    // "Within 30 days:" alone holds for the rest of its section.
    constexpr TokenIndex kDeadlineAlone = 14;
    rest = rest || (context.deadline && context.modality && sentence.count <= kDeadlineAlone &&
                    block.kind != BlockKind::list_item);
    place.open_list(std::move(context), rest);
  }

  bool other_audience_in(const language::Sentence& sentence, const std::vector<Audience>& audience) const {
    if (audience.empty()) return false;
    for (auto i = found_action.size(); i > 0 && found_action[i - 1] >= sentence.first; --i) {
      const auto& other = found.advice[i - 1].audience;
      if (other.empty() || other.front().spans != audience.front().spans) return true;
    }
    return false;
  }

  // "complete the following actions": what is to be done stands in the list, not here.
  bool points_at_list(TokenIndex action, TokenIndex end) const {
    for (auto token = action; token < end; ++token) {
      if (tree.has_lemma(token, {"following", "follow", "below", "these"})) return true;
    }
    return end - action <= 3;
  }
};

AdviceStage::AdviceStage(const Document& document, const language::LanguageLayer& language,
                         const std::vector<Actor>& actors, const std::vector<Time>& times,
                         const Published& published, const std::vector<Claim>& claims,
                         const AdviceLexicon& lexicon)
    : impl_(std::make_unique<Impl>(document, language, actors, times, published, claims, *lexicon.impl_)) {}
AdviceStage::~AdviceStage() = default;

bool AdviceStage::advance(Budget& budget) {
  auto& sentences = impl_->tree.language.sentences;
  while (impl_->next_sentence < sentences.size()) {
    if (budget.exhausted()) return false;
    const auto& sentence = sentences[impl_->next_sentence++];
    budget.spend(sentence.count);
    impl_->sentence(sentence);
  }
  return true;
}

AdviceLayer AdviceStage::take() {
  impl_->found.issuing = impl_->voice.issuing;
  if (impl_->voice.issuing) impl_->found.issuer = impl_->voice.issuer;
  return std::move(impl_->found);
}

}  // namespace hearsay::advice
