#include "core/analysis.hpp"

#include <array>

namespace hearsay {
namespace {

template <class Enum, std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : std::string_view("other");
}

}  // namespace

std::string_view name(ActorKind kind) {
  static constexpr std::array<std::string_view, 8> kNames = {"person", "organization", "government", "outlet",
                                                             "place",  "product",      "group",      "other"};
  return pick(kNames, kind);
}

std::string_view name(MentionForm form) {
  static constexpr std::array<std::string_view, 3> kNames = {"name", "nominal", "pronoun"};
  return pick(kNames, form);
}

std::string_view name(TimeType type) {
  static constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};
  return pick(kNames, type);
}

std::string_view name(PublishedFrom from) {
  static constexpr std::array<std::string_view, 4> kNames = {"text", "given", "inferred", "unknown"};
  return pick(kNames, from);
}

std::string_view name(Stance stance) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "accuse", "deny", "warn", "advise", "exempt", "assess", "state", "question", "act"};
  return pick(kNames, stance);
}

std::string_view name(Attribution attribution) {
  static constexpr std::array<std::string_view, 3> kNames = {"direct", "indirect", "mixed"};
  return pick(kNames, attribution);
}

std::string_view name(Voice voice) {
  static constexpr std::array<std::string_view, 3> kNames = {"first-hand", "reported", "anonymous"};
  return pick(kNames, voice);
}

std::string_view name(Polarity polarity) {
  static constexpr std::array<std::string_view, 2> kNames = {"affirmed", "negated"};
  return pick(kNames, polarity);
}

std::string_view name(BasisKind kind) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "document", "test", "statement", "report", "risk analysis", "none stated", "said to be lacking"};
  return pick(kNames, kind);
}

std::string_view name(DisputeKind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {"denial", "conflict", "unanswered"};
  return pick(kNames, kind);
}

std::string_view name(Modality modality) {
  static constexpr std::array<std::string_view, 6> kNames = {"must",     "should",   "may",
                                                             "need not", "must not", "should not"};
  return pick(kNames, modality);
}

std::string_view name(SourceKind kind) {
  static constexpr std::array<std::string_view, 4> kNames = {"outlet", "document", "statement", "anonymous"};
  return pick(kNames, kind);
}

std::string_view name(IndicatorType type) {
  static constexpr std::array<std::string_view, 22> kNames = {
      "cve",    "cvss",   "cwe",  "attack",   "ipv4", "ipv6",    "domain", "url",  "email", "md5", "sha1",
      "sha256", "sha512", "path", "registry", "port", "version", "cpe",    "ghsa", "btc",   "asn", "mac"};
  return pick(kNames, type);
}

std::string_view name(Considered::As as) {
  static constexpr std::array<std::string_view, 3> kNames = {"actor", "claim", "advice"};
  return pick(kNames, as);
}

std::string_view heading(BriefSection section) {
  static constexpr std::array<std::string_view, 5> kHeadings = {
      "In one breath", "On what evidence", "Who disputes it", "Who must act", "What the text leaves open"};
  return pick(kHeadings, section);
}

}  // namespace hearsay
