// How an answer points back at a claim: "the finding", "that reading", "no such
// warning", "higher than the vendor's figure", "nowhere close to what is being claimed".
#include <algorithm>

#include "core/claims/answers.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

Pointer at(TokenIndex token) {
  Pointer out;
  out.token = token;
  return out;
}

class PointerFinder {
 public:
  PointerFinder(const Evidence& evidence, const Draft& draft, const Claim& claim,
                const std::vector<Passage>& passages)
      : evidence_(evidence),
        reading_(evidence.reading),
        draft_(draft),
        passages_(passages),
        denies_(claim.stance == Stance::deny) {}

  [[nodiscard]] Pointer find() const {
    for (const auto rule :
         {&PointerFinder::of_frame, &PointerFinder::of_object, &PointerFinder::of_words,
          &PointerFinder::of_topic, &PointerFinder::of_error, &PointerFinder::of_demonstrative}) {
      const Pointer found = (this->*rule)();
      if (found.token != kNoToken) return found;
    }
    return {};
  }

 private:
  [[nodiscard]] const Matter* matter_at(TokenIndex token) const {
    return claims::matter_at(evidence_, token);
  }
  [[nodiscard]] Pointer pointing(TokenIndex noun) const;
  [[nodiscard]] std::string_view determiner(TokenIndex noun) const;
  [[nodiscard]] bool of_what(TokenIndex verb) const;
  [[nodiscard]] Pointer of_noun(TokenIndex noun, TokenIndex first) const;
  [[nodiscard]] Pointer of_frame() const;
  [[nodiscard]] Pointer of_object() const;
  [[nodiscard]] Pointer of_words() const;
  [[nodiscard]] Pointer of_topic() const;
  [[nodiscard]] Pointer of_error() const;
  [[nodiscard]] Pointer of_demonstrative() const;

  const Evidence& evidence_;
  const Reading& reading_;
  const Draft& draft_;
  const std::vector<Passage>& passages_;
  bool denies_;
};

// The noun with whose claim it is, and whether it says what was claimed as well.
Pointer PointerFinder::pointing(TokenIndex noun) const {
  constexpr std::string_view wordings[] = {"word", "term", "label"};
  Pointer out = at(noun);
  out.kind = matter_at(noun)->kind;
  if (is_any(reading_.lemma(noun), wordings)) {
    // "the word 'spy'": who used it; "the term": what was just said.
    const bool quoted = noun + 2 < reading_.size() && reading_.is_quotation_mark(noun + 1);
    if (quoted) out.token = noun + 2;
    out.such = quoted;
    out.vague = !quoted;
    return out;
  }
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    const Deprel rel = reading_[child].rel;
    const auto marker = reading_.marker(child);
    const bool named = static_cast<bool>(evidence_.mentions.headed_by(child));
    const bool of = rel == Deprel::nmod && marker == "of";
    // "the claim (that) the province is unprepared"
    const bool that_clause =
        rel == Deprel::acl_relcl &&
        (reading_.lower(noun + 1) == "that" || reading_.layer.child(child, Deprel::nsubj) != kNoToken);
    out.content = out.content || that_clause || rel == Deprel::acl || rel == Deprel::ccomp ||
                  (rel == Deprel::nmod && marker == "about") || (of && !named);
    const bool owner = rel == Deprel::nmod_poss || (named && (of || rel == Deprel::compound)) ||
                       (rel == Deprel::nmod && (marker == "by" || marker == "from"));
    if (owner) out.owner = child;
  }
  return out;
}

// The word that makes the noun point back, or empty.
std::string_view PointerFinder::determiner(TokenIndex noun) const {
  constexpr std::string_view back[] = {"this", "that", "these", "those", "such", "both", "all"};
  std::string_view found;
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    const auto& word = reading_.lower(child);
    if (word == "such" && child + 1 < reading_.size() && reading_.lower(child + 1) == "as") continue;
    if (is_any(word, back)) return word;
    if (word == "the") found = word;
  }
  return found;
}

