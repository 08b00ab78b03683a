#include "core/advice/extent.hpp"

#include <algorithm>

namespace hearsay::advice {
namespace {

bool punctuation(const Tree& tree, TokenIndex token) {
  return tree.token(token).upos == Upos::PUNCT;
}

class PartFinder {
 public:
  PartFinder(const Tree& tree, const AdviceWords& words, const std::vector<Time>& times,
             const Candidate& candidate)
      : tree_(tree), words_(words), times_(times), candidate_(candidate) {}

  Parts run(bool subject_in_action) {
    const auto action = candidate_.action;
    const auto extent = tree_.language.subtree(action);
    first_ = action;
    last_ = extent.last;
    kept_.assign(last_ - first_, true);
    for (const auto child : tree_.language.children_of(action)) {
      if (child < action) continue;
      if (condition(child)) {
        drop(child);
      } else if (outside(child)) {
        drop(child);
      }
    }
    for (const auto child : tree_.language.children_of(action)) {
      if (child < action) condition(child);
    }
    // "If an update is not possible, users should ...": the condition may hang on the verb of advising.
    auto above = candidate_.cue;
    if (above != action && tree_.token(above).rel == Deprel::aux) above = action;
    if (above != action && above != kNoToken) {
      for (const auto child : tree_.language.children_of(above)) condition(child);
    }
    find_deadline();
    if (subject_in_action && candidate_.audience != kNoToken && candidate_.audience < action) {
      parts_.action.push_back(phrase(tree_, candidate_.audience));
    }
    auto begin = first_;
    while (begin > tree_.language.sentence(action).first && leading(begin - 1)) --begin;
    take_runs(begin);
    if (!candidate_.words.empty()) parts_.action = candidate_.words;
    return std::move(parts_);
  }

 private:
  // An adverb right before the verb belongs to it: "immediately remove".
  bool leading(TokenIndex token) const {
    const auto& word = tree_.token(token);
    return word.rel == Deprel::advmod && word.head == candidate_.action && word.upos == Upos::ADV &&
           tree_.language.children_of(token).begin() == tree_.language.children_of(token).end() &&
           !tree_.has_lemma(token, {"not", "never", "also", "always", "therefore", "only"}) &&
           token != candidate_.cue;
  }

  // Children that are not part of what is to be done.
  bool outside(TokenIndex child) const {
    const auto& token = tree_.token(child);
    switch (token.rel) {
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::aux:
      case Deprel::aux_pass:
      case Deprel::mark:
      case Deprel::discourse:
        return true;
      case Deprel::parataxis:
        return tree_.child(child, {Deprel::nsubj}) != kNoToken;
      case Deprel::conj:
        return separate(child);
      case Deprel::obl:
      case Deprel::advcl:
        return tree_.child(child, Deprel::case_, "accord") != kNoToken || tree_.lemma(child) == "accord";
      default:
        return false;
    }
  }

  bool separate(TokenIndex child) const {
    if (tree_.child(child, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux}) != kNoToken) return true;
    if (tree_.token(child).upos != Upos::VERB) return false;
    for (const auto other : tree_.language.children_of(candidate_.action)) {
      if (other <= candidate_.action || other >= child) continue;
      switch (tree_.token(other).rel) {
        case Deprel::obj:
        case Deprel::obl:
        case Deprel::xcomp:
        case Deprel::ccomp:
        case Deprel::advcl:
          return true;
        default:
          break;
      }
    }
    return false;
  }

  // Whether the child is a condition; if so, writes it down.
  bool condition(TokenIndex child) {
    const auto rel = tree_.token(child).rel;
    if (rel != Deprel::advcl && rel != Deprel::obl && rel != Deprel::advmod) return false;
    const auto extent = tree_.language.subtree(child);
    if (extent.last > extent.first + 60) return false;
    if (candidate_.action >= extent.first && candidate_.action < extent.last) return false;
    auto first = extent.first;
    while (first + 1 < extent.last && punctuation(tree_, first)) ++first;
    const auto word = tree_.lower(first);
    const bool clause = rel == Deprel::advcl;
    const bool opens = clause ? words_.is(WordClass::condition, word) || word == "provided" ||
                                    (word == "as" && first + 1 < extent.last && tree_.lower(first + 1) == "long")
                              : word == "unless" || word == "except";
    if (!opens) return false;
    auto last = extent.last;
    while (last > first + 1 && punctuation(tree_, last - 1)) --last;
    const auto span = tree_.language.span({first, last});
    if (std::find(parts_.condition.begin(), parts_.condition.end(), span) == parts_.condition.end()) {
      parts_.condition.push_back(span);
    }
    return true;
  }

  void drop(TokenIndex child) {
    const auto extent = tree_.language.subtree(child);
    for (auto token = std::max(extent.first, first_); token < std::min(extent.last, last_); ++token) {
      kept_[token - first_] = false;
    }
  }

