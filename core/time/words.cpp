#include "core/time/words.hpp"

#include <array>

#include "core/text/ascii.hpp"
#include "core/time/digits.hpp"

namespace hearsay::time {
namespace {

using ascii::is_digit;
using ascii::is_space;
bool is_letter(char c) {
  return ascii::is_lower(c) || ascii::is_beyond(c);
}

// Characters that always stand alone, with what the grammar calls them.
struct Mark {
  std::string_view bytes;
  std::string_view name;
};
constexpr std::array kMarks = {
    Mark{"(", "("},   Mark{")", ")"},  Mark{"[", "["},  Mark{"]", "]"},  Mark{"{", "{"}, Mark{"}", "}"},
    Mark{"\"", "\""}, Mark{"'", "'"},  Mark{";", ";"},  Mark{"|", "|"},  Mark{"<", "<"}, Mark{">", ">"},
    Mark{"“", "\""},  Mark{"”", "\""}, Mark{"’", "'"},  Mark{"‘", "'"},  Mark{"–", "-"}, Mark{"—", "--"},
    Mark{"…", "..."}, Mark{"•", "•"},  Mark{"«", "\""}, Mark{"»", "\""}, Mark{"‑", "-"},
};

const Mark* mark_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (ascii::is_lower(c) || is_digit(c) || c == '.' || c == ',') return nullptr;  // most bytes
  for (const auto& mark : kMarks) {
    if (text.compare(at, mark.bytes.size(), mark.bytes) == 0) return &mark;
  }
  return nullptr;
}

// U+00A0, U+2009 and U+202F are white space too. Returns the bytes of the white space at `at`, or 0.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (is_space(text[at])) return 1;
  if (!ascii::is_beyond(text[at])) return 0;
  if (text.compare(at, 2, "\xC2\xA0") == 0) return 2;
  if (text.compare(at, 3, "\xE2\x80\x89") == 0 || text.compare(at, 3, "\xE2\x80\xAF") == 0) return 3;
  return 0;
}

class Scanner {
 public:
  Scanner(std::string_view text, Span stretch, Words& out)
      : source_(text.substr(stretch.begin, stretch.size())), base_(stretch.begin), out_(out) {
    out_.lowered.assign(source_);
    for (char& c : out_.lowered) c = ascii::to_lower(c);
    out_.words.clear();
    out_.digits.clear();
    lower_ = out_.lowered;
  }

  void run() {
    std::size_t at = 0;
    while (at < lower_.size()) {
      if (const auto space = space_at(lower_, at)) {
        glued_ = false;
        if (lower_[at] == '\n') line_start_ = true;
        at += space;
      } else if (const Mark* mark = mark_at(lower_, at)) {
        add(at, at + mark->bytes.size(), WordKind::punctuation).lower = mark->name;
        at += mark->bytes.size();
      } else {
        const auto end = chunk_end(at);
        chunk(at, end);
        at = end;
      }
    }
  }

 private:
  std::size_t chunk_end(std::size_t at) const {
    while (at < lower_.size() && space_at(lower_, at) == 0 && mark_at(lower_, at) == nullptr) ++at;
    return at;
  }

  Word& add(std::size_t begin, std::size_t end, WordKind kind) {
    Word word;
    word.span = {base_ + static_cast<std::uint32_t>(begin), base_ + static_cast<std::uint32_t>(end)};
    word.lower = lower_.substr(begin, end - begin);
    word.kind = kind;
    word.glued = glued_;
    word.starts_line = line_start_;
    const char first = source_[begin];
    word.capital = ascii::is_upper(first);
    word.caps = word.capital;
    for (const char c : source_.substr(begin, end - begin)) {
      if (ascii::is_lower(c)) word.caps = false;
      if (!word.capital && ascii::is_upper(c)) word.inner_capital = true;
    }
    glued_ = true;
    line_start_ = false;
    out_.words.push_back(word);
    return out_.words.back();
  }

  void chunk(std::size_t begin, std::size_t end) {
    bool has_digit = false;
    for (std::size_t i = begin; i < end; ++i) has_digit = has_digit || is_digit(lower_[i]);
    if (!has_digit) return plain(begin, end);
    // Signs around the number stand alone.
    while (begin < end && !is_digit(lower_[begin]) && !is_letter(lower_[begin])) {
      add(begin, begin + 1, WordKind::punctuation);
      ++begin;
    }
    auto inner_end = end;
    while (inner_end > begin && !is_digit(lower_[inner_end - 1]) && !is_letter(lower_[inner_end - 1])) {
      --inner_end;
    }
    if (begin < inner_end) numeric(begin, inner_end);
    for (auto i = inner_end; i < end; ++i) add(i, i + 1, WordKind::punctuation);
  }

  // Words and signs without a digit among them.
  void plain(std::size_t begin, std::size_t end) {
    if (dotted_letters(begin, end)) return;
    while (begin < end) {
      if (!is_letter(lower_[begin])) {
        add(begin, begin + 1, WordKind::punctuation);
        ++begin;
        continue;
      }
      auto stop = begin;
      while (stop < end && is_letter(lower_[stop])) ++stop;
      // A name with dots or slashes inside is a host, a file or a path.
      add(begin, stop, WordKind::letters);
      begin = stop;
    }
  }

