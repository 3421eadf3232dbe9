#!/bin/bash
# Lets a fuzzer loose on the readers of users' files, under the sanitizers. What it finds is left in build-fuzz/found: put it
# into tests/fuzz/corpus with a name that tells what it was.
# usage: fuzz.sh [SECONDS]
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
seconds=${1:-600}

"$here/install.sh" build fuzz
export PATH="/usr/bin:$PATH"
if [ ! -f build-fuzz/build.ninja ]; then
  CC=clang meson setup build-fuzz -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false \
    -Dc_args=-fsanitize=fuzzer-no-link -Dbuildtype=debugoptimized
fi
meson compile -C build-fuzz fuzz-readers atlas
mkdir -p build-fuzz/corpus build-fuzz/found
UNKNOT_ATLAS=$PWD/build-fuzz/data/atlas.bin G_SLICE=always-malloc \
  UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
  build-fuzz/tests/fuzz/fuzz-readers -max_total_time="$seconds" -max_len=8192 -timeout=10 -print_final_stats=1 \
  -dict=tests/fuzz/readers.dict -artifact_prefix=build-fuzz/found/ build-fuzz/corpus tests/fuzz/corpus
