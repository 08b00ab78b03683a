#include "core/export/formats.hpp"

namespace hearsay::exporting {

std::string to_html(const View&) {
  return {};
}

}  // namespace hearsay::exporting
