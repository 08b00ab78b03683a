#include "core/actors/kinds.hpp"

#include <algorithm>

namespace hearsay::actors {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Federal", "Lithuanian", "Norway": the word says that the state runs it, or which one.
bool is_of_state(const Reading& reading, TokenIndex token) {
  const auto word = reading.word(token);
  if (is_one_of(word, {"National", "Federal", "State", "Government", "Governmental", "Ministerial",
                       "Parliamentary"}))
    return true;
  const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, word));
  return listed != nullptr && std::any_of(listed->begin(), listed->end(), [&](std::uint32_t index) {
           const auto& name = reading.gazetteer.names[index];
           return name.name_class == NameClass::country || name.name_class == NameClass::demonym;
         });
}

}  // namespace

// Bodies that states run and others too: "Digital Resilience Service of the Netherlands", "National Response
// Centre".
bool is_public_service(const Reading& reading, const Found& name) {
  bool serves = false, of_state = false;
  for (auto token = name.first; token < name.last; ++token) {
    serves = serves ||
             is_one_of(reading.word(token), {"Service", "Services", "Centre", "Center", "Unit", "Registry",
                                             "Laboratory", "Institute", "Guard", "Archive", "Archives"});
    of_state = of_state || is_of_state(reading, token);
  }
  return serves && of_state;
}

namespace {

// A word that ends companies' names and says what they deal in; an office may be for it too.
bool is_trade(std::string_view word) {
  return is_one_of(word, {"Technology", "Technologies", "Systems", "Software", "Networks", "Security",
                          "Communications", "Electronics", "Industries", "International", "Solutions"});
}

NameWord last_meaning(const Reading& reading, const Found& name, bool& any_government) {
  const auto& gazetteer = reading.gazetteer;
  NameWord meaning = NameWord::none;
  bool before_link = false;
  for (auto token = name.first; token < name.last; ++token) {
    if (gazetteer.first_word(reading.word(token)) == NameWord::government) any_government = true;
    // "Federal Office for Information Technology".
    const bool linked = token + 1 < name.last && is_one_of(reading.word(token + 1), {"for", "of", "on"});
    if (linked && gazetteer.last_word(reading.word(token)) == NameWord::government) before_link = true;
  }
  for (auto token = name.last; token-- > name.first;) {
    const auto word = gazetteer.last_word(reading.word(token));
    if (word == NameWord::legal && token + 1 == name.last) {
      if (before_link && is_trade(reading.word(token))) return NameWord::government;
      return NameWord::legal;
    }
    if (word != NameWord::none &&
        (token + 1 == name.last || word == NameWord::organization || word == NameWord::government)) {
      meaning = word;
      break;
    }
  }
  if ((meaning == NameWord::organization || meaning == NameWord::none) && is_public_service(reading, name))
    return NameWord::government;
  return meaning;
}

// What the text calls it goes before what its name sounds like: "the security firm Tarn Sentinel".
bool is_called_otherwise(NounClass called, NameWord meaning) {
  switch (called) {
    case NounClass::organization:
      return meaning == NameWord::outlet;
    case NounClass::outlet:
      return meaning != NameWord::government;
    case NounClass::government:
      return meaning == NameWord::none || meaning == NameWord::organization || meaning == NameWord::outlet;
    default:
      return false;
  }
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
  NameWord meaning = last_meaning(reading, name, government_word);
  // "Radio Tarn", "Daily Tarn".
  const bool first_says = name.last - name.first > 1 && meaning == NameWord::none &&
                          reading.gazetteer.last_word(reading.word(name.first)) == NameWord::outlet;
  if (first_says) meaning = NameWord::outlet;
  if (draft.called && is_called_otherwise(*draft.called, meaning)) {
    draft.kind = kind_of(*draft.called);
    draft.kind_why = "the text says what body it is";
    return;
  }
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

// What only people and bodies do, and what they have written.
bool is_speaking(std::string_view lemma) {
  static constexpr std::string_view kVerbs[] = {
      "accuse",    "acknowledge", "add",     "admit",    "advise",   "agree",    "allege",    "announce",
      "apologise", "appeal",      "argue",   "ask",      "assert",   "assess",   "assure",    "believe",
      "blame",     "claim",       "comment", "complain", "concede",  "conclude", "confirm",   "consider",
      "contend",   "contest",     "decide",  "declare",  "decline",  "demand",   "deny",      "disclose",
      "discover",  "dismiss",     "dispute", "estimate", "expect",   "explain",  "hope",      "inform",
      "insist",    "investigate", "judge",   "know",     "maintain", "note",     "notify",    "order",
      "plan",      "pledge",      "predict", "promise",  "publish",  "reckon",   "recommend", "refuse",
      "refute",    "reject",      "reply",   "report",   "request",  "respond",  "reveal",    "say",
      "state",     "stress",      "submit",  "suggest",  "suspect",  "tell",     "think",     "threaten",
      "urge",      "vow",         "want",    "warn",     "write"};
  return std::binary_search(std::begin(kVerbs), std::end(kVerbs), lemma);
}

bool may_trade(const Reading& reading, const Draft& draft, const Found& name) {
  if (draft.kind != ActorKind::organization) return false;
  for (auto token = name.first; token < name.last; ++token) {
    const bool public_good =
        is_one_of(reading.word(token),
                  {"University", "Universität", "Université",  "Universidad", "College",    "School",
                   "Institute",  "Institution", "Association", "Federation",  "Foundation", "Society",
                   "Union",      "Alliance",    "Church",      "Museum",      "Party",      "Committee",
                   "Academy",    "Parliament",  "League",      "Council",     "Charity"});
    if (public_good) return false;
  }
  return true;
}

bool is_company_noun(std::string_view lemma) {
  return is_one_of(lemma,
                   {"company",   "firm",      "business", "corporation",  "conglomerate", "multinational",
                    "startup",   "start-up",  "vendor",   "manufacturer", "supplier",     "maker",
                    "retailer",  "insurer",   "bank",     "airline",      "subsidiary",   "telco",
                    "chipmaker", "automaker", "carmaker", "conglomerate", "employer",     "giant"});
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
