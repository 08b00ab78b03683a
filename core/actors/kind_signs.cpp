#include "core/actors/kind_signs.hpp"
#include "core/actors/kinds.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Deprel;
using language::kNoToken;
using language::Upos;
using language::Xpos;

constexpr TokenIndex kNamingReach = 6;  // tokens between a name and the verb that gives it
constexpr TokenIndex kNamedReach = 8;   // tokens between that verb and the noun for what is named

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_possessive(std::string_view word) {
  return word == "'s" || word == "’s" || word == "'" || word == "’";
}

bool is_plural(const Reading& reading, TokenIndex token) {
  const auto xpos = reading.token(token).xpos;
  return xpos == Xpos::NNS || xpos == Xpos::NNPS;
}

bool is_malicious(const Reading& reading, TokenIndex token) {
  const auto* noun = reading.gazetteer.noun(reading.lemma(token));
  return noun != nullptr && noun->malicious;
}

// "ransomware gang", "the threat actor", "a group calling itself": people who attack, under one name.
bool is_crew(const Reading& reading, TokenIndex token) {
  const auto lemma = reading.lemma(token);
  if (is_one_of(lemma, {"gang", "crew", "syndicate", "apt"})) return true;
  if (!is_one_of(lemma, {"group", "actor", "adversary", "collective", "operation", "outfit"})) return false;
  for (const TokenIndex child : reading.language.children_of(token)) {
    if (child > token) break;
    const auto word = reading.lemma(child);
    const bool hostile = is_one_of(word, {"hacker", "hacking", "ransomware", "extortion", "threat",
                                          "criminal", "cybercrime", "cybercriminal", "espionage", "apt",
                                          "raas", "intrusion", "hacktivist", "hostile"}) ||
                         word.find("sponsored") != std::string::npos ||
                         word.find("backed") != std::string::npos;
    if (hostile) return true;
  }
  return false;
}

// What a noun said of the name tells.
void read_noun(const Reading& reading, TokenIndex token, bool beside, Signs& signs) {
  if (token == kNoToken || is_plural(reading, token)) return;
  if (is_crew(reading, token)) {
    signs.say(Side::crew, 3, "the text calls it a group of attackers");
    return;
  }
  const auto* noun = reading.gazetteer.noun(reading.lemma(token));
  if (noun == nullptr) return;
  switch (noun->noun_class) {
    case NounClass::organization:
    case NounClass::government:
    case NounClass::outlet:
      if (noun->weak && !beside) return;
      signs.say(Side::body, 2, "the text says what body it is");
      if (!signs.called) signs.called = noun->noun_class;
      break;
    case NounClass::person:
      if (noun->role || noun->gender != 'x')
        signs.say(Side::person, 2, "the text says what role the person has");
      break;
    case NounClass::product:
      if (reading.token(token).upos != Upos::NOUN) break;
      signs.say(Side::product, 2,
                noun->malicious ? "the text calls it malware" : "the text calls it a product");
      signs.malicious = signs.malicious || noun->malicious;
      break;
    case NounClass::group:
      // "a former board member, Ada Holt".
      if (noun->bare || reading.lemma(token) == "member")
        signs.say(Side::person, 2, "the text says who the person is");
      break;
    default:
      break;
  }
}

bool is_tracking(std::string_view lemma) {
  return is_one_of(lemma, {"track", "codename", "codenamed"});
}

void read_naming(const Reading& reading, const Found& name, Signs& signs) {
  TokenIndex verb = kNoToken;
  const auto noun = named_noun(reading, name, &verb);
  if (noun == kNoToken) return;
  const bool attackers =
      is_tracking(reading.lemma(verb)) &&
      is_one_of(reading.lemma(noun), {"actor", "group", "adversary", "cluster", "activity"});
  // "a group calling itself Brell": an association is founded, and named.
  const bool by_itself = verb + 1 < name.first && reading.lemma(verb + 1) == "itself" &&
                         is_one_of(reading.lemma(noun), {"group", "collective", "outfit"});
  if (attackers || by_itself) {
    signs.say(Side::crew, 3,
              attackers ? "the text tracks it as a group of attackers" : "a group that calls itself so");
  } else {
    read_noun(reading, noun, true, signs);
  }
}

