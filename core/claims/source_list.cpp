// Where the text has its claims from: outlets it cites, documents it leans on, statements made to it, and
// people it does not name.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// Papers that a text leans on, beyond those of basis.tsv that a claim is hung on.
constexpr std::string_view kPapers[] = {
    "report",        "letter",     "memo",      "memorandum", "document",   "filing",     "email",
    "e-mail",        "indictment", "affidavit", "complaint",  "contract",   "advisory",   "bulletin",
    "directive",     "notice",     "minutes",   "summary",    "order",      "ruling",     "determination",
    "judgment",      "judgement",  "audit",     "invoice",    "screenshot", "transcript", "recording",
    "log",           "paper",      "study",     "analysis",   "review",     "warning",    "resolution",
    "reply",         "post",       "paperwork", "record",     "photograph", "video",      "guide",
    "documentation", "decision",   "note",      "file",       "spreadsheet"};

bool is_paper(const Reading& reading, TokenIndex token) {
  return is_any(reading.lemma(token), kPapers) || reading.lower(token) == "minutes";
}

class SourceList {
 public:
  SourceList(const Evidence& evidence, const std::vector<Draft>& drafts, const std::vector<Claim>& claims)
      : evidence_(evidence), reading_(evidence.reading), drafts_(drafts), claims_(claims) {}

  std::vector<SourceEntry> make() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].stance == Stance::act) continue;
      add_outlets(i);
      add_bases(i);
      add_speaker(i);
    }
    for (const auto& sentence : reading_.layer.sentences) add_papers(sentence);
    return std::move(entries_);
  }

 private:
  struct Key {
    Ref<Actor> actor;
    SourceKind kind;
    std::string_view word;  // for papers: the noun, so that a firm's letter and its filing are two
  };

  SourceEntry& entry(Ref<Actor> actor, SourceKind kind, std::string_view word) {
    constexpr std::size_t kMostEntries = 64;  // a text has few; bounds the search
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const Key& key = keys_[i];
      if (key.kind == kind && key.actor == actor && key.word == word) return entries_[i];
    }
    if (keys_.size() >= kMostEntries) return spare_;
    keys_.push_back({actor, kind, word});
    entries_.push_back({actor, kind, {}, {}, true});
    return entries_.back();
  }

  static void note(SourceEntry& item, Ref<Claim> claim, Span span) {
    constexpr std::size_t kMostEvidence = 32;  // enough to show
    if (claim && (item.claims.empty() || item.claims.back() != claim)) item.claims.push_back(claim);
    if (!span.empty() && item.evidence.size() < kMostEvidence &&
        std::find(item.evidence.begin(), item.evidence.end(), span) == item.evidence.end())
      item.evidence.push_back(span);
  }

  void add_outlets(std::size_t i);
  void add_bases(std::size_t i);
  void add_speaker(std::size_t i);
  void add_papers(const language::Sentence& sentence);
  void add_described_outlet(TokenIndex token, TokenIndex last);
  [[nodiscard]] Span name_at(TokenIndex token) const;
  void add_paper(TokenIndex noun, Ref<Claim> claim, Ref<Actor> fallback);
  [[nodiscard]] Span name_of_paper(TokenIndex noun) const;
  [[nodiscard]] bool may_own(Ref<Actor> actor) const;
  [[nodiscard]] Ref<Actor> owner_of(TokenIndex noun) const;
  [[nodiscard]] bool leant_on(TokenIndex noun) const;
  [[nodiscard]] Extent phrase_of(TokenIndex head) const;
  [[nodiscard]] bool unnamed_person(TokenIndex head) const;
  [[nodiscard]] Span nearest_mention(Ref<Actor> actor, std::uint32_t to) const;

  const Evidence& evidence_;
  const Reading& reading_;
  const std::vector<Draft>& drafts_;
  const std::vector<Claim>& claims_;
  std::vector<Key> keys_;
  std::vector<SourceEntry> entries_;
  SourceEntry spare_;
};

Span SourceList::nearest_mention(Ref<Actor> actor, std::uint32_t to) const {
  Span nearest;
  const auto& mentions = evidence_.actors[actor.index()].mentions;
  const auto after =
      std::lower_bound(mentions.begin(), mentions.end(), to,
                       [](const Mention& item, std::uint32_t at) { return item.span.begin < at; });
  if (after != mentions.end()) nearest = after->span;
  if (after != mentions.begin()) {
    const Span before = (after - 1)->span;
    if (nearest.empty() || to - before.begin < nearest.begin - to) nearest = before;
  }
  return nearest;
}

