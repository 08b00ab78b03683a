// Whose the nominals for products are: "Brell's software", "the antivirus program", "the ransomware".
#include <algorithm>

#include "core/actors/nominal_clues.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Things that hold or run a program rather than being it: "a Windows device", "an OpenSSH server".
bool only_runs(std::string_view lemma) {
  return is_one_of(lemma,
                   {"server", "device", "system", "equipment", "technology", "phone", "library", "service"});
}

// Nouns for any program: they say nothing of which.
bool is_any_program(std::string_view lemma) {
  return is_one_of(
      lemma, {"software", "program", "programme", "product", "tool", "solution", "antivirus", "anti-virus"});
}

// Whether a mention of a product's name says something of the product. "Linux servers", "an app for Mac" only
// say what something else runs on.
bool is_spoken_of(const Reading& reading, const Found& name, std::uint32_t whose_head) {
  if (name.form != MentionForm::name || reading.in_title(name.sentence)) return true;
  const auto rel = reading.token(name.head).rel;
  const bool within = rel == Deprel::compound || rel == Deprel::amod || rel == Deprel::nmod_unmarked;
  return !within || whose_head == name.draft;
}

}  // namespace

// "the Brell worm": the words hold the name. kNobody: they hold none, or one of what it runs on ("Brell
// malware", for a Brell that is none; "the Brell management tool").
std::uint32_t Resolver::product_named_in(const Found& mention) const {
  const auto lemma = reading_.lemma(mention.head);
  if (mention.plural || mention.determiner == Determiner::indefinite || is_another(reading_, mention))
    return kNobody;
  if (only_runs(lemma) && !mention.noun->malicious) return kNobody;
  const auto name = mention.head - 1;
  const auto draft = name >= mention.first ? draft_at(name) : kNobody;
  if (mention.head == mention.first || draft == kNobody) return kNobody;
  const Draft& d = cast_.drafts[draft];
  if (d.kind != ActorKind::product) return kNobody;
  const bool known = d.entity != kNobody && !d.malicious;
  if (known && mention.noun->malicious) return kNobody;
  // "software for Brell" is Brell software too; "the Brell app" is one thing.
  const bool one = mention.determiner != Determiner::none || reading_.in_title(mention.sentence);
  return known && !one ? kNobody : draft;
}

// "the WebDAV service", "the fake tool": a capitalised word that the product's name and description lack.
bool Resolver::names_another(const Found& mention, const Draft& product) const {
  const auto name = ascii::lower(reading_.text(product.name));
  const auto description =
      product.description ? ascii::lower(reading_.text(*product.description)) : std::string();
  for (auto token = mention.first; token < mention.head; ++token) {
    const auto word = reading_.word(token);
    // "the Russian program" tells no name.
    const bool proper = token > reading_.language.sentences[mention.sentence].first &&
                        reading_.token(token).upos != language::Upos::ADJ &&
                        std::any_of(word.begin(), word.end(), ascii::is_upper);
    const bool of_maker = product.vendor != kNobody && draft_at(token) == product.vendor;
    if (!proper || of_maker) continue;
    const auto lower = ascii::lower(word);
    if (name.find(lower) == std::string::npos && description.find(lower) == std::string::npos) return true;
  }
  return false;
}

// "a heist with ransomware ... the ransomware": the noun was said since of something else.
bool Resolver::is_said_since(const Found& mention, TokenIndex since) const {
  const auto lemma = reading_.lemma(mention.head);
  const auto begin = reading_.language.sentences[mention.sentence - std::min(mention.sentence, 2u)].first;
  for (auto token = mention.first; token-- > std::max(begin, since + 1);) {
    const auto& t = reading_.token(token);
    if (t.upos != language::Upos::NOUN || draft_at(token) != kNobody || reading_.lemma(token) != lemma)
      continue;
    if (t.rel != Deprel::compound && !mention.plural && t.xpos == language::Xpos::NN) return true;
  }
  return false;
}

// "Brell's software", "Brell products", "the antivirus program".
bool Resolver::resolve_product(Found& mention) {
  const auto lemma = reading_.lemma(mention.head);
  if (const auto named = product_named_in(mention); named != kNobody) {
    assign(mention, named, "named in the same words");
    return true;
  }
  std::uint32_t vendor = kNobody;
  for (auto token = mention.first; token < mention.head; ++token) {
    const auto draft = draft_at(token);
    if (draft == kNobody) continue;
    const Draft& d = cast_.drafts[draft];
    if (d.kind == ActorKind::product) return false;
    if (d.kind == ActorKind::organization && (d.vendor == kNobody)) vendor = draft;
  }
  if (vendor != kNobody) return resolve_product_of(mention, vendor);
  if (mention.determiner != Determiner::definite || mention.plural) return false;
  if (is_another(reading_, mention) || is_told_by_what_follows(reading_, mention)) return false;
  // Which one "the software" is, is clear only where no other one is near.
  std::uint32_t only = kNobody;
  bool several = false;
  TokenIndex latest = 0;
  const auto draft = look_back(mention, 6, [&](const Found& recent, const Draft& d) {
    if (d.kind != ActorKind::product || names_another(mention, d)) return -1;
    if (!is_spoken_of(reading_, recent, draft_at(reading_.token(recent.head).head))) return -1;
    latest = std::max(latest, recent.head);
    const bool same_noun =
        d.head_lemma == lemma ||
        (d.description && reading_.text(*d.description).find(lemma) != std::string_view::npos);
    const auto index = static_cast<std::uint32_t>(&d - cast_.drafts.data());
    if (same_noun) return 15;
    // "the app", "the device" are not any program named before, and no malware is "the software".
    if (d.malicious != mention.noun->malicious) return -1;
    if (!mention.noun->malicious && !is_any_program(lemma)) return -1;
    several = several || (only != kNobody && only != index);
    only = index;
    return 0;
  });
  if (draft == kNobody || is_said_since(mention, latest)) return false;
  if (several && draft == only) {
    doubt(mention, draft, kNobody);
    return false;
  }
  assign(mention, draft, "the product named before");
  return true;
}

bool Resolver::resolve_product_of(Found& mention, std::uint32_t vendor) {
  const auto lemma = reading_.lemma(mention.head);
  // "Brell's software" and "Brell products" are what Brell makes; "Brell services" are something else.
  const auto which = std::pair(vendor, is_any_program(lemma) ? std::string() : lemma);
  if (const auto known = products_.find(which); known != products_.end()) {
    assign(mention, known->second, "a product of the same maker");
    return true;
  }
  const auto made =
      introduce(mention, ActorKind::product, "what a maker's name and a word for a product say");
  cast_.drafts[made].vendor = vendor;
  products_.emplace(which, made);
  assign(mention, made, "first mentioned here");
  return true;
}

}  // namespace hearsay::actors
