#include "core/claims/party_labels.hpp"

#include <algorithm>

#include "core/claims/function_words.hpp"

namespace hearsay::claims {
namespace {

constexpr TokenIndex kLongestLabel = 16;

bool is_vendor_word(std::string_view word) {
  constexpr std::string_view words[] = {"vendor",        "vendors",   "supplier", "suppliers", "manufacturer",
                                        "manufacturers", "developer", "maker",    "maintainer"};
  return is_any(word, words);
}

bool is_speech_word(std::string_view word) {
  constexpr std::string_view words[] = {"statement", "statements", "response", "responses",
                                        "comment",   "comments",   "reply",    "replies"};
  return is_any(word, words);
}

bool is_state(std::string_view word) {
  constexpr std::string_view words[] = {"affected", "unaffected", "vulnerable", "unknown", "impacted"};
  return is_any(word, words);
}

bool is_aside(std::string_view word) {
  constexpr std::string_view words[] = {"addendum", "addenda", "references", "reference",
                                        "urls",     "url",     "note",       "remarks"};
  return is_any(word, words);
}

// A line of dates and numbers: "Notified: 2024-08-26 | Updated: 2024-11-19".
bool is_data(std::string_view word) {
  constexpr std::string_view words[] = {"notified",  "updated", "date",   "released",
                                        "contacted", "cve",     "revised"};
  return is_any(word, words);
}

class LabelReader {
 public:
  LabelReader(const Evidence& evidence, const language::Sentence& sentence)
      : evidence_(evidence), reading_(evidence.reading), first_(sentence.first), last_(sentence.last()) {
    // What stands before the first colon; after it, words or a status.
    colon_ = first_;
    while (colon_ < last_ && reading_.word(colon_) != ":") ++colon_;
  }

  Label read() {
    Label label;
    if (first_ == last_ || std::min(colon_, last_) - first_ > kLongestLabel) return label;
    label.last = colon_ < last_ ? colon_ + 1 : last_;
    const bool whole = label.last == last_;
    if (is_data(reading_.lower(first_)) && colon_ < last_) return of_kind(label, LabelKind::data);
    if (!whole && find_status(colon_ + 1, last_, label)) label.last = last_;
    const bool ends_line = label.last == last_;
    if (reading_.lower(first_) == "status" && ends_line) return of_kind(label, LabelKind::status);
    // "CERT addendum", "Note from the editors"
    const TokenIndex end = std::min(colon_, last_);
    for (TokenIndex token = first_; token < std::min<TokenIndex>(end, first_ + 4); ++token) {
      if (is_aside(reading_.lower(token)) && !has_finite_verb(end)) return of_kind(label, LabelKind::aside);
    }
    if (is_vendor_heading(end, label)) return label;
    return named(end, label);
  }

 private:
  static Label of_kind(Label label, LabelKind kind) {
    label.kind = kind;
    return label;
  }

  [[nodiscard]] bool has_finite_verb(TokenIndex end) const {
    for (TokenIndex token = first_; token < end; ++token) {
      const Xpos form = reading_[token].xpos;
      const bool finite = form == Xpos::VBZ || form == Xpos::VBP || form == Xpos::MD || form == Xpos::VBD;
      if (finite && !is_state(reading_.lower(token))) return true;
    }
    return false;
  }

  // Whether [first, last) is a status and nothing else: "Not Affected".
  bool find_status(TokenIndex first, TokenIndex last, Label& label) const {
    while (last > first && reading_.is_punctuation(last - 1)) --last;
    while (first < last && reading_.is_punctuation(first)) ++first;
    if (first == last || last - first > 3) return false;
    bool negated = false;
    for (TokenIndex token = first; token < last; ++token) {
      const auto& word = reading_.lower(token);
      negated = negated || word == "not" || word == "unaffected";
      if (!is_state(word) && word != "not") return false;
    }
    if (!is_state(reading_.lower(last - 1))) return false;
    label.status = {first, last};
    label.denied = negated;
    label.unknown = reading_.lower(last - 1) == "unknown";
    return true;
  }

