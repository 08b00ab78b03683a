#include "core/advice/extent.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"

namespace hearsay::advice {
namespace {

class PartFinder {
 public:
  PartFinder(const Tree& tree, const AdviceWords& words, const std::vector<Time>& times,
             const Candidate& candidate)
      : tree_(tree),
        words_(words),
        times_(times),
        candidate_(candidate),
        sentence_(tree.language.sentence(candidate.action)),
        clause_(tree, words, sentence_) {}

  Parts run(bool subject_in_action) {
    auto reach = clause_.reach(candidate_.action);
    const bool denied = candidate_.modality == Modality::need_not ||
                        candidate_.modality == Modality::must_not ||
                        candidate_.modality == Modality::should_not;
    if (denied && reach.joined != kNoToken && tree_.lower(reach.joined - 1) == "or")
      reach = clause_.reach(reach.joined);
    if (reach.condition != kNoToken && !candidate_.after_order) add_condition(reach.condition);
    opening_condition();
    find_deadline(reach.last);
    if (!candidate_.words.empty()) {
      parts_.action = candidate_.words;
      return std::move(parts_);
    }
    if (subject_in_action && candidate_.audience.found()) {
      parts_.action.push_back(span_of(tree_, candidate_.audience));
    }
    auto begin = candidate_.action;
    while (begin > sentence_.first && leading(begin - 1)) --begin;
    // "rebuild it until the office agrees": what follows without a comma bounds the action and is part of it.
    const bool bounded = reach.condition == reach.last && reach.condition != kNoToken;
    add_run(begin, bounded ? clause_.condition_end(reach.condition) : reach.last);
    return std::move(parts_);
  }

 private:
  // An adverb right before the verb belongs to it: "immediately remove".
  bool leading(TokenIndex token) const {
    return tree_.token(token).upos == Upos::ADV && token > candidate_.cue &&
           !tree_.has_lemma(token, {"not", "never", "also", "always", "therefore", "only", "then", "long",
                                    "longer", "no"});
  }

  void add_condition(TokenIndex first) {
    parts_.condition.push_back(tree_.language.span({first, clause_.condition_end(first)}));
  }

  // "If an update is not possible, ..." before the action.
  void opening_condition() {
    const auto first = clause_.first_word();
    if (first >= candidate_.action || !clause_.opens_condition(first)) return;
    auto last = clause_.condition_end(first);
    // "If you pasted a password, code or key into it, replace it": up to the comma before the action.
    if (candidate_.shape == Shape::imperative && tree_.form(candidate_.cue - 1) == ",")
      last = candidate_.cue - 1;
    if (last >= candidate_.action || last >= clause_.end() || tree_.form(last) != ",") return;
    const auto span = tree_.language.span({first, last});
    if (parts_.condition.empty() || parts_.condition.front() != span) {
      parts_.condition.insert(parts_.condition.begin(), span);
    }
  }

  std::vector<Time>::const_iterator first_time(std::uint32_t byte) const {
    return std::lower_bound(times_.begin(), times_.end(), byte,
                            [](const Time& one, std::uint32_t at) { return one.span.begin < at; });
  }

  // ---- the deadline -----------------------------------------------------------------------------------
  // Within the action, or before it in the opening of the sentence ("By 30 September, ...").
  void find_deadline(TokenIndex action_end) {
    if (candidate_.modality == Modality::need_not) return;
    if (candidate_.time != kNoToken) {
      const auto begin = tree_.token(candidate_.time).span.begin;
      const auto given = first_time(begin);
      if (given != times_.end() && given->span.begin < begin + 8) {
        parts_.deadline = Ref<Time>(static_cast<std::size_t>(given - times_.begin()));
        return;
      }
    }
    // "until 30 June 2025" closes the action and still is its date.
    const auto limit = action_end < clause_.end()
                           ? tree_.token(std::min(action_end + 8, clause_.end() - 1)).span.end
                           : sentence_.span.end;
    for (auto time = first_time(sentence_.span.begin); time != times_.end() && time->span.begin < limit;
         ++time) {
      if (time->type == TimeType::set) continue;
      const auto token = tree_.language.token_at(time->span.begin);
      if (token >= clause_.end()) break;
      const auto preposition = deadline_word(token);
      if (preposition == kNoToken) continue;
      const auto word = tree_.lower(preposition);
      const bool length = time->type == TimeType::duration;
      if (word == "from" ? length || !ends_something()
                         : word != "by" && word != "than" && (word == "within") != length)
        continue;
      if (word == "until" && candidate_.modality != Modality::may) continue;
      if (word != "by" && says_which(preposition)) continue;
      const bool inside = preposition > candidate_.action && preposition < action_end;
      const bool after = preposition >= action_end && same_clause(action_end, preposition);
      // "must, no later than 31 January, (a) withdraw"
      const bool aside = candidate_.shape == Shape::modal && preposition > candidate_.cue &&
                         preposition < candidate_.action &&
                         !verb_between(tree_.token(candidate_.cue).span, time->span);
      if (!inside && !after && !aside && !opening(preposition)) continue;
      // "by noon Eastern Standard Time on Friday, 5 March": the date says more than the hour.
      constexpr std::uint32_t kHourToDateBytes = 40;
      const auto next = time + 1;
      if (next != times_.end() && time->type == TimeType::time && next->type == TimeType::date &&
          next->span.begin < time->span.end + kHourToDateBytes && next->span.end <= sentence_.span.end &&
          !verb_between(time->span, next->span)) {
        time = next;
      }
      parts_.deadline = Ref<Time>(static_cast<std::size_t>(time - times_.begin()));
      return;
    }
  }

