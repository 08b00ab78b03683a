#include <algorithm>

#include "core/actors/nominal_clues.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

// "another firm", "the real vendor": one told apart from those spoken of.
bool is_another(const Reading& reading, const Found& mention) {
  for (auto token = mention.first; token < mention.head; ++token) {
    const bool tells =
        is_one_of(reading.lemma(token),
                  {"other",      "another", "new",      "different", "first",     "second",     "third",
                   "additional", "further", "original", "next",      "rival",     "own",        "similar",
                   "separate",   "fake",    "certain",  "any",       "each",      "every",      "most",
                   "many",       "several", "some",     "no",        "such",      "multiple",   "various",
                   "individual", "real",    "actual",   "supposed",  "purported", "legitimate", "genuine"});
    if (tells && reading.token(token).head == mention.head) return true;
  }
  return false;
}

bool is_told_by_what_follows(const Reading& reading, const Found& mention) {
  for (const TokenIndex child : reading.language.children_of(mention.head)) {
    if (child < mention.last) continue;
    const auto rel = reading.token(child).rel;
    const bool clause = rel == Deprel::acl_relcl || rel == Deprel::acl;
    if (rel != Deprel::nmod && !clause) continue;
    // "restricted the use of the software by agencies", "accuses the power of spying": said of the verb,
    // whatever the parser says.
    const auto mark = reading.language.child(child, clause ? Deprel::mark : Deprel::case_);
    const bool of_verb =
        mark != kNoToken && (reading.lemma(mark) == "by" || (clause && reading.lemma(mark) == "of"));
    if (of_verb) continue;
    const auto begin = reading.language.subtree(child).first;
    const auto before = reading.word(begin == 0 ? 0 : begin - 1);
    if (before != "," && before != "(" && before != "-" && before != "–" && before != "—") return true;
  }
  return false;
}

bool is_acted_on_by(const Reading& reading, const Found& mention, const Found& other) {
  if (mention.sentence != other.sentence || reading.is_subject(mention.head)) return false;
  const auto& acted_on = reading.token(mention.head);
  const auto& actor = reading.token(other.head);
  const bool argument = acted_on.rel == Deprel::obj || acted_on.rel == Deprel::iobj ||
                        acted_on.rel == Deprel::obl || acted_on.rel == Deprel::xcomp;
  return argument && reading.is_subject(other.head) && actor.head == acted_on.head && actor.head != kNoToken;
}

bool sounds_like(std::string_view name, std::string_view noun) {
  struct Sound {
    std::string_view noun, word;
  };
  static constexpr Sound kSounds[] = {
      {"airline", "airways"},         {"airline", "airlines"},
      {"airline", "air lines"},       {"carrier", "airways"},
      {"carrier", "airlines"},        {"charity", "foundation"},
      {"charity", "trust"},           {"charity", "fund"},
      {"hospital", "medical center"}, {"hospital", "medical centre"},
      {"hospital", "clinic"},         {"hospital", "infirmary"},
      {"university", "college"},      {"university", "institute of technology"},
      {"department", "ministry"},     {"bank", "bancorp"},
      {"newspaper", "times"},         {"newspaper", "post"},
      {"newspaper", "zeitung"},       {"insurer", "insurance"},
      {"insurer", "assurance"},       {"retailer", "stores"},
      {"watchdog", "commissioner"},   {"regulator", "commissioner"}};
  return std::any_of(std::begin(kSounds), std::end(kSounds), [&](const Sound& sound) {
    return sound.noun == noun && name.find(sound.word) != std::string_view::npos;
  });
}

int Resolver::salience(const Found& recent, const Found& mention) const {
  const auto distance = static_cast<int>(mention.sentence - recent.sentence);
  int score = 40 - 9 * distance;
  // "Brell and Tarn said": the subject is both.
  const auto& head = reading_.token(recent.head);
  const bool with_subject =
      head.rel == Deprel::conj && head.head != kNoToken && reading_.is_subject(head.head);
  if (reading_.is_subject(recent.head) || with_subject) score += 10;
  const auto rel = reading_.token(recent.head).rel;
  if (rel == Deprel::obj || rel == Deprel::iobj) score += 3;
  if (rel == Deprel::nmod || rel == Deprel::compound) {
    // "Brell spokeswoman Ada Holt said the firm": she speaks for it.
    const auto* governor = reading_.gazetteer.noun(reading_.lemma(reading_.token(recent.head).head));
    score += governor != nullptr && governor->role && distance == 0 ? 6 : -6;
  }
  if (reading_.in_title(recent.sentence)) score += 4;
  return score + static_cast<int>(std::min<std::uint32_t>(cast_.drafts[recent.draft].mentions, 6));
}

}  // namespace hearsay::actors
