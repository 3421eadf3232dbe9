#!/bin/bash
# Prints how well the finder finds what the atlas says, and what books say. With --all every muscle has its line.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
"$here/install.sh" build
"$here/setup.sh" build-bench --buildtype=release
export PATH="/usr/bin:$PATH"
meson compile -C build-bench finder-report
UNKNOT_ATLAS=build-bench/data/atlas.bin build-bench/tests/finder-report tests/data/referral-lists.txt "$@"
