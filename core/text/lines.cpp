#include "core/text/lines.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "core/text/ascii.hpp"
#include "core/text/utf8.hpp"

namespace hearsay::text {
namespace {

// In bytes: longer lines are paragraphs (or rows), whatever their words.
constexpr std::size_t kLongLine = 400;

using ascii::is_digit;

// Code points, with the letters of Latin-1.
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}
bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
bool is_letter(char c) {
  return is_lower(static_cast<unsigned char>(c)) || is_upper(static_cast<unsigned char>(c));
}

bool is_opener(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0xAB;
}
bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == '*' || c == '_';
}

// ---- list markers ---------------------------------------------------------------------------------------

bool is_bullet(char32_t c) {
  constexpr std::array<char32_t, 16> kBullets = {'-',    '*',    '+',    0x2022, 0x2023, 0x2043,
                                                 0x2219, 0x25AA, 0x25AB, 0x25CB, 0x25CF, 0x25E6,
                                                 0x2013, 0x00B7, 0x27A2, 0xF0B7};
  for (const char32_t bullet : kBullets) {
    if (c == bullet) return true;
  }
  return false;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("ivxIVX") == std::string_view::npos;
}

// The bytes of a marker "1.", "12)", "(3)", "a)", "(b)", "iv.", "[4]" at the start of `line`, white space
// after it included; 0 where there is none. "A." alone is none: it begins names ("A. Author").
std::size_t enumerator(std::string_view line) {
  std::size_t at = 0;
  const char open = line.front() == '(' || line.front() == '[' ? line.front() : '\0';
  if (open != '\0') ++at;
  const std::size_t begin = at;
  while (at < line.size() && at < begin + 4 && (is_digit(line[at]) || is_letter(line[at]))) ++at;
  const auto label = line.substr(begin, at - begin);
  if (label.empty() || at + 1 >= line.size()) return 0;
  const bool number = label.find_first_not_of("0123456789") == std::string_view::npos && label.size() <= 3;
  const bool letter = label.size() == 1 || is_roman(label);
  if (!number && !letter) return 0;
  const char close = line[at++];
  if (open == '(' ? close != ')' : open == '[' ? close != ']' || !number : close != ')' && close != '.')
    return 0;
  if (close == '.' && !number && !(is_lower(static_cast<unsigned char>(label.front())))) return 0;
  const std::size_t after = at;
  while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
  return at > after && at < line.size() ? at : 0;
}

// Parts of a section number "3", "3.2", "3.2.1" before white space; 0 where there is none.
std::uint8_t section_number(std::string_view line) {
  std::uint8_t parts = 0;
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) {
    const std::size_t begin = at;
    while (at < line.size() && is_digit(line[at])) ++at;
    if (at - begin > 2 || parts == 5) return 0;
    ++parts;
    if (at < line.size() && line[at] == '.') ++at;
  }
  const bool dotted = at > 0 && (parts > 1 || line[at - 1] == '.');
  return dotted && at < line.size() && (line[at] == ' ' || line[at] == '\t') ? parts : std::uint8_t{0};
}

// ---- lines that are not prose ---------------------------------------------------------------------------

// "-----", "* * *", "|---|:--|": at least three marks of a rule, and nothing else.
bool is_separator(std::string_view line) {
  if (line.find_first_not_of("-=_*~+|:.# \t") != std::string_view::npos) return false;
  std::size_t marks = 0;
  for (const char c : line) marks += c != ' ' && c != '\t';
  return marks >= 3;
}

// A stretch of hexadecimal, a command at a prompt, a stamped log line, a statement of a program.
bool is_code(std::string_view line) {
  if (line.size() < 8) return false;
  for (const std::string_view prompt : {"$ ", "# ./", "C:\\>", "PS C:\\"}) {
    if (line.starts_with(prompt)) return true;
  }
  // Marks of programs' syntax. A run of one mark is a rule or an outcry.
  constexpr std::string_view kMarks = "{}<>;=|\\$`&@#%^*_~+[]";
  std::size_t marks = 0;
  std::size_t spaces = 0;
  std::uint32_t kinds = 0;
  char before = '\0';
  for (const char c : line) {
    const auto mark = kMarks.find(c);
    if (mark != std::string_view::npos && c != before) {
      ++marks;
      kinds |= 1u << mark;
    }
    spaces += c == ' ';
    before = c;
  }
  if (std::popcount(kinds) < 3) return false;
  const bool statement = line.back() == ';' || line.back() == '{' || line.back() == '}';
  if (statement && marks * 8 >= line.size()) return true;
  return marks * 5 >= line.size() && spaces * 6 <= line.size();
}

