#include "core/claims/standing.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/language/word_kinds.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::claims {
namespace {

using language::WordKinds;

// What a source is, as far as its head tells.
enum class Speaker : std::uint8_t {
  named,     // an actor, or a name
  somebody,  // a person or a body by its noun, "those", "many"
  paper,     // a document, data, a rule
  pronoun,   // that nobody stands for
  thing,     // what cannot speak
  nobody,    // none is given
};

bool is_paper(std::string_view lemma) {
  constexpr std::string_view papers[] = {
      "datum",     "data",          "figure", "number",   "statistic",  "poll",      "survey",
      "result",    "rule",          "law",    "act",      "bill",       "order",     "policy",
      "directive", "regulation",    "memo",   "standard", "definition", "record",    "log",
      "evidence",  "investigation", "audit",  "review",   "research",   "estimate",  "lawsuit",
      "complaint", "filing",        "court",  "case",     "memorandum", "guideline", "contract",
      "agreement", "page",          "site",   "website",  "report",     "section"};
  return is_document(lemma) || is_any(lemma, papers);
}

// A noun for a person or a body, by the dictionary or by what the actors stage knows.
bool is_somebody(const Evidence& evidence, TokenIndex token) {
  if ((evidence.reading[token].kinds & (WordKinds::person | WordKinds::group)) != 0) return true;
  const auto& known = evidence.lexicon.somebodies;
  const auto lemma = evidence.reading.lemma(token);
  // "The service assesses": the actors take it for a program, since it mostly is one.
  return lemma == "service" || std::binary_search(known.begin(), known.end(), lemma);
}

Speaker speaker_of(const Evidence& evidence, const Draft& draft) {
  const Reading& reading = evidence.reading;
  const TokenIndex head = draft.source_head;
  if (draft.source.empty() || head == kNoToken) return Speaker::nobody;
  if (evidence.actor_of(head)) return Speaker::named;
  for (const Extent run : draft.antecedent.empty() ? draft.source : draft.antecedent) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      // A person named within the phrase ("the expert Ilse Tarn"): whom else would the verb mean?
      if (evidence.is_kind(evidence.mentions.headed_by(token), ActorKind::person)) return Speaker::named;
      if (token == head) continue;
      // "who" of "an expert who says": the noun before it.
      if (!draft.antecedent.empty() && is_somebody(evidence, token)) return Speaker::somebody;
    }
  }
  const Token& word = reading[head];
  const auto& form = reading.lower(head);
  if (word.upos == Upos::PRON || word.upos == Upos::DET) {
    constexpr std::string_view people[] = {"those",    "many",    "some", "others", "someone", "somebody",
                                           "everyone", "several", "most", "nobody", "all",     "both",
                                           "we",       "i",       "he",   "she",    "you",     "us"};
    return is_any(form, people) ? Speaker::somebody : Speaker::pronoun;
  }
  if (word.upos == Upos::NUM) return Speaker::somebody;  // "two of them said"
  if (is_paper(reading.lemma(head))) return Speaker::paper;
  if (is_somebody(evidence, head)) return Speaker::somebody;
  // A name, or "ED 18-01", of which a tagger may make anything.
  const auto text = reading.word(head);
  const bool capital =
      ascii::is_upper(text.front()) && (word.upos != Upos::NOUN || ascii::is_upper(text.back()));
  if (word.upos == Upos::PROPN || capital) return Speaker::named;
  return Speaker::thing;
}

// How much the shape of what is said speaks for speech.
enum class Shape : std::uint8_t { quotation, clause, phrase };

Shape shape_of(const Draft& draft) {
  if (draft.quoted) return Shape::quotation;
  return draft.clausal ? Shape::clause : Shape::phrase;
}

// The word that makes the clause of the cue one of what may be: "if they realise", "unless you ask".
bool is_supposed(const Reading& reading, TokenIndex verb) {
  constexpr std::string_view marks[] = {"if", "unless", "whether", "until", "once"};
  return is_any(reading.marker(verb), marks);
}

// "the test shows that ...", "the label says that ...": what a thing can be said to do with a clause.
bool can_be_shown(const Draft& draft) {
  return (draft.stance == Stance::assess && draft.strength == Strength::say) || draft.cue_lemma == "say" ||
         draft.cue_lemma == "read";
}

// "provides guidance to", "sends reports about": the noun is what is handed over.
bool hands_over(const Reading& reading, const Draft& draft) {
  constexpr std::string_view verbs[] = {"provide", "send", "share", "publish"};
  const TokenIndex first = draft.cue.empty() ? kNoToken : draft.cue.front().first;
  return first != kNoToken && first != draft.cue_head && reading.is_verbal(first) &&
         is_any(reading.lemma(first), verbs);
}

// "agencies may report", "they can decide": told of nobody.
bool may_be(const Reading& reading, TokenIndex verb) {
  constexpr std::string_view modals[] = {"may", "can", "could", "might"};
  for (const TokenIndex child : reading.layer.children_of(verb)) {
    if (reading[child].rel == Deprel::aux && is_any(reading.lower(child), modals)) return true;
  }
  return false;
}

bool in_running_text(const Reading& reading, TokenIndex token) {
  const BlockKind kind = reading.block_of(token).kind;
  return kind == BlockKind::paragraph || kind == BlockKind::list_item || kind == BlockKind::quote;
}

}  // namespace

std::string_view falls(const Evidence& evidence, const Draft& draft) {
  if (draft.stance == Stance::act || draft.by_issuer || draft.cue_head == kNoToken) return {};
  const Reading& reading = evidence.reading;
  const TokenIndex cue = draft.cue_head;
  const Shape shape = shape_of(draft);
  const Speaker speaker = speaker_of(evidence, draft);
  if (reading.lower(cue) == ":" && !evidence.actor_of(draft.source_head)) return "a label and a colon";
  if (shape == Shape::quotation) return {};
  if (speaker == Speaker::thing && !(shape == Shape::clause && can_be_shown(draft)))
    return "what does it is a thing, and says nothing";
  const bool phrase = shape == Shape::phrase;
  if (speaker == Speaker::pronoun && phrase) return "nobody in the text stands for the word that does it";
  if (phrase && hands_over(reading, draft)) return "hands something over, and says nothing here";
  if (!reading.is_verbal(cue)) return {};
  // "out of said country": a word for "the same".
  if (phrase && reading.lower(cue) == "said" && cue > 0 && reading[cue - 1].upos == Upos::ADP)
    return "\xE2\x80\x9Csaid\xE2\x80\x9D means the one named before";
  if (speaker == Speaker::nobody && phrase && !in_running_text(reading, cue))
    return "part of a heading or a label";
  if (speaker == Speaker::named && !evidence.is_kind(evidence.actor_of(draft.source_head), ActorKind::group))
    return {};
  if (is_supposed(reading, cue)) return "only supposed, not said";
  if (may_be(reading, cue)) return "what somebody may do, not what is said";
  return {};
}

void drop_fallen(const Evidence& evidence, std::vector<Draft>& drafts, std::vector<Considered>& considered) {
  const auto left = std::remove_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    const auto why = falls(evidence, draft);
    if (why.empty() || draft.cue.empty()) return false;
    Considered dropped;
    dropped.as = Considered::As::claim;
    dropped.span = evidence.reading.span(draft.cue.front());
    dropped.why = std::string(why);
    considered.push_back(std::move(dropped));
    return true;
  });
  drafts.erase(left, drafts.end());
}

}  // namespace hearsay::claims
