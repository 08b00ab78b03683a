#include "core/actors/resolver.hpp"

#include <algorithm>
#include <utility>

#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;

constexpr std::size_t kLookBack = 60;        // mentions
constexpr std::uint32_t kPronounReach = 3;   // sentences
constexpr std::uint32_t kNominalReach = 15;  // sentences
constexpr std::size_t kMostDoubts = 20;      // notes

bool is_body(ActorKind kind) {
  return kind == ActorKind::organization || kind == ActorKind::government || kind == ActorKind::outlet;
}

// Roles that go by several names.
std::string_view role_of(std::string_view lemma) {
  if (lemma == "spokesman" || lemma == "spokeswoman" || lemma == "representative") return "spokesperson";
  if (lemma == "chief" || lemma == "executive" || lemma == "boss") return "ceo";
  if (lemma == "chairwoman" || lemma == "chair") return "chairman";
  if (lemma == "co-founder" || lemma == "cofounder") return "founder";
  return lemma;
}

bool fits_noun(NounClass noun, const Draft& draft) {
  switch (noun) {
    case NounClass::organization:
      return draft.kind == ActorKind::organization || draft.kind == ActorKind::outlet;
    case NounClass::government:
      return draft.kind == ActorKind::government;
    case NounClass::outlet:
      return draft.kind == ActorKind::outlet;
    case NounClass::person:
      return draft.kind == ActorKind::person;
    case NounClass::group:
      return draft.kind == ActorKind::group;
    case NounClass::product:
      return draft.kind == ActorKind::product;
    case NounClass::state:
      return !draft.country.empty();
  }
  return false;
}

ActorKind kind_of(NounClass noun) {
  switch (noun) {
    case NounClass::organization:
      return ActorKind::organization;
    case NounClass::government:
    case NounClass::state:
      return ActorKind::government;
    case NounClass::outlet:
      return ActorKind::outlet;
    case NounClass::person:
      return ActorKind::person;
    case NounClass::group:
      return ActorKind::group;
    case NounClass::product:
      return ActorKind::product;
  }
  return ActorKind::other;
}

}  // namespace

Resolver::Resolver(const Reading& reading, std::vector<Found>& found, Cast& cast)
    : reading_(reading),
      found_(found),
      cast_(cast),
      draft_of_token_(reading.language.tokens.size(), kNobody) {
  for (const Found& mention : found_) {
    if (mention.draft == kNobody) continue;
    for (auto token = mention.first; token < mention.last; ++token) draft_of_token_[token] = mention.draft;
  }
  for (std::uint32_t i = 0; i < cast_.drafts.size(); ++i) {
    const Draft& draft = cast_.drafts[i];
    if (draft.kind == ActorKind::government && !draft.country.empty())
      governments_[draft.country].push_back(i);
  }
}

std::uint32_t Resolver::draft_at(TokenIndex token) const {
  return token < draft_of_token_.size() ? draft_of_token_[token] : kNobody;
}

void Resolver::assign(Found& mention, std::uint32_t draft, std::string why) {
  mention.draft = draft;
  mention.why = std::move(why);
  ++cast_.drafts[draft].mentions;
  if (draft_of_token_[mention.head] == kNobody) draft_of_token_[mention.head] = draft;
}

std::uint32_t Resolver::introduce(const Found& mention, ActorKind kind, std::string kind_why) {
  Draft draft;
  draft.kind = kind;
  draft.kind_why = std::move(kind_why);
  draft.name = mention.span;
  draft.plural = mention.plural;
  draft.gender = mention.gender;
  draft.head_lemma = reading_.lemma(mention.head);
  Span evidence;
  draft.country = country_in(mention, &evidence);
  if (!draft.country.empty()) draft.country_evidence = evidence;
  cast_.drafts.push_back(std::move(draft));
  return static_cast<std::uint32_t>(cast_.drafts.size() - 1);
}

