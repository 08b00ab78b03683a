#include "core/actors/publisher.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace hearsay::actors {
namespace {

using language::Upos;

constexpr std::uint32_t kHeadBytes = 1200;   // within which a head ends
constexpr std::uint32_t kLongestLine = 40;   // tokens
constexpr TokenIndex kLongestPublisher = 7;  // tokens

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_capitalised(std::string_view word) {
  return !word.empty() && (ascii::is_upper(word.front()) || ascii::is_beyond(word.front()));
}

struct Stretch {
  TokenIndex first = 0;
  TokenIndex last = 0;  // exclusive
};

// Reads the lines between the top of the text and its prose.
class Head {
 public:
  Head(const Reading& reading, const std::vector<Found>& names) : reading_(reading), names_(names) {}

  [[nodiscard]] std::optional<Stretch> publisher() const {
    const auto& sentences = reading_.language.sentences;
    const auto& blocks = reading_.document.blocks();
    std::optional<Stretch> best;
    for (const auto& sentence : sentences) {
      if (reading_.token(sentence.first).span.begin > kHeadBytes) break;
      const auto kind = blocks[sentence.block].kind;
      const bool line = kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::byline ||
                        (kind == BlockKind::paragraph && is_line_apart(sentence));
      if (!line) break;
      if (sentence.count > kLongestLine) continue;
      if (auto found = of_document(sentence)) return found;
      if (auto found = of_letterhead(sentence, kind == BlockKind::title)) return found;
      if (kind == BlockKind::title) continue;
      if (auto found = of_byline(sentence, kind == BlockKind::byline)) return found;
    }
    return best;
  }

 private:
  // Neither a sentence nor what leads into one: "My fellow citizens, Speaker Holt, friends:" addresses
  // somebody.
  [[nodiscard]] bool is_line_apart(const language::Sentence& sentence) const {
    constexpr std::uint32_t kLongestApart = 16;
    return sentence.count <= kLongestApart &&
           !is_one_of(reading_.word(sentence.last() - 1), {".", ":", ",", ";", "!", "?"});
  }

  // "TARN ALERT 24-03: ...", "Tarn Vulnerability Note VN-1", "Statement by Tarn Labs on ...".
  [[nodiscard]] std::optional<Stretch> of_document(const language::Sentence& sentence) const {
    const auto end = sentence.last();
    auto token = sentence.first;
    if (is_document(token) && token + 2 < end && is_one_of(reading_.lemma(token + 1), {"by", "of", "from"})) {
      auto first = token + 2;
      if (reading_.lemma(first) == "the") ++first;
      auto last = first;
      while (last < end && is_capitalised(reading_.word(last))) ++last;
      if (is_body({first, last})) return Stretch{first, last};
    }
    while (token < end && token - sentence.first < kLongestPublisher &&
           (is_capitalised(reading_.word(token)) || is_hyphen(token)) && !is_document(token)) {
      ++token;
    }
    if (token == sentence.first || token == end || !is_document(token)) return {};
    auto last = token;
    while (last > sentence.first &&
           is_one_of(ascii::lower(reading_.word(last - 1)),
                     {"vulnerability", "security", "press", "emergency", "binding", "operational", "cyber",
                      "cybersecurity", "public", "service"})) {
      --last;
    }
    const auto next = token + 1;
    const auto after = next < end ? reading_.word(next) : std::string_view(":");
    const bool numbered = after == ":" || after.find_first_of("0123456789") != std::string_view::npos;
    const Stretch name{sentence.first, last};
    if (!numbered || last == sentence.first || !is_body(name)) return {};
    return name;
  }

  // "FROM: Bureau of Seals", "Tarn University: questions and answers", or a line that is the name of a body,
  // as its own words show, and nothing else.
  [[nodiscard]] std::optional<Stretch> of_letterhead(const language::Sentence& sentence, bool title) const {
    auto first = sentence.first;
    const auto end = sentence.last();
    const bool sender =
        first + 2 < end && ascii::lower(reading_.word(first)) == "from" && reading_.word(first + 1) == ":";
    if (sender) first += 2;
    auto last = first;
    while (last < end && !is_one_of(reading_.word(last), {":", ",", "|", "<", "("})) ++last;
    const Stretch name{first, last};
    const bool whole =
        last == end || sender || (title && reading_.word(last) == ":") || is_place_after(last, end);
    if (!whole || first == last || !is_name(name) || !(sender ? says_body(name) : headed_as_body(name)))
      return {};
    return name;
  }

