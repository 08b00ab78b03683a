#include "ui/app.hpp"

#include <imgui.h>

#include "core/assets/assets.hpp"
#include "ui/view_model.hpp"

namespace hearsay::ui {

struct App::Impl {
  std::unique_ptr<Knowledge> knowledge;
  std::vector<Effect> effects;
  ViewModel view;
  bool shown = false;
};

App::App(std::unique_ptr<Knowledge> knowledge) : impl_(std::make_unique<Impl>()) {
  impl_->knowledge = std::move(knowledge);
}
App::~App() = default;

void App::dispatch(Event) {}

int App::frame(float width, float height) {
  if (!impl_->shown) {
    impl_->shown = true;
    Effect editor{.kind = Effect::Kind::show_editor};
    editor.x = 40, editor.y = 120, editor.width = width / 2 - 80, editor.height = height - 200;
    impl_->effects.push_back(editor);
  }
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({width, height});
  ImGui::Begin("Hearsay", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::TextUnformatted("Hearsay reads who claims what, on what evidence.");
  ImGui::End();
  return 0;
}

std::vector<Effect> App::take_effects() {
  return std::exchange(impl_->effects, {});
}
const ViewModel& App::view() const {
  return impl_->view;
}

void set_up_style(float, bool dark) {
  dark ? ImGui::StyleColorsDark() : ImGui::StyleColorsLight();
  ImFontAtlas* fonts = ImGui::GetIO().Fonts;
  if (!fonts->Fonts.empty()) return;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  const std::string_view sans = asset("fonts/sans.ttf");
  fonts->AddFontFromMemoryTTF(const_cast<char*>(sans.data()), static_cast<int>(sans.size()), 15, &config);
}

}  // namespace hearsay::ui
