#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/actors/actors.hpp"
#include "core/advice/lexicon.hpp"
#include "core/advice/tree.hpp"
#include "core/analysis.hpp"

// Whose document it is, as its head and its end say: "Issued by", "From:", a title that is a body's name, a
// byline, a signature.
namespace hearsay::advice {

// Whoever the document says it is from, or nobody. `issuing`: it is known to speak for somebody, so that the
// body that its head names most is taken for it.
[[nodiscard]] Ref<Actor> letterhead(const Document& document, const std::vector<Actor>& actors,
                                    const AdviceWords& words, bool issuing);

// The title is a body's name and nothing else.
[[nodiscard]] bool opens_with_letterhead(const Document& document, const std::vector<Actor>& actors);

// A line at the head of a memorandum or a mail: "TO: all staff". The name in small letters.
struct HeadField {
  std::string name;
  Span value;
};
[[nodiscard]] std::vector<HeadField> head_fields(const Document& document);

// The line that closes a letter ("Sincerely,"); empty: there is none.
[[nodiscard]] Span closing_line(const Document& document);

// Whether a word for a document that speaks for its issuer is among them: "Binding Directive 24-03".
[[nodiscard]] bool names_document(std::string_view words, const AdviceWords& lexicon);

}  // namespace hearsay::advice
