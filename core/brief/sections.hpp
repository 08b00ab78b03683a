#pragma once

#include <vector>

#include "core/brief/line.hpp"

// The sections of the brief, in the reader's order. Each appends its lines.
namespace hearsay::brief {

// The claim that the text is about, or nothing where nobody claims anything.
[[nodiscard]] Ref<Claim> main_claim(const Ledger& ledger);

// Whether at least half of what the text tells to do must be done: a directive.
[[nodiscard]] bool binding(const Ledger& ledger);
// The first order of a document that mostly orders. False: it is another kind of text, and no line was added.
bool tell_orders(const Ledger& ledger, std::vector<BriefLine>& lines);
// The article's own first sentence, where the main claim is not it. True: the main claim is part of it.
bool tell_opening(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines);

// Returns the claim that the first line tells, if it tells one that wants evidence.
Ref<Claim> in_one_breath(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines);
// `told`: the claim of the first line.
void on_what_evidence(const Ledger& ledger, Ref<Claim> told, std::vector<BriefLine>& lines);
void who_disputes(const Ledger& ledger, std::vector<BriefLine>& lines);
void who_must_act(const Ledger& ledger, std::vector<BriefLine>& lines);
void what_is_left_open(const Ledger& ledger, Ref<Claim> main, std::vector<BriefLine>& lines);

}  // namespace hearsay::brief