  // "p.m." "a.d." "B.C": one word without its dots.
  bool dotted_letters(std::size_t begin, std::size_t end) {
    const auto chunk = lower_.substr(begin, end - begin);
    for (const std::string_view name :
         {"am", "pm", "bc", "ad", "est", "edt", "pst", "pdt", "cst", "cdt", "bce", "ce"}) {
      std::size_t at = 0;
      bool same = true;
      for (const char c : name) {
        same = same && at < chunk.size() && chunk[at] == c;
        at += 2;
        same = same && (at - 1 >= chunk.size() || chunk[at - 1] == '.');
      }
      if (!same || at - 1 > chunk.size()) continue;
      auto size = at - 1 < chunk.size() ? at : at - 1;
      if (chunk.size() > size + 1) continue;
      add(begin, begin + size, WordKind::letters).lower = name;
      for (auto i = begin + size; i < end; ++i) add(i, i + 1, WordKind::punctuation);
      return true;
    }
    return false;
  }

  void numeric(std::size_t begin, std::size_t end) {
    const auto chunk = lower_.substr(begin, end - begin);
    if (chunk.find_first_of("_@\\=&?#~*") != std::string_view::npos ||
        chunk.find("//") != std::string_view::npos || chunk.find("cve-") != std::string_view::npos) {
      add(begin, end, WordKind::opaque);
      return;
    }
    if (whole(begin, end) || run_together(begin, end)) return;
    if (divided(begin, end, '-') || divided(begin, end, '/') || divided(begin, end, ',')) return;
    add(begin, end, WordKind::opaque);
  }

  // "2022Read": a year and the next word of a page that lost the blank between them.
  bool run_together(std::size_t begin, std::size_t end) {
    const auto chunk = source_.substr(begin, end - begin);
    if (chunk.size() < 7 || (chunk[0] != '1' && chunk[0] != '2')) return false;
    for (std::size_t i = 0; i < 4; ++i) {
      if (!is_digit(chunk[i])) return false;
    }
    if (chunk[4] < 'A' || chunk[4] > 'Z') return false;
    for (const char c : chunk.substr(5)) {
      if (!is_letter(c)) return false;
    }
    (void)whole(begin, begin + 4);
    add(begin + 4, end, WordKind::letters);
    return true;
  }

  // The chunk as one word of a known form.
  bool whole(std::size_t begin, std::size_t end) {
    const auto chunk = lower_.substr(begin, end - begin);
    Digits digits;
    if (read_numeric_date(chunk, digits)) {
      auto& word = add(begin, end, WordKind::numeric_date);
      word.detail = static_cast<std::uint32_t>(out_.digits.size());
      out_.digits.push_back(digits);
      return true;
    }
    if (read_clock(chunk, digits)) {
      auto& word = add(begin, end, WordKind::clock);
      word.detail = static_cast<std::uint32_t>(out_.digits.size());
      out_.digits.push_back(digits);
      return true;
    }
    const auto number = read_number(chunk);
    if (!number) return false;
    auto& word = add(begin, end, number->kind);
    word.value = number->value;
    word.digits = number->digits;
    if (number->kind == WordKind::period) word.lower = number->letter;
    return true;
  }

  // "mid-2016", "2015-2017", "18-month-old", "2016/17", "3,2019": each part a word of its own. Refused
  // where a part is no word or number, or where capitals and digits meet as in part numbers.
  bool divided(std::size_t begin, std::size_t end, char separator) {
    const auto chunk = lower_.substr(begin, end - begin);
    if (chunk.find(separator) == std::string_view::npos) return false;
    std::size_t at = begin;
    int parts = 0;
    int numbers = 0;
    while (at <= end) {
      auto stop = lower_.find(separator, at);
      if (stop == std::string_view::npos || stop > end) stop = end;
      if (!acceptable_part(at, stop)) return false;
      numbers += is_digit(lower_[stop - 1]) ? 1 : 0;
      ++parts;
      at = stop + 1;
    }
    if (numbers > 2 || parts > 5) return false;
    at = begin;
    while (at <= end) {
      auto stop = lower_.find(separator, at);
      if (stop == std::string_view::npos || stop > end) stop = end;
      if (!whole(at, stop)) add(at, stop, WordKind::letters);
      if (stop < end) add(stop, stop + 1, WordKind::punctuation);
      at = stop + 1;
    }
    return true;
  }

  bool acceptable_part(std::size_t begin, std::size_t end) const {
    if (begin == end) return false;
    const auto part = lower_.substr(begin, end - begin);
    bool letters = true;
    bool lower = false;
    for (std::size_t i = begin; i < end; ++i) {
      letters = letters && is_letter(lower_[i]);
      lower = lower || ascii::is_lower(source_[i]);
    }
    if (letters) return lower || end - begin <= 2;
    const auto number = read_number(part);
    Digits ignored;
    return (number && (number->kind != WordKind::number || number->digits <= 4)) || read_clock(part, ignored);
  }

  std::string_view source_;
  std::string_view lower_;
  std::uint32_t base_;
  Words& out_;
  bool glued_ = false;
  bool line_start_ = true;
};

}  // namespace

void read_words(std::string_view text, Span stretch, Words& out) {
  Scanner(text, stretch, out).run();
}

}  // namespace hearsay::time