  // "Tarn Research | Ada Holt", "By Ada Holt, Tarn News", "Posted by Ada Holt, Chief Officer, Lockmere".
  [[nodiscard]] std::optional<Stretch> of_byline(const language::Sentence& sentence, bool byline) const {
    bool after_role = false, parted = false;
    auto first = sentence.first;
    for (auto token = sentence.first; token <= sentence.last(); ++token) {
      const bool end = token == sentence.last();
      const auto word = end ? std::string_view() : reading_.word(token);
      const bool bar = word == "|" || word == "·" || word == "•";
      if (!end && word != "," && !bar) continue;
      Stretch part{first, token};
      first = token + 1;
      parted = parted || bar || !end;
      while (part.first < part.last && is_one_of(ascii::lower(reading_.word(part.first)),
                                                 {"by", "posted", "published", "issued", "from"})) {
        after_role = after_role || ascii::lower(reading_.word(part.first)) == "issued";
        ++part.first;
      }
      if (part.first == part.last) continue;
      const bool role = holds_role(part);
      const bool told = after_role || is_body(part);
      const bool alone = byline || parted;
      if (!role && alone && told && is_name(part)) return part;
      after_role = role;
    }
    return {};
  }

  // "Office of Seals, Republic of Tarn": the line ends with where the body is.
  [[nodiscard]] bool is_place_after(TokenIndex comma, TokenIndex end) const {
    return comma + 1 < end && reading_.word(comma) == "," && is_name({comma + 1, end}, true);
  }

  [[nodiscard]] bool is_hyphen(TokenIndex token) const { return reading_.word(token) == "-"; }

  [[nodiscard]] bool is_document(TokenIndex token) const {
    return is_one_of(ascii::lower(reading_.word(token)), {"alert", "advisory", "bulletin", "note", "notice",
                                                          "directive", "release", "statement"});
  }

  [[nodiscard]] bool holds_role(Stretch part) const {
    for (auto token = part.first; token < part.last; ++token) {
      const auto* noun = reading_.gazetteer.noun(reading_.lemma(token));
      if (noun != nullptr && noun->role) return true;
    }
    return false;
  }

  // Capitalised words, not too many, no date and, but where `place` says so, no place.
  [[nodiscard]] bool is_name(Stretch part, bool place = false) const {
    if (part.last - part.first > kLongestPublisher) return false;
    for (auto token = part.first; token < part.last; ++token) {
      const auto word = reading_.word(token);
      if (word.find_first_of("0123456789:") != std::string_view::npos) return false;
      const bool link =
          is_one_of(word, {"of", "for", "the", "and", "&", "on", "in", "de", "la"}) || is_hyphen(token);
      if (!is_capitalised(word) && !(link && token > part.first)) return false;
    }
    const auto* listed =
        reading_.gazetteer.find(fold_into(kFoldStart, reading_.text(reading_.span(part.first, part.last))));
    return place || listed == nullptr ||
           std::none_of(listed->begin(), listed->end(), [&](std::uint32_t index) {
             return reading_.gazetteer.names[index].name_class <= NameClass::city;
           });
  }

  // A word of it or the tagger says that it is a body.
  [[nodiscard]] bool is_body(Stretch part) const {
    if (part.first == part.last) return false;
    for (const Found& name : names_) {
      if (name.first >= part.last) break;
      if (name.last <= part.first) continue;
      if (name.type == NameType::organization) return true;
      if (name.type == NameType::person && name.last - name.first > 1) return false;
    }
    if (says_body(part)) return true;
    // "KNCRC"
    const auto text = reading_.text(reading_.span(part.first, part.last));
    return text.size() > 2 && text.size() < 10 && std::all_of(text.begin(), text.end(), ascii::is_upper);
  }

