#include "ui/app.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <string>
#include <utility>

#include "ui/text_layout.hpp"
#include "ui/view_model.hpp"

using namespace hearsay;
using namespace hearsay::ui;

namespace {

const std::string kArticle =
    "Agency warns of Orbix routers\n\n"
    "The Harbour Safety Office (HSO) warned port authorities on 3 May 2021 that Orbix routers could be "
    "tapped.\n\n"
    "Orbix said that its routers were safe. Authorities should remove the routers by 1 June 2021.\n";

// The app with Dear ImGui and no renderer: frames are built, and nothing is drawn.
class Stage {
 public:
  Stage() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.ConfigInputTextCursorBlink = false;
    set_up_style(1, false);
    auto knowledge = Knowledge::load();
    REQUIRE(knowledge.ok());
    app = std::make_unique<App>(std::move(knowledge).value());
  }
  ~Stage() {
    app.reset();
    ImGui::DestroyContext();
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  int frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    const int wanted = app->frame(width, height);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed) continue;
      const bool wanted_gone = texture->Status == ImTextureStatus_WantDestroy;
      texture->SetTexID(wanted_gone ? ImTextureID_Invalid : 1);
      texture->SetStatus(wanted_gone ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
    for (Effect& effect : app->take_effects()) effects.push_back(std::move(effect));
    return wanted;
  }
  // Frames until none is wanted. Returns how many it took.
  int settle() {
    constexpr int kMost = 2000;
    int count = 1;
    while (frame() > 0 && count < kMost) ++count;
    CHECK(count < kMost);
    return count;
  }
  void send(Event event) {
    app->dispatch(std::move(event));
    settle();
  }
  void give(std::string text) { send({.kind = Event::Kind::text_given, .bytes = std::move(text)}); }
  void type(const char* text) {
    ImGui::GetIO().AddInputCharactersUTF8(text);
    settle();
  }
  void click(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    frame();
    io.AddMouseButtonEvent(0, true);
    frame();
    io.AddMouseButtonEvent(0, false);
    settle();
  }
  [[nodiscard]] bool sent(Effect::Kind kind) const {
    return std::any_of(effects.begin(), effects.end(), [&](const Effect& it) { return it.kind == kind; });
  }
  [[nodiscard]] const ViewModel& view() const { return app->view(); }

  std::unique_ptr<App> app;
  std::vector<Effect> effects;
  float width = 1280;
  float height = 800;
};

}  // namespace

