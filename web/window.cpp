#include <GLES3/gl3.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>

#include "web/host.hpp"

namespace hearsay::web {
namespace {

bool has_webgl = false;
bool lost = false;  // the context is gone for now

// Tells ImGui that its textures exist, as a renderer that draws nothing.
void settle_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK && texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

bool open_window(bool webgl) {
  ImGuiIO& io = ImGui::GetIO();
  has_webgl = false;
  if (webgl && glfwInit() == GLFW_TRUE) {
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_ALPHA_BITS, 0);
    glfwWindowHint(GLFW_SAMPLES, 0);  // ImGui smooths its own edges
    GLFWwindow* window = glfwCreateWindow(64, 64, "Hearsay", nullptr, nullptr);
    if (window != nullptr) {
      glfwMakeContextCurrent(window);
      has_webgl = ImGui_ImplOpenGL3_Init("#version 300 es");
    }
  }
  if (!has_webgl) {
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    io.BackendRendererName = "none";
  }
  return has_webgl;
}

void begin_frame() {
  if (has_webgl) ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void draw_frame() {
  ImGui::Render();
  ImDrawData* data = ImGui::GetDrawData();
  if (!has_webgl) {
    settle_textures();
    return;
  }
  glViewport(0, 0, static_cast<GLsizei>(data->DisplaySize.x * data->FramebufferScale.x),
             static_cast<GLsizei>(data->DisplaySize.y * data->FramebufferScale.y));
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

void lose_window() {
  if (!has_webgl) return;
  // While the context is lost, deleting its objects is allowed and does nothing.
  ImGui_ImplOpenGL3_Shutdown();
  lost = true;
}

void restore_window() {
  if (!lost) return;
  lost = !ImGui_ImplOpenGL3_Init("#version 300 es");
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    texture->SetStatus(ImTextureStatus_WantCreate);
}

bool can_draw() {
  return !lost;
}

}  // namespace hearsay::web
