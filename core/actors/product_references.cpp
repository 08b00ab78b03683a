// Whose the nominals for products are: "Brell's software", "the antivirus program", "the ransomware".
#include <algorithm>

#include "core/actors/nominal_clues.hpp"

namespace hearsay::actors {
namespace {

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

}  // namespace

// "Brell's software", "Brell products", "the antivirus program".
bool Resolver::resolve_product(Found& mention) {
  const auto lemma = reading_.lemma(mention.head);
  std::uint32_t vendor = kNobody;
  for (auto token = mention.first; token < mention.head; ++token) {
    const auto draft = draft_at(token);
    if (draft == kNobody) continue;
    const Draft& d = cast_.drafts[draft];
    if (d.kind == ActorKind::product && reading_.token(token).head == mention.head) {
      const bool one_of_many =
          mention.plural || mention.determiner == Determiner::indefinite || is_another(reading_, mention);
      if (one_of_many || (only_runs(lemma) && !mention.noun->malicious)) return false;
      assign(mention, draft, "named in the same words");
      return true;
    }
    if (d.kind == ActorKind::organization && (d.vendor == kNobody)) vendor = draft;
  }
  if (vendor != kNobody) return resolve_product_of(mention, vendor);
  if (mention.determiner != Determiner::definite || mention.plural) return false;
  if (is_another(reading_, mention) || is_told_by_what_follows(reading_, mention)) return false;
  // Which one "the software" is, is clear only where no other one is near.
  std::uint32_t only = kNobody;
  bool several = false;
  const auto draft = look_back(mention, 6, [&](const Found&, const Draft& d) {
    if (d.kind != ActorKind::product) return -1;
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
  if (draft == kNobody) return false;
  if (several && draft == only) {
    doubt(mention, draft, kNobody);
    return false;
  }
  assign(mention, draft, "the product named before");
  return true;
}

bool Resolver::resolve_product_of(Found& mention, std::uint32_t vendor) {
  if (const auto known = products_.find(vendor); known != products_.end()) {
    assign(mention, known->second, "a product of the same maker");
    return true;
  }
  const auto made =
      introduce(mention, ActorKind::product, "what a maker's name and a word for a product say");
  cast_.drafts[made].vendor = vendor;
  products_.emplace(vendor, made);
  assign(mention, made, "first mentioned here");
  return true;
}

}  // namespace hearsay::actors
