#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.hpp"
#include "core/text/document.hpp"
#include "core/text/quotation.hpp"
#include "ui/view_model.hpp"

// The words and quotations that rows are made of. Everything here is for a reader: plain English, no codes.
namespace hearsay::ui {

[[nodiscard]] std::string_view kind_word(ActorKind kind);           // "government body"
[[nodiscard]] std::string_view voice_word(Voice voice);             // "reported by others"
[[nodiscard]] std::string_view basis_word(BasisKind kind);          // "another's report"
[[nodiscard]] std::string_view modality_word(Modality modality);    // "should not"
[[nodiscard]] std::string_view indicator_word(IndicatorType type);  // "IP address"
[[nodiscard]] std::string_view source_word(SourceKind kind);
[[nodiscard]] std::string_view considered_word(Considered::As as);
// The everyday name of a country by its ISO 3166-1 code; a code that is not in the table is its own name.
[[nodiscard]] std::string country_name(std::string_view code);
// The words of all spans, white space folded, " … " between spans that do not touch.
[[nodiscard]] std::string words_of(const Document& document, const std::vector<Span>& spans);
// At most `most` code points, cut at a space where one is near, with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view words, std::size_t most);
// "1 place", "3 places".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);
// "all from one origin", "2 independent origins": of claims by different sources that say the same.
[[nodiscard]] std::string origins_words(std::size_t independent);

[[nodiscard]] std::string actor_name(const Document& document, const Analysis& analysis, Ref<Actor> actor);
// Who makes the claim, for a row: the actor's name, else the words that stand for the source, else "".
[[nodiscard]] std::string source_name(const Document& document, const Analysis& analysis, const Claim& claim);

[[nodiscard]] Target target_of_claim(const Analysis& analysis, std::uint32_t claim);
[[nodiscard]] Target target_of_actor(const Analysis& analysis, std::uint32_t actor);
[[nodiscard]] Target target_of_time(const Analysis& analysis, std::uint32_t time);
[[nodiscard]] Target target_of_advice(const Analysis& analysis, std::uint32_t advice);
[[nodiscard]] Target target_of_span(Span span);

// Parts of show_analysis(), one for each panel.
void make_text(ViewModel& view, const Analysis& analysis);
void make_brief(ViewModel& view, const Analysis& analysis);
void make_ledger(ViewModel& view, const Document& document, const Analysis& analysis);
void make_actors(ViewModel& view, const Document& document, const Analysis& analysis);
// After make_brief() and make_actors().
void make_inventory(ViewModel& view, const Analysis& analysis);
void make_timeline(ViewModel& view, const Document& document, const Analysis& analysis);
void make_advice(ViewModel& view, const Document& document, const Analysis& analysis);
void make_indicators(ViewModel& view, const Document& document, const Analysis& analysis);
void make_notes(ViewModel& view, const Document& document, const Analysis& analysis);

}  // namespace hearsay::ui
