// What a vendor asserts under its own name, and how a note lists it: that its products are affected or not,
// mended or looked into. These are what a reader opens such a note for.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/party_sections.hpp"

namespace hearsay::claims {
namespace {

bool is_negator(std::string_view word) {
  return word == "not" || word == "n't" || word == "n\xE2\x80\x99t" || word == "no" || word == "none" ||
         word == "neither" || word == "never" || word == "nor";
}

bool is_exposed(std::string_view word) {
  constexpr std::string_view words[] = {"affected",    "vulnerable", "susceptible", "impacted",
                                        "exploitable", "affect",     "affects",     "impact"};
  return is_any(word, words);
}

// "We have not received a statement from the vendor", "No statement is available": of the party, not by it.
bool speaks_of_vendor(const Evidence& evidence, const PartySection& section,
                      const language::Sentence& sentence) {
  const Reading& reading = evidence.reading;
  const TokenIndex root = root_of(reading, sentence);
  const bool quoted = root != kNoToken && reading.quotation(root) != nullptr;
  if (quoted) return false;
  bool we = false;
  bool vendor = false;
  bool negated = false;
  bool named = false;
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    const auto& word = reading.lower(token);
    we = we || is_we(word);
    negated = negated || is_negator(word);
    vendor = vendor || word == "vendor";
    named = named || (section.party && evidence.mentions.headed_by(token) == section.party);
  }
  if (!section.spoken) return vendor || named;
  return vendor && negated;
}

// The words that say a sentence is about the matter: what is affected, mended or looked into.
bool is_matter(std::string_view lemma) {
  constexpr std::string_view lemmas[] = {"affect",  "vulnerable", "fix",        "patch",     "exploit",
                                         "impact",  "address",    "resolve",    "immune",    "susceptible",
                                         "correct", "mitigate",   "unaffected", "remediate", "affected",
                                         "aware",   "ship",       "investigate"};
  return is_any(lemma, lemmas);
}

bool is_use(std::string_view lemma) {
  constexpr std::string_view lemmas[] = {"use",    "include", "contain",   "ship",
                                         "bundle", "provide", "implement", "distribute"};
  return is_any(lemma, lemmas);
}

bool holds_negator(const Reading& reading, const Runs& runs) {
  return std::any_of(runs.begin(), runs.end(), [&](Extent run) {
    for (TokenIndex token = run.first; token < run.last; ++token) {
      if (is_negator(reading.lower(token))) return true;
    }
    return false;
  });
}

// "Corvane does not use the stack": a verb right behind its "not", and no order not to.
bool uses_not(const Reading& reading, Extent words) {
  constexpr TokenIndex kBetween = 2;
  for (TokenIndex token = words.first + 2; token < words.last; ++token) {
    if (!is_negator(reading.lower(token)) || reading[token].upos == Upos::DET) continue;
    // "versions that do not use it": what kind of versions, not what the vendor does
    const auto& subject = reading.lower(token - 2);
    if (subject == "that" || subject == "which" || subject == "who") continue;
    for (TokenIndex next = token + 1; next < words.last && next <= token + kBetween; ++next) {
      if (is_use(reading.lemma(next)) && reading[next].upos == Upos::VERB) return true;
    }
  }
  return false;
}

bool points_elsewhere(const Reading& reading, TokenIndex root) {
  constexpr std::string_view lemmas[] = {"thank", "appreciate", "see", "refer", "visit", "contact", "read"};
  return is_any(reading.lemma(root), lemmas);
}

// Whether the sentence is worth a line, and what is so of it is in no claim from `begin` on.
bool is_own_statement(const Reading& reading, const PartySection& section, const language::Sentence& sentence,
                      TokenIndex root, const std::vector<Draft>& drafts, std::size_t begin) {
  if (points_elsewhere(reading, root) || reading.lower(sentence.first) == "if") return false;
  if (reading.word(sentence.last() - 1) == "?") return false;
  const auto told = [&](TokenIndex token) {
    return std::any_of(drafts.begin() + static_cast<std::ptrdiff_t>(begin), drafts.end(),
                       [&](const Draft& draft) { return covers(draft.content, token); });
  };
  bool we = false;
  bool matter = false;
  for (TokenIndex token = sentence.first; token < sentence.last(); ++token) {
    we = we || is_we(reading.lower(token));
    if (!is_matter(reading.lemma(token))) continue;
    if (!told(token)) return true;
    matter = true;
  }
  if (matter) return false;
  return we || reading.quotation(root) != nullptr ||
         (section.spoken && uses_not(reading, {sentence.first, sentence.last()}));
}

// "HP-UX: not vulnerable", "All versions: Not vulnerable.", "Not affected": a status without a verb.
bool is_bare_status(const Reading& reading, const language::Sentence& sentence) {
  constexpr std::uint32_t kLongest = 14;
  TokenIndex last = sentence.last();
  while (last > sentence.first && reading.is_punctuation(last - 1)) --last;
  if (last == sentence.first || sentence.count > kLongest || !is_exposed(reading.lower(last - 1)))
    return false;
  return reading[last - 1].upos != Upos::NOUN;
}

// "are not affected", "no product is vulnerable", "is unaffected", "does not use the stack": the vendor says
// that it is not concerned.
bool denies_exposure(const Reading& reading, Extent words) {
  constexpr TokenIndex kNear = 8;
  constexpr TokenIndex kSubject = 18;  // "No supported release of ... is affected"
  TokenIndex negator = kNoToken;
  bool exposed = false;
  bool denied = false;
  for (TokenIndex token = words.first; token < words.last; ++token) {
    const auto& word = reading.lower(token);
    if (word == "unaffected" || word == "immune") denied = true;
    const bool more =
        token + 1 < words.last && (reading.lower(token + 1) == "only" || reading.lower(token + 1) == "yet");
    if (is_negator(word) && !more) negator = token;
    if (!is_exposed(word)) continue;
    // "affected products", of which something else is said
    if (reading[token].rel == Deprel::amod && token + 1 < words.last && reading.is_nominal(token + 1))
      continue;
    const bool counted = negator == words.first && token - negator <= kSubject;
    const bool near = negator != kNoToken && (token - negator <= kNear || counted);
    denied = denied || near;
    exposed = exposed || !near;
  }
  if (denied || exposed) return denied && !exposed;
  return uses_not(reading, words);
}

Draft statement(const Reading& reading, const language::Sentence& sentence, TokenIndex from, TokenIndex cue) {
  Draft draft;
  draft.cue_head = cue;
  draft.cue = {{cue, cue + 1}};
  draft.cue_lemma = std::string(reading.lemma(cue));
  draft.content = {{from, sentence.last()}};
  draft.content_head = cue;
  draft.clausal = true;
  draft.by_issuer = true;
  trim(reading, draft.content);
  return draft;
}

// The status by which the note lists the party, in the party's own name only where the note gives statements.
Draft listed(const PartySection& section, const Reading& reading) {
  Draft draft;
  draft.cue_head = section.status.last - 1;
  draft.cue = {section.status};
  draft.cue_lemma = std::string(reading.lemma(draft.cue_head));
  draft.content = {section.name, section.status};
  tidy(draft.content);
  draft.content_head = draft.cue_head;
  draft.target = section.head;
  draft.clausal = true;
  draft.by_issuer = true;
  draft.why = "the status by which the document lists a party";
  return draft;
}

}  // namespace

