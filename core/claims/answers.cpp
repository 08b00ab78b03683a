#include "core/claims/answers.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

template <std::size_t N>
bool is_any(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "involve" and "involvement", "transmit" and "transmission": words are compared by their beginnings.
constexpr std::size_t kBeginning = 6;

bool has(const std::vector<Ref<Actor>>& sorted, Ref<Actor> actor) {
  return std::find(sorted.begin(), sorted.end(), actor) != sorted.end();
}

void add(std::vector<Ref<Actor>>& list, Ref<Actor> actor) {
  if (actor && !has(list, actor)) list.push_back(actor);
}

void sort_out(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool first_person(std::string_view word) {
  return word == "we" || word == "us" || word == "our" || word == "i";
}

// Whether a "no" at `token` denies something, and is not "no later than", "not only", "no doubt".
bool denies_there(const Reading& reading, TokenIndex token) {
  constexpr std::string_view words[] = {"not",     "no",     "never",   "n't",     "n\xE2\x80\x99t",
                                        "neither", "nobody", "nothing", "nowhere", "none",
                                        "nor"};
  constexpr std::string_view harmless[] = {"only", "just", "merely", "later",
                                           "more", "less", "doubt",  "least"};
  if (!is_any(reading.lower(token), words)) return false;
  return token + 1 >= reading.size() || !is_any(reading.lower(token + 1), harmless);
}

}  // namespace

Standpoints::Standpoints(const Evidence& evidence, const std::vector<Draft>& drafts,
                         const std::vector<Claim>& claims)
    : evidence_(evidence), drafts_(drafts), claims_(claims), standpoints_(claims.size()) {
  constexpr std::size_t kLookBack = 8;
  const auto& layer = evidence.reading.layer;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Standpoint& one = standpoints_[i];
    one.sentence = layer.sentence_of[drafts[i].cue_head];
    one.block = layer.sentence(drafts[i].cue_head).block;
    one.side = side_of(i);
    add(one.about, claims[i].target);
    add_passages(i, one);
    one.pointer = pointer_of(i);
    const std::size_t to = std::min(claims.size(), i + kLookBack);
    for (std::size_t k = i > kLookBack ? i - kLookBack : 0; k < to; ++k) {
      one.nested = one.nested || (k != i && claims[k].stance != Stance::act &&
                                  covers(drafts[k].content, drafts[i].cue_head));
    }
  }
  count_words();
  for (std::size_t i = 0; i < claims.size(); ++i) pointed_.push_back(find_pointed(i));
}

// "its lawyer", "a spokesman for the ministry", "the firm's head of research": whom the source speaks for.
// "Employees of the firm" and "a critic of the minister" speak for themselves.
Side Standpoints::side_of(std::size_t claim) const {
  constexpr std::string_view voices[] = {
      "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "lawyer",
      "attorney",  "counsel",     "chief",        "ceo",          "head",           "founder",
      "president", "office",      "chairman",     "chairwoman",   "chair",          "director",
      "executive", "minister",    "secretary",    "commissioner", "leader",         "team",
      "statement", "letter",      "report",       "bulletin"};
  const Reading& reading = evidence_.reading;
  Side side;
  add(side.members, claims_[claim].source);
  const TokenIndex head = drafts_[claim].source_head;
  if (head == kNoToken) return side;
  side.word = reading.lemma(head);
  constexpr std::string_view bodies[] = {
      "firm",      "company",    "vendor",  "bank",     "agency",     "ministry",   "manufacturer",
      "developer", "regulator",  "insurer", "hospital", "government", "department", "supplier",
      "operator",  "contractor", "maker",   "board",    "embassy",    "party",      "university"};
  side.noun = is_any(side.word, bodies);
  side.author = first_person(reading.lower(head)) && reading.quotation(head) == nullptr;
  const Runs& words = drafts_[claim].source;
  for (const Extent run : words) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const TokenIndex above = reading[token].head;
      const Deprel rel = reading[token].rel;
      const bool owned =
          rel == Deprel::nmod_poss || rel == Deprel::compound || rel == Deprel::nmod || rel == Deprel::amod;
      if (!owned || above == kNoToken || !is_any(reading.lemma(above), voices)) continue;
      auto actor = evidence_.mentions.headed_by(token);
      if (!actor) actor = evidence_.mentions.covering(token);
      add(side.members, actor);
    }
  }
  return side;
}

