#include "core/claims/party_sections.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

constexpr std::uint32_t kLongestLabel = 14;      // tokens
constexpr std::uint32_t kLongestStatement = 80;  // tokens of a sentence that becomes a claim

// "Vendor Information", "Vendor statements": what follows is parted by vendors.
bool opens_vendors(const Reading& reading, const language::Sentence& sentence) {
  constexpr std::string_view words[] = {"information", "statement", "statements", "response",
                                        "responses",   "status",    "comments"};
  constexpr std::uint32_t kLongest = 4;
  return sentence.count <= kLongest && sentence.count > 1 && reading.lower(sentence.first) == "vendor" &&
         is_any(reading.lower(sentence.last() - 1), words);
}

// Words that may follow a name on a label: the vendor's status, a date, marks.
bool belongs_to_label(const Reading& reading, TokenIndex token) {
  constexpr std::string_view words[] = {"affected", "unaffected", "vulnerable", "not",
                                        "unknown",  "status",     "statement",  "response",
                                        "vendor",   "comment",    "advisory",   "fixed"};
  return reading.is_punctuation(token) || reading[token].upos == Upos::NUM ||
         reading[token].upos == Upos::SYM || is_any(reading.lower(token), words);
}

// The party whose name begins the sentence, where the rest of it is but a label's words; `told` says whether
// any of these stands there ("— Affected", "statement:").
struct Label {
  Ref<Actor> party;
  bool told = false;
  bool unknown = false;  // nothing is known from them
};

Label label_of(const Evidence& evidence, const language::Sentence& sentence) {
  const Reading& reading = evidence.reading;
  if (sentence.count > kLongestLabel) return {};
  const auto begin = reading[sentence.first].span.begin;
  Ref<Actor> party;
  Span name;
  for (TokenIndex token = sentence.first; token < sentence.last() && !party; ++token) {
    const auto named = evidence.mentions.headed_by(token);
    if (!named || evidence.is_kind(named, ActorKind::person) || evidence.is_kind(named, ActorKind::group))
      continue;
    const auto& mentions = evidence.actors[named.index()].mentions;
    const auto own = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return mention.span.begin == begin && mention.form == MentionForm::name;
    });
    if (own == mentions.end()) continue;
    party = named;
    name = own->span;
  }
  if (!party) return {};
  Label label{party, false, false};
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (reading[token].span.begin < name.end) continue;
    if (!belongs_to_label(reading, token)) return {};
    label.told = label.told || !reading.is_punctuation(token);
    label.unknown = label.unknown || reading.lower(token) == "unknown";
  }
  return label;
}

// "Corvane Systems — Unknown": a line with a vendor's status, whoever the vendor is; not "Status: Unknown".
bool looks_like_label(const Reading& reading, const language::Sentence& sentence) {
  constexpr std::string_view states[] = {"affected", "unaffected", "vulnerable", "unknown"};
  return sentence.count <= kLongestLabel && reading.lower(sentence.first) != "status" &&
         !has_finite_verb(reading, sentence) && is_any(reading.lower(sentence.last() - 1), states);
}

const PartySection* section_at(const std::vector<PartySection>& sections, TokenIndex token) {
  const auto after = std::upper_bound(sections.begin(), sections.end(), token,
                                      [](TokenIndex at, const PartySection& it) { return at < it.first; });
  if (after == sections.begin()) return nullptr;
  const PartySection& section = *(after - 1);
  return token < section.last ? &section : nullptr;
}

// "We have not received a statement from the vendor": of the party, not by it.
bool speaks_of_party(const Evidence& evidence, const language::Sentence& sentence, Ref<Actor> party) {
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (evidence.reading.lower(token) == "vendor" || evidence.mentions.headed_by(token) == party) return true;
  }
  return false;
}

