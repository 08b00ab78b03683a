// Who stands behind each claim, what it speaks of, and what speaks for one being the answer to another.
#include "core/claims/answers.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

// "involve" and "involvement", "transmit" and "transmission": words are compared by their beginnings.
constexpr std::size_t kBeginning = 6;

bool has(const std::vector<Ref<Actor>>& sorted, Ref<Actor> actor) {
  return std::find(sorted.begin(), sorted.end(), actor) != sorted.end();
}

void add(std::vector<Ref<Actor>>& list, Ref<Actor> actor) {
  constexpr std::size_t kMost = 32;  // more in one claim are a list
  if (actor && list.size() < kMost && !has(list, actor)) list.push_back(actor);
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
    one.pointer = find_pointer(evidence_, drafts[i], claims[i], one.passages);
    if (one.pointer.content) add_pointed_words(one);
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
      "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "lawyer",     "attorney",
      "counsel",   "ministry",    "embassy",      "government",   "authority",      "chief",      "ceo",
      "head",      "founder",     "president",    "office",       "chairman",       "chairwoman", "chair",
      "director",  "executive",   "minister",     "secretary",    "commissioner",   "leader",     "team",
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
      if (!owned || above == kNoToken ||
          !(is_any(reading.lemma(above), voices) || is_any(reading.lower(above), voices)))
        continue;
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
  // "a spokesman" and "the spokesman", whom nothing tells apart; a name that was read once and once was not.
  return (a.members.empty() || b.members.empty()) && !a.word.empty() && a.word == b.word;
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
  // Who does not know or plan a thing says nothing against it.
  constexpr std::string_view thoughts[] = {"know",   "recall", "remember", "understand", "expect", "plan",
                                           "intend", "want",   "hope",     "discuss",    "believe"};
  if (reading[head].upos == Upos::VERB && is_any(reading.lemma(head), thoughts)) return;
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
  // Of verbs in a row the first has the subject.
  TokenIndex verb = head;
  constexpr int kSteps = 3;
  for (int step = 0; step < kSteps && passage.subject == kNoToken && verb != kNoToken; ++step) {
    for (const TokenIndex child : reading.layer.children_of(verb)) {
      if (is_subject(reading[child].rel)) passage.subject = child;
    }
    verb = reading[verb].rel == Deprel::conj ? reading[verb].head : kNoToken;
  }
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
      // "not unfounded" says that it is so.
      const bool twice = untrue && token > run.first && denies_there(reading, token - 1);
      passage.negative = !twice && (passage.negative || untrue || no);
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

// "dismissed as fiction the allegation that machines had been altered": the words for what was claimed count
// too.
void Standpoints::add_pointed_words(Standpoint& out) const {
  const Reading& reading = evidence_.reading;
  const auto words = reading.layer.subtree(out.pointer.token);
  const TokenIndex last = std::min(words.last, reading.layer.sentence(out.pointer.token).last());
  for (TokenIndex token = out.pointer.token + 1; token < last; ++token) {
    const Upos tag = reading[token].upos;
    if (tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::VERB || tag == Upos::ADJ || tag == Upos::NUM)
      out.words.push_back(key_of(reading.lemma(token)));
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

bool Standpoints::same_subject(const Passage& yes, const Passage& no) const {
  const Reading& reading = evidence_.reading;
  if (no.subject == kNoToken) return false;
  const auto who = evidence_.actor_of(no.subject);
  const bool word = reading[no.subject].upos == Upos::NOUN;
  for (TokenIndex token = yes.tokens.first; token < yes.tokens.last; ++token) {
    if (!is_subject(reading[token].rel)) continue;
    if (who && evidence_.same_party(who, evidence_.actor_of(token))) return true;
    if (word && reading[token].upos == Upos::NOUN &&
        key_of(reading.lemma(token)) == key_of(reading.lemma(no.subject)))
      return true;
  }
  return false;
}

bool Standpoints::says_done(const Passage& yes, const Passage& no) const {
  const Reading& reading = evidence_.reading;
  const auto has_word = [&](const Words& list, TokenIndex token) {
    return std::binary_search(list.begin(), list.end(), key_of(reading.lemma(token)));
  };
  for (TokenIndex token = yes.tokens.first; token < yes.tokens.last; ++token) {
    if (!has_word(no.negated, token) || reading[token].upos == Upos::AUX) continue;
    for (const TokenIndex child : reading.layer.children_of(token)) {
      const Deprel rel = reading[child].rel;
      const bool argument = is_subject(rel) || rel == Deprel::obj || rel == Deprel::obl ||
                            rel == Deprel::nmod || rel == Deprel::xcomp;
      if (argument && has_word(no.objects, child)) return true;
    }
  }
  return false;
}

bool Standpoints::answerable(std::size_t claim) const {
  const Claim& one = claims_[claim];
  if (one.stance == Stance::act || one.stance == Stance::question || one.stance == Stance::exempt)
    return false;
  if (one.content.empty()) return false;
  // "does not say whether it was": nothing is said that an answer could deny.
  if (drafts_[claim].cue_negated && !drafts_[claim].negates && one.stance == Stance::state) return false;
  // What was proposed or asked for is accepted or refused.
  constexpr std::string_view asks[] = {"propose", "offer", "request", "ask", "proposal"};
  if (one.stance == Stance::advise && is_any(one.cue_lemma, asks)) return false;
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
  // "rejected the idea that ..., saying ...": who rejects goes on to speak.
  const TokenIndex cue = drafts_[c].cue_head;
  const bool and_said = cue > 0 && evidence_.reading.lower(cue - 1) == "and";
  const bool goes_on =
      and_said || (evidence_.reading[cue].xpos == Xpos::VBG && evidence_.reading[cue].rel == Deprel::advcl);
  // "denied paying the ransom that they demanded": a demand may be met or not, it is no claim.
  const bool demand = claims_[c].stance == Stance::advise;
  fit.inside =
      contradicted || (!goes_on && !demand && !drafts_[d].clausal && claims_[d].stance == Stance::deny &&
                       (covers(drafts_[d].content, drafts_[c].cue_head) ||
                        (head != kNoToken && evidence_.reading.same_sentence(head, drafts_[c].cue_head) &&
                         evidence_.reading[head].upos == Upos::NOUN &&
                         evidence_.reading.layer.dominates(head, drafts_[c].cue_head))));
  if (fit.inside) fit.points += 6;
  return fit;
}

}  // namespace hearsay::claims