void Resolver::doubt(const Found& mention) {
  if (++doubts_ > kMostDoubts) return;
  cast_.notes.push_back({"doubtful-reference",
                         "Two actors come into question for these words; they were joined to neither.",
                         {mention.span}});
}

std::string Resolver::country_in(const Found& mention, Span* evidence) const {
  for (auto token = mention.first; token < mention.last; ++token) {
    const auto word = reading_.word(token);
    const auto* names = reading_.gazetteer.find(fold_into(kFoldStart, word));
    if (names == nullptr || word.empty() || word.front() < 'A' || word.front() > 'Z') continue;
    // "Moscow-based": the place counts only where "based" says so.
    const bool based =
        token + 1 < mention.last && reading_.word(token + 1).find("based") != std::string_view::npos;
    const bool hyphen_based = token + 2 < mention.last && reading_.word(token + 1) == "-" &&
                              reading_.word(token + 2).starts_with("based");
    for (const auto index : *names) {
      const auto& name = reading_.gazetteer.names[index];
      const bool demonym = name.name_class == NameClass::demonym;
      const bool seat = name.name_class == NameClass::capital || name.name_class == NameClass::place ||
                        name.name_class == NameClass::city || name.name_class == NameClass::country;
      const bool adjective =
          name.name_class == NameClass::country && token < mention.head && !name.country.empty();
      if (!demonym && !adjective && !(seat && (based || hyphen_based))) continue;
      *evidence = reading_.token(token).span;
      return std::string(name.country);
    }
  }
  return {};
}

void Resolver::describe(std::uint32_t index, const Found& nominal) {
  Draft& draft = cast_.drafts[index];
  if (!draft.description || draft.description->size() < nominal.span.size()) draft.description = nominal.span;
  if (draft.country.empty() && draft.kind != ActorKind::place) {
    Span evidence;
    auto country = country_in(nominal, &evidence);
    if (!country.empty()) {
      draft.country = std::move(country);
      draft.country_evidence = evidence;
    }
  }
  if (nominal.noun->role) {
    draft.roles.emplace_back(role_of(reading_.lemma(nominal.head)));
    holders_[draft.roles.back()].push_back(index);
    if (draft.gender == 'x') draft.gender = nominal.gender;
    if (draft.affiliation != kNobody) return;
    const auto body = draft_at(nominal.affiliation != kNoToken ? nominal.affiliation : nominal.possessor);
    if (body != kNobody && is_body(cast_.drafts[body].kind)) draft.affiliation = body;
  }
}

