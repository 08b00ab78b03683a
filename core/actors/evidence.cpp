// What the signs around a name (kind_signs.hpp) make of it: the tagger looks at one sentence, this at all
// that the text says of the name.
#include <algorithm>
#include <map>

#include "core/actors/kind_signs.hpp"
#include "core/actors/kinds.hpp"
#include "core/actors/mentions.hpp"
#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

// A name's words without legal form and article, folded: what "Tarn AG" and "Tarn" share.
std::string base_of(const Reading& reading, const Found& name) {
  auto last = name.last;
  while (last - name.first > 1 && (reading.gazetteer.last_word(reading.word(last - 1)) == NameWord::legal ||
                                   folded(reading.word(last - 1)).empty())) {
    --last;
  }
  return folded(reading.text(reading.span(name.first, last)));
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
    if (ascii::is_lower(word.front())) return false;  // "Corvane principal"
    const auto meaning = reading.gazetteer.last_word(word);
    if (meaning == NameWord::organization || meaning == NameWord::government || meaning == NameWord::outlet ||
        meaning == NameWord::legal || reading.gazetteer.gender(word) != 0) {
      return false;
    }
    // "Corvane Finland" is a branch, "Corvane & Sons" a firm.
    if (word == "&" || word == "of" || word == "and" || word == "Services" || word == "Studios") return false;
    const auto* listed = reading.gazetteer.find(fold_into(kFoldStart, word));
    if (listed != nullptr) return false;
  }
  return true;
}

// What the text says of names, gathered by their words.
struct Weighing {
  const Reading& reading;
  std::vector<Found>& names;
  std::vector<std::string> bases;  // by name
  std::map<std::string, Signs> signs;
  std::map<std::string, bool> makers;       // names of one word that are bodies
  bool introduces = false;                  // the text introduces people by their full names, as news does
  std::map<std::string, bool> begins_body;  // first words of the names of bodies and of products

  void gather();
  void free_surnames();
  void find_makers();
  void read_manner();
  void decide(std::size_t index);
  bool decide_product(Found& name, const Signs& own) const;
  bool decide_body(Found& name, const Signs& own) const;
  void decide_by_weight(Found& name, const Signs& own, const std::string& base) const;
  [[nodiscard]] bool is_known_maker(const Found& name) const {
    const auto word = reading.word(name.first);
    return makers.count(folded(word)) > 0 || reading.gazetteer.find(word, NameClass::vendor) != nullptr;
  }
  [[nodiscard]] bool is_medium(const Found& name, const Signs& signs) const;
  [[nodiscard]] std::uint32_t country_of(const Found& name) const;
  [[nodiscard]] bool is_slip_for_person(const Found& name, const Signs& signs) const;
  [[nodiscard]] bool is_no_person(const Found& name, const Signs& signs, const std::string& base) const;
};

void Weighing::gather() {
  for (const Found& name : names) {
    bases.push_back(base_of(reading, name));
    read_signs(reading, name, signs[bases.back()]);
  }
  for (const Found& name : names) {
    if (name.type != NameType::person || name.last - name.first < 2) continue;
    const auto surname = signs.find(folded(reading.word(name.last - 1)));
    if (surname != signs.end()) surname->second.full_person = true;
  }
}

void Weighing::free_surnames() {
  for (std::size_t i = 0; i < names.size(); ++i) {
    Found& name = names[i];
    if (!is_slip_for_person(name, signs[bases[i]])) continue;
    name.type = NameType::person;
    name.type_why = "the surname of a person of the text";
    name.listed = kNobody;
  }
}

// Whether whoever goes by one word has mostly been introduced by more: then a word that has not is hardly a
// person.
void Weighing::read_manner() {
  std::map<std::string, bool> full, alone;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Found& name = names[i];
    if (name.type != NameType::person) continue;
    if (name.last - name.first > 1) full[bases[i]] = true;
    if (name.last - name.first > 1 || name.titled || signs[bases[i]].full_person) continue;
    alone[bases[i]] = true;
  }
  constexpr std::size_t kFewest = 2;
  introduces = full.size() >= kFewest && full.size() > alone.size();
}

