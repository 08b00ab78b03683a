#include "core/time/time.hpp"

namespace hearsay::time {

std::vector<TimelineEntry> timeline(const Document&, const language::LanguageLayer&, const Analysis&) {
  return {};
}

}  // namespace hearsay::time
