#!/usr/bin/env bash
# web/setup.sh [build] [tests]: what the build and the tests need, installed where that goes without a question
# (Debian and its kin, as root or with sudo that asks for no password); elsewhere it says exactly what is missing.
set -euo pipefail
[ $# -gt 0 ] || set -- build

# A command or a file : the Debian package that brings it.
build="git:git cmake:cmake ninja:ninja-build g++:g++ ccache:ccache node:nodejs emcc:emscripten xz:xz-utils
  /usr/include/nlohmann/json.hpp:nlohmann-json3-dev /usr/include/doctest/doctest.h:doctest-dev"
tests="npm:npm clang-format:clang-format chromium:chromium"

missing=()
packages=()
for group in "$@"; do
  for need in ${!group}; do
    what=${need%%:*}
    case $what in
      /*) [ -e "$what" ] && continue ;;
      *) command -v "$what" >/dev/null && continue ;;
    esac
    # The browser has other names elsewhere; an npm may come with its node.
    if [ "$what" = chromium ] && [ -n "${CHROMIUM:-}" ]; then continue; fi
    missing+=("$what")
    packages+=("${need#*:}")
  done
done
[ ${#missing[@]} -eq 0 ] && exit 0

say_missing() {
  echo "Missing: ${missing[*]}" >&2
  echo "On Debian or Ubuntu: apt-get install ${packages[*]}" >&2
  echo "Elsewhere: Emscripten 3.1.6 or newer, CMake 3.25, Ninja, a C++20 compiler, Node.js 18, the headers of" >&2
  echo "nlohmann_json and doctest in /usr/include, and for the tests npm, clang-format 14 and Chromium (set CHROMIUM" >&2
  echo "to its path)." >&2
  exit 1
}
command -v apt-get >/dev/null || say_missing
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || say_missing
  as_root=(sudo -n)
fi

echo "Installing ${packages[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
