// Whose the nominals are: "the company", "its spokesman", "the Russian government", "critics".
#include <algorithm>
#include <utility>

#include "core/actors/kinds.hpp"
#include "core/actors/nominal_clues.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool Resolver::resolve_role(Found& mention) {
  const std::string role(role_of(reading_.lemma(mention.head)));
  std::uint32_t body = draft_at(mention.affiliation != kNoToken ? mention.affiliation : mention.possessor);
  if (body != kNobody && !is_body(cast_.drafts[body].kind)) body = kNobody;
  const bool new_one = mention.determiner == Determiner::indefinite;
  if (!new_one && (body != kNobody || mention.determiner != Determiner::none)) {
    std::uint32_t holder = kNobody;
    bool several = false;
    const auto& holders = holders_[role];
    for (std::size_t back = 0; back < kLookBack && back < holders.size(); ++back) {
      const auto i = holders[holders.size() - 1 - back];
      const Draft& draft = cast_.drafts[i];
      if (i == holder || draft.kind != ActorKind::person || draft.plural) continue;
      if (body != kNobody && draft.affiliation != kNobody && draft.affiliation != body) continue;
      several = several || holder != kNobody;
      holder = i;
    }
    if (several) {
      holder = look_back(mention, kNominalReach, [&](const Found&, const Draft& draft) {
        if (draft.kind != ActorKind::person || draft.plural) return -1;
        if (std::find(draft.roles.begin(), draft.roles.end(), role) == draft.roles.end()) return -1;
        if (body != kNobody && draft.affiliation != body) return -1;
        return 0;
      });
    }
    if (holder != kNobody) {
      Draft& draft = cast_.drafts[holder];
      if (draft.affiliation == kNobody) draft.affiliation = body;
      assign(mention, holder, body != kNobody ? "role at the same body" : "role");
      return true;
    }
  }
  // Nobody known has the role: an unnamed person, if the words say enough to tell who.
  if (body == kNobody && mention.noun->weak && !mention.modified) return false;
  if (mention.determiner == Determiner::none && body == kNobody && !mention.modified) return false;
  const auto made = introduce(mention, ActorKind::person, "a role that a person holds");
  cast_.drafts[made].roles.push_back(role);
  holders_[role].push_back(made);
  cast_.drafts[made].affiliation = body;
  assign(mention, made, "first mentioned here");
  return true;
}

// "the Russian government", "the country", "the foreign power".
bool Resolver::resolve_state(Found& mention) {
  const auto lemma = reading_.lemma(mention.head);
  const bool government = lemma == "government" || lemma == "regime" || lemma == "administration";
  if (!government && mention.noun->noun_class != NounClass::state) return false;
  if (mention.plural) return false;
  Span evidence;
  std::string country = country_in(mention, &evidence);
  std::uint32_t named = draft_at(mention.possessor != kNoToken ? mention.possessor : mention.affiliation);
  if (named == kNobody && government) {
    for (const TokenIndex child : reading_.language.children_of(mention.head)) {
      if (reading_.token(child).rel == Deprel::nmod && draft_at(child) != kNobody) named = draft_at(child);
    }
  }
  if (named == kNobody) {
    for (const TokenIndex child : reading_.language.children_of(mention.head)) {
      const bool before = child < mention.head && reading_.token(child).rel == Deprel::compound;
      if (before && draft_at(child) != kNobody) named = draft_at(child);
    }
  }
  if (named != kNobody && !cast_.drafts[named].country.empty() && country.empty())
    country = cast_.drafts[named].country;
  if (!country.empty() && government) {
    const auto& governments = governments_[country];
    for (std::size_t g = 0; g < kLookBack && g < governments.size(); ++g) {
      const auto i = governments[g];
      const Draft& draft = cast_.drafts[i];
      const bool state = draft.country == country && draft.kind == ActorKind::government &&
                         (draft.type == NameType::place || draft.governs || draft.head_lemma == lemma);
      if (!state) continue;
      assign(mention, i, "the government of that country");
      return true;
    }
    const auto made = introduce(mention, ActorKind::government, "the word \"government\"");
    governments_[country].push_back(made);
    assign(mention, made, "first mentioned here");
    return true;
  }
  if (mention.determiner != Determiner::definite || is_another(reading_, mention)) return false;
  // "the Brell administration" is not the state named before, and "the country that ..." says itself which.
  if (named != kNobody && cast_.drafts[named].country.empty()) return false;
  if (is_told_by_what_follows(reading_, mention)) return false;
  const auto draft = look_back(mention, 4, [&](const Found&, const Draft& d) {
    if (d.country.empty() || !d.named || (d.kind != ActorKind::government && d.kind != ActorKind::place))
      return -1;
    if (d.type != NameType::place) return -1;
    return d.kind == ActorKind::government ? 10 : 0;
  });
  if (draft != kNobody) assign(mention, draft, "the state named before");
  return draft != kNobody;
}

