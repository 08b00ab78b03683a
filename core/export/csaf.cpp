#include "core/export/formats.hpp"

namespace hearsay::exporting {

std::string to_csaf(const View&, bool) {
  return {};
}

}  // namespace hearsay::exporting
