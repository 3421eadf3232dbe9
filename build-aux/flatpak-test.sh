#!/bin/bash
# Builds the Flatpak from its manifest, unmodified, against stand-ins of the runtime made of Debian's packages; installs it
# from a single file as a new user does, and tests what was installed. The last line is "N passed, N failed".
# usage: flatpak-test.sh [SUITE…], bookworm and trixie where none is named; UNKNOT_DEVELOPMENT= leaves the .Devel out
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.." || exit 1
top=$PWD
[ $# -gt 0 ] || set -- bookworm trixie
app=io.github.unknot.Unknot
export LC_ALL=C.UTF-8
log=$top/build-flatpak/log.txt

give_up() {
  echo "$1" >&2
  echo '0 passed, 1 failed'
  exit 1
}

# flatpak asks the system's bus for the guardian's say, and the session's for portals: one that has neither.
alone() {
  dbus-run-session --config-file="$top/build-flatpak/bus.conf" -- sh -c \
    'DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS exec "$@"' - "$@" \
    2> >(grep -v '^dbus-daemon' >&2)
}

quietly() {
  "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; return 1; }
}

# Leaves $folder/ID.flatpak and installs it.
build() {
  local id=$1 folder=$2
  rm -rf "$folder/exported"
  flatpak uninstall --user --noninteractive --delete-data "$id" >/dev/null 2>&1
  # What a run that broke off has left.
  rm -rf "$FLATPAK_USER_DIR/app/$id"
  echo "Building $id"
  quietly alone flatpak-builder --user --disable-updates --disable-download --disable-rofiles-fuse --force-clean \
    --state-dir="$folder/state" --repo="$folder/exported" "$folder/build" "flatpak/$id.json" || return 1
  cp "$log" "$folder/$id.log"
  flatpak build-bundle "$folder/exported" "$folder/$id.flatpak" "$id" || return 1
  quietly alone flatpak install --user --noninteractive --bundle "$folder/$id.flatpak"
}

prepare() {
  local suite=$1 folder=$2 branch=$3 id
  "$here/flatpak-runtime.sh" "$suite" "$branch" "$folder" || return 1
  if cmp -s "$folder/recipe" "$FLATPAK_USER_DIR/recipe"; then
    return 0
  fi
  rm -rf "$FLATPAK_USER_DIR"
  mkdir -p "$FLATPAK_USER_DIR"
  flatpak remote-add --user --no-gpg-verify stand-in "file://$folder/repo"
  for id in org.gnome.Platform org.gnome.Sdk; do
    quietly alone flatpak install --user --noninteractive stand-in "$id//$branch" || return 1
  done
  cp "$folder/recipe" "$FLATPAK_USER_DIR/recipe"
}

"$here/install.sh" build test flatpak || give_up 'Not all packages could be installed.'
"$here/setup.sh" build >/dev/null || give_up 'The build failed.'
mkdir -p build-flatpak
mkdir -p build-flatpak/no-services
sed -e "s|@services@|$top/build-flatpak/no-services|; s|@sockets@|/tmp|" tests/gui/session.conf >build-flatpak/bus.conf
branch=$(/usr/bin/python3 -c "import json; print(json.load(open('flatpak/$app.json'))['runtime-version'])")
passed=0 failed=0 development=${UNKNOT_DEVELOPMENT-$app.Devel}
for suite in "$@"; do
  folder=$top/build-flatpak/$suite
  export FLATPAK_USER_DIR=$folder/installed
  export UNKNOT_PICTURES=$folder/pictures UNKNOT_BUNDLE=$folder/$app.flatpak UNKNOT_EXPORTED=$folder/exported
  rm -rf "$UNKNOT_PICTURES"
  echo "== Against Debian $suite"
  # That both can be installed beside each other is looked at once.
  if ! prepare "$suite" "$folder" "$branch" || ! build "$app" "$folder" ||
    { [ "$development" ] && ! build "$development" "$folder"; }; then
    echo "FAILED $suite: no bundle"
    failed=$((failed + 1))
    continue
  fi
  UNKNOT_BIN=$top/build/src/unknot UNKNOT_ATLAS=$top/build/data/atlas.bin UNKNOT_PLACES=$top/build/tests/places.json \
    UNKNOT_LOCALE_DIR=$top/build/po GSETTINGS_SCHEMA_DIR=$top/build/data PYTHONDONTWRITEBYTECODE=1 \
    /usr/bin/python3 tests/flatpak/test_flatpak.py 2>&1 | tee "$folder/tests.txt"
  development=
  passed=$((passed + $(grep -c '^ok ' "$folder/tests.txt")))
  failed=$((failed + $(grep -c '^not ok ' "$folder/tests.txt")))
  # A run that broke off has failed, too.
  grep -q '^# end$' "$folder/tests.txt" || failed=$((failed + 1))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
