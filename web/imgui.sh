#!/usr/bin/env bash
# Prints the folder of the Dear ImGui source, fetching it first where it is not there yet.
# Debian 12 packages an older release without dynamic fonts; Debian's unstable suite has the source of the one we
# need. apt is given a sources file of its own, made from this machine's, so that the system's own lists stay as
# they are, and checks the archive's signature. Prints nothing, with status 1, where that way is not open:
# CMake then takes the upstream tag by FetchContent.
set -euo pipefail
version=1.92.2b
package=imgui=$version+ds-1
cache=${HEARSAY_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/hearsay}
folder=$cache/imgui-$version

if [ -f "$folder/imgui.h" ]; then echo "$folder"; exit 0; fi
command -v apt-get >/dev/null || exit 1

mkdir -p "$cache"
work=$(mktemp -d "$cache/imgui.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/sources" "$work/lists/partial"

# The first stanza (deb822) or line (one-line style) of a distribution whose archive has an unstable suite.
stanza=/etc/apt/sources.list.d/debian.sources
if [ -f "$stanza" ]; then
  awk 'BEGIN { RS = ""; ORS = "\n\n" } NR == 1' "$stanza" |
    sed -E 's/^Types:.*/Types: deb-src/; s/^Suites:.*/Suites: unstable/' > "$work/sources/unstable.sources"
elif [ -f /etc/apt/sources.list ] && grep -q '^ID=debian' /etc/os-release; then
  grep -m1 -E '^deb ' /etc/apt/sources.list |
    sed -E 's/^deb /deb-src /; s/^(deb-src (\[[^]]*\] )?[^ ]+) .*/\1 unstable main/' > "$work/sources/unstable.list"
else
  exit 1
fi
options=(-qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/sources"
  -o Dir::State::Lists="$work/lists" -o APT::Sandbox::User= -o Acquire::Retries=3 -o Acquire::Languages=none)
cd "$work"
apt-get "${options[@]}" update >&2 || exit 1
apt-get "${options[@]}" source --download-only "$package" >&2 || exit 1
tar xf imgui_*.orig.tar.*
rm -rf "$folder"
mv "imgui-$version" "$folder" 2>/dev/null || [ -f "$folder/imgui.h" ]
echo "$folder"