// People without a name: "two officials familiar with the matter", "critics", "federal agencies".
bool Resolver::resolve_group(Found& mention) {
  const auto lemma = reading_.lemma(mention.head);
  const bool people =
      mention.noun->noun_class == NounClass::group || mention.noun->noun_class == NounClass::person;
  if (!people && !mention.plural) return false;
  if (mention.noun->weak && !mention.modified) return false;
  if (mention.noun->noun_class == NounClass::product) return false;
  const auto key = folded(reading_.text(mention.span));
  const bool told = is_told_by_what_follows(reading_, mention);
  const bool definite = mention.determiner == Determiner::definite && !mention.modified && !told;
  for (std::size_t back = 0; back < kLookBack && back < recent_.size(); ++back) {
    const Found& recent = found_[recent_[recent_.size() - 1 - back]];
    const Draft& draft = cast_.drafts[recent.draft];
    if (draft.kind != ActorKind::group || draft.named || draft.head_lemma != lemma) continue;
    auto other = folded(reading_.text(recent.span));
    const bool same = other == key || other == "the" + key || "the" + other == key ||
                      (recent.noun != nullptr && !recent.modified && !mention.modified);
    if (told && other != key) continue;
    if (!same && !definite) continue;
    assign(mention, recent.draft, same ? "same words" : "the same people, named before");
    return true;
  }
  if (!mention.modified && !mention.noun->bare && mention.determiner == Determiner::none &&
      !reading_.is_subject(mention.head)) {
    return false;
  }
  const auto made = introduce(mention, ActorKind::group,
                              people ? "people without a name" : "several bodies without a name");
  cast_.drafts[made].plural = true;
  assign(mention, made, "first mentioned here");
  return true;
}

// "the Brell gang", where Brell is no place: the words name it themselves. kNobody: they hold no name.
std::uint32_t Resolver::named_within(const Found& mention) const {
  for (auto token = mention.first; token < mention.head; ++token) {
    const auto draft = draft_at(token);
    if (draft == kNobody || token == mention.possessor) continue;
    const Draft& d = cast_.drafts[draft];
    if (d.named && d.kind != ActorKind::place && d.country.empty()) return draft;
  }
  return kNobody;
}

