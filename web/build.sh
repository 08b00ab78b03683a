#!/usr/bin/env bash
# web/build.sh PRESET TARGET...: configures and builds, quietly; all output where it fails.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1; shift
options=()
debian=/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake
if [ "$preset" = web ] && [ ! -f "$debian" ]; then
  options=("-DCMAKE_TOOLCHAIN_FILE=$(em-config EMSCRIPTEN_ROOT)/cmake/Modules/Platform/Emscripten.cmake")
fi
mkdir -p build
log=build/$preset.log
if ! { cmake --preset "$preset" "${options[@]}" && cmake --build --preset "$preset" --target "$@"; } > "$log" 2>&1; then
  cat "$log" >&2
  echo "The $preset build failed" >&2
  exit 1
fi
