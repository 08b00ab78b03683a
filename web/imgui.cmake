# Target `imgui`: Dear ImGui without backends, for native (tests of the view model) and web.
# FETCHCONTENT_SOURCE_DIR_IMGUI names a local copy; else web/imgui.sh asks Debian for the source; else upstream.
if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI)
  execute_process(COMMAND bash ${CMAKE_SOURCE_DIR}/web/imgui.sh
    OUTPUT_VARIABLE folder OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE status)
  if(status EQUAL 0)
    set(FETCHCONTENT_SOURCE_DIR_IMGUI ${folder})
  endif()
endif()
include(FetchContent)
FetchContent_Declare(imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui.git
  GIT_TAG v1.92.2b
  GIT_SHALLOW TRUE)
FetchContent_MakeAvailable(imgui)

add_library(imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp
  ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_tables.cpp
  ${imgui_SOURCE_DIR}/imgui_widgets.cpp
  ${imgui_SOURCE_DIR}/imgui_demo.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_include_directories(imgui PUBLIC ${CMAKE_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/imgui_config.hpp")