// A nominal beside a name: "Payroll provider Lumen", "Lumen, a payroll provider,", "Ian Brell, its director".
void Resolver::beside_name(std::size_t index) {
  Found& nominal = found_[index];
  if (nominal.form != MentionForm::nominal || nominal.plural || nominal.draft != kNobody) return;
  const auto fits = [&](const Found& name) {
    if (name.form != MentionForm::name || name.sentence != nominal.sentence || name.draft == kNobody)
      return false;
    const Draft& draft = cast_.drafts[name.draft];
    const auto noun = nominal.noun->noun_class;
    if (noun == NounClass::person) return draft.kind == ActorKind::person;
    if (noun == NounClass::organization || noun == NounClass::government || noun == NounClass::outlet) {
      return is_body(draft.kind) || (draft.kind == ActorKind::group && noun == NounClass::organization);
    }
    return fits_noun(noun, draft);
  };
  const auto& language = reading_.language;
  // In front of the name, without anything between. "the Zurich firm Tarn": one phrase.
  for (std::size_t next = index + 1; next < found_.size() && next <= index + 3; ++next) {
    const Found& name = found_[next];
    if (name.form != MentionForm::name || name.first != nominal.last || !fits(name)) continue;
    describe(name.draft, nominal);
    assign(nominal, name.draft, "stands before the name");
    return;
  }
  // In front of the name, with a comma: "its director, Ian Brell,".
  if (nominal.noun->role || nominal.determiner == Determiner::possessive) {
    for (std::size_t next = index + 1; next < found_.size() && next <= index + 3; ++next) {
      const Found& name = found_[next];
      if (name.form != MentionForm::name || name.first != nominal.last + 1 || !fits(name)) continue;
      const auto end = language.sentence(nominal.head).last();
      const bool closed = name.last >= end || reading_.word(name.last) == ",";
      if (reading_.word(nominal.last) != "," || !closed) continue;
      describe(name.draft, nominal);
      assign(nominal, name.draft, "apposition");
      return;
    }
  }
  // After the name, between commas or as the tree has it.
  for (std::size_t back = 1; back <= 4 && back <= index; ++back) {
    const Found& name = found_[index - back];
    if (name.form != MentionForm::name || name.last > nominal.first || !fits(name)) continue;
    const auto head = language.tokens[nominal.head].head;
    const bool tree =
        language.tokens[nominal.head].rel == Deprel::appos && head >= name.first && head < name.last;
    const bool comma = name.last + 1 == nominal.first && reading_.word(name.last) == ",";
    const auto end = nominal.last;
    const bool closed = end >= language.sentence(nominal.head).last() || reading_.word(end) == "," ||
                        reading_.word(end) == "." || nominal.noun->role;
    const bool starts_like_one = nominal.determiner != Determiner::none || nominal.modified;
    if (!tree && !(comma && closed && starts_like_one && nominal.noun->role)) continue;
    describe(name.draft, nominal);
    assign(nominal, name.draft, "apposition");
    return;
  }
  // "Ian Brell is the director of ...".
  const auto subject = language.child(nominal.head, Deprel::nsubj);
  if (subject != kNoToken && language.child(nominal.head, Deprel::cop) != kNoToken) {
    const auto draft = draft_at(subject);
    if (draft != kNobody && fits_noun(nominal.noun->noun_class, cast_.drafts[draft])) {
      describe(draft, nominal);
      assign(nominal, draft, "the text says that it is this");
    }
  }
}

void Resolver::read_appositions() {
  for (std::size_t i = 0; i < found_.size(); ++i) beside_name(i);
}

int Resolver::salience(const Found& recent, const Found& mention) const {
  const auto distance = static_cast<int>(mention.sentence - recent.sentence);
  int score = 40 - 9 * distance;
  if (reading_.is_subject(recent.head)) score += 10;
  const auto rel = reading_.token(recent.head).rel;
  if (rel == Deprel::obj || rel == Deprel::iobj) score += 3;
  if (rel == Deprel::nmod || rel == Deprel::compound) score -= 6;
  if (reading_.in_title(recent.sentence)) score += 4;
  return score + static_cast<int>(std::min<std::uint32_t>(cast_.drafts[recent.draft].mentions, 6));
}

template <class Score>
std::uint32_t Resolver::look_back(const Found& mention, std::uint32_t sentences, Score&& score,
                                  bool* doubtful) {
  std::vector<Candidate> candidates;
  for (std::size_t back = 0; back < kLookBack && back < recent_.size(); ++back) {
    const Found& recent = found_[recent_[recent_.size() - 1 - back]];
    if (mention.sentence - recent.sentence > sentences) break;
    if (recent.head == mention.head) continue;
    const int fit = score(recent, cast_.drafts[recent.draft]);
    if (fit < 0) continue;
    const int value = fit + salience(recent, mention);
    const auto known = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& c) { return c.draft == recent.draft; });
    if (known == candidates.end()) {
      candidates.push_back({recent.draft, value});
    } else {
      known->score = std::max(known->score, value);
    }
  }
  if (candidates.empty()) return kNobody;
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (candidates.size() > 1 && candidates[0].score - candidates[1].score < 2) {
    *doubtful = true;
    return kNobody;
  }
  return candidates.front().draft;
}