bool Standpoints::same_side(const Side& a, const Side& b) const {
  if (a.author && b.author) return true;
  for (const auto one : a.members) {
    for (const auto other : b.members) {
      if (evidence_.same_party(one, other)) return true;
    }
  }
  // "a spokesman" and "the spokesman", whom nothing tells apart.
  return a.members.empty() && b.members.empty() && !a.word.empty() && a.word == b.word;
}

bool Standpoints::unread_pronoun(std::size_t claim) const {
  constexpr std::string_view pronouns[] = {"it", "he", "she", "they"};
  const TokenIndex head = drafts_[claim].source_head;
  return head != kNoToken && standpoints_[claim].side.members.empty() &&
         is_any(evidence_.reading.lower(head), pronouns);
}

std::string_view Standpoints::key_of(std::string_view lemma) const {
  return evidence_.lexicon.meaning(lemma).substr(0, kBeginning);
}

// What a "not" stands on: its head, with what that is done to. Only in a main clause: "firms that did not
// update" says nothing against updating.
void Standpoints::add_negated(TokenIndex negator, Passage& passage) const {
  const Reading& reading = evidence_.reading;
  const TokenIndex head = reading[negator].head;
  if (head == kNoToken || reading[negator].rel == Deprel::discourse) return;
  for (TokenIndex up = head; passage.tokens.first <= up && up < passage.tokens.last;) {
    const Deprel rel = reading[up].rel;
    if (rel == Deprel::advcl || rel == Deprel::acl || rel == Deprel::acl_relcl || rel == Deprel::advcl_relcl)
      return;
    if (reading[up].head == kNoToken) break;
    up = reading[up].head;
  }
  const auto clause = [&](TokenIndex verb, Words& out) {
    for (const TokenIndex child : reading.layer.children_of(verb)) {
      const Deprel rel = reading[child].rel;
      if (rel != Deprel::obj && rel != Deprel::obl && rel != Deprel::xcomp && !is_subject(rel)) continue;
      if (rel == Deprel::nsubj && verb == head) continue;  // who does not do it says nothing of what is done
      out.push_back(key_of(reading.lemma(child)));
      for (const TokenIndex part : reading.layer.children_of(child)) {
        if (reading[part].rel == Deprel::compound || reading[part].rel == Deprel::amod)
          out.push_back(key_of(reading.lemma(part)));
      }
    }
  };
  passage.negated.push_back(key_of(reading.lemma(head)));
  clause(head, passage.objects);
  const bool noun = reading[head].upos == Upos::NOUN;
  for (const TokenIndex child : reading.layer.children_of(head)) {
    const Deprel rel = reading[child].rel;
    // "no customer data left", "no evidence that any file was sold"
    if (noun && (rel == Deprel::compound || rel == Deprel::amod))
      passage.objects.push_back(key_of(reading.lemma(child)));
    if (rel == Deprel::ccomp || rel == Deprel::acl || rel == Deprel::acl_relcl) {
      passage.negated.push_back(key_of(reading.lemma(child)));
      clause(child, passage.objects);
    }
  }
  if (noun && reading[head].head != kNoToken)
    passage.negated.push_back(key_of(reading.lemma(reading[head].head)));
}