// "Brell has thoughts about his memoirs": the first pronoun after the name, nobody else being named before
// it.
void read_pronoun(const Reading& reading, const Found& name, Signs& signs) {
  const auto end = reading.language.sentences[name.sentence].last();
  if (!reading.is_subject(name.head)) return;
  for (auto token = name.last; token < end; ++token) {
    if (reading.token(token).upos == Upos::PROPN || reading.gazetteer.noun(reading.lemma(token)) != nullptr)
      return;
    const auto word = ascii::lower(reading.word(token));
    if (is_one_of(word, {"he", "his", "him", "himself", "she", "her", "herself"})) {
      signs.say(Side::person, 1, "the text says \"he\" or \"she\" of it");
      return;
    }
    if (is_one_of(word, {"its", "itself"})) {
      ++signs.no_person;
      return;
    }
  }
}

// What follows the name after a comma or a verb: "Lumen, a provider of ...", "Lumen is a provider".
void read_after(const Reading& reading, const Found& name, Signs& signs) {
  for (const TokenIndex child : reading.language.children_of(name.head)) {
    if (child < name.last) continue;
    const auto rel = reading.token(child).rel;
    if (rel == Deprel::appos) read_noun(reading, child, false, signs);
    if (rel == Deprel::acl && reading.lemma(child) == "base")
      signs.say(Side::body, 2, "it is based somewhere");
    if (rel != Deprel::acl_relcl) continue;
    for (const TokenIndex below : reading.language.children_of(child)) {
      if (below > name.last + 1) break;
      if (reading.lemma(below) == "who") signs.say(Side::person, 2, "the text says \"who\" of it");
      if (reading.lemma(below) == "which") signs.no_person += 2;
    }
  }
  if (reading.token(name.head).rel != Deprel::nsubj) return;
  const auto predicate = reading.token(name.head).head;
  if (predicate != kNoToken && reading.language.child(predicate, Deprel::cop) != kNoToken &&
      reading.token(predicate).upos == Upos::NOUN) {
    read_noun(reading, predicate, false, signs);
  }
}

// "made by Lumen", "the chief executive of Lumen", "reports in Lumen", "told Lumen": what is done by, at and
// to a body.
void read_preposition(const Reading& reading, const Found& name, Signs& signs) {
  const auto& token = reading.token(name.head);
  const auto above = token.head;
  if (above == kNoToken || above >= name.first) return;
  const auto lemma = reading.lemma(above);
  if (token.rel == Deprel::iobj || token.rel == Deprel::obj) {
    if (lemma == "tell") signs.heard += 1;
    return;
  }
  const auto mark = reading.language.child(name.head, Deprel::case_);
  if (mark == kNoToken) return;
  const auto preposition = reading.lemma(mark);
  if (preposition == "by") {
    if (is_one_of(lemma, {"make", "manufacture", "develop", "sell", "operate", "own", "produce", "market"}))
      signs.say(Side::body, 2, "it makes or runs something");
    if (is_one_of(lemma, {"report", "review", "obtain", "see", "publish"})) ++signs.heard;
    return;
  }
  if (preposition == "in" && is_one_of(lemma, {"report", "interview", "article", "story", "column"}))
    signs.prints = true;
  const auto* noun = reading.gazetteer.noun(lemma);
  const bool chief =
      noun != nullptr && noun->noun_class == NounClass::person &&
      is_one_of(lemma, {"ceo", "cto", "cfo", "coo", "ciso", "cio", "founder", "co-founder", "cofounder",
                        "executive", "chairman", "chairwoman", "spokesman", "spokeswoman", "spokesperson",
                        "researcher", "analyst", "engineer", "employee"});
  if (chief && (preposition == "of" || preposition == "at" || preposition == "for"))
    signs.say(Side::body, 2, "it has people who lead it, speak for it or work there");
}

