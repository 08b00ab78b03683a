#pragma once

// Dear ImGui's compile-time choices (IMGUI_USER_CONFIG).

#define ImDrawIdx unsigned int  // a long article is more than 65536 vertices in one list
#define IMGUI_USE_WCHAR32       // emoji and the rest of Unicode beyond 16 bits
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT  // the page brings its own: assets/fonts
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