void read_party_statements(const Evidence& evidence, const std::vector<PartySection>& sections,
                           const language::Sentence& sentence, std::vector<Draft>& out, std::size_t begin) {
  const Reading& reading = evidence.reading;
  constexpr std::uint32_t kLongest = 80;
  constexpr std::uint32_t kFewestWords = 4;
  const TokenIndex at = sentence.last() - 1;
  const PartySection* section = section_at(sections, at);
  if (section == nullptr || at < section->said.first || at >= section->said.last) return;
  if (sentence.count > kLongest || (is_heading(reading, sentence) && !section->spoken)) return;
  const TokenIndex from = std::max(sentence.first, section->said.first);
  const bool bare = section->spoken && is_bare_status(reading, sentence);
  const bool full = sentence.count >= kFewestWords && has_finite_verb(reading, sentence);
  if (!bare && !full) return;
  const TokenIndex root = root_of(reading, sentence);
  if (root == kNoToken || (!bare && !is_own_statement(reading, *section, sentence, root, out, begin))) return;
  if (speaks_of_vendor(evidence, *section, sentence)) return;
  const bool told =
      std::any_of(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                  [&](const Draft& draft) { return draft.cue_head == root || covers(draft.content, root); });
  if (told) return;
  TokenIndex cue = root;
  if (!full || root < from) {
    cue = at;
    while (cue > from && reading.is_punctuation(cue)) --cue;
  }
  Draft draft = statement(reading, sentence, from, cue);
  if (draft.content.empty()) return;
  const bool denies = denies_exposure(reading, {from, sentence.last()});
  draft.stance = denies ? Stance::deny : Stance::state;
  draft.why = denies ? "under a vendor's name: it says that it is not concerned"
                     : "an assertion under the name of whose statement it is";
  out.push_back(std::move(draft));
}

