#include "core/export/formats.hpp"

namespace hearsay::exporting {

std::string to_markdown(const View&) {
  return {};
}

}  // namespace hearsay::exporting