// "the company", "the Zurich firm", "the agency".
bool Resolver::resolve_body(Found& mention) {
  if (mention.determiner == Determiner::indefinite) {
    if (!reading_.is_subject(mention.head) || !mention.modified) return false;
    assign(mention, introduce(mention, kind_of(mention.noun->noun_class), "the word for it"),
           "first mentioned here");
    return true;
  }
  if (mention.determiner == Determiner::none && !mention.modified && !mention.noun->bare) return false;
  Span evidence;
  const std::string country = country_in(mention, &evidence);
  const auto lemma = reading_.lemma(mention.head);
  const auto noun = mention.noun->noun_class;
  const auto owner = draft_at(mention.possessor);
  const bool pronoun = mention.possessor != kNoToken && reading_.token(mention.possessor).upos == Upos::PRON;
  if (owner != kNobody && cast_.drafts[owner].kind == ActorKind::person) {
    const auto body = cast_.drafts[owner].affiliation;
    const bool any = lemma == "employer" || lemma == "organisation" || lemma == "organization";
    if (body != kNobody && (any || fits_noun(noun, cast_.drafts[body]))) {  // "his firm"
      assign(mention, body, "the body that the person belongs to");
      return true;
    }
  }
  // "her organisation" is the one she belongs to, or not known; "their company" may be the one spoken of.
  const bool his_or_its = pronoun && !reading_.lemma(mention.possessor).starts_with("the");
  const auto within = named_within(mention);
  if (within != kNobody && cast_.drafts[within].kind == ActorKind::group &&
      mention.determiner == Determiner::definite) {
    assign(mention, within, "named in the same words");
    return true;
  }
  const bool owned = mention.determiner == Determiner::possessive && !pronoun;
  const bool says_itself = mention.determiner == Determiner::none || is_another(reading_, mention) ||
                           is_told_by_what_follows(reading_, mention) || within != kNobody;
  // "institution", "organisation" and "body" may be said of an agency, and of anybody.
  const bool wide = is_one_of(lemma, {"institution", "organisation", "organization", "body", "entity"});
  const bool too_wide = wide && country.empty() && !reading_.is_subject(mention.head);
  const auto draft =
      owned || his_or_its || says_itself || too_wide
          ? kNobody
          : look_back(mention, kNominalReach, [&](const Found&, const Draft& d) {
              if (d.plural || d.kind == ActorKind::person || d.kind == ActorKind::product) return -1;
              if (!d.trades && d.named && is_company_noun(lemma)) return -1;
              // "a third party ... the company": a body without a name goes by its own noun only.
              if (!d.named && d.head_lemma != lemma) return -1;
              int fit = 0;
              const auto name = reading_.text(d.name);
              const std::string lower_name = ascii::lower(name);
              const bool described =
                  d.description && reading_.text(*d.description).find(lemma) != std::string_view::npos;
              const bool says_so =
                  lower_name.find(lemma) != std::string::npos || d.head_lemma == lemma || described;
              if (says_so) {
                if (!is_body(d.kind)) return -1;
                fit += d.named ? 25 : 10;  // a name said since is the likelier
              } else if (!fits_noun(noun, d)) {
                const bool crew =
                    d.kind == ActorKind::group && mention.affiliation == kNoToken &&
                    (lemma == "group" || lemma == "gang" || lemma == "syndicate" || lemma == "collective");
                if (!(wide && is_body(d.kind)) && !crew) return -1;
                fit += crew ? 10 : 4;
              } else if (d.type == NameType::place) {
                return -1;
              } else if (d.kind == ActorKind::outlet && noun == NounClass::organization && !wide) {
                return -1;  // "the company" is hardly the paper that reports on it
              } else if (mention.noun->weak || mention.noun->exact) {
                return -1;  // "the group", "the office": only where the name says so
              }
              const auto& known = d.country.empty() ? d.listed_country : d.country;
              if (!country.empty() && !known.empty()) {
                if (known != country) return -1;
                fit += 30;
              } else if (!country.empty()) {
                fit -= 4;
              }
              return fit + 2;
            });
  if (draft != kNobody) {
    Draft& joined = cast_.drafts[draft];
    if (!country.empty() && joined.country.empty()) {
      joined.country = country;
      joined.country_evidence = evidence;
    }
    if (!country.empty() && !joined.description) joined.description = mention.span;
    assign(mention, draft,
           country.empty() ? "the one named before that the noun fits"
                           : "noun and country fit the one named before");
    return true;
  }
  if (mention.noun->weak && !mention.modified) return false;
  if (pronoun) return false;
  const bool tells_which = mention.modified || owner != kNobody;
  if (!tells_which && !reading_.is_subject(mention.head)) return false;
  // The same words again are the same body.
  const auto key = folded(reading_.text(mention.span));
  for (std::size_t back = 0; back < kLookBack && back < recent_.size(); ++back) {
    const Found& recent = found_[recent_[recent_.size() - 1 - back]];
    if (cast_.drafts[recent.draft].named || folded(reading_.text(recent.span)) != key) continue;
    assign(mention, recent.draft, "same words");
    return true;
  }
  assign(mention, introduce(mention, kind_of(noun), "the word for it"), "first mentioned here");
  return true;
}

void Resolver::resolve_nominal(Found& mention) {
  if (resolve_state(mention)) return;
  switch (mention.noun->noun_class) {
    case NounClass::person:
      if (mention.plural) {
        resolve_group(mention);
      } else {
        resolve_role(mention);
      }
      return;
    case NounClass::group:
      resolve_group(mention);
      return;
    case NounClass::product:
      resolve_product(mention);
      return;
    case NounClass::state:
      return;
    case NounClass::organization:
    case NounClass::government:
    case NounClass::outlet:
      if (mention.plural) {
        resolve_group(mention);
      } else {
        resolve_body(mention);
      }
      return;
  }
}

}  // namespace hearsay::actors