// "</text>" by itself.
bool is_closing_tag(std::string_view line) {
  return line.starts_with("</") && line.ends_with(">") && line.find_first_of(" \t") == std::string_view::npos;
}

bool is_table_row(std::string_view line) {
  std::size_t pipes = 0;
  std::size_t tabs = 0;
  for (const char c : line) {
    pipes += c == '|';
    tabs += c == '\t';
  }
  if (line.size() > kLongLine && tabs + pipes < 4) return false;  // a tab strayed into a paragraph
  return tabs >= 1 || (pipes >= 2 && (line.front() == '|' || pipes >= 3)) ||
         (pipes == 2 && line.back() == '|');
}

LineKind kind_of(std::string_view line, Line& out) {
  if (line.starts_with("```") || line.starts_with("~~~")) return LineKind::fence;
  if (is_separator(line)) return LineKind::separator;
  if (line.front() == '#') {
    const auto marks = line.find_first_not_of('#');
    if (marks <= 6 && line[marks] == ' ' && !line.starts_with("# ./")) {
      out.level = static_cast<std::uint8_t>(marks);
      return LineKind::markup_heading;
    }
  }
  if (line.front() == '>') {
    for (const char c : line) {
      if (c == '>')
        ++out.level;
      else if (c != ' ')
        break;
    }
    return LineKind::quote;
  }
  out.level = section_number(line);
  out.numbered = out.level != 0;
  const auto first = utf8::decode(line, 0);
  const bool spaced = line.size() > first.size && (line[first.size] == ' ' || line[first.size] == '\t');
  if (is_bullet(first.code) && (spaced || (first.code >= 0x2022 && first.code != 0x2219)))
    return LineKind::list_item;
  if (first.code == 'o' && line.size() > 1 && line[1] == '\t')
    return LineKind::list_item;  // Word's second level
  if (enumerator(line) != 0) return LineKind::list_item;
  if (is_table_row(line)) return LineKind::table_row;
  return line.size() <= kLongLine && (is_code(line) || is_closing_tag(line)) ? LineKind::code
                                                                             : LineKind::prose;
}

// ---- features -------------------------------------------------------------------------------------------

// The content of a line without its quote marks, list marker or number: what its first word is.
std::string_view content_of(std::string_view line, const Line& seen) {
  if (seen.kind == LineKind::quote || seen.kind == LineKind::markup_heading) {
    const auto begin = line.find_first_not_of("># \t");
    return begin == std::string_view::npos ? line.substr(line.size()) : line.substr(begin);
  }
  if (seen.numbered || seen.kind == LineKind::list_item) {
    const auto begin = line.find_first_of(" \t");
    const auto word = begin == std::string_view::npos ? begin : line.find_first_not_of(" \t", begin);
    return word == std::string_view::npos ? line : line.substr(word);
  }
  return line;
}

bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 28> kWords = {
      "a",  "an", "and", "as", "at",  "but", "by",  "for", "from", "in",   "into", "is",   "its", "of",
      "on", "or", "the", "to", "via", "vs",  "vs.", "v.",  "with", "over", "than", "that", "&",   "after"};
  for (const auto known : kWords) {
    if (word == known) return true;
  }
  return false;
}

void count_words(std::string_view content, Line& line) {
  std::size_t at = 0;
  while (at < content.size()) {
    const auto begin = content.find_first_not_of(" \t", at);
    if (begin == std::string_view::npos) break;
    at = content.find_first_of(" \t", begin);
    if (at == std::string_view::npos) at = content.size();
    auto word = content.substr(begin, at - begin);
    if (line.words++ == 0) {
      for (const char c : word) line.first_word += !utf8::continues(c);
    }
    auto head = utf8::decode(word, 0);
    while (head.size < word.size() && is_opener(head.code)) {
      word.remove_prefix(head.size);
      head = utf8::decode(word, 0);
    }
    // Longer words than "Inc." and "vs." do not end in a full stop unless a sentence does.
    const char end = word.back();
    line.has_stop |= at < content.size() && (end == '?' || end == '!' || (end == '.' && word.size() > 5));
    const bool function_word = line.words > 1 && is_function_word(word);
    line.capitalised += is_upper(head.code) || is_digit(head.code) || function_word;
  }
}