void Weighing::find_makers() {
  makers.clear();
  begins_body.clear();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Found& name = names[i];
    const auto first = folded(reading.word(name.first));
    const bool body = name.type == NameType::organization;
    if (body && bases[i].size() >= 4 && bases[i] == first) makers[bases[i]] = true;
    const bool more = name.last - name.first > 1 && first.size() >= 4;
    if (more && (body || (name.type == NameType::product && name.listed == kNobody)))
      begins_body[first] = true;
  }
}

// A known company's name that is a person's here, or a word that the tagger takes for a thing or a body:
// "Joshua Tarnley ... Tarnley", and nothing speaks for the company, the thing or the body.
bool Weighing::is_slip_for_person(const Found& name, const Signs& own) const {
  if (name.last - name.first != 1 || !own.full_person || name.type == NameType::person) return false;
  bool slip =
      name.type == NameType::product || name.type == NameType::place || name.type == NameType::organization;
  if (name.listed != kNobody) {
    const auto listed = reading.gazetteer.names[name.listed].name_class;
    slip = listed == NameClass::vendor || listed == NameClass::product;
  }
  return slip && own[Side::body] == 0 && own[Side::product] == 0 && own.no_person == 0;
}

// One word that the tagger takes for a person, where nobody is introduced by a full name or a title.
bool Weighing::is_no_person(const Found& name, const Signs& own, const std::string& base) const {
  if (name.type != NameType::person || own.full_person || own[Side::person] > 0 || name.titled) return false;
  if (own.no_person > 0) return true;
  if (name.last - name.first != 1) return false;
  if (begins_body.count(base) > 0) return true;
  const auto hints = reading.gazetteer.hints.find(fold_into(kFoldStart, reading.text(name.span)));
  return introduces && own.acts > 0 && (hints & (NameHints::first_name | NameHints::surname)) == 0;
}

// What the text tells of who prints it: "reports in Tarn", "told Tarn" and "Tarn reported".
bool Weighing::is_medium(const Found& name, const Signs& own) const {
  if (own.called || own.full_person || own[Side::person] > 0 || own[Side::product] > 0) return false;
  const bool maybe_person = name.type == NameType::person && name.last - name.first > 1;
  return own.prints || (own.heard > 1 && !maybe_person);
}

// "Slovak Republic": a country by its adjective. The index of the country; kNobody: it is none.
std::uint32_t Weighing::country_of(const Found& name) const {
  if (name.last - name.first != 2 || name.type == NameType::person) return kNobody;
  const auto last = reading.word(name.first + 1);
  if (last != "Republic" && last != "Federation" && last != "Kingdom") return kNobody;
  const auto* demonym = reading.gazetteer.find(reading.word(name.first), NameClass::demonym);
  if (demonym == nullptr) return kNobody;
  const auto& all = reading.gazetteer.names;
  const auto country = std::find_if(all.begin(), all.end(), [&](const ListedName& one) {
    return one.name_class == NameClass::country && one.country == demonym->country;
  });
  return country == all.end() ? kNobody : static_cast<std::uint32_t>(country - all.begin());
}

// Sets the type for the reason that the side gives, or else for `otherwise`.
void become(Found& name, NameType type, const Signs& own, Side side, const char* otherwise) {
  name.type = type;
  const char* why = own.why[static_cast<std::size_t>(side)];
  name.type_why = why != nullptr ? why : otherwise;
}

// What a maker's name at its head, or people who work at it, say of a product.
bool Weighing::decide_product(Found& name, const Signs& own) const {
  if (name.listed == kNobody && own[Side::body] == 0 && is_product_of(reading, name, makers)) {
    name.type = NameType::product;
    name.type_why = "its maker's name stands before its own";
    return true;
  }
  if (name.type != NameType::product || own[Side::product] > 0) return false;
  // "Tarn Provider Services", later only "Tarn".
  const auto last = reading.word(name.last - 1);
  const bool serves = name.listed == kNobody && name.last - name.first > 1 && own[Side::body] == 0 &&
                      (last == "Services" || last == "Studios") &&
                      makers.count(folded(reading.word(name.first))) > 0;
  // A program by the lists that people work at here is its maker.
  const bool works = name.listed != kNobody && own[Side::body] > 1 &&
                     reading.gazetteer.names[name.listed].name_class == NameClass::product;
  if (!serves && !works) return false;
  name.listed = kNobody;
  become(name, NameType::organization, own, Side::body, "a word of its name says so");
  return true;
}