void Standpoints::add_passages(std::size_t claim, Standpoint& out) const {
  constexpr std::string_view empty[] = {"be",   "have", "do",   "use",   "make", "say",  "other",
                                        "more", "such", "same", "get",   "give", "take", "come",
                                        "go",   "kind", "that", "there", "whole"};
  const Reading& reading = evidence_.reading;
  const auto& list = evidence_.lexicon.negations;
  for (const Extent run : drafts_[claim].content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const bool fresh =
          token == run.first || !reading.same_sentence(token, token - 1) || reading.word(token - 1) == ";";
      if (fresh) out.passages.push_back({{token, token}, false, {}, {}, {}});
      Passage& passage = out.passages.back();
      passage.tokens.last = token + 1;
      const Phrase* phrase = evidence_.phrase_at(list, token, true);
      const bool untrue = phrase != nullptr && static_cast<Negation>(phrase->kind) == Negation::dismissal;
      const bool no = denies_there(reading, token);
      passage.negative = passage.negative || untrue || no;
      if (no) add_negated(token, passage);
      add(out.about, evidence_.mentions.headed_by(token));
      const Upos tag = reading[token].upos;
      const bool full = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::VERB || tag == Upos::ADJ ||
                        tag == Upos::NUM;
      const auto lemma = reading.lemma(token);
      if (full && !is_any(lemma, empty)) passage.words.push_back(key_of(lemma));
    }
  }
  for (Passage& passage : out.passages) {
    sort_out(passage.words);
    sort_out(passage.negated);
    sort_out(passage.objects);
    out.words.insert(out.words.end(), passage.words.begin(), passage.words.end());
    out.negative = out.negative || passage.negative;
  }
  sort_out(out.words);
}

void Standpoints::count_words() {
  constexpr std::size_t kFewest = 3;  // a word of three claims or fewer is rare in any text
  Words all;
  for (const Standpoint& one : standpoints_) all.insert(all.end(), one.words.begin(), one.words.end());
  std::sort(all.begin(), all.end());
  const std::size_t many = std::max(kFewest, standpoints_.size() / 8);
  for (std::size_t i = 0; i < all.size();) {
    std::size_t k = i;
    while (k < all.size() && all[k] == all[i]) ++k;
    if (k - i > many) common_.push_back(all[i]);
    i = k;
  }
}

int Standpoints::shared(const Words& a, const Words& b) const {
  int points = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      points += std::binary_search(common_.begin(), common_.end(), *x) ? 1 : 2;
      ++x;
      ++y;
    }
  }
  return points;
}

