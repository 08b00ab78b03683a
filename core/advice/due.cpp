#include "core/advice/due.hpp"

#include <optional>

#include "core/time/calendar.hpp"

namespace hearsay::advice {
namespace {

// "P30D", "P2W", "P6M", "P1Y", "PT72H": the day that lies so far after `from`.
std::optional<time::Date> after(time::Date from, std::string_view length) {
  const bool hours = length.substr(0, 2) == "PT";
  length.remove_prefix(hours ? 2 : 1);
  std::int64_t count = 0;
  std::size_t digits = 0;
  while (digits < length.size() && length[digits] >= '0' && length[digits] <= '9' && digits < 5) {
    count = 10 * count + (length[digits++] - '0');
  }
  if (digits == 0 || digits + 1 != length.size()) return std::nullopt;
  switch (length.back()) {
    case 'D':
      return time::add_days(from, count);
    case 'W':
      return time::add_days(from, 7 * count);
    case 'M':
      return hours ? std::nullopt : std::optional(time::add_months(from, count));
    case 'Y':
      return time::add_months(from, 12 * count);
    case 'H':
      // From the day of issue, whole days: the hour of issue is not known.
      return count % 24 == 0 ? std::optional(time::add_days(from, count / 24)) : std::nullopt;
    default:
      return std::nullopt;
  }
}

// What the length is counted from: "of the issuance of this directive", or nothing at all.
bool from_issue(const Tree& tree, Span time, bool issuing) {
  const auto& tokens = tree.language.tokens;
  auto token = tree.language.token_at(time.end);
  while (token < tokens.size() && tokens[token].span.begin < time.end) ++token;
  const auto& sentence = tree.language.sentence(tree.language.token_at(time.begin));
  if (token >= sentence.last() || tree.token(token).upos == Upos::PUNCT) return issuing;
  if (!tree.has_lemma(token, {"of", "after", "from", "follow", "following"})) return false;
  constexpr TokenIndex kFewTokens = 8;  // "of the date of issuance of this"
  for (auto scan = token + 1; scan < sentence.last() && scan < token + kFewTokens; ++scan) {
    if (tree.has_lemma(scan, {"issuance", "issue", "publication"})) {
      // "issuance of their weekly report" is another issue.
      for (auto whose = scan + 1; whose < sentence.last() && whose < scan + 3; ++whose) {
        if (tree.has_lemma(whose, {"their", "its", "your", "the", "each", "a"})) {
          const auto next = whose + 1 < sentence.last() ? tree.lower(whose + 1) : std::string();
          return next == "directive" || next == "notice" || next == "order" || next == "advisory";
        }
      }
      return true;
    }
    if (tree.token(scan).upos == Upos::PUNCT || tree.token(scan).upos == Upos::VERB) return false;
  }
  return false;
}

}  // namespace

std::string due_date(const Tree& tree, const Time& deadline, const Published& published, bool issuing) {
  if (deadline.type != TimeType::duration || deadline.value.size() < 3) return {};
  if (published.from == PublishedFrom::unknown || published.from == PublishedFrom::inferred) return {};
  const auto issued = time::parse_date(published.value);
  if (!issued || published.value.find('/') != std::string::npos) return {};
  const auto words = plain_words(tree.document.text(deadline.span));
  if (words.find(" working ") != std::string::npos || words.find(" business ") != std::string::npos)
    return {};
  if (!from_issue(tree, deadline.span, issuing)) return {};
  const auto day = after(*issued, deadline.value);
  return day ? time::format(*day) : std::string();
}

}  // namespace hearsay::advice
