#include "core/brief/brief.hpp"

#include "core/brief/sections.hpp"

namespace hearsay::brief {

std::vector<BriefLine> write(const Document& document, const language::LanguageLayer& language,
                             const Analysis& analysis) {
  const Ledger ledger{document, language, analysis};
  std::vector<BriefLine> lines;
  const auto main = main_claim(ledger);
  const auto told = in_one_breath(ledger, main, lines);
  on_what_evidence(ledger, told, lines);
  who_disputes(ledger, lines);
  who_must_act(ledger, lines);
  what_is_left_open(ledger, main, lines);
  return lines;
}

}  // namespace hearsay::brief
