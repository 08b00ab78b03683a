#include "core/export/formats.hpp"

namespace hearsay::exporting {
namespace {

// RFC 4180: quotes doubled, every field quoted, CRLF. A field that a spreadsheet would take for a formula
// (OWASP, "CSV injection") gets an apostrophe in front: the text is a stranger's.
std::string field(std::string_view text) {
  std::string result = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    result += '\'';
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string row(const std::vector<std::string>& cells) {
  std::string result;
  for (const auto& cell : cells) result += (result.empty() ? "" : ",") + field(cell);
  return result + "\r\n";
}

}  // namespace

std::string to_csv(const View& view) {
  std::string result = row({"id", "stance", "source", "source words", "cue", "content", "target", "voice",
                            "via", "polarity", "hedges", "basis", "time", "start", "end"});
  for (std::size_t i = 0; i < view.analysis.claims.size(); ++i) {
    const Claim& claim = view.analysis.claims[i];
    std::string via;
    for (const auto actor : claim.via) via += (via.empty() ? "" : "; ") + view.actor_name(actor);
    std::string basis;
    for (const Basis& ground : claim.basis)
      basis += (basis.empty() ? "" : "; ") + std::string(name(ground.kind));
    const auto place = [&](std::uint32_t byte) {
      return std::to_string(view.document.code_points_before(byte));
    };
    result += row({"c" + std::to_string(i + 1), std::string(name(claim.stance)),
                   view.actor_name(claim.source), view.quoted(source_words(claim)), view.quoted(claim.cue),
                   view.quoted(claim.content), view.actor_name(claim.target), std::string(name(claim.voice)),
                   via, std::string(name(claim.polarity)), view.quoted(claim.hedges), basis,
                   claim.time ? view.analysis.times[claim.time.index()].value : "",
                   claim.content.empty() ? "" : place(claim.content.front().begin),
                   claim.content.empty() ? "" : place(claim.content.back().end)});
  }
  return result;
}

}  // namespace hearsay::exporting