void read_before(const Reading& reading, const Found& name, Signs& signs) {
  const auto& sentence = reading.language.sentences[name.sentence];
  // "its spokesman, Ian Brell,": what the name stands in apposition to.
  if (reading.token(name.head).rel == Deprel::appos)
    read_noun(reading, reading.token(name.head).head, false, signs);
  if (name.first == sentence.first) return;
  const auto before = name.first - 1;
  // "provider Lumen", "CEO Brell".
  if (reading.token(before).upos == Upos::NOUN) read_noun(reading, before, true, signs);
  if (reading.word(before).ends_with("-based")) signs.say(Side::body, 2, "it is based somewhere");
  read_preposition(reading, name, signs);
  // "researchers at Lumen": where somebody works.
  const auto above = reading.token(name.head).head;
  const bool at = reading.lemma(before) == "at" && above != kNoToken && above < name.first;
  const auto* holder = at ? reading.gazetteer.noun(reading.lemma(above)) : nullptr;
  if (holder != nullptr &&
      (holder->noun_class == NounClass::person || holder->noun_class == NounClass::group))
    signs.say(Side::body, 2, "people work there");
}

// "Lumen's founder", "Lumen customers", "Lumen and its partner".
void read_belongings(const Reading& reading, const Found& name, Signs& signs) {
  const auto& sentence = reading.language.sentences[name.sentence];
  const auto& gazetteer = reading.gazetteer;
  const auto next = name.last;
  // "Lumen spokeswoman Ada Holt", "Lumen chief executive": who has one is a body.
  const auto* role = gazetteer.noun(reading.lemma(next));
  const bool chief = reading.lemma(next) == "chief" && next + 1 < sentence.last();
  const bool one_word = name.last - name.first == 1 && !name.titled;
  if (one_word && ((role != nullptr && (role->head || role->speaks)) || chief)) {
    const bool small = reading.word(next).front() >= 'a' || role == nullptr || reading.word(next) == "CEO";
    if (small) signs.say(Side::body, 2, "it has people who lead it or speak for it");
  }
  if (is_malicious(reading, next)) {
    signs.say(Side::product, 2, "the text calls it malware");
    signs.malicious = true;
  }
  if (is_crew(reading, next)) signs.say(Side::crew, 3, "the text calls it a group of attackers");
  // "Lumen routers", "Lumen customers": a person's name seldom says which.
  const auto above = reading.token(name.head).head;
  const bool modifies = one_word && reading.token(name.head).rel == Deprel::compound && above >= next &&
                        above != kNoToken && reading.token(above).upos == Upos::NOUN;
  const auto* thing = modifies ? gazetteer.noun(reading.lemma(above)) : nullptr;
  const bool market =
      modifies && is_one_of(reading.lemma(above), {"customer", "user", "employee", "subscriber"});
  if (market || (thing != nullptr && thing->noun_class == NounClass::product)) ++signs.no_person;
  if (next + 1 < sentence.last() && reading.word(next) == "and" && reading.word(next + 1) == "its")
    signs.no_person += 2;
  if (!is_possessive(reading.word(next)) || above == kNoToken || above <= next) return;
  const auto* owned = gazetteer.noun(reading.lemma(above));
  const bool of_bodies =
      is_one_of(reading.lemma(above), {"founder", "customer", "shareholder", "employee", "share", "parent",
                                       "headquarters", "bulletin", "firmware"});
  const bool noun = owned != nullptr && (owned->head || owned->noun_class == NounClass::product);
  if (of_bodies || noun) signs.say(Side::body, 1, "it has what a company has");
}

// "Flaw in routers | The Ferry Post": pages end their headline with the name of who prints them.
bool ends_headline(const Reading& reading, const Found& name) {
  const auto sentence = name.sentence;
  if (!reading.in_title(sentence) || name.first == 0) return false;
  const auto before = reading.word(name.first - 1);
  if (before != "|" && before != "•" && before != "·") return false;
  const auto last = reading.language.sentences[sentence].last();
  return name.last >= last || reading.word(name.last) == "|";
}

// "BRASS GECKO" in a sentence that does not shout: no person's name is written so.
bool is_code_name(const Reading& reading, const Found& name) {
  const auto text = reading.text(name.span);
  if (name.last - name.first < 2 || std::any_of(text.begin(), text.end(), ascii::is_lower)) return false;
  const auto& sentence = reading.language.sentences[name.sentence];
  const auto whole = reading.text(reading.span(sentence.first, sentence.last()));
  const auto lower = std::count_if(whole.begin(), whole.end(), ascii::is_lower);
  return lower > static_cast<std::ptrdiff_t>(text.size()) &&
         reading.gazetteer.gender(reading.word(name.first)) == 0;
}

}  // namespace

