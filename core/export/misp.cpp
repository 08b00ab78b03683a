#include "core/export/formats.hpp"

namespace hearsay::exporting {

std::string to_misp(const View&, bool) {
  return {};
}

}  // namespace hearsay::exporting
