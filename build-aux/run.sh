#!/bin/bash
# Installs what is missing, builds, and opens the window; without a display does the main job without one.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
"$here/install.sh" build
"$here/setup.sh" build

export UNKNOT_ATLAS=build/data/atlas.bin UNKNOT_LOCALE_DIR=build/po GSETTINGS_SCHEMA_DIR=build/data
unknot=build/src/unknot
if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
  exec "$unknot" "$@"
fi

echo
echo 'There is no display here, so Unknot answers an example without a window: pain at the front of the right shoulder.'
echo
echo '$ unknot --find front-of-shoulder --side right'
"$unknot" --find front-of-shoulder --side right
first=$("$unknot" --find front-of-shoulder --side right --format json |
  /usr/bin/python3 -c 'import json, sys; print(json.load(sys.stdin)["matches"][0]["muscle"])')
for kind in png pdf; do
  "$unknot" --chart "$first" --output "build/example.$kind"
  echo "The chart of the first of them: build/example.$kind"
done