void Signs::say(Side side, int weight, const char* reason) {
  const auto place = static_cast<std::size_t>(side);
  of[place] += weight;
  if (why[place] == nullptr) why[place] = reason;
}

TokenIndex named_noun(const Reading& reading, const Found& name, TokenIndex* verb) {
  const auto& sentence = reading.language.sentences[name.sentence];
  // "identified the ransomware as Brell"
  if (name.first >= sentence.first + 3 && reading.lemma(name.first - 1) == "as") {
    const auto noun = name.first - 2, above = reading.token(noun).head;
    if (reading.token(noun).upos == Upos::NOUN && above != kNoToken && above < noun &&
        is_one_of(reading.lemma(above), {"identify", "name", "track", "label", "designate"})) {
      if (verb != nullptr) *verb = above;
      return noun;
    }
  }
  auto naming = name.first;
  for (bool found = false; !found;) {
    if (naming == sentence.first || name.first - naming >= kNamingReach) return kNoToken;
    --naming;
    const auto lemma = reading.lemma(naming);
    found = is_tracking(lemma) || is_one_of(lemma, {"know", "call", "dub", "name", "named", "dubbed",
                                                    "nickname", "nicknamed", "brand", "label", "designate"});
    const bool between = is_one_of(
        lemma, {"as", "itself", "it", "they", "by", "the", "name", "of", "under", "“", "\"", "‘", "'", "``"});
    if (!found && !between && reading.token(naming).upos != Upos::PROPN) return kNoToken;
  }
  if (verb != nullptr) *verb = naming;
  for (auto token = naming; token > sentence.first && naming - token < kNamedReach;) {
    --token;
    // "a downloader in the chain, dubbed Brell": the noun that no preposition holds.
    const bool noun =
        reading.token(token).upos == Upos::NOUN && reading.language.child(token, Deprel::case_) == kNoToken;
    if (noun) return token;
  }
  return kNoToken;
}

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

void read_signs(const Reading& reading, const Found& name, Signs& signs) {
  const auto& gazetteer = reading.gazetteer;
  const bool one_word = name.last - name.first == 1;
  const auto last_word = gazetteer.last_word(reading.word(name.last - 1));
  if (name.titled) signs.say(Side::person, 3, "a title stands before the name");
  if (one_word && gazetteer.gender(reading.word(name.first)) != 0) signs.say(Side::person, 2, nullptr);
  if (!one_word && last_word == NameWord::legal)
    signs.say(Side::body, 3, "its name ends in a company's form");
  if (one_word) {
    // "the Bureau": a common noun with a capital is no person.
    const auto* noun = gazetteer.noun(reading.lemma(name.first));
    const bool body = noun != nullptr && noun->collective && noun->noun_class != NounClass::group;
    if (body) signs.say(Side::body, 4, "the word says so");
  }
  const bool names_body = !one_word && (last_word == NameWord::organization ||
                                        last_word == NameWord::government || last_word == NameWord::outlet);
  if (name.type == NameType::person && names_body) signs.body_by_name = true;
  if (has_inner_capital(reading.text(name.span))) signs.made += 2;
  if (is_code_name(reading, name)) signs.no_person += 2;
  if (reading.token(name.head).rel == Deprel::nsubj) {
    ++signs.acts;
    const auto verb = reading.token(name.head).head;
    if (verb != kNoToken && is_speaking(reading.lemma(verb))) ++signs.speaks;
    if (verb != kNoToken && reading.lemma(verb) == "report") ++signs.heard;
  }
  const auto mark = reading.language.child(name.head, Deprel::case_);
  if (mark != kNoToken && is_one_of(reading.lemma(mark), {"in", "near", "from", "to", "around", "across"}))
    ++signs.located;
  signs.prints = signs.prints || ends_headline(reading, name);
  read_before(reading, name, signs);
  read_naming(reading, name, signs);
  if (name.last >= reading.language.sentences[name.sentence].last()) return;
  read_after(reading, name, signs);
  read_belongings(reading, name, signs);
  read_pronoun(reading, name, signs);
}

}  // namespace hearsay::actors
