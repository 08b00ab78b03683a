// Whom a phrase names, and which names are one party.
#include <algorithm>

#include "core/claims/function_words.hpp"
#include "core/claims/ledger.hpp"

namespace hearsay::claims {
namespace {

// Nouns for what somebody has published: whoever is named with them is who speaks.
constexpr std::string_view kDocuments[] = {
    "report",   "analysis",  "statement",  "letter",    "study",         "article",       "advisory",
    "bulletin", "notice",    "memo",       "post",      "blog",          "tweet",         "release",
    "paper",    "directive", "document",   "filing",    "alert",         "website",       "review",
    "survey",   "poll",      "assessment", "finding",   "research",      "investigation", "email",
    "site",     "page",      "guidance",   "warning",   "determination", "indictment",    "complaint",
    "lawsuit",  "testimony", "speech",     "interview", "editorial"};
constexpr std::string_view kSpeakers[] = {"spokesman",      "spokeswoman",  "spokesperson",
                                          "representative", "spokespeople", "spokespersons",
                                          "spokesmen",      "lawyer",       "attorney"};

}  // namespace

bool is_document(std::string_view lemma) {
  return is_any(lemma, kDocuments);
}

// "Russian Antivirus Kaspersky" in a headline, of which the tree makes one name: the last of its names, not
// the country that its first word tells.
Ref<Actor> Evidence::named_after_demonym(TokenIndex head, Ref<Actor> own) const {
  const ActorKind kind = actors[own.index()].kind;
  if (kind != ActorKind::place && kind != ActorKind::government) return own;
  Ref<Actor> last = own;
  for (const TokenIndex child : reading.layer.children_of(head)) {
    if (reading[child].rel != Deprel::flat) continue;
    const auto named = mentions.headed_by(child);
    if (is_kind(named, ActorKind::organization) || is_kind(named, ActorKind::product)) last = named;
  }
  return last;
}

Ref<Actor> Evidence::actor_of(TokenIndex head) const {
  if (head == kNoToken) return {};
  const auto lemma = reading.lemma(head);
  const bool carrier = is_document(lemma) || is_any(lemma, kSpeakers);
  if (!carrier) {
    const auto own = mentions.headed_by(head);
    if (own && actors[own.index()].kind != ActorKind::person) {
      // "Tarnfeld CEO": where the tree makes one name of it, the person who holds the role speaks.
      for (const TokenIndex child : reading.layer.children_of(head)) {
        if (child != head + 1 || reading[child].rel != Deprel::flat) continue;
        const auto holder = mentions.headed_by(child);
        if (holder && actors[holder.index()].kind == ActorKind::person) return holder;
      }
    }
    if (own) return named_after_demonym(head, own);
  }
  if (carrier) {
    for (const TokenIndex child : reading.layer.children_of(head)) {
      const Deprel rel = reading[child].rel;
      const auto marker = reading.marker(child);
      const bool owner =
          rel == Deprel::nmod_poss || rel == Deprel::compound || rel == Deprel::amod ||
          rel == Deprel::nmod_desc ||
          (rel == Deprel::nmod && (marker == "by" || marker == "from" || marker == "for" || marker == "of"));
      if (!owner) continue;
      auto actor = mentions.headed_by(child);
      if (!actor) actor = mentions.covering(child);
      // Who speaks for a body is its voice; who speaks for a person is somebody else.
      if (actor && !(is_any(lemma, kSpeakers) && is_kind(actor, ActorKind::person))) return actor;
    }
    for (const TokenIndex child : reading.layer.children_of(head)) {
      if (reading[child].rel != Deprel::appos) continue;
      const auto named = mentions.headed_by(child);
      if (is_kind(named, ActorKind::person)) return named;
    }
    if (const auto own = mentions.headed_by(head)) return own;
    return {};
  }
  // A name whose head the tree puts elsewhere: only where the mention lies within the phrase.
  const auto around = mentions.covering(head);
  if (around && reading[head].upos == Upos::PROPN) return around;
  return {};
}

bool Evidence::same_party(Ref<Actor> a, Ref<Actor> b) const {
  if (!a || !b) return false;
  if (a == b) return true;
  const Actor& one = actors[a.index()];
  const Actor& other = actors[b.index()];
  if (one.affiliation == b || other.affiliation == a) return true;
  if (one.affiliation && one.affiliation == other.affiliation) return true;
  // A firm and its product share a capitalised name.
  const auto firm = [](ActorKind kind) {
    return kind == ActorKind::organization || kind == ActorKind::product || kind == ActorKind::person;
  };
  if (!firm(one.kind) || !firm(other.kind) || one.kind == other.kind) return false;
  const auto first = reading.layer.token_at(one.name.begin);
  for (TokenIndex i = first; i < reading.size() && reading[i].span.end <= one.name.end; ++i) {
    if (reading[i].upos != Upos::PROPN || reading.word(i).size() < 3) continue;
    const auto start = reading.layer.token_at(other.name.begin);
    for (TokenIndex k = start; k < reading.size() && reading[k].span.end <= other.name.end; ++k) {
      if (reading[k].upos == Upos::PROPN && reading.lower(i) == reading.lower(k)) return true;
    }
  }
  return false;
}

const Phrase* Evidence::phrase_at(const std::vector<Phrase>& phrases, TokenIndex token, bool lemmas) const {
  const auto form = [&](TokenIndex at) -> std::string_view {
    return lemmas ? reading.lemma(at) : std::string_view(reading.lower(at));
  };
  const auto limit = reading.layer.sentence(token).last();
  auto phrase =
      std::lower_bound(phrases.begin(), phrases.end(), form(token),
                       [](const Phrase& item, std::string_view word) { return item.words.front() < word; });
  for (; phrase != phrases.end() && phrase->words.front() == form(token); ++phrase) {
    if (token + phrase->words.size() > limit) continue;
    bool same = true;
    for (std::size_t i = 1; same && i < phrase->words.size(); ++i) {
      same = phrase->words[i] == form(token + static_cast<TokenIndex>(i));
    }
    if (same) return &*phrase;
  }
  return nullptr;
}

}  // namespace hearsay::claims