void Resolver::resolve_pronoun(Found& mention) {
  const auto word = reading_.text(mention.span);
  const bool person = mention.gender != 'x';
  const bool many = mention.plural;
  const auto& token = reading_.token(mention.head);
  const bool reflexive = word.size() > 4 && word.substr(word.size() - 4) == "self";
  bool doubtful = false;
  const auto draft = look_back(
      mention, kPronounReach,
      [&](const Found& recent, const Draft& d) {
        // "X accused him": he is not X.
        const bool same_clause = recent.sentence == mention.sentence && !reflexive &&
                                 token.rel != Deprel::nmod_poss && token.rel != Deprel::nsubj &&
                                 reading_.token(recent.head).head == token.head && token.head != kNoToken;
        if (same_clause) return -1;
        int fit = 0;
        if (person) {
          if (d.kind != ActorKind::person || d.plural) return -1;
          if (d.gender != 'x' && d.gender != mention.gender) return -1;
          if (d.gender == mention.gender) fit += 4;
        } else if (many) {
          if (d.kind == ActorKind::group && d.plural) {
            fit += 12;
          } else if (d.kind != ActorKind::group && (!is_body(d.kind) || !reading_.is_subject(recent.head))) {
            return -1;  // a body is "they" where it acts; chips and systems are too
          }
        } else {
          if (d.plural || d.kind == ActorKind::person) return -1;
          if (d.kind == ActorKind::group || d.kind == ActorKind::other) return -1;
          if (d.kind == ActorKind::place) fit = d.country.empty() ? -20 : -8;
          if (d.kind == ActorKind::product) fit -= 4;
          if (fit <= -20) return -1;
          fit += 20;
        }
        // A subject goes on being the subject.
        if (reading_.is_subject(mention.head) && reading_.is_subject(recent.head)) fit += 5;
        return fit;
      },
      &doubtful);
  if (draft != kNobody) {
    assign(mention, draft, "pronoun: the most prominent one before it that fits");
  } else if (doubtful) {
    doubt(mention);
  }
}

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
      bool doubtful = false;
      holder = look_back(
          mention, kNominalReach,
          [&](const Found&, const Draft& draft) {
            if (draft.kind != ActorKind::person || draft.plural) return -1;
            if (std::find(draft.roles.begin(), draft.roles.end(), role) == draft.roles.end()) return -1;
            if (body != kNobody && draft.affiliation != body) return -1;
            return 0;
          },
          &doubtful);
      if (doubtful) doubt(mention);
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
  if (mention.determiner != Determiner::definite) return false;
  bool doubtful = false;
  const auto draft = look_back(
      mention, 4,
      [&](const Found&, const Draft& d) {
        if (d.country.empty() || !d.named || (d.kind != ActorKind::government && d.kind != ActorKind::place))
          return -1;
        if (d.type != NameType::place) return -1;
        return d.kind == ActorKind::government ? 10 : 0;
      },
      &doubtful);
  if (draft != kNobody) assign(mention, draft, "the state named before");
  return draft != kNobody;
}

