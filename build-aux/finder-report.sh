#!/bin/bash
# Prints how well the finder finds what the atlas says, and what books say. With --all every muscle has its line.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
"$here/install.sh" build
"$here/setup.sh" build
export PATH="/usr/bin:$PATH"
meson compile -C build finder-report
UNKNOT_ATLAS=build/data/atlas.bin build/tests/finder-report tests/data/referral-lists.txt "$@"