  // The word that heads the name says so: "Tarn Bank", "Bureau of Seals"; not "Security Brief", nor "Tarn
  // Group", which may be what the text is about.
  [[nodiscard]] bool headed_as_body(Stretch part) const {
    for (auto token = part.first; token < part.last; ++token) {
      const bool head =
          token + 1 == part.last || is_one_of(ascii::lower(reading_.word(token + 1)), {"of", "for", "on"});
      if (!head) continue;
      return !is_one_of(reading_.word(token), {"Group", "Team", "Security"}) && says_body({token, token + 1});
    }
    return false;
  }

  // A word of the name says what it is: "Bank", "Ministry".
  [[nodiscard]] bool says_body(Stretch part) const {
    for (auto token = part.first; token < part.last; ++token) {
      const auto meaning = reading_.gazetteer.last_word(reading_.word(token));
      if (meaning == NameWord::organization || meaning == NameWord::government ||
          meaning == NameWord::outlet || meaning == NameWord::legal)
        return true;
    }
    return false;
  }

  const Reading& reading_;
  const std::vector<Found>& names_;
};

Found found_at(const Reading& reading, TokenIndex first, TokenIndex last) {
  Found name;
  name.first = first;
  name.last = last;
  name.head = reading.head_of(first, last);
  name.span = reading.span(first, last);
  name.sentence = reading.language.sentence_of[first];
  name.type = NameType::organization;
  return name;
}

// Whether one word of the publisher's name can stand for it: no ordinary word, no country and nobody's first
// name.
bool stands_alone(const Reading& reading, const WordHabits& habits, TokenIndex token) {
  const auto word = reading.word(token);
  const auto key = fold_into(kFoldStart, word);
  constexpr std::size_t kShortest = 4;
  return word.size() >= kShortest && habits.habit(word) == 0 && reading.gazetteer.find(key) == nullptr &&
         reading.gazetteer.gender(word) == 0 && reading.gazetteer.noun(reading.lemma(token)) == nullptr &&
         reading.gazetteer.last_word(word) == NameWord::none &&
         reading.gazetteer.first_word(word) == NameWord::none;
}

}  // namespace

std::optional<Span> name_publisher(const Reading& reading, const WordHabits& habits,
                                   std::vector<Found>& names) {
  const auto stretch = Head(reading, names).publisher();
  if (!stretch) return {};
  const auto inside = std::find_if(names.begin(), names.end(), [&](const Found& name) {
    return name.first < stretch->last && stretch->first < name.last;
  });
  // "Tarn University IT Services", of which the tagger took a part
  const bool whole =
      inside != names.end() && inside->first <= stretch->first && inside->last >= stretch->last;
  const bool at_end =
      inside != names.end() && inside->first == stretch->first && inside->last < stretch->last;
  // "CERT-TN Security" of "CERT-TN Security Bulletin 7": the words of the document are no part of it.
  const bool beyond = inside != names.end() && inside->last > stretch->last;
  if (inside != names.end() && inside->type == NameType::organization && !beyond && (whole || !at_end))
    return inside->span;
  std::erase_if(names,
                [&](const Found& name) { return name.first < stretch->last && stretch->first < name.last; });
  Found publisher = found_at(reading, stretch->first, stretch->last);
  publisher.told = true;
  publisher.type_why = "the head of the text names it as who publishes it";
  const auto span = publisher.span;
  std::vector<Found> more{publisher};
  if (stretch->last - stretch->first > 1 && stands_alone(reading, habits, stretch->first)) {
    const auto word = reading.word(stretch->first);
    std::size_t next = 0;
    for (TokenIndex token = stretch->last; token < reading.language.tokens.size(); ++token) {
      while (next < names.size() && names[next].last <= token) ++next;
      const bool taken = next < names.size() && names[next].first <= token;
      if (!taken && reading.word(token) == word) more.push_back(found_at(reading, token, token + 1));
    }
  }
  names.insert(names.end(), more.begin(), more.end());
  std::stable_sort(names.begin(), names.end(),
                   [](const Found& a, const Found& b) { return a.first < b.first; });
  return span;
}

}  // namespace hearsay::actors
