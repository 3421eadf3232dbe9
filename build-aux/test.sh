#!/bin/bash
# Installs what is missing, builds and tests; then builds and tests again under the sanitizers.
# The last line is "N passed, N failed", counted over every single case.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.." || exit 1

give_up() {
  echo "$1" >&2
  echo '0 passed, 1 failed'
  exit 1
}

"$here/install.sh" build test || give_up 'Not all packages could be installed.'
"$here/setup.sh" build || give_up 'The build failed.'
"$here/setup.sh" build-asan -Db_sanitize=address,undefined -Db_lundef=false || give_up 'The build with sanitizers failed.'

export PATH="/usr/bin:$PATH"
rm -f build/meson-logs/testlog.junit.xml build-asan/meson-logs/testlog.junit.xml
meson test -C build --no-rebuild --print-errorlogs
meson test -C build-asan --no-rebuild --print-errorlogs --suite unit --suite cli --suite gui
/usr/bin/python3 "$here/count-tests.py" build build-asan