// What says of a name that it is a body, whatever else is said.
bool Weighing::decide_body(Found& name, const Signs& own) const {
  if (name.listed != kNobody) return false;
  if (is_medium(name, own)) {
    name.type = NameType::organization;
    name.called = NounClass::outlet;
    name.type_why = "the text says that it reports";
    return true;
  }
  if (name.type == NameType::product && own[Side::product] == 0 && is_public_service(reading, name)) {
    become(name, NameType::organization, own, Side::body, "a word of its name says so");
    return true;
  }
  // Nobody is in or from this place, and it speaks.
  if (name.type == NameType::place && own.located == 0 && own.speaks > 0) {
    become(name, NameType::organization, own, Side::body, "it says something, and nothing is in it");
    return true;
  }
  return false;
}

void Weighing::decide_by_weight(Found& name, const Signs& own, const std::string& base) const {
  const int person = own[Side::person], body = own[Side::body] + (own.body_by_name ? 3 : 0);
  const auto meaning = reading.gazetteer.last_word(reading.word(name.last - 1));
  const bool says_body =
      name.last - name.first > 1 && (meaning == NameWord::organization || meaning == NameWord::government ||
                                     meaning == NameWord::outlet || meaning == NameWord::legal);
  if (own[Side::crew] > std::max({own[Side::body], person, own[Side::product]})) {
    become(name, NameType::threat_group, own, Side::crew, nullptr);
  } else if (own[Side::product] > std::max(body, person) && name.type != NameType::place) {
    become(name, NameType::product, own, Side::product, nullptr);
    name.malicious = own.malicious;
  } else if (own.made > person && body == 0 && name.type == NameType::person && !own.full_person) {
    const bool of_maker = name.last - name.first > 1 && makers.count(folded(reading.word(name.first))) > 0;
    name.type = of_maker || own.acts == 0 ? NameType::product : NameType::organization;
  } else if (person > body && name.type == NameType::organization && person >= 2 && !says_body &&
             name.last - name.first == 2 && !has_inner_capital(reading.text(name.span))) {
    become(name, NameType::person, own, Side::person, nullptr);
  } else if (body > person && !own.full_person && name.type != NameType::organization) {
    become(name, NameType::organization, own, Side::body, "a word of its name says so");
  } else if (is_no_person(name, own, base)) {
    // "TARN GUI", by Tarn.
    const bool made = name.last - name.first > 1 && is_known_maker(name);
    become(name, made ? NameType::product : NameType::organization, own, Side::body,
           made ? "its maker's name stands before its own"
                : "one word, and nobody in the text is introduced by it");
  }
}

void Weighing::decide(std::size_t index) {
  Found& name = names[index];
  const Signs& own = signs[bases[index]];
  name.called = own.called;
  if (const auto country = name.listed == kNobody ? country_of(name) : kNobody; country != kNobody) {
    name.type = NameType::place;
    name.listed = country;
    return;
  }
  const bool whole_person =
      name.type == NameType::person && (name.titled || (name.last - name.first > 1 && name.gender != 'x'));
  if (whole_person || name.told || name.type == NameType::threat_group) return;
  if (decide_product(name, own)) return;
  if (name.listed != kNobody && name.type != NameType::person) return;
  if (decide_body(name, own)) return;
  // "Washington said": nobody in the text has the name, and nothing speaks for a person.
  if (name.type == NameType::person && is_capital(reading, name) && own[Side::person] == 0 &&
      !own.full_person) {
    name.type = NameType::place;
    return;
  }
  decide_by_weight(name, own, bases[index]);
}

}  // namespace

void weigh_evidence(const Reading& reading, std::vector<Found>& names) {
  Weighing weighing{reading, names, {}, {}, {}, false, {}};
  weighing.gather();
  weighing.free_surnames();
  weighing.read_manner();
  // Twice: what the first round finds to be a company is a maker in the second.
  for (int round = 0; round < 2; ++round) {
    weighing.find_makers();
    for (std::size_t i = 0; i < names.size(); ++i) weighing.decide(i);
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
      // Where the tree hangs on the maker's word, what it says is of the product.
      if (maker.head == product.head) maker.head = product.last - 1;
      names.push_back(maker);
      break;
    }
  }
  std::stable_sort(names.begin(), names.end(), [](const Found& a, const Found& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
}

}  // namespace hearsay::actors