void add_listed_status(const Evidence& evidence, const std::vector<PartySection>& sections,
                       std::vector<Draft>& drafts) {
  std::vector<Draft> found;
  std::size_t next = 0;
  for (const PartySection& section : sections) {
    while (next < drafts.size() && drafts[next].cue_head < section.first) ++next;
    bool told = false;
    for (; next < drafts.size() && drafts[next].cue_head < section.last; ++next) {
      // It says that it is not affected: whoever lists it as affected says otherwise.
      told = told || section.denied || drafts[next].stance != Stance::deny;
    }
    if (told || section.unknown || section.status.last == section.status.first) continue;
    found.push_back(listed(section, evidence.reading));
  }
  if (found.empty()) return;
  std::move(found.begin(), found.end(), std::back_inserter(drafts));
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.cue_head < b.cue_head; });
}

void name_parties(const Evidence& evidence, const std::vector<PartySection>& sections,
                  const std::vector<Draft>& drafts, std::vector<Claim>& claims) {
  if (sections.empty()) return;
  const Reading& reading = evidence.reading;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Draft& draft = drafts[i];
    const PartySection* section = section_at(sections, draft.cue_head);
    if (section == nullptr) continue;
    Claim& claim = claims[i];
    const Extent status = section->status;
    if (draft.cue_head >= status.first && draft.cue_head < status.last) {
      claim.polarity = section->denied ? Polarity::negated : Polarity::affirmed;
      continue;
    }
    if (draft.cue_head < section->said.first || draft.cue_head >= section->said.last) continue;
    const auto& sentence = reading.layer.sentence(draft.cue_head);
    const bool we = draft.source_head != kNoToken && is_we(reading.lower(draft.source_head));
    const bool nobody = draft.source.empty() && (draft.quoted || section->spoken);
    const bool own = draft.by_issuer || we || nobody;
    if (own ? speaks_of_vendor(evidence, *section, sentence)
            : !section->party || claim.source != section->party)
      continue;
    const bool plain = claim.stance == Stance::state || claim.stance == Stance::assess;
    const bool denies = plain && draft.clausal && draft.content.size() == 1 &&
                        denies_exposure(reading, draft.content.front());
    if (draft.stance == Stance::deny || denies) {
      claim.stance = Stance::deny;
      if (holds_negator(reading, draft.content)) claim.polarity = Polarity::negated;
    }
    if (!own) continue;
    claim.source = section->party;
    // "We" of a vendor that the actors do not know: its name says who that is.
    if (!we || !section->party) claim.source_spans = reading.spans({section->name});
    claim.voice = Voice::first_hand;
    if (claim.target == section->party) claim.target = {};
  }
}

}  // namespace hearsay::claims
