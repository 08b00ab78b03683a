#include "core/actors/kinds.hpp"

namespace hearsay::actors {
namespace {

NameWord last_meaning(const Reading& reading, const Found& name, bool& any_government) {
  NameWord meaning = NameWord::none;
  for (auto token = name.first; token < name.last; ++token) {
    const auto first = reading.gazetteer.first_word(reading.word(token));
    if (first == NameWord::government) any_government = true;
  }
  for (auto token = name.last; token-- > name.first;) {
    const auto word = reading.gazetteer.last_word(reading.word(token));
    if (word == NameWord::legal && token + 1 == name.last) return NameWord::legal;
    if (word != NameWord::none &&
        (token + 1 == name.last || word == NameWord::organization || word == NameWord::government)) {
      meaning = word;
      break;
    }
  }
  return meaning;
}

// What kind of body it is, by the lists, then by the words of its name.
void judge_body(const Reading& reading, Draft& draft, const Found& name, std::uint32_t listed) {
  draft.kind = ActorKind::organization;
  draft.kind_why = "named like an organisation";
  if (listed != kNobody) {
    const auto& entry = reading.gazetteer.names[listed];
    switch (entry.name_class) {
      case NameClass::government:
        draft.kind = ActorKind::government;
        draft.kind_why = "a known government body";
        return;
      case NameClass::outlet:
        draft.kind = ActorKind::outlet;
        draft.kind_why = "a known news medium";
        return;
      case NameClass::vendor:
        draft.kind_why = "a known company";
        return;
      case NameClass::international:
        draft.kind_why = "a known organisation";
        return;
      case NameClass::country:
        draft.kind = ActorKind::government;
        draft.kind_why = "a state that acts";
        return;
      default:
        break;
    }
  }
  bool government_word = false;
  const NameWord meaning = last_meaning(reading, name, government_word);
  if (meaning == NameWord::outlet) {
    draft.kind = ActorKind::outlet;
    draft.kind_why = "its name ends like a news medium's";
  } else if (meaning == NameWord::law) {
    draft.kind = ActorKind::other;
    draft.kind_why = "a law or a directive, by the last word of its name";
  } else if (meaning == NameWord::government || (government_word && meaning != NameWord::legal)) {
    draft.kind = ActorKind::government;
    draft.kind_why = "a word of its name says so";
  }
}

}  // namespace

void judge_kind(const Reading& reading, Draft& draft, const Found& name, std::uint32_t listed) {
  switch (draft.type) {
    case NameType::person:
      draft.kind = ActorKind::person;
      draft.kind_why = name.titled ? "a title stands before the name" : "named like a person";
      break;
    case NameType::place:
      draft.kind = ActorKind::place;
      draft.kind_why = listed != kNobody ? "a known place" : "named like a place";
      break;
    case NameType::product:
      if (listed == kNobody && reading.gazetteer.last_word(reading.word(name.last - 1)) == NameWord::law) {
        draft.kind = ActorKind::other;
        draft.kind_why = "a law or a directive, by the last word of its name";
        break;
      }
      draft.kind = ActorKind::product;
      draft.kind_why = listed != kNobody ? "a known product or program" : "named like a product";
      break;
    case NameType::threat_group:
      draft.kind = ActorKind::group;
      draft.kind_why = listed != kNobody ? "a known threat group" : "named like a threat group";
      break;
    case NameType::organization:
      judge_body(reading, draft, name, listed);
      break;
  }
}

bool is_body(ActorKind kind) {
  return kind == ActorKind::organization || kind == ActorKind::government || kind == ActorKind::outlet;
}

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

}  // namespace hearsay::actors
