#!/usr/bin/env bash
# Every C++ file is as clang-format (14, as in Debian 12) lays it out.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run -Werror
