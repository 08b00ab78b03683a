#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

// Access to JSON that may hold anything: a field that is missing or of another type is empty.
namespace hearsay::input {

using Json = nlohmann::json;

// The field, or null where `object` is no object or lacks it.
[[nodiscard]] inline const Json* field(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

// The string, trimmed; empty where it is none.
[[nodiscard]] inline std::string_view text_field(const Json& object, const char* name) {
  const auto* value = field(object, name);
  if (value == nullptr || !value->is_string()) return {};
  std::string_view text = value->get_ref<const std::string&>();
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// Calls `use` with every element of an array; not at all where the field is no array.
template <class Use>
void each(const Json& object, const char* name, Use use) {
  const auto* value = field(object, name);
  if (value == nullptr || !value->is_array()) return;
  for (const auto& element : *value) use(element);
}

}  // namespace hearsay::input