  // ---- the deadline -----------------------------------------------------------------------------------
  void find_deadline() {
    if (candidate_.modality == Modality::need_not) return;
    const auto& sentence = tree_.language.sentence(candidate_.action);
    auto time = std::lower_bound(times_.begin(), times_.end(), sentence.span.begin,
                                 [](const Time& one, std::uint32_t byte) { return one.span.begin < byte; });
    for (; time != times_.end() && time->span.begin < sentence.span.end; ++time) {
      if (time->type == TimeType::set) continue;
      const auto token = tree_.language.token_at(time->span.begin);
      const auto preposition = deadline_word(token, sentence.first);
      if (preposition == kNoToken || !belongs(token)) continue;
      const auto word = tree_.lower(preposition);
      if ((word == "within") != (time->type == TimeType::duration)) continue;
      if (word == "until" && candidate_.modality != Modality::may) continue;
      parts_.deadline = Ref<Time>(static_cast<std::size_t>(time - times_.begin()));
      drop_phrase(token, preposition);
      return;
    }
  }

  // The preposition within the four words before the time, or kNoToken.
  TokenIndex deadline_word(TokenIndex token, TokenIndex begin) const {
    for (TokenIndex back = 0; back <= 4 && token >= begin + back; ++back) {
      const auto word = tree_.lower(token - back);
      if (!words_.is(WordClass::deadline, word)) {
        if (back > 0 && tree_.token(token - back).upos == Upos::VERB) return kNoToken;
        continue;
      }
      if (word != "than") return token - back;
      const bool later = token >= begin + back + 1 && tree_.lower(token - back - 1) == "later";
      return later ? token - back : kNoToken;
    }
    return kNoToken;
  }

  // Whether the time stands with this action and not with another verb of the sentence.
  bool belongs(TokenIndex token) const {
    for (int steps = 0; steps < 12; ++steps) {
      if (token == candidate_.action || token == candidate_.cue) return true;
      const auto& word = tree_.token(token);
      if (word.head == kNoToken) return token == candidate_.action;
      if (steps > 0 && (word.rel == Deprel::acl_relcl || word.rel == Deprel::ccomp || word.rel == Deprel::conj) &&
          word.upos == Upos::VERB) {
        return false;
      }
      token = word.head;
    }
    return false;
  }

  // Takes "within 5 days of the issuance" out of the action: the child of the action that holds it, if its
  // first word is the preposition; else preposition and time alone stay.
  void drop_phrase(TokenIndex token, TokenIndex preposition) {
    while (token != kNoToken && tree_.token(token).head != candidate_.action) token = tree_.token(token).head;
    if (token == kNoToken || token < candidate_.action) return;
    const auto extent = tree_.language.subtree(token);
    if (extent.first + 2 >= preposition && extent.first <= preposition) drop(token);
  }

  // ---- runs -------------------------------------------------------------------------------------------
  void take_runs(TokenIndex begin) {
    auto token = begin;
    while (token < last_) {
      if (!kept(token) || punctuation(tree_, token) || tree_.token(token).upos == Upos::CCONJ) {
        ++token;
        continue;
      }
      auto end = token;
      while (end < last_ && kept(end)) ++end;
      auto last = end;
      while (last > token + 1 && closing(last - 1)) --last;
      parts_.action.push_back(tree_.language.span({token, last}));
      token = end;
    }
  }
  bool kept(TokenIndex token) const { return token < first_ || kept_[token - first_]; }
  // A word that no action ends with, where what followed it was left out.
  bool closing(TokenIndex token) const {
    const auto form = tree_.form(token);
    if (form == ")" || form == "]" || form == "”" || form == "\"") return false;
    return punctuation(tree_, token) || tree_.token(token).upos == Upos::CCONJ;
  }

  const Tree& tree_;
  const AdviceWords& words_;
  const std::vector<Time>& times_;
  const Candidate& candidate_;
  Parts parts_;
  TokenIndex first_ = 0;
  TokenIndex last_ = 0;
  std::vector<bool> kept_;  // for the tokens from the action's head to the end of its clause
};

}  // namespace

Parts parts_of(const Tree& tree, const AdviceWords& words, const std::vector<Time>& times,
               const Candidate& candidate, bool subject_in_action) {
  return PartFinder(tree, words, times, candidate).run(subject_in_action);
}

Span phrase(const Tree& tree, TokenIndex head) {
  auto extent = tree.language.subtree(head);
  // "for users", "by the agency": the preposition is not part of who is meant.
  while (extent.first < head && (tree.token(extent.first).rel == Deprel::case_ || punctuation(tree, extent.first) ||
                                 tree.token(extent.first).rel == Deprel::cc)) {
    ++extent.first;
  }
  while (extent.last > head + 1 && punctuation(tree, extent.last - 1)) --extent.last;
  return tree.language.span(extent);
}

}  // namespace hearsay::advice