// Whose words the sentence is: in the section's own quotation marks, of "we", or of what is affected and
// mended; thanks are no statement.
bool is_own_statement(const Reading& reading, const language::Sentence& sentence, TokenIndex root) {
  constexpr std::string_view matters[] = {"affect", "vulnerable", "fix",   "patch", "exploit", "susceptible",
                                          "impact", "address",    "issue", "use",   "ship",    "mitigate"};
  if (reading.lemma(root) == "thank" || reading.lemma(root) == "appreciate") return false;
  if (reading.quotation(root) != nullptr) return true;
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    if (is_we(reading.lower(token)) || is_any(reading.lemma(token), matters)) return true;
  }
  return false;
}

}  // namespace

bool is_parted_by_vendors(const Reading& reading) {
  const auto& sentences = reading.layer.sentences;
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const auto& sentence) { return opens_vendors(reading, sentence); });
}

std::vector<PartySection> find_party_sections(const Evidence& evidence) {
  const Reading& reading = evidence.reading;
  std::vector<PartySection> sections;
  bool vendors = false;  // under a heading that parts what follows by vendors
  Ref<Actor> party;
  TokenIndex first = 0;
  const auto close = [&](TokenIndex last) {
    if (party && last > first) sections.push_back({first, last, party});
    party = {};
  };
  for (const auto& sentence : reading.layer.sentences) {
    const Label label = label_of(evidence, sentence);
    if (label.party && (vendors || label.told)) {
      close(sentence.first);
      if (!label.unknown) party = label.party;
      first = sentence.last();
      continue;
    }
    const bool note = sentence.count > 2 && reading.lower(sentence.first) == "note" &&
                      reading.lower(sentence.first + 1) == "from";
    const bool opens = opens_vendors(reading, sentence);
    // A heading of the vendor's own entry ("Status", "Vendor Statement") leaves the entry open.
    const bool own =
        party && (opens || (is_heading(reading, sentence) && belongs_to_label(reading, sentence.first)));
    if (opens && !party) vendors = true;
    if (note || looks_like_label(reading, sentence) || (is_heading(reading, sentence) && !own)) {
      close(sentence.first);
      if (is_heading(reading, sentence) && !opens) vendors = false;
    }
  }
  close(reading.size());
  return sections;
}

void read_party_statements(const Evidence& evidence, const std::vector<PartySection>& sections,
                           const language::Sentence& sentence, std::vector<Draft>& out, std::size_t begin) {
  const Reading& reading = evidence.reading;
  constexpr std::uint32_t kFewestWords = 4;
  if (section_at(sections, sentence.first) == nullptr || sentence.count < kFewestWords ||
      sentence.count > kLongestStatement || is_heading(reading, sentence) ||
      !has_finite_verb(reading, sentence))
    return;
  const TokenIndex root = root_of(reading, sentence);
  if (root == kNoToken || !is_own_statement(reading, sentence, root)) return;
  const auto party = section_at(sections, sentence.first)->party;
  if (reading.quotation(root) == nullptr && speaks_of_party(evidence, sentence, party)) return;
  const bool told =
      std::any_of(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                  [&](const Draft& draft) { return draft.cue_head == root || covers(draft.content, root); });
  if (told) return;
  Draft draft = assertion_of(reading, sentence, root);
  if (draft.content.empty()) return;
  draft.why = "an assertion under the name of whose statement it is";
  out.push_back(std::move(draft));
}

void name_parties(const Evidence& evidence, const std::vector<PartySection>& sections,
                  const std::vector<Draft>& drafts, std::vector<Claim>& claims) {
  if (sections.empty()) return;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Draft& draft = drafts[i];
    const PartySection* section = section_at(sections, draft.cue_head);
    if (section == nullptr) continue;
    const bool we = draft.source_head != kNoToken && is_we(evidence.reading.lower(draft.source_head));
    const auto& sentence = evidence.reading.layer.sentence(draft.cue_head);
    if (we && evidence.reading.quotation(draft.cue_head) == nullptr &&
        speaks_of_party(evidence, sentence, section->party))
      continue;
    if (!draft.by_issuer && !we && !(draft.source_head == kNoToken && draft.quoted)) continue;
    Claim& claim = claims[i];
    claim.source = section->party;
    claim.voice = Voice::first_hand;
    if (claim.target == section->party) claim.target = {};
  }
}

}  // namespace hearsay::claims
