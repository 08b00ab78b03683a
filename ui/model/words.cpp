#include "ui/model/words.hpp"

#include "core/assets/assets.hpp"

namespace hearsay::ui {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool continues_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
}

}  // namespace

std::string_view stance_word(Stance stance) {
  switch (stance) {
    case Stance::accuse:
      return "accuses";
    case Stance::deny:
      return "denies";
    case Stance::warn:
      return "warns";
    case Stance::advise:
      return "advises";
    case Stance::exempt:
      return "exempts";
    case Stance::assess:
      return "assesses";
    case Stance::state:
      return "states";
    case Stance::question:
      return "questions";
    case Stance::act:
      return "acts";
  }
  return "states";
}

std::string_view panel_name(Panel panel) {
  switch (panel) {
    case Panel::brief:
      return "Brief";
    case Panel::ledger:
      return "Ledger";
    case Panel::actors:
      return "Actors";
    case Panel::timeline:
      return "Timeline";
    case Panel::advice:
      return "Advice";
    case Panel::indicators:
      return "Indicators";
    case Panel::notes:
      return "Notes";
  }
  return "";
}

std::string_view kind_word(ActorKind kind) {
  switch (kind) {
    case ActorKind::person:
      return "person";
    case ActorKind::organization:
      return "organisation";
    case ActorKind::government:
      return "government body";
    case ActorKind::outlet:
      return "news outlet";
    case ActorKind::place:
      return "place";
    case ActorKind::product:
      return "product";
    case ActorKind::group:
      return "unnamed group";
    case ActorKind::other:
      return "other";
  }
  return "other";
}

std::string_view voice_word(Voice voice) {
  switch (voice) {
    case Voice::first_hand:
      return "said by the source itself";
    case Voice::reported:
      return "relayed by another";
    case Voice::anonymous:
      return "nobody is named";
  }
  return "";
}

std::string_view basis_word(BasisKind kind) {
  switch (kind) {
    case BasisKind::document:
      return "a document";
    case BasisKind::test:
      return "a test or finding";
    case BasisKind::statement:
      return "a statement";
    case BasisKind::report:
      return "another’s report";
    case BasisKind::risk_analysis:
      return "risk analysis";
    case BasisKind::none_stated:
      return "none stated";
    case BasisKind::said_to_be_lacking:
      return "proof is said to be lacking";
  }
  return "";
}

std::string_view modality_word(Modality modality) {
  switch (modality) {
    case Modality::must:
      return "must";
    case Modality::should:
      return "should";
    case Modality::may:
      return "may";
    case Modality::need_not:
      return "need not";
    case Modality::must_not:
      return "must not";
    case Modality::should_not:
      return "should not";
  }
  return "should";
}

std::string_view indicator_word(IndicatorType type) {
  switch (type) {
    case IndicatorType::cve:
      return "CVE";
    case IndicatorType::cvss:
      return "CVSS";
    case IndicatorType::cwe:
      return "CWE";
    case IndicatorType::attack:
      return "ATT&CK";
    case IndicatorType::ipv4:
    case IndicatorType::ipv6:
      return "IP address";
    case IndicatorType::domain:
      return "Domain";
    case IndicatorType::url:
      return "URL";
    case IndicatorType::email:
      return "E-mail";
    case IndicatorType::md5:
      return "MD5";
    case IndicatorType::sha1:
      return "SHA-1";
    case IndicatorType::sha256:
      return "SHA-256";
    case IndicatorType::sha512:
      return "SHA-512";
    case IndicatorType::path:
      return "Path";
    case IndicatorType::registry:
      return "Registry key";
    case IndicatorType::port:
      return "Port";
    case IndicatorType::version:
      return "Version";
    case IndicatorType::cpe:
      return "CPE";
    case IndicatorType::ghsa:
      return "GHSA";
    case IndicatorType::btc:
      return "Bitcoin address";
    case IndicatorType::asn:
      return "ASN";
    case IndicatorType::mac:
      return "MAC address";
  }
  return "Indicator";
}