// The words by which an answer points back: what it is said of ("That reading won't survive"), its object
// ("rejected that"), or a comparison ("higher than the vendor's figure suggests").
Pointer Standpoints::pointer_of(std::size_t claim) const {
  const Reading& reading = evidence_.reading;
  const auto& lexicon = evidence_.lexicon;
  const Draft& draft = drafts_[claim];
  const auto at = [](TokenIndex token) {
    Pointer out;
    out.token = token;
    return out;
  };
  const auto matter_at = [&](TokenIndex token) -> const Matter* {
    if (reading[token].upos != Upos::NOUN) return nullptr;
    const Matter* matter = lexicon.matter(reading.lemma(token));
    return matter != nullptr && matter->kind != MatterKind::refused ? matter : nullptr;
  };
  const auto pointing = [&](TokenIndex token) {
    Pointer out = at(token);
    out.kind = matter_at(token)->kind;
    for (const TokenIndex child : reading.layer.children_of(token)) {
      const Deprel rel = reading[child].rel;
      const auto marker = reading.marker(child);
      const bool that_clause =
          rel == Deprel::acl_relcl && token + 1 < reading.size() && reading.lower(token + 1) == "that";
      out.content = out.content || that_clause || rel == Deprel::acl || rel == Deprel::ccomp ||
                    (rel == Deprel::nmod &&
                     (marker == "about" || (marker == "of" && !evidence_.mentions.headed_by(child))));
      if (rel == Deprel::nmod && marker == "of" && evidence_.mentions.headed_by(child)) out.owner = child;
      if (rel == Deprel::compound && evidence_.mentions.headed_by(child)) out.owner = child;
      if (rel == Deprel::nmod_poss || (rel == Deprel::nmod && (marker == "by" || marker == "from")))
        out.owner = child;
    }
    return out;
  };
  const auto determiner = [&](TokenIndex noun) -> std::string_view {
    std::string_view found;
    for (const TokenIndex child : reading.layer.children_of(noun)) {
      const auto& word = reading.lower(child);
      constexpr std::string_view back[] = {"this", "that", "these", "those", "such", "the", "both", "all"};
      if (is_any(word, back) && word != "the") return word;
      if (word == "the") found = word;
    }
    return found;
  };
  const bool denies = claims_[claim].stance == Stance::deny;
  if (draft.apposed) {
    Pointer out = at(draft.target);
    if (matter_at(draft.target) != nullptr) out.kind = matter_at(draft.target)->kind;
    return out;
  }
  // "called the evidence thin": the frame says what is judged.
  if (denies && draft.target != kNoToken && matter_at(draft.target) != nullptr) return pointing(draft.target);
  // "disputes this", "refuted the charge", "denied the claims".
  if (denies && !draft.clausal && draft.content_head != kNoToken) {
    const TokenIndex head = draft.content_head;
    const auto& word = reading.lower(head);
    constexpr std::string_view pronouns[] = {"this",  "that",  "it",         "them",
                                             "these", "those", "everything", "all"};
    if (is_any(word, pronouns)) return at(head);
    if (matter_at(head) != nullptr) return pointing(head);
  }
  if (denies && draft.negates) {
    // "dismissed the report as a fabrication", "the claims were rejected", "disputed the timeline"
    for (const TokenIndex child : reading.layer.children_of(draft.cue_head)) {
      const Deprel rel = reading[child].rel;
      if (rel != Deprel::obj && rel != Deprel::nsubj_pass) continue;
      if (matter_at(child) != nullptr) return pointing(child);
      if (child == draft.content_head && !draft.clausal && reading[child].upos == Upos::NOUN &&
          !determiner(child).empty())
        return at(child);
    }
  }
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const auto& word = reading.lower(token);
      const auto next =
          token + 1 < run.last ? std::string_view(reading.lower(token + 1)) : std::string_view();
      // "nothing of the kind", "nowhere close to what is being claimed"
      if (word == "nothing" && next == "of") return at(token);
      const bool said = reading[token].upos == Upos::VERB && token > run.first &&
                        (reading.lower(token) == "claimed" || reading.lower(token) == "alleged" ||
                         reading.lower(token) == "reported" || reading.lower(token) == "suggested" ||
                         reading.lower(token) == "stated");
      if (said) {
        const TokenIndex above = reading[token].head;
        bool what = above != kNoToken && reading.lower(above) == "what";
        for (const TokenIndex child : reading.layer.children_of(token))
          what = what || reading.lower(child) == "what";
        if (what) {
          Pointer out = at(token);
          out.many = true;
          return out;
        }
      }
      // "had received no such invitation": whoever spoke of inviting
      if (word == "no" && next == "such" && token + 2 < run.last && reading[token + 2].upos == Upos::NOUN) {
        Pointer out = at(token + 2);
        out.such = true;
        if (matter_at(token + 2) != nullptr) out.kind = matter_at(token + 2)->kind;
        return out;
      }
      const Matter* matter = matter_at(token);
      if (matter == nullptr) continue;
      const auto det = determiner(token);
      const bool subject = is_subject(reading[token].rel);
      if (det == "such" || (subject && (det == "this" || det == "that" || det == "these" || det == "those")))
        return pointing(token);
      Pointer owned = pointing(token);
      if (owned.owner != kNoToken && token > run.first) {
        // "higher than the vendor's figure suggests"
        for (TokenIndex back = token; back > run.first && back + 6 > token; --back) {
          if (reading.lower(back - 1) != "than") continue;
          owned.opposes = true;
          return owned;
        }
      }
      if (denies && subject && !det.empty()) return owned;
    }
  }
  // "Lodestone misreads the log", "the ministry is exaggerating": whoever is said to err is answered.
  constexpr std::string_view errs[] = {"misread",   "misinterpret", "misunderstand", "misrepresent",
                                       "mislead",   "overstate",    "exaggerate",    "distort",
                                       "fabricate", "invent",       "lie",           "err"};
  for (const Extent run : draft.content) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      const bool too_much = reading.lemma(token) == "read" && token + 2 < run.last &&
                            reading.lower(token + 1) == "too" && reading.lower(token + 2) == "much";
      if (reading[token].upos != Upos::VERB || (!too_much && !is_any(reading.lemma(token), errs))) continue;
      const TokenIndex subject = reading.layer.child(token, Deprel::nsubj);
      if (subject == kNoToken || !evidence_.actor_of(subject)) continue;
      Pointer out = at(token);
      out.owner = subject;
      out.opposes = true;
      return out;
    }
  }
  // "This is untrue.", "That is simply not true."
  if (denies) {
    for (const Passage& passage : standpoints_[claim].passages) {
      for (TokenIndex token = passage.tokens.first;
           token < std::min(passage.tokens.last, passage.tokens.first + 3); ++token) {
        const bool this_or_that = reading.lower(token) == "this" || reading.lower(token) == "that";
        if (this_or_that && is_subject(reading[token].rel)) return at(token);
      }
    }
    if (draft.cue_lemma == "disagree") return at(draft.cue_head);
  }
  return {};
}

