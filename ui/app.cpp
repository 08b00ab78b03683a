#include "ui/app.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include "core/assets/assets.hpp"
#include "core/export/export.hpp"
#include "core/input/reader.hpp"
#include "core/text/ascii.hpp"
#include "ui/screen.hpp"
#include "ui/view_model.hpp"

namespace hearsay::ui {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view kSample = "samples/01-warning-and-denial.txt";
constexpr std::string_view kPrivacy = "Nothing has left this page";
constexpr double kSlice = 12;          // milliseconds of analysis in one frame
constexpr double kLongSlice = 28;      // the same, once it is clear that the text is long
constexpr double kLong = 500;          // milliseconds of analysis that make a text long
constexpr double kStep = 4;            // milliseconds that one step should take
constexpr std::size_t kFileName = 48;  // bytes of a title that become a file's name

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::string duration(double milliseconds) {
  if (milliseconds < 1000) return std::to_string(std::max(1, static_cast<int>(milliseconds + 0.5))) + " ms";
  const int tenths = static_cast<int>(milliseconds / 100 + 0.5);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

// "Orbix routers: a warning" -> "orbix-routers-a-warning".
std::string file_name(std::string_view title) {
  std::string name;
  for (const char c : title) {
    const bool plain = ascii::is_alnum(c);
    if (plain) name += ascii::to_lower(c);
    if (!plain && !name.empty() && name.back() != '-') name += '-';
    if (name.size() >= kFileName) break;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "hearsay" : "hearsay-" + name;
}

bool same_place(const Effect& a, const Effect& b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

}  // namespace

struct App::Impl {
  std::unique_ptr<Knowledge> knowledge;
  std::vector<Event> queue;
  std::vector<Effect> effects;
  ViewModel view;
  State state;

  // The text as it came in, for the entry and for a saved page.
  std::string given;
  std::string given_name;
  std::unique_ptr<Document> document;
  std::unique_ptr<Analyzer> finished;  // whose analysis is shown; null while the first one runs
  std::unique_ptr<Analyzer> running;
  AnalyzeOptions options;
  double spent = 0;  // milliseconds of the running analysis
  std::uint32_t units = 4000;

  ThemeChoice theme = ThemeChoice::system;
  bool system_dark = false;
  std::optional<Effect> editor;  // where the entry's field lies, if it is shown

  void handle(Event event);
  void handle_selection(const Event& event);
  void load(std::string bytes, std::string name);
  void analyse();
  void work();
  void finish();
  void cancel();
  void show_entry(bool keep_text);
  void select(Target target, std::string_view from);
  void add_inventory(const Event& event);
  void drop_inventory();
  void write_export(exporting::Format format);
  void apply_theme();
  void complain(std::string what, std::string next = {});
  void send(Effect::Kind kind) { effects.push_back({.kind = kind}); }
  void pass_on(std::vector<Effect>&& painted);
  int paint(float width, float height);
};

void App::Impl::complain(std::string what, std::string next) {
  view.message = MessageView{std::move(what), std::move(next)};
  send(Effect::Kind::mirror_changed);
}

void App::Impl::load(std::string bytes, std::string name) {
  auto read = input::read(bytes, name);
  if (!read) {
    complain(read.error().message);
    return;
  }
  view.message.reset();
  running.reset();
  finished.reset();
  document = std::make_unique<Document>(std::move(read).value());
  given = std::move(bytes);
  given_name = std::move(name);
  options = {};
  state.text = {};
  state.find.found_for.clear();
  state.ledger = {};
  for (ListState& list : state.lists) list = {};
  state.text_tab = true;
  show_document(view, *document);
  view.panel = Panel::brief;
  if (editor) send(Effect::Kind::hide_editor);
  editor.reset();
  Effect title{.kind = Effect::Kind::set_title, .text = view.header.title + " – Hearsay"};
  effects.push_back(std::move(title));
  send(Effect::Kind::mirror_changed);
  analyse();
}

void App::Impl::analyse() {
  if (!document) return;
  running = std::make_unique<Analyzer>(*document, *knowledge, options);
  spent = 0;
  view.phase = Phase::analysing;
  view.progress = 0;
  work();
}

// Steps the analysis for a slice of a frame. Whatever it found stays unseen until it is complete; a text that
// was replaced has taken its analyzer with it.
void App::Impl::work() {
  if (!running) return;
  const Clock::time_point begin = Clock::now();
  bool done = false;
  double before = 0;
  const double slice = spent < kLong ? kSlice : kLongSlice;
  while (!done && before < slice) {
    done = running->step(Budget(units));
    const double now = milliseconds_since(begin);
    const double took = std::max(now - before, 0.01);
    before = now;
    units = static_cast<std::uint32_t>(std::clamp(units * std::clamp(kStep / took, 0.25, 2.0), 200.0, 1e7));
  }
  spent += before;
  view.progress = running->progress();
  view.status.done = "Reading, " + std::to_string(static_cast<int>(view.progress * 100)) + "%";
  if (done) finish();
}

void App::Impl::finish() {
  const Target selected = view.selected;
  const bool again = finished != nullptr;  // the same text, with another date or inventory
  finished = std::move(running);
  show_analysis(view, *document, finished->analysis());
  if (again) show_selection(view, *document, finished->analysis(), selected);
  view.status.done = "Analysed on this device in " + duration(spent);
  send(Effect::Kind::mirror_changed);
  state.wanted = std::max(state.wanted, 2);
}

void App::Impl::cancel() {
  if (!running) return;
  running.reset();
  if (finished) {
    view.phase = Phase::ready;
    view.status.done = "Stopped: the date and the lists are as before";
  } else {
    show_entry(true);
  }
}

void App::Impl::show_entry(bool keep_text) {
  running.reset();
  finished.reset();
  document.reset();
  const std::uint32_t revision = view.revision + 1;
  const InventoryView inventory{view.inventory.entries, 0};
  view = {};
  view.revision = revision;
  view.inventory = inventory;
  view.status.privacy = kPrivacy;
  state.text = {};
  state.find = {};
  state.popup = Popup::none;
  if (!keep_text) given.clear();
  if (editor) send(Effect::Kind::hide_editor);
  editor.reset();
  effects.push_back({.kind = Effect::Kind::set_title, .text = "Hearsay"});
  send(Effect::Kind::mirror_changed);
}

void App::Impl::select(Target target, std::string_view from) {
  if (!document || !finished) return;
  show_selection(view, *document, finished->analysis(), target);
  const bool in_text = from == "text";
  if (!in_text && view.selected && !view.selected.span.empty()) {
    state.text.reveal = view.selected.span;
    state.text_tab = true;
  }
  const auto show_row = [&](Panel panel, std::size_t row) {
    state.lists[static_cast<std::size_t>(panel)].reveal = row;
  };
  switch (view.selected.kind) {
    case Target::Kind::claim:
      if (!from.empty()) view.panel = Panel::ledger;
      show_row(Panel::ledger, view.selected.index);
      effects.push_back({.kind = Effect::Kind::scroll_mirror, .index = view.selected.index});
      break;
    case Target::Kind::actor:
      view.panel = Panel::actors;
      for (std::size_t row = 0; row < view.actors.size(); ++row) {
        if (view.actors[row].actor == view.selected.index) show_row(Panel::actors, row);
      }
      break;
    case Target::Kind::advice:
      if (!from.empty()) view.panel = Panel::advice;
      show_row(Panel::advice, view.selected.index);
      break;
    default:
      break;
  }
  state.sheet_scroll.jump(0);
}

void App::Impl::handle_selection(const Event& event) {
  using Kind = Event::Kind;
  Target target{Target::Kind::span, event.index, event.span};
  switch (event.kind) {
    case Kind::select_claim:
      target.kind = Target::Kind::claim;
      break;
    case Kind::select_actor:
      target.kind = Target::Kind::actor;
      break;
    case Kind::select_advice:
      target.kind = Target::Kind::advice;
      break;
    case Kind::select_time:
      target.kind = Target::Kind::time;
      break;
    case Kind::select_indicator:
      target.kind = Target::Kind::indicator;
      break;
    case Kind::select_note:
      target.kind = Target::Kind::note;
      break;
    default:
      target.index = 0;
      if (target.span.empty() || target.span.end > view.text.size()) return;
      break;
  }
  select(target, event.name);
}

void App::Impl::add_inventory(const Event& event) {
  auto added = knowledge->gazetteer.add_inventory(event.name, event.bytes);
  if (!added) {
    complain(added.error().message);
    return;
  }
  view.message.reset();
  view.inventory.entries += static_cast<std::uint32_t>(added.value());
  if (document) {
    view.panel = Panel::actors;
    analyse();
  } else {
    complain("Your inventory is loaded: " + entries_words(view.inventory.entries) + ".",
             "What a text names of it will be marked “in your inventory”.");
  }
  send(Effect::Kind::mirror_changed);
}

void App::Impl::drop_inventory() {
  auto without = actors::Gazetteer::load();
  if (!without) return complain(without.error().message);
  running.reset();  // reads the gazetteer
  knowledge->gazetteer = std::move(without).value();
  view.inventory = {};
  analyse();
}

void App::Impl::write_export(exporting::Format format) {
  if (!document || !finished) return;
  std::string text = exporting::write(format, *document, finished->analysis());
  if (format == exporting::Format::markdown) {
    effects.push_back({.kind = Effect::Kind::copy_text, .text = std::move(text)});
    view.status.done = "Copied as Markdown";
    return;
  }
  Effect save{.kind = Effect::Kind::save_file};
  save.text = std::move(text);
  save.name = file_name(view.header.title) + std::string(exporting::extension(format));
  save.media_type = std::string(exporting::media_type(format));
  view.status.done = "Saved as " + save.name;
  effects.push_back(std::move(save));
}

void App::Impl::apply_theme() {
  const bool dark = theme == ThemeChoice::system ? system_dark : theme == ThemeChoice::dark;
  if (dark == is_dark()) return;
  set_up_style(1, dark);
  effects.push_back({.kind = Effect::Kind::theme_changed, .index = dark ? 1U : 0U});
}

void App::Impl::handle(Event event) {
  using Kind = Event::Kind;
  switch (event.kind) {
    case Kind::text_given:
    case Kind::file_given:
      load(std::move(event.bytes), std::move(event.name));
      break;
    case Kind::sample_asked:
      load(std::string(asset(kSample)), "");
      break;
    case Kind::published_given:
      options.published = event.bytes;
      analyse();
      break;
    case Kind::inventory_given:
      add_inventory(event);
      break;
    case Kind::inventory_asked:
      send(Effect::Kind::open_inventory);
      break;
    case Kind::inventory_dropped:
      drop_inventory();
      break;
    case Kind::select_claim:
    case Kind::select_actor:
    case Kind::select_advice:
    case Kind::select_time:
    case Kind::select_span:
    case Kind::select_indicator:
    case Kind::select_note:
      handle_selection(event);
      break;
    case Kind::clear_selection:
      view.selected = {};
      view.parts.clear();
      break;
    case Kind::show_panel:
      if (event.index < kPanelCount) view.panel = static_cast<Panel>(event.index);
      state.text_tab = false;
      break;
    case Kind::edit_text:
      show_entry(true);
      break;
    case Kind::reset_asked:
      show_entry(false);
      break;
    case Kind::system_theme:
      system_dark = event.index == 1;
      apply_theme();
      break;
    case Kind::theme_asked:
      theme = is_dark() ? ThemeChoice::light : ThemeChoice::dark;
      apply_theme();
      break;
    case Kind::reduced_motion:
      state.still = event.index == 1;
      break;
    case Kind::export_asked:
      write_export(static_cast<exporting::Format>(event.index));
      break;
    case Kind::save_page_asked:
      effects.push_back({.kind = Effect::Kind::save_page, .text = given, .name = given_name});
      break;
    case Kind::file_refused:
      complain(std::move(event.bytes));
      break;
    case Kind::message_read:
      view.message.reset();
      send(Effect::Kind::mirror_changed);
      break;
    case Kind::cancel_asked:
      cancel();
      break;
  }
}

// The entry asks for its field in every frame; the host hears of it when it appears or moves.
void App::Impl::pass_on(std::vector<Effect>&& painted) {
  for (Effect& effect : painted) {
    if (effect.kind == Effect::Kind::show_editor) {
      if (editor && same_place(*editor, effect)) continue;
      effect.text = given;
      editor = effect;
    }
    effects.push_back(std::move(effect));
  }
}

int App::Impl::paint(float width, float height) {
  const ImGuiIO& io = ImGui::GetIO();
  Pointer pointer;
  pointer.x = io.MousePos.x;
  pointer.y = io.MousePos.y;
  pointer.down = io.MouseDown[0];
  pointer.pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  pointer.released = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  pointer.doubled = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  pointer.touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
  pointer.press_x = io.MouseClickedPos[0].x;
  pointer.press_y = io.MouseClickedPos[0].y;
  pointer.wheel = io.MouseWheel;
  pointer.wheel_x = io.MouseWheelH;

  set_density(io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({width, height});
  constexpr ImGuiWindowFlags kWindow = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                       ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                       ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin("Hearsay", nullptr, kWindow);
  state.wanted = std::max(0, state.wanted - 1);
  // After a rest the clock has run on; motion begins with a frame of ordinary length.
  state.seconds = std::min(io.DeltaTime, 1.0F / 30);
  const int layer = state.popup_of_last_frame == Popup::none ? 0 : 1;
  Canvas canvas(ImGui::GetWindowDrawList(), pointer, layer);
  std::vector<Effect> painted;
  Ui ui{canvas, view, state, queue, painted};
  paint_screen(ui, width, height);
  ImGui::End();
  pass_on(std::move(painted));
  int wanted = state.wanted;
  if (running) wanted = std::max(wanted, 1);
  if (!queue.empty()) wanted = std::max(wanted, 2);
  return wanted;
}

App::App(std::unique_ptr<Knowledge> knowledge) : impl_(std::make_unique<Impl>()) {
  impl_->knowledge = std::move(knowledge);
  impl_->view.status.privacy = kPrivacy;
  impl_->system_dark = is_dark();
}
App::~App() = default;

void App::dispatch(Event event) {
  impl_->queue.push_back(std::move(event));
}

int App::frame(float width, float height) {
  impl_->work();
  for (Event& event : std::exchange(impl_->queue, {})) impl_->handle(std::move(event));
  return impl_->paint(width, height);
}

std::vector<Effect> App::take_effects() {
  return std::exchange(impl_->effects, {});
}
const ViewModel& App::view() const {
  return impl_->view;
}

}  // namespace hearsay::ui