// The source itself, an outlet named within the words for it ("reports in the daily X"), and who relays it.
void SourceList::add_outlets(std::size_t i) {
  const Claim& claim = claims_[i];
  const Ref<Claim> ref(i);
  if (evidence_.is_kind(claim.source, ActorKind::outlet) && !claim.source_spans.empty())
    note(entry(claim.source, SourceKind::outlet, {}), ref, claim.source_spans.front());
  const auto within = [&](const Runs& runs) {
    for (const Extent run : runs) {
      for (TokenIndex token = run.first; token < run.last; ++token) {
        const auto actor = evidence_.mentions.headed_by(token);
        if (evidence_.is_kind(actor, ActorKind::outlet) && actor != claim.source)
          note(entry(actor, SourceKind::outlet, {}), ref, nearest_mention(actor, reading_[token].span.begin));
      }
    }
  };
  within(drafts_[i].source);
  within(drafts_[i].antecedent);
  for (const auto outlet : claim.via) {
    if (!evidence_.is_kind(outlet, ActorKind::outlet)) continue;
    const Span span = nearest_mention(outlet, claim.cue.empty() ? 0 : claim.cue.front().begin);
    if (span.empty()) continue;
    auto& item = entry(outlet, SourceKind::outlet, {});
    note(item, ref, span);
    // What another body said to it is that body's word, not a second witness.
    if (claim.source) item.independent = false;
  }
}

void SourceList::add_bases(std::size_t i) {
  const Claim& claim = claims_[i];
  for (const Basis& basis : claim.basis) {
    const bool paper = basis.kind == BasisKind::document || basis.kind == BasisKind::report;
    if (!paper && basis.kind != BasisKind::statement) continue;
    for (const Span span : basis.evidence) {
      const TokenIndex last = reading_.layer.token_at(span.end - 1);
      if (basis.kind == BasisKind::statement) {
        if (claim.source) note(entry(claim.source, SourceKind::statement, {}), Ref<Claim>(i), span);
      } else if (last < reading_.size() && is_paper(reading_, last)) {
        // "officials with knowledge of the review" lean on no review.
        if (basis.kind == BasisKind::report && !leant_on(last)) continue;
        add_paper(last, Ref<Claim>(i), claim.source);
      } else if (basis.kind == BasisKind::document) {
        note(entry(claim.source, SourceKind::document, {}), Ref<Claim>(i), span);
      }
    }
  }
}

// "a senior official", "two people familiar with the matter", "one of them": people whom the text keeps
// unnamed.
bool SourceList::unnamed_person(TokenIndex head) const {
  constexpr std::string_view people[] = {
      "official",  "employee",   "people",        "person",     "source",    "insider", "diplomat",
      "executive", "staff",      "staffer",       "engineer",   "aide",      "worker",  "member",
      "officer",   "manager",    "colleague",     "contractor", "adviser",   "advisor", "analyst",
      "expert",    "technician", "whistleblower", "soldier",    "prosecutor"};
  constexpr std::string_view counts[] = {"a",    "an",      "one",  "two",      "three",   "four",
                                         "five", "several", "some", "multiple", "another", "both"};
  constexpr std::string_view signs[] = {"anonymity", "anonymous", "unnamed", "anonymously"};
  constexpr std::string_view knows[] = {"familiar", "knowledge", "close", "briefed", "involved"};
  const auto lemma = reading_.lemma(head);
  const bool one_of_them = reading_.lower(head) == "one" || reading_.lower(head) == "two";
  if (!is_any(lemma, people) && !one_of_them) return false;
  const auto actor = evidence_.mentions.headed_by(head);
  if (actor && std::any_of(evidence_.actors[actor.index()].mentions.begin(),
                           evidence_.actors[actor.index()].mentions.end(),
                           [](const Mention& mention) { return mention.form == MentionForm::name; }))
    return false;
  if (lemma == "source" || lemma == "insider" || lemma == "whistleblower") return true;
  bool counted = false;
  for (const TokenIndex child : reading_.layer.children_of(head)) {
    const Deprel rel = reading_[child].rel;
    if (rel == Deprel::appos || rel == Deprel::flat) return false;  // named after all
    if (is_any(reading_.lower(child), counts)) counted = true;
  }
  const auto& sentence = reading_.layer.sentence(head);
  bool hidden = false;
  bool in_the_know = false;
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    hidden = hidden || is_any(reading_.lower(token), signs);
    const bool passive = reading_.lower(token) == "named" || reading_.lower(token) == "identified" ||
                         reading_.lower(token) == "authorised" || reading_.lower(token) == "authorized";
    // "who asked not to be named", "not authorised to speak"
    for (TokenIndex back = token; passive && back > sentence.first && back + 5 > token; --back)
      hidden = hidden || reading_.lower(back - 1) == "not";
    in_the_know = in_the_know || (token > head && token < head + 4 && is_any(reading_.lower(token), knows));
  }
  if (hidden || in_the_know) return true;
  if (one_of_them) return false;
  constexpr std::string_view quiet[] = {"official", "employee", "diplomat", "executive", "aide", "staffer"};
  return counted && is_any(lemma, quiet);
}

