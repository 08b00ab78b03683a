#include "web/host.hpp"

#include "core/text/ascii.hpp"

namespace hearsay::web {
namespace {

struct KeyName {
  std::string_view code;
  ImGuiKey key;
};

constexpr KeyName kKeys[] = {
    {"Tab", ImGuiKey_Tab},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Insert", ImGuiKey_Insert},
    {"Delete", ImGuiKey_Delete},
    {"Backspace", ImGuiKey_Backspace},
    {"Space", ImGuiKey_Space},
    {"Enter", ImGuiKey_Enter},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"Escape", ImGuiKey_Escape},
    {"Slash", ImGuiKey_Slash},
    {"Comma", ImGuiKey_Comma},
    {"Period", ImGuiKey_Period},
    {"Minus", ImGuiKey_Minus},
    {"Equal", ImGuiKey_Equal},
    {"BracketLeft", ImGuiKey_LeftBracket},
    {"BracketRight", ImGuiKey_RightBracket},
    {"F1", ImGuiKey_F1},
    {"ShiftLeft", ImGuiKey_LeftShift},
    {"ShiftRight", ImGuiKey_RightShift},
    {"ControlLeft", ImGuiKey_LeftCtrl},
    {"ControlRight", ImGuiKey_RightCtrl},
    {"AltLeft", ImGuiKey_LeftAlt},
    {"MetaLeft", ImGuiKey_LeftSuper},
    {"MetaRight", ImGuiKey_RightSuper},
};

}  // namespace

ImGuiKey key_named(std::string_view code) {
  if (code.size() == 4 && code.starts_with("Key") && ascii::is_upper(code[3])) {
    return static_cast<ImGuiKey>(ImGuiKey_A + (code[3] - 'A'));
  }
  if (code.size() == 6 && code.starts_with("Digit") && ascii::is_digit(code[5])) {
    return static_cast<ImGuiKey>(ImGuiKey_0 + (code[5] - '0'));
  }
  for (const KeyName& name : kKeys) {
    if (name.code == code) return name.key;
  }
  return ImGuiKey_None;
}

}  // namespace hearsay::web
