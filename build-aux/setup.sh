#!/bin/bash
# Configures and builds; a folder that can't be configured again is made anew.
# usage: setup.sh FOLDER [MESON OPTION…]
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."
folder=$1
shift

# Debian's meson goes with Debian's Python, whatever else comes first in the path.
export PATH="/usr/bin:$PATH"
if [ -f "$folder/build.ninja" ] && meson setup --reconfigure "$folder" "$@" >/dev/null 2>&1; then
  :
else
  rm -rf "$folder"
  meson setup "$folder" "$@"
fi
meson compile -C "$folder"
