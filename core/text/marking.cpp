#include "core/text/marking.hpp"

#include <array>

#include "core/text/ascii.hpp"

namespace hearsay {
namespace {

// In order of strictness. Longer labels stand before the ones they begin with.
constexpr std::array<std::string_view, 6> kLabels = {"CLEAR",        "WHITE", "GREEN",
                                                     "AMBER+STRICT", "AMBER", "RED"};

int strictness(std::string_view label) {
  if (label == "RED") return 5;
  if (label == "AMBER+STRICT") return 4;
  if (label == "AMBER") return 3;
  if (label == "GREEN") return 2;
  return 1;
}

// The label that `text` begins with, blanks before it skipped; empty if none. `size` is what it takes up.
std::string_view label_at(std::string_view text, std::size_t& size) {
  std::size_t blanks = 0;
  while (blanks < text.size() && blanks < 2 && text[blanks] == ' ') ++blanks;
  for (const auto label : kLabels) {
    const auto rest = text.substr(blanks);
    if (!rest.starts_with(label)) continue;
    if (rest.size() > label.size() && ascii::is_alnum(rest[label.size()])) continue;
    size = blanks + label.size();
    return label;
  }
  return {};
}

}  // namespace

Marking find_marking(const Document& document) {
  constexpr std::string_view kPrefix = "TLP:";
  const auto text = document.text();
  Marking marking;
  for (auto at = text.find(kPrefix); at != std::string_view::npos; at = text.find(kPrefix, at + 1)) {
    std::size_t size = 0;
    const auto label = label_at(text.substr(at + kPrefix.size()), size);
    if (label.empty() || (!marking.tlp.empty() && strictness(label) < strictness(marking.tlp))) continue;
    if (label != marking.tlp) marking.evidence.clear();
    marking.tlp = label;
    marking.evidence.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + kPrefix.size() + size)});
  }
  const auto& stated = document.metadata().tlp;
  if (stated.value.empty()) return marking;
  if (marking.tlp != stated.value) marking = {stated.value, {}};
  if (marking.evidence.empty() && !stated.span.empty()) marking.evidence.push_back(stated.span);
  return marking;
}

}  // namespace hearsay