// "Brell's software", "Brell products", "the antivirus program".
bool Resolver::resolve_product(Found& mention) {
  std::uint32_t vendor = kNobody;
  for (auto token = mention.first; token < mention.head; ++token) {
    const auto draft = draft_at(token);
    if (draft == kNobody) continue;
    const Draft& d = cast_.drafts[draft];
    if (d.kind == ActorKind::product && reading_.token(token).head == mention.head) {
      assign(mention, draft, "named in the same words");
      return true;
    }
    if (d.kind == ActorKind::organization && (d.vendor == kNobody)) vendor = draft;
  }
  if (vendor != kNobody) {
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
  if (mention.determiner == Determiner::none || mention.determiner == Determiner::indefinite ||
      mention.plural) {
    return false;
  }
  const auto lemma = reading_.lemma(mention.head);
  bool doubtful = false;
  const auto draft = look_back(
      mention, 6,
      [&](const Found&, const Draft& d) {
        if (d.kind != ActorKind::product) return -1;
        const bool same_noun =
            d.head_lemma == lemma ||
            (d.description && reading_.text(*d.description).find(lemma) != std::string_view::npos);
        // "the device" is not any program named before, and no malware is "the software".
        if (mention.noun->exact && !same_noun) return -1;
        if (d.malicious != mention.noun->malicious && !same_noun) return -1;
        return same_noun ? 15 : 0;
      },
      &doubtful);
  if (draft != kNobody) assign(mention, draft, "the product named before");
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
  const bool definite = mention.determiner == Determiner::definite && !mention.modified;
  for (std::size_t back = 0; back < kLookBack && back < recent_.size(); ++back) {
    const Found& recent = found_[recent_[recent_.size() - 1 - back]];
    const Draft& draft = cast_.drafts[recent.draft];
    if (draft.kind != ActorKind::group || draft.named || draft.head_lemma != lemma) continue;
    auto other = folded(reading_.text(recent.span));
    const bool same = other == key || other == "the" + key || "the" + other == key ||
                      (recent.noun != nullptr && !recent.modified && !mention.modified);
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

// "the company", "the Zurich firm", "the agency".
bool Resolver::resolve_body(Found& mention) {
  if (mention.determiner == Determiner::indefinite) {
    if (!reading_.is_subject(mention.head) || !mention.modified) return false;
    assign(mention, introduce(mention, kind_of(mention.noun->noun_class), "the word for it"),
           "first mentioned here");
    return true;
  }
  if (mention.determiner == Determiner::none && !mention.modified) return false;
  Span evidence;
  const std::string country = country_in(mention, &evidence);
  const auto lemma = reading_.lemma(mention.head);
  const auto noun = mention.noun->noun_class;
  bool doubtful = false;
  const auto owner = draft_at(mention.possessor);
  const bool pronoun = mention.possessor != kNoToken && reading_.token(mention.possessor).upos == Upos::PRON;
  if (owner != kNobody && cast_.drafts[owner].kind == ActorKind::person) {
    const auto body = cast_.drafts[owner].affiliation;
    if (body != kNobody && fits_noun(noun, cast_.drafts[body])) {  // "his firm"
      assign(mention, body, "the body that the person belongs to");
      return true;
    }
  }
  const bool owned = mention.determiner == Determiner::possessive && !pronoun;
  const auto draft =
      owned ? kNobody
            : look_back(
                  mention, kNominalReach,
                  [&](const Found&, const Draft& d) {
                    if (d.plural || d.kind == ActorKind::person || d.kind == ActorKind::product) return -1;
                    // "a third party ... the company": a body without a name goes by its own noun only.
                    if (!d.named && d.head_lemma != lemma) return -1;
                    int fit = 0;
                    const auto lower_name = ascii::lower(reading_.text(d.name));
                    const bool described =
                        d.description && reading_.text(*d.description).find(lemma) != std::string_view::npos;
                    const bool says_so =
                        lower_name.find(lemma) != std::string::npos || d.head_lemma == lemma || described;
                    if (says_so) {
                      if (!is_body(d.kind)) return -1;
                      fit += 25;
                    } else if (!fits_noun(noun, d)) {
                      // "institution", "organisation" and "body" may be said of an agency.
                      const bool wide = lemma == "institution" || lemma == "organisation" ||
                                        lemma == "organization" || lemma == "body" || lemma == "entity";
                      const bool crew = d.kind == ActorKind::group && mention.affiliation == kNoToken &&
                                        (lemma == "group" || lemma == "gang" || lemma == "syndicate" ||
                                         lemma == "collective");
                      if (!(wide && is_body(d.kind)) && !crew) return -1;
                      fit += crew ? 10 : 4;
                    } else if (d.type == NameType::place) {
                      return -1;
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
                  },
                  &doubtful);
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
  if (doubtful) doubt(mention);
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

void Resolver::resolve(std::size_t index) {
  Found& mention = found_[index];
  if (mention.draft == kNobody && mention.form == MentionForm::pronoun) resolve_pronoun(mention);
  if (mention.draft == kNobody && mention.form == MentionForm::nominal) resolve_nominal(mention);
  if (mention.draft != kNobody) recent_.push_back(index);
}

}  // namespace hearsay::actors
