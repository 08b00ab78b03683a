// Nominals that stand beside a name, and what they say of it.
#include <algorithm>
#include <utility>

#include "core/actors/kind_signs.hpp"
#include "core/actors/kinds.hpp"
#include "core/actors/resolver.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;

bool is_close(std::string_view word) {
  return word == "," || word == "." || word == "”" || word == "\"" || word == ")";
}

}  // namespace

std::string Resolver::country_in(const Found& mention, Span* evidence) const {
  for (auto token = mention.first; token < mention.last; ++token) {
    const auto word = reading_.word(token);
    const auto* names = reading_.gazetteer.find(fold_into(kFoldStart, word));
    if (names == nullptr || word.empty() || !ascii::is_upper(word.front())) continue;
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
      const bool closed = name.last >= end || is_close(reading_.word(name.last));
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
    // "Ian Brell, an analyst and founder of Tarn,"
    auto beside = nominal.head;
    if (language.tokens[beside].rel == Deprel::conj && language.tokens[beside].head >= name.last)
      beside = language.tokens[beside].head;
    const auto head = language.tokens[beside].head;
    const bool tree = language.tokens[beside].rel == Deprel::appos && head >= name.first && head < name.last;
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
  // "The gang, which calls itself Brell".
  for (std::size_t next = index + 1; next < found_.size() && next <= index + 4; ++next) {
    const Found& name = found_[next];
    if (name.form != MentionForm::name || name.sentence != nominal.sentence || name.draft == kNobody)
      continue;
    if (named_noun(reading_, name) != nominal.head ||
        !(fits(name) || cast_.drafts[name.draft].kind == ActorKind::group))
      continue;
    describe(name.draft, nominal);
    assign(nominal, name.draft, "the text gives it this name");
    return;
  }
  // "Ian Brell is the director of ...".
  auto subject = language.child(nominal.head, Deprel::nsubj);
  if (subject != kNoToken && language.child(nominal.head, Deprel::cop) != kNoToken) {
    // "Ian Brell, who is the director of ...": whose name stands before, wherever the tree hangs the clause.
    if (reading_.lemma(subject) == "who" && subject > 1) subject -= reading_.word(subject - 1) == "," ? 2 : 1;
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

}  // namespace hearsay::actors
