#include "ui/view_model.hpp"
#include "web/host.hpp"

namespace hearsay::web {

std::string mirror(const ui::ViewModel&) {
  return {};
}

}  // namespace hearsay::web
