// How an answer points back at a claim, and which claim it means: "the finding", "that reading", "no such
// warning", "higher than the vendor's figure", "nowhere close to what is being claimed".
#include <algorithm>

#include "core/claims/answers.hpp"
#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

template <std::size_t N>
bool is_any(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

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

// Whether claim `c` is of the kind that the pointer of `d` names.
bool Standpoints::suits(std::size_t c, std::size_t d) const {
  const Stance stance = claims_[c].stance;
  const bool asserted = stance == Stance::state || stance == Stance::assess;
  switch (standpoints_[d].pointer.kind) {
    case MatterKind::accusation:
      return stance == Stance::accuse || stance == Stance::warn ||
             (asserted && concerns(standpoints_[c], standpoints_[d].side));
    case MatterKind::assessment:
      return asserted || stance == Stance::accuse || stance == Stance::warn;
    case MatterKind::warning:
      return stance != Stance::deny && stance != Stance::state;
    case MatterKind::advice:
      return stance == Stance::advise || stance == Stance::warn || stance == Stance::assess;
    case MatterKind::evidence:
      return stance != Stance::advise && stance != Stance::deny;
    case MatterKind::claim:
    case MatterKind::refused:
      return true;
  }
  return true;
}

bool Standpoints::owned_by(const Pointer& pointer, const Side& side) const {
  if (pointer.owner == kNoToken) return false;
  const auto owner = evidence_.actor_of(pointer.owner);
  for (const auto member : side.members) {
    if (owner && evidence_.same_party(owner, member)) return true;
  }
  return evidence_.reading.lemma(pointer.owner) == side.word;
}

// Whether claim `c` is made in the words by which `d` points back: "warned" and "the warning", "In a ruling
// it said" and "the ruling".
bool Standpoints::names(std::size_t c, std::size_t d) const {
  const Reading& reading = evidence_.reading;
  const Pointer& pointer = standpoints_[d].pointer;
  if (pointer.token == kNoToken) return false;
  const auto noun = reading.lemma(pointer.token);
  const Upos tag = reading[pointer.token].upos;
  if ((tag != Upos::NOUN && !pointer.many) || noun.size() < 4) return false;
  const std::string_view cue = drafts_[c].cue_lemma;
  constexpr std::size_t kStem = 4;
  if (cue.substr(0, kStem) == noun.substr(0, kStem)) return true;
  const auto& sentence = reading.layer.sentence(drafts_[c].cue_head);
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (token != pointer.token && reading.lemma(token) == noun && !covers(drafts_[c].content, token))
      return true;
  }
  return false;
}

