// Whose words a document in the first person plural is: the firm that makes the statement, the laboratory
// whose blog it is. There "we" is that body, and what the text asserts is its claim.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// A report in which somebody says "we" now and then is no statement: the words must run through the text.
bool speaks_as_we(const Reading& reading) {
  constexpr std::uint32_t kFewest = 5;
  constexpr std::uint32_t kWordsForEach = 120;
  std::uint32_t own = 0;
  std::uint32_t words = 0;
  for (TokenIndex token = 0; token < reading.size(); ++token) {
    if (reading.is_punctuation(token) || reading.quotation(token) != nullptr) continue;
    ++words;
    own += is_we(reading.lower(token)) ? 1U : 0U;
  }
  return own >= kFewest && own * kWordsForEach >= words;
}

// How strongly this place says that the document is the body's own: "Statement by X", "X statement",
// "About X", a line at the head that begins with the name.
int sign_at(const Reading& reading, const Mention& mention) {
  constexpr std::string_view papers[] = {"statement", "release", "blog", "response",
                                         "letter",    "update",  "post"};
  constexpr std::uint32_t kHead = 6;  // blocks that may hold a byline
  const TokenIndex first = reading.layer.token_at(mention.span.begin);
  if (first >= reading.size()) return 0;
  const auto& sentence = reading.layer.sentence(first);
  const TokenIndex before = first > sentence.first ? first - 1 : kNoToken;
  if (is_heading(reading, sentence)) {
    const bool about = before == sentence.first && reading.lower(before) == "about";
    if (about) return 3;
    for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
      if (!is_any(reading.lemma(token), papers) && !is_any(reading.lower(token), papers)) continue;
      const bool by =
          before != kNoToken && (reading.lower(before) == "by" || reading.lower(before) == "from");
      if (by || token > first) return 3;
    }
    return 0;
  }
  return sentence.block < kHead && reading.document.blocks()[sentence.block].span.begin == mention.span.begin
             ? 2
             : 0;
}

// "We answered all questions", "We have renewed our offer", "we will file a claim": what the body says that
// it has done or will do; not what it would like or has learned.
bool tells_a_deed(const Reading& reading, TokenIndex root) {
  constexpr std::string_view idle[] = {"learn", "like", "thank", "hope", "know",  "see",   "think", "want",
                                       "be",    "have", "need",  "look", "share", "quote", "call",  "find"};
  if (reading[root].upos != Upos::VERB || is_any(reading.lemma(root), idle)) return false;
  for (const TokenIndex child : reading.layer.children_of(root)) {
    const auto& word = reading.lower(child);
    if (reading[child].rel == Deprel::aux && (word == "will" || word == "have" || word == "shall"))
      return true;
  }
  return reading[root].xpos == Xpos::VBD;
}

// What of a sentence makes it an assertion to be weighed: it speaks of the body itself, says that something
// is not so, or blames somebody.
bool asserts(const Evidence& evidence, const language::Sentence& sentence, TokenIndex root) {
  const Reading& reading = evidence.reading;
  for (const TokenIndex child : reading.layer.children_of(root)) {
    const auto& word = reading.lower(child);
    const Deprel rel = reading[child].rel;
    if (rel == Deprel::advmod &&
        (word == "not" || word == "n't" || word == "n\xE2\x80\x99t" || word == "never"))
      return true;
    if (rel != Deprel::nsubj && rel != Deprel::nsubj_pass) continue;
    if (word == "nobody" || (is_we(word) && tells_a_deed(reading, root))) return true;
    for (const TokenIndex below : reading.layer.children_of(child)) {
      if (reading.lower(below) == "no" || reading.lower(below) == "our") return true;
    }
  }
  const auto& blames = evidence.lexicon.blames;
  const bool blamed = std::binary_search(blames.begin(), blames.end(), reading.lemma(root));
  return blamed && sentence.count > 0 && reading.layer.child(root, Deprel::nsubj) != kNoToken;
}

}  // namespace

Draft assertion_of(const Reading& reading, const language::Sentence& sentence, TokenIndex root) {
  Draft draft;
  draft.cue_head = root;
  draft.cue = {{root, root + 1}};
  draft.cue_lemma = std::string(reading.lemma(root));
  draft.stance = Stance::state;
  draft.content = {{sentence.first, sentence.last()}};
  draft.content_head = root;
  draft.clausal = true;
  draft.by_issuer = true;
  trim(reading, draft.content);
  return draft;
}

Ref<Actor> find_author(const Evidence& evidence) {
  const Reading& reading = evidence.reading;
  if (!speaks_as_we(reading)) return {};
  Ref<Actor> best;
  int most = 0;
  for (std::size_t i = 0; i < evidence.actors.size(); ++i) {
    const Actor& actor = evidence.actors[i];
    if (actor.kind != ActorKind::organization && actor.kind != ActorKind::government) continue;
    int signs = 0;
    for (const Mention& mention : actor.mentions) {
      if (mention.form == MentionForm::name) signs += sign_at(reading, mention);
    }
    if (signs > most) {
      most = signs;
      best = Ref<Actor>(i);
    }
  }
  return best;
}

void read_assertions(const Evidence& evidence, const language::Sentence& sentence, std::vector<Draft>& out,
                     std::size_t begin) {
  const Reading& reading = evidence.reading;
  constexpr std::uint32_t kLongestProse = 120;
  constexpr std::uint32_t kFewestWords = 5;
  if (sentence.count > kLongestProse || sentence.count < kFewestWords) return;
  const BlockKind kind = reading.document.blocks()[sentence.block].kind;
  if (kind != BlockKind::paragraph && kind != BlockKind::list_item) return;
  const TokenIndex root = root_of(reading, sentence);
  if (root == kNoToken || reading.quotation(root) != nullptr || !has_finite_verb(reading, sentence)) return;
  for (std::size_t i = begin; i < out.size(); ++i) {
    const bool own = out[i].source_head == kNoToken || is_we(reading.lower(out[i].source_head));
    if (covers(out[i].content, root) || out[i].cue_head == root || (own && out[i].clausal)) return;
  }
  if (!asserts(evidence, sentence, root)) return;
  Draft draft = assertion_of(reading, sentence, root);
  if (draft.content.empty()) return;
  draft.why =
      "an assertion in a document that speaks as \xE2\x80\x9Cwe\xE2\x80\x9D: whose document it is says so";
  out.push_back(std::move(draft));
}

void name_author(const Evidence& evidence, Ref<Actor> author, const std::vector<Draft>& drafts,
                 std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& claim = claims[i];
    const Draft& draft = drafts[i];
    const bool we = draft.source_head != kNoToken && is_we(evidence.reading.lower(draft.source_head)) &&
                    evidence.reading.quotation(draft.cue_head) == nullptr;
    if (!draft.by_issuer && !we) continue;
    claim.source = author;
    claim.voice = claim.via.empty() ? Voice::first_hand : Voice::reported;
    if (claim.target == author) claim.target = {};
    if (we) claim.why += "; \xE2\x80\x9Cwe\xE2\x80\x9D is whose document it is";
  }
}

}  // namespace hearsay::claims
