#include "core/actors/cast.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/actors/kinds.hpp"
#include "core/actors/name_joins.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

bool is_shouted(std::string_view text) {
  return text.size() > 6 && std::none_of(text.begin(), text.end(), ascii::is_lower);
}

// The fullest wording is the name; of a state, the country's name.
void take_name(const Reading& reading, Draft& draft, const Found& name, bool governs) {
  const bool names_it = !is_adjective(reading, name) && !(governs && draft.type == NameType::place);
  if (!names_it) return;
  const auto own = reading.text(name.span), known = reading.text(draft.name);
  const bool fuller = own.size() > known.size() || (own.size() == known.size() && is_shouted(known));
  if (!draft.proper || fuller) draft.name = name.span;
  draft.proper = true;
}

void take_listing(const Reading& reading, Draft& draft, const Found& name) {
  if (name.listed == kNobody) return;
  const auto& listed = reading.gazetteer.names[name.listed];
  if (listed.name_class == NameClass::malware) draft.malicious = true;
  if (draft.entity == kNobody) draft.entity = listed.entity;
  if (draft.listed_country.empty()) draft.listed_country = listed.country;
  if (listed.name_class == NameClass::country && draft.country.empty()) {
    draft.country = listed.country;
    draft.country_evidence = name.span;
  }
}

void add_mention(const Reading& reading, Draft& draft, Found& name, const JoinedName& join) {
  name.why = join.why != nullptr ? join.why : join.first_of_wording ? "first named here" : "same name";
  ++draft.mentions;
  if (draft.gender == 'x') draft.gender = name.gender;
  const auto* noun = reading.gazetteer.noun(reading.lemma(name.last - 1));
  const bool says_so = name.last - name.first > 1 && noun != nullptr && noun->malicious;  // "Brell Worm"
  if (name.malicious || says_so) draft.malicious = true;
  if (!draft.called) draft.called = name.called;
  if (join.governs) draft.governs = true;
  if (name.type == NameType::place) draft.type = NameType::place;
  if (reading.in_title(name.sentence)) draft.in_title = true;
  take_name(reading, draft, name, join.governs);
  take_listing(reading, draft, name);
}

// "the Swedish Data Office", "Embassy of Norway": the name of a body says of which country it is.
void take_country_of_name(const Reading& reading, Draft& draft, const Found& name) {
  if (!is_body(draft.kind) || !draft.country.empty() || name.last - name.first < 2) return;
  for (auto token = name.first; token < name.last; ++token) {
    const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, reading.word(token)));
    if (listed == nullptr || !ascii::is_upper(reading.word(token).front())) continue;
    const bool after_of =
        token > name.first && (reading.word(token - 1) == "of" || reading.word(token - 1) == "in");
    const ListedName* country = nullptr;
    bool other = false;  // "Georgia" is a country and something else too
    for (const auto index : *listed) {
      const auto& entry = reading.gazetteer.names[index];
      const bool fits = entry.name_class == NameClass::demonym ||
                        (entry.name_class == NameClass::country && (after_of || token == name.first));
      if (fits && country == nullptr) country = &entry;
      other = other || entry.name_class == NameClass::place || entry.name_class == NameClass::city;
    }
    if (country == nullptr || other) continue;
    draft.country = country->country;
    draft.country_evidence = reading.token(token).span;
    return;
  }
}

void judge_states(Draft& draft, const std::vector<std::uint32_t>& acting_states) {
  if (draft.governs && draft.type != NameType::place) {
    draft.kind = ActorKind::government;
    draft.kind_why = "the word \"government\"";
  }
  const bool acts = draft.type == NameType::place && !draft.country.empty() && draft.entity != kNobody &&
                    std::binary_search(acting_states.begin(), acting_states.end(), draft.entity);
  if (!acts) return;
  draft.kind = ActorKind::government;
  draft.kind_why = "a state that acts in this text";
}

}  // namespace

Cast cast_of_names(const Reading& reading, std::vector<Found>& names) {
  NameJoins joins = join_names(reading, names);
  Cast cast;
  cast.notes = std::move(joins.notes);
  std::map<std::uint32_t, std::uint32_t> draft_of;  // by set
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const JoinedName& join = joins.of_mention[i];
    const auto [place, is_new] = draft_of.emplace(join.set, static_cast<std::uint32_t>(cast.drafts.size()));
    if (is_new) {
      Draft draft;
      draft.type = join.type;
      draft.named = true;
      draft.name = names[i].span;
      cast.drafts.push_back(std::move(draft));
    }
    names[i].draft = place->second;
    add_mention(reading, cast.drafts[place->second], names[i], join);
  }
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const Found& name = names[i];
    Draft& draft = cast.drafts[name.draft];
    if (draft.kind != ActorKind::other && name.span != draft.name) continue;
    const auto listed = name.listed != kNobody ? name.listed : joins.of_mention[i].listed;
    judge_kind(reading, draft, name, listed);
    if (name.type_why != nullptr && listed == kNobody && draft.kind != ActorKind::outlet)
      draft.kind_why = name.type_why;
    take_country_of_name(reading, draft, name);
    draft.trades = may_trade(reading, draft, name);
  }
  // Named by adjectives alone a country is no actor of the text.
  for (Found& name : names) {
    if (!cast.drafts[name.draft].proper) name.draft = kNobody;
  }
  for (Draft& draft : cast.drafts) judge_states(draft, joins.acting_states);
  return cast;
}

}  // namespace hearsay::actors
