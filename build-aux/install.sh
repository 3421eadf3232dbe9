#!/bin/bash
# Installs what packages.debian lists and the machine lacks; nothing else, and nothing silently.
# usage: install.sh build|test|format…
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(dirname "$0")

wanted=()
for when in "$@"; do
  while read -r package; do
    wanted+=("$package")
  done < <(awk -v when="$when" '$1 == when { print $2 }' "$here/packages.debian")
done

if ! command -v dpkg-query >/dev/null; then
  echo "This is not Debian: please install by hand what stands for these packages: ${wanted[*]}" >&2
  exit 0
fi

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1) || true
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Missing packages: ${missing[*]}. Install them as root, or install sudo; then try again." >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
"${as_root[@]}" apt-get -qq update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends --yes "${missing[@]}" \
  > >(grep -vE '^(Selecting|Preparing|Unpacking|Setting up|Processing|\(Reading|Fetched)' || true)
