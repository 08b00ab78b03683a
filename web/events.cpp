#include <nlohmann/json.hpp>

#include "web/host.hpp"

namespace hearsay::web {
namespace {

using Event = ui::Event::Kind;
using Effect = ui::Effect::Kind;

struct EventName {
  std::string_view name;
  Event kind;
};

constexpr EventName kEvents[] = {
    {"text_given", Event::text_given},
    {"file_given", Event::file_given},
    {"sample_asked", Event::sample_asked},
    {"published_given", Event::published_given},
    {"inventory_given", Event::inventory_given},
    {"inventory_asked", Event::inventory_asked},
    {"inventory_dropped", Event::inventory_dropped},
    {"select_claim", Event::select_claim},
    {"select_actor", Event::select_actor},
    {"select_advice", Event::select_advice},
    {"select_time", Event::select_time},
    {"select_span", Event::select_span},
    {"clear_selection", Event::clear_selection},
    {"show_panel", Event::show_panel},
    {"edit_text", Event::edit_text},
    {"system_theme", Event::system_theme},
    {"reduced_motion", Event::reduced_motion},
    {"export_asked", Event::export_asked},
    {"save_page_asked", Event::save_page_asked},
    {"file_refused", Event::file_refused},
    {"select_indicator", Event::select_indicator},
    {"select_note", Event::select_note},
    {"theme_asked", Event::theme_asked},
    {"message_read", Event::message_read},
    {"cancel_asked", Event::cancel_asked},
    {"reset_asked", Event::reset_asked},
};

std::string_view name(Effect kind) {
  switch (kind) {
    case Effect::copy_text:
      return "copy_text";
    case Effect::save_file:
      return "save_file";
    case Effect::open_file:
      return "open_file";
    case Effect::open_inventory:
      return "open_inventory";
    case Effect::show_editor:
      return "show_editor";
    case Effect::hide_editor:
      return "hide_editor";
    case Effect::save_page:
      return "save_page";
    case Effect::mirror_changed:
      return "mirror_changed";
    case Effect::scroll_mirror:
      return "scroll_mirror";
    case Effect::set_title:
      return "set_title";
    case Effect::theme_changed:
      return "theme_changed";
  }
  return "";
}

}  // namespace

std::optional<Event> event_named(std::string_view wanted) {
  for (const EventName& event : kEvents) {
    if (event.name == wanted) return event.kind;
  }
  return std::nullopt;
}

std::string to_json(const std::vector<ui::Effect>& effects) {
  auto list = nlohmann::json::array();
  for (const ui::Effect& effect : effects) {
    list.push_back({{"kind", name(effect.kind)},
                    {"text", effect.text},
                    {"name", effect.name},
                    {"mediaType", effect.media_type},
                    {"index", effect.index},
                    {"x", effect.x},
                    {"y", effect.y},
                    {"width", effect.width},
                    {"height", effect.height}});
  }
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace hearsay::web
