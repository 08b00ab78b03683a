# Target `web`: dist/hearsay.html, one file that holds everything.
add_executable(page web/main.cpp web/window.cpp web/events.cpp web/keys.cpp web/mirror.cpp ${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
target_link_libraries(page PRIVATE ui core warnings)
set_source_files_properties(${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp PROPERTIES COMPILE_OPTIONS "-w")
target_compile_definitions(page PRIVATE IMGUI_IMPL_OPENGL_ES3)
# Linked to .js, because the packaged Emscripten 3.1.6 cannot minify HTML; web/assemble.mjs makes the page.
target_link_options(page PRIVATE
  -O2 -sMODULARIZE -sEXPORT_NAME=createHearsay -sENVIRONMENT=web -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0
  -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=1GB -sTOTAL_STACK=1MB
  -sUSE_GLFW=3 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sNO_EXIT_RUNTIME -sEXPORTED_FUNCTIONS=_malloc,_free
  --no-entry)
set(PAGE_PARTS shell.html web/page.css web/unpack.js web/bridge.js web/input.js web/files.js web/editor.js
  web/mirror.js web/start.js)
add_custom_command(
  OUTPUT ${CMAKE_SOURCE_DIR}/dist/hearsay.html
  COMMAND node ${CMAKE_SOURCE_DIR}/web/assemble.mjs $<TARGET_FILE:page> ${CMAKE_SOURCE_DIR}/dist/hearsay.html
          ${PROJECT_VERSION}
  DEPENDS page web/assemble.mjs ${PAGE_PARTS}
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  VERBATIM)
add_custom_target(web ALL DEPENDS ${CMAKE_SOURCE_DIR}/dist/hearsay.html)