std::size_t Standpoints::find_pointed(std::size_t d) const {
  constexpr std::size_t kLookBack = 24;
  constexpr std::uint32_t kSentences = 6;
  constexpr std::uint32_t kJustNow = 2;
  constexpr std::uint32_t kBlocks = 3;
  constexpr std::size_t kFewestWords = 5;        // of a claim that is no clause
  constexpr std::uint32_t kNamedSentences = 24;  // what is named may lie further back
  const Standpoint& answer = standpoints_[d];
  const Pointer& pointer = answer.pointer;
  if (pointer.token == kNoToken) return size();
  if (drafts_[d].apposed) {
    std::size_t any = size();
    for (std::size_t c = d; c-- > 0 && standpoints_[c].sentence == answer.sentence;) {
      if (!answerable(c) || claims_[c].stance == Stance::deny || drafts_[c].cue_head > pointer.token)
        continue;
      if (claims_[c].stance == Stance::accuse || (pointer.kind != MatterKind::accusation && suits(c, d)))
        return c;
      if (any == size()) any = c;
    }
    return any;
  }
  std::size_t nearest = size();
  std::size_t named = size();
  std::size_t owned = size();
  int owned_words = 0;  // of the claims of the one it names, that which shares most words
  std::size_t just_said = size();
  const auto prefer_outer = [&](std::size_t& kept, std::size_t c) {
    if (kept == size() || (standpoints_[kept].nested && covers(drafts_[c].content, drafts_[kept].cue_head)))
      kept = c;
  };
  for (std::size_t step = 1; step <= std::min(kLookBack, d); ++step) {
    const std::size_t c = d - step;
    const Standpoint& claim = standpoints_[c];
    if (!answerable(c) || covers(drafts_[c].content, drafts_[d].cue_head)) continue;
    const bool whose = owned_by(pointer, claim.side);
    // Where both were read as one party, "the vendor's figure" still is the vendor's.
    const bool asserts = drafts_[c].clausal || claims_[c].stance == Stance::accuse ||
                         claims_[c].stance == Stance::assess || claims_[c].stance == Stance::warn;
    if (whose && asserts && claim.side.word != answer.side.word) {
      const int words = shared(claim.words, answer.words);
      if (owned != size() && words > owned_words) owned = size();
      if (owned == size()) owned_words = words;
      prefer_outer(owned, c);
    }
    if (claims_[c].stance == Stance::deny || same_side(claim.side, answer.side)) continue;
    if (unread_pronoun(c) && claim.sentence == answer.sentence) continue;
    // "denied all charges": what was just said of him, where nobody accuses.
    constexpr std::uint32_t kJustSaid = 2;
    const bool stated = claims_[c].stance == Stance::state || claims_[c].stance == Stance::assess;
    if (pointer.kind == MatterKind::accusation && stated && drafts_[c].clausal &&
        claim.sentence + kJustSaid >= answer.sentence && claim.sentence < answer.sentence)
      prefer_outer(just_said, c);
    if ((!pointer.such && !suits(c, d)) || claim.sentence + kNamedSentences < answer.sentence) continue;
    const bool says_something =
        drafts_[c].clausal || claims_[c].stance != Stance::state || claim.words.size() >= kFewestWords;
    if (!says_something) continue;
    const bool of_such = pointer.such && std::binary_search(claim.words.begin(), claim.words.end(),
                                                            key_of(evidence_.reading.lemma(pointer.token)));
    // "denied any such attack": whoever is accused of one, before whoever speaks of one.
    const bool rather = of_such && named != size() && claims_[c].stance == Stance::accuse &&
                        claims_[named].stance != Stance::accuse &&
                        claim.sentence + kSentences >= answer.sentence;
    if (rather) named = c;
    if (of_such || names(c, d)) prefer_outer(named, c);
    // "This" is what was said just now; "the finding" may lie further back.
    const bool pronoun = evidence_.reading[pointer.token].upos == Upos::PRON;
    if (pointer.vague && claim.sentence + 1 < answer.sentence) continue;
    if (pronoun && claim.sentence + kJustNow < answer.sentence) continue;
    if (claim.sentence + kSentences >= answer.sentence && claim.block + kBlocks >= answer.block)
      prefer_outer(nearest, c);
  }
  if (pointer.owner != kNoToken) return owned;
  if (named != size()) return named;
  // "The screenshots are forged": only who spoke of screenshots; "the evidence" may be anybody's.
  constexpr std::string_view any_evidence[] = {"evidence", "proof", "paper", "document"};
  const bool certain =
      pointer.kind == MatterKind::evidence && !is_any(evidence_.reading.lemma(pointer.token), any_evidence);
  if (certain) return size();
  if (nearest != size()) return nearest;
  if (just_said != size()) return just_said;
  // A headline or a lead denies what the text tells after it.
  constexpr std::uint32_t kLead = 3;
  constexpr std::size_t kAhead = 10;
  if (pointer.kind != MatterKind::accusation || answer.sentence > kLead) return size();
  for (std::size_t c = d + 1; c < std::min(size(), d + kAhead); ++c) {
    if (claims_[c].stance == Stance::accuse && !standpoints_[c].nested &&
        !same_side(standpoints_[c].side, answer.side))
      return c;
  }
  return size();
}

}  // namespace hearsay::claims
