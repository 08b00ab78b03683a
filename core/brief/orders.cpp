#include <string>
#include <vector>

#include "core/brief/sections.hpp"

// A document that orders: what its first line says of it.
namespace hearsay::brief {
namespace {

// How many orders in a document's own voice make it a directive or an advisory.
constexpr std::size_t kOrders = 3;

bool duty(const Advice& advice) {
  return advice.modality != Modality::need_not && advice.modality != Modality::may && !advice.action.empty();
}

// The first order of a document that mostly orders, with the number of orders; nullptr: another kind of text.
// Verbs that remove the cause: what a reader of an advisory looks for first.
bool remedy(const Ledger& ledger, const Advice& advice) {
  const auto words = ledger.words(advice.action.front());
  for (const std::string_view verb : {"update", "upgrade", "install", "apply", "patch", "remove", "disable",
                                      "disconnect", "identify", "replace", "uninstall", "stop"}) {
    if (opens_with(words, verb)) return true;
  }
  return false;
}

// Whether somebody other than the document itself says it: then the claim tells it better.
bool relayed(const Ledger& ledger, const Advice& advice) {
  return advice.claim && !ledger.claim(advice.claim).source_spans.empty();
}

// What a reader looks for first: what has a date, then what removes the cause.
int rank(const Ledger& ledger, const Advice& advice) {
  const bool must = advice.modality == Modality::must;
  const bool must_not = advice.modality == Modality::must_not;
  const auto words = ledger.words(advice.action.front());
  // "comply with the directive": says nothing of what it asks for.
  if (opens_with(words, "comply")) return -1;
  return (must ? 4 : must_not ? 2 : 0) + (advice.deadline ? 2 : 0) + (remedy(ledger, advice) ? 1 : 0);
}

const Advice* first_order(const Ledger& ledger, std::size_t& count) {
  const Advice* first = nullptr;
  count = 0;
  if (!ledger.analysis.issuing) return nullptr;  // a story that reports orders is about more than them
  for (const auto& advice : ledger.analysis.advice) {
    if (!duty(advice) || relayed(ledger, advice)) continue;
    if (first == nullptr || rank(ledger, advice) > rank(ledger, *first)) first = &advice;
    ++count;
  }
  return count >= kOrders ? first : nullptr;
}

}  // namespace

bool binding(const Ledger& ledger) {
  if (!ledger.analysis.issuing) return false;
  std::size_t duties = 0;
  std::size_t must = 0;
  for (const auto& advice : ledger.analysis.advice) {
    if (!duty(advice) || relayed(ledger, advice)) continue;
    ++duties;
    must += advice.modality == Modality::must || advice.modality == Modality::must_not ? 1 : 0;
  }
  return duties >= kOrders && 2 * must >= duties;
}

bool tell_orders(const Ledger& ledger, std::vector<BriefLine>& lines) {
  std::size_t count = 0;
  const auto* order = first_order(ledger, count);
  if (order == nullptr) return false;
  LineBuilder line(ledger, BriefSection::in_one_breath);
  if (order->issuer) {
    line.actor(order->issuer, {}, true, true);
  } else {
    line.plain("The text");
  }
  line.plain(" tells ");
  bool any = false;
  for (const auto& one : order->audience) {
    for (const auto span : one.spans) {
      if (ledger.words(span) == "You" || ledger.words(span) == "you") continue;
      if (any) line.plain(", ");
      line.strong(span);
      any = true;
    }
  }
  if (!any) line.plain("its readers");
  line.plain(" what they " + std::string(name(order->modality)) + " do: ").quote(order->action, 25);
  if (count > 1) line.plain(", and " + std::to_string(count - 1) + " more");
  lines.push_back(line.plain(".").take());
  return true;
}

}  // namespace hearsay::brief