// "called the evidence thin": the frame says what is judged.
Pointer PointerFinder::of_frame() const {
  if (draft_.apposed) {
    Pointer out = at(draft_.target);
    if (matter_at(draft_.target) != nullptr) out.kind = matter_at(draft_.target)->kind;
    return out;
  }
  const bool judged = denies_ && draft_.target != kNoToken && matter_at(draft_.target) != nullptr;
  return judged ? pointing(draft_.target) : Pointer{};
}

// "disputes this", "refuted the charge", "dismissed the report as a fabrication", "the claims were rejected".
Pointer PointerFinder::of_object() const {
  constexpr std::string_view pronouns[] = {"this",  "that",  "it",         "them",
                                           "these", "those", "everything", "all"};
  if (!denies_) return {};
  if (!draft_.clausal && draft_.content_head != kNoToken) {
    const TokenIndex head = draft_.content_head;
    // "the allegations, which he denies": what it is relative to.
    const TokenIndex verb = reading_[head].head;
    const bool relative = is_relative(reading_, head) && verb != kNoToken &&
                          reading_[verb].rel == Deprel::acl_relcl && reading_[verb].head != kNoToken;
    if (relative) {
      const TokenIndex antecedent = reading_[verb].head;
      return matter_at(antecedent) != nullptr ? pointing(antecedent) : Pointer{};
    }
    if (reading_[head].xpos == Xpos::WDT) return {};
    if (is_any(reading_.lower(head), pronouns)) return at(head);
    if (matter_at(head) != nullptr) return pointing(head);
  }
  // "calls it a fabrication"
  if (!draft_.clausal && !draft_.content.empty() && reading_.lower(draft_.content.front().first) == "it")
    return at(draft_.content.front().first);
  if (!draft_.negates) return {};
  for (const TokenIndex child : reading_.layer.children_of(draft_.cue_head)) {
    const Deprel rel = reading_[child].rel;
    if (rel != Deprel::obj && rel != Deprel::nsubj_pass) continue;
    if (matter_at(child) != nullptr) return pointing(child);
    // "disputed the timeline"
    if (child == draft_.content_head && !draft_.clausal && reading_[child].upos == Upos::NOUN &&
        !determiner(child).empty()) {
      Pointer out = at(child);
      out.vague = true;
      return out;
    }
  }
  return {};
}

// "what is being claimed"
bool PointerFinder::of_what(TokenIndex verb) const {
  constexpr std::string_view said[] = {"claimed", "alleged", "reported", "suggested", "stated"};
  if (reading_[verb].upos != Upos::VERB || !is_any(reading_.lower(verb), said)) return false;
  const TokenIndex above = reading_[verb].head;
  if (above != kNoToken && reading_.lower(above) == "what") return true;
  for (const TokenIndex child : reading_.layer.children_of(verb)) {
    if (reading_.lower(child) == "what") return true;
  }
  return false;
}

// "That reading won't survive", "higher than the vendor's figure suggests"; of a denial, also "the report was
// wrong". `first`: where the words begin.
Pointer PointerFinder::of_noun(TokenIndex noun, TokenIndex first) const {
  constexpr TokenIndex kReach = 6;
  if (matter_at(noun) == nullptr) return {};
  // "Such attacks can no longer be seen", "these mails are a fraud" speak of things, not of what was said.
  if (!denies_ && (matter_at(noun)->kind == MatterKind::evidence || reading_.lemma(noun) == "attack"))
    return {};
  const auto det = determiner(noun);
  const bool subject = is_subject(reading_[noun].rel);
  const bool plain = det == "the" || det == "both" || det == "all";
  Pointer out = pointing(noun);
  if (det == "such" || (subject && !det.empty() && !plain)) return out;
  for (TokenIndex back = noun; out.owner != kNoToken && back > first && back + kReach > noun; --back) {
    if (reading_.lower(back - 1) != "than") continue;
    out.opposes = true;
    return out;
  }
  const bool object =
      reading_[noun].rel == Deprel::obj && !det.empty() && !plain;  // "recognise that picture"
  return denies_ && ((subject && !det.empty()) || object) ? out : Pointer{};
}

