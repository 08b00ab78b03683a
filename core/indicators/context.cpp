#include "core/indicators/context.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "core/indicators/characters.hpp"

namespace hearsay::indicators {
namespace {

// A CVSS score as the text states it, at `at`.
struct Score {
  std::uint32_t at = 0;
  std::string value;    // "9.8"
  std::string version;  // of CVSS, where stated: "3.1"
};

// "9.8", "10", "10.0" at `at`; its size, or 0.
std::size_t score_size(std::string_view text, std::size_t at) {
  if (at > 0 && (is_alnum(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ':')) return 0;
  const auto whole = run_end(text, at, is_digit);
  const bool ten = text.substr(at, whole - at) == "10";
  if (whole - at != 1 && !ten) return 0;
  if (at_or_nul(text, whole) != '.') return ten ? 2 : 0;
  const auto end = run_end(text, whole + 1, is_digit);
  if (end != whole + 2 || (ten && text[whole + 1] != '0')) return 0;
  const char after = at_or_nul(text, end);
  const bool goes_on = is_letter(after) || (after == '.' && is_digit(at_or_nul(text, end + 1)));
  return goes_on ? 0 : end - at;
}

bool is_cvss_version(std::string_view word) {
  return word == "2.0" || word == "3.0" || word == "3.1" || word == "4.0";
}

// The score that follows the word "CVSS" or "score" at `at`: the first number from 0.0 to 10.0 within the
// next few words that is not the version of CVSS itself ("CVSS 3.1 score of 9.8").
std::optional<Score> score_after(std::string_view text, std::size_t at) {
  constexpr std::size_t kReach = 72;
  const auto end = std::min(text.size(), at + kReach);
  Score score;
  for (std::size_t i = at; i < end; ++i) {
    if (text[i] == ';' || text[i] == '\n') break;
    if (text[i] == '.' && at_or_nul(text, i + 1) == ' ') break;
    if (to_lower(text[i]) == 'v' && is_digit(at_or_nul(text, i + 1)) &&
        (i == 0 || !is_letter(text[i - 1]) || i == at + 4)) {
      const auto version_end = run_end(text, i + 1, [](char c) { return is_digit(c) || c == '.'; });
      score.version = std::string(text.substr(i + 1, version_end - i - 1));
      i = version_end - 1;
      continue;
    }
    const auto size = score_size(text, i);
    if (size == 0) continue;
    const auto value = text.substr(i, size);
    if (score.version.empty() && is_cvss_version(value) && i <= at + 6) {
      score.version = std::string(value);
      i += size - 1;
      continue;
    }
    score.at = static_cast<std::uint32_t>(i);
    score.value = std::string(value);
    return score;
  }
  // "CVSS 4.0" and no other number: the number was the score of a list without versions, or no score at all.
  return std::nullopt;
}

std::vector<Score> scores_in(std::string_view text, Span block) {
  std::vector<Score> scores;
  std::uint32_t read_to = block.begin;
  for (std::uint32_t at = block.begin; at < block.end; ++at) {
    const char c = to_lower(text[at]);
    if (c != 'c' && c != 's') continue;
    if (at > block.begin && is_letter(text[at - 1])) continue;
    if (at < read_to || (!stands_at(text, at, "cvss") && !stands_at(text, at, "score"))) continue;
    auto score = score_after(text.substr(0, block.end), at);
    if (!score) continue;
    read_to = score->at;
    scores.push_back(std::move(*score));
  }
  return scores;
}

// The severity that the standard itself gives a score (CVSS v3.1 section 5, v4.0 section 6; NVD's bands for
// v2).
std::string severity(const Score& score) {
  const auto dot = score.value.find('.');
  const int tenths = (score.value.starts_with("10") ? 10 : score.value[0] - '0') * 10 +
                     (dot == std::string::npos ? 0 : score.value[dot + 1] - '0');
  if (tenths == 0) return "none";
  if (tenths < 40) return "low";
  if (tenths < 70) return "medium";
  if (tenths < 90 || score.version.starts_with("2")) return "high";
  return "critical";
}

std::uint32_t distance(const Indicator& indicator, std::uint32_t at) {
  if (at < indicator.span.begin) return indicator.span.begin - at;
  return at < indicator.span.end ? 0 : at - indicator.span.end;
}

void give_score(Indicator& indicator, const Score& score) {
  indicator.context["score"] = score.value;
  indicator.context["severity"] = severity(score);
  if (!score.version.empty()) indicator.context.emplace("version", score.version);
}

// The score that stands nearest before a vector (else after it): "a base score of 9.8 ... the vector is
// (AV:N/...)".
const Score* score_of_vector(const Indicator& vector, const std::vector<Score>& scores) {
  const auto after = std::upper_bound(scores.begin(), scores.end(), vector.span.begin,
                                      [](std::uint32_t at, const Score& score) { return at < score.at; });
  constexpr std::uint32_t kReach = 160;
  if (after != scores.begin() && distance(vector, (after - 1)->at) <= kReach) return &*(after - 1);
  if (after != scores.end() && distance(vector, after->at) <= kReach / 4) return &*after;
  return nullptr;
}

// Of the elements of `all`, which are in text order, the one nearest to `indicator`: what comes after it up
// to the next CVE belongs to it, else what comes right before.
template <class T, class Place>
const T* nearest(const Indicator& indicator, std::uint32_t next_cve, std::uint32_t previous_cve,
                 const std::vector<T>& all, Place place) {
  const auto after = std::lower_bound(all.begin(), all.end(), indicator.span.end,
                                      [&](const T& one, std::uint32_t at) { return place(one) < at; });
  if (after != all.end() && place(*after) < next_cve) return &*after;
  if (after != all.begin() && place(*(after - 1)) >= previous_cve) return &*(after - 1);
  return nullptr;
}

void add_in_block(std::string_view text, Span block, std::vector<Indicator>::iterator first,
                  std::vector<Indicator>::iterator last) {
  const bool any = std::any_of(first, last, [](const Indicator& indicator) {
    return indicator.type == IndicatorType::cve || indicator.type == IndicatorType::cvss;
  });
  if (!any) return;
  const auto scores = scores_in(text, block);
  std::vector<const Indicator*> vectors;
  std::vector<const Indicator*> weaknesses;
  for (auto it = first; it != last; ++it) {
    if (it->type == IndicatorType::cwe) weaknesses.push_back(&*it);
    if (it->type != IndicatorType::cvss) continue;
    if (const auto* score = score_of_vector(*it, scores)) give_score(*it, *score);
    vectors.push_back(&*it);
  }
  const auto begin_of = [](const Indicator* indicator) { return indicator->span.begin; };
  std::uint32_t previous = block.begin;
  for (auto it = first; it != last; ++it) {
    if (it->type != IndicatorType::cve) continue;
    const auto following =
        std::find_if(it + 1, last, [](const Indicator& other) { return other.type == IndicatorType::cve; });
    const auto next = following == last ? block.end : following->span.begin;
    if (const auto* score = nearest(*it, next, previous, scores, [](const Score& one) { return one.at; })) {
      give_score(*it, *score);
    }
    if (const auto* vector = nearest(*it, next, previous, vectors, begin_of))
      it->context["vector"] = (*vector)->value;
    if (const auto* weakness = nearest(*it, next, previous, weaknesses, begin_of))
      it->context["cwe"] = (*weakness)->value;
    previous = it->span.end;
  }
}

}  // namespace

void add_context(const Document& document, std::vector<Indicator>& indicators) {
  auto first = indicators.begin();
  for (const auto& block : document.blocks()) {
    first = std::find_if(first, indicators.end(),
                         [&](const Indicator& one) { return one.span.begin >= block.span.begin; });
    const auto last = std::find_if(first, indicators.end(),
                                   [&](const Indicator& one) { return one.span.begin >= block.span.end; });
    add_in_block(document.text(), block.span, first, last);
    first = last;
  }
}

}  // namespace hearsay::indicators