bool Standpoints::answerable(std::size_t claim) const {
  const Claim& one = claims_[claim];
  if (one.stance == Stance::act || one.stance == Stance::question || one.stance == Stance::exempt)
    return false;
  if (one.content.empty()) return false;
  // A refusal to speak is no claim.
  return one.cue_lemma != "decline" && one.cue_lemma != "refuse";
}

// Whether the claim speaks of the side: one of its actors, or, where none was read, the noun it goes by ("the
// firm").
bool Standpoints::concerns(const Standpoint& claim, const Side& side) const {
  const bool noun =
      side.noun && std::binary_search(claim.words.begin(), claim.words.end(), key_of(side.word));
  if (noun) return true;
  for (const auto member : side.members) {
    for (const auto actor : claim.about) {
      if (evidence_.same_party(actor, member)) return true;
    }
  }
  return false;
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
    if (of_such || names(c, d)) prefer_outer(named, c);
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
  return nearest != size() ? nearest : just_said;
}

Fit Standpoints::fit(std::size_t c, std::size_t d) const {
  constexpr int kMostForWords = 6;
  const Standpoint& claim = standpoints_[c];
  const Standpoint& answer = standpoints_[d];
  Fit fit;
  fit.words = std::min(kMostForWords, shared(claim.words, answer.words));
  fit.points = fit.words;
  const bool owned = owned_by(answer.pointer, claim.side);
  const bool accused = claims_[c].target && [&] {
    return std::any_of(answer.side.members.begin(), answer.side.members.end(),
                       [&](Ref<Actor> member) { return evidence_.same_party(claims_[c].target, member); });
  }();
  fit.role = owned || accused || concerns(claim, answer.side) || concerns(answer, claim.side);
  fit.mutual = concerns(claim, answer.side) && concerns(answer, claim.side);
  if (accused || owned)
    fit.points += 3;
  else if (fit.role)
    fit.points += 2;
  if (claims_[c].target && claims_[c].target == claims_[d].target) ++fit.points;
  if (claims_[c].stance == Stance::accuse || claims_[c].stance == Stance::warn) ++fit.points;
  if (fit.words > 0 && claim.negative != answer.negative) ++fit.points;
  const std::uint32_t distance =
      claim.sentence > answer.sentence ? claim.sentence - answer.sentence : answer.sentence - claim.sentence;
  constexpr std::uint32_t kNear = 1;
  constexpr std::uint32_t kBeside = 4;
  constexpr std::uint32_t kFar = 25;
  fit.points += distance <= kNear ? 2 : distance <= kBeside ? 1 : distance > kFar ? -1 : 0;
  // "disputed the group's claim to hold the data", "contradicting a letter in which an official wrote ...".
  const TokenIndex head = drafts_[d].content_head;
  const bool contradicted = drafts_[d].cue_lemma == "contradict" && claim.sentence == answer.sentence &&
                            drafts_[c].cue_head > drafts_[d].cue_head;
  fit.inside =
      contradicted || (!drafts_[d].clausal && claims_[d].stance == Stance::deny &&
                       (covers(drafts_[d].content, drafts_[c].cue_head) ||
                        (head != kNoToken && evidence_.reading.same_sentence(head, drafts_[c].cue_head) &&
                         evidence_.reading[head].upos == Upos::NOUN &&
                         evidence_.reading.layer.dominates(head, drafts_[c].cue_head))));
  if (fit.inside) fit.points += 6;
  return fit;
}

}  // namespace hearsay::claims
