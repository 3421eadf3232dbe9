#!/bin/bash
# Measures, in an optimized build of its own; each figure is printed beside its floor.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
"$here/install.sh" build test
"$here/setup.sh" build-bench --buildtype=release
export PATH="/usr/bin:$PATH"
meson test -C build-bench --benchmark --verbose --num-processes 1
