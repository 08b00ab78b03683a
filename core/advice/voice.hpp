#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actors/actors.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/patterns.hpp"
#include "core/advice/tree.hpp"
#include "core/analysis.hpp"

namespace hearsay::advice {

// Who speaks to whom in the document as a whole. An advisory, a directive, an order or a law speaks for its
// issuer; a letter, a post, a list of questions and answers addresses its readers in its own words; a news
// story does neither: it tells what others say.
struct DocumentVoice {
  bool issuing = false;
  bool addressing = false;
  Ref<Actor> issuer;
};

[[nodiscard]] DocumentVoice document_voice(const Tree& tree, const std::vector<Actor>& actors,
                                           const std::vector<Claim>& claims, const AdviceWords& words);

// What the heading above says of imperatives: what they come to, or nothing.
[[nodiscard]] std::optional<Modality> section_modality(std::string_view heading, const AdviceWords& words);

}  // namespace hearsay::advice