// The noun phrase of `head` up to what only tells more of it: "Two employees in the firm's IT wing", without
// ", who did not want to be named".
Extent SourceList::phrase_of(TokenIndex head) const {
  const auto subtree = reading_.layer.subtree(head);
  TokenIndex first = std::min(subtree.first, head);
  while (first < head && (reading_[first].upos == Upos::ADP || reading_.lower(first) == "according")) ++first;
  TokenIndex last = head + 1;
  const auto ends = [&](TokenIndex token) {
    const Xpos form = reading_[token].xpos;
    return reading_.lower(token) == "," || is_relative(reading_, token) || is_dash(reading_.word(token)) ||
           reading_.word(token) == "(" || form == Xpos::VBG || form == Xpos::VBN;
  };
  while (last < subtree.last && !ends(last)) ++last;
  // "a person familiar with the matter", wherever the tree hangs "familiar"
  const TokenIndex end = std::min(reading_.layer.sentence(head).last(), head + 7);
  if (last == head + 1 && last < end && reading_.lower(last) == "familiar") {
    TokenIndex noun = last;
    while (noun < end && reading_[noun].upos != Upos::NOUN && !ends(noun)) ++noun;
    if (noun < end && reading_[noun].upos == Upos::NOUN) last = noun + 1;
  }
  return {first, last};
}

// Who is not named; who speaks in their own words; media that are not named.
void SourceList::add_speaker(std::size_t i) {
  constexpr std::string_view media[] = {"newspaper", "media", "outlet", "press", "broadcaster"};
  const Claim& claim = claims_[i];
  const Ref<Claim> ref(i);
  const TokenIndex head = drafts_[i].source_head;
  if (head == kNoToken || claim.source_spans.empty()) return;
  const bool nominal = reading_[head].upos == Upos::NOUN || reading_[head].upos == Upos::NUM;
  // "They said": who they are stands before.
  TokenIndex person = head;
  if (reading_[head].upos == Upos::PRON && claim.source) {
    for (const Mention& mention : evidence_.actors[claim.source.index()].mentions) {
      if (mention.form != MentionForm::nominal) continue;
      person = mention.head;
      break;
    }
  }
  const bool told_of = person != head || nominal;
  if (claim.voice == Voice::anonymous || (told_of && unnamed_person(person))) {
    const Span span = told_of ? reading_.span(phrase_of(person)) : claim.source_spans.front();
    note(entry(claim.source, SourceKind::anonymous, claim.source ? std::string_view() : reading_.word(head)),
         ref, span);
    return;
  }
  if (nominal && !claim.source && is_any(reading_.lemma(head), media)) {
    note(entry({}, SourceKind::outlet, reading_.lemma(head)), ref, reading_.span(phrase_of(head)));
    return;
  }
  if (nominal && is_paper(reading_, head)) add_paper(head, ref, claim.source);
  // What a body or a person says is a statement.
  const auto& word = reading_.lower(head);
  const bool own_voice = word == "we" || word == "our" || drafts_[i].by_issuer;
  const bool somebody = evidence_.is_kind(claim.source, ActorKind::organization) ||
                        evidence_.is_kind(claim.source, ActorKind::government) ||
                        evidence_.is_kind(claim.source, ActorKind::person);
  constexpr std::string_view says[] = {"say", "tell", "state", "announce", "confirm"};
  const bool gives = claim.attribution != Attribution::indirect ||
                     (is_any(claim.cue_lemma, says) && claim.voice == Voice::first_hand);
  if (somebody && gives && !drafts_[i].cue_negated && claim.voice != Voice::anonymous && !own_voice &&
      !is_document(reading_.lemma(head)))
    note(entry(claim.source, SourceKind::statement, {}), ref, claim.source_spans.front());
}