  // "Vendor Information", "Vendor statements", "Statement from the vendor".
  bool is_vendor_heading(TokenIndex end, Label& label) const {
    constexpr std::string_view links[] = {"from",     "by", "of",  "the",
                                          "official", "'s", "and", "\xE2\x80\x99s"};
    constexpr std::string_view many[] = {"information", "status",   "statements",
                                         "responses",   "comments", "replies"};
    bool vendor = false;
    bool several = false;
    bool speech = false;
    for (TokenIndex token = first_; token < end; ++token) {
      const auto& word = reading_.lower(token);
      if (reading_.is_punctuation(token) || reading_[token].upos == Upos::NUM || is_any(word, links))
        continue;
      vendor = vendor || is_vendor_word(word);
      several = several || is_any(word, many);
      speech = speech || is_speech_word(word);
      if (!is_vendor_word(word) && !is_any(word, many) && !is_speech_word(word)) return false;
    }
    if (!vendor || (!several && !speech)) return false;
    label.kind = several ? LabelKind::vendors : LabelKind::speech;
    label.speech = speech;
    return true;
  }

  // "Corvane Systems, Inc. — Not Affected", "Statement from Corvane", "Corvane".
  Label named(TokenIndex end, Label label) const {
    TokenIndex from = first_;
    while (from < end && reading_.is_punctuation(from)) ++from;
    if (from + 2 < end && is_speech_word(reading_.lower(from)) &&
        (reading_.lower(from + 1) == "from" || reading_.lower(from + 1) == "by")) {
      label.speech = true;
      from += 2;
    } else if (from + 1 < end && is_vendor_word(reading_.lower(from))) {
      ++from;
    }
    TokenIndex to = end;
    while (to > from && belongs_to_label(to - 1)) {
      label.speech = label.speech || is_speech_word(reading_.lower(to - 1));
      --to;
    }
    if (label.status.last == label.status.first) find_status(to, end, label);
    if (from == to) {
      if (label.status.last > label.status.first) label.kind = LabelKind::status;
      return label;
    }
    label.name = {from, to};
    if (!looks_like_name(from, to)) return label;
    find_party(label);
    const bool told = label.status.last > label.status.first || label.speech;
    // A name in running words is no label: "Corvane Systems" must be the whole of it.
    if (label.party || told) label.kind = LabelKind::party;
    return label;
  }

  [[nodiscard]] bool belongs_to_label(TokenIndex token) const {
    const auto& word = reading_.lower(token);
    return (reading_.is_punctuation(token) && word != ")") || reading_[token].upos == Upos::SYM ||
           is_state(word) || is_speech_word(word) || word == "not" || word == "status" || word == "'s" ||
           word == "\xE2\x80\x99s";
  }

  // Few words, the first of them a name's, no verb and no full stop.
  [[nodiscard]] bool looks_like_name(TokenIndex from, TokenIndex to) const {
    constexpr TokenIndex kLongestName = 9;
    constexpr TokenIndex kShort = 3;  // "GNU adns"
    constexpr std::string_view small[] = {"of", "the", "for", "and", "de"};
    if (to - from > kLongestName) return false;
    for (TokenIndex token = from; token < to; ++token) {
      const Xpos form = reading_[token].xpos;
      const auto word = reading_.word(token);
      const bool verb = form == Xpos::MD || form == Xpos::VBZ || form == Xpos::VBP;
      if (verb || form == Xpos::PRP || word == "." || word == "?") return false;
      const bool capital = word.front() < 'a' || word.front() > 'z';
      if (!capital && to - from > kShort && !is_any(reading_.lower(token), small)) return false;
    }
    return true;
  }

  // The actor with whose name the label's words begin: of "Corvane OS" not a firm called "OS".
  void find_party(Label& label) const {
    label.head = label.name.last - 1;
    const auto begin = reading_[label.name.first].span.begin;
    const auto length = reading_.span(label.name).size();
    for (TokenIndex token = label.name.first; token < label.name.last; ++token) {
      const auto named = evidence_.mentions.headed_by(token);
      if (!named || evidence_.is_kind(named, ActorKind::group)) continue;
      const auto& mentions = evidence_.actors[named.index()].mentions;
      const bool opens = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
        if (mention.form == MentionForm::pronoun) return false;
        // "American Corvane Works (ACW)"
        const bool short_name = token > label.name.first && token + 2 == label.name.last &&
                                reading_.word(token - 1) == "(" && mention.head == token;
        return short_name || (mention.span.begin == begin && mention.span.size() * 2 >= length);
      });
      if (!opens) continue;
      label.party = named;
      label.head = token;
      return;
    }
  }

  const Evidence& evidence_;
  const Reading& reading_;
  TokenIndex first_;
  TokenIndex last_;
  TokenIndex colon_;
};

}  // namespace

Label read_label(const Evidence& evidence, const language::Sentence& sentence) {
  return LabelReader(evidence, sentence).read();
}

}  // namespace hearsay::claims
