#pragma once

#include <cstdint>

namespace hearsay {

// How much work a call of a resumable stage may do before it must return. Counted in work units, not in
// time, because core has no clock: one unit is about one token of one stage. The host turns milliseconds
// into units from what its last steps took.
class Budget {
 public:
  explicit Budget(std::uint32_t units) : left_(units) {}

  // Pays for work that is about to be done (it may overdraw: a sentence is never cut for the budget's sake).
  void spend(std::uint32_t units) { left_ = units < left_ ? left_ - units : 0; }
  [[nodiscard]] bool exhausted() const { return left_ == 0; }

 private:
  std::uint32_t left_;
};

}  // namespace hearsay
