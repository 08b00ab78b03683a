#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/actors/name_tagger.hpp"

// Reads the corpora of names into one form. Each corpus marks only some kinds of names; what it says nothing
// of stays open, and the trainer learns nothing from it.
namespace hearsay::training {

using LabelSet = std::uint16_t;  // a bit per actors::NameLabel
inline constexpr LabelSet bit(actors::NameLabel label) {
  return static_cast<LabelSet>(1u << label);
}
LabelSet both(actors::NameType type);  // begins and continues

// A stretch of text that is a name of `type`, or, with `open`, one of which only the possible labels are
// known.
struct GoldSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  actors::NameType type = actors::NameType::person;
  LabelSet open = 0;  // 0: a name of `type`
};

struct NamedText {
  std::string text;
  std::vector<GoldSpan> spans;  // in text order, without overlap
  LabelSet outside = 1;         // what a token within no span may be
};

// `source` is KIND:PATH, KIND one of uner, gum, wikigold, wnut, cyner, annoctr (path of the .bio, texts in
// ../text), re3d (folder). An unreadable file gives nothing.
std::vector<NamedText> read_corpus(const std::string& source);

}  // namespace hearsay::training
