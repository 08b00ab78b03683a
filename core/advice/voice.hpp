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

// Who speaks to whom in the document as a whole: an advisory or a directive speaks for its issuer to its
// readers; a news story does not.
struct DocumentVoice {
  bool issuing = false;
  bool first_person = false;  // a statement or a post that says "we" of who publishes it
  Ref<Actor> issuer;
};

[[nodiscard]] DocumentVoice document_voice(const Document& document, const language::LanguageLayer& language,
                                           const std::vector<Actor>& actors, const AdviceWords& words);

// What the heading above says of imperatives: what they come to, or nothing.
[[nodiscard]] std::optional<Modality> section_modality(std::string_view heading, const AdviceWords& words);

}  // namespace hearsay::advice