// "internal e-mails", "court filing"; not "41-page" and the like.
Span SourceList::name_of_paper(TokenIndex noun) const {
  TokenIndex first = noun;
  while (first > 0 && reading_.same_sentence(first - 1, noun)) {
    const TokenIndex before = first - 1;
    const Deprel rel = reading_[before].rel;
    const Upos tag = reading_[before].upos;
    if (reading_[before].head != noun || (rel != Deprel::compound && rel != Deprel::amod)) break;
    if (tag != Upos::NOUN && tag != Upos::ADJ) break;
    constexpr std::string_view vague[] = {"full",     "final",    "first",        "last",  "earlier", "new",
                                          "recent",   "previous", "same",         "page",  "own",     "word",
                                          "separate", "second",   "confidential", "leaked"};
    if (is_any(reading_.lower(before), vague)) break;
    first = before;
  }
  return reading_.span({first, noun + 1});
}

bool SourceList::may_own(Ref<Actor> actor) const {
  switch (evidence_.actors[actor.index()].kind) {
    case ActorKind::person:
    case ActorKind::organization:
    case ActorKind::government:
    case ActorKind::outlet:
      return true;
    default:
      return false;
  }
}

Ref<Actor> SourceList::owner_of(TokenIndex noun) const {
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    const Deprel rel = reading_[child].rel;
    const auto marker = reading_.marker(child);
    const bool owner = rel == Deprel::nmod_poss || rel == Deprel::compound ||
                       (rel == Deprel::nmod && (marker == "by" || marker == "from" || marker == "of"));
    if (!owner) continue;
    if (const auto actor = evidence_.actor_of(child); actor && may_own(actor)) return actor;
  }
  return {};
}

void SourceList::add_paper(TokenIndex noun, Ref<Claim> claim, Ref<Actor> fallback) {
  // "a paper-trail audit", "told the paper"
  const TokenIndex above = reading_[noun].head;
  if (reading_[noun].rel == Deprel::compound || (above != kNoToken && reading_.lemma(above) == "tell"))
    return;
  const auto owner = owner_of(noun);
  auto actor = owner ? owner : fallback;
  const Span name = name_of_paper(noun);
  // "its records" are nobody's word; "shipping records" are papers.
  if (reading_.lemma(noun) == "record" && name == reading_[noun].span) return;
  // A newspaper's report is the newspaper; it stands there as an outlet.
  if (evidence_.is_kind(actor, ActorKind::outlet) && owner == actor) {
    note(entry(actor, SourceKind::outlet, {}), claim, reading_[noun].span);
    return;
  }
  if (!owner && evidence_.is_kind(actor, ActorKind::outlet)) actor = {};
  // Noted already with whose it is.
  for (std::size_t i = 0; i < keys_.size() && !claim; ++i) {
    const auto& seen = entries_[i].evidence;
    if (keys_[i].kind == SourceKind::document && std::find(seen.begin(), seen.end(), name) != seen.end())
      return;
  }
  auto& item = entry(actor, SourceKind::document, reading_.lemma(noun));
  note(item, claim, name);
}

// Whether the text leans on the paper: cites it, has it from it, has seen it.
bool SourceList::leant_on(TokenIndex noun) const {
  constexpr std::string_view leaning[] = {"cite", "quote", "see",  "obtain", "review", "examine",
                                          "leak", "rest",  "rely", "base",   "accord"};
  constexpr std::string_view telling[] = {"show",  "reveal", "suggest",  "indicate", "say",
                                          "state", "find",   "conclude", "warn",     "describe",
                                          "list",  "claim",  "allege"};
  const TokenIndex head = reading_[noun].head;
  const auto marker = reading_.marker(noun);
  const auto& sentence = reading_.layer.sentence(noun);
  // "based on shipping records, internal e-mails and ..."
  if (reading_[noun].rel == Deprel::conj && head != kNoToken && head < noun && is_paper(reading_, head) &&
      reading_[head].rel != Deprel::conj)
    return leant_on(head);
  // "according to a letter", "based on 212 shipping records, internal e-mails and ..."
  constexpr std::string_view grounds[] = {"according", "based", "citing", "cites", "cited", "quoting"};
  constexpr TokenIndex kReach = 10;
  for (TokenIndex back = noun; back > sentence.first && back + kReach > noun; --back) {
    if (is_any(reading_.lower(back - 1), grounds)) return true;
    if (is_finite(reading_, back - 1)) break;
  }
  for (const TokenIndex child : reading_.layer.children_of(noun)) {
    // "a letter seen by", "minutes obtained by"
    const Deprel rel = reading_[child].rel;
    if ((rel == Deprel::acl || rel == Deprel::acl_relcl) && is_any(reading_.lemma(child), leaning))
      return true;
  }
  if (head == kNoToken || !reading_.is_verbal(head)) return false;
  const Deprel rel = reading_[noun].rel;
  if (rel == Deprel::nsubj && is_any(reading_.lemma(head), telling)) return true;
  // "claimed in a post that"
  const Cue* cue = evidence_.lexicon.cue(CuePos::verb, evidence_.lexicon.verb_base(reading_.lower(head)));
  if (cue != nullptr && cue->strength != Strength::weak && rel == Deprel::obl && marker == "in") return true;
  if (!is_any(reading_.lemma(head), leaning)) return false;
  return rel == Deprel::obj || rel == Deprel::nsubj_pass ||
         (rel == Deprel::obl && (marker == "on" || marker == "in" || marker == "to"));
}