TEST_CASE("the app: an entry, a text, its analysis, and rest") {
  Stage stage;
  stage.settle();
  CHECK(stage.view().phase == Phase::empty);
  CHECK(stage.sent(Effect::Kind::show_editor));
  CHECK(stage.frame() == 0);  // an idle page wants no frames

  stage.give(kArticle);
  CHECK(stage.view().phase == Phase::ready);
  CHECK(stage.view().text == kArticle);
  CHECK(stage.view().status.done.find("on this device in") != std::string::npos);
  CHECK(stage.sent(Effect::Kind::hide_editor));
  CHECK(stage.sent(Effect::Kind::mirror_changed));
  CHECK(stage.frame() == 0);

  SUBCASE("n and p go from claim to claim, Escape selects nothing") {
    REQUIRE(stage.view().ledger.size() > 1);
    stage.type("n");
    CHECK(stage.view().selected.kind == Target::Kind::claim);
    CHECK(stage.view().selected.index == 0);
    CHECK(stage.view().panel == Panel::ledger);
    CHECK(!stage.view().parts.empty());
    stage.type("n");
    CHECK(stage.view().selected.index == 1);
    stage.type("p");
    CHECK(stage.view().selected.index == 0);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
    stage.settle();
    CHECK_FALSE(stage.view().selected);
  }
  SUBCASE("digits choose panels") {
    stage.type("3");
    CHECK(stage.view().panel == Panel::actors);
    stage.type("7");
    CHECK(stage.view().panel == Panel::notes);
  }
  SUBCASE("a click on the first glyph in the gutter selects its claim") {
    REQUIRE(!stage.view().gutter.empty());
    bool selected = false;
    for (float y = 60; y < 400 && !selected; y += 8) {
      stage.click(22, y);
      selected = static_cast<bool>(stage.view().selected);
    }
    CHECK(selected);
  }
  SUBCASE("what cannot be read leaves the text in place and says why") {
    stage.give("");
    CHECK(stage.view().message.has_value());
    CHECK(stage.view().text == kArticle);
    CHECK(stage.view().phase == Phase::ready);
    stage.send({.kind = Event::Kind::message_read});
    CHECK_FALSE(stage.view().message);
  }
  SUBCASE("a new text takes the place of one that is still being read") {
    stage.app->dispatch({.kind = Event::Kind::text_given, .bytes = kArticle + kArticle});
    stage.give("Orbix said that all was well.");
    CHECK(stage.view().text == "Orbix said that all was well.");
    CHECK_FALSE(stage.view().selected);
  }
  SUBCASE("a date that the reader gives is used, and said to be theirs") {
    stage.send({.kind = Event::Kind::published_given, .bytes = "2021-05-04"});
    CHECK(stage.view().header.published == "published 4 May 2021");
    CHECK(stage.view().header.published_from == "given by you");
  }
  SUBCASE("Markdown goes to the clipboard, JSON to a file named after the title") {
    stage.send({.kind = Event::Kind::export_asked, .index = 1});
    CHECK(stage.sent(Effect::Kind::copy_text));
    stage.send({.kind = Event::Kind::export_asked, .index = 0});
    const auto save = std::find_if(stage.effects.begin(), stage.effects.end(),
                                   [](const Effect& it) { return it.kind == Effect::Kind::save_file; });
    REQUIRE(save != stage.effects.end());
    CHECK(save->name == "hearsay-agency-warns-of-orbix-routers.json");
  }
  SUBCASE("the find bar takes what is typed") {
    stage.type("/");
    stage.type("routers");
    CHECK(stage.view().panel == Panel::brief);  // no letter of it was taken for a key
    CHECK_FALSE(stage.view().selected);
  }
  SUBCASE("one column on a narrow window, and back") {
    stage.width = 390;
    stage.settle();
    stage.send({.kind = Event::Kind::select_claim, .index = 0});
    CHECK(stage.frame() == 0);
    stage.width = 1280;
    stage.settle();
    CHECK(stage.view().selected.index == 0);
  }
  SUBCASE("spans and indices from outside are not trusted") {
    stage.send({.kind = Event::Kind::select_span, .span = {5, 4000000}});
    CHECK_FALSE(stage.view().selected);
    stage.send({.kind = Event::Kind::select_claim, .index = 4000000});
    CHECK_FALSE(stage.view().selected);
    stage.send({.kind = Event::Kind::show_panel, .index = 99});
    CHECK(stage.view().panel == Panel::brief);
  }
}

TEST_CASE("the app with texts that try it") {
  Stage stage;
  std::string emoji;
  for (int i = 0; i < 2000; ++i) emoji += "\xF0\x9F\x98\x80";
  for (const std::string& text : {std::string(200'000, 'x'), emoji, std::string(5000, '"'),
                                  std::string("\n\n\n a \n\n\n"), std::string("a\tb\r\nc\td\r\n")}) {
    stage.give(text);
    CHECK(stage.view().phase == Phase::ready);
    stage.type("n");
    stage.type("2");
    CHECK(stage.frame() == 0);
  }
}

TEST_CASE("no line of the text ends within a number") {
  Stage stage;
  ViewModel view;
  view.text =
      "Some 5,000 households must patch CVE-2031-40001 before 2031-06/07, at www.example.org/notices/help.";
  view.blocks.push_back({{0, static_cast<std::uint32_t>(view.text.size())}});
  for (float width = 160; width < 400; ++width) {
    TextLayout layout;
    layout.reset(view, width);
    const auto& lines = layout.lines(0);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const char before = view.text[lines[i].begin - 1];
      const char after = view.text[lines[i].begin];
      INFO(std::string(view.text.substr(lines[i].begin)));
      CHECK_FALSE(((before == ',' || before == '-' || before == '/') && after >= '0' && after <= '9'));
    }
  }
}
