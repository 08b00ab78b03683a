#include "core/export/formats.hpp"

namespace hearsay::exporting {

std::string to_csv(const View&) {
  return {};
}

}  // namespace hearsay::exporting
