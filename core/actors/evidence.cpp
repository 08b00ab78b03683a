// What the words around a name say of what it names: "payroll provider Lumen", "Lumen's founder", "the Lumen
// malware". The tagger looks at one sentence; this looks at all that the text says of the name.
#include <algorithm>
#include <map>

#include "core/actors/mentions.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;

struct Evidence {
  int person = 0, body = 0, product = 0, made = 0, acts = 0;
  bool full_person = false;  // a first name stands before it somewhere
  const char* why = nullptr;
};

bool is_possessive(std::string_view word) {
  return word == "'s" || word == "’s" || word == "'" || word == "’";
}

bool is_malicious(const Reading& reading, TokenIndex token) {
  const auto* noun = reading.gazetteer.noun(reading.lemma(token));
  return noun != nullptr && noun->malicious;
}

// A name's words without legal form and article, folded: what "Tarn AG" and "Tarn" share.
std::string base_of(const Reading& reading, const Found& name) {
  auto last = name.last;
  while (last - name.first > 1 && (reading.gazetteer.last_word(reading.word(last - 1)) == NameWord::legal ||
                                   folded(reading.word(last - 1)).empty())) {
    --last;
  }
  return folded(reading.text(reading.span(name.first, last)));
}

void say(Evidence& evidence, int Evidence::*side, int weight, const char* why) {
  evidence.*side += weight;
  if (evidence.why == nullptr) evidence.why = why;
}

// "EdgeGate", "iPhone": made up by a maker. Not "McBrell", "DeBrell".
bool has_inner_capital(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool inner = ascii::is_upper(text[i]) && ascii::is_lower(text[i - 1]);
    if (!inner) continue;
    auto begin = text.rfind(' ', i);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    const auto before = text.substr(begin, i - begin);
    if (before != "Mc" && before != "Mac" && before.size() > 2) return true;
  }
  return false;
}

void weigh_noun_at(const Reading& reading, TokenIndex token, Evidence& evidence) {
  if (token == kNoToken) return;
  const auto* noun = reading.gazetteer.noun(reading.lemma(token));
  const auto xpos = reading.token(token).xpos;
  if (noun == nullptr || xpos == language::Xpos::NNS || xpos == language::Xpos::NNPS) return;
  switch (noun->noun_class) {
    case NounClass::organization:
    case NounClass::government:
    case NounClass::outlet:
      if (!noun->weak) say(evidence, &Evidence::body, 2, "the text says what body it is");
      break;
    case NounClass::person:
      if (noun->role) say(evidence, &Evidence::person, 2, "the text says what role the person has");
      break;
    default:
      break;
  }
}

void weigh(const Reading& reading, const Found& name, Evidence& evidence) {
  const auto& gazetteer = reading.gazetteer;
  const auto& sentence = reading.language.sentences[name.sentence];
  if (name.titled) say(evidence, &Evidence::person, 3, "a title stands before the name");
  if (name.last - name.first == 1 && gazetteer.gender(reading.word(name.first)) != 0) evidence.person += 2;
  if (name.last - name.first > 1 && gazetteer.last_word(reading.word(name.last - 1)) == NameWord::legal) {
    say(evidence, &Evidence::body, 3, "its name ends in a company's form");
  }
  if (name.last - name.first == 1) {
    // "the Bureau": a common noun with a capital is no person.
    const auto* noun = gazetteer.noun(reading.lemma(name.first));
    const bool body = noun != nullptr && noun->collective && noun->noun_class != NounClass::group;
    if (body) say(evidence, &Evidence::body, 4, "the word says so");
  }
  if (name.type == NameType::person && name.last - name.first > 1) {
    const auto meaning = gazetteer.last_word(reading.word(name.last - 1));
    if (meaning == NameWord::organization || meaning == NameWord::government || meaning == NameWord::outlet) {
      say(evidence, &Evidence::body, 3, "a word of its name says so");
    }
  }
  if (has_inner_capital(reading.text(name.span))) evidence.made += 2;
  if (reading.token(name.head).rel == Deprel::nsubj) ++evidence.acts;
  // "its spokesman, Ian Brell,": what the name stands in apposition to.
  if (reading.token(name.head).rel == Deprel::appos)
    weigh_noun_at(reading, reading.token(name.head).head, evidence);
  // "provider Lumen", "CEO Brell".
  if (name.first > sentence.first && reading.token(name.first - 1).upos == Upos::NOUN)
    weigh_noun_at(reading, name.first - 1, evidence);
  if (name.first > sentence.first && is_malicious(reading, name.first - 1)) {
    say(evidence, &Evidence::product, 2, "the text calls it malware");
  }
  if (name.last >= sentence.last()) return;
  // "Lumen, a provider of ...": the head of what follows the comma.
  for (const TokenIndex child : reading.language.children_of(name.head)) {
    if (reading.token(child).rel == Deprel::appos && child >= name.last)
      weigh_noun_at(reading, child, evidence);
    if (reading.token(child).rel == Deprel::acl_relcl && child > name.last) {
      for (const TokenIndex below : reading.language.children_of(child)) {
        if (reading.lemma(below) == "who" && below <= name.last + 1) evidence.person += 2;
      }
    }
  }
  // "Lumen spokeswoman Ada Holt", "Lumen chief executive": who has one is a body.
  const auto* role = gazetteer.noun(reading.lemma(name.last));
  const bool chief = reading.lemma(name.last) == "chief" && name.last + 1 < sentence.last();
  if (name.last - name.first == 1 && !name.titled &&
      ((role != nullptr && (role->head || role->speaks)) || chief)) {
    const bool small =
        reading.word(name.last).front() >= 'a' || role == nullptr || reading.word(name.last) == "CEO";
    if (small) say(evidence, &Evidence::body, 2, "it has people who lead it or speak for it");
  }
  if (is_malicious(reading, name.last)) say(evidence, &Evidence::product, 2, "the text calls it malware");
  // "Lumen's founder", "Lumen's software".
  if (is_possessive(reading.word(name.last))) {
    const auto owned = reading.token(name.head).head;
    if (owned == kNoToken || owned <= name.last) return;
    const auto* noun = gazetteer.noun(reading.lemma(owned));
    if (noun == nullptr) return;
    if (noun->head || noun->noun_class == NounClass::product || reading.lemma(owned) == "founder") {
      say(evidence, &Evidence::body, 1, "it has what a company has");
    }
  }
}