std::string_view source_word(SourceKind kind) {
  switch (kind) {
    case SourceKind::outlet:
      return "news outlet";
    case SourceKind::document:
      return "document";
    case SourceKind::statement:
      return "statement";
    case SourceKind::anonymous:
      return "unnamed source";
  }
  return "";
}

std::string_view considered_word(Considered::As as) {
  switch (as) {
    case Considered::As::actor:
      return "not an actor";
    case Considered::As::claim:
      return "not a claim";
    case Considered::As::advice:
      return "not advice";
  }
  return "";
}

std::string plain_text(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    if (is_space(c)) {
      gap = !result.empty();
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    result += c;
  }
  return result;
}

std::string country_name(std::string_view code) {
  if (code.empty()) return {};
  // A row begins with its code; its name is the second cell.
  const std::string_view table = asset("lexicons/countries.tsv");
  const std::string row = "\n" + std::string(code) + "\t";
  const std::size_t found = table.find(row);
  if (found == std::string_view::npos) return std::string(code);
  const std::string_view name = table.substr(found + row.size());
  return std::string(name.substr(0, name.find_first_of("\t\r\n")));
}

std::string words_of(const Document& document, const std::vector<Span>& spans) {
  std::string result;
  const Span* before = nullptr;
  for (const Span& span : spans) {
    if (span.empty() || span.end > document.text().size()) continue;
    if (before != nullptr) result += span.begin <= before->end + 1 ? " " : " … ";
    result += folded(document.text(span));
    before = &span;
  }
  return result;
}

std::string shortened(std::string_view words, std::size_t most) {
  std::size_t count = 0;
  std::size_t last_space = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (continues_code_point(words[i])) continue;
    if (words[i] == ' ') last_space = i;
    if (count++ < most) continue;
    const std::size_t cut = last_space + 24 > i && last_space > 0 ? last_space : i;
    return std::string(words.substr(0, cut)) + "…";
  }
  return std::string(words);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string origins_words(std::size_t independent) {
  return independent == 1 ? "all from one origin" : std::to_string(independent) + " independent origins";
}

std::string actor_name(const Document& document, const Analysis& analysis, Ref<Actor> actor) {
  if (!actor || actor.index() >= analysis.actors.size()) return {};
  return folded(document.text(analysis.actors[actor.index()].name));
}

std::string source_name(const Document& document, const Analysis& analysis, const Claim& claim) {
  std::string name = actor_name(document, analysis, claim.source);
  if (name.empty()) name = words_of(document, source_words(claim));
  return name;
}

Target target_of_claim(const Analysis& analysis, std::uint32_t claim) {
  const Claim& it = analysis.claims[claim];
  Span span{};
  if (!it.content.empty()) {
    span = it.content.front();
  } else if (!it.cue.empty()) {
    span = it.cue.front();
  } else if (!it.source_spans.empty()) {
    span = it.source_spans.front();
  }
  return {Target::Kind::claim, claim, span};
}

Target target_of_actor(const Analysis& analysis, std::uint32_t actor) {
  return {Target::Kind::actor, actor, analysis.actors[actor].name};
}

Target target_of_time(const Analysis& analysis, std::uint32_t time) {
  return {Target::Kind::time, time, analysis.times[time].span};
}

Target target_of_advice(const Analysis& analysis, std::uint32_t advice) {
  const Advice& it = analysis.advice[advice];
  Span span{};
  if (!it.action.empty()) {
    span = it.action.front();
  } else if (!it.audience.empty() && !it.audience.front().spans.empty()) {
    span = it.audience.front().spans.front();
  }
  return {Target::Kind::advice, advice, span};
}

Target target_of_span(Span span) {
  return {Target::Kind::span, 0, span};
}

}  // namespace hearsay::ui
