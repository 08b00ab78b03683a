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

// "institution", "organisation" and "body" may be said of an agency, and of anybody.
bool is_wide(std::string_view lemma) {
  return is_one_of(lemma, {"institution", "organisation", "organization", "body", "entity"});
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

// How well a body named before goes with "the company", "the Zurich firm", "the gang"; negative: it does not.
int Resolver::fit_of_body(const Found& mention, const Draft& draft, const std::string& country) const {
  if (draft.plural || draft.kind == ActorKind::person || draft.kind == ActorKind::product) return -1;
  const auto lemma = reading_.lemma(mention.head);
  const bool company = is_company_noun(lemma);
  if (!draft.trades && draft.named && company) return -1;
  // "a third party ... the company": a body without a name goes by its own noun only.
  if (!draft.named && draft.head_lemma != lemma) return -1;
  const std::string name = ascii::lower(reading_.text(draft.name));
  const bool described =
      draft.description && reading_.text(*draft.description).find(lemma) != std::string_view::npos;
  const bool says_so = name.find(lemma) != std::string::npos || draft.head_lemma == lemma || described ||
                       (draft.named && sounds_like(name, lemma));
  const bool crew = draft.kind == ActorKind::group && mention.affiliation == kNoToken &&
                    is_one_of(lemma, {"group", "gang", "syndicate", "collective"});
  const bool no_firm = lemma == "gang" || lemma == "syndicate";
  int fit = 2;
  if (says_so) {
    if (!is_body(draft.kind) && !crew) return -1;
    fit += draft.named ? 25 : 10;  // a name said since is the likelier
  } else if (crew) {
    fit += 10;
  } else if (no_firm) {
    return -1;
  } else if (!fits_noun(mention.noun->noun_class, draft)) {
    if (!is_wide(lemma) || !is_body(draft.kind)) return -1;
    fit += 4;
  } else if (draft.type == NameType::place) {
    return -1;
  } else if (draft.kind == ActorKind::outlet && mention.noun->noun_class == NounClass::organization &&
             !is_wide(lemma)) {
    return -1;  // "the company" is hardly the paper that reports on it
  } else if (mention.noun->exact || (mention.noun->weak && !(mention.modified && company))) {
    return -1;  // "the group", "the office": only where the name says so; any firm is "the software giant"
  }
  if (country.empty()) return fit;
  const auto& known = draft.country.empty() ? draft.listed_country : draft.country;
  if (known.empty()) return fit - 4;
  return known == country ? fit + 30 : -1;
}

// "his firm": whom the person works for. kNobody: not said.
std::uint32_t Resolver::employer_in(const Found& mention) const {
  const auto owner = draft_at(mention.possessor);
  if (owner == kNobody || cast_.drafts[owner].kind != ActorKind::person) return kNobody;
  const auto body = cast_.drafts[owner].affiliation;
  if (body == kNobody) return kNobody;
  const bool any = is_one_of(reading_.lemma(mention.head), {"employer", "organisation", "organization"});
  return any || fits_noun(mention.noun->noun_class, cast_.drafts[body]) ? body : kNobody;
}

// "Holt, the firm's founder": the firm is the one that the text says he belongs to. kNobody: not said.
std::uint32_t Resolver::employer_of_apposed(const Found& mention) const {
  const auto& token = reading_.token(mention.head);
  if (token.rel != Deprel::nmod_poss || token.head == kNoToken) return kNobody;
  const auto& role = reading_.token(token.head);
  const auto* noun = reading_.gazetteer.noun(reading_.lemma(token.head));
  if (noun == nullptr || !noun->role || role.rel != Deprel::appos || role.head == kNoToken) return kNobody;
  const auto holder = draft_at(role.head);
  if (holder == kNobody || cast_.drafts[holder].kind != ActorKind::person) return kNobody;
  const auto body = cast_.drafts[holder].affiliation;
  const bool fits = body != kNobody && fits_noun(mention.noun->noun_class, cast_.drafts[body]);
  return fits ? body : kNobody;
}

// The same words again are the same body, as long as it has no name.
std::uint32_t Resolver::said_before(const Found& mention) const {
  const auto key = folded(reading_.text(mention.span));
  for (std::size_t back = 0; back < kLookBack && back < recent_.size(); ++back) {
    const Found& recent = found_[recent_[recent_.size() - 1 - back]];
    if (cast_.drafts[recent.draft].named) continue;
    const auto other = folded(reading_.text(recent.span));
    if (other == key || other == "the" + key || "the" + other == key) return recent.draft;
  }
  return kNobody;
}

// "the company", "the Zurich firm", "the agency".
bool Resolver::resolve_body(Found& mention) {
  const auto noun = mention.noun->noun_class;
  if (mention.determiner == Determiner::indefinite) {
    if (!reading_.is_subject(mention.head) || !mention.modified) return false;
    assign(mention, introduce(mention, kind_of(noun), "the word for it"), "first mentioned here");
    return true;
  }
  if (mention.determiner == Determiner::none && !mention.modified && !mention.noun->bare) return false;
  if (const auto employer = employer_in(mention); employer != kNobody) {
    assign(mention, employer, "the body that the person belongs to");
    return true;
  }
  if (const auto employer = employer_of_apposed(mention); employer != kNobody) {
    assign(mention, employer, "the body that the person belongs to");
    return true;
  }
  const auto within = named_within(mention);
  if (within != kNobody && cast_.drafts[within].kind == ActorKind::group &&
      mention.determiner == Determiner::definite) {
    assign(mention, within, "named in the same words");
    return true;
  }
  Span evidence;
  const std::string country = country_in(mention, &evidence);
  const bool pronoun = mention.possessor != kNoToken && reading_.token(mention.possessor).upos == Upos::PRON;
  // "her organisation" is the one she belongs to, or not known; "their company" may be the one spoken of.
  const bool his_or_its = pronoun && !reading_.lemma(mention.possessor).starts_with("the");
  const bool owned = mention.determiner == Determiner::possessive && !pronoun;
  const bool says_itself = mention.determiner == Determiner::none || is_another(reading_, mention) ||
                           is_told_by_what_follows(reading_, mention) || within != kNobody;
  const bool too_wide =
      is_wide(reading_.lemma(mention.head)) && country.empty() && !reading_.is_subject(mention.head);
  const auto draft = owned || his_or_its || says_itself || too_wide
                         ? kNobody
                         : look_back(mention, kNominalReach, [&](const Found&, const Draft& d) {
                             return fit_of_body(mention, d, country);
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
  if (pronoun || (mention.noun->weak && !mention.modified)) return false;
  const bool tells_which = mention.modified || draft_at(mention.possessor) != kNobody;
  if (!tells_which && !reading_.is_subject(mention.head)) return false;
  if (const auto same = said_before(mention); same != kNobody) {
    assign(mention, same, "same words");
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
