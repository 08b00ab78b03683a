#include "core/export/formats.hpp"

namespace hearsay::exporting {

std::string to_stix(const View&, bool) {
  return {};
}

}  // namespace hearsay::exporting