bool is_capital(const Reading& reading, const Found& name) {
  if (name.listed == kNobody) return false;
  const auto listed = reading.gazetteer.names[name.listed].name_class;
  return listed == NameClass::capital || listed == NameClass::country;
}

// "Corvane Gateway", where Corvane is a company of the text; not "Corvane Research", "Corvane Ltd".
bool is_product_of(const Reading& reading, const Found& name, const std::map<std::string, bool>& makers) {
  if (name.last - name.first < 2 || name.last - name.first > 4) return false;
  if (makers.count(folded(reading.word(name.first))) == 0) return false;
  for (auto token = name.first + 1; token < name.last; ++token) {
    const auto word = reading.word(token);
    const auto meaning = reading.gazetteer.last_word(word);
    if (meaning == NameWord::organization || meaning == NameWord::government || meaning == NameWord::outlet ||
        meaning == NameWord::legal || reading.gazetteer.gender(word) != 0) {
      return false;
    }
    // "Corvane Finland" is a branch, "Corvane & Sons" a firm.
    if (word == "&" || word == "of" || word == "and") return false;
    const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, word));
    if (listed != nullptr) return false;
  }
  return true;
}

}  // namespace

void weigh_evidence(const Reading& reading, std::vector<Found>& names) {
  std::map<std::string, Evidence> by_base;
  std::vector<std::string> bases;
  for (const Found& name : names) {
    bases.push_back(base_of(reading, name));
    weigh(reading, name, by_base[bases.back()]);
  }
  for (const Found& name : names) {
    if (name.type != NameType::person || name.last - name.first < 2) continue;
    const auto surname = by_base.find(folded(reading.word(name.last - 1)));
    if (surname != by_base.end()) surname->second.full_person = true;
  }
  // Twice: what the first round finds to be a company is a maker in the second.
  for (int round = 0; round < 2; ++round) {
    std::map<std::string, bool> makers;
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool one_word = bases[i].size() >= 4 && bases[i] == folded(reading.word(names[i].first));
      if (names[i].type == NameType::organization && one_word) makers[bases[i]] = true;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      Found& name = names[i];
      const Evidence& evidence = by_base[bases[i]];
      const bool whole_person = name.type == NameType::person &&
                                (name.titled || (name.last - name.first > 1 && name.gender != 'x'));
      if (whole_person || name.told || name.type == NameType::threat_group) continue;
      if (name.listed == kNobody && is_product_of(reading, name, makers)) {
        name.type = NameType::product;
        name.type_why = "its maker's name stands before its own";
        continue;
      }
      const bool listed = name.listed != kNobody && name.type != NameType::person;
      if (listed) continue;
      // "Washington said": nobody in the text has the name, and nothing speaks for a person.
      if (name.type == NameType::person && is_capital(reading, name) && evidence.person == 0 &&
          !evidence.full_person) {
        name.type = NameType::place;
        continue;
      }
      if (evidence.product > evidence.body && evidence.product > evidence.person) {
        name.type = NameType::product;
        name.type_why = evidence.why;
        name.malicious = true;
      } else if (evidence.made > evidence.person && evidence.body == 0 && name.type == NameType::person) {
        const bool of_maker =
            name.last - name.first > 1 && makers.count(folded(reading.word(name.first))) > 0;
        name.type = of_maker || evidence.acts == 0 ? NameType::product : NameType::organization;
      } else if (evidence.person > evidence.body && name.type == NameType::organization &&
                 evidence.person >= 2 && name.last - name.first == 2 &&
                 !has_inner_capital(reading.text(name.span))) {
        name.type = NameType::person;
        name.type_why = evidence.why;
      } else if (evidence.body > evidence.person && !evidence.full_person &&
                 name.type != NameType::organization) {
        name.type = NameType::organization;
        name.type_why = evidence.why;
      }
    }
  }
}

void add_makers(const Reading& reading, std::vector<Found>& names) {
  std::map<std::string, bool> makers;
  for (const Found& name : names) {
    if (name.type == NameType::organization) makers[folded(reading.text(name.span))] = true;
  }
  const auto count = names.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Found& product = names[i];
    if (product.type != NameType::product || product.last - product.first < 2) continue;
    for (auto last = product.last - 1; last > product.first; --last) {
      const auto text = reading.text(reading.span(product.first, last));
      const auto* listed = reading.gazetteer.find(text, NameClass::vendor);
      if (listed == nullptr && makers.count(folded(text)) == 0) continue;
      Found maker;
      maker.first = product.first;
      maker.last = last;
      maker.head = reading.head_of(maker.first, maker.last);
      maker.span = reading.span(maker.first, maker.last);
      maker.sentence = product.sentence;
      maker.type = NameType::organization;
      if (listed != nullptr)
        maker.listed = static_cast<std::uint32_t>(listed - reading.gazetteer.names.data());
      if (maker.head != product.head) names.push_back(maker);
      break;
    }
  }
  std::stable_sort(names.begin(), names.end(), [](const Found& a, const Found& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
}

}  // namespace hearsay::actors