// The run of capitalised names around the token.
Span SourceList::name_at(TokenIndex token) const {
  const auto named = [&](TokenIndex at) {
    return reading_[at].upos == Upos::PROPN && reading_.same_sentence(at, token);
  };
  TokenIndex first = token;
  TokenIndex last = token + 1;
  while (first > 0 && named(first - 1)) --first;
  while (last < reading_.size() && named(last)) ++last;
  return reading_.span({first, last});
}

// "the daily Jadranski Glas", "the newsletter Plaintext Weekly": the word before the name says what it is.
void SourceList::add_described_outlet(TokenIndex token, TokenIndex last) {
  constexpr std::string_view media[] = {"daily",    "weekly",      "newspaper", "newsletter",
                                        "magazine", "broadcaster", "tabloid"};
  if (!is_any(reading_.lower(token), media) || reading_[token].upos == Upos::PROPN) return;
  if (token + 1 >= last || reading_[token + 1].upos != Upos::PROPN) return;
  const Span name = name_at(token + 1);
  auto actor = evidence_.mentions.covering(token + 1);
  if (evidence_.is_kind(actor, ActorKind::place) || evidence_.is_kind(actor, ActorKind::government))
    actor = {};
  note(entry(actor, SourceKind::outlet,
             evidence_.is_kind(actor, ActorKind::outlet) ? std::string_view() : reading_.word(token + 1)),
       {}, name);
}

void SourceList::add_papers(const language::Sentence& sentence) {
  constexpr std::uint32_t kLongestProse = 400;
  if (sentence.count > kLongestProse) return;
  const BlockKind kind = reading_.document.blocks()[sentence.block].kind;
  if (kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::table_row) return;
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    add_described_outlet(token, sentence.last());
    if (reading_[token].upos != Upos::NOUN) continue;
    const auto lemma = reading_.lemma(token);
    const TokenIndex above = reading_[token].head;
    constexpr std::string_view gives[] = {"cite", "quote", "supply", "leak", "provide", "share"};
    const bool cited = above != kNoToken && is_any(reading_.lemma(above), gives);
    // "The Lantern, which has seen minutes of the meeting"
    if (is_paper(reading_, token) && reading_[token].rel == Deprel::obj && above != kNoToken &&
        reading_[above].rel == Deprel::acl_relcl && reading_[above].head != kNoToken) {
      const TokenIndex seer = reading_[above].head;
      constexpr std::string_view sees[] = {"see", "obtain", "review"};
      const bool saw = is_any(reading_.lemma(above), sees);
      const auto actor = evidence_.actor_of(seer);
      if (saw && reading_[seer].upos == Upos::PROPN && actor &&
          !evidence_.is_kind(actor, ActorKind::person) && !evidence_.is_kind(actor, ActorKind::government))
        note(entry(actor, SourceKind::outlet, {}), {}, nearest_mention(actor, reading_[seer].span.begin));
    }
    if (cited && unnamed_person(token)) {
      note(entry(evidence_.mentions.headed_by(token), SourceKind::anonymous, reading_.word(token)), {},
           reading_.span(phrase_of(token)));
    }
    if (is_paper(reading_, token) && leant_on(token)) add_paper(token, {}, {});
    // "Reports in the daily X", "the account in X": the outlet.
    if (!is_paper(reading_, token) && lemma != "story" && lemma != "article") continue;
    for (const TokenIndex child : reading_.layer.children_of(token)) {
      const auto marker = reading_.marker(child);
      if (reading_[child].rel != Deprel::nmod || (marker != "in" && marker != "by" && marker != "from"))
        continue;
      auto actor = evidence_.mentions.headed_by(child);
      if (!actor) actor = evidence_.actor_of(child);
      if (evidence_.is_kind(actor, ActorKind::outlet))
        note(entry(actor, SourceKind::outlet, {}), {}, nearest_mention(actor, reading_[child].span.begin));
    }
  }
}

}  // namespace

std::vector<SourceEntry> list_sources(const Evidence& evidence, const std::vector<Draft>& drafts,
                                      const std::vector<Claim>& claims) {
  return SourceList(evidence, drafts, claims).make();
}

}  // namespace hearsay::claims