  bool verb_between(Span one, Span other) const {
    for (auto token = tree_.language.token_at(one.end); token < clause_.end(); ++token) {
      if (tree_.token(token).span.begin >= other.begin) return false;
      const auto form = tree_.form(token);
      if (form.size() > 1 && ascii::is_upper(form[1])) continue;  // "EAT": a time zone, and no verb
      if (tree_.token(token).upos == Upos::VERB || clause_.base_verb(token)) return true;
    }
    return false;
  }

  // The preposition of the deadline within the words before the time, or kNoToken.
  TokenIndex deadline_word(TokenIndex token) const {
    for (TokenIndex back = 0; back <= 5 && token >= sentence_.first + back; ++back) {
      const auto at = token - back;
      const auto word = tree_.lower(at);
      if (words_.is(WordClass::deadline, word)) {
        if (word != "than") return at;
        return at > sentence_.first && tree_.lower(at - 1) == "later" ? at : kNoToken;
      }
      // "by Corvane earlier this week": a name between them is what the preposition is about.
      if (back > 0 && (tree_.token(at).upos == Upos::VERB || tree_.form(at) == "," ||
                       (tree_.token(at).upos == Upos::PROPN && word.size() > 3)))
        return kNoToken;
    }
    return kNoToken;
  }

  // "must stop ordering it from 1 April": by then it has stopped.
  bool ends_something() const {
    return tree_.has_lemma(candidate_.action, {"stop", "cease", "end", "discontinue", "refrain", "halt"});
  }

  // "rotate the keys issued before 10 June", "return cards sold until May": which ones, not by when.
  bool says_which(TokenIndex preposition) const {
    if (preposition <= candidate_.action + 1) return false;
    const auto& verb = tree_.token(preposition - 1);
    return verb.xpos == Xpos::VBN || (verb.xpos == Xpos::VBD && preposition - 1 > candidate_.action);
  }

  // Whether the preposition stands in the opening of the sentence, before a comma and the action.
  bool opening(TokenIndex preposition) const {
    if (preposition > candidate_.action) return false;
    for (auto token = clause_.first_word(); token < preposition; ++token) {
      if (tree_.token(token).upos == Upos::VERB || tree_.token(token).upos == Upos::AUX) return false;
    }
    return true;
  }

  // "confirm it, using the form, by 16 June": nothing else is told between the action and its date.
  bool same_clause(TokenIndex first, TokenIndex last) const {
    constexpr TokenIndex kFewTokens = 12;
    if (last - first > kFewTokens) return false;
    for (auto token = first; token < last; ++token) {
      const auto form = tree_.form(token);
      if (clause_.finite(token) || tree_.token(token).upos == Upos::CCONJ || form == ";" || form == ":" ||
          clause_.opens_condition(token))
        return false;
    }
    return true;
  }

  void add_run(TokenIndex first, TokenIndex last) {
    const auto trivial = [&](TokenIndex token) {
      const auto form = tree_.form(token);
      if (form == ")" || form == "]" || form == "”" || form == "''" || form == "“") return false;
      return tree_.token(token).upos == Upos::PUNCT || tree_.token(token).upos == Upos::CCONJ;
    };
    while (first < last && trivial(first)) ++first;
    while (last > first && trivial(last - 1)) --last;
    // "take measures, such as:" goes on elsewhere.
    while (last > first + 1 &&
           (tree_.has_lemma(last - 1, {"such", "as", "include", "including"}) || trivial(last - 1))) {
      --last;
    }
    // A straight quotation mark that closes one within the run belongs to it.
    std::size_t marks = 0;
    for (auto token = first; token < last; ++token) marks += tree_.form(token) == "\"" ? 1 : 0;
    if (marks % 2 == 1 && last < clause_.end() && tree_.form(last) == "\"") ++last;
    // And so does one of a name in single marks: "under ‘Settings’".
    bool single = false;
    for (auto token = first; token < last; ++token) {
      if (tree_.form(token) == "‘" || tree_.form(token) == "'" || tree_.form(token) == "`") single = !single;
    }
    if (single && last < clause_.end() && (tree_.form(last) == "'" || tree_.form(last) == "’")) ++last;
    if (first < last) parts_.action.push_back(tree_.language.span({first, last}));
  }

  const Tree& tree_;
  const AdviceWords& words_;
  const std::vector<Time>& times_;
  const Candidate& candidate_;
  const language::Sentence& sentence_;
  Clause clause_;
  Parts parts_;
};

}  // namespace

Parts parts_of(const Tree& tree, const AdviceWords& words, const std::vector<Time>& times,
               const Candidate& candidate, bool subject_in_action) {
  return PartFinder(tree, words, times, candidate).run(subject_in_action);
}

Ref<Time> deadline_of_line(const Tree& tree, const std::vector<Time>& times,
                           const language::Sentence& sentence) {
  const auto first = std::lower_bound(times.begin(), times.end(), sentence.span.begin,
                                      [](const Time& one, std::uint32_t at) { return one.span.begin < at; });
  constexpr TokenIndex kNear = 4;  // "no later than the end of"
  for (auto time = first; time != times.end() && time->span.end <= sentence.span.end; ++time) {
    const auto token = tree.language.token_at(time->span.begin);
    const bool length = time->type == TimeType::duration;
    if (!length && time->type != TimeType::date && time->type != TimeType::time) continue;
    for (auto back = token; back + kNear > token && back >= sentence.first; --back) {
      const auto word = tree.lower(back);
      if (length ? word == "within" : word == "by" || word == "than")
        return Ref<Time>(static_cast<std::size_t>(time - times.begin()));
      if (back == 0) break;
    }
  }
  return {};
}

Span span_of(const Tree& tree, const Phrase& phrase) {
  return tree.language.span({phrase.first, phrase.last});
}

}  // namespace hearsay::advice
