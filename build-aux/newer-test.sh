#!/bin/bash
# Builds and tests in a chroot of a newer Debian, so that newer versions of the libraries are known to do; without the
# sanitizers, which `make test` has seen to. The chroot is kept in build-flatpak. The last line is "N passed, N failed".
# usage: newer-test.sh [SUITE [TEST…]], trixie where none is named
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.." || exit 1
suite=${1:-trixie}
[ $# = 0 ] || shift
root=$PWD/build-flatpak/$suite-chroot

give_up() {
  echo "$1" >&2
  echo '0 passed, 1 failed'
  exit 1
}

packages() {
  awk -v wanted=" $* " '$0 !~ /^#/ && NF && index(wanted, " " $1 " ") { print $2 }' "$here/packages.debian" | sort -u
}

[ "$(id -u)" = 0 ] || give_up 'A chroot needs root.'
"$here/install.sh" flatpak || give_up 'Not all packages could be installed.'
wanted=$(packages build test)
if [ "$(cat "$root/unknot-packages" 2>/dev/null)" != "$wanted" ]; then
  # Somebody may have looked around in it by hand.
  ! grep -qF " $root/" /proc/mounts || give_up "Something is mounted below $root: unmount it first."
  rm -rf --one-file-system "$root"
  mkdir -p "$root"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' | grep -v security |
    head -n 1)
  echo "A chroot of Debian $suite, from $mirror"
  mmdebstrap --quiet --mode=root --variant=apt --aptopt='APT::Install-Recommends "false"' --dpkgopt=force-unsafe-io \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --include="$(echo "$wanted" | paste -sd ,)" "$suite" "$root" "${mirror:-http://deb.debian.org/debian}" ||
    give_up 'The chroot could not be made.'
  echo "$wanted" >"$root/unknot-packages"
fi

# The sources as they are here, committed or not.
rm -rf "$root/unknot"
mkdir -p "$root/unknot"
{ git ls-files --cached --others --exclude-standard -z 2>/dev/null || find . -path './build*' -prune -o -type f -print0; } |
  tar --null --files-from=- --ignore-failed-read -cf - 2>/dev/null | tar -xf - -C "$root/unknot"

# shellcheck disable=SC2016 # the chroot's own shell expands it
unshare --mount --pid --fork --propagation private sh -c '
  mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount -t tmpfs tmpfs "$1/tmp" &&
  root=$1 && shift && exec chroot "$root" /bin/sh -c "
    cd /unknot && export LC_ALL=C.UTF-8 HOME=/root PATH=/usr/bin:/bin:/usr/sbin:/sbin &&
    meson setup build --werror >/dev/null && meson compile -C build >build/compile.txt 2>&1 ||
      { grep -v \"only a warning\" build/compile.txt | tail -n 60; exit 1; }
    { grep -F \"warning:\" build/compile.txt || true; } &&
    meson test -C build --no-rebuild --print-errorlogs $*
  "' - "$root" "$@"
/usr/bin/python3 "$here/count-tests.py" "$root/unknot/build"