Pointer PointerFinder::of_words() const {
  constexpr std::string_view pronouns[] = {"it", "this", "that", "them", "these"};
  for (const Extent run : draft_.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const auto& word = reading_.lower(token);
      const auto next =
          token + 1 < run.last ? std::string_view(reading_.lower(token + 1)) : std::string_view();
      if (word == "nothing" && next == "of") return at(token);  // "nothing of the kind"
      if (token > run.first && of_what(token)) {
        Pointer out = at(token);
        out.many = true;
        return out;
      }
      // "There is no truth in it."
      const bool truth = word == "no" && next == "truth" && token + 3 < run.last;
      if (truth && is_any(reading_.lower(token + 3), pronouns)) return at(token + 3);
      // "had received no such invitation": whoever spoke of inviting
      const bool such = (word == "no" || (denies_ && word == "any")) && next == "such";
      if (such && token + 2 < run.last && reading_[token + 2].upos == Upos::NOUN &&
          reading_.lemma(token + 2) != "thing") {
        Pointer out = at(token + 2);
        out.such = true;
        if (matter_at(token + 2) != nullptr) out.kind = matter_at(token + 2)->kind;
        return out;
      }
      if (const Pointer found = of_noun(token, run.first); found.token != kNoToken) return found;
    }
  }
  return {};
}

// "Regarding the claim that it uses a fixed key, the firm says that no key is fixed": what stands before
// names what is answered, where the answer has a "not".
Pointer PointerFinder::of_topic() const {
  constexpr std::string_view openings[] = {"regarding", "concerning", "re", "responding", "response"};
  constexpr TokenIndex kReach = 6;
  const bool no =
      std::any_of(passages_.begin(), passages_.end(), [](const Passage& one) { return one.negative; });
  if (!no || draft_.content.empty()) return {};
  const auto& sentence = reading_.layer.sentence(draft_.cue_head);
  const TokenIndex begin = sentence.first;
  const TokenIndex opening = reading_.lower(begin) == "in" ? begin + 1 : begin;
  if (opening >= sentence.last() || !is_any(reading_.lower(opening), openings)) return {};
  for (TokenIndex token = opening + 1; token < std::min(sentence.last(), opening + 1 + kReach); ++token) {
    if (covers(draft_.content, token) || token >= draft_.cue_head) return {};
    const Matter* matter = matter_at(token);
    if (matter == nullptr || matter->kind == MatterKind::evidence) continue;
    Pointer out = pointing(token);
    out.opposes = true;
    return out;
  }
  return {};
}

// "Lodestone misreads the log", "the ministry is exaggerating": whoever is said to err is answered.
Pointer PointerFinder::of_error() const {
  constexpr std::string_view errs[] = {"misread",   "misinterpret", "misunderstand", "misrepresent",
                                       "overstate", "exaggerate",   "distort",       "err"};
  for (const Extent run : draft_.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const bool too_much = reading_.lemma(token) == "read" && token + 2 < run.last &&
                            reading_.lower(token + 1) == "too" && reading_.lower(token + 2) == "much";
      if (reading_[token].upos != Upos::VERB || (!too_much && !is_any(reading_.lemma(token), errs))) continue;
      const TokenIndex subject = reading_.layer.child(token, Deprel::nsubj);
      if (subject == kNoToken || !evidence_.actor_of(subject)) continue;
      Pointer out = at(token);
      out.owner = subject;
      out.opposes = true;
      return out;
    }
  }
  return {};
}

// "This is untrue.", "That is simply not true.", "We disagree."
Pointer PointerFinder::of_demonstrative() const {
  constexpr TokenIndex kBeginning = 3;
  if (!denies_) return {};
  for (const Passage& passage : passages_) {
    const TokenIndex last = std::min(passage.tokens.last, passage.tokens.first + kBeginning);
    for (TokenIndex token = passage.tokens.first; token < last; ++token) {
      const bool this_or_that = reading_.lower(token) == "this" || reading_.lower(token) == "that";
      if (this_or_that && is_subject(reading_[token].rel)) return at(token);
    }
  }
  return draft_.cue_lemma == "disagree" ? at(draft_.cue_head) : Pointer{};
}

}  // namespace

Pointer find_pointer(const Evidence& evidence, const Draft& draft, const Claim& claim,
                     const std::vector<Passage>& passages) {
  return PointerFinder(evidence, draft, claim, passages).find();
}

}  // namespace hearsay::claims