// The start and the end of a long line, which is no heading: its words need not be counted.
void measure_long(std::string_view trimmed, Line& line) {
  const auto first = trimmed.find_first_of(" \t");
  line.first_word = static_cast<std::uint32_t>(first == std::string_view::npos ? trimmed.size() : first);
  for (const char c : trimmed) line.length += !utf8::continues(c);
  line.words = line.length / 6 + 1;
  for (std::size_t at = 0; at < trimmed.size();) {
    const auto here = utf8::decode(trimmed, at);
    at += here.size;
    if (is_opener(here.code)) continue;
    line.lower_start = is_lower(here.code);
    line.upper_start = is_upper(here.code);
    break;
  }
  for (std::size_t end = trimmed.size(); end > 0;) {
    do --end;
    while (end > 0 && utf8::continues(trimmed[end]));
    line.last = utf8::decode(trimmed, end).code;
    if (!is_closer(line.last) && !utf8::is_blank(line.last)) break;
  }
}

void measure(std::string_view trimmed, Line& line) {
  const auto content = content_of(trimmed, line);
  bool lower = false;
  bool upper = false;
  bool started = false;
  for (std::size_t at = 0; at < content.size();) {
    const auto here = utf8::decode(content, at);
    at += here.size;
    lower |= is_lower(here.code);
    upper |= is_upper(here.code);
    if (!started && !is_opener(here.code)) {
      started = true;
      line.lower_start = is_lower(here.code);
      line.upper_start = is_upper(here.code) || is_digit(here.code);
    }
    if (!is_closer(here.code) && !utf8::is_blank(here.code)) line.last = here.code;
  }
  for (const char c : trimmed) line.length += !utf8::continues(c);
  line.all_caps = upper && !lower;
  count_words(content, line);
}

// Where the line that begins at `at` ends, and where the next one begins.
struct LineEnd {
  std::size_t end;
  std::size_t next;
};
LineEnd line_end(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != 0xE2) continue;
    if (c == '\n' || c == '\f') return {at, at + 1};
    if (c == '\r') return {at, at + (at + 1 < text.size() && text[at + 1] == '\n' ? 2u : 1u)};
    const bool separator = c == 0xE2 && at + 2 < text.size() &&
                           static_cast<unsigned char>(text[at + 1]) == 0x80 &&
                           (static_cast<unsigned char>(text[at + 2]) & 0xFEu) == 0xA8;  // U+2028, U+2029
    if (separator) return {at, at + 3};
  }
  return {at, at};
}

// "evil[.]example", "b_armv7l", a hash: holds a mark or a digit that is not at its end.
bool is_code_word(std::string_view word) {
  const auto plain = [](char c) { return is_letter(c) || ascii::is_beyond(c) || c == '-' || c == '\''; };
  while (!word.empty() && !plain(word.back()) && !is_digit(word.back())) word.remove_suffix(1);
  while (!word.empty() && !plain(word.front()) && !is_digit(word.front())) word.remove_prefix(1);
  return !std::all_of(word.begin(), word.end(), plain);
}

// Begins with a word and a colon, as the fields of a record do.
bool is_label(std::string_view line) {
  const auto end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  return end != std::string_view::npos && end > 1 && line[end] == ':' && end + 1 < line.size() &&
         line[end + 1] == ' ';
}

Line look_at(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  while (begin < end) {
    const auto here = utf8::decode(text, begin);
    if (!utf8::is_blank(here.code)) break;
    line.indent = here.code == '\t' ? (line.indent / 4 + 1) * 4 : line.indent + 1;
    begin += here.size;
  }
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && utf8::continues(text[last])) --last;
    if (!utf8::is_blank(utf8::decode(text, last).code)) break;
    end = last;
  }
  line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  if (line.span.empty()) return line;
  const auto trimmed = text.substr(begin, end - begin);
  line.kind = kind_of(trimmed, line);
  line.url_start =
      trimmed.starts_with("http") || trimmed.starts_with("hxxp") || trimmed.starts_with("ftp://");
  if (trimmed.size() > kLongLine) {
    measure_long(trimmed, line);
  } else {
    measure(trimmed, line);
  }
  line.lone_code = line.words == 1 && is_code_word(trimmed);
  line.bracketed = trimmed.front() == '[' && trimmed.back() == ']';
  line.labelled = ascii::is_lower(trimmed.front()) && is_label(trimmed);
  return line;
}

}  // namespace

std::vector<Line> look_at_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto [end, next] = line_end(text, at);
    lines.push_back(look_at(text, at, end));
    at = next;
  }
  return lines;
}

}  // namespace hearsay::text
